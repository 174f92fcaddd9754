// Refund, exchange, repair in and out of warranty side by side: what the customer may have, until when, by
// which clause, and what is missing. In a narrow column they stand one under the other.

import type { ReactNode } from "react";
import { useWords } from "../../i18n/i18n";
import type { Explanation, GivenRemedy, Remedy, Verdict } from "../../ipc/types.generated";
import { Icon } from "../../kit/Icon";
import { personName } from "../../trade/person";
import { Day } from "../../trade/words";
import { Clauses } from "./Clause";
import { Counterfactuals } from "./Counterfactuals";
import { lastDayOf, OutcomeWord, remedies } from "./outcome";
import css from "./Remedies.module.css";

/** The counterfactual that only the date was missed: the last day says it. */
const EARLIER = "counterfactual-earlier";

interface RemediesProps {
  verdict: Verdict;
  explanation: Explanation | null;
  /** What people gave beside it; nothing of it is in the determination. */
  given?: readonly GivenRemedy[] | undefined;
}

export function Remedies(props: RemediesProps) {
  return (
    <div className={css["frame"]}>
      <dl className={css["remedies"]}>
        {remedies.map((remedy) => (
          <RemedyRow key={remedy} {...props} remedy={remedy} />
        ))}
      </dl>
    </div>
  );
}

function RemedyRow(props: RemediesProps & { remedy: Remedy }) {
  const { remedy, verdict, explanation } = props;
  const { t } = useWords();
  const answer = verdict.remedies[remedy];
  const would = explanation?.counterfactuals.filter((one) => one.remedy === remedy) ?? [];
  return (
    <div className={css["remedy"]} data-outcome={answer.outcome}>
      <dt>{t(`remedy-${remedy}`)}</dt>
      <dd className={css["outcome"]}>
        <OutcomeWord verdict={verdict} remedy={remedy} className={css["status"]} />
      </dd>
      <dd className={css["clauses"]}>
        <Clauses ids={answer.clauses} />
      </dd>
      <dd className={css["detail"]}>
        {answer.unsigned && (
          <span className={css["unsigned"]}>
            <Icon name="warning" className={css["mark"]} />
            {t("outcome-unsigned")}
          </span>
        )}
        {props.given?.filter((one) => one.remedy === remedy).map((one) => <GivenLine key={one.by.decision} given={one} />)}
        <LastDay remedy={remedy} verdict={verdict} isMissed={would.some(({ id }) => id === EARLIER)} />
        <Counterfactuals counterfactuals={would.filter(({ id }) => id !== EARLIER)} />
      </dd>
    </div>
  );
}

/** That a person gives it beside the determination: who, when, by which question. */
function GivenLine(props: { given: GivenRemedy }) {
  const { excuses, by } = props.given;
  const { t, times } = useWords();
  const who = personName(t, by.name);
  const at = times.instant(by.at);
  const papers = excuses.map((excuse) => t(`decision-excuse-${excuse}`)).join(t("list-separator"));
  return (
    <span className={css["given"]}>
      <Icon name="tick" className={css["mark"]} />
      {excuses.length > 0
        ? t("given-excused", { papers, who, at })
        : t("given-by", { kind: t(`decision-kind-${by.kind}`), who, at })}
      {by.clause !== "" && <Clauses ids={[by.clause]} />}
    </span>
  );
}

/**
 * Until when. That the day was missed, and nothing else, is the back end's to say. That the unit is covered says nothing of
 * a repair that is denied for another reason.
 */
function LastDay(props: { remedy: Remedy; verdict: Verdict; isMissed: boolean }): ReactNode {
  const { remedy, verdict } = props;
  const { t, times } = useWords();
  const { last_day, nominal_last_day, calendar_status } = lastDayOf(verdict, remedy);
  if (last_day === null) return null;
  if (remedy === "free_repair" && verdict.remedies[remedy].outcome === "denied" && !props.isMissed) return null;
  const words = props.isMissed
    ? "verdict-was-possible-to"
    : remedy === "free_repair"
      ? "verdict-covered-to"
      : "verdict-last-day";
  return (
    <span>
      {t(words)}{" "}
      <b>
        <Day date={last_day} isProvisional={calendar_status === "provisional"} />
      </b>
      {nominal_last_day !== null && nominal_last_day !== last_day && (
        <span className={css["roll"]}> {t("verdict-rolled-from", { day: times.day(nominal_last_day) })}</span>
      )}
    </span>
  );
}
