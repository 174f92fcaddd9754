// The trade's words and states as the screens show them: where a work order stands, what class a unit is.
// Shared by features, which do not know each other.

import { useWords } from "../i18n/i18n";
import type { SyncState, TicketRow, TicketState } from "../ipc/types.generated";
import type { Tone } from "../kit/Figure";
import type { IconName } from "../kit/Icon";
import { Status } from "../kit/Status";
import css from "./words.module.css";

export const stateShapes: Record<TicketState, { icon: IconName; tone: Tone }> = {
  on_time: { icon: "full", tone: "ok" },
  due: { icon: "half", tone: "due" },
  overdue: { icon: "triangle", tone: "over" },
  done: { icon: "dash", tone: "plain" },
};

const syncShapes: Record<SyncState, { icon: IconName; tone: Tone }> = {
  local: { icon: "empty", tone: "plain" },
  waiting: { icon: "half", tone: "plain" },
  synced: { icon: "full", tone: "ok" },
  review: { icon: "warning", tone: "due" },
};

/** `▲ Overdue`. */
export function CycleStatus(props: { state: TicketState }) {
  const { t } = useWords();
  return <Status {...stateShapes[props.state]}>{t(`state-${props.state}`)}</Status>;
}

/** Where the record is: `○ Saved here`. */
export function SyncStatus(props: { sync: SyncState }) {
  const { t } = useWords();
  return <Status {...syncShapes[props.sync]}>{t(`sync-${props.sync}`)}</Status>;
}

/** The same in a list, where there is room for the shape; the word is read aloud and stands where one points. */
export function SyncMark(props: { sync: SyncState }) {
  const { t } = useWords();
  const { icon, tone } = syncShapes[props.sync];
  const word = t(`sync-${props.sync}`);
  return (
    <span title={word}>
      <Status icon={icon} tone={tone}>
        <span className="visually-hidden">{word}</span>
      </Status>
    </span>
  );
}

/** A civil date with its weekday. */
export function Day(props: { date: string; isProvisional?: boolean }) {
  const { times, t } = useWords();
  return (
    <time dateTime={props.date}>
      {times.day(props.date)}
      {props.isProvisional && <small> {t("calendar-provisional")}</small>}
    </time>
  );
}

/** An RMA number or a serial, in a face in which 0 and O differ. */
export function Code(props: { children: string }) {
  return <span className="mono">{props.children}</span>;
}

/** What must be seen of a work order beside its state, in words. */
function marksOf(t: ReturnType<typeof useWords>["t"], row: TicketRow): Array<{ icon: IconName; tone: Tone; text: string }> {
  const { damage } = row;
  return [
    ...(damage === null ? [] : [{ icon: "warning", tone: "due", text: t("damage-chip", { where: t(`damage-${damage}`) }) } as const]),
    ...(row.late_entry ? [{ icon: "half", tone: "plain", text: t("late-entry") } as const] : []),
    ...(row.owned_by_us ? [{ icon: "info", tone: "plain", text: t("internal-order") } as const] : []),
  ];
}

/** Whether anything must be seen of it beside its state. */
export function isMarked(row: TicketRow): boolean {
  return row.damage !== null || row.late_entry || row.owned_by_us;
}

/** `⚠ Damaged: In transit`, `◐ Late entry`, `ⓘ Internal order`. */
export function TicketMarks(props: { row: TicketRow }) {
  const { t } = useWords();
  const marks = marksOf(t, props.row);
  return (
    <span className={css["marks"]} title={marks.map((mark) => mark.text).join(" · ")}>
      {marks.map((mark) => (
        <Status key={mark.text} icon={mark.icon} tone={mark.tone}>
          {mark.text}
        </Status>
      ))}
    </span>
  );
}

/** Short words for a row, for those who hear the list. */
export function useTicketLabel(): (row: TicketRow) => string {
  const { t } = useWords();
  return (row) =>
    [row.rma, row.model, row.serial, t(`state-${row.state}`), ...marksOf(t, row).map((mark) => mark.text)].join(" ");
}
