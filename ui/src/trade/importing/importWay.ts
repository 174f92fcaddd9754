// What the import screen needs to know of a kind of file: how it is opened, mapped and taken, and what it is called.

import type { Progress, RowError } from "../../ipc/types.generated";

/** What an open file would bring. */
export interface FilePreview {
  readonly file: string;
  readonly name: string;
  readonly encoding: string;
  readonly separator: string | null;
  readonly headings: ReadonlyArray<{ readonly heading: string; readonly field: string | null }>;
  /** The fields a column can mean. */
  readonly fields: readonly string[];
  /** Whether a column holds what rows are known by. */
  readonly has_key: boolean;
  readonly sample: ReadonlyArray<readonly string[]>;
  readonly rows: number;
  readonly good: number;
  readonly new: number;
  readonly changed: number;
  /** What would end, because the file leaves it out. */
  readonly ended: number;
  readonly errors: readonly RowError[];
  readonly error_count: number;
}

/** What an import did. */
export interface FileReport {
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly ended: number;
  readonly errors: readonly RowError[];
  readonly cancelled: boolean;
}

/** Heading to field; null leaves a column out. */
export type FieldMap = Readonly<Record<string, string | null>>;

export interface ImportWay {
  /** The kind of file; there is one import of each. */
  readonly of: string;
  readonly title: string;
  readonly fileLabel: string;
  readonly backLabel: string;
  readonly toListLabel: string;
  /** Said while no column holds what rows are known by. */
  readonly needsKey: string;
  readonly cancelled: (name: string) => string;
  readonly fieldLabel: (field: string) => string;
  readonly toList: () => void;
  /** To the screen that shows the import. */
  readonly toImport: () => void;
  readonly open: (name: string, base64: string) => Promise<FilePreview>;
  readonly remap: (preview: FilePreview, map: FieldMap) => Promise<FilePreview>;
  readonly bringIn: (preview: FilePreview) => Promise<FileReport>;
  readonly progress: (file: string) => Promise<Progress>;
  readonly cancel: (file: string) => Promise<Progress>;
}

/** What the headings of a file mean now. */
export function mapOf(preview: FilePreview): FieldMap {
  return Object.fromEntries(preview.headings.map((one) => [one.heading, one.field]));
}
