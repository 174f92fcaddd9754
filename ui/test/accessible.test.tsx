import { screen } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { loadCatalogue, type Catalogue } from "../src/i18n/catalogue";
import { openApp } from "./app";
import { decision, decisionPage } from "./decisionFixtures";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";
import { draftRow, quoteRow, quoteStart, sums } from "./quoteFixtures";

type Id = Parameters<Catalogue["t"]>[0];

/** Contrast needs a real picture; everything else axe knows is checked. */
async function violations() {
  const report = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  return report.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" ")}`);
}

const languages = ["en", "zh-CN"] as const;

/** A window in a language; `answers` are what its station says otherwise. */
const inLanguage = (language: (typeof languages)[number], answers: Parameters<typeof fakeStation>[0] = {}) =>
  fakeStation({ settings_get: () => ({ ...fixtures.settings, language }), ...answers });

const pages: ReadonlyArray<readonly [name: string, address: string, heading: Id | RegExp]> = [
  ["the bench", "/", "place-bench"],
  ["the check-in", "/intake", "place-intake"],
  ["the parcels", "/parcels", "place-consignment"],
  ["receiving a parcel", "/parcels/receive?waybill=SF1234567890123", "parcel-receive-title"],
  ["one parcel", "/parcels/0193-parcel", /SF1234567890123/],
  ["the numbers given before", "/authorisations", "authorisations-title"],
  ["the enquiries", "/enquiries", "place-enquiries"],
  ["a new enquiry", "/enquiries/new", "enquiry-new-title"],
  ["one enquiry", "/enquiries/0193-enquiry", /韩梅梅/],
  ["the sheet of a week", "/week", /47/],
  ["the work orders", "/tickets", "place-tickets"],
  ["the board", "/board", "board-title"],
  ["one work order", "/tickets/0193-00411", /CD01-A7K3M-00411-K/],
  ["the decisions", "/decisions", "place-decisions"],
  ["the units", "/units", "place-units"],
  ["one unit", "/units/JP2409-00417", /JP2409-00417/],
  ["the register", "/register", "place-register"],
  ["the import", "/register/import", "import-title"],
  ["the places", "/places?place=A-03", "place-places"],
  ["the stock-takes", "/places/stocktake", "stocktake-title"],
  ["the spare parts", "/parts", "place-parts"],
  ["the tasks", "/duties", "place-duties"],
  ["one spare part", "/parts/0193-part", /PB-01/],
  ["the masters", "/masters", "place-masters"],
  ["the import of masters", "/masters/import?kind=dealer", /./],
  ["the settings", "/settings", "place-settings"],
  ["the turned screen", "/customer/ticket/0193-00411", /NV-640/],
  ["the policy packs", "/policy?reading=8", "place-policy"],
  ["the comparison of packs", "/policy/compare", "compare-title"],
];

describe.each(languages)("in %s", (language) => {
  it.each(pages)("%s has no accessibility fault", async (_name, address, heading) => {
    const { t } = await loadCatalogue(language);
    await openApp(address, inLanguage(language));
    await screen.findByRole("heading", { level: 1, name: typeof heading === "string" ? t(heading) : heading });
    expect(await violations()).toEqual([]);
  });

  it.each([
    ["what-if", "what_if-open", "what_if-title"],
    ["a decision on which unit it is", "identity-decide", /CD01-A7K3M-00411-K/],
    ["damage", "damage-record", /CD01-A7K3M-00411-K/],
    ["a new label", "relabel", /JP2409/],
    ["who works on it", "work-assign", /CD01-A7K3M-00411-K/],
    ["what the customer gets", "work-resolve", /CD01-A7K3M-00411-K/],
    ["what becomes of the unit", "work-dispose", /CD01-A7K3M-00411-K/],
  ] as const)("%s has no accessibility fault", async (_name, button, title) => {
    const { t } = await loadCatalogue(language);
    const life = { ...fixtures.ticketLife(), asks_label_photo: true, lock: { kind: "identity" as const, doubts: ["label_absent" as const] } };
    const { user } = await openApp("/tickets/0193-00411", inLanguage(language, { ticket_get: () => life }));
    // The key that does the same stands behind some of the words.
    const named = (name: string) => name === t(button) || name.startsWith(`${t(button)} `);
    await user.click(await screen.findByRole("button", { name: named }));
    await screen.findByRole("dialog", { name: typeof title === "string" ? t(title) : title });
    expect(await violations()).toEqual([]);
  });

  it("several work orders at once have no accessibility fault", async () => {
    const { t } = await loadCatalogue(language);
    const rows = [411, 412].map((number) => fixtures.ticketRow(number));
    const station = inLanguage(language, { ticket_list: () => ({ rows, next: null, counts: fixtures.bench.counts }) });
    const { user } = await openApp("/tickets", station);
    (await screen.findByRole("grid", { name: t("place-tickets") })).focus();
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    await user.click(await screen.findByRole("button", { name: t("bulk-event") }));
    await screen.findByRole("dialog", { name: t("select-count", { count: 2 }) });
    expect(await violations()).toEqual([]);
  });

  it.each([
    ["choosing a replacement", "exchange", { exchange: { chosen: null, model_wanted: "NV-380" } }],
    ["the refund worksheet", "refund", { refund: { sheet: null, likely_payer: "成都光学" } }],
  ] as const)("%s has no accessibility fault", async (_name, resolution, change) => {
    const { t } = await loadCatalogue(language);
    const life = { ...fixtures.ticketLife({ resolution }), ...change };
    const { user } = await openApp("/tickets/0193-00411", inLanguage(language, { ticket_get: () => life }));
    const button = t(resolution === "exchange" ? "exchange-choose" : "refund-work");
    await screen.findByRole("button", { name: (name) => name.startsWith(button) });
    await user.keyboard("x");
    await screen.findByRole("dialog");
    expect(await violations()).toEqual([]);
  });

  it("the hand-over has no accessibility fault", async () => {
    const { t } = await loadCatalogue(language);
    const life = fixtures.ticketLife({ status: "ready", resolution: "free_repair" });
    const { user } = await openApp("/tickets/0193-00411", inLanguage(language, { ticket_get: () => life }));
    await user.click(await screen.findByRole("button", { name: (name) => name.startsWith(t("handover-open")) }));
    await screen.findByRole("dialog");
    expect(await violations()).toEqual([]);
  });

  it("the answer to a question has no accessibility fault", async () => {
    const { t } = await loadCatalogue(language);
    const station = inLanguage(language, { decision_list: () => decisionPage([decision()]) });
    const { user } = await openApp("/decisions", station);
    await screen.findByRole("heading", { level: 1, name: t("place-decisions") });
    (await screen.findByRole("grid")).focus();
    await user.keyboard("{ArrowDown}{Enter}2");
    await screen.findByRole("dialog");
    expect(await violations()).toEqual([]);
  });

  it("the sheet of badges has no accessibility fault", async () => {
    const { t } = await loadCatalogue(language);
    const station = inLanguage(language, {
      user_list: () => [fixtures.colleague],
      session_get: () => ({ user: null, people: [], may_manage: true, may_decide: true }),
    });
    const { user } = await openApp("/settings", station);
    await user.click(await screen.findByRole("button", { name: t("badges-title") }));
    await screen.findByRole("dialog", { name: t("badges-title") });
    expect(await violations()).toEqual([]);
  });

  it("numbers for a power cut have no accessibility fault", async () => {
    const { t } = await loadCatalogue(language);
    const { user } = await openApp("/authorisations", inLanguage(language));
    await screen.findByRole("heading", { level: 1, name: t("authorisations-title") });
    await user.keyboard("p");
    await screen.findByRole("dialog", { name: t("numbered-title") });
    expect(await violations()).toEqual([]);
  });
});

it("a recorded determination has no accessibility fault", async () => {
  const { user } = await openApp("/tickets/0193-00411");
  await user.click(await screen.findByRole("button", { name: "Open the determination of 2026-11-22 10:42" }));
  await screen.findByRole("dialog", { name: "Determination of 2026-11-22 10:42" });
  expect(await violations()).toEqual([]);
});

it.each([
  ["writing a quote", "Continue the draft", /^Quote for/],
  ["giving a quote to the customer", "Give to the customer", "Give Q2 to the customer?"],
  ["the answer to a quote", "Record the answer", /^Answer to Q1/],
])("%s has no accessibility fault", async (_name, button, title) => {
  const station = fakeStation({
    ticket_get: () => ({ ...fixtures.ticketLife(), quotes: [draftRow(), quoteRow()] }),
    quote_start: () => quoteStart,
    quote_check: () => ({ sums, problem: null, needs_exception: false }),
  });
  const { user } = await openApp("/tickets/0193-00411", station);
  await user.click(await screen.findByRole("button", { name: button }));
  await screen.findByRole("dialog", { name: title });
  expect(await violations()).toEqual([]);
});

it("the first start has no accessibility fault", async () => {
  await openApp("/", fakeStation({ station_get: () => ({ ...fixtures.station, identity: null }) }));
  await screen.findByRole("heading", { level: 1, name: "Set up this computer" });
  expect(await violations()).toEqual([]);
});
