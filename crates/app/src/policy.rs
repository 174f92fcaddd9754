//! The policy packs of a station: which are there, which is in force, what they say. Not what they grant
//! (verdict.rs).

use crate::error::AppError;
use crate::station::App;
use nightbench_eligibility::policy::PackPage;
use serde::Serialize;
use ts_rs::TS;

/// A pack of this station.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackRow {
    /// Everything it says.
    pub page: PackPage,
    /// Whether goods bought today are judged by it.
    pub in_force: bool,
    /// When it was installed, milliseconds since 1970 UTC; null for the pack that ships with the program.
    #[ts(type = "number | null")]
    pub installed_at: Option<i64>,
}

/// The packs of this station.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackShelf {
    /// Versions of the commitment, the newest first.
    pub policies: Vec<PackRow>,
}

pub(crate) fn list(app: &App, (): ()) -> Result<PackShelf, AppError> {
    let today = app.today()?;
    let row = PackRow {
        page: app.policy.page(),
        in_force: app.policy.is_in_force(Some(today)),
        installed_at: None,
    };
    Ok(PackShelf { policies: vec![row] })
}
