// The lists of the catalogue, and a change of one entry as the next version of it.

import type { BenchCatalogue, CatalogueShelf, FaultLists, Finding, LimitKind, ProductClass, SheetKind } from "../../ipc/types.generated";

export type ListName = keyof FaultLists;

export const listNames: readonly ListName[] = ["symptom", "fault", "cause", "action", "position"];
export const classes: readonly ProductClass[] = ["terminal", "module", "detector"];
export const limits: readonly LimitKind[] = ["max", "min", "range", "equal", "yes_no"];
export const sheetKinds: readonly SheetKind[] = ["incoming", "soak", "final_test"];

export const findings: readonly Finding[] = [
  "product_fault",
  "misuse_or_environment",
  "third_party",
  "normal_wear",
  "operates_normally",
  "customer_software_change",
  "consumable",
  "against_manual",
  "appearance",
  "unauthorised_repair",
  "within_specification",
];

/** The entries with one in its place, or after the last. */
export function put<Entry>(entries: readonly Entry[], at: number, entry: Entry): Entry[] {
  return at >= entries.length ? [...entries, entry] : entries.map((one, place) => (place === at ? entry : one));
}

export function withList(shelf: CatalogueShelf, list: ListName, entries: FaultLists[ListName]): BenchCatalogue {
  const { lists } = shelf.content;
  return lists === undefined ? shelf.content : { ...shelf.content, lists: { ...lists, [list]: entries } };
}
