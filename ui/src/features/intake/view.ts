// What the fields of an intake show and report, whether it is being received or corrected. The fields know
// this and nothing else of where the text is kept.

import { useWords } from "../../i18n/i18n";
import type { Check, Derived, IntakeDraft, Sale } from "../../ipc/types.generated";
import type { Suggestion } from "../../kit/Field";
import { problemText } from "../../trade/failure";
import { sourceText } from "../../trade/sourceText";
import { registerFields, type RegisterFieldName } from "./draft";

export interface FormView {
  readonly draft: IntakeDraft;
  readonly change: (edit: (draft: IntakeDraft) => IntakeDraft) => void;
  readonly leave: (field: string) => void;
  /** What the back end says of the draft as it stands; null until it has been looked at. */
  readonly check: Check | null;
  /** What stands around a field of this name: label is not part of it. */
  readonly around: (name: string) => Around;
  /** Where the value of a fact nobody stated was taken from, in words; null where it was stated or is not known. */
  readonly sourceOf: (fact: string) => string | null;
  /** What belongs in the box, as the master of the model says; null where none says. */
  readonly kit: readonly string[] | null;
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

  const sourceOf = (fact: string): string | null => {
    const found = derived.find((one) => one.fact === fact && one.source !== "intake" && one.source !== "receipt");
    return found === undefined ? null : sourceText(words, found);
  };
  const kit = check?.model?.model.kit ?? [];
  const around = (name: string): Around => {
    const problem = check?.problems.find((found) => found.field === name);
    const error = problem && isShown(name, problem.reason) ? problemText(words, problem.reason, isOfCustomer(name) ? `intake.${name}` : name) : null;
    // The class is the model's to say; what a row of the register says of it is not offered beside that.
    const model = name === "product_class" && check?.model?.model.product_class ? check.model : null;
    const said = registerSays(name, model === null ? (check?.sale ?? null) : null, draft);
    const suggestion: Suggestion | null =
      said.kind === "differs"
        ? {
            text: t("suggestion-register", { value: valueText(words, name, said.value) }),
            label: t("suggestion-take", { value: valueText(words, name, said.value) }),
            onTake: () => change((now) => said.field.take(now, said.sale)),
          }
        : (modelSuggestion(words, name, check, draft, change) ?? null);
    const fromReceipt = derived.some((fact) => fact.fact === "claim_date" && fact.source === "receipt");
    const note =
      said.kind === "agrees"
        ? register
        : name === "first_reported.on" && fromReceipt
          ? t("source-receipt")
          : name === "serial" && isUnregistered(check, draft)
            ? t("serial-unregistered", { at: times.date(asOf ?? 0) })
          : model !== null && model.model.product_class === draft.product_class
            ? t("fact_source-by-model", { by: model.model.code, at: times.date(model.as_of) })
            : (dateNote(words.times.weekday, name, draft) ?? sourceOf(name));
    return { name, onBlur: () => leave(name), error, note, suggestion };
  };

  return { draft, change, leave, check, around, sourceOf, kit: kit.length === 0 ? null : kit };
}

/** Whose absence is told with its reason: with no other sender, the customer at the counter is the sender. */
function isOfCustomer(name: string): boolean {
  return name === "customer.name" || name === "customer.phone";
}

/** What the master of the model would put into a field: its code by the look of the serial, its class. */
function modelSuggestion(
  { t }: ReturnType<typeof useWords>,
  name: string,
  check: Check | null,
  draft: IntakeDraft,
  change: FormView["change"],
): Suggestion | null {
  const fits = check?.fits_model ?? null;
  if (name === "model" && fits !== null && draft.model.trim() === "") {
    return {
      text: t("suggestion-model", { value: fits }),
      label: t("suggestion-model-take", { value: fits }),
      onTake: () => change((now) => ({ ...now, model: fits })),
    };
  }
  const model = check?.model?.model;
  const ofModel = model?.product_class ?? null;
  if (name === "product_class" && model !== undefined && ofModel !== null && draft.product_class !== ofModel) {
    const value = t(`product_class-${ofModel}`);
    return {
      text: draft.product_class === null ? t("suggestion-class", { by: model.code, value }) : t("conflict-master-class", { by: model.code, says: value }),
      label: t("conflict-master-take", { value }),
      onTake: () => change((now) => ({ ...now, product_class: ofModel })),
    };
  }
  return null;
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

/** A serial of a shape to be looked up, which neither the register nor our own units hold. */
function isUnregistered(check: Check | null, draft: IntakeDraft): boolean {
  const isKnown = check === null || check.sale !== null || check.loan !== null || check.register_as_of === null;
  return !isKnown && check.serial !== null && !draft.no_serial;
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
