// Tells a scanner from a typist by what it sends and how fast. Pure: keys and times go in, a verdict about
// each key comes out. It touches no document; listen.ts does.
//
// A scanner is known by its prefix, or by its cadence: six or more characters without a pause, ended by
// Enter, Tab or, outside of text fields, by silence. Nobody types 20 characters a second; holding a key
// down does, which is why repeats do not count. Without a digit it is no code we know.

export interface ScannerMarks {
  /** What the scanner sends before a code, or empty. */
  readonly prefix: string;
  /** What it sends after a code, besides Enter or Tab, or empty. */
  readonly suffix: string;
}

export interface Stroke {
  readonly key: string;
  /** Milliseconds, from any fixed moment. */
  readonly at: number;
  readonly isRepeat: boolean;
}

/** What a key turned out to be. */
export type Heard =
  /** Part of what may become a scan, or nothing to do with one. */
  | { readonly kind: "nothing" }
  /** The first key of what may become a scan: what it changes must be undone if it does. */
  | { readonly kind: "began" }
  /** A key that follows another one as only a scanner's does. */
  | { readonly kind: "went_on" }
  /** The end of a scan: this key is not to act on the screen. */
  | { readonly kind: "scanned"; readonly text: string; readonly typed: number };

const SCAN_CHARS_MIN = 6;
/** The mean time between two characters of a scan, a wireless scanner's included. */
const SCAN_GAP_MEAN_MS = 50;
/** The longest time between two keys of one scan. */
export const SCAN_GAP_MAX_MS = 80;

const NOTHING: Heard = { kind: "nothing" };

export class ScanRecogniser {
  #marks: ScannerMarks;
  #text = "";
  #firstAt = 0;
  #lastAt = 0;

  constructor(marks: ScannerMarks) {
    this.#marks = marks;
  }

  setMarks(marks: ScannerMarks): void {
    this.#marks = marks;
  }

  /** Takes one key. */
  hear(stroke: Stroke): Heard {
    const isLate = stroke.at - this.#lastAt > SCAN_GAP_MAX_MS;
    if (stroke.isRepeat || isLate) this.#text = "";
    if (stroke.isRepeat) return NOTHING;
    if (stroke.key === "Enter" || stroke.key === "Tab") {
      const scan = this.#scan();
      this.#text = "";
      return scan ?? NOTHING;
    }
    // Shift goes down between two characters of a scan; what it makes arrives as the next key.
    if (stroke.key === "Shift" || stroke.key === "CapsLock") return NOTHING;
    if (!isCodeCharacter(stroke.key)) {
      this.#text = "";
      return NOTHING;
    }
    const begins = this.#text === "";
    const isFast = stroke.at - this.#lastAt < SCAN_GAP_MEAN_MS;
    if (begins) this.#firstAt = stroke.at;
    this.#text += stroke.key;
    this.#lastAt = stroke.at;
    if (begins) return { kind: "began" };
    return isFast ? { kind: "went_on" } : NOTHING;
  }

  /** Silence: outside of text fields it ends a scan as Enter does. */
  rest(): Heard {
    const scan = this.#scan();
    this.#text = "";
    return scan ?? NOTHING;
  }

  #scan(): Heard | null {
    const typed = this.#text.length;
    const { prefix, suffix } = this.#marks;
    const isMarked = prefix !== "" && this.#text.startsWith(prefix) && typed > prefix.length;
    const gaps = typed - 1;
    const isFast = typed >= SCAN_CHARS_MIN && (this.#lastAt - this.#firstAt) / gaps < SCAN_GAP_MEAN_MS;
    const isCode = isFast && /\d/.test(this.#text);
    if (!isMarked && !isCode) return null;
    return { kind: "scanned", text: withoutMarks(this.#text, prefix, suffix), typed };
  }
}

/** One character as codes have them; a key with a longer name is a command, and no code is written in Chinese. */
function isCodeCharacter(key: string): boolean {
  return /^[\u0020-\u007e]$/.test(key);
}

function withoutMarks(text: string, prefix: string, suffix: string): string {
  const start = prefix !== "" && text.startsWith(prefix) ? prefix.length : 0;
  const end = suffix !== "" && text.endsWith(suffix) ? text.length - suffix.length : text.length;
  return text.slice(start, Math.max(start, end));
}
