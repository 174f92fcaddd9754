// All work orders: filter, search, walk with the arrows, open with Enter.

import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { usePages } from "../../ipc/ipc";
import type { Counts, TicketFilter, TicketRow } from "../../ipc/types.generated";
import { SearchField } from "../../kit/SearchField";
import { LongGrid } from "../../kit/Grid";
import { Empty, Page, Panel } from "../../kit/Page";
import { Segments } from "../../kit/Segments";
import { useDebounced } from "../../kit/useDebounced";
import { useTicketColumns } from "../../trade/ticketColumns";
import { useTicketLabel } from "../../trade/words";
import { BulkBar } from "./BulkBar";

const filters: readonly TicketFilter[] = ["open", "due", "overdue", "mine", "form_owed", "handed_over", "all"];
const SEARCH_AFTER_MS = 120;

export function TicketList() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { filter = "open", text = "" } = useSearch({ from: "/tickets" });
  const wanted = useDebounced(text.trim(), SEARCH_AFTER_MS);
  const list = usePages("ticket_list", (after) => ({ filter, text: wanted, after, limit: 200 }));
  const rows = list.pages.flatMap((page) => page.rows);
  const counts = list.pages[0]?.counts;
  const isWhole = list.pages.at(-1)?.next === null;
  const total = isWhole ? rows.length : counted(filter, wanted, counts);

  return (
    <Page
      fills
      title={t("place-tickets")}
      sub={
        <>
          {total === undefined ? t("list-more-than", { count: rows.length }) : t("list-count", { count: total })}
          {rows.length > 0 && ` · ${t("select-hint")}`}
        </>
      }
      aside={
        <>
          <SearchField
            label={t("tickets-search")}
            value={text}
            onChange={(typed) =>
              void navigate({ to: "/tickets", search: typed === "" ? { filter } : { filter, text: typed }, replace: true })
            }
          />
          <Segments
            label={t("tickets-filter")}
            value={filter}
            options={filters.map((value) => ({ value, label: t(`filter-${value}`) }))}
            onChange={(value) =>
              void navigate({ to: "/tickets", search: text === "" ? { filter: value } : { filter: value, text }, replace: true })
            }
          />
        </>
      }
    >
      <Panel fills>
        {!list.isLoaded ? null : rows.length === 0 ? (
          <NothingFound isSearch={wanted !== ""} filter={filter} />
        ) : (
          <Rows rows={rows} total={total} onNearEnd={list.more} />
        )}
      </Panel>
    </Page>
  );
}

/** How many rows there are behind the loaded ones, where the figures say so. */
function counted(filter: TicketFilter, text: string, counts: Counts | undefined): number | undefined {
  if (text !== "" || counts === undefined || filter === "all" || filter === "mine" || filter === "handed_over") return undefined;
  return filter === "form_owed" ? counts.forms_owed : counts[filter];
}

function Rows(props: { rows: readonly TicketRow[]; total: number | undefined; onNearEnd: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const columns = useTicketColumns(props.rows);
  const label = useTicketLabel();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  // What a filter or a change took out of the list is not acted on unseen.
  const chosen = props.rows.filter(({ id }) => selected.has(id));
  return (
    <>
    {chosen.length > 0 && <BulkBar rows={chosen} onKeep={setSelected} />}
    <LongGrid
      selection={{ keys: selected, onChange: setSelected }}
      label={t("place-tickets")}
      columns={columns}
      rows={props.rows}
      total={props.total}
      rowKey={(row) => row.id}
      rowLabel={label}
      onOpen={(row) => void navigate({ to: "/tickets/$id", params: { id: row.id } })}
      onNearEnd={props.onNearEnd}
    />
    </>
  );
}

function NothingFound(props: { isSearch: boolean; filter: TicketFilter }) {
  const { t } = useWords();
  if (props.isSearch) return <Empty icon="search" title={t("search-none")}>{t("search-none-hint")}</Empty>;
  return <Empty title={t(`tickets-none-${props.filter}`)}>{t("tickets-none-hint")}</Empty>;
}
