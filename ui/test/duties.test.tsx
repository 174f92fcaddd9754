// The list of tasks: by time, whose, and the log beside it in which an entry closes one.

import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { DutyKind, DutyRow } from "../src/ipc/types.generated";
import { openApp } from "./app";
import { fakeStation } from "./fake";

const owed = (kind: DutyKind, id: string, customer: string, isOverdue: boolean): DutyRow => ({
  state: {
    duty: { kind, clause: null, since: 1_772_780_400_000, due_at: isOverdue ? 1_773_039_600_000 : null, follow_up: null, closed: null },
    is_overdue: isOverdue,
    is_late: false,
  },
  about: { kind: "enquiry", id },
  rma: null,
  customer,
  owner: "李娜",
  words: "开机黑屏",
});

it("tasks are chosen by keyboard, and what was said stands beside the one at hand", async () => {
  const station = fakeStation({
    duty_list: () => ({ rows: [owed("reply", "0193-enquiry", "韩梅梅", true), owed("remote_attempt", "0193-other", "李雷", false)], has_more: true }),
  });
  const { user } = await openApp("/", station);
  await user.keyboard("{Alt>}t{/Alt}");
  await screen.findByRole("heading", { level: 1, name: "Tasks" });
  expect(station.asked("duty_list")).toContainEqual({ span: "today", is_mine: false });
  expect(screen.getByText(/Listed are the .?2.? due first/)).toBeTruthy();
  const detail = await screen.findByRole("region", { name: "Answer within 24 hours of working days" });
  expect(within(detail).getByText(/overdue since/)).toBeTruthy();
  await user.click(screen.getByRole("radio", { name: "All open" }));
  await waitFor(() => expect(station.asked("duty_list")).toContainEqual({ span: "open", is_mine: false }));
  await user.click(screen.getByRole("radio", { name: "Mine" }));
  await waitFor(() => expect(station.asked("duty_list")).toContainEqual({ span: "open", is_mine: true }));
  const list = screen.getByRole("grid", { name: "Tasks" });
  await user.click(within(list).getByText("韩梅梅"));
  await user.keyboard("{ArrowDown}");
  await screen.findByRole("region", { name: "Try to solve it remotely" });
  expect(station.asked("contact_list")).toContainEqual({ kind: "enquiry", id: "0193-other" });
  await user.keyboard("l");
  await screen.findByRole("dialog");
  await user.keyboard("{Escape}");
  await user.keyboard("o");
  await screen.findByRole("heading", { level: 1, name: "Enquiry of 韩梅梅" });
});

it("where nothing is owed the list says so, and where the rest stands", async () => {
  const { user } = await openApp("/duties", fakeStation());
  expect(await screen.findByText("Nothing is owed today.")).toBeTruthy();
  await user.click(screen.getByRole("radio", { name: "Mine" }));
  expect(await screen.findByText(/Sign in to see them/)).toBeTruthy();
});

it("a line chosen beside the clock opens its place", async () => {
  const station = fakeStation();
  await openApp("/", station);
  await screen.findByRole("heading", { level: 1, name: "Bench" });
  station.go("/duties");
  await screen.findByRole("heading", { level: 1, name: "Tasks" });
});
