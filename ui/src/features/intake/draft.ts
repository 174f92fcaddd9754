// The intake while it is typed: an empty one, and how answers of checklists stand in its facts. No rule is
// here: what a fact means is decided by the back end.

import type { Answer as FactAnswer, Facts, Intake, IntakeDraft, Sale, SerialLabel, Unavailable } from "../../ipc/types.generated";
import type { Answer } from "../../kit/StateList";

export function emptyDraft(today: string): IntakeDraft {
  return {
    serial: "",
    model: "",
    product_class: null,
    symptom: "",
    customer: { name: "", phone: "", email: "", address: "" },
    received_on: today,
    channel: "counter",
    dealer: "",
    first_reported: { on: null, to: "" },
    remote_attempts: "",
    accessories: [],
    condition: "",
    purchase_document: "",
    remedy_wanted: null,
    paper_form: null,
    calendar: null,
    // A unit is brought as a whole; a part claimed for as such is the exception (reading 20).
    facts: { claim_object: "whole" },
  };
}

/** A received intake as it is taken up again to correct it. */
export function draftOf(intake: Intake, facts: Facts): IntakeDraft {
  return {
    ...intake,
    first_reported: intake.first_reported ?? { on: null, to: "" },
    facts,
  };
}

/** What the verdict depends on; without names, so that typing one asks for nothing. */
export function claimOf(draft: IntakeDraft): IntakeDraft {
  const { name, phone, email, address } = { name: "", phone: "", email: "", address: "" };
  return {
    ...draft,
    model: "",
    symptom: "",
    customer: { name, phone, email, address },
    dealer: "",
    remote_attempts: "",
    condition: "",
    purchase_document: "",
    remedy_wanted: null,
    first_reported: { on: draft.first_reported.on, to: "" },
  };
}

/** A fact that was answered with yes or no, as a checklist shows it. */
export function answerOf(fact: FactAnswer<boolean> | null | undefined): Answer {
  if (fact === null || fact === undefined) return "unseen";
  if (fact === "unavailable") return "unavailable";
  return fact ? "yes" : "no";
}

export function factOf(answer: Answer): FactAnswer<boolean> | null {
  switch (answer) {
    case "yes":
      return true;
    case "no":
    case "no2":
      return false;
    case "unavailable":
      return "unavailable";
    case "unseen":
      return null;
  }
}

const labelAnswers: Record<SerialLabel | Unavailable, Answer> = {
  readable: "yes",
  unreadable: "no",
  absent: "no2",
  unavailable: "unavailable",
};

export function labelAnswerOf(label: FactAnswer<SerialLabel> | null | undefined): Answer {
  return label === null || label === undefined ? "unseen" : labelAnswers[label];
}

export function labelOf(answer: Answer): FactAnswer<SerialLabel> | null {
  switch (answer) {
    case "yes":
      return "readable";
    case "no":
      return "unreadable";
    case "no2":
      return "absent";
    case "unavailable":
      return "unavailable";
    case "unseen":
      return null;
  }
}

/** A group of facts that may have been answered as a whole with "not available". */
export function known<Group extends object>(group: FactAnswer<Group> | null | undefined): Group | null {
  return group === null || group === undefined || group === "unavailable" ? null : group;
}

/** A date that may have been asked for without an answer. */
export function knownDate(date: FactAnswer<string> | null | undefined): string | null {
  return date === null || date === undefined || date === "unavailable" ? null : date;
}

/** The fields that the sales register can fill, each with how it stands in a draft. */
export const registerFields = [
  {
    name: "model",
    of: (draft: IntakeDraft) => draft.model || null,
    said: (sale: Sale) => sale.model || null,
    take: (draft: IntakeDraft, sale: Sale | null): IntakeDraft => ({ ...draft, model: sale?.model ?? "" }),
  },
  {
    name: "product_class",
    of: (draft: IntakeDraft) => draft.product_class,
    said: (sale: Sale) => sale.product_class,
    take: (draft: IntakeDraft, sale: Sale | null): IntakeDraft => ({
      ...draft,
      product_class: sale?.product_class ?? null,
    }),
  },
  {
    name: "purchase.voucher_date",
    of: (draft: IntakeDraft) => known(draft.facts.purchase)?.voucher_date ?? null,
    said: (sale: Sale) => sale.voucher_date,
    take: (draft: IntakeDraft, sale: Sale | null) => withPurchase(draft, { voucher_date: sale?.voucher_date ?? null }),
  },
  {
    name: "purchase.contract_date",
    of: (draft: IntakeDraft) => known(draft.facts.purchase)?.contract_date ?? null,
    said: (sale: Sale) => sale.contract_date,
    take: (draft: IntakeDraft, sale: Sale | null) => withPurchase(draft, { contract_date: sale?.contract_date ?? null }),
  },
  {
    name: "sale_kind",
    of: (draft: IntakeDraft) => draft.facts.sale_kind ?? null,
    said: (sale: Sale) => sale.sale_kind,
    take: (draft: IntakeDraft, sale: Sale | null) => withFacts(draft, { sale_kind: sale?.sale_kind ?? null }),
  },
  {
    name: "dealer",
    of: (draft: IntakeDraft) => draft.dealer || null,
    said: (sale: Sale) => sale.dealer || null,
    take: (draft: IntakeDraft, sale: Sale | null): IntakeDraft => ({ ...draft, dealer: sale?.dealer ?? "" }),
  },
  {
    name: "customer.name",
    of: (draft: IntakeDraft) => draft.customer.name || null,
    said: (sale: Sale) => sale.customer || null,
    take: (draft: IntakeDraft, sale: Sale | null) => withCustomer(draft, { name: sale?.customer ?? "" }),
  },
  {
    name: "customer.phone",
    of: (draft: IntakeDraft) => draft.customer.phone || null,
    said: (sale: Sale) => sale.phone || null,
    take: (draft: IntakeDraft, sale: Sale | null) => withCustomer(draft, { phone: sale?.phone ?? "" }),
  },
] as const;

export type RegisterFieldName = (typeof registerFields)[number]["name"];

/** Fills what is empty, and what an earlier serial had filled; what a person typed stays. */
export function fillFromRegister(draft: IntakeDraft, sale: Sale | null, earlier: Sale | null): IntakeDraft {
  let filled = draft;
  for (const field of registerFields) {
    const now = field.of(filled);
    const wasFilled = earlier !== null && now !== null && now === field.said(earlier);
    if (now === null || wasFilled) filled = field.take(filled, sale);
  }
  return filled;
}

export function withFacts(draft: IntakeDraft, facts: Partial<Facts>): IntakeDraft {
  return { ...draft, facts: { ...draft.facts, ...facts } };
}

export function withPurchase(draft: IntakeDraft, purchase: NonNullable<Known<Facts["purchase"]>>): IntakeDraft {
  return withFacts(draft, { purchase: { ...known(draft.facts.purchase), ...purchase } });
}

export function withCustomer(draft: IntakeDraft, customer: Partial<IntakeDraft["customer"]>): IntakeDraft {
  return { ...draft, customer: { ...draft.customer, ...customer } };
}

type Known<T> = Exclude<T, Unavailable | null | undefined>;
