// Importing masters of one kind. A complete list ends what it leaves out; the preview says how much before.

import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure } from "../../ipc/failure";
import { useTransport } from "../../ipc/ipc";
import type { MasterKind } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Checks } from "../../kit/Checks";
import { useToast } from "../../kit/toasts";
import { ImportDesk } from "../../trade/importing/ImportDesk";
import { failureText } from "../../trade/failure";
import { mapOf, type FieldMap, type ImportWay } from "../../trade/importing/importWay";
import css from "./Masters.module.css";

const keys: Record<MasterKind, string> = {
  model: "model",
  dealer: "dealer_code",
  contract: "contract",
  charge: "code",
  loan: "serial",
};

export function MasterImportPage() {
  const { t, say } = useWords();
  const { kind = "model" } = useSearch({ from: "/masters/import" });
  const navigate = useNavigate();
  const transport = useTransport();
  const [complete, setComplete] = useState(false);
  const fieldLabel = (field: string) => say(`master_field-${field}`, {}, field);
  const remap = (file: string, map: FieldMap, isComplete: boolean) =>
    transport.call("master_remap", { file, map: { ...map }, complete: isComplete });
  const way: ImportWay = {
    of: kind,
    title: t("masters-import-title", { kind: t(`masters-${kind}`) }),
    fileLabel: t("masters-import-file"),
    backLabel: t("masters-import-back"),
    toListLabel: t("masters-to-list"),
    needsKey: t("masters-needs-key", { field: fieldLabel(keys[kind]) }),
    cancelled: (name) => t("masters-cancelled", { name }),
    fieldLabel,
    toList: () => void navigate({ to: "/masters", search: { kind } }),
    toImport: () => void navigate({ to: "/masters/import", search: { kind } }),
    open: (name, base64) => {
      // Each file is an ordinary one until a person says it is the whole list.
      setComplete(false);
      return transport.call("master_open", { kind, name, base64 });
    },
    remap: (preview, map) => remap(preview.file, map, complete),
    bringIn: ({ file }) => transport.call("master_import", { file, complete }),
    progress: (file) => transport.call("master_progress", { file }),
    cancel: (file) => transport.call("master_cancel", { file }),
  };
  return (
    <ImportDesk
      key={kind}
      way={way}
      before={<Headings kind={kind} />}
      choice={(again) => (
        <div className={css["choice"]}>
          <Checks
            name="complete"
            label={t("masters-complete")}
            values={complete ? ["complete"] : []}
            options={[{ value: "complete", label: t("masters-complete") }]}
            onChange={(chosen) => {
              const isComplete = chosen.length > 0;
              setComplete(isComplete);
              again((preview) => remap(preview.file, mapOf(preview), isComplete));
            }}
          />
          <small>{t("masters-complete-hint")}</small>
        </div>
      )}
    />
  );
}

/** The headings such a file has: opened as an empty sheet in the program for tables, or copied into one that is open. */
function Headings(props: { kind: MasterKind }) {
  const words = useWords();
  const { t, language } = words;
  const transport = useTransport();
  const toast = useToast();
  const open = () =>
    transport
      .call("master_template", { kind: props.kind, language, open: true })
      .catch((thrown: unknown) => toast({ tone: "trouble", text: failureText(words, toFailure(thrown)) }));
  const copy = async () => {
    try {
      const { base64 } = await transport.call("master_template", { kind: props.kind, language, open: false });
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0);
      const line = new TextDecoder().decode(bytes).trim();
      await navigator.clipboard.writeText(line.split(",").join("\t"));
      toast({ text: t("masters-headings-copied") });
    } catch {
      toast({ tone: "trouble", text: t("errors-not-copied") });
    }
  };
  return (
    <>
      <Button kind="quiet" onPress={() => void open()}>
        {t("masters-template-open")}
      </Button>
      <Button kind="quiet" onPress={() => void copy()}>
        {t("masters-template")}
      </Button>
    </>
  );
}
