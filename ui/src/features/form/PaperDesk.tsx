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
import type { FormMaker } from "./useFormMaker";

const forms: readonly FormKind[] = ["application", "receipt", "label"];
const languages: readonly FormLanguage[] = ["zh-CN", "en", "both"];

export function PaperDesk(props: { id: string; maker: FormMaker; papers?: readonly Paper[] }) {
  const { id, maker } = props;
  const { t } = useWords();
  const settings = useRead("settings_get", null).data;
  const printers = useRead("printer_list", null).data ?? [];
  const [form, setForm] = useState<FormKind>("application");
  const [language, setLanguage] = useState<FormLanguage | null>(null);
  const [printer, setPrinter] = useState<string | null>(null);
  const inLanguage = language ?? settings?.document_language ?? "both";
  const to = printer ?? settings?.form_printer ?? "";
  const papers = props.papers ?? (maker.last === null ? [] : [maker.last]);

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
        <Button disabledReason={maker.isBusy ? t("paper-busy") : null} onPress={() => maker.make(id, form, inLanguage, to)}>
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
