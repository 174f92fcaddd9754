// What can be moved in what-if: the dates, what kind of claim it is, the findings and the evidence.

import { useWords } from "../../i18n/i18n";
import type { ClaimObject, Facts, ProductClass, SaleKind } from "../../ipc/types.generated";
import { DateField } from "../../kit/DateField";
import { Section } from "../../kit/Page";
import { Segments } from "../../kit/Segments";
import { Select } from "../../kit/Select";
import { StateList, type StateItem } from "../../kit/StateList";
import { EVIDENCE_ANSWERS, evidenceItems } from "../../trade/evidence";
import { answerOf, factOf, known, knownValue } from "../../trade/facts";
import { FindingsFact } from "../../trade/FindingsFact";
import type { DateSource } from "./dateSource";
import css from "./WhatIf.module.css";

const sources: readonly DateSource[] = ["both", "voucher", "contract"];
const classes: readonly ProductClass[] = ["terminal", "module", "detector"];
const objects: readonly ClaimObject[] = ["whole", "part"];
const saleKinds: readonly SaleKind[] = ["normal", "special_price", "prototype_special_price", "borrowed"];

interface FieldsProps {
  facts: Facts;
  source: DateSource;
  onFacts: (change: Partial<Facts>) => void;
  onSource: (source: DateSource) => void;
}

export function WhatIfFields(props: FieldsProps) {
  const { facts, onFacts } = props;
  const words = useWords();
  const { t } = words;
  const answer = answerOf(facts.accessories_complete);
  const accessories: StateItem = {
    name: "accessories_complete",
    label: t("what_if-accessories"),
    answer,
    answers: EVIDENCE_ANSWERS,
    word: t(`answer-${answer}`),
    onAnswer: (given) => onFacts({ accessories_complete: factOf(given) }),
  };
  return (
    <div className={css["fields"]}>
      <Dates {...props} />
      <Section title={t("what_if-claim")}>
        <div className={css["row"]}>
          <Choice name="product_class" label={t("field-product_class")} value={knownValue(facts.product_class)} values={classes} word={(value) => t(`product_class-${value}`)} onChange={(product_class) => onFacts({ product_class })} />
          <Choice name="claim_object" label={t("field-claim_object")} value={knownValue(facts.claim_object)} values={objects} word={(value) => t(`claim_object-${value}`)} onChange={(claim_object) => onFacts({ claim_object })} />
          <Choice name="sale_kind" label={t("field-sale_kind")} value={knownValue(facts.sale_kind)} values={saleKinds} word={(value) => t(`sale_kind-${value}`)} onChange={(sale_kind) => onFacts({ sale_kind })} />
        </div>
      </Section>
      <FindingsFact facts={facts} onChange={onFacts} />
      <Section title={t("what_if-evidence")} hint={t("checklist-keys")}>
        <StateList
          label={t("what_if-evidence")}
          columns={2}
          items={[...evidenceItems(words, facts, (edit) => onFacts(edit(facts))), accessories]}
        />
      </Section>
    </div>
  );
}

function Dates(props: FieldsProps) {
  const { facts, source, onFacts } = props;
  const { t, times } = useWords();
  const purchase = known(facts.purchase);
  const voucher = knownValue(purchase?.voucher_date);
  const contract = knownValue(purchase?.contract_date);
  const claimed = knownValue(facts.claim_date);
  const weekday = (date: string | null) => (date === null ? null : times.weekday(date));
  return (
    <Section title={t("what_if-dates")}>
      <div className={css["row"]}>
        <DateField
          name="purchase.voucher_date"
          label={t("field-voucher_date")}
          note={weekday(voucher)}
          value={voucher}
          onChange={(voucher_date) => onFacts({ purchase: { ...purchase, voucher_date } })}
        />
        <DateField
          name="purchase.contract_date"
          label={t("field-contract_date")}
          note={weekday(contract)}
          value={contract}
          onChange={(contract_date) => onFacts({ purchase: { ...purchase, contract_date } })}
        />
        <DateField
          name="claim_date"
          label={t("field-claim_date")}
          note={weekday(claimed)}
          value={claimed}
          onChange={(claim_date) => onFacts({ claim_date })}
        />
      </div>
      <div className={css["source"]}>
        <span aria-hidden="true">{t("what_if-source")}</span>
        <Segments
          label={t("what_if-source")}
          value={source}
          options={sources.map((value) => ({ value, label: t(`what_if-source-${value}`) }))}
          onChange={props.onSource}
        />
        <small>{t("what_if-source-note")}</small>
      </div>
    </Section>
  );
}

const UNKNOWN = "unknown";

/** One of several, or not known. */
function Choice<Value extends string>(props: {
  name: string;
  label: string;
  value: Value | null;
  values: readonly Value[];
  word: (value: Value) => string;
  onChange: (value: Value | null) => void;
}) {
  const { values, word } = props;
  const { t } = useWords();
  return (
    <Select
      name={props.name}
      label={props.label}
      value={props.value ?? UNKNOWN}
      options={[{ value: UNKNOWN, label: t("what_if-unknown") }, ...values.map((value) => ({ value, label: word(value) }))]}
      onChange={(chosen) => props.onChange(values.find((value) => value === chosen) ?? null)}
      placeholder={t("choose")}
    />
  );
}
