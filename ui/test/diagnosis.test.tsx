// From the test bench to the diagnosis, as one meets them at the window. What is judged, the fake station says.

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../src/i18n/catalogue";
import { Failure } from "../src/ipc/failure";
import type { BenchSheet, FaultListShelf, ListRow, Measured, SheetDraft, TicketLife } from "../src/ipc/types.generated";
import { openApp } from "./app";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";

function valueOf(field: HTMLElement): string {
  return field instanceof HTMLInputElement ? field.value : "";
}

const address = "/tickets/0193-00411";

function measured(code: string, en: string, value: string, judgement: Measured["judgement"]): Measured {
  const limit = code === "shutter" ? "yes_no" : "max";
  const standard = code === "shutter" ? "yes" : "50";
  return { asked: { code, zh: en, en, unit: limit === "max" ? "mK" : "", limit, standard, source: "catalogue", is_required: true }, value, judgement };
}

/** As the station would: at most 50 passes, and what is no number is a problem. */
function check({ sheet }: { sheet: SheetDraft }) {
  const typed = (code: string) => sheet.readings.find((reading) => reading.parameter === code)?.value ?? "";
  const netd = typed("netd");
  const bad = netd !== "" && Number.isNaN(Number(netd));
  const judgement = netd === "" || bad ? "not_measured" : Number(netd) <= 50 ? "pass" : "fail";
  return {
    lines: [measured("netd", "NETD", netd, judgement), measured("shutter", "Shutter", typed("shutter"), typed("shutter") === "yes" ? "pass" : "not_measured")],
    result: judgement === "fail" ? ("failed" as const) : ("incomplete" as const),
    problems: bad
      ? [{ field: "netd", reason: "not_numeric" as const }]
      : sheet.readings.length === 0
        ? [{ field: "readings", reason: "nothing" as const }]
        : [],
    expired: sheet.instruments.flatMap((one, at) => (one.calibration_due === "2026-01-01" ? [at] : [])),
  };
}

const saved: BenchSheet = {
  id: "s1",
  ticket: "0193-00411",
  kind: "incoming",
  result: "failed",
  replaces: null,
  replaced_by: null,
  catalogue: 0,
  lines: [measured("netd", "NETD", "62", "fail")],
  around: {
    instruments: [{ name: "Blackbody", serial: "BB-7", calibration_due: "2026-01-01" }],
    ambient: { celsius: "23", humidity: "" },
    soak: null,
    frames: [],
    note: "",
  },
  made_by: "Liu",
  made_on: "2026-11-22",
  made_at: fixtures.NOW,
};

function entry(code: string, en: string, spellings: string[], change: Partial<ListRow["entry"]> = {}): ListRow {
  return { entry: { code, zh: en, en, finding: null, consumable_defect: null, is_open: false, needs_note: false, is_retired: false, ...change }, spellings };
}

const lists: FaultListShelf = {
  symptom: [entry("no_image", "No image", ["wtx"])],
  fault: [entry("shutter_stuck", "Shutter stuck", ["kmkz"]), entry("no_fault_found", "No fault found", ["wjyc"], { finding: "operates_normally" })],
  cause: [entry("assembly", "Bad assembly", ["zpbl"], { finding: "product_fault" }), entry("not_shown", "Cause not shown", ["yywncm"], { is_open: true })],
  action: [entry("replace_part", "Replace the part", ["ghbj"])],
  position: [entry("shutter", "Shutter", ["km"])],
};

function life(change: Partial<TicketLife["diagnosis"]> = {}): TicketLife {
  const whole = fixtures.ticketLife();
  return { ...whole, diagnosis: { ...whole.diagnosis, ...change } };
}

function bench(change: Partial<TicketLife["diagnosis"]> = {}, language: "en" | "zh-CN" = "en") {
  return fakeStation({
    settings_get: () => ({ ...fixtures.settings, language }),
    ticket_get: () => life(change),
    fault_lists: () => lists,
    bench_sheet_check: check,
    bench_sheet_save: () => life({ sheets: [{ sheet: saved, expired: [0] }] }),
    diagnosis_record: () => life(),
  });
}

