// What a register file says before anything of it is taken: its columns and their meaning, its first rows,
// what would be new, and which rows cannot be taken.

import { useWords } from "../../i18n/i18n";
import type { Preview, RegistryField } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Select } from "../../kit/Select";
import { Figure } from "../../kit/Figure";
import { Notice } from "../../kit/Notice";
import { Panel, Section } from "../../kit/Page";
import css from "./Registry.module.css";
import { RowErrors } from "./RowErrors";

const fields: readonly RegistryField[] = [
  "serial",
  "model",
  "product_class",
  "contract_date",
  "voucher_date",
  "sale_kind",
  "dealer",
  "customer",
  "phone",
];

export function PreviewView(props: {
  preview: Preview;
  onMap: (heading: string, field: RegistryField | null) => void;
  onImport: () => void;
  onOther: () => void;
}) {
  const { preview } = props;
  const { t } = useWords();
  const off = !preview.has_serial ? t("import-needs-serial") : preview.good === 0 ? t("import-nothing-good") : null;
  return (
    <>
      <Panel>
        <div className={css["previewHead"]}>
          <div>
            <strong>{preview.name}</strong>
            <div className={css["sub"]}>
              {preview.encoding}
              {preview.separator !== null && ` · ${t("import-separator", { mark: separatorName(preview.separator) })}`}
            </div>
          </div>
          <div className={css["figures"]}>
            <Figure value={String(preview.rows)} label={t("import-rows")} />
            <Figure value={String(preview.new)} label={t("import-new")} />
            <Figure value={String(preview.changed)} label={t("import-changed")} />
            <Figure value={String(preview.good - preview.new - preview.changed)} label={t("import-unchanged")} />
            <Figure
              value={String(preview.error_count)}
              label={t("import-bad")}
              {...(preview.error_count > 0 ? { tone: "due", icon: "half" } : {})}
            />
          </div>
          <div className={css["buttons"]}>
            <Button onPress={props.onOther}>{t("import-other-file")}</Button>
            <Button kind="primary" keys="Ctrl+Enter" disabledReason={off} onPress={props.onImport}>
              {t("import-now")}
            </Button>
          </div>
        </div>
        {off !== null && <Notice tone="due" title={off} />}
      </Panel>
      <Panel>
        <Section title={t("import-columns")} hint={t("import-columns-hint")}>
          <div className={css["sample"]}>
            <table>
              <thead>
                <tr>
                  {preview.headings.map((heading) => (
                    <th key={heading.heading} scope="col">
                      <Select
                        name={`map.${heading.heading}`}
                        label={heading.heading}
                        value={heading.field ?? "leave_out"}
                        options={[
                          { value: "leave_out", label: t("import-leave-out") },
                          ...fields.map((field) => ({ value: field, label: t(`register_field-${field}`) })),
                        ]}
                        onChange={(field) => props.onMap(heading.heading, field === "leave_out" ? null : field)}
                        placeholder={t("choose")}
                      />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {preview.sample.map((row, index) => (
                  <tr key={`${index} ${row.join("|")}`}>
                    {preview.headings.map((heading, column) => (
                      <td key={heading.heading} data-left-out={heading.field === null || undefined}>
                        {row[column] ?? ""}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      </Panel>
      <RowErrors name={preview.name} errors={preview.errors} count={preview.error_count} />
    </>
  );
}

function separatorName(mark: string): string {
  return mark === "\t" ? "Tab" : mark;
}
