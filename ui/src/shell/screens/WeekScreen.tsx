// The sheet of a week, put together from its figures and the making of papers.

import { useNavigate, useSearch } from "@tanstack/react-router";
import { SheetView } from "../../features/form/SheetView";
import { printerOf } from "../../features/form/useFormMaker";
import { useSheetMaker } from "../../features/form/useSheetMaker";
import { WeekPage } from "../../features/week/WeekPage";
import { useWords } from "../../i18n/i18n";
import { useLiveRead, useRead } from "../../ipc/ipc";
import { Notice } from "../../kit/Notice";
import { failureText } from "../../trade/failure";

export function WeekScreen() {
  const { week = null } = useSearch({ from: "/week" });
  const words = useWords();
  const navigate = useNavigate();
  const settings = useRead("settings_get", null).data;
  const sheets = useSheetMaker();
  const read = useLiveRead("week_get", { week });
  if (read.error !== null) return <Notice tone="over" title={failureText(words, read.error)} />;
  if (read.data === undefined) return null;
  const sheet = read.data;
  const make = (printer: string) => {
    const own = sheet.weeks.at(-1)?.week ?? null;
    sheets.make({ sheet: { kind: "week", week: own }, language: settings?.document_language ?? "both" }, printer);
  };
  return (
    <>
      <WeekPage
        sheet={sheet}
        onChoose={(chosen) => void navigate({ to: "/week", search: { week: chosen }, replace: true })}
        onPrint={() => make(printerOf("application", settings))}
        onPreview={() => make("")}
      />
      {sheets.shown !== null && <SheetView title={words.t("week-title")} shown={sheets.shown} onClose={sheets.close} />}
    </>
  );
}
