// What differs between two determinations: facts with both values, outcomes with both words.

import { useWords } from "../../i18n/i18n";
import type { Difference, FactChange, Verdict } from "../../ipc/types.generated";
import { Icon } from "../../kit/Icon";
import { factLabel, factText, type FactCodes } from "../../trade/factWords";
import css from "./Changes.module.css";
import { OutcomeWord, useOutcomeText } from "./outcome";

export function FactChanges(props: { changes: readonly FactChange[] }) {
  const words = useWords();
  if (props.changes.length === 0) return null;
  return (
    <dl className={css["changes"]}>
      {props.changes.map(({ fact, before, after }) => (
        <div key={fact}>
          <dt>{factLabel(words, fact)}</dt>
          <dd>
            <Value fact={fact} value={before} isOld />
            <Becomes />
            <Value fact={fact} value={after} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value(props: { fact: string; value: FactCodes; isOld?: boolean }) {
  const words = useWords();
  return <span className={props.isOld ? css["old"] : undefined}>{factText(words, props.fact, props.value)}</span>;
}

/** The outcomes that are others, and those that stand otherwise. */
export function OutcomeChanges(props: { changed: Difference; before: Verdict; after: Verdict }) {
  const { changed, before, after } = props;
  const { t, times } = useWords();
  const text = useOutcomeText();
  return (
    <dl className={css["changes"]}>
      {changed.remedies.map((remedy) => (
        <div key={remedy}>
          <dt>{t(`remedy-${remedy}`)}</dt>
          <dd>
            <span className={css["old"]}>{text(before, remedy)}</span>
            <Becomes />
            <OutcomeWord verdict={after} remedy={remedy} className={css["outcome"]} />
            <LastDays before={before.remedies[remedy].last_day} after={after.remedies[remedy].last_day} />
          </dd>
        </div>
      ))}
      {changed.cover && (
        <div>
          <dt>{t("change-cover")}</dt>
          <dd>
            <span className={css["old"]}>{dayText(before.cover.last_covered_day)}</span>
            <Becomes />
            <span>{dayText(after.cover.last_covered_day)}</span>
          </dd>
        </div>
      )}
    </dl>
  );

  function dayText(day: string | null): string {
    return day === null ? t("value-not_stated") : times.day(day);
  }
}

/** A last day that moved with its outcome. */
function LastDays(props: { before: string | null; after: string | null }) {
  const { t, times } = useWords();
  const { before, after } = props;
  if (before === after || after === null) return null;
  return (
    <span className={css["old"]}>
      {t("verdict-last-day")} {times.day(after)}
    </span>
  );
}

/** Says when the pack or the calendar is another. */
export function OtherBasis(props: { changed: Difference; before: Verdict; after: Verdict }) {
  const { changed, before, after } = props;
  const { t } = useWords();
  const pack = ({ policy }: Verdict) => t("history-pack", { id: policy.id, version: policy.version });
  return (
    <>
      {changed.pack && <p className={css["basis"]}>{t("change-pack", { before: pack(before), after: pack(after) })}</p>}
      {changed.calendar && <p className={css["basis"]}>{t("change-calendar")}</p>}
    </>
  );
}

function Becomes() {
  const { t } = useWords();
  return (
    <span className={css["becomes"]}>
      <Icon name="arrow" />
      <span className="visually-hidden">{t("change-arrow")}</span>
    </span>
  );
}
