// How a work order stands on the board: what a manager asks of it, in a line.

import { useWords } from "../../i18n/i18n";
import type { BoardRow } from "../../ipc/types.generated";
import type { Column } from "../../kit/Grid";
import { Status } from "../../kit/Status";
import { nextText } from "../../trade/work";
import { Code } from "../../trade/words";

export function useBoardColumns(): ReadonlyArray<Column<BoardRow>> {
  const words = useWords();
  const { t } = words;
  return [
    { id: "rma", header: t("column-rma"), width: "15rem", cell: ({ row }) => <Code>{row.rma}</Code> },
    {
      id: "unit",
      header: t("board-column-unit"),
      cell: ({ row }) => (
        <span title={`${row.serial} ${row.model}`}>
          <Code>{row.serial}</Code> {row.model}
        </span>
      ),
    },
    { id: "customer", header: t("column-customer"), width: "8rem", cell: ({ row }) => <span title={row.customer}>{row.customer}</span> },
    { id: "day", header: t("column-day"), width: "5.2rem", align: "end", cell: ({ row }) => String(row.elapsed_working_days) },
    { id: "over", header: t("board-column-over"), width: "8rem", cell: (one) => <Over of={one} /> },
    { id: "stage", header: t("board-column-stage"), width: "22rem", cell: (one) => <Stage of={one} /> },
    {
      id: "next",
      header: t("board-column-next"),
      width: "13rem",
      cell: ({ row: { next }, promised_on: promised }) => {
        // Whose move it is stands in full where one points; the list has room for the move.
        const whole = next === null ? "" : nextText(words, next);
        const short = next?.gate === null ? t(`event-${next.event}`) : whole;
        return <span title={whole}>{promised === null ? short : t("board-promised", { day: promised })}</span>;
      },
    },
    { id: "owner", header: t("board-column-owner"), width: "6.8rem", cell: ({ row }) => row.owner?.name ?? t("board-nobody") },
    { id: "contact", header: t("board-column-contact"), width: "8.6rem", cell: (one) => one.reached_on ?? t("board-never") },
  ];
}

function Over(props: { of: BoardRow }) {
  const { t } = useWords();
  const { over_working_days: days, row } = props.of;
  if (row.state === "overdue")
    return (
      <Status icon="triangle" tone="over">
        {days === 0 ? t("board-over-rest") : t("board-over", { days })}
      </Status>
    );
  const left = days === 0 ? t("board-over-today") : t("board-left", { days: -days });
  return row.state === "due" ? (
    <Status icon="half" tone="due">
      {left}
    </Status>
  ) : (
    <span>{left}</span>
  );
}

/** `Awaiting parts · part on 2026-11-27, too late`: how far it is, and why it does not go on. */
function Stage(props: { of: BoardRow }) {
  const { t, times } = useWords();
  const { row, since, outlook, complaint_due_on: complaint } = props.of;
  const why =
    outlook?.kind === "parts"
      ? t("board-part-on", { day: outlook.on })
      : outlook?.kind === "like"
        ? t("board-like", { missed: outlook.like.missed, units: outlook.like.units })
        : row.parts?.on
          ? t(row.parts.is_late ? "part-expected-late" : "part-expected", { date: times.monthDay(row.parts.on) })
          : t("board-since", { day: times.monthDay(since) });
  const words = [t(`status-${row.status}`), why, ...(complaint === null ? [] : [t("board-complaint-due", { day: complaint })])].join(" · ");
  return (
    <span title={words}>
      {outlook === null && complaint === null ? (
        words
      ) : (
        <Status icon="warning" tone="due">
          {words}
        </Status>
      )}
    </span>
  );
}
