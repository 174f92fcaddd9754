//! The names of the facts, as they stand in the contract's JSON, and sets of them. A ground says by name which facts it
//! rests on; the values are in [`Facts`](crate::Facts), and where each was taken from is known to the app alone.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

/// The name of one fact, with dots inside: `purchase.voucher_date`. The order is that of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FactName {
    /// What kind of product the unit is.
    ProductClass,
    /// Whether the unit or a part is claimed for.
    ClaimObject,
    /// The date on the original purchase voucher.
    #[serde(rename = "purchase.voucher_date")]
    VoucherDate,
    /// The date of the original purchase contract.
    #[serde(rename = "purchase.contract_date")]
    ContractDate,
    /// The first documented claim.
    ClaimDate,
    /// How the unit was sold or lent.
    SaleKind,
    /// Whether the purchase contract was seen at all; what it says has names of its own below.
    Contract,
    /// Warranty of the unit by contract.
    #[serde(rename = "contract.unit_months")]
    ContractUnitMonths,
    /// Warranty of parts by contract.
    #[serde(rename = "contract.part_months")]
    ContractPartMonths,
    /// Days of the refund by contract.
    #[serde(rename = "contract.return_days")]
    ContractReturnDays,
    /// Days of the exchange by contract.
    #[serde(rename = "contract.exchange_days")]
    ContractExchangeDays,
    /// The start of the periods by contract.
    #[serde(rename = "contract.period_starts_on")]
    ContractPeriodStart,
    /// Return in spite of the special price by contract.
    #[serde(rename = "contract.special_price_return")]
    ContractSpecialPriceReturn,
    /// Cover of a borrowed unit by contract.
    #[serde(rename = "contract.covers_borrowed")]
    ContractCoversBorrowed,
    /// A fee inside the warranty by contract.
    #[serde(rename = "contract.fee_inside_warranty")]
    ContractFee,
    /// What the technician established.
    Findings,
    /// Whether a defect of the consumable is proven.
    ConsumableDefect,
    /// The warranty certificate.
    #[serde(rename = "documents.warranty_certificate")]
    WarrantyCertificate,
    /// The invoice or receipt.
    #[serde(rename = "documents.purchase_proof")]
    PurchaseProof,
    /// The state of the serial label.
    #[serde(rename = "serial.label")]
    SerialLabel,
    /// Whether unit, certificate and register agree.
    #[serde(rename = "serial.matches")]
    SerialMatches,
    /// Whether the source was authorised.
    AuthorisedSource,
    /// Whether the original accessories came with it.
    AccessoriesComplete,
    /// Whether the company consented to the return.
    ReturnConsent,
    /// Earlier repairs.
    PriorRepairs,
    /// How last days are counted.
    Counting,
    /// Who bought it; serves notes from other law only, like the three below.
    Buyer,
    /// The country whose law protects the buyer.
    Country,
    /// How it was bought.
    PurchaseChannel,
    /// When the buyer had the goods in hand.
    GoodsReceivedOn,
}

impl FactName {
    /// Every fact, in the order of the contract.
    pub const ALL: [Self; 30] = [
        Self::ProductClass,
        Self::ClaimObject,
        Self::VoucherDate,
        Self::ContractDate,
        Self::ClaimDate,
        Self::SaleKind,
        Self::Contract,
        Self::ContractUnitMonths,
        Self::ContractPartMonths,
        Self::ContractReturnDays,
        Self::ContractExchangeDays,
        Self::ContractPeriodStart,
        Self::ContractSpecialPriceReturn,
        Self::ContractCoversBorrowed,
        Self::ContractFee,
        Self::Findings,
        Self::ConsumableDefect,
        Self::WarrantyCertificate,
        Self::PurchaseProof,
        Self::SerialLabel,
        Self::SerialMatches,
        Self::AuthorisedSource,
        Self::AccessoriesComplete,
        Self::ReturnConsent,
        Self::PriorRepairs,
        Self::Counting,
        Self::Buyer,
        Self::Country,
        Self::PurchaseChannel,
        Self::GoodsReceivedOn,
    ];

