// A person decides who a unit is: what second sources read, the serial it follows, or that none can be confirmed.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { SecondSource, TicketLife } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { TextArea, TextField } from "../../kit/Field";
import { useToast } from "../../kit/toasts";
import { FormDialog } from "../../trade/FormDialog";

/** As serials are compared: letters of one case, nothing between them. */
const folded = (text: string) => text.normalize("NFKC").toUpperCase().replace(/\s/gu, "");

const sources: readonly SecondSource[] = ["boot_screen", "board", "box", "card", "sale_record"];

export function IdentityDialog(props: { life: TicketLife; onClose: () => void }) {
  const { life, onClose } = props;
  const { t } = useWords();
  const toast = useToast();
  const confirm = useWrite("identity_confirm");
  const reject = useWrite("identity_reject");
  const [read, setRead] = useState<Partial<Record<SecondSource, string>>>({});
  const known = life.row.serial.startsWith("TAG-") ? "" : life.row.serial;
  const [serial, setSerial] = useState(known);
  const [note, setNote] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const readings = sources
    .map((source) => ({ source, read: (read[source] ?? "").trim() }))
    .filter((reading) => reading.read !== "");
  // A source may read a part of it.
  const isContradicted = readings.every((reading) => !folded(serial).includes(folded(reading.read)));
  const done = (text: string) => {
    toast({ text });
    onClose();
  };
  const { id } = life.row;
  return (
    <FormDialog
      title={t("identity-decide-title", { rma: life.row.rma })}
      size="medium"
      isTouched={readings.length > 0 || serial !== known || note.trim() !== ""}
      at="boot_screen"
      saveLabel={t("identity-confirm")}
      why={
        readings.length === 0 || serial.trim() === ""
          ? t("identity-need-source")
          : isContradicted && note.trim() === ""
            ? t("identity-contradicted", { serial: serial.trim() })
            : null
      }
      failure={failure}
      onSave={() =>
        confirm.mutate(
          { id, serial, sources: readings, note },
          { onError: setFailure, onSuccess: () => done(t("identity-decision-confirmed")) },
        )
      }
      onClose={onClose}
      actions={
        <Button
          disabledReason={note.trim() === "" ? t("identity-reject-reason") : null}
          onPress={() =>
            reject.mutate(
              { id, sources: readings, note },
              { onError: setFailure, onSuccess: () => done(t("identity-decision-rejected")) },
            )
          }
        >
          {t("identity-reject")}
        </Button>
      }
    >
      <p>{t("identity-sources")}</p>
      {sources.map((source, index) => (
        <TextField
          key={source}
          name={source}
          label={t(`second_source-${source}`)}
          value={read[source] ?? ""}
          onChange={(text) => setRead((now) => ({ ...now, [source]: text }))}
          onScan={(text) => setRead((now) => ({ ...now, [source]: text }))}
          autoFocus={index === 0}
          maxLength={200}
        />
      ))}
      <TextField name="serial" label={t("identity-serial")} value={serial} onChange={setSerial} onScan={setSerial} maxLength={80} />
      <TextArea name="note" label={t("identity-note")} value={note} onChange={setNote} />
    </FormDialog>
  );
}
