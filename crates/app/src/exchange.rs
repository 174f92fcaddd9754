//! Which unit is given for the one that came (3.2): chosen before the hand-over, checked to be free to give, and held
//! against the model it replaces. What the two specifications do not show to be equal or better, an adjudicator decides.
//! What the hand-over does with it is in handover.rs.

use crate::commands::Written;
use crate::decision::{self, Question};
use crate::error::AppError;
use crate::known::model_of;
use crate::reason::reason;
use crate::resolution::refuse_settled;
use crate::station::App;
use crate::ticket::{self, TicketLife, TicketRef};
use nightbench_domain::comparison::{Compared, ParameterStanding, compare, is_not_inferior};
use nightbench_domain::decision::{DecisionKind, DecisionState};
use nightbench_domain::id::{DecisionId, ExchangeId, TicketId};
use nightbench_domain::intake::{Intake, IntakeProblem, IntakeReason};
use nightbench_domain::registry::Sale;
use nightbench_domain::resolution::Resolution;
use nightbench_domain::serial::{SerialNumber, fold};
use nightbench_domain::ticket::Status;
use nightbench_store::exchange::{self as store, ExchangeRecord};
use nightbench_store::{Source, Tx, cover, intake, registry, resolution, ticket as tickets};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `exchange_check` and `exchange_choose`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExchangeRequest {
    /// The work order.
    pub id: TicketId,
    /// The serial of the unit to be given, in any writing.
    pub serial: String,
    /// Its model; empty: what the register says, else that of the unit that came.
    #[serde(default)]
    pub model: String,
}

/// The request of `exchange_withdraw`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExchangeWithdraw {
    /// The work order.
    pub id: TicketId,
    /// Why another unit is to be chosen, or none.
    pub reason: String,
}

/// How a unit to be given stands against the one that came, before it is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExchangeCheck {
    /// The model it would be given as.
    pub model: String,
    /// The model of the unit that came.
    pub model_old: String,
    /// The two, parameter by parameter; empty for the same model.
    pub compared: Vec<Compared>,
    /// Whether it is shown that it is not inferior; else an adjudicator is asked.
    pub is_shown: bool,
    /// Whether the register knows the serial; absent while there is no register.
    pub is_registered: Option<bool>,
}

/// How far the unit that was chosen may be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExchangeState {
    /// It is the same model, or shown not to be inferior.
    Shown,
    /// An adjudicator is asked.
    Asked,
    /// An adjudicator holds it not to be inferior.
    Accepted,
    /// An adjudicator holds it to be inferior: another one is chosen.
    Refused,
}

/// The unit that was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExchangeChoice {
    /// Its serial.
    pub serial: SerialNumber,
    /// Its model.
    pub model: String,
    /// The model of the unit that came.
    pub model_old: String,
    /// The two models as they were said when it was chosen; empty for the same model.
    pub compared: Vec<Compared>,
    /// How far it may be given.
    pub state: ExchangeState,
    /// The question to the adjudicator, where there is one.
    pub decision: Option<DecisionId>,
    /// Who chose it.
    pub chosen_by: String,
    /// When, milliseconds UTC.
    #[ts(type = "number")]
    pub chosen_at: i64,
}

/// The exchange of a work order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TicketExchange {
    /// The unit that was chosen.
    pub chosen: Option<ExchangeChoice>,
    /// The model one looks for: that of the unit that came, or its successor where it is not built any more.
    pub model_wanted: String,
}

/// The exchange of a work order as it stands.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn of_ticket(
    source: &impl Source,
    id: TicketId,
    intake: &Intake,
) -> Result<TicketExchange, AppError> {
    let chosen = store::of_ticket(source, id)?.map(|record| choice(source, record)).transpose()?;
    let known = model_of(source, &intake.model)?.map(|recorded| recorded.entry);
    let successor = known
        .filter(|model| model.is_current == Some(false) && !model.successor.is_empty())
        .map(|model| model.successor);
    Ok(TicketExchange { chosen, model_wanted: successor.unwrap_or_else(|| intake.model.clone()) })
}

/// How a unit would stand, without choosing it.
pub(crate) fn check(app: &App, request: ExchangeRequest) -> Result<ExchangeCheck, AppError> {
    let serial = parsed(&request.serial)?;
    let record = intake::by_id(&app.store, request.id)?.ok_or(AppError::NotFound)?;
    refuse_taken(&app.store, request.id, &record.intake.serial, &serial)?;
    let model = model_given(&app.store, &record.intake, &serial, &request.model)?;
    let is_registered = match registry::size(&app.store)? {
        0 => None,
        _ => Some(registry::by_serial(&app.store, &serial)?.is_some()),
    };
    let Against { compared, is_shown } = against(&app.store, &record.intake.model, &model)?;
    Ok(ExchangeCheck { model, model_old: record.intake.model, compared, is_shown, is_registered })
}

