// What all units of a parcel have in common, asked once: who sent them, how, what is wrong with all of them, which
// papers came. It saves itself; units that are scanned afterwards carry it.

import { useEffect, useImperativeHandle, useRef, useState, type Ref } from "react";
import { AuthorisationFields } from "../../features/intake/Arrival";
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

/** What is typed counts until it is saved and the record has been read again: no field goes back while one types. */
interface Typed {
  readonly draft: IntakeDraft;
  /** The record as it was read before this was saved over it; null while it is not saved. */
  readonly over: IntakeDraft | null;
}

/** As long as a thought between two fields. */
const SAVE_AFTER_MS = 900;

export function SharedFacts({ life, handle }: { life: ConsignmentLife; handle: Ref<SharedHandle> }) {
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const transport = useTransport();
  const [typed, setTyped] = useState<Typed | null>(null);
  // It stays as it was while one types in it.
  const [startsOpen] = useState(() => life.shared.customer.name === "");
  const saving = useRef<Promise<void>>(Promise.resolve());
  const isOver = typed === null || (typed.over !== null && typed.over !== life.shared);
  const draft = isOver ? life.shared : typed.draft;

  const save = async () => {
    if (typed === null || typed.over !== null) return;
    const over = life.shared;
    saving.current = saving.current.then(async () => {
      try {
        await transport.call("consignment_share", { id: life.row.id, shared: typed.draft });
        setTyped((now) => (now === typed ? { ...typed, over } : now));
      } catch (thrown) {
        toast({ tone: "trouble", text: failureText(words, toFailure(thrown)) });
      }
    });
    await saving.current;
  };
  useImperativeHandle(handle, () => ({ save }));

  // Saves a while after the last change: nothing of it is lost with the power.
  useEffect(() => {
    if (typed === null || typed.over !== null) return;
    const timer = setTimeout(() => void save(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  });

  const view = useFormView({
    draft,
    change: (edit) => setTyped({ draft: edit(draft), over: null }),
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
          <AuthorisationFields view={view} />
          <FaultFields view={view} />
          <Evidence view={view} withPaper />
        </div>
      </Disclosure>
    </Panel>
  );
}
