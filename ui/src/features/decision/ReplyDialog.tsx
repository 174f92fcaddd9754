// Saying something to a question: with a reason, by oneself or for somebody on the phone; an exception is accepted by
// two.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure, type Failure } from "../../ipc/failure";
import { useRead, useWrite } from "../../ipc/ipc";
import type { DecisionReply, DecisionRow } from "../../ipc/types.generated";
import { Checks } from "../../kit/Checks";
import { TextArea, TextField } from "../../kit/Field";
import { Notice } from "../../kit/Notice";
import { useToast } from "../../kit/toasts";
import { useFieldProblems } from "../../trade/fieldProblems";
import { FormDialog } from "../../trade/FormDialog";
import { personName } from "../../trade/person";
import { useSecondPerson } from "../../trade/secondPerson";
import css from "./Decision.module.css";
import { isAnswer } from "./look";

export function ReplyDialog(props: { row: DecisionRow; reply: DecisionReply; onClose: () => void }) {
  const { row, reply, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const second = useSecondPerson();
  const write = useWrite("decision_reply");
  const session = useRead("session_get", null).data;
  const mayAnswer = session === undefined || session.may_decide || session.user?.role === row.asked_of;
  const [reason, setReason] = useState("");
  const [isByPhone, setByPhone] = useState(false);
  const [name, setName] = useState("");
  const [at, setAt] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const problem = useFieldProblems(failure);
  const phoned = isAnswer(reply) && (isByPhone || !mayAnswer);
  const why =
    reason.trim() === ""
      ? t("reason-needed")
      : phoned && (name.trim() === "" || at.trim() === "")
        ? t("decision-phone-needed")
        : null;
  const title = `${t(`decision-reply-${reply}`)}: ${t(`decision-kind-${row.kind}`)}, ${row.rma}`;
  const save = () => {
    const by_phone = phoned ? { name: name.trim(), on: null, at } : null;
    const request = { id: row.id, reply, reason: reason.trim(), by_phone };
    second
      .write(title, (person) => write.mutateAsync({ ...request, second: person }))
      .then(() => {
        toast({ text: doneText(words, row, reply) });
        onClose();
      })
      .catch((thrown: unknown) => setFailure(toFailure(thrown)));
  };
  return (
    <>
      <FormDialog
        title={title}
        isTouched={[reason, name, at].some((text) => text.trim() !== "")}
        at="reason"
        saveLabel={t("decision-record")}
        why={why}
        failure={failure}
        onSave={save}
        onClose={onClose}
      >
        <p>{t(`decision-question-${row.kind}`)}</p>
        {reply === "accept" && <p className={css["means"]}>{t(`decision-yes-${row.kind}`)}</p>}
        {reply === "refuse" && <p className={css["means"]}>{t(`decision-no-${row.kind}`)}</p>}
        {row.kind === "exception" && reply === "accept" && <p>{t("decision-takes-two")}</p>}
        {isAnswer(reply) && !mayAnswer && (
          <Notice tone="due" title={t("decision-only-decider", { role: t(`role-${row.asked_of}`) })} />
        )}
        <TextArea
          name="reason"
          label={t("decision-reason")}
          note={t("decision-reason-hint")}
          value={reason}
          onChange={setReason}
          isRequired
          rows={3}
        />
        {isAnswer(reply) && mayAnswer && (
          <Checks
            name="by_phone"
            label={t("decision-by-phone")}
            values={isByPhone ? ["phone"] : []}
            options={[{ value: "phone", label: t("decision-by-phone") }]}
            onChange={(values) => setByPhone(values.length > 0)}
          />
        )}
        {phoned && (
          <div className={css["pair"]}>
            <TextField name="by_phone.name" label={t("decision-phone-name")} value={name} onChange={setName} isRequired maxLength={40} />
            <TextField
              name="by_phone.at"
              label={t("decision-phone-at")}
              value={at}
              onChange={setAt}
              error={problem("by_phone.at")}
              isRequired
              placeholder="14:30"
              maxLength={8}
            />
          </div>
        )}
      </FormDialog>
      {second.dialog}
    </>
  );
}

function doneText({ t }: ReturnType<typeof useWords>, row: DecisionRow, reply: DecisionReply): string {
  return reply === "ask_back" ? t("decision-reply-done-ask_back", { name: personName(t, row.asked_by) }) : t(`decision-reply-done-${reply}`);
}
