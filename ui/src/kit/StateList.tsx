// A checklist whose items have more than two answers. One stop for Tab; arrows walk it; Space says yes,
// N no, U asked and not available, Backspace not looked. Letters wait a moment, so that a scanner's burst
// is not taken for answers.

import { useEffect, useId, useRef, type KeyboardEvent } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./Icon";
import { LETTER_WAIT_MS } from "./keys";
import { SCAN_UNDONE_EVENT } from "./scanEvents";
import css from "./StateList.module.css";

/** What an item can say. `no2` is a second way of no, such as a label that is absent. */
export type Answer = "yes" | "no" | "no2" | "unavailable" | "unseen";

export interface StateItem {
  /** Name by which the item is found. */
  readonly name: string;
  readonly label: string;
  readonly answer: Answer;
  /** The answers it takes, in the order a click walks them. */
  readonly answers: readonly Answer[];
  /** What the present answer means, in words. */
  readonly word: string;
  readonly onAnswer: (answer: Answer) => void;
}

const letters: Readonly<Record<string, Answer>> = { N: "no", A: "no2", U: "unavailable" };

const icons: Record<Answer, IconName> = {
  yes: "tick",
  no: "cross",
  no2: "dash",
  unavailable: "dash",
  unseen: "question",
};

export function StateList(props: { label: string; items: readonly StateItem[]; columns?: number }) {
  const { label, items, columns = 3 } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);

  // The last letter of a scan is no answer.
  useEffect(() => {
    const element = list.current;
    const onScan = () => clearTimeout(waiting.current);
    element?.addEventListener(SCAN_UNDONE_EVENT, onScan);
    return () => element?.removeEventListener(SCAN_UNDONE_EVENT, onScan);
  }, []);

  const focusAt = (index: number) => {
    list.current?.querySelectorAll<HTMLElement>("[role=checkbox]").item(index)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent, item: StateItem, index: number) => {
    clearTimeout(waiting.current);
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const step = steps(columns)[event.key];
    if (step !== undefined) {
      event.preventDefault();
      focusAt(Math.max(0, Math.min(items.length - 1, index + step)));
      return;
    }
    if (event.key === " ") answerNow(event, item, "yes");
    if (event.key === "Backspace" || event.key === "Delete") answerNow(event, item, "unseen");
    const answer = letters[event.key.toUpperCase()];
    if (answer === undefined || !item.answers.includes(answer)) return;
    event.preventDefault();
    waiting.current = setTimeout(() => item.onAnswer(answer), LETTER_WAIT_MS);
  };

  return (
    <div
      ref={list}
      role="group"
      aria-label={label}
      className={css["list"]}
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {items.map((item, index) => (
        <div
          key={item.name}
          role="checkbox"
          aria-checked={item.answer === "yes" ? true : item.answer === "no" || item.answer === "no2" ? false : "mixed"}
          aria-label={item.label}
          aria-describedby={`${id}-${index}`}
          data-field={item.name}
          data-answer={item.answer}
          tabIndex={index === 0 ? 0 : -1}
          className={css["item"]}
          onFocus={(event) => rove(list.current, event.currentTarget)}
          onKeyDown={(event) => onKeyDown(event, item, index)}
          onClick={() => item.onAnswer(following(item))}
        >
          <span className={cx(css["box"], css[item.answer])}>
            <Icon name={icons[item.answer]} />
          </span>
          <span className={css["label"]}>{item.label}</span>
          <span
            id={`${id}-${index}`}
            className={item.answer === "yes" || item.answer === "unseen" ? "visually-hidden" : css["word"]}
          >
            {item.word}
          </span>
        </div>
      ))}
    </div>
  );
}

function answerNow(event: KeyboardEvent, item: StateItem, answer: Answer): void {
  event.preventDefault();
  item.onAnswer(answer);
}

function steps(columns: number): Readonly<Record<string, number>> {
  return { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns };
}

function following(item: StateItem): Answer {
  const at = item.answers.indexOf(item.answer);
  return item.answers[(at + 1) % item.answers.length] ?? "unseen";
}

/** Tab comes back to the item that was left. */
function rove(list: HTMLElement | null, to: HTMLElement): void {
  for (const item of list?.querySelectorAll<HTMLElement>("[role=checkbox]") ?? []) {
    item.tabIndex = item === to ? 0 : -1;
  }
}
