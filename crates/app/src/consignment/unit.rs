//! Taking a unit out of a parcel: its serial is scanned, and a check-in is begun that holds already what the parcel and
//! the register know. Receiving that check-in is the intake's; here the parcel learns of it.

use super::damage::mark_draft;
use super::{ConsignmentLife, changed, known, next_place, open_one, row, shared};
use crate::commands::Written;
use crate::consignment::ConsignmentLine;
use crate::draft::SavedDraft;
use crate::error::AppError;
use crate::known::Known;
use crate::scan::draft_of;
use crate::station::App;
use crate::ticket::TicketRow;
use nightbench_domain::consignment::Line;
use nightbench_domain::damage::DamagePlace;
use nightbench_domain::id::{ConsignmentId, ConsignmentLineId, DraftId, TicketId};
use nightbench_domain::intake::{Intake, IntakeProblem, IntakeReason};
use nightbench_domain::registry::Sale;
use nightbench_domain::serial::{SerialNumber, fold};
use nightbench_store::consignment::{self as store, KnownConsignment, KnownLine, NewLine};
use nightbench_store::{Tx, draft, registry, ticket};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

/// The request of `consignment_unit`: a unit is in the hand.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConsignmentUnitRequest {
    /// The parcel.
    pub id: ConsignmentId,
    /// Its serial as scanned or typed; empty when it has none that can be read.
    #[serde(default)]
    pub serial: String,
}

/// Names a unit of a parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConsignmentUnitRef {
    /// The parcel.
    pub id: ConsignmentId,
    /// The unit.
    pub line: ConsignmentLineId,
}

/// What scanning a unit of a parcel found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UnitOutcome {
    /// It came out just now, as announced or where nothing was announced.
    Here,
    /// It came out just now, and the sender's list does not name it.
    Extra,
    /// It came out before; its check-in goes on.
    Again,
    /// It came out before and is checked in.
    Received,
}

/// A unit of a parcel at hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ConsignmentUnit {
    /// What was found.
    pub outcome: UnitOutcome,
    /// The unit.
    pub line: ConsignmentLine,
    /// Its check-in, with everything that is known already; absent when it is received.
    pub draft: Option<SavedDraft>,
    /// Its work order, when it is received.
    pub ticket: Option<TicketRow>,
}

pub(crate) fn unit(app: &App, request: ConsignmentUnitRequest) -> Result<Written<ConsignmentUnit>, AppError> {
    let serial = match request.serial.trim() {
        "" => None,
        text => Some(SerialNumber::parse(text).map_err(|_| not_a_serial())?),
    };
    let parcel = open_one(&app.store, request.id)?;
    let sale = serial.as_ref().map(|serial| registry::by_serial(&app.store, serial)).transpose()?.flatten();
    let lines = store::lines(&app.store, request.id)?;
    let written = match lines.iter().find(|known| is_here(known, serial.as_ref())) {
        Some(known) => again(app, &parcel, known, serial.as_ref(), sale.as_ref())?,
        None => app.write(|tx| {
            let draft = begin(app, tx, &parcel, serial.as_ref(), sale.as_ref(), None)?;
            let model = sale.as_ref().map_or("", |sale| sale.model.as_str());
            let known = arrive(app, tx, request.id, &lines, serial.clone(), model, Some(draft))?;
            marked(app, tx, draft, &known)?;
            let has_list = lines.iter().any(|known| known.line.is_announced);
            let is_extra = has_list && !known.line.is_announced;
            Ok((if is_extra { UnitOutcome::Extra } else { UnitOutcome::Here }, known))
        })?,
    };
    let (outcome, known) = written.value;
    let has_list = lines.iter().any(|known| known.line.is_announced);
    let line = row::line(app, known, has_list, true)?;
    let draft = line.draft.map(|id| crate::draft::get(app, crate::draft::DraftRef { id })).transpose()?;
    let value = ConsignmentUnit { outcome, draft, ticket: line.ticket.clone(), line };
    Ok(Written { value, changes: written.changes })
}

fn is_here(known: &KnownLine, serial: Option<&SerialNumber>) -> bool {
    known.line.is_here && serial.is_some() && known.line.serial.as_ref() == serial
}

/// A unit that was scanned before: its check-in goes on, or its work order is named. No record changes by it.
fn again(
    app: &App,
    parcel: &KnownConsignment,
    known: &KnownLine,
    serial: Option<&SerialNumber>,
    sale: Option<&Sale>,
) -> Result<Written<(UnitOutcome, KnownLine)>, AppError> {
    let ticket = known.ticket.map(|id| ticket::by_id(&app.store, id)).transpose()?.flatten();
    if ticket.is_some_and(|row| row.is_open) {
        let value = (UnitOutcome::Received, known.clone());
        return Ok(Written { value, changes: nightbench_store::Changes::default() });
    }
    app.write_local(|tx| {
        let draft = begin(app, tx, parcel, serial, sale, known.draft)?;
        let again = KnownLine { draft: Some(draft), ..known.clone() };
        store::set_line(tx, parcel.id, &again)?;
        marked(app, tx, draft, &again)?;
        Ok((UnitOutcome::Again, again))
    })
}

