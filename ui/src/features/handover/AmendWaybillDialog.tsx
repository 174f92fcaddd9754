// A waybill that was typed wrong: what it was stays in the history.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { Carrier, TicketLife } from "../../ipc/types.generated";
import { TextArea, TextField } from "../../kit/Field";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { problemText } from "../../trade/failure";
import { FormDialog } from "../../trade/FormDialog";
import { carriers } from "./carriers";

export function AmendWaybillDialog(props: { life: TicketLife; onClose: () => void }) {
  const { life, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const amend = useWrite("handover_amend");
  const way = life.handover.done?.handover.way;
  const before = way?.kind === "shipped" ? way : { carrier: "other" as const, waybill: null };
  const [carrier, setCarrier] = useState<Carrier>(before.carrier);
  const [waybill, setWaybill] = useState(before.waybill ?? "");
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const isChanged = carrier !== before.carrier || waybill.trim() !== (before.waybill ?? "");
  const problem = failure?.problems.find((one) => one.field === "waybill");
  return (
    <FormDialog
      title={t("handover-amend-title", { rma: life.row.rma })}
      saveLabel={t("handover-amend-save")}
      isTouched={isChanged || reason.trim() !== ""}
      at="waybill"
      why={!isChanged ? t("handover-amend-same") : reason.trim() === "" ? t("reason-needed") : null}
      failure={failure}
      onSave={() =>
        amend.mutate(
          { id: life.row.id, carrier, waybill, reason },
          {
            onError: setFailure,
            onSuccess: () => {
              toast({ text: t("handover-amend-done") });
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <p>{t("handover-amend-explain")}</p>
      <TextField
        name="waybill"
        label={t("field-waybill")}
        value={waybill}
        onChange={setWaybill}
        onScan={setWaybill}
        error={problem === undefined ? null : problemText(words, problem.reason)}
        autoFocus
      />
      <Select
        name="carrier"
        label={t("field-carrier")}
        value={carrier}
        options={carriers.map((value) => ({ value, label: t(`carrier-${value}`) }))}
        onChange={setCarrier}
        placeholder={t("choose")}
      />
      <TextArea name="reason" label={t("field-reason")} value={reason} onChange={setReason} isRequired />
    </FormDialog>
  );
}
