// The fields of an intake, section by section in the order of the counter: the unit, its purchase, who
// brought it, what is wrong with it.

import { useWords } from "../../i18n/i18n";
import type { ClaimObject, LabelState, ProductClass, Remedy, SaleKind } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { DateField } from "../../kit/DateField";
import { TextArea, TextField } from "../../kit/Field";
import { Notice } from "../../kit/Notice";
import { Select } from "../../kit/Select";
import { Section } from "../../kit/Page";
import { known, knownValue } from "../../trade/facts";
import { FoundPeople } from "../../trade/FoundPeople";
import { withCustomer, withFacts, withPurchase } from "./draft";
import css from "./Intake.module.css";
import { ModelField } from "./ModelField";
import type { FormView } from "./view";

const classes: readonly ProductClass[] = ["terminal", "module", "detector"];
const claimObjects: readonly ClaimObject[] = ["whole", "part"];
const saleKinds: readonly SaleKind[] = ["normal", "special_price", "prototype_special_price", "borrowed"];
const labels: readonly LabelState[] = ["intact", "worn", "torn", "replaced_by_us", "altered", "absent"];
const remedies: readonly Remedy[] = ["refund", "exchange", "free_repair", "paid_repair"];

/** The longest symptom a record and the paper hold is checked by the back end; this only stops a flood. */
const FLOOD_CHARS = 4_000;

export function UnitFields(props: {
  view: FormView;
  onSerial: () => void;
  onSerialScanned: () => void;
  /** The label is asked elsewhere on the screen. */
  isLabelElsewhere?: boolean;
}) {
  const { view, onSerial } = props;
  const { t } = useWords();
  const { draft, change, around } = view;
  const serial = around("serial");
  const claimObject = draft.facts.claim_object ?? null;
  return (
    <Section title={t("section-unit")}>
      <div className={css["row"]}>
        {draft.no_serial ? (
          <NoSerial view={view} />
        ) : (
          <TextField
            {...serial}
            className={css["c3"]}
            label={t("field-serial")}
            value={draft.serial}
            onChange={(text) => change((now) => ({ ...now, serial: text }))}
            onBlur={() => {
              serial.onBlur();
              onSerial();
            }}
            onEnter={onSerial}
            onScan={props.onSerialScanned}
            isRequired
            maxLength={80}
          />
        )}
        <ModelField view={view} />
        <Select
          {...around("product_class")}
          className={css["c3"]}
          label={t("field-product_class")}
          value={draft.product_class}
          options={classes.map((value) => ({ value, label: t(`product_class-${value}`) }))}
          onChange={(product_class) => change((now) => ({ ...now, product_class }))}
          placeholder={t("choose")}
          isRequired
        />
        <Select
          {...around("claim_object")}
          className={css["c3"]}
          label={t("field-claim_object")}
          value={claimObject === "unavailable" ? null : claimObject}
          options={claimObjects.map((value) => ({ value, label: t(`claim_object-${value}`) }))}
          onChange={(claim_object) => change((now) => withFacts(now, { claim_object }))}
          placeholder={t("choose")}
        />
        {!props.isLabelElsewhere && <LabelField view={view} />}
      </div>
    </Section>
  );
}

/** The label of a unit whose serial is known: how it was found, or that it cannot be read after all. */
export function LabelSeen(props: { view: FormView; onUnread: () => void }) {
  const { t } = useWords();
  return (
    <div className={css["row"]}>
      <LabelField view={props.view} />
      <div className={css["beside"]}>
        <Button keys="Alt+N" onPress={props.onUnread}>
          {t("no-serial")}
        </Button>
      </div>
    </div>
  );
}

/** In place of the serial: it cannot be read. */
function NoSerial(props: { view: FormView }) {
  const { t } = useWords();
  const { draft, change } = props.view;
  return (
    <div className={css["c6"]} data-field="serial">
      <Notice
        tone="due"
        title={t("no-serial")}
        actions={
          <Button onPress={() => change((now) => ({ ...now, no_serial: false, serial: "" }))}>{t("no-serial-off")}</Button>
        }
      >
        {draft.serial === "" ? t("no-serial-on") : draft.serial}
      </Notice>
    </div>
  );
}

/** How the label was found; a photo is asked for unless it is as it should be. */
function LabelField(props: { view: FormView }) {
  const { t, times } = useWords();
  const { draft, change, around, check } = props.view;
  const relabelled = check?.relabelled_at ?? null;
  const seen = around("label");
  return (
    <Select
      {...seen}
      className={css["c3"]}
      label={t("field-label")}
      value={draft.label ?? "unseen"}
      options={[
        { value: "unseen", label: t("label_state-unseen") },
        ...labels.map((value) => ({ value, label: t(`label_state-${value}`) })),
      ]}
      onChange={(label) => change((now) => ({ ...now, label: label === "unseen" ? null : label }))}
      placeholder={t("choose")}
      note={relabelled === null ? seen.note : t("label-relabelled", { on: times.date(relabelled) })}
    />
  );
}