/// Puts a unit back: it was scanned by mistake. What was announced is awaited again; the check-in that was begun is put
/// away, where it can be taken back.
pub(crate) fn remove(app: &App, request: ConsignmentUnitRef) -> Result<Written<ConsignmentLife>, AppError> {
    changed(app, request.id, |tx| {
        let known = line(tx, request)?;
        if known.ticket.is_some() {
            return Err(AppError::ConsignmentUnitReceived);
        }
        if let Some(draft) = known.draft
            && draft::by_id(tx, draft)?.is_some()
        {
            draft::discard(tx, draft, app.now_ms())?;
        }
        if known.line.is_announced && known.line.is_here {
            let awaited = Line { is_here: false, damage: String::new(), ..known.line.clone() };
            let awaited = KnownLine { line: awaited, arrived_at: None, ..known };
            return Ok(store::set_line(tx, request.id, &awaited)?);
        }
        Ok(store::remove_line(tx, request.id, known.id, app.now_ms())?)
    })
}

/// The parcel learns that a unit of it was received. A unit that was not scanned into it before came out now.
pub(crate) fn took(
    app: &App,
    tx: &Tx<'_>,
    id: ConsignmentId,
    ticket: TicketId,
    intake: &Intake,
    draft: Option<DraftId>,
) -> Result<(), AppError> {
    known(tx, id)?;
    let lines = store::lines(tx, id)?;
    let mut known = match begun(&lines, draft, &intake.serial) {
        Some(known) => known.clone(),
        None => arrive(app, tx, id, &lines, Some(intake.serial.clone()), &intake.model, None)?,
    };
    known.line.serial = Some(intake.serial.clone());
    intake.model.clone_into(&mut known.line.model);
    if let Some(damage) = intake.damage.as_ref().filter(|damage| damage.place == DamagePlace::Transit) {
        damage.mark().clone_into(&mut known.line.damage);
    }
    (known.ticket, known.draft) = (Some(ticket), None);
    Ok(store::set_line(tx, id, &known)?)
}

/// The parcel follows a corrected intake: its serial, or the parcel it came in.
pub(crate) fn follow(
    app: &App,
    tx: &Tx<'_>,
    ticket: TicketId,
    before: Option<ConsignmentId>,
    intake: &Intake,
) -> Result<(), AppError> {
    if let Some(old) = before
        && before != intake.consignment
        && let Some(known) = store::line_of_ticket(tx, ticket)?
    {
        if known.line.is_announced {
            let line = Line { is_here: false, damage: String::new(), ..known.line.clone() };
            store::set_line(tx, old, &KnownLine { line, arrived_at: None, ticket: None, ..known })?;
        } else {
            store::remove_line(tx, old, known.id, app.now_ms())?;
        }
    }
    let Some(id) = intake.consignment else { return Ok(()) };
    match store::line_of_ticket(tx, ticket)? {
        Some(known)
            if known.line.serial.as_ref() == Some(&intake.serial) && known.line.model == intake.model =>
        {
            Ok(())
        }
        Some(known) => {
            let serial = Some(intake.serial.clone());
            let line = Line { serial, model: intake.model.clone(), ..known.line.clone() };
            Ok(store::set_line(tx, id, &KnownLine { line, ..known })?)
        }
        None => took(app, tx, id, ticket, intake, None),
    }
}

fn not_a_serial() -> AppError {
    AppError::Intake(vec![IntakeProblem { field: "serial".to_owned(), reason: IntakeReason::NotASerial }])
}

/// A check-in that is begun, or gone on with, says what was marked on its unit.
fn marked(app: &App, tx: &Tx<'_>, draft: DraftId, known: &KnownLine) -> Result<(), AppError> {
    if known.line.damage.is_empty() { Ok(()) } else { mark_draft(app, tx, draft, &known.line.damage) }
}

/// The unit that came out of the parcel and is checked in by this draft, or under this serial.
pub(super) fn begun<'a>(
    lines: &'a [KnownLine],
    draft: Option<DraftId>,
    serial: &SerialNumber,
) -> Option<&'a KnownLine> {
    lines.iter().find(|known| draft.is_some() && known.draft == draft).or_else(|| {
        lines.iter().find(|known| known.line.is_here && known.line.serial.as_ref() == Some(serial))
    })
}

pub(super) fn line(tx: &Tx<'_>, request: ConsignmentUnitRef) -> Result<KnownLine, AppError> {
    store::line_of(tx, request.id, request.line)?.ok_or(AppError::NotFound)
}

