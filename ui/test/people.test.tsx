// Who works here, who is signed in, and the second person, as one meets them at the window.

import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { WordsProvider } from "../src/i18n/i18n";
import { loadCatalogue } from "../src/i18n/catalogue";
import { createAnswers, IpcProvider } from "../src/ipc/ipc";
import { Failure } from "../src/ipc/failure";
import type { Session, UserRow } from "../src/ipc/types.generated";
import { useSecondPerson } from "../src/trade/secondPerson";
import { openApp } from "./app";
import { fakeStation, type FakeStation } from "./fake";
import * as fixtures from "./fixtures";

const wei: UserRow = {
  id: "u-wei",
  name: "张伟",
  role: "manager",
  is_active: true,
  has_pin: true,
  has_badge: false,
  spellings: ["zw", "zhangwei"],
};
const na: UserRow = { ...wei, id: "u-na", name: "李娜", role: "desk", spellings: ["ln", "lina"] };
const lei: UserRow = { ...wei, id: "u-lei", name: "李雷", role: "technician", has_pin: false, has_badge: true, spellings: ["ll", "lilei"] };
const people = [na, lei, wei];

/** A station that knows these people and signs them in by 2468 or by badge. */
function staffed(first: UserRow | null = null, hasViewer = true): FakeStation {
  let user = first;
  const session = (): Session => ({ user, people, may_manage: user?.role === "manager", may_decide: user?.role === "manager" });
  const become = (next: UserRow | null) => {
    user = next;
    station.change(["session"]);
    return session();
  };
  const station = fakeStation({
    session_get: session,
    user_list: () => people,
    session_start: ({ user: id, pin }) => {
      if (pin !== "2468") throw new Failure("wrong_pin", { left: "3" });
      return become(people.find((person) => person.id === id) ?? null);
    },
    session_badge: () => become(lei),
    session_end: () => become(null),
    user_save: ({ name, role }) => ({ ...na, id: "u-new", name, role, has_pin: false }),
    user_set_pin: () => ({ ...na, id: "u-new" }),
    badge_print: ({ to }) => {
      if (to?.kind === "viewer" && !hasViewer) throw new Failure("print_no_viewer");
      return { name: "badges.pdf", pages: 1, hash: "ab", base64: "" };
    },
    scan_resolve: () => ({ kind: "badge", user: lei }),
  });
  return station;
}

/** A scanner types faster than anybody. */
function scan(text: string) {
  const target = () => document.activeElement ?? document.body;
  for (const key of [...text, "Enter"]) fireEvent.keyDown(target(), { key });
}

afterEach(() => {
  vi.useRealTimers();
});

it("F7, the initials, the PIN and Enter switch the person", async () => {
  const { station, user } = await openApp("/", staffed(na));
  await user.keyboard("{F7}");
  const pin = await screen.findByLabelText("PIN");
  expect(document.activeElement).toBe(pin);
  // Letters choose, digits are the PIN.
  fireEvent.keyDown(pin, { key: "z" });
  fireEvent.keyDown(pin, { key: "w" });
  expect(screen.getByRole("radio", { name: /张伟/ })).toHaveProperty("checked", true);
  await user.paste("2468");
  await user.keyboard("{Enter}");
  expect(station.asked("session_start")).toEqual([{ user: "u-wei", pin: "2468" }]);
  await screen.findByText("张伟 is signed in.");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.getByRole("button", { name: /张伟/ })).toBeTruthy();
});

it("a name chosen with the mouse leaves the hands at the PIN", async () => {
  const { station, user } = await openApp("/", staffed(na));
  await user.keyboard("{F7}");
  const pin = await screen.findByLabelText("PIN");
  await user.click(screen.getByRole("radio", { name: /张伟/ }));
  expect(document.activeElement).toBe(pin);
  await user.paste("2468");
  await user.keyboard("{Enter}");
  expect(station.asked("session_start")).toEqual([{ user: "u-wei", pin: "2468" }]);
});

it("where people can sign in the program asks first who is here, and nothing is reached without an answer", async () => {
  const { user } = await openApp("/", staffed());
  const lock = await screen.findByRole("dialog", { name: "Who is here?" });
  await user.keyboard("{Escape}");
  expect(screen.getByRole("dialog", { name: "Who is here?" })).toBeTruthy();
  const pin = within(lock).getByLabelText("PIN");
  for (const key of "zw") fireEvent.keyDown(pin, { key });
  await user.click(pin);
  await user.paste("2468");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.getByRole("button", { name: /张伟/ })).toBeTruthy();
});

