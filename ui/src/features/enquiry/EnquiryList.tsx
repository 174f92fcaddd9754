// All enquiries: those with something left to do, the one to be answered first first, or any by name, phone or serial.

import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { usePages } from "../../ipc/ipc";
import type { EnquiryRow } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { LongGrid } from "../../kit/Grid";
import { useKeys } from "../../kit/keys";
import { Empty, Page, Panel } from "../../kit/Page";
import { SearchField } from "../../kit/SearchField";
import { Segments } from "../../kit/Segments";
import { Status } from "../../kit/Status";
import { useDebounced } from "../../kit/useDebounced";
import { Code } from "../../trade/words";

const SEARCH_AFTER_MS = 120;
const filters = ["open", "all"] as const;

export function EnquiryList() {
  const { t, times } = useWords();
  const navigate = useNavigate();
  const [filter, setFilter] = useState<(typeof filters)[number]>("open");
  const [typed, setTyped] = useState("");
  const text = useDebounced(typed.trim(), SEARCH_AFTER_MS);
  const list = usePages("enquiry_list", (after) => ({ open: filter === "open", text, after, limit: 200 }));
  const rows = list.pages.flatMap((page) => page.rows);
  const begin = () => void navigate({ to: "/enquiries/new", search: {} });
  useKeys([{ id: "enquiry-here", keys: "N", label: t("key-new-enquiry"), scope: "screen", run: begin }]);
  return (
    <Page
      fills
      title={t("place-enquiries")}
      sub={list.isLoaded ? t("list-count", { count: rows.length }) : undefined}
      aside={
        <>
          <SearchField label={t("enquiries-search")} value={typed} onChange={setTyped} />
          <Segments
            label={t("enquiries-filter")}
            value={filter}
            options={filters.map((value) => ({ value, label: t(`enquiries-${value}`) }))}
            onChange={setFilter}
          />
          <Button kind="primary" keys="N" onPress={begin}>
            {t("key-new-enquiry")}
          </Button>
        </>
      }
    >
      <Panel fills>
        {list.isLoaded && rows.length === 0 && (
          <Empty icon="search" title={t(text === "" ? "enquiries-none" : "enquiries-not-found")}>
            {t(text === "" ? "enquiries-none-hint" : "search-none-hint")}
          </Empty>
        )}
        {rows.length > 0 && (
          <LongGrid
            label={t("place-enquiries")}
            rows={rows}
            rowKey={(row: EnquiryRow) => row.id}
            rowLabel={(row) => `${row.customer} ${row.words}`}
            onOpen={(row) => void navigate({ to: "/enquiries/$id", params: { id: row.id } })}
            onNearEnd={list.more}
            columns={[
              { id: "asked", header: t("column-asked"), width: "13rem", cell: (row) => times.instant(row.received_at) },
              { id: "way", header: t("column-way"), width: "9rem", cell: (row) => t(`way-${row.way}`) },
              { id: "customer", header: t("column-customer"), width: "14rem", cell: (row) => row.customer },
              { id: "words", header: t("column-question"), cell: (row) => row.words },
              { id: "serial", header: t("column-serial"), width: "13rem", cell: (row) => <Code>{row.serial}</Code> },
              { id: "reply", header: t("column-reply"), width: "22rem", cell: (row) => <Reply row={row} /> },
              {
                id: "result",
                header: t("field-result"),
                width: "13rem",
                cell: (row) => (row.result === null ? t("enquiry-is-open") : t(`result-${row.result}`)),
              },
            ]}
          />
        )}
      </Panel>
    </Page>
  );
}

/** Whether it was answered, and by when it must be. */
function Reply(props: { row: EnquiryRow }) {
  const { row } = props;
  const { t, times } = useWords();
  if (row.replied_at !== null)
    return (
      <Status icon="tick" tone="ok">
        {t("reply-done", { at: times.instant(row.replied_at) })}
      </Status>
    );
  const at = times.instant(row.reply_due_at);
  return row.is_overdue ? (
    <Status icon="triangle" tone="over">
      {t("reply-overdue", { at })}
    </Status>
  ) : (
    <Status icon="half" tone="due">
      {t("reply-due", { at })}
    </Status>
  );
}
