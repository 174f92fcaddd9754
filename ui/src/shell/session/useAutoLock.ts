// Locks the screen when nobody touched it for the minutes that the settings say, and somebody is signed in. The
// session ends with it, so that nothing is recorded under the name of somebody who is away. For the same reason the
// program begins locked where people can sign in: who is here is asked first.

import { useEffect, useEffectEvent, useState } from "react";
import { useRead, useTransport } from "../../ipc/ipc";

const MS_PER_MINUTE = 60_000;

/** Why the screen is locked: somebody went away, or nobody has said yet who is here. */
export type Locked = { readonly id: string; readonly name: string } | "begins";

export function useAutoLock() {
  const transport = useTransport();
  const session = useRead("session_get", null).data;
  const settings = useRead("settings_get", null).data;
  const user = session?.user ?? null;
  const minutes = settings?.lock_minutes ?? 0;
  const [locked, setLocked] = useState<Locked | null>(null);
  const [hasBegun, setHasBegun] = useState(false);
  if (!hasBegun && session !== undefined && settings !== undefined) {
    setHasBegun(true);
    if (session.people.length > 0 && minutes > 0) setLocked("begins");
  }
  const lock = useEffectEvent(() => {
    if (user === null) return;
    setLocked({ id: user.id, name: user.name });
    // The window locks whether or not the back end hears of it.
    void transport.call("session_end", null).catch(() => undefined);
  });
  const waits = user !== null && minutes > 0;
  // Follows the hands at the keyboard and the mouse.
  useEffect(() => {
    if (!waits) return undefined;
    const limit = minutes * MS_PER_MINUTE;
    let timer = setTimeout(lock, limit);
    let last = Date.now();
    const onTouch = () => {
      // A computer that slept ran no timer.
      const isLate = Date.now() - last >= limit;
      last = Date.now();
      clearTimeout(timer);
      if (isLate) lock();
      else timer = setTimeout(lock, limit);
    };
    window.addEventListener("keydown", onTouch, { capture: true });
    window.addEventListener("pointerdown", onTouch, { capture: true });
    window.addEventListener("pointermove", onTouch, { capture: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener("keydown", onTouch, { capture: true });
      window.removeEventListener("pointerdown", onTouch, { capture: true });
      window.removeEventListener("pointermove", onTouch, { capture: true });
    };
  }, [waits, minutes]);
  // Whoever signs in, by PIN or by badge, opens it.
  return { locked: user === null ? locked : null, unlock: () => setLocked(null) };
}
