// One work order, put together from what several features know of it.

import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { PaperDesk } from "../../features/form/PaperDesk";
import { useFormMaker } from "../../features/form/useFormMaker";
import { AmendDialog } from "../../features/intake/AmendDialog";
import { FindingsDialog } from "../../features/intake/FindingsDialog";
import { TicketPage } from "../../features/ticket/TicketPage";
import { VerdictHistory } from "../../features/verdict/History";
import { VerdictBoard } from "../../features/verdict/VerdictBoard";
import { WhatIfDoor } from "../../features/verdict/WhatIfDoor";
import { useWords } from "../../i18n/i18n";
import { useRead } from "../../ipc/ipc";
import type { TicketLife } from "../../ipc/types.generated";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
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
  const [over, setOver] = useState<"amend" | "findings" | null>(null);
  const [newest] = life.verdicts;
  const isOpen = life.row.status !== "cancelled";
  const print = () => maker.make(life.row.id, "application");
  useKeys([
    { id: "print", keys: "P", label: t("ticket-print"), scope: "screen", run: print },
    ...(isOpen
      ? [
          { id: "amend", keys: "E", label: t("ticket-amend"), scope: "screen", run: () => setOver("amend") } as const,
          { id: "findings", keys: "D", label: t("ticket-findings"), scope: "screen", run: () => setOver("findings") } as const,
        ]
      : []),
  ]);
  return (
    <>
      <TicketPage
        life={life}
        onPrint={print}
        onAmend={() => setOver("amend")}
        onFindings={() => setOver("findings")}
        papers={<PaperDesk id={life.row.id} maker={maker} papers={life.papers} />}
        verdict={
          newest !== undefined && (
            <VerdictBoard
              assessment={{ facts: newest.facts, verdict: newest.verdict, derived: [], cycle: null }}
              title={t("verdict-title")}
              note={t("verdict-made-at", { at: times.instant(newest.made_at) })}
              actions={<WhatIfDoor assessment={{ facts: newest.facts, verdict: newest.verdict, derived: [], cycle: null }} />}
            />
          )
        }
        history={<VerdictHistory verdicts={life.verdicts} />}
      />
      {over === "amend" && <AmendDialog life={life} onClose={() => setOver(null)} />}
      {over === "findings" && <FindingsDialog life={life} onClose={() => setOver(null)} />}
    </>
  );
}
