// The working days of the centre: what is published, what a newer calendar would move, and bringing it in.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useRead } from "../../ipc/ipc";
import type { CalendarFile, CalendarImport, CalendarShelf, CalendarYear } from "../../ipc/types.generated";
import { DropArea } from "../../kit/DropArea";
import { Notice } from "../../kit/Notice";
import { Facts, Page, Panel, Section } from "../../kit/Page";
import { Status } from "../../kit/Status";
import { failureText } from "../../trade/failure";
import { personName } from "../../trade/person";
import { dayWhy } from "../../trade/day";
import { DaySources, daySources, SourceMark } from "../../trade/daySources";
import { Day } from "../../trade/words";
import css from "./Calendar.module.css";
import { Preview } from "./Preview";

export function CalendarPage() {
  const words = useWords();
  const { t, times } = words;
  const shelf = useRead("calendar_shelf", null).data;
  const [file, setFile] = useState<CalendarFile | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (shelf === undefined) return null;
  const { country, published_until: until } = shelf;
  const choose = (files: File[]) => {
    const chosen = files[0];
    if (chosen === undefined) return;
    setFailure(null);
    void chosen.text().then((text) => setFile({ file: chosen.name, text }));
  };
  return (
    <Page
      title={t("calendar-title")}
      sub={until === null ? t("calendar-sub-unpublished", { country }) : t("calendar-sub", { country, until: times.day(until) })}
    >
      <div className={css["columns"]}>
        <div className={css["column"]}>
          <Panel>
            <Section title={t("calendar-import-label")}>
              {shelf.may_import ? (
                <DropArea
                  label={t("calendar-import-label")}
                  chooseLabel={t("calendar-import")}
                  accept=".csv,.toml"
                  hint={t("calendar-import-hint")}
                  keys="F3"
                  onFiles={choose}
                />
              ) : (
                <p>{t("people-ask-manager")}</p>
              )}
              {failure !== null && <Notice tone="over" title={failureText(words, failure)} />}
            </Section>
            {file !== null && (
              <Preview
                key={file.text}
                file={file}
                onFailure={(refused) => {
                  setFile(null);
                  setFailure(refused);
                }}
                onDone={() => setFile(null)}
              />
            )}
          </Panel>
          <Today shelf={shelf} />
          <Imports imports={shelf.imports} />
        </div>
        <Panel>
          {shelf.years.map((year) => (
            <Year key={year.year} year={year} />
          ))}
        </Panel>
      </div>
    </Page>
  );
}

function Today(props: { shelf: CalendarShelf }) {
  const { cycle_today: cycle } = props.shelf;
  const { t } = useWords();
  const isProvisional = cycle.calendar_status === "provisional";
  return (
    <Panel>
      <Section title={t("calendar-today")}>
        <Facts
          items={[
            [t("cycle-target"), <Day key="target" date={cycle.target_on} />],
            [t("cycle-limit"), <Day key="limit" date={cycle.limit_on} isProvisional={isProvisional} />],
          ]}
        />
      </Section>
    </Panel>
  );
}

function Imports(props: { imports: readonly CalendarImport[] }) {
  const { t, times } = useWords();
  return (
    <Panel>
      <Section title={t("calendar-imports")}>
        {props.imports.length === 0 ? (
          <p>{t("calendar-imports-none")}</p>
        ) : (
          <ul className={css["imports"]}>
            {props.imports.map((one) => (
              <li key={one.id}>
                <strong>{one.file}</strong> {one.countries.join(t("list-separator"))} {one.years.join(t("list-separator"))}
                {!one.is_read && <Status icon="warning" tone="due">{t("calendar-unread")}</Status>}
                <small>
                  {personName(t, one.imported_by)} · {times.instant(one.imported_at)}
                </small>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Panel>
  );
}

function Year(props: { year: CalendarYear }) {
  const { year } = props;
  const words = useWords();
  const { t } = words;
  const sources = daySources(year.days);
  return (
    <Section
      title={t("calendar-year", { year: String(year.year) })}
      hint={
        <Status icon={year.status === "published" ? "tick" : "half"} tone={year.status === "published" ? "ok" : "due"}>
          {t(`calendar-year-${year.status}`)}
        </Status>
      }
    >
      {year.days.length === 0 ? (
        <p>{t("calendar-year-none")}</p>
      ) : (
        <>
          <ul className={css["days"]}>
            {year.days.map((day) => (
              <li key={day.date} data-worked={day.is_working || undefined}>
                <Day date={day.date} />{" "}
                <span>
                  {dayWhy(words, day)}
                  <SourceMark sources={sources} day={day} />
                </span>
              </li>
            ))}
          </ul>
          <DaySources sources={sources} />
        </>
      )}
    </Section>
  );
}
