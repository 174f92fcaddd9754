// What the test bench measures and the short lists of a diagnosis. Every change is a version with who, when and why; old
// sheets and diagnoses keep what they say. Enter opens an entry, F3 adds one.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useRead } from "../../ipc/ipc";
import type { CatalogueShelf, ListEntry, Parameter } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { LongGrid, type Column } from "../../kit/Grid";
import { useKeys } from "../../kit/keys";
import { Page, Panel } from "../../kit/Page";
import { Segments } from "../../kit/Segments";
import { named } from "../../trade/named";
import { Code } from "../../trade/words";
import { classes, listNames, type ListName } from "./catalogue";
import css from "./Catalogue.module.css";
import { ListEntryDialog } from "./ListEntryDialog";
import { ParameterDialog } from "./ParameterDialog";
import { Versions } from "./Versions";

type Shown = "parameter" | ListName;

const shownLists: readonly Shown[] = ["parameter", ...listNames];

export function CataloguePage() {
  const { t } = useWords();
  const shelf = useRead("bench_catalogue_get", null).data;
  const [shown, setShown] = useState<Shown>("parameter");
  /** The place of the entry in its list; one past the last adds one. */
  const [open, setOpen] = useState<number | null>(null);
  const entries = shelf === undefined ? [] : shown === "parameter" ? shelf.content.parameter : (shelf.content.lists?.[shown] ?? []);
  const refusal = shelf?.may_change === true ? null : t("people-ask-manager");
  const add = () => {
    if (refusal === null) setOpen(entries.length);
  };
  useKeys([{ id: "catalogue-add", keys: "F3", label: t("catalogue-add"), scope: "screen", run: add }]);
  if (shelf === undefined) return null;
  const close = () => setOpen(null);
  return (
    <Page
      fills
      title={t("catalogue-title")}
      sub={t("catalogue-sub", { version: shelf.version })}
      aside={
        <div className={css["aside"]}>
          <Segments
            label={t("catalogue-shown")}
            value={shown}
            options={shownLists.map((value) => ({ value, label: t(`catalogue-list-${value}`) }))}
            onChange={setShown}
          />
          <Button keys="F3" disabledReason={refusal} onPress={add}>
            {t("catalogue-add")}
          </Button>
        </div>
      }
    >
      <div className={css["columns"]}>
        <Panel fills>
          {shown === "parameter" ? (
            <Parameters rows={shelf.content.parameter} onOpen={refusal === null ? setOpen : undefined} />
          ) : (
            <Entries list={shown} rows={shelf.content.lists?.[shown] ?? []} onOpen={refusal === null ? setOpen : undefined} />
          )}
        </Panel>
        <Versions shelf={shelf} refusal={refusal} />
      </div>
      {open !== null && <OpenEntry shelf={shelf} shown={shown} at={open} onClose={close} />}
    </Page>
  );
}

function OpenEntry(props: { shelf: CatalogueShelf; shown: Shown; at: number; onClose: () => void }) {
  const { shelf, shown, at, onClose } = props;
  if (shown === "parameter") return <ParameterDialog shelf={shelf} at={at} onClose={onClose} />;
  return <ListEntryDialog shelf={shelf} list={shown} at={at} onClose={onClose} />;
}

function Parameters(props: { rows: readonly Parameter[]; onOpen: ((at: number) => void) | undefined }) {
  const { rows, onOpen } = props;
  const words = useWords();
  const { t } = words;
  const columns: ReadonlyArray<Column<Parameter>> = [
    { id: "code", header: t("catalogue-code"), width: "14rem", cell: (row) => <Code>{row.code}</Code> },
    { id: "name", header: t("catalogue-name"), cell: (row) => named(words, row) },
    { id: "limit", header: t("catalogue-limit"), width: "9rem", cell: (row) => t(`limit_kind-${row.limit}`) },
    ...classes.map((of): Column<Parameter> => ({
      id: of,
      header: t(`product_class-${of}`),
      width: "9rem",
      align: "end",
      cell: (row) => standardOf(t, row, row.standard[of]),
    })),
    { id: "unit", header: t("catalogue-unit"), width: "6rem", cell: (row) => row.unit },
  ];
  return (
    <LongGrid
      label={t("catalogue-list-parameter")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.code}
      rowLabel={(row) => named(words, row)}
      onOpen={onOpen === undefined ? undefined : (row) => onOpen(rows.indexOf(row))}
    />
  );
}

/** Nothing where a class is not measured. */
function standardOf(t: ReturnType<typeof useWords>["t"], row: Parameter, standard: string | undefined): string {
  if (standard === undefined) return "";
  if (row.limit === "yes_no") return t("limit-yes_no");
  return standard === "" ? t("catalogue-by-model") : standard;
}

function Entries(props: { list: ListName; rows: readonly ListEntry[]; onOpen: ((at: number) => void) | undefined }) {
  const { list, rows, onOpen } = props;
  const words = useWords();
  const { t } = words;
  const means: Column<ListEntry> = {
    id: "finding",
    header: t("catalogue-finding"),
    width: "22rem",
    cell: (row) => (row.finding !== null ? t(`finding-${row.finding}`) : row.is_open ? t("catalogue-open") : ""),
  };
  const columns: ReadonlyArray<Column<ListEntry>> = [
    { id: "code", header: t("catalogue-code"), width: "18rem", cell: (row) => <Code>{row.code}</Code> },
    { id: "name", header: t("catalogue-name"), cell: (row) => named(words, row) },
    ...(list === "cause" || list === "fault" ? [means] : []),
    { id: "state", header: t("catalogue-state"), width: "10rem", cell: (row) => (row.is_retired ? t("catalogue-retired") : "") },
  ];
  return (
    <LongGrid
      label={t(`catalogue-list-${list}`)}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.code}
      rowLabel={(row) => named(words, row)}
      onOpen={onOpen === undefined ? undefined : (row) => onOpen(rows.indexOf(row))}
    />
  );
}
