// The hand-over of a work order on its page: what was paid, what was lent, how it went and what it did to the cover.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { PaymentRecord, TicketLife } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Facts, Panel, Section } from "../../kit/Page";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { money } from "../../trade/money";
import { personName } from "../../trade/person";
import { ReasonDialog } from "../../trade/ReasonDialog";
import { isStillHere } from "../../trade/work";
import { AmendWaybillDialog } from "./AmendWaybillDialog";
import { CloseDialog } from "./CloseDialog";
import { coverText, wayText } from "./handoverText";
import css from "./Handover.module.css";
import { LendDialog } from "./LendDialog";
import { PaymentDialog } from "./PaymentDialog";

type Over = { kind: "payment" | "lend" | "amend" | "close" } | { kind: "withdraw"; payment: PaymentRecord } | null;

export function HandoverPanel(props: { life: TicketLife; onHandOver: () => void }) {
  const { life } = props;
  const { row, handover } = life;
  const { t } = useWords();
  const [over, setOver] = useState<Over>(null);
  const close = () => setOver(null);
  const isHere = isStillHere(row);
  const isReady = row.status === "ready" || row.status === "unclaimed";
  const isEmpty = handover.payments.length === 0 && handover.loans.length === 0 && handover.done === null;
  return (
    <Panel>
      <Section title={t("section-handover")}>
        {handover.done !== null && <Done life={life} />}
        {isEmpty && !isReady && <p>{t("handover-not-yet")}</p>}
        <Payments life={life} isOpen={isHere} onWithdraw={(payment) => setOver({ kind: "withdraw", payment })} />
        <Loans life={life} />
        <div className={css["acts"]}>
          {isReady && (
            <Button kind="primary" onPress={props.onHandOver}>
              {t("handover-open")}
            </Button>
          )}
          {isHere && <Button onPress={() => setOver({ kind: "payment" })}>{t("payment-record")}</Button>}
          {isHere && <Button onPress={() => setOver({ kind: "lend" })}>{t("loan-lend")}</Button>}
          {handover.done?.handover.way.kind === "shipped" && (
            <Button onPress={() => setOver({ kind: "amend" })}>{t("handover-amend")}</Button>
          )}
          {row.status === "returned" && <Button onPress={() => setOver({ kind: "close" })}>{t("handover-close")}</Button>}
        </div>
      </Section>
      {over?.kind === "payment" && <PaymentDialog life={life} onClose={close} />}
      {over?.kind === "lend" && <LendDialog life={life} onClose={close} />}
      {over?.kind === "amend" && <AmendWaybillDialog life={life} onClose={close} />}
      {over?.kind === "close" && <CloseDialog life={life} onClose={close} />}
      {over?.kind === "withdraw" && <Withdraw life={life} payment={over.payment} onClose={close} />}
    </Panel>
  );
}

function Done(props: { life: TicketLife }) {
  const { handover, row } = props.life;
  const words = useWords();
  const { t, say, times } = words;
  const record = handover.done;
  if (record === null) return null;
  const said = record.handover;
  const missing = said.accessories.filter((one) => !one.is_returned);
  const item = (name: string) => say(`accessory-${name}`, {}, name);
  return (
    <>
      <Facts
        items={[
          [t("handover-on"), `${times.day(said.on)} ${said.at.slice(0, 5)}`],
          [t("handover-way"), wayText(words, said.way)],
          ...(said.late_reason === "" ? [] : [[t("handover-late-reason"), said.late_reason] as const]),
          ...(missing.length === 0
            ? []
            : [
                [
                  t("handover-missing"),
                  `${missing.map((one) => item(one.item)).join(t("list-separator"))} · ${said.missing_note}`,
                ] as const,
              ]),
          ...(said.condition === "" ? [] : [[t("handover-condition-after"), said.condition] as const]),
          ...(said.signature === null ? [] : [[t("handover-signature"), t(`signature-${said.signature.kind}`)] as const]),
          ...(said.given === null ? [] : [[t("handover-given"), `${said.given.model} ${said.given.serial}`] as const]),
          ...(said.account === "" ? [] : [[t("handover-account"), said.account] as const]),
          ...(said.invoice === null
            ? []
            : [
                [
                  t("handover-invoice"),
                  [said.invoice.title, said.invoice.tax_number, said.invoice.send_to].filter(Boolean).join(" · "),
                ] as const,
              ]),
          ...(said.freight === null
            ? []
            : [
                [
                  t("handover-freight"),
                  `${t(`freight_bearer-${said.freight.bearer}`)} · ${personName(t, said.freight.decided_by)}`,
                ] as const,
              ]),
          ...(said.note === "" ? [] : [[t("handover-note"), said.note] as const]),
          [t("handover-recorded-by"), `${personName(t, record.recorded_by)} · ${times.instant(record.recorded_at)}`],
          ...(record.closed_on === null ? [] : [[t("handover-closed-on"), times.day(record.closed_on)] as const]),
          [
            t("handover-covers"),
            handover.covers.length === 0
              ? t("handover-covers-none")
              : handover.covers.map((entry) => coverText(words, entry)).join(t("list-separator")),
          ],
        ]}
      />
      {record.amendments.length > 0 && (
        <ul className={css["lines"]} aria-label={t("handover-amendments")}>
          {record.amendments.map((one) => (
            <li key={one.id}>
              {t("handover-amended", {
                before: one.waybill_before ?? "—",
                after: one.waybill ?? "—",
                reason: one.reason,
                who: personName(t, one.amended_by),
                at: times.instant(one.amended_at),
              })}
            </li>
          ))}
        </ul>
      )}
      {row.status === "returned" && <p>{t("handover-still-open")}</p>}
    </>
  );
}

