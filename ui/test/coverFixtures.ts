// The cover of a unit as a real station tells it.

import type { CoverAccount, CoverEntry, ItemCover } from "../src/ipc/types.generated";
import { sale } from "./fixtures";

/** A terminal bought on 25 February 2026, by what was known on a day. */
export function coverAccount(as_of: string): CoverAccount {
  const entry: CoverEntry = {
    entry: "purchase",
    serial: sale.serial,
    starts_on: "2026-02-25",
    unit_months: 24,
    part_months: 3,
  };
  const item = (end: string, isCovered: boolean): ItemCover => ({
    lines: [{ entry, nominal_end: end, moved_end: true }],
    last: { date: end, status: "published" },
    is_covered: isCovered,
  });
  return { as_of, unit: item("2028-02-25", true), parts: item("2026-05-25", as_of <= "2026-05-25"), named: [] };
}
