// A unit of ours goes out while the customer's is here.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { TicketLife } from "../../ipc/types.generated";
import { TextArea, TextField } from "../../kit/Field";
import { useToast } from "../../kit/toasts";
import { FormDialog } from "../../trade/FormDialog";

export function LendDialog(props: { life: TicketLife; onClose: () => void }) {
  const { life, onClose } = props;
  const { t } = useWords();
  const toast = useToast();
  const lend = useWrite("loan_lend");
  const [serial, setSerial] = useState("");
  const [note, setNote] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = () =>
    lend.mutate(
      { id: life.row.id, serial, on: null, note },
      {
        onError: setFailure,
        onSuccess: () => {
          toast({ text: t("loan-lent", { serial: serial.trim() }) });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t("loan-lend-title", { rma: life.row.rma })}
      saveLabel={t("loan-lend-save")}
      isTouched={serial !== "" || note !== ""}
      at="serial"
      why={serial.trim() === "" ? t("loan-needs-serial") : null}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <p>{t("loan-lend-explain")}</p>
      <TextField
        name="serial"
        label={t("field-serial")}
        value={serial}
        onChange={setSerial}
        onScan={setSerial}
        maxLength={80}
        autoFocus
        isRequired
      />
      <TextArea name="note" label={t("loan-note")} value={note} onChange={setNote} />
    </FormDialog>
  );
}
