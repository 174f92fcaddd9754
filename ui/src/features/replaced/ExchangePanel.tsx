// The unit that is given for the one that came: chosen, compared, and whether it may be given.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { ExchangeChoice, ExchangeState, TicketLife } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import type { Tone } from "../../kit/Figure";
import type { IconName } from "../../kit/Icon";
import { useKeys } from "../../kit/keys";
import { Facts, Panel, Section } from "../../kit/Page";
import { Status } from "../../kit/Status";
import { personName } from "../../trade/person";
import { isStillHere } from "../../trade/work";
import { Code } from "../../trade/words";
import { Comparison } from "./Comparison";
import { ExchangeDialog } from "./ExchangeDialog";
import css from "./Replaced.module.css";
import { Withdraw } from "./Withdraw";

const look: Record<ExchangeState, { icon: IconName; tone: Tone }> = {
  shown: { icon: "tick", tone: "ok" },
  asked: { icon: "half", tone: "due" },
  accepted: { icon: "tick", tone: "ok" },
  refused: { icon: "cross", tone: "over" },
};

export function ExchangePanel(props: { life: TicketLife }) {
  const { life } = props;
  const { chosen, model_wanted: model } = life.exchange;
  const { t } = useWords();
  const [over, setOver] = useState<"choose" | "withdraw" | null>(null);
  const close = () => setOver(null);
  const isOpen = isStillHere(life.row);
  const isShown = life.row.resolution === "exchange";
  const choose = t(chosen === null ? "exchange-choose" : "exchange-choose-again");
  useKeys(
    isShown && isOpen
      ? [{ id: "exchange-choose", keys: "X", label: choose, scope: "screen", quiet: true, run: () => setOver("choose") }]
      : [],
  );
  if (!isShown) return null;
  return (
    <Panel>
      <Section title={t("section-exchange")}>
        {chosen === null ? <p>{t("exchange-none", { model })}</p> : <Chosen chosen={chosen} />}
        {isOpen && (
          <div className={css["acts"]}>
            <Button kind={chosen === null ? "primary" : "plain"} keys="X" onPress={() => setOver("choose")}>
              {choose}
            </Button>
            {chosen !== null && <Button onPress={() => setOver("withdraw")}>{t("exchange-withdraw")}</Button>}
          </div>
        )}
      </Section>
      {over === "choose" && <ExchangeDialog life={life} onClose={close} />}
      {over === "withdraw" && chosen !== null && (
        <Withdraw
          what="exchange"
          life={life}
          title={t("exchange-withdraw-title", { serial: chosen.serial })}
          withdrawn={t("exchange-withdrawn", { serial: chosen.serial })}
          onClose={close}
        />
      )}
    </Panel>
  );
}

function Chosen(props: { chosen: ExchangeChoice }) {
  const { chosen } = props;
  const { t, times } = useWords();
  return (
    <>
      <Facts
        items={[
          [
            t("exchange-given"),
            <span key="given">
              {chosen.model} <Code>{chosen.serial}</Code>
            </span>,
          ],
          [t("exchange-standing"), <Status key="state" {...look[chosen.state]}>{t(`exchange_state-${chosen.state}`)}</Status>],
          [t("exchange-chosen-by"), `${personName(t, chosen.chosen_by)} · ${times.instant(chosen.chosen_at)}`],
        ]}
      />
      <Comparison old={chosen.model_old} given={chosen.model} compared={chosen.compared} />
    </>
  );
}
