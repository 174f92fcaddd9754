// Why, one remedy at a time, as a tree: the facts with their sources, the clause they meet, and what that does
// to the remedy. What decides it stands first, then what weighs for and against it, then what is open. Below,
// the readings the outcome turns on, what was taken for granted and what is unknown and no longer worth asking.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Derived, Effect, Explanation, Facts, Ground, Remedy, Verdict } from "../../ipc/types.generated";
import { Disclosure } from "../../kit/Disclosure";
import { Icon, type IconName } from "../../kit/Icon";
import { Section } from "../../kit/Page";
import { Segments } from "../../kit/Segments";
import { factLabel } from "../../trade/factWords";
import css from "./Basis.module.css";
import { Clause } from "./Clause";
import { GroundFacts } from "./GroundFacts";
import { remedies } from "./outcome";
import { Sensitivity } from "./Sensitivity";

const shapes: Record<Effect, IconName> = { for: "full", against: "cross", open: "half" };

interface BasisProps {
  verdict: Verdict;
  facts: Facts;
  derived: readonly Derived[];
  explanation: Explanation | null;
}

export function Basis(props: BasisProps) {
  const { verdict } = props;
  const words = useWords();
  const { t, say } = words;
  const [chosen, setChosen] = useState<Remedy | null>(null);
  const remedy = chosen ?? remedies.find((one) => verdict.remedies[one].outcome !== "denied") ?? "refund";
  return (
    <Section title={t("verdict-basis")}>
      <Segments
        label={t("basis-of")}
        value={remedy}
        options={remedies.map((value) => ({ value, label: t(`remedy_short-${value}`) }))}
        onChange={setChosen}
      />
      <Tree {...props} remedy={remedy} />
      <Sensitivity verdict={verdict} explanation={props.explanation} remedy={remedy} />
      {(verdict.assumptions.length > 0 || verdict.notes.length > 0) && (
        <ul className={css["grounds"]}>
          {verdict.assumptions.map((assumption) => (
            <li key={assumption} data-effect="open">
              <Icon name="half" className={css["effect"]} />
              <span>{say(`assumption-${assumption}`, {}, assumption)}</span>
            </li>
          ))}
          {verdict.notes.map((note) => (
            <li key={note.id} data-effect="open">
              <Icon name="info" className={css["effect"]} />
              <span>
                {say(note.id, {}, note.law)} <small>{note.law}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
      {verdict.no_longer_matters.length > 0 && (
        <Disclosure title={t("verdict-no-longer", { count: verdict.no_longer_matters.length })}>
          <p className={css["settled"]}>
            {verdict.no_longer_matters.map((fact) => factLabel(words, fact)).join(t("list-separator"))}
          </p>
        </Disclosure>
      )}
    </Section>
  );
}

/** The grounds of one remedy, what decides it first. */
function Tree(props: BasisProps & { remedy: Remedy }) {
  const { verdict, remedy } = props;
  const { t } = useWords();
  const own = verdict.grounds.filter((ground) => ground.remedies.includes(remedy) || ground.decides.includes(remedy));
  const deciding = own.filter((ground) => ground.decides.includes(remedy));
  const weighing = (effect: Effect) => own.filter((ground) => ground.effect === effect && !deciding.includes(ground));
  const groups = [
    { name: "basis-decides", grounds: deciding },
    { name: "basis-for", grounds: weighing("for") },
    { name: "basis-against", grounds: weighing("against") },
    { name: "basis-open", grounds: weighing("open") },
  ] as const;
  return (
    <div className={css["tree"]}>
      {groups.map(({ name, grounds }) =>
        grounds.length === 0 ? null : (
          <section key={name} aria-label={t(name)} className={css["group"]}>
            <h3>{t(name)}</h3>
            <ul className={css["grounds"]}>
              {grounds.map((ground) => (
                <GroundRow key={`${ground.id} ${ground.clause} ${Object.values(ground.args).join(" ")}`} {...props} ground={ground} />
              ))}
            </ul>
          </section>
        ),
      )}
    </div>
  );
}

/** Facts, then the clause they meet, then what follows. */
function GroundRow(props: BasisProps & { ground: Ground }) {
  const { ground } = props;
  const { t, say } = useWords();
  return (
    <li data-effect={ground.effect}>
      <Icon name={shapes[ground.effect]} className={css["effect"]} />
      <div>
        <GroundFacts ground={ground} facts={props.facts} derived={props.derived} />
        <p className={css["sentence"]}>
          {say(ground.id, ground.args, ground.id)}
          <span className="visually-hidden"> {t(`effect-${ground.effect}`)}</span>
        </p>
      </div>
      <Clause id={ground.clause} />
    </li>
  );
}
