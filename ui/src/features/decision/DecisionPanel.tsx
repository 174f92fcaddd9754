// The questions about one work order, and asking one.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { DecisionReply, DecisionRow, TicketLife } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Disclosure } from "../../kit/Disclosure";
import { Panel, Section } from "../../kit/Page";
import { AskDialog } from "./AskDialog";
import { aboutText, DecisionDetail, DecisionStatus } from "./DecisionDetail";
import { ReplyDialog } from "./ReplyDialog";

export function DecisionPanel(props: { life: TicketLife; isOff: boolean }) {
  const { life } = props;
  const words = useWords();
  const { t } = words;
  const [over, setOver] = useState<{ row: DecisionRow; reply: DecisionReply } | "ask" | null>(null);
  const waiting = life.decisions.filter((row) => row.state === "asked" || row.state === "asked_back").length;
  if (props.isOff && life.decisions.length === 0) return null;
  return (
    <Panel>
      <Section
        title={t("decisions")}
        hint={
          <>
            {waiting > 0 && <span>{t("decision-panel-waiting", { count: waiting })} </span>}
            {!props.isOff && (
              <Button kind="quiet" onPress={() => setOver("ask")}>
                {t("decision-ask")}
              </Button>
            )}
          </>
        }
      >
        {life.decisions.length === 0 && <p>{t("decision-panel-empty")}</p>}
        {life.decisions.map((row) => (
          <Disclosure
            key={row.id}
            title={[t(`decision-kind-${row.kind}`), aboutText(words, row)].filter((part) => part !== "").join(": ")}
            summary={<DecisionStatus row={row} />}
            isOpen={row.state === "asked" || row.state === "asked_back"}
          >
            <DecisionDetail row={row} onReply={(reply) => setOver({ row, reply })} />
          </Disclosure>
        ))}
      </Section>
      {over === "ask" && <AskDialog life={life} onClose={() => setOver(null)} />}
      {over !== null && over !== "ask" && <ReplyDialog row={over.row} reply={over.reply} onClose={() => setOver(null)} />}
    </Panel>
  );
}