it("tells that the unit came back soon and what its batch suffers from", async () => {
  await openApp(
    address,
    bench({
      repeats: {
        repeats: [
          { ticket: "0193-00300", rma: "CD01-A7K3M-00300-K", handed_over_on: "2026-11-02", window: "days30", days: 18, resolution: "paid_repair" },
        ],
        batch: [{ fault: "shutter_stuck", zh: "快门卡滞", en: "Shutter stuck", units: 3, batch: "JP2409-" }],
      },
    }),
  );
  expect(await screen.findByText("Repeat repair: within 30 days")).toBeTruthy();
  expect(screen.getByText(/18 days after its hand-over/)).toBeTruthy();
  expect(screen.getByText("Shutter stuck in 3 units within 90 days")).toBeTruthy();
});

it("tells at the scan that the unit came back soon and what its batch suffers from", async () => {
  const station = fakeStation({
    scan_resolve: ({ text }) => ({
      kind: "unit",
      serial: text,
      sale: fixtures.sale,
      register_as_of: null,
      open: fixtures.ticketRow(411),
      tickets: [],
      draft: null,
      look_alikes: [],
      fits_model: null,
      repeats: {
        repeats: [{ ticket: "t", rma: "CD01-A7K3M-00300-K", handed_over_on: "2026-09-02", window: "days90", days: 80, resolution: null }],
        batch: [{ fault: "shutter_stuck", zh: "快门卡滞", en: "Shutter stuck", units: 3, batch: "JP2409-" }],
      },
    }),
  });
  await openApp("/", station);
  for (const key of [..."JP2409-00417", "Enter"]) fireEvent.keyDown(document.activeElement ?? document.body, { key });
  expect(await screen.findByText("Repeat repair: Back 80 days after its hand-over")).toBeTruthy();
  expect(screen.getByText("Batch JP2409-: Shutter stuck in 3 units within 90 days")).toBeTruthy();
});

