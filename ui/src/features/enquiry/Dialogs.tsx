// The dialogs of an enquiry: correcting it, its units, having them sent in, and stating what came of it.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { EnquiryLife, EnquiryResult, EnquiryUnitRow } from "../../ipc/types.generated";
import { Checks } from "../../kit/Checks";
import { TextArea } from "../../kit/Field";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { useFieldProblems } from "../../trade/fieldProblems";
import { FormDialog } from "../../trade/FormDialog";
import { UnitFields, WhatFields, WhoFields } from "./Fields";
import { isAnswerable, saidOf, unnamed } from "./said";

export function AmendEnquiry(props: { life: EnquiryLife; onClose: () => void }) {
  const { life, onClose } = props;
  const { t } = useWords();
  const toast = useToast();
  const amend = useWrite("enquiry_amend");
  const [enquiry, setEnquiry] = useState(life.enquiry);
  const [failure, setFailure] = useState<Failure | null>(null);
  const problem = useFieldProblems(failure);
  const save = () =>
    amend.mutate(
      { id: life.row.id, enquiry },
      {
        onError: setFailure,
        onSuccess: () => {
          toast({ text: t("enquiry-amended") });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t("enquiry-amend-title")}
      size="large"
      isTouched={enquiry !== life.enquiry}
      at="customer.name"
      saveLabel={t("enquiry-amend-save")}
      why={isAnswerable(enquiry.customer, enquiry.words) ? null : t("enquiry-contact-needed")}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <WhoFields customer={enquiry.customer} onChange={(customer) => setEnquiry({ ...enquiry, customer })} problem={problem} />
      <WhatFields
        way={enquiry.way}
        words={enquiry.words}
        onWay={(way) => setEnquiry({ ...enquiry, way })}
        onWords={(words) => setEnquiry({ ...enquiry, words })}
        problem={problem}
      />
    </FormDialog>
  );
}

export function UnitDialog(props: { life: EnquiryLife; unit: EnquiryUnitRow | null; onClose: () => void }) {
  const { life, unit, onClose } = props;
  const { t } = useWords();
  const save = useWrite("enquiry_unit");
  const before = unit === null ? unnamed : saidOf(unit.unit);
  const [said, setSaid] = useState(before);
  const [failure, setFailure] = useState<Failure | null>(null);
  const problem = useFieldProblems(failure);
  return (
    <FormDialog
      title={t("enquiry-unit-title")}
      size="large"
      isTouched={JSON.stringify(said) !== JSON.stringify(before)}
      at="unit.serial"
      saveLabel={t("enquiry-unit-save")}
      why={null}
      failure={failure}
      onSave={() => save.mutate({ id: life.row.id, unit: unit?.id ?? null, said }, { onError: setFailure, onSuccess: onClose })}
      onClose={onClose}
    >
      <UnitFields unit={said} at="unit" onChange={setSaid} problem={problem} />
    </FormDialog>
  );
}

export function SendInDialog(props: { life: EnquiryLife; onClose: () => void }) {
  const { life, onClose } = props;
  const { t } = useWords();
  const toast = useToast();
  const send = useWrite("enquiry_send_in");
  const free = life.units.filter((unit) => unit.rma === null && unit.ticket === null);
  const [chosen, setChosen] = useState<readonly string[]>(free.map((unit) => unit.id));
  const [why, setWhy] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const isNamed = free.length > 0;
  const isSilent = !life.is_attempted && why.trim() === "";
  const save = () =>
    send.mutate(
      { id: life.row.id, units: [...chosen], why_no_attempt: why },
      {
        onError: setFailure,
        onSuccess: () => {
          toast({ text: t("enquiry-sent-in", { count: Math.max(1, chosen.length) }) });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t("enquiry-send-in-title")}
      isTouched={why.trim() !== ""}
      at="why_no_attempt"
      saveLabel={t("enquiry-send-in-save")}
      why={isSilent ? t("enquiry-send-in-why-note") : isNamed && chosen.length === 0 ? t("choose") : null}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <p>{t("enquiry-send-in-explain")}</p>
      {isNamed ? (
        <Checks
          name="units"
          label={t("enquiry-units")}
          values={chosen}
          options={free.map((unit) => ({
            value: unit.id,
            label: [unit.unit.serial ?? t("enquiry-unit", { place: life.units.indexOf(unit) + 1 }), unit.unit.model].join(" ").trim(),
          }))}
          onChange={setChosen}
        />
      ) : (
        <p>{t("enquiry-send-in-unnamed")}</p>
      )}
      {!life.is_attempted && (
        <TextArea
          name="why_no_attempt"
          label={t("enquiry-send-in-why")}
          note={t("enquiry-send-in-why-note")}
          value={why}
          onChange={setWhy}
          isRequired
          rows={3}
        />
      )}
    </FormDialog>
  );
}

const results: readonly EnquiryResult[] = ["solved_remotely", "hardware_fault", "send_in", "no_answer"];

export function EndDialog(props: { life: EnquiryLife; onUndo: () => void; onClose: () => void }) {
  const { life, onClose } = props;
  const { t } = useWords();
  const toast = useToast();
  const end = useWrite("enquiry_end");
  const [result, setResult] = useState<EnquiryResult | null>(null);
  const [words, setWords] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const lacking = (of: EnquiryResult): string | null => {
    if (of === "no_answer") return life.is_tried ? null : t("enquiry-try-first");
    if (of === "send_in") return life.units.some((unit) => unit.rma !== null) ? null : t("enquiry-send-first");
    return life.is_attempted ? null : t("enquiry-attempt-first");
  };
  const save = () => {
    if (result === null) return;
    end.mutate(
      { id: life.row.id, result, words },
      {
        onError: setFailure,
        onSuccess: () => {
          toast({
            text: t("enquiry-ended", { result: t(`result-${result}`) }),
            undo: { label: t("enquiry-undo-end"), run: props.onUndo },
          });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("enquiry-end-title")}
      isTouched={words.trim() !== ""}
      at="words"
      saveLabel={t("enquiry-end-save")}
      why={result === null ? t("enquiry-choose-result") : lacking(result)}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <Select
        name="result"
        label={t("field-result")}
        value={result}
        options={results.map((value) => ({ value, label: t(`result-${value}`) }))}
        onChange={setResult}
        note={result === null ? null : lacking(result)}
        placeholder={t("choose")}
        isRequired
      />
      <TextArea name="words" label={t("enquiry-end-words")} value={words} onChange={setWords} rows={3} />
    </FormDialog>
  );
}
