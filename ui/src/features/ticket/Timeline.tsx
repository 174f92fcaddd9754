import { useWords } from "../../i18n/i18n";
import type { TimelineEntry, TimelineField } from "../../ipc/types.generated";
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
          <strong>{say(`event-${dashed(entry.kind)}`, {}, entry.kind)}</strong>
          <span className={css["fields"]}>{entry.fields.flatMap((field) => fieldText(words, field)).join(" · ")}</span>
        </li>
      ))}
    </ol>
  );
}

const LONG_VALUE = 120;
const HASH_CHARS = 12;

/** A field in words. Identities and hashes of other records say nothing to a reader and have no label. */
function fieldText({ t, say, knows }: ReturnType<typeof useWords>, field: TimelineField): readonly string[] {
  const label = `field-${dashed(field.name)}`;
  if (!knows(label)) return [];
  const name = say(label, {}, field.name);
  if (field.value === null) return [`${name}: ${t("timeline-cleared")}`];
  // A list or a group of facts: that it was set is the news, what it says stands on this page.
  if (/^[[{]/.test(field.value)) return [name];
  const spoken = say(`${dashed(field.name)}-${field.value}`, {}, field.value);
  if (field.name === "hash") return [`${name}: ${spoken.slice(0, HASH_CHARS)}`];
  return [`${name}: ${spoken.length > LONG_VALUE ? `${spoken.slice(0, LONG_VALUE)}…` : spoken}`];
}

function dashed(name: string): string {
  return name.replaceAll(".", "-");
}
