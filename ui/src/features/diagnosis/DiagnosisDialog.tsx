// What is wrong with the unit, line by line from short lists. Every fault has its own cause, because each stands on its
// own for the commitment; saving makes a new determination.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure, type Failure } from "../../ipc/failure";
import { useRead, useWrite } from "../../ipc/ipc";
import type { FaultLine, FaultListShelf, TicketLife } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { TextArea } from "../../kit/Field";
import { Notice } from "../../kit/Notice";
import { TypeAhead } from "../../kit/TypeAhead";
import { useToast } from "../../kit/toasts";
import { problemText } from "../../trade/failure";
import { FormDialog } from "../../trade/FormDialog";
import { useSecondPerson } from "../../trade/secondPerson";
import css from "./Diagnosis.module.css";
import { listNames, spelt, type ListName } from "./words";

interface Line {
  readonly key: number;
  readonly said: FaultLine;
}

const blank: FaultLine = { symptom: "", fault: "", cause: "", action: "", position: "", note: "" };

export function DiagnosisDialog(props: { life: TicketLife; onClose: () => void }) {
  const { life, onClose } = props;
  const { t } = useWords();
  const toast = useToast();
  const record = useWrite("diagnosis_record");
  const second = useSecondPerson();
  const lists = useRead("fault_lists", null);
  const [before] = useState<readonly Line[]>(() => {
    const said = life.diagnosis.records[0]?.lines ?? [blank];
    return said.map((line, key) => ({ key, said: line }));
  });
  const [lines, setLines] = useState(before);
  const [failure, setFailure] = useState<Failure | null>(null);
  const change = (key: number, edit: Partial<FaultLine>) =>
    setLines((now) => now.map((line) => (line.key === key ? { key, said: { ...line.said, ...edit } } : line)));
  const add = () => setLines((now) => [...now, { key: Math.max(0, ...now.map((line) => line.key)) + 1, said: blank }]);
  const save = async () => {
    try {
      const request = { id: life.row.id, lines: lines.map((line) => line.said) };
      await second.write(t("second-diagnosis", { rma: life.row.rma }), (person) => record.mutateAsync({ ...request, second: person }));
      toast({ text: t("diagnosis-saved") });
      onClose();
    } catch (thrown) {
      setFailure(toFailure(thrown));
    }
  };
  return (
    <FormDialog
      title={t("diagnosis-dialog", { rma: life.row.rma })}
      size="large"
      isTouched={lines !== before}
      at="lines.0.fault"
      saveLabel={t("diagnosis-save")}
      why={lists.data === undefined ? t("diagnosis-lists-trouble") : null}
      failure={failure}
      onSave={() => void save()}
      onClose={onClose}
      actions={<Button onPress={add}>{t("diagnosis-add-line")}</Button>}
    >
      {second.dialog}
      <p>{t("diagnosis-explain")}</p>
      {lists.data !== undefined &&
        lines.map((line, at) => (
          <LineFields
            key={line.key}
            at={at}
            line={line.said}
            lists={lists.data}
            failure={failure}
            onChange={(edit) => change(line.key, edit)}
            onRemove={lines.length === 1 ? null : () => setLines((now) => now.filter((one) => one.key !== line.key))}
          />
        ))}
    </FormDialog>
  );
}

function LineFields(props: {
  at: number;
  line: FaultLine;
  lists: FaultListShelf;
  failure: Failure | null;
  onChange: (edit: Partial<FaultLine>) => void;
  onRemove: (() => void) | null;
}) {
  const { at, line, lists, onChange } = props;
  const words = useWords();
  const { t } = words;
  const problem = (field: string) => {
    const found = props.failure?.problems.find((one) => one.field === `lines.${at}.${field}`);
    return found === undefined ? null : problemText(words, found.reason);
  };
  const entryOf = (list: ListName) => lists[list].find(({ entry }) => entry.code === line[list])?.entry;
  const fault = entryOf("fault");
  const cause = entryOf("cause");
  const saysCause = fault !== undefined && fault.finding !== null;
  return (
    <fieldset className={css["line"]}>
      <legend>{t("diagnosis-line", { number: at + 1 })}</legend>
      <div className={css["row"]}>
        {listNames.map((list) => (
          <TypeAhead
            key={list}
            name={`lines.${at}.${list}`}
            className={css["c4"]}
            label={t(`line-${list}`)}
            value={line[list]}
            options={spelt(words, lists[list])}
            onChange={(code) => {
              const codes = lists.fault.find(({ entry }) => entry.code === code)?.entry;
              // A fault that says its cause itself leaves none to be typed.
              onChange(list === "fault" && codes?.finding ? { fault: code, cause: "" } : { [list]: code });
            }}
            placeholder={t("line-choose")}
            none={t("line-none")}
            error={problem(list)}
            note={list === "cause" && saysCause ? t("diagnosis-cause-of-fault") : null}
            isRequired={list === "fault" || (list === "cause" && !saysCause)}
            isDisabled={list === "cause" && saysCause}
          />
        ))}
        <div className={css["c12"]}>
          <TextArea
            name={`lines.${at}.note`}
            label={t("line-note")}
            value={line.note}
            onChange={(note) => onChange({ note })}
            error={problem("note")}
          />
        </div>
      </div>
      {fault?.finding === "operates_normally" && <Notice tone="info" title={t("diagnosis-nff-hint")} />}
      {cause?.is_open === true && <Notice tone="due" title={t("diagnosis-open-hint")} />}
      {cause?.finding === "against_manual" && <Notice tone="info" title={t("diagnosis-second-why")} />}
      {props.onRemove !== null && (
        <Button kind="quiet" onPress={props.onRemove}>
          {t("diagnosis-remove-line", { number: at + 1 })}
        </Button>
      )}
    </fieldset>
  );
}
