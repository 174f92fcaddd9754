// Facts of a claim as the screens handle them: how an answer of a checklist stands in the facts, and how a
// group that was answered as a whole reads. No rule is here: what a fact means is decided by the back end.

import type { Answer as FactAnswer, SerialLabel, Unavailable } from "../ipc/types.generated";
import type { Answer } from "../kit/StateList";

/** A fact that was answered with yes or no, as a checklist shows it. */
export function answerOf(fact: FactAnswer<boolean> | null | undefined): Answer {
  if (fact === null || fact === undefined) return "unseen";
  if (fact === "unavailable") return "unavailable";
  return fact ? "yes" : "no";
}

export function factOf(answer: Answer): FactAnswer<boolean> | null {
  switch (answer) {
    case "yes":
      return true;
    case "no":
    case "no2":
      return false;
    case "unavailable":
      return "unavailable";
    case "unseen":
      return null;
  }
}

const labelAnswers: Record<SerialLabel | Unavailable, Answer> = {
  readable: "yes",
  unreadable: "no",
  absent: "no2",
  unavailable: "unavailable",
};

export function labelAnswerOf(label: FactAnswer<SerialLabel> | null | undefined): Answer {
  return label === null || label === undefined ? "unseen" : labelAnswers[label];
}

export function labelOf(answer: Answer): FactAnswer<SerialLabel> | null {
  switch (answer) {
    case "yes":
      return "readable";
    case "no":
      return "unreadable";
    case "no2":
      return "absent";
    case "unavailable":
      return "unavailable";
    case "unseen":
      return null;
  }
}

/** A group of facts that may have been answered as a whole with "not available". */
export function known<Group extends object>(group: FactAnswer<Group> | null | undefined): Group | null {
  return group === null || group === undefined || group === "unavailable" ? null : group;
}

/** A single fact that may have been asked for without an answer. */
export function knownValue<Value extends string>(fact: FactAnswer<Value> | null | undefined): Value | null {
  return fact === null || fact === undefined || fact === "unavailable" ? null : fact;
}
