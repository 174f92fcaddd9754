// Spare parts on stock: how many are here, kept and awaited. Enter opens one.

import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useRead } from "../../ipc/ipc";
import type { PartFilter, PartRow } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { LongGrid, type Column } from "../../kit/Grid";
import { useKeys } from "../../kit/keys";
import { Empty, Page, Panel } from "../../kit/Page";
import { SearchField } from "../../kit/SearchField";
import { Segments } from "../../kit/Segments";
import { useDebounced } from "../../kit/useDebounced";
import { money } from "../../trade/money";
import { Code } from "../../trade/words";
import { ImportDialog } from "./ImportDialog";
import css from "./Part.module.css";
import { partName } from "./part";
import { PartDialog } from "./PartDialog";

const SEARCH_AFTER_MS = 120;
const filters: readonly PartFilter[] = ["all", "none_free", "wanted"];

export function PartsPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const [filter, setFilter] = useState<PartFilter>("all");
  const [over, setOver] = useState<"add" | "import" | null>(null);
  const text = useDebounced(typed.trim(), SEARCH_AFTER_MS);
  const rows = useRead("part_list", { filter, text }).data;
  const add = () => setOver("add");
  const close = () => setOver(null);
  const isAll = text === "" && filter === "all";
  useKeys([{ id: "part-add", keys: "F3", label: t("parts-add"), scope: "screen", run: add }]);
  return (
    <Page
      fills
      title={t("place-parts")}
      sub={rows === undefined ? undefined : t("parts-count", { count: rows.length })}
      aside={
        <div className={css["aside"]}>
          <Segments
            label={t("parts-filter")}
            value={filter}
            options={filters.map((value) => ({ value, label: t(`part_filter-${value}`) }))}
            onChange={setFilter}
          />
          <SearchField label={t("parts-search")} value={typed} onChange={setTyped} />
          <Button keys="F3" onPress={add}>
            {t("parts-add")}
          </Button>
          <Button onPress={() => setOver("import")}>{t("parts-import")}</Button>
        </div>
      }
    >
      <Panel fills>
        {rows !== undefined && rows.length === 0 && (
          <Empty icon="search" title={t(isAll ? "parts-empty" : "parts-none-found")}>
            {t(isAll ? "parts-empty-note" : "parts-search-hint")}
          </Empty>
        )}
        {rows !== undefined && rows.length > 0 && <Rows rows={rows} />}
      </Panel>
      {over === "import" && <ImportDialog onClose={close} />}
      {over === "add" && (
        <PartDialog
          row={null}
          onClose={close}
          onSaved={(row) => void navigate({ to: "/parts/$id", params: { id: row.id } })}
        />
      )}
    </Page>
  );
}

function Rows(props: { rows: readonly PartRow[] }) {
  const words = useWords();
  const { t, times } = words;
  const navigate = useNavigate();
  const figure = (id: "on_hand" | "reserved" | "free" | "wanted"): Column<PartRow> => ({
    id,
    header: t(`part-${id}`),
    width: "9rem",
    align: "end",
    cell: (row) => (id === "wanted" && row.wanted === 0 ? "" : times.number(row[id])),
  });
  const columns: ReadonlyArray<Column<PartRow>> = [
    { id: "number", header: t("part-number"), width: "16rem", cell: (row) => <Code>{row.card.number}</Code> },
    { id: "name", header: t("part-name"), cell: (row) => partName(words, row.card) },
    { id: "position", header: t("part-position"), width: "10rem", cell: (row) => row.card.position },
    {
      id: "cost",
      header: t("part-cost"),
      width: "12rem",
      align: "end",
      cell: (row) => (row.card.cost_minor === null ? "" : money(words, row.card.cost_minor, row.card.currency)),
    },
    figure("on_hand"),
    figure("reserved"),
    figure("free"),
    figure("wanted"),
  ];
  return (
    <LongGrid
      label={t("place-parts")}
      columns={columns}
      rows={props.rows}
      rowKey={(row) => row.id}
      rowLabel={(row) => `${row.card.number} ${partName(words, row.card)}`}
      onOpen={(row) => void navigate({ to: "/parts/$id", params: { id: row.id } })}
    />
  );
}
