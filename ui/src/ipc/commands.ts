// The commands of the back end as types: what may be asked, what comes back, which only answer. Not a
// transport: see transport.ts for how a command travels.

import type { Commands } from "./types.generated";

export type CommandName = keyof Commands;
export type Request<N extends CommandName> = Commands[N]["request"];
export type Response<N extends CommandName> = Commands[N]["response"];

/** Commands that only answer. */
export type ReadName = {
  [N in CommandName]: Commands[N]["access"] extends "read" ? N : never;
}[CommandName];

/** Commands that also change something. */
export type WriteName = Exclude<CommandName, ReadName>;

/** A kind of record; the back end says which kinds a write changed. */
export type Noun =
  | "station"
  | "settings"
  | "pack"
  | "calendar"
  | "customer"
  | "consignment"
  | "authorisation"
  | "enquiry"
  | "contact"
  | "follow_up"
  | "intake"
  | "identity"
  | "ticket"
  | "resolution"
  | "master"
  | "registry"
  | "draft"
  | "attachment"
  | "verdict"
  | "paper"
  | "user"
  | "session"
  | "place"
  | "custody"
  | "stocktake"
  | "quote"
  | "diagnosis"
  | "part"
  | "decision"
  | "handover"
  | "cover"
  | "line";
