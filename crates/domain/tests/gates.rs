//! The machine and its gates against a naive model: the table of the journey written down a second time, line by line, and
//! the commitment's conditions as plain sentences. Random walks of events over changing standings must agree with it, and
//! none may reach the customer past a condition of the commitment.

use nightbench_domain::gate::{Gate, Standing, gate};
use nightbench_domain::resolution::Resolution;
use nightbench_domain::ticket::{Event, Status};
use proptest::prelude::{Just, Strategy, any, prop, proptest};
use proptest::sample::{Index, select};
use proptest::test_runner::Config;

/// Where an event leads, as people of the trade say it; a pair that is not here does not happen.
const JOURNEY: &[(Status, &[(Event, Status)])] = &[
    (
        Status::ToBeDiagnosed,
        &[
            (Event::StartDiagnosis, Status::UnderDiagnosis),
            (Event::AskDocuments, Status::AwaitingDocuments),
            (Event::SendAway, Status::Away),
            (Event::PrepareReturn, Status::Ready),
            (Event::Hold, Status::OnHold),
            (Event::Cancel, Status::Cancelled),
        ],
    ),
    (
        Status::UnderDiagnosis,
        &[
            (Event::AskDocuments, Status::AwaitingDocuments),
            (Event::AskAgreement, Status::AwaitingAgreement),
            (Event::AwaitParts, Status::AwaitingParts),
            (Event::StartRepair, Status::InRepair),
            (Event::StartTest, Status::InTest),
            (Event::SendAway, Status::Away),
            (Event::PrepareReturn, Status::Ready),
        ],
    ),
    (
        Status::AwaitingDocuments,
        &[
            (Event::DocumentsCame, Status::UnderDiagnosis),
            (Event::StartDiagnosis, Status::UnderDiagnosis),
            (Event::AskAgreement, Status::AwaitingAgreement),
            (Event::PrepareReturn, Status::Ready),
            (Event::Cancel, Status::Cancelled),
        ],
    ),
    (
        Status::AwaitingAgreement,
        &[
            (Event::Agree, Status::InRepair),
            (Event::StartRepair, Status::InRepair),
            (Event::Decline, Status::UnderDiagnosis),
            (Event::StartDiagnosis, Status::UnderDiagnosis),
            (Event::AskDocuments, Status::AwaitingDocuments),
            (Event::AwaitParts, Status::AwaitingParts),
            (Event::SendAway, Status::Away),
            (Event::PrepareReturn, Status::Ready),
        ],
    ),
    (
        Status::AwaitingParts,
        &[
            (Event::PartsCame, Status::InRepair),
            (Event::StartRepair, Status::InRepair),
            (Event::StartDiagnosis, Status::UnderDiagnosis),
            (Event::AskAgreement, Status::AwaitingAgreement),
            (Event::SendAway, Status::Away),
            (Event::PrepareReturn, Status::Ready),
        ],
    ),
    (
        Status::InRepair,
        &[
            (Event::AskDocuments, Status::AwaitingDocuments),
            (Event::AskAgreement, Status::AwaitingAgreement),
            (Event::AwaitParts, Status::AwaitingParts),
            (Event::StartDiagnosis, Status::UnderDiagnosis),
            (Event::StartTest, Status::InTest),
            (Event::SendAway, Status::Away),
            (Event::PrepareReturn, Status::Ready),
        ],
    ),
    (
        Status::InTest,
        &[
            (Event::FailTest, Status::InRepair),
            (Event::StartRepair, Status::InRepair),
            (Event::PassTest, Status::Ready),
            (Event::StartDiagnosis, Status::UnderDiagnosis),
            (Event::SendAway, Status::Away),
        ],
    ),
    (Status::Away, &[(Event::ComeBack, Status::UnderDiagnosis), (Event::PrepareReturn, Status::Ready)]),
    (
        Status::Ready,
        &[
            (Event::HandOver, Status::Returned),
            (Event::NobodyCame, Status::Unclaimed),
            (Event::StartDiagnosis, Status::UnderDiagnosis),
        ],
    ),
    (Status::Unclaimed, &[(Event::HandOver, Status::Returned), (Event::SomebodyCame, Status::Ready)]),
    (Status::Returned, &[(Event::Close, Status::Closed)]),
    (Status::Closed, &[]),
    (
        Status::OnHold,
        &[
            (Event::Release, Status::ToBeDiagnosed),
            (Event::PrepareReturn, Status::Ready),
            (Event::Cancel, Status::Cancelled),
        ],
    ),
    (Status::Cancelled, &[(Event::Reopen, Status::ToBeDiagnosed)]),
];

