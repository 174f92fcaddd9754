// A parcel of three for the window's tests: two announced, one of them here.

import type { ConsignmentLife, ConsignmentLine, ConsignmentRow, ConsignmentUnit } from "../src/ipc/types.generated";
import * as fixtures from "./fixtures";

const ID = "0193-parcel";

export const row: ConsignmentRow = {
  id: ID,
  waybill: "SF1234567890123",
  carrier: "sf",
  sender: "成都夜行者户外 售后",
  dealer: "成都夜行者户外",
  received_on: "2026-11-20",
  received_at: fixtures.NOW,
  state: "on_time",
  elapsed_working_days: 1,
  closed_at: null,
  tally: { announced: 2, here: 0, short: 2, extra: 0, damaged: 0 },
  received: 0,
  waiting: 2,
  is_damaged: false,
};

export function line(serial: string, change: Partial<ConsignmentLine> = {}): ConsignmentLine {
  return { id: `line-${serial}`, serial, model: "NV-640", state: "awaited", damage: "", draft: null, ticket: null, ...change };
}

export function life(change: Partial<ConsignmentLife> = {}): ConsignmentLife {
  return {
    row,
    consignment: {
      waybill: row.waybill,
      carrier: "sf",
      received_on: row.received_on,
      cartons_announced: 2,
      cartons_counted: 1,
      units_announced: null,
      freight: { kind: "collect", amount_minor: 2350, currency: "CNY" },
      damage: "",
      note: "",
    },
    shared: {
      ...fixtures.emptyDraft,
      customer: { name: row.sender, company: "", phone: "13980005966", email: "", address: "" },
      dealer: row.dealer,
      received_on: row.received_on,
      consignment: ID,
    },
    lines: [line(fixtures.sale.serial), line("JP2409-00418")],
    attachments: [],
    papers: [],
    timeline: [],
    ...change,
  };
}

/** What scanning a unit of it answers. */
export function unit(serial: string, change: Partial<ConsignmentUnit> = {}): ConsignmentUnit {
  const draft = { ...life().shared, serial, model: "NV-640", product_class: "terminal" as const };
  return {
    outcome: "here",
    line: line(serial, { state: "here", draft: `draft-${serial}` }),
    draft: { id: `draft-${serial}`, draft, saved_at: fixtures.NOW },
    ticket: null,
    ...change,
  };
}
