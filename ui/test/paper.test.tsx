// Paper: a label on the label printer or on a sheet that was begun, copies, and the printers of the settings.

import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect, it } from "vitest";
import { Failure } from "../src/ipc/failure";
import { openApp } from "./app";
import { decision } from "./decisionFixtures";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";

/** Goes some options further in a choice, by its keys. */
async function further(user: UserEvent, field: RegExp, steps: number) {
  (await screen.findByRole("button", { name: field })).focus();
  await user.keyboard("{ArrowRight}".repeat(steps));
}

const printers = { ...fixtures.settings, form_printer: "HP-前台", label_printer: "Zebra" };

it("a label goes to the label printer, a form to the other, each in as many copies as were asked for", async () => {
  const station = fakeStation({ settings_get: () => printers });
  const { user } = await openApp("/tickets/0193-00411", station);
  await further(user, /Paper$/, 2);
  await further(user, /Copies$/, 2);
  const papers = screen.getByRole("region", { name: "Papers" });
  await user.click(within(papers).getByRole("button", { name: "Print" }));
  await waitFor(() =>
    expect(station.asked("form_print")).toEqual([
      { id: "0193-00411", form: "label", language: "both", printer: "Zebra", copies: 3 },
    ]),
  );
});

it("a sheet of labels that was begun goes on at the label that is chosen", async () => {
  const station = fakeStation({ settings_get: () => printers });
  const { user } = await openApp("/tickets/0193-00411", station);
  await further(user, /Paper$/, 2);
  await further(user, /Label printer On$/, 1);
  await further(user, /Start at label$/, 7);
  const papers = screen.getByRole("region", { name: "Papers" });
  await user.click(within(papers).getByRole("button", { name: "Print" }));
  await waitFor(() =>
    expect(station.asked("sheet_make")).toEqual([
      {
        sheet: { kind: "labels", ids: ["0193-00411"], copies: 1, grid: "3x8", start: 8 },
        language: "both",
        to: { kind: "printer", name: "HP-前台" },
      },
    ]),
  );
});

it("the label printer's offset is saved in tenths, and what is no millimetres is not saved", async () => {
  const station = fakeStation();
  const { user } = await openApp("/settings", station);
  const right = await screen.findByRole("textbox", { name: /Move right/ });
  await user.clear(right);
  await user.type(right, "-1.2{Enter}");
  await waitFor(() => expect(station.asked("settings_set").at(-1)?.label_right_tenths_mm).toBe(-12));
  const saves = station.asked("settings_set").length;
  await user.clear(right);
  await user.type(right, "far{Enter}");
  expect(await screen.findByText(/Not saved/)).toBeTruthy();
  expect(station.asked("settings_set")).toHaveLength(saves);
});

it("the calibration page opens in the viewer while there is no label printer", async () => {
  const station = fakeStation();
  const { user } = await openApp("/settings", station);
  await user.click(await screen.findByRole("button", { name: "Calibration page for labels" }));
  await waitFor(() =>
    expect(station.asked("sheet_make")).toEqual([
      { sheet: { kind: "calibration", paper: "label" }, language: "both", to: { kind: "viewer" } },
    ]),
  );
});

it("a unit of our own is offered an internal order, and no paper for a customer", async () => {
  const life = fixtures.ticketLife();
  const ours = { ...life, row: { ...life.row, owned_by_us: true } };
  const station = fakeStation({ settings_get: () => printers, ticket_get: () => ours });
  const { user } = await openApp("/tickets/0193-00411", station);
  await user.click(await screen.findByRole("button", { name: /^Print internal order/ }));
  await waitFor(() => expect(station.asked("form_print").map(({ form }) => form)).toEqual(["internal"]));
  await user.click(screen.getByRole("button", { name: /Paper$/ }));
  const offered = within(await screen.findByRole("listbox")).getAllByRole("option").map((option) => option.textContent);
  expect(offered).toEqual(["Internal order", "Unit label", "Bench report"]);
});

it("numbers for a power cut are reserved once and printed as often as the printer needs", async () => {
  const rmas = ["CD01-A7K3M-00501-K", "CD01-A7K3M-00502-H"];
  const station = fakeStation({ settings_get: () => printers, rma_reserve: () => ({ rmas }) });
  const { user } = await openApp("/authorisations", station);
  await user.click(await screen.findByRole("button", { name: /^Tags and forms for a power cut/ }));
  await user.click(screen.getByRole("button", { name: "Reserve and print" }));
  await user.click(await screen.findByRole("button", { name: "Print the same numbers again" }));
  const sheet = { sheet: { kind: "tags", rmas }, language: "both", to: { kind: "printer", name: "HP-前台" } };
  await waitFor(() => expect(station.asked("sheet_make")).toEqual([sheet, sheet]));
  expect(station.asked("rma_reserve")).toEqual([{ count: 8 }]);
});

it("a paper that waits for a person offers the question, under a key that takes nothing back", async () => {
  const station = fakeStation({
    settings_get: () => printers,
    form_print: () => {
      throw new Failure("letter_provisional", { readings: "8" });
    },
    decision_ask: () => decision(),
  });
  const { user } = await openApp("/tickets/0193-00411", station);
  await user.click(await screen.findByRole("button", { name: /^Print form/ }));
  await screen.findByRole("button", { name: /Ask for the decision/ });
  await user.keyboard("{Control>}z{/Control}");
  expect(station.asked("decision_ask")).toEqual([]);
  await user.keyboard("{Alt>}{Enter}{/Alt}");
  await waitFor(() => expect(station.asked("decision_ask")).toMatchObject([{ id: "0193-00411", kind: "unsigned", asked_of: null }]));
  expect(await screen.findByText(/Asked\. It waits for .* until .*2026-11-24/)).toBeTruthy();
});
