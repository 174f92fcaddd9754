//! The consignment: one parcel as the carrier handed it over, with the units that were announced for it and those that
//! came out of it. Its received date is day 0 of every unit in it, opened or not (3.1, reading 6). It is not the intake
//! of a unit, which says what is wrong with it and whose it is.

use crate::serial::{SerialNumber, fold};
use crate::waybill::{Carrier, Waybill};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who paid the carrier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Freight {
    /// The sender, when it was sent.
    Prepaid,
    /// We, at the door (reading 16: whose cost it stays is for a person to decide).
    Collect {
        /// In minor units of the currency; `None` when it was not noted. Zero or more.
        #[serde(default)]
        #[ts(type = "number | null")]
        amount_minor: Option<i64>,
        /// Three capital letters of ISO 4217.
        #[serde(default = "yuan")]
        currency: String,
    },
}

fn yuan() -> String {
    "CNY".to_owned()
}

/// A parcel as it was received. Who sent it and what its units have in common is kept beside it, because it is often
/// learned only when the parcel is opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Consignment {
    /// The carrier's number; `None` when it came without one, in somebody's own van.
    #[serde(default)]
    pub waybill: Option<Waybill>,
    /// Who brought it, if it was noted.
    #[serde(default)]
    pub carrier: Option<Carrier>,
    /// The day of our signature: day 0 of the cycle of every unit in it.
    pub received_on: NaiveDate,
    /// How many cartons the carrier's papers name.
    #[serde(default)]
    pub cartons_announced: Option<u32>,
    /// How many cartons were handed over.
    #[serde(default)]
    pub cartons_counted: Option<u32>,
    /// How many units were announced, where only their number was; with a list the list counts.
    #[serde(default)]
    pub units_announced: Option<u32>,
    /// Who paid the carrier, if it was asked.
    #[serde(default)]
    pub freight: Option<Freight>,
    /// What is wrong with the cartons: torn, wet, opened; or empty. At most 2,000 characters.
    #[serde(default)]
    pub damage: String,
    /// Anything else, or empty. At most 2,000 characters.
    #[serde(default)]
    pub note: String,
}

/// One unit of a parcel: announced, here, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Line {
    /// Its serial, once it is known.
    pub serial: Option<SerialNumber>,
    /// Its model, or empty.
    pub model: String,
    /// Whether the sender announced it.
    pub is_announced: bool,
    /// Whether it came out of the parcel.
    pub is_here: bool,
    /// What is wrong with it from the transport, or empty.
    pub damage: String,
}

/// What became of a unit of a parcel. Damage is beside it: a damaged unit is here too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LineState {
    /// Announced, and not taken out of the parcel yet.
    Awaited,
    /// It is here.
    Here,
    /// Announced, and not in the parcel: the parcel is closed.
    Short,
    /// Here, and not on the sender's list.
    Extra,
}

/// How many units of a parcel are where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Tally {
    /// Announced, by list or by number; `None` when nothing was.
    pub announced: Option<u32>,
    /// Taken out of the parcel.
    pub here: u32,
    /// Announced and not here.
    pub short: u32,
    /// Here and not announced; none while nothing was announced.
    pub extra: u32,
    /// Of those here, damaged by the transport.
    pub damaged: u32,
}

/// A field of a parcel that cannot stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ConsignmentProblem {
    /// The received date lies after today at the centre.
    ReceivedInFuture,
    /// The freight is less than nothing.
    FreightNegative,
    /// The currency is not three capital letters.
    CurrencyShape,
    /// A text is longer than the record holds.
    TooLong,
}

impl Consignment {
    /// The longest note, in characters.
    pub const TEXT_CHARS_MAX: usize = 2_000;

    /// A parcel of which only the day is known.
    #[must_use]
    pub const fn received_on(day: NaiveDate) -> Self {
        Self {
            waybill: None,
            carrier: None,
            received_on: day,
            cartons_announced: None,
            cartons_counted: None,
            units_announced: None,
            freight: None,
            damage: String::new(),
            note: String::new(),
        }
    }

    /// The first thing that must be put right before it can be recorded. `today` is the civil date at the centre.
    #[must_use]
    pub fn problem(&self, today: NaiveDate) -> Option<ConsignmentProblem> {
        let is_long = |text: &str| text.chars().count() > Self::TEXT_CHARS_MAX;
        match &self.freight {
            _ if self.received_on > today => Some(ConsignmentProblem::ReceivedInFuture),
            _ if is_long(&self.damage) || is_long(&self.note) => Some(ConsignmentProblem::TooLong),
            Some(Freight::Collect { amount_minor: Some(amount), .. }) if *amount < 0 => {
                Some(ConsignmentProblem::FreightNegative)
            }
            Some(Freight::Collect { currency, .. })
                if currency.len() != 3 || !currency.bytes().all(|b| b.is_ascii_uppercase()) =>
            {
                Some(ConsignmentProblem::CurrencyShape)
            }
            Some(Freight::Collect { .. } | Freight::Prepaid) | None => None,
        }
    }

