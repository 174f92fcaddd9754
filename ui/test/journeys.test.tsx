// The counter's steps through the real screens, on a station whose answers are fixed. What the answers
// mean is proven elsewhere; here it is what a person sees and presses.

import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { Failure } from "../src/ipc/failure";
import { openApp } from "./app";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";

it("an empty bench says what to do first", async () => {
  await openApp("/", fakeStation({ bench_today: () => fixtures.emptyBench }));
  expect(await screen.findByText("Nothing has been received yet")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Import a register" })).toBeTruthy();
});

it("the bench says when it is ready, once it shows data", async () => {
  const { station } = await openApp("/");
  await waitFor(() => expect(station.isReady).toBe(true));
});

it("a known serial fills the form, the verdict stands beside it, and Ctrl+Enter receives the unit", async () => {
  const { station, user } = await openApp("/intake");
  await user.click(await screen.findByRole("textbox", { name: "Serial no." }));
  await user.paste(fixtures.sale.serial);
  await user.tab();
  await waitFor(() => expect(screen.getByRole("textbox", { name: "Model" })).toHaveProperty("value", "NV-640"));
  await user.click(screen.getByRole("textbox", { name: "Reported fault" }));
  await user.paste("no picture");

  const certificate = screen.getByRole("checkbox", { name: "Warranty certificate" });
  certificate.focus();
  await user.keyboard(" ");
  expect(certificate.getAttribute("aria-checked")).toBe("true");

  const board = await screen.findByRole("region", { name: "Warranty determination" });
  expect(await within(board).findByText("Pending: Accessories, Diagnosis")).toBeTruthy();
  expect(await screen.findByText("Draft saved on this computer 10:42:07")).toBeTruthy();

  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("CD01-A7K3M-00412-K")).toBeTruthy();
  const [request] = station.asked("intake_receive");
  expect(request?.intake).toMatchObject({
    serial: fixtures.sale.serial,
    symptom: "no picture",
    facts: { documents: { warranty_certificate: true }, purchase: { voucher_date: "2026-10-28" } },
  });
});

it("plain Enter never receives", async () => {
  const { station, user } = await openApp("/intake");
  await user.type(await screen.findByRole("textbox", { name: "Serial no." }), "JP2409-00417{Enter}");
  await user.type(screen.getByRole("textbox", { name: "Model" }), "{Enter}");
  expect(station.asked("intake_receive")).toEqual([]);
});

it("a refusal is said in words and the cursor goes to the first field to put right", async () => {
  const problems = [{ field: "customer.phone", reason: "not_a_phone" as const }];
  const station = fakeStation({
    intake_check: () => ({ ...fixtures.noCheck, problems }),
    intake_receive: () => {
      throw new Failure("intake", { count: "1" }, problems);
    },
  });
  const { user } = await openApp("/intake", station);
  await screen.findByRole("textbox", { name: "Serial no." });
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText(/One field must be put right/)).toBeTruthy();
  const phone = screen.getByRole("textbox", { name: "Phone" });
  await waitFor(() => expect(document.activeElement).toBe(phone));
  expect(await screen.findByText("Not a phone number: 5 to 15 digits")).toBeTruthy();
});

it("a unit that is here already leads to its work order", async () => {
  const open = fixtures.ticketRow(371);
  const station = fakeStation({ intake_check: () => ({ ...fixtures.noCheck, serial: open.serial, open }) });
  const { user, router } = await openApp("/intake", station);
  await user.type(await screen.findByRole("textbox", { name: "Serial no." }), open.serial);
  await user.tab();
  await user.click(await screen.findByRole("button", { name: `Open ${open.rma}` }));
  await waitFor(() => expect(router.state.location.pathname).toBe(`/tickets/${open.id}`));
});

it("the next question leads to its field", async () => {
  const { user } = await openApp("/intake?serial=JP2409-00417");
  const question = await screen.findByRole("button", { name: /invoice or receipt be produced/ });
  await user.click(question);
  const evidence = screen.getByRole("checkbox", { name: "Invoice or receipt" });
  expect(document.activeElement).toBe(evidence);
});

it("what another writer changed is asked for again", async () => {
  const { station } = await openApp("/");
  const before = station.asked("bench_today").length;
  station.change(["ticket"]);
  await waitFor(() => expect(station.asked("bench_today").length).toBeGreaterThan(before));
});

it("the words change with the language, at once", async () => {
  const { user, station } = await openApp("/settings");
  const language = await screen.findByRole("radiogroup", { name: "Language" });
  await user.click(within(language).getByRole("radio", { name: "中文" }));
  await waitFor(() => expect(station.asked("settings_set")).toHaveLength(1));
  station.change(["settings"]);
  expect(await screen.findByRole("heading", { level: 1, name: "设置" })).toBeTruthy();
});
