// The readings an outcome turns on: with the other option of one of them it would be another. Each with its
// words, how far the engine may go on it alone, and who answers for it.

import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n/i18n";
import type { Explanation, Remedy, TurningReading, Verdict } from "../../ipc/types.generated";
import { Chip } from "../../kit/Chip";
import { Icon } from "../../kit/Icon";
import { personName } from "../../trade/person";
import { BothLanguages } from "../../trade/BothLanguages";
import css from "./Basis.module.css";

interface SensitivityProps {
  verdict: Verdict;
  /** Absent where the pack a determination was made by is not here any more: then only titles are known. */
  explanation: Explanation | null;
  remedy: Remedy;
}

export function Sensitivity(props: SensitivityProps) {
  const { verdict, explanation, remedy } = props;
  const { t } = useWords();
  const numbers = verdict.remedies[remedy].readings;
  if (numbers.length === 0) return null;
  return (
    <section aria-label={t("basis-turns-on")} className={css["group"]}>
      <h3>{t("basis-turns-on")}</h3>
      <ul className={css["grounds"]}>
        {numbers.map((number) => (
          <Reading
            key={number}
            number={number}
            reading={explanation?.readings.find((one) => one.number === number)}
            pack={verdict.policy.hash}
          />
        ))}
      </ul>
    </section>
  );
}

function Reading(props: { number: number; reading: TurningReading | undefined; pack: string }) {
  const { number, reading } = props;
  const { t, say, language } = useWords();
  const label = t("reading-label", { number });
  const title = say(`reading-${number}`, {}, label);
  const says = language === "en" ? reading?.says.en : reading?.says.zh;
  return (
    <li data-effect="open">
      <Icon name={reading?.needs_a_person ? "warning" : "info"} className={reading?.needs_a_person ? css["effect"] : css["quiet"]} />
      <div>
        <p className={css["sentence"]}>{says ?? title}</p>
        {reading !== undefined && (
          <p className={css["standing"]} data-waits={reading.needs_a_person || undefined}>
            {t(`level-${reading.level}`)}
            {" · "}
            {reading.signature === null
              ? t("reading-unsigned")
              : t("reading-signed-by", { who: personName(t, reading.signature.signed_by), on: reading.signature.signed_on })}
          </p>
        )}
      </div>
      <Chip text={label} label={label}>
        <strong>{title}</strong>
        {reading !== undefined && <BothLanguages words={reading.says} />}
        <Link to="/policy" search={{ pack: props.pack, reading: String(number) }}>
          {t("clause-in-pack")}
        </Link>
      </Chip>
    </li>
  );
}
