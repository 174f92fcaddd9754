// The chosen unit or the refund worksheet is taken back, with a reason.

import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { TicketLife } from "../../ipc/types.generated";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { ReasonDialog } from "../../trade/ReasonDialog";

export function Withdraw(props: {
  what: "exchange" | "refund";
  life: TicketLife;
  title: string;
  /** What is told once it is withdrawn. */
  withdrawn: string;
  onClose: () => void;
}) {
  const { what, life, title, withdrawn, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const withdraw = useWrite(`${what}_withdraw`);
  return (
    <ReasonDialog
      title={title}
      explain={t(`${what}-withdraw-explain`)}
      confirm={t(`${what}-withdraw`)}
      onClose={onClose}
      onConfirm={(reason) => {
        onClose();
        withdraw.mutate(
          { id: life.row.id, reason },
          {
            onError: (failure: Failure) => toast({ tone: "trouble", text: failureText(words, failure) }),
            onSuccess: () => toast({ text: withdrawn }),
          },
        );
      }}
    />
  );
}
