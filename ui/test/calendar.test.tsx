// Working days at the window: what is published, what an import would move, and how a work order's dates came about.

import { screen, within } from "@testing-library/react";
import axe from "axe-core";
import { expect, it } from "vitest";
import { Failure } from "../src/ipc/failure";
import type { CalendarYear, Day } from "../src/ipc/types.generated";
import { openApp } from "./app";
import { preview, shelf } from "./calendarFixtures";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";

const address = "/settings/calendar";
const notice = () => new File(["date,kind\n2027-01-01,holiday\n"], "cn_2027.csv", { type: "text/csv" });

it("says how far the calendar is published and which days of a year differ", async () => {
  await openApp(address);
  await screen.findByRole("heading", { name: "Working days" });
  const main = screen.getByRole("main");
  expect(main.textContent).toMatch(/every day is published up to .?2026-12-31/);
  const year = within(main).getByRole("region", { name: /2027/ });
  expect(year.textContent).toMatch(/not published yet/);
  expect(year.textContent).toMatch(/holiday.*New Year's Day/);
  expect(within(main).getByRole("region", { name: /2028/ }).textContent).toMatch(/Only weekends are known/);
  expect((await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } })).violations).toEqual([]);
});

it("names the source of a year once, and numbers the days where there are several", async () => {
  const one: Day = {
    date: "2026-10-01",
    is_working: false,
    status: "published",
    reason: { kind: "holiday", name_zh: "国庆节", name_en: "National Day" },
    source: "notice A",
  };
  const years: CalendarYear[] = [
    { year: 2026, status: "published", days: [one, { ...one, date: "2026-10-02" }] },
    { year: 2027, status: "published", days: [{ ...one, date: "2027-10-01" }, { ...one, date: "2027-10-02", source: "file B" }] },
  ];
  await openApp(address, fakeStation({ calendar_shelf: () => shelf({ years }) }));
  const said = async (name: RegExp) => (await screen.findByRole("region", { name })).textContent.replaceAll(/[\u2068\u2069]/gu, "");
  expect(await said(/2026/)).toMatch(/National Day2026-10-02.*National DaySource: notice A$/);
  expect(await said(/2027/)).toMatch(/National Day12027-10-02.*National Day2Source:1 notice A2 file B$/);
});

it("shows what a newer calendar would move before one key brings it in", async () => {
  const station = fakeStation({ calendar_import: () => shelf({ published_until: "2027-12-31" }) });
  const { user } = await openApp(address, station);
  await user.upload(await screen.findByLabelText("Import a newer calendar", { selector: "input" }), notice());
  const seen = await screen.findByRole("region", { name: /cn_2027.csv/ });
  expect(seen.textContent).toMatch(/.?2.? open work orders get other dates, .?1.? of them a later day 20/);
  expect(seen.textContent).toMatch(/2027-01-09.*make-up workday/);
  expect(within(seen).getByRole("grid", { name: "Work orders that move" }).textContent).toMatch(/2027-01-04.*2027-01-06/);
  expect(document.activeElement).toBe(within(seen).getByRole("button", { name: "Import and move the dates" }));
  await user.keyboard("{Enter}");
  await screen.findByText(/Imported: .?cn_2027.csv/);
  expect(station.asked("calendar_import")).toEqual([{ file: "cn_2027.csv", text: "date,kind\n2027-01-01,holiday\n" }]);
  expect(screen.queryByRole("region", { name: /cn_2027.csv/ })).toBeNull();
});

it("a bad file is told by its line", async () => {
  const bad = fakeStation({
    calendar_preview: () => {
      throw new Failure("calendar_kind", { file: "cn_2027.csv", line: "2", found: "feast" });
    },
  });
  const first = await openApp(address, bad);
  await first.user.upload(await screen.findByLabelText("Import a newer calendar", { selector: "input" }), notice());
  await screen.findByText(/Line .?2.? of .?cn_2027.csv.?: ".?feast.?" is no kind of day/);
});

it("the same file twice is nothing left to do", async () => {
  const again = fakeStation({ calendar_preview: () => ({ ...preview, is_known: true, moved: 0, later: 0, moves: [] }) });
  const { user } = await openApp(address, again);
  await user.upload(await screen.findByLabelText("Import a newer calendar", { selector: "input" }), notice());
  const act = await screen.findByRole("button", { name: "Import and move the dates" });
  expect(act.getAttribute("aria-disabled")).toBe("true");
  expect(screen.getByText("No open work order gets another date.")).toBeDefined();
});

it("a work order tells each day of its cycle and what it waited for", async () => {
  await openApp(`/tickets/${fixtures.ticketRow(412).id}`);
  const panel = (await screen.findByText("How the dates came about")).closest("details");
  expect(panel?.textContent).toMatch(/Working day .?5.?, .?3.? without waiting/);
  const rows = within(screen.getByRole("table", { name: /Calendar of .?CN/, hidden: true })).getAllByRole("row", { hidden: true });
  expect(rows.map((row) => row.textContent.replaceAll(/[\u2068\u2069]/gu, ""))).toEqual([
    "DayDateCounts because",
    expect.stringMatching(/^02027-01-03.*received: day 0/),
    expect.stringMatching(/2027-01-04.*does not count: holiday, New Year's Day/),
    expect.stringMatching(/^12027-01-05.*counts: working day · waited for the customer all day/),
    expect.stringMatching(/^52027-01-09.*counts: make-up workday, New Year's Day target today/),
  ]);
});
