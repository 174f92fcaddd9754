//! The board: how old open work orders are and at which stage, who is overdue or will be, how long those took that were handed
//! over. Dates are rules of domain/cycle.rs, the spread domain/turnaround.rs, the forecast domain/forecast.rs; here they
//! are asked of one view of the store.

mod outlook;
mod view;

pub use outlook::{BoardForecast, Outlook};
pub(crate) use outlook::{InUse, of_view as forecast};
pub use view::{BoardList, BoardOwner, BoardView, SavedView, ViewRef};
pub(crate) use view::{forget, save, saved};

use crate::error::AppError;
use crate::standing::with_next;
use crate::station::App;
use crate::ticket::{ROWS, ROWS_MAX, TicketRow, TicketState};
use chrono::{Days, NaiveDate};
use nightbench_calendar::Calendar;
use nightbench_domain::cycle::{Cycle, CycleState};
use nightbench_domain::forecast::{Forecast, Like};
use nightbench_domain::ticket::Status;
use nightbench_domain::turnaround::{Taken, Turnaround};
use nightbench_store::board::{self as store, Cell, Range, Returned};
use nightbench_store::ticket::Cursor;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Day 20 within so many working days is soon.
const SOON_WORKING_DAYS: u32 = 3;
/// How many weeks of hand-overs turnaround looks back.
const WEEKS: u64 = 12;
/// The most models and dealers that can be chosen from.
const NAMES_MAX: u32 = 200;

/// The figures of a view and the ages of its work orders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Board {
    /// The civil day at the centre.
    pub as_of: NaiveDate,
    /// The country whose calendar counts, by two-letter code.
    pub country: String,
    /// Open work orders up to day 10.
    #[ts(type = "number")]
    pub on_time: u64,
    /// Those on day 11 to day 20.
    #[ts(type = "number")]
    pub due: u64,
    /// Those past day 20.
    #[ts(type = "number")]
    pub overdue: u64,
    /// How many work orders each list has; that of those who will miss day 20 is the forecast's to say.
    pub lists: Vec<ListCount>,
    /// How old the open ones are, by status; whatever status the view chooses.
    pub ages: Vec<Age>,
}

/// How many work orders a list has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct ListCount {
    /// Which list.
    pub list: BoardList,
    /// How many.
    #[ts(type = "number")]
    pub tickets: u64,
}

/// Open work orders in one status on one working day of their cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Age {
    /// Their status.
    pub status: Status,
    /// The working day of their cycle.
    pub working_day: u32,
    /// Where they stand in it.
    pub state: TicketState,
    /// How many.
    #[ts(type = "number")]
    pub tickets: u64,
}

/// The request of `board_list`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BoardListRequest {
    /// What is shown.
    pub view: BoardView,
    /// The `next` of the page before.
    #[serde(default)]
    pub after: Option<String>,
    /// At most this many rows; 100 when absent, never more than 500.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// A page of a list of the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardPage {
    /// The rows.
    pub rows: Vec<BoardRow>,
    /// Where the next page starts, absent on the last.
    pub next: Option<String>,
}

/// A work order on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardRow {
    /// The work order.
    pub row: TicketRow,
    /// Working days past day 20; below zero as many are left.
    pub over_working_days: i32,
    /// The day it came to its status.
    pub since: NaiveDate,
    /// The earliest day that was promised and is not settled.
    pub promised_on: Option<NaiveDate>,
    /// The earliest day by which an open complaint is to be settled.
    pub complaint_due_on: Option<NaiveDate>,
    /// The day anybody was last spoken to about it.
    pub reached_on: Option<NaiveDate>,
    /// Why it will not make day 20; absent where it may, or has not.
    pub outlook: Option<Outlook>,
}

/// How long the work orders of a view took that were handed over lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardTurnaround {
    /// The first day looked at.
    pub since: NaiveDate,
    /// The last: today.
    pub until: NaiveDate,
    /// All of them together.
    pub turnaround: Turnaround,
    /// Each day's, by working days, oldest first.
    pub points: Vec<TurnaroundPoint>,
}

/// Work orders that were handed over on one day and took as long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct TurnaroundPoint {
    /// The day.
    pub on: NaiveDate,
    /// Working days from receipt.
    pub working_days: u32,
    /// Whether that was after day 20.
    pub is_late: bool,
    /// How many.
    #[ts(type = "number")]
    pub tickets: u64,
}

/// What work orders can be chosen by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardChoices {
    /// The models of open ones, the most frequent first.
    pub models: Vec<BoardName>,
    /// Their dealers, likewise.
    pub dealers: Vec<BoardName>,
}

