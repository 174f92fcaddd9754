// One work order, put together from what several features know of it.

import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { ClockPanel } from "../../features/clock/ClockPanel";
import { ContactPanel } from "../../features/contact/ContactPanel";
import { DecisionPanel } from "../../features/decision/DecisionPanel";
import { DiagnosisDialog } from "../../features/diagnosis/DiagnosisDialog";
import { DiagnosisPanel } from "../../features/diagnosis/DiagnosisPanel";
import { PaperDesk } from "../../features/form/PaperDesk";
import { formsOf, useFormMaker } from "../../features/form/useFormMaker";
import { CloseDialog } from "../../features/handover/CloseDialog";
import { HandoverDialog } from "../../features/handover/HandoverDialog";
import { HandoverPanel } from "../../features/handover/HandoverPanel";
import { AmendDialog } from "../../features/intake/AmendDialog";
import { evidenceFields, EvidenceDialog } from "../../features/intake/EvidenceDialog";
import { fieldOfNeed } from "../../features/intake/needs";
import { PartPanel } from "../../features/part/PartPanel";
import { QuotePanel } from "../../features/quote/QuotePanel";
import { ExchangePanel } from "../../features/replaced/ExchangePanel";
import { RefundPanel } from "../../features/replaced/RefundPanel";
import { TicketPage } from "../../features/ticket/TicketPage";
import { VerdictHistory } from "../../features/verdict/History";
import { nextNeed } from "../../features/verdict/Questions";
import { VerdictBoard, type Recorded } from "../../features/verdict/VerdictBoard";
import { WhatIfDoor } from "../../features/verdict/WhatIfDoor";
import { useWords } from "../../i18n/i18n";
import { useRead } from "../../ipc/ipc";
import type { Need, TicketLife, VerdictRow } from "../../ipc/types.generated";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { factOfClaim } from "../../trade/factWords";
import { failureText } from "../../trade/failure";

export function TicketScreen() {
  const { id } = useParams({ from: "/tickets/$id" });
  const words = useWords();
  const life = useRead("ticket_get", { id });
  if (life.error !== null) return <Notice tone="over" title={failureText(words, life.error)} />;
  return life.data === undefined ? null : <Ticket key={id} life={life.data} />;
}

function Ticket(props: { life: TicketLife }) {
  const { life } = props;
  const { t, times } = useWords();
  const maker = useFormMaker();
  const [over, setOver] = useState<{ kind: "amend" | "evidence" | "diagnosis" | "handover" | "close"; at: string | null } | null>(null);
  const handOver = () => setOver({ kind: "handover", at: null });
  const [newest] = life.verdicts;
  const isOpen = life.row.status !== "cancelled";
  const diagnose = () => setOver({ kind: "diagnosis", at: null });
  const ask = (need: Need) => {
    const field = fieldOfNeed[need];
    if (field === null) return;
    if (need === "diagnosis" || need === "consumable_defect") setOver({ kind: "diagnosis", at: null });
    else setOver({ kind: evidenceFields.has(field) ? "evidence" : "amend", at: field });
  };
  const next = newest === undefined ? null : nextNeed(recorded(life, newest));
  const forms = formsOf(life.row, life.refund.sheet !== null);
  const print = () => maker.make(life.row.id, forms[0]);
  const navigate = useNavigate();
  const turn = () => void navigate({ to: "/customer/ticket/$id", params: { id: life.row.id } });
  useKeys([
    { id: "customer", keys: "F8", label: t("customer-open"), scope: "screen", run: turn },
    { id: "print", keys: "P", label: t(life.row.owned_by_us ? "ticket-print-internal" : "ticket-print"), scope: "screen", run: print },
    ...(isOpen
      ? [
          { id: "amend", keys: "E", label: t("ticket-amend"), scope: "screen", run: () => setOver({ kind: "amend", at: null }) } as const,
          ...(next === null
            ? []
            : [{ id: "next-question", keys: "F9", label: t("key-next-question"), scope: "screen", run: () => ask(next) } as const]),
          { id: "diagnose", keys: "D", label: t("diagnosis-record"), scope: "screen", run: diagnose } as const,
        ]
      : []),
  ]);
  return (
    <>
      <TicketPage
        life={life}
        onPrint={print}
        onAmend={() => setOver({ kind: "amend", at: null })}
        quotes={<QuotePanel life={life} isOff={!isOpen} onPrint={() => maker.make(life.row.id, "quote")} />}
        parts={<PartPanel life={life} />}
        replaced={
          <>
            <ExchangePanel life={life} />
            <RefundPanel life={life} onPrint={() => maker.make(life.row.id, "refund")} />
          </>
        }
        clock={<ClockPanel id={life.row.id} />}
        contact={<ContactPanel about={{ kind: "ticket", id: life.row.id }} />}
        onEvidence={() => setOver({ kind: "evidence", at: null })}
        diagnosis={<DiagnosisPanel life={life} off={isOpen ? null : t("ticket-is-cancelled")} onDiagnose={diagnose} />}
        onHandOver={handOver}
        onClose={() => setOver({ kind: "close", at: null })}
        handover={<HandoverPanel life={life} onHandOver={handOver} />}
        papers={<PaperDesk id={life.row.id} maker={maker} papers={life.papers} forms={forms} />}
        verdict={
          newest !== undefined && (
            <>
            <VerdictBoard
              assessment={recorded(life, newest)}
              onAsk={isOpen ? ask : undefined}
              given={life.given}
              title={t("verdict-title")}
              note={t("verdict-made-at", { at: times.instant(newest.made_at) })}
              actions={<WhatIfDoor assessment={recorded(life, newest)} />}
            />
            {life.charge_review && life.intake.damage !== null && (
              <Notice tone="due" title={t("charges-review")}>
                {t("charges-review-why", { where: life.intake.damage.where })}
              </Notice>
            )}
            </>
          )
        }
        decisions={<DecisionPanel life={life} isOff={!isOpen} />}
        history={<VerdictHistory verdicts={life.verdicts} />}
      />
      {over?.kind === "handover" && <HandoverDialog life={life} onClose={() => setOver(null)} />}
      {over?.kind === "close" && <CloseDialog life={life} onClose={() => setOver(null)} />}
      {over?.kind === "amend" && <AmendDialog life={life} at={over.at} onClose={() => setOver(null)} />}
      {over?.kind === "evidence" && <EvidenceDialog life={life} at={over.at} onClose={() => setOver(null)} />}
      {over?.kind === "diagnosis" && <DiagnosisDialog life={life} onClose={() => setOver(null)} />}
    </>
  );
}

/** A recorded determination with the sources of those facts that still read as they did then. */
function recorded(life: TicketLife, { facts, verdict, explanation }: VerdictRow): Recorded {
  const now = life.assessment;
  const isSame = (name: string) => String(factOfClaim(facts, name)) === String(factOfClaim(now.facts, name));
  return {
    facts,
    verdict,
    explanation,
    derived: now.derived.filter(({ fact }) => isSame(fact)),
    earlier_report: isSame("claim_date") ? now.earlier_report : [],
    cycle: null,
  };
}
