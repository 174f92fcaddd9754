// How questions look, and what can be said to one. Whether a reply is allowed is for the back end; here is only which
// fit the state.

import type { DecisionReply, DecisionRow, DecisionState } from "../../ipc/types.generated";
import type { Tone } from "../../kit/Figure";
import type { IconName } from "../../kit/Icon";

export const stateShapes: Record<DecisionState, { icon: IconName; tone: Tone }> = {
  asked: { icon: "half", tone: "due" },
  asked_back: { icon: "question", tone: "due" },
  accepted: { icon: "tick", tone: "ok" },
  refused: { icon: "cross", tone: "plain" },
  withdrawn: { icon: "dash", tone: "plain" },
  no_longer_asked: { icon: "dash", tone: "plain" },
};

/** What can be said to a question where it stands. */
export function repliesTo(row: DecisionRow): readonly DecisionReply[] {
  const withdraw: readonly DecisionReply[] = row.is_asked_by_verdict ? [] : ["withdraw"];
  switch (row.state) {
    case "asked":
      return ["accept", "refuse", "ask_back", ...withdraw];
    case "asked_back":
      return ["explain", ...withdraw];
    case "accepted":
    case "refused":
      return ["take_back"];
    case "withdrawn":
    case "no_longer_asked":
      return [];
  }
}

/** The keys of answers on the inbox. */
export const replyKeys: Partial<Record<DecisionReply, string>> = { accept: "1", refuse: "2", ask_back: "3", explain: "1" };

/** Whether it is for the one who is asked, so that it may come by phone. */
export function isAnswer(reply: DecisionReply): boolean {
  return reply === "accept" || reply === "refuse" || reply === "ask_back" || reply === "take_back";
}
