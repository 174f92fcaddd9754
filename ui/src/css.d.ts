declare module "*.module.css" {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

// pdf.js has types for its main module only.
declare module "pdfjs-dist/legacy/build/pdf.min.mjs" {
  export * from "pdfjs-dist";
}

declare module "pdfjs-dist/legacy/build/pdf.worker.min.mjs" {
  export const WorkerMessageHandler: unknown;
}
