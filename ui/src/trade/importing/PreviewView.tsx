// What a file says before anything of it is taken: its columns and their meaning, its first rows,
// what would be new, and which rows cannot be taken.

import { useWords } from "../../i18n/i18n";
import { Button } from "../../kit/Button";
import { Select } from "../../kit/Select";
import { Figure } from "../../kit/Figure";
import { Notice } from "../../kit/Notice";
import { Panel, Section } from "../../kit/Page";
import type { ReactNode } from "react";
import type { FilePreview, ImportWay } from "./importWay";
import css from "./Importing.module.css";
import { RowErrors } from "./RowErrors";

export function PreviewView(props: {
  way: ImportWay;
  preview: FilePreview;
  onMap: (heading: string, field: string | null) => void;
  onImport: () => void;
  onOther: () => void;
  /** A further choice about the file. */
  choice?: ReactNode;
}) {
  const { preview, way } = props;
  const { t, times } = useWords();
  const off = !preview.has_key ? way.needsKey : preview.good === 0 ? t("import-nothing-good") : null;
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
            <Figure value={times.number(preview.rows)} label={t("import-rows")} />
            <Figure value={times.number(preview.new)} label={t("import-new")} />
            <Figure value={times.number(preview.changed)} label={t("import-changed")} />
            <Figure value={times.number(preview.good - preview.new - preview.changed)} label={t("import-unchanged")} />
            {preview.ended > 0 && (
              <Figure value={times.number(preview.ended)} label={t("masters-would-end")} tone="due" icon="half" />
            )}
            <Figure
              value={times.number(preview.error_count)}
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
        {props.choice}
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
                          ...preview.fields.map((field) => ({ value: field, label: way.fieldLabel(field) })),
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
      <RowErrors name={preview.name} errors={preview.errors} count={preview.error_count} fieldLabel={way.fieldLabel} />
    </>
  );
}

function separatorName(mark: string): string {
  return mark === "\t" ? "Tab" : mark;
}