function Payments(props: { life: TicketLife; isOpen: boolean; onWithdraw: (payment: PaymentRecord) => void }) {
  const { account, payments } = props.life.handover;
  const words = useWords();
  const { t, times } = words;
  if (account === null && payments.length === 0) return null;
  return (
    <>
      {account !== null && (
        <p>
          {t("handover-owed", {
            agreed: money(words, account.agreed_minor, account.currency),
            open: money(words, account.open_minor, account.currency),
          })}
        </p>
      )}
      {payments.length > 0 && (
        <ul className={css["lines"]} aria-label={t("handover-payment")}>
          {payments.map((record) => {
            const { payment } = record;
            const amount = money(words, payment.amount_minor, payment.currency);
            return (
              <li key={record.id}>
                <span className={record.withdrawn === null ? undefined : css["withdrawn"]}>
                  {t(`payment_kind-${payment.kind}`)} {amount} · {t(`payment_method-${payment.method}`)} ·{" "}
                  {times.day(payment.paid_on)}
                  {payment.reference !== "" && ` · ${payment.reference}`}
                </span>
                {record.withdrawn !== null && <span>{t("payment-withdrawn", { reason: record.withdrawn })}</span>}
                {record.withdrawn === null && props.isOpen && (
                  <Button kind="quiet" label={t("payment-withdraw-named", { amount })} onPress={() => props.onWithdraw(record)}>
                    {t("payment-withdraw")}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

function Loans(props: { life: TicketLife }) {
  const { life } = props;
  const words = useWords();
  const { t, times } = words;
  const toast = useToast();
  const back = useWrite("loan_return");
  const { loans } = life.handover;
  if (loans.length === 0) return null;
  const comeBack = (lending: string, serial: string) =>
    back.mutate(
      { id: life.row.id, lending, on: null, note: "" },
      {
        onError: (failure: Failure) => toast({ tone: "trouble", text: failureText(words, failure) }),
        onSuccess: () => toast({ text: t("loan-returned", { serial }) }),
      },
    );
  return (
    <ul className={css["lines"]} aria-label={t("handover-loans")}>
      {loans.map((loan) => (
        <li key={loan.id}>
          <span>
            {t("loan-line", { serial: loan.serial, on: times.day(loan.lent_on) })}
            {loan.note !== "" && ` · ${loan.note}`}
          </span>
          {loan.returned_on === null ? (
            <Button kind="quiet" label={t("loan-return-named", { serial: loan.serial })} onPress={() => comeBack(loan.id, loan.serial)}>
              {t("loan-return")}
            </Button>
          ) : (
            <span>{t("loan-back-on", { on: times.day(loan.returned_on) })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Withdraw(props: { life: TicketLife; payment: PaymentRecord; onClose: () => void }) {
  const { life, payment, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const withdraw = useWrite("payment_withdraw");
  const amount = money(words, payment.payment.amount_minor, payment.payment.currency);
  return (
    <ReasonDialog
      title={t("payment-withdraw-title", { amount })}
      explain={t("payment-withdraw-explain")}
      confirm={t("payment-withdraw")}
      onClose={onClose}
      onConfirm={(reason) => {
        onClose();
        withdraw.mutate(
          { id: life.row.id, payment: payment.id, reason },
          {
            onError: (failure: Failure) => toast({ tone: "trouble", text: failureText(words, failure) }),
            onSuccess: () => toast({ text: t("payment-withdrawn-done", { amount }) }),
          },
        );
      }}
    />
  );
}
