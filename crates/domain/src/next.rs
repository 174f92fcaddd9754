//! The one thing that moves a ticket on, and whose move it is. Derived from what stands on record, never stored: a list
//! shows it from the status and the resolution, the work order itself with the gate that is shut before it.

use crate::gate::{Gate, Standing, gate};
use crate::resolution::Resolution;
use crate::ticket::{Event, Status};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who moves next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Mover {
    /// Us, at a bench.
    Technician,
    /// Us, at the counter.
    Desk,
    /// Us, whoever decides what the rules leave to a person.
    Adjudicator,
    /// The customer.
    Customer,
    /// The factory, another centre, or who sends the part.
    Supplier,
}

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Next {
    /// The event that moves it on.
    pub event: Event,
    /// What is to be settled before; absent when nothing is, or it was not asked.
    pub gate: Option<Gate>,
    /// Whose move it is.
    pub mover: Mover,
}

impl Next {
    /// As far as a list knows: by status and resolution.
    #[must_use]
    pub fn by_status(status: Status, resolution: Option<Resolution>) -> Option<Self> {
        let event = event(status, resolution)?;
        let is_open_question = status == Status::UnderDiagnosis && resolution.is_none();
        let gate = is_open_question.then_some(Gate::NoResolution);
        Some(Self { event, gate, mover: mover(event) })
    }

    /// With everything that stands on record.
    #[must_use]
    pub fn of(status: Status, standing: &Standing) -> Option<Self> {
        let event = match (event(status, standing.resolution)?, standing.resolution) {
            // Nothing decided yet and nothing free in sight: first the customer is asked.
            (Event::StartRepair, None | Some(Resolution::PaidRepair))
                if standing.has_paid_work && !standing.has_free_work && !standing.is_charge_agreed =>
            {
                Event::AskAgreement
            }
            (event, _) => event,
        };
        let mover = mover(event);
        // What others have to do is not ours to prepare.
        let shut = match mover {
            Mover::Customer | Mover::Supplier => None,
            Mover::Technician | Mover::Desk | Mover::Adjudicator => gate(status, event, standing).err(),
        };
        Some(Self { event, gate: shut, mover: shut.map_or(mover, settles) })
    }
}

fn event(status: Status, resolution: Option<Resolution>) -> Option<Event> {
    Some(match status {
        Status::ToBeDiagnosed => Event::StartDiagnosis,
        Status::UnderDiagnosis => match resolution {
            Some(Resolution::FreeRepair | Resolution::PaidRepair) | None => Event::StartRepair,
            Some(Resolution::NoFaultFound) => Event::StartTest,
            Some(Resolution::Exchange | Resolution::Refund | Resolution::ReturnUnrepaired) => {
                Event::PrepareReturn
            }
        },
        Status::AwaitingDocuments => Event::DocumentsCame,
        Status::AwaitingAgreement => Event::Agree,
        Status::AwaitingParts => Event::PartsCame,
        Status::InRepair => match resolution {
            Some(Resolution::Exchange | Resolution::Refund | Resolution::ReturnUnrepaired) => {
                Event::PrepareReturn
            }
            Some(Resolution::FreeRepair | Resolution::PaidRepair | Resolution::NoFaultFound) | None => {
                Event::StartTest
            }
        },
        Status::InTest => Event::PassTest,
        Status::Away => Event::ComeBack,
        Status::Ready => Event::HandOver,
        Status::Unclaimed => Event::SomebodyCame,
        Status::Returned => Event::Close,
        Status::OnHold => Event::Release,
        Status::Closed | Status::Cancelled => return None,
    })
}

/// Whose move an event is.
const fn mover(event: Event) -> Mover {
    match event {
        Event::StartDiagnosis
        | Event::StartRepair
        | Event::StartTest
        | Event::FailTest
        | Event::PassTest
        | Event::AwaitParts
        | Event::SendAway => Mover::Technician,
        Event::AskDocuments
        | Event::AskAgreement
        | Event::PrepareReturn
        | Event::HandOver
        | Event::NobodyCame
        | Event::Close
        | Event::Hold
        | Event::Cancel
        | Event::Reopen => Mover::Desk,
        Event::Release => Mover::Adjudicator,
        Event::DocumentsCame | Event::Agree | Event::Decline | Event::SomebodyCame => Mover::Customer,
        Event::PartsCame | Event::ComeBack => Mover::Supplier,
    }
}

