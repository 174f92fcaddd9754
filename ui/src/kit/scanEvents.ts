// What a field hears of a scanner. The listener (shell/scan) sends these; the kit's fields answer them.

import { useRef } from "react";

/** A scan was typed into this field and belongs here. */
export const SCANNED_EVENT = "nightbench:scanned";
/** What is typed from now on may turn out to be a scan. */
export const SCAN_BEGAN_EVENT = "nightbench:scan-began";
/** What was typed was a scan that belongs elsewhere: take back what it did. */
export const SCAN_UNDONE_EVENT = "nightbench:scan-undone";

/** Reports scans that belong to an input. */
export function onScanned(report: (text: string) => void) {
  return (input: HTMLInputElement | HTMLTextAreaElement | null) => {
    if (input === null) return undefined;
    const listener = (event: Event) => {
      if (event instanceof CustomEvent && typeof event.detail === "string") report(event.detail);
    };
    input.addEventListener(SCANNED_EVENT, listener);
    return () => input.removeEventListener(SCANNED_EVENT, listener);
  };
}

/** Lets a field whose value single keys change (a date, a choice) take back what a scan did to it. */
export function useScanUndo<Value>(value: Value, onChange: (value: Value) => void) {
  const remembered = useRef<{ value: Value } | null>(null);
  return (element: HTMLElement | null) => {
    if (element === null) return undefined;
    const onBegan = () => {
      remembered.current = { value };
    };
    const onUndone = () => {
      if (remembered.current !== null) onChange(remembered.current.value);
      remembered.current = null;
    };
    element.addEventListener(SCAN_BEGAN_EVENT, onBegan);
    element.addEventListener(SCAN_UNDONE_EVENT, onUndone);
    return () => {
      element.removeEventListener(SCAN_BEGAN_EVENT, onBegan);
      element.removeEventListener(SCAN_UNDONE_EVENT, onUndone);
    };
  };
}
