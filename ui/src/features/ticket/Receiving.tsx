// What the desk still owes on a work order, and what it found beside the diagnosis: who the unit is when its label does
// not say, damage its user did not do, the paper form, a unit of our own, an entry after the fact.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useRead, useWrite } from "../../ipc/ipc";
import type { DamagePlace, TicketLife } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { DateField } from "../../kit/DateField";
import { TextField } from "../../kit/Field";
import { Notice } from "../../kit/Notice";
import { Panel, Section } from "../../kit/Page";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { FormDialog } from "../../trade/FormDialog";
import { LabelPhoto } from "../../trade/LabelPhoto";
import { personName } from "../../trade/person";
import { ReasonDialog } from "../../trade/ReasonDialog";
import { IdentityDialog } from "./IdentityDialog";

type Over = "damage" | "form" | "withdraw" | "identity" | "relabel" | null;

/** Why it stands still, above everything else. */
export function LockNotice(props: { life: TicketLife; isOff: boolean }) {
  const { life } = props;
  const { t, times } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const session = useRead("session_get", null).data;
  if (life.lock === null && life.identity === null) return null;
  const off = props.isOff ? t("ticket-is-cancelled") : session?.may_decide === false ? t("identity-ask-decider") : null;
  const decide = (
    <Button kind={life.lock === null ? "quiet" : "primary"} disabledReason={off} onPress={() => setIsAsking(true)}>
      {t("identity-decide")}
    </Button>
  );
  return (
    <>
      {life.lock !== null ? (
        <Notice tone="over" title={t("identity-locked")} actions={decide}>
          <p>{life.lock.doubts.map((doubt) => t(`doubt-${doubt}`)).join(t("list-separator"))}</p>
          <p>{t("identity-who")}</p>
        </Notice>
      ) : (
        life.identity !== null && (
          <Notice
            tone="info"
            title={
              life.identity.serial === null
                ? t("identity-rejected")
                : t("identity-confirmed", { serial: life.identity.serial })
            }
            actions={decide}
          >
            <p>{t("identity-by", { who: personName(t, life.identity.decided_by), at: times.instant(life.identity.decided_at) })}</p>
            {life.identity.sources.map((one) => (
              <p key={`${one.source} ${one.read}`}>
                {t("named-value", { name: t(`second_source-${one.source}`), value: one.read })}
              </p>
            ))}
            {life.identity.note !== "" && <p>{life.identity.note}</p>}
          </Notice>
        )
      )}
      {isAsking && <IdentityDialog life={life} onClose={() => setIsAsking(false)} />}
    </>
  );
}

export function Receiving(props: { life: TicketLife; isOff: boolean }) {
  const { life } = props;
  const { row, intake } = life;
  const words = useWords();
  const { t, times } = words;
  const toast = useToast();
  const [over, setOver] = useState<Over>(null);
  const close = () => setOver(null);
  const withdraw = useWrite("paper_form_withdraw");
  const relabel = useWrite("unit_relabel");
  const onError = (failure: Failure) =>
    toast({ tone: "trouble", text: failureText(words, failure) });
  const off = props.isOff ? t("ticket-is-cancelled") : null;
  return (
    <Panel>
      <Section title={t("section-arrival")}>
        {intake.owned_by_us && (
          <Notice tone="info" title={t("internal-order")}>
            {t("internal-order-explain")}
          </Notice>
        )}
        {intake.late_entry !== null && (
          <Notice tone="info" title={t("late-entry")}>
            {t("late-entry-explain")}
          </Notice>
        )}
        {intake.damage !== null && (
          <Notice tone="due" title={t("damage-chip", { where: t(`damage-${intake.damage.where}`) })}>
            {intake.damage.note}
          </Notice>
        )}
        {row.form_owed && (
          <Notice
            tone="due"
            title={t("form-owed")}
            actions={<Button onPress={() => setOver("form")}>{t("form-obtained")}</Button>}
          >
            {t("form-owed-explain")}
          </Notice>
        )}
        {life.asks_label_photo && (
          <LabelPhoto owner={{ kind: "ticket", id: row.id }} onNeedOwner={async () => ({ kind: "ticket", id: row.id })} />
        )}
        {life.form_obtained !== null && (
          <p>
            {t("form-obtained-as", { on: times.day(life.form_obtained.on), how: life.form_obtained.how })}{" "}
            <Button kind="quiet" onPress={() => setOver("withdraw")}>
              {t("form-withdraw")}
            </Button>
          </p>
        )}
        {life.relabelled.map((one) => (
          <p key={one.id}>
            {t("relabelled-on", { at: times.date(one.done_at), who: personName(t, one.done_by), rma: one.rma, note: one.note })}
          </p>
        ))}
        <p>
          <Button disabledReason={off} onPress={() => setOver("damage")}>
            {t("damage-record")}
          </Button>{" "}
          <Button disabledReason={off} onPress={() => setOver("relabel")}>
            {t("relabel")}
          </Button>
        </p>
      </Section>
      {over === "damage" && <DamageDialog life={life} onClose={close} />}
      {over === "form" && <FormObtainedDialog life={life} onClose={close} />}
      {over === "withdraw" && (
        <ReasonDialog
          title={t("form-withdraw-title", { rma: row.rma })}
          explain={t("form-withdraw-explain")}
          confirm={t("form-withdraw")}
          onClose={close}
          onConfirm={(reason) => {
            close();
            withdraw.mutate({ id: row.id, reason }, { onError, onSuccess: () => toast({ text: t("form-withdrawn") }) });
          }}
        />
      )}
      {over === "relabel" && (
        <ReasonDialog
          title={t("relabel-title", { serial: row.serial })}
          explain={t("relabel-explain")}
          confirm={t("relabel-save")}
          onClose={close}
          onConfirm={(note) => {
            close();
            relabel.mutate({ id: row.id, note }, { onError, onSuccess: () => toast({ text: t("relabel-saved") }) });
          }}
        />
      )}
    </Panel>
  );
}

