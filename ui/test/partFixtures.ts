// Spare parts, as the station of the tests says them.

import type { PartLife, PartLine, PartRow, TicketParts } from "../src/ipc/types.generated";

export const noParts: TicketParts = { lines: [], expected_on: null, likely_terms: "warranty", costs: [], agreed: [] };

export function partRow(change: Partial<PartRow> = {}): PartRow {
  return {
    id: "0193-part",
    card: {
      number: "PB-01",
      name_zh: "电源板",
      name_en: "Power board",
      position: "A-03",
      is_serialised: false,
      cost_minor: 21_000,
      currency: "CNY",
    },
    on_hand: 3,
    reserved: 1,
    free: 2,
    wanted: 0,
    spellings: ["dyb", "dianyuanban"],
    ...change,
  };
}

export function partLine(change: Partial<PartLine> = {}): PartLine {
  return {
    id: "0193-line",
    part: "0193-part",
    card: partRow().card,
    quantity: 1,
    terms: "warranty",
    state: "reserved",
    expected_on: null,
    is_late: false,
    serial_old: "",
    serial_new: "",
    cost_minor: null,
    currency: "CNY",
    ...change,
  };
}

export function partLife(change: Partial<PartLife> = {}): PartLife {
  return {
    row: partRow(),
    uses: [{ ticket: "0193-00411", rma: "CD01-A7K3M-00411-K", line: partLine() }],
    timeline: [
      { at: 1_795_000_000_000, actor: "Chen", station: null, kind: "part.receive", fields: [{ name: "pieces", value: "3", was: null }] },
    ],
    timeline_damaged: false,
    ...change,
  };
}
