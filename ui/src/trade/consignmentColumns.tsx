// How a parcel stands in a list: the same columns on the bench and in the list of parcels.

import { useWords } from "../i18n/i18n";
import type { ConsignmentRow } from "../ipc/types.generated";
import type { Column } from "../kit/Grid";
import { Status } from "../kit/Status";
import { Code, CycleStatus } from "./words";

export function useConsignmentColumns(): ReadonlyArray<Column<ConsignmentRow>> {
  const { t, times } = useWords();
  return [
    {
      id: "waybill",
      header: t("column-waybill"),
      width: "17rem",
      cell: (row) => (row.waybill === null ? t("consignment-no_waybill") : <Code>{row.waybill}</Code>),
    },
    { id: "carrier", header: t("column-carrier"), width: "11rem", cell: (row) => (row.carrier === null ? "" : t(`carrier-${row.carrier}`)) },
    { id: "sender", header: t("column-sender"), cell: (row) => row.dealer || row.sender },
    {
      id: "units",
      header: t("column-units"),
      width: "14rem",
      cell: (row) => (
        <>
          {row.tally.announced === null
            ? t("consignment-progress-open", { received: row.received })
            : t("consignment-progress", { received: row.received, all: Math.max(row.tally.announced, row.tally.here) })}{" "}
          {row.is_damaged && (
            <Status icon="warning" tone="over">
              {t("line-damaged")}
            </Status>
          )}
        </>
      ),
    },
    { id: "received", header: t("field-parcel-received_on"), width: "12.2rem", cell: (row) => times.day(row.received_on) },
    {
      id: "day",
      header: t("column-day"),
      width: "5.6rem",
      align: "end",
      cell: (row) => (row.state === "done" ? "" : String(row.elapsed_working_days)),
    },
    { id: "state", header: t("column-state"), width: "10.2rem", cell: (row) => <CycleStatus state={row.state} /> },
  ];
}

/** Short words for a row, for those who hear the list. */
export function useConsignmentLabel(): (row: ConsignmentRow) => string {
  const { t } = useWords();
  return (row) => `${row.waybill ?? t("consignment-no_waybill")} ${row.dealer || row.sender} ${t(`state-${row.state}`)}`;
}
