// Numbers for a power cut: reserved, and printed on tags or on blank application forms. What a jam spoiled is printed
// again with the same numbers.

import { useRef, useState } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure, type Failure } from "../../ipc/failure";
import { useRead, useTransport, useWrite } from "../../ipc/ipc";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { TextField } from "../../kit/Field";
import { Notice } from "../../kit/Notice";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { useUnsaved } from "../../trade/useUnsaved";

type On = "tags" | "blanks";
const papers: readonly On[] = ["tags", "blanks"];

/** One sheet of tags. */
const USUAL_COUNT = "8";

export function PowerCut(props: { onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const transport = useTransport();
  const reserve = useWrite("rma_reserve");
  const settings = useRead("settings_get", null).data;
  const [on, setOn] = useState<On>("tags");
  const [count, setCount] = useState(USUAL_COUNT);
  const [made, setMade] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const fields = useRef<HTMLDivElement>(null);
  const isMade = made.length > 0;
  const isTouched = !isMade && count !== USUAL_COUNT;
  const unsaved = useUnsaved({ isTouched, fields, at: "numbered.count", onClose: props.onClose });
  const printer = settings?.form_printer ?? "";
  const print = async (rmas: readonly string[]) => {
    setFailure(null);
    try {
      await transport.call("sheet_make", {
        sheet: { kind: on, rmas: [...rmas] },
        language: settings?.document_language ?? "both",
        to: printer === "" ? { kind: "viewer" } : { kind: "printer", name: printer },
      });
      if (printer !== "") toast({ text: t("paper-sent-to", { printer }) });
    } catch (thrown) {
      setFailure(toFailure(thrown));
    }
  };
  const make = () =>
    reserve.mutate(
      { count: /^\d{1,3}$/.test(count.trim()) ? Number(count) : 0 },
      {
        onError: setFailure,
        onSuccess: ({ rmas }) => {
          setMade(rmas);
          void print(rmas);
        },
      },
    );
  return (
    <Dialog
      title={t("numbered-title")}
      closeLabel={t("close")}
      onClose={unsaved.leave}
      onSave={() => (isMade ? void print(made) : make())}
      footer={
        <>
          <Button onPress={unsaved.leave}>{isTouched ? unsaved.leaveLabel : t("close")}</Button>
          {!isMade ? (
            <Button kind="primary" keys="Ctrl+Enter" onPress={make}>
              {t("numbered-make")}
            </Button>
          ) : (
            <Button keys="Ctrl+Enter" onPress={() => void print(made)}>{t("numbered-again")}</Button>
          )}
        </>
      }
    >
      {unsaved.notice}
      <p>{t("numbered-explain")}</p>
      {failure !== null && <Notice tone="over" isAlert title={failureText(words, failure)} />}
      {isMade && <p role="status">{t("numbered-made", { first: made[0] ?? "", last: made.at(-1) ?? "" })}</p>}
      <div ref={fields}>
      <Select
        name="numbered.on"
        label={t("numbered-what")}
        value={on}
        options={papers.map((value) => ({ value, label: t(`numbered-what-${value}`) }))}
        onChange={setOn}
        placeholder={t("choose")}
      />
      {!isMade && (
        <TextField name="numbered.count" label={t("numbered-count")} note={t("numbered-count-note")} value={count} onChange={setCount} inputMode="numeric" maxLength={3} />
      )}
      </div>
    </Dialog>
  );
}
