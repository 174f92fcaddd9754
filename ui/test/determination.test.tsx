// The determination through the real screens: its basis, what-if, its history, and the packs it is made by. What
// the answers mean is proven elsewhere; here it is what a person sees and presses.

import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { WriteName } from "../src/ipc/commands";
import { Failure } from "../src/ipc/failure";
import { openApp } from "./app";
import { fakeStation, type FakeStation } from "./fake";
import * as fixtures from "./fixtures";
import { shelf as packShelf } from "./packFixtures";

const records: ReadonlySet<string> = new Set<WriteName>([
  "draft_save",
  "form_print",
  "form_render",
  "intake_amend",
  "intake_receive",
  "verdict_record",
]);

/** The commands that wrote a record, oldest first. */
function written(station: FakeStation): string[] {
  return station.names().filter((name) => records.has(name));
}

it.each([
  ["a check-in", "/intake?serial=JP2409-00417"],
  ["a work order", "/tickets/0193-00411"],
])("what-if on %s moves dates and facts, shows before and after, and writes nothing", async (_name, address) => {
  const { user, station } = await openApp(address);
  await screen.findByRole("button", { name: "What if …" });
  if (address.startsWith("/intake")) await screen.findByText(/Draft saved on this computer/);
  await user.keyboard("{F6}");
  const dialog = await screen.findByRole("dialog", { name: "What-if" });
  expect(within(dialog).getByText("What-if: not a decision")).toBeTruthy();
  await user.click(within(dialog).getByRole("radio", { name: "voucher" }));
  await user.click(within(dialog).getByRole("checkbox", { name: "Invoice or receipt" }));
  const asked = station.asked("verdict_what_if");
  await waitFor(() => expect(station.asked("verdict_what_if").at(-1)?.after.documents).toEqual({ purchase_proof: true }));
  expect(asked.every((request) => request.before === asked[0]?.before)).toBe(true);
  expect(station.asked("verdict_what_if").at(-1)?.after.purchase).toEqual({ voucher_date: "2026-10-28", contract_date: null });

  expect(await within(dialog).findByText("1 remedy changes")).toBeTruthy();
  const row = within(dialog).getByRole("row", { name: /^Refund/ });
  expect(row.textContent).toContain("Not entitled");
  expect(row.textContent).toContain("Pending: Diagnosis");

  const reset = within(dialog).getByRole("button", { name: "Reset" });
  await user.click(reset);
  await waitFor(() => expect(reset.getAttribute("aria-disabled")).toBe("true"));
  expect(document.activeElement).toBe(reset);
  expect(within(dialog).getByRole("radio", { name: "both" })).toHaveProperty("checked", true);
  expect(within(dialog).getByRole("checkbox", { name: "Invoice or receipt" }).getAttribute("aria-checked")).toBe("mixed");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  // The draft of the check-in was saved before; nothing is written from then on.
  expect(written(station)).toEqual(address.startsWith("/intake") ? ["draft_save"] : []);
});

it("the history says who made each determination and what it changed, and opens it to be read only", async () => {
  const { user } = await openApp("/tickets/0193-00411");
  const history = await screen.findByRole("region", { name: "Determinations" });
  expect(within(history).getByText("by Liu")).toBeTruthy();
  expect(within(history).getByText("First determination")).toBeTruthy();
  const [newest] = within(history).getAllByRole("listitem");
  expect(newest?.textContent).toMatch(/Purchase voucher.*not stated.*2026-10-28 Wed/);
  expect(newest?.textContent).toMatch(/Refund.*Pending: Product class, Purchase date.*Not entitled/);

  await user.click(within(history).getByRole("button", { name: "Open the determination of 2026-11-21 10:42" }));
  const record = await screen.findByRole("dialog", { name: "Determination of 2026-11-21 10:42" });
  expect(within(record).getByText(/It cannot be changed/)).toBeTruthy();
  expect(within(record).queryByRole("textbox")).toBeNull();
  expect(within(record).queryByRole("button", { name: "What if …" })).toBeNull();
  await user.click(within(record).getByRole("button", { name: "Newer" }));
  expect(await screen.findByRole("dialog", { name: "Determination of 2026-11-22 10:42" })).toBeTruthy();
});

