import { useWords } from "../../i18n/i18n";
import type { TimelineEntry } from "../../ipc/types.generated";
import { fieldLabel } from "../../trade/fieldLabel";
import css from "./Ticket.module.css";

/** What happened, newest first, as the journal has it. */
export function Timeline(props: { entries: readonly TimelineEntry[] }) {
  const words = useWords();
  const { t, say, times } = words;
  return (
    <ol className={css["timeline"]}>
      {props.entries.map((entry, index) => (
        <li key={`${entry.at} ${entry.kind} ${index}`}>
          <time>{times.instant(entry.at)}</time>
          <span>{entry.actor || t("timeline-nobody")}</span>
          <strong>{say(`event-${entry.kind.replaceAll(".", "-")}`, {}, entry.kind)}</strong>
          {entry.fields.length > 0 && (
            <span className={css["fields"]}>
              {entry.fields
                .map((field) => `${fieldLabel(words, field.name)}: ${field.value === null ? t("timeline-cleared") : valueText(say, field)}`)
                .join(" · ")}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

const LONG_VALUE = 120;

/** Codes are spoken; long values are cut, the record has them in full. */
function valueText(say: ReturnType<typeof useWords>["say"], field: TimelineEntry["fields"][number]): string {
  const value = field.value ?? "";
  const spoken = say(`${field.name.replaceAll(".", "-")}-${value.replaceAll('"', "")}`, {}, value);
  return spoken.length > LONG_VALUE ? `${spoken.slice(0, LONG_VALUE)}…` : spoken;
}
