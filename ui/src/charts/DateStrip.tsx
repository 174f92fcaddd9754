// Days in their order on a line, with the number of days between them. The distances are written, not
// drawn: seven days and two years do not share a scale.

import css from "./DateStrip.module.css";

interface StripDay {
  readonly date: string;
  readonly label: string;
  readonly emphasis: boolean;
}

const DAY_MS = 86_400_000;

export function DateStrip(props: { label: string; days: readonly StripDay[]; gap: (days: number) => string }) {
  return (
    <ol className={css["strip"]} aria-label={props.label}>
      {props.days.map((day, index) => {
        const before = props.days[index - 1];
        const between = before === undefined ? 0 : (Date.parse(day.date) - Date.parse(before.date)) / DAY_MS;
        return (
          <li key={`${day.label} ${day.date}`} data-emphasis={day.emphasis || undefined}>
            {between > 0 && <span className={css["gap"]}>{props.gap(between)}</span>}
            <span className={css["tick"]} aria-hidden="true" />
            <span className={css["label"]}>{day.label}</span>
            <time className={css["date"]} dateTime={day.date}>
              <span>{day.date.slice(0, 5)}</span>
              <span>{day.date.slice(5)}</span>
            </time>
          </li>
        );
      })}
    </ol>
  );
}
