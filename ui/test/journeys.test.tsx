// The counter's steps through the real screens, on a station whose answers are fixed. What the answers
// mean is proven elsewhere; here it is what a person sees and presses.

import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { Failure } from "../src/ipc/failure";
import type { WriteName } from "../src/ipc/commands";
import type { Scan } from "../src/ipc/types.generated";
import { openApp } from "./app";
import { fakeStation, type FakeStation } from "./fake";
import * as fixtures from "./fixtures";

const records: ReadonlySet<string> = new Set<WriteName>([
  "draft_save",
  "form_print",
  "form_render",
  "intake_amend",
  "intake_receive",
  "verdict_record",
]);

/** The commands that wrote a record, oldest first. */
function written(station: FakeStation): string[] {
  return station.names().filter((name) => records.has(name));
}

it("an empty bench says what to do first", async () => {
  await openApp("/", fakeStation({ bench_today: () => fixtures.emptyBench }));
  expect(await screen.findByText("Nothing has been received yet")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Import a register" })).toBeTruthy();
});

it("the bench says when it is ready, once it shows data", async () => {
  const { station } = await openApp("/");
  await waitFor(() => expect(station.isReady).toBe(true));
});

it("a known serial fills the form, the verdict stands beside it, and Ctrl+Enter receives the unit", async () => {
  const { station, user } = await openApp("/intake");
  await user.click(await screen.findByRole("textbox", { name: "Serial no." }));
  await user.paste(fixtures.sale.serial);
  await user.tab();
  await waitFor(() => expect(screen.getByRole("textbox", { name: "Model" })).toHaveProperty("value", "NV-640"));
  await user.click(screen.getByRole("textbox", { name: "Reported fault" }));
  await user.paste("no picture");

  const certificate = screen.getByRole("checkbox", { name: "Warranty certificate" });
  certificate.focus();
  await user.keyboard(" ");
  expect(certificate.getAttribute("aria-checked")).toBe("true");

  const board = await screen.findByRole("region", { name: "Warranty determination" });
  expect(await within(board).findByText("Pending: Accessories, Diagnosis")).toBeTruthy();
  expect(await screen.findByText("Draft saved on this computer 10:42:07")).toBeTruthy();

  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("CD01-A7K3M-00412-K")).toBeTruthy();
  const [request] = station.asked("intake_receive");
  expect(request?.intake).toMatchObject({
    serial: fixtures.sale.serial,
    symptom: "no picture",
    facts: { documents: { warranty_certificate: true }, purchase: { voucher_date: "2026-10-28" } },
  });
});

it("plain Enter never receives", async () => {
  const { station, user } = await openApp("/intake");
  await user.type(await screen.findByRole("textbox", { name: "Serial no." }), "JP2409-00417{Enter}");
  await user.type(screen.getByRole("textbox", { name: "Model" }), "{Enter}");
  expect(station.asked("intake_receive")).toEqual([]);
});

it("a refusal is said in words and the cursor goes to the first field to put right", async () => {
  const problems = [{ field: "customer.phone", reason: "not_a_phone" as const }];
  const station = fakeStation({
    intake_check: () => ({ ...fixtures.noCheck, problems }),
    intake_receive: () => {
      throw new Failure("intake", { count: "1" }, problems);
    },
  });
  const { user } = await openApp("/intake", station);
  await screen.findByRole("textbox", { name: "Serial no." });
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText(/One field must be put right/)).toBeTruthy();
  const phone = screen.getByRole("textbox", { name: "Phone" });
  await waitFor(() => expect(document.activeElement).toBe(phone));
  expect(await screen.findByText("Not a phone number: 5 to 15 digits")).toBeTruthy();
});

it("a unit that is here already leads to its work order", async () => {
  const open = fixtures.ticketRow(371);
  const station = fakeStation({ intake_check: () => ({ ...fixtures.noCheck, serial: open.serial, open }) });
  const { user, router } = await openApp("/intake", station);
  await user.type(await screen.findByRole("textbox", { name: "Serial no." }), open.serial);
  await user.tab();
  await user.click(await screen.findByRole("button", { name: `Open ${open.rma}` }));
  await waitFor(() => expect(router.state.location.pathname).toBe(`/tickets/${open.id}`));
});

it("the next question leads to its field", async () => {
  const { user } = await openApp("/intake?serial=JP2409-00417");
  const question = await screen.findByRole("button", { name: /invoice or receipt be produced/ });
  await user.click(question);
  const evidence = screen.getByRole("checkbox", { name: "Invoice or receipt" });
  expect(document.activeElement).toBe(evidence);
});