/// A model or a dealer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardName {
    /// Its name.
    pub name: String,
    /// How many open work orders there are of it.
    #[ts(type = "number")]
    pub tickets: u64,
}

pub(crate) fn get(app: &App, view: BoardView) -> Result<Board, AppError> {
    let (as_of, calendar) = (app.today()?, app.calendar(None)?);
    let chosen = view.chosen(app)?;
    let cells = store::cells(&app.store, &store::Chosen { status: None, ..chosen.clone() })?;
    let counted = |counts: &dyn Fn(&Cell) -> bool| -> u64 {
        let of_view = cells.iter().filter(|cell| view.status.is_none_or(|status| cell.status == status));
        of_view.filter(|cell| counts(cell)).map(|cell| cell.tickets).sum()
    };
    let in_state = |state| counted(&|cell| state_of(cell, as_of) == state);
    let complained = store::complained(&app.store, &chosen)?;
    let soon = calendar.add_working_days(as_of, SOON_WORKING_DAYS).date;
    let lists = BoardList::ALL.into_iter().filter_map(|list| {
        let tickets = match list {
            BoardList::Overdue => counted(&|cell| cell.limit_on < as_of),
            BoardList::DueSoon => counted(&|cell| (as_of..=soon).contains(&cell.limit_on)),
            BoardList::WillMiss => return None,
            BoardList::Complaints => complained,
            BoardList::AwaitingAgreement
            | BoardList::AwaitingDocuments
            | BoardList::AwaitingParts
            | BoardList::Away
            | BoardList::Open => counted(&|cell| list.status().is_none_or(|status| cell.status == status)),
        };
        Some(ListCount { list, tickets })
    });
    Ok(Board {
        as_of,
        country: calendar.country().to_owned(),
        on_time: in_state(TicketState::OnTime),
        due: in_state(TicketState::Due),
        overdue: in_state(TicketState::Overdue),
        lists: lists.collect(),
        ages: ages(&cells, &calendar, as_of),
    })
}

pub(crate) fn list(app: &App, request: BoardListRequest) -> Result<BoardPage, AppError> {
    let rows_max = request.limit.unwrap_or(ROWS).clamp(1, ROWS_MAX);
    let after =
        request.after.as_deref().map(serde_json::from_str).transpose().map_err(AppError::BadRequest)?;
    let (rows, next) = page(app, &request.view, after.as_ref(), rows_max)?;
    let next = next.map(|next| serde_json::to_string(&next)).transpose().map_err(AppError::BadRequest)?;
    Ok(BoardPage { rows, next })
}

pub(crate) fn turnaround(app: &App, view: BoardView) -> Result<BoardTurnaround, AppError> {
    let (until, calendar) = (app.today()?, app.calendar(None)?);
    let since = until.checked_sub_days(Days::new(7 * WEEKS - 1)).unwrap_or(until);
    // Where a unit stands now is no question to one that is gone.
    let chosen = store::Chosen { status: None, ..view.chosen(app)? };
    let returned = store::returned(&app.store, &chosen, since)?;
    let taken: Vec<Taken> = returned.iter().map(|one| taken(&calendar, one)).collect();
    let mut points: BTreeMap<(NaiveDate, u32, bool), u64> = BTreeMap::new();
    for (one, taken) in returned.iter().zip(&taken) {
        *points.entry((one.handed_over_on, taken.working_days, !taken.is_by_limit)).or_default() +=
            taken.units;
    }
    let point =
        |((on, working_days, is_late), tickets)| TurnaroundPoint { on, working_days, is_late, tickets };
    Ok(BoardTurnaround {
        since,
        until,
        turnaround: Turnaround::of(&taken),
        points: points.into_iter().map(point).collect(),
    })
}

pub(crate) fn choices(app: &App, (): ()) -> Result<BoardChoices, AppError> {
    let shown = |names: Vec<store::Name>| {
        names.into_iter().map(|store::Name { name, tickets }| BoardName { name, tickets }).collect()
    };
    Ok(BoardChoices {
        models: shown(store::models(&app.store, NAMES_MAX)?),
        dealers: shown(store::dealers(&app.store, NAMES_MAX)?),
    })
}

