// pdf.js as this program uses it: a PDF drawn on a canvas. No worker, no fetch: the content policy allows none, and our
// forms are small. One of our own making holds its fonts; one that somebody sent may count on those of a system.

import * as worker from "pdfjs-dist/legacy/build/pdf.worker.min.mjs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.min.mjs";

// pdf.js looks for its worker here before it would start one.
Object.assign(globalThis, { pdfjsWorker: worker });

export async function openPdf(base64: string, isForeign: boolean) {
  const data = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const document = await getDocument({ data, disableFontFace: !isForeign, useSystemFonts: isForeign, isEvalSupported: false, useWasm: false }).promise;
  return {
    pages: document.numPages,
    async draw(number: number, canvas: HTMLCanvasElement, scale: number): Promise<void> {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale });
      canvas.width = viewport.width;
      canvas.height = viewport.height;
      await page.render({ canvas, viewport }).promise;
    },
  };
}
