// The rows that cannot be taken, each with its reason in words; copied or saved as text, to mend the file.

import { useWords } from "../../i18n/i18n";
import type { RowError } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Panel, Section } from "../../kit/Page";
import { useToast } from "../../kit/toasts";
import css from "./Importing.module.css";

export function RowErrors(props: {
  name: string;
  errors: readonly RowError[];
  count: number;
  fieldLabel: (field: string) => string;
}) {
  const { errors, count } = props;
  const { t, say } = useWords();
  const toast = useToast();
  if (count === 0) return null;
  const lines = errors.map((error) => ({
    key: `${error.row} ${error.field} ${error.code}`,
    row: String(error.row),
    field: props.fieldLabel(error.field),
    why: say(`registry-${error.code}`, error.other_row === null ? {} : { other_row: error.other_row }, error.code),
  }));
  const asText = () => [props.name, ...lines.map((line) => [line.row, line.field, line.why].join("\t"))].join("\n");
  const copy = () =>
    void navigator.clipboard.writeText(asText()).then(
      () => toast({ text: t("errors-copied") }),
      () => toast({ tone: "trouble", text: t("errors-not-copied") }),
    );
  return (
    <Panel>
      <Section
        title={t("import-errors", { count })}
        hint={
          <Button kind="quiet" onPress={copy}>
            {t("errors-copy")}
          </Button>
        }
      >
        <div className={css["errors"]}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("error-row")}</th>
                <th scope="col">{t("error-field")}</th>
                <th scope="col">{t("error-why")}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.key}>
                  <td>{line.row}</td>
                  <td>{line.field}</td>
                  <td>{line.why}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {errors.length < count && <p className={css["sub"]}>{t("errors-more", { count: count - errors.length })}</p>}
      </Section>
    </Panel>
  );
}
