// The roles somebody else than the sender can have around an intake, in the order of the form.

import type { Parties } from "../ipc/types.generated";

/** What somebody is to an intake, beside its sender. */
export type PartyRole = keyof Parties;

export const partyRoles: readonly PartyRole[] = ["end_user", "dealer", "owner", "payer", "ship_to"];