it("the basis is a tree for each remedy: facts with their source, the clause, and what follows", async () => {
  const { user } = await openApp("/intake?serial=JP2409-00417");
  const board = await screen.findByRole("region", { name: "Warranty determination" });
  const basis = await within(board).findByRole("region", { name: "Basis" });
  // The first remedy that is not denied is explained first.
  expect(await within(basis).findByRole("radio", { name: "Exchange" })).toHaveProperty("checked", true);
  expect(within(basis).getByRole("region", { name: "For it" }).textContent).toContain("An exchange can be claimed until 2026-11-27.");

  await user.click(within(basis).getByRole("radio", { name: "Refund" }));
  const decides = within(basis).getByRole("region", { name: "What decides it" });
  expect(decides.textContent).toContain("2026-10-28 Wed");
  expect(decides.textContent).toContain("from the sales register");
  expect(decides.textContent).toContain("The period for a refund ended on 2026-11-04.");
  expect(within(basis).queryByRole("region", { name: "It turns on a reading" })).toBeNull();

  await user.click(within(basis).getByRole("radio", { name: "Exchange" }));
  const readings = within(basis).getByRole("region", { name: "It turns on a reading" });
  expect(readings.textContent).toContain("Certificate and invoice are both needed.");
  expect(readings.textContent).toContain("Unsigned: a person decides");
  expect(within(basis).getByText("2 unknowns no longer matter")).toBeTruthy();
});

it("each remedy says until when it was possible, and what would bring it back", async () => {
  await openApp("/intake?serial=JP2409-00417");
  const board = await screen.findByRole("region", { name: "Warranty determination" });
  expect(await within(board).findByText("Was possible until")).toBeTruthy();
  const would = "With the invoice or receipt and the fault confirmed as the product's own: exchange until 2026-11-27 Fri.";
  expect(within(board).getByText(would)).toBeTruthy();
});

it("on a work order the next question opens where it is answered, with the cursor there", async () => {
  const { user } = await openApp("/tickets/0193-00411");
  await screen.findByRole("region", { name: "Warranty determination" });
  await user.keyboard("{F9}");
  const dialog = await screen.findByRole("dialog", { name: /CD01-A7K3M-00411-K/ });
  await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByRole("checkbox", { name: "Invoice or receipt" })));
});

it("an earlier report that would turn a denial is the next question, and F9 leads to its field", async () => {
  const earlier_report = [{ remedy: "free_repair" as const, until: "2026-10-28" }];
  const verdict_assess = () => ({ ...fixtures.assessment, earlier_report });
  const { user } = await openApp("/intake?serial=JP2409-00417", fakeStation({ verdict_assess }));
  await screen.findByText(/Was the fault reported before the unit came\? On or before .*2026-10-28 Wed.*In-warranty repair/);
  await user.keyboard("{F9}");
  await waitFor(() => expect(document.activeElement?.closest("[data-field]")?.getAttribute("data-field")).toBe("first_reported.on"));
});

it("a later pack that would be better for the customer is named", async () => {
  const better_under = { id: "jp", version: "2027.1", hash: "ab", remedies: ["exchange" as const] };
  const verdict_assess = () => ({ ...fixtures.assessment, verdict: { ...fixtures.verdict, better_under } });
  await openApp("/intake?serial=JP2409-00417", fakeStation({ verdict_assess }));
  expect(await screen.findByText("Policy pack jp 2027.1 would be better for the customer")).toBeTruthy();
});

