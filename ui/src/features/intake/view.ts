// What the fields of an intake show and report, whether it is being received or corrected. The fields know
// this and nothing else of where the text is kept.

import { useWords } from "../../i18n/i18n";
import type { Check, Derived, IntakeDraft, Sale } from "../../ipc/types.generated";
import type { Suggestion } from "../../kit/Field";
import { problemText } from "../../trade/failure";
import { registerFields, type RegisterFieldName } from "./draft";

export interface FormView {
  readonly draft: IntakeDraft;
  readonly change: (edit: (draft: IntakeDraft) => IntakeDraft) => void;
  readonly leave: (field: string) => void;
  /** What stands around a field of this name: label is not part of it. */
  readonly around: (name: string) => Around;
}

interface Around {
  readonly name: string;
  readonly onBlur: () => void;
  readonly error: string | null;
  readonly note: string | null;
  readonly suggestion: Suggestion | null;
}

interface Sources {
  readonly draft: IntakeDraft;
  readonly change: FormView["change"];
  readonly leave: FormView["leave"];
  /** Whether a problem of this field is to be said already. */
  readonly isShown: (field: string, reason: string) => boolean;
  readonly check: Check | null;
  readonly derived: readonly Derived[];
}

export function useFormView(sources: Sources): FormView {
  const words = useWords();
  const { t, times } = words;
  const { draft, change, leave, isShown, check, derived } = sources;
  const asOf = check?.register_as_of ?? null;
  const register = asOf === null ? t("source-register") : t("source-register-as-of", { at: times.date(asOf) });

  const around = (name: string): Around => {
    const problem = check?.problems.find((found) => found.field === name);
    const error = problem && isShown(name, problem.reason) ? problemText(words, problem.reason) : null;
    const said = registerSays(name, check?.sale ?? null, draft);
    const suggestion: Suggestion | null =
      said.kind === "differs"
        ? {
            text: t("suggestion-register", { value: valueText(words, name, said.value) }),
            label: t("suggestion-take", { value: valueText(words, name, said.value) }),
            onTake: () => change((now) => said.field.take(now, said.sale)),
          }
        : null;
    const fromReceipt = derived.some((fact) => fact.fact === "claim_date" && fact.source === "receipt");
    const note =
      said.kind === "agrees"
        ? register
        : name === "first_reported.on" && fromReceipt
          ? t("source-receipt")
          : dateNote(words.times.weekday, name, draft);
    return { name, onBlur: () => leave(name), error, note, suggestion };
  };

  return { draft, change, leave, around };
}

type RegisterField = (typeof registerFields)[number];

type Said =
  | { readonly kind: "nothing" }
  | { readonly kind: "agrees" }
  | { readonly kind: "differs"; readonly value: string; readonly field: RegisterField; readonly sale: Sale };

/** What the register says about a field, beside what the draft says. */
function registerSays(name: string, sale: Sale | null, draft: IntakeDraft): Said {
  const field = registerFields.find((known) => known.name === name);
  const value = sale === null ? null : (field?.said(sale) ?? null);
  if (field === undefined || sale === null || value === null) return { kind: "nothing" };
  return field.of(draft) === value ? { kind: "agrees" } : { kind: "differs", value, field, sale };
}

function valueText({ say }: ReturnType<typeof useWords>, name: RegisterFieldName | string, value: string): string {
  return say(`${name}-${value}`, {}, value);
}

/** The weekday says at a glance whether a date was mistyped. */
function dateNote(weekday: (date: string) => string, name: string, draft: IntakeDraft): string | null {
  const dates: Readonly<Record<string, string | null>> = {
    received_on: draft.received_on,
    "first_reported.on": draft.first_reported.on,
  };
  const date = dates[name] ?? null;
  return date === null ? null : weekday(date);
}
