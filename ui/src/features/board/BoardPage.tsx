// The overdue board: the figures, how old open work orders are and how long repairs took, and the lists one works from.

import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useWords } from "../../i18n/i18n";
import type { Times } from "../../i18n/times";
import { useLiveRead, usePages, useTransport } from "../../ipc/ipc";
import { toFailure } from "../../ipc/failure";
import type { Board, BoardForecast, BoardRow, BoardTurnaround, BoardView } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Figure } from "../../kit/Figure";
import { LongGrid } from "../../kit/Grid";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { Empty, Page, Panel } from "../../kit/Page";
import { Segments } from "../../kit/Segments";
import { useToast } from "../../kit/toasts";
import { AssignDialog } from "../../trade/AssignDialog";
import { failureText } from "../../trade/failure";
import { useTicketLabel } from "../../trade/words";
import { Ages } from "./Ages";
import css from "./Board.module.css";
import { useBoardColumns } from "./columns";
import { Turnarounds } from "./Turnarounds";
import { addressOf, boardLists, isSameView, viewOf } from "./view";
import { ViewBar } from "./ViewBar";

/** A screen of the list and what comes after it; each row is asked for all that stands on record. */
const PAGE_ROWS = 40;

/** `logOf`: the dialog in which a conversation about a work order is written down. */
export function BoardPage(props: { logOf: (row: BoardRow, close: () => void) => ReactNode }) {
  const words = useWords();
  const { t, times } = words;
  const navigate = useNavigate();
  const view = viewOf(useSearch({ from: "/board" }));
  const board = useLiveRead("board_get", view);
  const turnaround = useLiveRead("board_turnaround", view).data;
  const forecast = useLiveRead("board_forecast", view).data;
  const [isTable, setTable] = useState(false);
  const show = (changed: Partial<BoardView>) =>
    void navigate({ to: "/board", search: addressOf({ ...view, ...changed }), replace: true });
  useKeys([
    { id: "board-table", keys: "T", label: t(isTable ? "board-as-chart" : "board-as-table"), scope: "screen", run: () => setTable(!isTable) },
    { id: "board-week", keys: "P", label: t("week-title"), scope: "screen", run: () => void navigate({ to: "/week" }) },
  ]);
  if (board.error !== null) return <Notice tone="over" title={failureText(words, board.error)} />;
  if (board.data === undefined) return null;
  return (
    <Page
      fills
      title={t("board-title")}
      sub={t("board-sub", { day: times.day(board.data.as_of), country: board.data.country })}
      aside={<ViewBar view={view} onShow={show} />}
    >
      <Figures board={board.data} turnaround={turnaround} forecast={forecast} />
      <div className={css["charts"]}>
        <Panel>
          <Ages board={board.data} spread={turnaround?.turnaround.spread ?? null} isTable={isTable} onStage={(status) => show({ list: "open", status })} />
        </Panel>
        <Panel>{turnaround !== undefined && <Turnarounds data={turnaround} isTable={isTable} />}</Panel>
      </div>
      <div className={css["lists"]}>
        <Segments
          label={t("board-lists")}
          value={view.list}
          options={boardLists.map((list) => ({
            value: list,
            label: t("board-list-count", { list: t(`board-list-${list}`), count: countOf(times, list, board.data, forecast) }),
          }))}
          onChange={(list) => show({ list })}
        />
        <Export view={view} />
      </div>
      {view.list === "will_miss" && forecast !== undefined && <ForecastSaid forecast={forecast} />}
      <Rows key={view.list} view={view} logOf={props.logOf} onAll={() => show(viewOf({ list: view.list }))} />
    </Page>
  );
}

function countOf(times: Times, list: BoardView["list"], board: Board, forecast: BoardForecast | undefined): string {
  const count = list === "will_miss" ? forecast?.will_miss : board.lists.find((one) => one.list === list)?.tickets;
  return count === undefined ? "" : times.number(count);
}

