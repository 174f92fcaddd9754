// What is done with several work orders at once. Each is asked for itself: what is refused of one keeps none of the
// others back, and stays selected with its reason.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { ActedRow, Event, TicketRow } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { TextArea } from "../../kit/Field";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { AssignDialog } from "../../trade/AssignDialog";
import { failureText } from "../../trade/failure";
import { FormDialog } from "../../trade/FormDialog";
import { Code } from "../../trade/words";
import css from "./Ticket.module.css";

/** What happens to many units in one go; what needs a paper, a quote or a hand-over of its own is not among it. */
const events: readonly Event[] = [
  "start_diagnosis",
  "ask_documents",
  "documents_came",
  "await_parts",
  "parts_came",
  "start_repair",
  "start_test",
  "pass_test",
  "send_away",
  "come_back",
  "nobody_came",
  "somebody_came",
  "close",
  "hold",
  "release",
];

/** Events that mean nothing without words; the station refuses them too. */
const wordy: ReadonlySet<Event> = new Set<Event>(["ask_documents", "send_away"]);

export function BulkBar(props: { rows: readonly TicketRow[]; onKeep: (ids: ReadonlySet<string>) => void }) {
  const { rows, onKeep } = props;
  const { t } = useWords();
  const [over, setOver] = useState<"assign" | "event" | null>(null);
  const [refused, setRefused] = useState<readonly ActedRow[]>([]);
  return (
    <div className={css["bulk"]} role="group" aria-label={t("select-count", { count: rows.length })}>
      <strong aria-live="polite">{t("select-count", { count: rows.length })}</strong>
      <Button onPress={() => setOver("event")}>{t("bulk-event")}</Button>
      <Button onPress={() => setOver("assign")}>{t("work-assign")}</Button>
      <Button kind="quiet" onPress={() => onKeep(new Set())}>
        {t("select-clear")}
      </Button>
      {over === "assign" && <AssignDialog rows={rows} onClose={() => setOver(null)} />}
      {over === "event" && (
        <EventDialog
          rows={rows}
          onClose={() => setOver(null)}
          onDone={(not) => {
            setOver(null);
            setRefused(not);
            onKeep(new Set(not.map(({ id }) => id)));
          }}
        />
      )}
      {refused.length > 0 && <Refused rows={refused} onClose={() => setRefused([])} />}
    </div>
  );
}

function EventDialog(props: {
  rows: readonly TicketRow[];
  onClose: () => void;
  onDone: (refused: readonly ActedRow[]) => void;
}) {
  const { rows, onClose, onDone } = props;
  const { t } = useWords();
  const toast = useToast();
  const act = useWrite("ticket_act_many");
  const [event, setEvent] = useState<Event | null>(null);
  const [note, setNote] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const isWordless = event !== null && wordy.has(event) && note.trim() === "";
  const save = () => {
    if (event === null) return;
    act.mutate(
      { ids: rows.map(({ id }) => id), event, note },
      {
        onError: setFailure,
        onSuccess: (answers) => {
          const refused = answers.filter((answer) => answer.failure !== null);
          const count = answers.length - refused.length;
          if (count > 0) toast({ text: t("bulk-done", { count }) });
          onDone(refused);
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("select-count", { count: rows.length })}
      isTouched={note.trim() !== ""}
      at="note"
      saveLabel={t("bulk-do")}
      why={event === null ? t("bulk-event-pick") : isWordless ? t("reason-needed") : null}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <Select
        name="event"
        label={t("bulk-event")}
        value={event}
        options={events.map((value) => ({ value, label: t(`event-${value}`) }))}
        placeholder={t("bulk-event-pick")}
        onChange={setEvent}
        isRequired
      />
      <TextArea name="note" label={t("field-note")} value={note} onChange={setNote} />
    </FormDialog>
  );
}

function Refused(props: { rows: readonly ActedRow[]; onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  return (
    <Dialog
      title={t("bulk-refused-title", { count: props.rows.length })}
      closeLabel={t("close")}
      size="medium"
      onClose={props.onClose}
      footer={
        <Button kind="primary" autoFocus onPress={props.onClose}>
          {t("close")}
        </Button>
      }
    >
      <p>{t("bulk-refused-explain")}</p>
      <ul className={css["refused"]}>
        {props.rows.map(({ id, rma, failure }) => (
          <li key={id}>
            <Code>{rma ?? ""}</Code> {failure !== null && failureText(words, failure)}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
