// The desk by keyboard: a unit without a serial, a number that was quoted, a ticket that stands still, numbers given.

import { screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { Failure } from "../src/ipc/failure";
import type { Attachment, AuthorisationRow, IntakeDraft } from "../src/ipc/types.generated";
import { openApp } from "./app";
import { fakeStation } from "./fake";
import { emptyDraft, noCheck, ticketLife } from "./fixtures";

const given: AuthorisationRow = {
  id: "a-1",
  rma: "CD01-A7K3M-00500-K",
  issued_by: "enquiry",
  serial: null,
  customer: null,
  note: "",
  issued_at: 0,
  is_old: false,
  may_be_used: false,
  ticket: null,
  cancelled_at: null,
  cancel_reason: "",
};

const aPhoto: Attachment = {
  id: "photo-1",
  name: "label.jpg",
  media_type: "image/jpeg",
  shows: "label",
  size: 1,
  hash: "ab",
  added_at: 0,
  thumbnail: null,
};

it("one key says that no serial can be read, and one that all is as it should be", async () => {
  let saved: IntakeDraft | null = null;
  const station = fakeStation({
    draft_save: ({ draft }) => {
      saved = draft;
      return { id: "d-1", draft, saved_at: 0 };
    },
  });
  const { user } = await openApp("/intake?fresh=1", station);
  await screen.findAllByText("No readable serial");
  await user.keyboard("{Alt>}n{/Alt}");
  expect(await screen.findByText("Received under a temporary tag; the tag carries the work order's number")).toBeTruthy();
  expect(document.activeElement?.closest("[data-field]")?.getAttribute("data-field")).toBe("model");
  await user.keyboard("{F4}");
  await waitFor(() => expect(saved).toMatchObject({ no_serial: true, serial: "", label: null, channel: null }));
});

it("a worn label asks for its photo, which one key takes; the entry says so once it is there", async () => {
  let kept: Attachment[] = [];
  const station = fakeStation({
    draft_get: () => ({ id: "d-1", saved_at: 0, draft: { ...emptyDraft, serial: "JP2409-00417", label: "worn" } }),
    intake_check: (draft) => ({ ...noCheck, asks_label_photo: draft.label === "worn" }),
    attachment_add: ({ name, shows }) => {
      const photo = { ...aPhoto, name, shows: shows ?? null };
      kept = [photo];
      return photo;
    },
    attachment_list: () => kept,
  });
  const { user } = await openApp("/intake/d-1", station);
  expect(await screen.findByText("No photo of the label yet, or of the place where it should be")).toBeTruthy();
  const input = screen.getByLabelText<HTMLInputElement>("Photo of the label", { selector: "input" });
  let isChosen = false;
  input.addEventListener("click", () => (isChosen = true));
  await user.keyboard("{Alt>}l{/Alt}");
  expect(isChosen).toBe(true);
  await user.upload(input, new File(["x"], "label.jpg", { type: "image/jpeg" }));
  await waitFor(() => expect(station.asked("attachment_add")).toMatchObject([{ name: "label.jpg", shows: "label" }]));
  station.change(["attachment"]);
  expect(await screen.findByText("The label photo is there")).toBeTruthy();
});

it("a received unit whose label photo is owed takes it on its page", async () => {
  const station = fakeStation({
    ticket_get: () => ({ ...ticketLife(), asks_label_photo: true }),
    attachment_add: ({ name }) => ({ ...aPhoto, name }),
  });
  const { user } = await openApp("/tickets/t-1", station);
  const input = await screen.findByLabelText("Photo of the label", { selector: "input" });
  await user.upload(input, new File(["x"], "label.jpg", { type: "image/jpeg" }));
  await waitFor(() =>
    expect(station.asked("attachment_add")).toMatchObject([{ owner: { kind: "ticket" }, shows: "label" }]),
  );
});

it("the company somebody speaks for is typed beside the name and shown on the work order", async () => {
  let saved: IntakeDraft | null = null;
  const life = ticketLife();
  const station = fakeStation({
    draft_save: ({ draft }) => {
      saved = draft;
      return { id: "d-1", draft, saved_at: 0 };
    },
    ticket_get: () => ({ ...life, intake: { ...life.intake, customer: { ...life.intake.customer, company: "上海光学有限公司" } } }),
  });
  const { user, router } = await openApp("/intake?fresh=1", station);
  await user.type(await screen.findByRole("textbox", { name: "Company" }), "上海光学有限公司");
  await waitFor(() => expect(saved).toMatchObject({ customer: { company: "上海光学有限公司" } }), { timeout: 4000 });
  await router.navigate({ to: "/tickets/$id", params: { id: "t-1" } });
  expect(await screen.findByText("上海光学有限公司")).toBeTruthy();
});

it("a quoted number says at its field what it is worth", async () => {
  const station = fakeStation({
    draft_get: () => ({
      id: "d-1",
      saved_at: 0,
      draft: { ...emptyDraft, authorisation: { kind: "number", rma: given.rma, sure: false } },
    }),
    intake_check: () => ({ ...noCheck, quoted: { standing: "issued_here", given: { ...given, is_old: true } } }),
  });
  await openApp("/intake/d-1", station);
  expect(await screen.findByText("Given here; it becomes the work order's number · Given more than 90 days ago; still valid")).toBeTruthy();
});

it("a number given before a restore is taken only once somebody looked, and says so at its field", async () => {
  let saved: IntakeDraft | null = null;
  const station = fakeStation({
    draft_get: () => ({
      id: "d-1",
      saved_at: 0,
      draft: { ...emptyDraft, authorisation: { kind: "number", rma: given.rma, sure: false } },
    }),
    draft_save: ({ draft }) => {
      saved = draft;
      return { id: "d-1", draft, saved_at: 0 };
    },
    intake_check: () => ({ ...noCheck, quoted: { standing: "issued_here", given: { ...given, may_be_used: true } } }),
  });
  const { user } = await openApp("/intake/d-1", station);
  await screen.findByText(/Given before a backup was restored; may have been used since/);
  await user.click(screen.getByRole("checkbox", { name: "Looked at: no other unit has this number" }));
  await user.keyboard("{F4}");
  await waitFor(() => expect(saved).toMatchObject({ authorisation: { kind: "number", rma: given.rma, sure: true } }));
});

it("a unit that was asked about takes over what was said, and what is typed stays", async () => {
  let saved: IntakeDraft | null = null;
  const said: IntakeDraft = { ...emptyDraft, serial: "JP2409-00417", model: "NV-640", symptom: "开机黑屏", customer: { name: "韩梅梅", company: "", phone: "13811112222", email: "", address: "" } };
  const station = fakeStation({
    draft_get: () => ({ id: "d-1", saved_at: 0, draft: { ...emptyDraft, serial: "JP2409-00417", symptom: "no picture" } }),
    draft_save: ({ draft }) => {
      saved = draft;
      return { id: "d-1", draft, saved_at: 0 };
    },
    intake_check: () => ({ ...noCheck, asked: { enquiry: "0193-enquiry", way: "call", received_at: 0, draft: said } }),
  });
  const { user } = await openApp("/intake/d-1", station);
  expect(await screen.findByText(/韩梅梅 asked about this unit on/)).toBeTruthy();
  await user.keyboard("{Alt>}f{/Alt}");
  await waitFor(() => expect(saved).toMatchObject({ model: "NV-640", symptom: "no picture", customer: { name: "韩梅梅" } }));
  expect(await screen.findByText("What was said then is in this check-in.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Take over what was said/ })).toBeNull();
});

it("a ticket whose unit is in doubt says why it stands still and takes a decision", async () => {
  let confirmed: unknown = null;
  const life = { ...ticketLife(), lock: { kind: "identity" as const, doubts: ["label_absent" as const] } };
  const station = fakeStation({
    ticket_get: () => life,
    identity_confirm: (request) => {
      confirmed = request;
      return { ...life, lock: null };
    },
  });
  const { user } = await openApp(`/tickets/${life.row.id}`, station);
  expect(await screen.findByText("there is no label (5.8d)")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Decide…" }));
  const board = await screen.findByLabelText("Board inside");
  await user.type(board, "JP2409-00033");
  const confirm = screen.getByRole("button", { name: "Confirm this serial" });
  expect(confirm.getAttribute("aria-disabled")).toBe("true");
  expect(screen.getByText(/No source reads .?JP2409-00411.?: say in the note/)).toBeDefined();
  await user.clear(board);
  await user.type(board, life.row.serial);
  await user.click(confirm);
  await waitFor(() => expect(confirmed).toMatchObject({ sources: [{ source: "board", read: life.row.serial }] }));
});

it("numbers that wait are listed, and a new one is given", async () => {
  const asked: unknown[] = [];
  const station = fakeStation({
    rma_list: () => [given],
    rma_issue: (request) => {
      asked.push(request);
      return given;
    },
  });
  const { user } = await openApp("/authorisations", station);
  expect(await screen.findByText(given.rma)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /^Give a number/ }));
  await user.click(await screen.findByRole("button", { name: "Give the number" }));
  await waitFor(() => expect(asked).toMatchObject([{ channel: "enquiry", serial: "" }]));
});

it("where a dealer sent it no customer need be named, and where nobody did the customer is the sender", async () => {
  const station = fakeStation({
    intake_check: (draft) => ({
      ...noCheck,
      sender: draft.dealer === "" || draft.customer.name !== "" ? null : draft.dealer,
      problems: draft.dealer === "" ? [{ field: "customer.name", reason: "required" }] : [],
    }),
    intake_receive: () => {
      throw new Failure("intake_incomplete");
    },
  });
  const { user } = await openApp("/intake?fresh=1", station);
  const name = await screen.findByRole("textbox", { name: "Customer" });
  expect(name.getAttribute("aria-required")).toBe("true");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("No sender and no dealer is named: whoever brought it is the sender")).toBeTruthy();
  await user.type(screen.getByRole("textbox", { name: "Dealer / sender" }), "夜行者");
  expect(await screen.findByText(/Sent by .*夜行者/)).toBeTruthy();
  expect(name.getAttribute("aria-required")).toBeNull();
  await user.type(name, "李");
  await waitFor(() => expect(name.getAttribute("aria-required")).toBe("true"));
});

/** A clock for keys: two milliseconds from one to the next, however long the window takes to draw. */
function scannerClock(): { rest: () => void } {
  let now = 1_000;
  const times = new WeakMap<Event, number>();
  vi.spyOn(Event.prototype, "timeStamp", "get").mockImplementation(function (this: Event) {
    const known = times.get(this);
    if (known !== undefined) return known;
    now += 2;
    times.set(this, now);
    return now;
  });
  return { rest: () => (now += 1_000) };
}

it("a waybill scanned into a field that wants no scan leaves the field as it was", async () => {
  const clock = scannerClock();
  const saved: IntakeDraft[] = [];
  const station = fakeStation({
    draft_save: ({ draft }) => {
      saved.push(draft);
      return { id: "d-1", draft, saved_at: 0 };
    },
    scan_resolve: ({ text }) => ({ kind: "waybill", waybill: text, carrier: "sf", serial: null }),
  });
  const { user, router } = await openApp("/intake?fresh=1", station);
  for (const name of ["Model", "Customer", "Phone", "Reported fault"]) {
    const field = await screen.findByRole("textbox", { name });
    for (const key of "NV-") {
      clock.rest();
      await user.type(field, key);
    }
    clock.rest();
    await user.keyboard("SF1234567890123{Enter}");
    expect(field, name).toHaveProperty("value", "NV-");
    await waitFor(() => expect(router.state.location.pathname).toBe("/parcels/receive"));
    await router.navigate({ to: "/intake", search: { fresh: "1" } });
  }
  expect(new Set(station.asked("scan_resolve").map(({ text }) => text))).toEqual(new Set(["SF1234567890123"]));
  await waitFor(() => expect(saved.length).toBeGreaterThan(0));
  expect(JSON.stringify(saved)).not.toContain("SF");
  vi.restoreAllMocks();
});
