// The two printers of a desk, A4 sheets and labels: which, what labels are in it, by how much its print is off, and the
// page to measure that by.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure } from "../../ipc/failure";
import { useRead, useTransport } from "../../ipc/ipc";
import type { LabelSize, PaperKind, DotPitch, Settings, SheetGrid } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { TextField } from "../../kit/Field";
import { Section } from "../../kit/Page";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import css from "./Settings.module.css";
import { useDraftText } from "./useDraftText";

const NO_PRINTER = "-";
const sizes: readonly LabelSize[] = ["60x40", "70x50"];
const resolutions: readonly DotPitch[] = ["203", "300"];
const grids: readonly SheetGrid[] = ["3x8", "3x7"];
/** As far as the print may be moved, in tenths of a millimetre. */
const OFFSET_TENTHS_MAX = 50;

export function Printers(props: { settings: Settings; onChange: (change: Partial<Settings>) => void }) {
  const { settings, onChange } = props;
  const { t } = useWords();
  return (
    <>
      <Section title={t("printers-form")}>
        <PrinterChoice name="form_printer" value={settings.form_printer} onChange={(form_printer) => onChange({ form_printer })} />
        <div className={css["pair"]}>
          <Select
            name="label_grid"
            label={t("printers-grid")}
            value={settings.label_grid}
            options={grids.map((value) => ({ value, label: t(`printers-grid-${value}`) }))}
            onChange={(label_grid) => onChange({ label_grid })}
            placeholder={t("choose")}
          />
        </div>
        <TestPage paper="form" printer={settings.form_printer} />
      </Section>
      <Section title={t("printers-label")}>
        <PrinterChoice name="label_printer" value={settings.label_printer} onChange={(label_printer) => onChange({ label_printer })} />
        <div className={css["pair"]}>
          <Select
            name="label_size"
            label={t("printers-size")}
            value={settings.label_size}
            options={sizes.map((value) => ({ value, label: t(`printers-size-${value}`) }))}
            onChange={(label_size) => onChange({ label_size })}
            placeholder={t("choose")}
          />
          <Select
            name="label_resolution"
            label={t("printers-resolution")}
            note={t("printers-resolution-note")}
            value={settings.label_resolution}
            options={resolutions.map((value) => ({ value, label: t(`printers-resolution-${value}`) }))}
            onChange={(label_resolution) => onChange({ label_resolution })}
            placeholder={t("choose")}
          />
          <Offset name="label_right" label={t("printers-right")} tenths={settings.label_right_tenths_mm} onSave={(label_right_tenths_mm) => onChange({ label_right_tenths_mm })} />
          <Offset name="label_down" label={t("printers-down")} tenths={settings.label_down_tenths_mm} onSave={(label_down_tenths_mm) => onChange({ label_down_tenths_mm })} />
        </div>
        <TestPage paper="label" printer={settings.label_printer} />
      </Section>
    </>
  );
}

function PrinterChoice(props: { name: string; value: string; onChange: (name: string) => void }) {
  const { value } = props;
  const { t } = useWords();
  const printers = useRead("printer_list", null).data ?? [];
  const names = printers.map((printer) => printer.name);
  const all = value === "" || names.includes(value) ? names : [...names, value];
  return (
    <Select
      name={props.name}
      label={t("field-printer")}
      note={printers.length === 0 ? t("printers-none") : null}
      value={value === "" ? NO_PRINTER : value}
      options={[{ value: NO_PRINTER, label: t("printer-none") }, ...all.map((name) => ({ value: name, label: name }))]}
      onChange={(chosen) => props.onChange(chosen === NO_PRINTER ? "" : chosen)}
      placeholder={t("choose")}
    />
  );
}

/** Millimetres with one decimal; what cannot be read as that is not saved and says so. */
function Offset(props: { name: string; label: string; tenths: number; onSave: (tenths: number) => void }) {
  const { t } = useWords();
  const [isWrong, setIsWrong] = useState(false);
  const { text, setText, save } = useDraftText((props.tenths / 10).toFixed(1), (typed) => {
    const tenths = tenthsOf(typed);
    setIsWrong(tenths === null);
    if (tenths !== null) props.onSave(tenths);
  });
  return (
    <TextField
      name={props.name}
      label={props.label}
      note={t("printers-offset-note")}
      error={isWrong ? t("printers-offset-wrong") : null}
      value={text}
      onChange={setText}
      onBlur={save}
      onEnter={save}
      maxLength={5}
    />
  );
}

function tenthsOf(typed: string): number | null {
  const millimetres = /^[-+−]?\d(?:[.,]\d)?$/.test(typed.trim()) ? Number(typed.trim().replace("−", "-").replace(",", ".")) : NaN;
  const tenths = Math.round(millimetres * 10);
  return Number.isNaN(tenths) || Math.abs(tenths) > OFFSET_TENTHS_MAX ? null : tenths;
}

/** Prints the page to measure by, or opens it where there is no printer. */
function TestPage(props: { paper: PaperKind; printer: string }) {
  const words = useWords();
  const { t } = words;
  const transport = useTransport();
  const toast = useToast();
  const language = useRead("settings_get", null).data?.document_language ?? "both";
  const make = async () => {
    const { printer } = props;
    try {
      await transport.call("sheet_make", {
        sheet: { kind: "calibration", paper: props.paper },
        language,
        to: printer === "" ? { kind: "viewer" } : { kind: "printer", name: printer },
      });
      if (printer !== "") toast({ text: t("paper-sent-to", { printer }) });
    } catch (thrown) {
      toast({ tone: "trouble", text: failureText(words, toFailure(thrown)) });
    }
  };
  const name = props.paper === "form" ? t("printers-test-form") : t("printers-test-label");
  return (
    <div className={css["buttons"]}>
      <Button onPress={() => void make()}>{name}</Button>
    </div>
  );
}
