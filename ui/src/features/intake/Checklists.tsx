// The two checklists of the counter: evidence, which the clauses ask for, and the original accessories of
// the unit's class.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Accessory, IntakeDraft, Presence, Station } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { TextField } from "../../kit/Field";
import { Section } from "../../kit/Page";
import { StateList, type Answer, type StateItem } from "../../kit/StateList";
import { evidenceItems } from "../../trade/evidence";
import { answerOf } from "../../trade/facts";
import { withFacts } from "./draft";
import css from "./Intake.module.css";
import type { FormView } from "./view";

const PRESENCE: readonly Answer[] = ["unseen", "yes", "no"];

/** Evidence of the claim; with `withPaper` also whether the paper form came, which is the intake's own. */
export function Evidence(props: { view: FormView; withPaper: boolean }) {
  const words = useWords();
  const { t } = words;
  const { draft, change } = props.view;
  const answer = answerOf(draft.paper_form);
  const paper: StateItem = {
    name: "paper_form",
    label: t("evidence-paper_form"),
    answer,
    answers: PRESENCE,
    word: t(`answer-${answer}`),
    onAnswer: (given) => change((now) => ({ ...now, paper_form: given === "unseen" ? null : given === "yes" })),
  };
  const asked = evidenceItems(words, draft.facts, (edit) => change((now) => withFacts(now, edit(now.facts))));
  // What nobody answered may be known already: its word is where from, also for those who hear it.
  const items = asked.map((item) => {
    const source = item.answer === "unseen" ? props.view.sourceOf(item.name) : null;
    return source === null ? item : { ...item, word: `${item.word} · ${source}` };
  });
  return (
    <Section title={t("section-evidence")} hint={t("checklist-keys")}>
      <StateList label={t("section-evidence")} items={props.withPaper ? [...items, paper] : items} />
    </Section>
  );
}

const answersOfPresence: Record<Presence, Answer> = { present: "yes", missing: "no", not_checked: "unseen" };

export function Accessories(props: { view: FormView; station: Station }) {
  const { t, say } = useWords();
  const [extra, setExtra] = useState("");
  const { draft, change } = props.view;
  const usual = usualOf(props.view, props.station);
  const list = accessoriesOf(draft, usual);

  const set = (item: string, state: Presence) =>
    change((now) => ({
      ...now,
      accessories: accessoriesOf(now, usual).map((one) => (one.item === item ? { item, state } : one)),
    }));
  const setAll = () =>
    change((now) => ({
      ...now,
      accessories: accessoriesOf(now, usual).map((one) =>
        one.state === "not_checked" ? { ...one, state: "present" } : one,
      ),
    }));
  const add = () => {
    const item = extra.trim();
    if (item === "") return;
    setExtra("");
    change((now) => {
      const there = accessoriesOf(now, usual);
      return there.some((one) => one.item === item)
        ? now
        : { ...now, accessories: [...there, { item, state: "present" }] };
    });
  };

  const items = list.map((accessory, index): StateItem => ({
    name: `accessories.${index}`,
    label: say(`accessory-${accessory.item}`, {}, accessory.item),
    answer: answersOfPresence[accessory.state],
    answers: PRESENCE,
    word: t(`presence-${accessory.state}`),
    onAnswer: (answer) => set(accessory.item, answer === "yes" ? "present" : answer === "unseen" ? "not_checked" : "missing"),
  }));

  return (
    <Section title={t("section-accessories")} hint={draft.product_class === null ? t("accessories-need-class") : undefined}>
      <StateList label={t("section-accessories")} items={items} />
      <div className={css["accessoryTools"]}>
        {list.some((one) => one.state === "not_checked") && <Button onPress={setAll}>{t("accessories-all")}</Button>}
        <TextField
          name="accessory-extra"
          className={css["inline"]}
          label={t("accessory-extra")}
          value={extra}
          onChange={setExtra}
          onEnter={add}
          onBlur={add}
        />
      </div>
    </Section>
  );
}

/** The model's own kit, as its master says it, else what usually belongs to the class. */
export function usualOf({ draft, kit }: FormView, station: Station): Usual {
  const ofClass = station.accessories.find((one) => one.product_class === draft.product_class)?.items ?? [];
  return { items: kit ?? ofClass, codes: new Set(station.accessories.flatMap((one) => one.items)) };
}

interface Usual {
  /** What belongs in the box, in the order it is looked for. */
  readonly items: readonly string[];
  /** Every item that has a word of its own. */
  readonly codes: ReadonlySet<string>;
}

/** What was looked for, else the list of the model or the class; items of another class that nobody answered go. */
export function accessoriesOf(draft: IntakeDraft, { items: usual, codes }: Usual): readonly Accessory[] {
  const answered = draft.accessories.filter(
    (one) => one.state !== "not_checked" || !codes.has(one.item) || usual.includes(one.item),
  );
  const missing = usual.filter((item) => !answered.some((one) => one.item === item));
  const inOrder = [...usual, ...answered.map((one) => one.item).filter((item) => !usual.includes(item))];
  const all: readonly Accessory[] = [
    ...answered,
    ...missing.map((item): Accessory => ({ item, state: "not_checked" })),
  ];
  return inOrder.flatMap((item) => all.filter((one) => one.item === item));
}