    /// Counts its units.
    #[must_use]
    pub fn tally(&self, lines: &[Line]) -> Tally {
        let count = |wanted: &dyn Fn(&Line) -> bool| {
            u32::try_from(lines.iter().filter(|line| wanted(line)).count()).unwrap_or(u32::MAX)
        };
        Tally::counted(
            self.units_announced,
            count(&|line| line.is_announced),
            count(&|line| line.is_here),
            count(&|line| line.is_announced && !line.is_here),
            count(&|line| line.is_here && !line.damage.is_empty()),
        )
    }
}

impl Tally {
    /// From counts of lines: `number` is how many units were announced without a list, `listed` those on a list, `here`
    /// those taken out, `missing` those listed and not here, `damaged` those here and damaged.
    #[must_use]
    pub const fn counted(number: Option<u32>, listed: u32, here: u32, missing: u32, damaged: u32) -> Self {
        let (announced, short, extra) = match (listed, number) {
            (0, None) => (None, 0, 0),
            (0, Some(number)) => (Some(number), number.saturating_sub(here), here.saturating_sub(number)),
            // A list counts, whatever number was named before.
            (listed, _) => (Some(listed), missing, here.saturating_sub(listed - missing)),
        };
        Self { announced, here, short, extra, damaged }
    }

    /// How many units wait to be checked in: those of the parcel less those that have a number. A parcel of which
    /// nothing is known holds at least one.
    #[must_use]
    pub fn waiting(&self, received: u32, is_open: bool) -> u32 {
        let inside = if is_open { self.announced.unwrap_or(1).max(self.here) } else { self.here };
        inside.saturating_sub(received)
    }
}

impl Line {
    /// What became of it. `has_list`: the sender listed units for this parcel.
    #[must_use]
    pub const fn state(&self, has_list: bool, is_open: bool) -> LineState {
        match (self.is_here, self.is_announced) {
            (true, true) => LineState::Here,
            (true, false) => {
                if has_list {
                    LineState::Extra
                } else {
                    LineState::Here
                }
            }
            (false, _) => {
                if is_open {
                    LineState::Awaited
                } else {
                    LineState::Short
                }
            }
        }
    }
}

/// A unit that a sender announced: by serial, by model, or by both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Announced {
    /// Its serial, if it was named.
    #[serde(default)]
    pub serial: Option<SerialNumber>,
    /// Its model, or empty.
    #[serde(default)]
    pub model: String,
}

/// The most units one announcement lists.
pub const ANNOUNCED_MAX: usize = 500;

/// Reads a pasted list: one unit a line, its serial and, behind a comma, semicolon or tab, its model; or a model and how
/// many of it, `NV-640 x 10`. A line that is neither is a model in the sender's own words: nothing is lost. A first
/// line without a digit above serials is their heading, and a serial named twice is one unit.
#[must_use]
pub fn announced_in(text: &str) -> Vec<Announced> {
    let mut found: Vec<Announced> = Vec::new();
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let has_digit = |line: &str| line.contains(|c: char| c.is_ascii_digit());
    for (at, line) in lines.iter().enumerate() {
        if at == 0 && !has_digit(line) && lines.iter().any(|other| serial_of(other).is_some()) {
            continue;
        }
        if let Some((model, count)) = quantity(line) {
            let one = Announced { serial: None, model: model.to_owned() };
            found.extend(std::iter::repeat_n(one, count));
            continue;
        }
        match serial_of(line) {
            Some(serial) => {
                if found.iter().all(|known| known.serial.as_ref() != Some(&serial)) {
                    let model = cells(line).nth(1).unwrap_or_default().to_owned();
                    found.push(Announced { serial: Some(serial), model });
                }
            }
            None => found.push(Announced { serial: None, model: (*line).to_owned() }),
        }
    }
    found.truncate(ANNOUNCED_MAX);
    found
}

/// The cells of a line: between tabs, commas or semicolons, also full-width ones and the enumeration comma.
fn cells(line: &str) -> impl Iterator<Item = &str> {
    line.split(['\t', ',', ';', '\u{ff0c}', '\u{ff1b}', '\u{3001}']).map(str::trim)
}

/// The serial a line begins with. A word without a digit is a model or a heading.
fn serial_of(line: &str) -> Option<SerialNumber> {
    let serial = cells(line).next().and_then(|cell| SerialNumber::parse(cell).ok())?;
    serial.as_str().contains(|c: char| c.is_ascii_digit()).then_some(serial)
}

/// `NV-640 x 10`, `NV-640 ×10`, `NV-640*10`: the model and how many, 1 to [`ANNOUNCED_MAX`].
fn quantity(line: &str) -> Option<(&str, usize)> {
    let (model, count) = line
        .rsplit_once(['\u{d7}', '*'])
        .or_else(|| line.rsplit_once(" x "))
        .or_else(|| line.rsplit_once(" x"))?;
    let count: usize = fold(count).parse().ok()?;
    (!model.trim().is_empty() && (1..=ANNOUNCED_MAX).contains(&count)).then(|| (model.trim(), count))
}

