// The board, as a manager meets it at the window: by keys, by figures, by a link.

import { render, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { expect, it } from "vitest";
import { useBoardColumns } from "../src/features/board/columns";
import { loadCatalogue } from "../src/i18n/catalogue";
import { WordsProvider } from "../src/i18n/i18n";
import type { BoardRow, SavedView } from "../src/ipc/types.generated";
import { ShortGrid } from "../src/kit/Grid";
import { openApp } from "./app";
import { board, boardForecast, boardPage, boardRow, boardTurnaround } from "./boardFixtures";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";

/** The columns by themselves: a long list renders only what fits, and nothing has a height here. */
function Columns(props: { rows: readonly BoardRow[] }) {
  return <ShortGrid label="rows" columns={useBoardColumns()} rows={props.rows} rowKey={({ row }) => row.id} />;
}

async function shown(rows: readonly BoardRow[]) {
  render(
    <WordsProvider catalogue={await loadCatalogue("en")} zone="Asia/Shanghai">
      <Columns rows={rows} />
    </WordsProvider>,
  );
  return screen.getAllByRole("row").slice(1).map((row) => row.textContent);
}

const heading = () => screen.findByRole("heading", { level: 1, name: "Overdue board" });

it("is reached by a key, says who is overdue and why, and opens one with Enter", async () => {
  const station = fakeStation({ ticket_get: () => fixtures.ticketLife() });
  const { user, router } = await openApp("/", station);
  await screen.findByRole("heading", { level: 1, name: "Bench" });
  await user.keyboard("{Alt>}o{/Alt}");
  await heading();
  const grid = await screen.findByRole("grid", { name: "Overdue" });
  expect(document.activeElement).toBe(grid);
  expect(screen.getByRole("region", { name: "Figures" }).textContent).toMatch(/1past day 20.*95 %back by day 20.*38.? of .?40/);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(router.state.location.pathname).toBe(`/tickets/${boardRow().row.id}`));
});

it("the arrows walk the ages, say each in words, and Enter lists the stage", async () => {
  const { user, station, router } = await openApp("/board");
  await heading();
  const chart = await screen.findByRole("listbox", { name: /Age of open work orders/ });
  chart.focus();
  await user.keyboard("{ArrowRight}{ArrowRight}");
  const selected = within(chart).getByRole("option", { selected: true });
  expect(selected.getAttribute("aria-label")).toMatch(/Awaiting parts, day .?12.?: .?2.? work orders/);
  expect(chart.getAttribute("aria-activedescendant")).toBe(selected.id);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(router.state.location.search).toEqual({ list: "open", status: "awaiting_parts" }));
  expect(station.asked("board_list").at(-1)?.view).toEqual({ list: "open", status: "awaiting_parts", owner: null, model: null, dealer: null });
  // Escape shows all of the list again.
  await user.keyboard("{Escape}");
  await waitFor(() => expect(router.state.location.search).toEqual({ list: "open" }));
});

it("one key turns both charts into tables", async () => {
  const { user } = await openApp("/board");
  await heading();
  await screen.findByRole("grid", { name: "Overdue" });
  await user.keyboard("t");
  const ages = await screen.findByRole("grid", { name: "Age of open work orders, as a table" });
  expect(within(ages).getAllByRole("row")).toHaveLength(4);
  const turnaround = screen.getByRole("grid", { name: "Turnaround of the last 12 weeks, as a table" });
  expect(turnaround.textContent).toMatch(/2026-02-03.*23/);
  expect((await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } })).violations).toEqual([]);
  await user.keyboard("t");
  await screen.findByRole("listbox", { name: /Turnaround/ });
});

it("fewer than twenty hand-overs are dots without percentiles or percent", async () => {
  const few = { units: 7, by_target: 3, by_limit: 5, spread: null };
  await openApp("/board", fakeStation({ board_turnaround: () => boardTurnaround({ turnaround: few }) }));
  await heading();
  const figures = screen.getByRole("region", { name: "Figures" });
  await waitFor(() => expect(figures.textContent).toMatch(/5 \/ 7back by day 20/));
  expect(figures.textContent).not.toMatch(/%/);
  await screen.findByText(/.?7.? work orders were handed over: too few for percentiles/);
});

