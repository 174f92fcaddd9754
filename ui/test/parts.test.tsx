// Spare parts: on stock, and in a work order; all of it by keyboard.

import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { Failure } from "../src/ipc/failure";
import type { TicketLife, TicketParts } from "../src/ipc/types.generated";
import { openApp } from "./app";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";
import { noParts, partLine, partRow } from "./partFixtures";

const TICKET = "/tickets/0193-00411";

function withParts(parts: Partial<TicketParts>, answers: Parameters<typeof fakeStation>[0] = {}) {
  const life: TicketLife = { ...fixtures.ticketLife(), parts: { ...noParts, ...parts } };
  return openApp(TICKET, fakeStation({ ticket_get: () => life, ...answers }));
}

async function faults() {
  const report = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  return report.violations.map((violation) => violation.id);
}

describe("the stock", () => {
  it("says how the list begins while it is empty", async () => {
    const { user } = await openApp("/parts", fakeStation({ part_list: () => [] }));
    await screen.findByText("No spare part on the list");
    await user.keyboard("{F3}");
    await screen.findByRole("dialog", { name: "New spare part" });
  });

  it("is reached by its key, searched, narrowed and opened", async () => {
    const { station, user, router } = await openApp("/");
    await user.keyboard("{Alt>}p{/Alt}");
    await screen.findByRole("grid", { name: "Spare parts" });
    await user.type(screen.getByRole("searchbox", { name: "Find a spare part" }), "dyb");
    await waitFor(() => expect(station.asked("part_list").at(-1)).toEqual({ filter: "all", text: "dyb" }));
    await user.click(screen.getByRole("radio", { name: "Awaited" }));
    await waitFor(() => expect(station.asked("part_list").at(-1)).toEqual({ filter: "wanted", text: "dyb" }));
    (await screen.findByRole("grid", { name: "Spare parts" })).focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/parts\/0193-part/));
  });

  it("takes a new part with its price in minor units", async () => {
    const { station, user } = await openApp("/parts", fakeStation({ part_save: () => partRow() }));
    await screen.findByRole("grid", { name: "Spare parts" });
    await user.keyboard("{F3}");
    const dialog = within(await screen.findByRole("dialog", { name: "New spare part" }));
    await user.type(dialog.getByRole("textbox", { name: "Part number" }), "pb-01");
    await user.type(dialog.getByRole("textbox", { name: "English name" }), "Power board");
    await user.type(dialog.getByRole("textbox", { name: "Cost of one" }), "210.50");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(station.asked("part_save")).toHaveLength(1));
    expect(station.asked("part_save")[0]).toMatchObject({ number: "pb-01", cost_minor: 21_050, currency: "CNY" });
  });

  it("receives pieces and says for whom they are kept", async () => {
    const served = [{ id: "0193-00411", rma: "CD01-A7K3M-00411-K" }];
    const { station, user } = await openApp("/parts/0193-part", fakeStation({ part_receive: () => ({ row: partRow(), served }) }));
    await screen.findByRole("heading", { level: 1, name: /PB-01/ });
    await user.keyboard("{F3}");
    const dialog = within(await screen.findByRole("dialog", { name: "Receive PB-01" }));
    await user.type(dialog.getByRole("textbox", { name: "Pieces received" }), "2");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(station.asked("part_receive")).toEqual([{ id: "0193-part", pieces: 2, note: "" }]));
    await screen.findByText(/Kept for CD01-A7K3M-00411-K/);
  });

  it("counts only with a reason, and keeps what was typed when it is refused", async () => {
    const refused = () => {
      throw new Failure("stock_reserved");
    };
    const { station, user } = await openApp("/parts/0193-part", fakeStation({ part_count: refused }));
    await screen.findByRole("heading", { level: 1, name: /PB-01/ });
    await user.keyboard("c");
    const dialog = within(await screen.findByRole("dialog", { name: "Count PB-01" }));
    await user.type(dialog.getByRole("textbox", { name: "Pieces counted" }), "0");
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(station.asked("part_count")).toEqual([]);
    await user.type(dialog.getByRole("textbox", { name: "Why it differs" }), "all gone");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await dialog.findByText(/More pieces are reserved/);
    dialog.getByDisplayValue("all gone");
  });
});

