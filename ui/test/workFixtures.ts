// What can be done with a work order, as the station of the tests says it.

import type { Work } from "../src/ipc/types.generated";

const resolutions = [
  { resolution: "refund", gate: "not_granted", clause: "3.3" },
  { resolution: "exchange", gate: "not_granted", clause: "3.2" },
  { resolution: "free_repair", gate: null, clause: "3.1" },
  { resolution: "paid_repair", gate: "not_granted", clause: "4.2" },
  { resolution: "no_fault_found", gate: null, clause: "5.5" },
  { resolution: "return_unrepaired", gate: null, clause: "3.1" },
] satisfies Work["offers"];

/** What can be done with a work order that just came. */
export function work(change: Partial<Work> = {}): Work {
  return {
    acts: [
      { event: "start_diagnosis", to: "under_diagnosis", refusal: null, needs_words: false },
      { event: "ask_documents", to: "awaiting_documents", refusal: null, needs_words: true },
      { event: "send_away", to: "away", refusal: null, needs_words: true },
      {
        event: "prepare_return",
        to: "ready",
        refusal: { code: "no_resolution", clause: null },
        needs_words: false,
      },
      { event: "hold", to: "on_hold", refusal: { code: "consent_given", clause: "3.3" }, needs_words: false },
      { event: "cancel", to: "cancelled", refusal: null, needs_words: true },
    ],
    owner: null,
    next: { event: "start_diagnosis", gate: null, mover: "technician" },
    since: 1_762_740_000_000,
    offers: resolutions,
    resolutions: [],
    dispositions: [],
    undo: null,
    ...change,
  };
}
