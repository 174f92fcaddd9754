// The unit that was just taken out of a parcel: what differs is asked, what the parcel and the register said stands
// folded below. One key checks it in.

import { useEffect, useRef, useState } from "react";
import { AuthorisationFields, ReportFields } from "../../features/intake/Arrival";
import { Accessories, Evidence } from "../../features/intake/Checklists";
import { withoutSerial, withTransitDamage } from "../../features/intake/draft";
import { CustomerFields, FaultFields, LabelSeen, MoreFields, PurchaseFields, UnitFields } from "../../features/intake/Fields";
import { SavingLine } from "../../features/intake/SavingLine";
import { Conflicts, SerialNotices } from "../../features/intake/SerialNotices";
import type { IntakeSession } from "../../features/intake/session";
import { useIntake, useSession } from "../../features/intake/useIntake";
import { useWords } from "../../i18n/i18n";
import { Failure } from "../../ipc/failure";
import { useRead, useWrite } from "../../ipc/ipc";
import type { ConsignmentUnit, IntakeDraft, Received } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Disclosure } from "../../kit/Disclosure";
import { focusField, TextField } from "../../kit/Field";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { Panel } from "../../kit/Page";
import { useToast } from "../../kit/toasts";
import { Attachments } from "../../trade/Attachments";
import { failureText } from "../../trade/failure";
import { Code } from "../../trade/words";
import { LabelPhoto } from "../../trade/LabelPhoto";
import css from "./ConsignmentScreen.module.css";

