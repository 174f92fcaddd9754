// A paper of the record, as it was made.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure, type Failure } from "../../ipc/failure";
import { useRead, useTransport } from "../../ipc/ipc";
import type { Paper } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Notice } from "../../kit/Notice";
import { failureText } from "../../trade/failure";
import { PdfPages } from "../../trade/PdfPages";
import css from "./PaperView.module.css";

export function PaperView(props: { paper: Paper; onClose: () => void }) {
  const { paper } = props;
  const words = useWords();
  const { t, times } = words;
  const pdf = useRead("form_read", { id: paper.id });
  const openOutside = useOutside(paper.id);
  return (
    <Dialog
      title={`${t(`form-${paper.form}`)} · ${times.instant(paper.made_at)}`}
      closeLabel={t("close")} passesScans
      onClose={props.onClose}
      size="large"
    >
      <div className={css["outside"]}>
        <Button kind="quiet" onPress={openOutside.go}>
          {t("paper-open-outside")}
        </Button>
        {openOutside.failure !== null && <Notice tone="over" title={failureText(words, openOutside.failure)} />}
      </div>
      {pdf.error !== null && <Notice tone="over" title={failureText(words, pdf.error)} />}
      {pdf.data !== undefined && <PdfPages pdf={pdf.data} />}
    </Dialog>
  );
}

/** The system's own viewer, from which a paper can be saved or printed without a printer of ours. */
function useOutside(id: string) {
  const transport = useTransport();
  const [failure, setFailure] = useState<Failure | null>(null);
  const go = () => {
    setFailure(null);
    transport.call("form_open", { id }).catch((thrown: unknown) => setFailure(toFailure(thrown)));
  };
  return { go, failure };
}
