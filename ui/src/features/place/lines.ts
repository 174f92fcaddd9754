// What became of each scan, in words, newest first.

import { useState } from "react";

export interface ScanLine {
  readonly id: number;
  readonly tone: "done" | "plain" | "trouble";
  readonly text: string;
}

/** How many lines stay in sight. */
const LINES_MAX = 40;

export function useScanLines() {
  const [lines, setLines] = useState<readonly ScanLine[]>([]);
  const say = (tone: ScanLine["tone"], text: string) =>
    setLines((now) => [{ id: (now[0]?.id ?? 0) + 1, tone, text }, ...now.slice(0, LINES_MAX - 1)]);
  return { lines, say };
}

/** Scans come faster than answers: each waits for the one before it, so that lines stand in the order of scans. */
export function createQueue() {
  let last = Promise.resolve();
  return (work: () => Promise<void>) => {
    last = last.then(work, work);
    return last;
  };
}
