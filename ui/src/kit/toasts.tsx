// Short messages that something was done, with the way back while there is one. They never carry the only
// copy of a fact: what they say is on a screen too.

import { createContext, use, useEffect, useSyncExternalStore, type ReactNode } from "react";
import { Button } from "./Button";
import { Icon } from "./Icon";
import css from "./toasts.module.css";

export interface Toast {
  readonly text: string;
  readonly tone?: "done" | "trouble";
  /** The way back from what was done. */
  readonly undo?: Offered;
  /** What can be done about it next. It is no way back, so the key for taking back never does it. */
  readonly next?: Offered;
}

interface Offered {
  readonly label: string;
  readonly run: () => void;
}

interface Shown extends Toast {
  readonly id: number;
}

interface Toasts {
  readonly show: (toast: Toast) => void;
  readonly dismiss: (id: number) => void;
  readonly clear: () => void;
  readonly all: () => readonly Shown[];
  readonly follow: (listener: () => void) => () => void;
}

const ToastsContext = createContext<Toasts | null>(null);

/** Time to read and to reach for undo. */
const STAY_MS = 8_000;
/** Trouble is looked for longer; it too goes, because it lies over the screen it speaks of. */
const TROUBLE_STAYS_MS = 30_000;

export function ToastsProvider(props: { children: ReactNode }) {
  return <ToastsContext value={toasts}>{props.children}</ToastsContext>;
}

const toasts = createToasts();

export function useToast(): (toast: Toast) => void {
  return useToasts().show;
}

/** Takes every message away: what one person was told is not the next one's. */
export function useClearToasts(): () => void {
  return useToasts().clear;
}

/** The key that takes back what the newest message that can be taken back tells. */
export const UNDO_KEY = "Ctrl+Z";
/** The key that does what the newest message offers to do next. */
export const NEXT_KEY = "Alt+Enter";

/** What the newest message offers of a kind. */
export function useOffered(kind: "undo" | "next"): (() => void) | null {
  const { all, follow, dismiss } = useToasts();
  const newest = useSyncExternalStore(follow, all).findLast((toast) => toast[kind] !== undefined);
  const offered = newest?.[kind];
  if (newest === undefined || offered === undefined) return null;
  return () => {
    dismiss(newest.id);
    offered.run();
  };
}

export function ToastRegion(props: { label: string; dismissLabel: string }) {
  const { all, follow, dismiss } = useToasts();
  const shown = useSyncExternalStore(follow, all);
  return (
    <section aria-label={props.label} aria-live="polite" className={css["region"]}>
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} dismissLabel={props.dismissLabel} onDismiss={() => dismiss(toast.id)} />
      ))}
    </section>
  );
}

function ToastCard(props: { toast: Shown; dismissLabel: string; onDismiss: () => void }) {
  const { toast, onDismiss } = props;
  const isTrouble = toast.tone === "trouble";
  // Follows the clock: a message that is no longer news goes.
  useEffect(() => {
    const timer = setTimeout(onDismiss, isTrouble ? TROUBLE_STAYS_MS : STAY_MS);
    return () => clearTimeout(timer);
  }, [isTrouble, onDismiss]);
  return (
    <div className={css["toast"]} data-tone={toast.tone ?? "done"}>
      <Icon name={isTrouble ? "warning" : "tick"} className={css["icon"]} />
      <span className={css["text"]}>{toast.text}</span>
      {(["undo", "next"] as const).map((kind) => {
        const offered = toast[kind];
        return (
          offered !== undefined && (
            <Button
              key={kind}
              kind="quiet"
              keys={kind === "undo" ? UNDO_KEY : NEXT_KEY}
              onPress={() => {
                onDismiss();
                offered.run();
              }}
            >
              {offered.label}
            </Button>
          )
        );
      })}
      <Button kind="quiet" label={props.dismissLabel} onPress={onDismiss}>
        <Icon name="cross" />
      </Button>
    </div>
  );
}

function useToasts(): Toasts {
  const found = use(ToastsContext);
  if (found === null) throw new Error("ToastsProvider is missing");
  return found;
}

function createToasts(): Toasts {
  const listeners = new Set<() => void>();
  let shown: readonly Shown[] = [];
  let next = 1;
  const set = (list: readonly Shown[]) => {
    shown = list;
    for (const listener of listeners) listener();
  };
  return {
    show: (toast) => set([...shown.slice(-3), { ...toast, id: next++ }]),
    dismiss: (id) => set(shown.filter((toast) => toast.id !== id)),
    clear: () => set([]),
    all: () => shown,
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
