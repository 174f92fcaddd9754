// Choosing the unit that is given: its serial, its model, and how the two models compare before one decides.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useRead, useWrite } from "../../ipc/ipc";
import type { ExchangeCheck, TicketLife } from "../../ipc/types.generated";
import { TextField } from "../../kit/Field";
import { Notice } from "../../kit/Notice";
import { useDebounced } from "../../kit/useDebounced";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { useFieldProblems } from "../../trade/fieldProblems";
import { FormDialog } from "../../trade/FormDialog";
import { Comparison } from "./Comparison";
import css from "./Replaced.module.css";

const CHECK_AFTER_MS = 300;

export function ExchangeDialog(props: { life: TicketLife; onClose: () => void }) {
  const { life, onClose } = props;
  const { id } = life.row;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const choose = useWrite("exchange_choose");
  const [serial, setSerial] = useState("");
  const [model, setModel] = useState(life.exchange.model_wanted);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asked = useDebounced(serial.trim(), CHECK_AFTER_MS);
  const check = useRead("exchange_check", { id, serial: asked, model }, asked !== "");
  const isChecked = asked !== "" && asked === serial.trim();
  const problem = isChecked ? check.error : null;
  const problemOf = useFieldProblems(problem);
  const modelProblem = problemOf("model");
  const serialProblem = problem === null || modelProblem !== null ? null : (problemOf("serial") ?? failureText(words, problem));
  const set = (change: (text: string) => void) => (text: string) => {
    setFailure(null);
    change(text);
  };
  const save = () =>
    choose.mutate(
      { id, serial, model },
      {
        onError: setFailure,
        onSuccess: () => {
          toast({ text: t("exchange-chosen-toast", { serial: serial.trim() }) });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t("exchange-title")}
      size="medium"
      saveLabel={t("exchange-choose")}
      isTouched={serial !== "" || model !== life.exchange.model_wanted}
      at="serial"
      why={serial.trim() === "" ? t("exchange-needs-serial") : null}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <div className={css["fields"]}>
        <TextField
          name="serial"
          label={t("exchange-serial")}
          value={serial}
          onChange={set(setSerial)}
          onScan={set(setSerial)}
          error={serialProblem}
          maxLength={80}
          isRequired
          autoFocus
        />
        <TextField
          name="model"
          label={t("exchange-model")}
          note={t("exchange-model-note")}
          value={model}
          onChange={set(setModel)}
          error={modelProblem}
          maxLength={80}
        />
      </div>
      {isChecked && problem === null && check.data !== undefined && <Checked check={check.data} />}
    </FormDialog>
  );
}

function Checked(props: { check: ExchangeCheck }) {
  const { check } = props;
  const { t } = useWords();
  const isSame = check.compared.length === 0 && check.is_shown;
  return (
    <>
      {check.is_registered === false && <Notice tone="due" title={t("exchange-unregistered")} />}
      {!isSame && (
        <Notice tone={check.is_shown ? "info" : "due"} title={t(check.is_shown ? "exchange-shown" : "exchange-will-ask")} />
      )}
      <Comparison old={check.model_old} given={check.model} compared={check.compared} />
    </>
  );
}
