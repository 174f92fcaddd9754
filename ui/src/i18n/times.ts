// Dates, times and numbers as words. Civil dates are written 2026-03-09 in both languages, with their weekday;
// instants are shown in the centre's time zone. Nothing here knows what time it is.

import type { Catalogue } from "./catalogue";

export interface Times {
  /** `周一` or `Mon` of a civil date. */
  weekday(date: string): string;
  /** `2026-03-09 周一`. */
  day(date: string): string;
  /** `03-09`, for where the year is plain from the context. */
  monthDay(date: string): string;
  /** `10:42:07` of an instant, in the centre's zone. */
  clock(at: number): string;
  /** `2026-03-09` of an instant, in the centre's zone. */
  date(at: number): string;
  /** `2026-03-09 10:42` of an instant, in the centre's zone. */
  instant(at: number): string;
  /** `4,211`, grouped as the messages group theirs. */
  number(value: number): string;
  /** `12.4 MB`. */
  size(bytes: number): string;
}

const weekdays = [
  "weekday-sun",
  "weekday-mon",
  "weekday-tue",
  "weekday-wed",
  "weekday-thu",
  "weekday-fri",
  "weekday-sat",
] as const;

const DAY_MS = 86_400_000;

export function createTimes({ t, language }: Catalogue, zone: string): Times {
  // `sv-SE` is how the platform spells ISO 8601.
  const seconds = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" }, zone);
  const minutes = format(
    { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
    zone,
  );
  const dates = format({ year: "numeric", month: "2-digit", day: "2-digit" }, zone);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const weekday = (date: string): string => {
    // 1 January 1970 was a Thursday.
    const name = weekdays[(((Date.parse(date) / DAY_MS + 4) % 7) + 7) % 7];
    return name === undefined ? "" : t(name);
  };
  return {
    weekday,
    day: (date) => `${date} ${weekday(date)}`,
    monthDay: (date) => date.slice(5),
    clock: (at) => seconds.format(at),
    date: (at) => dates.format(at),
    instant: (at) => minutes.format(at),
    number: (value) => number.format(value),
    size: (bytes) =>
      bytes < 1_000_000 ? `${number.format(bytes / 1_000)} kB` : `${number.format(bytes / 1_000_000)} MB`,
  };
}

function format(options: Intl.DateTimeFormatOptions, zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("sv-SE", { ...options, timeZone: zone });
  } catch {
    // A zone this platform does not know: the machine's own zone is the nearest truth.
    return new Intl.DateTimeFormat("sv-SE", options);
  }
}
