// Short messages that something was done, with the way back while there is one. They never carry the only
// copy of a fact: what they say is on a screen too.

import { createContext, use, useEffect, useSyncExternalStore, type ReactNode } from "react";
import { Button } from "./Button";
import { Icon } from "./Icon";
import css from "./toasts.module.css";

export interface Toast {
  readonly text: string;
  readonly tone?: "done" | "trouble";
  readonly undo?: { readonly label: string; readonly run: () => void };
}

interface Shown extends Toast {
  readonly id: number;
}

interface Toasts {
  readonly show: (toast: Toast) => void;
  readonly dismiss: (id: number) => void;
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

/** The newest message that can be undone. */
export function useUndo(): (() => void) | null {
  const { all, follow, dismiss } = useToasts();
  const newest = useSyncExternalStore(follow, all).findLast((toast) => toast.undo !== undefined);
  if (newest?.undo === undefined) return null;
  const { undo, id } = newest;
  return () => {
    dismiss(id);
    undo.run();
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
      {toast.undo !== undefined && (
        <Button
          kind="quiet"
          keys="Ctrl+Z"
          onPress={() => {
            onDismiss();
            toast.undo?.run();
          }}
        >
          {toast.undo.label}
        </Button>
      )}
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
    all: () => shown,
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
