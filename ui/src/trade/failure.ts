import type { Catalogue } from "../i18n/catalogue";
import type { Failure } from "../ipc/failure";

/** A refusal in words: what happened, what was kept, what to do. */
export function failureText({ say, t }: Catalogue, failure: Pick<Failure, "code" | "args">): string {
  return say(`error-${failure.code}`, spokenValues(failure.args), t("failure-unexpected", { code: failure.code }));
}

/** What is wrong with a field, in words. */
export function problemText({ say, t }: Catalogue, reason: string): string {
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
