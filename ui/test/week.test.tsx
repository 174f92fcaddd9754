// The sheet of a week at the window: its figures, another week, the oldest work orders, its paper; all of it by keyboard.

import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { openApp } from "./app";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";
import { weekSheet } from "./weekFixtures";

const rowOf = (name: string | RegExp) => screen.getByRole("row", { name });

it("is reached by its key and tells small numbers as counts, shares with what they are of", async () => {
  const { station, user } = await openApp("/");
  await user.keyboard("{Alt>}w{/Alt}");
  await screen.findByRole("heading", { level: 1, name: /Week .?47.? of .?2026/ });
  expect(station.asked("week_get")).toEqual([{ week: null }]);
  expect(rowOf(/^Received/).textContent).toMatch(/—4659.*5\.0/);
  expect(rowOf(/overdue/).textContent).toMatch(/▲ highest of five/);
  const onTime = rowOf(/By day 20/).textContent;
  expect(onTime).toMatch(/.?3.? of .?4.?—.?75.?% .?18.? of .?24/);
  expect(onTime).toMatch(/.?95.?% .?20.? of .?21/);
  expect(rowOf(/Warranty parts/).textContent).toMatch(/CNY.420\.50/);
  expect(screen.getByText(/2.? more pieces of this week/)).toBeTruthy();
  expect(screen.getByRole("row", { name: /NV-640 · JP2409-.*Shutter stuck.*3.*1/ })).toBeTruthy();
});

it("goes from week to week by keyboard, and stops where the records begin and where the week is not over", async () => {
  const first = weekSheet({ began_on: "2026-11-17" });
  const { station, user } = await openApp("/week", fakeStation({ week_get: () => first }));
  await screen.findByRole("heading", { level: 1, name: /47/ });
  await user.keyboard("[[");
  const earlier = screen.getByRole("button", { name: /Earlier week/ });
  expect(earlier.getAttribute("aria-disabled")).toBe("true");
  expect(screen.getByText(/The records of this station begin on .?2026-11-17/)).toBeTruthy();
  expect(station.asked("week_get")).toHaveLength(1);
  await user.keyboard("]");
  await waitFor(() => expect(station.asked("week_get").at(-1)).toEqual({ week: "2026-W48" }));
  await user.keyboard("l");
  await waitFor(() => expect(station.asked("week_get").at(-1)).toEqual({ week: "2026-W47" }));
});

it("says while a week lasts up to which day its figures are", async () => {
  const weeks = weekSheet().weeks;
  await openApp("/week?week=2026-W47", fakeStation({ week_get: () => weekSheet({ weeks, as_of: "2026-11-19", this_week: "2026-W47" }) }));
  await screen.findByText(/Figures up to .?2026-11-19.?; the week is not over/);
  expect(screen.getByRole("button", { name: /Later week/ }).getAttribute("aria-disabled")).toBe("true");
});

it("opens the oldest work order with Enter, who has it and what comes next beside it", async () => {
  const { user, router } = await openApp("/week");
  const oldest = await screen.findByRole("grid", { name: "Oldest open work orders" });
  expect(within(oldest).getAllByRole("row")[1]?.textContent).toMatch(/Overdue.*nobody/);
  await waitFor(() => expect(document.activeElement).toBe(oldest));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(router.state.location.pathname).toBe("/tickets/0193-00371"));
});

it("is printed with P where a printer is set up, and looked at with V", async () => {
  const pdf = { name: "week.pdf", pages: 1, hash: "00", base64: "" };
  const settings = { ...fixtures.settings, form_printer: "front desk", document_language: "zh-CN" as const };
  const { station, user } = await openApp("/week", fakeStation({ sheet_make: () => pdf, settings_get: () => settings }));
  await screen.findByRole("heading", { level: 1, name: /47/ });
  await user.keyboard("p");
  const content = { sheet: { kind: "week", week: "2026-W47" }, language: "zh-CN" };
  await waitFor(() => expect(station.asked("sheet_make")).toEqual([{ ...content, to: { kind: "printer", name: "front desk" } }]));
  await screen.findByText(/front desk/);
  await user.keyboard("v");
  await screen.findByRole("dialog", { name: "Weekly sheet" });
  expect(station.asked("sheet_make").at(-1)).toEqual({ ...content, to: { kind: "nowhere" } });
});

it("a fresh station is told what will stand here", async () => {
  await openApp("/week", fakeStation({ week_get: () => weekSheet({ began_on: null, lines: [], oldest: [], faults: [], dealers: [] }) }));
  await screen.findByText(/Once the first unit is checked in/);
  expect(screen.queryByRole("grid")).toBeNull();
});
