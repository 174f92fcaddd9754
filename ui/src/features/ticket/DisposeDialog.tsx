// What becomes of the unit that came.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { Disposition, TicketLife } from "../../ipc/types.generated";
import { TextArea } from "../../kit/Field";
import { PickList } from "../../kit/PickList";
import { useToast } from "../../kit/toasts";
import { FormDialog } from "../../trade/FormDialog";

const dispositions: readonly Disposition[] = ["return", "refurbish", "scrap", "to_factory"];

export function DisposeDialog(props: { life: TicketLife; onClose: () => void }) {
  const { life, onClose } = props;
  const { row } = life;
  const { t } = useWords();
  const toast = useToast();
  const dispose = useWrite("ticket_dispose");
  const before = life.work.dispositions[0]?.disposition ?? null;
  const [picked, setPicked] = useState<Disposition | null>(before);
  const [note, setNote] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const why = () => {
    if (picked === null) return t("work-dispose-pick");
    return picked === "scrap" && note.trim() === "" ? t("work-dispose-scrap-note") : null;
  };
  const save = () => {
    if (picked === null) return;
    dispose.mutate(
      { id: row.id, disposition: picked, note },
      {
        onError: setFailure,
        onSuccess: () => {
          toast({ text: t("work-disposed") });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("work-dispose-title", { rma: row.rma })}
      isTouched={note.trim() !== "" || picked !== before}
      at="note"
      saveLabel={t("work-dispose-save")}
      why={why()}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <PickList
        label={t("work-disposition")}
        value={picked}
        options={dispositions.map((value) => ({ value, label: t(`disposition-${value}`), word: "" }))}
        onChange={(value) => setPicked(dispositions.find((known) => known === value) ?? null)}
      />
      <TextArea name="note" label={t("field-note")} value={note} onChange={setNote} />
    </FormDialog>
  );
}
