// Pieces come in, or are counted.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { PartRow } from "../../ipc/types.generated";
import { TextField } from "../../kit/Field";
import { useToast } from "../../kit/toasts";
import { FormDialog } from "../../trade/FormDialog";
import { PiecesField } from "./PiecesField";
import { piecesOf, servedText } from "./part";

export function ReceiveDialog(props: { row: PartRow; onClose: () => void }) {
  const { row, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const receive = useWrite("part_receive");
  const [typed, setTyped] = useState("");
  const [note, setNote] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const pieces = piecesOf(typed);
  const save = () =>
    receive.mutate(
      { id: row.id, pieces: pieces ?? 0, note },
      {
        onError: setFailure,
        onSuccess: (moved) => {
          toast({ text: `${t("part-received", { pieces: pieces ?? 0 })}${servedText(words, moved)}` });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t("part-receive-title", { number: row.card.number })}
      saveLabel={t("part-receive")}
      isTouched={typed !== "" || note !== ""}
      at="pieces"
      why={pieces === null || pieces === 0 ? t("part-needs-pieces") : null}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <PiecesField name="pieces" label={t("part-receive-pieces")} value={typed} onChange={setTyped} autoFocus />
      <TextField name="note" label={t("part-receive-note")} value={note} onChange={setNote} maxLength={2000} />
    </FormDialog>
  );
}

export function CountDialog(props: { row: PartRow; onClose: () => void }) {
  const { row, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const count = useWrite("part_count");
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const counted = piecesOf(typed);
  const why = counted === null ? t("part-needs-pieces") : reason.trim() === "" ? t("reason-needed") : null;
  const save = () =>
    count.mutate(
      { id: row.id, counted: counted ?? 0, reason },
      {
        onError: setFailure,
        onSuccess: (moved) => {
          toast({ text: `${t("part-counted", { pieces: moved.row.on_hand })}${servedText(words, moved)}` });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t("part-count-title", { number: row.card.number })}
      saveLabel={t("part-count")}
      isTouched={typed !== "" || reason !== ""}
      at="counted"
      why={why}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <p>{t("part-stock", { on_hand: row.on_hand, reserved: row.reserved, free: row.free })}</p>
      <PiecesField name="counted" label={t("part-count-pieces")} value={typed} onChange={setTyped} autoFocus />
      <TextField name="reason" label={t("part-count-reason")} value={reason} onChange={setReason} maxLength={2000} isRequired />
    </FormDialog>
  );
}
