// One entry of a short list. What it is for the commitment is said once, when it is added; later it is retired, not lost.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { CatalogueShelf, Finding, ListEntry } from "../../ipc/types.generated";
import { Checks } from "../../kit/Checks";
import { TextField } from "../../kit/Field";
import { Notice } from "../../kit/Notice";
import { Select } from "../../kit/Select";
import { FormDialog } from "../../trade/FormDialog";
import { findings, put, withList, type ListName } from "./catalogue";
import css from "./Catalogue.module.css";
import { useSave } from "./useSave";

/** What a cause is for the commitment, or that it is open; a fault may leave that to its cause. */
type Means = Finding | "open" | "cause";
type Proven = "not_examined" | "proven" | "disproved";

const retired = ["is_retired"] as const;
const noted = ["needs_note"] as const;
const provings: readonly Proven[] = ["not_examined", "proven", "disproved"];
const defectOf: Record<Proven, boolean | null> = { not_examined: null, proven: true, disproved: false };

const blank: ListEntry = { code: "", zh: "", en: "", finding: null, consumable_defect: null, is_open: false, needs_note: false, is_retired: false };

export function ListEntryDialog(props: { shelf: CatalogueShelf; list: ListName; at: number; onClose: () => void }) {
  const { shelf, list, at, onClose } = props;
  const { t } = useWords();
  const entries = shelf.content.lists?.[list] ?? [];
  const known = entries[at];
  const { failure, problem, clear, save } = useSave(shelf, onClose);
  const [before] = useState({ entry: known ?? blank, reason: "" });
  const [typed, setTyped] = useState(before);
  const { entry } = typed;
  const set = (change: Partial<ListEntry>) => {
    clear();
    setTyped((now) => ({ ...now, entry: { ...now.entry, ...change } }));
  };
  const of = (field: string) => problem(`${list}.${at}.${field}`);
  return (
    <FormDialog
      title={known === undefined ? t("catalogue-add") : t("catalogue-change", { name: known.code })}
      size="medium"
      isTouched={typed !== before}
      at={known === undefined ? "code" : "zh"}
      saveLabel={t("catalogue-save")}
      why={typed.reason.trim() === "" ? t("reason-needed") : null}
      failure={failure}
      onSave={() => {
        const trimmed = { ...entry, code: entry.code.trim(), zh: entry.zh.trim(), en: entry.en.trim() };
        save(withList(shelf, list, put(entries, at, trimmed)), typed.reason.trim());
      }}
      onClose={onClose}
    >
      <div className={css["fields"]}>
        <TextField name="code" className={css["wide"]} label={t("catalogue-code")} note={t("catalogue-code-note")} value={entry.code} onChange={(code) => set({ code })} error={of("code")} isReadOnly={known !== undefined} isRequired autoFocus={known === undefined} maxLength={40} />
        <TextField name="zh" label={t("catalogue-zh")} value={entry.zh} onChange={(zh) => set({ zh })} error={of("zh")} isRequired autoFocus={known !== undefined} maxLength={80} />
        <TextField name="en" label={t("catalogue-en")} value={entry.en} onChange={(en) => set({ en })} error={of("en")} isRequired maxLength={80} />
        {(list === "cause" || list === "fault") && (
          <Meaning list={list} entry={entry} isKnown={known !== undefined} error={of("finding")} onChange={set} />
        )}
        <Checks name="needs_note" label={t("catalogue-needs_note")} values={entry.needs_note ? noted : []} options={noted.map((value) => ({ value, label: t("catalogue-needs_note") }))} onChange={(values) => set({ needs_note: values.length > 0 })} />
        <Checks name="is_retired" label={t("catalogue-retire")} values={entry.is_retired ? retired : []} options={retired.map((value) => ({ value, label: t("catalogue-retire") }))} onChange={(values) => set({ is_retired: values.length > 0 })} />
        <TextField name="reason" className={css["wide"]} label={t("field-reason")} value={typed.reason} onChange={(reason) => setTyped((now) => ({ ...now, reason }))} isRequired />
      </div>
    </FormDialog>
  );
}

function Meaning(props: {
  list: "cause" | "fault";
  entry: ListEntry;
  isKnown: boolean;
  error: string | null;
  onChange: (change: Partial<ListEntry>) => void;
}) {
  const { list, entry, onChange } = props;
  const { t } = useWords();
  const means: Means | null = entry.finding ?? (entry.is_open ? "open" : list === "fault" ? "cause" : null);
  const word = (value: Means) => (value === "open" ? t("catalogue-open") : value === "cause" ? t("catalogue-by-cause") : t(`finding-${value}`));
  if (props.isKnown) {
    return (
      <div className={css["wide"]}>
        <Notice tone="info" title={t("catalogue-meaning-fixed", { finding: means === null ? "" : word(means) })} />
      </div>
    );
  }
  const other: Means = list === "cause" ? "open" : "cause";
  const proven = provings.find((one) => defectOf[one] === entry.consumable_defect) ?? "not_examined";
  return (
    <>
      <Select
        name="finding"
        label={t("catalogue-finding")}
        value={means}
        options={[...findings, other].map((value) => ({ value, label: word(value) }))}
        onChange={(value) =>
          onChange({ finding: value === "open" || value === "cause" ? null : value, is_open: value === "open", consumable_defect: null })
        }
        placeholder={t("line-choose")}
        error={props.error}
        isRequired
      />
      {list === "cause" && entry.finding === "consumable" && (
        <Select
          name="consumable_defect"
          label={t("catalogue-defect")}
          value={proven}
          options={provings.map((value) => ({ value, label: t(`catalogue-defect-${value}`) }))}
          onChange={(value) => onChange({ consumable_defect: defectOf[value] })}
          placeholder={t("line-choose")}
        />
      )}
    </>
  );
}
