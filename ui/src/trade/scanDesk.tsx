// Where a code goes that was scanned or typed into a scan box: features hand it over, the shell decides
// which screen it opens, unless the screen at hand takes it first.

import { createContext, use, useEffect, useEffectEvent } from "react";
import type { Scan } from "../ipc/types.generated";

/** Takes what a code means, and the code itself; false when it is not for this screen. */
export type ScanTaker = (scan: Scan, text: string) => boolean;

interface Desk {
  readonly resolve: (text: string) => void;
  /** Lets a screen take scans first; returns how it stops. */
  readonly hold: (taker: ScanTaker) => () => void;
}

const ScanDesk = createContext<Desk>({ resolve: () => undefined, hold: () => () => undefined });

export const ScanDeskProvider = ScanDesk;

/** Opens what a code means. */
export function useScanDesk(): (text: string) => void {
  return use(ScanDesk).resolve;
}

/** While the calling screen is shown, scans come to it first. */
export function useScanTaker(taker: ScanTaker): void {
  const { hold } = use(ScanDesk);
  const take = useEffectEvent(taker);
  // Follows the component's life: it hears scans exactly as long as it is on screen.
  useEffect(() => hold((scan, text) => take(scan, text)), [hold]);
}
