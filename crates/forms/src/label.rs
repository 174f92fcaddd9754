//! The sticker on a unit while it is in the house: 60 x 40 mm, black only, for a thermal printer. It shows
//! no customer and only the end of the serial number, because it is seen by everyone in the room. Its
//! looks are in `forms/label.typ`.

use chrono::NaiveDate;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use serde_json::{Value, json};

use crate::FormError;
use crate::application::{drawing_json, merge, rma_json, sheet};
use crate::barcode::qr;
use crate::centre::{Printed, ServiceCentre};
use crate::form::FormLanguage;
use crate::words::for_print;

/// A unit's sticker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitLabel {
    /// The number of the intake.
    pub rma: RmaNumber,
    /// The model.
    pub model: String,
    /// The serial number, of which the last four characters are printed.
    pub serial: SerialNumber,
    /// The day the centre took the unit.
    pub received_on: NaiveDate,
    /// When and where it is printed.
    pub printed: Printed,
}

const SERIAL_CHARS_SHOWN: usize = 4;

impl UnitLabel {
    /// The content as `label.typ` reads it.
    pub(crate) fn content(&self, language: FormLanguage) -> Result<Value, FormError> {
        let serial = self.serial.as_str();
        let number = qr::encode(self.rma.as_str()).ok_or(FormError::Barcode)?;
        let hidden = serial.chars().count().saturating_sub(SERIAL_CHARS_SHOWN);
        let mut content = sheet(language, &ServiceCentre::default(), &self.printed, "none");
        merge(
            &mut content,
            json!({
                "rma": rma_json(&self.rma)?,
                "qr": drawing_json(&number),
                "model": for_print(&self.model),
                "serial_tail": serial.chars().skip(hidden).collect::<String>(),
                "received": self.received_on.to_string(),
                "station": for_print(&self.printed.station),
            }),
        );
        Ok(content)
    }
}
