// The codes of all places on a sheet of labels: printed, or opened in the viewer where there is no printer.

import { useWords } from "../../i18n/i18n";
import { toFailure } from "../../ipc/failure";
import { useRead, useTransport } from "../../ipc/ipc";
import { Button } from "../../kit/Button";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";

export function PlaceLabels() {
  const words = useWords();
  const { t } = words;
  const transport = useTransport();
  const toast = useToast();
  const settings = useRead("settings_get", null).data;
  if (settings === undefined) return null;
  const printer = settings.form_printer;
  const make = async () => {
    try {
      await transport.call("sheet_make", {
        sheet: { kind: "places", grid: settings.label_grid, start: 1 },
        language: settings.document_language,
        to: printer === "" ? { kind: "viewer" } : { kind: "printer", name: printer },
      });
      if (printer !== "") toast({ text: t("paper-sent-to", { printer }) });
    } catch (thrown) {
      toast({ tone: "trouble", text: failureText(words, toFailure(thrown)) });
    }
  };
  return <Button onPress={() => void make()}>{t("print-places")}</Button>;
}