const places: readonly DamagePlace[] = ["transit", "in_house"];

function DamageDialog(props: { life: TicketLife; onClose: () => void }) {
  const { life, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const record = useWrite("ticket_damage");
  const before = life.intake.damage;
  const [where, setWhere] = useState<DamagePlace | "no">(before?.where ?? "transit");
  const [note, setNote] = useState(before?.note ?? "");
  const [failure, setFailure] = useState<Failure | null>(null);
  const write = (damage: TicketLife["intake"]["damage"], onError: (failure: Failure) => void, done: () => void) =>
    record.mutate({ id: life.row.id, damage }, { onError, onSuccess: done });
  const say = (damage: TicketLife["intake"]["damage"]) => t(damage === null ? "damage-cleared" : "damage-saved");
  const takeBack = () =>
    write(
      before,
      (refused) => toast({ tone: "trouble", text: failureText(words, refused) }),
      () => toast({ text: say(before) }),
    );
  const save = () => {
    const damage = where === "no" ? null : { where, note };
    write(damage, setFailure, () => {
      toast({ text: say(damage), undo: { label: t("receiving-undo"), run: takeBack } });
      onClose();
    });
  };
  return (
    <FormDialog
      title={t("damage-record-title", { rma: life.row.rma })}
      saveLabel={t("form-obtained-save")}
      isTouched={note !== (before?.note ?? "") || where !== (before?.where ?? "transit")}
      at="damage.note"
      failure={failure}
      onClose={onClose}
      onSave={save}
      why={null}
    >
      <p>{t("damage-explain")}</p>
      <Select
        name="damage"
        label={t("damage-title")}
        value={where}
        options={[
          { value: "no", label: t("damage-no") },
          ...places.map((value) => ({ value, label: t(`damage-${value}`) })),
        ]}
        onChange={setWhere}
        placeholder={t("choose")}
      />
      <TextField name="damage.note" label={t("field-damage_note")} value={note} onChange={setNote} />
    </FormDialog>
  );
}

function FormObtainedDialog(props: { life: TicketLife; onClose: () => void }) {
  const { life, onClose } = props;
  const { t } = useWords();
  const toast = useToast();
  const obtained = useWrite("paper_form_obtained");
  const [on, setOn] = useState<string | null>(null);
  const [how, setHow] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = () => {
    if (on === null) return;
    obtained.mutate(
      { id: life.row.id, on, how },
      {
        onError: setFailure,
        onSuccess: () => {
          toast({ text: t("form-obtained-saved") });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("form-obtained-title", { rma: life.row.rma })}
      saveLabel={t("form-obtained-save")}
      isTouched={on !== null || how.trim() !== ""}
      at="how"
      failure={failure}
      onClose={onClose}
      onSave={save}
      why={on === null || how.trim() === "" ? t("problem-required") : null}
    >
      <DateField name="on" label={t("form-obtained-on")} value={on} onChange={setOn} isRequired />
      <TextField name="how" label={t("form-obtained-how")} note={t("form-obtained-how-hint")} value={how} onChange={setHow} isRequired />
    </FormDialog>
  );
}