/// The rows of a view after a cursor, and where the next page begins.
pub(crate) fn page(
    app: &App,
    view: &BoardView,
    after: Option<&Cursor>,
    rows_max: u32,
) -> Result<(Vec<BoardRow>, Option<Cursor>), AppError> {
    let (today, calendar) = (app.today()?, app.calendar(None)?);
    let mut chosen = view.chosen(app)?;
    let forecast = outlook::forecast(app, &calendar, today)?;
    if let (Some(asked), Some(of_list)) = (chosen.status, view.list.status())
        && asked != of_list
    {
        return Ok((Vec::new(), None));
    }
    let missing = if view.list == BoardList::WillMiss {
        let cells = store::cells(&app.store, &chosen)?;
        let missing = outlook::missing(&forecast, &cells, &calendar, today);
        Some(missing.into_iter().map(|cell| (cell.status, cell.limit_on)).collect())
    } else {
        None
    };
    chosen.status = chosen.status.or(view.list.status());
    let range = Range { missing, ..range(view.list, today, &calendar) };
    let (rows, next) = store::page(&app.store, &chosen, &range, after, rows_max)?;
    let rows = rows.into_iter().map(|row| shown(app, row, &forecast, &calendar, today));
    Ok((rows.collect::<Result<_, _>>()?, next))
}

fn range(list: BoardList, today: NaiveDate, calendar: &Calendar) -> Range {
    let ever = Range { is_complained: list == BoardList::Complaints, ..Range::default() };
    match list {
        BoardList::Overdue => Range { last_on: today.pred_opt(), ..ever },
        BoardList::DueSoon => Range {
            first_on: Some(today),
            last_on: Some(calendar.add_working_days(today, SOON_WORKING_DAYS).date),
            ..ever
        },
        BoardList::WillMiss => Range { first_on: Some(today), ..ever },
        BoardList::AwaitingAgreement
        | BoardList::AwaitingDocuments
        | BoardList::AwaitingParts
        | BoardList::Away
        | BoardList::Complaints
        | BoardList::Open => ever,
    }
}

fn shown(
    app: &App,
    found: store::BoardRow,
    forecast: &Forecast,
    calendar: &Calendar,
    today: NaiveDate,
) -> Result<BoardRow, AppError> {
    let store::BoardRow { row, promised_on, complaint_due_on, reached_at } = found;
    let since = app.day_of(row.moved_at.unwrap_or(row.opened_at))?;
    let limit_on = row.cycle.limit_on;
    let row = with_next(app, app.row(row)?)?;
    let signed = |days: u32| i32::try_from(days).unwrap_or(i32::MAX);
    let over_working_days = if today <= limit_on {
        -signed(calendar.working_days_between(today, limit_on))
    } else {
        // By date: on the Saturday after a limit that fell on Friday it is over, by no working day yet.
        signed(calendar.working_days_between(limit_on, today))
    };
    let outlook = if today <= limit_on { outlook_of(&row, forecast, calendar, today) } else { None };
    Ok(BoardRow {
        over_working_days,
        since,
        promised_on,
        complaint_due_on,
        reached_on: reached_at.map(|at| app.day_of(at)).transpose()?,
        outlook,
        row,
    })
}

fn outlook_of(
    row: &TicketRow,
    forecast: &Forecast,
    calendar: &Calendar,
    today: NaiveDate,
) -> Option<Outlook> {
    let late = row.parts.as_ref().and_then(|parts| parts.on).filter(|on| *on >= row.limit_on);
    if let Some(on) = late {
        return Some(Outlook::Parts { on });
    }
    let like = forecast.like(row.status, Cycle::working_day(calendar, row.limit_on, today));
    like.filter(|like| Like::is_missing(*like)).map(|like| Outlook::Like { like })
}

fn ages(cells: &[Cell], calendar: &Calendar, as_of: NaiveDate) -> Vec<Age> {
    let mut ages: BTreeMap<(Status, u32), (TicketState, u64)> = BTreeMap::new();
    for cell in cells {
        let day = Cycle::working_day(calendar, cell.limit_on, as_of);
        ages.entry((cell.status, day)).or_insert((state_of(cell, as_of), 0)).1 += cell.tickets;
    }
    let age = |((status, working_day), (state, tickets))| Age { status, working_day, state, tickets };
    ages.into_iter().map(age).collect()
}

fn state_of(cell: &Cell, as_of: NaiveDate) -> TicketState {
    match CycleState::of(cell.target_on, cell.limit_on, as_of) {
        CycleState::OnTime => TicketState::OnTime,
        CycleState::Due => TicketState::Due,
        CycleState::Overdue => TicketState::Overdue,
    }
}

fn taken(calendar: &Calendar, one: &Returned) -> Taken {
    Taken {
        working_days: calendar.working_days_between(one.received_on, one.handed_over_on),
        is_by_target: one.handed_over_on <= one.target_on,
        is_by_limit: one.handed_over_on <= one.limit_on,
        units: one.tickets,
    }
}
