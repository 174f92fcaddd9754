import { useWords } from "../../i18n/i18n";
import type { Derived, FactName, Facts, Ground } from "../../ipc/types.generated";
import { factLabel, factOfClaim, factText } from "../../trade/factWords";
import { sourceText } from "../../trade/sourceText";
import css from "./Basis.module.css";

/** The facts a ground rests on, each with its value and where that was taken from. */
export function GroundFacts(props: { ground: Ground; facts: Facts; derived: readonly Derived[] }) {
  const { ground, facts, derived } = props;
  const words = useWords();
  // Of an open point its sentence says already what is not known.
  const isOpen = ground.effect === "open";
  const shown = ground.facts.filter((name) => factOfClaim(facts, name) !== null || (!isOpen && !hasDefault(name)));
  if (shown.length === 0) return null;
  return (
    <ul className={css["facts"]}>
      {shown.map((name) => {
        const source = sourceOf(derived, name);
        return (
          <li key={name}>
            {factLabel(words, name)}
            <b>{factText(words, name, factOfClaim(facts, name))}</b>
            {source !== undefined && <span className={css["source"]}>{sourceText(words, source)}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** Where a fact was taken from; what was taken as a whole, as a contract is, answers for its parts. */
function sourceOf(derived: readonly Derived[], name: FactName): Derived | undefined {
  return derived.find((one) => one.fact === name) ?? derived.find((one) => name.startsWith(`${one.fact}.`));
}

/** A fact that is left out while nobody stated it, because it has a default: the assumptions say so. */
function hasDefault(name: FactName): boolean {
  return name.startsWith("contract") || name === "prior_repairs" || name === "counting" || name === "purchase.contract_date";
}
