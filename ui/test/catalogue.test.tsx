// The catalogue of the test bench at the window: every change is a version with its reason. What is refused, the fake
// station says.

import { screen, within } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../src/i18n/catalogue";
import { Failure } from "../src/ipc/failure";
import type { CatalogueShelf, ListEntry } from "../src/ipc/types.generated";
import { openApp } from "./app";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";

const entry = (code: string, en: string, change: Partial<ListEntry> = {}): ListEntry => ({
  code,
  zh: en,
  en,
  finding: null,
  consumable_defect: null,
  is_open: false,
  needs_note: false,
  is_retired: false,
  ...change,
});

const content: CatalogueShelf["content"] = {
  parameter: [
    { code: "netd", zh: "噪声等效温差", en: "NETD", also: ["热灵敏度"], unit: "mK", limit: "max", standard: { terminal: "50" }, required: ["final_test"] },
    { code: "shutter", zh: "快门", en: "Shutter", also: [], unit: "", limit: "yes_no", standard: { terminal: "yes", module: "yes" }, required: [] },
  ],
  lists: {
    symptom: [],
    fault: [entry("main_board", "Main board")],
    cause: [entry("soldering", "Soldering", { finding: "product_fault" }), entry("salt", "Salt water", { finding: "misuse_or_environment", is_retired: true })],
    action: [],
    position: [],
  },
};

const shelf = (change: Partial<CatalogueShelf> = {}): CatalogueShelf => ({
  version: 1,
  content,
  shipped: content,
  versions: [{ id: "v1", version: 1, content, reason: "New standard", saved_by: "赵敏", saved_at: 1_772_412_600_000 }],
  may_change: true,
  ...change,
});

const address = "/settings/bench";
const title = "Test bench and short lists";

it("a standard is changed by keyboard as a version with its reason", async () => {
  const station = fakeStation({ bench_catalogue_get: () => shelf(), bench_catalogue_save: (request) => shelf({ version: 2, content: request.content }) });
  const { user } = await openApp(address, station);
  (await screen.findByRole("grid", { name: "Measured" })).focus();
  await user.keyboard("{Enter}");
  const dialog = await screen.findByRole("dialog", { name: "Change netd" });
  await user.clear(within(dialog).getByRole("textbox", { name: /^Standard, Complete device/ }));
  await user.type(within(dialog).getByRole("textbox", { name: /^Standard, Complete device/ }), "40");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(station.asked("bench_catalogue_save"), "a reason is asked for").toEqual([]);
  await user.type(within(dialog).getByRole("textbox", { name: /Reason/ }), "Newer detectors");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("Version 2 saved. Earlier sheets and diagnoses keep what they say.");
  const [asked] = station.asked("bench_catalogue_save");
  expect(asked?.from).toBe(1);
  expect(asked?.reason).toBe("Newer detectors");
  expect(asked?.content.parameter[0]?.standard).toEqual({ terminal: "40" });
  expect(asked?.content.parameter[1], "what works or does not keeps its standard").toEqual(content.parameter[1]);
});

it("a refused entry is told at its field and keeps what was typed", async () => {
  const station = fakeStation({
    bench_catalogue_get: () => shelf(),
    bench_catalogue_save: () => {
      throw new Failure("bench_catalogue", {}, [{ field: "cause.2.code", reason: "not_a_code" }]);
    },
  });
  const { user } = await openApp(address, station);
  await user.click(await screen.findByRole("radio", { name: "Causes" }));
  await user.keyboard("{F3}");
  const dialog = await screen.findByRole("dialog", { name: "Add an entry" });
  await user.type(within(dialog).getByRole("textbox", { name: /^Code/ }), "Salt Water");
  await user.type(within(dialog).getByRole("textbox", { name: /Reason/ }), "Coast");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await within(dialog).findByText("A code has lower-case letters, digits and _");
  within(dialog).getByDisplayValue("Salt Water");
});

it("what an entry is for the commitment is said and not changed", async () => {
  const { user } = await openApp(address, fakeStation({ bench_catalogue_get: () => shelf() }));
  await user.click(await screen.findByRole("radio", { name: "Causes" }));
  (await screen.findByRole("grid", { name: "Causes" })).focus();
  await user.keyboard("{Enter}");
  const dialog = await screen.findByRole("dialog", { name: "Change soldering" });
  within(dialog).getByText(/For the commitment: Fault of the product itself \(1.1\)/);
  expect(within(dialog).queryByRole("button", { name: /For the commitment/ })).toBeNull();
});

it("who may not change it reads it, and is told who may", async () => {
  const { user } = await openApp(address, fakeStation({ bench_catalogue_get: () => shelf({ may_change: false }) }));
  const add = await screen.findByRole("button", { name: /^Add an entry/ });
  expect(add.getAttribute("aria-disabled")).toBe("true");
  await user.keyboard("{F3}");
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("going back is a new version with a reason", async () => {
  const station = fakeStation({ bench_catalogue_get: () => shelf(), bench_catalogue_save: () => shelf({ version: 2 }) });
  const { user } = await openApp(address, station);
  await user.click(await screen.findByRole("button", { name: "Take up what was shipped" }));
  await user.type(within(await screen.findByRole("dialog")).getByRole("textbox", { name: /Reason/ }), "Mistake");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText(/^Version 2 saved/);
  expect(station.asked("bench_catalogue_save")).toEqual([{ from: 1, content, reason: "Mistake" }]);
});

describe.each(["en", "zh-CN"] as const)("in %s", (language) => {
  it.each(["parameter", "cause"] as const)("the catalogue and its dialog for %s have no accessibility fault", async (list) => {
    const { t } = await loadCatalogue(language);
    const station = fakeStation({ bench_catalogue_get: () => shelf(), settings_get: () => ({ ...fixtures.settings, language }) });
    const { user } = await openApp(address, station);
    await screen.findByRole("heading", { level: 1, name: language === "en" ? title : t("catalogue-title") });
    await user.click(await screen.findByRole("radio", { name: t(`catalogue-list-${list}`) }));
    await user.keyboard("{F3}");
    await screen.findByRole("dialog", { name: t("catalogue-add") });
    const report = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
    expect(report.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  });
});
