//! The facts of contracts.md section 1, read from JSON into words of their own. A field that is missing or null was not
//! asked; the word "unavailable" was asked and got no answer; to every rule both are unknown.

use crate::day::{self, Day};
use serde_json::Value;

/// One fact in its three states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Fact<T> {
    #[default]
    NotAsked,
    NoAnswer,
    Known(T),
}

impl<T: Copy> Fact<T> {
    pub(crate) fn known(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::NotAsked | Self::NoAnswer => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    Terminal,
    Module,
    Detector,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Object {
    Whole,
    Part,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sale {
    Normal,
    SpecialPrice,
    Prototype,
    Borrowed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    Readable,
    Unreadable,
    Absent,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    Product,
    PartSame,
    PartOther,
    Paid,
}

/// The codes of findings with the clause that names them; the product's own fault has none.
pub(crate) const FINDINGS: [(&str, &str); 11] = [
    ("product_fault", ""),
    ("misuse_or_environment", "5.2"),
    ("third_party", "5.3"),
    ("normal_wear", "5.4"),
    ("operates_normally", "5.5"),
    ("customer_software_change", "5.6"),
    ("consumable", "5.7"),
    ("against_manual", "5.9"),
    ("appearance", "5.10"),
    ("unauthorised_repair", "5.11"),
    ("within_specification", "1.1"),
];

/// What the contract says of its own; the defaults are a contract that says nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Terms {
    pub(crate) unit_months: Option<i32>,
    pub(crate) part_months: Option<i32>,
    pub(crate) return_days: Option<i32>,
    pub(crate) exchange_days: Option<i32>,
    pub(crate) starts_on: Option<Day>,
    pub(crate) special_price_return: bool,
    pub(crate) covers_borrowed: bool,
    pub(crate) has_unanswered: bool,
}

/// A claim as far as it is known.
#[derive(Debug, Clone, Default)]
pub struct Claim {
    pub(crate) class: Fact<Class>,
    pub(crate) object: Fact<Object>,
    pub(crate) voucher_date: Fact<Day>,
    pub(crate) contract_date: Fact<Day>,
    pub(crate) claimed: Fact<Day>,
    pub(crate) sale: Fact<Sale>,
    pub(crate) contract: Fact<Terms>,
    /// Bit n is code n of [`FINDINGS`].
    pub(crate) findings: Fact<u16>,
    pub(crate) defect: Fact<bool>,
    pub(crate) certificate: Fact<bool>,
    pub(crate) proof: Fact<bool>,
    pub(crate) label: Fact<Label>,
    pub(crate) matches: Fact<bool>,
    pub(crate) source: Fact<bool>,
    pub(crate) accessories: Fact<bool>,
    pub(crate) consent: Fact<bool>,
    /// Those of which both end and scope are known.
    pub(crate) repairs: Vec<(Day, Scope)>,
    pub(crate) is_a_repair_left_out: bool,
    pub(crate) is_plain: bool,
    pub(crate) are_repairs_unanswered: bool,
    pub(crate) is_counting_unanswered: bool,
}

impl Claim {
    /// Reads facts. `None` where they are none; which mistake it is, is the engine's to say.
    #[must_use]
    pub fn read(facts: &Value) -> Option<Self> {
        facts.as_object()?;
        let (purchase, documents, serial) = (&facts["purchase"], &facts["documents"], &facts["serial"]);
        let (mut repairs, mut is_a_repair_left_out) = (Vec::new(), false);
        for repair in facts["prior_repairs"].as_array().into_iter().flatten() {
            let completed = part(repair, "completed", a_day)?.known();
            match (completed, part(repair, "scope", a_scope)?.known()) {
                (Some(completed), Some(scope)) => repairs.push((completed, scope)),
                _ => is_a_repair_left_out = true,
            }
        }
        Some(Self {
            class: fact(&facts["product_class"], a_class)?,
            object: fact(&facts["claim_object"], an_object)?,
            voucher_date: part(purchase, "voucher_date", a_day)?,
            contract_date: part(purchase, "contract_date", a_day)?,
            claimed: fact(&facts["claim_date"], a_day)?,
            sale: fact(&facts["sale_kind"], a_sale)?,
            contract: fact(&facts["contract"], terms)?,
            findings: fact(&facts["findings"], findings)?,
            defect: fact(&facts["consumable_defect"], Value::as_bool)?,
            certificate: part(documents, "warranty_certificate", Value::as_bool)?,
            proof: part(documents, "purchase_proof", Value::as_bool)?,
            label: part(serial, "label", a_label)?,
            matches: part(serial, "matches", Value::as_bool)?,
            source: fact(&facts["authorised_source"], Value::as_bool)?,
            accessories: fact(&facts["accessories_complete"], Value::as_bool)?,
            consent: fact(&facts["return_consent"], Value::as_bool)?,
            repairs,
            is_a_repair_left_out,
            is_plain: facts["counting"] == "plain",
            are_repairs_unanswered: facts["prior_repairs"] == "unavailable",
            is_counting_unanswered: facts["counting"] == "unavailable",
        })
    }

    pub(crate) fn terms(&self) -> Terms {
        self.contract.known().unwrap_or_default()
    }

    /// 2.1 and note 1: the later of the two dates (reading 7), the voucher's where that is turned.
    pub(crate) fn bought(&self, turned: u8) -> Option<Day> {
        match (self.voucher_date.known(), self.contract_date.known()) {
            (Some(voucher), Some(contract)) => {
                Some(if turned == 7 { voucher } else { voucher.max(contract) })
            }
            (one, other) => one.or(other),
        }
    }
}

/// The three states of a value; `None` where it is neither of them.
fn fact<T>(value: &Value, read: impl Fn(&Value) -> Option<T>) -> Option<Fact<T>> {
    match value {
        Value::Null => Some(Fact::NotAsked),
        Value::String(text) if text == "unavailable" => Some(Fact::NoAnswer),
        value => read(value).map(Fact::Known),
    }
}

/// A fact inside a group; a group without an answer leaves its facts without one.
fn part<T>(group: &Value, name: &str, read: impl Fn(&Value) -> Option<T>) -> Option<Fact<T>> {
    if group == "unavailable" { Some(Fact::NoAnswer) } else { fact(&group[name], read) }
}

fn terms(contract: &Value) -> Option<Terms> {
    let number = |value: &Value| i32::try_from(value.as_u64()?).ok();
    let is_agreed = |name: &str| Some(fact(&contract[name], Value::as_bool)?.known() == Some(true));
    Some(Terms {
        unit_months: fact(&contract["unit_months"], number)?.known(),
        part_months: fact(&contract["part_months"], number)?.known(),
        return_days: fact(&contract["return_days"], number)?.known(),
        exchange_days: fact(&contract["exchange_days"], number)?.known(),
        starts_on: fact(&contract["period_starts_on"], a_day)?.known(),
        special_price_return: is_agreed("special_price_return")?,
        covers_borrowed: is_agreed("covers_borrowed")?,
        has_unanswered: contract.as_object()?.values().any(|term| term == "unavailable"),
    })
}

fn findings(list: &Value) -> Option<u16> {
    let mut bits = 0;
    for code in list.as_array()? {
        bits |= 1 << FINDINGS.iter().position(|(name, _)| code == name)?;
    }
    Some(bits)
}

fn a_day(value: &Value) -> Option<Day> {
    day::from_text(value.as_str()?)
}

fn a_class(value: &Value) -> Option<Class> {
    word(value, &[("terminal", Class::Terminal), ("module", Class::Module), ("detector", Class::Detector)])
}

fn an_object(value: &Value) -> Option<Object> {
    word(value, &[("whole", Object::Whole), ("part", Object::Part)])
}

fn a_sale(value: &Value) -> Option<Sale> {
    word(
        value,
        &[
            ("normal", Sale::Normal),
            ("special_price", Sale::SpecialPrice),
            ("prototype_special_price", Sale::Prototype),
            ("borrowed", Sale::Borrowed),
        ],
    )
}

fn a_label(value: &Value) -> Option<Label> {
    word(
        value,
        &[("readable", Label::Readable), ("unreadable", Label::Unreadable), ("absent", Label::Absent)],
    )
}

fn a_scope(value: &Value) -> Option<Scope> {
    word(
        value,
        &[
            ("product", Scope::Product),
            ("part_same", Scope::PartSame),
            ("part_other", Scope::PartOther),
            ("paid", Scope::Paid),
        ],
    )
}

fn word<T: Copy>(value: &Value, words: &[(&str, T)]) -> Option<T> {
    words.iter().find(|(name, _)| value == name).map(|(_, meaning)| *meaning)
}
