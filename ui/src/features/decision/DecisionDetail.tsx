// One question with everything whoever answers it needs: what is asked, by whom, on which clause and facts, and what
// was said so far.

import { useNavigate } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { useWords } from "../../i18n/i18n";
import type { DecisionAnswer, DecisionReply, DecisionRow } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Notice } from "../../kit/Notice";
import { Facts } from "../../kit/Page";
import { Status } from "../../kit/Status";
import { factLabel, factText } from "../../trade/factWords";
import { personName } from "../../trade/person";
import { Day } from "../../trade/words";
import css from "./Decision.module.css";
import { replyKeys, repliesTo, stateShapes } from "./look";

export function DecisionDetail(props: {
  row: DecisionRow;
  onReply: (reply: DecisionReply) => void;
  /** Whether the keys of answers act on this one. */
  hasKeys?: boolean;
}) {
  const { row, onReply } = props;
  const words = useWords();
  const { t, times } = words;
  const replies = repliesTo(row);
  return (
    <>
      <p className={css["question"]}>{t(`decision-question-${row.kind}`)}</p>
      {!row.is_standing && <Notice tone="due" title={t("decision-lapsed")} />}
      <Facts items={about(words, row)} />
      {row.words !== "" && (
        <blockquote className={css["words"]}>
          <small>{t("decision-words")}</small>
          {row.words}
        </blockquote>
      )}
      {row.facts.length > 0 && (
        <>
          <h3 className={css["subhead"]}>{t("decision-facts")}</h3>
          <Facts
            items={row.facts.map(({ name, value }) => [
              factLabel(words, name),
              value === null ? t("decision-fact-unknown") : factText(words, name, value),
            ])}
          />
        </>
      )}
      {row.answers.length > 0 && (
        <>
          <h3 className={css["subhead"]}>{t("decision-said")}</h3>
          <ol className={css["said"]}>
            {row.answers.map((answer) => (
              <li key={`${answer.at}-${answer.reply}`}>
                <strong>{saidWord(words, row, answer)}</strong> {answer.reason}
                <small>{saidBy(words, answer)}</small>
              </li>
            ))}
          </ol>
        </>
      )}
      {replies.length > 0 && (
        <div className={css["replies"]}>
          {replies.map((reply) => (
            <Button
              key={reply}
              kind={reply === "accept" || reply === "explain" ? "primary" : "plain"}
              keys={props.hasKeys === true ? replyKeys[reply] : undefined}
              label={`${t(`decision-reply-${reply}`)}: ${t(`decision-kind-${row.kind}`)}`}
              onPress={() => onReply(reply)}
            >
              {t(`decision-reply-${reply}`)}
            </Button>
          ))}
        </div>
      )}
      <p className={css["asker"]}>
        {row.is_asked_by_verdict ? t("decision-asked-by-verdict") : t("decision-asked-by", { name: personName(t, row.asked_by) })},{" "}
        {times.instant(row.asked_at)}
      </p>
    </>
  );
}

/** Where a question stands, in shape and word. */
export function DecisionStatus(props: { row: DecisionRow }) {
  const { row } = props;
  const { t } = useWords();
  if (row.is_overdue) {
    return (
      <Status icon="triangle" tone="over">
        {t("decision-due-past")}
      </Status>
    );
  }
  return <Status {...stateShapes[row.state]}>{t(`decision-state-${row.state}`)}</Status>;
}

/** The work order a question is about, one step away. */
export function OpenTicket(props: { row: DecisionRow }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const open = () => void navigate({ to: "/tickets/$id", params: { id: props.row.ticket } });
  return (
    <Button kind="quiet" onPress={open}>
      {t("decisions-open-ticket")}
    </Button>
  );
}

/** What a question is about, in a few words: the remedies, or what would be excused. */
export function aboutText({ t }: ReturnType<typeof useWords>, row: DecisionRow): string {
  const remedies = row.remedies.map((remedy) => t(`remedy-${remedy}`));
  const excuses = row.excuses.map((excuse) => t(`decision-excuse-${excuse}`));
  return [...remedies, ...excuses].join(t("list-separator"));
}

function about(words: ReturnType<typeof useWords>, row: DecisionRow): ReadonlyArray<readonly [string, ReactNode]> {
  const { t, language } = words;
  const spoken = (says: { zh: string; en: string } | null) => (says === null ? "" : language === "en" ? says.en : says.zh);
  const remedies = aboutText(words, row);
  return [
    ...(remedies === "" ? [] : [[t("decision-remedies"), remedies] as const]),
    ...(row.clause === ""
      ? []
      : [
          [
            t("decision-clause"),
            <Fragment key="clause">
              {row.clause} {spoken(row.clause_says)}
            </Fragment>,
          ] as const,
        ]),
    ...(row.reading === null
      ? []
      : [[t("decision-reading", { number: row.reading }), spoken(row.reading_says)] as const]),
    [t("decision-asked-of"), t(`role-${row.asked_of}`)],
    [t("decision-due"), <Day key="due" date={row.due_on} />],
  ];
}

function saidWord({ t }: ReturnType<typeof useWords>, row: DecisionRow, answer: DecisionAnswer): string {
  if (answer.reply === "accept") return t(`decision-yes-${row.kind}`);
  if (answer.reply === "refuse") return t(`decision-no-${row.kind}`);
  return t(`decision-reply-${answer.reply}`);
}

function saidBy({ t, times }: ReturnType<typeof useWords>, answer: DecisionAnswer): string {
  const second = answer.second === "" ? [] : [t("decision-said-second", { name: answer.second })];
  const who =
    answer.said_at === null
      ? personName(t, answer.by)
      : t("decision-said-by-phone", { name: answer.said_by, at: times.instant(answer.said_at), by: personName(t, answer.by) });
  return [who, times.instant(answer.at), ...second].join(" · ");
}
