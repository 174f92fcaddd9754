// How the unit came: the day, the way, the number quoted, what was reported before, damage on the way, and an entry
// typed after the fact. What follows from it for consent is said by the back end.

import { useWords } from "../../i18n/i18n";
import type { Channel, DamagePlace } from "../../ipc/types.generated";
import { Checks } from "../../kit/Checks";
import { DateField } from "../../kit/DateField";
import { Disclosure } from "../../kit/Disclosure";
import { TextField } from "../../kit/Field";
import { Section } from "../../kit/Page";
import { Select } from "../../kit/Select";
import css from "./Intake.module.css";
import type { FormView } from "./view";

const channels: readonly Channel[] = ["counter", "courier", "dealer"];
const damagePlaces: readonly DamagePlace[] = ["transit", "in_house"];

export function ArrivalFields(props: { view: FormView }) {
  const { t } = useWords();
  const { draft, change, around } = props.view;
  return (
    <Section title={t("section-arrival")}>
      <div className={css["row"]}>
        <DateField
          {...around("received_on")}
          className={css["c3"]}
          label={t("field-received_on")}
          value={draft.received_on}
          onChange={(received_on) => change((now) => ({ ...now, received_on }))}
          isRequired
        />
        <Select
          {...around("channel")}
          className={css["c3"]}
          label={t("field-channel")}
          value={draft.channel ?? "unsaid"}
          options={[
            { value: "unsaid", label: t("channel-unsaid") },
            ...channels.map((value) => ({ value, label: t(`channel-${value}`) })),
          ]}
          onChange={(channel) => change((now) => ({ ...now, channel: channel === "unsaid" ? null : channel }))}
          placeholder={t("choose")}
        />
        <NumberQuoted view={props.view} />
        <FirstReport view={props.view} />
      </div>
      <Exceptions view={props.view} />
    </Section>
  );
}

/** The number quoted, where nothing else of the arrival is asked: it came in a parcel that says the rest. */
export function AuthorisationFields(props: { view: FormView }) {
  return (
    <div className={css["row"]}>
      <NumberQuoted view={props.view} />
    </div>
  );
}

/** What was reported of one unit before its parcel came, which no parcel says. */
export function ReportFields(props: { view: FormView }) {
  return (
    <div className={css["row"]}>
      <FirstReport view={props.view} />
    </div>
  );
}

/** The number on the parcel, or that there was none. */
function NumberQuoted(props: { view: FormView }) {
  const { t } = useWords();
  const { draft, change, around, check } = props.view;
  const said = draft.authorisation;
  const quoted = check?.quoted ?? null;
  const field = around("authorisation.rma");
  const words = [
    quoted === null ? null : t(`standing-${quoted.standing}`),
    quoted?.given?.may_be_used ? t("quoted-may-be-used") : null,
    quoted?.given?.is_old ? t("quoted-old") : null,
    quoted?.given?.customer ? t("quoted-for", { name: quoted.given.customer.name }) : null,
  ].filter((word) => word !== null);
  return (
    <>
      <Select
        {...around("authorisation")}
        className={css["c3"]}
        label={t("field-authorisation")}
        value={said?.kind ?? "unsaid"}
        options={(["unsaid", "number", "none"] as const).map((value) => ({ value, label: t(`authorisation-${value}`) }))}
        onChange={(kind) =>
          change((now) => ({
            ...now,
            authorisation: kind === "number" ? { kind, rma: "", sure: false } : kind === "none" ? { kind } : null,
          }))
        }
        placeholder={t("choose")}
      />
      {said?.kind === "number" && (
        <TextField
          {...field}
          className={css["c3"]}
          label={t("field-rma")}
          value={said.rma}
          onChange={(rma) => change((now) => ({ ...now, authorisation: { kind: "number", rma, sure: false } }))}
          onScan={() => undefined}
          note={words.length === 0 ? field.note : words.join(" · ")}
          maxLength={40}
        />
      )}
      {said?.kind === "number" && quoted?.given?.may_be_used && (
        <Checks
          name="authorisation.sure"
          label={t("field-rma")}
          values={said.sure ? ["sure"] : []}
          options={[{ value: "sure", label: t("quoted-sure") }]}
          onChange={(values) => change((now) => ({ ...now, authorisation: { ...said, sure: values.length > 0 } }))}
        />
      )}
    </>
  );
}