it("a clause says what it is in both languages and leads to its place in the pack", async () => {
  const { user, router } = await openApp("/tickets/0193-00411");
  const board = await screen.findByRole("region", { name: "Warranty determination" });
  const [chip] = within(board).getAllByRole("button", { name: "Clause 3.2" });
  if (chip === undefined) throw new Error("no chip of clause 3.2");
  await user.click(chip);
  const popover = await screen.findByRole("dialog", { name: "Clause 3.2" });
  expect(within(popover).getByText("自原购买日起 30 天内,可换货或免费维修。")).toBeTruthy();
  expect(within(popover).getByText("Within 30 days: exchange or free repair.")).toBeTruthy();

  await user.click(within(popover).getByRole("link", { name: "Open in the policy pack" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/policy"));
  await waitFor(() => expect(document.activeElement?.getAttribute("data-place")).toBe("clause 3.2"));
  expect(document.activeElement?.getAttribute("aria-current")).toBe("true");
});

it("the pack is searched in either language, and an unsigned reading says that a person decides", async () => {
  const { user } = await openApp("/");
  await user.keyboard("{Alt>}7{/Alt}");
  await screen.findByRole("heading", { level: 1, name: "Policy packs" });
  expect(screen.getByRole("table", { name: "Warranty periods (2.T)" }).textContent).toContain("24 months");
  await user.keyboard("/");
  const box = screen.getByRole("searchbox", { name: "Search clauses and readings" });
  await waitFor(() => expect(document.activeElement).toBe(box));
  await user.keyboard("发票");
  await waitFor(() => expect(screen.queryByText("Within 7 days: refund.")).toBeNull());
  expect(screen.getByText("No valid invoice can be produced.")).toBeTruthy();
  expect(screen.getByText("Unsigned: a person decides")).toBeTruthy();
  await user.clear(box);
  await user.type(box, "no such words");
  expect(await screen.findByText("Try a clause number, a word of a clause in either language, or a name.")).toBeTruthy();
});

it("a pack file is compared before it is installed: kinds of claims, work orders, entries", async () => {
  const { user, station, router } = await openApp("/policy");
  await screen.findByRole("heading", { level: 1, name: "Policy packs" });
  await user.keyboard("c");
  await screen.findByRole("heading", { level: 1, name: "Compare policy packs" });
  expect(station.asked("policy_diff")).toEqual([]);
  const file = new File(["[pack]"], "next.toml", { type: "application/toml" });
  await user.upload(screen.getByLabelText("Policy pack file", { selector: "input" }), file);
  expect(await screen.findByText(/86 work orders were checked: one would be decided differently/)).toBeTruthy();
  expect(station.asked("policy_diff")).toEqual([
    {
      before: { from: "installed", id: "jp", version: "2026.1" },
      after: { from: "file", file: "next.toml", text: "[pack]" },
      with_tickets: true,
    },
  ]);
  expect(screen.getByText("after 30 days, up to 45 days")).toBeTruthy();
  // Not only another outcome: the denial waited for a person.
  expect(screen.getByText("Provisional: a warranty approver must decide")).toBeTruthy();
  expect(screen.getByRole("row", { name: "Days of refund and exchange · Exchange · days 30 45" })).toBeTruthy();
  expect(written(station)).toEqual([]);
  await user.click(screen.getByRole("link", { name: "CD01-A7K3M-00411-K" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/tickets/0193-00411"));
});

it.each([
  [
    "en",
    /refused: next\.toml, line 97: incoherent: a claim is granted Refund \(3\.3\) and denied Exchange \(3\.2\), such as product: Complete device, day of the claim: after 30 days, up to 45 days\. The policies in force/,
    /packs are rolled forward only: 2026\.1 is not newer than 2026\.1, which is there/,
  ],
  ["zh-CN", /next\.toml 第 97 行：前后矛盾：同一情形可享受退货（3\.3）却不适用换货（3\.2），例如：/, /政策包只能更新、不能倒退：2026\.1 不比已有的 2026\.1 新/],
] as const)("why a pack is refused or set aside is said in %s", async (language, refusal, aside) => {
  const { user, router } = await openApp(
    "/policy/compare",
    fakeStation({
      settings_get: () => ({ ...fixtures.settings, language }),
      policy_list: () => ({
        ...packShelf,
        set_aside: [
          {
            id: "jp",
            version: "2026.1",
            is_overtaken: true,
            refused: { file: "jp@2026.1", line: 3, fault: { code: "not_newer", version: "2026.1", there: "2026.1" } },
          },
        ],
      }),
      policy_diff: () => {
        throw new Failure("policy_file", { detail: "next.toml:97" }, [], {
          file: "next.toml",
          line: 97,
          fault: {
            code: "incoherent",
            granted: "refund",
            granted_by: "3.3",
            denied: "exchange",
            denied_by: "3.2",
            claim: [
              { aspect: "product_class", any_of: ["terminal"], none_of: [], days: [] },
              { aspect: "claim_day", any_of: [], none_of: [], days: [{ after: { days: 30 }, up_to: { days: 45 }, is_before_purchase: false }] },
            ],
          },
        });
      },
    }),
  );
  const file = new File(["[pack]"], "next.toml", { type: "application/toml" });
  await user.upload(await screen.findByLabelText(/Policy pack file|政策包文件/, { selector: "input" }), file);
  expect((await screen.findByRole("alert")).textContent).toMatch(refusal);
  await router.navigate({ to: "/policy" });
  expect(await screen.findByText(aside)).toBeTruthy();
});
