// A check-in on the screen: its session, what the back end says of it, and the step from draft to record.

import { useState, useSyncExternalStore } from "react";
import { toFailure, type Failure } from "../../ipc/failure";
import { useLiveRead } from "../../ipc/ipc";
import type { Derived, Received } from "../../ipc/types.generated";
import { useDebounced } from "../../kit/useDebounced";
import type { IntakeSession, SessionState } from "./session";
import { useFormView } from "./view";

/** Typing pauses that long before the draft is looked at; the eye does not notice. */
const CHECK_AFTER_MS = 150;

/** The session as it stands, followed. */
export function useSession(session: IntakeSession): SessionState {
  return useSyncExternalStore(session.follow, session.state);
}

export function useIntake(session: IntakeSession, derived: readonly Derived[]) {
  const state = useSession(session);
  const [failure, setFailure] = useState<Failure | null>(null);
  const draft = useDebounced(state.draft, CHECK_AFTER_MS);
  const check = useLiveRead("intake_check", draft, state.received === null).data ?? null;

  const view = useFormView({
    draft: state.draft,
    change: (edit) => session.change(edit),
    leave: (field) => session.leave(field),
    // An empty field is no mistake while it has not been its turn.
    isShown: (field, reason) => state.isTried || (reason !== "required" && state.left.has(field)),
    check,
    derived,
  });

  /** Receives the unit, or says why not; the refusal is shown too. */
  const receive = async (): Promise<Received | Failure> => {
    setFailure(null);
    try {
      return await session.receive();
    } catch (thrown) {
      const refusal = toFailure(thrown);
      setFailure(refusal);
      return refusal;
    }
  };

  return { view, check, failure, receive };
}
