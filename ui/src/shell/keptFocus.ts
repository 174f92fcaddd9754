// What had the focus may go with what was done: a dialog's opener, a button that is off now, the screen itself. The
// hands then stand at the heading of what is there, not at nothing, so the next Tab goes on from it.

import { useEffect } from "react";

/** Keeps the focus on the screen when what held it is gone. */
export function useKeptFocus(): void {
  // Follows the focus of the document, which belongs to no one component.
  useEffect(() => {
    let holder: EventTarget | null = null;
    let waiting = 0;
    const hold = (event: FocusEvent) => {
      holder = event.target;
    };
    const isLost = () =>
      document.activeElement === document.body &&
      holder instanceof Element &&
      !holder.isConnected &&
      document.querySelector("[role=dialog], [role=alertdialog]") === null;
    const look = () => {
      cancelAnimationFrame(waiting);
      if (!isLost()) return;
      // A dialog gives the focus back, and a field takes it, in the frames after.
      waiting = requestAnimationFrame(() => {
        waiting = requestAnimationFrame(() => {
          if (isLost()) focusHeading();
        });
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("focusin", hold);
    return () => {
      cancelAnimationFrame(waiting);
      observer.disconnect();
      document.removeEventListener("focusin", hold);
    };
  }, []);
}

function focusHeading(): void {
  // A screen that is still being loaded has none; the next change looks again.
  const heading = document.querySelector<HTMLElement>("main h1");
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
