//! The engine's answer to a claim. Not a decision: people decide, and a saved verdict is an immutable row. The JSON
//! form is contracts.md section 1; further fields may be added, none may change its meaning.

pub use crate::clause::ClauseId;
pub use crate::fact_name::{FactName, FactSet};
pub use crate::ground::{Arg, Args, Effect, Ground};
pub use crate::remedy_set::RemedySet;

use chrono::NaiveDate;
use nightbench_calendar::CalendarStatus;
use nightbench_domain::claim::Remedy;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use ts_rs::TS;

/// What the commitment grants on the facts, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Verdict {
    /// The name the caller gave the claim.
    pub case: Option<String>,
    /// The four remedies.
    pub remedies: Remedies,
    /// Proven to be outside the whole policy: all four are denied, a separate quotation stays possible.
    pub outside_policy: bool,
    /// The clauses proven to exclude the claim or a fault of it, in the order of the commitment.
    pub excluded_by: Vec<ClauseId>,
    /// The warranty period of what is claimed for.
    pub cover: Cover,
    /// The one thing to find out next; null when nothing that can be asked would change an outcome.
    pub next_question: Option<Need>,
    /// The unknown facts that can no longer change any outcome, whatever else is found out. A fact with a default that
    /// was not stated (`contract`, `prior_repairs`, `counting`) is not among them.
    #[serde(default)]
    #[ts(as = "Vec<FactName>")]
    pub no_longer_matters: FactSet,
    /// What was taken for granted without having been seen.
    pub assumptions: Vec<Assumption>,
    /// Numbers of the readings whose alternative would change an outcome, ascending.
    pub readings: Vec<u8>,
    /// Why, fact by fact.
    pub grounds: Vec<Ground>,
    /// What other law asks a person to look at. Changes no outcome.
    pub notes: Vec<Note>,
    /// The pack that was applied. Shared with the pack: a verdict is made in less time than its names are copied.
    #[serde(with = "shared")]
    #[ts(as = "PolicyRef")]
    pub policy: Arc<PolicyRef>,
    /// A later pack under which some remedy would be better for the customer; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub better_under: Option<BetterUnder>,
    /// Hash of the calendar that last days were rolled on.
    pub calendar_hash: String,
}

/// The four remedies side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Remedies {
    /// Money back (3.3).
    pub refund: RemedyVerdict,
    /// Another unit (3.2).
    pub exchange: RemedyVerdict,
    /// Repair in warranty (3.1).
    pub free_repair: RemedyVerdict,
    /// Repair out of warranty (2.1, 3.1).
    pub paid_repair: RemedyVerdict,
}

impl Remedies {
    /// The answer for one remedy.
    #[must_use]
    pub const fn of(&self, remedy: Remedy) -> &RemedyVerdict {
        match remedy {
            Remedy::Refund => &self.refund,
            Remedy::Exchange => &self.exchange,
            Remedy::FreeRepair => &self.free_repair,
            Remedy::PaidRepair => &self.paid_repair,
        }
    }
}

/// The answer for one remedy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RemedyVerdict {
    /// Granted, denied, or not to be told yet.
    pub outcome: Outcome,
    /// What alone can still change the outcome, sorted by code; empty unless the outcome is `needs`.
    pub needs: Vec<Need>,
    /// Last day to claim it, after the rest-day roll. Refund and exchange only; null where unknown or not existing.
    pub last_day: Option<NaiveDate>,
    /// The same before the roll.
    pub nominal_last_day: Option<NaiveDate>,
    /// Whether the roll to `last_day` rests on published days only; null without a date.
    pub calendar_status: Option<CalendarStatus>,
    /// The clauses that decided, or that name what is needed.
    pub clauses: Vec<ClauseId>,
    /// Numbers of the readings whose alternative would change this outcome, ascending.
    #[serde(default)]
    pub readings: Vec<u8>,
    /// A denial that turns on a reading which is unsigned or must be adjudicated: provisional until a person decides.
    pub unsigned: bool,
}

/// The three values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The customer is entitled to it.
    Granted,
    /// The customer is not, or (paid repair inside the warranty) it is not needed.
    Denied,
    /// It cannot be told before what `needs` names is settled.
    Needs,
}

