// Money that came in for a work order before its hand-over.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useRead, useWrite } from "../../ipc/ipc";
import type { PaymentKind, PaymentMethod, TicketLife } from "../../ipc/types.generated";
import { DateField } from "../../kit/DateField";
import { TextField } from "../../kit/Field";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { problemText } from "../../trade/failure";
import { FormDialog } from "../../trade/FormDialog";
import { amountOf, amountText } from "../../trade/money";
import { methods } from "./MoneyFields";

export function PaymentDialog(props: { life: TicketLife; onClose: () => void }) {
  const { life, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const record = useWrite("payment_record");
  const today = useRead("station_get", null).data?.today ?? null;
  const owed = life.handover.account;
  const currency = owed?.currency ?? "CNY";
  const [kind, setKind] = useState<PaymentKind>(life.row.resolution === "refund" ? "refund" : "received");
  const [typed, setTyped] = useState(owed === null || owed.open_minor === 0 ? "" : amountText(owed.open_minor, currency));
  const [method, setMethod] = useState<PaymentMethod | null>(null);
  const [on, setOn] = useState<string | null>(null);
  const [reference, setReference] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const amount = amountOf(typed, currency);
  const paidOn = on ?? today;
  const error = (field: string) => {
    const problem = failure?.problems.find((one) => one.field === field);
    return problem === undefined ? null : problemText(words, problem.reason, problem.field);
  };
  const isWhole = typeof amount === "number" && amount > 0 && method !== null && paidOn !== null;
  const save = () => {
    if (!isWhole) return;
    record.mutate(
      { id: life.row.id, payment: { kind, method, amount_minor: amount, currency, paid_on: paidOn, reference } },
      {
        onError: setFailure,
        onSuccess: () => {
          toast({ text: t("payment-recorded") });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("payment-title", { rma: life.row.rma })}
      saveLabel={t("payment-save")}
      isTouched={method !== null || reference !== "" || on !== null}
      at="amount_minor"
      why={isWhole ? null : t("payment-needs")}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <Select
        name="kind"
        label={t("payment-kind")}
        value={kind}
        options={(["received", "refund"] as const).map((value) => ({ value, label: t(`payment_kind-${value}`) }))}
        onChange={setKind}
        placeholder={t("choose")}
      />
      <TextField
        name="amount_minor"
        label={t("payment-amount", { currency })}
        value={typed}
        onChange={setTyped}
        inputMode="numeric"
        error={amount === undefined ? t("handover-amount-wrong") : error("amount_minor")}
        autoFocus
        isRequired
      />
      <Select
        name="method"
        label={t("payment-method")}
        value={method}
        options={methods.map((value) => ({ value, label: t(`payment_method-${value}`) }))}
        onChange={setMethod}
        placeholder={t("choose")}
        isRequired
      />
      <DateField name="paid_on" label={t("payment-paid-on")} value={paidOn} onChange={setOn} error={error("paid_on")} isRequired />
      <TextField
        name="reference"
        label={t("payment-reference")}
        value={reference}
        onChange={setReference}
        error={error("reference")}
        maxLength={200}
      />
    </FormDialog>
  );
}
