// What a spare part is called on the screen, and how its state looks.

import type { Catalogue } from "../../i18n/catalogue";
import type { PartCard, PartLineState, PartMoved } from "../../ipc/types.generated";
import type { Tone } from "../../kit/Figure";
import type { IconName } from "../../kit/Icon";

/** Its name in the language of the screen, or in the one it has. */
export function partName({ language }: Pick<Catalogue, "language">, card: Pick<PartCard, "name_zh" | "name_en">): string {
  const [first, second] = language === "zh-CN" ? [card.name_zh, card.name_en] : [card.name_en, card.name_zh];
  return first === "" ? second : first;
}

export const stateLook: Record<PartLineState, { icon: IconName; tone: Tone }> = {
  wanted: { icon: "half", tone: "due" },
  reserved: { icon: "empty", tone: "plain" },
  issued: { icon: "tick", tone: "ok" },
  released: { icon: "dash", tone: "plain" },
};

/** Who has what became free or came in; empty when nobody waited. */
export function servedText({ t }: Pick<Catalogue, "t">, moved: PartMoved): string {
  const numbers = moved.served.map((one) => one.rma).join(t("list-separator"));
  return numbers === "" ? "" : ` · ${t("part-served", { numbers })}`;
}

/** A typed number of pieces; null when it is none. */
export function piecesOf(text: string): number | null {
  const typed = text.trim();
  return /^\d{1,7}$/.test(typed) ? Number(typed) : null;
}
