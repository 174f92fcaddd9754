// What is typed in part at the check-in finds what is on record, and what is not on record is said to be so.

import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { openApp } from "./app";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";

const model = (code: string) => ({
  key: code,
  master: { kind: "model" as const, entry: { ...fixtures.modelCard.model, code } },
  said_at: fixtures.NOW,
  said_by: "models.csv",
  changed_at: fixtures.NOW,
  ended: code.endsWith("OLD"),
  expired_on: null,
});

const masters = (codes: readonly string[]) => ({
  master_list: ({ text }: { text: string }) => ({
    rows: codes.filter((code) => code.includes(text)).map(model),
    next: null,
    total: codes.length,
    as_of: fixtures.NOW,
  }),
});

it("the last four digits of a phone find the customer, with company and address", async () => {
  const customer = { name: "李雷", company: "卧龙山", phone: "139 8000 5966", email: "", address: "成都" };
  const station = fakeStation({
    customer_find: ({ phone_tail }) => (phone_tail === "5966" ? [{ id: "c1", customer, phone_masked: "139****5966" }] : []),
  });
  const { user } = await openApp("/intake", station);
  await user.type(await screen.findByRole("textbox", { name: "Phone" }), "5966");
  await user.click(await screen.findByRole("button", { name: /Take .*李雷.* 139\*\*\*\*5966/ }));
  expect(screen.getByRole("textbox", { name: "Customer" })).toHaveProperty("value", "李雷");
  expect(screen.getByRole("textbox", { name: "Phone" })).toHaveProperty("value", "139 8000 5966");
  expect(screen.queryByRole("group", { name: "Known with this phone number" })).toBeNull();
});

it("a model typed in part finds the masters: one with F2, several by name, one that ended not at all", async () => {
  const { user } = await openApp("/intake", fakeStation(masters(["NV-200", "NV-640", "TM-640", "NV-OLD"])));
  const field = await screen.findByRole("textbox", { name: "Model" });
  await user.type(field, "640");
  const several = await screen.findByRole("group", { name: "Models on record" });
  expect(within(several).getAllByRole("button").map((one) => one.textContent)).toEqual(["NV-640", "TM-640"]);
  await user.clear(field);
  await user.type(field, "V-2");
  await screen.findByText(/On record: .*NV-200/);
  await user.keyboard("{F2}");
  await waitFor(() => expect(field).toHaveProperty("value", "NV-200"));
  expect(screen.queryByText(/On record/)).toBeNull();
  await user.clear(field);
  await user.type(field, "OLD");
  await waitFor(() => expect(screen.queryByRole("group", { name: "Models on record" })).toBeNull());
  expect(screen.queryByText(/On record/)).toBeNull();
});

it("a serial that the register does not hold is said so, with the day the register is of", async () => {
  const intake_check = ({ serial }: { serial: string }) => ({
    ...fixtures.noCheck,
    serial: serial === "" ? null : serial,
    register_as_of: fixtures.NOW,
  });
  const { user } = await openApp("/intake", fakeStation({ intake_check }));
  expect(screen.queryByText(/Not in the register of/)).toBeNull();
  await user.type(await screen.findByRole("textbox", { name: "Serial no." }), "ZZ2409-00417{Tab}");
  expect(await screen.findByText(/Not in the register of .*2026/)).toBeTruthy();
});

it("a good number of another centre leads to a check-in under it, and taking back never does", async () => {
  const draft = { ...fixtures.emptyDraft, authorisation: { kind: "number" as const, rma: "BJ01-A7K3M-00011-X", sure: false } };
  const station = fakeStation({ scan_resolve: () => ({ kind: "foreign", rma: "BJ01-A7K3M-00011-X", draft }) });
  const { user, router } = await openApp("/", station);
  await user.type(await screen.findByRole("textbox", { name: "Scan or type a code" }), "BJ01-A7K3M-00011-X{Enter}");
  await screen.findByRole("button", { name: /Check it in under this number/ });
  await user.keyboard("{Control>}z{/Control}");
  expect(station.asked("draft_save")).toEqual([]);
  await user.keyboard("{Alt>}{Enter}{/Alt}");
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/intake\/./));
  expect(station.asked("draft_save")[0]?.draft.authorisation).toEqual(draft.authorisation);
});
