// Places and what is at each: scan a place, then units, and each scan moves one there. Without a scanner the same
// by typing.

import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useRead, useWrite } from "../../ipc/ipc";
import type { Place, PlaceRow } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { ShortGrid } from "../../kit/Grid";
import { useKeys } from "../../kit/keys";
import { Empty, Page, Panel, Section } from "../../kit/Page";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { useScanTaker } from "../../trade/scanDesk";
import { useTicketColumns } from "../../trade/ticketColumns";
import { Code, useTicketLabel } from "../../trade/words";
import { Lines } from "./Lines";
import css from "./Place.module.css";
import { PlaceDialog } from "./PlaceDialog";
import { PlaceLabels } from "./PlaceLabels";
import { ScanField } from "./ScanField";
import { useMover } from "./useMover";

export function PlacesPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { place: code } = useSearch({ from: "/places" });
  const places = useRead("place_list", null).data;
  const here = places?.find((row) => row.place.code === code)?.place ?? null;
  const mover = useMover(here);
  const [editing, setEditing] = useState<{ place: Place | null } | null>(null);
  const { undo } = mover;

  useScanTaker((scan, text) => {
    switch (scan.kind) {
      case "place":
        void navigate({ to: "/places", search: { place: scan.place.code }, replace: true });
        return true;
      case "ticket":
      case "unit":
      case "text":
        mover.move(scan, text);
        return true;
      default:
        return false;
    }
  });
  useKeys([
    { id: "place-add", keys: "F3", label: t("places-add"), scope: "screen", run: () => setEditing({ place: null }) },
    ...(undo === null ? [] : [{ id: "undo-move", keys: "Ctrl+Z", label: t("places-undo"), scope: "screen", run: undo } as const]),
  ]);
  if (places === undefined) return null;
  return (
    <Page title={t("place-places")} sub={t("places-sub")} aside={<ScanField />}>
      <div className={css["columns"]}>
        <PlaceList places={places} here={here} onAdd={() => setEditing({ place: null })} />
        <div className={css["column"]}>
          {mover.lines.length > 0 && (
            <Panel>
              <Lines lines={mover.lines} />
              {undo !== null && (
                <Button keys="Ctrl+Z" onPress={undo}>
                  {t("places-undo")}
                </Button>
              )}
            </Panel>
          )}
          {here === null ? (
            <Panel>
              <Empty icon="search" title={t("places-choose")} />
            </Panel>
          ) : (
            <UnitsHere place={here} onChange={() => setEditing({ place: here })} />
          )}
        </div>
      </div>
      {editing !== null && (
        <PlaceDialog
          place={editing.place}
          onClose={() => setEditing(null)}
          onSaved={(saved) => {
            setEditing(null);
            void navigate({ to: "/places", search: { place: saved.code }, replace: true });
          }}
        />
      )}
    </Page>
  );
}

function PlaceList(props: { places: readonly PlaceRow[]; here: Place | null; onAdd: () => void }) {
  const { places } = props;
  const { t } = useWords();
  const navigate = useNavigate();
  const hasShelf = places.some((row) => row.place.kind === "shelf");
  return (
    <Panel>
      <Section title={t("places-list")}>
        <ShortGrid
          label={t("places-list")}
          columns={[
            { id: "code", header: t("column-place"), width: "11rem", cell: (row) => <Code>{row.place.code}</Code> },
            { id: "name", header: t("field-place_name"), cell: (row) => row.place.name || t(`place_kind-${row.place.kind}`) },
            {
              id: "units",
              header: t("places-column-units"),
              width: "8rem",
              align: "end",
              cell: (row) => (row.place.is_active ? t("places-units", { count: row.units }) : t("places-out-of-use")),
            },
          ]}
          rows={places}
          rowKey={(row) => row.place.id}
          rowLabel={(row) => `${row.place.code} ${row.place.name}`}
          onOpen={(row) => void navigate({ to: "/places", search: { place: row.place.code }, replace: true })}
        />
        {!hasShelf && <Empty title={t("places-no-shelf")}>{t("places-no-shelf-why")}</Empty>}
        <div className={css["buttons"]}>
          <PlaceLabels />
          <Button keys="F3" onPress={props.onAdd}>
            {t("places-add")}
          </Button>
          <StocktakeDoor here={props.here} />
        </div>
      </Section>
    </Panel>
  );
}

/** Begins a stock-take, or goes on with the open one. */
function StocktakeDoor(props: { here: Place | null }) {
  const { here } = props;
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const toast = useToast();
  const open = useRead("stocktake_get", null).data;
  const start = useWrite("stocktake_start");
  const go = () => void navigate({ to: "/places/stocktake" });
  if (open === undefined) return null;
  if (open !== null) return <Button onPress={go}>{t("stocktake-go-on")}</Button>;
  const begin = (place: string | null) =>
    start.mutate({ place }, { onSuccess: go, onError: (failure) => toast({ tone: "trouble", text: failureText(words, failure) }) });
  return (
    <>
      {here !== null && here.is_active && (
        <Button onPress={() => begin(here.id)}>{t("stocktake-start-place", { code: here.code })}</Button>
      )}
      <Button onPress={() => begin(null)}>{t("stocktake-start")}</Button>
    </>
  );
}

/** On a shelf it is known where a unit is; beside the list of places there is room for what finds it and what it is due. */
const shownHere: ReadonlySet<string> = new Set(["rma", "model", "serial", "day", "state", "marks", "limit"]);

function UnitsHere(props: { place: Place; onChange: () => void }) {
  const { place } = props;
  const { t } = useWords();
  const navigate = useNavigate();
  const label = useTicketLabel();
  const units = useRead("place_units", { id: place.id }).data;
  const columns = useTicketColumns(units?.rows ?? []).filter(({ id }) => shownHere.has(id));
  if (units === undefined) return null;
  const title = t("places-here", { code: place.code });
  return (
    <Panel>
      <Section
        title={title}
        hint={
          <Button kind="quiet" label={t("places-change", { code: place.code })} onPress={props.onChange}>
            {t("places-change-short")}
          </Button>
        }
      >
        {units.rows.length === 0 ? (
          <Empty title={t("places-none-here")}>{t("places-none-here-why")}</Empty>
        ) : (
          <ShortGrid
            label={title}
            columns={columns.filter((column) => !["sync", "received", "customer"].includes(column.id))}
            rows={units.rows}
            rowKey={(row) => row.id}
            rowLabel={label}
            onOpen={(row) => void navigate({ to: "/tickets/$id", params: { id: row.id } })}
          />
        )}
      </Section>
    </Panel>
  );
}
