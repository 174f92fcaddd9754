// The determinations of a work order, newest first: when, by whom, by which pack, and what each changed. They
// are records: opened, they can be read and nothing else.

import { useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { useWords } from "../../i18n/i18n";
import type { VerdictRow } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { cx } from "../../kit/cx";
import { Dialog } from "../../kit/Dialog";
import { Section } from "../../kit/Page";
import { personName } from "../../trade/person";
import { FactChanges, OtherBasis, OutcomeChanges } from "./Changes";
import css from "./History.module.css";
import { VerdictBoard } from "./VerdictBoard";

export function VerdictHistory(props: { verdicts: readonly VerdictRow[] }) {
  const { verdicts } = props;
  const { t } = useWords();
  const [openId, setOpenId] = useState<string | null>(null);
  const at = verdicts.findIndex((row) => row.id === openId);
  const open = verdicts[at];
  return (
    <Section title={t("history-title")} hint={t("history-hint")}>
      <ol className={css["history"]}>
        {verdicts.map((row, index) => (
          <li key={row.id}>
            <Entry row={row} before={verdicts[index + 1]} isNewest={index === 0} onOpen={() => setOpenId(row.id)} />
          </li>
        ))}
      </ol>
      {open !== undefined && (
        <Record
          row={open}
          before={verdicts[at + 1]}
          onOlder={at + 1 < verdicts.length ? () => setOpenId(verdicts[at + 1]?.id ?? null) : null}
          onNewer={at > 0 ? () => setOpenId(verdicts[at - 1]?.id ?? null) : null}
          onClose={() => setOpenId(null)}
        />
      )}
    </Section>
  );
}

function Entry(props: { row: VerdictRow; before: VerdictRow | undefined; isNewest: boolean; onOpen: () => void }) {
  const { row, before } = props;
  const { t, times } = useWords();
  const at = times.instant(row.made_at);
  return (
    <>
      <AriaButton className={cx(css["open"])} aria-label={t("history-open", { at })} onPress={props.onOpen}>
        <time>{at}</time>
        <span className={css["actor"]}>{t("history-made-by", { actor: personName(t, row.actor) })}</span>
        <span className={css["pack"]}>{t("history-pack", { id: row.verdict.policy.id, version: row.verdict.policy.version })}</span>
        {props.isNewest && <span className={css["newest"]}>{t("history-current")}</span>}
      </AriaButton>
      <WhatChanged row={row} before={before} />
    </>
  );
}

function WhatChanged(props: { row: VerdictRow; before: VerdictRow | undefined }) {
  const { row, before } = props;
  const { t } = useWords();
  const { changed } = row;
  if (changed === null || before === undefined) return <p className={css["first"]}>{t("history-first")}</p>;
  const isSame = changed.facts.length === 0 && changed.remedies.length === 0 && !changed.cover && !changed.pack && !changed.calendar;
  if (isSame) return <p className={css["first"]}>{t("change-none")}</p>;
  return (
    <div className={css["changed"]}>
      <FactChanges changes={changed.facts} />
      <OutcomeChanges changed={changed} before={before.verdict} after={row.verdict} />
      <OtherBasis changed={changed} before={before.verdict} after={row.verdict} />
    </div>
  );
}

function Record(props: {
  row: VerdictRow;
  before: VerdictRow | undefined;
  onOlder: (() => void) | null;
  onNewer: (() => void) | null;
  onClose: () => void;
}) {
  const { row, before, onOlder, onNewer } = props;
  const { t, times } = useWords();
  const at = times.instant(row.made_at);
  return (
    <Dialog
      title={t("history-record-title", { at })}
      closeLabel={t("close")}
      passesScans
      onClose={props.onClose}
      size="large"
      footer={
        <>
          <Button disabledReason={onOlder === null ? t("history-no-older") : null} onPress={() => onOlder?.()}>
            {t("history-older")}
          </Button>
          <Button disabledReason={onNewer === null ? t("history-no-newer") : null} onPress={() => onNewer?.()}>
            {t("history-newer")}
          </Button>
          <Button keys="Esc" onPress={props.onClose}>
            {t("close")}
          </Button>
        </>
      }
    >
      <p className={css["mark"]}>
        {t("history-record-mark")} {row.actor !== "" && t("history-recorded-by", { actor: personName(t, row.actor) })}
      </p>
      <VerdictBoard
        assessment={{ facts: row.facts, verdict: row.verdict, explanation: row.explanation, derived: [], earlier_report: [], cycle: null }}
        title={t("verdict-title")}
        note={t("verdict-made-at", { at })}
      />
      <Section title={t("history-changed")}>
        <WhatChanged row={row} before={before} />
      </Section>
    </Dialog>
  );
}