/// What can still change an outcome. The order is that of the codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// Whether the accessories are complete; or that they are to be completed.
    Accessories,
    /// Whether the source was authorised (5.12).
    AuthorisedSource,
    /// Whether the unit or a part is claimed for.
    ClaimObject,
    /// Whether the company consented to the return; or that it is to decide without.
    Consent,
    /// Whether a defect of the consumable is proven (5.7).
    ConsumableDefect,
    /// The purchase contract must say what the table leaves blank.
    Contract,
    /// The date of the claim is missing, or lies before the purchase.
    Dates,
    /// What the fault is and what caused it.
    Diagnosis,
    /// The class of the product.
    ProductClass,
    /// When it was bought.
    PurchaseDate,
    /// The invoice or receipt (5.8b).
    PurchaseProof,
    /// A person must decide.
    Review,
    /// How it was sold.
    SaleKind,
    /// The state of the serial label (5.8c, 5.8d).
    SerialLabel,
    /// Whether unit, certificate and registry agree (5.8e).
    SerialMatch,
    /// The warranty certificate (5.8a).
    WarrantyCertificate,
}

impl Need {
    /// Every need, in order of the codes.
    pub const ALL: [Self; 16] = [
        Self::Accessories,
        Self::AuthorisedSource,
        Self::ClaimObject,
        Self::Consent,
        Self::ConsumableDefect,
        Self::Contract,
        Self::Dates,
        Self::Diagnosis,
        Self::ProductClass,
        Self::PurchaseDate,
        Self::PurchaseProof,
        Self::Review,
        Self::SaleKind,
        Self::SerialLabel,
        Self::SerialMatch,
        Self::WarrantyCertificate,
    ];

    /// The code, as in JSON and in message ids (`need-purchase_proof`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Accessories => "accessories",
            Self::AuthorisedSource => "authorised_source",
            Self::ClaimObject => "claim_object",
            Self::Consent => "consent",
            Self::ConsumableDefect => "consumable_defect",
            Self::Contract => "contract",
            Self::Dates => "dates",
            Self::Diagnosis => "diagnosis",
            Self::ProductClass => "product_class",
            Self::PurchaseDate => "purchase_date",
            Self::PurchaseProof => "purchase_proof",
            Self::Review => "review",
            Self::SaleKind => "sale_kind",
            Self::SerialLabel => "serial_label",
            Self::SerialMatch => "serial_match",
            Self::WarrantyCertificate => "warranty_certificate",
        }
    }
}

/// The warranty period of what is claimed for; all null where unknown or outside the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Cover {
    /// End of the base period (table or contract), before the roll and before 2.2.
    pub nominal_end: Option<NaiveDate>,
    /// Last covered day: with the tail of 2.2, after the roll.
    pub last_covered_day: Option<NaiveDate>,
    /// Whether the roll to it rests on published days only; null without a date.
    pub calendar_status: Option<CalendarStatus>,
}

/// What was taken for granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Assumption {
    /// The contract was not seen, or not all of it: the table's values were used (reading 21).
    ContractDefaults,
    /// An earlier repair of which the end or the scope is unknown proved no cover.
    PriorRepairLeftOut,
    /// Whether there were earlier repairs was asked without an answer: none was counted.
    NoPriorRepairs,
    /// How last days are counted was asked without an answer: they roll past rest days (reading 4).
    RestDaysRoll,
}

impl Assumption {
    /// Every assumption.
    pub const ALL: [Self; 4] =
        [Self::ContractDefaults, Self::PriorRepairLeftOut, Self::NoPriorRepairs, Self::RestDaysRoll];

    /// The code, as in JSON and in message ids (`assumption-contract_defaults`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ContractDefaults => "contract_defaults",
            Self::PriorRepairLeftOut => "prior_repair_left_out",
            Self::NoPriorRepairs => "no_prior_repairs",
            Self::RestDaysRoll => "rest_days_roll",
        }
    }
}

/// What other law asks a person to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Note {
    /// Message id of the note in the catalogue, such as `note-eu_withdrawal`.
    pub id: String,
    /// The provision, as it is cited.
    pub law: String,
    /// How sure we are that it reaches goods like these: `low`, `medium` or `high`.
    pub confidence: String,
}

/// A pack under which some remedy would be better for the customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BetterUnder {
    /// Name of the policy.
    pub id: String,
    /// Its version.
    pub version: String,
    /// BLAKE3 of the pack file, in hexadecimal.
    pub hash: String,
    /// The remedies that would be better, in the order in which they are shown.
    pub remedies: Vec<Remedy>,
}

/// A shared value, read and written as the value itself.
mod shared {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::sync::Arc;

    pub(super) fn serialize<T: Serialize, S: Serializer>(value: &Arc<T>, to: S) -> Result<S::Ok, S::Error> {
        value.as_ref().serialize(to)
    }

    pub(super) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Arc<T>, D::Error> {
        T::deserialize(from).map(Arc::new)
    }
}

/// Which pack a verdict was made by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PolicyRef {
    /// Name of the policy.
    pub id: String,
    /// Its version.
    pub version: String,
    /// BLAKE3 of the pack file, in hexadecimal.
    pub hash: String,
}
