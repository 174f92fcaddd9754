import { useWords } from "../i18n/i18n";
import type { Failure } from "../ipc/failure";
import { problemText } from "./failure";

/** What is wrong with a field, by its name in the request. */
export type FieldProblems = (name: string) => string | null;

/** What a refusal says of each field. */
export function useFieldProblems(failure: Failure | null): FieldProblems {
  const words = useWords();
  return (name) => {
    const found = failure?.problems.find((problem) => problem.field === name);
    return found === undefined ? null : problemText(words, found.reason, name);
  };
}
