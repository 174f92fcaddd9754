// A parcel from the door to the list for its sender, by keyboard and scanner.

import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { Failure } from "../src/ipc/failure";
import type { Scan } from "../src/ipc/types.generated";
import { focusField } from "../src/kit/Field";
import { SCANNED_EVENT } from "../src/kit/scanEvents";
import { openApp } from "./app";
import * as parcels from "./consignmentFixtures";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";

const PARCEL = `/parcels/${parcels.row.id}`;
const SERIAL = fixtures.sale.serial;

/** A serial in one piece: letter by letter on a busy machine, it is half typed and half scanned. */
async function takeOut(user: Awaited<ReturnType<typeof openApp>>["user"]) {
  await user.click(await screen.findByRole("textbox", { name: "Serial no. of the next unit" }));
  await user.paste(SERIAL);
  await user.keyboard("{Enter}");
}

/** The unit at hand is one region, what all share another; both ask for a fault. */
async function atHand() {
  return within(await screen.findByRole("region", { name: "Unit at hand" }));
}

const unitScan = (serial: string): Scan => ({
  kind: "unit",
  serial,
  sale: null,
  register_as_of: null,
  open: null,
  tickets: [],
  draft: null,
  look_alikes: [],
  fits_model: null,
      repeats: { repeats: [], batch: [] },
});

it("F4 and a waybill receive a parcel, and its units can be scanned at once", async () => {
  const station = fakeStation({ consignment_receive: () => ({ is_new: true, consignment: parcels.life() }) });
  const { user, router } = await openApp("/", station);
  await screen.findByRole("heading", { level: 1, name: "Bench" });
  await user.keyboard("{F4}");
  await user.click(await screen.findByRole("textbox", { name: "Waybill no." }));
  await user.paste("sf 1234567890123");
  await user.click(screen.getByRole("textbox", { name: "Cartons handed over" }));
  await user.paste("1");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(router.state.location.pathname).toBe(PARCEL));
  expect(station.asked("consignment_receive")).toMatchObject([
    { waybill: "sf 1234567890123", cartons_counted: 1, received_on: fixtures.station.today, freight: null },
  ]);
  await waitFor(() => expect(document.activeElement?.closest("[data-field]")?.getAttribute("data-field")).toBe("next-serial"));
});

it("freight is sent in minor units, and what is no amount is said before anything is sent", async () => {
  const station = fakeStation({ consignment_amend: () => parcels.life() });
  const { user } = await openApp(PARCEL, station);
  await user.click(await screen.findByText("Parcel, cartons and freight"));
  const amount = screen.getByRole("textbox", { name: "Amount" });
  expect(amount).toHaveProperty("value", "23.50");
  await user.clear(amount);
  await user.type(amount, "about 20");
  await user.click(screen.getByRole("button", { name: "Save the parcel" }));
  expect(station.asked("consignment_amend")).toEqual([]);
  await user.clear(amount);
  await user.type(amount, "18.5");
  await user.click(screen.getByRole("button", { name: "Save the parcel" }));
  await waitFor(() => expect(station.asked("consignment_amend")).toHaveLength(1));
  expect(station.asked("consignment_amend")[0]?.consignment.freight).toEqual({ kind: "collect", amount_minor: 1850, currency: "CNY" });
});

it("an unknown code of a carrier's shape is offered as a parcel and can still be a serial", async () => {
  const station = fakeStation({
    scan_resolve: () => ({ kind: "waybill", waybill: "SF1234567890123", carrier: "sf", serial: "SF1234567890123" }),
  });
  const { user, router } = await openApp("/", station);
  await user.type(await screen.findByRole("textbox", { name: "Scan or type a code" }), "SF1234567890123{Enter}");
  expect(await screen.findByDisplayValue("SF1234567890123")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "SF1234567890123 is a serial number" }));
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/intake\//));
});

it("serial, fault, Ctrl+Enter: a unit of the parcel is checked in and the hands are back at the scanner", async () => {
  const station = fakeStation({ consignment_unit: ({ serial }) => parcels.unit(serial ?? "") });
  const { user } = await openApp(PARCEL, station);
  await takeOut(user);
  const fault = (await atHand()).getByRole("textbox", { name: "Reported fault" });
  await waitFor(() => expect(document.activeElement).toBe(fault));
  await user.keyboard("no picture{Control>}{Enter}{/Control}");
  expect(await screen.findByText(`${fixtures.ticketRow(412).serial} is checked in as CD01-A7K3M-00412-K. Scan the next unit.`)).toBeTruthy();
  expect(station.asked("intake_receive")).toMatchObject([
    { draft_id: `draft-${SERIAL}`, intake: { serial: SERIAL, symptom: "no picture", consignment: parcels.row.id } },
  ]);
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Serial no. of the next unit" }));
});

