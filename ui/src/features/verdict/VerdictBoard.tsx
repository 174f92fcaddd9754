// The warranty determination beside the facts: what to find out next, the four remedies, the days that
// matter, and why. It shows what the engine answered and decides nothing.

import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { DateStrip } from "../../charts/DateStrip";
import { useWords } from "../../i18n/i18n";
import type { Assessment, GivenRemedy, Need, Verdict } from "../../ipc/types.generated";
import { Notice } from "../../kit/Notice";
import { Section } from "../../kit/Page";
import { PackInUseProvider } from "../../trade/packs";
import { Day } from "../../trade/words";
import { Basis } from "./Basis";
import { Clauses } from "./Clause";
import { daysThatMatter } from "./days";
import { Questions } from "./Questions";
import { Remedies } from "./Remedies";
import css from "./VerdictBoard.module.css";

/** An assessment, or a record of one whose pack may be gone: then nothing but the record explains it. */
export type Recorded = Omit<Assessment, "explanation"> & { readonly explanation: Assessment["explanation"] | null };

export function VerdictBoard(props: {
  assessment: Recorded;
  /** Goes to where the missing fact is entered. */
  onAsk?: ((need: Need) => void) | undefined;
  /** What people gave beside it. */
  given?: readonly GivenRemedy[] | undefined;
  title: string;
  note: string;
  /** What can be done with it, beside its title. */
  actions?: ReactNode;
}) {
  const { facts, verdict, cycle, explanation } = props.assessment;
  const { t } = useWords();
  const days = daysThatMatter(facts, verdict);
  return (
    <PackInUseProvider value={verdict.policy.hash}>
      <section className={css["board"]} aria-label={props.title}>
        <header className={css["head"]}>
          <h2 className={css["title"]}>
            {props.title} <span className={css["live"]}>{props.note}</span>
          </h2>
          {props.actions}
        </header>
        {verdict.outside_policy && <Notice tone="over" title={t("verdict-outside")} />}
        <Questions assessment={props.assessment} onAsk={props.onAsk} />
        <Remedies verdict={verdict} explanation={explanation} given={props.given} />
        <BetterUnder verdict={verdict} />
        {verdict.excluded_by.length > 0 && (
          <p className={css["excluded"]}>
            {t("verdict-excluded")} <Clauses ids={verdict.excluded_by} />
          </p>
        )}
        {days.length > 1 && (
          <Section title={t("verdict-days")}>
            <DateStrip
              label={t("verdict-days")}
              days={days.map((day) => ({
                date: day.date,
                label: t(`day-${day.name}`),
                emphasis: day.name === "claim",
              }))}
              gap={(count) => t("days-between", { count })}
            />
          </Section>
        )}
        {cycle !== null && (
          <p className={css["cycle"]}>
            {t("cycle-target")} <Day date={cycle.target_on} /> · {t("cycle-limit")}{" "}
            <Day date={cycle.limit_on} isProvisional={cycle.calendar_status === "provisional"} />
          </p>
        )}
        <Basis verdict={verdict} facts={facts} derived={props.assessment.derived} explanation={explanation} />
        <PackLine verdict={verdict} />
      </section>
    </PackInUseProvider>
  );
}

/** A later pack would be better for the customer: a person may want to know. */
function BetterUnder(props: { verdict: Verdict }) {
  const better = props.verdict.better_under;
  const { t } = useWords();
  if (better === undefined) return null;
  const what = better.remedies.map((remedy) => t(`remedy-${remedy}`)).join(t("list-separator"));
  return (
    <Notice tone="info" title={t("verdict-better", { id: better.id, version: better.version })}>
      {what}{" "}
      <Link to="/policy" search={{ pack: better.hash }}>
        {t("pack-open")}
      </Link>
    </Notice>
  );
}

function PackLine(props: { verdict: Verdict }) {
  const { policy, calendar_hash } = props.verdict;
  const { t } = useWords();
  return (
    <p className={css["pack"]}>
      <Link to="/policy" search={{ pack: policy.hash }} title={policy.hash} className={css["packLink"]}>
        {t("verdict-pack", { id: policy.id, version: policy.version, hash: policy.hash.slice(0, 8) })}
      </Link>
      <span title={calendar_hash}>{t("verdict-calendar", { hash: calendar_hash.slice(0, 8) })}</span>
    </p>
  );
}
