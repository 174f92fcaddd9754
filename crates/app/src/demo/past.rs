//! The weeks before: units that were repaired under warranty and given back, some in a week, some after weeks of waiting for a
//! part or a paper. They are what the board measures by; without them it would have nothing to say.

use super::{DemoClock, Dice, Unit, life, received};
use crate::error::AppError;
use crate::intake::{self, ReceiveRequest};
use crate::station::App;
use chrono::{Days, NaiveDate};
use nightbench_domain::unit::ProductClass;
use nightbench_eligibility::facts::Documents;

/// The most units that were given back, whatever the size of the store.
const UNITS_MAX: u32 = 240;
/// The youngest and the oldest of them came so many days ago.
const DAYS_AGO: (u32, u32) = (30, 130);
/// A unit is chosen that was bought within so many days before it came: what it needs is free.
const COVERED_DAYS: i64 = 360;

/// Lets units come and go before today's; how many.
pub(super) fn given_back(
    app: &App,
    clock: &DemoClock,
    dice: &mut Dice,
    units: u32,
    today: NaiveDate,
) -> Result<u32, AppError> {
    let wanted = (units / super::UNITS_PER_TICKET).min(UNITS_MAX);
    let mut given_back = 0;
    for number in 0..wanted {
        let days_ago = DAYS_AGO.1 - number * (DAYS_AGO.1 - DAYS_AGO.0) / wanted.max(1);
        let received_on = today.checked_sub_days(Days::new(days_ago.into())).unwrap_or(today);
        let Some(unit) = covered(dice, units, (received_on, today)) else { continue };
        clock.set(received_on);
        let mut draft = received(dice, &unit, received_on);
        draft.facts.documents = Some(
            Documents { warranty_certificate: Some(true.into()), purchase_proof: Some(true.into()) }.into(),
        );
        let accessories = draft.accessories.clone();
        match intake::receive(app, ReceiveRequest { draft_id: None, intake: draft }) {
            Ok(received) => {
                let stay = life::Stay::rolled(dice);
                life::and_back(
                    app,
                    clock,
                    received.value.id,
                    (number, &accessories),
                    (received_on, today),
                    stay,
                )?;
                given_back += 1;
            }
            // It came a second time while it was here.
            Err(AppError::OpenTicket { .. }) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(given_back)
}

/// A terminal of the register that was under warranty on a day; none where the dice find none.
fn covered(dice: &mut Dice, units: u32, (received_on, today): (NaiveDate, NaiveDate)) -> Option<Unit> {
    (0..100).map(|_| Unit::roll(dice, units, today)).find(|unit| {
        let owned = (received_on - unit.voucher_date).num_days();
        unit.class == ProductClass::Terminal && unit.sale == "正常" && (30..COVERED_DAYS).contains(&owned)
    })
}
