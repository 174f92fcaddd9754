// The sender's list, pasted as it came; and the card of the parcel, to be put right.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useWrite } from "../../ipc/ipc";
import type { ConsignmentLife } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { TextArea } from "../../kit/Field";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import css from "./Consignment.module.css";
import { cardOf, stated, unreadable } from "./parcel";
import { ParcelFields } from "./ParcelFields";

export function Announce(props: { life: ConsignmentLife }) {
  const { life } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const [text, setText] = useState("");
  const announce = useWrite("consignment_announce");
  const save = () =>
    announce.mutate(
      { id: life.row.id, text },
      {
        onSuccess: (after) => {
          setText("");
          toast({ text: t("announce-saved", { count: after.row.tally.announced ?? 0 }) });
        },
        onError: (failure) => toast({ tone: "trouble", text: failureText(words, failure) }),
      },
    );
  return (
    <div className={css["stack"]}>
      <TextArea name="announce" label={t("announce-list")} note={t("announce-hint")} value={text} onChange={setText} rows={5} />
      <div>
        <Button disabledReason={text.trim() === "" ? t("announce-hint") : null} onPress={save}>
          {t("announce-save")}
        </Button>
      </div>
    </div>
  );
}

export function ParcelCardForm(props: { life: ConsignmentLife }) {
  const { life } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const [card, setCard] = useState(() => cardOf(life.consignment));
  const amend = useWrite("consignment_amend");
  const save = () => {
    const { received_on } = card;
    if (received_on === null) return;
    const waybill = card.waybill.trim() === "" ? null : card.waybill;
    amend.mutate(
      { id: life.row.id, consignment: { ...stated(card), waybill, received_on } },
      {
        onSuccess: () => toast({ text: t("parcel-card-saved") }),
        onError: (failure) => toast({ tone: "trouble", text: failureText(words, failure) }),
      },
    );
  };
  const reason = unreadable(card).length > 0 || card.received_on === null ? t("parcel-number-needed") : null;
  return (
    <div className={css["stack"]}>
      <ParcelFields card={card} onChange={setCard} />
      <div>
        <Button disabledReason={reason} onPress={save}>
          {t("parcel-card-save")}
        </Button>
      </div>
    </div>
  );
}
