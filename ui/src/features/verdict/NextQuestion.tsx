import { Button as AriaButton } from "react-aria-components/Button";
import { useWords } from "../../i18n/i18n";
import type { Need } from "../../ipc/types.generated";
import { cx } from "../../kit/cx";
import css from "./VerdictBoard.module.css";

/** The one cheapest thing to find out next; pressed, it leads to its field. */
export function NextQuestion(props: { need: Need; onAsk?: ((need: Need) => void) | undefined }) {
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
