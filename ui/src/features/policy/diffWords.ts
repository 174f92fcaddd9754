// The words of a comparison of packs: the fields of an entry. Kinds of claims have theirs in trade/claimWords.

import type { Catalogue } from "../../i18n/catalogue";
import type { EntryChange } from "../../ipc/types.generated";
import { wordOf } from "../../trade/claimWords";

interface EntryLine {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** The fields of an entry that differ; an entry that is in one pack alone is one line. */
export function entryLines(words: Catalogue, { list, entry, before, after }: EntryChange): readonly EntryLine[] {
  const { say } = words;
  const heading = [say(`pack_list-${list}`, {}, list), ...(entry === "" ? [] : [entryText(words, entry)])];
  const name = heading.join(" · ");
  if (!isFields(before) || !isFields(after)) return [{ name, before: plain(before), after: plain(after) }];
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .filter((field) => plain(before[field]) !== plain(after[field]))
    .map((field) => ({ name: `${name} · ${say(`pack_field-${field}`, {}, field)}`, before: plain(before[field]), after: plain(after[field]) }));
}

/** The codes that name an entry in its list, in words where there are any; a clause and a number stand for themselves. */
function entryText(words: Catalogue, codes: string): string {
  return codes
    .split(" ")
    .map((code) => wordOf(words, named, code))
    .join(" ");
}

/** The kinds of words that an entry is named by. */
const named = ["product_class", "claim_object", "remedy", "sale_kind", "finding", "wanting", "rank"] as const;

function plain(value: unknown): string {
  if (value === null || value === undefined) return "—";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
