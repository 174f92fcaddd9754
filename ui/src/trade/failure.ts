import type { Catalogue } from "../i18n/catalogue";
import type { Failure } from "../ipc/failure";
import { packRefusalText } from "./packRefusal";

/** A refusal in words: what happened, what was kept, what to do. */
export function failureText(words: Catalogue, failure: Pick<Failure, "code" | "args"> & Partial<Pick<Failure, "pack">>): string {
  const { say, t } = words;
  const pack = failure.pack ?? null;
  const values = pack === null ? spokenValues(failure.args) : { detail: packRefusalText(words, pack) };
  return say(`error-${failure.code}`, values, t("failure-unexpected", { code: failure.code }));
}

/** What is wrong with a field, in words: its own where it has some, as for what contradicts something else. */
export function problemText({ say, t, knows }: Catalogue, reason: string, field = ""): string {
  const own = `problem-${field.replaceAll(".", "-")}-${reason}`;
  if (field !== "" && knows(own)) return say(own, {}, own);
  return say(`problem-${reason}`, {}, t("failure-unexpected", { code: reason }));
}

/** Values travel as text; a plural needs a number. Process numbers are names, not counts. */
export function spokenValues(args: Readonly<Record<string, string>>): Record<string, string | number> {
  const spoken = Object.entries(args).map(([name, value]): [string, string | number] => [
    name,
    name !== "pid" && /^\d{1,9}$/.test(value) ? Number(value) : value,
  ]);
  return Object.fromEntries(spoken);
}
