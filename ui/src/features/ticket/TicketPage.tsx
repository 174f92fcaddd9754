// Everything about one work order: the unit, the customer, its days, its determinations, papers, photos,
// and what happened as the journal has it.

import { Link, useNavigate } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useWords } from "../../i18n/i18n";
import { useRead, useWrite } from "../../ipc/ipc";
import type { Custody, TicketLife, TicketRow } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { Facts, Page, Panel, Section } from "../../kit/Page";
import { useToast } from "../../kit/toasts";
import { ReasonDialog } from "../../trade/ReasonDialog";
import { conflictText } from "../../trade/conflict";
import { failureText } from "../../trade/failure";
import { Attachments } from "../../trade/Attachments";
import { Thumbs } from "../../trade/Thumbs";
import { Code, CycleStatus, Day, SyncStatus } from "../../trade/words";
import { partyRoles } from "../../trade/parties";
import { LockNotice, Receiving } from "./Receiving";
import css from "./Ticket.module.css";
import { Timeline } from "./Timeline";
import { WorkPanel } from "./WorkPanel";

export function TicketPage(props: {
  life: TicketLife;
  /** The newest determination, drawn by who knows how. */
  verdict: ReactNode;
  /** All determinations, drawn by the same. */
  history: ReactNode;
  /** What was found out about the unit. */
  diagnosis: ReactNode;
  /** The questions to people, drawn by who knows how. */
  decisions: ReactNode;
  papers: ReactNode;
  /** What it would cost, drawn by who knows how. */
  quotes: ReactNode;
  /** What it needs of spare parts, drawn by who knows how. */
  parts: ReactNode;
  /** The unit given for it, or the money back, drawn by who knows how. */
  replaced: ReactNode;
  /** How its dates came about, drawn by who knows how. */
  clock: ReactNode;
  /** What was said and is owed, drawn by who knows how. */
  contact: ReactNode;
  /** How it goes back to the customer, drawn by who knows how. */
  handover: ReactNode;
  onHandOver: () => void;
  onClose: () => void;
  onPrint: () => void;
  onAmend: () => void;
  onEvidence: () => void;
}) {
  const { life } = props;
  const { row } = life;
  const { t } = useWords();
  const isCancelled = row.status === "cancelled";
  const off = isCancelled ? t("ticket-is-cancelled") : null;
  return (
    <Page
      title={<Code>{row.rma}</Code>}
      sub={
        <span className={css["chips"]}>
          <span>{t(`status-${row.status}`)}</span>
          {!isCancelled && <CycleStatus state={row.state} />}
          {!isCancelled && <span>{t("ticket-day", { day: row.elapsed_working_days })}</span>}
          {row.owned_by_us && <span>{t("internal-order")}</span>}
          {row.late_entry && <span>{t("late-entry")}</span>}
          {row.damage !== null && <span>{t("damage-chip", { where: t(`damage-${row.damage}`) })}</span>}
          {row.form_owed && <span>{t("form-owed")}</span>}
          <SyncStatus sync={row.sync} />
        </span>
      }
      aside={
        <>
          <Button keys="P" onPress={props.onPrint}>
            {t(row.owned_by_us ? "ticket-print-internal" : "ticket-print")}
          </Button>
          <Button keys="E" disabledReason={off} onPress={props.onAmend}>
            {t("ticket-amend")}
          </Button>
          <Button disabledReason={off} onPress={props.onEvidence}>
            {t("ticket-findings")}
          </Button>
          <TakeIt row={row} />
          <CancelOrReopen life={life} />
        </>
      }
    >
      {isCancelled && (
        <Notice tone="due" title={t("ticket-is-cancelled")}>
          {row.cancel_reason}
        </Notice>
      )}
      <LockNotice life={life} isOff={isCancelled} />
      <div className={css["columns"]}>
        <div className={css["column"]}>
          <WorkPanel life={life} onHandOver={props.onHandOver} onClose={props.onClose} />
          <UnitAndCustomer life={life} />
          {props.clock}
          <Receiving life={life} isOff={isCancelled} />
          {props.diagnosis}
          {props.quotes}
          {props.parts}
          {props.replaced}
          {props.contact}
          {props.handover}
          <Panel>{props.papers}</Panel>
          <Panel>{props.history}</Panel>
          <Photos life={life} isOff={isCancelled} />
          <Panel>
            <Section title={t("section-timeline")} hint={t("timeline-hint")}>
              {life.timeline_damaged && <Notice tone="over" title={t("timeline-broken")} />}
              <Timeline entries={life.timeline} />
            </Section>
          </Panel>
        </div>
        <div className={css["column"]}>
          {props.verdict}
          {props.decisions}
        </div>
      </div>
    </Page>
  );
}

