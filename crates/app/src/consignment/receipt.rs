//! The combined receipt of a parcel: one paper for all its units, with what is short, extra and damaged. What stands on
//! it is put together here; how it looks is in `forms/parcel.typ`.

use super::{ConsignmentLine, known, row};
use crate::draft::{self, DraftRef};
use crate::error::{AppError, say};
use crate::station::App;
use crate::ticket_paper;
use nightbench_domain::authorisation::Authorisation;
use nightbench_domain::code;
use nightbench_domain::consignment::{Freight, LineState, Tally};
use nightbench_domain::id::{ConsignmentId, TicketId};
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::waybill::{Carrier, Waybill};
use nightbench_forms::FormLanguage;
use nightbench_forms::centre::Printed;
use nightbench_forms::mark::Mark;
use nightbench_forms::parcel::{Freight as FreightOnPaper, ParcelReceipt, ParcelUnit};
use nightbench_locale::Language;
use nightbench_store::consignment::{self as store, KnownConsignment};
use nightbench_store::intake;
use std::collections::BTreeMap;

/// The parcel a paper is asked for by: a work order of it, or the parcel itself.
pub(crate) fn of_paper(app: &App, id: TicketId) -> Result<ConsignmentId, AppError> {
    match intake::by_id(&app.store, id)? {
        Some(record) => record.intake.consignment.ok_or(AppError::NotFound),
        None => Ok(known(&app.store, ConsignmentId::new(id.uuid()))?.id),
    }
}

pub(crate) fn receipt(
    app: &App,
    id: ConsignmentId,
    language: FormLanguage,
) -> Result<ParcelReceipt, AppError> {
    let parcel = known(&app.store, id)?;
    let lines = row::lines(app, &parcel, store::lines(&app.store, id)?)?;
    let listed = |wanted: &dyn Fn(&ConsignmentLine) -> bool| -> Vec<String> {
        lines.iter().filter(|line| wanted(line)).map(unit_text).collect()
    };
    let Tally { short, extra, .. } = parcel.tally;
    let mut missing = listed(&|line| matches!(line.state, LineState::Short | LineState::Awaited));
    if missing.is_empty() && short > 0 {
        missing.push(counted(language, short));
    }
    let mut unexpected = listed(&|line| line.state == LineState::Extra);
    if unexpected.is_empty() && extra > 0 {
        unexpected.push(counted(language, extra));
    }
    let mut damaged: Vec<String> = lines
        .iter()
        .filter(|line| !line.damage.is_empty())
        .map(|line| format!("{} ({})", unit_text(line), line.damage))
        .collect();
    if !parcel.consignment.damage.is_empty() {
        damaged.insert(0, parcel.consignment.damage.clone());
    }
    Ok(ParcelReceipt {
        centre: ticket_paper::centre(app)?,
        sender: sender(&parcel),
        waybill: parcel.consignment.waybill.as_ref().map_or("", Waybill::as_str).to_owned(),
        carrier: parcel
            .consignment
            .carrier
            .map(|carrier| carrier_name(carrier, language))
            .unwrap_or_default(),
        cartons_announced: parcel.consignment.cartons_announced,
        cartons_counted: parcel.consignment.cartons_counted,
        freight: parcel.consignment.freight.as_ref().map(|freight| match freight {
            Freight::Prepaid => FreightOnPaper::Prepaid,
            Freight::Collect { .. } => FreightOnPaper::Collect,
        }),
        received: received(app, &parcel)?,
        units: lines
            .iter()
            .filter(|line| is_here(line))
            .map(|line| unit(app, line))
            .collect::<Result<_, _>>()?,
        short: missing,
        extra: unexpected,
        damaged,
        printed: ticket_paper::printed(app, app.now_ms())?,
    })
}

/// The instant of receipt, or, when the parcel was recorded on a later day than it came, the beginning of its own.
fn received(app: &App, parcel: &KnownConsignment) -> Result<Printed, AppError> {
    let recorded = ticket_paper::printed(app, parcel.received_at)?;
    let day = parcel.consignment.received_on;
    if recorded.at.date_naive() == day {
        return Ok(recorded);
    }
    let offset = *recorded.at.offset();
    let begins = day.and_hms_opt(0, 0, 0).and_then(|at| at.and_local_timezone(offset).single());
    Ok(Printed { at: begins.unwrap_or(recorded.at), station: recorded.station })
}

fn sender(parcel: &KnownConsignment) -> String {
    let dealer = parcel.shared.get("dealer").and_then(serde_json::Value::as_str).unwrap_or_default();
    let name = parcel.sender_card.name_in_full();
    match (dealer, name.reveal().as_str()) {
        ("", name) => name.to_owned(),
        (dealer, "") => dealer.to_owned(),
        (dealer, name) if name.contains(dealer) => name.to_owned(),
        (dealer, name) => format!("{dealer} · {name}"),
    }
}

/// Every unit that came out of the parcel, also one whose check-in nobody has begun or finished: the sender asks for it.
fn is_here(line: &ConsignmentLine) -> bool {
    line.ticket.is_some() || matches!(line.state, LineState::Here | LineState::Extra)
}

fn unit(app: &App, line: &ConsignmentLine) -> Result<ParcelUnit, AppError> {
    let marks = if line.damage.is_empty() { Vec::new() } else { vec![Mark::DamagedInTransit] };
    if let Some(ticket) = &line.ticket {
        let (model, serial) = (ticket.model.clone(), ticket.serial.as_str().to_owned());
        return Ok(ParcelUnit { rma: Some(ticket.rma.clone()), model, serial, marks });
    }
    // What its check-in says by now is newer than what was scanned.
    let begun = line.draft.map(|id| draft::get(app, DraftRef { id })).transpose()?.map(|saved| saved.draft);
    let begun = begun.unwrap_or_default();
    let typed = SerialNumber::parse(&begun.serial).ok().filter(|serial| !serial.is_stand_in());
    let tag = begun.authorisation().ok().flatten().and_then(|found| match found {
        Authorisation::Number { rma, .. } => Some(rma),
        Authorisation::None => None,
    });
    let serial = match (typed.as_ref().or(line.serial.as_ref()), tag) {
        (Some(serial), _) => serial.as_str().to_owned(),
        (None, Some(rma)) if begun.no_serial => SerialNumber::stand_in(&rma).as_str().to_owned(),
        (None, _) => String::new(),
    };
    let model = if begun.model.trim().is_empty() { line.model.clone() } else { begun.model };
    Ok(ParcelUnit { rma: None, model, serial, marks })
}

fn unit_text(line: &ConsignmentLine) -> String {
    let serial = line.serial.as_ref().map_or("", SerialNumber::as_str);
    format!("{serial} {}", line.model).trim().to_owned()
}

fn languages(language: FormLanguage) -> &'static [Language] {
    match language {
        FormLanguage::ZhCn => &[Language::ZhCn],
        FormLanguage::En => &[Language::En],
        FormLanguage::Both => &[Language::ZhCn, Language::En],
    }
}

fn counted(language: FormLanguage, count: u32) -> String {
    let values = BTreeMap::from([("count".to_owned(), count.to_string())]);
    let said = languages(language).iter().map(|one| say(*one, "announce-summary", &values));
    said.collect::<Vec<_>>().join(" / ")
}

/// A name that is the same in both languages is printed once.
fn carrier_name(carrier: Carrier, language: FormLanguage) -> String {
    let id = format!("carrier-{}", code(&carrier));
    let mut names: Vec<String> =
        languages(language).iter().map(|one| say(*one, &id, &BTreeMap::new())).collect();
    names.dedup();
    names.join(" ")
}
