//! What an event of a ticket needs beside the right status: the gates of the commitment, which no edit passes. A gate that
//! is shut is a disabled action with its reason and its clause.
//!
//! Pure: who asks brings what stands on record. Nothing here says whether an event fits the status; that is `ticket`.

use crate::resolution::Resolution;
use crate::ticket::{Event, Status};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What stands on record of a ticket as far as gates ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// It is not certain which unit it is (5.8c to 5.8e), and nobody decided.
    pub is_locked: bool,
    /// The company consented to receive the unit, or a person said so since (3.3).
    pub has_consent: bool,
    /// Whether any of the work is free: granted by the verdict, or by a person (waiver, goodwill, exception).
    pub has_free_work: bool,
    /// Whether it is known that work would be charged. With neither, nobody can say yet whether it is free (4.2).
    pub has_paid_work: bool,
    /// The customer agreed to an issued quote that still stands (4.2).
    pub is_charge_agreed: bool,
    /// A quote was given to the customer and waits for an answer.
    pub is_quote_out: bool,
    /// The unit is back after our own paid repair and nobody decided whether it is our work that failed (2.2).
    pub is_our_work_open: bool,
    /// What was decided for the customer.
    pub resolution: Option<Resolution>,
    /// The verdict grants that resolution, or a person did.
    pub is_granted: bool,
    /// The papers and parts the resolution's clause asks for are here, or a person excused them (3.2, 3.3).
    pub has_evidence: bool,
    /// The customer's choice stands on record: who, when, which words.
    pub has_choice: bool,
    /// The newest test of the unit since its last repair was passed.
    pub is_test_passed: bool,
    /// Something is still to be paid, and it is not on a dealer's account.
    pub is_payment_open: bool,
    /// What becomes of the hardware is settled.
    pub has_disposition: bool,
    /// The claim says that the unit was used against its manual, and no second person stands by it (5.9).
    pub is_second_missing: bool,
    /// The claim says that the unit operates normally, and no soak ended without a fault (5.5).
    pub is_soak_missing: bool,
    /// Questions to a person that nobody answered.
    pub open_decisions: u32,
}

/// Why an event is not possible yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Gate {
    /// First a person decides which unit it is.
    #[error("it is not certain which unit this is")]
    Locked,
    /// First it is decided whether our own work failed.
    #[error("it is not decided whether our own paid repair failed")]
    OurWork,
    /// It is not known yet whether the work is free or paid.
    #[error("it is not determined whether the work is free or paid")]
    NotDetermined,
    /// Paid work begins after the charge is agreed.
    #[error("the charge is not agreed")]
    ChargeNotAgreed,
    /// Used against the manual: a second person stands by it in a diagnosis.
    #[error("no second person stands by the use against the manual")]
    NoSecondPerson,
    /// Operates normally: shown by a soak that ended without a fault.
    #[error("no soak shows that the unit operates normally")]
    NoSoak,
    /// No quote was given to the customer.
    #[error("no quote was issued")]
    NoQuote,
    /// Nothing is decided for the customer.
    #[error("nothing is decided for the customer")]
    NoResolution,
    /// A repaired unit, or one without a fault, goes through its test.
    #[error("the unit goes back through its test")]
    TestFirst,
    /// The company consented, so nothing is to be decided about receiving the unit.
    #[error("there is consent to the return")]
    ConsentGiven,
    /// The company did not consent.
    #[error("there is no consent to the return")]
    NoConsent,
    /// The commitment does not grant it, and no person did.
    #[error("what was decided for the customer is not granted")]
    NotGranted,
    /// A paper or a part that the clause asks for is missing.
    #[error("the evidence the clause asks for is missing")]
    NoEvidence,
    /// The customer's choice is not on record.
    #[error("the customer's choice is not recorded")]
    NoChoice,
    /// The unit is not here.
    #[error("the unit is away")]
    UnitAway,
    /// No passed test is on record.
    #[error("no passed test is recorded")]
    NoTest,
    /// Something is still to be paid.
    #[error("something is still to be paid")]
    PaymentOpen,
    /// What becomes of the hardware is open.
    #[error("what becomes of the hardware is not settled")]
    NoDisposition,
    /// A question waits for its answer.
    #[error("a question is not answered")]
    DecisionOpen,
}

impl Gate {
    /// The clause behind it; of what a resolution lacks, the clause of the resolution.
    #[must_use]
    pub fn clause(self, resolution: Option<Resolution>) -> Option<&'static str> {
        match self {
            Self::Locked => Some("5.8"),
            Self::OurWork => Some("2.2"),
            Self::NoSecondPerson => Some("5.9"),
            Self::NoSoak => Some("5.5"),
            Self::NotDetermined | Self::ChargeNotAgreed | Self::NoQuote => Some("4.2"),
            Self::ConsentGiven | Self::NoConsent => Some("3.3"),
            Self::TestFirst | Self::NoTest => Some("3.1"),
            Self::NotGranted | Self::NoEvidence | Self::NoChoice => resolution.map(Resolution::clause),
            Self::NoResolution
            | Self::UnitAway
            | Self::PaymentOpen
            | Self::NoDisposition
            | Self::DecisionOpen => None,
        }
    }
}

