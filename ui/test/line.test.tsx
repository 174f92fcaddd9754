// The line to headquarters at the window: how it stands, a round on demand, setting it up.

import { screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { expect, it } from "vitest";
import { Failure } from "../src/ipc/failure";
import type { LineStanding } from "../src/ipc/types.generated";
import { openApp } from "./app";
import { fakeStation } from "./fake";

const none: LineStanding = { url: null, synced_at: null, pending: 7, conflicts: 0, quarantined: 0, forks: 0 };
const line: LineStanding = { ...none, url: "https://hq.example", synced_at: Date.UTC(2026, 2, 1, 8), conflicts: 2 };

it("is reached from the header, and sets the line up by keyboard; what was typed stays when the code is wrong", async () => {
  let standing = none;
  let isRefused = true;
  const station = fakeStation({
    line_get: () => standing,
    line_enrol: () => {
      if (isRefused) throw new Failure("line_code");
      standing = line;
      return line;
    },
    line_sync: () => ({ pushed: 7, pulled: 0, conflicts: 2, quarantined: 0, pending: 0 }),
  });
  const { user } = await openApp("/", station);
  await user.click(await screen.findByRole("link", { name: /Everything is on this computer/ }));
  await screen.findByRole("heading", { name: "Headquarters" });
  await user.click(await screen.findByRole("textbox", { name: "Address of headquarters" }));
  await user.keyboard("https://hq.example");
  await user.tab();
  await user.keyboard("ABCD-1234");
  await user.tab();
  await user.keyboard("{Enter}");
  await screen.findByText(/one-time code is wrong/);
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "One-time code" }).value).toBe("ABCD-1234");
  isRefused = false;
  await user.keyboard("{Enter}");
  await waitFor(() => expect(station.asked("line_enrol")).toHaveLength(2));
  await waitFor(() => expect(station.asked("line_sync")).toHaveLength(1));
  station.change(["line"]);
  await screen.findByText("https://hq.example");
  expect((await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } })).violations).toEqual([]);
});

it("syncs by one key, and says what came of it or why not", async () => {
  let fails = true;
  const station = fakeStation({
    line_get: () => line,
    line_sync: () => {
      if (fails) throw new Failure("line_unreachable");
      return { pushed: 7, pulled: 3, conflicts: 2, quarantined: 0, pending: 0 };
    },
  });
  const { user } = await openApp("/line", station);
  await screen.findByText("https://hq.example");
  expect(screen.getByRole("main").textContent).toMatch(/7.*waiting to be sent.*2.*needing a decision/);
  await user.keyboard("s");
  await screen.findByText(/Headquarters does not answer/);
  fails = false;
  await user.keyboard("s");
  await screen.findByText(/Synced: .?7.? sent, .?3.? came/);
  expect(screen.queryByText(/Headquarters does not answer/)).toBeNull();
});
