// The papers of a work order: which, in which language, to which printer; and what was made so far.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useRead } from "../../ipc/ipc";
import type { FormKind, FormLanguage, Paper } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Select } from "../../kit/Select";
import { Section } from "../../kit/Page";
import css from "./PaperDesk.module.css";
import { PaperView } from "./PaperView";
import { SheetView } from "./SheetView";
import { ofCustomer, printerOf, type FormMaker } from "./useFormMaker";
import { labelsOn, useSheetMaker } from "./useSheetMaker";

const languages: readonly FormLanguage[] = ["zh-CN", "en", "both"];

type Target = "roll" | "sheet";
const targets: readonly Target[] = ["roll", "sheet"];
const copiesOf = Array.from({ length: 9 }, (_, at) => at + 1);

/** `forms`: which papers there are, of a customer's work order where nothing is said. */
export function PaperDesk(props: { id: string; maker: FormMaker; papers?: readonly Paper[]; forms?: readonly FormKind[] }) {
  const { id, maker, forms = ofCustomer } = props;
  const { t } = useWords();
  const settings = useRead("settings_get", null).data;
  const printers = useRead("printer_list", null).data ?? [];
  const sheets = useSheetMaker();
  const [form, setForm] = useState<FormKind>(forms[0] ?? "application");
  const [language, setLanguage] = useState<FormLanguage | null>(null);
  const [printer, setPrinter] = useState<string | null>(null);
  const [target, setTarget] = useState<Target>("roll");
  const [copies, setCopies] = useState(1);
  const [start, setStart] = useState(1);
  const inLanguage = language ?? settings?.document_language ?? "both";
  const grid = settings?.label_grid ?? "3x8";
  const isSheet = form === "label" && target === "sheet";
  // A sheet of labels goes through the printer of A4 sheets.
  const to = printer ?? printerOf(isSheet ? "application" : form, settings);
  const papers = props.papers ?? (maker.last === null ? [] : [maker.last]);
  const number = (value: number) => ({ value: String(value), label: String(value) });
  const make = () => {
    if (isSheet) sheets.make({ sheet: { kind: "labels", ids: [id], copies, grid, start }, language: inLanguage }, to);
    else maker.make(id, form, { language: inLanguage, printer: to, copies });
  };

  return (
    <Section title={t("section-papers")}>
      <div className={css["choices"]}>
        <Select
          name="paper.form"
          label={t("field-paper-form")}
          value={form}
          options={forms.map((value) => ({ value, label: t(`form-${value}`) }))}
          onChange={setForm}
          placeholder={t("choose")}
        />
        {form === "label" && (
          <Select
            name="paper.target"
            label={t("print-on")}
            value={target}
            options={targets.map((value) => ({ value, label: value === "roll" ? t("print-on-roll") : t("print-on-sheet", { grid }) }))}
            onChange={setTarget}
            placeholder={t("choose")}
          />
        )}
        {isSheet && (
          <Select
            name="paper.start"
            label={t("print-start")}
            note={t("print-start-note")}
            value={String(start)}
            options={Array.from({ length: labelsOn[grid] }, (_, at) => number(at + 1))}
            onChange={(chosen) => setStart(Number(chosen))}
            placeholder={t("choose")}
          />
        )}
        <Select
          name="paper.language"
          label={t("field-document_language")}
          value={inLanguage}
          options={languages.map((value) => ({ value, label: t(`language-${value}`) }))}
          onChange={setLanguage}
          placeholder={t("choose")}
        />
        <Select
          name="paper.printer"
          label={t("field-printer")}
          value={to === "" ? NO_PRINTER : to}
          options={printerOptions(printers.map((one) => one.name), to, t("printer-none"))}
          onChange={(chosen) => setPrinter(chosen === NO_PRINTER ? "" : chosen)}
          placeholder={t("choose")}
        />
        {(isSheet || to !== "") && (
          <Select
            name="paper.copies"
            label={t("print-copies")}
            value={String(copies)}
            options={copiesOf.map(number)}
            onChange={(chosen) => setCopies(Number(chosen))}
            placeholder={t("choose")}
          />
        )}
        <Button disabledReason={maker.isBusy || sheets.isBusy ? t("paper-busy") : null} onPress={make}>
          {t(to === "" ? "paper-open" : "paper-print")}
        </Button>
      </div>
      {papers.length > 0 && (
        <ul className={css["papers"]}>
          {papers.map((paper) => (
            <PaperLine key={paper.id} paper={paper} onOpen={() => maker.show(paper)} />
          ))}
        </ul>
      )}
      {maker.shown !== null && <PaperView paper={maker.shown} onClose={() => maker.show(null)} />}
      {sheets.shown !== null && <SheetView title={t("form-label")} shown={sheets.shown} onClose={sheets.close} />}
    </Section>
  );
}

/** The choice of no printer: a PDF is opened instead. */
const NO_PRINTER = "-";

/** Printers to choose from; one that is chosen stays in the list when the system has lost it. */
function printerOptions(names: readonly string[], chosen: string, none: string) {
  const all = chosen === "" || names.includes(chosen) ? names : [...names, chosen];
  return [{ value: NO_PRINTER, label: none }, ...all.map((name) => ({ value: name, label: name }))];
}

function PaperLine(props: { paper: Paper; onOpen: () => void }) {
  const { paper } = props;
  const { t, times } = useWords();
  const at = times.instant(paper.made_at);
  return (
    <li className={css["paper"]}>
      <span>
        {t(`form-${paper.form}`)} · {t(`language-${paper.language}`)} · {t("paper-pages-count", { count: paper.pages })}
      </span>
      <span>
        {at} · {paper.printed_to === null ? t("paper-not-printed") : t("paper-printed-to", { printer: paper.printed_to })}
      </span>
      <span className="mono" title={paper.hash}>
        {paper.hash.slice(0, 12)}
      </span>
      <Button kind="quiet" label={t("paper-open-named", { form: t(`form-${paper.form}`), at })} onPress={props.onOpen}>
        {t("open")}
      </Button>
    </li>
  );
}