/// Whether an event may happen now, its status being right.
///
/// # Errors
/// The first gate that is shut, what a person should settle first named first.
pub fn gate(status: Status, event: Event, standing: &Standing) -> Result<(), Gate> {
    let open = |is_open: bool, shut: Gate| if is_open { Ok(()) } else { Err(shut) };
    match event {
        Event::StartRepair | Event::PartsCame | Event::Agree => {
            open(!standing.is_locked, Gate::Locked)?;
            open(!standing.is_our_work_open, Gate::OurWork)?;
            // A declined paid part never stalls the free part.
            if event != Event::Agree && standing.has_free_work {
                return Ok(());
            }
            shown(standing)?;
            if standing.is_charge_agreed {
                return Ok(());
            }
            open(event == Event::Agree || standing.has_paid_work, Gate::NotDetermined)?;
            Err(Gate::ChargeNotAgreed)
        }
        Event::AskAgreement => {
            open(!standing.is_locked, Gate::Locked)?;
            open(!standing.is_our_work_open, Gate::OurWork)?;
            shown(standing)?;
            open(standing.is_quote_out, Gate::NoQuote)
        }
        Event::PassTest => open(standing.is_test_passed, Gate::NoTest),
        Event::PrepareReturn => to_be_returned(status, standing),
        Event::HandOver => {
            open(!standing.is_locked, Gate::Locked)?;
            let resolution = standing.resolution.ok_or(Gate::NoResolution)?;
            resolved(resolution, standing)?;
            open(!resolution.is_tested() || standing.is_test_passed, Gate::NoTest)?;
            open(!standing.is_payment_open, Gate::PaymentOpen)
        }
        Event::Close => {
            open(standing.has_disposition, Gate::NoDisposition)?;
            open(standing.open_decisions == 0, Gate::DecisionOpen)
        }
        Event::Hold => open(!standing.has_consent, Gate::ConsentGiven),
        Event::Release => open(standing.has_consent, Gate::NoConsent),
        // Whose unit is on the bench is settled first (5.8c, 5.8d): a finding would be of another one.
        Event::StartDiagnosis => open(!standing.is_locked, Gate::Locked),
        Event::AskDocuments
        | Event::DocumentsCame
        | Event::Decline
        | Event::AwaitParts
        | Event::StartTest
        | Event::FailTest
        | Event::SendAway
        | Event::ComeBack
        | Event::NobodyCame
        | Event::SomebodyCame
        | Event::Cancel
        | Event::Reopen => Ok(()),
    }
}

/// Whether what speaks against the customer is shown the way the commitment's clauses ask for. Whoever typed the finding,
/// and wherever: nobody is charged or sent away on it before.
///
/// # Errors
/// `NoSecondPerson` (5.9), `NoSoak` (5.5).
pub const fn shown(standing: &Standing) -> Result<(), Gate> {
    if standing.is_second_missing {
        return Err(Gate::NoSecondPerson);
    }
    if standing.is_soak_missing { Err(Gate::NoSoak) } else { Ok(()) }
}

fn to_be_returned(status: Status, standing: &Standing) -> Result<(), Gate> {
    if standing.is_locked {
        return Err(Gate::Locked);
    }
    let resolution = standing.resolution.ok_or(Gate::NoResolution)?;
    if resolution.is_tested() {
        return Err(Gate::TestFirst);
    }
    if status == Status::Away && resolution.gives_the_unit_back() {
        return Err(Gate::UnitAway);
    }
    resolved(resolution, standing)
}

/// What a resolution itself needs (3.2, 3.3): consent, a grant, the evidence its clause asks for, the customer's choice.
fn resolved(resolution: Resolution, standing: &Standing) -> Result<(), Gate> {
    match resolution {
        Resolution::Exchange | Resolution::Refund => {
            if !standing.has_consent {
                return Err(Gate::NoConsent);
            }
            if !standing.is_granted {
                return Err(Gate::NotGranted);
            }
            if !standing.has_evidence {
                return Err(Gate::NoEvidence);
            }
            if !standing.has_choice { Err(Gate::NoChoice) } else { Ok(()) }
        }
        Resolution::ReturnUnrepaired => {
            if !standing.has_choice {
                return Err(Gate::NoChoice);
            }
            // What came without consent goes back whatever is wrong with it (3.3).
            if standing.has_consent { shown(standing) } else { Ok(()) }
        }
        Resolution::FreeRepair => {
            if standing.is_granted {
                Ok(())
            } else {
                Err(Gate::NotGranted)
            }
        }
        Resolution::PaidRepair => {
            shown(standing)?;
            if standing.is_charge_agreed { Ok(()) } else { Err(Gate::ChargeNotAgreed) }
        }
        Resolution::NoFaultFound => shown(standing),
    }
}
