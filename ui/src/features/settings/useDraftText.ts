import { useState } from "react";

/** A text being typed over a saved one; what is saved elsewhere meanwhile shows when nothing was typed. */
export function useDraftText(saved: string, onSave: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const save = () => {
    if (typed !== null && typed !== saved) onSave(typed);
    setTyped(null);
  };
  return { text: typed ?? saved, setText: setTyped, save };
}
