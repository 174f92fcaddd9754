// The checklist of evidence, which the clauses ask for: what it shows of the facts and what an answer sets.

import type { Catalogue } from "../i18n/catalogue";
import type { Facts } from "../ipc/types.generated";
import type { Answer, StateItem } from "../kit/StateList";
import { answerOf, factOf, known, labelAnswerOf, labelOf } from "./facts";

export const EVIDENCE_ANSWERS: readonly Answer[] = ["unseen", "yes", "no", "unavailable"];
const LABEL_ANSWERS: readonly Answer[] = ["unseen", "yes", "no", "no2", "unavailable"];

/** Evidence of a claim, item by item. `set` is given what an answer changes, on the facts as they are then. */
export function evidenceItems(
  { t }: Catalogue,
  facts: Facts,
  set: (edit: (facts: Facts) => Partial<Facts>) => void,
): readonly StateItem[] {
  const documents = known(facts.documents);
  const serial = known(facts.serial);
  const item = (name: string, label: string, answer: Answer, edit: (facts: Facts, answer: Answer) => Partial<Facts>): StateItem => ({
    name,
    label,
    answer,
    answers: EVIDENCE_ANSWERS,
    word: t(`answer-${answer}`),
    onAnswer: (given) => set((now) => edit(now, given)),
  });
  const labelAnswer = labelAnswerOf(serial?.label);
  return [
    item("documents.warranty_certificate", t("evidence-warranty_certificate"), answerOf(documents?.warranty_certificate), (now, answer) => ({
      documents: { ...known(now.documents), warranty_certificate: factOf(answer) },
    })),
    item("documents.purchase_proof", t("evidence-purchase_proof"), answerOf(documents?.purchase_proof), (now, answer) => ({
      documents: { ...known(now.documents), purchase_proof: factOf(answer) },
    })),
    {
      ...item("serial.label", t("evidence-serial_label"), labelAnswer, (now, answer) => ({
        serial: { ...known(now.serial), label: labelOf(answer) },
      })),
      answers: LABEL_ANSWERS,
      word: t(`label-${labelAnswer}`),
    },
    item("serial.matches", t("evidence-serial_match"), answerOf(serial?.matches), (now, answer) => ({
      serial: { ...known(now.serial), matches: factOf(answer) },
    })),
    item("authorised_source", t("evidence-authorised_source"), answerOf(facts.authorised_source), (_now, answer) => ({
      authorised_source: factOf(answer),
    })),
    item("return_consent", t("evidence-consent"), answerOf(facts.return_consent), (_now, answer) => ({
      return_consent: factOf(answer),
    })),
  ];
}
