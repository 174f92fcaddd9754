// A sheet of the test bench as it is typed: Tab goes from value to value, each is judged by the station as it stands. A
// file of the bench fills it; a correction begins with what the old sheet said.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure, type Failure } from "../../ipc/failure";
import { useLiveRead, useTransport, useWrite } from "../../ipc/ipc";
import type { BenchFile, BenchSheet, SheetDraft, SheetKind, TicketLife } from "../../ipc/types.generated";
import { Checks } from "../../kit/Checks";
import { DropArea } from "../../kit/DropArea";
import { TextArea, TextField } from "../../kit/Field";
import { toBase64 } from "../../kit/files";
import { Notice } from "../../kit/Notice";
import { Select } from "../../kit/Select";
import { Status } from "../../kit/Status";
import { useToast } from "../../kit/toasts";
import { problemText } from "../../trade/failure";
import { FormDialog } from "../../trade/FormDialog";
import css from "./Diagnosis.module.css";
import { Frames } from "./Frames";
import { Instruments } from "./Instruments";
import { ValueGrid } from "./ValueGrid";
import { resultShape } from "./words";

const kinds: readonly SheetKind[] = ["incoming", "soak", "final_test"];

/** The sheet one begins with: the usual one at this point of the work, or what is to be corrected. */
function begun(life: TicketLife, corrects: BenchSheet | null): SheetDraft {
  const newest = life.diagnosis.sheets[0]?.sheet;
  if (corrects !== null) {
    const readings = corrects.lines.filter((line) => line.value !== "");
    return {
      kind: corrects.kind,
      replaces: corrects.id,
      readings: readings.map((line) => ({ parameter: line.asked.code, value: line.value })),
      ...corrects.around,
    };
  }
  const kind = life.row.status === "in_test" ? "final_test" : "incoming";
  // The bench has the instruments it had last time.
  const instruments = newest?.around.instruments ?? [];
  const ambient = { celsius: "", humidity: "" };
  return { kind, replaces: null, readings: [], instruments, ambient, soak: null, frames: [], note: "" };
}

