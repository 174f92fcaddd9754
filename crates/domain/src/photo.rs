//! What a photo was taken to show, where something asks for a photo of just that. Not the photo itself, which is an
//! attachment, and not what is seen on it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a photo was taken to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PhotoOf {
    /// The label with the serial number, or the place where it should be.
    Label,
}
