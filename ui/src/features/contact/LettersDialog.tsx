// Letters filled in from the record, in either language. One key copies the text; the program sends nothing.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useRead } from "../../ipc/ipc";
import type { About, Language, Letter, LetterKind } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Segments } from "../../kit/Segments";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import css from "./Contact.module.css";

export function LettersDialog(props: { about: About; onClose: () => void }) {
  const letters = useRead("letter_list", props.about).data;
  return letters === undefined ? null : <Letters letters={letters} onClose={props.onClose} />;
}

function Letters(props: { letters: readonly Letter[]; onClose: () => void }) {
  const { letters, onClose } = props;
  const { t } = useWords();
  const toast = useToast();
  const kinds = [...new Set(letters.map((letter) => letter.kind))];
  const [language, setLanguage] = useState<Language>(letters[0]?.language ?? "zh-CN");
  const [kind, setKind] = useState<LetterKind | null>(letters[0]?.kind ?? null);
  const letter = letters.find((one) => one.kind === kind && one.language === language);
  const copy = () => {
    if (letter === undefined) return;
    navigator.clipboard.writeText(letter.text).then(
      () => {
        toast({ text: t("letters-copied") });
        onClose();
      },
      () => toast({ tone: "trouble", text: t("letters-copy-failed") }),
    );
  };
  const label = (of: LetterKind) => {
    const fits = letters.some((one) => one.kind === of && one.is_fitting);
    return fits ? `${t(`letter_kind-${of}`)} · ${t("letters-fitting")}` : t(`letter_kind-${of}`);
  };
  return (
      <Dialog
        title={t("letters-title")}
        closeLabel={t("close")}
        onClose={onClose}
        onSave={copy}
        size="medium"
        footer={
          <>
            <Button onPress={onClose}>{t("go-back")}</Button>
            <Button kind="primary" keys="Ctrl+Enter" onPress={copy}>
              {t("letters-copy")}
            </Button>
          </>
        }
      >
        <p>{t("letters-explain")}</p>
        <Select
          name="kind"
          label={t("letters-kind")}
          value={kind}
          options={kinds.map((value) => ({ value, label: label(value) }))}
          onChange={setKind}
          placeholder={t("choose")}
        />
        <Segments
          label={t("letters-language")}
          value={language}
          options={[
            { value: "zh-CN", label: t("language-zh-CN") },
            { value: "en", label: t("language-en") },
          ]}
          onChange={setLanguage}
        />
        {letter !== undefined && (
          <p className={css["letter"]} lang={letter.language} aria-label={t("letters-text")} role="document">
            {letter.text}
          </p>
        )}
      </Dialog>
  );
}