/** The first documented report, that there was none, or that nobody said. */
function FirstReport(props: { view: FormView }) {
  const { t } = useWords();
  const { draft, change, around } = props.view;
  const report = draft.first_reported;
  const edit = (said: Partial<typeof report>) =>
    change((now) => ({ ...now, first_reported: { ...now.first_reported, ...said } }));
  const on = around("first_reported.on");
  const state = report.none ? t("report-none") : report.on === null ? t("report-open") : null;
  return (
    <>
      <DateField
        {...on}
        className={css["c3"]}
        label={t("field-first_reported-on")}
        value={report.on}
        onChange={(date) => edit(date === null ? { on: null } : { on: date, none: false })}
        note={[state, on.note].filter((word) => word !== null).join(" · ")}
      />
      {report.on === null ? (
        <div className={css["c3"]}>
          <Checks
            name="first_reported.none"
            label={t("field-first_reported-on")}
            values={report.none ? ["none"] : []}
            options={[{ value: "none", label: t("report-none") }]}
            onChange={(values) => edit({ none: values.length > 0 })}
          />
        </div>
      ) : (
        <>
          <TextField
            {...around("first_reported.to")}
            className={css["c3"]}
            label={t("field-first_reported-to")}
            value={report.to}
            onChange={(to) => edit({ to })}
          />
          <TextField
            {...around("first_reported.proof")}
            className={css["c3"]}
            label={t("field-first_reported-proof")}
            value={report.proof}
            onChange={(proof) => edit({ proof })}
          />
        </>
      )}
    </>
  );
}

/** What is not so on most days: damage that its user did not do, an entry after the fact, a unit of our own. */
function Exceptions(props: { view: FormView }) {
  const { t } = useWords();
  const { draft, change, around } = props.view;
  const { damage, late_entry } = draft;
  const summary = [
    damage === null ? null : t("damage-chip", { where: t(`damage-${damage.where}`) }),
    late_entry === null ? null : t("late-entry"),
    draft.owned_by_us ? t("internal-order") : null,
  ].filter((word) => word !== null);
  return (
    <Disclosure
      title={`${t("damage-title")} · ${t("late-entry")} · ${t("field-owned_by_us")}`}
      summary={summary.join(" · ")}
      isOpen={summary.length > 0}
    >
      <div className={css["row"]}>
        <Select
          {...around("damage")}
          className={css["c3"]}
          label={t("damage-title")}
          value={damage?.where ?? "no"}
          options={[
            { value: "no", label: t("damage-no") },
            ...damagePlaces.map((value) => ({ value, label: t(`damage-${value}`) })),
          ]}
          onChange={(where) =>
            change((now) => ({ ...now, damage: where === "no" ? null : { where, note: now.damage?.note ?? "" } }))
          }
          placeholder={t("choose")}
        />
        {damage !== null && (
          <TextField
            {...around("damage.note")}
            className={css["c6"]}
            label={t("field-damage_note")}
            value={damage.note}
            onChange={(note) => change((now) => ({ ...now, damage: { ...damage, note } }))}
            note={t("damage-explain")}
          />
        )}
        <div className={css["c6"]}>
          <Checks
            name="exceptions"
            label={t("late-entry")}
            values={[...(late_entry === null ? [] : ["late"]), ...(draft.owned_by_us ? ["ours"] : [])]}
            options={[
              { value: "late", label: t("late-entry") },
              { value: "ours", label: t("owned-by-us") },
            ]}
            onChange={(values) =>
              change((now) => ({
                ...now,
                late_entry: values.includes("late") ? (now.late_entry ?? { at: "" }) : null,
                owned_by_us: values.includes("ours"),
              }))
            }
          />
        </div>
        {late_entry !== null && (
          <TextField
            {...around("late_entry.at")}
            className={css["c6"]}
            label={t("field-late_entry_at")}
            value={late_entry.at}
            onChange={(at) => change((now) => ({ ...now, late_entry: { at } }))}
            note={t("late-entry-explain")}
            placeholder="08:35"
            isRequired
          />
        )}
      </div>
      {draft.owned_by_us && <p>{t("internal-order-explain")}</p>}
    </Disclosure>
  );
}
