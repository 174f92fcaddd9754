// The policy packs of this station as other screens need them: the one a determination was made by, and what
// its clauses and readings say.

import { createContext, use } from "react";
import { useRead } from "../ipc/ipc";
import type { PackPage } from "../ipc/types.generated";

/** Hash of the pack that what is on screen was made by; null for the one in force. */
const PackInUse = createContext<string | null>(null);

export const PackInUseProvider = PackInUse;

/** The pack that what is on screen was made by; where it is no longer here, the one in force. */
export function usePack(): PackPage | null {
  const hash = use(PackInUse);
  const shelf = useRead("policy_list", null).data;
  if (shelf === undefined) return null;
  const row =
    shelf.policies.find(({ page }) => page.reference.hash === hash) ??
    shelf.policies.find((one) => one.in_force) ??
    shelf.policies[0];
  return row?.page ?? null;
}

/** A clause's number as it stands in message ids: `5.8b` is `5_8b`. */
export function clauseName(id: string): string {
  return id.replaceAll(".", "_");
}