it.each([
  ["a check-in", "/intake?serial=JP2409-00417"],
  ["a work order", "/tickets/0193-00411"],
])("what-if on %s moves dates and facts, shows before and after, and writes nothing", async (_name, address) => {
  const { user, station } = await openApp(address);
  await screen.findByRole("button", { name: "What if …" });
  if (address.startsWith("/intake")) await screen.findByText(/Draft saved on this computer/);
  await user.keyboard("{F6}");
  const dialog = await screen.findByRole("dialog", { name: "What-if" });
  expect(within(dialog).getByText("What-if: not a decision")).toBeTruthy();
  await user.click(within(dialog).getByRole("radio", { name: "voucher" }));
  await user.click(within(dialog).getByRole("checkbox", { name: "Invoice or receipt" }));
  const asked = station.asked("verdict_what_if");
  await waitFor(() => expect(station.asked("verdict_what_if").at(-1)?.after.documents).toEqual({ purchase_proof: true }));
  expect(asked.every((request) => request.before === asked[0]?.before)).toBe(true);
  expect(station.asked("verdict_what_if").at(-1)?.after.purchase).toEqual({ voucher_date: "2026-10-28", contract_date: null });

  expect(await within(dialog).findByText("1 remedy changes")).toBeTruthy();
  const row = within(dialog).getByRole("row", { name: /^Refund/ });
  expect(row.textContent).toContain("Not entitled");
  expect(row.textContent).toContain("Pending: Diagnosis");

  const reset = within(dialog).getByRole("button", { name: "Reset" });
  await user.click(reset);
  await waitFor(() => expect(reset.getAttribute("aria-disabled")).toBe("true"));
  expect(document.activeElement).toBe(reset);
  expect(within(dialog).getByRole("radio", { name: "both" })).toHaveProperty("checked", true);
  expect(within(dialog).getByRole("checkbox", { name: "Invoice or receipt" }).getAttribute("aria-checked")).toBe("mixed");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  // The draft of the check-in was saved before; nothing is written from then on.
  expect(written(station)).toEqual(address.startsWith("/intake") ? ["draft_save"] : []);
});

it("the history says who made each determination and what it changed, and opens it to be read only", async () => {
  const { user } = await openApp("/tickets/0193-00411");
  const history = await screen.findByRole("region", { name: "Determinations" });
  expect(within(history).getByText("by Liu")).toBeTruthy();
  expect(within(history).getByText("First determination")).toBeTruthy();
  const [newest] = within(history).getAllByRole("listitem");
  expect(newest?.textContent).toMatch(/Purchase voucher.*not stated.*2026-10-28 Wed/);
  expect(newest?.textContent).toMatch(/Refund.*Pending: Product class, Purchase date.*Not entitled/);

  await user.click(within(history).getByRole("button", { name: "Open the determination of 2026-11-21 10:42" }));
  const record = await screen.findByRole("dialog", { name: "Determination of 2026-11-21 10:42" });
  expect(within(record).getByText(/It cannot be changed/)).toBeTruthy();
  expect(within(record).queryByRole("textbox")).toBeNull();
  expect(within(record).queryByRole("button", { name: "What if …" })).toBeNull();
  await user.click(within(record).getByRole("button", { name: "Newer" }));
  expect(await screen.findByRole("dialog", { name: "Determination of 2026-11-22 10:42" })).toBeTruthy();
});

it("the basis is a tree for each remedy: facts with their source, the clause, and what follows", async () => {
  const { user } = await openApp("/intake?serial=JP2409-00417");
  const board = await screen.findByRole("region", { name: "Warranty determination" });
  const basis = await within(board).findByRole("region", { name: "Basis" });
  // The first remedy that is not denied is explained first.
  expect(await within(basis).findByRole("radio", { name: "Exchange" })).toHaveProperty("checked", true);
  expect(within(basis).getByRole("region", { name: "For it" }).textContent).toContain("An exchange can be claimed until 2026-11-27.");

  await user.click(within(basis).getByRole("radio", { name: "Refund" }));
  const decides = within(basis).getByRole("region", { name: "What decides it" });
  expect(decides.textContent).toContain("2026-10-28 Wed");
  expect(decides.textContent).toContain("from the sales register");
  expect(decides.textContent).toContain("A refund was possible until 2026-11-04.");
  expect(within(basis).queryByRole("region", { name: "It turns on a reading" })).toBeNull();

  await user.click(within(basis).getByRole("radio", { name: "Exchange" }));
  const readings = within(basis).getByRole("region", { name: "It turns on a reading" });
  expect(readings.textContent).toContain("Certificate and invoice are both needed.");
  expect(readings.textContent).toContain("Unsigned: a person decides");
  expect(within(basis).getByText("2 unknowns no longer matter")).toBeTruthy();
});

