// Every serial this station knows, from the register or from a work order.

import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { usePages } from "../../ipc/ipc";
import type { UnitRow } from "../../ipc/types.generated";
import { LongGrid, type Column } from "../../kit/Grid";
import { Empty, Page, Panel } from "../../kit/Page";
import { SearchField } from "../../kit/SearchField";
import { useDebounced } from "../../kit/useDebounced";
import { Code } from "../../trade/words";

const SEARCH_AFTER_MS = 120;

export function UnitList() {
  const { t } = useWords();
  const [typed, setTyped] = useState("");
  const text = useDebounced(typed.trim(), SEARCH_AFTER_MS);
  const units = usePages("unit_list", (after) => ({ text, after, limit: 200 }));
  const rows = units.pages.flatMap((page) => page.rows);
  return (
    <Page
      fills
      title={t("place-units")}
      sub={t("units-hint")}
      aside={<SearchField label={t("units-search")} value={typed} onChange={setTyped} />}
    >
      <Panel fills>
        {units.isLoaded && rows.length === 0 && (
          <Empty icon="search" title={t(text === "" ? "units-none" : "search-none")}>
            {t(text === "" ? "units-none-hint" : "search-none-hint")}
          </Empty>
        )}
        {rows.length > 0 && <Rows rows={rows} onNearEnd={units.more} />}
      </Panel>
    </Page>
  );
}

function Rows(props: { rows: readonly UnitRow[]; onNearEnd: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const columns: ReadonlyArray<Column<UnitRow>> = [
    { id: "serial", header: t("column-serial"), width: "18rem", cell: (row) => <Code>{row.serial}</Code> },
    { id: "model", header: t("column-model"), cell: (row) => row.model },
    {
      id: "class",
      header: t("field-product_class"),
      width: "14rem",
      cell: (row) => (row.product_class === null ? "" : t(`product_class-${row.product_class}`)),
    },
    {
      id: "register",
      header: t("place-register"),
      width: "14rem",
      cell: (row) => t(row.registered ? "unit-registered" : "unit-unregistered"),
    },
    { id: "tickets", header: t("place-tickets"), width: "10rem", align: "end", cell: (row) => String(row.tickets) },
    {
      id: "open",
      header: t("unit-open-ticket"),
      width: "18rem",
      cell: (row) => (row.open === null ? "" : <Code>{row.open}</Code>),
    },
  ];
  return (
    <LongGrid
      label={t("place-units")}
      columns={columns}
      rows={props.rows}
      rowKey={(row) => row.serial}
      onOpen={(row) => void navigate({ to: "/units/$serial", params: { serial: row.serial } })}
      onNearEnd={props.onNearEnd}
    />
  );
}
