// Masters: what headquarters says before any sale, by kind, with the file that last said it and when.

import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { usePages, useRead } from "../../ipc/ipc";
import type { MasterKind, MasterRow } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { LongGrid } from "../../kit/Grid";
import { useKeys } from "../../kit/keys";
import { Empty, Page, Panel, Section } from "../../kit/Page";
import { SearchField } from "../../kit/SearchField";
import { Segments } from "../../kit/Segments";
import { useDebounced } from "../../kit/useDebounced";
import { masterKinds } from "./kinds";
import { columnsOf } from "./masterColumns";
import { MasterDialog } from "./MasterDialog";
import css from "./Masters.module.css";

const SEARCH_AFTER_MS = 120;

export function MastersPage() {
  const words = useWords();
  const { t, times } = words;
  const { kind = "model" } = useSearch({ from: "/masters" });
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const [opened, setOpened] = useState<MasterRow | null>(null);
  const text = useDebounced(typed.trim(), SEARCH_AFTER_MS);
  const masters = usePages("master_list", (after) => ({ kind, text, after, limit: 200 }));
  const rows = masters.pages.flatMap((page) => page.rows);
  const first = masters.pages[0];
  const asOf = first?.as_of ?? null;
  const toImport = () => void navigate({ to: "/masters/import", search: { kind } });
  useKeys([{ id: "import", keys: "I", label: t("masters-import"), scope: "screen", run: toImport }]);
  return (
    <Page
      fills
      title={t("place-masters")}
      sub={
        <>
          {t("list-count", { count: first?.total ?? 0 })}
          {asOf !== null && ` · ${t("masters-as-of", { at: times.instant(asOf) })}`}
        </>
      }
      aside={
        <>
          <SearchField label={t("masters-search")} value={typed} onChange={setTyped} />
          <Button kind="primary" keys="I" onPress={toImport}>
            {t("masters-import")}
          </Button>
        </>
      }
    >
      <Segments
        label={t("masters-kinds")}
        value={kind}
        options={masterKinds.map((value) => ({ value, label: t(`masters-${value}`) }))}
        onChange={(next) => void navigate({ to: "/masters", search: { kind: next }, replace: true })}
      />
      <Panel fills>
        {masters.isLoaded && rows.length === 0 && (
          <Empty icon="search" title={t(text === "" ? "masters-none" : "search-none")}>
            {text === "" ? (
              <>
                <p>{t("masters-sub")}</p>
                <p>{t("masters-none-hint")}</p>
                <Button kind="primary" onPress={toImport}>
                  {t("masters-import")}
                </Button>
              </>
            ) : (
              t("search-none-hint")
            )}
          </Empty>
        )}
        {rows.length > 0 && (
          <LongGrid
            key={kind}
            label={t(`masters-${kind}`)}
            columns={columnsOf(words, kind)}
            rows={rows}
            total={first?.total ?? rows.length}
            rowKey={(row) => row.key}
            onOpen={setOpened}
            onNearEnd={masters.more}
          />
        )}
      </Panel>
      <History kind={kind} />
      {opened !== null && <MasterDialog row={opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}

function History(props: { kind: MasterKind }) {
  const { t, times } = useWords();
  const history = useRead("master_history", { kind: props.kind }).data ?? [];
  if (history.length === 0) return null;
  return (
    <Panel>
      <Section title={t("masters-history")}>
        <ul className={css["history"]}>
          {history.slice(0, 5).map((entry) => (
            <li key={entry.id}>
              <span>{times.instant(entry.at)}</span>
              <span>
                {entry.name}
                {entry.complete && <small> {t("masters-history-complete")}</small>}
              </span>
              <span>
                {t("masters-history-line", {
                  imported: entry.imported,
                  updated: entry.updated,
                  ended: entry.ended,
                  skipped: entry.skipped,
                })}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </Panel>
  );
}
