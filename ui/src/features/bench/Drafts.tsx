import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n/i18n";
import { useWrite } from "../../ipc/ipc";
import type { DraftRow } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Panel, Section } from "../../kit/Page";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { Code } from "../../trade/words";
import css from "./BenchPage.module.css";

/** Check-ins that were begun, also by a session that ended in a power cut. */
export function Drafts(props: { drafts: readonly DraftRow[] }) {
  const words = useWords();
  const { t, times } = words;
  const toast = useToast();
  const discard = useWrite("draft_discard");
  const restore = useWrite("draft_restore");

  const putAway = (draft: DraftRow) => {
    const onError = (failure: Parameters<typeof failureText>[1]) =>
      toast({ tone: "trouble", text: failureText(words, failure) });
    const undo = { label: t("draft-undo-discard"), run: () => restore.mutate({ id: draft.id }, { onError }) };
    discard.mutate({ id: draft.id }, { onSuccess: () => toast({ text: t("draft-discarded"), undo }), onError });
  };

  return (
    <Panel>
      <Section title={t("bench-drafts")} hint={t("bench-drafts-hint")}>
        <ul className={css["drafts"]}>
          {props.drafts.map((draft) => {
            const name = draft.serial || draft.model || draft.customer || t("draft-untitled");
            return (
              <li key={draft.id} className={css["draft"]}>
                <Link to="/intake/$draft" params={{ draft: draft.id }}>
                  <Code>{name}</Code>
                </Link>
                <span>{draft.serial !== "" ? draft.model : ""}</span>
                <span>{draft.serial !== "" || draft.model !== "" ? draft.customer : ""}</span>
                <span className={css["draftTime"]}>{t("draft-saved-at", { at: times.instant(draft.saved_at) })}</span>
                <Button kind="quiet" label={t("draft-discard-named", { name })} onPress={() => putAway(draft)}>
                  {t("draft-discard")}
                </Button>
              </li>
            );
          })}
        </ul>
      </Section>
    </Panel>
  );
}
