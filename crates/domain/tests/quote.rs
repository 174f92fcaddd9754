//! A quote: what may be issued, what an answer agrees to, and sums that are exact or refused.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use nightbench_domain::id::AttachmentId;
use nightbench_domain::money::{AMOUNT_MINOR_MAX, Currency};
use nightbench_domain::quote::{
    Alternative, AlternativeKind, AnswerHow, ChargeException, ExceptionGround, LineKind, QuoteAnswer,
    QuoteChoice, QuoteLine, QuoteProblem, QuoteState, QuoteTerms,
};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn line(quantity: u32, unit_minor: u64) -> QuoteLine {
    QuoteLine {
        kind: LineKind::Labour,
        code: "L-01".to_owned(),
        name_zh: "工时费".to_owned(),
        name_en: String::new(),
        quantity,
        unit_minor,
    }
}

fn repair(lines: Vec<QuoteLine>) -> Alternative {
    Alternative { kind: AlternativeKind::Repair, title: String::new(), lines }
}

fn terms(alternatives: Vec<Alternative>) -> QuoteTerms {
    QuoteTerms {
        currency: Currency::yuan(),
        is_tax_included: None,
        valid_until: day("2026-04-01"),
        alternatives,
        note: String::new(),
        exception: None,
    }
    .tidy()
}

fn accept(alternative: u32, lines: &[u32]) -> QuoteChoice {
    QuoteChoice::Accept { alternative, lines: lines.to_vec() }
}

fn answer(choice: QuoteChoice) -> QuoteAnswer {
    QuoteAnswer {
        choice,
        who: "李雷".to_owned().into(),
        on: day("2026-03-10"),
        how: AnswerHow::Phone,
        words: "修吧".to_owned().into(),
        scan: None,
    }
}

#[test]
fn the_unit_as_it_came_is_always_the_last_alternative_and_there_once() {
    let back = |lines| Alternative {
        kind: AlternativeKind::ReturnUnrepaired,
        title: " 原样返还 ".to_owned(),
        lines,
    };
    for given in [
        vec![],
        vec![repair(vec![line(1, 100)])],
        vec![back(vec![line(1, 50)]), repair(vec![line(1, 100)]), back(vec![line(1, 60)])],
    ] {
        let repairs = given.iter().filter(|one| one.kind == AlternativeKind::Repair).count();
        let tidy = terms(given);
        assert_eq!(tidy.alternatives.len(), repairs + 1);
        assert_eq!(tidy.alternatives.last().unwrap().kind, AlternativeKind::ReturnUnrepaired);
        assert!(tidy.alternatives.iter().rev().skip(1).all(|one| one.kind == AlternativeKind::Repair));
    }
}

#[test]
fn what_is_missing_keeps_a_quote_a_draft() {
    let nameless = QuoteLine { name_zh: String::new(), ..line(1, 100) };
    let exception = |reference: &str| {
        Some(ChargeException { ground: ExceptionGround::Law, reference: reference.to_owned() })
    };
    let good = terms(vec![repair(vec![line(2, 100)])]);
    for (terms, issued, drafted) in [
        (good.clone(), Ok(()), Ok(())),
        (terms(vec![]), Ok(()), Ok(())),
        (terms(vec![repair(vec![])]), Err(QuoteProblem::NoLine), Ok(())),
        (terms(vec![repair(vec![nameless])]), Err(QuoteProblem::NoName), Ok(())),
        (terms(vec![repair(vec![line(0, 100)])]), Err(QuoteProblem::Quantity), Ok(())),
        (terms(vec![repair(vec![line(1_000, 100)])]), Err(QuoteProblem::Quantity), Ok(())),
        (
            terms(vec![repair(vec![line(2, AMOUNT_MINOR_MAX)])]),
            Err(QuoteProblem::TooLarge),
            Err(QuoteProblem::TooLarge),
        ),
        (terms(vec![repair(vec![line(1, 1)]); 5]), Err(QuoteProblem::TooMany), Err(QuoteProblem::TooMany)),
        (QuoteTerms { valid_until: day("2026-03-01"), ..good.clone() }, Err(QuoteProblem::OutOfDate), Ok(())),
        (
            QuoteTerms { exception: exception("  "), ..good.clone() }.tidy(),
            Err(QuoteProblem::NoReference),
            Ok(()),
        ),
        (QuoteTerms { exception: exception("合同 7.2"), ..good.clone() }, Ok(()), Ok(())),
        (
            QuoteTerms { note: "长".repeat(2_001), ..good },
            Err(QuoteProblem::TooLong),
            Err(QuoteProblem::TooLong),
        ),
    ] {
        assert_eq!(terms.check(day("2026-03-02")), issued, "{terms:?}");
        assert_eq!(terms.check_draft(), drafted, "{terms:?}");
    }
}

