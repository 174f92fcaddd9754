// How day 10 and day 20 of a work order came about: both clocks, and every day with the reason for which it counts.

import { useWords } from "../../i18n/i18n";
import { useRead } from "../../ipc/ipc";
import type { ClockDay, TicketClock } from "../../ipc/types.generated";
import { Disclosure } from "../../kit/Disclosure";
import { Facts, Panel } from "../../kit/Page";
import { dayWhy } from "../../trade/day";
import { DaySources, daySources, SourceMark } from "../../trade/daySources";
import { Day } from "../../trade/words";
import css from "./Clock.module.css";

export function ClockPanel(props: { id: string }) {
  const { t } = useWords();
  const { data: clock } = useRead("ticket_clock", { id: props.id });
  if (clock === undefined) return null;
  const { gross, net, for_customer: forCustomer, for_parts: forParts } = clock.clock;
  return (
    <Panel>
      <Disclosure
        title={t("clock-title")}
        summary={gross === net ? t("clock-summary-plain", { gross }) : t("clock-summary", { gross, net })}
      >
        <Facts
          items={[
            [t("clock-gross"), t("clock-days", { count: gross })],
            ...(gross === net
              ? []
              : [
                  [t("clock-for_customer"), t("clock-days", { count: forCustomer })] as const,
                  [t("clock-for_parts"), t("clock-days", { count: forParts })] as const,
                  [t("clock-net"), t("clock-days", { count: net })] as const,
                ]),
          ]}
        />
        <Days clock={clock} />
      </Disclosure>
    </Panel>
  );
}

function Days(props: { clock: TicketClock }) {
  const { clock } = props;
  const words = useWords();
  const { t } = words;
  const sources = daySources(clock.days.map((day) => day.day));
  const marks = (day: ClockDay) => [
    ...(day.day.date === clock.cycle.target_on ? [t("clock-mark-10")] : []),
    ...(day.day.date === clock.cycle.limit_on ? [t("clock-mark-20")] : []),
    ...(day.day.date === clock.until ? [t("clock-today")] : []),
  ];
  const why = (day: ClockDay) => {
    if (day.day.date === clock.received_on) return t("clock-received");
    const reason = dayWhy(words, day.day);
    const counted = day.number === null ? t("clock-rest", { why: reason }) : t("clock-counts", { why: reason });
    return day.waited === null ? counted : `${counted} · ${t(`clock-waited-${day.waited}`)}`;
  };
  return (
    <>
      <div className={css["scroll"]}>
        <table className={css["days"]} aria-label={t("clock-country", { country: clock.country })}>
          <thead>
            <tr>
              <th scope="col">{t("clock-column-number")}</th>
              <th scope="col">{t("clock-column-date")}</th>
              <th scope="col">{t("clock-column-why")}</th>
            </tr>
          </thead>
          <tbody>
            {clock.days.map((day) => (
              <tr key={day.day.date} data-counts={day.number === null ? undefined : true}>
                <td>{day.number ?? (day.day.date === clock.received_on ? 0 : "")}</td>
                <td>
                  <Day date={day.day.date} isProvisional={day.day.status === "provisional"} />
                </td>
                <td>
                  {why(day)}
                  <SourceMark sources={sources} day={day.day} />
                  {marks(day).map((mark) => (
                    <strong key={mark}> {mark}</strong>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <DaySources sources={sources} />
    </>
  );
}
