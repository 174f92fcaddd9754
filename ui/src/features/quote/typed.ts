// A quote while it is typed, as texts; and back into what the back end takes. It adds nothing up.

import type { AlternativeKind, Charge, ChargeKind, ExceptionGround, LineKind, QuoteLine, QuoteTerms } from "../../ipc/types.generated";
import { amountOf, amountText } from "../../trade/money";

export interface TypedLine {
  /** Tells lines apart while they are typed; it is not kept. */
  readonly key: number;
  readonly kind: LineKind;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly quantity: string;
  readonly unit: string;
}

export interface TypedAlternative {
  readonly key: number;
  readonly kind: AlternativeKind;
  readonly title: string;
  readonly lines: readonly TypedLine[];
}

export interface TypedQuote {
  readonly currency: string;
  readonly tax: "unsaid" | "included" | "excluded";
  readonly validUntil: string | null;
  readonly alternatives: readonly TypedAlternative[];
  readonly note: string;
  readonly ground: ExceptionGround | "none";
  readonly reference: string;
}

/** Keys that no line had before. */
let made = 0;
const nextKey = () => ++made;

export function typedOf(terms: QuoteTerms): TypedQuote {
  return {
    currency: terms.currency,
    tax: terms.is_tax_included === null ? "unsaid" : terms.is_tax_included ? "included" : "excluded",
    validUntil: terms.valid_until,
    alternatives: terms.alternatives.map((one) => ({
      key: nextKey(),
      kind: one.kind,
      title: one.title,
      lines: one.lines.map((line) => typedLine(line, terms.currency)),
    })),
    note: terms.note,
    ground: terms.exception?.ground ?? "none",
    reference: terms.exception?.reference ?? "",
  };
}

function typedLine(line: QuoteLine, currency: string): TypedLine {
  return {
    key: nextKey(),
    kind: line.kind,
    code: line.code,
    nameZh: line.name_zh,
    nameEn: line.name_en,
    quantity: String(line.quantity),
    unit: amountText(line.unit_minor, currency),
  };
}

export function emptyLine(): TypedLine {
  return { key: nextKey(), kind: "part", code: "", nameZh: "", nameEn: "", quantity: "1", unit: "" };
}

const kindOf: Record<ChargeKind, LineKind> = { labour: "labour", inspection: "inspection", part: "part", freight: "freight" };

/** A line of the charge standard as a line of the quote. */
export function standardLine(charge: Charge): TypedLine {
  return {
    key: nextKey(),
    kind: kindOf[charge.kind],
    code: charge.code,
    nameZh: charge.name_zh,
    nameEn: charge.name_en,
    quantity: "1",
    unit: amountText(charge.amount_minor, charge.currency),
  };
}

/** One more repair before the unit as it came, which stays last. */
export function withAlternative(quote: TypedQuote): TypedQuote {
  const more: TypedAlternative = { key: nextKey(), kind: "repair", title: "", lines: [emptyLine()] };
  return { ...quote, alternatives: [...quote.alternatives.slice(0, -1), more, ...quote.alternatives.slice(-1)] };
}

/** What the back end takes; null while a number is no number or the last day is missing. */
export function termsOf(quote: TypedQuote): QuoteTerms | null {
  const { validUntil } = quote;
  if (validUntil === null || !/^[A-Za-z]{3}$/.test(quote.currency.trim())) return null;
  const alternatives = [];
  for (const one of quote.alternatives) {
    const lines = [];
    for (const line of one.lines) {
      const unit = amountOf(line.unit, quote.currency);
      if (unit === undefined || !/^\d{1,6}$/.test(line.quantity.trim())) return null;
      lines.push({
        kind: line.kind,
        code: line.code,
        name_zh: line.nameZh,
        name_en: line.nameEn,
        quantity: Number(line.quantity.trim()),
        unit_minor: unit ?? 0,
      });
    }
    alternatives.push({ kind: one.kind, title: one.title, lines });
  }
  return {
    currency: quote.currency.trim().toUpperCase(),
    is_tax_included: quote.tax === "unsaid" ? null : quote.tax === "included",
    valid_until: validUntil,
    alternatives,
    note: quote.note,
    exception: quote.ground === "none" ? null : { ground: quote.ground, reference: quote.reference },
  };
}

/** A, B, C … by place. */
export function letter(place: number): string {
  return String.fromCharCode("A".charCodeAt(0) + place);
}
