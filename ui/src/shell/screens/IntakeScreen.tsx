// Check-in and determination on one screen: the form on the left, what it amounts to on the right.

import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { PaperDesk } from "../../features/form/PaperDesk";
import { formsOf, useFormMaker } from "../../features/form/useFormMaker";
import { deskOf } from "../../features/intake/desk";
import { claimOf } from "../../features/intake/draft";
import { IntakeForm } from "../../features/intake/IntakeForm";
import { fieldOfNeed } from "../../features/intake/needs";
import { Received } from "../../features/intake/Received";
import { SavingLine } from "../../features/intake/SavingLine";
import { Conflicts, SerialNotices } from "../../features/intake/SerialNotices";
import type { IntakeSession } from "../../features/intake/session";
import { useIntake, useSession } from "../../features/intake/useIntake";
import { nextNeed } from "../../features/verdict/Questions";
import { VerdictBoard } from "../../features/verdict/VerdictBoard";
import { WhatIfDoor } from "../../features/verdict/WhatIfDoor";
import { useWords } from "../../i18n/i18n";
import { Failure } from "../../ipc/failure";
import { useLiveRead, useRead, useTransport } from "../../ipc/ipc";
import type { Need, Station } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { focusField } from "../../kit/Field";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { useDebounced } from "../../kit/useDebounced";
import { failureText } from "../../trade/failure";
import css from "./IntakeScreen.module.css";

/** `/intake/$draft`: a check-in that is open here, or one that was saved before. */
export function IntakeScreen() {
  const { draft: id } = useParams({ from: "/intake/$draft" });
  const desk = deskOf(useTransport());
  const open = desk.open(id);
  const station = useRead("station_get", null).data;
  if (station === undefined) return null;
  return open === null ? <Resume id={id} station={station} /> : <Intake key={open.key} session={open} at={id} station={station} />;
}

/** Takes up a draft that this window has not opened yet: after a restart, a crash, a power cut. */
function Resume(props: { id: string; station: Station }) {
  const words = useWords();
  const desk = deskOf(useTransport());
  const saved = useRead("draft_get", { id: props.id });
  if (saved.data !== undefined) {
    const session = desk.resume(saved.data);
    return <Intake key={session.key} session={session} at={props.id} station={props.station} />;
  }
  return saved.error === null ? null : <Notice tone="over" title={failureText(words, saved.error)} />;
}

/** The verdict is asked for once a change has settled this long. */
const ASSESS_AFTER_MS = 80;

