// Everything that is owed, in one list by its time; beside it what was said to the customer of the task at hand, where an
// entry closes it.

import { useNavigate } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useWords } from "../../i18n/i18n";
import { useLiveRead } from "../../ipc/ipc";
import type { About, DutyRow, DutySpan } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { ShortGrid } from "../../kit/Grid";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { Empty, Facts, Page, Panel, Section } from "../../kit/Page";
import { Segments } from "../../kit/Segments";
import { DutyStatus, DutyTime, dutyKey, useDutyLabel } from "../../trade/duties";
import { failureText } from "../../trade/failure";
import { Code } from "../../trade/words";
import css from "./Duty.module.css";

const spans: readonly DutySpan[] = ["today", "open"];
const whose = ["everybody", "mine"] as const;

export function DutiesPage(props: { contact: (about: About) => ReactNode }) {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const [span, setSpan] = useState<DutySpan>("today");
  const [of, setOf] = useState<(typeof whose)[number]>("everybody");
  const [selected, setSelected] = useState<string | null>(null);
  const label = useDutyLabel();
  const list = useLiveRead("duty_list", { span, is_mine: of === "mine" });
  const rows = list.data?.rows ?? [];
  const shown = rows.find((row) => dutyKey(row) === selected) ?? rows[0];
  const open = ({ about }: DutyRow) =>
    void (about.kind === "ticket"
      ? navigate({ to: "/tickets/$id", params: { id: about.id } })
      : navigate({ to: "/enquiries/$id", params: { id: about.id } }));
  const openShown = () => {
    if (shown !== undefined) open(shown);
  };
  useKeys(shown === undefined ? [] : [{ id: "open-duty", keys: "O", label: t("duties-open"), scope: "screen", run: openShown }]);
  if (list.error !== null) return <Notice tone="over" title={failureText(words, list.error)} />;
  if (list.data === undefined) return null;
  return (
    <Page title={t("place-duties")} sub={t("duties-hint")}>
      <div className={css["filters"]}>
        <Segments
          label={t("duties-span")}
          value={span}
          options={spans.map((value) => ({ value, label: t(`duties-span-${value}`) }))}
          onChange={setSpan}
        />
        <Segments
          label={t("duties-whose")}
          value={of}
          options={whose.map((value) => ({ value, label: t(`duties-whose-${value}`) }))}
          onChange={setOf}
        />
      </div>
      <div className={css["columns"]}>
        <Panel>
          {rows.length === 0 ? (
            <Empty icon="tick" title={t(`duties-none-${span}`)}>
              {of === "mine" ? t("duties-none-mine-hint") : span === "today" && t("duties-none-today-hint")}
            </Empty>
          ) : (
            <ShortGrid
              label={t("place-duties")}
              rows={rows}
              rowKey={dutyKey}
              rowLabel={label}
              onOpen={open}
              onReach={(row) => setSelected(dutyKey(row))}
              columns={[
                { id: "duty", header: t("column-duty"), cell: (row) => t(`duty-${row.state.duty.kind}`) },
                { id: "customer", header: t("column-customer"), width: "9.6rem", cell: (row) => row.customer },
                { id: "about", header: t("column-about"), width: "14.6rem", cell: (row) => (row.rma === null ? t("owed-enquiry") : <Code>{row.rma}</Code>) },
                { id: "due", header: t("column-due"), width: "14.6rem", cell: (row) => <DutyTime state={row.state} /> },
              ]}
            />
          )}
          {list.data.has_more && <p className={css["more"]}>{t("duties-more", { rows: rows.length })}</p>}
        </Panel>
        {shown !== undefined && (
          <div className={css["column"]}>
            <Panel>
              <Section title={t(`duty-${shown.state.duty.kind}`)} hint={<DutyStatus state={shown.state} />}>
                {shown.words !== "" && <p className={css["words"]}>{shown.words}</p>}
                <Facts
                  items={[
                    [t("column-customer"), shown.customer],
                    [t("column-owner"), shown.owner === "" ? t("duties-nobody") : shown.owner],
                  ]}
                />
                <Button keys="O" onPress={openShown}>
                  {t("duties-open")}
                </Button>
              </Section>
            </Panel>
            {props.contact(shown.about)}
          </div>
        )}
      </div>
    </Page>
  );
}
