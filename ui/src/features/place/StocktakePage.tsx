// A stock-take: scan a shelf, then what is on it. What is missing, unexpected and unknown stands beside it all the
// time; nothing moves by counting, and what is unexpected is put where it was scanned by one key.

import { Link, useNavigate } from "@tanstack/react-router";
import { useRef, useState, type ReactNode } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure } from "../../ipc/failure";
import { useRead, useTransport, useWrite } from "../../ipc/ipc";
import type { Place, SheetRow, StocktakeSheet } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { useKeys } from "../../kit/keys";
import { Empty, Facts, Page, Panel, Section } from "../../kit/Page";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { personName } from "../../trade/person";
import { useScanTaker } from "../../trade/scanDesk";
import { Code } from "../../trade/words";
import { Lines } from "./Lines";
import { createQueue, useScanLines } from "./lines";
import css from "./Place.module.css";
import { ScanField } from "./ScanField";

export function StocktakePage() {
  const open = useRead("stocktake_get", null).data;
  if (open === undefined) return null;
  return open === null ? <NoStocktake /> : <Counting key={open.stocktake.id} sheet={open} />;
}

function Counting(props: { sheet: StocktakeSheet }) {
  const { sheet } = props;
  const words = useWords();
  const { t, times } = words;
  const transport = useTransport();
  const { lines, say } = useScanLines();
  const [stood, setStood] = useState<Place | null>(sheet.place);
  const queue = useRef(createQueue());
  const toast = useToast();
  const trying = (work: () => Promise<void>) =>
    void work().catch((thrown: unknown) => toast({ tone: "trouble", text: failureText(words, toFailure(thrown)) }));

  const count = async (text: string) => {
    try {
      const line = await transport.call("stocktake_scan", { text, place: stood?.id ?? null });
      const values = { code: line.code, from: line.row?.custody?.place.code ?? "" };
      say(line.counted === "found" ? "done" : "trouble", t(`stocktake-said-${line.counted}`, values));
    } catch (thrown) {
      say("trouble", failureText(words, toFailure(thrown)));
    }
  };
  useScanTaker((scan, text) => {
    if (scan.kind === "badge") return false;
    // A stock-take of one place is of that place, whatever shelf is scanned beside it.
    if (scan.kind === "place" && sheet.place === null) setStood(scan.place);
    else void queue.current(() => count(text));
    return true;
  });
  const putAll = () =>
    trying(async () => {
      for (const unit of sheet.unexpected) {
        if (unit.stood !== null) {
          await transport.call("custody_move", { tickets: [unit.row.id], place: unit.stood.id, holder: null });
        }
      }
    });
  const finish = () =>
    trying(async () => {
      await transport.call("stocktake_finish", null);
      toast({ text: t("stocktake-finished") });
    });
  const hasToPut = sheet.unexpected.some((unit) => unit.stood !== null);
  useKeys([
    ...(hasToPut ? [{ id: "put-all", keys: "F8", label: t("stocktake-move-all"), scope: "screen", run: putAll } as const] : []),
    { id: "finish", keys: "Ctrl+Enter", label: t("stocktake-finish"), scope: "screen", run: finish },
  ]);
  const what = sheet.place?.code ?? t("stocktake-centre");
  return (
    <Page
      title={t("stocktake-of", { what })}
      sub={
        <>
          {stood === null ? t("stocktake-scan-any") : t("stocktake-scan-place", { code: stood.code })}{" "}
          {t("stocktake-sub", { when: times.instant(sheet.stocktake.begun_at), who: personName(t, sheet.stocktake.begun_by) })}
        </>
      }
      aside={
        <>
          <ScanField />
          <DropStocktake />
          <Button kind="primary" keys="Ctrl+Enter" onPress={finish}>
            {t("stocktake-finish")}
          </Button>
        </>
      }
    >
      <Panel>
        <Facts
          items={(["found", "missing", "unexpected", "unknown"] as const).map((figure) => [t(`stocktake-${figure}`), sheet.figures[figure]])}
        />
      </Panel>
      <div className={css["columns"]}>
        <div className={css["column"]}>
          <Panel>
            <Lines lines={lines} />
          </Panel>
          <Group title={t("stocktake-unknown")} hint={t("stocktake-unknown-hint")} isEmpty={sheet.unknown.length === 0}>
            {sheet.unknown.map((code) => (
              <li key={code} className={css["unit"]}>
                <Code>{code}</Code>
                <Unscan code={code} />
              </li>
            ))}
          </Group>
        </div>
        <div className={css["column"]}>
          <Group title={t("stocktake-unexpected")} hint={t("stocktake-unexpected-hint")} isEmpty={sheet.unexpected.length === 0}>
            {sheet.unexpected.map((unit) => (
              <Unit key={unit.row.id} unit={unit}>
                <PutThere unit={unit} />
                <Unscan code={unit.row.serial} />
              </Unit>
            ))}
          </Group>
          {hasToPut && (
            <Button keys="F8" onPress={putAll}>
              {t("stocktake-move-all")}
            </Button>
          )}
          <Group title={t("stocktake-missing")} hint={t("stocktake-missing-hint")} isEmpty={sheet.missing.length === 0}>
            {sheet.missing.map((unit) => (
              <Unit key={unit.row.id} unit={unit}>
                {sheet.unseen.some((one) => one.row.id === unit.row.id) && (
                  <span>{t("stocktake-unseen", { days: unit.unseen_working_days })}</span>
                )}
              </Unit>
            ))}
          </Group>
        </div>
      </div>
    </Page>
  );
}

