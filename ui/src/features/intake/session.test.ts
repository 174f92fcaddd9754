import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeStation } from "../../../test/fake";
import * as fixtures from "../../../test/fixtures";
import { Failure } from "../../ipc/failure";
import type { IntakeDraft } from "../../ipc/types.generated";
import { Desk } from "./desk";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const withModel = (model: string) => (draft: IntakeDraft) => ({ ...draft, model });

function begin(station = fakeStation()) {
  return { station, session: new Desk(station).begin(fixtures.station.today, "") };
}

it("a draft is saved once typing pauses, and 'saved' is said only when the back end has committed", async () => {
  const { station, session } = begin();
  session.change(withModel("N"));
  session.change(withModel("NV-640"));
  expect(session.state().saving.kind).toBe("changed");
  await vi.advanceTimersByTimeAsync(250);
  expect(station.asked("draft_save").map((request) => request.draft.model)).toEqual(["NV-640"]);
  expect(session.state().saving).toEqual({ kind: "saved", at: fixtures.NOW });
});

it("leaving a field saves at once", async () => {
  const { station, session } = begin();
  session.change(withModel("NV-640"));
  session.leave("model");
  await vi.advanceTimersByTimeAsync(0);
  expect(station.asked("draft_save")).toHaveLength(1);
});

it("what was typed while a save was under way is saved next, into the same draft", async () => {
  const { station, session } = begin();
  session.change(withModel("NV-6"));
  const first = session.save();
  session.change(withModel("NV-640"));
  await first;
  await vi.advanceTimersByTimeAsync(250);
  expect(station.asked("draft_save").map((request) => [request.id, request.draft.model])).toEqual([
    [null, "NV-6"],
    ["draft-1", "NV-640"],
  ]);
});

it("a save that fails says so and keeps the text; the next one succeeds", async () => {
  let isDiskFull = true;
  const { session } = begin(
    fakeStation({
      draft_save: ({ draft }) => {
        if (isDiskFull) throw new Failure("store_disk_full");
        return { id: "d", draft, saved_at: fixtures.NOW };
      },
    }),
  );
  session.change(withModel("NV-640"));
  await vi.advanceTimersByTimeAsync(250);
  expect(session.state()).toMatchObject({ saving: { kind: "failed" }, draft: { model: "NV-640" } });
  isDiskFull = false;
  await session.save();
  expect(session.state().saving.kind).toBe("saved");
});

it("a known serial fills what is empty and never what a person typed", async () => {
  const { session } = begin();
  session.change(withModel("NV-600, says the customer"));
  session.change((draft) => ({ ...draft, serial: fixtures.sale.serial }));
  await session.lookUp();
  expect(session.state().draft).toMatchObject({
    model: "NV-600, says the customer",
    product_class: "terminal",
    dealer: fixtures.sale.dealer,
    customer: { name: fixtures.sale.customer, phone: fixtures.sale.phone },
    facts: { purchase: { voucher_date: "2026-10-28" }, sale_kind: "normal" },
  });
});

it("another serial takes back what the first one had filled", async () => {
  const { session } = begin();
  session.change((draft) => ({ ...draft, serial: fixtures.sale.serial }));
  await session.lookUp();
  session.change((draft) => ({ ...draft, serial: "UNKNOWN-1", symptom: "no picture" }));
  await session.lookUp();
  expect(session.state().draft).toMatchObject({ model: "", dealer: "", symptom: "no picture", customer: { name: "" } });
});

it("a received check-in is over: nothing is typed into it any more", async () => {
  const { station, session } = begin();
  session.change(withModel("NV-640"));
  await session.receive();
  session.change(withModel("NV-200"));
  await vi.advanceTimersByTimeAsync(500);
  expect(session.state().draft.model).toBe("NV-640");
  expect(station.asked("draft_save")).toHaveLength(1);
});

it("one comes back to the check-in that was left, until it is received", async () => {
  const station = fakeStation();
  const desk = new Desk(station);
  const session = desk.begin(fixtures.station.today, "");
  session.change(withModel("NV-640"));
  await session.save();
  expect(desk.current()).toBe(session);
  expect(desk.open("draft-1")).toBe(session);
  await session.receive();
  expect(desk.current()).toBeNull();
});
