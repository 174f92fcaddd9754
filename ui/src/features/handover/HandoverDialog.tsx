// What the customer gets leaves the house: how, with what, in which condition, paid by what. One Ctrl+Enter records all of
// it. A scanned receipt or waybill goes to its field from wherever the focus is.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useRead, useWrite } from "../../ipc/ipc";
import type { CollectionProof, TicketLife } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Checks } from "../../kit/Checks";
import { DateField } from "../../kit/DateField";
import { Disclosure } from "../../kit/Disclosure";
import { TextArea, TextField } from "../../kit/Field";
import { Section } from "../../kit/Page";
import { Segments } from "../../kit/Segments";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { problemText } from "../../trade/failure";
import { FormDialog } from "../../trade/FormDialog";
import { decidedFor, lacksReason, OldUnitFields } from "../../trade/oldUnit";
import { personName } from "../../trade/person";
import { carriers } from "./carriers";
import {
  beginning,
  cameWith,
  givesBack,
  isAmountWrong,
  outLoans,
  requestOf,
  scanned,
  type HandoverDraft,
} from "./draft";
import css from "./Handover.module.css";
import { MoneyFields } from "./MoneyFields";

const proofs: readonly CollectionProof[] = ["receipt", "pickup_code", "identity"];

/** A part of the dialog: the draft, how it changes, and what is wrong with a field. */
export interface PartProps {
  life: TicketLife;
  draft: HandoverDraft;
  set: (change: Partial<HandoverDraft>) => void;
  error: (field: string) => string | null;
}

export function HandoverDialog(props: { life: TicketLife; onClose: () => void }) {
  const { life, onClose } = props;
  const words = useWords();
  const { t, say, knows } = words;
  const toast = useToast();
  const record = useWrite("handover_record");
  const today = useRead("station_get", null).data?.today ?? "";
  const [before] = useState(() => beginning(life));
  const [draft, setDraft] = useState(before);
  const [failure, setFailure] = useState<Failure | null>(null);
  const set = (change: Partial<HandoverDraft>) => setDraft((now) => ({ ...now, ...change }));
  const error = (field: string) => {
    const problem = failure?.problems.find((one) => one.field === field);
    if (problem === undefined) return null;
    const own = `handover-problem-${field.replaceAll(".", "-")}-${problem.reason}`;
    return knows(own) ? say(own, {}, own) : problemText(words, problem.reason, field);
  };
  const part: PartProps = { life, draft, set, error };
  const resolution = life.row.resolution;
  const save = () =>
    record.mutate(requestOf(life, draft, today), {
      onError: setFailure,
      onSuccess: () => {
        toast({ text: t("handover-recorded", { rma: life.row.rma }) });
        onClose();
      },
    });
  return (
    <FormDialog
      title={t("handover-title", { rma: life.row.rma })}
      size="large"
      isTouched={JSON.stringify(draft) !== JSON.stringify(before)}
      at={draft.way === "shipped" ? "waybill" : "by"}
      saveLabel={t("handover-save")}
      why={isAmountWrong(draft) ? t("handover-amount-wrong") : lacksReason(decidedFor(life), draft.oldUnit) ? t("old-unit-needs-note") : null}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <WayFields {...part} onScan={(text) => setDraft((now) => scanned(now, text))} />
      {resolution === "exchange" && (
        <Section title={t("handover-given")}>
          <div className={css["fields"]}>
            <TextField
              name="given"
              label={t("handover-given-serial")}
              value={draft.givenSerial}
              onChange={(givenSerial) => set({ givenSerial })}
              error={error("given")}
              maxLength={80}
              isRequired
            />
            <TextField
              name="given.model"
              label={t("field-model")}
              value={draft.givenModel}
              onChange={(givenModel) => set({ givenModel })}
              error={error("given.model")}
              maxLength={80}
              isRequired
            />
          </div>
        </Section>
      )}
      <UnitFields {...part} />
      {!givesBack(resolution) && (
        <Section title={t("handover-old-unit")}>
          <div className={css["fields"]}>
            <OldUnitFields before={decidedFor(life)} unit={draft.oldUnit} onChange={(oldUnit) => set({ oldUnit })} />
          </div>
        </Section>
      )}
      <MoneyFields {...part} />
      <TextArea name="note" label={t("handover-note")} value={draft.note} onChange={(note) => set({ note })} error={error("note")} />
      <Earlier {...part} />
    </FormDialog>
  );
}

function WayFields(props: PartProps & { onScan: (text: string) => void }) {
  const { life, draft, set, error, onScan } = props;
  const { t } = useWords();
  const scans = life.attachments;
  return (
    <Section
      title={t("handover-way")}
      hint={
        <Segments
          label={t("handover-way")}
          value={draft.way}
          options={[
            { value: "shipped", label: t("handover-shipped") },
            { value: "collected", label: t("handover-collected") },
          ]}
          onChange={(way) => set({ way })}
        />
      }
    >
      <p>{t("handover-scan-hint")}</p>
      <div className={css["fields"]}>
        {draft.way === "shipped" ? (
          <>
            <TextField
              name="waybill"
              label={t("field-waybill")}
              value={draft.waybill}
              onChange={(waybill) => set({ waybill })}
              onScan={onScan}
              error={error("waybill")}
              autoFocus
            />
            <Select
              name="carrier"
              label={t("field-carrier")}
              note={t("handover-carrier-note")}
              value={draft.carrier}
              options={carriers.map((value) => ({ value, label: t(`carrier-${value}`) }))}
              onChange={(carrier) => set({ carrier })}
              error={error("carrier")}
              placeholder={t("choose")}
            />
          </>
        ) : (
          <>
            <TextField
              name="by"
              label={t("handover-by")}
              value={draft.by}
              onChange={(by) => set({ by })}
              error={error("by")}
              maxLength={200}
              isRequired
            />
            <Select
              name="proof"
              label={t("handover-proof")}
              value={draft.proof}
              options={proofs.map((value) => ({ value, label: t(`collection_proof-${value}`) }))}
              onChange={(proof) => set({ proof })}
              placeholder={t("choose")}
            />
            {draft.proof !== "identity" && (
              <TextField
                name="shown"
                label={t(draft.proof === "receipt" ? "handover-receipt-number" : "handover-pickup-code")}
                value={draft.shown}
                onChange={(shown) => set({ shown })}
                onScan={onScan}
                autoFocus
                isRequired
              />
            )}
            {draft.proof === "identity" && <p>{t("handover-identity-hint")}</p>}
            <Select
              name="signature"
              label={t("handover-signature")}
              value={draft.signature}
              options={[
                { value: "on_paper", label: t("handover-signed-on-paper") },
                ...scans.map((scan) => ({ value: scan.id, label: t("handover-signed-on", { name: scan.name }) })),
              ]}
              onChange={(signature) => set({ signature })}
              error={error("signature")}
              placeholder={t("choose")}
              isRequired
            />
          </>
        )}
      </div>
    </Section>
  );
}

