// The sheet of a week on the screen: its figures beside those of the four weeks before, the oldest open work orders, the
// most frequent faults. What stands here is what is printed; every figure comes from the back end.

import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useWords } from "../../i18n/i18n";
import type { FaultCount, TicketRow, WeekSheet } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { ShortGrid, type Column } from "../../kit/Grid";
import { useKeys } from "../../kit/keys";
import { Empty, Page, Panel, Section } from "../../kit/Page";
import { useTicketColumns } from "../../trade/ticketColumns";
import { named } from "../../trade/named";
import { nextText } from "../../trade/work";
import { WeekFigures, WeekNotes } from "./WeekFigures";
import css from "./Week.module.css";

interface WeekPageProps {
  sheet: WeekSheet;
  onChoose: (week: string) => void;
  onPrint: () => void;
  onPreview: () => void;
}

export function WeekPage(props: WeekPageProps) {
  const { sheet, onChoose, onPrint, onPreview } = props;
  const { t } = useWords();
  const own = sheet.weeks.at(-1);
  const before = sheet.weeks.at(-2);
  const isFirst = own === undefined || sheet.began_on === null || own.first_on <= sheet.began_on;
  const isThis = own?.week === sheet.this_week;
  const isLast = own?.week === sheet.last_week;
  const earlier = () => {
    if (before !== undefined && !isFirst) onChoose(before.week);
  };
  const later = () => {
    if (!isThis) onChoose(sheet.week_after);
  };
  useKeys([
    { id: "week-print", keys: "P", label: t("week-print"), scope: "screen", run: onPrint },
    { id: "week-preview", keys: "V", label: t("week-preview"), scope: "screen", run: onPreview },
    { id: "week-earlier", keys: "[", label: t("week-earlier"), scope: "screen", quiet: true, run: earlier },
    { id: "week-later", keys: "]", label: t("week-later"), scope: "screen", quiet: true, run: later },
    { id: "week-last", keys: "L", label: t("week-last"), scope: "screen", quiet: true, run: () => onChoose(sheet.last_week) },
    { id: "week-this", keys: "T", label: t("week-this"), scope: "screen", quiet: true, run: () => onChoose(sheet.this_week) },
  ]);
  if (own === undefined) return null;
  const [year, week] = own.week.split("-W");
  const days = t("week-days", { from: own.first_on, to: own.last_on });
  return (
    <Page
      title={`${t("week-title")} · ${t("week-name", { year: year ?? "", week: String(Number(week)) })}`}
      sub={sheet.as_of === own.last_on ? days : `${days} · ${t("week-as-of", { day: sheet.as_of })}`}
      aside={
        <div className={css["aside"]}>
          <div role="group" aria-label={t("week-choose")} className={css["choose"]}>
            <Button keys="[" disabledReason={isFirst ? whyFirst(t, sheet.began_on) : null} onPress={earlier}>
              {t("week-earlier")}
            </Button>
            <Button keys="L" kind={isLast ? "primary" : "plain"} onPress={() => onChoose(sheet.last_week)}>
              {t("week-last")}
            </Button>
            <Button keys="T" kind={isThis ? "primary" : "plain"} onPress={() => onChoose(sheet.this_week)}>
              {t("week-this")}
            </Button>
            <Button keys="]" disabledReason={isThis ? t("week-no-later") : null} onPress={later}>
              {t("week-later")}
            </Button>
          </div>
          <Button keys="V" onPress={onPreview}>
            {t("week-preview")}
          </Button>
          <Button keys="P" onPress={onPrint}>
            {t("week-print")}
          </Button>
        </div>
      }
    >
      {sheet.began_on === null ? (
        <Empty title={t("week-empty")}>{t("week-empty-note")}</Empty>
      ) : (
        <div className={css["parts"]}>
          <Panel>
            <WeekFigures sheet={sheet} />
          </Panel>
          <Panel>
            <Oldest sheet={sheet} />
          </Panel>
          <div className={css["faults"]}>
            <Panel>
              <Section title={t("week-faults")}>
                <Faults
                  label={t("week-faults")}
                  place={t("week-column-batch")}
                  nothing={t("week-faults-none")}
                  rows={sheet.faults.map(({ model, batch, count }) => ({ place: batch === "" ? model : `${model} · ${batch}`, count }))}
                />
              </Section>
            </Panel>
            <Panel>
              <Section title={t("week-dealers")}>
                <Faults
                  label={t("week-dealers")}
                  place={t("week-column-dealer")}
                  nothing={t("week-dealers-none")}
                  rows={sheet.dealers.map(({ dealer, count }) => ({ place: dealer, count }))}
                />
              </Section>
            </Panel>
          </div>
          <WeekNotes sheet={sheet} />
        </div>
      )}
    </Page>
  );
}

function whyFirst(t: ReturnType<typeof useWords>["t"], began: string | null): string {
  return began === null ? t("week-empty") : t("week-records-begin", { day: began });
}

/** The columns of a work order that say why it is still here. */
const oldestColumns = ["rma", "model", "serial", "work", "day", "state"];

function Oldest(props: { sheet: WeekSheet }) {
  const { oldest, as_of: day, today } = props.sheet;
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  // The arrows walk the list at once, unless the hands are elsewhere already; the figures above stay in sight.
  useEffect(() => {
    const holder = document.activeElement;
    const isFree = holder === null || holder === document.body || holder.contains(list.current);
    if (isFree) list.current?.querySelector("table")?.focus({ preventScroll: true });
  }, []);
  const known = useTicketColumns(oldest).filter((column) => oldestColumns.includes(column.id));
  const columns: ReadonlyArray<Column<TicketRow>> = [
    ...known,
    { id: "owner", header: t("week-column-owner"), width: "9rem", cell: (row) => row.owner?.name ?? t("week-nobody") },
    {
      id: "next",
      header: t("week-column-next"),
      width: "26rem",
      cell: (row) => row.next !== null && <span title={nextText(words, row.next)}>{nextText(words, row.next)}</span>,
    },
  ];
  return (
    <Section title={t("week-oldest")} hint={t("week-oldest-note", { day, today })}>
      {oldest.length === 0 ? (
        <p>{t("week-oldest-none")}</p>
      ) : (
        <div ref={list}>
          <ShortGrid
            label={t("week-oldest")}
            columns={columns}
            rows={oldest}
            rowKey={(row) => row.id}
            rowLabel={(row) => row.rma}
            onOpen={(row) => void navigate({ to: "/tickets/$id", params: { id: row.id } })}
          />
        </div>
      )}
    </Section>
  );
}

interface FaultRow {
  readonly place: string;
  readonly count: FaultCount;
}

function Faults(props: { label: string; place: string; nothing: string; rows: readonly FaultRow[] }) {
  const { rows } = props;
  const words = useWords();
  const { t } = words;
  if (rows.length === 0) return <p>{props.nothing}</p>;
  return (
    <table className={css["table"]} aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col">{props.place}</th>
          <th scope="col">{t("week-column-fault")}</th>
          <th scope="col" className={css["number"]}>
            {t("week-column-own")}
          </th>
          <th scope="col" className={css["number"]}>
            {t("week-before")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ place, count }) => (
          <tr key={`${place} ${count.fault}`}>
            <td>{place}</td>
            <td>{named(words, count)}</td>
            <td className={css["number"]}>
              <b>{count.own}</b>
            </td>
            <td className={css["number"]}>{count.before}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