it("a code from anywhere lands in the parcel at hand, and saves what was typed for the unit before", async () => {
  const station = fakeStation({
    scan_resolve: () => unitScan("JP2409-00418"),
    consignment_unit: ({ serial }) => parcels.unit(serial ?? ""),
  });
  const { user, router } = await openApp(PARCEL, station);
  await takeOut(user);
  const fault = (await atHand()).getByRole("textbox", { name: "Reported fault" });
  await waitFor(() => expect(document.activeElement).toBe(fault));
  await user.paste("no picture");
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await screen.findByRole("searchbox", { name: "Search and commands" }), "JP2409-00418");
  await user.click(await screen.findByRole("option", { name: /JP2409-00418/ }));
  await waitFor(() => expect(station.asked("consignment_unit").map((request) => request.serial)).toEqual([SERIAL, "JP2409-00418"]));
  expect(station.asked("draft_save").at(-1)).toMatchObject({ id: `draft-${SERIAL}`, draft: { symptom: "no picture" } });
  expect(router.state.location.pathname).toBe(PARCEL);
});

it("a unit that is checked in already says so and begins nothing", async () => {
  const station = fakeStation({
    consignment_unit: ({ serial }) =>
      parcels.unit(serial ?? "", { outcome: "received", draft: null, ticket: fixtures.ticketRow(411) }),
  });
  const { user } = await openApp(PARCEL, station);
  await takeOut(user);
  expect(await screen.findByText(`${SERIAL} is checked in already as CD01-A7K3M-00411-K.`)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Put it back/ })).toBeNull();
});

it("what all units share is on the disk before the next unit is taken out", async () => {
  const station = fakeStation({
    consignment_get: () => parcels.life({ shared: { ...parcels.life().shared, customer: { name: "", company: "", phone: "", email: "", address: "" } } }),
    consignment_share: () => parcels.life(),
    consignment_unit: ({ serial }) => parcels.unit(serial ?? ""),
  });
  const { user } = await openApp(PARCEL, station);
  await user.click(await screen.findByRole("textbox", { name: "Customer" }));
  await user.paste("夜行者");
  await takeOut(user);
  await atHand();
  const order = station.names().filter((name) => name === "consignment_share" || name === "consignment_unit");
  expect(order).toEqual(["consignment_share", "consignment_unit"]);
  expect(station.asked("consignment_share")[0]?.shared.customer.name).toBe("夜行者");
});

it("damage in transit is marked on the parcel and stands in the check-in that is saved after it", async () => {
  const station = fakeStation({
    consignment_unit: ({ serial }) => parcels.unit(serial ?? ""),
    consignment_damage: () => parcels.life(),
  });
  const { user } = await openApp(PARCEL, station);
  await takeOut(user);
  const hand = await atHand();
  await user.click(hand.getByRole("textbox", { name: "Damage in transit" }));
  await user.paste(" cracked ");
  await user.click(hand.getByRole("textbox", { name: "Reported fault" }));
  await user.paste("no picture");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("intake_receive")).toHaveLength(1));
  expect(station.asked("consignment_damage")).toEqual([{ id: parcels.row.id, line: `line-${SERIAL}`, note: "cracked" }]);
  expect(station.asked("intake_receive")[0]?.intake.damage).toEqual({ where: "transit", note: "cracked" });
});

it.each([
  { language: "en", number: "RMA no." },
  { language: "zh-CN", number: "返修授权号" },
] as const)("a number quoted on the parcel is asked once for all units ($language)", async ({ language, number }) => {
  const station = fakeStation({
    settings_get: () => ({ ...fixtures.settings, language }),
    consignment_share: () => parcels.life(),
  });
  const { user } = await openApp(PARCEL, station);
  // From "not said" to "a number" is one step in the list.
  await waitFor(() => expect(focusField(document, "authorisation")).toBe(true));
  await user.keyboard("{ArrowRight}");
  await user.click(await screen.findByLabelText(number));
  await user.paste("CD01-A7K3M-00411-K");
  await waitFor(() => expect(station.asked("consignment_share").at(-1)?.shared.authorisation).toEqual({ kind: "number", rma: "CD01-A7K3M-00411-K", sure: false }));
});

