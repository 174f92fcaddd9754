// chinese-days answers the questions of `cargo xtask bench calendar`: reads the file of questions named on its command
// line, then one order a line on standard input, and answers each with one line of JSON.
//
// `answers`: what it says of each date. `round REPEATS WORKLOAD STRIDE`: nanoseconds for one date, the mean over every
// STRIDE-th date and so many repeats, by the process's own monotone clock.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import chineseDays from "chinese-days";

const { findWorkday, getWorkdaysInRange } = chineseDays;
const { dates, span_days: span } = JSON.parse(readFileSync(process.argv[2], "utf8"));

const later = (date, days) => {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
};
// Its ends are texts; making them is not in its times.
const asked = (stride) =>
  dates
    .filter((_, at) => at % stride === 0)
    .map((date) => ({ date, first: later(date, 1), last: later(date, span) }));

const workloads = {
  add_20: ({ date }) => findWorkday(20, date),
  add_250: ({ date }) => findWorkday(250, date),
  count: ({ first, last }) => getWorkdaysInRange(first, last, true).length,
};

for await (const order of createInterface({ input: process.stdin })) {
  const [what, repeats, name, stride] = order.split(" ");
  let said;
  if (what === "answers") {
    const all = asked(1);
    said = Object.fromEntries(Object.entries(workloads).map(([one, ask]) => [one, all.map(ask).map(String)]));
  } else if (what === "round") {
    const some = asked(Number(stride));
    const ask = workloads[name];
    const begun = process.hrtime.bigint();
    for (let turn = 0; turn < Number(repeats); turn += 1) for (const one of some) ask(one);
    said = [Number(process.hrtime.bigint() - begun) / Number(repeats) / some.length];
  } else {
    throw new Error(`no such order: ${order}`);
  }
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
