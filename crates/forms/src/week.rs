//! The sheet of a week, to be pinned on the wall: its figures beside those of the four weeks before, the oldest open work
//! orders, the most frequent faults. It names no customer. Its looks are in `forms/week.typ`.

use chrono::{Datelike, NaiveDate};
use nightbench_domain::code;
use nightbench_domain::money::Currency;
use nightbench_domain::next::Next;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::ticket::Status;
use nightbench_domain::week::{Week, WeekAmount, WeekFault, WeekFigure, WeekLine, WeekStanding};
use nightbench_locale::{Language, Value as Said, say};
use serde_json::{Value, json};

use crate::FormError;
use crate::application::{merge, sheet};
use crate::centre::{Bilingual, Printed, ServiceCentre};
use crate::form::FormLanguage;
use crate::words::{both, for_print};

/// What stands on the sheet of a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekPaper {
    /// Whose.
    pub centre: ServiceCentre,
    /// Which weeks, oldest first; the last is the sheet's own.
    pub weeks: Vec<Week>,
    /// The last day that is counted of it: its Sunday, or the day of printing while it lasts.
    pub as_of: NaiveDate,
    /// The figures, in their order.
    pub lines: Vec<WeekLine>,
    /// Pieces under warranty of which nobody knows the cost.
    pub pieces_without_cost: u32,
    /// Those received first of the work orders that were open at its end.
    pub oldest: Vec<WeekTicket>,
    /// The most frequent faults, by model and batch.
    pub faults: Vec<NamedFault<(String, String)>>,
    /// The same, by dealer.
    pub dealers: Vec<NamedFault<String>>,
    /// When and where it is printed.
    pub printed: Printed,
}

/// A frequent fault with its name in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedFault<Where> {
    /// Its name.
    pub name: Bilingual,
    /// Where, and how often.
    pub fault: WeekFault<Where>,
}

/// A work order on the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekTicket {
    /// Its number.
    pub rma: RmaNumber,
    /// The unit's model.
    pub model: String,
    /// The unit.
    pub serial: SerialNumber,
    /// Day 0.
    pub received_on: NaiveDate,
    /// Working days since.
    pub elapsed_working_days: u32,
    /// Whether it is past day 20.
    pub is_overdue: bool,
    /// Who it is assigned to, or empty.
    pub owner: String,
    /// How far the work is.
    pub status: Status,
    /// When the parts come that it waits for, where it waits for any.
    pub parts: Option<WeekParts>,
    /// What moves it on; nothing where it is no longer here.
    pub next: Option<Next>,
}

/// When awaited parts come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekParts {
    /// The day; absent where nobody knows.
    pub on: Option<NaiveDate>,
    /// Whether it has passed.
    pub is_late: bool,
}

/// Longer names are cut, so that the sheet stays one page; whole they are in the records.
const NAME_CHARS_MAX: usize = 26;
/// Those of owners, whose column is narrow.
const OWNER_CHARS_MAX: usize = 16;
/// The height of the highest bar.
const BAR_MAX: u64 = 1000;

impl WeekPaper {
    /// The content as `week.typ` reads it.
    pub(crate) fn content(&self, language: FormLanguage) -> Result<Value, FormError> {
        let mut content = sheet(language, &self.centre, &self.printed, "none");
        let today = self.printed.at.date_naive();
        let (own, last_on) = match self.weeks.last() {
            Some(week) => (*week, week.last_on()),
            None => (Week::of(self.as_of), self.as_of),
        };
        let oldest_values = [("day", self.as_of.to_string().into()), ("today", today.to_string().into())];
        let mut notes =
            vec![both("week-note-dates", &[]), both("week-note-shares", &[]), both("week-note-cost", &[])];
        if self.pieces_without_cost > 0 {
            notes.push(both("week-note-cost-unknown", &[("pieces", self.pieces_without_cost.into())]));
        }
        notes.push(both("week-note-before", &[]));
        merge(
            &mut content,
            json!({
                "number": own.to_string(),
                "name": name(own),
                "days": both("week-days", &[
                    ("from", own.first_on().to_string().into()), ("to", last_on.to_string().into()),
                ]),
                "as_of": (self.as_of < last_on).then(|| both("week-as-of", &[("day", self.as_of.to_string().into())])),
                "heads": heads(),
                "weeks": self.weeks.iter().map(|week| json!({
                    "name": short(*week),
                    "from": week.first_on().format("%m-%d").to_string(),
                })).collect::<Vec<_>>(),
                "lines": self.lines.iter().map(line_json).collect::<Vec<_>>(),
                "oldest_note": both("week-oldest-note", &oldest_values),
                "oldest": self.oldest.iter().map(WeekTicket::to_json).collect::<Vec<_>>(),
                "faults": self.faults.iter().map(|fault| {
                    let (model, batch) = &fault.fault.place;
                    fault_json(fault, model, batch)
                }).collect::<Vec<_>>(),
                "dealers": self.dealers.iter().map(|fault| fault_json(fault, &fault.fault.place, "")).collect::<Vec<_>>(),
                "notes": notes,
            }),
        );
        Ok(content)
    }
}

