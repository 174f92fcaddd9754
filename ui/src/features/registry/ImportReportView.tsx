import { useNavigate } from "@tanstack/react-router";
import { useWords } from "../../i18n/i18n";
import type { ImportReport } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Figure } from "../../kit/Figure";
import { Notice } from "../../kit/Notice";
import { Panel } from "../../kit/Page";
import css from "./Registry.module.css";
import { RowErrors } from "./RowErrors";

/** What an import did, with the rows it had to leave out. */
export function ImportReportView(props: { name: string; report: ImportReport }) {
  const { report, name } = props;
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <>
      <Panel>
        {report.cancelled ? (
          <Notice tone="due" title={t("import-cancelled", { name })} />
        ) : (
          <Notice tone="info" title={t("import-done", { name })} />
        )}
        <div className={css["figures"]}>
          <Figure value={String(report.imported)} label={t("import-new")} />
          <Figure value={String(report.updated)} label={t("import-updated")} />
          <Figure value={String(report.unchanged)} label={t("import-unchanged")} />
          <Figure
            value={String(report.skipped)}
            label={t("import-bad")}
            {...(report.skipped > 0 ? { tone: "due", icon: "half" } : {})}
          />
        </div>
        <Button kind="primary" autoFocus onPress={() => void navigate({ to: "/register" })}>
          {t("import-to-register")}
        </Button>
      </Panel>
      <RowErrors name={name} errors={report.errors} count={report.errors.length} />
    </>
  );
}
