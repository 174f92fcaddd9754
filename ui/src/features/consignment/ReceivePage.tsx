// A parcel at the door: its waybill is scanned, one key receives it, or the scan of the next one does, and its day runs.
// Everything else can be said later.

import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useRead, useWrite } from "../../ipc/ipc";
import type { Failure } from "../../ipc/failure";
import { Button } from "../../kit/Button";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { Page, Panel } from "../../kit/Page";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { useUnsaved } from "../../trade/useUnsaved";
import { emptyCard, stated, unreadable } from "./parcel";
import { ParcelFields } from "./ParcelFields";

export function ReceivePage() {
  const today = useRead("station_get", null).data?.today;
  const search = useSearch({ from: "/parcels/receive" });
  return today === undefined ? null : <Receive today={today} {...search} />;
}

function Receive(props: { today: string; waybill?: string; serial?: string }) {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const toast = useToast();
  const [card, setCard] = useState(() => emptyCard(props.today, props.waybill ?? ""));
  const [failure, setFailure] = useState<Failure | null>(null);
  const receive = useWrite("consignment_receive");
  const suggestion = useRead("scan_resolve", { text: card.waybill }, card.waybill.length >= 8 && card.carrier === null).data;
  const carrier = suggestion?.kind === "waybill" ? suggestion.carrier : null;
  const isWrong = unreadable(card).length > 0;
  const record = (onReceived: (id: string) => void) => {
    if (isWrong || receive.isPending) return;
    receive.mutate(
      { ...stated(card), waybill: card.waybill, received_on: card.received_on },
      {
        onError: setFailure,
        onSuccess: ({ is_new, consignment }) => {
          const waybill = consignment.row.waybill ?? "";
          toast({ text: `${t(is_new ? "parcel-received" : "parcel-known")} ${waybill}`.trim() });
          setFailure(null);
          onReceived(consignment.row.id);
        },
      },
    );
  };
  const save = () => record((id) => void navigate({ to: "/parcels/$id", params: { id }, replace: true }));
  // Another waybill is another parcel: the one before is received, its day runs, and nothing is lost by scanning on.
  const scanned = (waybill: string) => {
    const take = () => setCard(emptyCard(props.today, waybill));
    const isSame = card.waybill.replaceAll(/\W/g, "").toUpperCase() === waybill.replaceAll(/\W/g, "").toUpperCase();
    if (card.waybill.trim() === "") take();
    else if (!isSame) record(take);
  };
  const seen = useRef(props.waybill);
  useEffect(() => {
    if (seen.current === props.waybill) return;
    seen.current = props.waybill;
    if (props.waybill !== undefined) scanned(props.waybill);
  });
  const fields = useRef<HTMLDivElement>(null);
  const unsaved = useUnsaved({
    isTouched: card.waybill.trim() !== "",
    fields,
    at: "waybill",
    onClose: () => void navigate({ to: "/parcels" }),
  });
  useKeys([
    { id: "receive-parcel", keys: "Ctrl+Enter", label: t("parcel-receive"), scope: "screen", run: save },
    { id: "leave", keys: "Escape", label: unsaved.leaveLabel, scope: "screen", run: unsaved.leave },
  ]);
  return (
    <Page
      title={t("parcel-receive-title")}
      sub={t("parcel-receive-explain")}
      aside={
        <Button kind="primary" keys="Ctrl+Enter" disabledReason={isWrong ? t("parcel-number-needed") : null} onPress={save}>
          {t("parcel-receive")}
        </Button>
      }
    >
      {failure !== null && <Notice tone="over" isAlert title={failureText(words, failure)} />}
      {unsaved.notice}
      {props.serial !== undefined && carrier !== null && (
        <Notice
          tone="info"
          title={t("parcel-shape", { carrier: t(`carrier-${carrier}`) })}
          actions={
            <Button onPress={() => void navigate({ to: "/intake", search: { serial: props.serial } })}>
              {t("parcel-is-serial", { serial: props.serial })}
            </Button>
          }
        />
      )}
      <Panel>
        <div ref={fields}>
          <ParcelFields
            card={card}
            onChange={setCard}
            onScan={scanned}
            carrierNote={carrier === null ? null : t("parcel-shape", { carrier: t(`carrier-${carrier}`) })}
          />
        </div>
      </Panel>
    </Page>
  );
}