function Figures(props: { board: Board; turnaround: BoardTurnaround | undefined; forecast: BoardForecast | undefined }) {
  const { board, turnaround, forecast } = props;
  const { t, times } = useWords();
  const complaints = board.lists.find((one) => one.list === "complaints")?.tickets ?? 0;
  const took = turnaround?.turnaround;
  return (
    <section className={css["figures"]} aria-label={t("board-figures")}>
      <ListFigure list="overdue">
        <Figure value={times.number(board.overdue)} label={t("board-overdue")} icon="triangle" tone={board.overdue === 0 ? "plain" : "over"} />
      </ListFigure>
      <Figure value={times.number(board.due)} label={t("board-due")} icon="half" tone={board.due === 0 ? "plain" : "due"} />
      <Figure value={times.number(board.on_time)} label={t("board-on-time")} />
      {forecast !== undefined && (
        <ListFigure list="will_miss">
          <Figure
            value={times.number(forecast.will_miss)}
            label={t("board-will-miss")}
            note={forecast.by_parts > 0 ? t("board-will-miss-parts", { count: forecast.by_parts }) : undefined}
          />
        </ListFigure>
      )}
      {took !== undefined && took.units > 0 && (
        <Figure
          // A share of a few is no share.
          value={took.spread === null ? `${times.number(took.by_limit)} / ${times.number(took.units)}` : `${Math.floor((100 * took.by_limit) / took.units)} %`}
          label={t("board-by-limit")}
          note={t("board-by-limit-of", { by: took.by_limit, of: took.units })}
        />
      )}
      <ListFigure list="complaints">
        <Figure value={times.number(complaints)} label={t("board-complaints")} />
      </ListFigure>
    </section>
  );
}

function ListFigure(props: { list: BoardView["list"]; children: ReactNode }) {
  return (
    <Link to="/board" search={(before) => ({ ...before, list: props.list })} className={css["figure"]}>
      {props.children}
    </Link>
  );
}

/** What the forecast goes by, and how often it was right. */
function ForecastSaid(props: { forecast: BoardForecast }) {
  const { trial, since } = props.forecast;
  const { t } = useWords();
  return (
    <Panel label={t("board-forecast")}>
      <p className={css["said"]}>
        {trial.units === 0 ? t("board-forecast-untried", { since }) : t("board-forecast-trial", { ...trial })} {t("board-forecast-how")}
      </p>
    </Panel>
  );
}

function Rows(props: { view: BoardView; logOf: (row: BoardRow, close: () => void) => ReactNode; onAll: () => void }) {
  const { view, onAll } = props;
  const { t } = useWords();
  const navigate = useNavigate();
  const columns = useBoardColumns();
  const label = useTicketLabel();
  const list = usePages("board_list", (after) => ({ view, after, limit: PAGE_ROWS }));
  const rows = list.pages.flatMap((page) => page.rows);
  const [reached, setReached] = useState<string | null>(null);
  const [dialog, setDialog] = useState<"log" | "assign" | null>(null);
  const current = rows.find(({ row }) => row.id === reached) ?? rows[0];
  const isChosen = !isSameView(view, viewOf({ list: view.list }));
  useKeys([
    ...(current === undefined
      ? []
      : [
          { id: "board-log", keys: "C", label: t("board-key-log"), scope: "screen" as const, run: () => setDialog("log") },
          { id: "board-assign", keys: "A", label: t("board-key-assign"), scope: "screen" as const, run: () => setDialog("assign") },
        ]),
    ...(isChosen ? [{ id: "board-all", keys: "Escape", label: t("board-reset"), scope: "screen" as const, run: onAll }] : []),
  ]);
  if (!list.isLoaded) return null;
  return (
    <Panel fills>
      {current === undefined ? (
        <Empty title={t(`board-none-${view.list}`)}>{isChosen && t("board-none-chosen")}</Empty>
      ) : (
        <LongGrid
          label={t(`board-list-${view.list}`)}
          columns={columns}
          rows={rows}
          total={list.pages.at(-1)?.next === null ? rows.length : undefined}
          rowKey={({ row }) => row.id}
          rowLabel={({ row }) => label(row)}
          onReach={({ row }) => setReached(row.id)}
          onOpen={({ row }) => void navigate({ to: "/tickets/$id", params: { id: row.id } })}
          onNearEnd={list.more}
        />
      )}
      {dialog === "log" && current !== undefined && props.logOf(current, () => setDialog(null))}
      {dialog === "assign" && current !== undefined && <AssignDialog rows={[current.row]} onClose={() => setDialog(null)} />}
    </Panel>
  );
}

function Export(props: { view: BoardView }) {
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const transport = useTransport();
  const run = () =>
    transport.call("board_export", { view: props.view, format: "xlsx", language: words.language }).then(
      ({ rows }) => toast({ text: t("board-exported", { count: rows }) }),
      (thrown: unknown) => toast({ text: failureText(words, toFailure(thrown)), tone: "trouble" }),
    );
  useKeys([{ id: "board-export", keys: "E", label: t("board-export"), scope: "screen", run: () => void run(), quiet: true }]);
  return (
    <Button keys="E" onPress={() => void run()}>
      {t("board-export")}
    </Button>
  );
}
