//! The situations of the matrix: under which clause each stands, in words, and as what differs from the ordinary claim.
//! `null` takes a fact away. A row that names a day or a month of its claim states the number once: its words and its
//! date are both made of it. What else the words say of dates is held against the facts by a test in `main.rs`.

use After::{Day, Month};
use chrono::{Days, Months, NaiveDate};
use serde_json::{Value, json};

/// One situation.
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) clause: &'static str,
    pub(crate) words: String,
    pub(crate) changes: Value,
}

impl Row {
    /// The ordinary claim with what differs.
    pub(crate) fn facts(&self) -> Value {
        let mut facts = ordinary();
        for (name, fact) in self.changes.as_object().unwrap() {
            facts[name] = fact.clone();
        }
        facts
    }
}

/// How long after the purchase a claim is made.
#[derive(Clone, Copy)]
enum After {
    /// So many days after it.
    Day(u64),
    /// In the middle of this month after it; the first begins on the day after the purchase.
    Month(u32),
}

impl After {
    fn words(self) -> String {
        match self {
            Day(number) => format!("day {number}"),
            Month(number) => format!("month {number}"),
        }
    }

    fn date(self, purchase: NaiveDate) -> NaiveDate {
        match self {
            Day(number) => purchase.checked_add_days(Days::new(number)),
            Month(number) => purchase
                .checked_add_months(Months::new(number.checked_sub(1).unwrap()))
                .and_then(|begun| begun.checked_add_days(Days::new(14))),
        }
        .unwrap()
    }
}

/// A date of the facts.
pub(crate) fn date(fact: &Value) -> NaiveDate {
    fact.as_str().unwrap().parse().unwrap()
}

/// The claim from which every row differs by what its words say.
fn ordinary() -> Value {
    json!({
        "purchase": {"voucher_date": "2026-03-02"}, "claim_date": "2026-03-05", "product_class": "terminal",
        "claim_object": "whole", "sale_kind": "normal", "contract": {}, "findings": ["product_fault"],
        "documents": {"warranty_certificate": true, "purchase_proof": true},
        "serial": {"label": "readable", "matches": true}, "authorised_source": true,
        "accessories_complete": true, "return_consent": true
    })
}

/// The ordinary claim in words, at the head of the matrix.
pub(crate) const ORDINARY_IN_WORDS: &str = "\
a complete device sold normally on Monday, 2 March 2026, claimed on 5 March, with a
fault of its own; the contract was seen and says nothing special; warranty certificate and invoice are there; the label
is readable and matches; the source is authorised; the accessories are complete; the return was agreed.";

/// All situations, in the order of the commitment.
pub(crate) fn rows() -> Vec<Row> {
    [contract(), periods(), floor(), sold(), windows(), conditions(), fault(), over(), found(), papers()]
        .concat()
}

fn row(clause: &'static str, words: &'static str, changes: Value) -> Row {
    Row { clause, words: words.to_owned(), changes }
}

/// A situation with its claim so long after the purchase; `@` in the words is where that is said.
fn claimed(clause: &'static str, words: &str, after: After, changes: Value) -> Row {
    let mut row = Row { clause, words: words.replace('@', &after.words()), changes };
    let purchase = date(&row.facts()["purchase"]["voucher_date"]);
    row.changes["claim_date"] = json!(after.date(purchase));
    row
}

