//! The A4 sheets of labels that stationers sell, and which places of one are printed on. Only the division of the
//! sheet: what stands on a label is in the file of its name.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

/// How an A4 sheet is divided into labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
pub enum SheetGrid {
    /// 24 labels of 70 x 37 mm without gaps, the sheet's full width.
    #[default]
    #[serde(rename = "3x8")]
    ThreeByEight,
    /// 21 labels of 63.5 x 38.1 mm with margins and a gap between the columns.
    #[serde(rename = "3x7")]
    ThreeBySeven,
}

/// Where printing starts on a sheet that was begun before: 1 is the upper left label, then along the row. Further
/// sheets start at their first label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct StartAt(u8);

/// The sheet has no label of that number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the sheet has labels 1 to {last}")]
pub struct NoSuchLabel {
    /// The number of its last label.
    pub last: u8,
}

impl SheetGrid {
    /// Both divisions.
    pub const ALL: [Self; 2] = [Self::ThreeByEight, Self::ThreeBySeven];

    /// How many labels a sheet has.
    #[must_use]
    pub const fn labels(self) -> u8 {
        match self {
            Self::ThreeByEight => 24,
            Self::ThreeBySeven => 21,
        }
    }

    /// The start of printing at a label of this sheet.
    ///
    /// # Errors
    /// When the sheet has no label of that number.
    pub const fn start_at(self, label: u8) -> Result<StartAt, NoSuchLabel> {
        if label >= 1 && label <= self.labels() {
            Ok(StartAt(label))
        } else {
            Err(NoSuchLabel { last: self.labels() })
        }
    }

    /// The width of a label in millimetres.
    pub(crate) const fn width_mm(self) -> f64 {
        match self {
            Self::ThreeByEight => 70.0,
            Self::ThreeBySeven => 63.5,
        }
    }

    /// The sizes in millimetres, as the templates read them.
    pub(crate) fn to_json(self, start: StartAt) -> Value {
        let (rows, height, left, top, gap) = match self {
            // 8 x 37 leaves half a millimetre above and below.
            Self::ThreeByEight => (8, 37.0, 0.0, 0.5, 0.0),
            Self::ThreeBySeven => (7, 38.1, 7.21, 15.15, 2.54),
        };
        json!({
            "columns": 3, "rows": rows, "width": self.width_mm(), "height": height,
            "left": left, "top": top, "gap": gap, "skip": start.0.saturating_sub(1),
        })
    }
}

impl Default for StartAt {
    fn default() -> Self {
        Self(1)
    }
}

#[cfg(test)]
mod tests {
    use super::SheetGrid;

    #[test]
    fn a_used_sheet_goes_on_at_any_of_its_labels_and_at_no_other() {
        for grid in SheetGrid::ALL {
            assert!(grid.start_at(1).is_ok() && grid.start_at(grid.labels()).is_ok());
            assert!(grid.start_at(0).is_err() && grid.start_at(grid.labels() + 1).is_err());
        }
    }
}
