// The values of a saved sheet against what was asked on that day, with its instruments and surroundings.

import { useWords } from "../../i18n/i18n";
import type { BenchSheetRow } from "../../ipc/types.generated";
import { Status } from "../../kit/Status";
import { Day } from "../../trade/words";
import { named } from "../../trade/named";
import css from "./Diagnosis.module.css";
import { judgementShape, standardText } from "./words";

export function SheetValues(props: { row: BenchSheetRow; label: string }) {
  const { sheet, expired } = props.row;
  const words = useWords();
  const { t } = words;
  const { instruments, ambient, note } = sheet.around;
  const lines = sheet.lines.filter((line) => line.judgement !== "not_measured" || line.asked.is_required);
  return (
    <>
      <table className={css["values"]} aria-label={props.label}>
        <thead>
          <tr>
            <th scope="col">{t("sheet-parameter")}</th>
            <th scope="col">{t("sheet-standard")}</th>
            <th scope="col">{t("sheet-value")}</th>
            <th scope="col">{t("sheet-judgement")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ asked, value, judgement }) => (
            <tr key={asked.code}>
              <th scope="row">{named(words, asked)}</th>
              <td>
                {standardText(words, asked)} {asked.unit}
              </td>
              <td>
                {asked.limit === "yes_no" && value !== "" ? t(value === "yes" ? "answer-yes" : "answer-no") : `${value} ${value === "" ? "" : asked.unit}`}
              </td>
              <td>
                <Status icon={judgementShape[judgement].icon} tone={judgementShape[judgement].tone}>
                  {t(`judgement-${judgement}`)}
                </Status>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {instruments.length > 0 && (
        <ul>
          {instruments.map((instrument, at) => (
            <li key={`${instrument.name} ${instrument.serial}`}>
              {instrument.name} {instrument.serial}{" "}
              {instrument.calibration_due !== null && (
                <>
                  {t("sheet-instrument-due")} <Day date={instrument.calibration_due} />
                </>
              )}{" "}
              {expired.includes(at) && (
                <Status icon="warning" tone="over">
                  {t("sheet-instrument-expired")}
                </Status>
              )}
            </li>
          ))}
        </ul>
      )}
      {(ambient.celsius !== "" || ambient.humidity !== "") && (
        <p>
          {t("named-value", { name: t("sheet-ambient-celsius"), value: ambient.celsius || "—" })} ·{" "}
          {t("named-value", { name: t("sheet-ambient-humidity"), value: ambient.humidity || "—" })}
        </p>
      )}
      {note !== "" && <p>{note}</p>}
    </>
  );
}
