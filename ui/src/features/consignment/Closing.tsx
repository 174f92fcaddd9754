// Closing a parcel: what differs is read once more, for the sender; units without a number are asked about.

import { useWords } from "../../i18n/i18n";
import type { ConsignmentLife } from "../../ipc/types.generated";
import { useWrite } from "../../ipc/ipc";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Notice } from "../../kit/Notice";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import css from "./Consignment.module.css";
import { differences } from "./differences";

export function Closing(props: { life: ConsignmentLife; onPrint: () => void; onClose: () => void }) {
  const { life, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const close = useWrite("consignment_close");
  const reopen = useWrite("consignment_reopen");
  const unopened = life.row.tally.here - life.row.received;
  const isEmpty = life.row.tally.here === 0;
  const needsYes = unopened > 0 || isEmpty;
  const onError = (failure: Parameters<typeof failureText>[1]) => toast({ tone: "trouble", text: failureText(words, failure) });
  const undo = { label: t("consignment-reopen"), run: () => reopen.mutate({ id: life.row.id }, { onError }) };
  const confirm = () =>
    close.mutate(
      { id: life.row.id, anyway: needsYes },
      {
        onError,
        onSuccess: () => {
          toast({ text: t("consignment-closed"), undo });
          onClose();
        },
      },
    );
  return (
    <Dialog
      title={t("consignment-close-title")}
      closeLabel={t("close")}
      onClose={onClose}
      size="medium"
      footer={
        <>
          <Button onPress={onClose}>{t("go-back")}</Button>
          <Button kind={needsYes ? "danger" : "primary"} autoFocus={!needsYes} onPress={confirm}>
            {t(needsYes ? "consignment-close-anyway" : "consignment-close")}
          </Button>
        </>
      }
    >
      {isEmpty && <Notice tone="due" title={t("consignment-close-empty")} />}
      {unopened > 0 && <Notice tone="due" title={t("consignment-close-unopened", { count: unopened })} />}
      <Differences life={life} onPrint={props.onPrint} />
    </Dialog>
  );
}

/** The list for the sender, and how it gets there. */
export function Differences(props: { life: ConsignmentLife; onPrint: () => void }) {
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const lines = differences(words, props.life);
  const { short, extra, damaged } = props.life.row.tally;
  const isEven = short + extra + damaged === 0 && lines.length === 1;
  const { consignment } = props.life;
  const isCompared =
    props.life.row.tally.announced !== null || (consignment.cartons_announced !== null && consignment.cartons_counted !== null);
  const copy = () => {
    // Without a clipboard the text stands here to be selected.
    void navigator.clipboard?.writeText(lines.join("\n")).then(() => toast({ text: t("consignment-copied") }));
  };
  return (
    <div>
      <ul className={css["differences"]}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {isEven && <li>{t(isCompared ? "consignment-close-even" : "consignment-close-unannounced")}</li>}
      </ul>
      <Button onPress={copy}>{t("consignment-copy")}</Button>{" "}
      <Button onPress={props.onPrint}>{t("consignment-print-differences")}</Button>
    </div>
  );
}