    /// The name as in JSON. Its words are under `fact-` and the name with `_` for the dots.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ProductClass => "product_class",
            Self::ClaimObject => "claim_object",
            Self::VoucherDate => "purchase.voucher_date",
            Self::ContractDate => "purchase.contract_date",
            Self::ClaimDate => "claim_date",
            Self::SaleKind => "sale_kind",
            Self::Contract => "contract",
            Self::ContractUnitMonths => "contract.unit_months",
            Self::ContractPartMonths => "contract.part_months",
            Self::ContractReturnDays => "contract.return_days",
            Self::ContractExchangeDays => "contract.exchange_days",
            Self::ContractPeriodStart => "contract.period_starts_on",
            Self::ContractSpecialPriceReturn => "contract.special_price_return",
            Self::ContractCoversBorrowed => "contract.covers_borrowed",
            Self::ContractFee => "contract.fee_inside_warranty",
            Self::Findings => "findings",
            Self::ConsumableDefect => "consumable_defect",
            Self::WarrantyCertificate => "documents.warranty_certificate",
            Self::PurchaseProof => "documents.purchase_proof",
            Self::SerialLabel => "serial.label",
            Self::SerialMatches => "serial.matches",
            Self::AuthorisedSource => "authorised_source",
            Self::AccessoriesComplete => "accessories_complete",
            Self::ReturnConsent => "return_consent",
            Self::PriorRepairs => "prior_repairs",
            Self::Counting => "counting",
            Self::Buyer => "buyer",
            Self::Country => "country",
            Self::PurchaseChannel => "purchase_channel",
            Self::GoodsReceivedOn => "goods_received_on",
        }
    }
}

/// Some of the facts, each once, in the order of the contract. In JSON a list of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct FactSet(u32);

impl FactSet {
    /// None of them.
    pub const NONE: Self = Self(0);

    /// The facts that are named.
    #[must_use]
    pub const fn of<const N: usize>(names: [FactName; N]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < N {
            #[allow(clippy::indexing_slicing, reason = "at < N, the length; iterators are not const")]
            let name = names[at];
            bits |= 1 << name as u32;
            at += 1;
        }
        Self(bits)
    }

    /// These and those.
    #[must_use]
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// These, and the other if something holds.
    #[must_use]
    pub const fn and_if(self, does_hold: bool, name: FactName) -> Self {
        if does_hold { self.and(Self::of([name])) } else { self }
    }

    /// These without those.
    #[must_use]
    pub const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    /// Whether a fact is among them.
    #[must_use]
    pub const fn contains(self, name: FactName) -> bool {
        self.0 >> name as u32 & 1 == 1
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The facts in the order of the contract.
    pub fn iter(self) -> impl Iterator<Item = FactName> + Clone {
        FactName::ALL.into_iter().filter(move |&name| self.contains(name))
    }
}

impl FromIterator<FactName> for FactSet {
    fn from_iter<I: IntoIterator<Item = FactName>>(names: I) -> Self {
        names.into_iter().fold(Self::NONE, |set, name| set.and_if(true, name))
    }
}

impl Serialize for FactSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for FactSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(|names: Vec<FactName>| names.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::{FactName, FactSet};

    #[test]
    fn a_fact_is_written_by_its_code() {
        for (place, name) in FactName::ALL.into_iter().enumerate() {
            assert_eq!(name as usize, place);
            assert_eq!(serde_json::to_value(name).unwrap(), name.code());
        }
    }

    #[test]
    fn a_set_of_facts_is_a_list_in_the_order_of_the_contract() {
        let set = FactSet::of([FactName::Findings, FactName::ClaimDate, FactName::Findings]);
        assert_eq!(serde_json::to_string(&set).unwrap(), r#"["claim_date","findings"]"#);
        assert_eq!(serde_json::from_str::<FactSet>(r#"["findings","claim_date"]"#).unwrap(), set);
        assert_eq!(set.without(FactSet::of([FactName::Findings])), FactSet::of([FactName::ClaimDate]));
        assert!(FactSet::NONE.is_empty() && !set.is_empty());
    }
}
