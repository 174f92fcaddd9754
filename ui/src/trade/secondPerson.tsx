// An act that takes two: the back end says so, and the second person is asked for in place. What was entered
// stays as it is, whether they come or not.

import { useState } from "react";
import { useWords } from "../i18n/i18n";
import { toFailure, type Failure } from "../ipc/failure";
import { useRead } from "../ipc/ipc";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { failureText } from "./failure";
import { PersonPin, type Proof } from "./PersonPin";

/** Refusals that are about the second person's proof: they can try again. */
const aboutProof: readonly string[] = [
  "wrong_pin",
  "pin_wait",
  "no_pin",
  "unknown_badge",
  "second_person_same",
  "not_found",
];

interface Asked {
  /** What is confirmed, in words. */
  readonly what: string;
  /** Writes with this second person; what it throws is shown where they stand. */
  readonly attempt: (second: Proof) => Promise<void>;
  readonly giveUp: () => void;
}

/**
 * Writes, and asks for a second person when the act takes one:
 *
 *     const second = useSecondPerson();
 *     second.write(what, (person) => amend.mutateAsync({ ...request, second: person })).then(done, setFailure);
 *     return <>{second.dialog} ...</>;
 *
 * Nobody came: it is rejected with `second_person_needed`, and nothing was written.
 */
export function useSecondPerson() {
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = <T,>(what: string, act: (second: Proof | null) => Promise<T>, refusal: Failure) =>
    new Promise<T>((resolve, reject) => {
      setAsked({
        what,
        attempt: async (second) => {
          try {
            resolve(await act(second));
          } catch (thrown) {
            const failure = toFailure(thrown);
            if (aboutProof.includes(failure.code)) throw failure;
            reject(failure);
          }
          setAsked(null);
        },
        giveUp: () => {
          reject(refusal);
          setAsked(null);
        },
      });
    });
  const write = async <T,>(what: string, act: (second: Proof | null) => Promise<T>): Promise<T> => {
    try {
      return await act(null);
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (failure.code !== "second_person_needed") throw failure;
      return ask(what, act, failure);
    }
  };
  return { write, dialog: asked === null ? null : <SecondPersonDialog {...asked} /> };
}

function SecondPersonDialog(props: Asked) {
  const words = useWords();
  const { t } = words;
  const session = useRead("session_get", null).data;
  const [failure, setFailure] = useState<Failure | null>(null);
  if (session === undefined) return null;
  const others = session.people.filter((person) => person.id !== session.user?.id);
  // Nobody signed in could be anybody, the second person too.
  const why = others.length === 0 ? "session-none-why" : session.user === null ? "second-sign-in" : "second-explain";
  const prove = (proof: Proof) => {
    props.attempt(proof).catch((thrown: unknown) => setFailure(toFailure(thrown)));
  };
  return (
    <Dialog
      title={t("second-title")}
      closeLabel={t("close")}
      onClose={props.giveUp}
      footer={<Button onPress={props.giveUp}>{t("go-back")}</Button>}
    >
      {session.user !== null && (
        <p>
          <strong>{t("second-what", { name: session.user.name, what: props.what })}</strong>
        </p>
      )}
      <p>{t(why)}</p>
      {why === "second-explain" && (
        <PersonPin
          people={others}
          start={null}
          confirm={t("second-confirm")}
          how={t("second-how")}
          error={failure === null ? null : failureText(words, failure)}
          onProve={prove}
        />
      )}
    </Dialog>
  );
}
