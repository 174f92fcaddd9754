// The commitment as rules of json-rules-engine, as its users write them: plain functions for what findings and
// papers amount to, rules of a higher priority for the periods, and rules whose events deny, leave open or lack.
//
// It is given what it lacks (../src/question.rs says what): days as numbers, rolled last days for each period of the
// table, and unknowns as the word "unknown". What the events mean together is read outside the measured time.

import { Engine } from "json-rules-engine";

const USER_CAUSED = [
  "misuse_or_environment",
  "third_party",
  "customer_software_change",
  "against_manual",
  "unauthorised_repair",
];
const CONTRADICTING = ["operates_normally", "within_specification"];
const CHARGED = [...USER_CAUSED, ...CONTRADICTING, "normal_wear", "appearance"];

const is = (fact, value) => ({ fact, operator: "equal", value });
const among = (fact, value) => ({ fact, operator: "in", value });
const until = (last) => ({ fact: "claimed", operator: "lessThanInclusive", value: { fact: last } });
const after = (last) => ({ fact: "claimed", operator: "greaterThan", value: { fact: last } });
const all = (...conditions) => ({ all: conditions });
const any = (...conditions) => ({ any: conditions });

/** An engine with every rule, ready to run on what `facts` makes of a claim. */
export function commitment() {
  const engine = new Engine();
  addProofs(engine);
  addPeriods(engine);
  addRemedies(engine);
  return engine;
}

/** A claim with what its findings and papers amount to; as computed facts of the engine they are no faster. */
export function facts(claim) {
  const { findings } = claim;
  const user = findings.some((code) => USER_CAUSED.includes(code));
  const consumable = findings.includes("consumable");
  const known = findings.includes("product_fault") ? "yes" : consumable ? claim.defect : "no";
  const fault = claim.diagnosed ? known : "unknown";
  const isContradicted = fault === "yes" && findings.some((code) => CONTRADICTING.includes(code));
  const papers = [claim.certificate, claim.proof, claim.label, claim.matches, claim.source];
  return {
    ...claim,
    cover: "unknown",
    outside: outside(claim),
    dated: claim.claimed > 0 && claim.claimed >= claim.bought,
    user,
    own: isContradicted ? "unknown" : fault,
    more: isContradicted || !claim.diagnosed ? "unknown" : more(findings, consumable, claim.defect),
    papers: papers.includes("no") ? "no" : papers.includes("unknown") ? "unknown" : "yes",
  };
}

function outside({ sale, covers_borrowed: coversBorrowed, unit_agreed: unitAgreed }) {
  if (sale === "borrowed") return coversBorrowed ? "no" : "yes";
  if (sale === "prototype_special_price") return unitAgreed ? "no" : "yes";
  return sale === "unknown" ? "unknown" : "no";
}

function more(findings, consumable, defect) {
  if (findings.some((code) => CHARGED.includes(code))) return "yes";
  if (!consumable) return "no";
  return { yes: "no", no: "yes", unknown: "unknown" }[defect];
}

/** What cover and papers prove together; the engine keeps each for the rest of a run. */
function addProofs(engine) {
  engine.addFact("proven", async (_, almanac) => {
    const [cover, papers] = [await almanac.factValue("cover"), await almanac.factValue("papers")];
    if (cover === "over" || papers === "no") return "bad";
    return cover !== "unknown" && papers === "yes" ? "good" : "unknown";
  });
  engine.addFact("paid", async (_, almanac) => {
    const [proven, own] = [await almanac.factValue("proven"), await almanac.factValue("own")];
    const more = await almanac.factValue("more");
    if (proven === "bad" || own === "no" || more === "yes") return "yes";
    if (own !== "yes" || more !== "no" || proven !== "good") return "unknown";
    return { in: "no", blank: "contract" }[await almanac.factValue("cover")] ?? "unknown";
  });
}