#[cfg(test)]
mod tests {
    use super::{Announced, Consignment, ConsignmentProblem, Freight, Line, LineState, Tally, announced_in};
    use crate::serial::SerialNumber;
    use chrono::NaiveDate;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    fn line(is_announced: bool, is_here: bool, damage: &str) -> Line {
        Line { serial: None, model: String::new(), is_announced, is_here, damage: damage.to_owned() }
    }

    #[test]
    fn units_are_counted_against_the_list_or_the_number_that_was_announced() {
        let listed = [line(true, true, ""), line(true, false, ""), line(false, true, "bent")];
        let bare = [line(false, true, ""), line(false, true, "wet"), line(false, true, "")];
        let noted = [line(true, false, "carton crushed")];
        for (announced, lines, wanted) in [
            (None, &listed[..], Tally { announced: Some(2), here: 2, short: 1, extra: 1, damaged: 1 }),
            // A list counts, whatever number was named before.
            (Some(9), &listed[..], Tally { announced: Some(2), here: 2, short: 1, extra: 1, damaged: 1 }),
            // What never came is missing, whatever was noted of it.
            (None, &noted[..], Tally { announced: Some(1), here: 0, short: 1, extra: 0, damaged: 0 }),
            (None, &bare[..], Tally { announced: None, here: 3, short: 0, extra: 0, damaged: 1 }),
            (Some(5), &bare[..], Tally { announced: Some(5), here: 3, short: 2, extra: 0, damaged: 1 }),
            (Some(2), &bare[..], Tally { announced: Some(2), here: 3, short: 0, extra: 1, damaged: 1 }),
            (Some(2), &[][..], Tally { announced: Some(2), here: 0, short: 2, extra: 0, damaged: 0 }),
        ] {
            let parcel = Consignment { units_announced: announced, ..Consignment::received_on(today()) };
            assert_eq!(parcel.tally(lines), wanted, "{announced:?}");
        }
    }

    #[test]
    fn a_unit_in_an_unopened_parcel_waits_like_one_on_the_table() {
        let tally = |announced, here| Tally { announced, here, ..Tally::default() };
        for (parcel, received, is_open, waiting) in [
            (tally(None, 0), 0, true, 1),
            (tally(Some(12), 0), 0, true, 12),
            (tally(Some(12), 7), 5, true, 7),
            (tally(Some(12), 13), 12, true, 1),
            // What never came out of a closed parcel is short, not waiting.
            (tally(Some(12), 11), 11, false, 0),
            (tally(None, 3), 2, false, 1),
        ] {
            assert_eq!(parcel.waiting(received, is_open), waiting, "{parcel:?}");
        }
    }

    #[test]
    fn what_became_of_a_unit_follows_from_list_parcel_and_table() {
        for (announced, here, has_list, is_open, state) in [
            (true, true, true, true, LineState::Here),
            (true, false, true, true, LineState::Awaited),
            (true, false, true, false, LineState::Short),
            (false, true, true, true, LineState::Extra),
            (false, true, false, true, LineState::Here),
        ] {
            assert_eq!(line(announced, here, "").state(has_list, is_open), state);
        }
    }

    #[test]
    fn a_pasted_list_is_read_as_senders_write_it() {
        let serial = |text: &str| SerialNumber::parse(text).ok();
        let unit = |number: &str, model: &str| Announced { serial: serial(number), model: model.to_owned() };
        let text = "序列号\t型号\n JP2409-00417\tNV-640\njp2409-00418，NV-640\nJP2409-00418\n\nNV-200 x 2\nTH-3 ×1\n红外热像仪\n";
        assert_eq!(
            announced_in(text),
            [
                unit("JP2409-00417", "NV-640"),
                unit("JP2409-00418", "NV-640"),
                unit("", "NV-200"),
                unit("", "NV-200"),
                unit("", "TH-3"),
                unit("", "红外热像仪"),
            ]
        );
    }

    #[test]
    fn a_parcel_that_cannot_stand_says_why() {
        let parcel = || Consignment::received_on(today());
        let collect = |amount_minor, currency: &str| {
            Some(Freight::Collect { amount_minor, currency: currency.to_owned() })
        };
        for (parcel, problem) in [
            (parcel(), None),
            (Consignment { freight: collect(Some(2_300), "CNY"), ..parcel() }, None),
            (
                Consignment { received_on: today().succ_opt().unwrap(), ..parcel() },
                Some(ConsignmentProblem::ReceivedInFuture),
            ),
            (
                Consignment { freight: collect(Some(-1), "CNY"), ..parcel() },
                Some(ConsignmentProblem::FreightNegative),
            ),
            (
                Consignment { freight: collect(None, "yuan"), ..parcel() },
                Some(ConsignmentProblem::CurrencyShape),
            ),
            (Consignment { note: "x".repeat(2_001), ..parcel() }, Some(ConsignmentProblem::TooLong)),
        ] {
            assert_eq!(parcel.problem(today()), problem);
        }
    }
}