/// Who settles what a gate asks for.
const fn settles(gate: Gate) -> Mover {
    match gate {
        Gate::Locked | Gate::OurWork | Gate::NoConsent | Gate::NotGranted | Gate::DecisionOpen => {
            Mover::Adjudicator
        }
        Gate::NotDetermined | Gate::NoSecondPerson | Gate::NoSoak | Gate::TestFirst | Gate::NoTest => {
            Mover::Technician
        }
        Gate::ConsentGiven
        | Gate::NoQuote
        | Gate::ChargeNotAgreed
        | Gate::NoResolution
        | Gate::NoDisposition => Mover::Desk,
        Gate::NoEvidence | Gate::NoChoice | Gate::PaymentOpen => Mover::Customer,
        Gate::UnitAway => Mover::Supplier,
    }
}

#[cfg(test)]
mod tests {
    use super::{Mover, Next, event};
    use crate::gate::{Gate, Standing};
    use crate::resolution::Resolution;
    use crate::ticket::{Event, Status};

    #[test]
    fn what_comes_next_always_fits_the_status() {
        let resolutions = Resolution::ALL.into_iter().map(Some).chain([None]);
        for (status, resolution) in
            resolutions.flat_map(|resolution| Status::ALL.map(|status| (status, resolution)))
        {
            match event(status, resolution) {
                Some(event) => assert!(status.after(event).is_ok(), "{status:?} {event:?}"),
                None => assert!(matches!(status, Status::Closed | Status::Cancelled), "{status:?}"),
            }
        }
    }

    #[test]
    fn the_next_move_names_whose_it_is_and_what_is_to_be_settled_first() {
        let nothing = Standing::default();
        let free = Standing { has_free_work: true, ..nothing };
        let paid = Standing { has_paid_work: true, ..nothing };
        let quoted = Standing { is_quote_out: true, ..paid };
        let agreed = Standing { is_charge_agreed: true, ..paid };
        let exchange = Standing { resolution: Some(Resolution::Exchange), has_consent: true, ..nothing };
        for (status, standing, event, gate, mover) in [
            (Status::ToBeDiagnosed, nothing, Event::StartDiagnosis, None, Mover::Technician),
            (
                Status::UnderDiagnosis,
                nothing,
                Event::StartRepair,
                Some(Gate::NotDetermined),
                Mover::Technician,
            ),
            (Status::UnderDiagnosis, free, Event::StartRepair, None, Mover::Technician),
            (Status::UnderDiagnosis, paid, Event::AskAgreement, Some(Gate::NoQuote), Mover::Desk),
            (Status::UnderDiagnosis, quoted, Event::AskAgreement, None, Mover::Desk),
            (Status::UnderDiagnosis, agreed, Event::StartRepair, None, Mover::Technician),
            (
                Status::UnderDiagnosis,
                exchange,
                Event::PrepareReturn,
                Some(Gate::NotGranted),
                Mover::Adjudicator,
            ),
            (Status::AwaitingAgreement, quoted, Event::Agree, None, Mover::Customer),
            (Status::AwaitingParts, free, Event::PartsCame, None, Mover::Supplier),
            (Status::InTest, free, Event::PassTest, Some(Gate::NoTest), Mover::Technician),
            (Status::OnHold, nothing, Event::Release, Some(Gate::NoConsent), Mover::Adjudicator),
            (Status::Returned, nothing, Event::Close, Some(Gate::NoDisposition), Mover::Desk),
        ] {
            assert_eq!(Next::of(status, &standing), Some(Next { event, gate, mover }), "{status:?}");
        }
        assert_eq!(Next::of(Status::Closed, &free), None);
    }
}