/** Table 2.T with the contract before it and 2.2 before both; unknown class or object where the rule can still tell. */
function addPeriods(engine) {
  const rows = [
    [all(is("object", "whole"), is("unit_agreed", true)), "end_unit"],
    [all(is("object", "part"), is("part_agreed", true)), "end_part"],
    [all(is("object", "whole"), is("unit_agreed", false), is("class", "terminal")), "end_24"],
    [all(is("object", "whole"), is("unit_agreed", false), among("class", ["module", "detector"])), "end_12"],
    [all(is("object", "part"), is("part_agreed", false), among("class", ["terminal", "module"])), "end_3"],
  ];
  const table = [is("unit_agreed", false), is("part_agreed", false)];
  const wholeOfAnyClass = all(is("object", "whole"), is("class", "unknown"), is("unit_agreed", false));
  const anyOf = (name) => all(is("object", "unknown"), is("class", name), ...table);
  const known = (...conditions) => all(is("start_known", true), ...conditions);
  const cover = (value, conditions) =>
    engine.addRule({
      priority: 3,
      conditions,
      event: { type: "cover" },
      onSuccess: (_, almanac) => almanac.addRuntimeFact("cover", value),
    });
  cover(
    "over",
    known(
      after("tail"),
      any(
        ...rows.map(([row, last]) => all(row, after(last))),
        all(wholeOfAnyClass, after("end_24")),
        all(anyOf("terminal"), after("end_24")),
        all(anyOf("module"), after("end_12")),
      ),
    ),
  );
  cover(
    "in",
    any(
      until("tail"),
      known(
        any(
          ...rows.map(([row, last]) => all(row, until(last))),
          all(wholeOfAnyClass, until("end_12")),
          all(any(anyOf("terminal"), anyOf("module")), until("end_3")),
        ),
      ),
    ),
  );
  cover("blank", known(after("tail"), is("object", "part"), is("class", "detector"), is("part_agreed", false)));
  cover(
    "not_over",
    known(
      after("tail"),
      any(
        all(is("object", "part"), is("class", "unknown"), is("part_agreed", false), until("end_3")),
        all(anyOf("detector"), until("end_12")),
        all(anyOf("unknown"), until("end_3")),
      ),
    ),
  );
}

function addRemedies(engine) {
  const rule = (type, conditions) => engine.addRule({ priority: 1, conditions, event: { type } });
  const denied = (remedy, ...reasons) =>
    rule(`${remedy}:denied`, any(is("outside", "yes"), all(is("dated", true), any(...reasons))));
  const barred = all(is("sale", "special_price"), is("special_return", false));
  const over = (last) => all(is("start_known", true), after(last));
  const unfounded = [is("proven", "bad"), is("own", "no")];
  const unknown = [is("sale", "unknown"), is("proven", "unknown"), is("own", "unknown")];
  const unknownOrUndated = any(...unknown, is("start_known", false));
  rule("undated", any(is("dated", false)));
  denied("refund", barred, over("refund_last"), ...unfounded, is("user", true));
  rule("refund:open", unknownOrUndated);
  denied("exchange", barred, over("exchange_last"), ...unfounded);
  rule("exchange:open", unknownOrUndated);
  rule("exchange:review", any(is("user", true)));
  denied("free_repair", ...unfounded);
  rule("free_repair:open", any(...unknown, among("cover", ["unknown", "not_over"])));
  rule("free_repair:contract", any(is("cover", "blank")));
  denied("paid_repair", is("paid", "no"));
  rule("paid_repair:open", any(is("paid", "unknown")));
  rule("paid_repair:contract", any(is("paid", "contract")));
  rule("sale:open", any(is("sale", "unknown")));
  rule("consent:open", any(is("consent", "unknown")));
  rule("consent:lacking", any(is("consent", "no")));
  rule("accessories:open", any(is("accessories", "unknown")));
  rule("accessories:lacking", any(is("accessories", "no")));
}

/** What the events of one run say of each remedy, in the words of the other peer. */
export function answer(events, cover, own) {
  const happened = new Set(events.map((event) => event.type));
  const has = (type) => happened.has(type);
  const remedy = (name, groups) => {
    if (has(`${name}:denied`)) return "denied";
    if (has("undated")) return has("sale:open") ? "open:S" : "dates";
    if (has(`${name}:review`)) return has(`${name}:open`) ? `open:${groups}` : "review";
    if (has(`${name}:contract`)) {
      const isOpen = name === "paid_repair" ? has("sale:open") : has(`${name}:open`);
      if (!isOpen) return "contract";
      return name === "paid_repair" ? "open:S" : `open:${groups}`;
    }
    const isReturn = name === "refund" || name === "exchange";
    const conditions = isReturn ? "NA" : "N";
    if (has(`${name}:open`)) return `open:${groups}${conditions}`;
    if (has("sale:open")) return `open:S${conditions}`;
    if (has("consent:open")) return `open:${conditions}`;
    if (has("consent:lacking")) return "consent";
    if (isReturn && has("accessories:open")) return "open:A";
    if (isReturn && has("accessories:lacking")) return "accessories";
    return "granted";
  };
  return {
    refund: remedy("refund", "SWOED"),
    exchange: remedy("exchange", "SWOED"),
    free_repair: remedy("free_repair", happened.has("free_repair:contract") ? "SED" : "SCED"),
    paid_repair: remedy("paid_repair", "SCED"),
    cover,
    own,
  };
}
