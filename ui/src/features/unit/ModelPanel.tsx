// What the master of a unit's model says: what it measures, what replaces it, its newest firmware, its documents. An
// address of a document is text, never opened in here.

import { useWords } from "../../i18n/i18n";
import type { ModelCard } from "../../ipc/types.generated";
import { Facts, Panel, Section } from "../../kit/Page";
import { modelFields } from "../../trade/modelFields";

/** What the unit's own head shows already. */
const elsewhere: readonly string[] = ["model", "product_class"];

export function ModelPanel(props: { card: ModelCard }) {
  const { model, as_of } = props.card;
  const words = useWords();
  const { t, say, times } = words;
  const fields = modelFields(words, model).filter(
    ([name, value]) => !elsewhere.includes(name) && value !== null && value !== "",
  );
  return (
    <Panel>
      <Section title={t("unit-model", { model: model.code })} hint={t("unit-model-as-of", { at: times.date(as_of) })}>
        <Facts items={fields.map(([name, value]) => [say(`master_field-${name}`, {}, name), value] as const)} />
      </Section>
    </Panel>
  );
}
