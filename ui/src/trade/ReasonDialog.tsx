// A step that stands in the history with its reason.

import { useState, type ReactNode } from "react";
import { useWords } from "../i18n/i18n";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { TextArea } from "../kit/Field";

export function ReasonDialog(props: {
  title: string;
  explain: string;
  confirm: string;
  onClose: () => void;
  onConfirm: (reason: string) => void;
  children?: ReactNode;
}) {
  const { t } = useWords();
  const [reason, setReason] = useState("");
  return (
    <Dialog
      title={props.title}
      closeLabel={t("close")}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{t("go-back")}</Button>
          <Button
            kind="primary"
            disabledReason={reason.trim() === "" ? t("reason-needed") : null}
            onPress={() => props.onConfirm(reason.trim())}
          >
            {props.confirm}
          </Button>
        </>
      }
    >
      <p>{props.explain}</p>
      {props.children}
      <TextArea name="reason" label={t("field-reason")} value={reason} onChange={setReason} isRequired rows={3} />
    </Dialog>
  );
}
