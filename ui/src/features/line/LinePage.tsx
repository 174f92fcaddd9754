// The line to headquarters: how it stands, a round on demand and why one failed, and setting it up with a one-time code.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useRead, useWrite } from "../../ipc/ipc";
import type { LineStanding } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Disclosure } from "../../kit/Disclosure";
import { TextField } from "../../kit/Field";
import { Figure, type Tone } from "../../kit/Figure";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { Facts, Page, Panel, Section } from "../../kit/Page";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import css from "./Line.module.css";

export function LinePage() {
  const { t } = useWords();
  const toast = useToast();
  const line = useRead("line_get", null).data;
  const sync = useWrite("line_sync");
  const round = () =>
    sync.mutate(null, { onSuccess: ({ pushed, pulled }) => toast({ text: t("hq-done", { pushed, pulled }) }) });
  if (line === undefined) return null;
  return (
    <Page title={t("hq-title")} sub={t("hq-sub")}>
      {line.url === null ? (
        <Panel>
          <Section title={t("hq-none")}>
            <p>{t("hq-none-explain")}</p>
            <Enrol onEnrolled={round} />
          </Section>
        </Panel>
      ) : (
        <Standing line={line} url={line.url} isUnderWay={sync.isPending} failure={sync.error} onRound={round} />
      )}
    </Page>
  );
}

interface StandingProps {
  line: LineStanding;
  url: string;
  isUnderWay: boolean;
  /** Why the last round asked for here came to nothing. */
  failure: Failure | null;
  onRound: () => void;
}

function Standing(props: StandingProps) {
  const { line, url, isUnderWay, failure, onRound } = props;
  const words = useWords();
  const { t, times } = words;
  useKeys([{ id: "line-sync", keys: "S", label: t("hq-sync"), scope: "screen", run: onRound }]);
  const held = line.conflicts + line.quarantined;
  return (
    <div className={css["page"]}>
      <div className={css["figures"]}>
        <Count count={line.pending} label={t("hq-pending")} tone="due" />
        <Count count={line.conflicts} label={t("hq-conflicts")} tone="due" />
        <Count count={line.quarantined} label={t("hq-quarantined")} tone="over" />
      </div>
      {line.forks > 0 && <Notice tone="due" title={t("hq-forks", { count: line.forks })} />}
      {held > 0 && <Notice tone="due" title={t("hq-held")} />}
      {failure !== null && <Notice tone="over" title={failureText(words, failure)} />}
      <Panel>
        <Section title={t("hq-hq")}>
          <Facts
            items={[
              [t("hq-url"), <span key="url" className="mono">{url}</span>],
              [t("hq-synced"), line.synced_at === null ? t("hq-never") : times.instant(line.synced_at)],
            ]}
          />
          <div className={css["acts"]}>
            <Button kind="primary" keys="S" disabledReason={isUnderWay ? t("hq-busy") : null} onPress={onRound}>
              {t("hq-sync")}
            </Button>
          </div>
          <p role="status">{isUnderWay ? t("hq-busy") : t("hq-by-itself")}</p>
        </Section>
      </Panel>
      <Panel>
        <Disclosure title={t("hq-again")}>
          <p>{t("hq-again-explain")}</p>
          <Enrol onEnrolled={onRound} />
        </Disclosure>
      </Panel>
    </div>
  );
}

function Count(props: { count: number; label: string; tone: Tone }) {
  const { times } = useWords();
  return <Figure value={times.number(props.count)} label={props.label} tone={props.count === 0 ? "plain" : props.tone} />;
}

/** Address and one-time code; what was typed stays until headquarters took it. */
function Enrol(props: { onEnrolled: () => void }) {
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const [url, setUrl] = useState("");
  const [code, setCode] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const enrol = useWrite("line_enrol");
  const isBlank = url.trim() === "" || code.trim() === "";
  const save = () => {
    if (isBlank || enrol.isPending) return;
    setFailure(null);
    enrol.mutate(
      { url, code },
      {
        onSuccess: () => {
          setCode("");
          toast({ text: t("hq-enrolled") });
          props.onEnrolled();
        },
        onError: setFailure,
      },
    );
  };
  return (
    <>
      <div className={css["fields"]}>
        <TextField name="line.url" label={t("hq-url")} note={t("hq-url-note")} value={url} onChange={setUrl} onScan={setUrl} onEnter={save} maxLength={200} />
        <TextField name="line.code" label={t("hq-code")} note={t("hq-code-note")} value={code} onChange={setCode} onScan={setCode} onEnter={save} maxLength={80} />
      </div>
      {failure !== null && <Notice tone="over" title={failureText(words, failure)} />}
      <div className={css["acts"]}>
        <Button kind="primary" disabledReason={isBlank ? t("hq-blank") : enrol.isPending ? t("hq-busy") : null} onPress={save}>
          {t("hq-enrol")}
        </Button>
      </div>
    </>
  );
}
