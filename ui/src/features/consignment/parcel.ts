// The card of a parcel while it is typed, as texts; and back into what the back end takes. It counts no day
// and compares nothing.

import type { Carrier, Consignment, Freight } from "../../ipc/types.generated";
import { amountOf, amountText } from "../../trade/money";

export interface ParcelCard {
  readonly waybill: string;
  readonly carrier: Carrier | null;
  readonly received_on: string | null;
  readonly cartons_announced: string;
  readonly cartons_counted: string;
  readonly units_announced: string;
  readonly freight: "unasked" | Freight["kind"];
  readonly amount: string;
  readonly currency: string;
  readonly damage: string;
  readonly note: string;
}

export function emptyCard(today: string, waybill: string): ParcelCard {
  return {
    waybill,
    carrier: null,
    received_on: today,
    cartons_announced: "",
    cartons_counted: "",
    units_announced: "",
    freight: "unasked",
    amount: "",
    currency: "CNY",
    damage: "",
    note: "",
  };
}

export function cardOf(parcel: Consignment): ParcelCard {
  const number = (value: number | null) => (value === null ? "" : String(value));
  const collect = parcel.freight?.kind === "collect" ? parcel.freight : null;
  return {
    waybill: parcel.waybill ?? "",
    carrier: parcel.carrier,
    received_on: parcel.received_on,
    cartons_announced: number(parcel.cartons_announced),
    cartons_counted: number(parcel.cartons_counted),
    units_announced: number(parcel.units_announced),
    freight: parcel.freight?.kind ?? "unasked",
    amount: amountText(collect?.amount_minor ?? null, collect?.currency ?? "CNY"),
    currency: collect?.currency ?? "CNY",
    damage: parcel.damage,
    note: parcel.note,
  };
}

/** The fields whose text is no number; empty when all can be sent. */
export function unreadable(card: ParcelCard): ReadonlyArray<keyof ParcelCard> {
  const counts = (["cartons_announced", "cartons_counted", "units_announced"] as const).filter(
    (name) => !/^\d{0,6}$/.test(card[name].trim()),
  );
  const isAmount = card.freight !== "collect" || amountOf(card.amount, card.currency) !== undefined;
  return isAmount ? counts : [...counts, "amount"];
}

/** What both receiving and correcting a parcel send. */
export function stated(card: ParcelCard) {
  const number = (text: string) => (text.trim() === "" ? null : Number(text.trim()));
  const freight: Freight | null =
    card.freight === "unasked"
      ? null
      : card.freight === "prepaid"
        ? { kind: "prepaid" }
        : { kind: "collect", amount_minor: amountOf(card.amount, card.currency) ?? null, currency: card.currency.trim().toUpperCase() };
  return {
    carrier: card.carrier,
    cartons_announced: number(card.cartons_announced),
    cartons_counted: number(card.cartons_counted),
    units_announced: number(card.units_announced),
    freight,
    damage: card.damage,
    note: card.note,
  };
}
