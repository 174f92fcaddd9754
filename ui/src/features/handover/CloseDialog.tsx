// Nothing is left to do: the work order is closed, today or, by a manager, as of the day it should have been.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { TicketLife } from "../../ipc/types.generated";
import { DateField } from "../../kit/DateField";
import { TextArea } from "../../kit/Field";
import { useToast } from "../../kit/toasts";
import { problemText } from "../../trade/failure";
import { FormDialog } from "../../trade/FormDialog";

export function CloseDialog(props: { life: TicketLife; onClose: () => void }) {
  const { life, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const close = useWrite("handover_close");
  const [on, setOn] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const problem = failure?.problems.find((one) => one.field === "on");
  return (
    <FormDialog
      title={t("handover-close-title", { rma: life.row.rma })}
      saveLabel={t("handover-close-save")}
      isTouched={on !== null || reason.trim() !== ""}
      at="on"
      why={null}
      failure={failure}
      onSave={() =>
        close.mutate(
          { id: life.row.id, on, reason },
          {
            onError: setFailure,
            onSuccess: () => {
              toast({ text: t("handover-close-done", { rma: life.row.rma }) });
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <p>{t("handover-close-explain")}</p>
      <DateField
        name="on"
        label={t("handover-close-on")}
        note={t("handover-close-on-note")}
        value={on}
        onChange={setOn}
        error={
          problem === undefined
            ? null
            : problem.reason === "contradicts"
              ? t("handover-close-before")
              : problemText(words, problem.reason)
        }
      />
      <TextArea name="reason" label={t("field-reason")} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
