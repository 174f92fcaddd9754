// A work order's life as it is worked: acts with their gates, the resolution with the customer's choice, assignment, undo,
// and several at once. What an act leads to is the station's to say.

import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { TicketLife, Work } from "../src/ipc/types.generated";
import { openApp } from "./app";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";
import { work } from "./workFixtures";

const page = "/tickets/0193-00411";

function lifeWith(change: Partial<Work>): TicketLife {
  return { ...fixtures.ticketLife(), work: work(change) };
}

it("Ctrl+Enter does what comes next, and the toast names what would be undone", async () => {
  const began = lifeWith({ undo: { kind: "event", event: "start_diagnosis" } });
  const station = fakeStation({ ticket_act: () => began, ticket_undo: () => lifeWith({}) });
  const { user } = await openApp(page, station);
  expect(await screen.findByText("Start diagnosis (Technician)")).toBeTruthy();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("ticket_act")).toEqual([{ id: "0193-00411", event: "start_diagnosis", note: "" }]));
  await user.click(await screen.findByRole("button", { name: "Undo: Start diagnosis" }));
  await waitFor(() => expect(station.asked("ticket_undo")).toEqual([{ id: "0193-00411" }]));
});

it("an act whose gate is shut is shown with its reason and clause, and does nothing", async () => {
  const station = fakeStation({ ticket_act: () => lifeWith({}) });
  const { user } = await openApp(page, station);
  const hold = await screen.findByRole("button", { name: "Put on hold (no RMA)" });
  expect(hold.getAttribute("aria-disabled")).toBe("true");
  expect(hold.getAttribute("aria-describedby")).not.toBeNull();
  expect(screen.getByText("There is consent to the return; there is nothing to hold it for (3.3)")).toBeTruthy();
  await user.click(hold);
  expect(station.asked("ticket_act")).toEqual([]);
});

it("closing asks for its day, as the hand-over panel does, and is no bare step", async () => {
  const close = { event: "close", to: "closed", refusal: null, needs_words: false } as const;
  const life = lifeWith({ acts: [close], next: null });
  const station = fakeStation({ ticket_get: () => life, handover_close: () => life });
  const { user } = await openApp(page, station);
  await user.click(await screen.findByRole("button", { name: "Close" }));
  await screen.findByRole("dialog", { name: /CD01-A7K3M-00411-K/ });
  await user.keyboard("{Tab}{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("handover_close")).toEqual([{ id: "0193-00411", on: null, reason: "" }]));
  expect(station.asked("ticket_act")).toEqual([]);
});

it("what a person gave stands beside the determination with who and when", async () => {
  const by = { decision: "0193-d1", kind: "waiver", clause: "5.8a", name: "林静", at: 1_773_000_000_000 } as const;
  const life: TicketLife = {
    ...fixtures.ticketLife(),
    given: [{ remedy: "free_repair", excuses: ["warranty_certificate"], by }],
  };
  await openApp(page, fakeStation({ ticket_get: () => life }));
  expect(await screen.findByText(/Granted with Warranty certificate excused by 林静/)).toBeTruthy();
});

it("an act that says nothing without words asks for them", async () => {
  const station = fakeStation({ ticket_act: () => lifeWith({}) });
  const { user } = await openApp(page, station);
  await user.click(await screen.findByRole("button", { name: "Ask for documents" }));
  await screen.findByRole("dialog", { name: "Ask for documents: CD01-A7K3M-00411-K" });
  await user.click(screen.getByRole("textbox", { name: /Reason/ }));
  await user.paste("the invoice");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() =>
    expect(station.asked("ticket_act")).toEqual([{ id: "0193-00411", event: "ask_documents", note: "the invoice" }]),
  );
});

it("a resolution is recorded with the customer's choice; what is not granted says so and is not recorded", async () => {
  const station = fakeStation({ ticket_resolve: () => lifeWith({}) });
  const { user } = await openApp(page, station);
  await screen.findByText("Start diagnosis (Technician)");
  await user.keyboard("r");
  const dialog = await screen.findByRole("dialog", { name: "What does the customer of CD01-A7K3M-00411-K get?" });
  const ask = within(dialog);
  await user.click(ask.getByRole("radio", { name: /Refund/ }));
  const save = ask.getByRole("button", { name: /Record the resolution/ });
  expect(save.getAttribute("aria-disabled")).toBe("true");
  await user.click(ask.getByRole("radio", { name: /In-warranty repair/ }));
  await user.click(ask.getByRole("textbox", { name: "In their words" }));
  await user.paste("先修");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("ticket_resolve")).toHaveLength(1));
  expect(station.asked("ticket_resolve")[0]).toMatchObject({
    resolution: "free_repair",
    reason: null,
    choice: { who: "李雷", on: fixtures.station.today, words: "先修" },
  });
});

