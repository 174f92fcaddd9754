// A PDF drawn page by page in the window. WebKitGTK shows no PDF of its own inside a page, so pdf.js does,
// loaded only when a form is looked at.

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useWords } from "../i18n/i18n";
import { Notice } from "../kit/Notice";
import css from "./PdfPages.module.css";

/** Sharp on screens of 100 to 200 %, small enough to be drawn at once. */
const SCALE = 1.7;

export function PdfPages(props: {
  pdf: { readonly base64: string; readonly hash: string };
  /** Somebody else made it: its fonts may be those of a system. */
  isForeign?: boolean;
}) {
  const { pdf, isForeign = false } = props;
  const { t } = useWords();
  const opened = useQuery({
    queryKey: ["pdf", pdf.hash],
    queryFn: async () => {
      const { openPdf } = await import("./pdf");
      return openPdf(pdf.base64, isForeign);
    },
    structuralSharing: false,
    gcTime: 0,
  });
  if (opened.error !== null) return <Notice tone="over" title={t("preview-failed")} />;
  if (opened.data === undefined) return null;
  const { draw, pages } = opened.data;
  return (
    <div className={css["pages"]}>
      {Array.from({ length: pages }, (_, index) => (
        <PdfPage key={`${pdf.hash} ${index}`} number={index + 1} of={pages} draw={draw} />
      ))}
    </div>
  );
}

function PdfPage(props: { number: number; of: number; draw: (number: number, canvas: HTMLCanvasElement, scale: number) => Promise<void> }) {
  const { number, draw } = props;
  const { t } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  // A canvas is drawn on from outside of React.
  useEffect(() => {
    if (canvas.current !== null) void draw(number, canvas.current, SCALE);
  }, [draw, number]);
  return (
    <canvas ref={canvas} className={css["page"]} role="img" aria-label={t("preview-page", { number, of: props.of })} />
  );
}
