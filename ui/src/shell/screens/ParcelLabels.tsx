// The labels of all units of a parcel that are checked in, at once: from the roll or on A4 sheets. One key prints them.

import { useState } from "react";
import { labelsOn, useSheetMaker } from "../../features/form/useSheetMaker";
import { SheetView } from "../../features/form/SheetView";
import { useWords } from "../../i18n/i18n";
import { useRead } from "../../ipc/ipc";
import type { ConsignmentLine } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { useKeys } from "../../kit/keys";
import { Section } from "../../kit/Page";
import { Select } from "../../kit/Select";
import css from "./ConsignmentScreen.module.css";

type Target = "roll" | "sheet";
const targets: readonly Target[] = ["roll", "sheet"];
const KEY = "Ctrl+L";

export function ParcelLabels(props: { lines: readonly ConsignmentLine[] }) {
  const { t } = useWords();
  const settings = useRead("settings_get", null).data;
  const sheets = useSheetMaker();
  const [chosen, setChosen] = useState<Target | null>(null);
  const [start, setStart] = useState(1);
  const ids = props.lines.flatMap((line) => (line.ticket === null ? [] : [line.ticket.id]));
  const grid = settings?.label_grid ?? "3x8";
  // Who has a label printer prints on it.
  const target = chosen ?? ((settings?.label_printer ?? "") === "" ? "sheet" : "roll");
  const print = () => {
    const sheet = target === "roll" ? ({ kind: "roll", ids } as const) : ({ kind: "labels", ids, copies: 1, grid, start } as const);
    const printer = target === "roll" ? settings?.label_printer : settings?.form_printer;
    sheets.make({ sheet, language: settings?.document_language ?? "both" }, printer ?? "");
  };
  const why = ids.length === 0 ? t("parcel-labels-none") : sheets.isBusy ? t("paper-busy") : null;
  useKeys(why === null ? [{ id: "parcel-labels", keys: KEY, label: t("parcel-labels-key"), scope: "screen", run: print }] : []);
  return (
    <Section title={t("parcel-labels")}>
      <div className={css["labels"]}>
        <Select
          name="labels.target"
          label={t("print-on")}
          value={target}
          options={targets.map((value) => ({ value, label: value === "roll" ? t("print-on-roll") : t("print-on-sheet", { grid }) }))}
          onChange={setChosen}
          placeholder={t("choose")}
        />
        {target === "sheet" && (
          <Select
            name="labels.start"
            label={t("print-start")}
            value={String(start)}
            options={Array.from({ length: labelsOn[grid] }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }))}
            onChange={(value) => setStart(Number(value))}
            placeholder={t("choose")}
          />
        )}
        <Button keys={KEY} disabledReason={why} onPress={print}>
          {t("parcel-labels-print", { count: ids.length })}
        </Button>
      </div>
      {sheets.shown !== null && <SheetView title={t("parcel-labels")} shown={sheets.shown} onClose={sheets.close} />}
    </Section>
  );
}
