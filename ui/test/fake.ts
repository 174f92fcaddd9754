// The second transport: answers from fixtures, remembers what was asked. It applies no rule; a test says
// what the station answers.

import type { CommandName, Noun, Request, Response } from "../src/ipc/commands";
import { Failure } from "../src/ipc/failure";
import type { Transport } from "../src/ipc/transport";
import type { SavedDraft } from "../src/ipc/types.generated";
import { board, boardForecast, boardPage, boardTurnaround } from "./boardFixtures";
import * as parcels from "./consignmentFixtures";
import * as calendars from "./calendarFixtures";
import { coverAccount } from "./coverFixtures";
import { decision, decisionPage } from "./decisionFixtures";
import * as fixtures from "./fixtures";
import * as asked from "./enquiryFixtures";
import { partLife, partRow } from "./partFixtures";
import { weekSheet } from "./weekFixtures";
import { place, places } from "./placeFixtures";
import * as packs from "./packFixtures";

type Answers = { [N in CommandName]?: (request: Request<N>) => Response<N> | Promise<Response<N>> };

export interface FakeStation extends Transport {
  /** The requests of one command, oldest first. */
  asked<N extends CommandName>(name: N): Array<Request<N>>;
  /** The names of all commands that were asked, oldest first. */
  names(): CommandName[];
  /** Tells the window that something changed. */
  change(nouns: readonly Noun[]): void;
  /** Chooses a place beside the clock. */
  go(place: string): void;
  readonly isReady: boolean;
}

export function fakeStation(answers: Answers = {}): FakeStation {
  const log: Array<{ name: CommandName; request: unknown }> = [];
  const listeners = new Set<(nouns: readonly Noun[]) => void>();
  const goers = new Set<(place: string) => void>();
  const all: Answers = { ...defaults(), ...answers };
  let isReady = false;
  return {
    async call(name, request) {
      log.push({ name, request });
      const answer = all[name];
      if (answer === undefined) throw new Failure("unknown_command");
      return answer(request);
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onGo(listener) {
      goers.add(listener);
      return () => goers.delete(listener);
    },
    go(to) {
      for (const listener of goers) listener(to);
    },
    ready() {
      isReady = true;
    },
    asked<N extends CommandName>(name: N) {
      return log.flatMap((entry) => (isOf(entry, name) ? [entry.request] : []));
    },
    names: () => log.map((entry) => entry.name),
    change(nouns) {
      for (const listener of listeners) listener(nouns);
    },
    get isReady() {
      return isReady;
    },
  };
}

function isOf<N extends CommandName>(
  entry: { name: CommandName; request: unknown },
  name: N,
): entry is { name: N; request: Request<N> } {
  return entry.name === name;
}

function defaults(): Answers {
  const drafts = new Map<string, SavedDraft>();
  let settings = fixtures.settings;
  return {
    station_get: () => fixtures.station,
    settings_get: () => settings,
    settings_set: (request) => (settings = request),
    printer_list: () => [{ name: "HP-前台", is_default: true }],
    session_get: () => ({ user: null, people: [], may_manage: true, may_decide: true }),
    user_list: () => [],
    week_get: () => weekSheet(),
    part_list: () => [partRow(), partRow({ id: "0193-part-2", card: { ...partRow().card, number: "FAN-2", name_zh: "风扇", name_en: "Fan" }, on_hand: 0, reserved: 0, free: 0, wanted: 1, spellings: ["fs", "fengshan"] })],
    part_get: () => partLife(),
    place_list: () => places,
    place_units: ({ id }) => ({ place: place(id), rows: [] }),
    stocktake_get: () => null,
    stocktake_list: () => [],
    rma_list: () => [],
    decision_list: () => decisionPage([decision()]),
    customer_find: () => [],
    bench_today: () => fixtures.bench,
    board_get: () => board(),
    board_list: () => boardPage(),
    board_turnaround: () => boardTurnaround(),
    board_forecast: () => boardForecast(),
    board_choices: () => ({ models: [{ name: "NV-640", tickets: 4 }], dealers: [{ name: "成都夜行者户外", tickets: 2 }] }),
    board_views: () => [],
    search: () => [],
    draft_get: ({ id }) => {
      const saved = drafts.get(id);
      if (saved === undefined) throw new Failure("not_found");
      return saved;
    },
    draft_save: ({ id, draft }) => {
      const saved: SavedDraft = { id: id ?? `draft-${drafts.size + 1}`, draft, saved_at: fixtures.NOW };
      drafts.set(saved.id, saved);
      return saved;
    },
    intake_check: (draft) => {
      if (draft.serial !== fixtures.sale.serial) return { ...fixtures.noCheck, serial: draft.serial || null };
      return { ...fixtures.noCheck, serial: draft.serial, sale: fixtures.sale, register_as_of: fixtures.NOW };
    },
    verdict_assess: (draft) => (draft.serial === "" ? fixtures.unknownAssessment : fixtures.assessment),
    policy_list: () => packs.shelf,
    policy_diff: () => packs.packDiff,
    verdict_what_if: () => fixtures.whatIf,
    intake_receive: () => ({
      id: fixtures.ticketRow(412).id,
      rma: fixtures.ticketRow(412).rma,
      conflicts: [],
      row: fixtures.ticketRow(412),
    }),
    enquiry_list: () => ({ rows: [asked.row], next: null }),
    enquiry_get: () => asked.life(),
    duty_list: () => ({ rows: [], has_more: false }),
    duty_counts: () => ({ overdue: 0, today: 0, has_more: false }),
    contact_list: () => asked.correspondence,
    letter_list: () => asked.letters,
    consignment_list: () => ({ rows: [parcels.row], next: null }),
    consignment_get: () => parcels.life(),
    customer_view: () => fixtures.customerView,
    sheet_make: () => ({ name: "labels.pdf", pages: 1, hash: "ab".repeat(32), base64: "" }),
    attachment_list: () => [],
    ticket_list: () => ({ rows: fixtures.bench.due, next: null, counts: fixtures.bench.counts }),
    ticket_get: () => fixtures.ticketLife(),
    ticket_clock: () => calendars.clock,
    calendar_shelf: () => calendars.shelf(),
    calendar_preview: () => calendars.preview,
    unit_list: () => ({
      rows: [
        {
          serial: fixtures.sale.serial,
          model: fixtures.sale.model,
          product_class: "terminal",
          registered: true,
          tickets: 1,
          open: null,
        },
      ],
      next: null,
    }),
    unit_get: () => fixtures.unitLife,
    unit_cover: ({ as_of }) => coverAccount(as_of ?? "2026-11-22"),
    master_list: ({ kind, text }) => ({
      rows:
        kind === "model" && "NV-640".includes(text)
          ? [
              {
                key: "NV-640",
                master: { kind: "model", entry: fixtures.modelCard.model },
                said_at: fixtures.NOW,
                said_by: "models.csv",
                changed_at: fixtures.NOW,
                ended: false,
                expired_on: null,
              },
            ]
          : [],
      next: null,
      total: kind === "model" ? 1 : 0,
      as_of: kind === "model" ? fixtures.NOW : null,
    }),
    master_history: () => [],
    registry_list: () => ({ rows: [fixtures.sale], next: null, total: 1, as_of: fixtures.NOW }),
    registry_history: () => [],
  };
}
