//! What a scanned or typed code means: an RMA number, a serial, the QR code of a form, or a text to
//! search for. Called from wherever a scan lands.

use crate::authorisation::{self, AuthorisationRow};
use crate::consignment::{self, ConsignmentRow};
use crate::draft::{DraftAuthorisation, DraftReport, IntakeDraft};
use crate::enquiry;
use crate::error::AppError;
use crate::known::{Asked, Known};
use crate::pin;
use crate::repeat::{self, Repeats};
use crate::station::App;
use crate::ticket::TicketRow;
use nightbench_domain::customer::Customer;
use nightbench_domain::id::DraftId;
use nightbench_domain::place::{Place, PlaceCode};
use nightbench_domain::registry::Sale;
use nightbench_domain::rma::{RmaError, RmaNumber};
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::user::User;
use nightbench_domain::waybill::{Carrier, Waybill};
use nightbench_forms::paper_record::{PaperRecord, PaperRecordError};
use nightbench_store::{Source, draft, intake, place, registry, ticket as store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `scan_resolve`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScanRequest {
    /// What the scanner sent, without its prefix and suffix.
    pub text: String,
}

/// What a code means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Scan {
    /// An RMA number of this store.
    Ticket {
        /// Its work order.
        row: Box<TicketRow>,
    },
    /// A number that was given before its unit came, and waits for it: it begins the check-in.
    Authorisation {
        /// Its record.
        row: Box<AuthorisationRow>,
        /// The check-in, as far as it was said when the number was given.
        draft: Box<IntakeDraft>,
    },
    /// A good RMA number that this store has not seen.
    Foreign {
        /// The number.
        rma: RmaNumber,
        /// A check-in under it, should its unit have come here.
        draft: Box<IntakeDraft>,
    },
    /// It has the shape of an RMA number and a character was misread.
    Misread {
        /// The code as scanned.
        text: String,
    },
    /// The waybill of a parcel that was received.
    Consignment {
        /// That parcel.
        row: Box<ConsignmentRow>,
    },
    /// A code nobody knows here that has the shape of a carrier's number: a parcel is at the door.
    Waybill {
        /// The number, folded.
        waybill: Waybill,
        /// The carrier whose numbers look like it.
        carrier: Carrier,
        /// The same code as a serial, if it can be one: a shape proves nothing.
        serial: Option<SerialNumber>,
    },
    /// A serial number: known from the register or a work order, or new.
    Unit {
        /// The folded serial.
        serial: SerialNumber,
        /// What the register says.
        sale: Option<Box<Sale>>,
        /// When the register was last imported, milliseconds since 1970 UTC.
        register_as_of: Option<i64>,
        /// Its open work order.
        open: Option<Box<TicketRow>>,
        /// All its work orders, newest first.
        tickets: Vec<TicketRow>,
        /// The check-in of it that was begun and not received.
        draft: Option<DraftId>,
        /// Other serials that look like it.
        look_alikes: Vec<LookAlike>,
        /// While neither register nor work order names its model: the one model whose serials look like this one.
        fits_model: Option<String>,
        /// How soon it came back, and what its batch suffers from.
        repeats: Repeats,
    },
    /// The QR code of an application form: the intake it carries.
    Form {
        /// The intake, as printed.
        draft: Box<IntakeDraft>,
        /// The number printed on the form, if it had one.
        rma: Option<RmaNumber>,
        /// The work order of that number, if it is in this store.
        ticket: Option<Box<TicketRow>>,
    },
    /// The label of a place in use.
    Place {
        /// Which.
        place: Place,
    },
    /// Somebody's badge: who signs in by it.
    Badge {
        /// Who.
        user: User,
    },
    /// None of these: a text to search for.
    Text {
        /// The text.
        text: String,
    },
}

