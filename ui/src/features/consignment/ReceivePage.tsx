// A parcel at the door: its waybill is scanned, one key receives it, and its day runs. Everything else can be
// said later.

import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useRead, useWrite } from "../../ipc/ipc";
import type { Failure } from "../../ipc/failure";
import { Button } from "../../kit/Button";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { Page, Panel } from "../../kit/Page";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { emptyCard, stated, unreadable } from "./parcel";
import { ParcelFields } from "./ParcelFields";

export function ReceivePage() {
  const today = useRead("station_get", null).data?.today;
  const search = useSearch({ from: "/parcels/receive" });
  // Another waybill is another parcel.
  return today === undefined ? null : <Receive key={search.waybill ?? ""} today={today} {...search} />;
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
  const save = () => {
    if (isWrong || receive.isPending) return;
    receive.mutate(
      { ...stated(card), waybill: card.waybill, received_on: card.received_on },
      {
        onError: setFailure,
        onSuccess: ({ is_new, consignment }) => {
          toast({ text: t(is_new ? "parcel-received" : "parcel-known") });
          void navigate({ to: "/parcels/$id", params: { id: consignment.row.id }, replace: true });
        },
      },
    );
  };
  const leave = () => void navigate({ to: "/parcels" });
  useKeys([
    { id: "receive-parcel", keys: "Ctrl+Enter", label: t("parcel-receive"), scope: "screen", run: save },
    { id: "leave", keys: "Escape", label: t("go-back"), scope: "screen", run: leave },
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
        <ParcelFields
          card={card}
          onChange={setCard}
          takesScans
          carrierNote={carrier === null ? null : t("parcel-shape", { carrier: t(`carrier-${carrier}`) })}
        />
      </Panel>
    </Page>
  );
}