fn contract() -> Vec<Row> {
    vec![
        row("0", "the contract was not seen", json!({"contract": null})),
        claimed(
            "0",
            "the contract gives the device 36 months; claimed in @",
            Month(30),
            json!({"contract": {"unit_months": 36}}),
        ),
        claimed(
            "0",
            "the contract gives 15 days of return; claimed on @",
            Day(12),
            json!({"contract": {"return_days": 15}}),
        ),
        claimed(
            "0",
            "the contract gives 10 days of exchange, the last a Thursday; claimed on @",
            Day(11),
            json!({"contract": {"exchange_days": 10}}),
        ),
        row(
            "0",
            "by contract everything runs from 1 February; claimed on 5 March",
            json!({"contract": {"period_starts_on": "2026-02-01"}}),
        ),
        row("1.1", "the fault lies within specification", json!({"findings": ["within_specification"]})),
        row("1.1", "no fault of any kind was found", json!({"findings": []})),
        row(
            "1.1",
            "a product fault, and yet within specification: contradictory",
            json!({"findings": ["product_fault", "within_specification"]}),
        ),
        row("1.1", "not diagnosed", json!({"findings": null})),
        row(
            "1.2",
            "a fee inside the warranty was agreed",
            json!({"contract": {"fee_inside_warranty": true}}),
        ),
        row(
            "2.1",
            "the voucher says 2 March, the contract 6 March; claimed on 12 March",
            json!({"purchase": {"voucher_date": "2026-03-02", "contract_date": "2026-03-06"}, "claim_date": "2026-03-12"}),
        ),
        row("2.1", "claimed before the purchase", json!({"claim_date": "2026-03-01"})),
        row("2.1", "the date of the claim is not known", json!({"claim_date": null})),
        row("2.1", "the date of purchase is not known", json!({"purchase": null})),
    ]
}

fn periods() -> Vec<Row> {
    let item = |class: &str, object: &str, claimed: &str| json!({"product_class": class, "claim_object": object, "claim_date": claimed});
    vec![
        row("2.T", "device, last day of 24 months", item("terminal", "whole", "2028-03-02")),
        row("2.T", "device, the day after", item("terminal", "whole", "2028-03-03")),
        row("2.T", "part of a device, last day of 3 months", item("terminal", "part", "2026-06-02")),
        row("2.T", "part of a device, the day after", item("terminal", "part", "2026-06-03")),
        row("2.T", "core module, last day of 12 months", item("module", "whole", "2027-03-02")),
        row("2.T", "core module, the day after", item("module", "whole", "2027-03-03")),
        row("2.T", "part of a core module, last day of 3 months", item("module", "part", "2026-06-02")),
        row("2.T", "part of a core module, the day after", item("module", "part", "2026-06-03")),
        row("2.T", "detector, last day of 12 months", item("detector", "whole", "2027-03-02")),
        row("2.T", "detector, the day after", item("detector", "whole", "2027-03-03")),
        claimed(
            "2.T",
            "part of a detector, claimed on @: the table is blank",
            Day(3),
            json!({"product_class": "detector", "claim_object": "part"}),
        ),
        claimed(
            "2.T",
            "part of a detector, claimed in @",
            Month(5),
            json!({"product_class": "detector", "claim_object": "part"}),
        ),
        claimed(
            "2.T",
            "part of a detector, the contract gives it 6 months; claimed in @",
            Month(5),
            json!({"product_class": "detector", "claim_object": "part", "contract": {"part_months": 6}}),
        ),
        claimed("2.T", "the class of the product is not known, @", Month(2), json!({"product_class": null})),
        claimed("2.T", "the class of the product is not known, @", Month(14), json!({"product_class": null})),
        claimed(
            "2.T",
            "whether the device or a part is claimed for is not known, @",
            Month(4),
            json!({"claim_object": null}),
        ),
        row(
            "CC202",
            "part of a core module bought on 30 November 2025, claimed on 28 February 2026",
            json!({"purchase": {"voucher_date": "2025-11-30"}, "product_class": "module", "claim_object": "part", "claim_date": "2026-02-28"}),
        ),
        row(
            "CC202",
            "part of a core module bought on 30 November 2025, claimed on Monday, 2 March 2026",
            json!({"purchase": {"voucher_date": "2025-11-30"}, "product_class": "module", "claim_object": "part", "claim_date": "2026-03-02"}),
        ),
    ]
}

