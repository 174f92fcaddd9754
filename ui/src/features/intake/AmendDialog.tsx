// Correcting a received intake: the same form, with a reason. The old values stay in the history.

import { useRef, useState } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure, type Failure } from "../../ipc/failure";
import { useLiveRead, useRead, useWrite } from "../../ipc/ipc";
import type { TicketLife } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { TextField } from "../../kit/Field";
import { Notice } from "../../kit/Notice";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { useSecondPerson } from "../../trade/secondPerson";
import { draftOf } from "./draft";
import { IntakeForm } from "./IntakeForm";
import { useStartAt } from "./useStartAt";
import { useUnsaved } from "../../trade/useUnsaved";
import { useFormView } from "./view";

export function AmendDialog(props: { life: TicketLife; at: string | null; onClose: () => void }) {
  const { life, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const station = useRead("station_get", null).data;
  const [before] = useState(() => draftOf(life.intake, life.facts));
  const [draft, setDraft] = useState(before);
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const check = useLiveRead("intake_check", draft).data ?? null;
  const second = useSecondPerson();
  const amend = useWrite("intake_amend");
  const fields = useStartAt(props.at);
  const view = useFormView({
    draft,
    change: (edit) => setDraft(edit),
    leave: () => undefined,
    isShown: () => true,
    check,
    derived: [],
  });
  const reasonField = useRef<HTMLDivElement>(null);
  const isTouched = reason.trim() !== "" || draft !== before;
  const unsaved = useUnsaved({ isTouched, fields: reasonField, at: "reason", onClose });
  if (station === undefined) return null;
  const missing = reason.trim() === "" ? t("reason-needed") : null;
  const save = async () => {
    const request = { id: life.row.id, intake: draft, reason: reason.trim() };
    try {
      await second.write(t("second-amend", { rma: life.row.rma }), (person) => amend.mutateAsync({ ...request, second: person }));
      toast({ text: t("amend-saved") });
      onClose();
    } catch (thrown) {
      setFailure(toFailure(thrown));
    }
  };
  return (
    <Dialog
      title={t("amend-title", { rma: life.row.rma })}
      closeLabel={t("close")}
      onClose={unsaved.leave}
      onSave={() => void (missing === null && save())}
      size="large"
      footer={
        <>
          <Button onPress={unsaved.leave}>{unsaved.leaveLabel}</Button>
          <Button kind="primary" keys="Ctrl+Enter" disabledReason={missing} onPress={() => void save()}>
            {t("amend-save")}
          </Button>
        </>
      }
    >
      {second.dialog}
      {unsaved.notice}
      {failure !== null && <Notice tone="over" isAlert title={failureText(words, failure)} />}
      <div>
      <div ref={reasonField}>
        <TextField name="reason" label={t("field-reason")} note={t("amend-explain")} value={reason} onChange={setReason} isRequired autoFocus={props.at === null} />
      </div>
      <div ref={fields}>
        <IntakeForm view={view} station={station} onSerial={() => undefined} onSerialScanned={() => undefined} photos={null} />
      </div>
      </div>
    </Dialog>
  );
}
