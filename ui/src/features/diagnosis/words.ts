// How what was measured and found out is said in the language of the screen.

import type { Catalogue } from "../../i18n/catalogue";
import type { Asked, FaultListShelf, Judgement, ListRow, SheetResult } from "../../ipc/types.generated";
import type { IconName } from "../../kit/Icon";
import type { Spelt } from "../../kit/TypeAhead";
import { named } from "../../trade/named";

export type ListName = keyof FaultListShelf;

export const listNames: readonly ListName[] = ["symptom", "fault", "cause", "action", "position"];

/** The name of an entry of a short list; its code where the list does not have it any more. */
export function entryName(words: Catalogue, rows: readonly ListRow[] | undefined, code: string): string {
  const row = rows?.find(({ entry }) => entry.code === code);
  return row === undefined ? code : named(words, row.entry);
}

/** What can be chosen: entries that were retired are not offered any more. */
export function spelt(words: Catalogue, rows: readonly ListRow[]): Spelt[] {
  const chosen = rows.filter(({ entry }) => !entry.is_retired);
  return chosen.map(({ entry, spellings }) => ({ value: entry.code, label: named(words, entry), spellings }));
}

/** What a value is held against. */
export function standardText(words: Catalogue, asked: Asked): string {
  if (asked.limit === "yes_no") return words.t("limit-yes_no");
  if (asked.standard === "") return words.t("limit-unknown");
  return words.t(`limit-${asked.limit}`, { standard: asked.standard });
}

export const judgementShape: Record<Judgement, { icon: IconName; tone: "ok" | "over" | "plain" }> = {
  pass: { icon: "tick", tone: "ok" },
  fail: { icon: "cross", tone: "over" },
  no_standard: { icon: "info", tone: "plain" },
  not_measured: { icon: "empty", tone: "plain" },
};

export const resultShape: Record<SheetResult, { icon: IconName; tone: "ok" | "over" | "due" }> = {
  passed: { icon: "tick", tone: "ok" },
  failed: { icon: "cross", tone: "over" },
  incomplete: { icon: "half", tone: "due" },
};
