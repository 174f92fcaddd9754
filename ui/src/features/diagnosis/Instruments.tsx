// What was measured with. A calibration that has run out is told, and recorded as it is.

import { useWords } from "../../i18n/i18n";
import type { Instrument } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { DateField } from "../../kit/DateField";
import { TextField } from "../../kit/Field";
import { Section } from "../../kit/Page";
import { Status } from "../../kit/Status";
import css from "./Diagnosis.module.css";

export function Instruments(props: {
  instruments: readonly Instrument[];
  expired: readonly number[];
  problem: (field: string) => string | null;
  onChange: (instruments: Instrument[]) => void;
}) {
  const { instruments, problem, onChange } = props;
  const { t } = useWords();
  const set = (at: number, edit: Partial<Instrument>) =>
    onChange(instruments.map((one, place) => (place === at ? { ...one, ...edit } : one)));
  return (
    <Section
      title={t("sheet-instruments")}
      hint={
        <Button kind="quiet" onPress={() => onChange([...instruments, { name: "", serial: "", calibration_due: null }])}>
          {t("sheet-instrument-add")}
        </Button>
      }
    >
      {instruments.map((instrument, at) => (
        // An instrument has no identity of its own; its place in the list is one while the sheet is typed.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={css["row"]}>
          <TextField
            name={`instruments.${at}.name`}
            className={css["c4"]}
            label={t("sheet-instrument-name")}
            value={instrument.name}
            onChange={(name) => set(at, { name })}
            error={problem(`instruments.${at}.name`)}
            maxLength={80}
          />
          <TextField
            name={`instruments.${at}.serial`}
            className={css["c3"]}
            label={t("sheet-instrument-serial")}
            value={instrument.serial}
            onChange={(serial) => set(at, { serial })}
            maxLength={80}
          />
          <DateField
            name={`instruments.${at}.calibration_due`}
            className={css["c3"]}
            label={t("sheet-instrument-due")}
            value={instrument.calibration_due}
            onChange={(calibration_due) => set(at, { calibration_due })}
          />
          <Button kind="quiet" label={t("sheet-instrument-remove", { number: at + 1 })} onPress={() => onChange(instruments.filter((_, place) => place !== at))}>
            {t("remove")}
          </Button>
          {props.expired.includes(at) && (
            <Status icon="warning" tone="over" className={css["c12"]}>
              {t("sheet-instrument-expired")}
            </Status>
          )}
        </div>
      ))}
    </Section>
  );
}
