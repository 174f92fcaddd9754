import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { TextField } from "../../kit/Field";
import { Status } from "../../kit/Status";

/** A field to scan into: says whether what arrived was taken for a scan. */
export function ScannerTest() {
  const { t } = useWords();
  const [text, setText] = useState("");
  const [scanned, setScanned] = useState<string | null>(null);
  return (
    <>
      <TextField
        name="scanner-test"
        label={t("scanner-test")}
        note={t("scanner-test-note")}
        value={text}
        onChange={(typed) => {
          setText(typed);
          setScanned(null);
        }}
        onScan={(code) => {
          setText(code);
          setScanned(code);
        }}
      />
      <p role="status">
        {scanned !== null && (
          <Status icon="full" tone="ok">
            {t("scanner-heard", { code: scanned, count: scanned.length })}
          </Status>
        )}
        {scanned === null && text !== "" && (
          <Status icon="half" tone="due">
            {t("scanner-typed")}
          </Status>
        )}
      </p>
    </>
  );
}
