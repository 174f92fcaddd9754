import type { Catalogue } from "../i18n/catalogue";
import type { Failure } from "../ipc/failure";

/** A refusal in words: what happened, what was kept, what to do. */
export function failureText({ say, t }: Catalogue, failure: Failure): string {
  const counted = Object.entries(failure.args).map(([name, value]): [string, string | number] => [
    name,
    // A plural needs a number; numbers travel as text.
    /^\d{1,9}$/.test(value) && name === "count" ? Number(value) : value,
  ]);
  return say(`error-${failure.code}`, Object.fromEntries(counted), t("failure-unexpected", { code: failure.code }));
}

/** What is wrong with a field, in words. */
export function problemText({ say, t }: Catalogue, reason: string): string {
  return say(`problem-${reason}`, {}, t("failure-unexpected", { code: reason }));
}
