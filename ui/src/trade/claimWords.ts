// Claims that a pack decides, in words: the conditions of a kind of claim, as a comparison of packs and the refusal of a
// pack name them.

import type { Catalogue } from "../i18n/catalogue";
import type { Aspect, Condition, Cut, DayRange } from "../ipc/types.generated";

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
    .map((code) => wordOf(words, kinds[aspect], code))
    .join(" + ");
}

/** A code in words of one of some kinds, or as it is. */
export function wordOf({ say, knows }: Catalogue, among: readonly string[], code: string): string {
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
