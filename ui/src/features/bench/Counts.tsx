import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n/i18n";
import type { Counts as CountsOfBench, TicketState } from "../../ipc/types.generated";
import { Figure } from "../../kit/Figure";
import { stateShapes } from "../../trade/words";
import css from "./BenchPage.module.css";

/** The figures of the day; those with a list behind lead there. */
export function Counts(props: { counts: CountsOfBench }) {
  const { counts } = props;
  const { t, times } = useWords();
  return (
    <section className={css["counts"]} aria-label={t("bench-counts")}>
      <Link to="/tickets" search={{ filter: "open" }} className={css["count"]}>
        <Figure value={times.number(counts.open)} label={t("count-open")} />
      </Link>
      <Link to="/tickets" search={{ filter: "open" }} className={css["count"]}>
        <StateFigure count={counts.on_time} label={t("count-on-time")} state="on_time" />
      </Link>
      <Link to="/tickets" search={{ filter: "due" }} className={css["count"]}>
        <StateFigure count={counts.due} label={t("count-due")} state="due" />
      </Link>
      <Link to="/tickets" search={{ filter: "overdue" }} className={css["count"]}>
        <StateFigure count={counts.overdue} label={t("count-overdue")} state="overdue" />
      </Link>
      <Link to="/parcels" className={css["count"]}>
        <Figure value={times.number(counts.waiting)} label={t("count-waiting")} />
      </Link>
      {counts.forms_owed > 0 && (
        <Link to="/tickets" search={{ filter: "form_owed" }} className={css["count"]}>
          <Figure value={times.number(counts.forms_owed)} label={t("forms-owed")} />
        </Link>
      )}
      {counts.decisions > 0 && (
        <Link to="/decisions" className={css["count"]}>
          <Figure value={times.number(counts.decisions)} label={t("decisions-figure")} />
        </Link>
      )}
      <Figure value={times.number(counts.received_today)} label={t("count-received-today")} />
      <Figure value={times.number(counts.unsynced)} label={t("count-unsynced")} />
    </section>
  );
}

/** Nothing overdue is no alarm: a zero has the shape and not the colour. */
function StateFigure(props: { count: number; label: string; state: TicketState }) {
  const { icon, tone } = stateShapes[props.state];
  const { times } = useWords();
  return <Figure value={times.number(props.count)} label={props.label} icon={icon} tone={props.count === 0 ? "plain" : tone} />;
}
