// Bringing a file in: choose it, see what it says and what would change, import, keep the report. Nothing is
// changed before the one button that says so. An import goes on without this screen, and is found here again.

import { useState, type ReactNode } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure, type Failure } from "../../ipc/failure";
import { Button } from "../../kit/Button";
import { DropArea } from "../../kit/DropArea";
import { toBase64 } from "../../kit/files";
import { useKeys } from "../../kit/keys";
import { useToast } from "../../kit/toasts";
import { Notice } from "../../kit/Notice";
import { Page, Panel } from "../../kit/Page";
import { failureText } from "../failure";
import { ImportProgress } from "./ImportProgress";
import { ImportReportView } from "./ImportReportView";
import { useImport } from "./imports";
import { mapOf, type FieldMap, type FilePreview, type ImportWay } from "./importWay";
import { PreviewView } from "./PreviewView";

/** A file larger than the back end takes is not even read. */
const FILE_BYTES_MAX = 64 * 1024 * 1024;

type Step =
  | { readonly kind: "choose" }
  | { readonly kind: "preview"; readonly preview: FilePreview };

export function ImportDesk(props: {
  way: ImportWay;
  /** Shown while no file is chosen. */
  before?: ReactNode;
  /** A further choice about the chosen file; `again` looks at it anew after the choice. */
  choice?: (again: (look: (preview: FilePreview) => Promise<FilePreview>) => void) => ReactNode;
}) {
  const { way } = props;
  const words = useWords();
  const { t } = words;
  const [step, setStep] = useState<Step>({ kind: "choose" });
  const [failure, setFailure] = useState<Failure | null>(null);
  const toast = useToast();
  const running = useImport(way.of, (ended) => {
    const { name } = ended;
    const next = { label: t("import-see"), run: way.toImport };
    if (ended.kind === "failed") toast({ tone: "trouble", text: t("import-failed-elsewhere", { name }), next });
    else if (ended.report.cancelled) toast({ text: way.cancelled(name), next });
    else toast({ text: t("import-done-elsewhere", { name, count: ended.report.skipped }), next });
  });
  const { now } = running;

  const trying = async (work: () => Promise<Step>, otherwise: Step) => {
    setFailure(null);
    running.putAway();
    try {
      setStep(await work());
    } catch (thrown) {
      setFailure(toFailure(thrown));
      setStep(otherwise);
    }
  };
  const open = (file: File) =>
    trying(
      async () => {
        if (file.size > FILE_BYTES_MAX) throw toFailure({ code: "registry_too_large" });
        const preview = await way.open(file.name, await toBase64(file));
        return { kind: "preview", preview };
      },
      { kind: "choose" },
    );
  const lookAgain = (preview: FilePreview, look: (preview: FilePreview) => Promise<FilePreview>) =>
    trying(async () => ({ kind: "preview", preview: await look(preview) }), { kind: "preview", preview });
  const remap = (preview: FilePreview, heading: string, field: string | null) => {
    const map: FieldMap = { ...mapOf(preview), [heading]: field };
    return lookAgain(preview, (looked) => way.remap(looked, map));
  };
  const bringIn = (preview: FilePreview) => {
    setFailure(null);
    void running.begin(preview, way.bringIn(preview)).then((ended) => {
      if (ended.kind === "done") setStep({ kind: "choose" });
    });
  };
  const isRunning = now?.kind === "running";
  const canImport = !isRunning && step.kind === "preview" && step.preview.has_key && step.preview.good > 0;
  useKeys(
    canImport
      ? [{ id: "import-now", keys: "Ctrl+Enter", label: t("import-now"), scope: "screen", run: () => bringIn(step.preview) }]
      : [],
  );

  return (
    <Page
      title={way.title}
      sub={t("import-sub")}
      aside={<Button onPress={way.toList}>{way.backLabel}</Button>}
    >
      {failure !== null && <Notice tone="over" isAlert title={failureText(words, failure)} />}
      {now?.kind === "failed" && (
        <Notice tone="over" isAlert title={t("import-failed", { name: now.name })}>
          {failureText(words, now.failure)}
        </Notice>
      )}
      {isRunning && <ImportProgress way={way} file={now.file} />}
      {!isRunning && step.kind === "choose" && (
        <Panel>
          <DropArea
            label={way.fileLabel}
            chooseLabel={t("import-choose")}
            accept=".csv,.txt,.tsv,.xlsx"
            hint={t("import-hint")}
            onFiles={(files) => {
              const [file] = files;
              if (file !== undefined) void open(file);
            }}
          />
          {props.before}
        </Panel>
      )}
      {!isRunning && step.kind === "preview" && (
        <PreviewView
          way={way}
          choice={props.choice?.((look) => void lookAgain(step.preview, look))}
          preview={step.preview}
          onMap={(heading, field) => void remap(step.preview, heading, field)}
          onImport={() => bringIn(step.preview)}
          onOther={() => setStep({ kind: "choose" })}
        />
      )}
      {step.kind === "choose" && now?.kind === "done" && (
        <ImportReportView way={way} name={now.name} report={now.report} onPutAway={running.putAway} />
      )}
    </Page>
  );
}