fn floor() -> Vec<Row> {
    let repaired = |completed: &str, claimed: &str| json!({"prior_repairs": [{"completed": completed, "scope": "product"}], "claim_date": claimed});
    let exchanged = |day: u64, later: u64| {
        let completed = Day(day).date(date(&ordinary()["purchase"]["voucher_date"]));
        Row {
            clause: "2.2",
            words: format!("exchanged on day {day}, claimed {later} days later"),
            changes: json!({"prior_repairs": [{"completed": completed, "scope": "product"}], "claim_date": Day(later).date(completed)}),
        }
    };
    vec![
        row(
            "2.2",
            "repaired in warranty in the last month; last day of the 3 months",
            repaired("2028-02-22", "2028-05-22"),
        ),
        row(
            "2.2",
            "repaired in warranty in the last month; the day after",
            repaired("2028-02-22", "2028-05-23"),
        ),
        claimed(
            "2.2",
            "another part was repaired in the last month; claimed in @",
            Month(26),
            json!({"prior_repairs": [{"completed": "2028-02-22", "scope": "part_other"}]}),
        ),
        claimed(
            "2.2",
            "repaired for money in the last month; claimed in @",
            Month(26),
            json!({"prior_repairs": [{"completed": "2028-02-22", "scope": "paid"}]}),
        ),
        row(
            "2.2",
            "part of a detector, replaced in warranty 2 months ago",
            json!({"product_class": "detector", "claim_object": "part", "claim_date": "2027-04-22", "prior_repairs": [{"completed": "2027-02-22", "scope": "part_same"}]}),
        ),
        exchanged(10, 5),
        exchanged(20, 20),
    ]
}

fn sold() -> Vec<Row> {
    let sold = |kind: &str, term: Value| json!({"sale_kind": kind, "contract": term});
    vec![
        row("2.N2", "borrowed", sold("borrowed", json!({}))),
        row("2.N2", "borrowed, taken in by the contract", sold("borrowed", json!({"covers_borrowed": true}))),
        row("3.3.N", "special price", sold("special_price", json!({}))),
        row(
            "3.3.N",
            "special price, return allowed by the contract",
            sold("special_price", json!({"special_price_return": true})),
        ),
        row("3.3.N", "special-price prototype", sold("prototype_special_price", json!({}))),
        row(
            "3.3.N",
            "special-price prototype, the contract gives it 12 months",
            sold("prototype_special_price", json!({"unit_months": 12})),
        ),
        row("3.3.N", "how it was sold is not known", json!({"sale_kind": null})),
    ]
}

fn windows() -> Vec<Row> {
    let sunday = |claimed: &str, counting: &str| json!({"purchase": {"voucher_date": "2026-03-01"}, "claim_date": claimed, "counting": counting});
    vec![
        row("3.3", "claimed on the day of purchase", json!({"claim_date": "2026-03-02"})),
        claimed("3.3", "claimed on @, a Monday", Day(7), json!({})),
        claimed("3.3", "claimed on @", Day(8), json!({})),
        claimed("3.2", "claimed on @, a Wednesday", Day(30), json!({})),
        claimed("3.2", "claimed on @", Day(31), json!({})),
        row("CC203", "day 7 is a Sunday, claimed on the Monday after", sunday("2026-03-09", "cn")),
        row("CC203", "day 7 is a Sunday, claimed on the Tuesday after", sunday("2026-03-10", "cn")),
        row(
            "CC203",
            "day 7 is the first day of the Spring Festival, claimed on the first working day",
            json!({"purchase": {"voucher_date": "2026-02-08"}, "claim_date": "2026-02-24"}),
        ),
        row(
            "CC203",
            "day 7 is a Saturday that is worked, claimed on the Tuesday after the rest",
            json!({"purchase": {"voucher_date": "2026-02-07"}, "claim_date": "2026-02-24"}),
        ),
        row(
            "CC204",
            "day 7 is a Sunday, agreed to count without a roll, claimed on the Monday",
            sunday("2026-03-09", "plain"),
        ),
    ]
}

fn conditions() -> Vec<Row> {
    vec![
        row("3.3", "sent without consent", json!({"return_consent": false})),
        row(
            "3.3",
            "sent without consent, and accessories are missing",
            json!({"return_consent": false, "accessories_complete": false}),
        ),
        row("3.3", "whether the return was agreed is not known", json!({"return_consent": null})),
        row("3.2", "accessories are missing", json!({"accessories_complete": false})),
        row("3.2", "accessories were not checked", json!({"accessories_complete": null})),
        row(
            "3.1",
            "sent without consent, warranty over",
            json!({"return_consent": false, "claim_date": "2028-03-03"}),
        ),
    ]
}

