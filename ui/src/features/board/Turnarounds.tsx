// How long repairs took that ended in the last weeks: each a dot, with the days by which half, 85 and 95 of a hundred were back.

import { useState } from "react";
import { Plot, type Mark } from "../../charts/Plot";
import { useWords } from "../../i18n/i18n";
import type { BoardTurnaround } from "../../ipc/types.generated";
import { ShortGrid } from "../../kit/Grid";
import { Section } from "../../kit/Page";
import { limits, percentiles } from "./Ages";
import css from "./Board.module.css";

const TOP_MAX = 40;
const TOP_MIN = 24;
const DAY_MS = 86_400_000;

export function Turnarounds(props: { data: BoardTurnaround; isTable: boolean }) {
  const { data, isTable } = props;
  const { t, times } = useWords();
  const [reached, setReached] = useState<Mark | null>(null);
  const { turnaround, points } = data;
  const first = Date.parse(data.since);
  const days = Math.max(1, (Date.parse(data.until) - first) / DAY_MS);
  const place = (on: string) => 0.01 + (0.98 * (Date.parse(on) - first)) / DAY_MS / days;
  if (isTable) return <TurnaroundTable data={data} />;
  const marks: Mark[] = points.map((point) => ({
    id: `${point.on} ${point.working_days} ${point.is_late}`,
    at: place(point.on),
    value: point.working_days,
    // A dot is a day's: how many it stands for is in its words.
    count: 1,
    tone: point.is_late ? "over" : "plain",
    name: t("board-point", { day: times.day(point.on), days: point.working_days, count: point.tickets }),
  }));
  return (
    <Section title={t("board-turnaround")} hint={reached?.name ?? t("board-turnaround-count", { count: turnaround.units })}>
      {turnaround.units === 0 ? (
        <p className={css["nothing"]}>{t("board-turnaround-few", { count: 0 })}</p>
      ) : (
        <>
          <Plot
            label={t("board-turnaround")}
            marks={marks}
            lines={turnaround.spread === null ? limits(t) : [...percentiles(t, turnaround.spread), ...limits(t)]}
            feet={months(data).map((on) => ({ at: place(on), label: on.slice(0, 7) }))}
            top={Math.min(TOP_MAX, Math.max(TOP_MIN, ...points.map((point) => point.working_days)))}
            span={0}
            onReach={setReached}
          />
          {turnaround.spread === null && <p className={css["said"]}>{t("board-turnaround-few", { count: turnaround.units })}</p>}
        </>
      )}
    </Section>
  );
}

/** The first days of the months that begin in it. */
function months(data: BoardTurnaround): string[] {
  const [year = 0, month = 1] = data.since.split("-").map(Number);
  return [1, 2, 3]
    .map((after) => new Date(Date.UTC(year, month - 1 + after, 1)).toISOString().slice(0, 10))
    .filter((on) => on <= data.until);
}

function TurnaroundTable(props: { data: BoardTurnaround }) {
  const { t, times } = useWords();
  const { points, turnaround } = props.data;
  return (
    <Section title={t("board-turnaround-table")} hint={t("board-turnaround-count", { count: turnaround.units })}>
      <p className={css["said"]}>
        {turnaround.spread === null
          ? t("board-turnaround-few", { count: turnaround.units })
          : t("board-turnaround-spread", { count: turnaround.units, ...turnaround.spread })}
      </p>
      <div className={css["scroll"]}>
        <ShortGrid
          label={t("board-turnaround-table")}
          rows={points.toReversed()}
          rowKey={(point) => `${point.on} ${point.working_days} ${point.is_late}`}
          columns={[
            { id: "on", header: t("board-handed-over"), cell: (point) => times.day(point.on) },
            { id: "days", header: t("board-day-word"), width: "12rem", align: "end", cell: (point) => String(point.working_days) },
            { id: "count", header: t("board-count"), width: "10rem", align: "end", cell: (point) => times.number(point.tickets) },
          ]}
        />
      </div>
    </Section>
  );
}
