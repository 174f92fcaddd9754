// Why: the grounds, each with its clause and its direction, what was taken for granted, and the readings
// the answer turns on.

import { useWords } from "../../i18n/i18n";
import type { Derived, Effect, Facts, Ground, Verdict } from "../../ipc/types.generated";
import { Disclosure } from "../../kit/Disclosure";
import { Icon, type IconName } from "../../kit/Icon";
import { Section } from "../../kit/Page";
import { Clause } from "./Clause";
import css from "./VerdictBoard.module.css";

const shapes: Record<Effect, IconName> = { for: "full", against: "cross", open: "half" };

export function Basis(props: { verdict: Verdict; facts: Facts; derived: readonly Derived[] }) {
  const { grounds, assumptions, readings, notes } = props.verdict;
  const { t, say } = useWords();
  const settled = grounds.filter((ground) => !isOpenQuestion(ground));
  const open = grounds.filter(isOpenQuestion);
  return (
    <Section title={t("verdict-basis")}>
      <ul className={css["grounds"]}>
        <GroundRows grounds={settled} />
        {assumptions.map((assumption) => (
          <li key={assumption} data-effect="open">
            <Icon name="half" className={css["effect"]} />
            <span>{say(`assumption-${assumption}`, {}, assumption)}</span>
          </li>
        ))}
        {readings.map((reading) => (
          <li key={reading} data-effect="open">
            <Icon name="info" className={css["effect"]} />
            <span>{say(`reading-${reading}`, {}, "")}</span>
            <span className={css["reading"]}>{t("reading-label", { number: reading })}</span>
          </li>
        ))}
        {notes.map((note) => (
          <li key={note.id} data-effect="open">
            <Icon name="info" className={css["effect"]} />
            <span>{say(note.id, {}, note.law)}</span>
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <Disclosure title={t("verdict-open", { count: open.length })}>
          <ul className={css["grounds"]}>
            <GroundRows grounds={open} />
          </ul>
        </Disclosure>
      )}
    </Section>
  );
}

function GroundRows(props: { grounds: readonly Ground[] }) {
  const { t, say } = useWords();
  return props.grounds.map((ground) => {
    const text = say(ground.id, ground.args, ground.id);
    return (
      <li key={`${ground.id} ${ground.clause} ${text}`} data-effect={ground.effect}>
        <Icon name={shapes[ground.effect]} className={css["effect"]} />
        <span>
          {text}
          <span className="visually-hidden"> {t(`effect-${ground.effect}`)}</span>
        </span>
        <Clause id={ground.clause} />
      </li>
    );
  });
}

/** A ground that only says what the list of needs says already. */
function isOpenQuestion(ground: Ground): boolean {
  return ground.id.startsWith("ground-open_");
}
