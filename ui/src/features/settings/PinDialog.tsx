// A new PIN, typed twice because it is not seen.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useRead, useWrite } from "../../ipc/ipc";
import type { UserRow } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { TextField } from "../../kit/Field";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import css from "./Settings.module.css";

export function PinDialog(props: { person: UserRow; onClose: () => void }) {
  const { person, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const session = useRead("session_get", null).data;
  const write = useWrite("user_set_pin");
  const start = useWrite("session_start");
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const missing = pin === "" || again === "" ? t("pin-needed") : pin === again ? null : t("pin-differs");

  const save = () => {
    if (missing !== null) return;
    // The first manager goes on as themselves: from now on a manager is asked.
    const isFirstManager = session?.user === null && session.people.length === 0 && person.role === "manager";
    write.mutate(
      { user: person.id, pin },
      {
        onError: setFailure,
        onSuccess: () => {
          toast({ text: t("people-pin-saved", { name: person.name }) });
          if (isFirstManager) start.mutate({ user: person.id, pin });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={t("people-set-pin", { name: person.name })}
      closeLabel={t("close")}
      onClose={onClose}
      onSave={save}
      footer={
        <>
          <Button onPress={onClose}>{t("go-back")}</Button>
          <Button kind="primary" keys="Ctrl+Enter" disabledReason={missing} onPress={save}>
            {t("people-save")}
          </Button>
        </>
      }
    >
      <div className={css["pair"]}>
        <TextField
          name="new_pin"
          label={t("field-new-pin")}
          note={t("field-new-pin-note")}
          error={failure === null ? null : failureText(words, failure)}
          value={pin}
          onChange={setPin}
          inputMode="numeric"
          isSecret
          isRequired
          autoFocus
        />
        <TextField
          name="pin_again"
          label={t("field-pin-again")}
          error={again !== "" && pin !== again ? t("pin-differs") : null}
          value={again}
          onChange={setAgain}
          onEnter={save}
          inputMode="numeric"
          isSecret
          isRequired
        />
      </div>
    </Dialog>
  );
}
