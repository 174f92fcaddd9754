// The hand-over from the work order: by carrier and by hand, with the scanner, and what comes after it.

import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { expect, it } from "vitest";
import { Failure } from "../src/ipc/failure";
import type { TicketLife } from "../src/ipc/types.generated";
import { openApp } from "./app";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";

const TICKET = "/tickets/0193-00411";
const ID = "0193-00411";

function ready(change: Partial<TicketLife> = {}): TicketLife {
  const life = fixtures.ticketLife({ status: "ready", resolution: "free_repair" });
  return {
    ...life,
    intake: {
      ...life.intake,
      channel: "courier",
      accessories: [
        { item: "battery", state: "present" },
        { item: "charger", state: "present" },
        { item: "manual", state: "missing" },
      ],
      condition: "Scratch on the left",
    },
    ...change,
  };
}

function returned(change: Partial<TicketLife["handover"]> = {}): TicketLife {
  const life = ready();
  return {
    ...life,
    row: { ...life.row, status: "returned", state: "done", handed_over_on: "2026-11-22" },
    handover: {
      account: null,
      freight: null,
      payments: [],
      loans: [],
      covers: [
        {
          entry: "repair",
          item: { serial: life.row.serial, part: null },
          completed_on: "2026-11-22",
          terms: "warranty",
        },
      ],
      done: {
        id: "0193-handover",
        handover: {
          on: "2026-11-22",
          at: "10:42:00",
          late_reason: "",
          way: { kind: "shipped", carrier: "sf", waybill: "SF1234567890123" },
          accessories: [],
          missing_note: "",
          condition: "",
          signature: null,
          account: "",
          invoice: null,
          freight: null,
          given: null,
          loan_note: "",
          note: "",
        },
        recorded_by: "李娜",
        recorded_at: fixtures.NOW,
        closed_on: null,
        amendments: [],
      },
      ...change,
    },
  };
}

async function opened(life: TicketLife, answers: Parameters<typeof fakeStation>[0] = {}) {
  const station = fakeStation({ ticket_get: () => life, handover_record: () => returned(), ...answers });
  const { user } = await openApp(TICKET, station);
  await user.click(await screen.findByRole("button", { name: /Return to customer…/ }));
  const dialog = within(await screen.findByRole("dialog", { name: /^Return to customer:/ }));
  return { station, user, dialog };
}

it("a unit goes by carrier with everything that came with it, saved by Ctrl+Enter", async () => {
  const { station, user, dialog } = await opened(ready());
  dialog.getByText("Scratch on the left");
  await user.click(dialog.getByRole("textbox", { name: "Waybill no." }));
  await user.paste("SF1234567890123");
  // What was missing at the check-in is not asked for.
  expect(dialog.queryByRole("checkbox", { name: /[Mm]anual/ })).toBeNull();
  await user.click(dialog.getByRole("button", { name: "All returned" }));
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(station.asked("handover_record")).toMatchObject([
    {
      id: ID,
      on: null,
      way: { kind: "shipped", carrier: null, waybill: "SF1234567890123" },
      accessories: [
        { item: "battery", is_returned: true },
        { item: "charger", is_returned: true },
      ],
      payments: [],
      invoice: null,
    },
  ]);
});

it("a scanned receipt turns the return into a collection and fills its number", async () => {
  const { station, user, dialog } = await opened(ready());
  dialog
    .getByRole("textbox", { name: "Waybill no." })
    .dispatchEvent(new CustomEvent("nightbench:scanned", { detail: "CD01-A7K3M-00411-K" }));
  expect(await dialog.findByRole("textbox", { name: "Number on the receipt" })).toMatchObject({ value: "CD01-A7K3M-00411-K" });
  await user.click(dialog.getByRole("textbox", { name: "Collected by" }));
  await user.paste("韩梅梅");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("handover_record")).toHaveLength(1));
  expect(station.asked("handover_record")[0]?.way).toEqual({
    kind: "collected",
    by: "韩梅梅",
    proof: "receipt",
    shown: "CD01-A7K3M-00411-K",
  });
});

it("where the old unit goes is said at the hand-over of a refund, and scrapping it takes a word", async () => {
  const life = ready();
  const refund = { ...life, row: { ...life.row, resolution: "refund" as const } };
  const { station, user, dialog } = await opened(refund);
  await user.click(dialog.getByRole("button", { name: /Where the old unit goes/ }));
  await user.click(within(await screen.findByRole("listbox")).getByRole("option", { name: "Scrap" }));
  await user.keyboard("{Control>}{Enter}{/Control}");
  dialog.getByText("Before a unit is scrapped, a reason is needed");
  expect(station.asked("handover_record")).toEqual([]);
  await user.click(dialog.getByRole("textbox", { name: "In your words" }));
  await user.paste("burnt board");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() =>
    expect(station.asked("handover_record")).toMatchObject([{ disposition: "scrap", disposition_note: "burnt board" }]),
  );
});

