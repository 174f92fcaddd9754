// Logging what was said: how, who began, the words, and the tasks it does. Before details are read to a caller it is asked
// who that is; without it the dialog warns and hinders nothing.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { About, AttemptResult, CheckItem, Correspondence, Direction, DutyKind, Way } from "../../ipc/types.generated";
import { Checks } from "../../kit/Checks";
import { TextArea, TextField } from "../../kit/Field";
import { Notice } from "../../kit/Notice";
import { Section } from "../../kit/Page";
import { Segments } from "../../kit/Segments";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { ways } from "../../trade/duties";
import { FormDialog } from "../../trade/FormDialog";
import css from "./Contact.module.css";

const checkItems: readonly CheckItem[] = ["name", "phone_tail", "serial", "rma", "purchase_date"];
const attempts: readonly (AttemptResult | "none")[] = ["none", "solved", "not_solved", "declined", "not_possible"];
const directions: readonly Direction[] = ["in", "out"];

/** Tasks that talking does; the others have a record of their own. An attempt does its own by itself. */
const spoken: ReadonlySet<DutyKind> = new Set<DutyKind>(["reply", "warn_limit", "tell_exceeded", "remind_unclaimed"]);

export function ContactDialog(props: { about: About; said: Correspondence; onClose: () => void }) {
  const { about, onClose } = props;
  const { t } = useWords();
  const toast = useToast();
  const log = useWrite("contact_log");
  const open = props.said.duties.filter(({ duty }) => duty.closed === null && spoken.has(duty.kind)).map(({ duty }) => duty.kind);
  const [way, setWay] = useState<Way>("call");
  const [direction, setDirection] = useState<Direction>("out");
  const [isReached, setReached] = useState(true);
  const [who, setWho] = useState("");
  const [words, setWords] = useState("");
  const [attempt, setAttempt] = useState<AttemptResult | "none">("none");
  const [asked, setAsked] = useState<readonly CheckItem[]>([]);
  const [isPassed, setPassed] = useState(false);
  const [done, setDone] = useState<readonly DutyKind[]>(open);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isLive = way === "call" || way === "visit";
  const canClose = isReached && (direction === "out" || isLive);
  const closes = canClose ? done : [];
  const save = () =>
    log.mutate(
      {
        about,
        way,
        direction,
        unreached: !isReached,
        with: who,
        words,
        at: null,
        attempt: attempt === "none" || !canClose ? null : attempt,
        check: asked.length === 0 ? null : { asked: [...asked], is_passed: isPassed },
        closes: [...closes],
      },
      {
        onError: setFailure,
        onSuccess: () => {
          toast({ text: closes.length === 0 ? t("contact-logged") : t("contact-logged-closed", { count: closes.length }) });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t("contact-log-title")}
      size="medium"
      isTouched={[who, words].some((text) => text.trim() !== "") || asked.length > 0}
      at="words"
      saveLabel={t("contact-log-save")}
      why={isReached && words.trim() === "" ? t("problem-required") : null}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <Segments label={t("contact-way")} value={way} options={ways.map((value) => ({ value, label: t(`way-${value}`) }))} onChange={setWay} />
      <Segments
        label={t("contact-direction")}
        value={direction}
        options={directions.map((value) => ({ value, label: t(`direction-${value}`) }))}
        onChange={setDirection}
      />
      <Segments
        label={t("contact-reached")}
        value={isReached ? "yes" : "no"}
        options={[
          { value: "yes", label: t("contact-reached") },
          { value: "no", label: t("contact-unreached") },
        ]}
        onChange={(value) => setReached(value === "yes")}
      />
      {isLive && isReached && (
        <Section title={t("contact-check")} hint={t("contact-check-hint")}>
          {asked.length === 0 && (
            <Notice tone="due" title={t("contact-check-warn")}>
              {t("contact-check-warn-explain")}
            </Notice>
          )}
          {asked.length > 0 && !isPassed && (
            <Notice tone="over" title={t("contact-check-failed")}>
              {t("contact-check-failed-explain")}
            </Notice>
          )}
          <Checks
            name="check"
            label={t("contact-check-asked")}
            values={asked}
            options={checkItems.map((value) => ({ value, label: t(`check_item-${value}`) }))}
            onChange={setAsked}
          />
          {asked.length > 0 && (
            <Checks
              name="check.is_passed"
              label={t("contact-check-passed")}
              values={isPassed ? ["yes"] : []}
              options={[{ value: "yes", label: t("contact-check-passed") }]}
              onChange={(values) => setPassed(values.length > 0)}
            />
          )}
        </Section>
      )}
      <TextArea
        name="words"
        label={t(isReached ? "contact-words" : "contact-words-tried")}
        value={words}
        onChange={setWords}
        isRequired={isReached}
        rows={4}
      />
      <TextField name="with" label={t("contact-with")} value={who} onChange={setWho} />
      {canClose && about.kind === "enquiry" && (
        <Select
          name="attempt"
          label={t("contact-attempt")}
          value={attempt}
          options={attempts.map((value) => ({ value, label: value === "none" ? t("enquiry-attempt-none") : t(`attempt-${value}`) }))}
          onChange={setAttempt}
          placeholder={t("choose")}
        />
      )}
      {open.length > 0 && (
        <Section title={t("contact-closes")}>
          {canClose ? (
            <Checks
              name="closes"
              label={t("contact-closes")}
              values={done}
              options={open.map((value) => ({ value, label: t(`duty-${value}`) }))}
              onChange={setDone}
            />
          ) : (
            <p className={css["quiet"]}>{t("contact-closes-not")}</p>
          )}
        </Section>
      )}
    </FormDialog>
  );
}
