import { screen } from "@testing-library/react";
import axe from "axe-core";
import { expect, it } from "vitest";
import { openApp } from "./app";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";

/** Contrast needs a real picture; everything else axe knows is checked. */
async function violations() {
  const report = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  return report.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" ")}`);
}

it.each([
  ["the bench", "/", "Bench"],
  ["the check-in", "/intake", "Check-in"],
  ["the parcels", "/parcels", "Parcels"],
  ["receiving a parcel", "/parcels/receive?waybill=SF1234567890123", "Receive a parcel"],
  ["one parcel", "/parcels/0193-parcel", "Parcel SF1234567890123"],
  ["the work orders", "/tickets", "Work orders"],
  ["one work order", "/tickets/0193-00411", "CD01-A7K3M-00411-K"],
  ["the units", "/units", "Units"],
  ["one unit", "/units/JP2409-00417", "JP2409-00417"],
  ["the register", "/register", "Sales register"],
  ["the import", "/register/import", "Import a sales register"],
  ["the places", "/places?place=A-03", "Places"],
  ["the stock-takes", "/places/stocktake", "Stock-take"],
  ["the masters", "/masters", "Masters"],
  ["the import of masters", "/masters/import?kind=dealer", "Import: Dealers"],
  ["the settings", "/settings", "Settings"],
  ["the turned screen", "/customer/ticket/0193-00411", "NV-640"],
  ["the policy packs", "/policy?reading=8", "Policy packs"],
  ["the comparison of packs", "/policy/compare", "Compare policy packs"],
])("%s has no accessibility fault", async (_name, address, heading) => {
  await openApp(address);
  await screen.findByRole("heading", { level: 1, name: heading });
  expect(await violations()).toEqual([]);
});

it.each([
  ["what-if", "What if …", "What-if"],
  ["a recorded determination", "Open the determination of 2026-11-22 10:42", "Determination of 2026-11-22 10:42"],
])("%s has no accessibility fault", async (_name, button, title) => {
  const { user } = await openApp("/tickets/0193-00411");
  await user.click(await screen.findByRole("button", { name: button }));
  await screen.findByRole("dialog", { name: title });
  expect(await violations()).toEqual([]);
});

it("the first start has no accessibility fault", async () => {
  await openApp("/", fakeStation({ station_get: () => ({ ...fixtures.station, identity: null }) }));
  await screen.findByRole("heading", { level: 1, name: "Set up this computer" });
  expect(await violations()).toEqual([]);
});
