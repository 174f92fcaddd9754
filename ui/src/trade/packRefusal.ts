// Why a policy pack was refused, in words: the sentence of its code with what the file writes put in as it stands, and the
// claim that shows the fault named as a comparison of packs names it. The command line makes the same sentence.

import type { Catalogue } from "../i18n/catalogue";
import type { Condition, ExampleFact, PackError, PackFault } from "../ipc/types.generated";
import { conditionText, wordOf } from "./claimWords";

/** File, line and fault as one sentence without its full stop. */
export function packRefusalText(words: Catalogue, { file, line, fault }: PackError): string {
  // A line is a number to look for, not a count: no grouping.
  return words.t("pack_fault", { file, line: String(line), fault: faultText(words, fault) });
}

function faultText(words: Catalogue, fault: PackFault): string {
  const values = Object.entries(fault).map(([name, value]): [string, string] => [name, valueText(words, name, value)]);
  const example = exampleText(words, fault);
  return words.say(`pack_fault-${fault.code}`, Object.fromEntries(example === null ? values : [...values, ["example", example]]), fault.code);
}

/** A value as the file writes it; a remedy and what an answer waits for in words. */
function valueText(words: Catalogue, name: string, value: unknown): string {
  if (Array.isArray(value)) return value.filter((one) => typeof one === "string").join(words.t("list-separator"));
  const code = String(value);
  if (name === "remedy" || name === "granted" || name === "denied") return wordOf(words, ["remedy"], code);
  return name === "need" ? wordOf(words, ["need"], code) : code;
}

/** The claim that shows the fault. */
function exampleText(words: Catalogue, fault: PackFault): string | null {
  const lines =
    "claim" in fault ? fault.claim.map((one) => conditionLine(words, one)) : "facts" in fault ? fault.facts.map((one) => factLine(words, one)) : null;
  return lines === null ? null : lines.join(words.t("list-separator"));
}

function conditionLine(words: Catalogue, condition: Condition): string {
  return `${words.t(`pack_diff-${condition.aspect}`)}: ${conditionText(words, condition)}`;
}

function factLine(words: Catalogue, { fact, value }: ExampleFact): string {
  const code = value === "true" ? "yes" : value === "false" ? "no" : value;
  return words.t("explain-fact", { name: wordOf(words, ["fact"], fact.replaceAll(".", "_")), value: wordOf(words, ["value"], code) });
}
