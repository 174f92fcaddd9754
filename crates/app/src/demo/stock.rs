//! The spare parts of the demonstration: a shelf of what is replaced most, one of it sold out and awaited.

use crate::error::AppError;
use crate::part::{self, PartReceiveRequest, PartSaveRequest};
use crate::part_line::{self, PartNeedRequest};
use crate::station::App;
use chrono::{Days, NaiveDate};
use nightbench_domain::id::{PartId, TicketId};
use nightbench_domain::money::Currency;

/// Number, names, shelf, whether each piece has a serial, cost in fen, pieces.
type Row = (&'static str, &'static str, &'static str, &'static str, bool, u64, u32);

const PARTS: [Row; 10] = [
    ("PB-640-01", "电源板", "Power board", "E-01", false, 21_000, 12),
    ("MB-640-02", "主板", "Main board", "E-01", true, 186_000, 3),
    ("CORE-640", "探测器组件", "Detector assembly", "E-02", true, 640_000, 2),
    ("CORE-384", "探测器组件 384", "Detector assembly 384", "E-02", true, 380_000, 0),
    ("SHT-12", "快门", "Shutter", "E-03", false, 9_800, 20),
    ("OLED-049", "显示屏", "Display", "E-03", false, 32_500, 6),
    ("LENS-35", "物镜 35 mm", "Objective lens 35 mm", "E-04", false, 88_000, 4),
    ("BAT-18650", "电池组", "Battery pack", "E-05", false, 6_900, 40),
    ("SEAL-KIT", "密封圈套件", "Seal kit", "E-05", false, 1_200, 60),
    ("FOC-RING", "调焦环", "Focus ring", "E-04", false, 4_300, 0),
];

/// Puts the parts on stock.
pub(super) fn fill(app: &App) -> Result<Vec<PartId>, AppError> {
    let mut parts = Vec::new();
    for (number, name_zh, name_en, position, is_serialised, cost_minor, pieces) in PARTS {
        let request = PartSaveRequest {
            id: None,
            number: number.to_owned(),
            name_zh: name_zh.to_owned(),
            name_en: name_en.to_owned(),
            position: position.to_owned(),
            is_serialised,
            cost_minor: Some(cost_minor),
            currency: Currency::yuan(),
        };
        let id = part::save(app, request)?.value.id;
        if pieces > 0 {
            part::receive(app, PartReceiveRequest { id, pieces, note: "2026-07".to_owned() })?;
        }
        parts.push(id);
    }
    Ok(parts)
}

/// A work order needs the part that the dice say; what is not here comes in a week.
pub(super) fn need(
    app: &App,
    parts: &[PartId],
    id: TicketId,
    dice: u32,
    today: NaiveDate,
) -> Result<(), AppError> {
    let place = usize::try_from(dice).unwrap_or_default().checked_rem(parts.len()).unwrap_or_default();
    let Some(part) = parts.get(place).copied() else { return Ok(()) };
    let expected_on = today.checked_add_days(Days::new(7));
    part_line::need(app, PartNeedRequest { id, part, quantity: 1, terms: None, expected_on, wait: false })?;
    Ok(())
}
