// A parcel at work: on the left its units, on the right the one at hand. What all units share is asked once; of each
// only what differs.

import { useNavigate, useParams } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { Announce, ParcelCardForm } from "../../features/consignment/Announce";
import { Closing, Differences } from "../../features/consignment/Closing";
import { Lines } from "../../features/consignment/Lines";
import { deskOf } from "../../features/intake/desk";
import { PaperDesk } from "../../features/form/PaperDesk";
import { useFormMaker } from "../../features/form/useFormMaker";
import type { IntakeSession } from "../../features/intake/session";
import { Timeline } from "../../features/ticket/Timeline";
import { useWords } from "../../i18n/i18n";
import { toFailure } from "../../ipc/failure";
import { useRead, useTransport, useWrite } from "../../ipc/ipc";
import type { ConsignmentLife, ConsignmentLine, ConsignmentUnit, FormKind, IntakeDraft, Scan } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Disclosure } from "../../kit/Disclosure";
import { TextField } from "../../kit/Field";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { Panel } from "../../kit/Page";
import { useToast } from "../../kit/toasts";
import { Attachments } from "../../trade/Attachments";
import { failureText } from "../../trade/failure";
import { useScanTaker } from "../../trade/scanDesk";
import css from "./ConsignmentScreen.module.css";
import { ParcelLabels } from "./ParcelLabels";
import { SharedFacts, type SharedHandle } from "./SharedFacts";
import { UnitAtHand } from "./UnitAtHand";

export function ConsignmentScreen() {
  const { id } = useParams({ from: "/parcels/$id" });
  const words = useWords();
  const life = useRead("consignment_get", { id });
  if (life.error !== null) return <Notice tone="over" title={failureText(words, life.error)} />;
  return life.data === undefined ? null : <Parcel key={id} life={life.data} />;
}

const parcelForms: readonly FormKind[] = ["parcels", "differences"];

/** The unit that was scanned last and is not finished. */
interface Hand {
  readonly unit: ConsignmentUnit;
  readonly session: IntakeSession;
}

