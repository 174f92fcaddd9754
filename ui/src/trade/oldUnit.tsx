// Where the unit that stays with us goes, where the customer gets another or the money back: asked beside the worksheet and
// at the hand-over, and decided by the same record.

import { useWords } from "../i18n/i18n";
import type { Disposition, TicketLife } from "../ipc/types.generated";
import { TextField } from "../kit/Field";
import { Select } from "../kit/Select";

type Goal = Exclude<Disposition, "return">;
const later = "later";
const goals: readonly Goal[] = ["refurbish", "scrap", "to_factory"];

/** What is said of it. */
export interface OldUnit {
  readonly goesTo: Goal | typeof later;
  readonly note: string;
}

/** As it was decided last. */
export function decidedFor(life: TicketLife): OldUnit {
  const decided = life.work.dispositions[0]?.disposition ?? null;
  return { goesTo: goals.find((one) => one === decided) ?? later, note: "" };
}

/** What changes by it: absent where nothing new is said. */
export function dispositionOf(before: OldUnit, now: OldUnit): { disposition: Goal | null; disposition_note: string } {
  const isNew = now.goesTo !== later && now.goesTo !== before.goesTo;
  return { disposition: isNew ? now.goesTo : null, disposition_note: isNew ? now.note : "" };
}

/** A unit is not destroyed without a word why. */
export function lacksReason(before: OldUnit, now: OldUnit): boolean {
  const { disposition, disposition_note } = dispositionOf(before, now);
  return disposition === "scrap" && disposition_note.trim() === "";
}

export function OldUnitFields(props: {
  before: OldUnit;
  unit: OldUnit;
  onChange: (unit: OldUnit) => void;
  className?: string | undefined;
}) {
  const { before, unit, onChange } = props;
  const { t } = useWords();
  return (
    <>
      <Select
        name="disposition"
        label={t("old-unit-goes")}
        value={unit.goesTo}
        options={[{ value: later, label: t("old-unit-later") }, ...goals.map((value) => ({ value, label: t(`disposition-${value}`) }))]}
        onChange={(goesTo) => onChange({ ...unit, goesTo })}
        placeholder={t("choose")}
      />
      {dispositionOf(before, unit).disposition !== null && (
        <TextField
          name="disposition_note"
          className={props.className}
          label={t("old-unit-note")}
          value={unit.note}
          onChange={(note) => onChange({ ...unit, note })}
          isRequired={unit.goesTo === "scrap"}
          maxLength={2000}
        />
      )}
    </>
  );
}