it("how the label was found is asked of each unit, and a unit can turn out to have no readable serial", async () => {
  const station = fakeStation({ consignment_unit: ({ serial }) => parcels.unit(serial ?? "") });
  const { user } = await openApp(PARCEL, station);
  await takeOut(user);
  const hand = await atHand();
  focusField(document, "label");
  // Not looked at, intact, worn, torn.
  await user.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}");
  await user.keyboard("{Alt>}n{/Alt}");
  expect(await hand.findByText(/Received under a temporary tag/)).toBeTruthy();
  await waitFor(() => expect(document.activeElement?.closest("[data-field]")?.getAttribute("data-field")).toBe("label"));
  await user.click(hand.getByRole("textbox", { name: "Reported fault" }));
  await user.paste("no picture");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("intake_receive")).toMatchObject([{ intake: { label: "torn", no_serial: true, serial: "" } }]));
});

it("serials scanned into the sender's list are added to it, and a line that is no unit can be taken off and put back", async () => {
  const nonsense = parcels.line("", { id: "line-9", serial: null, model: "see attached" });
  const life = parcels.life({ lines: [parcels.line(SERIAL), nonsense] });
  const station = fakeStation({
    consignment_get: () => life,
    consignment_announce: () => life,
    consignment_unit_remove: () => parcels.life({ lines: [parcels.line(SERIAL)] }),
  });
  const { user } = await openApp(PARCEL, station);
  await user.click(await screen.findByText("Announced by the sender"));
  const list = await screen.findByRole("textbox", { name: "The sender's list" });
  await user.click(list);
  await user.paste("NV-640 x 2");
  for (const detail of ["JP2409-00500", "JP2409-00501"]) act(() => void list.dispatchEvent(new CustomEvent(SCANNED_EVENT, { detail })));
  expect(list).toHaveProperty("value", "NV-640 x 2\nJP2409-00500\nJP2409-00501\n");
  await user.click(screen.getByRole("button", { name: /Take .?see attached.? off the list/ }));
  await waitFor(() => expect(station.asked("consignment_unit_remove")).toEqual([{ id: parcels.row.id, line: "line-9" }]));
  await screen.findByText(/see attached.? is taken off the list/);
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(station.asked("consignment_announce")).toEqual([{ id: parcels.row.id, text: "see attached ×1" }]));
});

it("one key prints the labels of all units that are checked in, from the roll where there is a label printer", async () => {
  const lines = [parcels.line(SERIAL, { ticket: fixtures.ticketRow(411) }), parcels.line("JP2409-00418"), parcels.line("JP2409-00419", { ticket: fixtures.ticketRow(412) })];
  const pdf = { name: "labels.pdf", pages: 2, hash: "ab", base64: "" };
  const station = fakeStation({
    settings_get: () => ({ ...fixtures.settings, label_printer: "Zebra" }),
    consignment_get: () => parcels.life({ lines }),
    sheet_make: () => pdf,
  });
  const { user } = await openApp(PARCEL, station);
  await screen.findByRole("button", { name: /Print all .?2.? labels/ });
  await user.keyboard("{Control>}l{/Control}");
  const ids = [fixtures.ticketRow(411).id, fixtures.ticketRow(412).id];
  await waitFor(() => expect(station.asked("sheet_make")).toMatchObject([{ sheet: { kind: "roll", ids }, to: { kind: "printer", name: "Zebra" } }]));
});

