//! The page by which a printer is set up: rulers and a frame to measure by, and for a label printer bars of one to
//! four dots. Its looks are in `forms/calibration.typ`.

use serde_json::{Value, json};

use crate::application::{merge, sheet};
use crate::centre::{Printed, ServiceCentre};
use crate::form::FormLanguage;
use crate::stock::LabelStock;
use crate::words::for_print;

/// A page to measure a printer by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calibration {
    /// The labels in the printer, with the offset to be tried; `None` for a printer of A4 sheets.
    pub stock: Option<LabelStock>,
    /// When and where it is printed.
    pub printed: Printed,
}

impl Calibration {
    /// The content as `calibration.typ` reads it.
    pub(crate) fn content(&self, language: FormLanguage) -> Value {
        let a4 = json!({ "width": 210.0, "height": 297.0, "right": 0.0, "down": 0.0, "dot": null });
        let mut content = sheet(language, &ServiceCentre::default(), &self.printed, "none");
        let page = self.stock.map_or(a4, LabelStock::to_json);
        merge(&mut content, json!({ "page": page, "station": for_print(&self.printed.station) }));
        content
    }
}
