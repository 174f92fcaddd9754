// The sales register: what was sold, as files have stated it. A serial that is missing here proves nothing.

import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { usePages, useRead } from "../../ipc/ipc";
import type { Sale } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { LongGrid, type Column } from "../../kit/Grid";
import { useKeys } from "../../kit/keys";
import { Empty, Page, Panel, Section } from "../../kit/Page";
import { SearchField } from "../../kit/SearchField";
import { useDebounced } from "../../kit/useDebounced";
import { Code } from "../../trade/words";
import css from "./Registry.module.css";

const SEARCH_AFTER_MS = 120;

export function RegisterPage() {
  const { t, times } = useWords();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const text = useDebounced(typed.trim(), SEARCH_AFTER_MS);
  const sales = usePages("registry_list", (after) => ({ text, after, limit: 200 }));
  const rows = sales.pages.flatMap((page) => page.rows);
  const first = sales.pages[0];
  const asOf = first?.as_of ?? null;
  const toImport = () => void navigate({ to: "/register/import" });
  useKeys([{ id: "import", keys: "I", label: t("bench-import-register"), scope: "screen", run: toImport }]);
  return (
    <Page
      fills
      title={t("place-register")}
      sub={
        <>
          {t("list-count", { count: first?.total ?? 0 })}
          {asOf !== null && ` · ${t("register-as-of", { at: times.instant(asOf) })}`}
        </>
      }
      aside={
        <>
          <SearchField label={t("register-search")} value={typed} onChange={setTyped} />
          <Button kind="primary" keys="I" onPress={toImport}>
            {t("bench-import-register")}
          </Button>
        </>
      }
    >
      <Panel fills>
        {sales.isLoaded && rows.length === 0 && (
          <Empty icon="search" title={t(text === "" ? "register-none" : "search-none")}>
            {text === "" ? (
              <>
                <p>{t("register-none-hint")}</p>
                <Button kind="primary" onPress={toImport}>
                  {t("register-import-first")}
                </Button>
              </>
            ) : (
              t("search-none-hint")
            )}
          </Empty>
        )}
        {rows.length > 0 && <Rows rows={rows} total={first?.total ?? rows.length} onNearEnd={sales.more} />}
      </Panel>
      <History />
    </Page>
  );
}

function Rows(props: { rows: readonly Sale[]; total: number; onNearEnd: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const columns: ReadonlyArray<Column<Sale>> = [
    { id: "serial", header: t("column-serial"), width: "16rem", cell: (row) => <Code>{row.serial}</Code> },
    { id: "model", header: t("column-model"), cell: (row) => row.model },
    {
      id: "class",
      header: t("field-product_class"),
      width: "12rem",
      cell: (row) => (row.product_class === null ? "" : t(`product_class-${row.product_class}`)),
    },
    { id: "voucher", header: t("field-voucher_date"), width: "10rem", cell: (row) => row.voucher_date ?? "" },
    { id: "contract", header: t("field-contract_date"), width: "10rem", cell: (row) => row.contract_date ?? "" },
    {
      id: "kind",
      header: t("field-sale_kind"),
      width: "13rem",
      cell: (row) => (row.sale_kind === null ? "" : t(`sale_kind-${row.sale_kind}`)),
    },
    { id: "dealer", header: t("field-dealer"), cell: (row) => row.dealer },
    { id: "customer", header: t("column-customer"), cell: (row) => row.customer },
  ];
  return (
    <LongGrid
      label={t("place-register")}
      columns={columns}
      rows={props.rows}
      total={props.total}
      rowKey={(row) => row.serial}
      onOpen={(row) => void navigate({ to: "/units/$serial", params: { serial: row.serial } })}
      onNearEnd={props.onNearEnd}
    />
  );
}

function History() {
  const { t, times } = useWords();
  const history = useRead("registry_history", null).data ?? [];
  if (history.length === 0) return null;
  return (
    <Panel>
      <Section title={t("register-history")}>
        <ul className={css["history"]}>
          {history.slice(0, 5).map((entry) => (
            <li key={entry.id}>
              <span>{times.instant(entry.at)}</span>
              <span>{entry.name}</span>
              <span>
                {t("import-history-line", { imported: entry.imported, updated: entry.updated, skipped: entry.skipped })}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </Panel>
  );
}
