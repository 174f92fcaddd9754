// The refund of a work order: the price of the receipt, who pays it, and how much of it went back.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { TicketLife } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { useKeys } from "../../kit/keys";
import { Facts, Panel, Section } from "../../kit/Page";
import { money } from "../../trade/money";
import { personName } from "../../trade/person";
import { isStillHere } from "../../trade/work";
import { RefundDialog } from "./RefundDialog";
import css from "./Replaced.module.css";
import { Withdraw } from "./Withdraw";

export function RefundPanel(props: { life: TicketLife; onPrint: () => void }) {
  const { life } = props;
  const { sheet } = life.refund;
  const words = useWords();
  const { t, times } = words;
  const [over, setOver] = useState<"work" | "withdraw" | null>(null);
  const close = () => setOver(null);
  const isOpen = isStillHere(life.row);
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
      {over === "withdraw" && (
        <Withdraw
          what="refund"
          life={life}
          title={t("refund-withdraw-title")}
          withdrawn={t("refund-withdrawn")}
          onClose={close}
        />
      )}
    </Panel>
  );
}