function Intake(props: { session: IntakeSession; at: string; station: Station }) {
  const { session, at, station } = props;
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const form = useRef<HTMLDivElement>(null);
  const state = useSession(session);
  const draft = useDebounced(state.draft, ASSESS_AFTER_MS);
  const assessment = useLiveRead("verdict_assess", claimOf(draft)).data;
  const { view, check, failure, receive } = useIntake(session, assessment?.derived ?? []);
  const paper = useFormMaker();
  const storedId = state.id;

  // The address follows the draft's identity, which exists from the first save on.
  useEffect(() => {
    if (storedId !== null && storedId !== at) {
      void navigate({ to: "/intake/$draft", params: { draft: storedId }, replace: true });
    }
  }, [storedId, at, navigate]);

  // A unit that was scanned elsewhere is looked up first; then the hands go to what the register left open.
  useEffect(() => {
    void session.opened.then(() => {
      const field = session.state().draft.serial === "" ? "serial" : firstEmpty(session);
      if (field !== null && form.current !== null) focusField(form.current, field);
    });
  }, [session]);

  const goTo = (field: string | null) => {
    if (field !== null && form.current !== null) focusField(form.current, field);
  };
  const ask = (need: Need) => goTo(fieldOfNeed[need]);
  const next = () => void navigate({ to: "/intake", search: { fresh: "1" } });
  const finish = async () => {
    if (state.received !== null) return;
    const outcome = await receive();
    // The eye and the keyboard go to the first field that must be put right.
    if (outcome instanceof Failure) goTo(outcome.problems[0]?.field ?? null);
    else paper.make(outcome.id, formsOf(outcome.row)[0]);
  };

  // What the customer is shown is what was saved, so that the turned screen and the record agree.
  const turn = async () => {
    if (state.received !== null) {
      void navigate({ to: "/customer/ticket/$id", params: { id: state.received.id } });
      return;
    }
    const saved = await session.save();
    if (saved !== null) void navigate({ to: "/customer/draft/$id", params: { id: saved } });
  };

  useKeys([
    { id: "customer", keys: "F8", label: t("customer-open"), scope: "screen", run: () => void turn() },
    ...(state.received === null
      ? [
          { id: "receive", keys: "Ctrl+Enter", label: t("key-receive"), scope: "screen", run: () => void finish() } as const,
          {
            id: "next-question",
            keys: "F9",
            label: t("key-next-question"),
            scope: "screen",
            run: () => {
              const need = assessment === undefined ? null : nextNeed(assessment);
              if (need !== null) ask(need);
            },
          } as const,
        ]
      : []),
    { id: "next-unit", keys: "F3", label: t("key-next-unit"), scope: "screen", run: next },
  ]);

  const lookUp = () => void session.lookUp();
  const lookUpScan = () =>
    void session.lookUp().then((found) => {
      // What the register could not fill is where the hands go next.
      const empty = found === null ? null : firstEmpty(session);
      if (found?.open === null) goTo(empty);
    });

  return (
    <div className={css["screen"]}>
      <div className={css["left"]} ref={form}>
        <header className={css["head"]}>
          <div>
            <h1>{t("place-intake")}</h1>
            <div className={css["sub"]}>
              {state.received === null && <SavingLine saving={state.saving} onRetry={() => void session.save()} />}
            </div>
          </div>
          {state.received === null && (
            <Button kind="primary" keys="Ctrl+Enter" disabledReason={check?.open ? t("duplicate-explain") : null} onPress={() => void finish()}>
              {t("intake-receive")}
            </Button>
          )}
        </header>
        {state.received === null ? (
          <>
            {failure !== null && <Notice tone="over" isAlert title={failureText(words, failure)} />}
            <IntakeForm
              view={view}
              station={station}
              onSerial={lookUp}
              onSerialScanned={lookUpScan}
              notices={
                check !== null && (
                  <>
                    <SerialNotices
                      check={check}
                      draft={state.draft}
                      onFill={(edit) => session.change(edit)}
                      onTakeSerial={(serial) => {
                        session.change((now) => ({ ...now, serial }));
                        lookUp();
                      }}
                    />
                    <Conflicts conflicts={check.conflicts} />
                  </>
                )
              }
              photos={{
                owner: storedId === null ? null : { kind: "draft", id: storedId },
                onNeedOwner: async () => {
                  const id = await session.stored();
                  return id === null ? null : { kind: "draft", id };
                },
              }}
            />
          </>
        ) : (
          <Received received={state.received} onNext={next} paper={<PaperDesk id={state.received.id} maker={paper} forms={formsOf(state.received.row)} />} />
        )}
      </div>
      <aside className={css["right"]} aria-label={t("verdict-title")}>
        {assessment !== undefined && (
          <VerdictBoard
            assessment={assessment}
            title={t("verdict-title")}
            note={t("verdict-live")}
            onAsk={state.received === null ? ask : undefined}
            actions={<WhatIfDoor assessment={assessment} />}
          />
        )}
      </aside>
    </div>
  );
}

/** The first required field that is still empty. */
function firstEmpty(session: IntakeSession): string | null {
  const { draft } = session.state();
  const required: ReadonlyArray<readonly [string, string | null]> = [
    ["model", draft.model],
    ["product_class", draft.product_class],
    ["customer.name", draft.customer.name],
    ["customer.phone", draft.customer.phone],
    ["symptom", draft.symptom],
  ];
  return required.find(([, value]) => value === null || value === "")?.[0] ?? null;
}
