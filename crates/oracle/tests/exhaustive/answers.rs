//! The engine's outcome on every record, asked once each by two threads and kept as small numbers, so that comparing a
//! record with its neighbours is looking into an array.

use crate::grid::{self, AXES, Axis, RECORDS, Record};
use nightbench_calendar::Calendar;
use nightbench_domain::claim::Remedy;
use nightbench_eligibility::verdict::{Need, Outcome};
use nightbench_eligibility::{Outcomes, Policy, outcomes};
use std::collections::HashMap;
use std::sync::Mutex;

/// What the four remedies come to in a record, in a form in which two are compared in a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Answer {
    /// For each remedy [`OPEN`], or what every completion agrees on.
    pub(crate) settled: [u8; 4],
    /// For each remedy that is open the facts it needs, bit n for axis n.
    pub(crate) pivotal: [u16; 4],
}

pub(crate) const OPEN: u8 = 0;
pub(crate) const GRANTED: u8 = 1;
pub(crate) const DENIED: u8 = 2;
/// A known lack is a definite answer too: this and the need's own number.
const LACK: u8 = 3;

pub(crate) const fn lack(need: Need) -> u8 {
    LACK + need as u8
}

/// The answers to records of the grid.
#[derive(Clone)]
pub(crate) struct Answers {
    codes: Vec<u16>,
    distinct: Vec<Answer>,
}

/// Answers seen so far. Few are distinct, so that the lock is rarely asked for.
#[derive(Default)]
struct Seen {
    numbers: HashMap<Answer, u16>,
    distinct: Vec<Answer>,
}

impl Answer {
    /// Whether everything that is definite here is the same there.
    pub(crate) fn is_kept_by(&self, other: &Self) -> bool {
        const { assert!(OPEN == 0, "what is open is a zero byte") };
        let (own, other) = (u32::from_ne_bytes(self.settled), u32::from_ne_bytes(other.settled));
        // The high bit of each byte that is not zero, spread over the byte: no answer uses that bit itself.
        let is_definite = ((own + 0x7f7f_7f7f) & 0x8080_8080) >> 7;
        (own ^ other) & (is_definite * 0xff) == 0
    }
}

impl Answers {
    /// Asks the engine about every record.
    pub(crate) fn of_the_engine(policy: &Policy, calendar: &Calendar) -> Self {
        let mut codes = vec![0; RECORDS];
        let seen = Mutex::new(Seen::default());
        let half = RECORDS / 2;
        let (lower, upper) = codes.split_at_mut(half);
        std::thread::scope(|scope| {
            scope.spawn(|| ask(policy, calendar, &seen, 0, lower));
            scope.spawn(|| ask(policy, calendar, &seen, half, upper));
        });
        Self { codes, distinct: seen.into_inner().unwrap().distinct }
    }

    pub(crate) fn at(&self, index: usize) -> &Answer {
        &self.distinct[usize::from(self.codes[index])]
    }

    pub(crate) fn of(&self, record: &Record) -> &Answer {
        self.at(grid::index(record))
    }

    /// How many different answers there are.
    pub(crate) fn distinct(&self) -> usize {
        self.distinct.len()
    }

    /// Plants a mistake.
    pub(crate) fn plant(&mut self, record: &Record, change: impl Fn(&mut Answer)) {
        let mut answer = *self.of(record);
        change(&mut answer);
        self.codes[grid::index(record)] = u16::try_from(self.distinct.len()).unwrap();
        self.distinct.push(answer);
    }
}

fn ask(policy: &Policy, calendar: &Calendar, seen: &Mutex<Seen>, first: usize, codes: &mut [u16]) {
    let mut own: HashMap<Answer, u16> = HashMap::new();
    let mut last: Option<(Outcomes, [bool; 2], u16)> = None;
    let mut record = grid::record(first);
    let mut facts = grid::facts(&record);
    for code in codes {
        let outcomes = outcomes(policy, calendar, &facts);
        // What a need means depends on whether consent and accessories are known (a lack) or not (a question).
        let known = [Axis::Consent, Axis::Accessories].map(|axis| record[axis as usize] < 2);
        *code = match last {
            Some((before, then, number)) if before == outcomes && then == known => number,
            Some(_) | None => {
                let answer = answer(&outcomes, known);
                *own.entry(answer).or_insert_with(|| {
                    let mut seen = seen.lock().unwrap();
                    let next = u16::try_from(seen.distinct.len()).unwrap();
                    let number = *seen.numbers.entry(answer).or_insert(next);
                    if number == next {
                        seen.distinct.push(answer);
                    }
                    number
                })
            }
        };
        last = Some((outcomes, known, *code));
        let changed = grid::advance(&mut record);
        for axis in AXES.into_iter().take(changed) {
            grid::set(&mut facts, axis, record[axis as usize]);
        }
    }
}

/// The engine's outcomes as an answer; `known` says whether consent and accessories are.
pub(crate) fn answer(outcomes: &Outcomes, known: [bool; 2]) -> Answer {
    let mut answer = Answer { settled: [OPEN; 4], pivotal: [0; 4] };
    for (at, remedy) in Remedy::ALL.into_iter().enumerate() {
        let given = outcomes.of(remedy);
        answer.settled[at] = match given.outcome {
            Outcome::Granted => GRANTED,
            Outcome::Denied => DENIED,
            Outcome::Needs => OPEN,
        };
        assert_eq!(given.needs.is_empty(), given.outcome != Outcome::Needs, "{outcomes:?}");
        for need in given.needs.iter() {
            match axis_of(need, known) {
                Some(axis) => answer.pivotal[at] |= 1 << axis as u16,
                None => {
                    assert_eq!(given.needs.len(), 1, "a known lack stands alone: {outcomes:?}");
                    answer.settled[at] = lack(need);
                }
            }
        }
    }
    answer
}

/// The fact that a need asks for; none where it is a known lack.
fn axis_of(need: Need, [is_consent_known, are_accessories_known]: [bool; 2]) -> Option<Axis> {
    match need {
        Need::Consent => (!is_consent_known).then_some(Axis::Consent),
        Need::Accessories => (!are_accessories_known).then_some(Axis::Accessories),
        Need::AuthorisedSource => Some(Axis::Source),
        Need::SerialMatch => Some(Axis::Matches),
        Need::SerialLabel => Some(Axis::Label),
        Need::PurchaseProof => Some(Axis::Proof),
        Need::WarrantyCertificate => Some(Axis::Certificate),
        Need::SaleKind => Some(Axis::Sale),
        Need::ClaimObject => Some(Axis::Object),
        Need::ProductClass => Some(Axis::Class),
        Need::Diagnosis => Some(Axis::Findings),
        Need::PurchaseDate => Some(Axis::Time),
        Need::Contract | Need::Dates | Need::Review => None,
        Need::ConsumableDefect => panic!("no record names a consumable"),
    }
}