function UnitAndCustomer(props: { life: TicketLife }) {
  const { row, intake } = props.life;
  // That the received date stands in for an undocumented report is said beside that date.
  const conflicts = props.life.conflicts.filter((conflict) => conflict.kind !== "claim_date_from_receipt");
  const words = useWords();
  const { t, say } = words;
  const navigate = useNavigate();
  const provisional = row.calendar_status === "provisional";
  const accessories = intake.accessories.map(
    (one) => `${say(`accessory-${one.item}`, {}, one.item)} ${t(`presence-${one.state}`)}`,
  );
  return (
    <Panel>
      <Section
        title={t("section-unit")}
        hint={
          <Button kind="quiet" onPress={() => void navigate({ to: "/units/$serial", params: { serial: row.serial } })}>
            {t("open-unit-life")}
          </Button>
        }
      >
        <Facts
          items={[
            [t("field-serial"), <Code key="serial">{row.serial}</Code>],
            [t("field-model"), intake.model],
            [t("field-product_class"), t(`product_class-${intake.product_class}`)],
            ...(row.custody === null
              ? []
              : [
                  [t("fact-place"), <Whereabouts key="place" custody={row.custody} />] as const,
                  [t("fact-holder"), row.custody.holder?.name ?? t("fact-nobody")] as const,
                ]),
            [t("field-symptom"), intake.symptom],
            [t("field-received_on"), <Day key="received" date={intake.received_on} />],
            [t("field-channel"), intake.channel === null ? t("channel-unsaid") : t(`channel-${intake.channel}`)],
            ...(intake.authorisation === null ? [] : [[t("field-authorisation"), quotedText(words, intake.authorisation)] as const]),
            [t("field-label"), t(intake.label === null ? "label_state-unseen" : `label_state-${intake.label}`)],
            [t("cycle-target"), <Day key="target" date={row.target_on} isProvisional={provisional} />],
            [t("cycle-limit"), <Day key="limit" date={row.limit_on} isProvisional={provisional} />],
            [
              t("field-first_reported-on"),
              firstReport(intake.first_reported, intake.no_earlier_report ? t("report-none") : t("report-open")),
            ],
            [t("field-customer-name"), intake.customer.name],
            ...(intake.customer.company === "" ? [] : [[t("field-customer-company"), intake.customer.company] as const]),
            [t("field-customer-phone"), intake.customer.phone],
            ...(intake.customer.email === "" ? [] : [[t("field-customer-email"), intake.customer.email] as const]),
            ...(intake.customer.address === "" ? [] : [[t("field-customer-address"), intake.customer.address] as const]),
            ...partyRoles.flatMap((role) => {
              const party = intake.parties[role];
              return party === null ? [] : [[t(`party-${role}`), [party.name, party.company, party.phone].filter((text) => text !== "").join(" ")] as const];
            }),
            [t("field-dealer"), intake.dealer || "—"],
            [
              t("field-remedy_wanted"),
              intake.remedy_wanted === null ? t("remedy_wanted-unsaid") : t(`remedy-${intake.remedy_wanted}`),
            ],
            [t("section-accessories"), accessories.length === 0 ? "—" : accessories.join(t("list-separator"))],
            ...(intake.condition === "" ? [] : [[t("field-condition"), intake.condition] as const]),
            ...(intake.remote_attempts === "" ? [] : [[t("field-remote_attempts"), intake.remote_attempts] as const]),
          ]}
        />
        {conflicts.length > 0 && (
          <div className={css["notice"]}>
          <Notice tone="due" title={t("conflicts-recorded")}>
            <ul>
              {conflicts.map((conflict) => {
                const text = conflictText(words, conflict);
                return <li key={text}>{text}</li>;
              })}
            </ul>
          </Notice>
          </div>
        )}
      </Section>
    </Panel>
  );
}