impl WeekTicket {
    fn to_json(&self) -> Value {
        let status = format!("status-{}", code(&self.status));
        let cause = in_both(|language| {
            let status = say(language, &status, &[]);
            let Some(parts) = &self.parts else { return status };
            let when = match (parts.on, parts.is_late) {
                (None, _) => say(language, "part-expected-unknown", &[]),
                (Some(on), true) => say(language, "part-expected-late", &[("date", on.to_string().into())]),
                (Some(on), false) => say(language, "part-expected", &[("date", on.to_string().into())]),
            };
            say(language, "week-waits", &[("status", status.into()), ("when", when.into())])
        });
        let owner = if self.owner.is_empty() {
            both("week-nobody", &[])
        } else {
            let owner = cut(&self.owner, OWNER_CHARS_MAX);
            json!({ "zh": owner, "en": owner })
        };
        json!({
            "rma": self.rma.as_str(),
            "model": cut(&self.model, NAME_CHARS_MAX),
            "serial": cut(self.serial.as_str(), NAME_CHARS_MAX),
            "received": self.received_on.to_string(),
            "age": both("week-day", &[("day", self.elapsed_working_days.into())]),
            "overdue": self.is_overdue.then(|| both("state-overdue", &[])),
            "owner": owner,
            "is_owned": !self.owner.is_empty(),
            "cause": cause,
            "next": self.next.map(next_json),
        })
    }
}

/// As a list says it: `Start repair (Technician)`, or what is to be settled before it.
fn next_json(next: Next) -> Value {
    in_both(|language| {
        let who = || Said::from(say(language, &format!("mover-{}", code(&next.mover)), &[]));
        match next.gate {
            Some(gate) => {
                let what = say(language, &format!("gate-{}", code(&gate)), &[]);
                say(language, "work-settle", &[("what", what.into()), ("who", who())])
            }
            None => {
                let what = say(language, &format!("event-{}", code(&next.event)), &[]);
                say(language, "work-next-act", &[("what", what.into()), ("who", who())])
            }
        }
    })
}

fn line_json(line: &WeekLine) -> Value {
    let id = format!("week-figure-{}", code(&line.figure));
    let name = match &line.currency {
        Some(currency) => both(&id, &[("currency", currency.as_str().into())]),
        None => both(&id, &[]),
    };
    let highest = line.weeks.iter().flatten().filter_map(size).max().unwrap_or(0);
    let bar = |amount: &Option<WeekAmount>| {
        let size = amount.as_ref().and_then(size)?;
        // Where every week has none, bars say nothing.
        size.saturating_mul(BAR_MAX).checked_div(highest)
    };
    json!({
        "name": name,
        "is_part": matches!(line.figure, WeekFigure::Overdue),
        "weeks": line.weeks.iter().map(|amount| amount.as_ref().map(amount_json)).collect::<Vec<_>>(),
        "before": line.before.as_ref().map(amount_json),
        "standing": line.standing.map(|standing| json!({
            "mark": match standing { WeekStanding::Highest => "▲", WeekStanding::Lowest => "▼" },
            "words": both(&format!("week-standing-{}", code(&standing)), &[]),
        })),
        "bars": line.weeks.iter().map(bar).collect::<Vec<_>>(),
    })
}

