// The next move of a work order and what may be taken back, in words. Shared by its page and by lists.

import type { useWords } from "../i18n/i18n";
import type { Next, TicketRow, UndoOffer } from "../ipc/types.generated";

type Words = Pick<ReturnType<typeof useWords>, "t">;

/** `Start repair (Technician)`, or what is to be settled before it. */
export function nextText({ t }: Words, next: Next): string {
  const who = t(`mover-${next.mover}`);
  if (next.gate === null) return t("work-next-act", { what: t(`event-${next.event}`), who });
  return t("work-settle", { what: t(`gate-${next.gate}`), who });
}

/** `Undo: start repair`. */
export function undoText({ t }: Words, offer: UndoOffer): string {
  if (offer.kind === "event") return t("undo-event", { event: t(`event-${offer.event}`) });
  return t(`undo-${offer.kind}`);
}

/** The unit has not left us and the work order goes on: what is given, lent, paid or put in can still change. */
export function isStillHere(row: Pick<TicketRow, "status">): boolean {
  return row.status !== "returned" && row.status !== "closed" && row.status !== "cancelled";
}
