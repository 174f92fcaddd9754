//! Why somebody took something back or set it right, in their own words: it must be said, and fit its field. Who checks
//! more than that of what was typed does it with the noun it belongs to.

use crate::error::AppError;
use nightbench_domain::intake::Intake;

/// The reason as it is kept, without spaces around it.
///
/// # Errors
/// `ReasonRequired` when nothing was said, `NoteTooLong` when it is longer than a record holds.
pub(crate) fn reason(text: &str) -> Result<&str, AppError> {
    let reason = text.trim();
    if reason.is_empty() {
        return Err(AppError::ReasonRequired);
    }
    if reason.chars().count() > Intake::TEXT_CHARS_MAX { Err(AppError::NoteTooLong) } else { Ok(reason) }
}
