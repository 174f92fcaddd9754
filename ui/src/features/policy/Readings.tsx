// How the doubtful places of the commitment are read: the words, what was chosen and what was not, how far the
// engine may go on it alone, and who answers for it.

import { useWords } from "../../i18n/i18n";
import type { ReadingLine, StopLevel } from "../../ipc/types.generated";
import type { Tone } from "../../kit/Figure";
import type { IconName } from "../../kit/Icon";
import { Panel } from "../../kit/Page";
import { Status } from "../../kit/Status";
import { personName } from "../../trade/person";
import { BothLanguages } from "../../trade/BothLanguages";
import css from "./Policy.module.css";

const levels: Record<StopLevel, { icon: IconName; tone: Tone }> = {
  inform: { icon: "info", tone: "plain" },
  confirm: { icon: "half", tone: "due" },
  adjudicate: { icon: "warning", tone: "due" },
};

export function Readings(props: { readings: readonly ReadingLine[]; at: string | undefined }) {
  const { t } = useWords();
  return (
    <Panel>
      <h2 id="pack-readings" tabIndex={-1} className={css["heading"]}>
        {t("pack-readings")} <small>{t("pack-readings-hint")}</small>
      </h2>
      <ol className={css["lines"]}>
        {props.readings.map((reading) => (
          <Reading key={reading.number} reading={reading} isHere={props.at === String(reading.number)} />
        ))}
      </ol>
    </Panel>
  );
}

function Reading(props: { reading: ReadingLine; isHere: boolean }) {
  const { reading } = props;
  const { t, say } = useWords();
  return (
    <li
      data-place={`reading ${reading.number}`}
      tabIndex={-1}
      aria-current={props.isHere || undefined}
      className={css["line"]}
    >
      <span className={css["number"]}>{reading.number}</span>
      <strong>{say(`reading-${reading.number}`, {}, reading.switch)}</strong>
      <div className={css["says"]}>
        <BothLanguages words={reading.says} />
        <dl className={css["options"]}>
          {reading.options.map((option) => (
            <div key={option} data-chosen={option === reading.chosen || undefined}>
              <dt>{t(option === reading.chosen ? "reading-chosen" : "reading-alternative")}</dt>
              <dd>{say(`reading_option-${option}`, {}, option)}</dd>
            </div>
          ))}
          <div>
            <dt>{t("reading-level")}</dt>
            <dd>
              <Status {...levels[reading.level]} className={css["status"]}>
                {t(`level-${reading.level}`)}
              </Status>
            </dd>
          </div>
          <div>
            <dt>{t("reading-signed")}</dt>
            <dd>
              {reading.signature === null ? (
                <Status icon="half" tone="due" className={css["status"]}>
                  {t("reading-unsigned")}
                </Status>
              ) : (
                t("reading-signed-by", { who: personName(t, reading.signature.signed_by), on: reading.signature.signed_on })
              )}
            </dd>
          </div>
        </dl>
      </div>
    </li>
  );
}
