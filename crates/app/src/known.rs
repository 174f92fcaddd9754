//! What is known of one unit before anybody looked at it: what the masters and the sales register say of its serial,
//! its model and the dealer it came from, each as of when. Not what follows from it (claim.rs). Loaded once per
//! question, from the store or from the transaction that writes.

use crate::draft::IntakeDraft;
use crate::error::AppError;
use nightbench_domain::intake::Intake;
use nightbench_domain::registry::Sale;
use nightbench_domain::serial::SerialNumber;
use nightbench_store::{Source, registry};

/// What masters and register say of a unit. The default knows nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known {
    /// What the register says of the serial.
    pub sale: Option<Sale>,
    /// When the register was last imported, milliseconds since 1970 UTC.
    pub register_as_of: Option<i64>,
}

/// The unit that is asked about, as far as somebody said which it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked<'a> {
    /// Its serial, once it is one.
    pub serial: Option<&'a SerialNumber>,
    /// Its model as typed, or empty.
    pub model: &'a str,
    /// The dealer as typed, or empty.
    pub dealer: &'a str,
}

impl Known {
    /// Looks a unit up.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn of(source: &impl Source, asked: &Asked<'_>) -> Result<Self, AppError> {
        let sale = asked.serial.map(|serial| registry::by_serial(source, serial)).transpose()?.flatten();
        Ok(Self { sale, register_as_of: registry::newest_import(source)?.map(|import| import.imported_at) })
    }

    /// What is known of the unit of a half-typed intake.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn of_draft(source: &impl Source, draft: &IntakeDraft) -> Result<Self, AppError> {
        let serial = SerialNumber::parse(&draft.serial).ok();
        Self::of(source, &Asked { serial: serial.as_ref(), model: &draft.model, dealer: &draft.dealer })
    }

    /// What is known of a received unit.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn of_intake(source: &impl Source, intake: &Intake) -> Result<Self, AppError> {
        Self::of(
            source,
            &Asked { serial: Some(&intake.serial), model: &intake.model, dealer: &intake.dealer },
        )
    }
}
