// Money as it is typed and shown: whole minor units inside, a text with a point outside. Nothing is added up here; sums
// come from the back end.

import type { Catalogue } from "../i18n/catalogue";

/** Minor units of a typed amount; null when nothing is typed, undefined when it is no amount. */
export function amountOf(text: string, currency: string): number | null | undefined {
  const typed = text.trim();
  if (typed === "") return null;
  const found = /^(\d{1,9})(?:[.,](\d{1,3}))?$/.exec(typed);
  const digits = minorDigits(currency);
  const fraction = found?.[2] ?? "";
  if (found === null || fraction.length > digits) return undefined;
  return Number(`${found[1]}${fraction.padEnd(digits, "0")}`);
}

/** Minor units as they are typed; empty for none. */
export function amountText(minor: number | null, currency: string): string {
  if (minor === null) return "";
  const digits = minorDigits(currency);
  if (digits === 0) return String(minor);
  const text = String(minor).padStart(digits + 1, "0");
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** An amount with its currency, to its minor unit. */
export function money({ language }: Pick<Catalogue, "language">, minor: number, currency: string): string {
  const format = new Intl.NumberFormat(language, { style: "currency", currency, currencyDisplay: "code" });
  return format.format(minor / 10 ** minorDigits(currency));
}

/** How many digits behind the point a currency has; two for one that nobody knows. */
function minorDigits(currency: string): number {
  try {
    const options = new Intl.NumberFormat("en", { style: "currency", currency: currency.trim() }).resolvedOptions();
    return options.maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}
