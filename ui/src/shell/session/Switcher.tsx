// Signing in and switching: who it is, the PIN, Enter. The same window locks the screen when somebody went away;
// then nothing behind it is seen, and everything behind it is kept.

import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useRead, useWrite } from "../../ipc/ipc";
import type { Session } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { useClearToasts, useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { PersonPin, type Proof } from "../../trade/PersonPin";
import type { Locked } from "./useAutoLock";

export function Switcher(props: {
  /** Why there is no way out but signing in. */
  locked: Locked | null;
  onClose: () => void;
}) {
  const { locked, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const clear = useClearToasts();
  const navigate = useNavigate();
  const session = useRead("session_get", null).data;
  const start = useWrite("session_start");
  const badge = useWrite("session_badge");
  const end = useWrite("session_end");
  const [failure, setFailure] = useState<Failure | null>(null);
  if (session === undefined) return null;

  const after = {
    onError: setFailure,
    onSuccess: (now: Session) => {
      clear();
      if (now.user !== null) toast({ text: t("session-started", { name: now.user.name }) });
      onClose();
    },
  };
  const prove = (proof: Proof) => {
    if ("badge" in proof) badge.mutate({ text: proof.badge }, after);
    else start.mutate(proof, after);
  };
  const signOut = () =>
    end.mutate(null, {
      onSuccess: () => {
        toast({ text: t("session-ended") });
        onClose();
      },
    });
  const toPeople = () => {
    onClose();
    void navigate({ to: "/settings" });
  };

  if (session.people.length === 0) {
    return (
      <Dialog
        title={t("session-none")}
        closeLabel={t("close")}
        onClose={onClose}
        footer={
          <>
            <Button onPress={onClose}>{t("go-back")}</Button>
            <Button kind="primary" onPress={toPeople}>
              {t("session-to-people")}
            </Button>
          </>
        }
      >
        <p>{t("session-none-why")}</p>
      </Dialog>
    );
  }
  const wasHere = locked === null || locked === "begins" ? null : locked;
  const others = session.people.filter((person) => person.id !== session.user?.id);
  return (
    <Dialog
      title={t(locked === null ? "session-switch" : wasHere === null ? "session-begins" : "session-locked")}
      closeLabel={t("close")}
      onClose={onClose}
      isLock={locked !== null}
      footer={
        session.user === null ? undefined : (
          <Button onPress={signOut}>{t("session-sign-out")}</Button>
        )
      }
    >
      {wasHere !== null && <p>{t("session-locked-why", { name: wasHere.name })}</p>}
      {locked === "begins" && <p>{t("session-begins-why")}</p>}
      {others.length > 0 && (
        <PersonPin
          people={others}
          start={wasHere?.id ?? null}
          confirm={t("session-sign-in")}
          how={t("session-how")}
          error={failure === null ? null : failureText(words, failure)}
          onProve={prove}
        />
      )}
      {others.length === 0 && session.user !== null && <p>{t("session-started", { name: session.user.name })}</p>}
    </Dialog>
  );
}
