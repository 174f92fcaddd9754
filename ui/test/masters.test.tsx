import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { MasterPreview } from "../src/ipc/types.generated";
import { openApp } from "./app";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";

const preview: MasterPreview = {
  file: "0-ab",
  kind: "model",
  name: "models.csv",
  encoding: "UTF-8",
  separator: ",",
  headings: [
    { heading: "型号", field: "model" },
    { heading: "Type", field: null },
  ],
  fields: ["model", "name_zh", "product_class"],
  has_key: true,
  sample: [
    ["型号", "Type"],
    ["NV-640", "x"],
  ],
  rows: 3,
  good: 2,
  new: 1,
  changed: 1,
  skipped: 1,
  ended: 0,
  errors: [{ row: 3, field: "serial_pattern", code: "not_a_pattern", other_row: null }],
  error_count: 1,
};

it("masters are listed by kind, each with as of when it is said", async () => {
  const station = fakeStation();
  const { user } = await openApp("/masters", station);
  await screen.findByRole("heading", { level: 1, name: "Masters" });
  expect(await screen.findByText("1 row · as of 2026-11-22 10:42")).toBeTruthy();
  expect(screen.getByRole("grid", { name: "Models" })).toBeTruthy();
  await user.click(screen.getByRole("radio", { name: "Dealers" }));
  expect(await screen.findByText("Nothing here yet")).toBeTruthy();
  expect(station.asked("master_list").at(-1)).toMatchObject({ kind: "dealer" });
});

it("a file is looked at, mapped and imported with the keyboard, and a complete list is said to end the rest", async () => {
  const station = fakeStation({
    master_open: () => preview,
    master_remap: ({ complete }) => ({ ...preview, ended: complete === true ? 4 : 0 }),
    master_import: () => ({
      rows: 3,
      imported: 1,
      updated: 1,
      skipped: 1,
      unchanged: 0,
      ended: 4,
      errors: preview.errors,
      cancelled: false,
    }),
  });
  const { user } = await openApp("/masters", station);
  await screen.findByRole("heading", { level: 1, name: "Masters" });
  await user.keyboard("i");
  await screen.findByRole("heading", { level: 1, name: "Import: Models" });
  await user.upload(screen.getByLabelText("File of masters", { selector: "input" }), new File(["x"], "models.csv"));
  expect(await screen.findByText("not a serial pattern: letters, digits, # for a digit, @ for a letter, * only at the end")).toBeTruthy();
  await user.click(screen.getByRole("checkbox", { name: "This file is the complete list" }));
  expect(await screen.findByText("would end")).toBeTruthy();
  expect(station.asked("master_remap").at(-1)).toEqual({
    file: "0-ab",
    map: { 型号: "model", Type: null },
    complete: true,
  });
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("models.csv is imported.")).toBeTruthy();
  expect(station.asked("master_import")).toEqual([{ file: "0-ab", complete: true }]);
});

it("a check-in takes the class from the model, looks for the model's own kit, and says where facts come from", async () => {
  const { user } = await openApp(
    "/intake?serial=JP2409-00417",
    fakeStation({
      intake_check: (draft) => ({
        ...fixtures.noCheck,
        serial: draft.serial,
        sale: { ...fixtures.sale, product_class: "detector" },
        register_as_of: fixtures.NOW,
        model: fixtures.modelCard,
      }),
      verdict_assess: () => ({
        ...fixtures.assessment,
        derived: [{ fact: "authorised_source", source: "dealer", as_of: fixtures.NOW, by: "华强", file: "dealers.csv" }],
      }),
    }),
  );
  const box = await screen.findByRole("button", { name: /Complete device.*Product class|Product class.*Complete device/ });
  expect(box).toBeTruthy();
  expect((await screen.findAllByText("遮光罩")).length).toBeGreaterThan(0);
  expect(screen.queryByText("Strap")).toBeNull();
  expect((await screen.findAllByText(/from dealer 华强, master of 2026-11-22/)).length).toBeGreaterThan(0);
  expect(await screen.findByText("from model NV-640, master of 2026-11-22")).toBeTruthy();
  box.focus();
  await user.keyboard("Det");
  expect(await screen.findByText(/The class comes from the model: NV-640 is a Complete device/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Take Complete device from the model" }));
  expect(screen.queryByText(/The class comes from the model/)).toBeNull();
});

it("what a contract says stands in a check-in with its number, its file and when that came", async () => {
  const station = fakeStation({
    verdict_assess: () => ({
      ...fixtures.assessment,
      facts: { ...fixtures.assessment.facts, contract: { unit_months: 36 } },
      derived: [{ fact: "contract", source: "contract", as_of: fixtures.NOW, by: "C-2026-8", file: "contracts.csv" }],
    }),
  });
  const { user } = await openApp("/intake?serial=JP2409-00417", station);
  await user.click(await screen.findByRole("radio", { name: "In-warranty" }));
  const told = await screen.findAllByText("from contract C-2026-8: contracts.csv, imported 2026-11-22");
  expect(told.filter((text) => text.closest("summary")?.textContent.includes("Terms of the purchase contract"))).toHaveLength(1);
  const grounds = told.map((text) => text.closest("li")?.textContent ?? "");
  expect(grounds.some((ground) => ground.includes("36 months"))).toBe(true);
});

it("the contract of a unit stands on its page with the file that says so, and two of them ask a person", async () => {
  const other = { ...fixtures.contractCard, contract: { ...fixtures.contractCard.contract, number: "C-2026-9" } };
  const station = fakeStation({
    unit_get: () => ({ ...fixtures.unitLife, contracts: [fixtures.contractCard, other] }),
  });
  await openApp("/units/JP2409-00417", station);
  expect(await screen.findByRole("region", { name: "Contract C-2026-8" })).toBeTruthy();
  expect(screen.getAllByText("said by contracts.csv of 2026-11-22 10:42")).toHaveLength(2);
  expect(screen.getByText(/Several contracts cover this unit/)).toBeTruthy();
});

it("an unknown serial suggests the one model it looks like", async () => {
  const { user } = await openApp(
    "/intake?serial=JP2409-00999",
    fakeStation({ intake_check: (draft) => ({ ...fixtures.noCheck, serial: draft.serial, fits_model: "NV-640" }) }),
  );
  await user.click(await screen.findByRole("button", { name: "Take NV-640" }));
  expect(await screen.findByDisplayValue("NV-640")).toBeTruthy();
});

it("a unit shows its model's card, and what is not in the register is said as of when", async () => {
  const station = fakeStation({
    unit_get: () => ({
      relabelled: [],
      serial: fixtures.sale.serial,
      model: "NV-640",
      product_class: "terminal",
      sale: null,
      register_as_of: fixtures.NOW,
      model_card: fixtures.modelCard,
      contracts: [],
      loan: null,
      tickets: [],
      look_alikes: [],
    }),
  });
  await openApp("/units/JP2409-00417", station);
  expect(await screen.findByText("Not in the register of 2026-11-22 10:42. That proves nothing: the register is as complete as its files.")).toBeTruthy();
  expect(screen.getByText("Model NV-640")).toBeTruthy();
  expect(screen.getByText("NV-650")).toBeTruthy();
});
