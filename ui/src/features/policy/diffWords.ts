// The words of a comparison of packs: conditions of a kind of claim, fields of an entry.

import type { Catalogue } from "../../i18n/catalogue";
import type { Aspect, Condition, Cut, DayRange, EntryChange } from "../../ipc/types.generated";

/** The kinds of words a code of an aspect is looked up among. */
const kinds: Record<Aspect, readonly string[]> = {
  product_class: ["product_class"],
  claim_object: ["claim_object"],
  claim_day: [],
  sale: ["sale_kind", "contract_term"],
  findings: ["finding"],
  wanting: ["wanting"],
  accessories: ["pack_diff"],
  consent: ["pack_diff"],
  situation: ["situation"],
};

/** Of a condition "sold as" the words "special price". */
export function conditionText(words: Catalogue, condition: Condition): string {
  const { t } = words;
  const { aspect, any_of, none_of, days } = condition;
  const values = (codes: readonly string[]) => codes.map((code) => valueText(words, aspect, code)).join("; ");
  if (days.length > 0) return days.map((range) => daysText(words, range)).join("; ");
  return none_of.length > 0 ? t("pack_diff-none_of", { values: values(none_of) }) : values(any_of);
}

/** One value; parts of it are joined by a plus. */
function valueText(words: Catalogue, aspect: Aspect, codes: string): string {
  return codes
    .split("+")
    .map((code) => word(words, kinds[aspect], code))
    .join(" + ");
}

/** A code in words of one of some kinds, or as it is. */
function word({ say, knows }: Catalogue, among: readonly string[], code: string): string {
  const id = among.map((kind) => `${kind}-${code}`).find((one) => knows(one));
  return id === undefined ? code : say(id, {}, code);
}

function daysText(words: Catalogue, { after, up_to, is_before_purchase }: DayRange): string {
  const { t } = words;
  if (is_before_purchase) return t("pack_diff-days-before");
  const from = after === null ? null : cutText(words, after);
  const to = up_to === null ? null : cutText(words, up_to);
  if (from === null) return to === null ? t("pack_diff-days-any") : t("pack_diff-days-to", { up_to: to });
  return to === null ? t("pack_diff-days-from", { after: from }) : t("pack_diff-days-from-to", { after: from, up_to: to });
}

function cutText({ t }: Catalogue, cut: Cut): string {
  if (cut === "purchase") return t("pack_diff-cut-purchase");
  return "days" in cut ? t("pack_diff-cut-days", { count: cut.days }) : t("pack_diff-cut-months", { count: cut.months });
}

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
    .map((code) => word(words, named, code))
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
