// One enquiry: who asked what, its units on their way in, its result, and what happened. What was said and is owed is drawn
// by who knows how.

import { useNavigate } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { EnquiryLife, EnquiryUnitRow } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { useKeys } from "../../kit/keys";
import { Empty, Facts, Page, Panel, Section } from "../../kit/Page";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { personName } from "../../trade/person";
import { Code } from "../../trade/words";
import { AmendEnquiry, EndDialog, SendInDialog, UnitDialog } from "./Dialogs";
import css from "./Enquiry.module.css";
import { SerialAtHand } from "./SerialAtHand";

type Over = { kind: "amend" | "end" | "send" } | { kind: "unit"; unit: EnquiryUnitRow | null } | null;

export function EnquiryPage(props: { life: EnquiryLife; contact: ReactNode; timeline: ReactNode }) {
  const { life } = props;
  const { row, enquiry } = life;
  const words = useWords();
  const { t, times } = words;
  const toast = useToast();
  const [over, setOver] = useState<Over>(null);
  const reopen = useWrite("enquiry_reopen");
  const onError = (failure: Failure) => toast({ tone: "trouble", text: failureText(words, failure) });
  const openAgain = () => reopen.mutate({ id: row.id }, { onError, onSuccess: () => toast({ text: t("enquiry-reopened") }) });
  const isAllGiven = life.units.length > 0 && life.units.every((unit) => unit.rma !== null || unit.ticket !== null);
  const isEnded = row.result === "solved_remotely" || row.result === "no_answer";
  const off = row.result !== null && isEnded ? t(`result-${row.result}`) : isAllGiven ? t("enquiry-unit-coming") : null;
  const sendIn = () => {
    if (off === null) setOver({ kind: "send" });
  };
  useKeys([
    { id: "send-in", keys: "S", label: t("enquiry-send-in"), scope: "screen", run: sendIn },
    { id: "amend", keys: "E", label: t("enquiry-amend"), scope: "screen", run: () => setOver({ kind: "amend" }) },
    { id: "end", keys: "R", label: t("enquiry-end"), scope: "screen", run: () => setOver({ kind: "end" }) },
  ]);
  const close = () => setOver(null);
  return (
    <Page
      title={t("enquiry-title", { name: row.customer })}
      sub={t("enquiry-asked-at", { at: times.instant(row.received_at), way: t(`way-${row.way}`) })}
      aside={
        <>
          <Button kind="primary" keys="S" disabledReason={off} onPress={sendIn}>
            {t("enquiry-send-in")}
          </Button>
          <Button keys="R" onPress={() => setOver({ kind: "end" })}>
            {t("enquiry-end")}
          </Button>
          <Button keys="E" onPress={() => setOver({ kind: "amend" })}>
            {t("enquiry-amend")}
          </Button>
          {row.result !== null && <Button onPress={openAgain}>{t("enquiry-reopen")}</Button>}
        </>
      }
    >
      <div className={css["columns"]}>
        <div className={css["column"]}>
          <Panel>
            <Section title={t("enquiry-what")} hint={t("enquiry-recorded-by", { who: personName(t, life.recorded_by) })}>
              <p className={css["words"]}>{enquiry.words}</p>
              <Facts
                items={[
                  [t("field-customer-name"), enquiry.customer.name],
                  ...(enquiry.customer.phone === "" ? [] : [[t("field-customer-phone"), enquiry.customer.phone] as const]),
                  ...(enquiry.customer.company === "" ? [] : [[t("field-customer-company"), enquiry.customer.company] as const]),
                  ...(enquiry.customer.email === "" ? [] : [[t("field-customer-email"), enquiry.customer.email] as const]),
                  [t("field-result"), row.result === null ? t("enquiry-is-open") : t(`result-${row.result}`)],
                  ...(life.result_words === "" ? [] : [[t("field-result_words"), life.result_words] as const]),
                ]}
              />
            </Section>
          </Panel>
          <Panel>
            <Section
              title={t("enquiry-units")}
              hint={<Button onPress={() => setOver({ kind: "unit", unit: null })}>{t("enquiry-unit-add")}</Button>}
            >
              {life.units.length === 0 && <Empty title={t("enquiry-no-units")}>{t("enquiry-no-units-hint")}</Empty>}
              <ul className={css["units"]}>
                {life.units.map((unit, index) => (
                  <UnitLine key={unit.id} life={life} unit={unit} place={index + 1} onEdit={() => setOver({ kind: "unit", unit })} />
                ))}
              </ul>
            </Section>
          </Panel>
          <Panel>
            <Section title={t("section-timeline")} hint={t("timeline-hint")}>
              {props.timeline}
            </Section>
          </Panel>
        </div>
        <div className={css["column"]}>{props.contact}</div>
      </div>
      {over?.kind === "amend" && <AmendEnquiry life={life} onClose={close} />}
      {over?.kind === "end" && <EndDialog life={life} onUndo={openAgain} onClose={close} />}
      {over?.kind === "send" && <SendInDialog life={life} onClose={close} />}
      {over?.kind === "unit" && <UnitDialog life={life} unit={over.unit} onClose={close} />}
    </Page>
  );
}

function UnitLine(props: { life: EnquiryLife; unit: EnquiryUnitRow; place: number; onEdit: () => void }) {
  const { unit, place } = props;
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const toast = useToast();
  const receive = useWrite("enquiry_receive");
  const remove = useWrite("enquiry_unit_remove");
  const onError = (failure: Failure) => toast({ tone: "trouble", text: failureText(words, failure) });
  const { ticket } = unit;
  const begin = () =>
    receive.mutate(
      { id: props.life.row.id, unit: unit.id },
      { onError, onSuccess: (draft) => void navigate({ to: "/intake/$draft", params: { draft: draft.id } }) },
    );
  const isFree = unit.rma === null && unit.draft === null && ticket === null;
  const stage = ticket !== null ? "here" : unit.draft !== null ? "begun" : unit.rma !== null ? "coming" : "asked";
  return (
    <li>
      <span className={css["head"]}>
        <Code>{unit.unit.serial ?? t("enquiry-unit", { place })}</Code>
        <span>{unit.unit.model}</span>
        <strong>{t(`enquiry-unit-${stage}`)}</strong>
        {unit.rma !== null && <Code>{unit.rma}</Code>}
      </span>
      <span className={css["acts"]}>
        {ticket !== null ? (
          <Button onPress={() => void navigate({ to: "/tickets/$id", params: { id: ticket } })}>
            {t("at-hand-open-show", { rma: unit.rma ?? "" })}
          </Button>
        ) : (
          <>
            <Button label={t("named-value", { name: t(unit.draft === null ? "enquiry-receive" : "enquiry-receive-go-on"), value: place })} onPress={begin}>
              {t(unit.draft === null ? "enquiry-receive" : "enquiry-receive-go-on")}
            </Button>
            <Button kind="quiet" label={t("enquiry-unit-edit", { place })} onPress={props.onEdit}>
              {t("enquiry-amend")}
            </Button>
            {isFree && (
              <Button
                kind="quiet"
                label={t("enquiry-unit-remove", { place })}
                onPress={() => remove.mutate({ unit: unit.id }, { onError, onSuccess: () => toast({ text: t("enquiry-unit-removed") }) })}
              >
                {t("enquiry-unit-remove", { place })}
              </Button>
            )}
          </>
        )}
      </span>
      {unit.unit.symptom !== "" && <span className={css["words"]}>{unit.unit.symptom}</span>}
      {ticket === null && <SerialAtHand serial={unit.unit.serial ?? ""} model={unit.unit.model} />}
    </li>
  );
}
