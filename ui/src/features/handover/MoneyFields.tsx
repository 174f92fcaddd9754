// What is paid with a hand-over, or goes on a dealer's account; and the invoice asked for.

import { useWords } from "../../i18n/i18n";
import type { PaymentMethod } from "../../ipc/types.generated";
import { DateField } from "../../kit/DateField";
import { Disclosure } from "../../kit/Disclosure";
import { TextField } from "../../kit/Field";
import { Section } from "../../kit/Page";
import { Select } from "../../kit/Select";
import { money } from "../../trade/money";
import { isAmountWrong } from "./draft";
import css from "./Handover.module.css";
import type { PartProps } from "./HandoverDialog";

export const methods: readonly PaymentMethod[] = ["wechat", "alipay", "transfer", "card", "cash", "other"];

export function MoneyFields(props: PartProps) {
  const { life, draft, set, error } = props;
  const words = useWords();
  const { t } = words;
  const owed = life.handover.account;
  const isRefund = life.row.resolution === "refund";
  const isOwed = owed !== null && owed.open_minor > 0;
  const { invoice } = draft;
  return (
    <>
      {(isRefund || isOwed) && (
        <Section title={t(isRefund ? "handover-refund" : "handover-payment")}>
          {owed !== null && !isRefund && (
            <p>
              {t("handover-owed", {
                agreed: money(words, owed.agreed_minor, owed.currency),
                open: money(words, owed.open_minor, owed.currency),
              })}
            </p>
          )}
          <div className={css["fields"]}>
            <TextField
              name="amount_minor"
              label={t("payment-amount", { currency: draft.currency })}
              value={draft.amount}
              onChange={(amount) => set({ amount })}
              inputMode="numeric"
              error={isAmountWrong(draft) ? t("handover-amount-wrong") : (error("amount_minor") ?? error("payments"))}
            />
            <Select
              name="method"
              label={t("payment-method")}
              value={draft.method}
              options={methods.map((value) => ({ value, label: t(`payment_method-${value}`) }))}
              onChange={(method) => set({ method })}
              placeholder={t("choose")}
            />
            <DateField
              name="paid_on"
              label={t("payment-paid-on")}
              note={t("payment-paid-on-note")}
              value={draft.paidOn}
              onChange={(paidOn) => set({ paidOn })}
              error={error("paid_on")}
            />
            <TextField
              name="reference"
              label={t("payment-reference")}
              value={draft.reference}
              onChange={(reference) => set({ reference })}
              error={error("reference")}
              maxLength={200}
            />
            {!isRefund && (
              <TextField
                name="account"
                label={t("handover-account")}
                note={t("handover-account-note")}
                value={draft.account}
                onChange={(account) => set({ account })}
                suggestion={
                  life.intake.dealer === "" || draft.account !== ""
                    ? null
                    : {
                        text: life.intake.dealer,
                        label: t("handover-account-take", { dealer: life.intake.dealer }),
                        onTake: () => set({ account: life.intake.dealer }),
                      }
                }
                error={error("account")}
                maxLength={200}
              />
            )}
          </div>
        </Section>
      )}
      <Disclosure
        title={t("handover-invoice")}
        summary={invoice.title === "" ? t("handover-invoice-none") : invoice.title}
        isOpen={error("invoice.title") !== null}
      >
        <div className={css["fields"]}>
          <TextField
            name="invoice.title"
            label={t("handover-invoice-title")}
            value={invoice.title}
            onChange={(title) => set({ invoice: { ...invoice, title } })}
            error={error("invoice.title")}
            maxLength={200}
          />
          <TextField
            name="invoice.tax_number"
            label={t("handover-invoice-tax")}
            value={invoice.tax_number}
            onChange={(tax_number) => set({ invoice: { ...invoice, tax_number } })}
            maxLength={200}
          />
          <TextField
            name="invoice.send_to"
            label={t("handover-invoice-to")}
            value={invoice.send_to}
            onChange={(send_to) => set({ invoice: { ...invoice, send_to } })}
            maxLength={200}
          />
        </div>
      </Disclosure>
    </>
  );
}
