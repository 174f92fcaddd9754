// What the technician established: not diagnosed, diagnosed without a fault, or the findings one by one.

import { useWords } from "../i18n/i18n";
import type { Facts, Finding } from "../ipc/types.generated";
import { Checks } from "../kit/Checks";
import { Select } from "../kit/Select";
import { StateList } from "../kit/StateList";
import { EVIDENCE_ANSWERS } from "./evidence";
import { answerOf, factOf, known } from "./facts";
import css from "./FindingsFact.module.css";

const findings: readonly Finding[] = [
  "product_fault",
  "misuse_or_environment",
  "third_party",
  "normal_wear",
  "operates_normally",
  "customer_software_change",
  "consumable",
  "against_manual",
  "appearance",
  "unauthorised_repair",
  "within_specification",
];

/** How far the diagnosis is: not begun, done without a fault, done with findings. */
export type Diagnosed = "not_yet" | "none" | "found";

export function diagnosedOf(facts: Facts): Diagnosed {
  const found = known(facts.findings);
  if (found === null) return "not_yet";
  return found.length === 0 ? "none" : "found";
}

export function FindingsFact(props: { facts: Facts; onChange: (change: Partial<Facts>) => void }) {
  const { facts, onChange } = props;
  const { t } = useWords();
  const found = known(facts.findings) ?? [];
  const set = (list: Finding[] | null) => onChange({ findings: list });
  const diagnosed = diagnosedOf(facts);
  const options: readonly Diagnosed[] = found.length > 0 ? ["not_yet", "none", "found"] : ["not_yet", "none"];
  const answer = answerOf(facts.consumable_defect);
  return (
    <div className={css["findings"]}>
      <Select
        name="findings"
        className={css["diagnosed"]}
        label={t("field-findings")}
        value={diagnosed}
        options={options.map((value) => ({ value, label: t(`diagnosed-${value}`) }))}
        onChange={(value) => set(value === "not_yet" ? null : value === "none" ? [] : found)}
        placeholder={t("choose")}
      />
      <Checks
        name="findings.list"
        label={t("findings-list")}
        values={found}
        options={findings.map((value) => ({ value, label: t(`finding-${value}`) }))}
        onChange={(list) => set(list.length === 0 ? null : list)}
      />
      {found.includes("consumable") && (
        <StateList
          label={t("field-consumable_defect")}
          columns={1}
          items={[
            {
              name: "consumable_defect",
              label: t("field-consumable_defect"),
              answer,
              answers: EVIDENCE_ANSWERS,
              word: t(`answer-${answer}`),
              onAnswer: (given) => onChange({ consumable_defect: factOf(given) }),
            },
          ]}
        />
      )}
    </div>
  );
}
