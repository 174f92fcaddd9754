// Asking a person about a work order: what is excused, given or held to be wrong, and why.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useRead, useWrite } from "../../ipc/ipc";
import type { DecisionEvidence, DecisionKind, Excuse, Remedy, Role, TicketLife } from "../../ipc/types.generated";
import { Checks } from "../../kit/Checks";
import { TextArea } from "../../kit/Field";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { FormDialog } from "../../trade/FormDialog";

/** What people ask; the other kinds a determination asks by itself. */
const kinds: readonly DecisionKind[] = ["waiver", "goodwill", "exception", "cause", "our_work", "freight"];
const remedies: readonly Remedy[] = ["refund", "exchange", "free_repair", "paid_repair"];
const excuses: readonly Excuse[] = ["warranty_certificate", "purchase_proof", "accessories"];
const roles: readonly Role[] = ["manager", "adjudicator", "hq"];

/** Whom a kind is for, as the back end has it where nobody says otherwise. */
function askedOf(kind: DecisionKind): Role {
  return kind === "cause" || kind === "our_work" || kind === "exception" ? "adjudicator" : "manager";
}

export function AskDialog(props: { life: TicketLife; onClose: () => void }) {
  const { life, onClose } = props;
  const { t, times } = useWords();
  const toast = useToast();
  const ask = useWrite("decision_ask");
  const today = useRead("station_get", null).data?.today;
  const [kind, setKind] = useState<DecisionKind | null>(null);
  const [role, setRole] = useState<Role | null>(null);
  const [remedy, setRemedy] = useState<Remedy | null>(null);
  const [excused, setExcused] = useState<Excuse[]>([]);
  const [evidence, setEvidence] = useState<string[]>([]);
  const [why, setWhy] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const namesRemedy = kind === "goodwill" || kind === "exception";
  const onRecord = [
    ...life.attachments.map((one) => ({ value: `attachment ${one.id}`, label: one.name })),
    ...life.papers.map((one) => ({ value: `paper ${one.id}`, label: t(`form-${one.form}`) })),
  ];
  const missing =
    kind === null
      ? t("decision-kind-needed")
      : namesRemedy && remedy === null
        ? t("decision-remedy-needed")
        : kind === "waiver" && excused.length === 0
          ? t("decision-excuse-needed")
          : why.trim() === ""
            ? t("reason-needed")
            : null;
  const send = () => {
    if (kind === null || today === undefined) return;
    ask.mutate(
      {
        id: life.row.id,
        kind,
        words: why.trim(),
        asked_of: role ?? askedOf(kind),
        clause: null,
        remedy: namesRemedy ? remedy : null,
        excuses: kind === "waiver" ? excused : [],
        evidence: evidence.map(evidenceOf),
      },
      {
        onError: setFailure,
        onSuccess: (row) => {
          toast({ text: t("decision-asked", { role: t(`role-${row.asked_of}`), day: times.day(row.due_on) }) });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("decision-ask-title", { rma: life.row.rma })}
      size="medium"
      isTouched={why.trim() !== "" || kind !== null}
      at="words"
      saveLabel={t("decision-ask-send")}
      why={missing}
      failure={failure}
      onSave={send}
      onClose={onClose}
    >
      <Select
        name="kind"
        label={t("decision-ask-kind")}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`decision-kind-${value}`) }))}
        onChange={setKind}
        placeholder={t("choose")}
        note={kind === null ? null : t(`decision-question-${kind}`)}
        isRequired
      />
      {namesRemedy && (
        <Select
          name="remedy"
          label={t("decision-ask-remedy")}
          value={remedy}
          options={remedies.map((value) => ({ value, label: t(`remedy-${value}`) }))}
          onChange={setRemedy}
          placeholder={t("choose")}
          isRequired
        />
      )}
      {kind === "waiver" && (
        <Checks
          name="excuses"
          label={t("decision-ask-excuses")}
          values={excused}
          options={excuses.map((value) => ({ value, label: t(`decision-excuse-${value}`) }))}
          onChange={setExcused}
        />
      )}
      <TextArea
        name="words"
        label={t("decision-ask-words")}
        note={t("decision-ask-words-hint")}
        value={why}
        onChange={setWhy}
        isRequired
        rows={3}
      />
      {onRecord.length > 0 && (
        <>
          <p>{t("decision-ask-evidence")}</p>
          <Checks
            name="evidence"
            label={t("decision-ask-evidence")}
            values={evidence}
            options={onRecord}
            onChange={setEvidence}
          />
        </>
      )}
      <Select
        name="asked_of"
        label={t("decision-asked-of")}
        value={role ?? (kind === null ? null : askedOf(kind))}
        options={roles.map((value) => ({ value, label: t(`role-${value}`) }))}
        onChange={setRole}
        placeholder={t("choose")}
      />
    </FormDialog>
  );
}

function evidenceOf(value: string): DecisionEvidence {
  const [kind = "", id = ""] = value.split(" ");
  return kind === "paper" ? { kind: "paper", id } : { kind: "attachment", id };
}
