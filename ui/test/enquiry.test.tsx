// From the phone ringing to the number on the parcel: an enquiry typed by keyboard, answered, and sent in.

import { screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { openApp } from "./app";
import * as asked from "./enquiryFixtures";
import { Failure } from "../src/ipc/failure";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";

it("one key from anywhere opens a new enquiry, and Ctrl+Enter records it with the day its answer is owed", async () => {
  const station = fakeStation({ enquiry_open: () => asked.life() });
  const { user, router } = await openApp("/", station);
  await screen.findByRole("heading", { level: 1, name: "Bench" });
  await user.keyboard("{Alt>}q{/Alt}");
  await screen.findByRole("heading", { level: 1, name: "New enquiry" });
  await user.keyboard("13811112222");
  await user.type(screen.getByLabelText("Customer"), "韩梅梅");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(station.asked("enquiry_open")).toEqual([]);
  await user.type(screen.getByLabelText("Question, in the customer's words"), "开机黑屏");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(router.state.location.pathname).toBe("/enquiries/0193-enquiry"));
  expect(station.asked("enquiry_open")).toEqual([
    {
      way: "call",
      received_on: null,
      received_time: "",
      customer: { name: "韩梅梅", company: "", phone: "13811112222", email: "", address: "" },
      words: "开机黑屏",
      units: [],
      advice: "",
      attempt: null,
    },
  ]);
  expect(await screen.findByText(/to be answered by 2026-11-23/)).toBeTruthy();
});

it("a time with no day is sent as it was typed, and one that is none is said beside its field", async () => {
  const station = fakeStation({
    enquiry_open: () => {
      throw new Failure("entry", { count: "1" }, [{ field: "received_time", reason: "not_a_time" }]);
    },
  });
  const { user } = await openApp("/enquiries/new", station);
  await screen.findByRole("heading", { level: 1, name: "New enquiry" });
  await user.keyboard("13811112222");
  await user.type(screen.getByLabelText("Customer"), "韩梅梅");
  await user.type(screen.getByLabelText("Question, in the customer's words"), "开机黑屏");
  await user.click(screen.getByText("It reached us earlier"));
  const time = screen.getByRole("textbox", { name: "Time" });
  await user.type(time, "25:99");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("Not a time of day, as in 08:35")).toBeTruthy();
  expect(station.asked("enquiry_open")).toMatchObject([{ received_on: null, received_time: "25:99" }]);
  expect(time).toHaveProperty("value", "25:99");
});

it("a serial typed into an enquiry shows at once that the unit is here", async () => {
  const open = fixtures.ticketRow(411);
  const station = fakeStation({
    scan_resolve: ({ text }) => ({
      kind: "unit",
      serial: text,
      sale: null,
      register_as_of: null,
      open,
      tickets: [open],
      draft: null,
      look_alikes: [],
      fits_model: null,
      repeats: { repeats: [], batch: [] },
      sender: null,
    }),
  });
  const { user, router } = await openApp("/enquiries/new?serial=JP2409-00417", station);
  expect(await screen.findByText(`Here already: ${open.rma}`)).toBeTruthy();
  expect(screen.getByText("One earlier work order")).toBeTruthy();
  await user.click(await screen.findByRole("button", { name: `Open ${open.rma}` }));
  await waitFor(() => expect(router.state.location.pathname).toBe(`/tickets/${open.id}`));
});

it("an enquiry that was begun asks once before it is left", async () => {
  const { user, router } = await openApp("/enquiries/new");
  await screen.findByRole("heading", { level: 1, name: "New enquiry" });
  await user.type(screen.getByLabelText("Customer"), "韩");
  await user.keyboard("{Escape}");
  expect(await screen.findByRole("alert")).toBeTruthy();
  expect(router.state.location.pathname).toBe("/enquiries/new");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(router.state.location.pathname).toBe("/enquiries"));
});

it("a conversation is logged with the task it does; nobody reached does none", async () => {
  const station = fakeStation({ contact_log: () => asked.correspondence });
  const { user } = await openApp("/enquiries/0193-enquiry", station);
  await screen.findByRole("heading", { level: 1, name: "Enquiry of 韩梅梅" });
  await user.click(await screen.findByRole("button", { name: "Log a conversation" }));
  const dialog = await screen.findByRole("dialog", { name: "Log what was said" });
  expect(within(dialog).getByText("Nothing was asked yet")).toBeTruthy();
  await user.click(within(dialog).getByRole("checkbox", { name: "RMA no." }));
  expect(within(dialog).getByText("The answers were not right")).toBeTruthy();
  await user.click(within(dialog).getByRole("checkbox", { name: "Every answer was right" }));
  await user.type(within(dialog).getByLabelText("What was said"), "Charge it");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("contact_log").length).toBe(1));
  expect(station.asked("contact_log")[0]).toMatchObject({
    about: { kind: "enquiry", id: "0193-enquiry" },
    direction: "out",
    unreached: false,
    words: "Charge it",
    check: { asked: ["rma"], is_passed: true },
    closes: ["reply"],
  });

  await user.click(await screen.findByRole("button", { name: "Log a conversation" }));
  const again = await screen.findByRole("dialog", { name: "Log what was said" });
  await user.click(within(again).getByRole("radio", { name: "Nobody was reached" }));
  expect(within(again).getByText("Only what we say and somebody hears closes a task.")).toBeTruthy();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("contact_log").length).toBe(2));
  expect(station.asked("contact_log")[1]).toMatchObject({ unreached: true, closes: [], attempt: null });
});

