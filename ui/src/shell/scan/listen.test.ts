import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SCAN_UNDONE_EVENT, SCANNED_EVENT } from "../../kit/scanEvents";
import { listenForScans, type ScanEar } from "./listen";

let heard: string[] = [];
let ear: ScanEar;
let now = 1_000;

beforeEach(() => {
  heard = [];
  ear = listenForScans(window, { prefix: "", suffix: "" }, (text) => heard.push(text));
});

afterEach(() => {
  ear.stop();
  document.body.replaceChildren();
  vi.useRealTimers();
});

/** Presses keys as a keyboard does: the character lands in the focused field unless somebody prevents it. */
function press(keys: readonly string[], gap = 2): KeyboardEvent[] {
  return keys.map((key) => {
    now += gap;
    const event = keyDown(key);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(event);
    if (!event.defaultPrevented && key.length === 1 && isText(target)) {
      target.value += key;
      target.dispatchEvent(new Event("input", { bubbles: true }));
    }
    return event;
  });
}

function isText(target: Element): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

function keyDown(key: string): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  Object.defineProperty(event, "timeStamp", { value: now });
  return event;
}

function field(value = ""): HTMLInputElement {
  const input = document.createElement("input");
  input.value = value;
  document.body.append(input);
  input.focus();
  now += 10_000;
  return input;
}

const scan = [..."JP2409-00417", "Enter"];

describe("a scan", () => {
  it("typed into another field is taken out of it and sent on", () => {
    const name = field("李雷");
    press(scan);
    expect(heard).toEqual(["JP2409-00417"]);
    expect(name.value).toBe("李雷");
  });

  it("is not heard in the copies of keys that a list beside the field is sent", () => {
    vi.useFakeTimers();
    const search = field();
    const option = document.body.appendChild(document.createElement("div"));
    for (const key of "371") {
      press([key]);
      option.dispatchEvent(keyDown(key));
    }
    vi.advanceTimersByTime(10_000);
    expect(heard).toEqual([]);
    expect(search.value).toBe("371");
  });

  it("typed into a field that wants one stays there and is not sent on", () => {
    const serial = field("OLD-1");
    serial.dataset["scan"] = "here";
    const received = vi.fn<(event: Event) => void>();
    serial.addEventListener(SCANNED_EVENT, received);
    press(scan);
    expect(serial.value).toBe("JP2409-00417");
    expect(received).toHaveBeenCalledTimes(1);
    expect(heard).toEqual([]);
  });

  it("into a field of several lines that wants them leaves what stood there to whoever adds it", () => {
    const list = document.createElement("textarea");
    list.dataset["scan"] = "here";
    list.value = "NV-640 x 10";
    document.body.append(list);
    list.focus();
    now += 10_000;
    const received = vi.fn<(event: Event) => void>();
    list.addEventListener(SCANNED_EVENT, received);
    press(scan);
    expect(list.value).toBe("NV-640 x 10");
    expect(received).toHaveBeenCalledTimes(1);
    expect(heard).toEqual([]);
  });

  it("never submits a form with its Enter", () => {
    const form = document.createElement("form");
    const submitted = vi.fn<(event: Event) => void>();
    form.addEventListener("keydown", submitted);
    form.append(field());
    document.body.append(form);
    form.querySelector("input")?.focus();
    const events = press(scan);
    expect(events.at(-1)?.defaultPrevented).toBe(true);
    expect(submitted.mock.calls.some(([event]) => event instanceof KeyboardEvent && event.key === "Enter")).toBe(false);
  });

  it("without Enter is heard after a silence, where no text is typed", async () => {
    vi.useFakeTimers();
    now += 10_000;
    press(scan.slice(0, -1));
    await vi.advanceTimersByTimeAsync(100);
    expect(heard).toEqual(["JP2409-00417"]);
  });
});

describe("a scan where a button has the focus", () => {
  it("presses it neither with a space in the code nor with its Enter", () => {
    const button = document.createElement("button");
    document.body.append(button);
    button.focus();
    now += 10_000;
    const pressed: string[] = [];
    button.addEventListener("keydown", (event) => pressed.push(event.key));
    press([..."NB1:6 BF%", "Enter"]);
    expect(heard).toEqual(["NB1:6 BF%"]);
    expect(pressed).not.toContain(" ");
    expect(pressed).not.toContain("Enter");
  });

  it("tells whatever waits for a letter that it was none", () => {
    const undone = vi.fn<() => void>();
    window.addEventListener(SCAN_UNDONE_EVENT, undone, { once: true });
    now += 10_000;
    press(scan);
    expect(undone).toHaveBeenCalledTimes(1);
  });
});

describe("a typist", () => {
  it("keeps the Enter and the text", () => {
    const serial = field();
    const events = press(scan, 120);
    expect(serial.value).toBe("JP2409-00417");
    expect(events.at(-1)?.defaultPrevented).toBe(false);
    expect(heard).toEqual([]);
  });

  it("who pauses in a text field has not scanned, however fast the burst was", async () => {
    vi.useFakeTimers();
    const phone = field();
    press([..."13980005966"]);
    await vi.advanceTimersByTimeAsync(500);
    expect(phone.value).toBe("13980005966");
    expect(heard).toEqual([]);
  });
});
