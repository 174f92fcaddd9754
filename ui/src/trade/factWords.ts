// Facts in words: what a fact is called, what its value says, and which value a claim has for it. Facts are
// named as in the contract, with dots inside: `purchase.voucher_date`.

import type { Catalogue } from "../i18n/catalogue";
import type { Times } from "../i18n/times";
import type { Facts } from "../ipc/types.generated";
import { fieldLabel } from "./fieldLabel";

type Words = Catalogue & { readonly times: Times };

/** A value as codes, the way the back end lists it; null where nothing was stated. */
export type FactCodes = readonly string[] | null;

/** What a fact is called. */
export function factLabel(words: Words, name: string): string {
  const inList = /^(\w+)\.(\d+)\.(\w+)$/.exec(name);
  if (inList !== null) {
    const [, list = "", place = "0", part = ""] = inList;
    return `${factLabel(words, list)} ${Number(place) + 1}: ${factLabel(words, part)}`;
  }
  return words.say(`fact-${name.replaceAll(".", "_")}`, {}, fieldLabel(words, name));
}

/** What its value says. */
export function factText(words: Words, name: string, value: FactCodes): string {
  const { t } = words;
  if (value === null) return t("value-not_stated");
  if (value.length === 0) return t("fact_value-empty_findings");
  return value.map((code) => codeText(words, name, code)).join(t("list-separator"));
}

function codeText({ say, t, times }: Words, name: string, code: string): string {
  if (code === "true") return t("value-yes");
  if (code === "false") return t("value-no");
  if (/^\d{4}-\d\d-\d\d$/.test(code)) return times.day(code);
  const last = name.slice(name.lastIndexOf(".") + 1);
  if (/^\d+$/.test(code)) return t(countOf(last), { count: Number(code) });
  return say(`value-${code}`, {}, say(`${last}-${code}`, {}, code));
}

function countOf(name: string): "fact_value-days" | "fact_value-months" | "fact_value-repairs" {
  if (name.endsWith("_days")) return "fact_value-days";
  return name.endsWith("_months") ? "fact_value-months" : "fact_value-repairs";
}

/** The value a claim has for a fact. */
export function factOfClaim(facts: Facts, name: string): FactCodes {
  let found: unknown = facts;
  for (const part of name.split(".")) {
    // A group that was answered as a whole answers for its parts.
    if (found === "unavailable") break;
    found = isGroup(found) ? found[part] : undefined;
  }
  if (found === undefined || found === null) return null;
  if (Array.isArray(found)) return found.every((item) => typeof item === "string") ? found : [String(found.length)];
  // Of a group as a whole only that it was seen can be said; its parts have names of their own.
  return isGroup(found) ? ["seen"] : [String(found)];
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
