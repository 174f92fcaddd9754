// What the engine says of one unit, as a real station gives it: a determination, the same while nothing is known, and a
// what-if. Part of fixtures.ts, which hands it on.

import type { Assessment, Cover, RemedyVerdict, Verdict, WhatIf } from "../src/ipc/types.generated";

const cover: Cover = {
  nominal_end: "2028-10-28",
  last_covered_day: "2028-10-30",
  calendar_status: "provisional",
};

function remedy(change: Partial<RemedyVerdict>): RemedyVerdict {
  return {
    outcome: "denied",
    needs: [],
    last_day: null,
    nominal_last_day: null,
    calendar_status: null,
    clauses: [],
    unsigned: false,
    readings: [],
    ...change,
  };
}

export const verdict: Verdict = {
  case: null,
  remedies: {
    refund: remedy({ last_day: "2026-11-04", nominal_last_day: "2026-11-04", calendar_status: "published", clauses: ["3.3"] }),
    exchange: remedy({
      outcome: "needs",
      needs: ["accessories", "diagnosis"],
      readings: [8],
      last_day: "2026-11-27",
      nominal_last_day: "2026-11-27",
      calendar_status: "published",
      clauses: ["3.2"],
    }),
    free_repair: remedy({ outcome: "needs", needs: ["diagnosis"], clauses: ["3.1", "2.T"] }),
    paid_repair: remedy({ clauses: ["1.2"] }),
  },
  outside_policy: false,
  excluded_by: [],
  cover,
  next_question: "purchase_proof",
  no_longer_matters: ["serial.label", "serial.matches"],
  assumptions: ["contract_defaults"],
  readings: [8],
  grounds: [
    {
      id: "ground-refund_window_over",
      clause: "3.3",
      effect: "against",
      remedies: ["refund"],
      facts: ["purchase.voucher_date", "claim_date", "contract.return_days"],
      decides: ["refund"],
      args: { last_day: "2026-11-04" },
    },
    {
      id: "ground-exchange_window_open",
      clause: "3.2",
      effect: "for",
      remedies: ["exchange"],
      facts: ["purchase.voucher_date", "claim_date", "contract.exchange_days"],
      decides: [],
      args: { last_day: "2026-11-27" },
    },
    {
      id: "ground-in_warranty",
      clause: "2.T",
      effect: "for",
      remedies: ["free_repair"],
      facts: ["purchase.voucher_date", "claim_date", "contract.unit_months"],
      decides: [],
      args: { last_covered_day: "2028-10-30" },
    },
    {
      id: "ground-open_diagnosis",
      clause: "1.1",
      effect: "open",
      remedies: ["exchange", "free_repair"],
      facts: ["findings"],
      decides: [],
      args: {},
    },
    {
      id: "ground-open_purchase_proof",
      clause: "5.8b",
      effect: "open",
      remedies: ["exchange"],
      facts: ["documents.purchase_proof"],
      decides: [],
      args: {},
    },
  ],
  notes: [],
  policy: { id: "jp", version: "2026.1", hash: "9f3a55c2d1e0b7a8" },
  calendar_hash: "c0ffee0012345678",
};

export const assessment: Assessment = {
  facts: { purchase: { voucher_date: "2026-10-28" }, claim_date: "2026-11-20" },
  verdict,
  explanation: {
    counterfactuals: [
      {
        remedy: "refund",
        id: "counterfactual-earlier",
        supplied: [],
        facts: ["claim_date"],
        outcome: "needs",
        needs: ["diagnosis"],
        last_day: "2026-11-04",
      },
      {
        remedy: "exchange",
        id: "counterfactual-granted_until",
        supplied: ["purchase_proof", "diagnosis"],
        facts: ["documents.purchase_proof", "findings"],
        outcome: "granted",
        needs: [],
        last_day: "2026-11-27",
      },
    ],
    readings: [
      {
        number: 8,
        remedies: ["exchange"],
        says: { zh: "质保凭证与发票缺一不可。", en: "Certificate and invoice are both needed." },
        level: "adjudicate",
        signature: null,
        needs_a_person: true,
      },
    ],
  },
  derived: [{ fact: "purchase.voucher_date", source: "register", as_of: null, by: "", file: "" }],
  earlier_report: [],
  cycle: { target_on: "2026-12-04", limit_on: "2026-12-18", calendar_status: "published" },
};

/** What the engine says while nothing is known. */
export const unknownAssessment: Assessment = {
  facts: {},
  verdict: {
    ...verdict,
    remedies: {
      refund: remedy({ outcome: "needs", needs: ["product_class", "purchase_date"], clauses: ["3.3"] }),
      exchange: remedy({ outcome: "needs", needs: ["product_class", "purchase_date"], clauses: ["3.2"] }),
      free_repair: remedy({ outcome: "needs", needs: ["product_class", "purchase_date"], clauses: ["3.1"] }),
      paid_repair: remedy({ outcome: "needs", needs: ["product_class", "purchase_date"], clauses: ["2.1"] }),
    },
    cover: { nominal_end: null, last_covered_day: null, calendar_status: null },
    next_question: "purchase_date",
    grounds: [],
    readings: [],
  },
  explanation: { counterfactuals: [], readings: [] },
  derived: [{ fact: "claim_date", source: "receipt", as_of: null, by: "", file: "" }],
  earlier_report: [],
  cycle: { target_on: "2026-12-04", limit_on: "2026-12-18", calendar_status: "published" },
};

/** The purchase moved to the day of the claim: a refund becomes possible. */
export const whatIf: WhatIf = {
  before: verdict,
  after: {
    ...verdict,
    remedies: {
      ...verdict.remedies,
      refund: remedy({ outcome: "needs", needs: ["diagnosis"], last_day: "2026-11-27", clauses: ["3.3"] }),
    },
  },
  changed: {
    facts: [{ fact: "purchase.voucher_date", before: ["2026-10-28"], after: ["2026-11-20"] }],
    remedies: ["refund"],
    cover: false,
    pack: false,
    calendar: false,
  },
};
