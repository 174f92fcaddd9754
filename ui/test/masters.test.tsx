import { screen, within } from "@testing-library/react";
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

it("masters are listed by kind with as of when they are said, and one opens with all it says", async () => {
  const station = fakeStation();
  const { user } = await openApp("/masters", station);
  await screen.findByRole("heading", { level: 1, name: "Masters" });
  expect(await screen.findByText("1 line · as of 2026-11-22 10:42")).toBeVisible();
  const row = await screen.findByRole("row", { name: /NV-640/ });
  expect(within(row).getByText("in force")).toBeVisible();
  await user.dblClick(row);
  const dialog = await screen.findByRole("dialog", { name: "Models · NV-640" });
  expect(within(dialog).getByText("35 mK")).toBeVisible();
  expect(within(dialog).getByText("manuals/nv640.pdf")).toBeVisible();
  expect(within(dialog).queryByRole("link")).toBeNull();
  expect(within(dialog).getByText(/said by models.csv of 2026-11-22/)).toBeVisible();
  await user.keyboard("{Escape}");
  await user.click(screen.getByRole("radio", { name: "Dealers" }));
  expect(await screen.findByText("Nothing here yet")).toBeVisible();
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
  await user.upload(document.querySelector<HTMLInputElement>("input[type=file]")!, new File(["x"], "models.csv"));
  expect(await screen.findByText("not a serial pattern: letters, digits, # for a digit, @ for a letter, * only at the end")).toBeVisible();
  await user.click(screen.getByRole("checkbox", { name: "This file is the complete list" }));
  expect(await screen.findByText("would end")).toBeVisible();
  expect(station.asked("master_remap").at(-1)).toEqual({
    file: "0-ab",
    map: { 型号: "model", Type: null },
    complete: true,
  });
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("models.csv is imported.")).toBeVisible();
  expect(station.asked("master_import")).toEqual([{ file: "0-ab", complete: true }]);
});

it("a check-in says where a fact comes from, and the model's class is taken with one key", async () => {
  const { user } = await openApp(
    "/intake?serial=JP2409-00417",
    fakeStation({
      intake_check: (draft) => ({
        ...fixtures.noCheck,
        serial: draft.serial,
        model: fixtures.modelCard,
        conflicts:
          draft.product_class === "detector"
            ? [{ kind: "master", field: "product_class", by: "NV-640", says: "terminal", intake: "detector" }]
            : [],
      }),
    }),
  );
  await user.click(await screen.findByRole("radio", { name: "Detector" }));
  expect(await screen.findByText(/The class comes from the model: NV-640 is a/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: /Take .* from the model/ }));
  expect(screen.getByRole("radio", { name: /Terminal|Complete/ })).toBeChecked();
});
