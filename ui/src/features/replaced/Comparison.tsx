// Two models side by side, parameter by parameter. What is better is the station's to say.

import { useWords } from "../../i18n/i18n";
import type { Compared, ParameterStanding } from "../../ipc/types.generated";
import type { Tone } from "../../kit/Figure";
import type { IconName } from "../../kit/Icon";
import { Status } from "../../kit/Status";
import css from "./Replaced.module.css";

const look: Record<ParameterStanding, { icon: IconName; tone: Tone }> = {
  better: { icon: "tick", tone: "ok" },
  equal: { icon: "tick", tone: "plain" },
  worse: { icon: "triangle", tone: "over" },
  unknown: { icon: "half", tone: "due" },
};

export function Comparison(props: { old: string; given: string; compared: readonly Compared[] }) {
  const { t } = useWords();
  if (props.compared.length === 0) return <p>{t(props.old === props.given ? "exchange-same" : "exchange-nothing-said")}</p>;
  return (
    <div className={css["scroll"]}>
      <table className={css["table"]} aria-label={t("exchange-standing")}>
        <thead>
          <tr>
            <th scope="col">{t("exchange-parameter")}</th>
            <th scope="col">{t("named-value", { name: t("exchange-came"), value: props.old })}</th>
            <th scope="col">{t("named-value", { name: t("exchange-given"), value: props.given })}</th>
            <th scope="col">{t("exchange-standing")}</th>
          </tr>
        </thead>
        <tbody>
          {props.compared.map((one) => (
            <tr key={one.parameter}>
              <th scope="row">{one.parameter}</th>
              <td>{one.old}</td>
              <td>{one.new || "—"}</td>
              <td>
                <Status {...look[one.standing]}>{t(`parameter-${one.standing}`)}</Status>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
