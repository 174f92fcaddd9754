// Making the paper of a work order: printed where a printer is chosen, else kept as a PDF and shown. The
// paper is part of the record either way, with its hash and time.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure } from "../../ipc/failure";
import { useRead, useTransport } from "../../ipc/ipc";
import type { FormKind, FormLanguage, Paper, Settings, TicketRow } from "../../ipc/types.generated";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";

/** What may be chosen for a paper; the settings say the rest. */
export interface PaperChoice {
  readonly language?: FormLanguage;
  /** The printer's name, empty for none. */
  readonly printer?: string;
  readonly copies?: number;
}

/** The papers of a work order, the one that is printed first at the head. */
type Forms = readonly [FormKind, ...FormKind[]];
export const ofCustomer: Forms = ["application", "receipt", "label", "decision", "report"];
const ofOurUnit: Forms = ["internal", "label", "report"];
const ofReturn: Forms = ["delivery", "application", "receipt", "label", "decision", "report"];

/** A unit of our own has no customer to promise anything to; one that goes back takes its delivery note along. `isRefunded`:
 * the worksheet of a refund is made out. */
export function formsOf(row: Pick<TicketRow, "owned_by_us" | "status" | "resolution">, isRefunded = false): Forms {
  if (isRefunded) return [...formsOf(row), "refund"];
  if (row.owned_by_us) return ofOurUnit;
  const goesBack = row.status === "ready" || row.status === "unclaimed" || row.status === "returned" || row.status === "closed";
  return goesBack && row.resolution !== null ? ofReturn : ofCustomer;
}

/** The printer of a kind of paper: labels have one of their own. */
export function printerOf(form: FormKind, settings: Settings | undefined): string {
  return (form === "label" ? settings?.label_printer : settings?.form_printer) ?? "";
}

export interface FormMaker {
  /** Makes a paper, as the settings say where nothing else is said. */
  readonly make: (id: string, form: FormKind, choice?: PaperChoice) => void;
  readonly isBusy: boolean;
  /** The paper made last. */
  readonly last: Paper | null;
  /** The paper to be looked at now. */
  readonly shown: Paper | null;
  readonly show: (paper: Paper | null) => void;
}

export function useFormMaker(): FormMaker {
  const words = useWords();
  const { t, times } = words;
  const transport = useTransport();
  const settings = useRead("settings_get", null).data;
  const toast = useToast();
  const [isBusy, setIsBusy] = useState(false);
  const [last, setLast] = useState<Paper | null>(null);
  const [shown, setShown] = useState<Paper | null>(null);

  /** The question a decision letter waits for, put to whoever decides. */
  const ask = async (id: string) => {
    try {
      const asked = await transport.call("decision_ask", {
        id,
        kind: "unsigned",
        words: t("letter-ask"),
        asked_of: null,
        clause: null,
        remedy: null,
        excuses: [],
        evidence: [],
      });
      toast({ text: t("decision-asked", { role: t(`role-${asked.asked_of}`), day: times.day(asked.due_on) }) });
    } catch (thrown) {
      toast({ tone: "trouble", text: failureText(words, toFailure(thrown)) });
    }
  };

  const make = async (id: string, form: FormKind, choice: PaperChoice) => {
    const to = choice.printer ?? printerOf(form, settings);
    const request = { id, form, language: choice.language ?? settings?.document_language ?? "both" };
    setIsBusy(true);
    try {
      if (to === "") {
        const paper = await transport.call("form_render", request);
        setLast(paper);
        setShown(paper);
      } else {
        setLast(await transport.call("form_print", { ...request, printer: to, copies: choice.copies ?? 1 }));
        toast({ text: t("paper-sent-to", { printer: to }) });
      }
    } catch (thrown) {
      const failure = toFailure(thrown);
      const text = failureText(words, failure);
      const isProvisional = failure.code === "letter_provisional";
      toast(
        isProvisional
          ? { tone: "trouble", text, next: { label: t("letter-ask"), run: () => void ask(id) } }
          : { tone: "trouble", text },
      );
    }
    setIsBusy(false);
  };

  return {
    make: (id, form, choice = {}) => void make(id, form, choice),
    isBusy,
    last,
    shown,
    show: setShown,
  };
}
