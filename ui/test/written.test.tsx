// How dates, numbers and where the data is are written: in one manner on every screen, in both languages.

import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openApp } from "./app";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";

describe.each([
  { language: "en", figures: "Today", parcel: "Signed for on", here: "Everything is on this computer", there: "and at headquarters" },
  { language: "zh-CN", figures: "今日", parcel: "签收日期", here: "全部数据都在本机", there: "总部也已收到" },
] as const)("in $language", ({ language, figures, parcel, here, there }) => {
  const settings = () => ({ ...fixtures.settings, language });

  it("a thousand has its comma on a figure as in a message", async () => {
    const bench = { ...fixtures.bench, counts: { ...fixtures.bench.counts, unsynced: 4211 } };
    await openApp("/", fakeStation({ settings_get: settings, bench_today: () => bench }));
    const counts = await screen.findByRole("region", { name: figures });
    expect(within(counts).getByText("4,211")).toBeTruthy();
  });

  it.each([true, false])("what headquarters has is said where there is a line to it (%s)", async (hasLine) => {
    const station = { ...fixtures.station, unsynced: 0, has_line: hasLine };
    await openApp("/", fakeStation({ settings_get: settings, station_get: () => station }));
    const said = await screen.findByText(new RegExp(`^${here}`));
    expect(said.textContent?.includes(there)).toBe(hasLine);
  });

  it("a date field writes a day as the rest of the program does", async () => {
    await openApp("/parcels/receive", fakeStation({ settings_get: settings }));
    const field = await screen.findByRole("group", { name: new RegExp(`^${parcel}`) });
    expect(field.textContent).toMatch(/2026-11-2\d/);
  });
});
