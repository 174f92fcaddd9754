//! The parcels of the demonstration: one at the door with twelve units announced, and one that was unpacked, with a unit
//! short and one damaged on the way.

use super::{Dice, SYMPTOMS, Unit};
use crate::consignment::{
    self, ConsignmentAnnounce, ConsignmentClose, ConsignmentDamageRequest, ConsignmentReceive,
    ConsignmentShare, ConsignmentUnitRequest,
};
use crate::draft::IntakeDraft;
use crate::error::AppError;
use crate::intake::{self, ReceiveRequest};
use crate::station::App;
use chrono::NaiveDate;
use nightbench_domain::customer::Customer;
use nightbench_domain::id::ConsignmentId;

const SENDER: &str = "成都夜行者户外";

/// Receives the parcel that waits at the door, unopened.
pub(super) fn unopened(app: &App, dice: &mut Dice, units: u32, today: NaiveDate) -> Result<(), AppError> {
    announced(app, "SF1400200300401", &rolled(dice, units, today, 12)).map(drop)
}

/// Receives and unpacks a parcel of four, of which three came. Returns how many were checked in.
pub(super) fn unpacked(app: &App, dice: &mut Dice, units: u32, today: NaiveDate) -> Result<u32, AppError> {
    let serials = rolled(dice, units, today, 4);
    let id = announced(app, "YT7600500400301", &serials)?;
    let mut received = 0;
    for serial in serials.iter().take(3) {
        let request = ConsignmentUnitRequest { id, serial: serial.clone() };
        let unit = consignment::unit(app, request)?.value;
        if received == 1 {
            let note = "外壳一角开裂".to_owned();
            consignment::damage(app, ConsignmentDamageRequest { id, line: Some(unit.line.id), note })?;
        }
        let Some(saved) = unit.draft else { continue };
        let symptom = (*dice.pick(&SYMPTOMS, &"")).to_owned();
        let intake = IntakeDraft { symptom, ..saved.draft };
        match intake::receive(app, ReceiveRequest { draft_id: Some(saved.id), intake }) {
            Ok(_) => received += 1,
            // The dice may choose a unit that is here already; it stays in the parcel without a number.
            Err(AppError::OpenTicket { .. } | AppError::Intake(_)) => {}
            Err(other) => return Err(other),
        }
    }
    consignment::close(app, ConsignmentClose { id, anyway: true })?;
    Ok(received)
}

fn rolled(dice: &mut Dice, units: u32, today: NaiveDate, count: usize) -> Vec<String> {
    (0..count).map(|_| Unit::roll(dice, units, today).serial).collect()
}

fn announced(app: &App, waybill: &str, serials: &[String]) -> Result<ConsignmentId, AppError> {
    let request = ConsignmentReceive {
        waybill: waybill.to_owned(),
        cartons_announced: Some(1),
        cartons_counted: Some(1),
        ..ConsignmentReceive::default()
    };
    let id = consignment::receive(app, request)?.value.consignment.row.id;
    let shared = IntakeDraft {
        customer: Customer {
            name: format!("{SENDER} 售后").into(),
            phone: "02800005966".to_owned().into(),
            ..Customer::default()
        },
        dealer: SENDER.to_owned(),
        paper_form: Some(true),
        ..IntakeDraft::default()
    };
    consignment::share(app, ConsignmentShare { id, shared: Box::new(shared) })?;
    consignment::announce(app, ConsignmentAnnounce { id, text: serials.join("\n") })?;
    Ok(id)
}
