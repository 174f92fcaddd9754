// A new enquiry, typed while the customer is on the phone. What is advised at once is the first entry of its log; what is
// not is owed within 24 hours of working days (4.1).

import { useNavigate, useSearch } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { AttemptResult, UnitSaid, Way } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { DateField } from "../../kit/DateField";
import { Disclosure } from "../../kit/Disclosure";
import { TextArea, TextField } from "../../kit/Field";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { Page, Panel, Section } from "../../kit/Page";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { useFieldProblems } from "../../trade/fieldProblems";
import { nobody } from "../../trade/nobody";
import { useUnsaved } from "../../trade/useUnsaved";
import { UnitFields, WhatFields, WhoFields } from "./Fields";
import { isAnswerable, unnamed } from "./said";
import css from "./Enquiry.module.css";

const attempts: readonly (AttemptResult | "none")[] = ["none", "solved", "not_solved", "declined", "not_possible"];

interface Unit {
  readonly key: number;
  readonly said: UnitSaid;
}

export function NewEnquiryPage() {
  const { serial = "" } = useSearch({ from: "/enquiries/new" });
  return <NewEnquiry key={serial} serial={serial} />;
}

function NewEnquiry(props: { serial: string }) {
  const words = useWords();
  const { t, times } = words;
  const navigate = useNavigate();
  const toast = useToast();
  const fields = useRef<HTMLDivElement>(null);
  const open = useWrite("enquiry_open");
  const [way, setWay] = useState<Way>("call");
  const [customer, setCustomer] = useState(nobody);
  const [receivedOn, setReceivedOn] = useState<string | null>(null);
  const [receivedTime, setReceivedTime] = useState("");
  const [asked, setAsked] = useState("");
  const [units, setUnits] = useState<readonly Unit[]>([{ key: 0, said: { ...unnamed, serial: props.serial } }]);
  const [advice, setAdvice] = useState("");
  const [attempt, setAttempt] = useState<AttemptResult | "none">("none");
  const [failure, setFailure] = useState<Failure | null>(null);
  const problem = useFieldProblems(failure);
  const isReady = isAnswerable(customer, asked);
  const named = units.map(({ said }) => said).filter((said) => Object.values(said).some((value) => value !== null && value.trim() !== ""));
  const came = [receivedOn ?? "", receivedTime.trim()].filter((said) => said !== "").join(" ");
  const isTouched = came !== "" || customer !== nobody || named.length > 0 || [asked, advice].some((text) => text.trim() !== "");
  const save = () => {
    if (!isReady || open.isPending) return;
    open.mutate(
      {
        way,
        received_on: receivedOn,
        received_time: receivedTime,
        customer,
        words: asked,
        units: named,
        advice,
        attempt: advice.trim() === "" || attempt === "none" ? null : attempt,
      },
      {
        onError: setFailure,
        onSuccess: ({ row }) => {
          const text =
            row.replied_at === null ? t("enquiry-saved-due", { at: times.instant(row.reply_due_at) }) : t("enquiry-saved");
          toast({ text });
          void navigate({ to: "/enquiries/$id", params: { id: row.id }, replace: true });
        },
      },
    );
  };
  const unsaved = useUnsaved({ isTouched, fields, at: "customer.name", onClose: () => void navigate({ to: "/enquiries" }) });
  useKeys([
    { id: "save-enquiry", keys: "Ctrl+Enter", label: t("enquiry-save"), scope: "screen", run: save },
    { id: "leave", keys: "Escape", label: t("go-back"), scope: "screen", run: unsaved.leave },
  ]);
  const put = (key: number, said: UnitSaid) => setUnits(units.map((unit) => (unit.key === key ? { key, said } : unit)));
  const add = () => setUnits([...units, { key: Math.max(-1, ...units.map((unit) => unit.key)) + 1, said: unnamed }]);
  return (
    <Page
      title={t("enquiry-new-title")}
      sub={t("enquiry-new-explain")}
      aside={
        <>
          <Button keys="Escape" onPress={unsaved.leave}>
            {unsaved.leaveLabel}
          </Button>
          <Button kind="primary" keys="Ctrl+Enter" disabledReason={isReady ? null : t("enquiry-contact-needed")} onPress={save}>
            {t("enquiry-save")}
          </Button>
        </>
      }
    >
      {unsaved.notice}
      {failure !== null && <Notice tone="over" isAlert title={failureText(words, failure)} />}
      <div ref={fields} className={css["column"]}>
        <Panel>
          <Section title={t("enquiry-who")}>
            <WhoFields customer={customer} onChange={setCustomer} problem={problem} takesFocus />
          </Section>
          <Section title={t("enquiry-what")}>
            <WhatFields way={way} words={asked} onWay={setWay} onWords={setAsked} problem={problem} />
            <Disclosure title={t("enquiry-earlier")} summary={came === "" ? t("enquiry-earlier-hint") : came}>
              <div className={css["fields"]}>
                <DateField
                  name="received_on"
                  label={t("enquiry-on")}
                  value={receivedOn}
                  onChange={setReceivedOn}
                  error={receivedOn === null ? null : problem("received_at")}
                />
                <TextField
                  name="received_time"
                  label={t("enquiry-at")}
                  note={t("enquiry-at-note")}
                  value={receivedTime}
                  onChange={setReceivedTime}
                  error={problem("received_time") ?? (receivedOn === null ? problem("received_at") : null)}
                />
              </div>
            </Disclosure>
          </Section>
        </Panel>
        <Panel>
          <Section title={t("enquiry-units")} hint={t("enquiry-units-hint")}>
            {units.map(({ key, said }, index) => (
              <div key={key} role="group" aria-label={t("enquiry-unit", { place: index + 1 })}>
                <UnitFields unit={said} at={`units.${index}`} onChange={(unit) => put(key, unit)} problem={problem} />
                {units.length > 1 && (
                  <Button
                    kind="quiet"
                    label={t("enquiry-unit-remove", { place: index + 1 })}
                    onPress={() => setUnits(units.filter((unit) => unit.key !== key))}
                  >
                    {t("enquiry-unit-remove", { place: index + 1 })}
                  </Button>
                )}
              </div>
            ))}
            <Button onPress={add}>{t("enquiry-unit-add")}</Button>
          </Section>
        </Panel>
        <Panel>
          <Section title={t("enquiry-answer")} hint={t("enquiry-answer-hint")}>
            <TextArea name="advice" label={t("enquiry-advice")} value={advice} onChange={setAdvice} error={problem("advice")} rows={3} />
            {advice.trim() !== "" && (
              <Select
                name="attempt"
                label={t("enquiry-attempt")}
                value={attempt}
                options={attempts.map((value) => ({
                  value,
                  label: value === "none" ? t("enquiry-attempt-none") : t(`attempt-${value}`),
                }))}
                onChange={setAttempt}
                placeholder={t("choose")}
              />
            )}
          </Section>
        </Panel>
      </div>
    </Page>
  );
}