/// A known serial that a person might confuse with the one scanned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LookAlike {
    /// The other serial.
    pub serial: SerialNumber,
    /// Its model, or empty.
    pub model: String,
    /// Whether the register holds it.
    pub registered: bool,
    /// The number of its open work order.
    pub open: Option<RmaNumber>,
}

pub(crate) fn resolve(app: &App, request: ScanRequest) -> Result<Scan, AppError> {
    let text = request.text.trim();
    match PaperRecord::decode(text) {
        Ok(record) => return form(app, record),
        Err(PaperRecordError::Damaged | PaperRecordError::Content) => {
            return Ok(Scan::Misread { text: text.to_owned() });
        }
        Err(PaperRecordError::Foreign) => {}
    }
    match RmaNumber::parse(text) {
        Ok(rma) => {
            return number(app, rma);
        }
        Err(RmaError::Check) => return Ok(Scan::Misread { text: text.to_owned() }),
        Err(RmaError::Shape) => {}
    }
    let place =
        PlaceCode::parse(text).ok().map(|code| place::by_code(&app.store, &code)).transpose()?.flatten();
    if let Some(place) = place.filter(|place| place.is_active) {
        return Ok(Scan::Place { place });
    }
    if let Some(owner) = pin::badge_owner(&app.store, text)? {
        return Ok(Scan::Badge { user: owner.user });
    }
    // A word or a name is searched for; what has a digit in it is taken for a serial.
    let serial = SerialNumber::parse(text).ok();
    let serial = serial.filter(|serial| serial.as_str().contains(|c: char| c.is_ascii_digit()));
    if let Some(rma) = serial.as_ref().and_then(SerialNumber::stood_for) {
        return number(app, rma);
    }
    if let Some(parcel) = parcel(app, text, serial.as_ref())? {
        return Ok(parcel);
    }
    match serial {
        Some(serial) => unit(app, serial),
        None => Ok(Scan::Text { text: text.to_owned() }),
    }
}

/// A waybill, unless the code is a serial that is known here: what is known always comes before what only looks like
/// something.
fn parcel(app: &App, text: &str, serial: Option<&SerialNumber>) -> Result<Option<Scan>, AppError> {
    let Ok(waybill) = Waybill::parse(text) else { return Ok(None) };
    if let Some(serial) = serial
        && (registry::by_serial(&app.store, serial)?.is_some()
            || !intake::by_serial(&app.store, serial)?.is_empty()
            || draft_of(&app.store, serial)?.is_some())
    {
        return Ok(None);
    }
    if let Some(known) = nightbench_store::consignment::by_waybill(&app.store, &waybill)? {
        return Ok(Some(Scan::Consignment { row: Box::new(consignment::row(app, &known)?) }));
    }
    let carrier = waybill.suggested_carrier();
    Ok(carrier.map(|carrier| Scan::Waybill { waybill, carrier, serial: serial.cloned() }))
}

fn number(app: &App, rma: RmaNumber) -> Result<Scan, AppError> {
    if let Some(row) = store::by_rma(&app.store, &rma)? {
        return Ok(Scan::Ticket { row: Box::new(app.row(row)?) });
    }
    let waiting = authorisation::given(app, &rma)?.filter(|given| given.cancelled_at.is_none());
    let received_on = Some(app.today()?);
    let Some(row) = waiting else {
        let quoted = DraftAuthorisation::Number { rma: rma.to_string(), sure: false };
        let draft = IntakeDraft { authorisation: Some(quoted), received_on, ..IntakeDraft::default() };
        return Ok(Scan::Foreign { rma, draft: Box::new(draft) });
    };
    let begun = match enquiry::sent_in_under(app, row.id)? {
        Some(asked) => asked,
        None => authorisation::begun_by(&row),
    };
    let draft = IntakeDraft { received_on, ..begun };
    Ok(Scan::Authorisation { row: Box::new(row), draft: Box::new(draft) })
}

