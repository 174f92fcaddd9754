import { useWords } from "../../i18n/i18n";
import { Button } from "../../kit/Button";
import { Figure } from "../../kit/Figure";
import { Notice } from "../../kit/Notice";
import { Panel } from "../../kit/Page";
import css from "./Importing.module.css";
import type { FileReport, ImportWay } from "./importWay";
import { RowErrors } from "./RowErrors";

/** What an import did, with the rows it had to leave out. */
export function ImportReportView(props: { way: ImportWay; name: string; report: FileReport; onPutAway: () => void }) {
  const { report, name, way } = props;
  const { t, times } = useWords();
  return (
    <>
      <Panel>
        {report.cancelled ? (
          <Notice tone="due" title={way.cancelled(name)} />
        ) : (
          <Notice tone="info" title={t("import-done", { name })} />
        )}
        <div className={css["figures"]}>
          <Figure value={times.number(report.imported)} label={t("import-new")} />
          <Figure value={times.number(report.updated)} label={t("import-updated")} />
          <Figure value={times.number(report.unchanged)} label={t("import-unchanged")} />
          {report.ended > 0 && <Figure value={times.number(report.ended)} label={t("masters-did-end")} />}
          <Figure
            value={times.number(report.skipped)}
            label={t("import-bad")}
            {...(report.skipped > 0 ? { tone: "due", icon: "half" } : {})}
          />
        </div>
        <div className={css["buttons"]}>
          <Button kind="primary" autoFocus onPress={way.toList}>
            {way.toListLabel}
          </Button>
          <Button onPress={props.onPutAway}>{t("import-put-away")}</Button>
        </div>
      </Panel>
      <RowErrors name={name} errors={report.errors} count={report.errors.length} fieldLabel={way.fieldLabel} />
    </>
  );
}