it("a screen that never locks does not ask at the start either", async () => {
  await openApp("/", fakeStation({ session_get: () => ({ user: null, people, may_manage: true, may_decide: true }), settings_get: () => ({ ...fixtures.settings, lock_minutes: 0 }) }));
  await screen.findByRole("button", { name: /Nobody signed in/ });
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("a wrong PIN is said at the PIN, which is empty again", async () => {
  const { user } = await openApp("/", staffed(na));
  await user.keyboard("{F7}");
  const pin = await screen.findByLabelText("PIN");
  await user.click(pin);
  await user.paste("1357");
  await user.keyboard("{Enter}");
  await screen.findByText(/That PIN is wrong/);
  expect(pin).toHaveProperty("value", "");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it("a badge signs in from any screen, and from the switcher wherever its focus is", async () => {
  const { station, user } = await openApp("/units", staffed(na));
  await screen.findByRole("heading", { level: 1, name: "Units" });
  scan("EMP-00417");
  await screen.findByText("李雷 is signed in.");
  await user.keyboard("{F7}");
  const chosen = await screen.findByRole("radio", { name: /李娜/ });
  chosen.focus();
  scan("EMP-00417");
  await waitFor(() => expect(station.asked("session_badge")).toHaveLength(2));
});

it("nobody touched it for a quarter of an hour: it locks, keeps what was typed, and opens for a person", async () => {
  const { station, user } = await openApp("/intake", staffed(na));
  await user.click(await screen.findByRole("textbox", { name: "Reported fault" }));
  await user.paste("no picture");
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ["setTimeout", "clearTimeout", "Date"] });
  fireEvent.pointerMove(window);
  act(() => void vi.advanceTimersByTime(15 * 60_000 + 1));
  const lock = await screen.findByRole("dialog", { name: "Locked" });
  expect(station.asked("session_end")).toHaveLength(1);
  await user.keyboard("{Escape}");
  expect(screen.getByRole("dialog", { name: "Locked" })).toBeTruthy();
  // Whoever was here is the first guess.
  expect(within(lock).getByRole("radio", { name: /李娜/ })).toHaveProperty("checked", true);
  await user.click(within(lock).getByLabelText("PIN"));
  await user.paste("2468");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.getByRole("textbox", { name: "Reported fault" })).toHaveProperty("value", "no picture");
});

it("without people nothing asks for a sign-in, and F7 says what people are for", async () => {
  const { user } = await openApp("/");
  await screen.findByText("Chen");
  await user.keyboard("{F7}");
  await screen.findByRole("dialog", { name: "Nobody can sign in yet" });
  await user.click(screen.getByRole("button", { name: "Set up people" }));
  await screen.findByText(/Begin with a manager/);
});

it("a manager adds somebody, and a PIN is asked for where there is no badge", async () => {
  const { station, user } = await openApp("/settings", staffed(wei));
  await user.click(await screen.findByRole("button", { name: "Add somebody" }));
  await user.click(screen.getByRole("textbox", { name: "Name" }));
  await user.paste("王芳");
  await user.keyboard("{Control>}{Enter}{/Control}");
  const first = await screen.findByLabelText("New PIN");
  await user.click(first);
  await user.paste("9753");
  await user.click(screen.getByLabelText("The same again"));
  await user.paste("9754");
  expect(screen.getAllByText("The two are not the same").length).toBeGreaterThan(0);
  await user.clear(screen.getByLabelText("The same again"));
  await user.paste("9753");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(station.asked("user_set_pin")).toEqual([{ user: "u-new", pin: "9753" }]));
  expect(station.asked("user_save")).toEqual([
    { id: null, name: "王芳", role: "technician", is_active: true, badge: null },
  ]);
});