it("a unit is sent in only with an attempt, or with the reason why there was none", async () => {
  const station = fakeStation({ enquiry_send_in: () => asked.life() });
  const { user } = await openApp("/enquiries/0193-enquiry", station);
  await screen.findByRole("heading", { level: 1, name: "Enquiry of 韩梅梅" });
  await user.click(await screen.findByRole("button", { name: "Have it sent in" }));
  const dialog = await screen.findByRole("dialog", { name: "Have the units sent in" });
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(station.asked("enquiry_send_in")).toEqual([]);
  await user.type(within(dialog).getByLabelText("Why nothing can be tried remotely"), "It fell");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() =>
    expect(station.asked("enquiry_send_in")).toEqual([{ id: "0193-enquiry", units: ["0193-unit"], why_no_attempt: "It fell" }]),
  );
});

it("a result without what it rests on is not recorded, and says what is missing", async () => {
  const { user, station } = await openApp("/enquiries/0193-enquiry");
  await screen.findByRole("heading", { level: 1, name: "Enquiry of 韩梅梅" });
  await user.click(await screen.findByRole("button", { name: "State the result" }));
  const dialog = await screen.findByRole("dialog", { name: "Result of the enquiry" });
  await user.click(within(dialog).getByRole("button", { name: /Result/ }));
  await user.click(within(await screen.findByRole("listbox")).getByRole("option", { name: "No answer" }));
  expect((await within(dialog).findAllByText("First log that you tried to reach the customer")).length).toBeGreaterThan(0);
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(station.asked("enquiry_end")).toEqual([]);
});

it("what was typed becomes the check-in", async () => {
  const draft = { id: "draft-9", draft: fixtures.emptyDraft, saved_at: fixtures.NOW };
  const station = fakeStation({ enquiry_receive: () => draft, draft_get: () => draft });
  const { user, router } = await openApp("/enquiries/0193-enquiry", station);
  await screen.findByRole("heading", { level: 1, name: "Enquiry of 韩梅梅" });
  await user.click(await screen.findByRole("button", { name: "Check in: 1" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/intake/draft-9"));
  expect(station.asked("enquiry_receive")).toEqual([{ id: "0193-enquiry", unit: "0193-unit" }]);
});

it("a letter is copied filled in, and nothing is sent", async () => {
  const { user } = await openApp("/enquiries/0193-enquiry");
  const copied = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  await screen.findByRole("heading", { level: 1, name: "Enquiry of 韩梅梅" });
  await user.click(await screen.findByRole("button", { name: "Letters" }));
  await screen.findByRole("dialog", { name: "Letters to the customer" });
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(copied).toHaveBeenCalledWith("Dear 韩梅梅,\n\nThank you."));
  expect(await screen.findByText("The letter is copied")).toBeTruthy();
});

it("a promise that was broken takes words, and its closing can be taken back", async () => {
  const station = fakeStation({
    follow_up_end: () => asked.correspondence,
    follow_up_reopen: () => asked.correspondence,
  });
  const { user } = await openApp("/enquiries/0193-enquiry", station);
  await screen.findByRole("heading", { level: 1, name: "Enquiry of 韩梅梅" });
  await user.click(await screen.findByRole("button", { name: "Close: Ring back" }));
  const dialog = await screen.findByRole("dialog", { name: "How did it end?" });
  await user.click(within(dialog).getByRole("radio", { name: "Broken" }));
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(station.asked("follow_up_end")).toEqual([]);
  await user.type(within(dialog).getByLabelText("Closing words"), "The line was busy");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() =>
    expect(station.asked("follow_up_end")).toEqual([{ id: "0193-promise", end: "broken", words: "The line was busy" }]),
  );
  await user.click(await screen.findByRole("button", { name: "Take back the closing" }));
  await waitFor(() => expect(station.asked("follow_up_reopen")).toEqual([{ id: "0193-promise" }]));
});

it("the bench shows what is owed to customers, and opens what it belongs to", async () => {
  const [state] = asked.correspondence.duties;
  if (state === undefined) throw new Error("the fixture has a duty");
  const station = fakeStation({
    duty_list: () => ({
      rows: [
        {
          state: { ...state, is_overdue: true },
          about: { kind: "enquiry", id: "0193-enquiry" },
          rma: null,
          customer: "韩梅梅",
          owner: "",
          words: "开机黑屏",
        },
      ],
      has_more: false,
    }),
  });
  const { user } = await openApp("/", station);
  const owed = await screen.findByRole("region", { name: "Owed to customers" });
  expect(within(owed).getByText("one overdue")).toBeTruthy();
  await user.dblClick(within(owed).getByText("韩梅梅"));
  await screen.findByRole("heading", { level: 1, name: "Enquiry of 韩梅梅" });
});

it("the list of enquiries says what to do when there is none", async () => {
  await openApp("/enquiries", fakeStation({ enquiry_list: () => ({ rows: [], next: null }) }));
  expect(await screen.findByText("No enquiry is open")).toBeTruthy();
});
