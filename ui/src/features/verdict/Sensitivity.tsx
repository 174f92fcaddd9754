// The readings an outcome turns on: with the other option of one of them it would be another. Each with its
// words, how far the engine may go on it alone, and who answers for it.

import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n/i18n";
import type { PackPage, Remedy, Verdict } from "../../ipc/types.generated";
import { Chip } from "../../kit/Chip";
import { Icon } from "../../kit/Icon";
import { BothLanguages } from "../../trade/BothLanguages";
import { usePack } from "../../trade/packs";
import css from "./Basis.module.css";

export function Sensitivity(props: { verdict: Verdict; remedy: Remedy }) {
  const { verdict, remedy } = props;
  const { t } = useWords();
  const pack = usePack();
  const numbers = verdict.remedies[remedy].readings;
  if (numbers.length === 0) return null;
  return (
    <section aria-label={t("basis-turns-on")} className={css["group"]}>
      <h3>{t("basis-turns-on")}</h3>
      <ul className={css["grounds"]}>
        {numbers.map((number) => (
          <Reading key={number} number={number} pack={pack} />
        ))}
      </ul>
    </section>
  );
}

function Reading(props: { number: number; pack: PackPage | null }) {
  const { number, pack } = props;
  const { t, say, language } = useWords();
  const reading = pack?.readings.find((one) => one.number === number);
  const label = t("reading-label", { number });
  return (
    <li data-effect="open">
      <Icon name={reading?.needs_a_person ? "warning" : "info"} className={reading?.needs_a_person ? css["effect"] : css["quiet"]} />
      <div>
        <p className={css["sentence"]}>{reading === undefined ? say(`reading-${number}`, {}, label) : language === "en" ? reading.says.en : reading.says.zh}</p>
        {reading !== undefined && (
          <p className={css["standing"]} data-waits={reading.needs_a_person || undefined}>
            {t(`level-${reading.level}`)}
            {" · "}
            {reading.signature === null
              ? t("reading-unsigned")
              : t("reading-signed-by", { who: reading.signature.signed_by, on: reading.signature.signed_on })}
          </p>
        )}
      </div>
      <Chip text={label} label={label}>
        <strong>{say(`reading-${number}`, {}, label)}</strong>
        {reading !== undefined && pack !== null && (
          <>
            <BothLanguages words={reading.says} />
            <Link to="/policy" search={{ pack: pack.reference.hash, reading: String(number) }}>
              {t("clause-in-pack")}
            </Link>
          </>
        )}
      </Chip>
    </li>
  );
}
