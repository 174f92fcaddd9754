// The sheet of a week as the back end gives it.

import type { WeekAmount, WeekLine, WeekSheet } from "../src/ipc/types.generated";
import { ticketRow } from "./fixtures";

const count = (value: number): WeekAmount => ({ kind: "count", count: value });
const share = (part: number, of: number, percent: number | null): WeekAmount => ({ kind: "share", share: { part, of, percent } });
const yuan = (minor: number): WeekAmount => ({ kind: "money", minor, currency: "CNY" });

const received: WeekLine = {
  figure: "received",
  currency: null,
  weeks: [null, count(4), count(6), count(5), count(9)],
  before: { kind: "mean", tenths: 50 },
  standing: null,
};

const lines: WeekLine[] = [
  received,
  { ...received, figure: "overdue", weeks: [count(1), count(0), count(2), count(2), count(3)], standing: "highest" },
  {
    ...received,
    figure: "on_limit",
    weeks: [null, share(3, 4, null), share(0, 0, null), share(18, 24, 75), share(20, 21, 95)],
    before: share(21, 28, 75),
  },
  { ...received, figure: "warranty_cost", currency: "CNY", weeks: [null, yuan(0), yuan(0), yuan(21_000), yuan(42_050)], before: yuan(7_000) },
];

/** The week that ended on Sunday 22 November 2026; today is the Tuesday after. */
export function weekSheet(change: Partial<WeekSheet> = {}): WeekSheet {
  const weeks = ["10-19", "10-26", "11-02", "11-09", "11-16"].map((from, at) => ({
    week: `2026-W${43 + at}`,
    first_on: `2026-${from}`,
    last_on: ["2026-10-25", "2026-11-01", "2026-11-08", "2026-11-15", "2026-11-22"][at] ?? "",
  }));
  return {
    weeks,
    as_of: "2026-11-22",
    today: "2026-11-24",
    week_after: "2026-W48",
    this_week: "2026-W48",
    last_week: "2026-W47",
    began_on: "2026-10-28",
    lines,
    pieces_without_cost: 2,
    oldest: [ticketRow(371, { state: "overdue", elapsed_working_days: 22 }), ticketRow(380)],
    faults: [{ model: "NV-640", batch: "JP2409-", count: { fault: "shutter_stuck", zh: "快门卡滞", en: "Shutter stuck", own: 3, before: 1 } }],
    dealers: [{ dealer: "Night Owl", count: { fault: "display", zh: "显示屏故障", en: "Display faulty", own: 2, before: 0 } }],
    ...change,
  };
}
