// A centre in China whose next year is not published yet, and the notice that publishes it.

import type { CalendarPreview, CalendarShelf, Day, TicketClock } from "../src/ipc/types.generated";

const NOTICE = "国务院办公厅通知";
const weekday = (date: string): Day => ({
  date,
  is_working: true,
  status: "published",
  reason: { kind: "weekday" },
  source: "",
});
const holiday: Day = {
  date: "2027-01-04",
  is_working: false,
  status: "published",
  reason: { kind: "holiday", name_zh: "元旦", name_en: "New Year's Day" },
  source: NOTICE,
};
const madeUp: Day = {
  date: "2027-01-09",
  is_working: true,
  status: "published",
  reason: { kind: "makeup_workday", name_zh: "元旦", name_en: "New Year's Day" },
  source: NOTICE,
};

export const shelf = (change: Partial<CalendarShelf> = {}): CalendarShelf => ({
  country: "CN",
  published_until: "2026-12-31",
  cycle_today: { target_on: "2026-12-18", limit_on: "2027-01-04", calendar_status: "provisional" },
  years: [
    { year: 2026, status: "published", days: [{ ...holiday, date: "2026-01-01" }] },
    { year: 2027, status: "provisional", days: [{ ...holiday, date: "2027-01-01", status: "provisional" }] },
    { year: 2028, status: "provisional", days: [] },
  ],
  imports: [],
  may_import: true,
  ...change,
});

export const preview: CalendarPreview = {
  countries: [{ country: "CN", years: [2027], published: [2027], days: 3, to_rest: [holiday], to_work: [madeUp] }],
  is_known: false,
  moved: 2,
  later: 1,
  moves: [
    {
      id: "0193-ticket-1",
      rma: "CD01-A7K3M-00412-K",
      received_on: "2026-12-04",
      before: { target_on: "2026-12-18", limit_on: "2027-01-04", calendar_status: "provisional" },
      after: { target_on: "2026-12-18", limit_on: "2027-01-06", calendar_status: "published" },
    },
  ],
};

export const clock: TicketClock = {
  country: "CN",
  received_on: "2027-01-03",
  cycle: { target_on: "2027-01-09", limit_on: "2027-01-11", calendar_status: "published" },
  until: "2027-01-09",
  clock: { gross: 5, net: 3, for_customer: 2, for_parts: 0 },
  waits: [{ cause: "customer", began_on: "2027-01-04", ended_on: "2027-01-07" }],
  days: [
    { day: { ...weekday("2027-01-03"), is_working: false, reason: { kind: "weekend" } }, number: null, waited: null },
    { day: holiday, number: null, waited: null },
    { day: weekday("2027-01-05"), number: 1, waited: "customer" },
    { day: madeUp, number: 5, waited: null },
  ],
};
