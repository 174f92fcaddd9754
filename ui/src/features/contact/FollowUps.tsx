// Promised dates and complaints of one record, each closed with what became of it, and opened again when that was a slip.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { FollowUpEnd, FollowUpKind, FollowUpRow } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { TextArea } from "../../kit/Field";
import { Section } from "../../kit/Page";
import { Segments } from "../../kit/Segments";
import { Status } from "../../kit/Status";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { FormDialog } from "../../trade/FormDialog";
import css from "./Contact.module.css";

const ends: Record<FollowUpKind, readonly FollowUpEnd[]> = {
  promise: ["kept", "broken", "withdrawn"],
  complaint: ["settled", "withdrawn"],
};

export function FollowUps(props: { rows: readonly FollowUpRow[] }) {
  const { t, times } = useWords();
  const [ending, setEnding] = useState<FollowUpRow | null>(null);
  const reopen = useReopen();
  return (
    <Section title={t("section-follow_ups")}>
      <ul className={css["rows"]}>
        {props.rows.map((row) => (
          <li key={row.id}>
            <span className={css["head"]}>
              <strong>{t(`follow_up-${row.follow_up.kind}`)}</strong>
              <Standing row={row} />
            </span>
            {row.ended === null ? (
              <Button label={`${t("follow_up-end")}: ${row.follow_up.words}`} onPress={() => setEnding(row)}>
                {t("follow_up-end")}
              </Button>
            ) : (
              <Button kind="quiet" label={`${t("follow_up-reopen")}: ${row.follow_up.words}`} onPress={() => reopen(row)}>
                {t("follow_up-reopen")}
              </Button>
            )}
            <p className={css["words"]}>{row.follow_up.words}</p>
            <span className={css["quiet"]}>{t("follow_up-owned", { who: row.owner_name, day: times.day(row.follow_up.due_on) })}</span>
            {row.end_words !== "" && <p className={css["words"]}>{row.end_words}</p>}
          </li>
        ))}
      </ul>
      {ending !== null && <EndDialog row={ending} onClose={() => setEnding(null)} />}
    </Section>
  );
}

function Standing(props: { row: FollowUpRow }) {
  const { t } = useWords();
  const { ended, is_overdue } = props.row;
  if (ended === null)
    return is_overdue ? (
      <Status icon="triangle" tone="over">
        {t("follow_up-overdue")}
      </Status>
    ) : null;
  return (
    <Status icon={ended === "broken" ? "cross" : "tick"} tone={ended === "broken" ? "due" : "ok"}>
      {t(`follow_up_end-${ended}`)}
    </Status>
  );
}

function useReopen(): (row: FollowUpRow) => void {
  const words = useWords();
  const toast = useToast();
  const reopen = useWrite("follow_up_reopen");
  return (row) =>
    reopen.mutate(
      { id: row.id },
      {
        onError: (failure) => toast({ tone: "trouble", text: failureText(words, failure) }),
        onSuccess: () => toast({ text: words.t("follow_up-reopened") }),
      },
    );
}

function EndDialog(props: { row: FollowUpRow; onClose: () => void }) {
  const { row, onClose } = props;
  const { kind } = row.follow_up;
  const { t } = useWords();
  const toast = useToast();
  const close = useWrite("follow_up_end");
  const reopen = useReopen();
  const [first = "kept"] = ends[kind];
  const [end, setEnd] = useState<FollowUpEnd>(row.is_overdue && kind === "promise" ? "broken" : first);
  const [text, setText] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const isSilent = end !== "kept" && text.trim() === "";
  const save = () =>
    close.mutate(
      { id: row.id, end, words: text },
      {
        onError: setFailure,
        onSuccess: () => {
          const undo = { label: t("follow_up-undo-end"), run: () => reopen(row) };
          toast({ text: t("follow_up-ended", { end: t(`follow_up_end-${end}`) }), undo });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t("follow_up-end-title")}
      isTouched={text.trim() !== ""}
      at="words"
      saveLabel={t("follow_up-end")}
      why={isSilent ? t("follow_up-end-words-needed") : null}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <p>{row.follow_up.words}</p>
      <Segments
        label={t("follow_up-end-how")}
        value={end}
        options={ends[kind].map((value) => ({ value, label: t(`follow_up_end-${value}`) }))}
        onChange={setEnd}
      />
      <TextArea name="words" label={t("follow_up-end-words")} value={text} onChange={setText} isRequired={end !== "kept"} rows={3} />
    </FormDialog>
  );
}
