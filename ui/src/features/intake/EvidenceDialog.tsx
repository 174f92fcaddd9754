// Papers, label and source, seen after the unit was received: they make a new determination; the old one stays as it was.
// What is wrong with the unit is the diagnosis, a record of its own.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { TicketLife } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Notice } from "../../kit/Notice";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { Evidence } from "./Checklists";
import { draftOf } from "./draft";
import css from "./Intake.module.css";
import { useStartAt } from "./useStartAt";
import { useUnsaved } from "../../trade/useUnsaved";
import { useFormView } from "./view";

/** The fields of facts that are entered here; the others belong to the check-in. */
export const evidenceFields: ReadonlySet<string> = new Set([
  "documents.warranty_certificate",
  "documents.purchase_proof",
  "serial.label",
  "serial.matches",
  "authorised_source",
  "return_consent",
]);

export function EvidenceDialog(props: { life: TicketLife; at: string | null; onClose: () => void }) {
  const { life, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const record = useWrite("verdict_record");
  const [before] = useState(() => draftOf(life.intake, life.facts));
  const [draft, setDraft] = useState(before);
  const [failure, setFailure] = useState<Failure | null>(null);
  const fields = useStartAt(props.at);
  const view = useFormView({
    draft,
    change: (edit) => setDraft(edit),
    leave: () => undefined,
    isShown: () => false,
    check: null,
    derived: [],
  });
  const unsaved = useUnsaved({ isTouched: draft !== before, fields, at: "documents.warranty_certificate", onClose });
  const save = () =>
    record.mutate(
      { id: life.row.id, facts: draft.facts },
      {
        onError: setFailure,
        onSuccess: () => {
          toast({ text: t("findings-saved") });
          onClose();
        },
      },
    );
  return (
    <Dialog
      title={t("findings-title", { rma: life.row.rma })}
      closeLabel={t("close")}
      onClose={unsaved.leave}
      onSave={save}
      size="medium"
      footer={
        <>
          <Button onPress={unsaved.leave}>{unsaved.leaveLabel}</Button>
          <Button kind="primary" keys="Ctrl+Enter" onPress={save}>
            {t("findings-save")}
          </Button>
        </>
      }
    >
      {unsaved.notice}
      {failure !== null && <Notice tone="over" isAlert title={failureText(words, failure)} />}
      <p>{t("findings-explain")}</p>
      <div ref={fields} className={css["form"]}>
        <Evidence view={view} withPaper={false} />
      </div>
    </Dialog>
  );
}
