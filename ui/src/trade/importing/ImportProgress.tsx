import { useQuery } from "@tanstack/react-query";
import { Label } from "react-aria-components/Label";
import { ProgressBar } from "react-aria-components/ProgressBar";
import { useWords } from "../../i18n/i18n";
import { Button } from "../../kit/Button";
import { Panel } from "../../kit/Page";
import css from "./Importing.module.css";
import type { FilePreview, ImportWay } from "./importWay";

const ASK_EVERY_MS = 150;

/** How far an import is; cancelled, it leaves everything as it was. */
export function ImportProgress(props: { way: ImportWay; file: Pick<FilePreview, "file" | "name" | "rows"> }) {
  const { way } = props;
  const { file, rows, name } = props.file;
  const { t, times } = useWords();
  const progress = useQuery({
    queryKey: ["import progress", file],
    queryFn: () => way.progress(file),
    refetchInterval: ASK_EVERY_MS,
    gcTime: 0,
  }).data;
  const done = progress?.done ?? 0;
  const total = progress?.total || rows;
  const share = `${times.number(done)} / ${times.number(total)}`;
  return (
    <Panel>
      <ProgressBar className={css["progress"]} value={done} maxValue={total} valueLabel={share}>
        <Label>{t("import-running", { name })}</Label>
        <span>{share}</span>
        <span className={css["bar"]} aria-hidden="true">
          <span style={{ width: `${(100 * done) / Math.max(1, total)}%` }} />
        </span>
      </ProgressBar>
      <Button onPress={() => void way.cancel(file)}>{t("import-cancel")}</Button>
    </Panel>
  );
}
