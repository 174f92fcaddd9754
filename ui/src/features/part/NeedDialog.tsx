// A work order needs a spare part: which, how many, who bears it, and when it should come if it is not here.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useRead, useWrite } from "../../ipc/ipc";
import type { RepairTerms, TicketLife } from "../../ipc/types.generated";
import { Checks } from "../../kit/Checks";
import { DateField } from "../../kit/DateField";
import { Segments } from "../../kit/Segments";
import { useToast } from "../../kit/toasts";
import { TypeAhead } from "../../kit/TypeAhead";
import { FormDialog } from "../../trade/FormDialog";
import css from "./Part.module.css";
import { PiecesField } from "./PiecesField";
import { partName, piecesOf } from "./part";

const terms: readonly RepairTerms[] = ["warranty", "paid"];
const waiting = ["wait"] as const;

export function NeedDialog(props: { life: TicketLife; onClose: () => void }) {
  const { life, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const need = useWrite("part_need");
  const rows = useRead("part_list", { filter: "all", text: "" }).data ?? [];
  const [part, setPart] = useState("");
  const [quantity, setQuantity] = useState("1");
  const [bears, setBears] = useState<RepairTerms>(life.parts.likely_terms);
  const [expectedOn, setExpectedOn] = useState<string | null>(null);
  const [wait, setWait] = useState(true);
  const [failure, setFailure] = useState<Failure | null>(null);
  const pieces = piecesOf(quantity);
  const row = rows.find((one) => one.id === part) ?? null;
  const isShort = row !== null && pieces !== null && row.free < pieces;
  const why = row === null ? t("part-choose") : pieces === null || pieces === 0 ? t("part-needs-pieces") : null;
  const save = () => {
    if (row === null || pieces === null) return;
    need.mutate(
      { id: life.row.id, part: row.id, quantity: pieces, terms: bears, expected_on: isShort ? expectedOn : null, wait: isShort && wait },
      {
        onError: setFailure,
        onSuccess: () => {
          toast({ text: t(isShort ? "part-needed" : "part-kept", { number: row.card.number }) });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("part-need-title")}
      size="medium"
      saveLabel={t("part-need")}
      isTouched={part !== "" || quantity !== "1"}
      at="part"
      why={why}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <div className={css["fields"]}>
        <TypeAhead
          name="part"
          className={css["wide"]}
          label={t("part-need-part")}
          value={part}
          options={rows.map((one) => ({
            value: one.id,
            label: `${one.card.number} ${partName(words, one.card)} · ${t("part-agreed-free", { free: one.free })}`,
            spellings: one.spellings,
          }))}
          onChange={(id) => {
            setFailure(null);
            setPart(id);
          }}
          placeholder={t("part-choose")}
          none={t("part-none-fits")}
          isRequired
        />
        <PiecesField name="quantity" label={t("part-quantity")} value={quantity} onChange={setQuantity} />
        <Segments
          label={t("part-terms")}
          value={bears}
          options={terms.map((value) => ({ value, label: t(`part_terms-${value}`) }))}
          onChange={setBears}
        />
        {isShort && (
          <>
            <p className={css["wide"]}>{t("part-need-none-free", { free: row.free })}</p>
            <DateField
              name="expected_on"
              label={t("part-need-expected")}
              note={t("part-expect-unknown")}
              value={expectedOn}
              onChange={setExpectedOn}
            />
            <Checks
              name="wait"
              label={t("part-need-wait")}
              values={wait ? waiting : []}
              options={waiting.map((value) => ({ value, label: t("part-need-wait") }))}
              onChange={(values) => setWait(values.length > 0)}
            />
          </>
        )}
      </div>
    </FormDialog>
  );
}