it("a unit that is not on the list says so, and one scanned by mistake is put back", async () => {
  const station = fakeStation({
    consignment_unit: ({ serial }) => parcels.unit(serial ?? "", { outcome: "extra" }),
    consignment_unit_remove: () => parcels.life(),
  });
  const { user } = await openApp(PARCEL, station);
  await takeOut(user);
  expect(await screen.findByText(`${SERIAL} is not on the sender's list. It is recorded as extra.`)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Put it back" }));
  await waitFor(() => expect(station.asked("consignment_unit_remove")).toEqual([{ id: parcels.row.id, line: `line-${SERIAL}` }]));
  expect(await screen.findByRole("textbox", { name: "Serial no. of the next unit" })).toBeTruthy();
});

it("closing reads out what differs, asks about units without a number, and can be undone", async () => {
  const tally = { announced: 2, here: 2, short: 1, extra: 1, damaged: 1 };
  const lines = [
    parcels.line(SERIAL, { state: "here", damage: "cracked", ticket: fixtures.ticketRow(411) }),
    parcels.line("JP2409-00418"),
    parcels.line("JP2409-00500", { state: "extra", model: "NV-200" }),
  ];
  const life = parcels.life({ row: { ...parcels.row, tally, received: 1 }, lines });
  const station = fakeStation({ consignment_get: () => life, consignment_close: () => life, consignment_reopen: () => life });
  const { user } = await openApp(PARCEL, station);
  await screen.findByRole("grid", { name: "Units of the parcel" });
  await user.keyboard("{F8}");
  const dialog = within(await screen.findByRole("dialog", { name: "Close the parcel?" }));
  const told = dialog.getAllByRole("listitem").map((item) => item.textContent);
  expect(told).toEqual([
    "Parcel SF1234567890123, signed for 2026-11-20: 1 of 2 announced units received.",
    "Cartons: 1 of 2 handed over.",
    "Missing: JP2409-00418 NV-640",
    "Not announced: JP2409-00500 NV-200",
    `Damaged in transit: ${SERIAL} NV-640 (cracked)`,
  ]);
  expect(dialog.getByText(/One unit is here and not checked in/)).toBeTruthy();
  await user.click(dialog.getByRole("button", { name: "Close all the same" }));
  await waitFor(() => expect(station.asked("consignment_close")).toEqual([{ id: parcels.row.id, anyway: true }]));
  await user.click(await screen.findByRole("button", { name: /Open again/ }));
  await waitFor(() => expect(station.asked("consignment_reopen")).toEqual([{ id: parcels.row.id }]));
});

it("a refused list is said in words and stays to be put right", async () => {
  const station = fakeStation({
    consignment_announce: () => {
      throw new Failure("nothing_announced");
    },
  });
  const { user } = await openApp(PARCEL, station);
  await user.click(await screen.findByText("Announced by the sender"));
  const list = screen.getByRole("textbox", { name: "The sender's list" });
  await user.type(list, "???");
  await user.click(screen.getByRole("button", { name: "Add the list" }));
  expect(await screen.findByText(/The list names no unit/)).toBeTruthy();
  expect(list).toHaveProperty("value", "???");
});

it("the bench counts units in unopened parcels and leads to them", async () => {
  const counts = { ...fixtures.bench.counts, waiting: 12 };
  const station = fakeStation({ bench_today: () => ({ ...fixtures.bench, counts, parcels: [parcels.row] }) });
  const { user, router } = await openApp("/", station);
  expect(await screen.findByRole("link", { name: /12.*Here, not checked in/ })).toBeTruthy();
  const grid = screen.getByRole("grid", { name: "Parcels not closed" });
  grid.focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(router.state.location.pathname).toBe(PARCEL));
});

it("no open parcel says how to receive one", async () => {
  await openApp("/parcels", fakeStation({ consignment_list: () => ({ rows: [], next: null }) }));
  expect(await screen.findByText("No parcel is open")).toBeTruthy();
  expect(screen.getByText(/Scan the waybill on a parcel, or press F4/)).toBeTruthy();
});

it("a second waybill receives the parcel before it, and no scan is lost", async () => {
  const station = fakeStation({ consignment_receive: () => ({ is_new: true, consignment: parcels.life() }) });
  const { user, router } = await openApp("/parcels/receive?waybill=SF1234567890123", station);
  const field = await screen.findByRole("textbox", { name: "Waybill no." });
  await waitFor(() => expect(document.activeElement).toBe(field));
  await router.navigate({ to: "/parcels/receive", search: { waybill: "SF1234567890124" } });
  await waitFor(() => expect(station.asked("consignment_receive")).toMatchObject([{ waybill: "SF1234567890123" }]));
  await waitFor(() => expect(field).toHaveProperty("value", "SF1234567890124"));
  await router.navigate({ to: "/parcels/receive", search: { waybill: "SF1234567890125" } });
  await waitFor(() => expect(station.asked("consignment_receive")).toHaveLength(2));
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(router.state.location.pathname).toBe(PARCEL));
  expect(station.asked("consignment_receive")[2]).toMatchObject({ waybill: "SF1234567890125" });
});
