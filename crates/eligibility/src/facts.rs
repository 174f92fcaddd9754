//! What is known of a claim. Not what follows from it (verdict.rs), and not where it was written down: the intake,
//! the register and the technician each contribute, the app puts them together.
//!
//! Every fact is in one of three states: not asked (`None`), asked without an answer ([`Answer::Unavailable`]), or
//! known. The first two are equally unknown to the rules; only the next question tells them apart. The JSON form is
//! contracts.md section 1; reading it is in facts/read.rs, and
//! in facts/stream.rs when there is nothing wrong with it.

mod read;
mod stream;
mod twins;

pub use nightbench_domain::claim::RepairScope;
pub use read::{Expected, FactsError, FactsFault, RefusedFacts};

use chrono::NaiveDate;
use nightbench_domain::claim::{ClaimObject, Finding};
use nightbench_domain::ledger::SeenRepair;
use nightbench_domain::unit::{ProductClass, SaleKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A fact that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(untagged)]
pub enum Answer<T> {
    /// The answer.
    Known(T),
    /// There was none, and asking again is of no use.
    Unavailable(Unavailable),
}

/// The word `"unavailable"` in the place of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Unavailable {
    /// Asked, no answer.
    Unavailable,
}

impl<T> Answer<T> {
    /// Asked, no answer.
    pub const UNAVAILABLE: Self = Self::Unavailable(Unavailable::Unavailable);

    /// The answer, if there was one.
    #[must_use]
    pub const fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Unavailable(_) => None,
        }
    }
}

impl<T> From<T> for Answer<T> {
    fn from(value: T) -> Self {
        Self::Known(value)
    }
}

/// Everything the rules may know of one claim. The default knows nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Facts {
    /// The caller's name for the claim, given back in the verdict; no rule reads it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    /// What kind of product the unit is (2.T).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_class: Option<Answer<ProductClass>>,
    /// Whether the unit or a part is claimed for (reading 20).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim_object: Option<Answer<ClaimObject>>,
    /// When it was bought (2.1, 2.N1).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchase: Option<Answer<Purchase>>,
    /// The day of the customer's first documented claim, else of receipt at the centre (reading 6).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim_date: Option<Answer<NaiveDate>>,
    /// How the unit was sold or lent (2.N2, 3.3.N).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sale_kind: Option<Answer<SaleKind>>,
    /// What the purchase contract says beside the table (0, 2.1). Not seen is not the same as seen and empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<Answer<Contract>>,
    /// What the technician established; an empty list is a diagnosis too: no fault in the claim's scope.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub findings: Option<Answer<Vec<Finding>>>,
    /// Whether a defect of material or workmanship of the consumable is proven (5.7).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consumable_defect: Option<Answer<bool>>,
    /// The papers of 5.8; `false` = it cannot be produced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documents: Option<Answer<Documents>>,
    /// The serial number on the unit (5.8).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub serial: Option<Answer<Serial>>,
    /// Whether the unit came from an authorised source (5.12).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authorised_source: Option<Answer<bool>>,
    /// Whether the original accessories came with the unit (3.2, 3.3).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessories_complete: Option<Answer<bool>>,
    /// Whether the company consented before the unit was sent (3.3); `false` = sent without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub return_consent: Option<Answer<bool>>,
    /// Earlier repairs of this unit (2.2); absent = none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prior_repairs: Option<Answer<Vec<PriorRepair>>>,
    /// Whether a last day rolls over rest days (Civil Code 203, 204); absent = it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counting: Option<Answer<Counting>>,
    /// Who bought it. Serves statutory overlays only and never changes an outcome, like the three below.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub buyer: Option<Answer<Buyer>>,
    /// The country whose law protects the buyer, two capital letters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Answer<String>>,
    /// How it was bought.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchase_channel: Option<Answer<PurchaseChannel>>,
    /// The day the buyer had the goods in hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goods_received_on: Option<Answer<NaiveDate>>,
}

/// The dates of the purchase. They may differ (reading 7).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Purchase {
    /// The date on the original purchase voucher (2.1).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voucher_date: Option<Answer<NaiveDate>>,
    /// The date of the original purchase contract (2.N1).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract_date: Option<Answer<NaiveDate>>,
}

/// What a purchase contract that was seen says of its own. A field that is not there: the table's value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Contract {
    /// Warranty of the unit in months, 0 to 1200; brings a special-price prototype into the policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_months: Option<Answer<u32>>,
    /// Warranty of parts in months, 0 to 1200.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_months: Option<Answer<u32>>,
    /// Days in which a refund can be claimed, 0 to 36500, instead of the 7 of clause 3.3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub return_days: Option<Answer<u32>>,
    /// Days in which an exchange can be claimed, 0 to 36500, instead of the 30 of clause 3.2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exchange_days: Option<Answer<u32>>,
    /// The day from which warranty and windows run, instead of the purchase date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period_starts_on: Option<Answer<NaiveDate>>,
    /// `true` lifts 3.3.N for special-price goods (not for prototypes).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub special_price_return: Option<Answer<bool>>,
    /// `true` brings a borrowed unit into the policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub covers_borrowed: Option<Answer<bool>>,
    /// `true`: a fee inside the warranty was agreed (1.2). It is noted and changes no outcome.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee_inside_warranty: Option<Answer<bool>>,
}

/// The two papers of 5.8.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Documents {
    /// A valid warranty certificate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warranty_certificate: Option<Answer<bool>>,
    /// A valid original invoice or receipt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchase_proof: Option<Answer<bool>>,
}

/// The serial number as the unit bears it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Serial {
    /// The state of the label.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Answer<SerialLabel>>,
    /// Whether unit, certificate and registry agree on model and serial.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matches: Option<Answer<bool>>,
}

/// The state of a serial label as far as 5.8 asks. The bench knows more states; contracts.md maps them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SerialLabel {
    /// Original, or replaced by us.
    Readable,
    /// Changed, replaced, torn or beyond recognition (5.8c).
    Unreadable,
    /// There is none (5.8d).
    Absent,
}

impl SerialLabel {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Readable, Self::Unreadable, Self::Absent];
}

/// An earlier repair of the unit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct PriorRepair {
    /// The day it was handed to the carrier or the customer (reading 12). Unknown: it proves no cover.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completed: Option<Answer<NaiveDate>>,
    /// What it repaired, seen from the item now claimed for. Unknown: it proves no cover.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<Answer<RepairScope>>,
}

impl From<SeenRepair> for PriorRepair {
    fn from(seen: SeenRepair) -> Self {
        Self { completed: Some(seen.completed_on.into()), scope: Some(seen.scope.into()) }
    }
}

/// How last days are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// A last day on a rest day rolls to the next working day of the Chinese calendar (Civil Code 203).
    #[default]
    Cn,
    /// No roll (Civil Code 204, the parties agreed otherwise).
    Plain,
}

impl Counting {
    /// Both ways.
    pub const ALL: [Self; 2] = [Self::Cn, Self::Plain];
}

/// Who bought the unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Buyer {
    /// A person for private use.
    Consumer,
    /// A company or trader.
    Business,
}

impl Buyer {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Consumer, Self::Business];
}

/// How the unit was bought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PurchaseChannel {
    /// Over the counter.
    Shop,
    /// From a dealer.
    Dealer,
    /// At a distance.
    Online,
    /// By a negotiated contract.
    Contract,
}

impl PurchaseChannel {
    /// Every channel.
    pub const ALL: [Self; 4] = [Self::Shop, Self::Dealer, Self::Online, Self::Contract];
}
