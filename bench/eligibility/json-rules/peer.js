// json-rules-engine answers the claims of `cargo xtask bench eligibility`: reads the file of claims named on its
// command line, then one order a line on standard input, and answers each with one line of JSON.
//
// `answers`: what it says of each claim. `round REPEATS`: nanoseconds for one run of each claim, the mean of so many in
// a row by the process's own monotone clock. The engine keeps every rule's result anyway; it has no run without them.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { answer, commitment, facts } from "./commitment.js";

const claims = JSON.parse(readFileSync(process.argv[2], "utf8"));
const engine = commitment();

async function answers() {
  const said = [];
  for (const claim of claims) {
    const { events, almanac } = await engine.run(facts(claim));
    said.push(answer(events, await almanac.factValue("cover"), await almanac.factValue("own")));
  }
  return said;
}

async function round(repeats) {
  const nanoseconds = [];
  for (const claim of claims) {
    const begun = process.hrtime.bigint();
    for (let turn = 0; turn < repeats; turn += 1) await engine.run(facts(claim));
    nanoseconds.push(Number(process.hrtime.bigint() - begun) / repeats);
  }
  return nanoseconds;
}

for await (const order of createInterface({ input: process.stdin })) {
  const [what, repeats] = order.split(" ");
  if (what !== "answers" && what !== "round") throw new Error(`no such order: ${order}`);
  const said = what === "answers" ? await answers() : await round(Number(repeats));
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