it("a unit that goes back to the customer is not asked about", async () => {
  const { station, user, dialog } = await opened(ready());
  expect(dialog.queryByRole("button", { name: /Where the old unit goes/ })).toBeNull();
  await user.click(dialog.getByRole("textbox", { name: "Waybill no." }));
  await user.paste("SF1234567890123");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("handover_record")).toMatchObject([{ disposition: null }]));
});

it("what the station refuses is said at its field and keeps what was typed", async () => {
  const refuse = () => {
    throw new Failure("intake", { count: "1" }, [{ field: "missing_note", reason: "required" }]);
  };
  const { user, dialog } = await opened(ready(), { handover_record: refuse });
  await user.click(dialog.getByRole("checkbox", { name: /[Bb]attery/ }));
  await user.keyboard("{Control>}{Enter}{/Control}");
  await dialog.findByText("Fill this in");
  expect(dialog.getByRole("checkbox", { name: /[Bb]attery/ })).toMatchObject({ checked: true });
  // Escape asks once before what was typed is dropped.
  await user.keyboard("{Escape}");
  await dialog.findByText("What was entered has not been saved");
});

it("what is owed is prefilled, and on a dealer's account nothing is paid now", async () => {
  const account = { currency: "CNY", agreed_minor: 38050, received_minor: 0, open_minor: 38050 };
  const { station, user, dialog } = await opened(ready({ handover: { ...ready().handover, account } }));
  const amount = dialog.getByRole("textbox", { name: "Amount (CNY)" });
  expect(amount).toMatchObject({ value: "380.50" });
  await user.clear(amount);
  await user.type(amount, "38,0,5");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(station.asked("handover_record")).toHaveLength(0);
  await user.clear(amount);
  await user.click(dialog.getByRole("textbox", { name: "On the dealer's account" }));
  await user.paste("蜀光光电");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("handover_record")).toMatchObject([{ account: "蜀光光电", payments: [] }]));
});

it("after the hand-over it says how it went, corrects a waybill and closes", async () => {
  const station = fakeStation({
    ticket_get: () => returned(),
    handover_amend: () => returned(),
    handover_close: () => returned(),
  });
  const { user } = await openApp(TICKET, station);
  await screen.findByText("SF Express SF1234567890123");
  expect(screen.queryByRole("button", { name: /Return to customer…/ })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Correct the waybill" }));
  const dialog = within(await screen.findByRole("dialog"));
  const waybill = dialog.getByRole("textbox", { name: "Waybill no." });
  await user.clear(waybill);
  await user.type(waybill, "SF99");
  await user.type(dialog.getByRole("textbox", { name: /Reason/ }), "typed wrong");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("handover_amend")).toMatchObject([{ waybill: "SF99", reason: "typed wrong" }]));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.click(screen.getByRole("button", { name: "Close the work order" }));
  await screen.findByRole("dialog", { name: /^Close the work order/ });
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("handover_close")).toMatchObject([{ id: ID, on: null }]));
});

it.each([
  ["en", /Return to customer…/],
  ["zh-CN", /返还客户…/],
] as const)("the dialog has no accessibility fault in %s", async (language, button) => {
  const settings = { ...fixtures.settings, language };
  const station = fakeStation({ ticket_get: () => ready(), settings_get: () => settings });
  const { user } = await openApp(TICKET, station);
  await user.click(await screen.findByRole("button", { name: button }));
  await screen.findByRole("dialog");
  const report = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  expect(report.violations.map((violation) => violation.id)).toEqual([]);
});

/** A unit that goes back because nobody consented to its coming. */
function unconsented(freight: TicketLife["handover"]["freight"]): TicketLife {
  const life = ready();
  const resolved: TicketLife["work"]["resolutions"][number] = {
    id: "0193-resolution",
    resolution: "return_unrepaired",
    reason: "without_consent",
    note: "",
    choice: null,
    decided_by: "陈主管",
    decided_at: fixtures.NOW,
  };
  return { ...life, work: { ...life.work, resolutions: [resolved] }, handover: { ...life.handover, freight } };
}

it("who bears the freight of a unit that came without consent is asked, unless a person decided it before", async () => {
  const { station, user, dialog } = await opened(unconsented(null));
  await user.click(dialog.getByRole("textbox", { name: "Waybill no." }));
  await user.paste("SF1234567890123");
  await user.click(dialog.getByRole("button", { name: "All returned" }));
  dialog.getByRole("button", { name: /Freight/ }).focus();
  await user.keyboard("{ArrowRight}{ArrowRight}");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("handover_record")).toMatchObject([{ freight: "customer" }]));
});

it("the freight that a person decided is told with their name, and not asked again", async () => {
  const { dialog } = await opened(unconsented({ bearer: "company", decided_by: "陈主管" }));
  expect(dialog.getByText(/Freight of the return: .*We bear the freight.*陈主管/)).toBeTruthy();
  expect(dialog.queryByRole("button", { name: /Freight/ })).toBeNull();
});
