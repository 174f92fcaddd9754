// The life of a unit: its cover as of a day.

import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { openApp } from "./app";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";

const PATH = `/units/${fixtures.sale.serial}`;

it("the warranty period of a unit shows what it rests on, for the unit and for its parts", async () => {
  await openApp(PATH);
  const entries = await screen.findByRole("grid", { name: "Entries of the warranty period" });
  const rows = within(entries).getAllByRole("row").slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    "2026-02-25 WedPurchaseUnit2028-02-25 Fri",
    "2026-02-25 WedPurchaseParts2026-05-25 Mon",
  ]);
});

it("another day is asked for by the keyboard, and the answer is that day's", async () => {
  const station = fakeStation();
  const { user } = await openApp(PATH, station);
  const field = await screen.findByRole("group", { name: "As of" });
  expect(station.asked("unit_cover")).toEqual([{ serial: fixtures.sale.serial, as_of: null }]);
  const [first] = within(field).getAllByRole("spinbutton");
  first?.focus();
  await user.keyboard("20270601");
  await waitFor(() =>
    expect(station.asked("unit_cover").at(-1)).toEqual({ serial: fixtures.sale.serial, as_of: "2027-06-01" }),
  );
  expect(await screen.findByText("over")).toBeTruthy();
  expect(screen.getByText("covered")).toBeTruthy();
});

it("a unit of which nothing is known says so and shows no table", async () => {
  const nothing = { lines: [], last: null, is_covered: null };
  const station = fakeStation({
    unit_cover: () => ({ as_of: "2026-11-22", unit: nothing, parts: nothing, named: [] }),
  });
  await openApp(PATH, station);
  expect(await screen.findByText("The dates are not known.")).toBeTruthy();
  expect(screen.queryByRole("grid", { name: "Entries of the warranty period" })).toBeNull();
});
