//! From an enquiry to a check-in without typing again: begun from the enquiry, by scanning the number on the parcel, or
//! found by the number or the serial of a unit that is being received.

use super::known;
use super::unit::{add, of};
use crate::commands::Written;
use crate::draft::{DraftAuthorisation, DraftReport, IntakeDraft, SavedDraft};
use crate::error::AppError;
use crate::known::Known;
use crate::session;
use crate::station::App;
use nightbench_domain::authorisation::Authorisation;
use nightbench_domain::contact::{About, Way};
use nightbench_domain::enquiry::EnquiryUnit;
use nightbench_domain::id::{AuthorisationId, DraftId, EnquiryId, EnquiryUnitId, TicketId};
use nightbench_domain::intake::Intake;
use nightbench_domain::registry::Sale;
use nightbench_domain::serial::SerialNumber;
use nightbench_locale::{Language, say};
use nightbench_store::enquiry::{self as store, KnownEnquiry, KnownUnit};
use nightbench_store::{Source, Tx, authorisation, contact as log, draft};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `enquiry_receive`: begins the check-in of a unit with everything that was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EnquiryReceive {
    /// The enquiry.
    pub id: EnquiryId,
    /// The unit; absent: one that was not named.
    #[serde(default)]
    pub unit: Option<EnquiryUnitId>,
}

/// The enquiry that a unit at the counter was asked about in, while nobody received that unit.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct AskedAbout {
    /// Which.
    pub enquiry: EnquiryId,
    /// How it reached us.
    pub way: Way,
    /// When, milliseconds since 1970 UTC.
    pub received_at: i64,
    /// The check-in as far as it was said then.
    pub draft: Box<IntakeDraft>,
}

/// Begins the check-in of a unit, or goes on with the one that was begun.
pub(crate) fn receive(app: &App, request: EnquiryReceive) -> Result<Written<SavedDraft>, AppError> {
    let enquiry = known(&app.store, request.id)?;
    let (unit, mut changes) = match request.unit {
        Some(id) => (of(&app.store, &enquiry, id)?, nightbench_store::Changes::default()),
        None => {
            let written = app.write(|tx| add(app, tx, &enquiry, &EnquiryUnit::default()))?;
            (written.value, written.changes)
        }
    };
    if unit.ticket.is_some() {
        return Err(AppError::EnquiryUnitTaken);
    }
    if let Some(draft) = begun(app, &unit)? {
        let value = crate::draft::get(app, crate::draft::DraftRef { id: draft.id })?;
        return Ok(Written { value, changes });
    }
    let said = IntakeDraft { received_on: Some(app.today()?), ..draft_of(app, &enquiry, &unit)? };
    let content = Known::filled(&app.store, said, sale_of(app, &unit)?.as_ref())?;
    let (id, saved_at) = (DraftId::new(app.ports.ids.uuid()), app.now_ms());
    let json = serde_json::to_value(&content).map_err(AppError::BadRequest)?;
    let user = session::signed_in(app)?.map(|user| user.id);
    let written = app.write_local(|tx| {
        draft::save(tx, id, &json, saved_at)?;
        draft::typed_by(tx, id, user)?;
        Ok(store::begin_draft(tx, unit.id, id)?)
    })?;
    changes.extend(written.changes);
    Ok(Written { value: SavedDraft { id, draft: content, saved_at }, changes })
}

/// The check-in that a number begins which an enquiry gave; `None` where none did.
pub(crate) fn sent_in_under(app: &App, number: AuthorisationId) -> Result<Option<IntakeDraft>, AppError> {
    let Some(unit) = store::unit_of_number(&app.store, number)? else { return Ok(None) };
    let said = draft_of(app, &known(&app.store, unit.enquiry)?, &unit)?;
    Known::filled(&app.store, said, sale_of(app, &unit)?.as_ref()).map(Some)
}

/// What the sales register says of a unit whose serial was told.
fn sale_of(app: &App, unit: &KnownUnit) -> Result<Option<Sale>, AppError> {
    let serial = unit.unit.serial.as_ref();
    Ok(serial.map(|serial| nightbench_store::registry::by_serial(&app.store, serial)).transpose()?.flatten())
}

