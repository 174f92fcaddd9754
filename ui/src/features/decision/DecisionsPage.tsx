// The inbox of questions: what waits for whom, one question beside the list, answered by one key.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useLiveRead } from "../../ipc/ipc";
import type { DecisionCounts, DecisionReply, DecisionRow, DecisionView, Role } from "../../ipc/types.generated";
import { ShortGrid } from "../../kit/Grid";
import { useKeys, type KeyAction } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { Empty, Facts, Page, Panel, Section } from "../../kit/Page";
import { Segments } from "../../kit/Segments";
import { Select } from "../../kit/Select";
import { failureText } from "../../trade/failure";
import { Code } from "../../trade/words";
import css from "./Decision.module.css";
import { aboutText, DecisionDetail, DecisionStatus, OpenTicket } from "./DecisionDetail";
import { replyKeys, repliesTo } from "./look";
import { ReplyDialog } from "./ReplyDialog";

const views: readonly DecisionView[] = ["mine", "waiting", "settled"];
const roles: readonly Role[] = ["adjudicator", "manager", "hq"];
/** As many as one screen is scrolled through; the oldest due come first. */
const ROWS = 200;

export function DecisionsPage() {
  const words = useWords();
  const { t } = words;
  const [view, setView] = useState<DecisionView>("mine");
  const [role, setRole] = useState<Role | "any">("any");
  const [selected, setSelected] = useState<string | null>(null);
  const [reply, setReply] = useState<{ row: DecisionRow; reply: DecisionReply } | null>(null);
  const page = useLiveRead("decision_list", {
    view,
    role: view === "mine" || role === "any" ? null : role,
    kind: null,
    after: null,
    limit: ROWS,
  });
  const rows = page.data?.rows ?? [];
  const shown = rows.find((row) => row.id === selected) ?? rows[0];
  const keys: KeyAction[] =
    shown === undefined
      ? []
      : repliesTo(shown).flatMap((one) => {
          const key = replyKeys[one];
          const run = () => setReply({ row: shown, reply: one });
          return key === undefined ? [] : [{ id: `reply-${one}`, keys: key, label: t(`decision-reply-${one}`), scope: "screen" as const, run }];
        });
  useKeys(keys);
  if (page.error !== null) return <Notice tone="over" title={failureText(words, page.error)} />;
  if (page.data === undefined) return null;
  const { of, counts } = page.data;
  return (
    <Page title={t("decisions")} sub={of === null ? t("decisions-nobody") : `${of.name}, ${t(`role-${of.role}`)}. ${t("decisions-hint")}`}>
      <div className={css["filters"]}>
        <Segments
          label={t("decisions-view")}
          value={view}
          options={views.map((value) => ({ value, label: viewLabel(words, value, counts) }))}
          onChange={setView}
        />
        {view !== "mine" && (
          <Select
            name="role"
            label={t("decisions-role")}
            value={role}
            options={[
              { value: "any" as const, label: t("decisions-any-role") },
              ...roles.map((value) => ({ value, label: t(`role-${value}`) })),
            ]}
            onChange={setRole}
            placeholder={t("decisions-any-role")}
          />
        )}
      </div>
      <div className={css["columns"]}>
        <Panel>
          {rows.length === 0 ? (
            <Empty title={t(`decisions-none-${view}`)}>
              {view === "mine" && t("decisions-none-mine-hint")}
              {view === "waiting" && t("decisions-none-waiting-hint")}
            </Empty>
          ) : (
            <ShortGrid
              label={t("decisions-list")}
              rows={rows}
              rowKey={(row) => row.id}
              rowLabel={(row) => `${t(`decision-kind-${row.kind}`)} ${row.rma} ${row.serial}`}
              onOpen={(row) => setSelected(row.id)}
              columns={[
                { id: "kind", header: t("decisions-kind"), width: "9.6rem", cell: (row) => t(`decision-kind-${row.kind}`) },
                { id: "about", header: t("decision-remedies"), cell: (row) => aboutText(words, row) },
                { id: "rma", header: t("field-rma"), width: "14.4rem", cell: (row) => <Code>{row.rma}</Code> },
                { id: "of", header: t("decision-asked-of"), width: "9rem", cell: (row) => t(`role-${row.asked_of}`) },
                { id: "due", header: t("decision-due"), width: "8.4rem", cell: (row) => row.due_on },
                { id: "state", header: t("column-state"), width: "8.6rem", cell: (row) => <DecisionStatus row={row} /> },
              ]}
            />
          )}
        </Panel>
        <div className={css["column"]}>
          {shown !== undefined && (
            <Panel>
              <Section title={`${t(`decision-kind-${shown.kind}`)}, ${shown.rma}`} hint={<OpenTicket row={shown} />}>
                <DecisionDetail row={shown} hasKeys onReply={(one) => setReply({ row: shown, reply: one })} />
              </Section>
            </Panel>
          )}
          <Beyond counts={counts} />
        </div>
      </div>
      {reply !== null && <ReplyDialog row={reply.row} reply={reply.reply} onClose={() => setReply(null)} />}
    </Page>
  );
}

/** Waivers, goodwill and exceptions are three figures: they say three different things about us. */
function Beyond(props: { counts: DecisionCounts }) {
  const { t } = useWords();
  return (
    <Panel>
      <Section title={t("decisions-beyond")} hint={t("decisions-by-kind")}>
        <Facts
          items={(["waiver", "goodwill", "exception"] as const).map((kind) => [
            t(`decision-kind-${kind}`),
            t("decisions-beyond-count", { ...props.counts[kind] }),
          ])}
        />
      </Section>
    </Panel>
  );
}

function viewLabel({ t }: ReturnType<typeof useWords>, view: DecisionView, counts: DecisionCounts): string {
  if (view === "settled") return t("decisions-settled");
  return view === "mine" ? `${t("decisions-mine")} ${counts.mine}` : `${t("decisions-waiting")} ${counts.waiting}`;
}
