// A paper of the record, as it was made.

import { useWords } from "../../i18n/i18n";
import { useRead } from "../../ipc/ipc";
import type { Paper } from "../../ipc/types.generated";
import { Dialog } from "../../kit/Dialog";
import { Notice } from "../../kit/Notice";
import { failureText } from "../../trade/failure";
import { PdfPages } from "./PdfPages";

export function PaperView(props: { paper: Paper; onClose: () => void }) {
  const { paper } = props;
  const words = useWords();
  const { t, times } = words;
  const pdf = useRead("form_read", { id: paper.id });
  return (
    <Dialog
      title={`${t(`form-${paper.form}`)} · ${times.instant(paper.made_at)}`}
      closeLabel={t("close")} passesScans
      onClose={props.onClose}
      size="large"
    >
      {pdf.error !== null && <Notice tone="over" title={failureText(words, pdf.error)} />}
      {pdf.data !== undefined && <PdfPages pdf={pdf.data} />}
    </Dialog>
  );
}