it("a row says how far over it is, at which stage, why, and who was last spoken to", async () => {
  const late = boardRow({ outlook: { kind: "parts", on: "2026-04-01" }, over_working_days: -5 });
  const like = boardRow({ row: fixtures.ticketRow(372, { state: "due" }), outlook: { kind: "like", like: { units: 23, missed: 22 } }, over_working_days: 0 });
  const calm = boardRow({ row: fixtures.ticketRow(373, { state: "on_time" }), over_working_days: -12, promised_on: "2026-03-20", reached_on: "2026-03-10", complaint_due_on: "2026-03-13" });
  const [first, second, third, fourth] = await shown([boardRow(), late, like, calm]);
  expect(first).toMatch(/2.? days.*In repair · since .?03-03.*nobodynever/);
  expect(second).toMatch(/part on .?2026-04-01.?, too late/);
  expect(third).toMatch(/today.*.?22.? of .?23.? like units missed it/);
  expect(fourth).toMatch(/12.? left.*Complaint, due .?2026-03-13.*Promised .?2026-03-20.*2026-03-10/);
});

it("the forecast says what it goes by and how often it was right", async () => {
  await openApp("/board?list=will_miss");
  await heading();
  const said = await screen.findByRole("region", { name: "Forecast" });
  expect(said.textContent).toMatch(/Tried on .?40.? units on their day 10: of .?7.? it said would miss day 20, .?6.? did; .?1.? missed it unforeseen/);
});

it("a forecast that could not be tried says so", async () => {
  const trial = { units: 0, said: 0, right: 0, unforeseen: 0 };
  await openApp("/board?list=will_miss", fakeStation({ board_forecast: () => boardForecast({ trial }), board_list: () => boardPage([]) }));
  await heading();
  await screen.findByText(/Not tried yet: too few units like others since/);
  await screen.findByText("Nobody is known to miss day 20.");
});

it("a view is saved under a name, forgotten, and taken back", async () => {
  let views: SavedView[] = [];
  const station = fakeStation({
    board_views: () => views,
    board_view_save: (view) => (views = [...views, view]),
    board_view_forget: ({ name }) => (views = views.filter((view) => view.name !== name)),
  });
  const { user } = await openApp("/board?list=due_soon&model=NV-640", station);
  await heading();
  await user.keyboard("s");
  const dialog = await screen.findByRole("dialog", { name: "Save this view" });
  await user.type(within(dialog).getByRole("textbox", { name: /Name of the view/ }), "Monday");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText(/View saved: .?Monday/);
  expect(station.asked("board_view_save")[0]).toEqual({
    name: "Monday",
    view: { list: "due_soon", status: null, owner: null, model: "NV-640", dealer: null },
  });
  station.change(["settings"]);
  await user.click(await screen.findByRole("button", { name: /Forget .?Monday/ }));
  await screen.findByText(/View forgotten: .?Monday/);
  await user.click(screen.getByRole("button", { name: /^Undo/ }));
  await waitFor(() => expect(station.asked("board_view_save")).toHaveLength(2));
});

it("a link that was pasted into the search opens its view", async () => {
  const { user, router } = await openApp("/");
  await screen.findByRole("heading", { level: 1, name: "Bench" });
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await screen.findByRole("searchbox"), "nightbench:/board?list=awaiting_parts&owner=nobody");
  await user.click(await screen.findByRole("option", { name: /Open the view of the link|nightbench/ }));
  await waitFor(() => expect(router.state.location.search).toEqual({ list: "awaiting_parts", owner: "nobody" }));
});

it("a conversation is logged and a work order assigned from the list", async () => {
  const { user } = await openApp("/board", fakeStation({
    user_list: () => [fixtures.colleague],
  }));
  await heading();
  await screen.findByRole("grid", { name: "Overdue" });
  await user.keyboard("c");
  await screen.findByRole("dialog", { name: "Log what was said" });
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.keyboard("a");
  await screen.findByRole("dialog", { name: /CD01-/ });
});

it("nothing open is said, chart by chart and list by list", async () => {
  const none = board({ on_time: 0, due: 0, overdue: 0, ages: [], lists: [] });
  const nothing = boardTurnaround({ turnaround: { units: 0, by_target: 0, by_limit: 0, spread: null }, points: [] });
  await openApp("/board", fakeStation({ board_get: () => none, board_turnaround: () => nothing, board_list: () => boardPage([]) }));
  await heading();
  await screen.findByText("Nothing is overdue.");
  await screen.findByText("No unit is here.");
  await screen.findByText(/Nothing was handed over in the last 12 weeks/);
});
