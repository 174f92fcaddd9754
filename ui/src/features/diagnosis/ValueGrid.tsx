// What is asked of the unit, line by line, and the field for what was read off.

import { useWords } from "../../i18n/i18n";
import type { BenchReading, Measured } from "../../ipc/types.generated";
import { TextField } from "../../kit/Field";
import { Status } from "../../kit/Status";
import { named } from "../../trade/named";
import css from "./Diagnosis.module.css";
import { judgementShape, standardText } from "./words";

export function ValueGrid(props: {
  lines: readonly Measured[];
  readings: readonly BenchReading[];
  problem: (field: string) => string | null;
  onValue: (parameter: string, value: string) => void;
}) {
  const words = useWords();
  const { t } = words;
  return (
    <table className={css["values"]} aria-label={t("diagnosis-sheets")}>
      <thead>
        <tr>
          <th scope="col">{t("sheet-parameter")}</th>
          <th scope="col">{t("sheet-standard")}</th>
          <th scope="col">{t("sheet-value")}</th>
          <th scope="col">{t("sheet-judgement")}</th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map(({ asked, judgement }) => {
          const name = named(words, asked);
          const shape = judgementShape[judgement];
          return (
            <tr key={asked.code}>
              <th scope="row">
                {name} {asked.is_required && <small>{t("sheet-required")}</small>}
              </th>
              <td>
                {standardText(words, asked)} {asked.unit} {asked.source === "model" && <small>{t("standard-of-model")}</small>}
              </td>
              <td className={css["cell"]}>
                <TextField
                  name={asked.code}
                  label={t("sheet-value-of", { parameter: name })}
                  value={props.readings.find((reading) => reading.parameter === asked.code)?.value ?? ""}
                  onChange={(value) => props.onValue(asked.code, value)}
                  error={props.problem(asked.code)}
                  placeholder={asked.limit === "yes_no" ? `${t("answer-yes")} / ${t("answer-no")}` : asked.unit}
                  maxLength={80}
                />
              </td>
              <td>
                <Status icon={shape.icon} tone={shape.tone}>
                  {t(`judgement-${judgement}`)}
                </Status>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
