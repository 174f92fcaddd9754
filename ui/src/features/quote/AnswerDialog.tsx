// What the customer said to a quote: which alternative and which of its lines, who said it, when, and how it is proven.

import { useRef, useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useRead, useWrite } from "../../ipc/ipc";
import type { AnswerHow, QuoteRow, TicketLife } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Checks } from "../../kit/Checks";
import { DateField } from "../../kit/DateField";
import { Dialog } from "../../kit/Dialog";
import { TextArea, TextField } from "../../kit/Field";
import { Notice } from "../../kit/Notice";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { money } from "../../trade/money";
import { useUnsaved } from "../../trade/useUnsaved";
import css from "./Quote.module.css";
import { letter } from "./typed";

const ways: readonly AnswerHow[] = ["signed", "written", "phone", "counter"];
const DECLINE = "-";

interface Typed {
  /** The place of an alternative, or `DECLINE`. */
  readonly choice: string | null;
  /** The places of its lines. */
  readonly lines: readonly string[];
  readonly who: string;
  readonly on: string | null;
  readonly how: AnswerHow;
  readonly words: string;
  readonly scan: string | null;
}

export function AnswerDialog(props: { life: TicketLife; quote: QuoteRow; onClose: () => void }) {
  const { life, quote, onClose } = props;
  const words = useWords();
  const { t, language } = words;
  const toast = useToast();
  const record = useWrite("quote_answer");
  const today = useRead("station_get", null).data?.today ?? null;
  const fields = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [before] = useState<Typed>({
    choice: null,
    lines: [],
    who: life.intake.customer.name,
    on: null,
    how: "phone",
    words: "",
    scan: null,
  });
  const [typed, setTyped] = useState(before);
  const unsaved = useUnsaved({ isTouched: typed !== before, fields, at: "answer.choice", onClose });
  const set = (change: Partial<typeof typed>) => {
    setFailure(null);
    setTyped((now) => ({ ...now, ...change }));
  };
  const place = typed.choice === null || typed.choice === DECLINE ? null : Number(typed.choice);
  const chosen = place === null ? undefined : quote.terms.alternatives[place];
  const on = typed.on ?? today;
  const missing = typed.choice === null || on === null ? t("problem-required") : null;
  const save = () => {
    if (typed.choice === null || on === null) return;
    const choice =
      place === null
        ? ({ kind: "decline" } as const)
        : ({ kind: "accept", alternative: place, lines: typed.lines.map(Number) } as const);
    record.mutate(
      { id: quote.id, answer: { choice, who: typed.who, on, how: typed.how, words: typed.words, scan: typed.scan } },
      {
        onError: setFailure,
        onSuccess: () => {
          toast({ text: t("quote-answer-saved") });
          onClose();
        },
      },
    );
  };
  const named = (name: { name_zh: string; name_en: string }) =>
    language === "en" ? name.name_en || name.name_zh : name.name_zh || name.name_en;
  return (
    <Dialog
      title={t("quote-title-answer", { number: quote.number ?? "", rma: life.row.rma })}
      closeLabel={t("close")}
      onClose={unsaved.leave}
      onSave={save}
      size="medium"
      footer={
        <>
          <Button onPress={unsaved.leave}>{unsaved.leaveLabel}</Button>
          <Button kind="primary" keys="Ctrl+Enter" disabledReason={missing} onPress={save}>
            {t("quote-answer-save")}
          </Button>
        </>
      }
    >
      {unsaved.notice}
      <div ref={fields} className={css["fields"]}>
        {failure !== null && <Notice tone="over" isAlert title={failureText(words, failure)} />}
        <Select<string>
          name="answer.choice"
          label={t("quote-choose")}
          value={typed.choice}
          options={[
            ...quote.terms.alternatives.map((one, at) => ({
              value: String(at),
              label: `${t(one.kind === "repair" ? "quote-alternative" : "quote-alternative-return", { letter: letter(at) })} ${one.title} · ${money(words, quote.sums.totals_minor[at] ?? 0, quote.terms.currency)}`,
            })),
            { value: DECLINE, label: t("quote-choose-decline") },
          ]}
          onChange={(choice) =>
            set({ choice, lines: (quote.terms.alternatives[Number(choice)]?.lines ?? []).map((_, at) => String(at)) })
          }
          placeholder={t("choose")}
          isRequired
        />
        {chosen !== undefined && chosen.lines.length > 0 && (
          <Checks
            name="answer.lines"
            label={t("quote-choose-lines")}
            values={typed.lines}
            options={chosen.lines.map((line, at) => ({
              value: String(at),
              label: `${named(line)} · ${money(words, quote.sums.lines_minor[place ?? 0]?.[at] ?? 0, quote.terms.currency)}`,
            }))}
            onChange={(lines) => set({ lines })}
          />
        )}
        <div className={css["terms"]}>
          <TextField name="answer.who" label={t("field-answer_who")} value={typed.who} onChange={(who) => set({ who })} isRequired maxLength={120} />
          <DateField name="answer.on" label={t("field-answered_on")} value={on} onChange={(day) => set({ on: day })} isRequired />
          <Select
            name="answer.how"
            label={t("field-how")}
            value={typed.how}
            options={ways.map((value) => ({ value, label: t(`answer_how-${value}`) }))}
            onChange={(how) => set({ how })}
            placeholder={t("choose")}
          />
        </div>
        {typed.how === "signed" &&
          (life.attachments.length === 0 ? (
            <Notice tone="due" title={t("quote-scan-none")} />
          ) : (
            <Select<string>
              name="answer.scan"
              label={t("field-answer_scan")}
              value={typed.scan}
              options={life.attachments.map((photo) => ({ value: photo.id, label: photo.name }))}
              onChange={(scan) => set({ scan })}
              placeholder={t("choose")}
              isRequired
            />
          ))}
        <TextArea name="answer.words" label={t("field-answer_words")} value={typed.words} onChange={(said) => set({ words: said })} isRequired={typed.how !== "signed"} />
      </div>
    </Dialog>
  );
}
