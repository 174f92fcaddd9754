// What was found out about the unit of a work order: the diagnosis that counts, the sheets of the test bench with their
// values, the soaks, and whether the test before the hand-over is passed.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useRead } from "../../ipc/ipc";
import type { BenchSheetRow, DiagnosisRecord, TicketLife } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Disclosure } from "../../kit/Disclosure";
import { Notice } from "../../kit/Notice";
import { Panel, Section } from "../../kit/Page";
import { Status } from "../../kit/Status";
import { personName } from "../../trade/person";
import { RepeatNotice } from "../../trade/RepeatNotice";
import { BenchSheetDialog } from "./BenchSheetDialog";
import css from "./Diagnosis.module.css";
import { SheetValues } from "./SheetValues";
import { entryName, listNames, resultShape } from "./words";

export function DiagnosisPanel(props: { life: TicketLife; off: string | null; onDiagnose: () => void }) {
  const { life, off } = props;
  const { records, sheets, is_test_passed, repeats } = life.diagnosis;
  const { t } = useWords();
  const [measuring, setMeasuring] = useState<BenchSheetRow | "new" | null>(null);
  const [newest, ...earlier] = records;
  const soaks = sheets.filter(({ sheet }) => sheet.kind === "soak" && sheet.replaced_by === null);
  return (
    <Panel>
      <Section
        title={t("diagnosis-title")}
        hint={
          <span className={css["actions"]}>
            <Button disabledReason={off} onPress={() => setMeasuring("new")}>
              {t("diagnosis-measure")}
            </Button>
            <Button keys="D" disabledReason={off} onPress={props.onDiagnose}>
              {t(newest === undefined ? "diagnosis-record" : "diagnosis-again")}
            </Button>
          </span>
        }
      >
        <RepeatNotice repeats={repeats} />
        {newest === undefined ? <p>{t("diagnosis-none")}</p> : <Record record={newest} />}
        {newest?.is_cause_open === true && <Notice tone="due" title={t("diagnosis-open")} />}
        {earlier.length > 0 && (
          <Disclosure title={t("diagnosis-earlier", { count: earlier.length })}>
            {earlier.map((record) => (
              <Record key={record.id} record={record} />
            ))}
          </Disclosure>
        )}
      </Section>
      <Section
        title={t("diagnosis-sheets")}
        hint={
          <Status icon={is_test_passed ? "tick" : "empty"} tone={is_test_passed ? "ok" : "plain"}>
            {t(is_test_passed ? "diagnosis-test-passed" : "diagnosis-test-open")}
          </Status>
        }
      >
        {sheets.length === 0 && <p>{t("diagnosis-sheets-none")}</p>}
        {sheets.map((row) => (
          <SheetLine key={row.sheet.id} row={row} off={off} onCorrect={() => setMeasuring(row)} />
        ))}
      </Section>
      {soaks.length > 0 && (
        <Section title={t("diagnosis-soaks")}>
          <ol className={css["soaks"]}>
            {soaks.map((row) => (
              <SoakLine key={row.sheet.id} row={row} />
            ))}
          </ol>
        </Section>
      )}
      {measuring !== null && (
        <BenchSheetDialog
          life={life}
          corrects={measuring === "new" ? null : measuring.sheet}
          onClose={() => setMeasuring(null)}
        />
      )}
    </Panel>
  );
}

function Record(props: { record: DiagnosisRecord }) {
  const { record } = props;
  const words = useWords();
  const { t, times } = words;
  const lists = useRead("fault_lists", null).data;
  return (
    <div className={css["record"]}>
      <p className={css["who"]}>
        {t("diagnosis-by", { who: personName(t, record.made_by), at: times.instant(record.made_at) })}
        {record.second !== "" && ` ${t("diagnosis-second", { who: record.second })}`}
      </p>
      <ol>
        {record.lines.map((line, at) => {
          const said = listNames.filter((list) => line[list] !== "");
          return (
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>
              {said.map((list) => t("named-value", { name: t(`line-${list}`), value: entryName(words, lists?.[list], line[list]) })).join(" · ")}
              {line.note !== "" && <p>{line.note}</p>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function SheetLine(props: { row: BenchSheetRow; off: string | null; onCorrect: () => void }) {
  const { sheet } = props.row;
  const { t, times } = useWords();
  const kind = t(`sheet_kind-${sheet.kind}`);
  const at = times.instant(sheet.made_at);
  const shape = resultShape[sheet.result];
  return (
    <div className={css["sheet"]}>
      <Disclosure
        title={`${kind} ${at} ${personName(t, sheet.made_by)}`}
        summary={
          sheet.replaced_by === null ? (
            <Status icon={shape.icon} tone={shape.tone}>
              {t(`sheet_result-${sheet.result}`)}
            </Status>
          ) : (
            t("sheet-corrected")
          )
        }
      >
        <SheetValues row={props.row} label={t("sheet-show", { kind, at })} />
        {sheet.replaced_by === null && (
          <Button disabledReason={props.off} onPress={props.onCorrect}>
            {t("sheet-correct")}
          </Button>
        )}
      </Disclosure>
    </div>
  );
}

function SoakLine(props: { row: BenchSheetRow }) {
  const { sheet } = props.row;
  const { t, times } = useWords();
  const soak = sheet.around.soak;
  if (soak === null) return null;
  const shape = resultShape[sheet.result];
  return (
    <li>
      {times.instant(sheet.made_at)}{" "}
      {t("sheet-soak-line", { hours: soak.hours, cycles: soak.cycles || "—", celsius: soak.celsius || "—" })}{" "}
      <Status icon={shape.icon} tone={shape.tone}>
        {t(`sheet_result-${sheet.result}`)}
      </Status>
    </li>
  );
}