/** What belongs to the unit, and how it looks beside how it came. */
function UnitFields(props: PartProps) {
  const { life, draft, set, error } = props;
  const { t, say } = useWords();
  const resolution = life.row.resolution;
  const items = cameWith(life);
  const loans = outLoans(life);
  const asksPart =
    (resolution === "free_repair" || resolution === "paid_repair") && life.assessment.facts.claim_object === "part";
  const asksFreight = life.work.resolutions[0]?.reason === "without_consent";
  const missing = items.filter((item) => !draft.returned.includes(item));
  return (
    <>
      {givesBack(resolution) && (
        <Section
          title={t("handover-accessories")}
          hint={
            items.length > 0 && (
              <Button kind="quiet" onPress={() => set({ returned: items })}>
                {t("handover-all-returned")}
              </Button>
            )
          }
        >
          {items.length === 0 ? (
            <p>{t("handover-no-accessories")}</p>
          ) : (
            <Checks
              name="accessories"
              label={t("handover-accessories")}
              values={draft.returned}
              options={items.map((item) => ({ value: item, label: say(`accessory-${item}`, {}, item) }))}
              onChange={(returned) => set({ returned })}
            />
          )}
          {missing.length > 0 && (
            <TextArea
              name="missing_note"
              label={t("handover-missing-note")}
              value={draft.missingNote}
              onChange={(missingNote) => set({ missingNote })}
              error={error("missing_note")}
            />
          )}
          <div className={css["beside"]}>
            <div>
              <div className={css["caption"]}>{t("handover-condition-before")}</div>
              <p>{life.intake.condition === "" ? t("handover-condition-unsaid") : life.intake.condition}</p>
            </div>
            <TextArea
              name="condition"
              label={t("handover-condition-after")}
              note={t("handover-condition-note")}
              value={draft.condition}
              onChange={(condition) => set({ condition })}
              error={error("condition")}
            />
          </div>
        </Section>
      )}
      {asksPart && (
        <TextField
          name="repaired_part"
          label={t("handover-part")}
          note={t("handover-part-note")}
          value={draft.part}
          onChange={(text) => set({ part: text })}
          error={error("repaired_part")}
          maxLength={200}
          isRequired
        />
      )}
      {asksFreight && life.handover.freight !== null && (
        <p>
          {t("handover-freight-answered", {
            bearer: t(`freight_bearer-${life.handover.freight.bearer}`),
            who: personName(t, life.handover.freight.decided_by),
          })}
        </p>
      )}
      {asksFreight && life.handover.freight === null && (
        <Select
          name="freight"
          label={t("handover-freight")}
          note={t("handover-freight-note")}
          value={draft.freight}
          options={[
            { value: "company", label: t("freight_bearer-company") },
            { value: "customer", label: t("freight_bearer-customer") },
          ]}
          onChange={(freight) => set({ freight })}
          error={error("freight")}
          placeholder={t("choose")}
          isRequired
        />
      )}
      {loans.length > 0 && (
        <Section title={t("handover-loans")}>
          <Checks
            name="loans_back"
            label={t("handover-loans")}
            values={draft.loansBack}
            options={loans.map((loan) => ({ value: loan.id, label: t("handover-loan-back", { serial: loan.serial }) }))}
            onChange={(loansBack) => set({ loansBack })}
          />
          {draft.loansBack.length < loans.length && (
            <TextField
              name="loan_note"
              label={t("handover-loan-note")}
              value={draft.loanNote}
              onChange={(loanNote) => set({ loanNote })}
              error={error("loan_note")}
            />
          )}
        </Section>
      )}
    </>
  );
}

/** It may have happened before it is written down. */
function Earlier(props: PartProps) {
  const { draft, set, error } = props;
  const { t, times } = useWords();
  const isWrong = ["on", "at", "late_reason"].some((field) => error(field) !== null);
  return (
    <Disclosure
      title={t("handover-earlier")}
      summary={draft.on === null ? t("handover-now") : times.day(draft.on)}
      isOpen={isWrong}
    >
      <div className={css["fields"]}>
        <DateField name="on" label={t("handover-on")} value={draft.on} onChange={(on) => set({ on })} error={error("on")} />
        <TextField name="at" label={t("handover-at")} placeholder="15:30" value={draft.at} onChange={(at) => set({ at })} error={error("at")} />
      </div>
      <TextField
        name="late_reason"
        label={t("handover-late-reason")}
        value={draft.lateReason}
        onChange={(lateReason) => set({ lateReason })}
        error={error("late_reason")}
      />
    </Disclosure>
  );
}
