// What a refused command says: a code of a closed list, values for its sentence, and the fields to put
// right. The sentence itself is `error-<code>` of the catalogue; of a refused policy pack it holds another one.

import type { PackError } from "./types.generated";

export interface Problem {
  readonly field: string;
  readonly reason: string;
}

/** A command was refused or broke; nothing of it was done. */
export class Failure extends Error {
  override readonly name = "Failure";

  constructor(
    readonly code: string,
    readonly args: Readonly<Record<string, string>> = {},
    readonly problems: readonly Problem[] = [],
    /** The policy pack that was refused, where one was. */
    readonly pack: PackError | null = null,
  ) {
    super(code);
  }
}

/** Reads what a transport rejected with; whatever is not of our making becomes `unexpected`. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  if (!isRecord(thrown) || typeof thrown.code !== "string") return new Failure("unexpected");
  const args = isRecord(thrown.args) ? thrown.args : {};
  const texts = Object.entries(args).map(([name, value]): [string, string] => [name, String(value)]);
  const problems = Array.isArray(thrown.problems) ? thrown.problems.filter(isProblem) : [];
  return new Failure(thrown.code, Object.fromEntries(texts), problems, isPack(thrown.pack) ? thrown.pack : null);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isProblem(value: unknown): value is Problem {
  return isRecord(value) && typeof value.field === "string" && typeof value.reason === "string";
}

function isPack(value: unknown): value is PackError {
  return isRecord(value) && typeof value.file === "string" && isRecord(value.fault) && typeof value.fault.code === "string";
}
