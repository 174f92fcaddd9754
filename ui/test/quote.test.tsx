// Writing a quote, giving it to the customer, and recording what was answered.

import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { Failure } from "../src/ipc/failure";
import type { QuoteRow } from "../src/ipc/types.generated";
import { openApp } from "./app";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";
import { draftRow, quoteRow, quoteStart, sums } from "./quoteFixtures";

/** A work order with these quotes. */
function quoted(quotes: QuoteRow[], more: Parameters<typeof fakeStation>[0] = {}) {
  const life = () => ({ ...fixtures.ticketLife(), quotes });
  return fakeStation({
    ticket_get: life,
    quote_start: () => quoteStart,
    quote_check: () => ({ sums, problem: null, needs_exception: false }),
    quote_save: life,
    quote_issue: life,
    quote_answer: life,
    quote_discard: life,
    ...more,
  });
}

const panel = () => screen.findByRole("region", { name: "Quotes" });

it("a work order without a quote says what a quote is for, and the unit back unrepaired is always offered", async () => {
  const { user, station } = await openApp("/tickets/0193-00411", quoted([]));
  await within(await panel()).findByText("No quote has been written");
  await user.keyboard("q");
  const dialog = await screen.findByRole("dialog", { name: /^Quote for/ });
  within(dialog).getByRole("region", { name: "Alternative B: back unrepaired" });
  const repair = within(within(dialog).getByRole("region", { name: "Alternative A" }));
  await user.click(repair.getByRole("button", { name: "Add a line" }));
  await user.type(repair.getByRole("textbox", { name: "Name in English" }), "Power board");
  await user.type(repair.getByRole("textbox", { name: "Unit price" }), "680.50");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("The draft was saved");
  const [saved] = station.asked("quote_save");
  expect(saved?.id).toBeNull();
  expect(saved?.terms.alternatives.map((one) => one.kind)).toEqual(["repair", "return_unrepaired"]);
  expect(saved?.terms.alternatives[0]?.lines).toEqual([
    { kind: "part", code: "", name_zh: "", name_en: "Power board", quantity: 1, unit_minor: 68_050 },
  ]);
});

it("a draft that was saved is continued as it was saved", async () => {
  let title = "Board";
  const station = quoted([draftRow()], {
    quote_start: () => ({
      ...quoteStart,
      terms: { ...quoteStart.terms, alternatives: quoteStart.terms.alternatives.map((one, at) => (at === 0 ? { ...one, title } : one)) },
    }),
    quote_save: ({ terms }) => {
      title = terms.alternatives[0]?.title ?? "";
      return { ...fixtures.ticketLife(), quotes: [draftRow()] };
    },
  });
  const { user } = await openApp("/tickets/0193-00411", station);
  const open = async () => {
    await user.click(within(await panel()).getByRole("button", { name: "Continue the draft" }));
    const dialog = await screen.findByRole("dialog", { name: /^Quote for/ });
    return within(within(dialog).getByRole("region", { name: "Alternative A" })).getByRole("textbox", { name: "What is done" });
  };
  await user.type(await open(), " and lens");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  station.change(["quote"]);
  expect(await open()).toHaveProperty("value", "Board and lens");
});

it("what is typed is not dropped by one Escape, and a price that is none cannot be saved", async () => {
  const { user, station } = await openApp("/tickets/0193-00411", quoted([draftRow()]));
  await user.click(within(await panel()).getByRole("button", { name: "Continue the draft" }));
  const dialog = await screen.findByRole("dialog", { name: /^Quote for/ });
  const [price] = within(dialog).getAllByRole("textbox", { name: "Unit price" });
  if (price === undefined) throw new Error("a line has a price");
  await user.clear(price);
  await user.type(price, "abc");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(station.asked("quote_save")).toEqual([]);
  await user.keyboard("{Escape}");
  await screen.findByText("What was entered has not been saved");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it("a draft is given out after a last look, and a refusal says what is missing", async () => {
  const refuse = quoted([draftRow()], {
    quote_issue: () => {
      throw new Failure("quote_needs_exception");
    },
  });
  const { user } = await openApp("/tickets/0193-00411", refuse);
  await user.click(within(await panel()).getByRole("button", { name: "Give to the customer" }));
  const dialog = await screen.findByRole("dialog", { name: "Give Q1 to the customer?" });
  within(dialog).getByText("Total CNY 980.00");
  await user.keyboard("{Enter}");
  await screen.findByText(/The repair is free by the commitment \(1\.2\)/);
});

it("an answer names the alternative, the lines, who, when and how", async () => {
  const { user, station } = await openApp("/tickets/0193-00411", quoted([quoteRow()]));
  await within(await panel()).findByText("Waiting for the customer");
  await user.keyboard("w");
  const dialog = await screen.findByRole("dialog", { name: /^Answer to Q1/ });
  await user.click(within(dialog).getByRole("button", { name: /What was chosen/ }));
  await user.click(within(await screen.findByRole("listbox")).getByRole("option", { name: /^Alternative A/ }));
  // The part is declined; the work goes on without it.
  await user.click(within(dialog).getByRole("checkbox", { name: /^Power board/ }));
  await user.type(within(dialog).getAllByRole("spinbutton")[0] ?? dialog, "20261122");
  await user.type(within(dialog).getByRole("textbox", { name: "The customer's words" }), "ok");
  // The key saves wherever the focus is: it presses no button.
  within(dialog).getByRole("button", { name: /Go back/ }).focus();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("The answer was recorded");
  const [asked] = station.asked("quote_answer");
  expect(asked?.answer.choice).toEqual({ kind: "accept", alternative: 0, lines: [1] });
  expect(asked?.answer.how).toBe("phone");
  expect(asked?.answer.on).toBe("2026-11-22");
});

it("a discarded draft comes back with one key", async () => {
  const { user, station } = await openApp("/tickets/0193-00411", quoted([draftRow()]));
  await user.click(within(await panel()).getByRole("button", { name: "Discard draft" }));
  await screen.findByText("The draft was discarded");
  await user.click(screen.getByRole("button", { name: /Undo/ }));
  await waitFor(() => expect(station.asked("quote_save")).toHaveLength(1));
  expect(station.asked("quote_save")[0]?.id).toBeNull();
});
