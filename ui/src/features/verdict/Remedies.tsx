// Refund, exchange, repair in and out of warranty, one under the other: what the customer may have, until
// when, by which clause, and what is missing.

import type { ReactNode } from "react";
import { useWords } from "../../i18n/i18n";
import type { Outcome, Remedy, RemedyVerdict, Verdict } from "../../ipc/types.generated";
import type { Tone } from "../../kit/Figure";
import type { IconName } from "../../kit/Icon";
import { Status } from "../../kit/Status";
import { Day } from "../../trade/words";
import { Clauses } from "./Clause";
import css from "./VerdictBoard.module.css";

const remedies: readonly Remedy[] = ["refund", "exchange", "free_repair", "paid_repair"];

/** More than these are named once, above the remedies. */
const NAMED_NEEDS_MAX = 3;

const shapes: Record<Outcome | "not_needed", { icon: IconName; tone: Tone }> = {
  granted: { icon: "full", tone: "ok" },
  needs: { icon: "half", tone: "due" },
  denied: { icon: "empty", tone: "plain" },
  not_needed: { icon: "dash", tone: "plain" },
};

export function Remedies(props: { verdict: Verdict }) {
  const { verdict } = props;
  return (
    <dl className={css["remedies"]}>
      {remedies.map((remedy) => (
        <RemedyRow key={remedy} remedy={remedy} verdict={verdict} />
      ))}
    </dl>
  );
}

function RemedyRow(props: { remedy: Remedy; verdict: Verdict }) {
  const { remedy, verdict } = props;
  const { t } = useWords();
  const answer = verdict.remedies[remedy];
  const shown = outcomeShown(remedy, answer, verdict);
  const missing =
    answer.needs.length <= NAMED_NEEDS_MAX
      ? answer.needs.map((need) => t(`need-${need}`)).join(t("list-separator"))
      : t("outcome-needs-count", { count: answer.needs.length });
  return (
    <div className={css["remedy"]} data-outcome={answer.outcome}>
      <dt>{t(`remedy-${remedy}`)}</dt>
      <dd className={css["outcome"]}>
        <Status {...shapes[shown]} className={css["status"]}>
          {shown === "needs" ? t("outcome-needs-what", { what: missing }) : t(`outcome-${shown}`)}
        </Status>
      </dd>
      <dd className={css["clauses"]}>
        <Clauses ids={answer.clauses} />
      </dd>
      <dd className={css["detail"]}>
        <LastDay remedy={remedy} answer={answer} verdict={verdict} />
        {answer.unsigned && <span className={css["unsigned"]}>{t("outcome-unsigned")}</span>}
      </dd>
    </div>
  );
}

/** A paid repair that is denied inside the warranty is not refused: nobody needs it. */
function outcomeShown(remedy: Remedy, answer: RemedyVerdict, verdict: Verdict): Outcome | "not_needed" {
  const isNotNeeded = remedy === "paid_repair" && answer.outcome === "denied" && !verdict.outside_policy;
  return isNotNeeded ? "not_needed" : answer.outcome;
}

function LastDay(props: { remedy: Remedy; answer: RemedyVerdict; verdict: Verdict }): ReactNode {
  const { remedy, answer, verdict } = props;
  const { t, times } = useWords();
  const { cover } = verdict;
  const isRepair = remedy === "free_repair";
  const last = isRepair ? cover.last_covered_day : answer.last_day;
  const nominal = isRepair ? cover.nominal_end : answer.nominal_last_day;
  const calendar = isRepair ? cover.calendar_status : answer.calendar_status;
  if (last === null) return null;
  return (
    <>
      {t(isRepair ? "verdict-covered-to" : answer.outcome === "denied" ? "verdict-was-possible-to" : "verdict-last-day")}{" "}
      <b>
        <Day date={last} isProvisional={calendar === "provisional"} />
      </b>
      {nominal !== null && nominal !== last && (
        <span className={css["roll"]}> {t("verdict-rolled-from", { day: times.day(nominal) })}</span>
      )}
    </>
  );
}
