// What stays around every screen: the header with the find box, the places, the keys that act here and
// where the data is. It hears scans and opens the palette and the shortcut sheet.

import { Link, Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { useWords } from "../i18n/i18n";
import { useRead, useTransport } from "../ipc/ipc";
import type { Station } from "../ipc/types.generated";
import { Button } from "../kit/Button";
import { Icon } from "../kit/Icon";
import { Kbd } from "../kit/Kbd";
import { useKeyActions, useKeyboard, useKeys } from "../kit/keys";
import { Notice } from "../kit/Notice";
import { NEXT_KEY, ToastRegion, UNDO_KEY, useOffered } from "../kit/toasts";
import { ScanDeskProvider } from "../trade/scanDesk";
import css from "./Frame.module.css";
import { useKeptFocus } from "./keptFocus";
import { Places } from "./Places";
import { useScanRoutes } from "./scan/useScanRoutes";
import { useAutoLock } from "./session/useAutoLock";

const SetUpPage = lazy(() => import("../features/settings/SetUpPage").then((m) => ({ default: m.SetUpPage })));
const LookAlikeChoice = lazy(() => import("./LookAlikeChoice").then((m) => ({ default: m.LookAlikeChoice })));
const Palette = lazy(() => import("./Palette").then((m) => ({ default: m.Palette })));
const ShortcutSheet = lazy(() => import("./ShortcutSheet").then((m) => ({ default: m.ShortcutSheet })));

const Switcher = lazy(() => import("./session/Switcher").then((m) => ({ default: m.Switcher })));

/** What lies over the screen. */
type Over = { kind: "palette"; text: string } | { kind: "shortcuts" } | { kind: "switcher" } | null;

export function Frame() {
  const station = useRead("station_get", null).data;
  useReadySignal();
  useTending();
  if (station === undefined) return null;
  if (station.identity === null) {
    return (
      <Suspense>
        <SetUpPage />
      </Suspense>
    );
  }
  return <Desk station={station} centre={station.identity.centre} />;
}

function Desk(props: { station: Station; centre: string }) {
  const { station } = props;
  const { t } = useWords();
  const [over, setOver] = useState<Over>(null);
  const scans = useScanRoutes((text) => setOver({ kind: "palette", text }));
  const undo = useOffered("undo");
  const next = useOffered("next");
  const { locked, unlock } = useAutoLock();
  const openSwitcher = () => setOver({ kind: "switcher" });
  const openPalette = () => setOver({ kind: "palette", text: "" });

  useKeyboard();
  useKeptFocus();
  useKeys([
    { id: "palette", keys: "Ctrl+K", label: t("key-palette"), scope: "everywhere", run: openPalette },
    { id: "shortcuts", keys: "F1", label: t("key-shortcuts"), scope: "everywhere", run: () => setOver({ kind: "shortcuts" }) },
    { id: "switcher", keys: "F7", label: t("session-switch"), scope: "everywhere", run: openSwitcher },
    { id: "shortcuts-mark", keys: "?", label: t("key-shortcuts"), scope: "everywhere", quiet: true, run: () => setOver({ kind: "shortcuts" }) },
    ...(next === null ? [] : [{ id: "offered", keys: NEXT_KEY, label: t("key-offered"), scope: "everywhere", quiet: true, run: next } as const]),
    ...(undo === null ? [] : [{ id: "undo", keys: UNDO_KEY, label: t("key-undo"), scope: "everywhere", quiet: true, run: undo } as const]),
  ]);

  return (
    <ScanDeskProvider value={scans}>
      <div className={css["frame"]}>
        <a className={css["skip"]} href="#content" onClick={focusContent}>
          {t("skip-to-content")}
        </a>
        <Header station={station} centre={props.centre} onFind={openPalette} onSwitch={openSwitcher} />
        <Places />
        <main id="content" className={css["main"]} tabIndex={-1}>
          <StationNotices notices={station.notices} />
          <Suspense>
            <Outlet />
          </Suspense>
        </main>
        <Footer />
        <ToastRegion label={t("toasts-label")} dismissLabel={t("dismiss")} />
        <Suspense>
          {scans.choice !== null && <LookAlikeChoice {...scans.choice} />}
          {over?.kind === "palette" && <Palette text={over.text} onClose={() => setOver(null)} />}
          {locked !== null && <Switcher locked={locked} onClose={unlock} />}
          {locked === null && over?.kind === "switcher" && <Switcher locked={null} onClose={() => setOver(null)} />}
          {over?.kind === "shortcuts" && <ShortcutSheet onClose={() => setOver(null)} />}
        </Suspense>
      </div>
    </ScanDeskProvider>
  );
}

function Header(props: { station: Station; centre: string; onFind: () => void; onSwitch: () => void }) {
  const { t, language } = useWords();
  const { centre, unsynced, has_line: hasLine } = props.station;
  const name = language === "en" ? centre.name_en || centre.name_zh : centre.name_zh || centre.name_en;
  return (
    <header className={css["header"]}>
      <b className={css["brand"]}>Nightbench</b>
      <span className={css["centre"]}>
        {props.centre} {name}
      </span>
      <Button className={css["find"]} onPress={props.onFind}>
        <span className={css["findWords"]}>
          <Icon name="search" />
          {t("find-hint")}
        </span>
        <span aria-hidden="true">
          <Kbd keys="Ctrl+K" />
        </span>
      </Button>
      <Link to="/line" className={css["where"]}>
        <Icon name={unsynced === 0 ? "full" : "half"} />
        <span className={css["whereWords"]}>{hasLine && unsynced === 0 ? t("where-data-is-too") : t("where-data-is", { count: unsynced })}</span>
      </Link>
      <WhoIsHere onSwitch={props.onSwitch} />
    </header>
  );
}

/** Who is signed in, or could be; where nobody can sign in, the name this computer's user goes by. */
function WhoIsHere(props: { onSwitch: () => void }) {
  const { t } = useWords();
  const actor = useRead("settings_get", null).data?.actor ?? "";
  const session = useRead("session_get", null).data;
  if (session === undefined) return null;
  if (session.people.length === 0) return actor === "" ? null : <span className={css["actor"]}>{actor}</span>;
  return (
    <Button kind="quiet" keys="F7" onPress={props.onSwitch}>
      {session.user?.name ?? t("session-nobody")}
    </Button>
  );
}

function StationNotices(props: { notices: readonly string[] }) {
  const { say, t } = useWords();
  return props.notices.map((code) => (
    <div key={code} className={css["notice"]}>
      <Notice tone="due" title={say(`notice-${code}`, {}, t("failure-unexpected", { code }))} />
    </div>
  ));
}

function Footer() {
  const { t } = useWords();
  const actions = useKeyActions();
  const here = actions.filter((action) => action.scope === "screen" && !action.quiet);
  return (
    <footer className={css["footer"]} aria-label={t("footer-label")}>
      <span className={css["keys"]}>
        {here.map((action) => (
          <FooterKey key={action.id} action={action} />
        ))}
      </span>
      {actions
        .filter((action) => action.id === "shortcuts")
        .map((action) => (
          <FooterKey key={action.id} action={action} />
        ))}
      <span className={css["saved"]}>{t("footer-saved")}</span>
    </footer>
  );
}

function FooterKey(props: { action: { readonly keys: string; readonly label: string } }) {
  return (
    <span className={css["key"]}>
      <Kbd keys={props.action.keys} />
      {props.action.label}
    </span>
  );
}

function focusContent(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById("content")?.focus();
}

const WARM_UP_AFTER_MS = 600;

/** Reads from the disk what is wanted next: the first scan and the first Ctrl+K must not wait for it. */
function warmUp(): void {
  // Only a head start: whoever opens the screen loads it anyway, and is told then if that fails.
  void import("./screens/IntakeScreen").catch(() => undefined);
  void import("./Palette").catch(() => undefined);
}

/** Says once that the first screen is drawn and takes input. */
function useReadySignal(): void {
  const transport = useTransport();
  // The host measures its start by this; two frames later the first data is on the screen.
  useEffect(() => {
    let warming: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        transport.ready();
        warming = setTimeout(warmUp, WARM_UP_AFTER_MS);
      }),
    );
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(warming);
    };
  }, [transport]);
}

/** How long after the first screen the store is looked after, in milliseconds: nobody should feel it. */
const TEND_AFTER_MS = 3_000;

/** Has the store looked after once a start: the day's backup, what was thrown away a month ago. */
function useTending(): void {
  const transport = useTransport();
  // The back end has no timer of its own. A backup that cannot be made is told by the doctor in the settings.
  useEffect(() => {
    const timer = setTimeout(() => void transport.call("station_tend", null).catch(() => undefined), TEND_AFTER_MS);
    return () => clearTimeout(timer);
  }, [transport]);
}