export function BenchSheetDialog(props: { life: TicketLife; corrects: BenchSheet | null; onClose: () => void }) {
  const { life, corrects, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const transport = useTransport();
  const write = useWrite("bench_sheet_save");
  const [before] = useState(() => begun(life, corrects));
  const [sheet, setSheet] = useState(before);
  const [file, setFile] = useState<BenchFile | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { id, rma } = life.row;
  const check = useLiveRead("bench_sheet_check", { id, sheet }).data ?? null;
  const change = (edit: Partial<SheetDraft>) => setSheet((now) => ({ ...now, ...edit }));
  const problem = (field: string) => {
    const found = check?.problems.find((one) => one.field === field);
    // What is only not typed yet is said when somebody saves.
    if (found === undefined || (found.reason === "required" && failure === null)) return null;
    return problemText(words, found.reason);
  };
  const setValue = (parameter: string, value: string) =>
    setSheet((now) => {
      const rest = now.readings.filter((reading) => reading.parameter !== parameter);
      return { ...now, readings: value === "" ? rest : [...rest, { parameter, value }] };
    });
  const read = async (files: File[]) => {
    const [chosen] = files;
    if (chosen === undefined) return;
    try {
      const found = await transport.call("diagnosis_import", { id, kind: sheet.kind, base64: await toBase64(chosen) });
      const rest = sheet.readings.filter((one) => !found.readings.some((other) => other.parameter === one.parameter));
      change({ readings: [...rest, ...found.readings] });
      setFile(found);
      setFailure(null);
    } catch (thrown) {
      setFailure(toFailure(thrown));
    }
  };
  const save = () =>
    write.mutate(
      { id, sheet },
      {
        onError: setFailure,
        onSuccess: (saved) => {
          const result = saved.diagnosis.sheets[0]?.sheet.result ?? "incomplete";
          toast({ text: t("sheet-saved", { result: t(`sheet_result-${result}`) }) });
          onClose();
        },
      },
    );
  const nothing = check?.problems.find((one) => one.field === "readings");
  return (
    <FormDialog
      title={t(corrects === null ? "sheet-title" : "sheet-correct-title", { rma })}
      size="large"
      isTouched={sheet !== before}
      at="kind"
      saveLabel={t("sheet-save")}
      why={nothing === undefined ? null : problemText(words, nothing.reason)}
      failure={failure}
      onSave={save}
      onClose={onClose}
      actions={
        check !== null && (
          <Status icon={resultShape[check.result].icon} tone={resultShape[check.result].tone}>
            {t(`sheet_result-${check.result}`)}
          </Status>
        )
      }
    >
      <p>{t("sheet-explain")}</p>
      <div className={css["row"]}>
        {corrects === null && (
          <Select
            name="kind"
            className={css["c4"]}
            label={t("sheet-kind")}
            value={sheet.kind}
            options={kinds.map((kind) => ({ value: kind, label: t(`sheet_kind-${kind}`) }))}
            onChange={(kind) => change({ kind, soak: kind === "soak" ? (sheet.soak ?? noSoak) : null })}
            placeholder={t("choose")}
          />
        )}
        <TextField
          name="ambient.celsius"
          className={css["c4"]}
          label={t("sheet-ambient-celsius")}
          value={sheet.ambient.celsius}
          onChange={(celsius) => change({ ambient: { ...sheet.ambient, celsius } })}
          error={problem("ambient.celsius")}
          maxLength={12}
        />
        <TextField
          name="ambient.humidity"
          className={css["c4"]}
          label={t("sheet-ambient-humidity")}
          value={sheet.ambient.humidity}
          onChange={(humidity) => change({ ambient: { ...sheet.ambient, humidity } })}
          error={problem("ambient.humidity")}
          maxLength={12}
        />
      </div>
      {sheet.soak !== null && (
        <SoakFields soak={sheet.soak} problem={problem} onChange={(edit) => change({ soak: { ...(sheet.soak ?? noSoak), ...edit } })} />
      )}
      <ValueGrid lines={check?.lines ?? []} readings={sheet.readings} problem={problem} onValue={setValue} />
      <DropArea
        label={t("sheet-import")}
        chooseLabel={t("sheet-import")}
        hint={t("sheet-import-hint")}
        accept=".csv,.txt,.xlsx,.xls"
        onFiles={(files) => void read(files)}
      />
      {file !== null && (
        <Notice tone={file.errors.length > 0 ? "due" : "info"} title={t("sheet-imported", { count: file.readings.length, rows: file.rows })}>
          <ul>
            {file.errors.map((error) => (
              <li key={error.row}>
                {t("sheet-import-row", { row: error.row, parameter: error.parameter, reason: t(`bench_row-${error.reason}`) })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Instruments
        instruments={sheet.instruments}
        expired={check?.expired ?? []}
        problem={problem}
        onChange={(instruments) => change({ instruments })}
      />
      <Frames photos={life.attachments.filter((one) => one.media_type.startsWith("image/"))} frames={sheet.frames} onChange={(frames) => change({ frames })} />
      <TextArea name="note" label={t("sheet-note")} value={sheet.note} onChange={(note) => change({ note })} error={problem("note")} />
    </FormDialog>
  );
}

type Soak = NonNullable<SheetDraft["soak"]>;

const noSoak: Soak = { hours: "", cycles: "", celsius: "", is_fault_seen: false };

function SoakFields(props: { soak: Soak; problem: (field: string) => string | null; onChange: (edit: Partial<Soak>) => void }) {
  const { soak, problem, onChange } = props;
  const { t } = useWords();
  return (
    <div className={css["row"]}>
      {(["hours", "cycles", "celsius"] as const).map((name) => (
        <TextField
          key={name}
          name={`soak.${name}`}
          className={css["c3"]}
          label={t(`sheet-soak-${name}`)}
          value={soak[name]}
          onChange={(text) => onChange({ [name]: text })}
          error={problem(`soak.${name}`)}
          isRequired={name === "hours"}
          maxLength={40}
        />
      ))}
      <Checks
        name="soak.is_fault_seen"
        label={t("sheet-soak")}
        values={soak.is_fault_seen ? ["seen"] : []}
        options={[{ value: "seen", label: t("sheet-soak-fault_seen") }]}
        onChange={(values) => onChange({ is_fault_seen: values.length > 0 })}
      />
    </div>
  );
}
