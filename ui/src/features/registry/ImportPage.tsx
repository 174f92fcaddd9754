// Importing a sales register: choose a file, see what it says and what would change, import, keep the
// report. Nothing is changed before the one button that says so.

import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure, type Failure } from "../../ipc/failure";
import { useTransport } from "../../ipc/ipc";
import type { ImportReport, Preview, RegistryField } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { DropArea } from "../../kit/DropArea";
import { toBase64 } from "../../kit/files";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { Page, Panel } from "../../kit/Page";
import { failureText } from "../../trade/failure";
import { ImportProgress } from "./ImportProgress";
import { ImportReportView } from "./ImportReportView";
import { PreviewView } from "./PreviewView";

/** A file larger than the back end takes is not even read. */
const FILE_BYTES_MAX = 64 * 1024 * 1024;

type Step =
  | { readonly kind: "choose" }
  | { readonly kind: "preview"; readonly preview: Preview }
  | { readonly kind: "importing"; readonly preview: Preview }
  | { readonly kind: "done"; readonly name: string; readonly report: ImportReport };

export function ImportPage() {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const transport = useTransport();
  const [step, setStep] = useState<Step>({ kind: "choose" });
  const [failure, setFailure] = useState<Failure | null>(null);

  const trying = async (work: () => Promise<Step>, otherwise: Step) => {
    setFailure(null);
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
        const preview = await transport.call("registry_open", { name: file.name, base64: await toBase64(file) });
        return { kind: "preview", preview };
      },
      { kind: "choose" },
    );
  const remap = (preview: Preview, heading: string, field: RegistryField | null) =>
    trying(
      async () => {
        const map = Object.fromEntries(preview.headings.map((one) => [one.heading, one.heading === heading ? field : one.field]));
        return { kind: "preview", preview: await transport.call("registry_remap", { file: preview.file, map }) };
      },
      { kind: "preview", preview },
    );
  const bringIn = (preview: Preview) => {
    setStep({ kind: "importing", preview });
    void trying(
      async () => {
        const report = await transport.call("registry_import", { file: preview.file });
        return { kind: "done", name: preview.name, report };
      },
      { kind: "preview", preview },
    );
  };
  const canImport = step.kind === "preview" && step.preview.has_serial && step.preview.good > 0;
  useKeys(
    canImport
      ? [{ id: "import-now", keys: "Ctrl+Enter", label: t("import-now"), scope: "screen", run: () => bringIn(step.preview) }]
      : [],
  );

  return (
    <Page
      title={t("import-title")}
      sub={t("import-sub")}
      aside={<Button onPress={() => void navigate({ to: "/register" })}>{t("import-back")}</Button>}
    >
      {failure !== null && <Notice tone="over" isAlert title={failureText(words, failure)} />}
      {(step.kind === "choose" || step.kind === "done") && (
        <Panel>
          <DropArea
            label={t("import-file")}
            chooseLabel={t("import-choose")}
            accept=".csv,.txt,.tsv,.xlsx"
            hint={t("import-hint")}
            onFiles={(files) => {
              const [file] = files;
              if (file !== undefined) void open(file);
            }}
          />
        </Panel>
      )}
      {step.kind === "preview" && (
        <PreviewView
          preview={step.preview}
          onMap={(heading, field) => void remap(step.preview, heading, field)}
          onImport={() => bringIn(step.preview)}
          onOther={() => setStep({ kind: "choose" })}
        />
      )}
      {step.kind === "importing" && <ImportProgress preview={step.preview} />}
      {step.kind === "done" && <ImportReportView name={step.name} report={step.report} />}
    </Page>
  );
}
