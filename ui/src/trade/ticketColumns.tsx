// How a work order stands in a list: the same columns on the bench, in the list and on a unit's page.

import { useWords } from "../i18n/i18n";
import type { TicketRow } from "../ipc/types.generated";
import type { Column } from "../kit/Grid";
import { Status } from "../kit/Status";
import { nextText } from "./work";
import { Code, CycleStatus, isMarked, SyncMark, TicketMarks } from "./words";

/** All columns of a work order, widest first to go on small screens; the one of marks only where a row has one. */
export function useTicketColumns(rows: readonly TicketRow[]): ReadonlyArray<Column<TicketRow>> {
  const { t, times } = useWords();
  return [
    { id: "rma", header: t("column-rma"), width: "15.8rem", cell: (row) => <Code>{row.rma}</Code> },
    { id: "model", header: t("column-model"), cell: (row) => row.model },
    { id: "serial", header: t("column-serial"), width: "11rem", cell: (row) => <Code>{row.serial}</Code> },
    { id: "customer", header: t("column-customer"), cell: (row) => row.customer },
    { id: "work", header: t("column-work"), width: "14.4rem", cell: (row) => <Work row={row} /> },
    {
      id: "day",
      header: t("column-day"),
      width: "5.2rem",
      align: "end",
      cell: (row) => (row.state === "done" ? "" : String(row.elapsed_working_days)),
    },
    {
      id: "state",
      header: t("column-state"),
      width: "8.2rem",
      cell: (row) =>
        row.status === "cancelled" ? <span>{t("status-cancelled")}</span> : <CycleStatus state={row.state} />,
    },
    ...(rows.some(isMarked)
      ? [{ id: "marks", header: t("column-marks"), width: "5.6rem", cell: (row: TicketRow) => <TicketMarks row={row} /> }]
      : []),
    { id: "limit", header: t("column-limit"), width: "11.2rem", cell: (row) => times.day(row.limit_on) },
    { id: "custody", header: t("column-place"), width: "9rem", cell: (row) => <Whereabouts row={row} /> },
    { id: "sync", header: t("column-sync"), width: "5.6rem", cell: (row) => <SyncMark sync={row.sync} /> },
  ];
}

/** `Under diagnosis · 李娜`: how far it is, and whose move it is; of ours the one it is assigned to. What waits for parts says
 * when they come. */
function Work(props: { row: TicketRow }) {
  const { status, next, owner, parts } = props.row;
  const words = useWords();
  const { t, times } = words;
  if (parts !== null) {
    const when =
      parts.on === null
        ? t("part-expected-unknown")
        : t(parts.is_late ? "part-expected-late" : "part-expected", { date: times.day(parts.on) });
    const text = `${t(`status-${status}`)} · ${when}`;
    return (
      <span title={text}>
        {parts.is_late ? (
          <Status icon="triangle" tone="over">
            {text}
          </Status>
        ) : (
          text
        )}
      </span>
    );
  }
  if (next === null) return <span>{t(`status-${status}`)}</span>;
  const isOurs = next.mover === "technician" || next.mover === "desk";
  const who = isOurs && owner !== null ? owner.name : t(`mover-${next.mover}`);
  return <span title={nextText(words, next)}>{`${t(`status-${status}`)} · ${who}`}</span>;
}

/** `A-03 · 李娜`: where the unit is and who has it. */
function Whereabouts(props: { row: TicketRow }) {
  const { custody } = props.row;
  if (custody === null) return null;
  return (
    <span title={custody.place.name}>
      <Code>{custody.place.code}</Code>
      {custody.holder !== null && ` · ${custody.holder.name}`}
    </span>
  );
}
