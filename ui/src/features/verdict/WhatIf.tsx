// What-if: dates and facts are moved and the board shows what would be beside what is. Nothing is saved or
// printed; closing it forgets everything.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useLiveRead } from "../../ipc/ipc";
import type { Assessment, Facts } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Icon } from "../../kit/Icon";
import { Notice } from "../../kit/Notice";
import { useDebounced } from "../../kit/useDebounced";
import { failureText } from "../../trade/failure";
import { BeforeAfter } from "./BeforeAfter";
import { sourced, type DateSource } from "./dateSource";
import css from "./WhatIf.module.css";
import { WhatIfFields } from "./WhatIfFields";

/** The answer is asked for once a change has settled this long. */
const ASSESS_AFTER_MS = 60;

export function WhatIf(props: { assessment: Pick<Assessment, "facts" | "verdict">; onClose: () => void }) {
  const known = props.assessment.facts;
  const words = useWords();
  const { t } = words;
  const [moved, setMoved] = useState<Facts>(known);
  const [source, setSource] = useState<DateSource>("both");
  const after = sourced(moved, source);
  const asked = useDebounced(after, ASSESS_AFTER_MS);
  const answer = useLiveRead("verdict_what_if", { before: known, after: asked });
  const isMoved = moved !== known || source !== "both";
  const reset = () => {
    setMoved(known);
    setSource("both");
  };
  return (
    <Dialog
      title={t("what_if-title")}
      closeLabel={t("close")}
      onClose={props.onClose}
      size="wide"
      footer={
        <>
          <Button disabledReason={isMoved ? null : t("what_if-reset-nothing")} onPress={reset}>
            {t("what_if-reset")}
          </Button>
          <Button keys="Esc" onPress={props.onClose}>
            {t("close")}
          </Button>
        </>
      }
    >
      <p className={css["mark"]}>
        <Icon name="warning" />
        <strong>{t("what_if-mark")}</strong>
        <span>{t("what_if-explain")}</span>
      </p>
      <div className={css["columns"]}>
        <WhatIfFields
          facts={moved}
          source={source}
          onFacts={(change) => setMoved((now) => ({ ...now, ...change }))}
          onSource={setSource}
        />
        {answer.error !== null && <Notice tone="over" isAlert title={failureText(words, answer.error)} />}
        {answer.data !== undefined && <BeforeAfter answer={answer.data} after={asked} recorded={props.assessment.verdict} />}
      </div>
    </Dialog>
  );
}
