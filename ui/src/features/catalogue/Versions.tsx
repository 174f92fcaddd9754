// What was changed, by whom and why, newest first. Going back makes a new version that says the same as an old one.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { BenchCatalogue, CatalogueShelf } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { TextField } from "../../kit/Field";
import { Panel, Section } from "../../kit/Page";
import { FormDialog } from "../../trade/FormDialog";
import { personName } from "../../trade/person";
import css from "./Catalogue.module.css";
import { useSave } from "./useSave";

interface Back {
  readonly version: number;
  readonly content: BenchCatalogue;
}

export function Versions(props: { shelf: CatalogueShelf; refusal: string | null }) {
  const { shelf, refusal } = props;
  const { t, times } = useWords();
  const [back, setBack] = useState<Back | null>(null);
  const again = (one: Back) =>
    one.version !== shelf.version && (
      <Button kind="quiet" label={t("catalogue-back-to", { version: one.version })} disabledReason={refusal} onPress={() => setBack(one)}>
        {t("catalogue-back")}
      </Button>
    );
  return (
    <Panel>
      <Section title={t("catalogue-versions")}>
        <ol className={css["versions"]}>
          {shelf.versions.map((one) => (
            <li key={one.id}>
              <span>
                {t("catalogue-version", { version: one.version, who: personName(t, one.saved_by), when: times.instant(one.saved_at) })}
                <br />
                <span className={css["small"]}>{one.reason}</span>
              </span>
              {again(one)}
            </li>
          ))}
          <li>
            <span>{t("catalogue-shipped")}</span>
            {again({ version: 0, content: shelf.shipped })}
          </li>
        </ol>
      </Section>
      {back !== null && <BackDialog shelf={shelf} back={back} onClose={() => setBack(null)} />}
    </Panel>
  );
}

function BackDialog(props: { shelf: CatalogueShelf; back: Back; onClose: () => void }) {
  const { shelf, back, onClose } = props;
  const { t } = useWords();
  const { failure, save } = useSave(shelf, onClose);
  const [reason, setReason] = useState("");
  return (
    <FormDialog
      title={t("catalogue-back-to", { version: back.version })}
      isTouched={reason.trim() !== ""}
      at="reason"
      saveLabel={t("catalogue-save")}
      why={reason.trim() === "" ? t("reason-needed") : null}
      failure={failure}
      onSave={() => save(back.content, reason.trim())}
      onClose={onClose}
    >
      <p>{t("catalogue-back-explain")}</p>
      <TextField name="reason" label={t("field-reason")} value={reason} onChange={setReason} isRequired autoFocus />
    </FormDialog>
  );
}
