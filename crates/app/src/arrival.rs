//! What follows for a claim from how its unit came: consent by the act of receiving or of giving a number (3.3), and
//! what the label lets one read (5.8). Not how a number is found (authorisation.rs). Called by claim.rs; a fact that
//! somebody stated is never replaced.

use crate::claim::{Derived, FactSource};
use crate::draft::IntakeDraft;
use crate::known::Known;
use chrono::NaiveDate;
use nightbench_domain::authorisation::{Authorisation, Standing};
use nightbench_domain::intake::{Channel, Intake};
use nightbench_domain::label::LabelState;
use nightbench_eligibility::facts::{Answer, Facts, Serial, SerialLabel};

/// How a unit came, as far as it was said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arrival {
    /// By which way.
    pub channel: Option<Channel>,
    /// What showed that we agreed to receive it.
    pub authorisation: Option<Authorisation>,
    /// How its label was found.
    pub label: Option<LabelState>,
    /// The day it came.
    pub received_on: Option<NaiveDate>,
}

impl Arrival {
    /// As a half-typed intake says. A number that cannot be read says nothing yet.
    #[must_use]
    pub fn by_draft(draft: &IntakeDraft) -> Self {
        Self {
            channel: draft.channel,
            authorisation: draft.authorisation().ok().flatten(),
            label: draft.label,
            received_on: draft.received_on,
        }
    }

    /// As a received intake says.
    #[must_use]
    pub fn by_intake(intake: &Intake) -> Self {
        Self {
            channel: intake.channel,
            authorisation: intake.authorisation.clone(),
            label: intake.label,
            received_on: Some(intake.received_on),
        }
    }
}

/// Takes from the arrival what nobody stated; which it was.
pub(crate) fn derive(facts: &mut Facts, arrival: &Arrival, known: &Known) -> Vec<Derived> {
    let mut derived = Vec::new();
    if facts.return_consent.is_none()
        && let Some((consent, from)) = consent(arrival, known)
    {
        facts.return_consent = Some(consent.into());
        derived.push(from);
    }
    let Some(label) = arrival.label.map(readable) else { return derived };
    // "Asked, no answer" about the whole serial stays as it was said.
    let said = match &facts.serial {
        None => Serial::default(),
        Some(Answer::Known(serial)) => serial.clone(),
        Some(Answer::Unavailable(_)) => return derived,
    };
    if said.label.is_none() {
        facts.serial = Some(Serial { label: Some(label.into()), ..said }.into());
        derived.push(Derived::here("serial.label", FactSource::Label));
    }
    derived
}

/// Consent is set by what somebody did: taking the unit over the counter, giving a number for it, or agreeing with its
/// dealer once and for all. Only a parcel that came without any is known to be without; nothing else that is missing is.
fn consent(arrival: &Arrival, known: &Known) -> Option<(bool, Derived)> {
    let by = |source| Derived::here("return_consent", source);
    if arrival.channel == Some(Channel::Counter) {
        return Some((true, by(FactSource::Counter)));
    }
    if let Some(Authorisation::Number { standing, .. }) = &arrival.authorisation
        && standing.or(known.standing).is_some_and(Standing::is_consent)
    {
        return Some((true, by(FactSource::Authorisation)));
    }
    if let Some(standing_consent) = arrival.received_on.and_then(|on| known.standing_consent(on)) {
        return Some((true, standing_consent));
    }
    match (&arrival.authorisation, arrival.channel) {
        (Some(Authorisation::None), Some(Channel::Courier | Channel::Dealer)) => {
            Some((false, by(FactSource::Unannounced)))
        }
        (Some(Authorisation::None | Authorisation::Number { .. }) | None, _) => None,
    }
}

/// The bench's states of a label as 5.8 asks for them.
const fn readable(label: LabelState) -> SerialLabel {
    match label {
        LabelState::Intact | LabelState::ReplacedByUs => SerialLabel::Readable,
        LabelState::Worn | LabelState::Torn | LabelState::Altered => SerialLabel::Unreadable,
        LabelState::Absent => SerialLabel::Absent,
    }
}

#[cfg(test)]
mod tests {
    use super::{Arrival, consent, readable};
    use crate::claim::FactSource;
    use crate::known::Known;
    use nightbench_domain::authorisation::{Authorisation, Standing};
    use nightbench_domain::id::CentreCode;
    use nightbench_domain::intake::Channel;
    use nightbench_domain::label::LabelState;
    use nightbench_domain::rma::{RmaNumber, Series};
    use nightbench_eligibility::facts::SerialLabel;

    #[test]
    fn consent_is_set_by_the_act_and_only_a_parcel_without_a_number_is_without_it() {
        let number = |standing| {
            let rma =
                RmaNumber::new(&CentreCode::parse("CD01").unwrap(), &Series::parse("A7K3M").unwrap(), 412);
            Some(Authorisation::Number { rma, standing: Some(standing) })
        };
        let none = || Some(Authorisation::None);
        for (channel, authorisation, expected) in [
            (None, None, None),
            (None, none(), None),
            (Some(Channel::Courier), None, None),
            (Some(Channel::Counter), None, Some((true, FactSource::Counter))),
            (Some(Channel::Counter), none(), Some((true, FactSource::Counter))),
            (Some(Channel::Courier), none(), Some((false, FactSource::Unannounced))),
            (Some(Channel::Dealer), none(), Some((false, FactSource::Unannounced))),
            (Some(Channel::Courier), number(Standing::IssuedHere), Some((true, FactSource::Authorisation))),
            (None, number(Standing::NotSeenHere), Some((true, FactSource::Authorisation))),
            (Some(Channel::Dealer), number(Standing::UsedBefore), Some((true, FactSource::Authorisation))),
            (Some(Channel::Courier), number(Standing::Cancelled), None),
        ] {
            let arrival = Arrival { channel, authorisation, label: None, received_on: None };
            let found = consent(&arrival, &Known::default()).map(|(is, from)| (is, from.source));
            assert_eq!(found, expected, "{arrival:?}");
        }
    }

    #[test]
    fn a_label_is_readable_as_the_contract_of_the_facts_says() {
        for (label, expected) in [
            (LabelState::Intact, SerialLabel::Readable),
            (LabelState::ReplacedByUs, SerialLabel::Readable),
            (LabelState::Worn, SerialLabel::Unreadable),
            (LabelState::Torn, SerialLabel::Unreadable),
            (LabelState::Altered, SerialLabel::Unreadable),
            (LabelState::Absent, SerialLabel::Absent),
        ] {
            assert_eq!(readable(label), expected, "{label:?}");
        }
    }
}
