// One spare part: what is here of it, the work orders that wait for it, keep it or have it, and what came and went.

import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useWords } from "../../i18n/i18n";
import type { PartLife, PartUse } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { Facts, Page, Panel, Section } from "../../kit/Page";
import { Status } from "../../kit/Status";
import { money } from "../../trade/money";
import { Code } from "../../trade/words";
import css from "./Part.module.css";
import { LineNote } from "./LineNote";
import { partName, stateLook } from "./part";
import { PartDialog } from "./PartDialog";
import { CountDialog, ReceiveDialog } from "./StockDialogs";

export function PartPage(props: {
  life: PartLife;
  /** What came and went, drawn by who knows how. */
  timeline: ReactNode;
}) {
  const { row, uses } = props.life;
  const { card } = row;
  const words = useWords();
  const { t, times } = words;
  const [over, setOver] = useState<"receive" | "count" | "edit" | null>(null);
  const close = () => setOver(null);
  useKeys([
    { id: "part-receive", keys: "F3", label: t("part-receive"), scope: "screen", run: () => setOver("receive") },
    { id: "part-count", keys: "C", label: t("part-count"), scope: "screen", run: () => setOver("count") },
    { id: "part-edit", keys: "E", label: t("parts-edit"), scope: "screen", run: () => setOver("edit") },
  ]);
  return (
    <Page
      title={
        <>
          <Code>{card.number}</Code> {partName(words, card)}
        </>
      }
      sub={t("part-stock", { on_hand: row.on_hand, reserved: row.reserved, free: row.free })}
      aside={
        <>
          <Button kind="primary" keys="F3" onPress={() => setOver("receive")}>
            {t("part-receive")}
          </Button>
          <Button keys="C" onPress={() => setOver("count")}>
            {t("part-count")}
          </Button>
          <Button keys="E" onPress={() => setOver("edit")}>
            {t("parts-edit")}
          </Button>
        </>
      }
    >
      <div className={css["columns"]}>
        <div className={css["column"]}>
          <Panel>
            <Section title={t("place-parts")}>
              <Facts
                items={[
                  [t("part-name_zh"), card.name_zh || "—"],
                  [t("part-name_en"), card.name_en || "—"],
                  [t("part-position"), card.position || "—"],
                  [t("part-cost"), card.cost_minor === null ? "—" : money(words, card.cost_minor, card.currency)],
                  [t("part-on_hand"), times.number(row.on_hand)],
                  [t("part-reserved"), times.number(row.reserved)],
                  [t("part-free"), times.number(row.free)],
                  [t("part-wanted"), times.number(row.wanted)],
                  ...(card.is_serialised ? [[t("part-is_serialised"), t("part-yes")] as const] : []),
                ]}
              />
            </Section>
          </Panel>
          <Panel>
            <Section title={t("part-uses")}>
              {uses.length === 0 ? <p>{t("part-uses-none")}</p> : <Uses uses={uses} />}
            </Section>
          </Panel>
        </div>
        <Panel>
          <Section title={t("part-history")} hint={t("timeline-hint")}>
            {props.life.timeline_damaged && <Notice tone="over" title={t("timeline-broken")} />}
            {props.timeline}
          </Section>
        </Panel>
      </div>
      {over === "receive" && <ReceiveDialog row={row} onClose={close} />}
      {over === "count" && <CountDialog row={row} onClose={close} />}
      {over === "edit" && <PartDialog row={row} onClose={close} onSaved={close} />}
    </Page>
  );
}

function Uses(props: { uses: readonly PartUse[] }) {
  const { t } = useWords();
  return (
    <ul className={css["lines"]}>
      {props.uses.map(({ ticket, rma, line }) => (
        <li key={line.id}>
          <Status {...stateLook[line.state]}>{t(`part_state-${line.state}`)}</Status>
          <span className={css["what"]}>
            <Link to="/tickets/$id" params={{ id: ticket }}>
              {rma}
            </Link>
            <LineNote line={line} />
          </span>
          <span>{t("part-times", { quantity: line.quantity })}</span>
        </li>
      ))}
    </ul>
  );
}
