// One thing that is measured: its names, on which classes, against what, and which sheets are not complete without it.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { CatalogueShelf, LimitKind, Parameter, ProductClass, SheetKind } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Checks } from "../../kit/Checks";
import { TextField } from "../../kit/Field";
import { Select } from "../../kit/Select";
import { FormDialog } from "../../trade/FormDialog";
import { classes, limits, put, sheetKinds } from "./catalogue";
import css from "./Catalogue.module.css";
import { useSave } from "./useSave";

interface Typed {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly also: string;
  readonly unit: string;
  readonly limit: LimitKind;
  readonly measured: readonly ProductClass[];
  readonly standard: Readonly<Partial<Record<ProductClass, string>>>;
  readonly required: readonly SheetKind[];
  readonly reason: string;
}

function typedOf(of: Parameter | undefined): Typed {
  return {
    code: of?.code ?? "",
    zh: of?.zh ?? "",
    en: of?.en ?? "",
    also: of?.also.join(", ") ?? "",
    unit: of?.unit ?? "",
    limit: of?.limit ?? "max",
    measured: of === undefined ? classes : classes.filter((one) => of.standard[one] !== undefined),
    standard: of?.standard ?? {},
    required: of?.required ?? [],
    reason: "",
  };
}

function parameterOf(typed: Typed): Parameter {
  const asked = (of: ProductClass) => (typed.limit === "yes_no" ? "yes" : (typed.standard[of] ?? "").trim());
  return {
    code: typed.code.trim(),
    zh: typed.zh.trim(),
    en: typed.en.trim(),
    also: typed.also.split(/[,\uff0c]/).map((name) => name.trim()).filter((name) => name !== ""),
    unit: typed.unit.trim(),
    limit: typed.limit,
    standard: Object.fromEntries(typed.measured.map((of) => [of, asked(of)])),
    required: [...typed.required],
  };
}

export function ParameterDialog(props: { shelf: CatalogueShelf; at: number; onClose: () => void }) {
  const { shelf, at, onClose } = props;
  const { t } = useWords();
  const entries = shelf.content.parameter;
  const known = entries[at];
  const { failure, problem, clear, save } = useSave(shelf, onClose);
  const [before] = useState(() => typedOf(known));
  const [typed, setTyped] = useState(before);
  const set = (change: Partial<Typed>) => {
    clear();
    setTyped((now) => ({ ...now, ...change }));
  };
  const of = (field: string) => problem(`parameter.${at}.${field}`);
  const why = typed.reason.trim() === "" ? t("reason-needed") : null;
  const saveAs = (parameter: Parameter[]) => save({ ...shelf.content, parameter }, typed.reason.trim());
  return (
    <FormDialog
      title={known === undefined ? t("catalogue-add") : t("catalogue-change", { name: known.code })}
      size="medium"
      isTouched={typed !== before}
      at={known === undefined ? "code" : "zh"}
      saveLabel={t("catalogue-save")}
      why={why}
      failure={failure}
      onSave={() => saveAs(put(entries, at, parameterOf(typed)))}
      onClose={onClose}
      actions={
        known !== undefined && (
          <Button kind="danger" disabledReason={why} onPress={() => saveAs(entries.filter((one) => one !== known))}>
            {t("catalogue-take-out")}
          </Button>
        )
      }
    >
      <div className={css["fields"]}>
        <TextField name="code" label={t("catalogue-code")} note={t("catalogue-code-note")} value={typed.code} onChange={(code) => set({ code })} error={of("code")} isReadOnly={known !== undefined} isRequired autoFocus={known === undefined} maxLength={40} />
        <TextField name="unit" label={t("catalogue-unit")} value={typed.unit} onChange={(unit) => set({ unit })} maxLength={80} />
        <TextField name="zh" label={t("catalogue-zh")} value={typed.zh} onChange={(zh) => set({ zh })} error={of("zh")} isRequired autoFocus={known !== undefined} maxLength={80} />
        <TextField name="en" label={t("catalogue-en")} value={typed.en} onChange={(en) => set({ en })} error={of("en")} isRequired maxLength={80} />
        <TextField name="also" className={css["wide"]} label={t("catalogue-also")} note={t("catalogue-also-note")} value={typed.also} onChange={(also) => set({ also })} />
        <Select
          name="limit"
          label={t("catalogue-limit")}
          value={typed.limit}
          options={limits.map((value) => ({ value, label: t(`limit_kind-${value}`) }))}
          onChange={(limit) => set({ limit })}
          placeholder={t("line-choose")}
        />
        <Checks name="measured" label={t("catalogue-measured")} values={typed.measured} options={classes.map((value) => ({ value, label: t(`product_class-${value}`) }))} onChange={(measured) => set({ measured })} />
        {typed.limit !== "yes_no" &&
          typed.measured.map((one) => (
            <TextField
              key={one}
              name={`standard.${one}`}
              label={t("catalogue-standard", { class: t(`product_class-${one}`) })}
              note={t("catalogue-standard-note")}
              value={typed.standard[one] ?? ""}
              onChange={(text) => set({ standard: { ...typed.standard, [one]: text } })}
              error={of("standard")}
              maxLength={80}
            />
          ))}
        <Checks name="required" label={t("catalogue-required")} values={typed.required} options={sheetKinds.map((value) => ({ value, label: t("catalogue-required-on", { sheet: t(`sheet_kind-${value}`) }) }))} onChange={(required) => set({ required })} />
        <TextField name="reason" className={css["wide"]} label={t("field-reason")} value={typed.reason} onChange={(reason) => set({ reason })} isRequired />
      </div>
    </FormDialog>
  );
}
