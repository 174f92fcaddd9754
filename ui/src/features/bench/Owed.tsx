import { useNavigate } from "@tanstack/react-router";
import { useWords } from "../../i18n/i18n";
import { useRead } from "../../ipc/ipc";
import type { DutyRow } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { ShortGrid } from "../../kit/Grid";
import { Panel, Section } from "../../kit/Page";
import { DutyStatus, dutyKey, useDutyLabel } from "../../trade/duties";
import { Code } from "../../trade/words";
import css from "./BenchPage.module.css";

/** As many as the bench has room for; the others stand in the list of tasks. */
const ROWS = 8;

/** What is owed to customers by the end of today, and every question that waits for its answer. */
export function Owed() {
  const { t } = useWords();
  const navigate = useNavigate();
  const label = useDutyLabel();
  const list = useRead("duty_list", { span: "today", is_mine: false }).data;
  const rows = list?.rows ?? [];
  if (rows.length === 0) return null;
  const overdue = rows.filter((row) => row.state.is_overdue).length;
  const open = ({ about }: DutyRow) =>
    void (about.kind === "ticket"
      ? navigate({ to: "/tickets/$id", params: { id: about.id } })
      : navigate({ to: "/enquiries/$id", params: { id: about.id } }));
  return (
    <Panel>
      <Section
        title={t("bench-owed")}
        hint={overdue === 0 ? t("bench-owed-hint") : t("bench-owed-overdue", { count: overdue })}
      >
        <div className={css["list"]}>
          <ShortGrid
            label={t("bench-owed")}
            rows={rows.slice(0, ROWS)}
            rowKey={dutyKey}
            rowLabel={label}
            onOpen={open}
            columns={[
              { id: "duty", header: t("column-duty"), width: "34rem", cell: (row) => t(`duty-${row.state.duty.kind}`) },
              { id: "customer", header: t("column-customer"), width: "13rem", cell: (row) => row.customer },
              {
                id: "about",
                header: t("column-about"),
                width: "15.2rem",
                cell: (row) => (row.rma === null ? t("owed-enquiry") : <Code>{row.rma}</Code>),
              },
              { id: "words", header: t("column-question"), cell: (row) => row.words },
              { id: "due", header: t("column-due"), width: "22rem", cell: (row) => <DutyStatus state={row.state} /> },
            ]}
          />
        </div>
        {rows.length > ROWS && (
          <Button keys="Alt+T" onPress={() => void navigate({ to: "/duties" })}>
            {t("bench-owed-all", { count: list?.has_more === true ? `${String(rows.length)}+` : String(rows.length) })}
          </Button>
        )}
      </Section>
    </Panel>
  );
}
