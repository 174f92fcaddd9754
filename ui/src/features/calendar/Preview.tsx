// What a calendar file would change, before it does: days that turn, work orders that get other dates.

import { useEffect } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useRead, useWrite } from "../../ipc/ipc";
import type { CalendarFile, CountryChange, Day as CalendarDay, Move } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { ShortGrid, type Column } from "../../kit/Grid";
import { Section } from "../../kit/Page";
import { useToast } from "../../kit/toasts";
import { Code, Day } from "../../trade/words";
import css from "./Calendar.module.css";
import { dayWhy } from "../../trade/day";

export function Preview(props: { file: CalendarFile; onFailure: (failure: Failure) => void; onDone: () => void }) {
  const { file, onFailure, onDone } = props;
  const { t } = useWords();
  const toast = useToast();
  const { data: preview, error } = useRead("calendar_preview", file);
  const bring = useWrite("calendar_import");
  useEffect(() => {
    if (error !== null) onFailure(error);
  }, [error, onFailure]);
  if (preview === undefined) return null;
  const save = () =>
    bring.mutate(file, {
      onError: onFailure,
      onSuccess: () => {
        toast({ text: t("calendar-imported", { file: file.file }) });
        onDone();
      },
    });
  const left = preview.moved - preview.moves.length;
  return (
    <Section title={t("calendar-preview", { file: file.file })}>
      {preview.countries.map((country) => (
        <Country key={country.country} country={country} />
      ))}
      <p>{preview.moved === 0 ? t("calendar-preview-none") : t("calendar-preview-moved", { moved: preview.moved, later: preview.later })}</p>
      {preview.moves.length > 0 && <Moves moves={preview.moves} />}
      {left > 0 && <p>{t("calendar-more", { count: left })}</p>}
      <div className={css["acts"]}>
        <Button kind="primary" autoFocus disabledReason={preview.is_known ? t("calendar-preview-known") : null} onPress={save}>
          {t("calendar-do")}
        </Button>
        <Button onPress={onDone}>{t("calendar-drop")}</Button>
      </div>
    </Section>
  );
}

function Country(props: { country: CountryChange }) {
  const { country } = props;
  const { t } = useWords();
  const years = country.years.length === 0 ? t("calendar-country-laid") : t("calendar-country-years", { years: country.years.join(", ") });
  return (
    <>
      <p>
        <strong>{t("calendar-country", { country: country.country, days: country.days, years })}</strong>
        {country.published.length > 0 && <> · {t("calendar-country-published", { years: country.published.join(", ") })}</>}
      </p>
      <Turned title={t("calendar-to-rest")} days={country.to_rest} />
      <Turned title={t("calendar-to-work")} days={country.to_work} />
    </>
  );
}

function Turned(props: { title: string; days: readonly CalendarDay[] }) {
  const words = useWords();
  if (props.days.length === 0) return null;
  return (
    <>
      <h3 className={css["turned"]}>{props.title}</h3>
      <ul className={css["days"]}>
        {props.days.map((day) => (
          <li key={day.date} data-worked={day.is_working || undefined}>
            <Day date={day.date} /> <span>{dayWhy(words, day)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Moves(props: { moves: readonly Move[] }) {
  const { t } = useWords();
  const columns: ReadonlyArray<Column<Move>> = [
    { id: "rma", header: t("column-rma"), cell: (move) => <Code>{move.rma}</Code> },
    { id: "received", header: t("field-received_on"), cell: (move) => <Day date={move.received_on} /> },
    {
      id: "before",
      header: t("calendar-column-before"),
      cell: (move) => <Day date={move.before.limit_on} isProvisional={move.before.calendar_status === "provisional"} />,
    },
    {
      id: "after",
      header: t("calendar-column-after"),
      cell: (move) => <Day date={move.after.limit_on} isProvisional={move.after.calendar_status === "provisional"} />,
    },
  ];
  return (
    <div className={css["moves"]}>
      <ShortGrid label={t("calendar-moves")} columns={columns} rows={props.moves} rowKey={(move) => move.id} />
    </div>
  );
}