/// Whether the unit of a half-typed check-in was asked about: by the number it came under, else by its serial.
pub(crate) fn asked_about(app: &App, draft: &IntakeDraft) -> Result<Option<AskedAbout>, AppError> {
    let number = match draft.authorisation() {
        Ok(Some(Authorisation::Number { rma, .. })) => authorisation::by_rma(&app.store, &rma)?,
        Ok(Some(Authorisation::None) | None) | Err(_) => None,
    };
    let serial = SerialNumber::parse(&draft.serial).ok();
    let unit = asked(&app.store, number.map(|number| number.id), None, serial.as_ref())?;
    let Some(unit) = unit else { return Ok(None) };
    let enquiry = known(&app.store, unit.enquiry)?;
    Ok(Some(AskedAbout {
        enquiry: enquiry.id,
        way: enquiry.enquiry.way,
        received_at: enquiry.enquiry.received_at,
        draft: Box::new(draft_of(app, &enquiry, &unit)?),
    }))
}

/// The unit that was received was asked about: from now on the enquiry leads to its work order.
pub(crate) fn took(
    tx: &Tx<'_>,
    ticket: TicketId,
    number: Option<AuthorisationId>,
    draft: Option<DraftId>,
    serial: &SerialNumber,
) -> Result<(), AppError> {
    match asked(tx, number, draft, Some(serial))? {
        Some(unit) => Ok(store::take_up(tx, &unit, ticket)?),
        None => Ok(()),
    }
}

/// The unit that waits to be received, by the surest sign there is of it.
fn asked(
    source: &impl Source,
    number: Option<AuthorisationId>,
    draft: Option<DraftId>,
    serial: Option<&SerialNumber>,
) -> Result<Option<KnownUnit>, AppError> {
    let waits = |unit: &KnownUnit| unit.ticket.is_none();
    let by_number = number.map(|number| store::unit_of_number(source, number)).transpose()?.flatten();
    if let Some(unit) = by_number.filter(waits) {
        return Ok(Some(unit));
    }
    let by_draft = draft.map(|draft| store::unit_of_draft(source, draft)).transpose()?.flatten();
    if let Some(unit) = by_draft.filter(waits) {
        return Ok(Some(unit));
    }
    let serial = serial.filter(|serial| !serial.is_stand_in());
    Ok(serial.map(|serial| store::unit_awaited(source, serial)).transpose()?.flatten())
}

/// The check-in that was begun for a unit, unless it was put away or received since.
pub(super) fn begun(app: &App, unit: &KnownUnit) -> Result<Option<draft::Draft>, AppError> {
    let found = unit.draft.map(|id| draft::by_id(&app.store, id)).transpose()?.flatten();
    Ok(found.filter(|draft| draft.discarded_at.is_none() && unit.ticket.is_none()))
}

/// The check-in of a unit with everything that was said: who, what is wrong, what was tried, and the enquiry as the first
/// documented report.
fn draft_of(app: &App, enquiry: &KnownEnquiry, unit: &KnownUnit) -> Result<IntakeDraft, AppError> {
    let asked = &enquiry.enquiry;
    let language = crate::settings::get(app, ())?.language;
    let symptom = if unit.unit.symptom.is_empty() { asked.words.reveal() } else { &unit.unit.symptom };
    let on = app.day_of(asked.received_at)?;
    let centre = nightbench_store::settings::centre_card(&app.store)?;
    let way = say(language, &format!("way-{}", nightbench_domain::code(&asked.way)), &[]);
    Ok(IntakeDraft {
        serial: unit.unit.serial.as_ref().map(ToString::to_string).unwrap_or_default(),
        model: unit.unit.model.clone(),
        product_class: unit.unit.product_class,
        symptom: symptom.clone(),
        customer: asked.customer.clone(),
        authorisation: unit
            .rma
            .as_ref()
            .map(|rma| DraftAuthorisation::Number { rma: rma.to_string(), sure: false }),
        first_reported: DraftReport {
            on: Some(on),
            to: match language {
                Language::ZhCn => centre.name_zh,
                Language::En => centre.name_en,
            },
            proof: say(language, "enquiry-proof", &[("date", on.to_string().into()), ("way", way.into())]),
            none: false,
        },
        remote_attempts: attempts(app, enquiry.id, language)?,
        ..IntakeDraft::default()
    })
}

/// What was tried from afar, oldest first, a line each.
fn attempts(app: &App, id: EnquiryId, language: Language) -> Result<String, AppError> {
    let mut lines = Vec::new();
    for known in log::of(&app.store, About::Enquiry { id })?.iter().rev() {
        let (Some(result), None) = (known.contact.attempt, known.withdrawn_at) else { continue };
        let result = say(language, &format!("attempt-{}", nightbench_domain::code(&result)), &[]);
        let values = [
            ("date", app.day_of(known.contact.at)?.to_string().into()),
            ("words", known.contact.words.reveal().into()),
            ("result", result.into()),
        ];
        lines.push(say(language, "enquiry-attempt-line", &values));
    }
    Ok(lines.join("\n").chars().take(Intake::TEXT_CHARS_MAX).collect())
}
