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

/// The pieces by the name under which they are asked for.
pub(crate) const PIECES: [Need; 5] = [
    Need::WarrantyCertificate,
    Need::PurchaseProof,
    Need::SerialLabel,
    Need::SerialMatch,
    Need::AuthorisedSource,
];

/// The completions of the five pieces, bit n for completion n; in a completion bit n is piece n of [`PIECES`], set where
/// it is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Completions(u32);

impl Completions {
    /// Those that agree with what is known of a claim.
    pub(crate) fn of(claim: &Claim) -> Self {
        let known = PIECES.iter().zip(GOOD).map(|(&piece, good)| match known_piece(claim, piece) {
            Some(true) => good,
            Some(false) => !good,
            None => !0,
        });
        Self(known.fold(!0, |left, piece| left & piece))
    }

    /// Whether evidence is wanting: bit 0 if in one of them it is not, bit 1 if in one it is.
    pub(crate) const fn values(self, wanting: WantingEvidence) -> u16 {
        (self.0 & !wanting.0 != 0) as u16 | ((self.0 & wanting.0 != 0) as u16) << 1
    }

    /// Those in which a piece is good, or in which it is wanting; all or none where the piece is known.
    pub(crate) fn with(self, piece: Need, is_good: bool) -> Self {
        let good = PIECES.iter().zip(GOOD).find(|(name, _)| **name == piece).map_or(0, |(_, good)| good);
        Self(self.0 & if is_good { good } else { !good })
    }

    /// The open pieces that decide, in one of them, whether evidence is wanting.
    pub(crate) fn deciding(self, wanting: WantingEvidence) -> impl Iterator<Item = Need> {
        let decides = move |&(at, _): &(usize, Need)| {
            let (step, good) = (1 << at, GOOD.into_iter().nth(at).unwrap_or_default());
            let both_ways = self.0 & self.0 >> step & !good;
            both_ways & (wanting.0 ^ wanting.0 >> step) != 0
        };
        PIECES.into_iter().enumerate().filter(decides).map(|(_, piece)| piece)
    }
}

/// For each piece the completions in which it is good.
const GOOD: [u32; PIECES.len()] = [0xaaaa_aaaa, 0xcccc_cccc, 0xf0f0_f0f0, 0xff00_ff00, 0xffff_0000];

/// The completions in which evidence is wanting, so that it excludes the claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WantingEvidence(u32);

impl WantingEvidence {
    /// Reading 8: certificate "and" invoice or receipt are both needed, so one that cannot be produced excludes.
    pub(crate) const fn by(choices: Choices) -> Self {
        let [certificate, proof, label, matches, source] = GOOD;
        let papers = if choices.is_alternative(Reading::CertificateAndProof) {
            certificate | proof
        } else {
            certificate & proof
        };
        Self(!(papers & label & matches & source))
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
pub(crate) fn proven_wanting(claim: &Claim, choices: Choices) -> impl Iterator<Item = Evidence> + Clone {
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
    pieces.into_iter().filter(|&(_, is_proven)| is_proven).map(|(piece, _)| piece)
}
