import { useWords } from "../../i18n/i18n";
import type { TimelineEntry, TimelineField } from "../../ipc/types.generated";
import { personName } from "../../trade/person";
import css from "./Ticket.module.css";

/** What happened, newest first, as the journal has it. */
export function Timeline(props: { entries: readonly TimelineEntry[] }) {
  const words = useWords();
  const { t, times } = words;
  return (
    <ol className={css["timeline"]}>
      {props.entries.map((entry, index) => (
        <li key={`${entry.at} ${entry.kind} ${index}`}>
          <time>{times.instant(entry.at)}</time>
          <span>
            {personName(t, entry.actor)}
            {entry.station !== null && <small> {t("timeline-elsewhere", { station: entry.station })}</small>}
          </span>
          <strong>{kindText(words, entry)}</strong>
          <span className={css["fields"]}>
            {entry.fields
              .filter(({ name }) => !(name === "event" || name === "undo"))
              .flatMap((field) => fieldText(words, field))
              .join(" · ")}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What happened: the event itself where one is named, and that it was taken back. */
function kindText({ t, say }: ReturnType<typeof useWords>, entry: TimelineEntry): string {
  const event = entry.fields.find(({ name }) => name === "event")?.value ?? null;
  const kind = say(`timeline-${dashed(entry.kind)}`, {}, entry.kind);
  const what = event === null ? kind : say(`event-${event}`, {}, kind);
  const isUndo = entry.fields.some(({ name, value }) => name === "undo" && value === "true");
  return isUndo ? t("timeline-undone", { what }) : what;
}

const LONG_VALUE = 120;
const HASH_CHARS = 12;
const IDENTITY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
/** Fields whose codes have words under another name. */
const codesOf: Readonly<Record<string, string>> = { label: "label_state" };
/** Columns of one fact that the form asks part by part. */
const labelsOf: Readonly<Record<string, string>> = {
  first_reported_on: "first_reported-on",
  first_reported_to: "first_reported-to",
  first_reported_proof: "first_reported-proof",
};
const yesOrNo: Readonly<Record<string, string>> = { true: "yes", false: "no" };

/** A field in words. Identities and hashes of other records say nothing to a reader and have no label. */
function fieldText({ t, say, knows }: ReturnType<typeof useWords>, field: TimelineField): readonly string[] {
  const label = `field-${labelsOf[field.name] ?? dashed(field.name)}`;
  // The identity of another record says nothing to a reader.
  if (!knows(label) || (field.value !== null && IDENTITY.test(field.value))) return [];
  const name = say(label, {}, field.name);
  const codes = codesOf[field.name] ?? dashed(field.name);
  // A text nobody wrote is no news; one that was there before and is empty now was cleared.
  if (field.value === "" && (field.was === null || field.name === "reason")) return [];
  const inWords = (value: string) => shortened(say(`${codes}-${value}`, {}, say(`value-${yesOrNo[value] ?? ""}`, {}, value)));
  const told = (value: string) =>
    // A reason is each act's own: it corrects no other.
    field.was === null || field.name === "reason" || isGroup(field.was)
      ? t("named-value", { name, value })
      : t("timeline-corrected", { name, was: inWords(field.was), value });
  if (field.value === null || field.value === "") return [told(t("timeline-cleared"))];
  // A list or a group of facts: that it was set is the news, what it says stands on this page.
  if (isGroup(field.value)) return [name];
  const spoken = inWords(field.value);
  return [told(field.name === "hash" ? spoken.slice(0, HASH_CHARS) : spoken)];
}

function isGroup(value: string): boolean {
  return /^[[{]/.test(value);
}

function shortened(text: string): string {
  return text.length > LONG_VALUE ? `${text.slice(0, LONG_VALUE)}…` : text;
}

function dashed(name: string): string {
  return name.replaceAll(".", "-");
}
