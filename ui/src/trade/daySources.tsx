// Who says that a day differs from its day of the week: each source named once below the list, numbered where there are several.

import { useWords } from "../i18n/i18n";
import type { Day } from "../ipc/types.generated";
import css from "./words.module.css";

/** The sources of some days, each once, in order of the days. */
export function daySources(days: readonly Day[]): string[] {
  return [...new Set(days.map((day) => day.source).filter((source) => source !== ""))];
}

/** The number of the day's source; nothing where one source says it all. */
export function SourceMark(props: { sources: readonly string[]; day: Day }) {
  const at = props.sources.indexOf(props.day.source);
  return props.sources.length < 2 || at < 0 ? null : <sup>{at + 1}</sup>;
}

/** The sources, numbered as the marks are. */
export function DaySources(props: { sources: readonly string[] }) {
  const { t } = useWords();
  if (props.sources.length === 0) return null;
  return (
    <p className={css["sources"]}>
      {t("calendar-sources")}
      {props.sources.map((source, at) => (
        <span key={source}>
          {props.sources.length > 1 && <sup>{at + 1}</sup>} {source}
        </span>
      ))}
    </p>
  );
}
