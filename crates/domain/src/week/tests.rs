//! Weeks and what they add up to, by hand.

use super::{
    FaultTally, Share, Week, WeekAmount, WeekCost, WeekFigure, WeekLine, WeekStanding, WeekTally,
    top_by_batch, top_by_dealer,
};
use crate::money::Currency;
use crate::serial::SerialNumber;

#[test]
fn a_week_begins_on_monday_and_belongs_to_the_year_of_its_thursday() {
    for (day, week, first, last) in [
        ("2026-11-16", "2026-W47", "2026-11-16", "2026-11-22"),
        ("2026-11-22", "2026-W47", "2026-11-16", "2026-11-22"),
        ("2026-11-23", "2026-W48", "2026-11-23", "2026-11-29"),
        ("2026-12-31", "2026-W53", "2026-12-28", "2027-01-03"),
        ("2027-01-03", "2026-W53", "2026-12-28", "2027-01-03"),
        ("2027-01-04", "2027-W01", "2027-01-04", "2027-01-10"),
        ("2024-12-30", "2025-W01", "2024-12-30", "2025-01-05"),
    ] {
        let of = Week::of(day.parse().unwrap());
        assert_eq!(of.to_string(), week, "{day}");
        assert_eq!((of.first_on().to_string(), of.last_on().to_string()), (first.into(), last.into()));
        assert_eq!(week.parse(), Ok(of));
        assert_eq!(of.next().before(1), of);
    }
    for wrong in ["", "2026", "2026-47", "2026-W54", "2026-W00", "2026-W7", "26-W07", "2025-W53", "2026-W+7"]
    {
        assert!(wrong.parse::<Week>().is_err(), "{wrong}");
    }
    let weeks = "2027-W02".parse::<Week>().unwrap().with_those_before();
    assert_eq!(
        weeks.map(|week| week.to_string()),
        ["2026-W51", "2026-W52", "2026-W53", "2027-W01", "2027-W02"]
    );
}

#[test]
fn a_share_of_fewer_than_twenty_is_no_percentage_and_all_but_one_is_not_all() {
    for (part, of, percent) in [
        (3, 7, None),
        (19, 19, None),
        (0, 0, None),
        (10, 20, Some(50)),
        (20, 20, Some(100)),
        (0, 20, Some(0)),
        (1, 400, Some(1)),
        (399, 400, Some(99)),
        (1, 40, Some(3)),
        (2, 3000, Some(1)),
    ] {
        assert_eq!(Share::new(part, of).percent, percent, "{part} of {of}");
    }
}

fn received(counts: [Option<u32>; 5]) -> WeekLine {
    let week = |received| WeekTally { received, ..WeekTally::default() };
    let lines = WeekLine::all(&counts.map(|count| count.map(week)));
    lines.into_iter().find(|line| line.figure == WeekFigure::Received).unwrap()
}

#[test]
fn a_week_stands_above_or_below_only_when_it_does_so_to_each_of_the_four() {
    use WeekStanding::{Highest, Lowest};
    for (counts, mean, standing) in [
        ([Some(3), Some(5), Some(4), Some(6), Some(7)], Some(45), Some(Highest)),
        ([Some(3), Some(5), Some(4), Some(6), Some(6)], Some(45), None),
        ([Some(3), Some(5), Some(4), Some(6), Some(2)], Some(45), Some(Lowest)),
        ([Some(1), Some(1), Some(1), Some(2), Some(2)], Some(13), None),
        ([None, Some(5), Some(4), Some(6), Some(9)], Some(50), None),
        ([None, None, None, None, Some(9)], None, None),
    ] {
        let line = received(counts);
        assert_eq!(line.before, mean.map(|tenths| WeekAmount::Mean { tenths }), "{counts:?}");
        assert_eq!(line.standing, standing, "{counts:?}");
    }
}

