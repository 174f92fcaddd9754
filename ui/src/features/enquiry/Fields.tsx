// The fields of an enquiry: who asks, how, what; and those of one unit, with what is known of its serial at once.

import { useWords } from "../../i18n/i18n";
import type { Customer, UnitSaid, Way } from "../../ipc/types.generated";
import { TextArea, TextField } from "../../kit/Field";
import { Segments } from "../../kit/Segments";
import { Select } from "../../kit/Select";
import { ways } from "../../trade/duties";
import { FoundPeople } from "../../trade/FoundPeople";
import type { FieldProblems } from "../../trade/fieldProblems";
import { classes } from "./said";
import css from "./Enquiry.module.css";
import { SerialAtHand } from "./SerialAtHand";

export function WhoFields(props: { customer: Customer; onChange: (customer: Customer) => void; problem: FieldProblems; takesFocus?: boolean }) {
  const { customer, onChange, problem } = props;
  const { t } = useWords();
  return (
    <div className={css["fields"]}>
      <TextField
        name="customer.phone"
        label={t("field-customer-phone")}
        value={customer.phone}
        onChange={(phone) => onChange({ ...customer, phone })}
        note={t("customer-find-hint")}
        error={problem("customer.phone")}
        inputMode="tel"
        autoFocus={props.takesFocus ?? false}
      />
      <TextField
        name="customer.name"
        label={t("field-customer-name")}
        value={customer.name}
        onChange={(name) => onChange({ ...customer, name })}
        error={problem("customer.name")}
        isRequired
      />
      <TextField
        name="customer.company"
        label={t("field-customer-company")}
        value={customer.company}
        onChange={(company) => onChange({ ...customer, company })}
        error={problem("customer.company")}
      />
      <TextField
        name="customer.email"
        label={t("field-customer-email")}
        value={customer.email}
        onChange={(email) => onChange({ ...customer, email })}
        error={problem("customer.email")}
        inputMode="email"
      />
      {customer.name === "" && <FoundPeople className={css["full"]} phone={customer.phone} onTake={onChange} />}
    </div>
  );
}

export function WhatFields(props: {
  way: Way;
  words: string;
  onWay: (way: Way) => void;
  onWords: (words: string) => void;
  problem: FieldProblems;
}) {
  const { t } = useWords();
  return (
    <>
      <Segments
        label={t("field-way")}
        value={props.way}
        options={ways.map((value) => ({ value, label: t(`way-${value}`) }))}
        onChange={props.onWay}
      />
      <TextArea
        name="words"
        label={t("enquiry-words")}
        value={props.words}
        onChange={props.onWords}
        error={props.problem("words")}
        isRequired
        rows={3}
      />
    </>
  );
}

export function UnitFields(props: { unit: UnitSaid; at: string; onChange: (unit: UnitSaid) => void; problem: FieldProblems }) {
  const { unit, at, onChange, problem } = props;
  const { t } = useWords();
  return (
    <div className={css["fields"]}>
      <TextField
        name={`${at}.serial`}
        label={t("field-serial")}
        value={unit.serial}
        onChange={(serial) => onChange({ ...unit, serial })}
        onScan={(serial) => onChange({ ...unit, serial })}
        error={problem(`${at}.serial`)}
        maxLength={80}
      />
      <TextField
        name={`${at}.model`}
        label={t("field-model")}
        value={unit.model}
        onChange={(model) => onChange({ ...unit, model })}
        error={problem(`${at}.model`)}
      />
      <Select
        name={`${at}.product_class`}
        label={t("field-product_class")}
        value={unit.product_class ?? "unknown"}
        options={[
          { value: "unknown", label: t("enquiry-class-unsaid") },
          ...classes.map((value) => ({ value, label: t(`product_class-${value}`) })),
        ]}
        onChange={(value) => onChange({ ...unit, product_class: value === "unknown" ? null : value })}
        placeholder={t("choose")}
      />
      <TextField
        name={`${at}.symptom`}
        label={t("enquiry-unit-symptom")}
        value={unit.symptom}
        onChange={(symptom) => onChange({ ...unit, symptom })}
        error={problem(`${at}.symptom`)}
      />
      <SerialAtHand serial={unit.serial} model={unit.model} />
    </div>
  );
}
