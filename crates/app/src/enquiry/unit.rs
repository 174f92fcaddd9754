//! The units of an enquiry: what is known of each, and the number it is sent in under. The check-in it becomes is in
//! check_in.rs.

use super::check_in::begun;
use super::{EnquiryLife, known, life};
use crate::commands::Written;
use crate::contact;
use crate::error::AppError;
use crate::station::App;
use nightbench_domain::authorisation::IssuedBy;
use nightbench_domain::contact::{About, AttemptResult, Contact, Direction, Way};
use nightbench_domain::duty::DutyKind;
use nightbench_domain::enquiry::{EnquiryResult, EnquiryUnit, UNITS_MAX};
use nightbench_domain::id::{AuthorisationId, DraftId, EnquiryId, EnquiryUnitId, TicketId};
use nightbench_domain::intake::{IntakeProblem, IntakeReason};
use nightbench_domain::pii::Pii;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::unit::ProductClass;
use nightbench_store::Tx;
use nightbench_store::authorisation::{self, NewAuthorisation};
use nightbench_store::enquiry::{self as store, KnownEnquiry, KnownUnit};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A unit as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct UnitSaid {
    /// Its serial in any writing, or empty.
    pub serial: String,
    /// Its model, or empty.
    pub model: String,
    /// Its class.
    pub product_class: Option<ProductClass>,
    /// What is wrong with it, if that is more than the enquiry says.
    pub symptom: String,
}

/// A unit of an enquiry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EnquiryUnitRow {
    /// Which.
    pub id: EnquiryUnitId,
    /// What is known of it.
    pub unit: EnquiryUnit,
    /// The number it is sent in under.
    pub rma: Option<RmaNumber>,
    /// The record of that number.
    pub authorisation: Option<AuthorisationId>,
    /// The check-in that was begun for it and not received.
    pub draft: Option<DraftId>,
    /// Its work order, once it came.
    pub ticket: Option<TicketId>,
}

/// The request of `enquiry_unit`: a new unit when `unit` is absent.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EnquiryUnitSave {
    /// The enquiry.
    pub id: EnquiryId,
    /// The unit to correct.
    #[serde(default)]
    pub unit: Option<EnquiryUnitId>,
    /// As it should read.
    pub said: UnitSaid,
}

/// Names a unit of an enquiry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EnquiryUnitRef {
    /// The unit.
    pub unit: EnquiryUnitId,
}

/// The request of `enquiry_send_in`: gives each unit its number, which is our consent to its return (3.3).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EnquirySendIn {
    /// The enquiry.
    pub id: EnquiryId,
    /// The units; all without a number when empty, and where the enquiry names no unit one that is not known yet.
    #[serde(default)]
    pub units: Vec<EnquiryUnitId>,
    /// Why nothing can be tried from afar; needed while no attempt is in the log (3.1).
    #[serde(default)]
    pub why_no_attempt: Pii<String>,
}

/// Reads what was typed of each unit, and says what must be put right.
pub(super) fn read_all(said: &[UnitSaid]) -> (Vec<EnquiryUnit>, Vec<IntakeProblem>) {
    let (mut units, mut problems) = (Vec::new(), Vec::new());
    for (at, said) in said.iter().enumerate() {
        match read(said, &format!("units.{at}")) {
            Ok(unit) => units.push(unit),
            Err(found) => problems.extend(found),
        }
    }
    (units, problems)
}

pub(super) fn rows(app: &App, id: EnquiryId) -> Result<Vec<EnquiryUnitRow>, AppError> {
    let known = store::units(&app.store, id)?;
    known
        .into_iter()
        .map(|known| {
            Ok(EnquiryUnitRow {
                draft: begun(app, &known)?.map(|draft| draft.id),
                id: known.id,
                unit: known.unit,
                rma: known.rma,
                authorisation: known.authorisation,
                ticket: known.ticket,
            })
        })
        .collect()
}

pub(crate) fn save_unit(app: &App, request: EnquiryUnitSave) -> Result<Written<EnquiryLife>, AppError> {
    let unit = read(&request.said, "unit").map_err(AppError::Entry)?;
    let written = app.write(|tx| {
        let enquiry = known(tx, request.id)?;
        let Some(id) = request.unit else { return add(app, tx, &enquiry, &unit).map(|_| ()) };
        let before = of(tx, &enquiry, id)?;
        if before.ticket.is_some() {
            return Err(AppError::EnquiryUnitTaken);
        }
        Ok(store::set_unit(tx, id, enquiry.customer, &unit)?)
    })?;
    Ok(Written { value: life(app, request.id)?, changes: written.changes })
}

/// Takes a unit off that was put there by mistake; one that is on its way stays.
pub(crate) fn remove_unit(app: &App, request: EnquiryUnitRef) -> Result<Written<EnquiryLife>, AppError> {
    let before = store::unit(&app.store, request.unit)?.ok_or(AppError::NotFound)?;
    if before.authorisation.is_some() || before.ticket.is_some() || begun(app, &before)?.is_some() {
        return Err(AppError::EnquiryUnitTaken);
    }
    let written = app.write(|tx| Ok(store::remove_unit(tx, request.unit, app.now_ms())?))?;
    Ok(Written { value: life(app, before.enquiry)?, changes: written.changes })
}

