// The first start: three answers and the station is usable. Everything else can wait for Settings.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure, type Failure } from "../../ipc/failure";
import { useRead, useTransport } from "../../ipc/ipc";
import type { Language } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { TextField } from "../../kit/Field";
import { Notice } from "../../kit/Notice";
import { Segments } from "../../kit/Segments";
import { failureText } from "../../trade/failure";
import css from "./SetUp.module.css";

const languages: readonly Language[] = ["zh-CN", "en"];

export function SetUpPage() {
  const words = useWords();
  const { t, language } = words;
  const transport = useTransport();
  const settings = useRead("settings_get", null).data;
  const station = useRead("station_get", null).data;
  const [centre, setCentre] = useState("");
  const [name, setName] = useState("");
  const [actor, setActor] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  if (settings === undefined || station === undefined) return null;

  const begin = async () => {
    setFailure(null);
    try {
      await transport.call("settings_set", { ...settings, actor: actor.trim() });
      await transport.call("station_init", { centre: centre.trim() });
      if (name.trim() !== "") {
        const card = language === "en" ? { name_en: name.trim() } : { name_zh: name.trim() };
        await transport.call("centre_describe", { ...station.centre, ...card });
      }
    } catch (thrown) {
      setFailure(toFailure(thrown));
    }
  };

  return (
    <main className={css["page"]}>
      <div className={css["card"]}>
        <b className={css["brand"]}>Nightbench</b>
        <h1>{t("setup-title")}</h1>
        <p>{t("setup-explain")}</p>
        {failure !== null && <Notice tone="over" isAlert title={failureText(words, failure)} />}
        <Segments
          label={t("field-screen_language")}
          value={settings.language}
          options={languages.map((value) => ({ value, label: t(`language-${value}`) }))}
          onChange={(chosen) => void transport.call("settings_set", { ...settings, language: chosen })}
        />
        <TextField
          name="centre"
          label={t("setup-centre")}
          note={t("setup-centre-note")}
          value={centre}
          onChange={setCentre}
          onEnter={() => void begin()}
          isRequired
          autoFocus
          maxLength={12}
        />
        <TextField name="centre-name" label={t("setup-centre-name")} value={name} onChange={setName} onEnter={() => void begin()} />
        <TextField
          name="actor"
          label={t("setup-actor")}
          note={t("setup-actor-note")}
          value={actor}
          onChange={setActor}
          onEnter={() => void begin()}
        />
        <Button kind="primary" disabledReason={centre.trim() === "" ? t("setup-needs-centre") : null} onPress={() => void begin()}>
          {t("setup-begin")}
        </Button>
      </div>
    </main>
  );
}
