// A view of the board as an address: what the list, the choice and a link are made of.

import type { BoardList, BoardView, Status } from "../../ipc/types.generated";

export const boardLists: readonly BoardList[] = [
  "overdue",
  "due_soon",
  "will_miss",
  "awaiting_agreement",
  "awaiting_documents",
  "awaiting_parts",
  "away",
  "complaints",
  "open",
];

/** The stages a unit that is here can be at, in the order of its way. */
export const stages = [
  "on_hold",
  "to_be_diagnosed",
  "under_diagnosis",
  "awaiting_documents",
  "awaiting_agreement",
  "awaiting_parts",
  "in_repair",
  "away",
  "in_test",
  "ready",
  "unclaimed",
] as const satisfies readonly Status[];

/** What stands in the address; what is absent asks for nothing. */
export interface BoardSearch {
  list?: BoardList;
  status?: Status;
  owner?: string;
  model?: string;
  dealer?: string;
}

/** Where links to a view begin. */
const LINK = "nightbench:/board";

/** Reads an address; what it does not know it leaves out. */
export function searchOf(search: Record<string, unknown>): BoardSearch {
  const list = boardLists.find((known) => known === search["list"]);
  const status = stages.find((known) => known === search["status"]);
  return {
    ...(list === undefined ? {} : { list }),
    ...(status === undefined ? {} : { status }),
    ...text(search, "owner"),
    ...text(search, "model"),
    ...text(search, "dealer"),
  };
}

function text<Name extends string>(search: Record<string, unknown>, name: Name): { [N in Name]?: string } {
  const value = search[name];
  const found: { [N in Name]?: string } = {};
  if (typeof value === "string" && value !== "") found[name] = value;
  return found;
}

export function viewOf(search: BoardSearch): BoardView {
  return {
    list: search.list ?? "overdue",
    status: search.status ?? null,
    owner: search.owner ?? null,
    model: search.model ?? null,
    dealer: search.dealer ?? null,
  };
}

/** The address of a view. */
export function addressOf(view: BoardView): BoardSearch {
  return searchOf({ ...view });
}

export function isSameView(one: BoardView, two: BoardView): boolean {
  return linkOf(one) === linkOf(two);
}

/** A view as a text that can be sent to a colleague: `nightbench:/board?list=overdue&model=NV-640`. */
export function linkOf(view: BoardView): string {
  const given = Object.entries(addressOf(view)).map(([name, value]) => [name, String(value)]);
  return `${LINK}?${new URLSearchParams(given).toString()}`;
}

/** The address in a link; `null` where the text is none. */
export function addressInLink(link: string): BoardSearch | null {
  const [head, query = ""] = link.trim().split("?");
  return head === LINK ? searchOf(Object.fromEntries(new URLSearchParams(query))) : null;
}
