// What a scanned code opens. The back end says what the code means; here it becomes a screen.

import { useNavigate, useRouter } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure } from "../../ipc/failure";
import { useRead, useTransport } from "../../ipc/ipc";
import type { IntakeDraft, LookAlike, Repeats, Scan } from "../../ipc/types.generated";
import { SCANNED_EVENT } from "../../kit/scanEvents";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import type { ScanTaker } from "../../trade/scanDesk";
import { listenForScans } from "./listen";

/** A new serial that looks like known ones: a person must say which it is. */
export interface Choice {
  readonly serial: string;
  readonly lookAlikes: readonly LookAlike[];
  readonly onChoose: (serial: string) => void;
  readonly onClose: () => void;
}

export function useScanRoutes(onSearch: (text: string) => void) {
  const transport = useTransport();
  const navigate = useNavigate();
  const router = useRouter();
  const toast = useToast();
  const words = useWords();
  const [choice, setChoice] = useState<Choice | null>(null);
  const taker = useRef<ScanTaker | null>(null);

  const openTicket = (id: string) => void navigate({ to: "/tickets/$id", params: { id } });
  const openUnit = (serial: string, begun: string | null = null) => {
    // Where units are looked at, a scan looks at one; everywhere else it is received.
    const looking = router.state.location.pathname.startsWith("/units");
    if (looking) void navigate({ to: "/units/$serial", params: { serial } });
    // What was begun is gone on with; a second, empty check-in would look like a loss.
    else if (begun !== null) void navigate({ to: "/intake/$draft", params: { draft: begun } });
    else void navigate({ to: "/intake", search: { serial } });
  };

  const checkIn = async (draft: IntakeDraft) => {
    try {
      const begun = await transport.call("draft_save", { id: null, draft });
      void navigate({ to: "/intake/$draft", params: { draft: begun.id } });
    } catch (thrown) {
      toast({ tone: "trouble", text: failureText(words, toFailure(thrown)) });
    }
  };

  const open = async (scan: Scan, text: string) => {
    switch (scan.kind) {
      case "ticket":
        return openTicket(scan.row.id);
      case "authorisation": {
        await checkIn(scan.draft);
        return toast({ text: words.t("scan-authorisation", { rma: scan.row.rma }) });
      }
      case "foreign":
        return toast({
          tone: "trouble",
          text: words.t("scan-foreign", { rma: scan.rma }),
          next: { label: words.t("scan-foreign-check_in"), run: () => void checkIn(scan.draft) },
        });
      case "misread":
        return toast({ tone: "trouble", text: words.t("scan-misread", { text: scan.text }) });
      case "consignment":
        return void navigate({ to: "/parcels/$id", params: { id: scan.row.id } });
      case "waybill":
        // A shape proves nothing: the screen offers to take it for a serial.
        return void navigate({
          to: "/parcels/receive",
          search: { waybill: scan.waybill, ...(scan.serial === null ? {} : { serial: scan.serial }) },
        });
      case "unit":
        tellRepeats(scan.repeats);
        if (scan.open !== null) {
          toast({ text: words.t("scan-open-ticket", { serial: scan.serial, rma: scan.open.rma }) });
          return openTicket(scan.open.id);
        }
        if (scan.sale === null && scan.tickets.length === 0 && scan.look_alikes.length > 0) {
          return setChoice({
            serial: scan.serial,
            lookAlikes: scan.look_alikes,
            onChoose: (serial) => {
              setChoice(null);
              openUnit(serial);
            },
            onClose: () => setChoice(null),
          });
        }
        return openUnit(scan.serial, scan.draft);
      case "form": {
        if (scan.ticket !== null) return openTicket(scan.ticket.id);
        await checkIn(scan.draft);
        return toast({ text: words.t("scan-form") });
      }
      case "place":
        return void navigate({ to: "/places", search: { place: scan.place.code } });
      case "badge": {
        const session = await transport.call("session_badge", { text });
        return toast({ text: words.t("session-started", { name: session.user?.name ?? "" }) });
      }
      case "text":
        toast({ tone: "trouble", text: words.t("scan-text", { text: scan.text }) });
        return onSearch(scan.text);
    }
  };

  /** Told at once: whoever scans it may be about to repair the same thing twice. */
  const tellRepeats = ({ repeats: [soon], batch }: Repeats) => {
    const { t } = words;
    if (soon !== undefined) toast({ text: `${t("repeat-title")}: ${t(`repeat-${soon.window}`, { days: soon.days })}` });
    for (const found of batch) {
      const fault = words.language === "zh-CN" ? found.zh : found.en;
      toast({ text: `${t("batch-title", { batch: found.batch })}: ${t("batch-fault", { fault, units: found.units })}` });
    }
  };

  const resolve = async (text: string) => {
    try {
      const scan = await transport.call("scan_resolve", { text });
      if (taker.current?.(scan, text) !== true) await open(scan, text);
    } catch (thrown) {
      toast({ tone: "trouble", text: failureText(words, toFailure(thrown)) });
    }
  };

  const onScan = useEffectEvent((text: string) => {
    const dialog = document.querySelector("[role=dialog]:not([data-passes-scans])");
    // A dialog whose one field wants scans has them wherever its focus is.
    const wanting = dialog?.querySelector("input[data-scan=here]");
    if (wanting) {
      wanting.dispatchEvent(new CustomEvent(SCANNED_EVENT, { detail: text }));
      return;
    }
    if (dialog !== null) {
      toast({ tone: "trouble", text: words.t("scan-dialog-open") });
      return;
    }
    void resolve(text);
  });

  const { scan_prefix: prefix = "", scan_suffix: suffix = "" } = useRead("settings_get", null).data ?? {};
  // Follows the window's keyboard, which is where scanners type.
  useEffect(() => {
    const ear = listenForScans(window, { prefix, suffix }, onScan);
    return () => ear.stop();
  }, [prefix, suffix]);

  const [hold] = useState(() => (held: ScanTaker) => {
    taker.current = held;
    return () => {
      if (taker.current === held) taker.current = null;
    };
  });
  return { resolve: (text: string) => void resolve(text), hold, choice };
}
