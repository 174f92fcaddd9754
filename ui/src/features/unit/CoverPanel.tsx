// How long a unit and its parts are covered as of a day, and what that rests on, entry by entry.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useLiveRead } from "../../ipc/ipc";
import type { CoverAccount, CoverEntry, CoverLine, ItemCover, UnitLife } from "../../ipc/types.generated";
import { DateField } from "../../kit/DateField";
import { ShortGrid, type Column } from "../../kit/Grid";
import { Notice } from "../../kit/Notice";
import { Facts, Panel, Section } from "../../kit/Page";
import { Status } from "../../kit/Status";
import { failureText } from "../../trade/failure";
import { personName } from "../../trade/person";
import { Day } from "../../trade/words";
import css from "./Unit.module.css";

export function CoverPanel(props: { serial: string; relabelled: UnitLife["relabelled"] }) {
  const words = useWords();
  const { t, times } = words;
  // Null until a day is asked for: the station knows its own today.
  const [asked, setAsked] = useState<string | null>(null);
  const account = useLiveRead("unit_cover", { serial: props.serial, as_of: asked });
  return (
    <Panel>
      <Section title={t("section-cover")} hint={t("cover-hint")}>
        <DateField
          name="cover_as_of"
          label={t("cover-as_of")}
          value={asked ?? account.data?.as_of ?? null}
          onChange={setAsked}
          className={css["asOf"]}
        />
        {account.error !== null && <Notice tone="over" title={failureText(words, account.error)} />}
        {account.data !== undefined && <Account account={account.data} />}
        {props.relabelled.map((label) => (
          <p key={label.id}>
            {t("relabelled-on", { at: times.date(label.done_at), who: personName(t, label.done_by), rma: label.rma, note: label.note })}{" "}
            {t("relabelled-cover")}
          </p>
        ))}
      </Section>
    </Panel>
  );
}

function Account(props: { account: CoverAccount }) {
  const { unit, parts, named } = props.account;
  const { t } = useWords();
  if (unit.lines.length === 0) return <p>{t("cover-unknown")}</p>;
  return (
    <>
      <Facts
        items={[
          [t("cover-unit"), <Last key="unit" cover={unit} />],
          [t("cover-parts"), <Last key="parts" cover={parts} />],
          ...named.map(({ part, cover }) => [part, <Last key={part} cover={cover} />] as const),
        ]}
      />
      <Entries account={props.account} />
    </>
  );
}

function Last(props: { cover: ItemCover }) {
  const { last, is_covered: isCovered } = props.cover;
  const { t } = useWords();
  if (last === null) return t("cover-table-silent");
  return (
    <>
      <Day date={last.date} isProvisional={last.status === "provisional"} />{" "}
      {isCovered ? (
        <Status icon="full" tone="ok">
          {t("cover-covered")}
        </Status>
      ) : (
        <Status icon="dash" tone="plain">
          {t("cover-over")}
        </Status>
      )}
    </>
  );
}

interface Row {
  readonly key: string;
  readonly item: "cover-unit" | "cover-parts";
  readonly line: CoverLine;
}

function Entries(props: { account: CoverAccount }) {
  const { unit, parts } = props.account;
  const { t, times } = useWords();
  const entryText = useEntryText();
  // Every entry stands once for the unit, and again for its parts where it changed their period.
  const rows = unit.lines.flatMap((line, index): Row[] => {
    const ofParts = parts.lines[index];
    const own: Row = { key: `${index}-unit`, item: "cover-unit", line };
    return ofParts?.moved_end ? [own, { key: `${index}-parts`, item: "cover-parts", line: ofParts }] : [own];
  });
  const columns: ReadonlyArray<Column<Row>> = [
    { id: "day", header: t("column-day"), width: "14rem", cell: ({ line }) => <Day date={dayOf(line.entry)} /> },
    { id: "entry", header: t("cover-entry"), cell: ({ line }) => entryText(line.entry) },
    { id: "item", header: t("cover-item"), width: "9rem", cell: ({ item }) => t(item) },
    {
      id: "until",
      header: t("cover-until"),
      width: "14rem",
      cell: ({ line }) => (line.nominal_end === null ? "—" : <Day date={line.nominal_end} />),
    },
  ];
  return (
    <div className={css["table"]}>
      <ShortGrid
        label={t("cover-entries")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
        rowLabel={({ item, line }) => `${times.day(dayOf(line.entry))} ${entryText(line.entry)} ${t(item)}`}
      />
    </div>
  );
}

function dayOf(entry: CoverEntry): string {
  return entry.entry === "purchase" ? entry.starts_on : entry.completed_on;
}

function useEntryText(): (entry: CoverEntry) => string {
  const { t } = useWords();
  return (entry) => {
    switch (entry.entry) {
      case "purchase":
        return t("cover-entry-purchase");
      case "repair":
        if (entry.terms === "paid") return t("cover-entry-paid");
        return entry.item.part === null ? t("cover-entry-repair") : t("cover-entry-repair-part", { part: entry.item.part });
      case "exchange":
        return t("cover-entry-exchange", { by: entry.by, serial: entry.serial });
    }
  };
}
