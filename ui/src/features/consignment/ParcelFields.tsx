// The card of a parcel: waybill, carrier, day, cartons, freight, damage. The same fields when it is received and
// when it is corrected.

import { useWords } from "../../i18n/i18n";
import type { Carrier } from "../../ipc/types.generated";
import { DateField } from "../../kit/DateField";
import { TextArea, TextField } from "../../kit/Field";
import { Select } from "../../kit/Select";
import css from "./Consignment.module.css";
import { unreadable, type ParcelCard } from "./parcel";

const carriers: readonly Carrier[] = [
  "sf", "jd", "yto", "zto", "sto", "yunda", "jt", "ems", "deppon", "ups", "fedex", "dhl", "other",
];
const counts = ["cartons_announced", "cartons_counted", "units_announced"] as const;
const freights = ["unasked", "prepaid", "collect"] as const;

export function ParcelFields(props: {
  card: ParcelCard;
  onChange: (card: ParcelCard) => void;
  /** What a shape suggests for the carrier. */
  carrierNote?: string | null;
  /** Takes a scan into the waybill, where the hands begin. */
  onScan?: (waybill: string) => void;
}) {
  const { card, onChange } = props;
  const { t } = useWords();
  const wrong = unreadable(card);
  const set = (change: Partial<ParcelCard>) => onChange({ ...card, ...change });
  return (
    <div className={css["fields"]}>
      <TextField
        name="waybill"
        className={css["wide"]}
        label={t("field-waybill")}
        value={card.waybill}
        onChange={(waybill) => set({ waybill })}
        onScan={props.onScan}
        autoFocus={props.onScan !== undefined}
      />
      <Select
        name="carrier"
        label={t("field-carrier")}
        note={props.carrierNote}
        value={card.carrier}
        options={carriers.map((value) => ({ value, label: t(`carrier-${value}`) }))}
        onChange={(carrier) => set({ carrier })}
        placeholder={t("choose")}
      />
      <DateField
        name="received_on"
        label={t("field-parcel-received_on")}
        value={card.received_on}
        onChange={(received_on) => set({ received_on })}
        isRequired
      />
      {counts.map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(`field-${name}`)}
          value={card[name]}
          onChange={(text) => set({ [name]: text })}
          inputMode="numeric"
          error={wrong.includes(name) ? t("parcel-number-needed") : null}
        />
      ))}
      <Select
        name="freight"
        label={t("field-freight")}
        value={card.freight}
        options={freights.map((value) => ({ value, label: t(`freight-${value}`) }))}
        onChange={(freight) => set({ freight })}
        placeholder={t("choose")}
      />
      {card.freight === "collect" && (
        <>
          <TextField
            name="amount"
            label={t("field-freight-amount")}
            value={card.amount}
            onChange={(amount) => set({ amount })}
            inputMode="numeric"
            error={wrong.includes("amount") ? t("parcel-amount-needed") : null}
          />
          <TextField
            name="currency"
            label={t("field-freight-currency")}
            value={card.currency}
            onChange={(currency) => set({ currency })}
            maxLength={3}
          />
        </>
      )}
      <TextArea name="damage" className={css["wide"]} label={t("field-carton-damage")} value={card.damage} onChange={(damage) => set({ damage })} />
      <TextArea name="note" className={css["wide"]} label={t("field-parcel-note")} value={card.note} onChange={(note) => set({ note })} />
    </div>
  );
}
