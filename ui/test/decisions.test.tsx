// Questions to people, as the one who answers and the one who asks meet them at the window.

import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { Failure } from "../src/ipc/failure";
import type { DecisionRow, TicketLife } from "../src/ipc/types.generated";
import { openApp } from "./app";
import { decision, decisionPage } from "./decisionFixtures";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";

function inbox(rows: DecisionRow[], answer?: () => DecisionRow) {
  return fakeStation({
    decision_list: () => decisionPage(rows),
    decision_reply: answer ?? (() => decision({ state: "accepted" })),
  });
}

it("a question is reached, read and answered by keys alone, and not without a reason", async () => {
  const { user, station } = await openApp("/", inbox([decision(), decision({ id: "0193-other", kind: "consent", reading: 15 })]));
  await screen.findByRole("heading", { level: 1, name: "Bench" });
  await user.keyboard("{Alt>}d{/Alt}");
  await screen.findByRole("heading", { level: 1, name: "Decisions" });
  const grid = await screen.findByRole("grid", { name: "Questions" });
  grid.focus();
  await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
  await screen.findByText("The unit came without our consent. Do we receive it?");
  await user.keyboard("2");
  const dialog = await screen.findByRole("dialog", { name: /^Refuse: Consent/ });
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(station.asked("decision_reply")).toEqual([]);
  await user.type(within(dialog).getByRole("textbox", { name: /Reason/ }), "sent in without a word");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() =>
    expect(station.asked("decision_reply")).toEqual([
      { id: "0193-other", reply: "refuse", reason: "sent in without a word", by_phone: null, second: null },
    ]),
  );
  await screen.findByText("Refused. The determination is unchanged.");
});

it("what somebody said by phone is recorded with their name and time", async () => {
  const { user, station } = await openApp("/decisions", inbox([decision()]));
  await user.click(await screen.findByRole("button", { name: "Accept: Provisional denial" }));
  const dialog = await screen.findByRole("dialog", { name: /^Accept: Provisional denial/ });
  await user.type(within(dialog).getByRole("textbox", { name: /Reason/ }), "the card was never issued");
  await user.click(within(dialog).getByRole("checkbox", { name: "Said by phone by somebody else" }));
  await user.type(within(dialog).getByRole("textbox", { name: /Who said it/ }), "陈");
  await user.type(within(dialog).getByRole("textbox", { name: /At \(today\)/ }), "14:30");
  await user.click(within(dialog).getByRole("button", { name: /^Record/ }));
  await waitFor(() => expect(station.asked("decision_reply")[0]?.by_phone).toEqual({ name: "陈", on: null, at: "14:30" }));
});

it("a time that is none is said beside its field, and what was typed stays", async () => {
  const refuses = () => {
    throw new Failure("intake", { count: "1" }, [{ field: "by_phone.at", reason: "not_a_time" }]);
  };
  const { user } = await openApp("/decisions", inbox([decision()], refuses));
  await user.click(await screen.findByRole("button", { name: "Accept: Provisional denial" }));
  const dialog = within(await screen.findByRole("dialog", { name: /^Accept: Provisional denial/ }));
  await user.type(dialog.getByRole("textbox", { name: /Reason/ }), "the card was never issued");
  await user.click(dialog.getByRole("checkbox", { name: "Said by phone by somebody else" }));
  await user.type(dialog.getByRole("textbox", { name: /Who said it/ }), "陈");
  const at = dialog.getByRole("textbox", { name: /At \(today\)/ });
  await user.type(at, "25:99");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await dialog.findByText("Not a time of day, as in 08:35")).toBeTruthy();
  expect(at).toHaveProperty("value", "25:99");
  expect(at.getAttribute("aria-invalid")).toBe("true");
});

it("an exception is accepted by two, and the second person is asked for in place", async () => {
  const refuses = () => {
    throw new Failure("second_person_needed");
  };
  const { user } = await openApp("/decisions", inbox([decision({ kind: "exception", is_asked_by_verdict: false, words: "sold at the full price" })], refuses));
  await user.click(await screen.findByRole("button", { name: "Accept: Exception" }));
  const dialog = await screen.findByRole("dialog", { name: /^Accept: Exception/ });
  await user.type(within(dialog).getByRole("textbox", { name: /Reason/ }), "the invoice says so");
  await user.click(within(dialog).getByRole("button", { name: /^Record/ }));
  await screen.findByRole("dialog", { name: "A second person confirms" });
});

it("an empty inbox says why, and waivers, goodwill and exceptions are three figures", async () => {
  await openApp("/decisions", inbox([]));
  await screen.findByText("Nothing waits for you.");
  expect(screen.getByText("2 given, 0 refused, 0 waiting")).toBeTruthy();
  expect(screen.getAllByText("0 given, 0 refused, 0 waiting")).toHaveLength(2);
});

it("a waiver is asked from the work order, naming what would be excused", async () => {
  const life: TicketLife = { ...fixtures.ticketLife(), decisions: [decision()] };
  const asked = decision({ kind: "waiver", asked_of: "manager", is_asked_by_verdict: false });
  const { user, station } = await openApp(
    "/tickets/0193-00411",
    fakeStation({ ticket_get: () => life, decision_ask: () => asked }),
  );
  const panel = await screen.findByRole("region", { name: "Decisions" });
  expect(within(panel).getByText("The denial turns on a reading that nobody answers for. Does it stand?")).toBeTruthy();
  await user.click(within(panel).getByRole("button", { name: "Ask…" }));
  const dialog = await screen.findByRole("dialog", { name: "A question about CD01-A7K3M-00411-K" });
  within(dialog).getByRole("button", { name: /What about/ }).focus();
  await user.keyboard("{Enter}");
  await screen.findByRole("listbox");
  await user.keyboard("{Enter}");
  await user.click(within(dialog).getByRole("checkbox", { name: "Invoice or receipt" }));
  await user.type(within(dialog).getByRole("textbox", { name: /Why/ }), "burnt in a fire");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() =>
    expect(station.asked("decision_ask")).toEqual([
      {
        id: life.row.id,
        kind: "waiver",
        words: "burnt in a fire",
        asked_of: "manager",
        clause: null,
        remedy: null,
        excuses: ["purchase_proof"],
        evidence: [],
      },
    ]),
  );
});
