// Making a sheet that belongs to no single work order: printed where a printer is chosen, else shown. It is not
// kept, so showing it again means making it again.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure } from "../../ipc/failure";
import { useTransport } from "../../ipc/ipc";
import type { Pdf, SheetGrid, SheetRequest } from "../../ipc/types.generated";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";

/** How many labels a sheet has, to offer where to start; the station checks it. */
export const labelsOn: Record<SheetGrid, number> = { "3x8": 24, "3x7": 21 };

/** What a sheet is made of; where it goes is said beside it. */
export type SheetContent = Pick<SheetRequest, "sheet" | "language">;

export interface ShownSheet {
  readonly pdf: Pdf;
  readonly content: SheetContent;
}

export function useSheetMaker() {
  const words = useWords();
  const { t } = words;
  const transport = useTransport();
  const toast = useToast();
  const [isBusy, setIsBusy] = useState(false);
  const [shown, setShown] = useState<ShownSheet | null>(null);

  const make = async (content: SheetContent, printer: string) => {
    setIsBusy(true);
    try {
      if (printer === "") {
        setShown({ pdf: await transport.call("sheet_make", { ...content, to: { kind: "nowhere" } }), content });
      } else {
        await transport.call("sheet_make", { ...content, to: { kind: "printer", name: printer } });
        toast({ text: t("paper-sent-to", { printer }) });
      }
    } catch (thrown) {
      toast({ tone: "trouble", text: failureText(words, toFailure(thrown)) });
    }
    setIsBusy(false);
  };

  return {
    /** Prints a sheet, or shows it when no printer is named. */
    make: (content: SheetContent, printer: string) => void make(content, printer),
    isBusy,
    shown,
    close: () => setShown(null),
  };
}
