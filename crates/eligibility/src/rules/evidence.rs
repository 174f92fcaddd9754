//! Which evidence is wanting.
//!
//! 5.8: "Failure to produce a valid warranty certificate and valid original purchase invoice or receipt for the
//! product; the original serial number or label of the product has been changed, replaced, torn, or cannot be
//! identified; the product has no serial number or the product model or serial number on the warranty certificate is
//! inconsistent with the actual product." 5.12: "Unauthorized supply sources."

use crate::claim::Claim;
use crate::facts::SerialLabel;
use crate::policy::Evidence;
use crate::policy::reading::{Choices, Reading};
use crate::verdict::Need;

/// Five pieces of evidence, each good or wanting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct EvidenceSeen {
    pub(crate) warranty_certificate: bool,
    pub(crate) purchase_proof: bool,
    pub(crate) serial_label: bool,
    pub(crate) serial_match: bool,
    pub(crate) authorised_source: bool,
}

/// The pieces by the name under which they are asked for.
pub(crate) const PIECES: [Need; 5] = [
    Need::WarrantyCertificate,
    Need::PurchaseProof,
    Need::SerialLabel,
    Need::SerialMatch,
    Need::AuthorisedSource,
];

impl EvidenceSeen {
    /// The pieces in the order of [`PIECES`], bit 0 first; a set bit is good.
    pub(crate) const fn from_bits(bits: u8) -> Self {
        Self {
            warranty_certificate: bits & 1 != 0,
            purchase_proof: bits & 2 != 0,
            serial_label: bits & 4 != 0,
            serial_match: bits & 8 != 0,
            authorised_source: bits & 16 != 0,
        }
    }

    /// Whether what is wanting excludes the claim. Reading 8: certificate "and" invoice or receipt are both needed, so
    /// one that cannot be produced excludes.
    pub(crate) const fn is_wanting(self, choices: Choices) -> bool {
        let papers = if choices.is_alternative(Reading::CertificateAndProof) {
            self.warranty_certificate || self.purchase_proof
        } else {
            self.warranty_certificate && self.purchase_proof
        };
        !(papers && self.serial_label && self.serial_match && self.authorised_source)
    }
}

/// What is known of a piece: good, wanting, or None.
pub(crate) fn known_piece(claim: &Claim, piece: Need) -> Option<bool> {
    match piece {
        Need::WarrantyCertificate => claim.warranty_certificate,
        Need::PurchaseProof => claim.purchase_proof,
        Need::SerialLabel => claim.serial_label.map(|label| label == SerialLabel::Readable),
        Need::SerialMatch => claim.serial_match,
        Need::AuthorisedSource => claim.authorised_source,
        Need::Accessories
        | Need::ClaimObject
        | Need::Consent
        | Need::ConsumableDefect
        | Need::Contract
        | Need::Dates
        | Need::Diagnosis
        | Need::ProductClass
        | Need::PurchaseDate
        | Need::Review
        | Need::SaleKind => None,
    }
}

/// The evidence that is proven to be wanting and excludes by itself. Under the alternative of reading 8 one missing
/// paper alone does not.
pub(crate) fn proven_wanting(claim: &Claim, choices: Choices) -> Vec<Evidence> {
    let lacks_certificate = claim.warranty_certificate == Some(false);
    let lacks_proof = claim.purchase_proof == Some(false);
    let one_excludes =
        !choices.is_alternative(Reading::CertificateAndProof) || (lacks_certificate && lacks_proof);
    let pieces = [
        (Evidence::WarrantyCertificate, lacks_certificate && one_excludes),
        (Evidence::PurchaseProof, lacks_proof && one_excludes),
        (Evidence::ReadableSerial, claim.serial_label == Some(SerialLabel::Unreadable)),
        (Evidence::Serial, claim.serial_label == Some(SerialLabel::Absent)),
        (Evidence::SerialMatch, claim.serial_match == Some(false)),
        (Evidence::AuthorisedSource, claim.authorised_source == Some(false)),
    ];
    pieces.into_iter().filter(|&(_, is_proven)| is_proven).map(|(piece, _)| piece).collect()
}
