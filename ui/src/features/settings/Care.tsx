// The care of the records: a check in words and a backup, on demand.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure } from "../../ipc/failure";
import { useTransport } from "../../ipc/ipc";
import type { Backup, Level, Report } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import type { Tone } from "../../kit/Figure";
import type { IconName } from "../../kit/Icon";
import { Panel, Section } from "../../kit/Page";
import { Status } from "../../kit/Status";
import { useToast } from "../../kit/toasts";
import { failureText, spokenValues } from "../../trade/failure";
import css from "./Settings.module.css";

const shapes: Record<Level, { icon: IconName; tone: Tone }> = {
  ok: { icon: "full", tone: "ok" },
  warn: { icon: "half", tone: "due" },
  fail: { icon: "triangle", tone: "over" },
};

export function Care() {
  const words = useWords();
  const { t, say, times } = words;
  const transport = useTransport();
  const toast = useToast();
  const [report, setReport] = useState<Report | null>(null);
  const [backup, setBackup] = useState<Backup | null>(null);
  const trying = (work: () => Promise<void>) => {
    void work().catch((thrown: unknown) => toast({ tone: "trouble", text: failureText(words, toFailure(thrown)) }));
  };
  return (
    <Panel>
      <Section title={t("settings-care")}>
        <div className={css["buttons"]}>
          <Button onPress={() => trying(async () => setBackup(await transport.call("backup_create", { path: null })))}>
            {t("backup-now")}
          </Button>
          <Button onPress={() => trying(async () => setReport(await transport.call("doctor_run", null)))}>
            {t("doctor-run")}
          </Button>
        </div>
        {backup !== null && (
          <p role="status">
            <Status icon="full" tone="ok">
              {t("backup-made", { at: times.instant(backup.at), size: times.size(backup.size) })}
            </Status>
            <br />
            <span className="mono">{backup.path}</span>
          </p>
        )}
        {report !== null && (
          <ul className={css["checks"]} aria-label={t("doctor-report")}>
            {report.checks.map((check) => (
              <li key={check.code}>
                <Status {...shapes[check.level]} className={css["check"]}>
                  {say(`doctor-${check.code}-${check.level}`, spokenValues(check.args), `${check.code}: ${t(`level-${check.level}`)}`)}
                </Status>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Panel>
  );
}
