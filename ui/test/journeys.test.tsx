// The counter's steps through the real screens, on a station whose answers are fixed. What the answers
// mean is proven elsewhere; here it is what a person sees and presses.

import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { Failure } from "../src/ipc/failure";
import type { Scan } from "../src/ipc/types.generated";
import { openApp } from "./app";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";

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
    shows: null,
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
  await user.upload(screen.getByLabelText("Photos, videos, PDF files", { selector: "input" }), new File(["x"], "screen.jpg", { type: "image/jpeg" }));
  await waitFor(() => expect(station.asked("attachment_add")).toHaveLength(1));
  expect(station.asked("attachment_add")[0]).toMatchObject({ owner: { kind: "draft", id: "draft-1" }, name: "screen.jpg", base64: "eA==" });

  await user.click(await screen.findByRole("button", { name: "Remove screen.jpg" }));
  await user.click(await screen.findByRole("button", { name: /Take screen.jpg back/ }));
  await waitFor(() => expect(station.asked("attachment_restore")).toEqual([{ id: "a1" }]));
});

it("a work order takes a PDF, shows it page by page and opens it outside", async () => {
  const invoice = {
    id: "a2",
    name: "invoice.pdf",
    media_type: "application/pdf",
    shows: null,
    size: 12_000,
    hash: "cd",
    added_at: fixtures.NOW,
    thumbnail: null,
  };
  let kept: (typeof invoice)[] = [];
  const station = fakeStation({
    attachment_add: () => {
      kept = [invoice];
      return invoice;
    },
    attachment_list: () => kept,
    attachment_read: () => ({ name: invoice.name, media_type: invoice.media_type, base64: btoa("%PDF-1.7 broken") }),
    attachment_open: () => {
      throw new Failure("file", { detail: "no viewer" });
    },
  });
  const { user } = await openApp("/tickets/0193-00411", station);
  const input = await screen.findByLabelText<HTMLInputElement>("Photos, videos, PDF files", { selector: "input" });
  expect(input.accept).toContain("application/pdf");
  await user.upload(input, new File(["x"], "invoice.pdf", { type: "application/pdf" }));
  await waitFor(() =>
    expect(station.asked("attachment_add")).toMatchObject([{ owner: { kind: "ticket", id: "0193-00411" }, name: "invoice.pdf" }]),
  );
  station.change(["attachment"]);
  await user.click(await screen.findByRole("button", { name: "Show invoice.pdf" }));
  const dialog = await screen.findByRole("dialog", { name: "invoice.pdf" });
  // What cannot be drawn is said, and the way outside stays.
  expect(await within(dialog).findByText(/This cannot be shown here. It is kept/, {}, { timeout: 10_000 })).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: "Open in the system viewer" }));
  expect(await within(dialog).findByText(/no viewer/)).toBeTruthy();
  expect(station.asked("attachment_open")).toEqual([{ id: "a2" }]);
});

it("a photo that the window cannot draw is said so, and is kept", async () => {
  const photo = { id: "a3", name: "front.heic", media_type: "image/heic", shows: null, size: 9, hash: "ef", added_at: fixtures.NOW, thumbnail: null };
  const station = fakeStation({
    attachment_list: () => [photo],
    attachment_read: () => ({ name: photo.name, media_type: photo.media_type, base64: "eA==" }),
  });
  const { user } = await openApp("/tickets/0193-00411", station);
  await user.click(await screen.findByRole("button", { name: "Show front.heic" }));
  const dialog = await screen.findByRole("dialog", { name: "front.heic" });
  fireEvent.error(await within(dialog).findByRole("img", { name: "front.heic" }));
  expect(await within(dialog).findByText(/cannot draw .*front\.heic.*kept as it came/)).toBeTruthy();
});

it("a draft that was left by a crash is taken up where it stood", async () => {
  const draft = { ...fixtures.emptyDraft, serial: "JP2409-00500", symptom: "restarts by itself" };
  const station = fakeStation({ draft_get: ({ id }) => ({ id, draft, saved_at: fixtures.NOW }) });
  const { user } = await openApp("/", station);
  await user.click(await screen.findByRole("link", { name: "JP2409-00500" }));
  expect(await screen.findByDisplayValue("restarts by itself")).toBeTruthy();
  expect(await screen.findByText("Draft saved on this computer 10:42:07")).toBeTruthy();
});

