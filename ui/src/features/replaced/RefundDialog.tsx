// The worksheet of a refund: the price of the receipt, the document it stands in, the seller who pays, and where the old
// unit goes.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { TicketLife } from "../../ipc/types.generated";
import { TextField } from "../../kit/Field";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { FormDialog } from "../../trade/FormDialog";
import { amountOf, amountText, money } from "../../trade/money";
import { decidedFor, dispositionOf, lacksReason, OldUnitFields, type OldUnit } from "../../trade/oldUnit";
import css from "./Replaced.module.css";

const YUAN = "CNY";
const seen = "seen";

interface Typed {
  readonly currency: string;
  readonly price: string;
  readonly document: string;
  /** The attachment, or that the paper itself was seen. */
  readonly scan: string;
  readonly payer: string;
  readonly unit: OldUnit;
}

export function RefundDialog(props: { life: TicketLife; onClose: () => void }) {
  const { life, onClose } = props;
  const { sheet, likely_payer: dealer } = life.refund;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const write = useWrite("refund_save");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [before] = useState<Typed>({
    currency: sheet?.currency ?? YUAN,
    price: amountText(sheet?.price_minor ?? null, sheet?.currency ?? YUAN),
    document: sheet?.document ?? "",
    scan: sheet?.attachment ?? seen,
    payer: sheet?.payer ?? "",
    unit: decidedFor(life),
  });
  const [typed, setTyped] = useState(before);
  const set = (change: Partial<Typed>) => {
    setFailure(null);
    setTyped((now) => ({ ...now, ...change }));
  };
  const price = amountOf(typed.price, typed.currency);
  const isWhole = price !== null && price !== undefined && price > 0 && typed.document.trim() !== "" && typed.payer.trim() !== "";
  const needsNote = lacksReason(before.unit, typed.unit);
  const save = () =>
    write.mutate(
      {
        id: life.row.id,
        price_minor: price ?? 0,
        currency: typed.currency.trim().toUpperCase(),
        document: typed.document,
        attachment: typed.scan === seen ? null : typed.scan,
        payer: typed.payer,
        ...dispositionOf(before.unit, typed.unit),
      },
      {
        onError: setFailure,
        onSuccess: () => {
          toast({ text: t("refund-saved", { amount: money(words, price ?? 0, typed.currency.trim().toUpperCase()) }) });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t("refund-title")}
      size="medium"
      saveLabel={t("refund-save")}
      isTouched={typed !== before}
      at="price"
      why={isWhole ? (needsNote ? t("old-unit-needs-note") : null) : t("refund-needs")}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <div className={css["fields"]}>
        <TextField
          name="price"
          label={t("refund-price")}
          value={typed.price}
          onChange={(next) => set({ price: next })}
          error={price === undefined ? t("handover-amount-wrong") : null}
          inputMode="numeric"
          isRequired
          autoFocus
        />
        <TextField name="currency" label={t("refund-currency")} value={typed.currency} onChange={(currency) => set({ currency })} maxLength={3} />
        <TextField
          name="document"
          label={t("refund-document")}
          note={t("refund-document-note")}
          value={typed.document}
          onChange={(document) => set({ document })}
          maxLength={200}
          isRequired
        />
        <Select
          name="attachment"
          label={t("refund-scan")}
          value={typed.scan}
          options={[
            { value: seen, label: t("refund-scan-none") },
            ...life.attachments.map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={(scan) => set({ scan })}
          placeholder={t("choose")}
        />
        <TextField
          name="payer"
          label={t("refund-payer")}
          value={typed.payer}
          onChange={(payer) => set({ payer })}
          suggestion={
            dealer === "" || typed.payer !== ""
              ? null
              : { text: dealer, label: t("refund-payer-take", { dealer }), onTake: () => set({ payer: dealer }) }
          }
          maxLength={200}
          isRequired
        />
        <OldUnitFields before={before.unit} unit={typed.unit} onChange={(unit) => set({ unit })} className={css["wide"]} />
      </div>
    </FormDialog>
  );
}
