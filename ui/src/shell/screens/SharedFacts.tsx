// What all units of a parcel have in common, asked once: who sent them, how, what is wrong with all of them, which
// papers came. It saves itself; units that are scanned afterwards carry it.

import { useEffect, useImperativeHandle, useRef, useState, type Ref } from "react";
import { Evidence } from "../../features/intake/Checklists";
import { CustomerFields, FaultFields } from "../../features/intake/Fields";
import { useFormView } from "../../features/intake/view";
import { useWords } from "../../i18n/i18n";
import { toFailure } from "../../ipc/failure";
import { useTransport } from "../../ipc/ipc";
import type { ConsignmentLife, IntakeDraft } from "../../ipc/types.generated";
import { Disclosure } from "../../kit/Disclosure";
import { Panel } from "../../kit/Page";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import css from "./ConsignmentScreen.module.css";

export interface SharedHandle {
  /** Puts what is typed on the disk, if it is not there. */
  readonly save: () => Promise<void>;
}

/** As long as a thought between two fields. */
const SAVE_AFTER_MS = 900;

export function SharedFacts({ life, handle }: { life: ConsignmentLife; handle: Ref<SharedHandle> }) {
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const transport = useTransport();
  // What is typed counts only until it is saved; then the record does.
  const [typed, setTyped] = useState<IntakeDraft | null>(null);
  // It stays as it was while one types in it.
  const [startsOpen] = useState(() => life.shared.customer.name === "");
  const saving = useRef<Promise<void>>(Promise.resolve());
  const draft = typed ?? life.shared;

  const save = async () => {
    if (typed === null) return;
    saving.current = saving.current.then(async () => {
      try {
        await transport.call("consignment_share", { id: life.row.id, shared: typed });
        setTyped((now) => (now === typed ? null : now));
      } catch (thrown) {
        toast({ tone: "trouble", text: failureText(words, toFailure(thrown)) });
      }
    });
    await saving.current;
  };
  useImperativeHandle(handle, () => ({ save }));

  // Saves a while after the last change: nothing of it is lost with the power.
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => void save(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  });

  const view = useFormView({
    draft,
    change: (edit) => setTyped(edit(draft)),
    leave: () => void save(),
    isShown: () => false,
    check: null,
    derived: [],
  });
  const summary =
    draft.customer.name === "" ? t("shared-unset") : [draft.customer.name, draft.dealer].filter((name) => name !== "").join(" · ");
  return (
    <Panel>
      <Disclosure title={t("shared-title")} summary={summary} isOpen={startsOpen}>
        <div className={css["form"]}>
          <p className={css["hint"]}>{t("shared-explain")}</p>
          <CustomerFields view={view} />
          <FaultFields view={view} />
          <Evidence view={view} withPaper />
        </div>
      </Disclosure>
    </Panel>
  );
}
