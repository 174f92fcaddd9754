// What to find out: the one cheapest thing first, then whatever else can still change an outcome. Each
// leads to its field.

import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { useWords } from "../../i18n/i18n";
import type { Assessment, Need, Verdict } from "../../ipc/types.generated";
import { cx } from "../../kit/cx";
import css from "./Questions.module.css";

/** What the next question is put from. */
type Asking = Pick<Assessment, "verdict" | "earlier_report">;

/** The fact to find out next: an earlier report first, because the customer is at hand and a denial hangs on it. */
export function nextNeed(assessment: Asking): Need | null {
  return assessment.earlier_report.length > 0 ? "dates" : assessment.verdict.next_question;
}

interface QuestionProps {
  assessment: Asking;
  /** Goes to where the missing fact is entered. */
  onAsk?: ((need: Need) => void) | undefined;
}

export function Questions(props: QuestionProps) {
  const { assessment, onAsk } = props;
  const { t, times } = useWords();
  const next = nextNeed(assessment);
  const { earlier_report: earlier, verdict } = assessment;
  const [latest] = [...earlier].sort((one, other) => other.until.localeCompare(one.until));
  const asked =
    latest === undefined
      ? next !== null && t(`ask-${next}`)
      : t("verdict-ask-earlier_report", {
          day: times.day(latest.until),
          remedies: earlier
            .filter(({ until }) => until === latest.until)
            .map(({ remedy }) => t(`remedy-${remedy}`))
            .join(t("list-separator")),
        });
  const others = pivotal(verdict).filter((need) => need !== next);
  return (
    <>
      {next !== null && <NextQuestion need={next} asked={asked} onAsk={onAsk} />}
      {others.length > 0 && (
        <div className={css["others"]}>
          <span>{t(next === null ? "verdict-still-open" : "verdict-then")}</span>
          {others.map((need) =>
            onAsk === undefined ? (
              <span key={need} className={css["other"]}>
                {t(`need-${need}`)}
              </span>
            ) : (
              <AriaButton key={need} className={cx(css["other"])} onPress={() => onAsk(need)}>
                {t(`need-${need}`)}
              </AriaButton>
            ),
          )}
        </div>
      )}
    </>
  );
}

function NextQuestion(props: { need: Need; asked: ReactNode; onAsk?: ((need: Need) => void) | undefined }) {
  const { need, onAsk } = props;
  const { t } = useWords();
  const words = (
    <>
      <span>{t("verdict-next")}</span>
      <b>{props.asked}</b>
    </>
  );
  if (onAsk === undefined) return <div className={css["next"]}>{words}</div>;
  return (
    <AriaButton className={cx(css["next"])} aria-keyshortcuts="F9" onPress={() => onAsk(need)}>
      {words}
      <kbd aria-hidden="true">F9</kbd>
    </AriaButton>
  );
}

/** Everything that can still change an outcome, once, in the engine's order. */
function pivotal(verdict: Verdict): readonly Need[] {
  const { refund, exchange, free_repair, paid_repair } = verdict.remedies;
  return [...new Set([refund, exchange, free_repair, paid_repair].flatMap((remedy) => remedy.needs))];
}