/// A unit comes out of the parcel: the announced one of its serial, else one announced by its model only, else one that
/// nobody announced.
fn arrive(
    app: &App,
    tx: &Tx<'_>,
    id: ConsignmentId,
    lines: &[KnownLine],
    serial: Option<SerialNumber>,
    model: &str,
    draft: Option<DraftId>,
) -> Result<KnownLine, AppError> {
    let mut awaited = lines.iter().filter(|known| !known.line.is_here);
    let named = awaited.clone().find(|known| serial.is_some() && known.line.serial == serial);
    let of_model = |known: &&KnownLine| {
        known.line.serial.is_none() && !model.is_empty() && is_model(&known.line.model, model)
    };
    match named.or_else(|| awaited.find(of_model)) {
        Some(known) => {
            let line = Line { serial, is_here: true, ..known.line.clone() };
            let arrived = KnownLine { line, arrived_at: Some(app.now_ms()), draft, ..known.clone() };
            store::set_line(tx, id, &arrived)?;
            Ok(arrived)
        }
        None => {
            let line = Line {
                serial,
                model: model.to_owned(),
                is_announced: false,
                is_here: true,
                damage: String::new(),
            };
            let line_id = ConsignmentLineId::new(app.ports.ids.uuid());
            Ok(store::add_line(tx, id, NewLine { id: line_id, place: next_place(lines), line, draft })?)
        }
    }
}

/// Whether an announced model names a registered one: senders write `NV-640` where the register writes its full name.
fn is_model(announced: &str, registered: &str) -> bool {
    let (announced, registered) = (fold(announced), fold(registered));
    !announced.is_empty() && (registered.starts_with(&announced) || announced.starts_with(&registered))
}

/// Begins the check-in of a unit, or goes on with the one that was begun: what the parcel's units share and what the
/// register says fills what nobody typed.
fn begin(
    app: &App,
    tx: &Tx<'_>,
    parcel: &KnownConsignment,
    serial: Option<&SerialNumber>,
    sale: Option<&Sale>,
    earlier: Option<DraftId>,
) -> Result<DraftId, AppError> {
    if let Some(id) = earlier
        && draft::by_id(tx, id)?.is_some()
    {
        draft::restore(tx, id)?;
        return Ok(id);
    }
    let mut filled = shared(parcel)?;
    match serial {
        Some(serial) => serial.as_str().clone_into(&mut filled.serial),
        None => filled.no_serial = true,
    }
    // A number that was begun for all and not typed is none that a unit was quoted.
    filled.authorisation = filled.authorisation.take().filter(|said| !said.is_blank());
    let filled = Known::filled(tx, filled, sale)?;
    let begun = serial.map(|serial| draft_of(tx, serial)).transpose()?.flatten();
    let (id, content) = match begun {
        Some(id) => {
            let typed = draft::by_id(tx, id)?.map(|draft| draft.content).unwrap_or_default();
            (id, completed(typed, &serde_json::to_value(&filled).map_err(AppError::BadRequest)?))
        }
        None => {
            let id = DraftId::new(app.ports.ids.uuid());
            (id, serde_json::to_value(&filled).map_err(AppError::BadRequest)?)
        }
    };
    draft::save(tx, id, &content, app.now_ms())?;
    Ok(id)
}

/// What was typed, with what it leaves empty taken from what is known.
fn completed(typed: Value, known: &Value) -> Value {
    let is_empty = match &typed {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    };
    match (typed, known) {
        (Value::Object(mut typed), Value::Object(known)) => {
            for (name, value) in known {
                let said = typed.remove(name).unwrap_or_default();
                typed.insert(name.clone(), completed(said, value));
            }
            Value::Object(typed)
        }
        (_, known) if is_empty => known.clone(),
        (typed, _) => typed,
    }
}

#[cfg(test)]
mod tests {
    use super::{completed, is_model};
    use serde_json::json;

    #[test]
    fn what_was_typed_stays_and_what_is_empty_is_filled() {
        let typed =
            json!({ "symptom": "dark", "model": "", "facts": { "sale_kind": "normal" }, "accessories": [] });
        let known = json!({ "symptom": "as the rest", "model": "NV-640", "accessories": [1],
                            "facts": { "sale_kind": "borrowed", "claim_object": "whole" } });
        assert_eq!(
            completed(typed, &known),
            json!({ "symptom": "dark", "model": "NV-640", "accessories": [1],
                    "facts": { "sale_kind": "normal", "claim_object": "whole" } })
        );
    }

    #[test]
    fn a_sender_s_short_model_is_the_register_s_long_one() {
        assert!(is_model("nv-640", "NV-640 手持热像仪"));
        assert!(!is_model("NV-640", "NV-200 单目夜视仪"));
        assert!(!is_model("", "NV-200"));
    }
}
