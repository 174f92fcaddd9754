// Scan a shelf and then units; take stock; see where a unit is and who has it.

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { Failure } from "../src/ipc/failure";
import type { Custody, StocktakeSheet, TicketRow } from "../src/ipc/types.generated";
import { openApp } from "./app";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";
import { place as placeOf } from "./placeFixtures";

const shelf = placeOf("p-a3");
const dock = placeOf("p-dock");
const at = (place: typeof shelf, holder: string | null = null): Custody => ({
  place,
  holder: holder === null ? null : { id: `u-${holder}`, name: holder },
  since: fixtures.NOW,
  seen_at: fixtures.NOW,
});

/** A station whose units JP1 … are at the dock until they are moved. */
function stocked() {
  const where = new Map<string, typeof shelf>();
  const row = (number: number): TicketRow =>
    fixtures.ticketRow(number, { custody: at(where.get(fixtures.ticketRow(number).id) ?? dock) });
  const numberOf = (text: string) => Number(text.slice(-5));
  return fakeStation({
    scan_resolve: ({ text }) => {
      if (text === "PLACE1-A-03") return { kind: "place", place: shelf };
      if (!text.startsWith("JP2409")) return { kind: "text", text };
      return {
        kind: "unit",
        serial: text,
        sale: null,
        register_as_of: null,
        open: row(numberOf(text)),
        tickets: [],
        draft: null,
        look_alikes: [],
        fits_model: null,
      repeats: { repeats: [], batch: [] },
      };
    },
    custody_move: ({ tickets: [id = ""], place }) => {
      const from = where.get(id) ?? dock;
      const to = placeOf(place);
      where.set(id, to);
      if (id.endsWith("00666")) throw new Failure("place_gone");
      return [{ row: row(numberOf(id)), from: at(from), moved: from.id !== to.id }];
    },
    custody_undo: ({ tickets: [id = ""] }) => {
      where.set(id, dock);
      return [{ row: row(numberOf(id)), from: at(shelf), moved: true }];
    },
  });
}

function scan(text: string) {
  for (const key of [...text, "Enter"]) fireEvent.keyDown(document.activeElement ?? document.body, { key });
}

const lines = () => screen.queryAllByRole("list", { name: "Scanned here" }).flatMap((list) => within(list).getAllByRole("listitem"));
const newest = () => lines()[0]?.textContent;

it("a shelf scanned on any screen opens it, and twelve units scanned after it are moved without a click", async () => {
  const { station, router } = await openApp("/units", stocked());
  await screen.findByRole("heading", { level: 1, name: "Units" });
  scan("PLACE1-A-03");
  await screen.findByRole("heading", { level: 1, name: "Places" });
  await screen.findByRole("heading", { name: /Units at A-03/ });
  for (let number = 1; number <= 12; number++) scan(`JP2409-${String(number).padStart(5, "0")}`);
  await waitFor(() => expect(lines()).toHaveLength(12));
  expect(newest()).toBe("JP2409-00012 moved from DOCK to A-03");
  expect(station.asked("custody_move")).toHaveLength(12);
  expect(router.state.location.pathname).toBe("/places");
});

it("a wrong scan says so and moves nothing, and Ctrl+Z takes the last move back", async () => {
  const { station, user } = await openApp("/places?place=A-03", stocked());
  await screen.findByRole("heading", { name: /Units at A-03/ });
  scan("JP2409-00001");
  await waitFor(() => expect(newest()).toBe("JP2409-00001 moved from DOCK to A-03"));
  scan("JP2409-00001");
  await waitFor(() => expect(newest()).toBe("JP2409-00001 is at A-03 already"));
  scan("EMPTY-BOX-1");
  await waitFor(() => expect(newest()).toBe("EMPTY-BOX-1 has no open work order; nothing was moved"));
  scan("JP2409-00666");
  await waitFor(() => expect(newest()).toMatch(/^JP2409-00666: This place is out of use/));
  document.body.focus();
  screen.getByRole("heading", { level: 1 }).closest("main")?.focus();
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(newest()).toBe("JP2409-00001 moved back to DOCK"));
  expect(station.asked("custody_undo")).toEqual([{ tickets: [fixtures.ticketRow(1).id] }]);
});