it("a manager prints badges: who has none is ticked, and whose present one stops is said before", async () => {
  const { station, user } = await openApp("/settings", staffed(wei));
  await user.click(await screen.findByRole("button", { name: "Print badges" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Print badges" }));
  const ticked = () => dialog.getAllByRole<HTMLInputElement>("checkbox").filter((box) => box.checked);
  expect(ticked()).toHaveLength(2);
  expect(dialog.getByText(/only a fingerprint is kept, so none can be printed again/)).toBeTruthy();
  await user.click(dialog.getByRole("checkbox", { name: "李雷 · Technician" }));
  expect(dialog.getByText("The present badge stops working: 李雷")).toBeTruthy();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() =>
    expect(station.asked("badge_print")).toMatchObject([{ users: ["u-na", "u-lei", "u-wei"], to: { kind: "viewer" } }]),
  );
  expect(await screen.findByText("The sheet is open in the viewer. Print it now: it cannot be made again.")).toBeTruthy();
});

it("where nothing opens a PDF the badges are drawn once and shown here", async () => {
  const { station, user } = await openApp("/settings", staffed(wei, false));
  await user.click(await screen.findByRole("button", { name: "Print badges" }));
  await screen.findByRole("dialog", { name: "Print badges" });
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("The badges are drawn and stand here only")).toBeTruthy();
  expect(station.asked("badge_print").map(({ to }) => to)).toEqual([{ kind: "viewer" }, { kind: "nowhere" }]);
});

it("somebody who is no manager sees the people and cannot change them", async () => {
  await openApp("/settings", staffed(na));
  const change = await screen.findByRole("button", { name: "Change 张伟" });
  expect(change.getAttribute("aria-disabled")).toBe("true");
  expect(screen.getByRole("button", { name: "PIN of 李娜" }).getAttribute("aria-disabled")).toBeNull();
  expect(screen.getByRole("button", { name: /^Print badges/ }).getAttribute("aria-disabled")).toBe("true");
});

/** A screen whose one button writes what takes two. */
function TwoPersonAct(props: { act: (second: unknown) => Promise<string> }) {
  const second = useSecondPerson();
  const [outcome, setOutcome] = useState("");
  const press = () => {
    second.write("refund 23 yuan", props.act).then(setOutcome, (failure: unknown) => setOutcome(failure instanceof Failure ? failure.code : "?"));
  };
  return (
    <>
      <button onClick={press}>Write</button>
      <output>{outcome}</output>
      {second.dialog}
    </>
  );
}

async function openAct(station: FakeStation) {
  const seen: unknown[] = [];
  const write = async (second: unknown) => {
    seen.push(second);
    if (second === null) throw new Failure("second_person_needed");
    if (typeof second === "object" && "pin" in second && second.pin !== "2468") throw new Failure("wrong_pin", { left: "3" });
    return "written";
  };
  render(
    <IpcProvider transport={station} answers={createAnswers()}>
      <WordsProvider catalogue={await loadCatalogue("en")} zone="Asia/Shanghai">
        <TwoPersonAct act={write} />
      </WordsProvider>
    </IpcProvider>,
  );
  const user = userEvent.setup({ delay: null });
  await user.click(screen.getByRole("button", { name: "Write" }));
  return { user, seen, dialog: await screen.findByRole("dialog", { name: "A second person confirms" }) };
}

it("an act of two takes the second PIN in place and is written once with it", async () => {
  const { user, seen, dialog } = await openAct(staffed(na));
  expect(dialog.textContent).toMatch(/.?李娜.? asks you to confirm: .?refund 23 yuan/);
  // The one who acts is not in the list.
  await waitFor(() => expect(within(dialog).getAllByRole("radio")).toHaveLength(2));
  for (const pin of ["1357", "2468"]) {
    await user.click(within(dialog).getByLabelText("PIN"));
    await user.paste(pin);
    await user.keyboard("{Enter}");
    if (pin === "1357") await screen.findByText(/That PIN is wrong/);
  }
  await screen.findByText("written");
  expect(seen).toEqual([null, { user: "u-lei", pin: "1357" }, { user: "u-lei", pin: "2468" }]);
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("nobody came: nothing is written and the act says what it takes", async () => {
  const { user, seen } = await openAct(staffed(na));
  await user.keyboard("{Escape}");
  await screen.findByText("second_person_needed");
  expect(seen).toEqual([null]);
});

it("where nobody is signed in, one person cannot be both", async () => {
  const { dialog } = await openAct(staffed(null));
  await within(dialog).findByText(/nobody is signed in/);
  expect(within(dialog).queryByLabelText("PIN")).toBeNull();
});

it("after a power cut one line says what is there again, until it is read", async () => {
  const news = { at: fixtures.NOW, drafts: 2, stocktake: true, parcels: 1, last: { rma: "CD01-A7K3M-00411-K", at: fixtures.NOW }, restored_of: null };
  const station = fakeStation({
    bench_today: () => ({ ...fixtures.bench, came_back: station.asked("came_back_seen").length === 0 ? news : null }),
    came_back_seen: () => {
      station.change(["settings", "draft"]);
      return fixtures.bench;
    },
  });
  const { user } = await openApp("/", station);
  await screen.findByText(/Everything that was saved is here. Last saved: CD01-A7K3M-00411-K/);
  expect(screen.getByText(/2 check-ins to go on with · one parcel not closed · a stock-take to go on with/)).toBeTruthy();
  await user.keyboard("{F10}");
  await waitFor(() => expect(screen.queryByText(/Everything that was saved is here/)).toBeNull());
});

it("after a restore the bench says of when the records are, and nothing of all being there", async () => {
  const came_back = { at: fixtures.NOW, drafts: 0, stocktake: false, parcels: 0, last: null, restored_of: fixtures.NOW - 86_400_000 };
  await openApp("/", fakeStation({ bench_today: () => ({ ...fixtures.bench, came_back }) }));
  await screen.findByText(/These are the records of a backup made .*, put in place/);
  expect(screen.getByText(/New numbers are given in a new series/)).toBeTruthy();
  expect(screen.queryByText(/Everything that was saved is here/)).toBeNull();
});

it("the second person is told that a badge confirms, not that it signs in", async () => {
  const { dialog } = await openAct(staffed(na));
  expect(within(dialog).getByText(/A badge confirms at once; who is signed in stays so/)).toBeTruthy();
});

it("where people exist the settings name whom the records are signed by while nobody is signed in", async () => {
  await openApp("/settings", staffed(null));
  expect(await screen.findByRole("textbox", { name: "Name while nobody is signed in" })).toBeTruthy();
  expect(screen.queryByRole("textbox", { name: "Your name" })).toBeNull();
});
