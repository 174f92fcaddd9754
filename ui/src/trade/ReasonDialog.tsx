// A step that stands in the history with its reason.

import { useState, type ReactNode } from "react";
import { useWords } from "../i18n/i18n";
import { TextArea } from "../kit/Field";
import { FormDialog } from "./FormDialog";

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
    <FormDialog
      title={props.title}
      isTouched={reason.trim() !== ""}
      at="reason"
      saveLabel={props.confirm}
      why={reason.trim() === "" ? t("reason-needed") : null}
      failure={null}
      onSave={() => props.onConfirm(reason.trim())}
      onClose={props.onClose}
    >
      <p>{props.explain}</p>
      {props.children}
      <TextArea name="reason" label={t("field-reason")} value={reason} onChange={setReason} isRequired rows={3} />
    </FormDialog>
  );
}
