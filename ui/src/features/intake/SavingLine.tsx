import { useWords } from "../../i18n/i18n";
import { Button } from "../../kit/Button";
import { Icon } from "../../kit/Icon";
import { failureText } from "../../trade/failure";
import css from "./SavingLine.module.css";
import type { Saving } from "./session";

/** Whether what is typed is on the disk, in words; "saved" only after the commit. */
export function SavingLine(props: { saving: Saving; onRetry: () => void }) {
  const words = useWords();
  const { t, times } = words;
  const { saving } = props;
  switch (saving.kind) {
    case "untouched":
      return <span>{t("draft-untouched")}</span>;
    case "changed":
      return <span>{t("draft-changed")}</span>;
    case "saved":
      return <span>{t("draft-saved", { at: times.clock(saving.at) })}</span>;
    case "failed":
      return (
        <span className={css["failed"]} role="alert">
          <Icon name="warning" /> {t("draft-not-saved", { why: failureText(words, saving.failure) })}
          <Button kind="quiet" onPress={props.onRetry}>
            {t("failure-retry")}
          </Button>
        </span>
      );
  }
}
