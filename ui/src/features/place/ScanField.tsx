import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { TextField } from "../../kit/Field";
import { useScanDesk } from "../../trade/scanDesk";

/** Where a code is typed when there is no scanner at hand; a scan in it is a scan like anywhere. */
export function ScanField() {
  const { t } = useWords();
  const resolve = useScanDesk();
  const [text, setText] = useState("");
  const go = (code: string) => {
    if (code.trim() === "") return;
    setText("");
    resolve(code.trim());
  };
  return <TextField name="scan" label={t("places-scan")} value={text} onChange={setText} onEnter={() => go(text)} onScan={go} autoFocus />;
}
