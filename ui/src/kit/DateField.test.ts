import { expect, it } from "vitest";
import { dateInText } from "./DateField";

it.each([
  ["2026-03-09", "2026-03-09"],
  ["2026/3/9", "2026-03-09"],
  ["2026年3月9日", "2026-03-09"],
  ["20260309", "2026-03-09"],
  ["开票日期:2026.03.09 金额 3,200", "2026-03-09"],
])("a pasted %s is the day %s", (text, day) => {
  expect(dateInText(text)?.toString()).toBe(day);
});

it.each(["2026-13-40", "next week", "03/09/26"])("a pasted %s is no day", (text) => {
  expect(dateInText(text)).toBeNull();
});
