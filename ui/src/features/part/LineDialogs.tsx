// A part of a work order is put in, or is expected on another day.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { PartLine, RepairTerms } from "../../ipc/types.generated";
import { DateField } from "../../kit/DateField";
import { TextField } from "../../kit/Field";
import { Segments } from "../../kit/Segments";
import { useToast } from "../../kit/toasts";
import { FormDialog } from "../../trade/FormDialog";
import css from "./Part.module.css";

const terms: readonly RepairTerms[] = ["warranty", "paid"];

export function IssueDialog(props: { line: PartLine; onClose: () => void }) {
  const { line, onClose } = props;
  const { number, is_serialised: hasSerials } = line.card;
  const { t } = useWords();
  const toast = useToast();
  const issue = useWrite("part_issue");
  const [bears, setBears] = useState<RepairTerms>(line.terms);
  const [before, setBefore] = useState("");
  const [after, setAfter] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = () =>
    issue.mutate(
      { line: line.id, terms: bears, serial_old: before, serial_new: after },
      {
        onError: setFailure,
        onSuccess: () => {
          toast({ text: t("part-issued", { number }) });
          onClose();
        },
      },
    );
  const scanned = (set: (text: string) => void) => (text: string) => {
    setFailure(null);
    set(text);
  };
  return (
    <FormDialog
      title={t("part-issue-title", { number })}
      size="medium"
      saveLabel={t("part-issue")}
      isTouched={before !== "" || after !== "" || bears !== line.terms}
      at="serial_old"
      why={hasSerials && after.trim() === "" ? t("part-needs-serial") : null}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <div className={css["fields"]}>
        <TextField
          name="serial_old"
          label={t("part-old")}
          note={t("part-old-note")}
          value={before}
          onChange={scanned(setBefore)}
          onScan={scanned(setBefore)}
          maxLength={80}
          autoFocus
        />
        <TextField
          name="serial_new"
          label={t("part-new")}
          value={after}
          onChange={scanned(setAfter)}
          onScan={scanned(setAfter)}
          maxLength={80}
          isRequired={hasSerials}
        />
        <Segments
          label={t("part-terms")}
          value={bears}
          options={terms.map((value) => ({ value, label: t(`part_terms-${value}`) }))}
          onChange={setBears}
        />
      </div>
    </FormDialog>
  );
}

export function ExpectDialog(props: { line: PartLine; onClose: () => void }) {
  const { line, onClose } = props;
  const { t } = useWords();
  const toast = useToast();
  const expect = useWrite("part_expect");
  const [on, setOn] = useState(line.expected_on);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = () =>
    expect.mutate(
      { line: line.id, expected_on: on },
      {
        onError: setFailure,
        onSuccess: () => {
          toast({ text: t("part-expected-saved") });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t("part-expect-title", { number: line.card.number })}
      saveLabel={t("part-save")}
      isTouched={on !== line.expected_on}
      at="expected_on"
      why={null}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <DateField
        name="expected_on"
        label={t("part-expect-day")}
        note={t("part-expect-unknown")}
        value={on}
        onChange={setOn}
      />
    </FormDialog>
  );
}
