// A list of spare parts as a file: first what it would do, then it is done.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { PartImportReport } from "../../ipc/types.generated";
import { DropArea } from "../../kit/DropArea";
import { toBase64 } from "../../kit/files";
import { Facts } from "../../kit/Page";
import { useToast } from "../../kit/toasts";
import { FormDialog } from "../../trade/FormDialog";
import { RowErrors } from "../../trade/importing/RowErrors";

interface Looked {
  readonly name: string;
  readonly base64: string;
  readonly report: PartImportReport;
}

export function ImportDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t, say, times } = useWords();
  const toast = useToast();
  const write = useWrite("part_import");
  const [looked, setLooked] = useState<Looked | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const look = async (file: File) => {
    setFailure(null);
    const { name } = file;
    const base64 = await toBase64(file);
    write.mutate(
      { name, base64, dry_run: true },
      {
        onError: (refused) => {
          setLooked(null);
          setFailure(refused);
        },
        onSuccess: (report) => setLooked({ name, base64, report }),
      },
    );
  };
  const save = () => {
    if (looked === null) return;
    write.mutate(
      { name: looked.name, base64: looked.base64, dry_run: false },
      {
        onError: setFailure,
        onSuccess: ({ imported, updated }) => {
          toast({ text: t("parts-import-done", { added: imported, changed: updated }) });
          onClose();
        },
      },
    );
  };
  const isNothing = looked !== null && looked.report.imported + looked.report.updated === 0;
  return (
    <FormDialog
      title={looked === null ? t("parts-import") : t("parts-import-title", { name: looked.name })}
      size="medium"
      saveLabel={t("parts-import-run")}
      isTouched={false}
      at="file"
      why={looked === null ? t("parts-import-choose-first") : isNothing ? t("parts-import-nothing") : null}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <DropArea
        label={t("parts-import")}
        chooseLabel={t("parts-import-choose")}
        accept=".csv,.txt,.xlsx,.xls"
        hint={t("parts-import-hint")}
        onFiles={([file]) => {
          if (file !== undefined) void look(file);
        }}
      />
      {looked !== null && (
        <>
          <Facts
            items={[
              [t("parts-import-new"), times.number(looked.report.imported)],
              [t("parts-import-changed"), times.number(looked.report.updated)],
              [t("parts-import-skipped"), times.number(looked.report.skipped - looked.report.error_count)],
            ]}
          />
          <RowErrors
            name={looked.name}
            errors={looked.report.errors}
            count={looked.report.error_count}
            fieldLabel={(field) => say(`import_field-${field}`, {}, field)}
          />
        </>
      )}
    </FormDialog>
  );
}
