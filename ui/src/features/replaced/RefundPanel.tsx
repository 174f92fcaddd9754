// The refund of a work order: the price of the receipt, who pays it, and how much of it went back.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { TicketLife } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { useKeys } from "../../kit/keys";
import { Facts, Panel, Section } from "../../kit/Page";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { money } from "../../trade/money";
import { personName } from "../../trade/person";
import { ReasonDialog } from "../../trade/ReasonDialog";
import { RefundDialog } from "./RefundDialog";
import css from "./Replaced.module.css";

export function RefundPanel(props: { life: TicketLife; onPrint: () => void }) {
  const { life } = props;
  const { sheet } = life.refund;
  const words = useWords();
  const { t, times } = words;
  const [over, setOver] = useState<"work" | "withdraw" | null>(null);
  const close = () => setOver(null);
  const isOpen = life.row.status !== "returned" && life.row.status !== "closed" && life.row.status !== "cancelled";
  const isShown = life.row.resolution === "refund";
  const work = t(sheet === null ? "refund-work" : "refund-correct");
  useKeys(
    isShown && isOpen
      ? [{ id: "refund-work", keys: "X", label: work, scope: "screen", quiet: true, run: () => setOver("work") }]
      : [],
  );
  if (!isShown) return null;
  return (
    <Panel>
      <Section title={t("section-refund")}>
        {sheet === null ? (
          <p>{t("refund-none")}</p>
        ) : (
          <Facts
            items={[
              [t("refund-price"), money(words, sheet.price_minor, sheet.currency)],
              [t("refund-document"), sheet.document],
              [t("refund-payer"), sheet.payer],
              [
                t("handover-refund"),
                t("refund-paid", {
                  paid: money(words, sheet.refunded_minor, sheet.currency),
                  price: money(words, sheet.price_minor, sheet.currency),
                }),
              ],
              [t("refund-worked-by"), `${personName(t, sheet.worked_by)} · ${times.instant(sheet.worked_at)}`],
            ]}
          />
        )}
        <div className={css["acts"]}>
          {isOpen && (
            <Button kind={sheet === null ? "primary" : "plain"} keys="X" onPress={() => setOver("work")}>
              {work}
            </Button>
          )}
          {sheet !== null && <Button onPress={props.onPrint}>{t("refund-print")}</Button>}
          {isOpen && sheet !== null && <Button onPress={() => setOver("withdraw")}>{t("refund-withdraw")}</Button>}
        </div>
      </Section>
      {over === "work" && <RefundDialog life={life} onClose={close} />}
      {over === "withdraw" && <Withdraw life={life} onClose={close} />}
    </Panel>
  );
}

function Withdraw(props: { life: TicketLife; onClose: () => void }) {
  const { life, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const withdraw = useWrite("refund_withdraw");
  return (
    <ReasonDialog
      title={t("refund-withdraw-title")}
      explain={t("refund-withdraw-explain")}
      confirm={t("refund-withdraw")}
      onClose={onClose}
      onConfirm={(reason) => {
        onClose();
        withdraw.mutate(
          { id: life.row.id, reason },
          {
            onError: (failure: Failure) => toast({ tone: "trouble", text: failureText(words, failure) }),
            onSuccess: () => toast({ text: t("refund-withdrawn") }),
          },
        );
      }}
    />
  );
}
