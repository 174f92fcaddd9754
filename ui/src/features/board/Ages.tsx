// How old open work orders are, by stage: a chart, and the same as a table.

import { useState } from "react";
import { Plot, type Line, type Mark } from "../../charts/Plot";
import { useWords } from "../../i18n/i18n";
import type { Board, Spread, Status } from "../../ipc/types.generated";
import { ShortGrid } from "../../kit/Grid";
import { Section } from "../../kit/Page";
import { CycleStatus } from "../../trade/words";
import css from "./Board.module.css";
import { stages } from "./view";

/** The chart shows no day beyond this one for itself. */
const TOP_MAX = 40;
const TOP_MIN = 24;

export function Ages(props: { board: Board; spread: Spread | null; isTable: boolean; onStage: (status: Status) => void }) {
  const { board, isTable } = props;
  const { t } = useWords();
  const [reached, setReached] = useState<Mark | null>(null);
  if (isTable) return <AgeTable board={board} onStage={props.onStage} />;
  const shown = stages.filter((stage) => board.ages.some((age) => age.status === stage));
  const top = Math.min(TOP_MAX, Math.max(TOP_MIN, ...board.ages.map((age) => age.working_day)));
  const place = (stage: (typeof stages)[number]) => (shown.indexOf(stage) + 0.5) / shown.length;
  const marks: Mark[] = shown.flatMap((stage) =>
    board.ages
      .filter((age) => age.status === stage)
      .map((age) => ({
        id: `${stage} ${age.working_day}`,
        at: place(stage),
        value: age.working_day,
        count: age.tickets,
        tone: age.state === "overdue" ? "over" : age.state === "due" ? "due" : "plain",
        name: t("board-age-cell", { stage: t(`status-${stage}`), day: age.working_day, count: age.tickets }),
      })),
  );
  return (
    <Section title={t("board-ages")} hint={reached?.name ?? t("board-ages-hint")}>
      {marks.length === 0 ? (
        <p className={css["nothing"]}>{t("board-ages-none")}</p>
      ) : (
        <Plot
          label={`${t("board-ages")}. ${t("board-age-keys")}`}
          marks={marks}
          lines={[...limits(t), ...percentiles(t, props.spread)]}
          feet={shown.map((stage) => ({ at: place(stage), label: t(`board-stage-${stage}`) }))}
          top={top}
          span={0.8 / shown.length}
          onReach={setReached}
          onOpen={(mark) => {
            const stage = shown.find((one) => place(one) === mark.at);
            if (stage !== undefined) props.onStage(stage);
          }}
        />
      )}
    </Section>
  );
}

/** Day 10 and day 20. */
export function limits(t: ReturnType<typeof useWords>["t"]): Line[] {
  return [
    { value: 10, label: t("board-day", { day: 10 }), tone: "due", side: "left" },
    { value: 20, label: t("board-day", { day: 20 }), tone: "over", side: "left" },
  ];
}

/** By when half, 85 and 95 of a hundred were back; those of the same day are one line. */
export function percentiles(t: ReturnType<typeof useWords>["t"], spread: Spread | null): Line[] {
  if (spread === null) return [];
  const lines = [
    { percent: 50, days: spread.p50 },
    { percent: 85, days: spread.p85 },
    { percent: 95, days: spread.p95 },
  ];
  const isLast = (index: number) => lines.findLastIndex(({ days }) => days === lines[index]?.days) === index;
  return lines
    .filter((_, index) => isLast(index))
    .map(({ percent, days }) => ({ value: days, label: t("board-percentile", { percent, days }), tone: "accent", side: "right" }));
}

function AgeTable(props: { board: Board; onStage: (status: Status) => void }) {
  const { t, times } = useWords();
  return (
    <Section title={t("board-ages-table")} hint={t("board-ages-hint")}>
      <div className={css["scroll"]}>
        <ShortGrid
          label={t("board-ages-table")}
          rows={props.board.ages}
          rowKey={(age) => `${age.status} ${age.working_day}`}
          onOpen={(age) => props.onStage(age.status)}
          columns={[
            { id: "stage", header: t("board-stage"), cell: (age) => t(`status-${age.status}`) },
            { id: "day", header: t("board-day-word"), width: "12rem", align: "end", cell: (age) => String(age.working_day) },
            { id: "count", header: t("board-count"), width: "10rem", align: "end", cell: (age) => times.number(age.tickets) },
            { id: "state", header: t("column-state"), width: "12rem", cell: (age) => <CycleStatus state={age.state} /> },
          ]}
        />
      </div>
    </Section>
  );
}
