// The sender's list, pasted as it came or scanned unit by unit; and the card of the parcel, to be put right.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useWrite } from "../../ipc/ipc";
import type { ConsignmentLife, ConsignmentLine } from "../../ipc/types.generated";
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
      <TextArea
        name="announce"
        label={t("announce-list")}
        note={t("announce-hint")}
        value={text}
        onChange={setText}
        onScan={(serial) => setText((now) => `${now.trimEnd()}\n${serial}\n`.trimStart())}
        rows={5}
      />
      <div>
        <Button disabledReason={text.trim() === "" ? t("announce-hint") : null} onPress={save}>
          {t("announce-save")}
        </Button>
      </div>
      <Awaited life={life} />
    </div>
  );
}

/** What was announced and has not come out: each line can be taken off, for lists are typed by people. */
function Awaited(props: { life: ConsignmentLife }) {
  const { row, lines } = props.life;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const announce = useWrite("consignment_announce");
  const remove = useWrite("consignment_unit_remove");
  const onError = (failure: Parameters<typeof failureText>[1]) => toast({ tone: "trouble", text: failureText(words, failure) });
  const takeOff = (line: ConsignmentLine) =>
    remove.mutate(
      { id: row.id, line: line.id },
      {
        onError,
        onSuccess: () =>
          toast({
            text: t("announce-taken-off", { line: nameOf(line) }),
            undo: { label: t("undo"), run: () => announce.mutate({ id: row.id, text: asListed(line) }, { onError }) },
          }),
      },
    );
  const awaited = lines.filter((line) => line.state === "awaited");
  if (awaited.length === 0) return null;
  return (
    <ul className={css["awaited"]} aria-label={t("announce-awaited")}>
      {awaited.map((line) => (
        <li key={line.id}>
          <span>{nameOf(line)}</span>
          <Button kind="quiet" label={t("announce-take-off", { line: nameOf(line) })} onPress={() => takeOff(line)}>
            {t("remove")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function nameOf(line: ConsignmentLine): string {
  return [line.serial, line.model].filter(Boolean).join(" ");
}

/** A line as a sender's list says it. Counted, a model is read as one whatever its words look like. */
function asListed(line: ConsignmentLine): string {
  return line.serial === null ? `${line.model} ×1` : `${line.serial}\t${line.model}`;
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