/// Chooses the unit; the one chosen before is taken back. Where it is not shown not to be inferior, the adjudicator is
/// asked in the same write.
pub(crate) fn choose(app: &App, request: ExchangeRequest) -> Result<Written<TicketLife>, AppError> {
    let serial = parsed(&request.serial)?;
    let chosen_by = app.actor()?;
    let written = app.write(|tx| {
        refuse_settled(tx, request.id)?;
        if decided(tx, request.id)? != Some(Resolution::Exchange) {
            return Err(AppError::NotAnExchange);
        }
        let record = intake::by_id(tx, request.id)?.ok_or(AppError::NotFound)?;
        refuse_taken(tx, request.id, &record.intake.serial, &serial)?;
        let model = model_given(tx, &record.intake, &serial, &request.model)?;
        take_back(app, tx, request.id, "")?;
        let Against { compared, is_shown } = against(tx, &record.intake.model, &model)?;
        let words = question(&record.intake.model, &model, &serial, &compared);
        let decision = if is_shown {
            None
        } else {
            let asked = Question::of(request.id, DecisionKind::Review, &words);
            Some(decision::ask(app, tx, Question { clause: Some("3.2"), ..asked })?)
        };
        let chosen = ExchangeRecord {
            id: ExchangeId::new(app.ports.ids.uuid()),
            ticket: request.id,
            serial: serial.clone(),
            model,
            model_old: record.intake.model,
            compared,
            decision,
            chosen_by: chosen_by.clone(),
            chosen_at: app.now_ms(),
        };
        Ok(store::choose(tx, &chosen)?)
    })?;
    let life = ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

pub(crate) fn withdraw(app: &App, request: ExchangeWithdraw) -> Result<Written<TicketLife>, AppError> {
    let reason = reason(&request.reason)?;
    let written = app.write(|tx| {
        refuse_settled(tx, request.id)?;
        store::of_ticket(tx, request.id)?.ok_or(AppError::NotFound)?;
        take_back(app, tx, request.id, reason)
    })?;
    let life = ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

/// Takes the choice of a ticket back, if there is one, and with it the question that nobody answered yet.
///
/// # Errors
/// When the store fails.
pub(crate) fn take_back(app: &App, tx: &Tx<'_>, id: TicketId, reason: &str) -> Result<(), AppError> {
    let Some(chosen) = store::of_ticket(tx, id)? else { return Ok(()) };
    store::withdraw(tx, &chosen, reason)?;
    let asked =
        chosen.decision.map(|decision| nightbench_store::decision::by_id(tx, decision)).transpose()?;
    if let Some(asked) = asked.flatten().filter(|asked| asked.state.is_open()) {
        nightbench_store::decision::no_longer_asked(tx, &asked, app.now_ms())?;
    }
    Ok(())
}

/// Refuses to hand over a unit that nobody showed or decided not to be inferior.
///
/// # Errors
/// `ExchangeNotShown` while that is open, `ExchangeOtherChosen` when another unit was chosen.
pub(crate) fn refuse_inferior(
    source: &impl Source,
    id: TicketId,
    came: &Intake,
    serial: &SerialNumber,
    model: &str,
) -> Result<(), AppError> {
    let is_shown = match store::of_ticket(source, id)? {
        Some(chosen) if chosen.serial != *serial => {
            return Err(AppError::ExchangeOtherChosen { serial: chosen.serial });
        }
        Some(chosen) => match choice(source, chosen)?.state {
            ExchangeState::Shown | ExchangeState::Accepted => true,
            ExchangeState::Asked | ExchangeState::Refused => false,
        },
        None => against(source, &came.model, model)?.is_shown,
    };
    if is_shown { Ok(()) } else { Err(AppError::ExchangeNotShown) }
}

/// Refuses a unit that is not ours to give: the one that came, one that is here for repair, one somebody has, or one that
/// is kept for another customer.
///
/// # Errors
/// `ExchangeSameUnit`, `OpenTicket`, `ExchangeInField`, `ExchangeTaken`.
pub(crate) fn refuse_taken(
    source: &impl Source,
    id: TicketId,
    came: &SerialNumber,
    serial: &SerialNumber,
) -> Result<(), AppError> {
    if serial == came {
        return Err(AppError::ExchangeSameUnit);
    }
    if let Some(open) = tickets::open_by_serial(source, serial)?.filter(|open| open.id != id) {
        return Err(AppError::OpenTicket { id: open.id, rma: open.rma });
    }
    if let Some(kept) = store::by_serial(source, serial)?.filter(|kept| kept.ticket != id) {
        let rma = tickets::by_id(source, kept.ticket)?.ok_or(AppError::NotFound)?.rma;
        return Err(AppError::ExchangeTaken { rma });
    }
    let is_sold = registry::by_serial(source, serial)?.is_some_and(|sale| is_sold(&sale));
    if is_sold || cover::given_by(source, serial)?.is_some() || was_given_back(source, serial)? {
        return Err(AppError::ExchangeInField);
    }
    Ok(())
}

/// What the comparison of two models shows.
struct Against {
    compared: Vec<Compared>,
    is_shown: bool,
}

/// Another model is only given for one that is not built any more; what it promises must be equal or better throughout.
fn against(source: &impl Source, old: &str, new: &str) -> Result<Against, AppError> {
    if fold(old) == fold(new) {
        return Ok(Against { compared: Vec::new(), is_shown: true });
    }
    let known = |code: &str| Ok::<_, AppError>(model_of(source, code)?.map(|recorded| recorded.entry));
    let (before, after) = (known(old)?.unwrap_or_default(), known(new)?.unwrap_or_default());
    let compared = compare(&before.specification, &after.specification);
    let replaces = before.is_current == Some(false)
        || (before.is_current.is_none()
            && !before.successor.is_empty()
            && fold(&before.successor) == fold(new));
    let is_shown = replaces && is_not_inferior(&compared);
    Ok(Against { compared, is_shown })
}

/// What the adjudicator is asked, in the numbers of the two specifications.
fn question(old: &str, new: &str, serial: &SerialNumber, compared: &[Compared]) -> String {
    let open = compared.iter().filter(|one| match one.standing {
        ParameterStanding::Worse | ParameterStanding::Unknown => true,
        ParameterStanding::Better | ParameterStanding::Equal => false,
    });
    let said = |text: &str| if text.is_empty() { "?".to_owned() } else { text.to_owned() };
    let lines: Vec<String> =
        open.map(|one| format!("{}: {} → {}", one.parameter, said(&one.old), said(&one.new))).collect();
    let shown = if lines.is_empty() { String::new() } else { format!("\n{}", lines.join("\n")) };
    let text = format!("{old} → {new} ({serial}){shown}");
    text.chars().take(Intake::TEXT_CHARS_MAX).collect()
}

fn choice(source: &impl Source, record: ExchangeRecord) -> Result<ExchangeChoice, AppError> {
    let asked = record.decision.map(|id| nightbench_store::decision::by_id(source, id)).transpose()?;
    let state = match asked.flatten().map(|decision| decision.state) {
        None => ExchangeState::Shown,
        Some(DecisionState::Accepted) => ExchangeState::Accepted,
        Some(DecisionState::Asked | DecisionState::AskedBack) => ExchangeState::Asked,
        Some(DecisionState::Refused | DecisionState::Withdrawn | DecisionState::NoLongerAsked) => {
            ExchangeState::Refused
        }
    };
    Ok(ExchangeChoice {
        serial: record.serial,
        model: record.model,
        model_old: record.model_old,
        compared: record.compared,
        state,
        decision: record.decision,
        chosen_by: record.chosen_by,
        chosen_at: record.chosen_at,
    })
}

/// The model as typed; else what the register says of the serial, else that of the unit that came.
fn model_given(
    source: &impl Source,
    came: &Intake,
    serial: &SerialNumber,
    typed: &str,
) -> Result<String, AppError> {
    let registered =
        registry::by_serial(source, serial)?.map(|sale| sale.model).filter(|model| !model.is_empty());
    let typed = typed.trim();
    if typed.chars().count() > Intake::MODEL_CHARS_MAX {
        return Err(refused("model", IntakeReason::TooLong));
    }
    match registered {
        Some(says) if !typed.is_empty() && fold(&says) != fold(typed) => {
            Err(AppError::ExchangeModel { model: says })
        }
        Some(says) => Ok(says),
        None if typed.is_empty() => Ok(came.model.clone()),
        None => Ok(typed.to_owned()),
    }
}

/// A row without a buyer only says when a unit left the factory, or for which dealer.
fn is_sold(sale: &Sale) -> bool {
    !sale.customer.reveal().is_empty()
}

/// Whether the unit was here before and went back to whoever sent it.
fn was_given_back(source: &impl Source, serial: &SerialNumber) -> Result<bool, AppError> {
    let Some(newest) = intake::by_serial(source, serial)?.into_iter().next() else { return Ok(false) };
    let row = tickets::by_id(source, newest.id)?.ok_or(AppError::NotFound)?;
    let left = matches!(row.status, Status::Returned | Status::Closed);
    Ok(left && row.resolution.is_none_or(Resolution::gives_the_unit_back))
}

fn decided(source: &impl Source, id: TicketId) -> Result<Option<Resolution>, AppError> {
    Ok(resolution::of_ticket(source, id)?.into_iter().next().and_then(|decided| decided.resolution))
}

fn parsed(text: &str) -> Result<SerialNumber, AppError> {
    SerialNumber::parse(text).map_err(|_| refused("serial", IntakeReason::NotASerial))
}

fn refused(field: &str, reason: IntakeReason) -> AppError {
    AppError::Entry(vec![IntakeProblem { field: field.to_owned(), reason }])
}
