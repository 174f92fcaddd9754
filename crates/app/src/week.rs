//! The sheet of a week (`domain::week`): its figures beside those of the four weeks before, the oldest open work orders,
//! the most frequent faults. For its screen and, through paper_sheet.rs, for the wall. It is counted anew whenever it is
//! asked for; an earlier week gives the figures of its own end.

use crate::bench_catalogue;
use crate::error::{AppError, BoardProblem};
use crate::standing::with_next;
use crate::station::App;
use crate::ticket::{TicketRow, TicketState};
use crate::ticket_paper;
use chrono::{Days, NaiveDate, NaiveTime, TimeZone};
use nightbench_domain::claim::Finding;
use nightbench_domain::fault_list::FaultLists;
use nightbench_domain::week::{
    FaultTally, OLDEST_MAX, Week, WeekFault, WeekLine, top_by_batch, top_by_dealer,
};
use nightbench_forms::centre::{Bilingual, Printed};
use nightbench_forms::week::{NamedFault, WeekPaper, WeekParts, WeekTicket};
use nightbench_store::ticket;
use nightbench_store::week::{self as store, WeekSpan};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `week_get`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WeekRequest {
    /// Which week; the one that ended last when absent.
    #[serde(default)]
    pub week: Option<Week>,
}

/// The sheet of a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WeekSheet {
    /// Its weeks, oldest first; the last is the sheet's own.
    pub weeks: Vec<WeekDays>,
    /// The last day that is counted of its own week: Sunday, or today while it lasts.
    pub as_of: NaiveDate,
    /// Today at the centre.
    pub today: NaiveDate,
    /// The week after its own.
    pub week_after: Week,
    /// The week today is in.
    pub this_week: Week,
    /// The week before that, which ended last.
    pub last_week: Week,
    /// The day of the first receipt on record; absent at a station that received nothing.
    pub began_on: Option<NaiveDate>,
    /// The figures, in their order.
    pub lines: Vec<WeekLine>,
    /// Pieces put in under warranty in its own week of which nobody knows the cost.
    pub pieces_without_cost: u32,
    /// Those received first of the work orders that were open at its end, as they stand today; what comes next is said with
    /// what is to be settled before it.
    pub oldest: Vec<TicketRow>,
    /// The most frequent faults, by model and batch.
    pub faults: Vec<BatchFaults>,
    /// The same, by dealer.
    pub dealers: Vec<DealerFaults>,
}

/// A week with its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct WeekDays {
    /// Which.
    pub week: Week,
    /// Its Monday.
    pub first_on: NaiveDate,
    /// Its Sunday.
    pub last_on: NaiveDate,
}

/// How often a fault was diagnosed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FaultCount {
    /// Its code.
    pub fault: String,
    /// Its name in Chinese.
    pub zh: String,
    /// Its name in English.
    pub en: String,
    /// Diagnoses of the sheet's own week.
    pub own: u32,
    /// Those of the four weeks before, together.
    pub before: u32,
}

/// A fault among units of one model and batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BatchFaults {
    /// The model.
    pub model: String,
    /// What their serials begin with; empty where these tell no batch.
    pub batch: String,
    /// How often.
    pub count: FaultCount,
}

/// A fault among units of one dealer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DealerFaults {
    /// Who.
    pub dealer: String,
    /// How often.
    pub count: FaultCount,
}

pub(crate) fn get(app: &App, request: WeekRequest) -> Result<WeekSheet, AppError> {
    let today = app.today()?;
    let this_week = Week::of(today);
    let last_week = this_week.before(1);
    let own = request.week.unwrap_or(last_week);
    if own > this_week {
        return Err(AppError::Board(BoardProblem::WeekToCome { week: own }));
    }
    let weeks = own.with_those_before();
    let spans: Result<Vec<WeekSpan>, AppError> = weeks.iter().map(|week| span(app, *week, today)).collect();
    let spans = spans?;
    let began_on = store::began_on(&app.store)?;
    let lists = bench_catalogue::fault_lists(&app.store)?;
    let no_faults = codes(&lists, |finding| finding == Finding::OperatesNormally);
    let tallies = store::tallies(&app.store, &spans, &no_faults)?;
    let pieces_without_cost = tallies.last().map_or(0, |week| week.pieces_without_cost);
    let tallies: Vec<_> = tallies
        .into_iter()
        .zip(&spans)
        .map(|(tally, span)| began_on.is_some_and(|began| began <= span.last_on).then_some(tally))
        .collect();
    let faults = faults(app, &spans, &lists)?;
    Ok(WeekSheet {
        weeks: weeks
            .iter()
            .map(|week| WeekDays { week: *week, first_on: week.first_on(), last_on: week.last_on() })
            .collect(),
        as_of: own.last_on().min(today),
        today,
        week_after: own.next(),
        this_week,
        last_week,
        began_on,
        lines: WeekLine::all(&tallies),
        pieces_without_cost,
        oldest: match spans.last() {
            Some(span) => oldest(app, span)?,
            None => Vec::new(),
        },
        faults: top_by_batch(&faults)
            .into_iter()
            .map(|fault| BatchFaults {
                model: fault.place.0.clone(),
                batch: fault.place.1.clone(),
                count: counted(&lists, fault),
            })
            .collect(),
        dealers: top_by_dealer(&faults)
            .into_iter()
            .map(|fault| DealerFaults { dealer: fault.place.clone(), count: counted(&lists, fault) })
            .collect(),
    })
}