fn unit(app: &App, serial: SerialNumber) -> Result<Scan, AppError> {
    let tickets = intake::by_serial(&app.store, &serial)?;
    let mut rows = Vec::new();
    for ticket in tickets {
        rows.extend(store::by_id(&app.store, ticket.id)?);
    }
    let open = rows.iter().find(|row| row.is_open).cloned();
    let typed = rows.first().map(|row| row.model.clone()).unwrap_or_default();
    let asked = Asked { serial: Some(&serial), model: &typed, ..Asked::default() };
    let fits_model = Known::of(&app.store, &asked)?.fitting_model(&app.store)?;
    let sale = registry::by_serial(&app.store, &serial)?;
    let model = sale.as_ref().filter(|_| typed.is_empty()).map_or(&typed, |sale| &sale.model);
    let open_id = open.as_ref().map(|row| row.id);
    Ok(Scan::Unit {
        register_as_of: crate::registry::as_of(app)?,
        open: open.map(|row| app.row(row)).transpose()?.map(Box::new),
        tickets: app.rows(rows)?,
        draft: draft_of(&app.store, &serial)?,
        look_alikes: look_alikes(app, &serial)?,
        repeats: repeat::of(app, &app.store, &serial, model, open_id, app.today()?)?,
        fits_model,
        sale: sale.map(Box::new),
        serial,
    })
}

/// The check-in of this serial that was begun last and not received.
pub(crate) fn draft_of(source: &impl Source, serial: &SerialNumber) -> Result<Option<DraftId>, AppError> {
    let is_same = |draft: &draft::Draft| {
        let typed = draft.content.get("serial").and_then(serde_json::Value::as_str).unwrap_or_default();
        SerialNumber::parse(typed).is_ok_and(|typed| typed == *serial)
    };
    Ok(draft::list(source)?.into_iter().find(is_same).map(|draft| draft.id))
}

fn form(app: &App, record: PaperRecord) -> Result<Scan, AppError> {
    let ticket = store::by_rma(&app.store, &record.rma)?.map(|row| app.row(row)).transpose()?;
    let purchase = serde_json::json!({
        "purchase": { "voucher_date": record.voucher_date, "contract_date": record.contract_date },
    });
    let customer = record.customer.map(|customer| Customer {
        name: customer.name,
        phone: customer.phone,
        ..Customer::default()
    });
    let draft = IntakeDraft {
        serial: record.serial.as_str().to_owned(),
        model: record.model.unwrap_or_default(),
        product_class: Some(record.product_class),
        symptom: record.symptom,
        customer: customer.unwrap_or_default(),
        received_on: Some(app.today()?),
        first_reported: DraftReport { on: record.first_reported_on, ..DraftReport::default() },
        remedy_wanted: record.remedy_wanted,
        paper_form: Some(true),
        facts: serde_json::from_value(purchase).map_err(AppError::BadRequest)?,
        ..IntakeDraft::default()
    };
    Ok(Scan::Form { draft: Box::new(draft), rma: Some(record.rma), ticket: ticket.map(Box::new) })
}

/// Known serials, from work orders and the register, that a person might confuse with this one.
pub(crate) fn look_alikes(app: &App, serial: &SerialNumber) -> Result<Vec<LookAlike>, AppError> {
    if serial.is_stand_in() {
        return Ok(Vec::new());
    }
    let mut found: Vec<LookAlike> = Vec::new();
    for row in store::look_alikes(&app.store, serial)? {
        if found.iter().all(|known| known.serial != row.serial) {
            found.push(LookAlike {
                registered: registry::by_serial(&app.store, &row.serial)?.is_some(),
                open: row.is_open.then_some(row.rma),
                model: row.model,
                serial: row.serial,
            });
        }
    }
    for sale in registry::look_alikes(&app.store, serial)? {
        if found.iter().all(|known| known.serial != sale.serial) {
            found.push(LookAlike { serial: sale.serial, model: sale.model, registered: true, open: None });
        }
    }
    Ok(found)
}