it("measures by keyboard: what is typed is judged, and Ctrl+Enter saves", async () => {
  const { user, station } = await openApp(address, bench());
  await user.click(await screen.findByRole("button", { name: "Measure…" }));
  const dialog = await screen.findByRole("dialog", { name: /measure$/ });
  const netd = await within(dialog).findByRole("textbox", { name: "NETD, measured" });
  await user.click(netd);
  await user.keyboard("62");
  await waitFor(() => expect(within(dialog).getByRole("row", { name: /NETD/ }).textContent).toContain("Fail"));
  await user.clear(netd);
  // A key of a hand between two texts: without it six quick characters in a row would be a scanner's.
  await user.keyboard("{Home}good");
  expect(await within(dialog).findByText("Not a number, as in 35.2")).toBeTruthy();
  await user.clear(netd);
  await user.keyboard("{Home}42{Tab}");
  await waitFor(() =>
    expect(document.activeElement).toBe(within(dialog).getByRole("textbox", { name: "Shutter, measured" })),
  );
  await user.keyboard("yes{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("bench_sheet_save")).toHaveLength(1));
  expect(station.asked("bench_sheet_save")[0]?.sheet.readings).toEqual([
    { parameter: "netd", value: "42" },
    { parameter: "shutter", value: "yes" },
  ]);
});

it("fills the sheet from a file of the test bench and names the rows that do not fit", async () => {
  const station = fakeStation({
    ticket_get: () => life(),
    bench_sheet_check: check,
    diagnosis_import: () => ({
      readings: [{ parameter: "netd", value: "41.5" }],
      rows: 2,
      errors: [{ row: 3, parameter: "gain", reason: "unknown_parameter" }],
    }),
  });
  const { user } = await openApp(address, station);
  await user.click(await screen.findByRole("button", { name: "Measure…" }));
  const dialog = await screen.findByRole("dialog", { name: /measure$/ });
  const file = new File(["parameter,value\nnetd,41.5\n"], "bench.csv", { type: "text/csv" });
  await user.upload(within(dialog).getByLabelText("Read a file of the test bench…", { selector: "input" }), file);
  expect(await within(dialog).findByText("Line 3, gain: no such parameter")).toBeTruthy();
  expect(valueOf(within(dialog).getByRole("textbox", { name: "NETD, measured" }))).toBe("41.5");
});

it("corrects a saved sheet by a new one that begins with what the old one said", async () => {
  const { user, station } = await openApp(address, bench({ sheets: [{ sheet: saved, expired: [0] }] }));
  await user.click(await screen.findByText(/^As received/));
  expect(screen.getByRole("table", { name: /values$/ }).textContent).toContain("62 mK");
  expect(screen.getByText("Calibration expired; it is recorded so")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Correct…" }));
  const dialog = await screen.findByRole("dialog", { name: /correct a sheet$/ });
  const netd = await within(dialog).findByRole("textbox", { name: "NETD, measured" });
  expect(valueOf(netd)).toBe("62");
  await user.clear(netd);
  await user.type(netd, "42{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("bench_sheet_save")[0]?.sheet.replaces).toBe("s1"));
});

it("finds fault and cause by pinyin and records them with D and Ctrl+Enter", async () => {
  const { user, station } = await openApp(address, bench());
  await screen.findByText("Not diagnosed yet. Measure the unit, then say what is wrong.");
  await user.keyboard("d");
  const dialog = await screen.findByRole("dialog", { name: /^Diagnosis of/ });
  await user.click(await within(dialog).findByRole("combobox", { name: "Fault" }));
  await user.keyboard("kmk{ArrowDown}{Enter}");
  expect(valueOf(within(dialog).getByRole("combobox", { name: "Fault" }))).toBe("Shutter stuck");
  await user.click(within(dialog).getByRole("combobox", { name: "Cause" }));
  await user.keyboard("yyw{ArrowDown}{Enter}");
  expect(within(dialog).getByText(/the warranty approver is asked/)).toBeTruthy();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("diagnosis_record")).toHaveLength(1));
  const [request] = station.asked("diagnosis_record");
  expect(request?.lines).toEqual([
    { symptom: "", fault: "shutter_stuck", cause: "not_shown", action: "", position: "", note: "" },
  ]);
});

it("says at the field why no fault found is not recorded yet", async () => {
  const station = fakeStation({
    ticket_get: () => life(),
    fault_lists: () => lists,
    diagnosis_record: () => {
      throw new Failure("diagnosis", { count: "1" }, [{ field: "lines.0.fault", reason: "soak_needed" }]);
    },
  });
  const { user } = await openApp(address, station);
  await screen.findByText("Not diagnosed yet. Measure the unit, then say what is wrong.");
  await user.keyboard("d");
  const dialog = await screen.findByRole("dialog", { name: /^Diagnosis of/ });
  await user.click(await within(dialog).findByRole("combobox", { name: "Fault" }));
  await user.keyboard("no fault{ArrowDown}{Enter}");
  await user.click(within(dialog).getByRole("button", { name: /^Record diagnosis/ }));
  expect(await within(dialog).findByText("First a soak test that ends without a fault (5.5)")).toBeTruthy();
  expect(within(dialog).getByRole("alert").textContent).toContain("What was typed is kept.");
});

describe.each(["en", "zh-CN"] as const)("in %s", (language) => {
  it.each([
    ["measuring", "diagnosis-measure", "table"],
    ["diagnosing", "diagnosis-record", "combobox"],
  ] as const)("the dialog for %s has no accessibility fault", async (_name, button, holds) => {
    const { t } = await loadCatalogue(language);
    const { user } = await openApp(address, bench({ sheets: [{ sheet: saved, expired: [0] }] }, language));
    await user.click(await screen.findByRole("button", { name: (name) => name.startsWith(t(button)) }));
    const dialog = within(await screen.findByRole("dialog"));
    await dialog.findAllByRole(holds);
    const report = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
    expect(report.violations.map((violation) => violation.id)).toEqual([]);
  });
});