it("each remedy says until when it was possible, and what would bring it back", async () => {
  await openApp("/intake?serial=JP2409-00417");
  const board = await screen.findByRole("region", { name: "Warranty determination" });
  expect(await within(board).findByText("Was possible until")).toBeTruthy();
  const would = "With the invoice or receipt and the fault confirmed as the product's own: exchange until 2026-11-27 Fri.";
  expect(within(board).getByText(would)).toBeTruthy();
});

it("on a work order the next question opens where it is answered, with the cursor there", async () => {
  const { user } = await openApp("/tickets/0193-00411");
  await screen.findByRole("region", { name: "Warranty determination" });
  await user.keyboard("{F9}");
  const dialog = await screen.findByRole("dialog", { name: /CD01-A7K3M-00411-K/ });
  await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByRole("checkbox", { name: "Invoice or receipt" })));
});

it("a later pack that would be better for the customer is named", async () => {
  const better_under = { id: "jp", version: "2027.1", hash: "ab", remedies: ["exchange" as const] };
  const verdict_assess = () => ({ ...fixtures.assessment, verdict: { ...fixtures.verdict, better_under } });
  await openApp("/intake?serial=JP2409-00417", fakeStation({ verdict_assess }));
  expect(await screen.findByText("Policy pack jp 2027.1 would be better for the customer")).toBeTruthy();
});

