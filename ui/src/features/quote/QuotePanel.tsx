// The quotes of a work order: what was given to the customer, what was answered, and the draft of the next revision.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useWrite } from "../../ipc/ipc";
import type { QuoteRow, QuoteState, TicketLife } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Disclosure } from "../../kit/Disclosure";
import type { Tone } from "../../kit/Figure";
import type { IconName } from "../../kit/Icon";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { Empty, Panel, Section } from "../../kit/Page";
import { Status } from "../../kit/Status";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { money } from "../../trade/money";
import { personName } from "../../trade/person";
import { ReasonDialog } from "../../trade/ReasonDialog";
import { AnswerDialog } from "./AnswerDialog";
import css from "./Quote.module.css";
import { QuoteEditor } from "./QuoteEditor";
import { QuoteTable } from "./QuoteTable";
import { letter } from "./typed";

const shapes: Record<QuoteState, { icon: IconName; tone: Tone }> = {
  draft: { icon: "empty", tone: "plain" },
  issued: { icon: "half", tone: "due" },
  accepted: { icon: "tick", tone: "ok" },
  declined: { icon: "cross", tone: "plain" },
  expired: { icon: "triangle", tone: "due" },
  superseded: { icon: "dash", tone: "plain" },
};

type Over = "edit" | "issue" | "answer" | "review" | null;

export function QuotePanel(props: { life: TicketLife; isOff: boolean; onPrint: () => void }) {
  const { life } = props;
  const { t } = useWords();
  const [over, setOver] = useState<Over>(null);
  const close = () => setOver(null);
  const [newest] = life.quotes;
  const draft = life.quotes.find((quote) => quote.state === "draft") ?? null;
  const out = life.quotes.find((quote) => quote.state === "issued" || quote.state === "expired") ?? null;
  const isGiven = life.quotes.some((quote) => quote.number !== null);
  const write = draft !== null ? "quotes-open-draft" : isGiven ? "quotes-revise" : "quotes-add";
  const off = props.isOff ? t("ticket-is-cancelled") : null;
  useKeys(
    props.isOff || life.row.owned_by_us
      ? []
      : [
          { id: "quote-write", keys: "Q", label: t(write), scope: "screen", quiet: true, run: () => setOver("edit") },
          ...(out === null ? [] : [{ id: "quote-answer", keys: "W", label: t("quotes-answer"), scope: "screen", quiet: true, run: () => setOver("answer") } as const]),
        ],
  );
  // A unit of our own is charged to nobody.
  if (life.row.owned_by_us) return null;
  return (
    <Panel>
      <Section title={t("section-quotes")}>
        {newest === undefined && <Empty title={t("quotes-none")}>{t("quotes-none-why")}</Empty>}
        {life.quotes.map((quote) => (
          <Quote key={quote.id} quote={quote} isNewest={quote === newest} needsReview={life.charge_review} />
        ))}
        <div className={css["buttons"]}>
          <Button keys="Q" disabledReason={off} onPress={() => setOver("edit")}>
            {t(write)}
          </Button>
          {draft !== null && life.charge_review && (
            <Button disabledReason={off} onPress={() => setOver("review")}>
              {t("quotes-review")}
            </Button>
          )}
          {draft !== null && (
            <Button disabledReason={off} onPress={() => setOver("issue")}>
              {t("quotes-issue")}
            </Button>
          )}
          {out !== null && (
            <Button keys="W" disabledReason={off} onPress={() => setOver("answer")}>
              {t("quotes-answer")}
            </Button>
          )}
          {isGiven && <Button onPress={props.onPrint}>{t("quotes-print")}</Button>}
          {draft !== null && <Discard life={life} draft={draft} />}
        </div>
      </Section>
      {over === "edit" && <QuoteEditor life={life} draft={draft} onClose={close} />}
      {over === "issue" && draft !== null && <IssueDialog life={life} draft={draft} onClose={close} />}
      {over === "answer" && out !== null && <AnswerDialog life={life} quote={out} onClose={close} />}
      {over === "review" && draft !== null && <Review draft={draft} onClose={close} />}
    </Panel>
  );
}

