// What each read shows. A write reports the kinds of records it changed; every read that shows one of
// them is asked again. The type makes a new read command without a line here a compile error.

import type { Noun, ReadName } from "./commands";

const shownBy: Record<ReadName, readonly Noun[]> = {
  station_get: ["station", "calendar", "settings", "pack", "intake", "ticket", "verdict", "registry", "customer", "attachment", "paper"],
  settings_get: ["settings"],
  printer_list: [],
  user_list: ["user"],
  session_get: ["session", "user"],
  bench_today: ["station", "ticket", "intake", "customer", "draft", "registry", "consignment", "custody", "place", "session", "user", "settings", "stocktake", "resolution", "decision"],
  week_get: ["station", "ticket", "intake", "customer", "handover", "enquiry", "diagnosis", "part", "resolution", "decision", "quote", "custody", "place", "user", "calendar", "verdict", "identity"],
  scan_resolve: ["enquiry", "ticket", "intake", "registry", "consignment", "user", "master", "custody", "place", "authorisation", "resolution", "diagnosis"],
  search: ["ticket", "intake", "customer", "registry", "custody", "resolution"],
  master_open: [],
  master_remap: [],
  master_progress: [],
  master_cancel: [],
  master_template: [],
  master_list: ["master"],
  master_history: ["master"],
  model_get: ["master"],
  charge_list: ["master"],
  registry_open: [],
  registry_remap: [],
  registry_progress: [],
  registry_cancel: [],
  registry_list: ["registry"],
  registry_history: ["registry"],
  consignment_list: ["consignment", "customer", "ticket"],
  consignment_get: ["consignment", "customer", "ticket", "intake", "draft", "attachment", "paper"],
  enquiry_list: ["enquiry", "contact", "customer"],
  enquiry_get: ["enquiry", "contact", "customer", "authorisation", "draft", "ticket"],
  duty_list: ["enquiry", "contact", "follow_up", "ticket", "customer", "station"],
  contact_list: ["enquiry", "contact", "follow_up", "ticket", "intake", "customer", "user"],
  letter_list: ["enquiry", "authorisation", "ticket", "intake", "customer", "settings"],
  rma_list: ["authorisation", "customer"],
  customer_find: ["customer"],
  draft_list: ["draft"],
  // A draft is asked for once, when its screen opens; from then on the typing is the truth.
  draft_get: [],
  intake_check: ["ticket", "registry", "consignment", "master", "authorisation", "identity", "diagnosis"],
  attachment_list: ["attachment"],
  attachment_open: [],
  attachment_read: [],
  verdict_assess: ["authorisation"],
  verdict_what_if: [],
  verdict_history: ["verdict"],
  decision_list: ["decision", "ticket", "intake", "customer", "verdict", "session", "user"],
  customer_view: ["station", "ticket", "intake", "draft", "registry", "pack"],
  policy_list: ["pack"],
  policy_diff: ["pack", "ticket", "intake", "registry"],
  form_preview: ["station", "handover", "quote", "part", "resolution", "ticket", "intake", "customer", "verdict"],
  form_read: [],
  form_open: [],
  ticket_list: ["ticket", "intake", "customer", "station", "consignment", "custody", "place", "session", "user", "resolution", "decision"],
  sheet_make: [],
  ticket_find: ["ticket", "custody", "resolution"],
  calendar_shelf: ["calendar", "settings", "user"],
  calendar_preview: ["calendar", "settings", "ticket"],
  ticket_clock: ["ticket", "intake", "calendar", "handover"],
  ticket_get: ["calendar", "quote", "part", "ticket", "intake", "customer", "attachment", "verdict", "paper", "custody", "place", "user", "identity", "resolution", "diagnosis", "decision", "handover", "cover"],
  part_list: ["part"],
  part_get: ["part", "ticket"],
  exchange_check: ["resolution", "ticket", "registry", "master", "cover"],
  quote_start: ["quote", "master", "ticket", "intake"],
  quote_check: ["master", "intake"],
  bench_catalogue_get: ["diagnosis", "session", "user"],
  fault_lists: ["diagnosis"],
  bench_sheet_check: ["diagnosis", "master", "intake"],
  diagnosis_import: [],
  unit_list: ["ticket", "intake", "registry"],
  unit_get: ["ticket", "intake", "master", "registry", "custody", "identity", "resolution"],
  unit_cover: ["station", "ticket", "intake", "master", "registry", "cover"],
  place_list: ["place", "custody", "ticket"],
  place_units: ["place", "custody", "ticket", "intake", "user", "resolution"],
  stocktake_get: ["stocktake", "custody", "ticket", "place"],
  stocktake_list: ["stocktake"],
  stocktake_missing: ["stocktake", "ticket", "custody", "place"],
  doctor_run: [],
  backup_create: [],
};

const readNames = new Set<string>(Object.keys(shownBy));

/** Whether a read, by its name, shows one of the changed kinds of records. */
export function isTouched(name: string, changed: readonly Noun[]): boolean {
  return isReadName(name) && shownBy[name].some((noun) => changed.includes(noun));
}

function isReadName(name: string): name is ReadName {
  return readNames.has(name);
}