/// The same on paper.
///
/// # Errors
/// As `get`; when the station is not set up.
pub(crate) fn paper(app: &App, request: WeekRequest, printed: Printed) -> Result<WeekPaper, AppError> {
    let sheet = get(app, request)?;
    let named = |count: FaultCount| Bilingual::new(count.zh, count.en);
    Ok(WeekPaper {
        centre: ticket_paper::centre(app)?,
        weeks: sheet.weeks.iter().map(|days| days.week).collect(),
        as_of: sheet.as_of,
        lines: sheet.lines,
        pieces_without_cost: sheet.pieces_without_cost,
        oldest: sheet.oldest.into_iter().map(on_paper).collect(),
        faults: sheet
            .faults
            .into_iter()
            .map(|BatchFaults { model, batch, count }| NamedFault {
                fault: of_place((model, batch), &count),
                name: named(count),
            })
            .collect(),
        dealers: sheet
            .dealers
            .into_iter()
            .map(|DealerFaults { dealer, count }| NamedFault {
                fault: of_place(dealer, &count),
                name: named(count),
            })
            .collect(),
        printed,
    })
}

fn of_place<Where>(place: Where, count: &FaultCount) -> WeekFault<Where> {
    WeekFault { place, fault: count.fault.clone(), own: count.own, before: count.before }
}

fn on_paper(row: TicketRow) -> WeekTicket {
    WeekTicket {
        is_overdue: row.state == TicketState::Overdue,
        rma: row.rma,
        model: row.model,
        serial: row.serial,
        received_on: row.received_on,
        elapsed_working_days: row.elapsed_working_days,
        owner: row.owner.map(|owner| owner.name).unwrap_or_default(),
        status: row.status,
        parts: row.parts.map(|parts| WeekParts { on: parts.on, is_late: parts.is_late }),
        next: row.next,
    }
}

/// A week in the centre's days and instants, as far as it has come.
fn span(app: &App, week: Week, today: NaiveDate) -> Result<WeekSpan, AppError> {
    let last_on = week.last_on().min(today);
    let after = last_on.checked_add_days(Days::new(1)).unwrap_or(last_on);
    Ok(WeekSpan {
        first_on: week.first_on(),
        last_on,
        from_at: begins_at(app, week.first_on())?,
        to_at: begins_at(app, after)?,
    })
}

/// The instant at which a civil day begins at the centre; where the clocks skip midnight, as if they did not.
fn begins_at(app: &App, day: NaiveDate) -> Result<i64, AppError> {
    let midnight = day.and_time(NaiveTime::MIN);
    let begins = app.zone()?.from_local_datetime(&midnight).earliest();
    Ok(begins.map_or_else(|| midnight.and_utc().timestamp_millis(), |at| at.timestamp_millis()))
}

fn oldest(app: &App, span: &WeekSpan) -> Result<Vec<TicketRow>, AppError> {
    let mut rows = Vec::new();
    for id in store::oldest(&app.store, span, OLDEST_MAX)? {
        rows.extend(ticket::by_id(&app.store, id)?);
    }
    app.rows(rows)?.into_iter().map(|row| with_next(app, row)).collect()
}

/// What was diagnosed, without what is no fault: that several units have none is nothing to look into.
fn faults(app: &App, spans: &[WeekSpan], lists: &FaultLists) -> Result<Vec<FaultTally>, AppError> {
    let not_faults =
        codes(lists, |finding| matches!(finding, Finding::OperatesNormally | Finding::WithinSpecification));
    Ok(store::faults(&app.store, spans, &not_faults)?)
}

/// The codes of faults that are, whatever their cause, a finding of some kind.
fn codes(lists: &FaultLists, is_kind: impl Fn(Finding) -> bool) -> Vec<&str> {
    let of_kind = lists.fault.iter().filter(|entry| entry.finding.is_some_and(&is_kind));
    of_kind.map(|entry| entry.code.as_str()).collect()
}

/// A frequent fault by its name; by its code where the list has lost it.
fn counted<Where>(lists: &FaultLists, fault: WeekFault<Where>) -> FaultCount {
    let entry = lists.fault.iter().find(|entry| entry.code == fault.fault);
    FaultCount {
        zh: entry.map_or(&fault.fault, |entry| &entry.zh).clone(),
        en: entry.map_or(&fault.fault, |entry| &entry.en).clone(),
        own: fault.own,
        before: fault.before,
        fault: fault.fault,
    }
}
