// Where a code goes that was scanned or typed into a scan box: features hand it over, the shell decides
// which screen it opens.

import { createContext, use } from "react";

const ScanDesk = createContext<(text: string) => void>(() => undefined);

export const ScanDeskProvider = ScanDesk;

/** Opens what a code means. */
export function useScanDesk(): (text: string) => void {
  return use(ScanDesk);
}