it("a unit scanned before a place is not moved", async () => {
  const { station } = await openApp("/places", stocked());
  await screen.findByText("Scan a place first, or choose one");
  scan("JP2409-00001");
  await waitFor(() => expect(newest()).toBe("JP2409-00001 was not moved: scan a place first"));
  expect(station.asked("custody_move")).toEqual([]);
});

it("a place is added by its label's code, and a refused code keeps what was typed", async () => {
  const station = fakeStation({
    place_save: ({ code, name, kind }) => {
      if (code === "A-03") throw new Failure("place_code_taken");
      return { place: { ...shelf, id: "p-new", code, name, kind }, units: 0 };
    },
  });
  const { user } = await openApp("/places", station);
  await screen.findByText("Scan a place first, or choose one");
  await user.keyboard("{F3}");
  const code = await screen.findByRole("textbox", { name: "Code on the label" });
  await user.click(code);
  await user.paste("A-03");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText(/Another place or a badge has that code/);
  expect(code).toHaveProperty("value", "A-03");
  await user.keyboard("{Escape}");
  await screen.findByText("What was entered has not been saved");
  await user.clear(code);
  await user.click(code);
  await user.paste("B-07");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("Place B-07 was saved.");
});

const sheet: StocktakeSheet = {
  stocktake: { id: "s-1", place: null, state: "open", begun_at: fixtures.NOW, begun_by: "李娜", ended_at: null, figures: null },
  place: null,
  figures: { found: 3, missing: 1, unexpected: 1, unknown: 1 },
  missing: [{ row: fixtures.ticketRow(7, { custody: at(shelf) }), stood: null, unseen_working_days: 6 }],
  unexpected: [{ row: fixtures.ticketRow(8, { custody: at(dock) }), stood: shelf, unseen_working_days: 0 }],
  unknown: ["JP2409-09999"],
  unseen: [{ row: fixtures.ticketRow(7, { custody: at(shelf) }), stood: null, unseen_working_days: 6 }],
};

function counting() {
  return fakeStation({
    stocktake_get: () => sheet,
    scan_resolve: ({ text }) => (text === "PLACE1-A-03" ? { kind: "place", place: shelf } : { kind: "text", text }),
    stocktake_scan: ({ text }) => ({ code: text, counted: "unexpected", row: fixtures.ticketRow(8, { custody: at(dock) }) }),
    custody_move: () => [],
    stocktake_finish: () => [],
  });
}

it("a stock-take lists missing, unexpected and unknown, and F8 puts the unexpected where they were scanned", async () => {
  const { station, user } = await openApp("/places/stocktake", counting());
  await screen.findByRole("heading", { level: 1, name: "Stock-take of the whole centre" });
  expect(within(screen.getByRole("region", { name: "Missing" })).getByText("unseen for 6 working days")).toBeTruthy();
  expect(within(screen.getByRole("region", { name: "Unknown" })).getByText("JP2409-09999")).toBeTruthy();
  scan("PLACE1-A-03");
  await screen.findByText(/Counting at A-03/);
  scan("JP2409-00008");
  await waitFor(() => expect(newest()).toBe("JP2409-00008: unexpected, recorded at DOCK"));
  expect(station.asked("stocktake_scan")).toEqual([{ text: "JP2409-00008", place: "p-a3" }]);
  await user.keyboard("{F8}");
  await waitFor(() =>
    expect(station.asked("custody_move")).toEqual([{ tickets: [fixtures.ticketRow(8).id], place: "p-a3", holder: null }]),
  );
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("stocktake_finish")).toHaveLength(1));
});

it("work orders show where each is and who has it, and can show only mine", async () => {
  const due = [fixtures.ticketRow(411, { custody: at(shelf, "李娜") })];
  const { station, user, router } = await openApp("/", fakeStation({ bench_today: () => ({ ...fixtures.bench, due, recent: [] }) }));
  const cells = await screen.findAllByRole("cell");
  expect(cells.map((cell) => cell.textContent)).toContain("A-03 · 李娜");
  await router.navigate({ to: "/tickets" });
  await user.click(await screen.findByRole("radio", { name: "Mine" }));
  await waitFor(() => expect(station.asked("ticket_list").at(-1)?.filter).toBe("mine"));
});
