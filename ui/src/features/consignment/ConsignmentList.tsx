// All parcels: those that are open with their days running, or any by waybill, sender or dealer.

import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { usePages } from "../../ipc/ipc";
import type { ConsignmentRow } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { LongGrid } from "../../kit/Grid";
import { useKeys } from "../../kit/keys";
import { Empty, Page, Panel } from "../../kit/Page";
import { SearchField } from "../../kit/SearchField";
import { Segments } from "../../kit/Segments";
import { useDebounced } from "../../kit/useDebounced";
import { useConsignmentColumns, useConsignmentLabel } from "../../trade/consignmentColumns";

const SEARCH_AFTER_MS = 120;
const filters = ["open", "all"] as const;

export function ConsignmentList() {
  const { t } = useWords();
  const navigate = useNavigate();
  const columns = useConsignmentColumns();
  const label = useConsignmentLabel();
  const [filter, setFilter] = useState<(typeof filters)[number]>("open");
  const [typed, setTyped] = useState("");
  const text = useDebounced(typed.trim(), SEARCH_AFTER_MS);
  const list = usePages("consignment_list", (after) => ({ open: filter === "open", text, after, limit: 200 }));
  const rows = list.pages.flatMap((page) => page.rows);
  const receive = () => void navigate({ to: "/parcels/receive", search: {} });
  useKeys([{ id: "receive-parcel", keys: "F4", label: t("key-receive-parcel"), scope: "screen", run: receive }]);
  return (
    <Page
      fills
      title={t("place-consignment")}
      sub={list.isLoaded ? t("list-count", { count: rows.length }) : undefined}
      aside={
        <>
          <SearchField label={t("consignments-search")} value={typed} onChange={setTyped} />
          <Segments
            label={t("consignments-filter")}
            value={filter}
            options={filters.map((value) => ({ value, label: t(`consignments-${value}`) }))}
            onChange={setFilter}
          />
          <Button kind="primary" keys="F4" onPress={receive}>
            {t("key-receive-parcel")}
          </Button>
        </>
      }
    >
      <Panel fills>
        {list.isLoaded && rows.length === 0 && (
          <Empty icon="search" title={t(text === "" ? "consignments-none" : "consignments-not-found")}>
            {text === "" ? t("consignments-none-hint") : t("search-none-hint")}
          </Empty>
        )}
        {rows.length > 0 && (
          <LongGrid
            label={t("place-consignment")}
            columns={columns}
            rows={rows}
            rowKey={(row: ConsignmentRow) => row.id}
            rowLabel={label}
            onOpen={(row) => void navigate({ to: "/parcels/$id", params: { id: row.id } })}
            onNearEnd={list.more}
          />
        )}
      </Panel>
    </Page>
  );
}