function Parcel(props: { life: ConsignmentLife }) {
  const { life } = props;
  const { id } = life.row;
  const words = useWords();
  const { t, times } = words;
  const navigate = useNavigate();
  const toast = useToast();
  const desk = deskOf(useTransport());
  const takeOut = useWrite("consignment_unit");
  const reopen = useWrite("consignment_reopen");
  const [hand, setHand] = useState<Hand | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const maker = useFormMaker();
  const [isClosing, setIsClosing] = useState(false);
  const shared = useRef<SharedHandle>(null);
  const isOpen = life.row.closed_at === null;
  const trouble = (thrown: unknown) => toast({ tone: "trouble", text: failureText(words, toFailure(thrown)) });

  const take = async (serial: string, form?: IntakeDraft) => {
    try {
      // What is being typed for all is for this unit too; what is typed for the last one is its own.
      await shared.current?.save();
      await hand?.session.save();
      const unit = await takeOut.mutateAsync({ id, serial });
      if (unit.draft === null) {
        setHand(null);
        setSaid(t("unit-received-before", { serial: unit.line.serial ?? "", rma: unit.ticket?.rma ?? "" }));
        return;
      }
      const session = desk.refill(unit.draft);
      if (form !== undefined) session.change((now) => withForm(now, form));
      setSaid(null);
      setHand({ unit, session });
    } catch (thrown) {
      trouble(thrown);
    }
  };

  useScanTaker((scan) => {
    const wanted = unitOf(scan);
    if (wanted === null) return false;
    if (isOpen) void take(wanted.serial, wanted.form);
    else toast({ tone: "trouble", text: t("scan-parcel-closed") });
    return true;
  });

  const open = (line: ConsignmentLine) => {
    if (line.ticket !== null) void navigate({ to: "/tickets/$id", params: { id: line.ticket.id } });
    else if (line.serial !== null && isOpen) void take(line.serial);
    else if (line.draft !== null) void navigate({ to: "/intake/$draft", params: { draft: line.draft } });
  };
  const receiveNext = () => void navigate({ to: "/parcels/receive", search: {} });
  const printDifferences = () => maker.make(id, "differences");
  useKeys([
    ...(isOpen ? [{ id: "close-parcel", keys: "F8", label: t("consignment-close"), scope: "screen", run: () => setIsClosing(true) } as const] : []),
    { id: "print-parcel", keys: "Ctrl+P", label: t("consignment-receipt"), scope: "screen", run: () => maker.make(id, "parcels") },
    { id: "receive-parcel", keys: "F4", label: t("key-receive-parcel"), scope: "screen", run: receiveNext },
  ]);

  return (
    <div className={css["screen"]}>
      <div className={css["left"]}>
        <header className={css["head"]}>
          <div>
            <h1>{t("consignment-title", { waybill: life.row.waybill ?? t("consignment-no_waybill") })}</h1>
            <div className={css["sub"]}>
              {life.row.carrier !== null && `${t(`carrier-${life.row.carrier}`)} · `}
              {(life.row.dealer || life.row.sender) !== "" && `${life.row.dealer || life.row.sender} · `}
              {t("consignment-day", { date: times.day(life.row.received_on), day: life.row.elapsed_working_days })}
            </div>
          </div>
          {isOpen ? (
            <Button keys="F8" onPress={() => setIsClosing(true)}>
              {t("consignment-close")}
            </Button>
          ) : (
            <Button onPress={() => reopen.mutate({ id }, { onError: trouble })}>{t("consignment-reopen")}</Button>
          )}
        </header>
        <Panel>
          <Lines life={life} onOpen={open} />
        </Panel>
        <div>
          {isOpen && (
            <Disclosure title={t("announce-title")} summary={t("announce-summary", { count: life.row.tally.announced ?? 0 })}>
              <Announce life={life} />
            </Disclosure>
          )}
          <Disclosure title={t("parcel-card")}>
            <ParcelCardForm life={life} />
          </Disclosure>
          <Disclosure title={t("parcel-photos")} summary={t("parcel-photos-count", { count: life.attachments.length })}>
            <Attachments owner={{ kind: "consignment", id }} onNeedOwner={async () => ({ kind: "consignment", id })} />
          </Disclosure>
          <ParcelLabels lines={life.lines} />
          <PaperDesk id={id} maker={maker} papers={life.papers} forms={parcelForms} />
          <Disclosure title={t("parcel-history")} summary={t("timeline-hint")}>
            <Timeline entries={life.timeline} />
          </Disclosure>
        </div>
      </div>
      <aside className={css["right"]} aria-label={t(isOpen ? "unit-at-hand" : "consignment-differences")}>
        {life.row.closed_at !== null && (
          <Notice tone="info" title={t("consignment-is-closed", { at: times.instant(life.row.closed_at) })}>
            <Differences life={life} onPrint={printDifferences} />
          </Notice>
        )}
        {isOpen && hand === null && (
          <Panel>
            {said !== null && (
              <p role="status" className={css["said"]}>
                {said}
              </p>
            )}
            <NextUnit key={said ?? ""} onSerial={(serial) => void take(serial)} />
          </Panel>
        )}
        {isOpen && hand !== null && (
          <UnitAtHand
            key={hand.session.key}
            unit={hand.unit}
            session={hand.session}
            parcel={id}
            onReceived={(received) => {
              setHand(null);
              setSaid(t("unit-checked-in", { serial: received.row.serial, rma: received.rma }));
            }}
            onLeave={() => setHand(null)}
          />
        )}
        {isOpen && <SharedFacts handle={shared} life={life} />}
      </aside>
      {isClosing && <Closing life={life} onPrint={printDifferences} onClose={() => setIsClosing(false)} />}
    </div>
  );
}

/** Where the hands go between two units. */
function NextUnit(props: { onSerial: (serial: string) => void }) {
  const { t } = useWords();
  const [serial, setSerial] = useState("");
  const go = (text: string) => {
    if (text.trim() === "") return;
    setSerial("");
    props.onSerial(text);
  };
  return (
    <>
      <TextField
        name="next-serial"
        label={t("consignment-scan")}
        value={serial}
        onChange={setSerial}
        onEnter={() => go(serial)}
        onScan={go}
        autoFocus
        placeholder={t("consignment-scan-hint")}
      />
      <p className={css["hint"]}>{t("unit-at-hand-none")}</p>
      <Button onPress={() => props.onSerial("")}>{t("consignment-unreadable")}</Button>
    </>
  );
}

/** The unit a scan names, if it names one that may be in this parcel. */
function unitOf(scan: Scan): { serial: string; form?: IntakeDraft } | null {
  switch (scan.kind) {
    case "unit":
      return { serial: scan.serial };
    case "form":
      return scan.ticket === null ? { serial: scan.draft.serial, form: scan.draft } : null;
    default:
      return null;
  }
}

/** What the form in the box says fills what nobody typed. */
function withForm(now: IntakeDraft, form: IntakeDraft): IntakeDraft {
  return {
    ...now,
    symptom: form.symptom || now.symptom,
    model: now.model || form.model,
    product_class: now.product_class ?? form.product_class,
    remedy_wanted: now.remedy_wanted ?? form.remedy_wanted,
    first_reported: now.first_reported.on === null ? form.first_reported : now.first_reported,
    paper_form: true,
  };
}
