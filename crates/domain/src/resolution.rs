//! What was decided for the customer. It is not the status of the work, not what becomes of the hardware
//! (`disposition`), and not the engine's verdict, which it may leave behind only through a decision of a person.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the customer gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Resolution {
    /// The unit repaired without a charge (保内维修, 3.1).
    FreeRepair,
    /// The unit repaired for the charge that was agreed (保外维修, 4.2).
    PaidRepair,
    /// Another unit of the same model, or of one that is not inferior (换货, 3.2).
    Exchange,
    /// One refund at the price of the receipt (退货, 3.3).
    Refund,
    /// The unit as it came, tested, without a fault (未见异常, 5.5).
    NoFaultFound,
    /// The unit as it came (未维修返还).
    ReturnUnrepaired,
}

/// Why a unit goes back as it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UnrepairedReason {
    /// The customer declined the quote or let it expire.
    QuoteDeclined,
    /// A repair would cost more than the unit is worth (无维修价值).
    BeyondEconomicRepair,
    /// It came without our consent and the company refuses it (3.3).
    WithoutConsent,
    /// The customer asks for it back.
    CustomerWish,
}

/// What the customer chose, as it was said: who, when, in which words (3.2 and 3.3 leave the choice to the customer).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Choice {
    /// Who chose, by name.
    pub who: crate::pii::Pii<String>,
    /// The day it was said or written.
    pub on: NaiveDate,
    /// Their words, or where they stand.
    pub words: crate::pii::Pii<String>,
}

impl Resolution {
    /// Every resolution, what the customer gets most from first.
    pub const ALL: [Self; 6] = [
        Self::Refund,
        Self::Exchange,
        Self::FreeRepair,
        Self::PaidRepair,
        Self::NoFaultFound,
        Self::ReturnUnrepaired,
    ];

    /// Whether the unit that came goes back to the customer.
    #[must_use]
    pub const fn gives_the_unit_back(self) -> bool {
        match self {
            Self::FreeRepair | Self::PaidRepair | Self::NoFaultFound | Self::ReturnUnrepaired => true,
            Self::Exchange | Self::Refund => false,
        }
    }

    /// Whether the unit must pass a test before it goes back (3.1).
    #[must_use]
    pub const fn is_tested(self) -> bool {
        match self {
            Self::FreeRepair | Self::PaidRepair | Self::NoFaultFound => true,
            Self::Exchange | Self::Refund | Self::ReturnUnrepaired => false,
        }
    }

    /// The clause that grants it, or the one that speaks of it.
    #[must_use]
    pub const fn clause(self) -> &'static str {
        match self {
            Self::FreeRepair | Self::ReturnUnrepaired => "3.1",
            Self::PaidRepair => "4.2",
            Self::Exchange => "3.2",
            Self::Refund => "3.3",
            Self::NoFaultFound => "5.5",
        }
    }
}
