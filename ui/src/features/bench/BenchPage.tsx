// The home screen: scan anything, see what is due, go on with what was begun.

import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useRead } from "../../ipc/ipc";
import type { Bench } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { TextField } from "../../kit/Field";
import { ShortGrid } from "../../kit/Grid";
import { useKeys } from "../../kit/keys";
import { Empty, Page, Panel, Section } from "../../kit/Page";
import { useScanDesk } from "../../trade/scanDesk";
import { useTicketColumns } from "../../trade/ticketColumns";
import { useTicketLabel } from "../../trade/words";
import css from "./BenchPage.module.css";
import { Parcels } from "./Parcels";
import { CameBackLine } from "./CameBackLine";
import { Counts } from "./Counts";
import { Drafts } from "./Drafts";
import { Owed } from "./Owed";

export function BenchPage() {
  const { t, times } = useWords();
  const station = useRead("station_get", null).data;
  const bench = useRead("bench_today", null).data;
  const navigate = useNavigate();
  useKeys([
    { id: "receive-parcel", keys: "F4", label: t("key-receive-parcel"), scope: "screen", run: () => void navigate({ to: "/parcels/receive", search: {} }) },
    { id: "new", keys: "F3", label: t("key-new-intake"), scope: "screen", run: () => void navigate({ to: "/intake", search: { fresh: "1" } }) },
  ]);
  if (bench === undefined || station === undefined) return null;
  return (
    <Page title={t("place-bench")} sub={times.day(station.today)} aside={<ScanBox />}>
      {bench.came_back !== null && <CameBackLine news={bench.came_back} />}
      <Counts counts={bench.counts} />
      <Owed />
      {bench.parcels.length > 0 && <Parcels parcels={bench.parcels} />}
      {bench.drafts.length > 0 && <Drafts drafts={bench.drafts} />}
      {bench.counts.open === 0 && bench.recent.length === 0 ? <FirstSteps hasRegister={bench.counts.registry > 0} /> : <Lists bench={bench} />}
    </Page>
  );
}

function ScanBox() {
  const { t } = useWords();
  const resolve = useScanDesk();
  const [text, setText] = useState("");
  const go = (code: string) => {
    if (code.trim() === "") return;
    setText("");
    resolve(code);
  };
  return (
    <TextField
      className={css["scan"]}
      name="scan"
      label={t("bench-scan")}
      value={text}
      onChange={setText}
      onEnter={() => go(text)}
      onScan={go}
      autoFocus
      placeholder={t("bench-scan-hint")}
    />
  );
}

function Lists(props: { bench: Bench }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { mine, due, recent } = props.bench;
  const columns = useTicketColumns([...mine, ...due, ...recent]);
  const label = useTicketLabel();
  const lists = [
    ...(mine.length === 0 ? [] : [{ title: t("bench-mine"), hint: t("bench-mine-hint"), rows: mine, leaves: ["sync", "received"] }]),
    { title: t("bench-due"), hint: t("bench-due-hint"), rows: due, leaves: ["sync", "received"] },
    { title: t("bench-recent"), hint: undefined, rows: recent, leaves: ["limit", "day"] },
  ];
  return lists.map((list) => (
    <Panel key={list.title}>
      <Section title={list.title} hint={list.hint}>
        <div className={css["list"]}>
          <ShortGrid
            label={list.title}
            columns={columns.filter((column) => !list.leaves.includes(column.id))}
            rows={list.rows}
            rowKey={(row) => row.id}
            rowLabel={label}
            onOpen={(row) => void navigate({ to: "/tickets/$id", params: { id: row.id } })}
          />
        </div>
      </Section>
    </Panel>
  ));
}

function FirstSteps(props: { hasRegister: boolean }) {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <Panel>
      <Empty title={t("bench-empty-title")}>
        <ol className={css["steps"]}>
          <li>
            <span>{t(props.hasRegister ? "bench-step-register-done" : "bench-step-register")}</span>
            {!props.hasRegister && (
              <Button onPress={() => void navigate({ to: "/register/import" })}>{t("bench-import-register")}</Button>
            )}
          </li>
          <li>
            <span>{t("bench-step-scan")}</span>
            <Button kind="primary" keys="F3" onPress={() => void navigate({ to: "/intake", search: { fresh: "1" } })}>
              {t("key-new-intake")}
            </Button>
          </li>
        </ol>
      </Empty>
    </Panel>
  );
}
