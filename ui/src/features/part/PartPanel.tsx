// The spare parts of a work order: what is kept for it, what it waits for and until when, what was put in, and what the
// customer agreed to pay that nobody asked for yet.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { PartLine, TicketLife, TicketParts } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { Panel, Section } from "../../kit/Page";
import { Status } from "../../kit/Status";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { money } from "../../trade/money";
import { ReasonDialog } from "../../trade/ReasonDialog";
import { Code } from "../../trade/words";
import { isStillHere } from "../../trade/work";
import { ExpectDialog, IssueDialog } from "./LineDialogs";
import { LineNote } from "./LineNote";
import { NeedDialog } from "./NeedDialog";
import css from "./Part.module.css";
import { partName, stateLook } from "./part";

type Over = { kind: "need" } | { kind: "issue" | "expect" | "release"; line: PartLine } | null;

export function PartPanel(props: { life: TicketLife }) {
  const { life } = props;
  const { parts } = life;
  const { t } = useWords();
  const [over, setOver] = useState<Over>(null);
  const close = () => setOver(null);
  const isHere = isStillHere(life.row);
  const need = () => setOver({ kind: "need" });
  useKeys(isHere ? [{ id: "part-need", keys: "B", label: t("part-need"), scope: "screen", quiet: true, run: need }] : []);
  if (!isHere && parts.lines.length === 0) return null;
  return (
    <Panel>
      <Section title={t("parts-section")}>
        {parts.lines.length === 0 && parts.agreed.length === 0 && <p>{t("parts-line-none")}</p>}
        <Awaited parts={parts} />
        {parts.lines.length > 0 && (
          <ul className={css["lines"]}>
            {parts.lines.map((line) => (
              <Line key={line.id} line={line} isHere={isHere} onAct={(kind) => setOver({ kind, line })} />
            ))}
          </ul>
        )}
        <Costs parts={parts} />
        {isHere && <Agreed life={life} />}
        {isHere && (
          <div className={css["acts"]}>
            <Button keys="B" onPress={need}>
              {t("part-need")}
            </Button>
          </div>
        )}
      </Section>
      {over?.kind === "need" && <NeedDialog life={life} onClose={close} />}
      {over?.kind === "issue" && <IssueDialog line={over.line} onClose={close} />}
      {over?.kind === "expect" && <ExpectDialog line={over.line} onClose={close} />}
      {over?.kind === "release" && <Release line={over.line} onClose={close} />}
    </Panel>
  );
}

/** Until when the work order waits. */
function Awaited(props: { parts: TicketParts }) {
  const { lines, expected_on: on } = props.parts;
  const { t, times } = useWords();
  if (!lines.some((line) => line.state === "wanted")) return null;
  return (
    <div className={css["notice"]}>
      <Notice
        tone="due"
        title={on === null ? t("parts-expected-open") : t("parts-expected-all", { date: times.day(on) })}
      />
    </div>
  );
}

function Line(props: { line: PartLine; isHere: boolean; onAct: (kind: "issue" | "expect" | "release") => void }) {
  const { line, onAct } = props;
  const words = useWords();
  const { t } = words;
  const { number } = line.card;
  const named = (act: string) => `${act}: ${number}`;
  return (
    <li>
      <Status {...stateLook[line.state]}>{t(`part_state-${line.state}`)}</Status>
      <span className={css["what"]}>
        <span>
          {line.quantity > 1 && `${t("part-times", { quantity: line.quantity })} `}
          <Code>{number}</Code> {partName(words, line.card)}
          {line.card.position !== "" && line.state === "reserved" && ` · ${line.card.position}`}
        </span>
        <LineNote line={line} />
      </span>
      {props.isHere && (
        <span className={css["lineActs"]}>
          {line.state === "wanted" && (
            <Button kind="quiet" label={named(t("part-expect"))} onPress={() => onAct("expect")}>
              {t("part-expect")}
            </Button>
          )}
          {line.state === "reserved" && (
            <Button kind="quiet" label={named(t("part-issue"))} onPress={() => onAct("issue")}>
              {t("part-issue")}
            </Button>
          )}
          <Button kind="quiet" label={named(t("part-release"))} onPress={() => onAct("release")}>
            {t("part-release")}
          </Button>
        </span>
      )}
    </li>
  );
}

function Costs(props: { parts: TicketParts }) {
  const words = useWords();
  const { t } = words;
  return props.parts.costs.map((cost) => (
    <p key={cost.currency} className={css["small"]}>
      {t("parts-cost", {
        warranty: money(words, cost.warranty_minor, cost.currency),
        paid: money(words, cost.paid_minor, cost.currency),
      })}
    </p>
  ));
}

/** What the customer agreed to pay; one press reserves all of it that stock knows. */
function Agreed(props: { life: TicketLife }) {
  const { life } = props;
  const { agreed } = life.parts;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const reserve = useWrite("part_reserve_agreed");
  if (agreed.length === 0) return null;
  const isKnown = agreed.some((one) => one.part !== null);
  const run = () =>
    reserve.mutate(
      { id: life.row.id, wait: true },
      {
        onError: (failure: Failure) => toast({ tone: "trouble", text: failureText(words, failure) }),
        onSuccess: () => toast({ text: t("part-reserved-agreed") }),
      },
    );
  return (
    <Notice
      tone="due"
      title={t("part-agreed")}
      actions={
        <Button kind="primary" disabledReason={isKnown ? null : t("part-agreed-unknown")} onPress={run}>
          {t("part-reserve_agreed")}
        </Button>
      }
    >
      <ul>
        {agreed.map((one) => (
          <li key={`${one.number} ${one.name_zh} ${one.name_en}`}>
            {t("part-times", { quantity: one.quantity })} {one.number} {partName(words, one)} ·{" "}
            {one.part === null ? t("part-agreed-unknown") : t("part-agreed-free", { free: one.free })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Release(props: { line: PartLine; onClose: () => void }) {
  const { line, onClose } = props;
  const { number } = line.card;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const release = useWrite("part_release");
  return (
    <ReasonDialog
      title={t("part-release-title", { number })}
      explain={t(`part-release-explain-${line.state}`)}
      confirm={t("part-release")}
      onClose={onClose}
      onConfirm={(reason) => {
        onClose();
        release.mutate(
          { line: line.id, reason },
          {
            onError: (failure: Failure) => toast({ tone: "trouble", text: failureText(words, failure) }),
            onSuccess: () => toast({ text: t("part-released", { number }) }),
          },
        );
      }}
    />
  );
}
