//! Typed identities. Made by the injected `Ids` port, never here. A v7 uuid sorts by its maker's clock,
//! so it is never used to order what several stations did.

use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(Uuid);

        impl $name {
            /// Gives a uuid its meaning.
            #[must_use]
            pub const fn new(uuid: Uuid) -> Self { Self(uuid) }
            /// The bare uuid, for storage and the wire.
            #[must_use]
            pub const fn uuid(self) -> Uuid { self.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { text.parse().map(Self) }
        }
    )* };
}

ids! {
    /// One attachment of an intake: a photo or a short video. Its bytes are found by content hash.
    AttachmentId;
    /// One parcel as a carrier handed it over.
    ConsignmentId;
    /// One unit of a parcel: announced, here, or both.
    ConsignmentLineId;
    /// One authorisation: an RMA number that was given before its unit came.
    AuthorisationId;
    /// One entry of the log of what was said to a customer, or by one.
    ContactId;
    /// One question of a customer before a unit comes.
    EnquiryId;
    /// One unit an enquiry is about.
    EnquiryUnitId;
    /// One thing we owe by a day: a promised date or a complaint.
    FollowUpId;
    /// One customer. Names the key that seals the customer's personal values in the journal.
    CustomerId;
    /// An intake that is still being typed.
    DraftId;
    /// One question to a person, with its answers.
    DecisionId;
    /// One reply to a question to a person.
    DecisionReplyId;
    /// One decision on who a unit is.
    IdentityId;
    /// One decision on what the customer gets.
    ResolutionId;
    /// One decision on what becomes of the hardware.
    DispositionId;
    /// One label we put on in place of another.
    RelabellingId;
    /// One protocol of the test bench.
    BenchSheetId;
    /// One diagnosis of a unit.
    DiagnosisId;
    /// One version of what the test bench measures.
    BenchCatalogueId;
    /// One calendar that was imported.
    CalendarPackId;
    /// One hand-over of what a customer gets.
    HandoverId;
    /// One correction of a hand-over's waybill.
    HandoverAmendmentId;
    /// Money that changed hands for a work order.
    PaymentId;
    /// One lending of a unit of ours.
    LendingId;
    /// One entry of the cover ledger.
    CoverEntryId;
    /// One printed or rendered paper.
    PaperId;
    /// One kind of part on stock.
    PartId;
    /// What one ticket needs of one part.
    PartLineId;
    /// One exchange of a unit for another.
    ExchangeId;
    /// A spot where units are put.
    PlaceId;
    /// One quote, draft or issued.
    QuoteId;
    /// One refund.
    RefundId;
    /// One count of what is where.
    StocktakeId;
    /// One import of a sales register file.
    ImportId;
    /// One installation.
    StationId;
    /// The repair work order of an intake; the intake and its ticket share it.
    TicketId;
    /// One transaction of the write door: groups the operations it appended.
    TxnId;
    /// Somebody who works here.
    UserId;
    /// One stored verdict.
    VerdictId;
}

/// A service centre's short code, `CD01`: two to eight capital letters or digits, starting with a letter.
/// It opens every RMA number the centre gives.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct CentreCode(String);

/// The text is not a centre code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a centre code is 2 to 8 capital letters or digits and starts with a letter, as in CD01")]
pub struct CentreCodeError;

impl CentreCode {
    /// Reads a code; spaces around it and lower case are forgiven.
    ///
    /// # Errors
    /// When anything but 2 to 8 letters and digits is left, or it starts with a digit.
    pub fn parse(text: &str) -> Result<Self, CentreCodeError> {
        let code = text.trim().to_ascii_uppercase();
        let fits = (2..=8).contains(&code.len())
            && code.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
            && code.starts_with(|c: char| c.is_ascii_uppercase());
        if fits { Ok(Self(code)) } else { Err(CentreCodeError) }
    }

    /// The code as people read it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for CentreCode {
    type Error = CentreCodeError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<CentreCode> for String {
    fn from(code: CentreCode) -> Self {
        code.0
    }
}

impl fmt::Display for CentreCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::CentreCode;

    #[test]
    fn a_centre_code_forgives_case_and_spaces_only() {
        assert_eq!(CentreCode::parse(" cd01 ").unwrap().as_str(), "CD01");
        for bad in ["", "C", "1CD", "CD-01", "CDCDCDCD1", "成都"] {
            assert!(CentreCode::parse(bad).is_err(), "{bad}");
        }
    }
}
