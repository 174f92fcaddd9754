// Moving units by scanning: each scan moves at once and says so; the last move can be taken back.

import { useRef, useState } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure } from "../../ipc/failure";
import { useTransport } from "../../ipc/ipc";
import type { Place, Scan, TicketRow } from "../../ipc/types.generated";
import { failureText } from "../../trade/failure";
import { createQueue, useScanLines } from "./lines";

/** The open work order a scan means; null where there is none. */
function ticketOf(scan: Scan): Pick<TicketRow, "id" | "serial"> | null {
  if (scan.kind === "ticket") return scan.row;
  return scan.kind === "unit" ? scan.open : null;
}

export function useMover(place: Place | null) {
  const words = useWords();
  const { t } = words;
  const transport = useTransport();
  const { lines, say } = useScanLines();
  const [moved, setMoved] = useState<readonly string[]>([]);
  const queue = useRef(createQueue());

  const move = (scan: Scan, text: string) => {
    if (place === null) return say("trouble", t("places-line-first", { text }));
    const ticket = ticketOf(scan);
    if (ticket === null) return say("trouble", t("places-line-unknown", { text }));
    void queue.current(async () => {
      try {
        const [unit] = await transport.call("custody_move", { tickets: [ticket.id], place: place.id, holder: null });
        if (unit === undefined) return;
        const values = { unit: unit.row.serial, to: place.code, from: unit.from?.place.code ?? "" };
        if (!unit.moved) return say("plain", t("places-line-there", values));
        setMoved((now) => [...now, ticket.id]);
        say("done", unit.from === null ? t("places-line-came", values) : t("places-line-moved", values));
      } catch (thrown) {
        say("trouble", t("places-line-refused", { text, why: failureText(words, toFailure(thrown)) }));
      }
    });
  };

  const undo = () => {
    const last = moved.at(-1);
    if (last === undefined) return;
    setMoved(moved.slice(0, -1));
    void queue.current(async () => {
      try {
        const [unit] = await transport.call("custody_undo", { tickets: [last] });
        if (unit === undefined) return;
        say("plain", t("places-line-undone", { unit: unit.row.serial, to: unit.row.custody?.place.code ?? "" }));
      } catch (thrown) {
        say("trouble", failureText(words, toFailure(thrown)));
      }
    });
  };
  return { lines, move, undo: moved.length === 0 ? null : undo };
}