pub(crate) fn send_in(app: &App, request: EnquirySendIn) -> Result<Written<EnquiryLife>, AppError> {
    let now = life(app, request.id)?;
    match now.row.result {
        Some(EnquiryResult::SolvedRemotely | EnquiryResult::NoAnswer) => return Err(AppError::EnquiryEnded),
        Some(EnquiryResult::HardwareFault | EnquiryResult::SendIn) | None => {}
    }
    let why = Pii::new(request.why_no_attempt.reveal().trim().to_owned());
    if !now.is_attempted && why.reveal().is_empty() {
        return Err(AppError::AttemptFirst);
    }
    let skipped = (!now.is_attempted).then(|| nothing_to_try(now.enquiry.way, why, app.now_ms()));
    let problems = skipped.iter().flat_map(|skipped| skipped.problems(app.now_ms())).collect::<Vec<_>>();
    if !problems.is_empty() {
        return Err(AppError::Entry(problems));
    }
    let by = app.actor()?;
    let written = app.write(|tx| {
        let enquiry = known(tx, request.id)?;
        let about = About::Enquiry { id: enquiry.id };
        skipped.iter().try_for_each(|skipped| contact::write(app, tx, about, skipped, &by))?;
        for unit in chosen(app, tx, &enquiry, &request.units)? {
            give_number(app, tx, &enquiry, &unit)?;
        }
        if enquiry.result != Some(EnquiryResult::SendIn) {
            store::end(tx, enquiry.id, EnquiryResult::SendIn, "", app.now_ms())?;
        }
        Ok(())
    })?;
    Ok(Written { value: life(app, request.id)?, changes: written.changes })
}

fn read(said: &UnitSaid, at: &str) -> Result<EnquiryUnit, Vec<IntakeProblem>> {
    let serial = match said.serial.trim() {
        "" => Ok(None),
        text => SerialNumber::parse(text).map(Some),
    };
    let unit = EnquiryUnit {
        serial: serial.clone().unwrap_or_default(),
        model: said.model.trim().to_owned(),
        product_class: said.product_class,
        symptom: said.symptom.trim().to_owned(),
    };
    let mut problems = unit.problems(at);
    if serial.is_err() {
        let reason = IntakeReason::NotASerial;
        problems.insert(0, IntakeProblem { field: format!("{at}.serial"), reason });
    }
    if problems.is_empty() { Ok(unit) } else { Err(problems) }
}

pub(super) fn add(
    app: &App,
    tx: &Tx<'_>,
    enquiry: &KnownEnquiry,
    unit: &EnquiryUnit,
) -> Result<KnownUnit, AppError> {
    let before = store::units(tx, enquiry.id)?;
    if before.len() >= UNITS_MAX {
        let problem = IntakeProblem { field: "units".to_owned(), reason: IntakeReason::TooLong };
        return Err(AppError::Entry(vec![problem]));
    }
    let place = before.iter().map(|unit| unit.place + 1).max().unwrap_or_default();
    let id = EnquiryUnitId::new(app.ports.ids.uuid());
    store::add_unit(tx, enquiry.id, enquiry.customer, id, place, unit)?;
    store::unit(tx, id)?.ok_or(AppError::NotFound)
}

/// A unit, of this enquiry and no other.
pub(super) fn of(
    source: &impl nightbench_store::Source,
    enquiry: &KnownEnquiry,
    id: EnquiryUnitId,
) -> Result<KnownUnit, AppError> {
    store::unit(source, id)?.filter(|unit| unit.enquiry == enquiry.id).ok_or(AppError::NotFound)
}

/// The units that are given a number.
fn chosen(
    app: &App,
    tx: &Tx<'_>,
    enquiry: &KnownEnquiry,
    named: &[EnquiryUnitId],
) -> Result<Vec<KnownUnit>, AppError> {
    if !named.is_empty() {
        let units = named.iter().map(|id| of(tx, enquiry, *id)).collect::<Result<Vec<_>, _>>()?;
        let is_taken = |unit: &KnownUnit| unit.authorisation.is_some() || unit.ticket.is_some();
        return if units.iter().any(is_taken) { Err(AppError::EnquiryUnitTaken) } else { Ok(units) };
    }
    let units = store::units(tx, enquiry.id)?;
    if units.is_empty() {
        return Ok(vec![add(app, tx, enquiry, &EnquiryUnit::default())?]);
    }
    let free: Vec<_> =
        units.into_iter().filter(|unit| unit.authorisation.is_none() && unit.ticket.is_none()).collect();
    if free.is_empty() { Err(AppError::EnquiryUnitTaken) } else { Ok(free) }
}

fn give_number(app: &App, tx: &Tx<'_>, enquiry: &KnownEnquiry, unit: &KnownUnit) -> Result<(), AppError> {
    let id = AuthorisationId::new(app.ports.ids.uuid());
    let new = NewAuthorisation {
        id,
        issued_by: IssuedBy::Enquiry,
        serial: unit.unit.serial.clone(),
        customer: Some(enquiry.customer),
        note: unit.unit.symptom.clone(),
    };
    let rma = authorisation::issue(tx, &new)?;
    Ok(store::give_number(tx, unit, id, &rma)?)
}

/// That nothing could be tried is said to the customer too, and why.
fn nothing_to_try(asked: Way, why: Pii<String>, at: i64) -> Contact {
    Contact {
        way: if asked == Way::Web { Way::Email } else { asked },
        direction: Direction::Out,
        is_reached: true,
        with: Pii::default(),
        words: why,
        at,
        attempt: Some(AttemptResult::NotPossible),
        check: None,
        closes: vec![DutyKind::Reply],
    }
}