fn fault() -> Vec<Row> {
    vec![
        claimed("3.1", "fault of its own, @", Day(40), json!({})),
        claimed("3.1", "fault of its own, part of a device, @", Day(40), json!({"claim_object": "part"})),
    ]
}

fn over() -> Vec<Row> {
    vec![
        row("5.1", "warranty over, not diagnosed", json!({"claim_date": "2028-03-03", "findings": null})),
        row(
            "5.1",
            "warranty over, misuse",
            json!({"claim_date": "2028-03-03", "findings": ["misuse_or_environment"]}),
        ),
        row(
            "5.1",
            "warranty over, nothing else known but how it was sold and that the return was agreed",
            json!({"claim_date": "2028-03-03", "findings": null, "documents": null, "serial": null, "authorised_source": null, "accessories_complete": null}),
        ),
    ]
}

fn found() -> Vec<Row> {
    let alone = |code: &str| json!({"findings": [code]});
    let beside = |code: &str| json!({"findings": ["product_fault", code]});
    vec![
        row("5.2", "misuse or environment", alone("misuse_or_environment")),
        row("5.2", "product fault beside misuse or environment", beside("misuse_or_environment")),
        row("5.3", "caused by third parties", alone("third_party")),
        row("5.3", "product fault beside one caused by third parties", beside("third_party")),
        row("5.4", "normal wear", alone("normal_wear")),
        row("5.4", "product fault beside normal wear", beside("normal_wear")),
        row("5.5", "operates normally", alone("operates_normally")),
        row("5.5", "a product fault, and yet operates normally: contradictory", beside("operates_normally")),
        row("5.6", "the customer changed the software", alone("customer_software_change")),
        row(
            "5.6",
            "product fault beside the customer's change of software",
            beside("customer_software_change"),
        ),
        row(
            "5.7",
            "a consumable, defect ruled out",
            json!({"findings": ["consumable"], "consumable_defect": false}),
        ),
        row(
            "5.7",
            "a consumable, defect proven",
            json!({"findings": ["consumable"], "consumable_defect": true}),
        ),
        row("5.7", "a consumable, defect not looked for", alone("consumable")),
        row(
            "5.7",
            "product fault beside a consumable without a defect",
            json!({"findings": ["product_fault", "consumable"], "consumable_defect": false}),
        ),
        row(
            "5.7",
            "a consumable with a defect beside normal wear",
            json!({"findings": ["consumable", "normal_wear"], "consumable_defect": true}),
        ),
        row("5.9", "used against the manual", alone("against_manual")),
        row("5.9", "product fault beside use against the manual", beside("against_manual")),
        claimed(
            "5.9",
            "product fault beside use against the manual, @",
            Day(10),
            json!({"findings": ["product_fault", "against_manual"]}),
        ),
        row("5.10", "appearance only", alone("appearance")),
        row("5.10", "product fault beside a matter of appearance", beside("appearance")),
        row("5.11", "opened or repaired without authority", alone("unauthorised_repair")),
        row("5.11", "product fault beside an unauthorised repair", beside("unauthorised_repair")),
    ]
}

fn papers() -> Vec<Row> {
    let papers = |certificate: Value, proof: Value| json!({"documents": {"warranty_certificate": certificate, "purchase_proof": proof}});
    let serial = |label: &str, matches: bool| json!({"serial": {"label": label, "matches": matches}});
    vec![
        row("5.8a", "no warranty certificate", papers(json!(false), json!(true))),
        row("5.8a", "the warranty certificate was not asked for", papers(Value::Null, json!(true))),
        row("5.8b", "no invoice or receipt", papers(json!(true), json!(false))),
        row("5.8b", "neither certificate nor invoice", papers(json!(false), json!(false))),
        row("5.8b", "no certificate, the invoice was not asked for", papers(json!(false), Value::Null)),
        row("5.8c", "the serial label is torn or altered", serial("unreadable", true)),
        row("5.8d", "there is no serial number", serial("absent", true)),
        row("5.8e", "certificate and device do not agree", serial("readable", false)),
        row("5.12", "from an unauthorised source", json!({"authorised_source": false})),
        row("5.12", "where it came from is not known", json!({"authorised_source": null})),
    ]
}
