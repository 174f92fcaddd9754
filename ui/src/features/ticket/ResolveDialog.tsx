// What the customer gets, why a unit goes back as it came, and what the customer chose. What the commitment does not grant
// can be looked at, not recorded.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useRead, useWrite } from "../../ipc/ipc";
import type { Resolution, TicketLife, UnrepairedReason } from "../../ipc/types.generated";
import { DateField } from "../../kit/DateField";
import { TextArea, TextField } from "../../kit/Field";
import { PickList } from "../../kit/PickList";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { FormDialog } from "../../trade/FormDialog";
import { undoText } from "../../trade/work";
import css from "./Ticket.module.css";

const reasons: readonly UnrepairedReason[] = ["quote_declined", "beyond_economic_repair", "without_consent", "customer_wish"];

export function ResolveDialog(props: { life: TicketLife; onClose: () => void }) {
  const { life, onClose } = props;
  const { row, work } = life;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const resolve = useWrite("ticket_resolve");
  const undo = useWrite("ticket_undo");
  const today = useRead("station_get", null).data?.today ?? null;
  const [resolved] = work.resolutions;
  const [picked, setPicked] = useState<Resolution | null>(resolved?.resolution ?? null);
  const [reason, setReason] = useState<UnrepairedReason | null>(resolved?.reason ?? null);
  const [note, setNote] = useState("");
  const [who, setWho] = useState(life.intake.customer.name);
  const [typedOn, setOn] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const on = typedOn ?? today;
  const offer = work.offers.find(({ resolution }) => resolution === picked);
  const isUnrepaired = picked === "return_unrepaired";
  const why = () => {
    if (offer === undefined) return t("work-resolve-pick");
    if (offer.gate !== null) return t(`gate-${offer.gate}`);
    if (isUnrepaired && reason === null) return t("work-resolve-reason-needed");
    return said.trim() !== "" && (who.trim() === "" || on === null) ? t("work-resolve-choice-half") : null;
  };
  const save = () => {
    if (offer === undefined) return;
    const choice = said.trim() === "" || on === null ? null : { who, on, words: said };
    resolve.mutate(
      { id: row.id, resolution: offer.resolution, reason: isUnrepaired ? reason : null, note, choice },
      {
        onError: setFailure,
        onSuccess: (after) => {
          const text = t("work-resolved");
          const takeBack = () => undo.mutate({ id: row.id });
          const offered = after.work.undo;
          toast(offered === null ? { text } : { text, undo: { label: undoText(words, offered), run: takeBack } });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("work-resolve-title", { rma: row.rma })}
      size="medium"
      isTouched={note.trim() !== "" || said.trim() !== "" || picked !== (resolved?.resolution ?? null)}
      at="note"
      saveLabel={t("work-resolve-save")}
      why={why()}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <PickList
        label={t("work-resolution")}
        value={picked}
        options={work.offers.map(({ resolution, gate, clause }) => ({
          value: resolution,
          label: t(`resolution-${resolution}`),
          word: gate === null ? clause : t(`gate-${gate}`),
        }))}
        onChange={(value) => setPicked(work.offers.find(({ resolution }) => resolution === value)?.resolution ?? null)}
      />
      {isUnrepaired && (
        <Select
          name="reason"
          label={t("field-unrepaired")}
          value={reason}
          options={reasons.map((value) => ({ value, label: t(`unrepaired-${value}`) }))}
          placeholder={t("work-resolve-reason-needed")}
          onChange={setReason}
          isRequired
        />
      )}
      <fieldset className={css["choice"]}>
        <legend>{t("field-choice")}</legend>
        <TextField name="who" label={t("field-chosen_by")} value={who} onChange={setWho} maxLength={200} />
        <DateField name="on" label={t("field-chosen_on")} value={on} onChange={setOn} />
        <TextArea name="words" label={t("field-chosen_words")} value={said} onChange={setSaid} />
      </fieldset>
      <TextArea name="note" label={t("field-note")} value={note} onChange={setNote} />
    </FormDialog>
  );
}
