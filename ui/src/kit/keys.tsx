// The keys of the program in one register: what a screen offers is shown in the footer, in the shortcut
// sheet and in the palette, and pressed from anywhere on that screen. It knows no screen.

import { createContext, use, useEffect, useSyncExternalStore, type ReactNode } from "react";
import { SCAN_UNDONE_EVENT } from "./scanEvents";

export interface KeyAction {
  /** Stable name. */
  readonly id: string;
  /** `Ctrl+Enter`, `Alt+1`, `F8`, `/`. */
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
  /** Whether it acts on this screen or on all. */
  readonly scope: "screen" | "everywhere";
  /** Left out of the footer, because the screen shows it where it acts. */
  readonly quiet?: boolean;
}

interface KeyRegister {
  readonly add: (owner: object, actions: readonly KeyAction[]) => () => void;
  readonly all: () => readonly KeyAction[];
  readonly follow: (listener: () => void) => () => void;
}

const RegisterContext = createContext<KeyRegister | null>(null);

/** How long a single letter waits for another one: a scanner sends the next within this time. */
export const LETTER_WAIT_MS = 45;

export function KeysProvider(props: { children: ReactNode }) {
  return <RegisterContext value={register}>{props.children}</RegisterContext>;
}

// One window has one keyboard.
const register = createRegister();

/** Offers actions while the calling component is on screen. */
export function useKeys(actions: readonly KeyAction[]): void {
  const keys = useRegister();
  // Follows the component's life: its actions exist exactly as long as it does.
  useEffect(() => keys.add({}, actions), [keys, actions]);
}

/** Every action on offer now, newest owner last. */
export function useKeyActions(): readonly KeyAction[] {
  const keys = useRegister();
  return useSyncExternalStore(keys.follow, keys.all);
}

/** Listens to the window's keyboard; mounted once, by the frame. */
export function useKeyboard(): void {
  const keys = useRegister();
  // Follows the window's keyboard.
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      clearTimeout(waiting);
      if (event.defaultPrevented || event.isComposing) return;
      const pressed = keysOf(event);
      const action = isDialogOpen() ? undefined : keys.all().findLast((candidate) => candidate.keys === pressed);
      if (action === undefined) {
        // No button behind a dialog is pressed by the key that saves, not even in the moment in which the dialog goes.
        if (pressed === "Ctrl+Enter" && isButtonOnScreen(event.target)) event.stopPropagation();
        return;
      }
      const isLetter = event.key.length === 1 && !event.ctrlKey && !event.altKey;
      // In a text, letters are text and undoing is the text's own.
      if ((isLetter || pressed === "Ctrl+Z") && isEditable(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      // While it waits the screen may have moved on; what acts is what is on offer then.
      if (isLetter) waiting = setTimeout(() => keys.all().findLast(({ id }) => id === action.id)?.run(), LETTER_WAIT_MS);
      else action.run();
    };
    // Before the fields hear it: a focused button must not be pressed by Ctrl+Enter.
    window.addEventListener("keydown", onKeyDown, { capture: true });
    // The last letter of a scan is no command.
    const onScan = () => clearTimeout(waiting);
    window.addEventListener(SCAN_UNDONE_EVENT, onScan);
    return () => {
      clearTimeout(waiting);
      window.removeEventListener(SCAN_UNDONE_EVENT, onScan);
      window.removeEventListener("keydown", onKeyDown, { capture: true });
    };
  }, [keys]);
}

/** The keys of an event as an action writes them. */
function keysOf(event: KeyboardEvent): string {
  // With Alt held, layouts turn digits into other characters; the key's place is what counts.
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  const key = digit !== undefined && event.altKey ? digit : event.key;
  const name = key.length === 1 ? key.toUpperCase() : key;
  const shift = event.shiftKey && key.length > 1;
  return [(event.ctrlKey || event.metaKey) && "Ctrl", event.altKey && "Alt", shift && "Shift", name]
    .filter(Boolean)
    .join("+");
}

/** Whether typing into it makes text. */
export function isEditable(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "file", "button"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable || target.getAttribute("role") === "spinbutton";
}

function isButtonOnScreen(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement && target.closest("[role=dialog], [role=alertdialog]") === null;
}

/** Whether something lies over the screen. A list that is part of the screen says so: it stays. */
function isDialogOpen(): boolean {
  return document.querySelector("[role=dialog], [role=alertdialog], [role=listbox]:not([data-stays]), [role=menu]") !== null;
}

function useRegister(): KeyRegister {
  const keys = use(RegisterContext);
  if (keys === null) throw new Error("KeysProvider is missing");
  return keys;
}

function createRegister(): KeyRegister {
  const byOwner = new Map<object, readonly KeyAction[]>();
  const listeners = new Set<() => void>();
  let list: readonly KeyAction[] = [];
  const update = () => {
    list = [...byOwner.values()].flat();
    for (const listener of listeners) listener();
  };
  return {
    add(owner, actions) {
      byOwner.set(owner, actions);
      update();
      return () => {
        byOwner.delete(owner);
        update();
      };
    },
    all: () => list,
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
