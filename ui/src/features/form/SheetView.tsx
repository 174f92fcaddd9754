// A sheet that is not kept, as it would be printed.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure, type Failure } from "../../ipc/failure";
import { useTransport } from "../../ipc/ipc";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Notice } from "../../kit/Notice";
import { failureText } from "../../trade/failure";
import { PdfPages } from "../../trade/PdfPages";
import css from "./PaperView.module.css";
import type { ShownSheet } from "./useSheetMaker";

export function SheetView(props: { title: string; shown: ShownSheet; onClose: () => void }) {
  const { pdf, content } = props.shown;
  const words = useWords();
  const { t } = words;
  const transport = useTransport();
  const [failure, setFailure] = useState<Failure | null>(null);
  const openOutside = () => {
    setFailure(null);
    transport
      .call("sheet_make", { ...content, to: { kind: "viewer" } })
      .catch((thrown: unknown) => setFailure(toFailure(thrown)));
  };
  return (
    <Dialog title={props.title} closeLabel={t("close")} passesScans onClose={props.onClose} size="large">
      <div className={css["outside"]}>
        <Button kind="quiet" onPress={openOutside}>
          {t("paper-open-outside")}
        </Button>
        {failure !== null && <Notice tone="over" title={failureText(words, failure)} />}
      </div>
      <PdfPages pdf={pdf} />
    </Dialog>
  );
}
