// A hand-over while it is typed, and the request it becomes. What must be filled in is the station's to say.

import type {
  Carrier,
  CollectionProof,
  FreightBearer,
  HandoverRequest,
  PaymentMethod,
  TicketLife,
} from "../../ipc/types.generated";
import { amountOf, amountText } from "../../trade/money";
import { decidedFor, dispositionOf, type OldUnit } from "../../trade/oldUnit";

export interface HandoverDraft {
  readonly way: "shipped" | "collected";
  readonly carrier: Carrier | null;
  readonly waybill: string;
  readonly by: string;
  readonly proof: CollectionProof;
  readonly shown: string;
  /** `on_paper`, the id of an attachment, or nobody signed. */
  readonly signature: string | null;
  readonly on: string | null;
  readonly at: string;
  readonly lateReason: string;
  readonly returned: readonly string[];
  readonly missingNote: string;
  readonly condition: string;
  readonly amount: string;
  readonly currency: string;
  readonly method: PaymentMethod | null;
  readonly paidOn: string | null;
  readonly reference: string;
  readonly account: string;
  readonly invoice: { readonly title: string; readonly tax_number: string; readonly send_to: string };
  readonly freight: FreightBearer | null;
  readonly givenSerial: string;
  readonly givenModel: string;
  /** Where the unit that came goes, when another or the money is given. */
  readonly oldUnit: OldUnit;
  readonly part: string;
  readonly loansBack: readonly string[];
  readonly loanNote: string;
  readonly note: string;
}

/** The currency where nothing was agreed. */
const YUAN = "CNY";

export function beginning(life: TicketLife): HandoverDraft {
  const owed = life.handover.account;
  // What is refunded stands in its worksheet.
  const refund = life.row.resolution === "refund" ? life.refund.sheet : null;
  const currency = refund?.currency ?? owed?.currency ?? YUAN;
  const due = refund !== null ? (refund.refunded_minor === 0 ? refund.price_minor : null) : owed?.open_minor || null;
  const isAtCounter = life.intake.channel === "counter";
  return {
    way: isAtCounter ? "collected" : "shipped",
    carrier: null,
    waybill: "",
    by: isAtCounter ? life.intake.customer.name : "",
    proof: "receipt",
    shown: "",
    signature: null,
    on: null,
    at: "",
    lateReason: "",
    returned: [],
    missingNote: "",
    condition: "",
    amount: amountText(due, currency),
    currency,
    method: null,
    paidOn: null,
    reference: "",
    account: "",
    invoice: { title: "", tax_number: "", send_to: "" },
    freight: null,
    // The unit that was chosen is the one that is given.
    givenSerial: life.exchange.chosen?.serial ?? "",
    givenModel: life.exchange.chosen?.model ?? life.exchange.model_wanted,
    oldUnit: decidedFor(life),
    part: "",
    loansBack: [],
    loanNote: "",
    note: "",
  };
}

/** What was with the unit when it came. */
export function cameWith(life: TicketLife): readonly string[] {
  return life.intake.accessories.filter((one) => one.state === "present").map((one) => one.item);
}

export type Resolution = NonNullable<TicketLife["row"]["resolution"]>;

/** Whether what goes out is the unit that came. */
export function givesBack(resolution: Resolution | null): boolean {
  return resolution !== "refund" && resolution !== "exchange";
}

export function outLoans(life: TicketLife) {
  return life.handover.loans.filter((loan) => loan.returned_on === null);
}

/** A scanned code goes where it belongs: what looks like a number of ours is a receipt, anything else a waybill. */
export function scanned(draft: HandoverDraft, text: string): HandoverDraft {
  const isReceipt = /^[A-Z][A-Z0-9]{1,7}-[A-Z0-9]{5}-\d{4,}-[A-Z0-9]$/i.test(text.trim());
  return isReceipt
    ? { ...draft, way: "collected", proof: "receipt", shown: text.trim() }
    : { ...draft, way: "shipped", waybill: text.trim() };
}

/** Whether the typed amount is one. */
export function isAmountWrong(draft: HandoverDraft): boolean {
  return amountOf(draft.amount, draft.currency) === undefined;
}

export function requestOf(life: TicketLife, draft: HandoverDraft, today: string): HandoverRequest {
  const resolution = life.row.resolution;
  const unitGoesBack = givesBack(resolution);
  const amount = amountOf(draft.amount, draft.currency) ?? null;
  const isPaid = amount !== null && draft.method !== null && draft.account.trim() === "";
  const { invoice } = draft;
  return {
    id: life.row.id,
    on: draft.on,
    at: draft.at,
    late_reason: draft.lateReason,
    way:
      draft.way === "shipped"
        ? { kind: "shipped", carrier: draft.carrier, waybill: draft.waybill }
        : { kind: "collected", by: draft.by, proof: draft.proof, shown: draft.shown },
    accessories: unitGoesBack
      ? cameWith(life).map((item) => ({ item, is_returned: draft.returned.includes(item) }))
      : [],
    missing_note: draft.missingNote,
    condition: draft.condition,
    signature:
      draft.signature === null
        ? null
        : draft.signature === "on_paper"
          ? { kind: "on_paper" }
          : { kind: "scanned", attachment: draft.signature },
    account: draft.account,
    payments: isPaid
      ? [
          {
            kind: resolution === "refund" ? "refund" : "received",
            method: draft.method ?? "other",
            amount_minor: amount,
            currency: draft.currency,
            paid_on: draft.paidOn ?? draft.on ?? today,
            reference: draft.reference,
          },
        ]
      : [],
    invoice: Object.values(invoice).every((text) => text.trim() === "") ? null : invoice,
    freight: draft.freight,
    given: resolution === "exchange" && draft.givenSerial.trim() !== "" ? { serial: draft.givenSerial, model: draft.givenModel } : null,
    ...dispositionOf(decidedFor(life), draft.oldUnit),
    repaired_part: draft.part,
    loans_back: draft.loansBack.map((lending) => ({ id: life.row.id, lending, on: draft.on, note: "" })),
    loan_note: draft.loanNote,
    note: draft.note,
  };
}
