// What to find out: the one cheapest thing first, then whatever else can still change an outcome. Each
// leads to its field.

import { Button as AriaButton } from "react-aria-components/Button";
import { useWords } from "../../i18n/i18n";
import type { Need, Verdict } from "../../ipc/types.generated";
import { cx } from "../../kit/cx";
import css from "./Questions.module.css";

interface QuestionProps {
  verdict: Verdict;
  /** Goes to where the missing fact is entered. */
  onAsk?: ((need: Need) => void) | undefined;
}

export function Questions(props: QuestionProps) {
  const { verdict, onAsk } = props;
  const { t } = useWords();
  const next = verdict.next_question;
  const others = pivotal(verdict).filter((need) => need !== next);
  return (
    <>
      {next !== null && <NextQuestion need={next} onAsk={onAsk} />}
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

function NextQuestion(props: { need: Need; onAsk?: ((need: Need) => void) | undefined }) {
  const { need, onAsk } = props;
  const { t } = useWords();
  const words = (
    <>
      <span>{t("verdict-next")}</span>
      <b>{t(`ask-${need}`)}</b>
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
