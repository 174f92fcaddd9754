// What is said of a spare part: its number, its names, where it lies, what one costs us.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { PartRow } from "../../ipc/types.generated";
import { Checks } from "../../kit/Checks";
import { TextField } from "../../kit/Field";
import { useToast } from "../../kit/toasts";
import { FormDialog } from "../../trade/FormDialog";
import { amountOf, amountText } from "../../trade/money";
import css from "./Part.module.css";

const YUAN = "CNY";
const serialised = ["serialised"] as const;

export function PartDialog(props: { row: PartRow | null; onClose: () => void; onSaved: (row: PartRow) => void }) {
  const { row, onClose } = props;
  const { t } = useWords();
  const toast = useToast();
  const write = useWrite("part_save");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [before] = useState({
    number: row?.card.number ?? "",
    name_zh: row?.card.name_zh ?? "",
    name_en: row?.card.name_en ?? "",
    position: row?.card.position ?? "",
    is_serialised: row?.card.is_serialised ?? false,
    currency: row?.card.currency ?? YUAN,
    cost: amountText(row?.card.cost_minor ?? null, row?.card.currency ?? YUAN),
  });
  const [typed, setTyped] = useState(before);
  const cost = amountOf(typed.cost, typed.currency);
  const isNamed = typed.name_zh.trim() !== "" || typed.name_en.trim() !== "";
  const isPriced = cost !== undefined && /^[A-Za-z]{3}$/.test(typed.currency.trim());
  const why =
    typed.number.trim() === "" || !isNamed ? t("part-needs-name") : isPriced ? null : t("part-cost-wrong");
  const set = (change: Partial<typeof before>) => {
    setFailure(null);
    setTyped((now) => ({ ...now, ...change }));
  };
  const save = () =>
    write.mutate(
      {
        id: row?.id ?? null,
        number: typed.number,
        name_zh: typed.name_zh,
        name_en: typed.name_en,
        position: typed.position,
        is_serialised: typed.is_serialised,
        cost_minor: cost ?? null,
        currency: typed.currency.trim().toUpperCase(),
      },
      {
        onError: setFailure,
        onSuccess: (saved) => {
          toast({ text: t("part-saved", { number: saved.card.number }) });
          props.onSaved(saved);
        },
      },
    );
  return (
    <FormDialog
      title={t(row === null ? "parts-add" : "parts-edit")}
      size="medium"
      saveLabel={t("part-save")}
      isTouched={typed !== before}
      at="number"
      why={why}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <div className={css["fields"]}>
        <TextField
          name="number"
          label={t("part-number")}
          value={typed.number}
          onChange={(number) => set({ number })}
          onScan={(number) => set({ number })}
          maxLength={200}
          isRequired
          autoFocus
        />
        <TextField name="position" label={t("part-position")} value={typed.position} onChange={(position) => set({ position })} maxLength={200} />
        <TextField name="name_zh" label={t("part-name_zh")} value={typed.name_zh} onChange={(name_zh) => set({ name_zh })} maxLength={200} />
        <TextField name="name_en" label={t("part-name_en")} value={typed.name_en} onChange={(name_en) => set({ name_en })} maxLength={200} />
        <TextField
          name="cost"
          label={t("part-cost")}
          value={typed.cost}
          onChange={(next) => set({ cost: next })}
          error={cost === undefined ? t("part-cost-wrong") : null}
          inputMode="numeric"
        />
        <TextField name="currency" label={t("part-currency")} value={typed.currency} onChange={(currency) => set({ currency })} maxLength={3} />
        <Checks
          name="is_serialised"
          label={t("part-is_serialised")}
          values={typed.is_serialised ? serialised : []}
          options={serialised.map((value) => ({ value, label: t("part-is_serialised") }))}
          onChange={(values) => set({ is_serialised: values.length > 0 })}
        />
      </div>
    </FormDialog>
  );
}
