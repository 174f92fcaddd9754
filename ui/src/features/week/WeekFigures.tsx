// The figures of a week beside those of the four weeks before. A share of few is told by its count, and only what stands
// above or below each of the four is marked, by shape and word.

import { useWords } from "../../i18n/i18n";
import type { WeekAmount, WeekLine, WeekSheet } from "../../ipc/types.generated";
import { cx } from "../../kit/cx";
import { money } from "../../trade/money";
import css from "./Week.module.css";

export function WeekFigures(props: { sheet: WeekSheet }) {
  const { sheet } = props;
  const { t, times } = useWords();
  return (
    <table className={css["table"]} aria-label={t("week-title")}>
      <thead>
        <tr>
          <th scope="col">{t("week-figure")}</th>
          {sheet.weeks.map((days, at) => (
            <th key={days.week} scope="col" className={cx(css["number"], at + 1 === sheet.weeks.length && css["own"])}>
              {days.week.slice(5)}
              <small>{times.monthDay(days.first_on)}</small>
            </th>
          ))}
          <th scope="col" className={css["number"]}>
            {t("week-before")}
          </th>
          <th scope="col">{t("week-standing")}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.lines.map((line) => (
          <Line key={`${line.figure} ${line.currency ?? ""}`} line={line} weeks={sheet.weeks.map((days) => days.week)} />
        ))}
      </tbody>
    </table>
  );
}

/** What the figures are counted of, as on paper. */
export function WeekNotes(props: { sheet: WeekSheet }) {
  const { pieces_without_cost: pieces } = props.sheet;
  const { t } = useWords();
  return (
    <div className={css["notes"]}>
      <p>{t("week-note-dates")}</p>
      <p>{t("week-note-shares")}</p>
      <p>
        {t("week-note-cost")}
        {pieces > 0 && ` ${t("week-note-cost-unknown", { pieces })}`}
      </p>
      <p>{t("week-note-before")}</p>
    </div>
  );
}

function Line(props: { line: WeekLine; weeks: readonly string[] }) {
  const { line, weeks } = props;
  const { t } = useWords();
  const name =
    line.figure === "warranty_cost"
      ? t("week-figure-warranty_cost", { currency: line.currency ?? "" })
      : t(`week-figure-${line.figure}`);
  return (
    <tr>
      <th scope="row" className={cx(line.figure === "overdue" && css["part"])}>
        {name}
      </th>
      {line.weeks.map((amount, at) => (
        <td key={weeks[at]} className={cx(css["number"], at + 1 === line.weeks.length && css["own"])}>
          <Amount amount={amount} />
        </td>
      ))}
      <td className={css["number"]}>
        <Amount amount={line.before} />
      </td>
      <td>
        {line.standing !== null && (
          <span className={css["standing"]}>
            <span aria-hidden="true">{line.standing === "highest" ? "▲" : "▼"}</span> {t(`week-standing-${line.standing}`)}
          </span>
        )}
      </td>
    </tr>
  );
}

function Amount(props: { amount: WeekAmount | null }) {
  const { amount } = props;
  const words = useWords();
  const { t, times } = words;
  if (amount === null) return <span className={css["nothing"]}>—</span>;
  switch (amount.kind) {
    case "count":
      return times.number(amount.count);
    case "mean":
      return (amount.tenths / 10).toFixed(1);
    case "money":
      return money(words, amount.minor, amount.currency);
    case "share": {
      const { part, of, percent } = amount.share;
      if (of === 0) return <span className={css["nothing"]}>—</span>;
      const share = t("week-share", { part: times.number(part), of: times.number(of) });
      if (percent === null) return share;
      return (
        <>
          {t("week-percent", { percent: String(percent) })} <small>{share}</small>
        </>
      );
    }
  }
}
