// The intake while it is typed: an empty one, and what the sales register fills in. No rule is here: what a
// fact means is decided by the back end.

import type { Facts, Intake, IntakeDraft, Sale, Unavailable } from "../../ipc/types.generated";
import { known } from "../../trade/facts";
import { nobody } from "../../trade/nobody";

export function emptyDraft(today: string): IntakeDraft {
  return {
    serial: "",
    no_serial: false,
    label: null,
    model: "",
    product_class: null,
    symptom: "",
    customer: nobody,
    parties: { end_user: null, dealer: null, owner: null, payer: null, ship_to: null },
    received_on: today,
    // How it came is said, never assumed: consent follows from it (3.3).
    channel: null,
    authorisation: null,
    dealer: "",
    first_reported: { on: null, to: "", proof: "", none: false },
    remote_attempts: "",
    accessories: [],
    condition: "",
    purchase_document: "",
    remedy_wanted: null,
    paper_form: null,
    damage: null,
    late_entry: null,
    owned_by_us: false,
    calendar: null,
    consignment: null,
    // A unit is brought as a whole; a part claimed for as such is the exception (reading 20).
    facts: { claim_object: "whole" },
  };
}

/** A received intake as it is taken up again to correct it. */
export function draftOf(intake: Intake, facts: Facts): IntakeDraft {
  const { no_earlier_report, authorisation, late_entry, serial, ...same } = intake;
  return {
    ...same,
    serial,
    no_serial: isTag(serial),
    authorisation: authorisation?.kind === "number" ? { kind: "number", rma: authorisation.rma, sure: false } : authorisation,
    late_entry: late_entry === null ? null : { at: late_entry.at.slice(0, "08:35".length) },
    first_reported: { ...(intake.first_reported ?? { on: null, to: "", proof: "" }), none: no_earlier_report },
    facts,
  };
}

/** What a temporary tag begins with: it stands in for a serial that could not be read. */
const TAG = "TAG-";

/** Whether this stands in for a serial that could not be read. */
function isTag(serial: string): boolean {
  return serial.startsWith(TAG);
}

/** No serial can be read: what was typed of one is none. */
export function withoutSerial(draft: IntakeDraft): IntakeDraft {
  return draft.no_serial ? draft : { ...draft, no_serial: true, serial: "" };
}

/** The transport's mark on a unit is its damage in transit; empty: there is none. Damage in our hands is not changed by it. */
export function withTransitDamage(draft: IntakeDraft, note: string): IntakeDraft {
  if (draft.damage?.where === "in_house") return draft;
  return { ...draft, damage: note === "" ? null : { where: "transit", note } };
}

/** What the verdict depends on; without names, so that typing one asks for nothing. */
export function claimOf(draft: IntakeDraft): IntakeDraft {
  return {
    ...draft,
    model: "",
    symptom: "",
    customer: nobody,
    dealer: "",
    remote_attempts: "",
    condition: "",
    purchase_document: "",
    remedy_wanted: null,
    parties: { end_user: null, dealer: null, owner: null, payer: null, ship_to: null },
    damage: null,
    first_reported: { on: draft.first_reported.on, to: "", proof: "", none: draft.first_reported.none },
  };
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

/** Takes over what an enquiry said: only what nobody typed yet. A customer is one person, so it is taken whole or not. */
export function fillFromEnquiry(draft: IntakeDraft, said: IntakeDraft): IntakeDraft {
  const { customer, first_reported: report } = draft;
  const isNobody = [customer.name, customer.phone, customer.email, customer.address].every((text) => text === "");
  const isUnreported = report.on === null && !report.none;
  return {
    ...draft,
    serial: draft.no_serial ? draft.serial : draft.serial || said.serial,
    model: draft.model || said.model,
    product_class: draft.product_class ?? said.product_class,
    symptom: draft.symptom || said.symptom,
    customer: isNobody ? said.customer : customer,
    authorisation: draft.authorisation ?? said.authorisation,
    first_reported: isUnreported ? said.first_reported : report,
    remote_attempts: draft.remote_attempts || said.remote_attempts,
  };
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
