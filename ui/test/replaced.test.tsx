// Another unit or the money back, from the work order and by keyboard.

import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { expect, it } from "vitest";
import { Failure } from "../src/ipc/failure";
import type { ExchangeCheck, TicketLife } from "../src/ipc/types.generated";
import { openApp } from "./app";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";

const TICKET = "/tickets/0193-00411";
const ID = "0193-00411";

function resolved(resolution: "exchange" | "refund", change: Partial<TicketLife> = {}): TicketLife {
  return { ...fixtures.ticketLife({ resolution }), ...change };
}

const compared: ExchangeCheck["compared"] = [
  { parameter: "NETD", old: "≤40 mK", new: "≤35 mK", standing: "better" },
  { parameter: "Resolution", old: "640×512", new: "384×288", standing: "worse" },
];

const check: ExchangeCheck = {
  model: "NV-380",
  model_old: "NV-640",
  compared,
  is_shown: false,
  is_registered: false,
};

async function faults() {
  const report = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  return report.violations.map((violation) => violation.id);
}

it("a replacement is compared before it is chosen, and what is not as good is said to ask the adjudicator", async () => {
  const life = resolved("exchange", { exchange: { chosen: null, model_wanted: "NV-380" } });
  const answers = { ticket_get: () => life, exchange_check: () => check, exchange_choose: () => life };
  const { station, user } = await openApp(TICKET, fakeStation(answers));
  await screen.findByRole("button", { name: /Choose a unit/ });
  await user.keyboard("x");
  const dialog = within(await screen.findByRole("dialog", { name: "Which unit does the customer get?" }));
  await user.type(dialog.getByRole("textbox", { name: "Serial number of the replacement" }), "JP2609-1");
  await dialog.findByText(/choosing it asks the adjudicator/);
  dialog.getByText(/does not know this serial number/);
  dialog.getByRole("row", { name: /Resolution.*640×512.*384×288.*Worse/ });
  expect(await faults()).toEqual([]);
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("exchange_choose")).toEqual([{ id: ID, serial: "JP2609-1", model: "NV-380" }]));
});

it("a unit that somebody has is refused while it is typed", async () => {
  const refused = () => {
    throw new Failure("exchange_in_field");
  };
  const { user } = await openApp(TICKET, fakeStation({ ticket_get: () => resolved("exchange"), exchange_check: refused }));
  await user.click(await screen.findByRole("button", { name: /Choose a unit/ }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.type(dialog.getByRole("textbox", { name: "Serial number of the replacement" }), "SOLD-1");
  await dialog.findByText(/That unit was sold/);
});

it("the unit that was chosen is shown with its comparison and stands in the return", async () => {
  const chosen = {
    serial: "JP2609-1",
    model: "NV-380",
    model_old: "NV-640",
    compared,
    state: "asked" as const,
    decision: "0193-decision",
    chosen_by: "Chen",
    chosen_at: 1_795_000_000_000,
  };
  const life = resolved("exchange", { exchange: { chosen, model_wanted: "NV-380" } });
  const ready: TicketLife = { ...life, row: { ...life.row, status: "ready" } };
  const { user } = await openApp(TICKET, fakeStation({ ticket_get: () => ready }));
  await screen.findByText("Waits for the adjudicator");
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Return to customer…" }));
  const dialog = within(await screen.findByRole("dialog"));
  await dialog.findByDisplayValue("JP2609-1");
});

it("a refund is worked out in minor units, with the seller taken by one key", async () => {
  const life = resolved("refund", { refund: { sheet: null, likely_payer: "成都光学" } });
  const { station, user } = await openApp(TICKET, fakeStation({ ticket_get: () => life, refund_save: () => life }));
  await screen.findByRole("button", { name: /Work out the refund/ });
  await user.keyboard("x");
  const dialog = within(await screen.findByRole("dialog", { name: "Refund worksheet" }));
  await user.type(dialog.getByRole("textbox", { name: "Price on the purchase document" }), "12800.50");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(station.asked("refund_save")).toEqual([]);
  await user.type(dialog.getByRole("textbox", { name: "Purchase document" }), "04417");
  await user.click(dialog.getByRole("textbox", { name: "Seller who pays" }));
  await user.keyboard("{F2}");
  expect(await faults()).toEqual([]);
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("refund_save")).toHaveLength(1));
  expect(station.asked("refund_save")[0]).toMatchObject({
    id: ID,
    price_minor: 1_280_050,
    currency: "CNY",
    document: "04417",
    attachment: null,
    payer: "成都光学",
    disposition: null,
  });
});

it("a unit that is scrapped after a refund needs a reason, and Escape asks once before what was typed is dropped", async () => {
  const sheet = {
    price_minor: 1_280_000,
    currency: "CNY",
    document: "04417",
    attachment: null,
    payer: "成都光学",
    refunded_minor: 0,
    worked_by: "Chen",
    worked_at: 1_795_000_000_000,
  };
  const life = resolved("refund", { refund: { sheet, likely_payer: "" } });
  const { user } = await openApp(TICKET, fakeStation({ ticket_get: () => life }));
  await user.click(await screen.findByRole("button", { name: /Correct the worksheet/ }));
  const dialog = within(await screen.findByRole("dialog", { name: "Refund worksheet" }));
  await user.click(dialog.getByRole("button", { name: /Where the old unit goes/ }));
  await user.click(within(await screen.findByRole("listbox")).getByRole("option", { name: "Scrap" }));
  await user.click(await dialog.findByRole("textbox", { name: "In your words" }));
  await user.keyboard("{Escape}");
  await screen.findByText("What was entered has not been saved");
});
