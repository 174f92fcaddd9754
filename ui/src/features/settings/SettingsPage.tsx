// What this machine's user chooses, what the centre's paper says, and the care of the records.

import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n/i18n";
import { useRead, useWrite } from "../../ipc/ipc";
import type { Density, FormLanguage, Language, Settings, Theme } from "../../ipc/types.generated";
import { TextField } from "../../kit/Field";
import { Page, Panel, Section } from "../../kit/Page";
import { Segments } from "../../kit/Segments";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { About } from "./About";
import { Care } from "./Care";
import { CentreForm } from "./CentreForm";
import { People } from "./People";
import { Printers } from "./Printers";
import { useDraftText } from "./useDraftText";
import { ScannerTest } from "./ScannerTest";
import css from "./Settings.module.css";

const languages: readonly Language[] = ["zh-CN", "en"];
const paperLanguages: readonly FormLanguage[] = ["zh-CN", "en", "both"];
const themes: readonly Theme[] = ["system", "light", "dark", "contrast"];
const densities: readonly Density[] = ["compact", "normal", "comfortable"];

export function SettingsPage() {
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const settings = useRead("settings_get", null).data;
  const station = useRead("station_get", null).data;
  const people = useRead("user_list", null).data ?? [];
  const write = useWrite("settings_set");
  if (settings === undefined || station === undefined) return null;
  const set = (change: Partial<Settings>) =>
    write.mutate(
      { ...settings, ...change },
      { onError: (failure) => toast({ tone: "trouble", text: failureText(words, failure) }) },
    );
  return (
    <Page title={t("place-settings")} sub={t("settings-sub")}>
      <div className={css["columns"]}>
        <div className={css["column"]}>
          <Panel>
            <Section title={t("settings-screen")}>
              <Choice label={t("field-screen_language")} value={settings.language} values={languages} word={(value) => t(`language-${value}`)} onChange={(language) => set({ language })} />
              <Choice label={t("field-theme")} value={settings.theme} values={themes} word={(value) => t(`theme-${value}`)} onChange={(theme) => set({ theme })} />
              <Choice label={t("field-density")} value={settings.density} values={densities} word={(value) => t(`density-${value}`)} onChange={(density) => set({ density })} />
              <SavedText
                name="actor"
                label={t(people.length === 0 ? "setup-actor" : "settings-actor")}
                note={t(people.length === 0 ? "setup-actor-note" : "settings-actor-note")}
                value={settings.actor}
                onSave={(actor) => set({ actor })}
              />
            </Section>
          </Panel>
          <Panel>
            <Section title={t("settings-paper")}>
              <Choice label={t("field-document_language")} value={settings.document_language} values={paperLanguages} word={(value) => t(`language-${value}`)} onChange={(document_language) => set({ document_language })} />
            </Section>
            <Printers settings={settings} onChange={set} />
          </Panel>
          <Panel>
            <Section title={t("settings-notices")} hint={t("notifies-note")}>
              <Choice
                label={t("field-notifies")}
                value={settings.notifies ? "yes" : "no"}
                values={["yes", "no"] as const}
                word={(value) => t(`notifies-${value}`)}
                onChange={(value) => set({ notifies: value === "yes" })}
              />
            </Section>
          </Panel>
          <Panel>
            <Section title={t("settings-scanner")}>
              <div className={css["pair"]}>
                <SavedText name="scan_prefix" label={t("field-scan_prefix")} note={t("scan-marks-note")} value={settings.scan_prefix} onSave={(scan_prefix) => set({ scan_prefix })} />
                <SavedText name="scan_suffix" label={t("field-scan_suffix")} value={settings.scan_suffix} onSave={(scan_suffix) => set({ scan_suffix })} />
              </div>
              <ScannerTest />
            </Section>
          </Panel>
        </div>
        <div className={css["column"]}>
          <People settings={settings} onLockMinutes={(lock_minutes) => set({ lock_minutes })} />
          <CentreForm centre={station.centre} />
          <Panel>
            <Section title={t("calendar-title")} hint={<Link to="/settings/calendar">{t("calendar-open-page")}</Link>}>
              <p>{t("calendar-explain")}</p>
            </Section>
          </Panel>
          <Panel>
            <Section title={t("hq-title")} hint={<Link to="/line">{t("hq-open-page")}</Link>}>
              <p>{t("hq-sub")}</p>
            </Section>
          </Panel>
          <Panel>
            <Section title={t("catalogue-title")} hint={<Link to="/settings/bench">{t("catalogue-open-page")}</Link>}>
              <p>{t("catalogue-explain")}</p>
            </Section>
          </Panel>
          <Care />
          <About station={station} />
        </div>
      </div>
    </Page>
  );
}

function Choice<Value extends string>(props: {
  label: string;
  value: Value;
  values: readonly Value[];
  word: (value: Value) => string;
  onChange: (value: Value) => void;
}) {
  return (
    <div className={css["choice"]}>
      <span aria-hidden="true">{props.label}</span>
      <Segments
        label={props.label}
        value={props.value}
        options={props.values.map((value) => ({ value, label: props.word(value) }))}
        onChange={props.onChange}
      />
    </div>
  );
}

/** A text that is saved when one leaves it or presses Enter. */
function SavedText(props: { name: string; label: string; note?: string; value: string; onSave: (text: string) => void }) {
  const { text, setText, save } = useDraftText(props.value, props.onSave);
  return (
    <TextField
      name={props.name}
      label={props.label}
      note={props.note}
      value={text}
      onChange={setText}
      onBlur={save}
      onEnter={save}
      maxLength={80}
    />
  );
}
