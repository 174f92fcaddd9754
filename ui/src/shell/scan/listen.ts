// Listens for scans wherever the focus is. A scan typed into a field that wants one stays there; typed into
// any other field it is taken out again and sent on. The Enter that ends it reaches nothing: it submits no
// form and presses no button.

import { isEditable } from "../../kit/keys";
import { SCAN_BEGAN_EVENT, SCAN_UNDONE_EVENT, SCANNED_EVENT } from "../../kit/scanEvents";
import { SCAN_GAP_MAX_MS, ScanRecogniser, type ScannerMarks } from "./recogniser";

export interface ScanEar {
  setMarks(marks: ScannerMarks): void;
  stop(): void;
}

interface Before {
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  readonly value: string;
  readonly start: number | null;
  readonly end: number | null;
}

export function listenForScans(target: Window, marks: ScannerMarks, onScan: (text: string) => void): ScanEar {
  const recogniser = new ScanRecogniser(marks);
  let before: Before | null = null;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const deliver = (text: string) => {
    const field = target.document.activeElement;
    const isOneLine = field instanceof HTMLInputElement;
    if ((isOneLine || field instanceof HTMLTextAreaElement) && field.dataset["scan"] === "here") {
      // A field of one line holds the scan; one of many keeps what stood in it, and whoever it belongs to adds to it.
      if (before?.field === field && isOneLine) setText(field, text);
      else if (before?.field === field) restore(before);
      field.dispatchEvent(new CustomEvent(SCANNED_EVENT, { detail: text }));
      return;
    }
    if (before !== null) restore(before);
    (field ?? target.document.body).dispatchEvent(new CustomEvent(SCAN_UNDONE_EVENT, { bubbles: true }));
    onScan(text);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // A key is pressed where the focus is. A list that follows a search field is sent copies of its keys
    // (React Aria's Autocomplete does that); heard twice, a person types as fast as a scanner.
    if (event.target !== target.document.activeElement) return;
    clearTimeout(silence);
    // An input method composes text; a scanner never does.
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const heard = recogniser.hear({ key: event.key, at: event.timeStamp, isRepeat: event.repeat });
    switch (heard.kind) {
      case "began":
        before = textBefore(event.target);
        event.target?.dispatchEvent(new CustomEvent(SCAN_BEGAN_EVENT, { bubbles: true }));
        break;
      case "scanned":
        event.preventDefault();
        event.stopImmediatePropagation();
        deliver(heard.text);
        return;
      case "went_on":
        // A form's code has spaces in it, and a space presses a focused button.
        if (event.key === " " && !isEditable(event.target)) {
          event.preventDefault();
          event.stopPropagation();
        }
        break;
      case "nothing":
        break;
    }
    if (!isEditable(event.target)) {
      silence = setTimeout(() => {
        const rested = recogniser.rest();
        if (rested.kind === "scanned") deliver(rested.text);
      }, SCAN_GAP_MAX_MS);
    }
  };

  target.addEventListener("keydown", onKeyDown, { capture: true });
  return {
    setMarks: (next) => recogniser.setMarks(next),
    stop() {
      clearTimeout(silence);
      target.removeEventListener("keydown", onKeyDown, { capture: true });
    },
  };
}

function textBefore(target: EventTarget | null): Before | null {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return null;
  return { field: target, value: target.value, start: target.selectionStart, end: target.selectionEnd };
}

function restore(before: Before): void {
  setText(before.field, before.value);
  if (before.start !== null) before.field.setSelectionRange(before.start, before.end);
}

/** Sets a field's text the way typing does, so that React hears of it. */
function setText(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const owner = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(owner, "value")?.set?.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
