// Why a day counts or does not, in words. Shared by the calendar page and the days of a work order.

import type { useWords } from "../i18n/i18n";
import type { Day } from "../ipc/types.generated";

type Words = Pick<ReturnType<typeof useWords>, "t" | "language">;

/** `make-up workday, Spring Festival`. */
export function dayWhy({ t, language }: Words, day: Day): string {
  const kind = t(`day_kind-${day.reason.kind}`);
  if (day.reason.kind !== "holiday" && day.reason.kind !== "makeup_workday") return kind;
  const { name_zh: zh, name_en: en } = day.reason;
  const name = language === "zh-CN" ? zh || en : en || zh;
  return name === "" ? kind : t("clock-named", { kind, name });
}
