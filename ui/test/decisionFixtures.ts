// A question as a station answers it.

import type { DecisionPage, DecisionRow } from "../src/ipc/types.generated";
import { NOW, ticketRow } from "./fixtures";

export function decision(changes: Partial<DecisionRow> = {}): DecisionRow {
  const row = ticketRow(411);
  return {
    id: "0193-decision",
    ticket: row.id,
    rma: row.rma,
    serial: row.serial,
    model: row.model,
    customer: row.customer,
    status: row.status,
    kind: "unsigned",
    clause: "5.8a",
    clause_says: { zh: "无质保凭证", en: "No warranty certificate" },
    reading: 8,
    reading_says: { zh: "两者都要", en: "Both are needed" },
    remedies: ["refund", "exchange", "free_repair"],
    excuses: [],
    facts: [{ name: "documents.warranty_certificate", value: ["false"] }],
    evidence: [],
    words: "",
    is_asked_by_verdict: true,
    asked_by: "Chen",
    asked_of: "adjudicator",
    asked_at: NOW,
    due_on: "2026-11-24",
    is_overdue: false,
    state: "asked",
    is_standing: true,
    answers: [],
    ...changes,
  };
}

export function decisionPage(rows: DecisionRow[]): DecisionPage {
  const none = { waiting: 0, accepted: 0, refused: 0 };
  return {
    rows,
    next: null,
    of: null,
    counts: {
      mine: rows.length,
      waiting: rows.length,
      overdue: 0,
      waiver: { ...none, accepted: 2 },
      goodwill: none,
      exception: none,
    },
  };
}
