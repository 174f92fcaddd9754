//! Numbered tags printed ahead, to be tied to units while there is no computer: the number as a bar code and lines for
//! a pen. What is written on one is entered later with its true time. Its looks are in `forms/tag_sheet.typ`; the
//! empty application form with the same number is `application::BlankForm`.

use nightbench_domain::rma::RmaNumber;
use serde_json::{Value, json};

use crate::FormError;
use crate::application::{merge, rma_json, sheet};
use crate::centre::{Printed, ServiceCentre};
use crate::form::FormLanguage;
use crate::words::for_print;

/// Tags on as many A4 sheets as they need, eight on one, to be cut apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagSheet {
    /// The reserved numbers, a tag each.
    pub numbers: Vec<RmaNumber>,
    /// Who takes the units in.
    pub centre: ServiceCentre,
    /// When and where it is printed.
    pub printed: Printed,
}

impl TagSheet {
    /// The content as `tag_sheet.typ` reads it.
    pub(crate) fn content(&self, language: FormLanguage) -> Result<Value, FormError> {
        let mut content = sheet(language, &self.centre, &self.printed, "none");
        let tags: Result<Vec<Value>, FormError> = self.numbers.iter().map(rma_json).collect();
        merge(&mut content, json!({ "tags": tags?, "station": for_print(&self.printed.station) }));
        Ok(content)
    }
}
