// What can be done with a work order now, what was decided of it, and whose move it is. Which act is possible and why not
// is the station's to say; here it is shown and pressed.

import { useState, type ReactNode } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { TicketLife, WorkAct } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { useKeys, type KeyAction } from "../../kit/keys";
import { Facts, Panel, Section } from "../../kit/Page";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { personName } from "../../trade/person";
import { ReasonDialog } from "../../trade/ReasonDialog";
import { nextText, undoText } from "../../trade/work";
import { AssignDialog } from "../../trade/AssignDialog";
import { DisposeDialog } from "./DisposeDialog";
import { ResolveDialog } from "./ResolveDialog";
import css from "./Ticket.module.css";

type Over = { kind: "assign" | "resolve" | "dispose" } | { kind: "words"; act: WorkAct };

export function WorkPanel(props: { life: TicketLife; onHandOver: () => void; onClose: () => void }) {
  const { life } = props;
  const { row, work } = life;
  const words = useWords();
  const { t } = words;
  const [over, setOver] = useState<Over | null>(null);
  const close = () => setOver(null);
  const { act, takeBack } = useActs(life);
  const start = (one: WorkAct) => {
    // How it went is asked for before it is done.
    if (one.event === "hand_over") props.onHandOver();
    // The day is asked for, as last month's hand-over may be closed as of its own.
    else if (one.event === "close") props.onClose();
    else if (one.needs_words) setOver({ kind: "words", act: one });
    else act(one, "");
  };
  // A cancellation and its way back stand beside the title, where they always stood.
  const acts = work.acts.filter(({ event }) => event !== "cancel" && event !== "reopen");
  const next = acts.find((one) => one.event === work.next?.event && one.refusal === null);
  const isSettled = row.status === "closed" || row.status === "cancelled";
  const isDecidable = !isSettled && row.status !== "returned";
  const undo = work.undo === null ? null : undoText(words, work.undo);
  const keys: KeyAction[] = [
    ...(next === undefined ? [] : [key("next", "Ctrl+Enter", t(`event-${next.event}`), () => start(next))]),
    ...(isSettled ? [] : [key("assign", "A", t("work-assign"), () => setOver({ kind: "assign" }))]),
    ...(isDecidable ? [key("resolve", "R", t("work-resolve"), () => setOver({ kind: "resolve" }))] : []),
    ...(undo === null ? [] : [key("undo-act", "U", undo, takeBack)]),
  ];
  useKeys(keys);
  return (
    <Panel>
      <Section title={t("section-work")}>
        <Facts items={facts(life, words)} />
        {acts.length > 0 && (
          <div className={css["acts"]} role="group" aria-label={t("section-work")}>
            {acts.map((one) => (
              <Button
                key={one.event}
                kind={one === next ? "primary" : "plain"}
                keys={one === next ? "Ctrl+Enter" : undefined}
                disabledReason={one.refusal === null ? null : t(`gate-${one.refusal.code}`)}
                onPress={() => start(one)}
              >
                {t(`event-${one.event}`)}
              </Button>
            ))}
          </div>
        )}
        <div className={css["acts"]}>
          {!isSettled && (
            <Button keys="A" onPress={() => setOver({ kind: "assign" })}>
              {t("work-assign")}
            </Button>
          )}
          {isDecidable && (
            <Button keys="R" onPress={() => setOver({ kind: "resolve" })}>
              {t("work-resolve")}
            </Button>
          )}
          {!isSettled && <Button onPress={() => setOver({ kind: "dispose" })}>{t("work-dispose")}</Button>}
          {undo !== null && (
            <Button kind="quiet" keys="U" onPress={takeBack}>
              {undo}
            </Button>
          )}
        </div>
      </Section>
      {over?.kind === "assign" && <AssignDialog rows={[row]} onClose={close} />}
      {over?.kind === "resolve" && <ResolveDialog life={life} onClose={close} />}
      {over?.kind === "dispose" && <DisposeDialog life={life} onClose={close} />}
      {over?.kind === "words" && (
        <ReasonDialog
          title={t("work-words", { what: t(`event-${over.act.event}`), rma: row.rma })}
          explain={t("work-words-why")}
          confirm={t(`event-${over.act.event}`)}
          onClose={close}
          onConfirm={(note) => {
            close();
            act(over.act, note);
          }}
        />
      )}
    </Panel>
  );
}

/** Doing and taking back, each told with its way back. */
function useActs(life: TicketLife) {
  const { id } = life.row;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const write = useWrite("ticket_act");
  const undo = useWrite("ticket_undo");
  const onError = (failure: Failure) => toast({ tone: "trouble", text: failureText(words, failure) });
  const takeBack = () => undo.mutate({ id }, { onError, onSuccess: () => toast({ text: t("work-undone") }) });
  const act = (one: WorkAct, note: string) =>
    write.mutate(
      { id, event: one.event, note },
      {
        onError,
        onSuccess: ({ work }) => {
          const text = t("work-done", { what: t(`event-${one.event}`) });
          toast(work.undo === null ? { text } : { text, undo: { label: undoText(words, work.undo), run: takeBack } });
        },
      },
    );
  return { act, takeBack };
}

function key(id: string, keys: string, label: string, run: () => void): KeyAction {
  return { id, keys, label, scope: "screen", run };
}

function facts(life: TicketLife, words: ReturnType<typeof useWords>): ReadonlyArray<readonly [string, ReactNode]> {
  const { row, work } = life;
  const { t, times } = words;
  const [resolved] = work.resolutions;
  const [disposed] = work.dispositions;
  return [
    [t("work-next"), nextLine(life, words)],
    [t("field-status"), t("work-since", { status: t(`status-${row.status}`), when: times.instant(work.since) })],
    [t("work-owner"), work.owner?.name ?? t("fact-nobody")],
    [
      t("work-resolution"),
      resolved === undefined || resolved.resolution === null ? (
        t("work-undecided")
      ) : (
        <>
          {[
            t(`resolution-${resolved.resolution}`),
            ...(resolved.reason === null ? [] : [t(`unrepaired-${resolved.reason}`)]),
            ...(resolved.note === "" ? [] : [resolved.note]),
          ].join(" · ")}
          <small className={css["aside"]}>{`${personName(t, resolved.decided_by)}, ${times.instant(resolved.decided_at)}`}</small>
        </>
      ),
    ],
    ...(resolved === undefined || resolved.resolution === null || resolved.choice === null
      ? []
      : [
          [
            t("field-choice"),
            t("work-choice", {
              who: resolved.choice.who,
              on: times.day(resolved.choice.on),
              words: resolved.choice.words,
            }),
          ] as const,
        ]),
    ...(disposed === undefined || disposed.disposition === null
      ? []
      : [[t("work-disposition"), [t(`disposition-${disposed.disposition}`), disposed.note].filter(Boolean).join(" · ")] as const]),
  ];
}

/** Whose move it is, and of awaited parts the day they should all be here. */
function nextLine(life: TicketLife, words: ReturnType<typeof useWords>): string {
  const { next } = life.work;
  if (next === null) return words.t("work-nothing-left");
  const text = nextText(words, next);
  const on = life.parts.expected_on;
  return next.event !== "parts_came" || on === null ? text : `${text} · ${words.t("part-expected", { date: words.times.day(on) })}`;
}