const soldPreview = {
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

it("a register file changes nothing before Import is pressed, and its bad rows are named", async () => {
  const station = fakeStation({
    registry_open: () => soldPreview,
    registry_remap: () => soldPreview,
    registry_progress: () => ({ done: 1, total: 2, cancelled: false }),
    registry_import: () => ({
      rows: 2,
      imported: 1,
      updated: 0,
      skipped: 1,
      unchanged: 0,
      errors: soldPreview.errors,
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

it("an import goes on when its screen is left: it is told when it ends, and found again with its bad rows until put away", async () => {
  let end = () => {};
  const report = { rows: 2, imported: 1, updated: 0, skipped: 1, unchanged: 0, errors: soldPreview.errors, cancelled: false };
  const station = fakeStation({
    registry_open: () => soldPreview,
    registry_progress: () => ({ done: 1, total: 2, cancelled: false }),
    registry_import: () => new Promise((resolve) => (end = () => resolve(report))),
    registry_cancel: () => ({ done: 1, total: 2, cancelled: true }),
  });
  const { user, router } = await openApp("/register/import", station);
  await user.upload(await screen.findByLabelText("Register file", { selector: "input" }), new File(["x"], "sold.csv", { type: "text/csv" }));
  await screen.findByText("the serial number is missing");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByRole("progressbar");
  await act(() => router.navigate({ to: "/register" }));
  await screen.findByRole("heading", { level: 1, name: "Sales register" });
  await act(() => router.navigate({ to: "/register/import" }));
  expect(await screen.findByRole("progressbar")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Cancel the import" }));
  expect(station.asked("registry_cancel")).toEqual([{ file: "f1" }]);

  await act(() => router.navigate({ to: "/register" }));
  await screen.findByRole("heading", { level: 1, name: "Sales register" });
  act(() => end());
  expect(await screen.findByText(/sold.csv.? is imported; 1 row was left out\./)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /^See what it did/ }));
  expect(await screen.findByText("the serial number is missing")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Put this away" }));
  expect(screen.queryByText("the serial number is missing")).toBeNull();
});

it("after a file is chosen, and after what was done took its button away, the focus is at the heading", async () => {
  const station = fakeStation({ registry_open: () => soldPreview });
  const { user } = await openApp("/register/import", station);
  (await screen.findByRole("button", { name: "Choose a file" })).focus();
  await user.upload(screen.getByLabelText("Register file", { selector: "input" }), new File(["x"], "sold.csv", { type: "text/csv" }));
  await screen.findByText("the serial number is missing");
  await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
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
  expect(await within(dialog).findByText("What was entered has not been saved")).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: "Go on" }));
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

it("the palette opens a screen that stands in no side list, before it takes the word for a code", async () => {
  const { user, router } = await openApp("/", fakeStation());
  await user.keyboard("{Control>}k{/Control}");
  const box = await screen.findByRole("searchbox", { name: "Search and commands" });
  await waitFor(() => expect(document.activeElement).toBe(box));
  await user.keyboard("calendar");
  const [first, second] = await screen.findAllByRole("option");
  expect([first?.textContent, second?.textContent]).toEqual(["Calendar of working days", expect.stringContaining("as a code")]);
  await waitFor(() => expect(first?.dataset["focused"]).toBe("true"));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(router.state.location.pathname).toBe("/settings/calendar"));
});

it("a word that is no code is said to be none, and stays to be searched for", async () => {
  const station = fakeStation({ scan_resolve: () => ({ kind: "text", text: "DOOK" }) });
  const { user } = await openApp("/", station);
  await user.keyboard("{Control>}k{/Control}");
  const box = await screen.findByRole("searchbox", { name: "Search and commands" });
  await waitFor(() => expect(document.activeElement).toBe(box));
  await user.keyboard("DOOK");
  const option = await screen.findByRole("option", { name: /as a code/ });
  await waitFor(() => expect(option.dataset["focused"]).toBe("true"));
  await user.keyboard("{Enter}");
  await screen.findByText(/is no code that is known here/);
  expect(screen.getByRole<HTMLInputElement>("searchbox", { name: "Search and commands" }).value).toBe("DOOK");
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
      fits_model: null,
      repeats: { repeats: [], batch: [] },
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
      fits_model: null,
      repeats: { repeats: [], batch: [] },
      sender: null,
    }),
  });
  const { user } = await openApp("/", station);
  await user.type(await screen.findByRole("textbox", { name: "Scan or type a code" }), "JP2409-OO417{Enter}");
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: /^JP2409-00417/ }));
  expect(await screen.findByDisplayValue("JP2409-00417")).toBeTruthy();
});