function Group(props: { title: string; hint: string; isEmpty: boolean; children: ReactNode }) {
  const { t } = useWords();
  return (
    <Panel>
      <Section title={props.title} hint={props.hint}>
        {props.isEmpty ? <p>{t("stocktake-none")}</p> : <ul className={css["units"]}>{props.children}</ul>}
      </Section>
    </Panel>
  );
}

function Unit(props: { unit: SheetRow; children?: ReactNode }) {
  const { row } = props.unit;
  return (
    <li className={css["unit"]}>
      <Code>{row.serial}</Code>
      <span>{row.model}</span>
      <span>{row.custody?.place.code}</span>
      <span className={css["does"]}>{props.children}</span>
    </li>
  );
}

function PutThere(props: { unit: SheetRow }) {
  const { stood, row } = props.unit;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const move = useWrite("custody_move");
  if (stood === null) return null;
  return (
    <Button
      kind="quiet"
      onPress={() =>
        move.mutate(
          { tickets: [row.id], place: stood.id, holder: null },
          { onError: (failure) => toast({ tone: "trouble", text: failureText(words, failure) }) },
        )
      }
    >
      {t("stocktake-move", { code: stood.code })}
    </Button>
  );
}

/** Takes a scan back that was a mistake. */
function Unscan(props: { code: string }) {
  const { code } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const unscan = useWrite("stocktake_unscan");
  return (
    <Button
      kind="quiet"
      label={t("stocktake-unscan", { code })}
      onPress={() =>
        unscan.mutate(
          { text: code, place: null },
          { onError: (failure) => toast({ tone: "trouble", text: failureText(words, failure) }) },
        )
      }
    >
      {t("stocktake-unscan-short")}
    </Button>
  );
}

function DropStocktake() {
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const drop = useWrite("stocktake_drop");
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <>
      <Button onPress={() => setAsking(true)}>{t("stocktake-drop")}</Button>
      {isAsking && (
        <Dialog
          title={t("stocktake-drop")}
          closeLabel={t("close")}
          onClose={close}
          footer={
            <>
              <Button onPress={close}>{t("go-back")}</Button>
              <Button
                kind="danger"
                onPress={() =>
                  drop.mutate(null, {
                    onSuccess: () => toast({ text: t("stocktake-dropped") }),
                    onError: (failure) => toast({ tone: "trouble", text: failureText(words, failure) }),
                  })
                }
              >
                {t("stocktake-drop")}
              </Button>
            </>
          }
        >
          <p>{t("stocktake-drop-explain")}</p>
        </Dialog>
      )}
    </>
  );
}

/** What a finished stock-take did not find, and where it is by now. */
function Missing(props: { id: string }) {
  const { t } = useWords();
  const { data: rows } = useRead("stocktake_missing", { id: props.id });
  if (rows === undefined) return null;
  return (
    <ul className={css["missing"]} aria-label={t("stocktake-missing")}>
      {rows.map((row) => (
        <li key={row.id} className={css["unit"]}>
          <Link to="/tickets/$id" params={{ id: row.id }}>
            <Code>{row.rma}</Code>
          </Link>
          <Code>{row.serial}</Code>
          <span>{row.model}</span>
          <span>{row.custody?.place.code ?? t(`status-${row.status}`)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Nothing is being counted: what was counted before, and a way to begin. */
function NoStocktake() {
  const words = useWords();
  const { t, times } = words;
  const navigate = useNavigate();
  const toast = useToast();
  const start = useWrite("stocktake_start");
  const places = useRead("place_list", null).data ?? [];
  const ended = useRead("stocktake_list", null).data;
  const [shown, setShown] = useState<string | null>(null);
  if (ended === undefined) return null;
  const begin = () =>
    start.mutate({ place: null }, { onError: (failure) => toast({ tone: "trouble", text: failureText(words, failure) }) });
  const codeOf = (id: string | null) => places.find((row) => row.place.id === id)?.place.code ?? t("stocktake-centre");
  return (
    <Page
      title={t("stocktake-title")}
      aside={
        <>
          <Button onPress={() => void navigate({ to: "/places" })}>{t("place-places")}</Button>
          <Button kind="primary" onPress={begin}>
            {t("stocktake-start")}
          </Button>
        </>
      }
    >
      <Panel>
        <Section title={t("stocktake-earlier")}>
          {ended.length === 0 ? (
            <Empty title={t("stocktake-none")} />
          ) : (
            <ul className={css["units"]}>
              {ended.map((one) => (
                <li key={one.id} className={css["unit"]}>
                  <time>{times.instant(one.ended_at ?? one.begun_at)}</time>
                  <strong>{codeOf(one.place)}</strong>
                  <span>{t("stocktake-figures", { ...(one.figures ?? { found: 0, missing: 0, unexpected: 0, unknown: 0 }) })}</span>
                  {(one.figures?.missing ?? 0) > 0 && (
                    <Button kind="quiet" onPress={() => setShown(shown === one.id ? null : one.id)}>
                      {t("stocktake-which")}
                    </Button>
                  )}
                  {shown === one.id && <Missing id={one.id} />}
                </li>
              ))}
            </ul>
          )}
        </Section>
      </Panel>
    </Page>
  );
}