fn on_limit(shares: [(u32, u32); 5]) -> WeekLine {
    let week = |(on_limit, returned)| Some(WeekTally { on_limit, returned, ..WeekTally::default() });
    let lines = WeekLine::all(&shares.map(week));
    lines.into_iter().find(|line| line.figure == WeekFigure::OnLimit).unwrap()
}

#[test]
fn shares_of_the_four_weeks_are_added_up_and_compared_only_where_each_has_enough() {
    let few = on_limit([(3, 4), (2, 5), (0, 0), (5, 5), (1, 6)]);
    assert_eq!(few.before, Some(WeekAmount::Share { share: Share::new(10, 14) }));
    assert_eq!(few.standing, None);
    let many = on_limit([(30, 40), (16, 20), (20, 25), (18, 24), (15, 24)]);
    assert_eq!(many.before, Some(WeekAmount::Share { share: Share::new(84, 109) }));
    assert_eq!(many.standing, Some(WeekStanding::Lowest));
    assert_eq!(on_limit([(30, 40), (16, 20), (20, 25), (18, 24), (15, 20)]).standing, None);
}

#[test]
fn money_is_kept_apart_by_currency() {
    let cost = |code: &str, minor| WeekCost { currency: Currency::parse(code).unwrap(), minor };
    let week = |costs| Some(WeekTally { costs, ..WeekTally::default() });
    let lines = WeekLine::all(&[
        week(vec![cost("CNY", 100)]),
        week(vec![]),
        week(vec![cost("CNY", 50)]),
        week(vec![cost("EUR", 30)]),
        week(vec![cost("CNY", 1), cost("EUR", 31)]),
    ]);
    let money = |code: &str, minor| WeekAmount::Money { minor, currency: Currency::parse(code).unwrap() };
    let told: Vec<_> = lines.iter().filter(|line| line.figure == WeekFigure::WarrantyCost).collect();
    assert_eq!(told.len(), 2);
    assert_eq!(told[0].weeks[0], Some(money("CNY", 100)));
    assert_eq!(told[0].before, Some(money("CNY", 38)), "37.5 is rounded up");
    assert_eq!(told[1].weeks[4], Some(money("EUR", 31)));
    assert_eq!(told[1].standing, Some(WeekStanding::Highest));
    let nothing = WeekLine::all(&[None, None, None, None, Some(WeekTally::default())]);
    assert_eq!(nothing.last().unwrap().weeks[4], Some(money("CNY", 0)));
}

#[test]
fn faults_are_ranked_by_the_week_itself_then_by_those_before() {
    let tally = |is_own, serial: &str, dealer: &str, fault: &str, diagnoses| FaultTally {
        is_own,
        model: "NV-640".to_owned(),
        serial: SerialNumber::parse(serial).unwrap(),
        dealer: dealer.to_owned(),
        fault: fault.to_owned(),
        diagnoses,
    };
    let tallies = [
        tally(true, "JP2409-00417", "甲", "shutter", 2),
        tally(false, "JP2409-00002", "乙", "shutter", 3),
        tally(true, "JP2409-00418", "", "shutter", 1),
        tally(true, "JP-7", "甲", "display", 1),
        tally(false, "JP-8", "甲", "display", 9),
        tally(false, "JP2410-00001", "甲", "seal", 4),
    ];
    let batches: Vec<_> =
        top_by_batch(&tallies).into_iter().map(|row| (row.place.1, row.fault, row.own, row.before)).collect();
    assert_eq!(
        batches,
        [
            ("JP2409-".into(), "shutter".into(), 3, 3),
            (String::new(), "display".into(), 1, 9),
            ("JP2410-".into(), "seal".into(), 0, 4),
        ]
    );
    let dealers: Vec<_> =
        top_by_dealer(&tallies).into_iter().map(|row| (row.place, row.fault, row.own, row.before)).collect();
    assert_eq!(
        dealers,
        [
            ("甲".into(), "shutter".into(), 2, 0),
            ("甲".into(), "display".into(), 1, 9),
            ("甲".into(), "seal".into(), 0, 4),
            ("乙".into(), "shutter".into(), 0, 3),
        ]
    );
}