export function UnitAtHand(props: {
  unit: ConsignmentUnit;
  session: IntakeSession;
  parcel: string;
  onReceived: (received: Received) => void;
  onLeave: () => void;
}) {
  const { unit, session, parcel } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const station = useRead("station_get", null).data;
  const state = useSession(session);
  const { view, check, failure, receive } = useIntake(session, []);
  const [damage, setDamage] = useState(unit.line.damage);
  const marked = useRef(unit.line.damage);
  const remove = useWrite("consignment_unit_remove");
  const mark = useWrite("consignment_damage");
  const share = useWrite("consignment_share");
  const form = useRef<HTMLDivElement>(null);
  // It stays as it was while one types in it.
  const [asksSender] = useState(() => state.draft.customer.name === "" || state.draft.customer.phone === "");
  const [asksUnit, setAsksUnit] = useState(() => !knowsUnit(state.draft));
  const { draft } = state;
  const serial = draft.no_serial || unit.line.serial === null ? t("line-no-serial") : unit.line.serial;
  const wasUnread = useRef(draft.no_serial);
  const onError = (refusal: Failure) => toast({ tone: "trouble", text: failureText(words, refusal) });

  // The hands go to the first thing that is not known yet.
  useEffect(() => {
    if (form.current !== null) focusField(form.current, firstOpen(session.state().draft));
  }, [session]);

  // The control that said so is gone: the hands go on from its answer.
  useEffect(() => {
    if (wasUnread.current === draft.no_serial || form.current === null) return;
    wasUnread.current = draft.no_serial;
    focusField(form.current, draft.no_serial ? "label" : "serial");
  }, [draft.no_serial]);

  const saveDamage = () => {
    const note = damage.trim();
    if (note === marked.current) return;
    marked.current = note;
    // The check-in being typed says it too: it is saved whole, and would take the mark off its record again.
    session.change((now) => withTransitDamage(now, note));
    mark.mutate({ id: parcel, line: unit.line.id, note }, { onError });
  };
  const setUnread = () => {
    setAsksUnit(true);
    session.change(withoutSerial);
  };
  const finish = async () => {
    saveDamage();
    const outcome = await receive();
    if (!(outcome instanceof Failure)) return props.onReceived(outcome);
    const field = outcome.problems[0]?.field;
    if (field !== undefined && form.current !== null) focusField(form.current, field);
  };
  const putBack = () =>
    remove.mutate(
      { id: parcel, line: unit.line.id },
      {
        onError,
        onSuccess: () => {
          toast({ text: t("unit-put-back-done") });
          props.onLeave();
        },
      },
    );
  const shareAll = () => share.mutate({ id: parcel, shared: draft }, { onError, onSuccess: () => toast({ text: t("shared-saved") }) });

  useKeys([
    { id: "receive", keys: "Ctrl+Enter", label: t("unit-check-in"), scope: "screen", run: () => void finish() },
    ...(draft.no_serial ? [] : [{ id: "no-serial", keys: "Alt+N", label: t("no-serial"), scope: "screen", run: setUnread } as const]),
    { id: "leave-unit", keys: "Escape", label: t("go-back"), scope: "screen", run: props.onLeave },
  ]);

  if (station === undefined) return null;
  const owner = state.id === null ? null : ({ kind: "draft", id: state.id } as const);
  const unitFields = (
    <UnitFields
      view={view}
      onSerial={() => void session.lookUp()}
      onSerialScanned={() => void session.lookUp()}
      isLabelElsewhere={!draft.no_serial}
    />
  );
  return (
    <Panel label={t("unit-at-hand")}>
      <header className={css["head"]}>
        <div>
          <h2 className={css["serial"]}>
            <Code>{serial}</Code> {draft.model}
          </h2>
          <div className={css["sub"]}>
            <SavingLine saving={state.saving} onRetry={() => void session.save()} />
          </div>
        </div>
        <Button kind="primary" keys="Ctrl+Enter" disabledReason={check?.open ? t("duplicate-explain") : null} onPress={() => void finish()}>
          {t("unit-check-in")}
        </Button>
      </header>
      <div className={css["form"]} ref={form}>
        {unit.outcome === "extra" && <Notice tone="due" title={t("unit-extra", { serial })} />}
        {unit.outcome === "again" && <Notice tone="info" title={t("unit-again", { serial })} />}
        {failure !== null && <Notice tone="over" isAlert title={failureText(words, failure)} />}
        {check !== null && (
          <SerialNotices
            check={check}
            draft={draft}
            onTakeSerial={(taken) => session.change((now) => ({ ...now, serial: taken }))}
            onFill={(edit) => session.change(edit)}
          />
        )}
        {check !== null && <Conflicts conflicts={check.conflicts} />}
        {asksUnit && unitFields}
        <FaultFields view={view} />
        <ReportFields view={view} />
        {!draft.no_serial && <LabelSeen view={view} onUnread={setUnread} />}
        {check?.asks_label_photo === true && <LabelPhoto owner={owner} onNeedOwner={async () => owner} />}
        <Accessories view={view} station={station} />
        <TextField
          name="transit-damage"
          label={t("field-transit-damage")}
          note={t("field-transit-damage-hint")}
          value={damage}
          onChange={setDamage}
          onBlur={saveDamage}
        />
        <MoreFields view={view} />
        <div>
          <Disclosure
            title={t("unit-more")}
            summary={t("unit-more-summary", { date: draft.received_on ?? "", customer: draft.customer.name })}
            isOpen={asksSender}
          >
            {!asksUnit && unitFields}
            <CustomerFields view={view} />
            <AuthorisationFields view={view} />
            <PurchaseFields view={view} />
            <Evidence view={view} withPaper />
            <div className={css["actions"]}>
              <Button onPress={shareAll}>{t("shared-save")}</Button>
            </div>
          </Disclosure>
          <Disclosure title={t("section-photos")} summary={t("photos-summary")}>
            <Attachments owner={owner} onNeedOwner={async () => owner} />
          </Disclosure>
        </div>
        <div className={css["actions"]}>
          <Button kind="quiet" onPress={putBack}>
            {t("unit-put-back")}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

/** Whether the serial, model and class of a unit need not be asked. */
function knowsUnit(draft: IntakeDraft): boolean {
  return draft.serial !== "" && draft.model !== "" && draft.product_class !== null;
}

/** The first field of a unit that neither the parcel nor the register could say. */
function firstOpen(draft: IntakeDraft): string {
  const required: ReadonlyArray<readonly [string, string | null]> = [
    ["serial", draft.no_serial ? "none" : draft.serial],
    ["model", draft.model],
    ["product_class", draft.product_class],
    ["symptom", draft.symptom],
    ["customer.name", draft.customer.name],
    ["customer.phone", draft.customer.phone],
  ];
  return required.find(([, value]) => value === null || value === "")?.[0] ?? "symptom";
}
