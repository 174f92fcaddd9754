//! A sheet of Code 128 labels for things that are no units: places, badges. Each says what is scanned, its name in
//! large letters and two lines under it. It knows neither places nor people; whoever has some calls it. Its looks are
//! in `forms/code_sheet.typ`.

use serde_json::{Value, json};

use crate::FormError;
use crate::application::{code_json, merge, sheet};
use crate::centre::{Printed, ServiceCentre};
use crate::form::FormLanguage;
use crate::grid::{SheetGrid, StartAt};
use crate::words::for_print;

/// Labels with a code each, on as many A4 sheets as they need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeSheet {
    /// The labels, in the order in which they are printed.
    pub labels: Vec<CodeLabel>,
    /// The division of the sheets.
    pub grid: SheetGrid,
    /// The first label to print on.
    pub start: StartAt,
    /// When and where it is printed.
    pub printed: Printed,
}

/// One such label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeLabel {
    /// What a scanner reads: printable ASCII, at most 24 characters to fit the label.
    pub code: String,
    /// What a person reads first: the name of the place, of the colleague.
    pub name: String,
    /// Two lines under it; an empty one takes no room.
    pub captions: [String; 2],
}

impl CodeSheet {
    /// The content as `code_sheet.typ` reads it.
    pub(crate) fn content(&self, language: FormLanguage) -> Result<Value, FormError> {
        let mut content = sheet(language, &ServiceCentre::default(), &self.printed, "none");
        let labels: Result<Vec<Value>, FormError> = self.labels.iter().map(CodeLabel::to_json).collect();
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

impl CodeLabel {
    fn to_json(&self) -> Result<Value, FormError> {
        Ok(json!({
            "code": code_json(&self.code)?,
            "name": for_print(&self.name),
            "captions": self.captions.iter().filter(|line| !line.is_empty()).map(|line| for_print(line)).collect::<Vec<_>>(),
        }))
    }
}
