import { useWords } from "../../i18n/i18n";
import type { Derived, FactName, Facts } from "../../ipc/types.generated";
import { factLabel, factOfClaim, factText } from "../../trade/factWords";
import css from "./Basis.module.css";

/** The facts a ground rests on, each with its value and where that was taken from. */
export function GroundFacts(props: { names: readonly FactName[]; facts: Facts; derived: readonly Derived[] }) {
  const { names, facts, derived } = props;
  const words = useWords();
  const { t } = words;
  const shown = names.filter((name) => isWorthSaying(name, facts));
  if (shown.length === 0) return null;
  return (
    <ul className={css["facts"]}>
      {shown.map((name) => {
        const source = derived.find((one) => one.fact === name)?.source;
        return (
          <li key={name}>
            {factLabel(words, name)}
            <b>{factText(words, name, factOfClaim(facts, name))}</b>
            {source !== undefined && <span className={css["source"]}>{t(`fact_source-${source}`)}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** A fact that stands on its default because nobody stated it is left out where it has one: the assumptions say so. */
function isWorthSaying(name: FactName, facts: Facts): boolean {
  const hasDefault = name.startsWith("contract") || name === "prior_repairs" || name === "counting" || name === "purchase.contract_date";
  return !hasDefault || factOfClaim(facts, name) !== null;
}
