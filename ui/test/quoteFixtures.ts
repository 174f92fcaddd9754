// A quote at every stage, as the back end answers it.

import type { QuoteRow, QuoteStart, QuoteTerms } from "../src/ipc/types.generated";
import * as fixtures from "./fixtures";

const terms: QuoteTerms = {
  currency: "CNY",
  is_tax_included: null,
  valid_until: "2026-12-22",
  alternatives: [
    {
      kind: "repair",
      title: "更换电源板",
      lines: [
        { kind: "part", code: "P-07", name_zh: "电源板", name_en: "Power board", quantity: 1, unit_minor: 68_000 },
        { kind: "labour", code: "L-01", name_zh: "工时费", name_en: "Labour", quantity: 2, unit_minor: 15_000 },
      ],
    },
    {
      kind: "return_unrepaired",
      title: "",
      lines: [{ kind: "inspection", code: "I-01", name_zh: "检测费", name_en: "Inspection", quantity: 1, unit_minor: 20_000 }],
    },
  ],
  note: "",
  exception: null,
};

export const sums = { lines_minor: [[68_000, 30_000], [20_000]], totals_minor: [98_000, 20_000] };

export function quoteRow(change: Partial<QuoteRow> = {}): QuoteRow {
  return {
    id: "quote-1",
    number: "Q1",
    state: "issued",
    terms,
    sums,
    reviewed_by: "",
    review: "",
    made_by: "李娜",
    made_at: fixtures.NOW,
    issued_on: "2026-11-22",
    issued_by: "李娜",
    answer: null,
    accepted_minor: null,
    answered_by: "",
    answered_at: null,
    ...change,
  };
}

export const draftRow = (change: Partial<QuoteRow> = {}): QuoteRow =>
  quoteRow({ id: "quote-2", number: null, state: "draft", issued_on: null, issued_by: "", ...change });

export const quoteStart: QuoteStart = {
  terms: { ...terms, alternatives: terms.alternatives.map((one) => (one.kind === "repair" ? { ...one, title: "", lines: [] } : one)) },
  standard: [
    {
      version: "2026-1",
      effective_on: "2026-01-01",
      currency: "CNY",
      code: "L-01",
      name_zh: "工时费",
      name_en: "Labour",
      kind: "labour",
      product_class: null,
      model: "",
      amount_minor: 15_000,
    },
  ],
  is_free: false,
  needs_review: false,
};