/// How high its bar is, from zero; none for a share of too few, which says nothing beside another.
fn size(amount: &WeekAmount) -> Option<u64> {
    match amount {
        WeekAmount::Count { count } => Some(u64::from(*count) * 10),
        WeekAmount::Mean { tenths } => Some(u64::from(*tenths)),
        WeekAmount::Share { share } => share.percent.map(u64::from),
        WeekAmount::Money { minor, .. } => Some(*minor),
    }
}

/// What stands in a field: the figure itself, and small under it what a percentage is of. Without a figure, nothing that
/// could be shared.
fn amount_json(amount: &WeekAmount) -> Value {
    match amount {
        WeekAmount::Count { count } => json!({ "main": alike(&count.to_string()), "of": null }),
        WeekAmount::Mean { tenths } => {
            json!({ "main": alike(&format!("{}.{}", tenths / 10, tenths % 10)), "of": null })
        }
        WeekAmount::Share { share } if share.of == 0 => json!({ "main": alike("—"), "of": null }),
        WeekAmount::Share { share } => {
            let of = both(
                "week-share",
                &[("part", share.part.to_string().into()), ("of", share.of.to_string().into())],
            );
            match share.percent {
                Some(percent) => {
                    let main = both("week-percent", &[("percent", percent.to_string().into())]);
                    json!({ "main": main, "of": of })
                }
                None => json!({ "main": of, "of": null }),
            }
        }
        WeekAmount::Money { minor, currency } => {
            json!({ "main": alike(&whole(*minor, currency)), "of": null })
        }
    }
}

/// Money to its whole unit, which is as much as a wall needs; the currency stands in the name of the line.
fn whole(minor: u64, currency: &Currency) -> String {
    let unit = 10_u64.saturating_pow(u32::try_from(currency.decimals()).unwrap_or_default());
    let nearest = minor.saturating_add(unit / 2) / unit * unit;
    let text = currency.amount_text(nearest);
    let number = text.split(' ').next().unwrap_or_default();
    number.split('.').next().unwrap_or_default().to_owned()
}

fn fault_json<Where>(fault: &NamedFault<Where>, place: &str, batch: &str) -> Value {
    json!({
        "place": cut(place, NAME_CHARS_MAX),
        "batch": cut(batch, NAME_CHARS_MAX),
        "name": in_both(|language| cut(fault.name.in_language(language), NAME_CHARS_MAX)),
        "own": fault.fault.own.to_string(),
        "before": fault.fault.before.to_string(),
    })
}

/// The heads of the columns and parts, by the name the template has for each.
fn heads() -> Value {
    let ids = [
        "figure",
        "before",
        "standing",
        "oldest",
        "oldest-none",
        "column-unit",
        "column-age",
        "column-owner",
        "column-cause",
        "column-next",
        "faults",
        "dealers",
        "faults-none",
        "dealers-none",
        "column-batch",
        "column-dealer",
        "column-fault",
        "column-own",
    ];
    ids.into_iter().map(|id| (id.to_owned(), both(&format!("week-{id}"), &[]))).collect()
}

fn name(week: Week) -> Value {
    let iso = week.first_on().iso_week();
    both("week-name", &[("year", iso.year().to_string().into()), ("week", iso.week().to_string().into())])
}

/// `W47`.
fn short(week: Week) -> String {
    week.to_string().split_once('-').map(|(_, week)| week.to_owned()).unwrap_or_default()
}

fn alike(text: &str) -> Value {
    json!({ "zh": text, "en": text })
}

fn in_both(said: impl Fn(Language) -> String) -> Value {
    json!({ "zh": said(Language::ZhCn), "en": said(Language::En) })
}

fn cut(text: &str, chars_max: usize) -> String {
    let is_long = text.chars().count() > chars_max;
    let kept: String = text.chars().take(if is_long { chars_max - 1 } else { chars_max }).collect();
    for_print(&if is_long { format!("{}…", kept.trim_end()) } else { kept })
}
