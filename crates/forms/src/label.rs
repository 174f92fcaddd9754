//! The sticker on a unit while it is in the house: on a label printer's roll or on an A4 sheet of labels, black only.
//! It shows no customer and only the end of the serial number, because it is seen by everyone in the room. Its looks
//! are in `forms/unit_label.typ`.

use chrono::NaiveDate;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use serde_json::{Value, json};

use crate::FormError;
use crate::application::{drawing_json, merge, sheet};
use crate::barcode::{code128, qr};
use crate::centre::{Printed, ServiceCentre};
use crate::form::FormLanguage;
use crate::grid::{SheetGrid, StartAt};
use crate::mark::{Mark, marks_json};
use crate::stock::{LabelStock, on_paper_mm};
use crate::words::{self, for_print};

/// What stands on a unit's sticker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitLabel {
    /// The number of the intake.
    pub rma: RmaNumber,
    /// The model.
    pub model: String,
    /// The serial number, of which the last four characters are printed; or the temporary tag, which is printed whole.
    pub serial: SerialNumber,
    /// The day the centre took the unit.
    pub received_on: NaiveDate,
    /// What must be seen at a glance.
    pub marks: Vec<Mark>,
}

/// Stickers for a label printer, one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollLabels {
    /// What stands on them, in the order in which they are printed.
    pub labels: Vec<UnitLabel>,
    /// The labels in the printer.
    pub stock: LabelStock,
    /// When and where it is printed.
    pub printed: Printed,
}

/// Stickers on as many A4 sheets as they need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelSheet {
    /// The stickers, in the order in which they are printed; copies stand several times.
    pub labels: Vec<UnitLabel>,
    /// The division of the sheets.
    pub grid: SheetGrid,
    /// The first label to print on.
    pub start: StartAt,
    /// When and where it is printed.
    pub printed: Printed,
}

const SERIAL_CHARS_SHOWN: usize = 4;

impl UnitLabel {
    /// The sticker as `unit_label.typ` reads it; `module_mm` gives the width of the narrowest bar for a number of
    /// modules.
    fn to_json(&self, module_mm: impl Fn(usize) -> f64) -> Result<Value, FormError> {
        let number = self.rma.as_str();
        let bars = code128::encode(number).ok_or(FormError::Barcode)?;
        let square = qr::encode(number).ok_or(FormError::Barcode)?;
        let serial = self.serial.as_str();
        let is_tag = self.marks.contains(&Mark::TemporaryTag);
        let hidden = serial.chars().count().saturating_sub(SERIAL_CHARS_SHOWN);
        // A tag is its first word and the number, which stands above it already and would leave the date no room.
        let shown: String = if is_tag {
            serial.split('-').next().unwrap_or_default().to_owned()
        } else {
            serial.chars().skip(hidden).collect()
        };
        // The tag speaks for itself where the serial's end would stand.
        let marks: Vec<Mark> =
            self.marks.iter().copied().filter(|mark| *mark != Mark::TemporaryTag).collect();
        Ok(json!({
            "rma": {
                "text": number,
                "code128": drawing_json(&bars),
                "alt": words::both("paper-code128-alt", &[("text", number.into())]),
            },
            "module": module_mm(bars.modules),
            "qr": drawing_json(&square),
            "model": for_print(&self.model),
            "is_tag": is_tag,
            "serial_tail": shown,
            "received": self.received_on.to_string(),
            "marks": marks_json(&marks),
        }))
    }
}

impl RollLabels {
    /// The content as `label.typ` reads it.
    pub(crate) fn content(&self, language: FormLanguage) -> Result<Value, FormError> {
        let labels: Result<Vec<Value>, FormError> =
            self.labels.iter().map(|label| label.to_json(|modules| self.stock.module_mm(modules))).collect();
        let mut content = sheet(language, &ServiceCentre::default(), &self.printed, "none");
        merge(
            &mut content,
            json!({
                "labels": labels?,
                "stock": self.stock.to_json(),
                "station": for_print(&self.printed.station),
            }),
        );
        Ok(content)
    }
}

impl LabelSheet {
    /// The content as `label_sheet.typ` reads it.
    pub(crate) fn content(&self, language: FormLanguage) -> Result<Value, FormError> {
        let width_mm = self.grid.width_mm();
        let labels: Result<Vec<Value>, FormError> =
            self.labels.iter().map(|label| label.to_json(|modules| on_paper_mm(width_mm, modules))).collect();
        let mut content = sheet(language, &ServiceCentre::default(), &self.printed, "none");
        merge(
            &mut content,
            json!({
                "grid": self.grid.to_json(self.start),
                "labels": labels?,
                "station": for_print(&self.printed.station),
            }),
        );
        Ok(content)
    }
}
