// Writing a quote: alternatives with lines from the charge standard or by hand, and what they come to as they are typed.
// The sums, and whether the charge needs an exception of 1.2, are the back end's answers.

import { useRef, useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useLiveRead, useRead, useWrite } from "../../ipc/ipc";
import type { ExceptionGround, QuoteRow, QuoteStart, TicketLife } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { DateField } from "../../kit/DateField";
import { Dialog } from "../../kit/Dialog";
import { TextArea, TextField } from "../../kit/Field";
import { Notice } from "../../kit/Notice";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { useDebounced } from "../../kit/useDebounced";
import { failureText } from "../../trade/failure";
import { useUnsaved } from "../../trade/useUnsaved";
import { AlternativeFields } from "./AlternativeFields";
import css from "./Quote.module.css";
import { termsOf, typedOf, withAlternative, type TypedAlternative } from "./typed";

const CHECK_AFTER_MS = 120;
const grounds: readonly ExceptionGround[] = ["advance_declaration", "law", "prior_agreement"];

export function QuoteEditor(props: { life: TicketLife; draft: QuoteRow | null; onClose: () => void }) {
  const start = useRead("quote_start", { id: props.life.row.id });
  const words = useWords();
  // It begins on an answer that was asked for now: one from before the last save would bring back what stood then.
  const [begun, setBegun] = useState<QuoteStart | null>(null);
  if (begun === null && start.data !== undefined && !start.isFetching) setBegun(start.data);
  if (start.error !== null) {
    return (
      <Dialog title={words.t("section-quotes")} closeLabel={words.t("close")} onClose={props.onClose}>
        <Notice tone="over" isAlert title={failureText(words, start.error)} />
      </Dialog>
    );
  }
  return begun === null ? null : <Editor {...props} start={begun} />;
}

function Editor(props: { life: TicketLife; draft: QuoteRow | null; start: QuoteStart; onClose: () => void }) {
  const { life, draft, start, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const save = useWrite("quote_save");
  const fields = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [before] = useState(() => typedOf(start.terms));
  const [typed, setTyped] = useState(before);
  const unsaved = useUnsaved({ isTouched: typed !== before, fields, at: "quote.valid_until", onClose });
  const terms = termsOf(typed);
  const settled = termsOf(useDebounced(typed, CHECK_AFTER_MS));
  const check = useLiveRead("quote_check", { ticket: life.row.id, terms: settled ?? start.terms }, settled !== null).data;
  const set = (change: Partial<typeof typed>) => {
    setFailure(null);
    setTyped((now) => ({ ...now, ...change }));
  };
  const setAlternative = (key: number, change: (one: TypedAlternative) => TypedAlternative | null) =>
    set({
      alternatives: typed.alternatives.flatMap((one) => {
        const changed = one.key === key ? change(one) : one;
        return changed === null ? [] : [changed];
      }),
    });
  const keep = () => {
    if (terms === null) return;
    save.mutate(
      { ticket: life.row.id, id: draft?.id ?? null, terms },
      {
        onError: setFailure,
        onSuccess: () => {
          toast({ text: t("quote-saved") });
          onClose();
        },
      },
    );
  };
  const open = check?.problem ?? null;
  return (
    <Dialog
      title={t("quote-title-new", { rma: life.row.rma })}
      closeLabel={t("close")}
      onClose={unsaved.leave}
      onSave={keep}
      size="wide"
      footer={
        <>
          <Button onPress={unsaved.leave}>{unsaved.leaveLabel}</Button>
          <Button kind="primary" keys="Ctrl+Enter" disabledReason={terms === null ? t("problem-required") : null} onPress={keep}>
            {t("quote-save")}
          </Button>
        </>
      }
    >
      {unsaved.notice}
      <div ref={fields}>
        {failure !== null && <Notice tone="over" isAlert title={failureText(words, failure)} />}
        {start.needs_review && <Notice tone="due" title={t("quotes-reviewed-open")} />}
        <div className={css["terms"]}>
          <DateField
            name="quote.valid_until"
            label={t("field-quote_valid_until")}
            value={typed.validUntil}
            onChange={(validUntil) => set({ validUntil })}
            isRequired
          />
          <TextField
            name="quote.currency"
            label={t("field-quote_currency")}
            value={typed.currency}
            onChange={(currency) => set({ currency })}
            maxLength={3}
            isRequired
          />
          <Select
            name="quote.tax"
            label={t("field-quote_tax")}
            value={typed.tax}
            options={(["unsaid", "included", "excluded"] as const).map((value) => ({ value, label: t(`quote-tax-${value}`) }))}
            onChange={(tax) => set({ tax })}
            placeholder={t("choose")}
          />
        </div>
        {typed.alternatives.map((one, place) => (
          <AlternativeFields
            key={one.key}
            alternative={one}
            place={place}
            currency={typed.currency}
            standard={start.standard.filter((charge) => charge.currency === typed.currency.trim().toUpperCase())}
            lines={check?.sums.lines_minor[place] ?? []}
            total={check?.sums.totals_minor[place]}
            onChange={(change) => setAlternative(one.key, change)}
          />
        ))}
        <Button
          disabledReason={typed.alternatives.length >= 5 ? t("quote_problem-too_many") : null}
          onPress={() => setTyped(withAlternative)}
        >
          {t("quote-alternative-add")}
        </Button>
        {(start.is_free || typed.ground !== "none") && (
          <div className={css["terms"]}>
            {start.is_free && <Notice tone={check?.needs_exception === true ? "due" : "info"} title={t("quote-free-explain")} />}
            <Select
              name="quote.exception"
              label={t("field-quote_exception")}
              value={typed.ground}
              options={[
                { value: "none", label: t("quote-exception-none") },
                ...grounds.map((value) => ({ value, label: t(`quote_exception-${value}`) })),
              ]}
              onChange={(ground) => set({ ground })}
              placeholder={t("choose")}
            />
            {typed.ground !== "none" && (
              <TextField
                name="quote.reference"
                label={t("field-quote_reference")}
                value={typed.reference}
                onChange={(reference) => set({ reference })}
                maxLength={500}
                isRequired
              />
            )}
          </div>
        )}
        <TextArea name="quote.note" label={t("field-quote_note")} value={typed.note} onChange={(note) => set({ note })} />
        {open !== null && <Notice tone="info" title={t(`quote_problem-${open}`)} />}
      </div>
    </Dialog>
  );
}