it("a list is looked at before it is brought in, and says which rows are left out", async () => {
  const report = { rows: 3, imported: 1, updated: 1, skipped: 1, error_count: 1, errors: [{ row: 4, field: "cost", code: "not_an_amount" as const, other_row: null }] };
  const { station, user } = await openApp("/parts", fakeStation({ part_import: () => report }));
  await user.click(await screen.findByRole("button", { name: "Import a list" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Import a list" }));
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  if (input === null) throw new Error("no file is taken");
  await user.upload(input, new File(["part number"], "stock.csv", { type: "text/csv" }));
  await dialog.findByText("not an amount of money, as in 1280.50");
  expect(station.asked("part_import").map((one) => one.dry_run)).toEqual([true]);
  expect(await faults()).toEqual([]);
  await user.click(dialog.getByRole("button", { name: /^Import/ }));
  await waitFor(() => expect(station.asked("part_import").map((one) => one.dry_run)).toEqual([true, false]));
});

describe("the parts of a work order", () => {
  it("asks for a part by pinyin initials, and waits for what is not here", async () => {
    const { station, user } = await withParts({}, { part_need: () => fixtures.ticketLife() });
    await screen.findByRole("heading", { level: 1 });
    await user.keyboard("b");
    const dialog = within(await screen.findByRole("dialog", { name: "What does the work order need?" }));
    await user.type(dialog.getByRole("combobox", { name: "Spare part" }), "fs");
    await user.click(await screen.findByRole("option", { name: /FAN-2/ }));
    dialog.getByText(/Only 0 free/);
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(station.asked("part_need")).toHaveLength(1));
    expect(station.asked("part_need")[0]).toEqual({
      id: "0193-00411",
      part: "0193-part-2",
      quantity: 1,
      terms: "warranty",
      expected_on: null,
      wait: true,
    });
  });

  it("puts a part in with the serials of the old and the new piece", async () => {
    const line = partLine({ card: { ...partRow().card, is_serialised: true } });
    const { station, user } = await withParts({ lines: [line] }, { part_issue: () => fixtures.ticketLife() });
    await user.click(await screen.findByRole("button", { name: "Put in: PB-01" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Put in PB-01" }));
    await user.type(dialog.getByRole("textbox", { name: "Old serial no." }), "C-9");
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(station.asked("part_issue")).toEqual([]);
    await user.type(dialog.getByRole("textbox", { name: "New serial no." }), "C-10");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() =>
      expect(station.asked("part_issue")).toEqual([{ line: "0193-line", terms: "warranty", serial_old: "C-9", serial_new: "C-10" }]),
    );
  });

  it("says until when it waits and what is late", async () => {
    const line = partLine({ state: "wanted", expected_on: "2026-11-20", is_late: true });
    await withParts({ lines: [line], expected_on: "2026-11-20" });
    await screen.findByText(/Everything awaited should be here by/);
    screen.getByText(/was expected/);
  });

  it("reserves everything the customer agreed to in one press", async () => {
    const agreed = [{ number: "PB-01", name_zh: "电源板", name_en: "Power board", quantity: 2, part: "0193-part", free: 2 }];
    const { station, user } = await withParts({ agreed }, { part_reserve_agreed: () => fixtures.ticketLife() });
    await user.click(await screen.findByRole("button", { name: "Reserve the agreed parts" }));
    await waitFor(() => expect(station.asked("part_reserve_agreed")).toEqual([{ id: "0193-00411", wait: true }]));
  });

  it("gives a part back only with a reason", async () => {
    const { station, user } = await withParts({ lines: [partLine()] }, { part_release: () => fixtures.ticketLife() });
    await user.click(await screen.findByRole("button", { name: "Give back: PB-01" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Give back PB-01" }));
    await user.type(dialog.getByRole("textbox", { name: "Reason" }), "not needed");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(station.asked("part_release")).toEqual([{ line: "0193-line", reason: "not needed" }]));
  });

  it("has no accessibility fault, also in its dialogs", async () => {
    const lines = [
      partLine(),
      partLine({ id: "2", state: "wanted", expected_on: "2026-12-01" }),
      partLine({ id: "3", state: "issued", serial_old: "C-9", serial_new: "C-10", cost_minor: 21_000 }),
    ];
    const costs = [{ currency: "CNY", warranty_minor: 21_000, paid_minor: 0 }];
    const { user } = await withParts({ lines, costs });
    await screen.findByRole("button", { name: "Put in: PB-01" });
    expect(await faults()).toEqual([]);
    await user.keyboard("b");
    await screen.findByRole("dialog");
    expect(await faults()).toEqual([]);
  });
});