/// Where the model says an event leads.
fn leads_to(status: Status, event: Event) -> Option<Status> {
    let ways = JOURNEY.iter().filter(|(from, _)| *from == status).flat_map(|(_, ways)| *ways);
    ways.into_iter().find(|(known, _)| *known == event).map(|(_, to)| *to)
}

/// Every condition of the commitment on an event, as a sentence; the event may happen when all hold.
fn conditions(status: Status, event: Event, s: &Standing) -> Vec<(&'static str, bool)> {
    let gets = s.resolution;
    let one_of = |these: &[Resolution]| gets.is_some_and(|gets| these.contains(&gets));
    let repaired = one_of(&[Resolution::FreeRepair, Resolution::PaidRepair, Resolution::NoFaultFound]);
    let replaced = one_of(&[Resolution::Exchange, Resolution::Refund]);
    let leaves = matches!(event, Event::PrepareReturn | Event::HandOver);
    let works = matches!(event, Event::StartRepair | Event::PartsCame);
    let about_money = matches!(event, Event::Agree | Event::AskAgreement);
    let implies = |when: bool, then: bool| !when || then;
    vec![
        (
            "5.8 nothing is decided on a unit nobody knows",
            implies(leaves || works || about_money || event == Event::StartDiagnosis, !s.is_locked),
        ),
        ("2.2 our own failed work is settled first", implies(works || about_money, !s.is_our_work_open)),
        (
            "4.2 no paid work before the charge is agreed",
            implies(works, s.has_free_work || s.is_charge_agreed),
        ),
        ("4.2 an agreement is a recorded one", implies(event == Event::Agree, s.is_charge_agreed)),
        ("4.2 one answers a quote that was given", implies(event == Event::AskAgreement, s.is_quote_out)),
        ("3.1 a test is passed by a recorded test", implies(event == Event::PassTest, s.is_test_passed)),
        ("something is decided for the customer", implies(leaves, gets.is_some())),
        ("3.1 no way round the test", implies(event == Event::PrepareReturn, !repaired)),
        ("3.1 repaired units leave tested", implies(event == Event::HandOver && repaired, s.is_test_passed)),
        ("what is away is not given back", {
            let is_away = status == Status::Away && one_of(&[Resolution::ReturnUnrepaired]);
            implies(event == Event::PrepareReturn, !is_away)
        }),
        ("3.3 no refund or exchange without consent", implies(leaves && replaced, s.has_consent)),
        ("3.2, 3.3 it is granted", implies(leaves && replaced, s.is_granted)),
        ("3.2, 3.3 the evidence is here", implies(leaves && replaced, s.has_evidence)),
        ("3.2, 3.3 the customer chose", {
            let is_chosen = replaced || one_of(&[Resolution::ReturnUnrepaired]);
            implies(leaves && is_chosen, s.has_choice)
        }),
        ("free repair is granted", {
            implies(event == Event::HandOver && one_of(&[Resolution::FreeRepair]), s.is_granted)
        }),
        ("4.2 paid repair is agreed", {
            implies(event == Event::HandOver && one_of(&[Resolution::PaidRepair]), s.is_charge_agreed)
        }),
        ("5.9, 5.5 nobody pays or goes away empty on a finding that is not shown", {
            let is_paid = about_money || works && !s.has_free_work;
            let is_sent_off = event == Event::HandOver
                && one_of(&[Resolution::PaidRepair, Resolution::NoFaultFound])
                || leaves && one_of(&[Resolution::ReturnUnrepaired]) && s.has_consent;
            implies(is_paid || is_sent_off, !s.is_second_missing && !s.is_soak_missing)
        }),
        ("what is owed is paid", implies(event == Event::HandOver, !s.is_payment_open)),
        ("3.3 nothing is held that we agreed to", implies(event == Event::Hold, !s.has_consent)),
        ("3.3 what is held goes on with consent", implies(event == Event::Release, s.has_consent)),
        ("the hardware is settled before closing", implies(event == Event::Close, s.has_disposition)),
        ("no question is open before closing", implies(event == Event::Close, s.open_decisions == 0)),
    ]
}

fn standings() -> impl Strategy<Value = Standing> {
    let resolution =
        select(Resolution::ALL.into_iter().map(Some).chain([None]).collect::<Vec<Option<Resolution>>>());
    (any::<[bool; 15]>(), resolution, 0_u32..2).prop_map(|(is, resolution, open_decisions)| {
        let [
            is_locked,
            has_consent,
            has_free_work,
            has_paid_work,
            is_charge_agreed,
            is_quote_out,
            is_our_work_open,
            is_granted,
            has_evidence,
            has_choice,
            is_test_passed,
            is_payment_open,
            has_disposition,
            is_second_missing,
            is_soak_missing,
        ] = is;
        Standing {
            is_locked,
            has_consent,
            has_free_work,
            has_paid_work,
            is_charge_agreed,
            is_quote_out,
            is_our_work_open,
            resolution,
            is_granted,
            has_evidence,
            has_choice,
            is_test_passed,
            is_payment_open,
            has_disposition,
            is_second_missing,
            is_soak_missing,
            open_decisions,
        }
    })
}