it("a clause says what it is in both languages and leads to its place in the pack", async () => {
  const { user, router } = await openApp("/tickets/0193-00411");
  const board = await screen.findByRole("region", { name: "Warranty determination" });
  const [chip] = within(board).getAllByRole("button", { name: "Clause 3.2" });
  if (chip === undefined) throw new Error("no chip of clause 3.2");
  await user.click(chip);
  const popover = await screen.findByRole("dialog", { name: "Clause 3.2" });
  expect(within(popover).getByText("自原购买日起 30 天内,可换货或免费维修。")).toBeTruthy();
  expect(within(popover).getByText("Within 30 days: exchange or free repair.")).toBeTruthy();

  await user.click(within(popover).getByRole("link", { name: "Open in the policy pack" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/policy"));
  await waitFor(() => expect(document.activeElement?.getAttribute("data-place")).toBe("clause 3.2"));
  expect(document.activeElement?.getAttribute("aria-current")).toBe("true");
});

it("the pack is searched in either language, and an unsigned reading says that a person decides", async () => {
  const { user } = await openApp("/");
  await user.keyboard("{Alt>}7{/Alt}");
  await screen.findByRole("heading", { level: 1, name: "Policy packs" });
  expect(screen.getByRole("table", { name: "Warranty periods (2.T)" }).textContent).toContain("24 months");
  await user.keyboard("/");
  const box = screen.getByRole("searchbox", { name: "Search clauses and readings" });
  await waitFor(() => expect(document.activeElement).toBe(box));
  await user.keyboard("发票");
  await waitFor(() => expect(screen.queryByText("Within 7 days: refund.")).toBeNull());
  expect(screen.getByText("No valid invoice can be produced.")).toBeTruthy();
  expect(screen.getByText("Unsigned: a person decides")).toBeTruthy();
  await user.clear(box);
  await user.type(box, "no such words");
  expect(await screen.findByText("Try a clause number, a word of a clause in either language, or a name.")).toBeTruthy();
});

it("a pack file is compared before it is installed: kinds of claims, work orders, entries", async () => {
  const { user, station, router } = await openApp("/policy");
  await screen.findByRole("heading", { level: 1, name: "Policy packs" });
  await user.keyboard("c");
  await screen.findByRole("heading", { level: 1, name: "Compare policy packs" });
  expect(station.asked("policy_diff")).toEqual([]);
  const file = new File(["[pack]"], "next.toml", { type: "application/toml" });
  await user.upload(screen.getByLabelText("Policy pack file", { selector: "input" }), file);
  expect(await screen.findByText(/86 work orders were checked: one would be decided differently/)).toBeTruthy();
  expect(station.asked("policy_diff")).toEqual([
    {
      before: { from: "installed", id: "jp", version: "2026.1" },
      after: { from: "file", file: "next.toml", text: "[pack]" },
      with_tickets: true,
    },
  ]);
  expect(screen.getByText("after 30 days, within 45 days")).toBeTruthy();
  expect(screen.getByRole("row", { name: "windows exchange days 30 45" })).toBeTruthy();
  expect(written(station)).toEqual([]);
  await user.click(screen.getByRole("link", { name: "CD01-A7K3M-00411-K" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/tickets/0193-00411"));
});

it("what another writer changed is asked for again", async () => {
  const { station } = await openApp("/");
  const before = station.asked("bench_today").length;
  station.change(["ticket"]);
  await waitFor(() => expect(station.asked("bench_today").length).toBeGreaterThan(before));
});

it("the words change with the language, at once", async () => {
  const { user, station } = await openApp("/settings");
  const language = await screen.findByRole("radiogroup", { name: "Language" });
  await user.click(within(language).getByRole("radio", { name: "中文" }));
  await waitFor(() => expect(station.asked("settings_set")).toHaveLength(1));
  station.change(["settings"]);
  expect(await screen.findByRole("heading", { level: 1, name: "设置" })).toBeTruthy();
});

it("a photo is saved with the draft, and a removed one can be taken back", async () => {
  const photo = {
    id: "a1",
    name: "screen.jpg",
    media_type: "image/jpeg",
    size: 12_000,
    hash: "ab",
    added_at: fixtures.NOW,
    thumbnail: null,
  };
  let kept = [photo];
  const station = fakeStation({
    attachment_add: () => photo,
    attachment_list: () => kept,
    attachment_remove: () => {
      kept = [];
      return photo;
    },
    attachment_restore: () => {
      kept = [photo];
      return photo;
    },
  });
  const { user } = await openApp("/intake?serial=JP2409-00417", station);
  await screen.findByText(/Draft saved on this computer/);
  await user.upload(screen.getByLabelText("Photos and videos", { selector: "input" }), new File(["x"], "screen.jpg", { type: "image/jpeg" }));
  await waitFor(() => expect(station.asked("attachment_add")).toHaveLength(1));
  expect(station.asked("attachment_add")[0]).toMatchObject({ owner: { kind: "draft", id: "draft-1" }, name: "screen.jpg", base64: "eA==" });

  await user.click(await screen.findByRole("button", { name: "Remove screen.jpg" }));
  await user.click(await screen.findByRole("button", { name: /Take screen.jpg back/ }));
  await waitFor(() => expect(station.asked("attachment_restore")).toEqual([{ id: "a1" }]));
});

it("a draft that was left by a crash is taken up where it stood", async () => {
  const draft = { ...fixtures.emptyDraft, serial: "JP2409-00500", symptom: "restarts by itself" };
  const station = fakeStation({ draft_get: ({ id }) => ({ id, draft, saved_at: fixtures.NOW }) });
  const { user } = await openApp("/", station);
  await user.click(await screen.findByRole("link", { name: "JP2409-00500" }));
  expect(await screen.findByDisplayValue("restarts by itself")).toBeTruthy();
  expect(await screen.findByText("Draft saved on this computer 10:42:07")).toBeTruthy();
});

it("a register file changes nothing before Import is pressed, and its bad rows are named", async () => {
  const preview = {
    file: "f1",
    name: "sold.csv",
    encoding: "GB18030",
    separator: ",",
    headings: [
      { heading: "序列号", field: "serial" as const },
      { heading: "备注", field: null },
    ],
    has_serial: true,
    sample: [["JP2409-00417", "x"]],
    rows: 2,
    good: 1,
    new: 1,
    changed: 0,
    skipped: 1,
    errors: [{ row: 3, field: "serial", code: "no_serial" as const, other_row: null }],
    error_count: 1,
  };
  const station = fakeStation({
    registry_open: () => preview,
    registry_remap: () => preview,
    registry_progress: () => ({ done: 1, total: 2, cancelled: false }),
    registry_import: () => ({
      rows: 2,
      imported: 1,
      updated: 0,
      skipped: 1,
      unchanged: 0,
      errors: preview.errors,
      cancelled: false,
    }),
  });
  const { user } = await openApp("/register/import", station);
  await user.upload(await screen.findByLabelText("Register file", { selector: "input" }), new File(["x"], "sold.csv", { type: "text/csv" }));
  expect(await screen.findByText("the serial number is missing")).toBeTruthy();
  expect(station.asked("registry_import")).toEqual([]);

  await user.click(screen.getByRole("button", { name: /^Import/ }));
  expect(await screen.findByText("sold.csv is imported.")).toBeTruthy();
  expect(screen.getByText("the serial number is missing")).toBeTruthy();
});

it("cancelling a work order needs a reason and can be undone", async () => {
  const station = fakeStation({
    ticket_cancel: () => fixtures.ticketLife({ status: "cancelled" }),
    ticket_reopen: () => fixtures.ticketLife(),
  });
  const { user } = await openApp("/tickets/0193-00411", station);
  await user.click(await screen.findByRole("button", { name: "Cancel work order" }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: "Cancel it" }));
  expect(station.asked("ticket_cancel")).toEqual([]);

  await user.type(within(dialog).getByRole("textbox", { name: "Reason" }), "twice");
  await user.click(within(dialog).getByRole("button", { name: "Cancel it" }));
  await waitFor(() => expect(station.asked("ticket_cancel")).toEqual([{ id: "0193-00411", reason: "twice" }]));
  await user.click(await screen.findByRole("button", { name: /Reopen CD01-A7K3M-00411-K/ }));
  await waitFor(() => expect(station.asked("ticket_reopen")).toHaveLength(1));
});

it("a correction that was begun is not dropped by one Escape", async () => {
  const { station, user } = await openApp("/tickets/0193-00411");
  await user.click(await screen.findByRole("button", { name: /^Correct/ }));
  const dialog = await screen.findByRole("dialog");
  await user.type(within(dialog).getByRole("textbox", { name: "Reason" }), "typing error");
  await user.keyboard("{Escape}");
  expect(await within(dialog).findByText("The correction has not been saved")).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: "Go on correcting" }));
  expect(within(dialog).getByRole("textbox", { name: "Reason" })).toHaveProperty("value", "typing error");
  await user.keyboard("{Escape}{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(station.asked("intake_amend")).toEqual([]);
});

it("three answers set a station up", async () => {
  const station = fakeStation({
    station_get: () => ({ ...fixtures.station, identity: null }),
    station_init: () => fixtures.station,
    centre_describe: () => fixtures.station,
  });
  const { user } = await openApp("/", station);
  await user.type(await screen.findByRole("textbox", { name: "Service centre code" }), "CD01");
  await user.type(screen.getByRole("textbox", { name: "Your name" }), "Chen{Enter}");
  await waitFor(() => expect(station.asked("station_init")).toEqual([{ centre: "CD01" }]));
  expect(station.asked("settings_set")[0]).toMatchObject({ actor: "Chen" });
});

it("the palette finds a work order while one types, and Enter opens it", async () => {
  const station = fakeStation({ search: () => [{ kind: "ticket", row: fixtures.ticketRow(371) }] });
  const { user, router } = await openApp("/", station);
  await user.keyboard("{Control>}k{/Control}");
  const box = await screen.findByRole("searchbox", { name: "Search and commands" });
  await waitFor(() => expect(document.activeElement).toBe(box));
  await user.keyboard("371");
  await screen.findByRole("option", { name: /00371/ });
  await user.keyboard("{Enter}");
  await waitFor(() => expect(router.state.location.pathname).toBe("/tickets/0193-00371"));
});

const scans: ReadonlyArray<readonly [string, Scan, string]> = [
  ["a work order's number opens it", { kind: "ticket", row: fixtures.ticketRow(371) }, "/tickets/0193-00371"],
  [
    "a unit that is here opens its work order",
    {
      kind: "unit",
      serial: "JP2409-00371",
      sale: null,
      register_as_of: null,
      open: fixtures.ticketRow(371),
      tickets: [],
      draft: null,
      look_alikes: [],
    },
    "/tickets/0193-00371",
  ],
];

it.each(scans)("scanned, %s", async (_name, answer, place) => {
  const station = fakeStation({ scan_resolve: () => answer });
  const { user, router } = await openApp("/", station);
  await user.type(await screen.findByRole("textbox", { name: "Scan or type a code" }), "CODE1{Enter}");
  await waitFor(() => expect(router.state.location.pathname).toBe(place));
});

it("a new serial that looks like a known one is asked about", async () => {
  const station = fakeStation({
    scan_resolve: () => ({
      kind: "unit",
      serial: "JP2409-OO417",
      sale: null,
      register_as_of: null,
      open: null,
      tickets: [],
      draft: null,
      look_alikes: [{ serial: "JP2409-00417", model: "NV-640", registered: true, open: null }],
    }),
  });
  const { user } = await openApp("/", station);
  await user.type(await screen.findByRole("textbox", { name: "Scan or type a code" }), "JP2409-OO417{Enter}");
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: /^JP2409-00417/ }));
  expect(await screen.findByDisplayValue("JP2409-00417")).toBeTruthy();
});
