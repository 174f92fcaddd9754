import { useWords } from "../../i18n/i18n";
import type { Counterfactual } from "../../ipc/types.generated";
import { Icon } from "../../kit/Icon";
import { useNeedsText } from "./outcome";
import css from "./Remedies.module.css";

/** What a remedy would come to if something were different: "with the invoice: exchange until 2026-04-01". */
export function Counterfactuals(props: { counterfactuals: readonly Counterfactual[] }) {
  const { t, say, times } = useWords();
  const needsText = useNeedsText();
  const suppliedWords = ([one, other]: Counterfactual["supplied"]) => {
    const word = (need: string | undefined) => (need === undefined ? "" : say(`if-${need}`, {}, need));
    return other === undefined ? word(one) : t("if-both", { one: word(one), other: word(other) });
  };
  return props.counterfactuals.map(({ id, remedy, supplied, needs, last_day }) => (
    <span key={`${id} ${supplied.join(" ")}`} className={css["would"]}>
      <Icon name="arrow" className={css["mark"]} />
      {say(
        id,
        {
          remedy,
          supplied: suppliedWords(supplied),
          needs: needsText(needs),
          last_day: last_day === null ? "" : times.day(last_day),
        },
        "",
      )}
    </span>
  ));
}
