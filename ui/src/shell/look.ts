// Theme and density on the document. "System" follows the desktop, also while the program runs.

import { useEffect, useSyncExternalStore } from "react";
import type { Density, Theme } from "../ipc/types.generated";

export function useLook(theme: Theme, density: Density): void {
  const prefersDark = useMedia("(prefers-color-scheme: dark)");
  const prefersContrast = useMedia("(prefers-contrast: more)");
  const system = prefersContrast ? "contrast" : prefersDark ? "dark" : "light";
  const shown = theme === "system" ? system : theme;
  // The document is outside of React.
  useEffect(() => {
    document.documentElement.dataset["theme"] = shown;
    document.documentElement.dataset["density"] = density;
  }, [shown, density]);
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
  );
}
