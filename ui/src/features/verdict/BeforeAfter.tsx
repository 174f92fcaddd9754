// What is beside what would be: remedy by remedy, the warranty's end, and the facts that were moved.

import { Fragment } from "react";
import { useWords } from "../../i18n/i18n";
import type { Facts, Remedy, Verdict, WhatIf } from "../../ipc/types.generated";
import { Disclosure } from "../../kit/Disclosure";
import { Section } from "../../kit/Page";
import { Day } from "../../trade/words";
import { Basis } from "./Basis";
import { FactChanges, OtherBasis } from "./Changes";
import { lastDayOf, OutcomeWord, remedies } from "./outcome";
import { Questions } from "./Questions";
import css from "./WhatIf.module.css";

export function BeforeAfter(props: { answer: WhatIf; after: Facts; recorded: Verdict }) {
  const { before, after, changed } = props.answer;
  const { t } = useWords();
  const { recorded } = props;
  const pack = (verdict: Verdict) => t("history-pack", { id: verdict.policy.id, version: verdict.policy.version });
  return (
    <section className={css["board"]} aria-label={t("what_if-board")}>
      <p className={css["count"]} role="status">
        {t("what_if-changed", { count: changed.remedies.length })}
      </p>
      <table className={css["table"]}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t("what_if-board")}</span>
            </th>
            <th scope="col">{t("what_if-before")}</th>
            <th scope="col">{t("what_if-after")}</th>
          </tr>
        </thead>
        <tbody>
          {remedies.map((remedy) => (
            <tr key={remedy} data-changed={changed.remedies.includes(remedy) || undefined}>
              <th scope="row">{t(`remedy-${remedy}`)}</th>
              <td>
                <Cell verdict={before} remedy={remedy} />
              </td>
              <td>
                {changed.remedies.includes(remedy) || (remedy === "free_repair" && changed.cover) ? (
                  <Cell verdict={after} remedy={remedy} />
                ) : (
                  <span className={css["same"]}>{t("what_if-unchanged")}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <OtherBasis changed={changed} before={before} after={after} />
      {recorded.policy.hash !== before.policy.hash && (
        <p className={css["note"]}>{t("what_if-other-pack", { recorded: pack(recorded), now: pack(before) })}</p>
      )}
      <Section title={t("what_if-moved", { count: changed.facts.length })}>
        <FactChanges changes={changed.facts} />
      </Section>
      <Questions assessment={{ verdict: after, earlier_report: [] }} />
      <Disclosure title={t("what_if-basis")}>
        <Basis verdict={after} facts={props.after} derived={[]} explanation={null} />
      </Disclosure>
    </section>
  );
}

function Cell(props: { verdict: Verdict; remedy: Remedy }) {
  const { verdict, remedy } = props;
  const { t } = useWords();
  const { last_day, calendar_status } = lastDayOf(verdict, remedy);
  return (
    <Fragment>
      <OutcomeWord verdict={verdict} remedy={remedy} className={css["outcome"]} />
      {last_day !== null && (
        <span className={css["day"]}>
          {t(remedy === "free_repair" ? "verdict-covered-to" : "verdict-last-day")} <Day date={last_day} isProvisional={calendar_status === "provisional"} />
        </span>
      )}
      {verdict.remedies[remedy].unsigned && <span className={css["unsigned"]}>{t("outcome-unsigned")}</span>}
    </Fragment>
  );
}
