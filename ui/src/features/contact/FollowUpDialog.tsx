// A day we promise, or a complaint with the day it is settled by.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useRead, useWrite } from "../../ipc/ipc";
import type { About, FollowUpKind } from "../../ipc/types.generated";
import { DateField } from "../../kit/DateField";
import { TextArea } from "../../kit/Field";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { useFieldProblems } from "../../trade/fieldProblems";
import { FormDialog } from "../../trade/FormDialog";

const WHOEVER = "whoever";

export function FollowUpDialog(props: { about: About; kind: FollowUpKind; onClose: () => void }) {
  const { about, kind, onClose } = props;
  const { t, times } = useWords();
  const toast = useToast();
  const open = useWrite("follow_up_open");
  const people = useRead("user_list", null).data ?? [];
  const [text, setText] = useState("");
  const [due, setDue] = useState<string | null>(null);
  const [owner, setOwner] = useState(WHOEVER);
  const [failure, setFailure] = useState<Failure | null>(null);
  const problem = useFieldProblems(failure);
  const save = () => {
    if (due === null) return;
    open.mutate(
      { about, kind, words: text, due_on: due, owner: owner === WHOEVER ? null : owner },
      {
        onError: setFailure,
        onSuccess: () => {
          toast({ text: t(`follow_up-${kind}-saved`, { day: times.day(due) }) });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t(`follow_up-${kind}-open`)}
      isTouched={text.trim() !== "" || due !== null}
      at="words"
      saveLabel={t("follow_up-save")}
      why={text.trim() === "" || due === null ? t("problem-required") : null}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <TextArea name="words" label={t(`follow_up-${kind}-words`)} value={text} onChange={setText} isRequired rows={3} />
      <DateField
        name="due_on"
        label={t("follow_up-due")}
        value={due}
        onChange={setDue}
        error={problem("due_on")}
        isRequired
      />
      {people.length > 0 && (
        <Select
          name="owner"
          label={t("follow_up-owner")}
          value={owner}
          options={[
            { value: WHOEVER, label: t("follow_up-owner-me") },
            ...people.filter((one) => one.is_active).map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={setOwner}
          placeholder={t("choose")}
        />
      )}
    </FormDialog>
  );
}
