// What the technician establishes, if it is known already at the counter, and what a purchase contract says
// beyond the table. Both are rare at the counter and stay folded.

import { useWords } from "../../i18n/i18n";
import type { Contract } from "../../ipc/types.generated";
import { DateField } from "../../kit/DateField";
import { TextField } from "../../kit/Field";
import { Select } from "../../kit/Select";
import { StateList } from "../../kit/StateList";
import { answerOf, factOf, known, knownValue } from "../../trade/facts";
import { FindingsFact } from "../../trade/FindingsFact";
import { withFacts } from "./draft";
import css from "./Intake.module.css";
import type { FormView } from "./view";

export function Diagnosis(props: { view: FormView }) {
  const { draft, change } = props.view;
  return <FindingsFact facts={draft.facts} onChange={(facts) => change((now) => withFacts(now, facts))} />;
}

const numbers = ["unit_months", "part_months", "return_days", "exchange_days"] as const;
const flags = ["special_price_return", "covers_borrowed", "fee_inside_warranty"] as const;

export function ContractTerms(props: { view: FormView }) {
  const { t } = useWords();
  const { draft, change } = props.view;
  const contract = known(draft.facts.contract);
  const set = (terms: Partial<Contract>) =>
    change((now) => withFacts(now, { contract: { ...known(now.facts.contract), ...terms } }));
  return (
    <div className={css["form"]}>
      <div className={css["row"]}>
        <Select
          name="contract"
          className={css["c4"]}
          label={t("field-contract")}
          value={contract === null ? "unseen" : "seen"}
          options={[
            { value: "unseen", label: t("contract-unseen") },
            { value: "seen", label: t("contract-seen") },
          ]}
          onChange={(value) => change((now) => withFacts(now, { contract: value === "seen" ? (contract ?? {}) : null }))}
          placeholder={t("choose")}
        />
        <DateField
          name="contract.period_starts_on"
          className={css["c4"]}
          label={t("contract-period_starts_on")}
          value={knownValue(contract?.period_starts_on)}
          onChange={(period_starts_on) => set({ period_starts_on })}
        />
        {numbers.map((name) => (
          <TextField
            key={name}
            name={`contract.${name}`}
            className={css["c3"]}
            label={t(`contract-${name}`)}
            value={numberText(contract?.[name])}
            onChange={(text) => set({ [name]: wholeNumber(text) })}
            inputMode="numeric"
            maxLength={4}
          />
        ))}
      </div>
      <StateList
        label={t("contract-flags")}
        columns={1}
        items={flags.map((name) => ({
          name: `contract.${name}`,
          label: t(`contract-${name}`),
          answer: answerOf(contract?.[name]),
          answers: ["unseen", "yes", "no"],
          word: t(`answer-${answerOf(contract?.[name])}`),
          onAnswer: (answer) => set({ [name]: factOf(answer) }),
        }))}
      />
    </div>
  );
}

function numberText(value: number | "unavailable" | null | undefined): string {
  return typeof value === "number" ? String(value) : "";
}

/** Digits of either width; nothing else is a number of months or days. */
function wholeNumber(text: string): number | null {
  const digits = text.normalize("NFKC").replace(/\D/g, "");
  return digits === "" ? null : Number(digits);
}