it("a unit that goes back unrepaired needs its reason", async () => {
  const station = fakeStation({ ticket_resolve: () => lifeWith({}) });
  const { user } = await openApp(page, station);
  await screen.findByText("Start diagnosis (Technician)");
  await user.keyboard("r");
  await user.click(await screen.findByRole("radio", { name: /Return unrepaired/ }));
  expect(screen.getAllByText("Choose why it goes back unrepaired").length).toBeGreaterThan(0);
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(station.asked("ticket_resolve")).toEqual([]);
});

it("A assigns the work order", async () => {
  const station = fakeStation({ user_list: () => [fixtures.colleague], ticket_assign: () => [fixtures.ticketRow(411)] });
  const { user } = await openApp(page, station);
  await screen.findByText("Start diagnosis (Technician)");
  await user.keyboard("a");
  await user.click(await screen.findByRole("radio", { name: /林溪/ }));
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("ticket_assign")).toEqual([{ ids: ["0193-00411"], user: "u-linxi" }]));
  expect(await screen.findByText("Assigned to 林溪")).toBeTruthy();
});

it("work that has begun is not cancelled, and the button says why", async () => {
  const acts = work().acts.filter(({ event }) => event !== "cancel");
  await openApp(page, fakeStation({ ticket_get: () => lifeWith({ acts }) }));
  const cancel = await screen.findByRole("button", { name: "Cancel work order" });
  expect(cancel.getAttribute("aria-disabled")).toBe("true");
});

it("several work orders are selected by keyboard; what was refused stays selected with its reason", async () => {
  const rows = [411, 412, 413].map((number) => fixtures.ticketRow(number));
  const refused = { code: "ticket_already_there", args: {}, problems: [] };
  const station = fakeStation({
    ticket_list: () => ({ rows, next: null, counts: fixtures.bench.counts }),
    ticket_act_many: ({ ids }) =>
      ids.map((id, index) => ({
        id,
        rma: rows[index]?.rma ?? null,
        status: index === 0 ? "under_diagnosis" : null,
        failure: index === 0 ? null : refused,
      })),
  });
  const { user } = await openApp("/tickets", station);
  const grid = await screen.findByRole("grid", { name: "Work orders" });
  grid.focus();
  await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
  expect(await screen.findByText("2 work orders selected")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "What happened" }));
  const dialog = await screen.findByRole("dialog", { name: "2 work orders selected" });
  within(dialog).getByRole("button", { name: /What happened/ }).focus();
  await user.keyboard("{ArrowRight}");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("ticket_act_many")).toHaveLength(1));
  expect(station.asked("ticket_act_many")[0]).toMatchObject({ ids: ["0193-00411", "0193-00412"], event: "start_diagnosis" });
  expect(await screen.findByText("One work order was refused")).toBeTruthy();
  expect(screen.getByText(/The work order is there already/)).toBeTruthy();
  await user.keyboard("{Escape}");
  expect(await screen.findByText("One work order selected")).toBeTruthy();
});

it("the history names the event, what was taken back, and another workstation", async () => {
  const fields = [
    { name: "event", value: "start_diagnosis", was: null },
    { name: "from", value: "to_be_diagnosed", was: null },
    { name: "status", value: "under_diagnosis", was: null },
  ];
  const timeline = [
    { at: fixtures.NOW, actor: "Chen", station: null, kind: "ticket.transition", fields: [...fields, { name: "undo", value: "true", was: null }] },
    { at: fixtures.NOW, actor: "desk", station: null, kind: "ticket.assign", fields: [] },
    { at: fixtures.NOW, actor: "Wu", station: "CD01 · 3f2a", kind: "ticket.assign", fields: [{ name: "owner_name", value: "林溪", was: null }] },
    {
      at: fixtures.NOW,
      actor: "Wu",
      station: null,
      kind: "intake.amend",
      fields: [
        { name: "model", value: "NV-200", was: "NV-640" },
        { name: "condition", value: "", was: "scratched" },
        { name: "symptom", value: "", was: null },
        { name: "reason", value: "typed wrong", was: "heard wrong" },
      ],
    },
  ];
  await openApp(page, fakeStation({ ticket_get: () => ({ ...fixtures.ticketLife(), timeline }) }));
  expect(await screen.findByText("Undone: Start diagnosis")).toBeTruthy();
  expect(screen.getByText("workstation CD01 · 3f2a")).toBeTruthy();
  // Where no person was named the station writes a code, which nobody reads.
  expect(screen.getByText("nobody named")).toBeTruthy();
  expect(screen.queryByText("desk")).toBeNull();
  expect(screen.getByText("Assigned to: 林溪")).toBeTruthy();
  expect(screen.getByText("Model: NV-640 → NV-200 · Condition: scratched → cleared · Reason: typed wrong")).toBeTruthy();
});