function Whereabouts(props: { custody: Custody }) {
  const { place, since } = props.custody;
  const { t, times } = useWords();
  return (
    <>
      <Link to="/places" search={{ place: place.code }}>
        {place.code}
      </Link>{" "}
      {place.name || t(`place_kind-${place.kind}`)}, {t("place-since", { when: times.instant(since) })}
    </>
  );
}

/** Whoever is signed in says that they have the unit. */
function TakeIt(props: { row: TicketRow }) {
  const { row } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const take = useWrite("custody_take");
  const undo = useWrite("custody_undo");
  const me = useRead("session_get", null).data?.user ?? null;
  const mine = me === null || row.custody === null || row.custody.holder?.id === me.id;
  const onError = (failure: Parameters<typeof failureText>[1]) => toast({ tone: "trouble", text: failureText(words, failure) });
  const takeIt = () =>
    take.mutate(
      { tickets: [row.id] },
      {
        onError,
        onSuccess: () =>
          toast({
            text: t("custody-taken", { count: 1, unit: row.serial }),
            undo: { label: t("places-undo"), run: () => undo.mutate({ tickets: [row.id] }, { onError }) },
          }),
      },
    );
  useKeys(mine ? [] : [{ id: "take", keys: "H", label: t("custody-take"), scope: "screen", run: takeIt }]);
  if (mine) return null;
  return (
    <Button keys="H" onPress={takeIt}>
      {t("custody-take")}
    </Button>
  );
}

/** The number quoted, and what it was found to be; or that there was none. */
function quotedText({ t }: ReturnType<typeof useWords>, said: NonNullable<TicketLife["intake"]["authorisation"]>): string {
  if (said.kind === "none") return t("authorisation-none");
  return said.standing === null ? said.rma : `${said.rma} · ${t(`standing-${said.standing}`)}`;
}

function firstReport(report: TicketLife["intake"]["first_reported"], none: string): ReactNode {
  if (report === null) return none;
  return (
    <>
      <Day date={report.on} /> {[report.to, report.proof].filter((text) => text !== "").join(" · ")}
    </>
  );
}

function Photos(props: { life: TicketLife; isOff: boolean }) {
  const { t } = useWords();
  const { attachments, row } = props.life;
  const owner = { kind: "ticket", id: row.id } as const;
  if (props.isOff && attachments.length === 0) return null;
  return (
    <Panel>
      <Section title={t("section-photos")}>
        {props.isOff ? <Thumbs photos={attachments} /> : <Attachments owner={owner} onNeedOwner={async () => owner} />}
      </Section>
    </Panel>
  );
}

function CancelOrReopen(props: { life: TicketLife }) {
  const { row } = props.life;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const cancel = useWrite("ticket_cancel");
  const reopen = useWrite("ticket_reopen");
  const [isAsking, setIsAsking] = useState(false);
  const fits = props.life.work.acts.some(({ event }) => event === "cancel");
  const onError = (failure: Parameters<typeof failureText>[1]) => toast({ tone: "trouble", text: failureText(words, failure) });
  const takeBack = () => reopen.mutate({ id: row.id }, { onError, onSuccess: () => toast({ text: t("ticket-reopened") }) });

  if (row.status === "cancelled") return <Button onPress={takeBack}>{t("ticket-reopen")}</Button>;
  return (
    <>
      <Button kind="danger" disabledReason={fits ? null : t("refusal-work_began")} onPress={() => setIsAsking(true)}>
        {t("ticket-cancel")}
      </Button>
      {isAsking && (
        <ReasonDialog
          title={t("ticket-cancel-title", { rma: row.rma })}
          explain={t("ticket-cancel-explain")}
          confirm={t("ticket-cancel-confirm")}
          onClose={() => setIsAsking(false)}
          onConfirm={(reason) => {
            setIsAsking(false);
            const undo = { label: t("ticket-undo-cancel", { rma: row.rma }), run: takeBack };
            cancel.mutate({ id: row.id, reason }, { onError, onSuccess: () => toast({ text: t("ticket-cancelled"), undo }) });
          }}
        />
      )}
    </>
  );
}
