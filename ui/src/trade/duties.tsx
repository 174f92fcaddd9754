// What is owed, as every screen shows it: the task, its clause, and whether its time has passed.

import { useWords } from "../i18n/i18n";
import type { DutyRow, DutyState, Way } from "../ipc/types.generated";
import { Status } from "../kit/Status";

/** The ways somebody reaches us, in the order people choose from. */
export const ways: readonly Way[] = ["call", "email", "message", "web", "letter", "visit"];

/** `▲ overdue since 2026-03-09 15:00`. */
export function DutyStatus(props: { state: DutyState }) {
  const { t, times } = useWords();
  const { duty, is_overdue, is_late } = props.state;
  if (duty.closed !== null) {
    const { at, who } = duty.closed;
    const done = t(is_late ? "duty-done-late" : "duty-done", { at: times.instant(at) });
    return (
      <Status icon={is_late ? "half" : "tick"} tone={is_late ? "due" : "ok"}>
        {[done, who].filter((words) => words !== "").join(" · ")}
      </Status>
    );
  }
  if (duty.due_at === null)
    return (
      <Status icon="empty" tone="plain">
        {t("duty-no-time")}
      </Status>
    );
  const at = times.instant(duty.due_at);
  return is_overdue ? (
    <Status icon="triangle" tone="over">
      {t("duty-overdue", { at })}
    </Status>
  ) : (
    <Status icon="half" tone="due">
      {t("duty-due", { at })}
    </Status>
  );
}

/** What tells one row of a list of tasks from another. */
export const dutyKey = (row: DutyRow): string => `${row.about.id} ${row.state.duty.kind} ${row.state.duty.follow_up ?? ""}`;

/** A task as it is read out: what is owed to whom, and whether it is overdue. */
export function useDutyLabel(): (row: DutyRow) => string {
  const { t } = useWords();
  return (row) =>
    [t(`duty-${row.state.duty.kind}`), row.rma ?? "", row.customer, row.state.is_overdue ? t("state-overdue") : ""].join(" ");
}

/** `▲ 2026-03-09 15:00`: only the time, where a column says that it is one. */
export function DutyTime(props: { state: DutyState }) {
  const { t, times } = useWords();
  const { duty, is_overdue } = props.state;
  if (duty.due_at === null)
    return (
      <Status icon="empty" tone="plain">
        {t("duty-no-time")}
      </Status>
    );
  return (
    <Status icon={is_overdue ? "triangle" : "half"} tone={is_overdue ? "over" : "due"}>
      {times.instant(duty.due_at)}
    </Status>
  );
}
