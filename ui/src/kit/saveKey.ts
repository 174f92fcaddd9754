// The key that saves inside a dialog.

import type { KeyboardEvent } from "react";

/** Ctrl+Enter saves from inside a dialog, where the keys of the screen behind it are silent. */
export function onSaveKey(save: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    save();
  };
}