/// Every pair of the journey.
fn pairs() -> Vec<(Status, Event)> {
    JOURNEY.iter().flat_map(|(from, ways)| ways.iter().map(|(event, _)| (*from, *event))).collect()
}

/// The gate is shut exactly where a condition is broken.
fn agrees(status: Status, event: Event, standing: &Standing) -> bool {
    let broken: Vec<_> = conditions(status, event, standing)
        .into_iter()
        .filter_map(|(sentence, holds)| (!holds).then_some(sentence))
        .collect();
    let said = gate(status, event, standing);
    assert_eq!(said.is_err(), !broken.is_empty(), "{status:?} {event:?} {said:?} {broken:?} {standing:?}");
    said.is_ok()
}

proptest! {
    #![proptest_config(Config { cases: 500, ..Config::default() })]

    /// Events in any order, mostly such as fit, what stands on record changing under them: the machine goes where the
    /// model goes and stops where it stops, and nothing leaves past a shut gate.
    #[test]
    fn no_walk_passes_a_shut_gate(
        steps in prop::collection::vec((any::<Index>(), select(Event::ALL.to_vec()), 0_u8..4, standings()), 1..120),
    ) {
        let mut status = Status::ToBeDiagnosed;
        for (pick, any_event, chance, standing) in steps {
            let fitting: Vec<_> = pairs().into_iter().filter(|(from, _)| *from == status).collect();
            let event = if chance == 0 || fitting.is_empty() { any_event } else { pick.get(&fitting).1 };
            let after = status.after(event).ok();
            assert_eq!(after, leads_to(status, event), "{status:?} {event:?}");
            let Some(to) = after else { continue };
            if agrees(status, event, &standing) {
                status = to;
            }
        }
    }
}

proptest! {
    #![proptest_config(Config { cases: 20_000, ..Config::default() })]

    #[test]
    fn a_gate_is_shut_exactly_where_a_condition_of_the_commitment_is_broken(
        (status, event) in select(pairs()),
        standing in standings(),
    ) {
        agrees(status, event, &standing);
    }

    /// Whatever else stands on record, a shut gate is opened by the one thing it names, or shows the next one.
    #[test]
    fn what_a_gate_names_is_what_is_missing(
        (status, event) in (select(Status::ALL.to_vec()), select(Event::ALL.to_vec())),
        standing in standings(),
    ) {
        let Err(shut) = gate(status, event, &standing) else { return Ok(()) };
        let settled = settle(shut, standing);
        assert_ne!(gate(status, event, &settled), Err(shut), "{status:?} {event:?} {standing:?}");
    }

    #[test]
    fn a_gate_about_the_commitment_names_its_clause(standing in standings(), status in Just(Status::Ready)) {
        if let Err(shut) = gate(status, Event::HandOver, &standing) {
            let is_ours = matches!(shut, Gate::NoResolution | Gate::PaymentOpen);
            assert_eq!(shut.clause(standing.resolution).is_none(), is_ours, "{shut:?}");
        }
    }
}

/// The standing after somebody settled what a gate names.
fn settle(shut: Gate, s: Standing) -> Standing {
    match shut {
        Gate::Locked => Standing { is_locked: false, ..s },
        Gate::OurWork => Standing { is_our_work_open: false, ..s },
        Gate::NoSecondPerson => Standing { is_second_missing: false, ..s },
        Gate::NoSoak => Standing { is_soak_missing: false, ..s },
        Gate::NotDetermined => Standing { has_paid_work: true, ..s },
        Gate::ChargeNotAgreed => Standing { is_charge_agreed: true, ..s },
        Gate::NoQuote => Standing { is_quote_out: true, ..s },
        Gate::NoResolution => Standing { resolution: Some(Resolution::Refund), ..s },
        Gate::TestFirst | Gate::UnitAway => Standing { resolution: Some(Resolution::Exchange), ..s },
        Gate::ConsentGiven => Standing { has_consent: false, ..s },
        Gate::NoConsent => Standing { has_consent: true, ..s },
        Gate::NotGranted => Standing { is_granted: true, ..s },
        Gate::NoEvidence => Standing { has_evidence: true, ..s },
        Gate::NoChoice => Standing { has_choice: true, ..s },
        Gate::NoTest => Standing { is_test_passed: true, ..s },
        Gate::PaymentOpen => Standing { is_payment_open: false, ..s },
        Gate::NoDisposition => Standing { has_disposition: true, ..s },
        Gate::DecisionOpen => Standing { open_decisions: 0, ..s },
    }
}
