// The board as a station of Chengdu would answer.

import type { Board, BoardForecast, BoardPage, BoardRow, BoardTurnaround } from "../src/ipc/types.generated";
import * as fixtures from "./fixtures";

export const board = (changed: Partial<Board> = {}): Board => ({
  as_of: "2026-03-12",
  country: "CN",
  on_time: 3,
  due: 2,
  overdue: 1,
  lists: [
    { list: "overdue", tickets: 1 },
    { list: "due_soon", tickets: 0 },
    { list: "awaiting_agreement", tickets: 0 },
    { list: "awaiting_documents", tickets: 0 },
    { list: "awaiting_parts", tickets: 2 },
    { list: "away", tickets: 0 },
    { list: "complaints", tickets: 0 },
    { list: "open", tickets: 6 },
  ],
  ages: [
    { status: "to_be_diagnosed", working_day: 1, state: "on_time", tickets: 3 },
    { status: "awaiting_parts", working_day: 12, state: "due", tickets: 2 },
    { status: "in_repair", working_day: 22, state: "overdue", tickets: 1 },
  ],
  ...changed,
});

export const boardTurnaround = (changed: Partial<BoardTurnaround> = {}): BoardTurnaround => ({
  since: "2025-12-19",
  until: "2026-03-12",
  turnaround: { units: 40, by_target: 25, by_limit: 38, spread: { p50: 8, p85: 14, p95: 21 } },
  points: [
    { on: "2026-01-05", working_days: 8, is_late: false, tickets: 1 },
    { on: "2026-02-03", working_days: 23, is_late: true, tickets: 1 },
  ],
  ...changed,
});

export const boardForecast = (changed: Partial<BoardForecast> = {}): BoardForecast => ({
  will_miss: 2,
  by_parts: 1,
  trial: { units: 40, said: 7, right: 6, unforeseen: 1 },
  since: "2025-09-11",
  ...changed,
});

export const boardRow = (changed: Partial<BoardRow> = {}): BoardRow => ({
  row: fixtures.ticketRow(371, { state: "overdue", status: "in_repair", elapsed_working_days: 22 }),
  over_working_days: 2,
  since: "2026-03-03",
  promised_on: null,
  complaint_due_on: null,
  reached_on: null,
  outlook: null,
  ...changed,
});

export const boardPage = (rows: BoardRow[] = [boardRow()]): BoardPage => ({ rows, next: null });
