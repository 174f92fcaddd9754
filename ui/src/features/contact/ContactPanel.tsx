// What is owed to a customer, what was promised, and the log of what was said, of one enquiry or one work order.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useRead, useWrite } from "../../ipc/ipc";
import type { Failure } from "../../ipc/failure";
import type { About, ContactRow, Correspondence, DutyState, FollowUpKind } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { cx } from "../../kit/cx";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { Empty, Panel, Section } from "../../kit/Page";
import { useToast } from "../../kit/toasts";
import { DutyStatus } from "../../trade/duties";
import { failureText } from "../../trade/failure";
import { personName } from "../../trade/person";
import { ReasonDialog } from "../../trade/ReasonDialog";
import { ContactDialog } from "./ContactDialog";
import { FollowUpDialog } from "./FollowUpDialog";
import { FollowUps } from "./FollowUps";
import { LettersDialog } from "./LettersDialog";
import css from "./Contact.module.css";

type Over = { kind: "log" | "letters" } | { kind: "follow_up"; what: FollowUpKind } | { kind: "withdraw"; row: ContactRow } | null;

export function ContactPanel(props: { about: About }) {
  const { about } = props;
  const words = useWords();
  const { t } = words;
  const [over, setOver] = useState<Over>(null);
  const read = useRead("contact_list", about);
  useKeys([
    { id: "contact-log", keys: "L", label: t("contact-log"), scope: "screen", run: () => setOver({ kind: "log" }) },
    { id: "letters", keys: "T", label: t("letters-open"), scope: "screen", run: () => setOver({ kind: "letters" }) },
  ]);
  if (read.error !== null) return <Notice tone="over" title={failureText(words, read.error)} />;
  if (read.data === undefined) return null;
  const said = read.data;
  const close = () => setOver(null);
  return (
    <Panel>
      <div className={css["actions"]}>
        <Button kind="primary" keys="L" onPress={() => setOver({ kind: "log" })}>
          {t("contact-log")}
        </Button>
        <Button onPress={() => setOver({ kind: "follow_up", what: "promise" })}>{t("follow_up-promise-open")}</Button>
        <Button onPress={() => setOver({ kind: "follow_up", what: "complaint" })}>{t("follow_up-complaint-open")}</Button>
        <Button keys="T" onPress={() => setOver({ kind: "letters" })}>
          {t("letters-open")}
        </Button>
      </div>
      <Section title={t("section-duties")}>
        <Duties duties={said.duties} />
      </Section>
      {said.follow_ups.length > 0 && <FollowUps rows={said.follow_ups} />}
      <Section title={t("section-contact")}>
        <Log said={said} about={about} onWithdraw={(row) => setOver({ kind: "withdraw", row })} />
      </Section>
      {over?.kind === "log" && <ContactDialog about={about} said={said} onClose={close} />}
      {over?.kind === "letters" && <LettersDialog about={about} onClose={close} />}
      {over?.kind === "follow_up" && <FollowUpDialog about={about} kind={over.what} onClose={close} />}
      {over?.kind === "withdraw" && <WithdrawDialog row={over.row} onClose={close} />}
    </Panel>
  );
}

function Duties(props: { duties: readonly DutyState[] }) {
  const { t } = useWords();
  if (props.duties.length === 0) return <p className={css["quiet"]}>{t("duties-none")}</p>;
  return (
    <ul className={css["rows"]}>
      {props.duties.map((state) => (
        <li key={`${state.duty.kind} ${state.duty.follow_up ?? ""}`}>
          <span className={css["head"]}>
            <strong>{t(`duty-${state.duty.kind}`)}</strong>
            <span>{state.duty.clause === null ? t("duty-our-word") : t("duty-clause", { clause: state.duty.clause })}</span>
          </span>
          <DutyStatus state={state} />
        </li>
      ))}
    </ul>
  );
}

function Log(props: { said: Correspondence; about: About; onWithdraw: (row: ContactRow) => void }) {
  const { said } = props;
  const { t } = useWords();
  if (said.contacts.length === 0) return <Empty title={t("contact-none")}>{t("contact-none-hint")}</Empty>;
  return (
    <ul className={css["rows"]}>
      {said.contacts.map((row) => (
        <Entry key={row.id} row={row} isOwn={row.about.kind === props.about.kind} onWithdraw={props.onWithdraw} />
      ))}
    </ul>
  );
}

function Entry(props: { row: ContactRow; isOwn: boolean; onWithdraw: (row: ContactRow) => void }) {
  const { row, isOwn } = props;
  const { contact } = row;
  const { t, times } = useWords();
  const marks = [
    ...(contact.is_reached ? [] : [t("contact-unreached")]),
    ...(contact.attempt === null ? [] : [t(`attempt-${contact.attempt}`)]),
    ...(contact.check === null ? [] : [t(contact.check.is_passed ? "contact-check-is-passed" : "contact-check-is-failed")]),
    ...contact.closes.filter((kind) => kind !== "remote_attempt").map((kind) => t(`duty-${kind}`)),
    ...(isOwn ? [] : [t("contact-of-enquiry")]),
  ];
  return (
    <li>
      <span className={css["head"]}>
        <time>{times.instant(contact.at)}</time>
        <strong>{t(`way-${contact.way}`)}</strong>
        <span>{t(`direction-${contact.direction}`)}</span>
        {contact.with !== "" && <span>{contact.with}</span>}
      </span>
      {isOwn && row.withdrawn_at === null ? (
        <Button kind="quiet" label={t("contact-withdraw-title", { at: times.instant(contact.at) })} onPress={() => props.onWithdraw(row)}>
          {t("contact-withdraw")}
        </Button>
      ) : (
        <span />
      )}
      {contact.words !== "" && <p className={cx(css["words"], row.withdrawn_at !== null && css["withdrawn"])}>{contact.words}</p>}
      <span className={css["quiet"]}>
        {[...marks, t("contact-by", { who: personName(t, row.logged_by), at: times.instant(row.logged_at) })].join(" · ")}
      </span>
      {row.withdrawn_at !== null && (
        <span className={css["quiet"]}>{t("contact-withdrawn", { at: times.instant(row.withdrawn_at), why: row.withdrawn_why })}</span>
      )}
    </li>
  );
}

function WithdrawDialog(props: { row: ContactRow; onClose: () => void }) {
  const { row, onClose } = props;
  const words = useWords();
  const { t, times } = words;
  const toast = useToast();
  const withdraw = useWrite("contact_withdraw");
  const onError = (failure: Failure) => toast({ tone: "trouble", text: failureText(words, failure) });
  return (
    <ReasonDialog
      title={t("contact-withdraw-title", { at: times.instant(row.contact.at) })}
      explain={t("contact-withdraw-explain")}
      confirm={t("contact-withdraw")}
      onClose={onClose}
      onConfirm={(reason) => {
        onClose();
        withdraw.mutate({ id: row.id, reason }, { onError, onSuccess: () => toast({ text: t("contact-withdrawn-toast") }) });
      }}
    />
  );
}
