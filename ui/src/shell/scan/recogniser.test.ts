import { describe, expect, it } from "vitest";
import { ScanRecogniser, type Heard, type ScannerMarks } from "./recogniser";

/** Types `keys` with `gap` milliseconds between them and returns what the last one turned out to be. */
function typed(keys: readonly string[], gap: number | ((index: number) => number), marks: Partial<ScannerMarks> = {}) {
  const recogniser = new ScanRecogniser({ prefix: "", suffix: "", ...marks });
  let at = 10_000;
  let heard: Heard = { kind: "nothing" };
  keys.forEach((key, index) => {
    at += typeof gap === "number" ? gap : gap(index);
    heard = recogniser.hear({ key, at, isRepeat: false });
  });
  return { heard, recogniser };
}

const serial = [..."JP2409-00417"];

describe("a scan", () => {
  it.each([1, 8, 30])("is known by its cadence of %i ms and its Enter", (gap) => {
    expect(typed([...serial, "Enter"], gap).heard).toEqual({ kind: "scanned", text: "JP2409-00417", typed: 12 });
  });

  it("may end with Tab", () => {
    expect(typed([...serial, "Tab"], 4).heard).toMatchObject({ kind: "scanned", text: "JP2409-00417" });
  });

  it("may end in silence", () => {
    expect(typed(serial, 4).recogniser.rest()).toMatchObject({ kind: "scanned", text: "JP2409-00417" });
  });

  it("holds what Shift makes of a key", () => {
    const keys = ["Shift", "J", "Shift", "P", ..."2409", "-", ..."00417", "Enter"];
    expect(typed(keys, 3).heard).toMatchObject({ text: "JP2409-00417" });
  });

  it("is known by its prefix however slow the scanner is", () => {
    const keys = [..."~JP24", "Enter"];
    expect(typed(keys, 60, { prefix: "~" }).heard).toMatchObject({ kind: "scanned", text: "JP24" });
  });

  it("loses prefix and suffix and says how many characters it typed", () => {
    const keys = [..."]C1JP2409-00417#", "Enter"];
    expect(typed(keys, 5, { prefix: "]C1", suffix: "#" }).heard).toEqual({
      kind: "scanned",
      text: "JP2409-00417",
      typed: 16,
    });
  });

  it("forgives one slow key among fast ones", () => {
    expect(typed([...serial, "Enter"], (index) => (index === 6 ? 70 : 5)).heard.kind).toBe("scanned");
  });
});

describe("a typist", () => {
  it("is not a scanner at 20 characters a second", () => {
    expect(typed([...serial, "Enter"], 50).heard.kind).toBe("nothing");
  });

  it("is not a scanner when the fingers roll over two or three keys at once", () => {
    const rolling = (index: number) => (index % 3 === 0 ? 95 : 12);
    expect(typed([...serial, "Enter"], rolling).heard.kind).toBe("nothing");
  });

  it("who rolls four keys and then presses Enter has not scanned", () => {
    expect(typed([..."0417", "Enter"], 9).heard.kind).toBe("nothing");
  });

  it("who pastes nothing and types a name has not scanned: a code has a digit", () => {
    expect(typed([..."LiLeiHua", "Enter"], 9).heard.kind).toBe("nothing");
  });

  it("whose input method commits Chinese at once has not scanned", () => {
    expect(typed([..."2026年3月9日开机后花屏", "Enter"], 1).heard.kind).toBe("nothing");
  });

  it("who waits before Enter has typed it by hand", () => {
    const { heard } = typed([...serial, "Enter"], (index) => (index === serial.length ? 120 : 5));
    expect(heard.kind).toBe("nothing");
  });

  it("who holds a key down has not scanned", () => {
    const recogniser = new ScanRecogniser({ prefix: "", suffix: "" });
    for (let at = 0; at < 600; at += 30) recogniser.hear({ key: "0", at, isRepeat: at > 0 });
    expect(recogniser.hear({ key: "Enter", at: 610, isRepeat: false }).kind).toBe("nothing");
  });
});
