// The imports of this window, one of a kind of file: they outlive the screen they were begun on, and what they did
// stays to be read until it is put away. Nothing of a file but its name is kept.

import { createContext, use, useCallback, useState, useSyncExternalStore, type ReactNode } from "react";
import { toFailure, type Failure } from "../../ipc/failure";
import type { FilePreview, FileReport } from "./importWay";

/** An import that goes on, has ended, or could not be done. */
export type Import =
  | { readonly kind: "running"; readonly file: Pick<FilePreview, "file" | "name" | "rows"> }
  | { readonly kind: "done"; readonly name: string; readonly report: FileReport }
  | { readonly kind: "failed"; readonly name: string; readonly failure: Failure };

/** How an import came out. */
export type Ended = Exclude<Import, { kind: "running" }>;

interface Imports {
  readonly get: (of: string) => Import | null;
  readonly set: (of: string, now: Import | null) => void;
  readonly follow: (of: string, listener: () => void) => () => void;
  /** Whether a screen shows the imports of a kind. */
  readonly isShown: (of: string) => boolean;
}

const ImportsContext = createContext<Imports | null>(null);

export function ImportsProvider(props: { children: ReactNode }) {
  const [imports] = useState(createImports);
  return <ImportsContext value={imports}>{props.children}</ImportsContext>;
}

/** The import of a kind of file. `onElsewhere` is told of the end when no screen shows it. */
export function useImport(of: string, onElsewhere: (ended: Ended) => void) {
  const imports = use(ImportsContext);
  if (imports === null) throw new Error("ImportsProvider is missing");
  const follow = useCallback((listener: () => void) => imports.follow(of, listener), [imports, of]);
  const now = useSyncExternalStore(follow, () => imports.get(of));
  const end = (ended: Ended) => {
    imports.set(of, ended);
    if (!imports.isShown(of)) onElsewhere(ended);
    return ended;
  };
  return {
    now,
    begin: (preview: FilePreview, work: Promise<FileReport>): Promise<Ended> => {
      const { file, name, rows } = preview;
      imports.set(of, { kind: "running", file: { file, name, rows } });
      return work.then(
        (report) => end({ kind: "done", name, report }),
        (thrown: unknown) => end({ kind: "failed", name, failure: toFailure(thrown) }),
      );
    },
    putAway: () => imports.set(of, null),
  };
}

function createImports(): Imports {
  const all = new Map<string, Import>();
  const listeners = new Map<string, Set<() => void>>();
  const of = (kind: string) => listeners.get(kind) ?? new Set();
  return {
    get: (kind) => all.get(kind) ?? null,
    set(kind, now) {
      if (now === null) all.delete(kind);
      else all.set(kind, now);
      for (const listener of of(kind)) listener();
    },
    follow(kind, listener) {
      listeners.set(kind, new Set([...of(kind), listener]));
      return () => of(kind).delete(listener);
    },
    isShown: (kind) => of(kind).size > 0,
  };
}