#[test]
fn only_an_accepted_line_of_a_repair_lets_paid_work_begin() {
    let terms = terms(vec![repair(vec![line(1, 100), line(2, 30)]), repair(vec![line(1, 70)])]);
    for (choice, sum, agrees) in [
        (accept(0, &[0, 1]), Ok(160), true),
        (accept(0, &[1]), Ok(60), true),
        (accept(1, &[0]), Ok(70), true),
        (accept(2, &[]), Ok(0), false),
        (QuoteChoice::Decline, Ok(0), false),
        (accept(0, &[]), Err(QuoteProblem::NoSuchChoice), false),
        (accept(0, &[0, 0]), Err(QuoteProblem::NoSuchChoice), true),
        (accept(0, &[2]), Err(QuoteProblem::NoSuchChoice), true),
        (accept(3, &[0]), Err(QuoteProblem::NoSuchChoice), false),
    ] {
        assert_eq!(terms.accepted_minor(&choice), sum, "{choice:?}");
        assert_eq!(terms.agrees_to_repair(&choice), agrees, "{choice:?}");
    }
}

#[test]
fn an_answer_is_of_a_day_on_which_the_quote_stood_and_is_proven() {
    let terms = terms(vec![repair(vec![line(1, 100)])]);
    let good = answer(accept(0, &[0]));
    let decline = answer(QuoteChoice::Decline);
    let scan = Some(AttachmentId::new(Uuid::nil()));
    let none = || String::new().into();
    for (answer, today, expected) in [
        (good.clone(), "2026-03-10", Ok(())),
        (good.clone(), "2026-06-01", Ok(())),
        (good.clone(), "2026-03-09", Err(QuoteProblem::AnswerDay)),
        (QuoteAnswer { on: day("2026-03-01"), ..good.clone() }, "2026-06-01", Err(QuoteProblem::AnswerDay)),
        (QuoteAnswer { on: day("2026-04-02"), ..good.clone() }, "2026-06-01", Err(QuoteProblem::AnswerDay)),
        (QuoteAnswer { on: day("2026-04-02"), ..decline }, "2026-06-01", Ok(())),
        (QuoteAnswer { who: none(), ..good.clone() }, "2026-03-10", Err(QuoteProblem::Nobody)),
        (QuoteAnswer { words: none(), ..good.clone() }, "2026-03-10", Err(QuoteProblem::Unproven)),
        (QuoteAnswer { how: AnswerHow::Signed, ..good.clone() }, "2026-03-10", Err(QuoteProblem::Unproven)),
        (QuoteAnswer { how: AnswerHow::Signed, words: none(), scan, ..good }, "2026-03-10", Ok(())),
    ] {
        assert_eq!(answer.check(&terms, day("2026-03-02"), day(today)), expected, "{answer:?} {today}");
    }
}

#[test]
fn an_issued_quote_expires_the_day_after_its_last() {
    let last = day("2026-04-01");
    for (state, today, read) in [
        (QuoteState::Issued, "2026-04-01", QuoteState::Issued),
        (QuoteState::Issued, "2026-04-02", QuoteState::Expired),
        (QuoteState::Draft, "2026-04-02", QuoteState::Draft),
        (QuoteState::Accepted, "2026-04-02", QuoteState::Accepted),
        (QuoteState::Superseded, "2026-04-02", QuoteState::Superseded),
    ] {
        assert_eq!(state.on(last, day(today)), read);
    }
}

fn some_lines() -> impl Strategy<Value = Vec<QuoteLine>> {
    let unit = prop_oneof![0_u64..1_000_000, any::<u64>(), Just(AMOUNT_MINOR_MAX)];
    vec((0_u32..2_000, unit).prop_map(|(quantity, unit_minor)| line(quantity, unit_minor)), 0..8)
}

proptest! {
    #[test]
    fn a_total_is_the_sum_that_wide_arithmetic_finds_or_it_is_refused(lines in some_lines()) {
        let wide: u128 = lines.iter().map(|line| u128::from(line.quantity) * u128::from(line.unit_minor)).sum();
        match repair(lines).total_minor() {
            Ok(total) => prop_assert_eq!(u128::from(total), wide),
            Err(problem) => {
                prop_assert_eq!(problem, QuoteProblem::TooLarge);
                prop_assert!(wide > u128::from(AMOUNT_MINOR_MAX));
            }
        }
    }

    #[test]
    fn what_is_accepted_in_parts_never_costs_more_than_the_whole(
        lines in vec((1_u32..999, 0_u64..1_000_000).prop_map(|(quantity, unit)| line(quantity, unit)), 1..8),
        mask in any::<u8>(),
    ) {
        let places: Vec<u32> = (0..u32::try_from(lines.len()).unwrap()).filter(|at| mask >> at & 1 == 1).collect();
        let rest: Vec<u32> = (0..u32::try_from(lines.len()).unwrap()).filter(|at| mask >> at & 1 == 0).collect();
        let whole = repair(lines.clone()).total_minor().unwrap();
        let terms = terms(vec![repair(lines)]);
        let part = |places: &[u32]| terms.accepted_minor(&accept(0, places)).unwrap_or(0);
        prop_assert_eq!(part(&places) + part(&rest), whole);
    }
}
