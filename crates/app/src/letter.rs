//! Letters to a customer, ready to be copied: one text for each occasion of an enquiry or a work order, in both languages,
//! with what stands on record filled in. Nothing is sent, and nothing is recorded by it.

use crate::error::AppError;
use crate::station::App;
use crate::verdict;
use nightbench_domain::code;
use nightbench_domain::contact::About;
use nightbench_domain::id::{EnquiryId, TicketId};
use nightbench_domain::pii::Pii;
use nightbench_domain::ticket::Status;
use nightbench_locale::{Language, Value, long_date, say};
use nightbench_store::settings::{CentreCard, centre_card};
use nightbench_store::{enquiry, intake, ticket};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The occasion of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LetterKind {
    /// The enquiry is here and will be answered.
    Asked,
    /// The unit may be sent in, under which number and where to.
    SendIn,
    /// The unit is here.
    Received,
    /// A quote waits for an answer.
    QuoteWaiting,
    /// The unit can be collected or is on its way.
    Ready,
    /// The repair takes longer than 20 working days (3.1).
    Delayed,
    /// What was asked for is not granted, said politely.
    Refused,
}

/// A letter in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Letter {
    /// Its occasion.
    pub kind: LetterKind,
    /// Its language.
    pub language: Language,
    /// The whole text.
    pub text: Pii<String>,
    /// Whether the record is at this occasion now.
    pub is_fitting: bool,
}

impl LetterKind {
    /// The occasions of an enquiry.
    const OF_ENQUIRY: [Self; 2] = [Self::Asked, Self::SendIn];
    /// The occasions of a work order.
    const OF_TICKET: [Self; 5] =
        [Self::Received, Self::QuoteWaiting, Self::Ready, Self::Delayed, Self::Refused];
}

/// What the texts speak of, in one language.
type Values = Vec<(&'static str, String)>;

/// Every letter of an enquiry or a work order in both languages, those that fit now first.
pub(crate) fn list(app: &App, about: About) -> Result<Vec<Letter>, AppError> {
    let mut letters = Vec::new();
    for language in [crate::settings::get(app, ())?.language, Language::ZhCn, Language::En] {
        if letters.iter().any(|letter: &Letter| letter.language == language) {
            continue;
        }
        match about {
            About::Ticket { id } => letters.extend(of_ticket(app, id, language)?),
            About::Enquiry { id } => letters.extend(of_enquiry(app, id, language)?),
        }
    }
    letters.sort_by_key(|letter| !letter.is_fitting);
    Ok(letters)
}

fn of_ticket(app: &App, id: TicketId, language: Language) -> Result<Vec<Letter>, AppError> {
    let row = ticket::by_id(&app.store, id)?.ok_or(AppError::NotFound)?;
    let record = intake::by_id(&app.store, id)?.ok_or(AppError::NotFound)?;
    let facts = serde_json::from_value(record.facts).map_err(AppError::BadRequest)?;
    let verdict = verdict::assess_intake(app, &record.intake, &facts)?.verdict;
    let clauses: Vec<String> = verdict.excluded_by.iter().map(code).collect();
    let mut values = signed(&centre_card(&app.store)?, language);
    values.extend([
        ("name", row.customer_name.reveal().clone()),
        ("rma", row.rma.to_string()),
        ("serial", row.serial.to_string()),
        ("model", row.model.clone()),
        ("received", long_date(language, row.received_on)),
        ("target", long_date(language, row.cycle.target_on)),
        ("limit", long_date(language, row.cycle.limit_on)),
        ("clauses", if clauses.is_empty() { "none".to_owned() } else { clauses.join(", ") }),
    ]);
    let is_exceeded = row.is_open && app.today()? > row.cycle.limit_on;
    let fits = |kind| match kind {
        LetterKind::Received => row.status == Status::ToBeDiagnosed && !is_exceeded,
        LetterKind::QuoteWaiting => row.status == Status::AwaitingAgreement,
        LetterKind::Ready => matches!(row.status, Status::Ready | Status::Unclaimed),
        LetterKind::Delayed => is_exceeded,
        LetterKind::Refused | LetterKind::Asked | LetterKind::SendIn => false,
    };
    Ok(LetterKind::OF_TICKET.map(|kind| letter(kind, language, &values, fits(kind))).into())
}

fn of_enquiry(app: &App, id: EnquiryId, language: Language) -> Result<Vec<Letter>, AppError> {
    let known = enquiry::by_id(&app.store, id)?.ok_or(AppError::NotFound)?;
    let numbers: Vec<String> = enquiry::units(&app.store, id)?
        .into_iter()
        .filter_map(|unit| {
            let rma = unit.rma?;
            let serial = unit.unit.serial.map(|serial| serial.to_string()).unwrap_or_default();
            Some(if serial.is_empty() { rma.to_string() } else { format!("{rma} ({serial})") })
        })
        .collect();
    let mut values = signed(&centre_card(&app.store)?, language);
    values.extend([
        ("name", known.enquiry.customer.name.reveal().clone()),
        ("received", long_date(language, app.day_of(known.enquiry.received_at)?)),
        ("due", app.local(known.reply_due_at)?.format("%Y-%m-%d %H:%M").to_string()),
        ("numbers", numbers.join("\n")),
    ]);
    let kinds = LetterKind::OF_ENQUIRY.into_iter();
    let kinds = kinds.filter(|kind| *kind != LetterKind::SendIn || !numbers.is_empty());
    Ok(kinds
        .map(|kind| {
            let is_fitting = (kind == LetterKind::SendIn) != numbers.is_empty();
            letter(kind, language, &values, is_fitting)
        })
        .collect())
}

/// The centre as its card says; an address that is not filled is `none`.
fn signed(centre: &CentreCard, language: Language) -> Values {
    let (name, address) = match language {
        Language::ZhCn => (&centre.name_zh, &centre.address_zh),
        Language::En => (&centre.name_en, &centre.address_en),
    };
    let address = if address.trim().is_empty() { "none" } else { address };
    vec![("centre", name.clone()), ("address", address.to_owned()), ("phone", centre.phone.clone())]
}

fn letter(kind: LetterKind, language: Language, values: &Values, is_fitting: bool) -> Letter {
    let of = |wanted: &str| values.iter().find(|(name, _)| *name == wanted).map_or("", |(_, value)| value);
    let phone = match of("phone") {
        "" => String::new(),
        phone => say(language, "letter-phone", &[("phone", phone.into())]),
    };
    let values: Vec<(&str, Value<'_>)> =
        values.iter().map(|(name, value)| (*name, Value::from(value.as_str()))).collect();
    let body = say(language, &format!("letter-{}", code(&kind)), &values);
    // What the centre's card leaves out leaves no gap.
    let signature: Vec<&str> =
        [of("centre"), phone.as_str()].into_iter().filter(|line| !line.is_empty()).collect();
    let text = format!("{}\n\n{}", body.trim(), signature.join("\n"));
    Letter { kind, language, text: text.trim().to_owned().into(), is_fitting }
}
