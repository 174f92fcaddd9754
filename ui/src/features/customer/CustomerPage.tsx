// The turned screen: what a customer may see of the determination, in large letters and both languages,
// over everything else of the shop. The sentences are the station's; nothing is put together here.

import { useNavigate, useParams } from "@tanstack/react-router";
import { useWords } from "../../i18n/i18n";
import { useRead } from "../../ipc/ipc";
import type { BothLanguages, CustomerViewRequest } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { failureText } from "../../trade/failure";
import css from "./Customer.module.css";

export function CustomerOfTicket() {
  const { id } = useParams({ from: "/customer/ticket/$id" });
  const navigate = useNavigate();
  const leave = () => void navigate({ to: "/tickets/$id", params: { id }, replace: true });
  return <CustomerScreen of={{ kind: "ticket", id }} onLeave={leave} />;
}

export function CustomerOfDraft() {
  const { id } = useParams({ from: "/customer/draft/$id" });
  const navigate = useNavigate();
  const leave = () => void navigate({ to: "/intake/$draft", params: { draft: id }, replace: true });
  return <CustomerScreen of={{ kind: "draft", id }} onLeave={leave} />;
}

function CustomerScreen(props: { of: CustomerViewRequest; onLeave: () => void }) {
  const words = useWords();
  const { t } = words;
  const { data: view, error } = useRead("customer_view", props.of);
  useKeys([{ id: "customer-close", keys: "Escape", label: t("customer-close"), scope: "screen", run: props.onLeave }]);
  return (
    <section className={css["cover"]} aria-label={t("customer-title")}>
      <div className={css["leave"]}>
        <Button kind="quiet" keys="Escape" autoFocus onPress={props.onLeave}>
          {t("customer-close")}
        </Button>
      </div>
      {error !== null && <Notice tone="over" isAlert title={failureText(words, error)} />}
      {view !== undefined && (
        <>
          <header className={css["head"]}>
            <h1>{view.model === "" ? t("customer-title") : view.model}</h1>
            {view.rma !== null && <p className={css["number"]}>{view.rma}</p>}
          </header>
          <div className={css["sentences"]}>
            {view.sentences.map((sentence) => (
              <Said key={sentence.id} text={sentence.text} className={css["sentence"]} />
            ))}
          </div>
          <footer className={css["foot"]}>
            <Said text={view.as_of} />
            <Said text={view.note} />
          </footer>
        </>
      )}
    </section>
  );
}

/** Chinese and under it English, each marked as what it is. */
function Said(props: { text: BothLanguages; className?: string | undefined }) {
  return (
    <div className={props.className}>
      <p lang="zh-CN">{props.text.zh}</p>
      <p lang="en">{props.text.en}</p>
    </div>
  );
}
