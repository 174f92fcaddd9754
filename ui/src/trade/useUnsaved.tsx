// Entered work is not dropped by one key: the first try to leave a dialog says what would be lost, the second leaves.

import { useState, type ReactNode, type RefObject } from "react";
import { useWords } from "../i18n/i18n";
import { Button } from "../kit/Button";
import { focusField } from "../kit/Field";
import { Notice } from "../kit/Notice";

/** `at` is the field within `fields` where one goes on. */
export function useUnsaved(props: {
  isTouched: boolean;
  fields: RefObject<HTMLDivElement | null>;
  at: string;
  onClose: () => void;
}): {
  leave: () => void;
  leaveLabel: string;
  notice: ReactNode;
} {
  const { isTouched, fields, at, onClose } = props;
  const { t } = useWords();
  const [isAsking, setAsking] = useState(false);
  // The focus goes on where the work does: the button it was on is gone then.
  const goOn = () => {
    setAsking(false);
    if (fields.current !== null) focusField(fields.current, at);
  };
  return {
    leave: () => {
      if (isTouched && !isAsking) setAsking(true);
      else onClose();
    },
    leaveLabel: t(isAsking ? "unsaved-drop" : "go-back"),
    notice: isAsking && (
      <Notice tone="due" isAlert title={t("unsaved-title")} actions={<Button onPress={goOn}>{t("unsaved-go-on")}</Button>}>
        {t("unsaved-explain")}
      </Notice>
    ),
  };
}
