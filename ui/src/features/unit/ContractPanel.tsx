// The contracts that cover a unit: what each says beside the table, and which file said it. With more than one nothing
// follows for a claim until a person says which.

import { useWords } from "../../i18n/i18n";
import type { ContractCard } from "../../ipc/types.generated";
import { Notice } from "../../kit/Notice";
import { Facts, Panel, Section } from "../../kit/Page";
import { contractFields } from "../../trade/contractFields";

/** What a contract says of other units than this one is no part of its page. */
const elsewhere: readonly string[] = ["contract", "models", "serials"];

export function ContractPanel(props: { cards: readonly ContractCard[] }) {
  const words = useWords();
  const { t, say, times } = words;
  return (
    <Panel>
      {props.cards.length > 1 && <Notice tone="due" title={t("unit-contracts-several")} />}
      {props.cards.map(({ contract, as_of, file }) => (
        <Section
          key={contract.number}
          title={t("unit-contract", { number: contract.number })}
          hint={t("masters-said", { file, at: times.instant(as_of) })}
        >
          <Facts
            items={contractFields(words, contract)
              .filter(([name, value]) => !elsewhere.includes(name) && value !== null && value !== "")
              .map(([name, value]) => [say(`master_field-${name}`, {}, name), value] as const)}
          />
        </Section>
      ))}
    </Panel>
  );
}