export function PurchaseFields(props: { view: FormView }) {
  const { t } = useWords();
  const { draft, change, around } = props.view;
  const purchase = known(draft.facts.purchase);
  const saleKind = draft.facts.sale_kind ?? null;
  return (
    <Section title={t("section-purchase")}>
      <div className={css["row"]}>
        <DateField
          {...around("purchase.voucher_date")}
          className={css["c3"]}
          label={t("field-voucher_date")}
          value={knownValue(purchase?.voucher_date)}
          onChange={(voucher_date) => change((now) => withPurchase(now, { voucher_date }))}
        />
        <DateField
          {...around("purchase.contract_date")}
          className={css["c3"]}
          label={t("field-contract_date")}
          value={knownValue(purchase?.contract_date)}
          onChange={(contract_date) => change((now) => withPurchase(now, { contract_date }))}
        />
        <Select
          {...around("sale_kind")}
          className={css["c3"]}
          label={t("field-sale_kind")}
          value={saleKind === "unavailable" ? null : saleKind}
          options={saleKinds.map((value) => ({ value, label: t(`sale_kind-${value}`) }))}
          onChange={(sale_kind) => change((now) => withFacts(now, { sale_kind }))}
          placeholder={t("choose")}
        />
        <TextField
          {...around("purchase_document")}
          className={css["c3"]}
          label={t("field-purchase_document")}
          value={draft.purchase_document}
          onChange={(purchase_document) => change((now) => ({ ...now, purchase_document }))}
        />
      </div>
    </Section>
  );
}

export function CustomerFields(props: { view: FormView }) {
  const { t } = useWords();
  const { draft, change, around, check } = props.view;
  const name = around("customer.name");
  const phone = around("customer.phone");
  // Somebody else sent it: then nobody at the counter must be named.
  const sender = check?.sender ?? null;
  const isSent = sender !== null && draft.customer.name.trim() === "" && draft.customer.phone.trim() === "";
  return (
    <Section title={t("section-customer")}>
      <div className={css["row"]}>
        <TextField
          {...name}
          note={isSent ? t("customer-sent-by", { name: sender }) : name.note}
          className={css["c4"]}
          label={t("field-customer-name")}
          value={draft.customer.name}
          onChange={(typed) => change((now) => withCustomer(now, { name: typed }))}
          isRequired={!isSent}
        />
        <TextField
          {...phone}
          note={phone.note ?? t("customer-find-hint")}
          className={css["c4"]}
          label={t("field-customer-phone")}
          value={draft.customer.phone}
          onChange={(typed) => change((now) => withCustomer(now, { phone: typed }))}
          inputMode="tel"
          isRequired={!isSent}
        />
        <TextField
          {...around("dealer")}
          className={css["c4"]}
          label={t("field-dealer")}
          value={draft.dealer}
          onChange={(dealer) => change((now) => ({ ...now, dealer }))}
        />
        {draft.customer.name === "" && (
          <FoundPeople
            className={css["c8"]}
            phone={draft.customer.phone}
            onTake={(customer) => change((now) => ({ ...now, customer }))}
          />
        )}
      </div>
    </Section>
  );
}

export function FaultFields(props: { view: FormView }) {
  const { t } = useWords();
  const { draft, change, around } = props.view;
  return (
    <Section title={t("section-fault")}>
      <div className={css["row"]}>
        <TextArea
          {...around("symptom")}
          className={css["c8"]}
          label={t("field-symptom")}
          value={draft.symptom}
          onChange={(symptom) => change((now) => ({ ...now, symptom: symptom.slice(0, FLOOD_CHARS) }))}
          isRequired
        />
        <Select
          {...around("remedy_wanted")}
          className={css["c4"]}
          label={t("field-remedy_wanted")}
          value={draft.remedy_wanted ?? "unsaid"}
          options={[
            { value: "unsaid", label: t("remedy_wanted-unsaid") },
            ...remedies.map((value) => ({ value, label: t(`remedy-${value}`) })),
          ]}
          onChange={(chosen) => change((now) => ({ ...now, remedy_wanted: chosen === "unsaid" ? null : chosen }))}
          placeholder={t("choose")}
        />
      </div>
    </Section>
  );
}

export function MoreFields(props: { view: FormView }) {
  const { t } = useWords();
  const { draft, change, around } = props.view;
  return (
    <div className={css["row"]}>
      <TextField
        {...around("customer.company")}
        className={css["c3"]}
        label={t("field-customer-company")}
        value={draft.customer.company}
        onChange={(company) => change((now) => withCustomer(now, { company }))}
      />
      <TextField
        {...around("customer.email")}
        className={css["c3"]}
        label={t("field-customer-email")}
        value={draft.customer.email}
        onChange={(email) => change((now) => withCustomer(now, { email }))}
        inputMode="email"
      />
      <TextField
        {...around("customer.address")}
        className={css["c6"]}
        label={t("field-customer-address")}
        value={draft.customer.address}
        onChange={(address) => change((now) => withCustomer(now, { address }))}
      />
      <TextArea
        {...around("condition")}
        className={css["c6"]}
        label={t("field-condition")}
        value={draft.condition}
        onChange={(condition) => change((now) => ({ ...now, condition: condition.slice(0, FLOOD_CHARS) }))}
      />
      <TextArea
        {...around("remote_attempts")}
        className={css["c6"]}
        label={t("field-remote_attempts")}
        value={draft.remote_attempts}
        onChange={(text) => change((now) => ({ ...now, remote_attempts: text.slice(0, FLOOD_CHARS) }))}
      />
    </div>
  );
}