function Quote(props: { quote: QuoteRow; isNewest: boolean; needsReview: boolean }) {
  const { quote } = props;
  const { t, times } = useWords();
  const name = quote.number ?? t("quotes-number-draft");
  const given =
    quote.issued_on === null
      ? t("quotes-written", { who: personName(t, quote.made_by), at: times.instant(quote.made_at) })
      : t("quotes-given", { on: times.day(quote.issued_on), who: personName(t, quote.issued_by), until: times.day(quote.terms.valid_until) });
  return (
    <article className={css["quote"]} aria-label={`${name} ${t(`quote_state-${quote.state}`)}`}>
      <p className={css["head"]}>
        <strong>{name}</strong>
        <Status {...shapes[quote.state]}>{t(`quote_state-${quote.state}`)}</Status>
        <span>{given}</span>
      </p>
      {quote.reviewed_by !== "" && <p>{t("quotes-reviewed-by", { who: personName(t, quote.reviewed_by), words: quote.review })}</p>}
      {quote.state === "draft" && props.needsReview && quote.reviewed_by === "" && (
        <Notice tone="due" title={t("quotes-reviewed-open")} />
      )}
      <Answer quote={quote} />
      <Disclosure title={t("field-quote_total")} isOpen={props.isNewest}>
        <QuoteTable quote={quote} />
      </Disclosure>
    </article>
  );
}

function Answer(props: { quote: QuoteRow }) {
  const { quote } = props;
  const words = useWords();
  const { t, times } = words;
  const { answer } = quote;
  if (answer === null) return null;
  const said = () => {
    if (answer.choice.kind === "decline") return t("quotes-choice-declined");
    const { alternative, lines } = answer.choice;
    const all = quote.terms.alternatives[alternative]?.lines.length ?? 0;
    const values = {
      letter: letter(alternative),
      amount: money(words, quote.accepted_minor ?? 0, quote.terms.currency),
      count: lines.length,
      lines: all,
    };
    return t(lines.length === all ? "quotes-accepted" : "quotes-accepted-part", values);
  };
  return (
    <div className={css["answer"]}>
      <p>
        <strong>{said()}</strong>
      </p>
      <p>
        {t("quotes-answered", { who: answer.who, on: times.day(answer.on), how: t(`answer_how-${answer.how}`) })}
        {quote.answered_at !== null && ` · ${t("quotes-recorded-by", { who: personName(t, quote.answered_by), at: times.instant(quote.answered_at) })}`}
      </p>
      {answer.words !== "" && <blockquote>{answer.words}</blockquote>}
    </div>
  );
}

function IssueDialog(props: { life: TicketLife; draft: QuoteRow; onClose: () => void }) {
  const { life, draft, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const issue = useWrite("quote_issue");
  const given = life.quotes.filter((quote) => quote.number !== null).length;
  const number = `Q${given + 1}`;
  return (
    <Dialog
      title={t("quotes-issue-title", { number })}
      closeLabel={t("close")}
      onClose={onClose}
      size="medium"
      footer={
        <>
          <Button onPress={onClose}>{t("go-back")}</Button>
          <Button
            kind="primary"
            autoFocus
            onPress={() =>
              issue.mutate(
                { id: draft.id },
                {
                  onError: (failure) => toast({ tone: "trouble", text: failureText(words, failure) }),
                  onSuccess: () => {
                    toast({ text: t("quotes-issued", { number }) });
                    onClose();
                  },
                },
              )
            }
          >
            {t("quotes-issue")}
          </Button>
        </>
      }
    >
      <p>{t("quotes-issue-explain")}</p>
      <QuoteTable quote={draft} />
    </Dialog>
  );
}

function Review(props: { draft: QuoteRow; onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const review = useWrite("quote_review");
  return (
    <ReasonDialog
      title={t("quotes-review")}
      explain={t("quotes-review-explain")}
      confirm={t("quotes-review")}
      onClose={props.onClose}
      onConfirm={(said) => {
        props.onClose();
        review.mutate(
          { id: props.draft.id, words: said },
          {
            onError: (failure) => toast({ tone: "trouble", text: failureText(words, failure) }),
            onSuccess: () => toast({ text: t("quotes-reviewed") }),
          },
        );
      }}
    />
  );
}

/** Throws the draft away; what it said can be brought back at once. */
function Discard(props: { life: TicketLife; draft: QuoteRow }) {
  const { life, draft } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const discard = useWrite("quote_discard");
  const save = useWrite("quote_save");
  const onError = (failure: Parameters<typeof failureText>[1]) => toast({ tone: "trouble", text: failureText(words, failure) });
  const again = () => save.mutate({ ticket: life.row.id, id: null, terms: draft.terms }, { onError });
  return (
    <Button
      kind="quiet"
      onPress={() =>
        discard.mutate(
          { id: draft.id },
          { onError, onSuccess: () => toast({ text: t("quotes-discarded"), undo: { label: t("quotes-undo"), run: again } }) },
        )
      }
    >
      {t("quotes-discard")}
    </Button>
  );
}
