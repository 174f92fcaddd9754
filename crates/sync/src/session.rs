//! The conduct of a station's line to HQ, without IO: what happened goes in, what to do comes out. The host owns the
//! socket, the database and the timer, and does what it is told in order; it may be killed at any moment and begin with a
//! new session, for everything that must last is in the store.
//!
//! Nothing stops the line for good: a chain that is refused is set aside while the others go on, and what only a person can
//! mend is reported and tried again later.

use crate::wire::{
    BatchRefusal, Committed, ContentHash, CustomerKey, Head, Incarnation, Judged, PROTO, Refusal,
    RefusedBatch, SyncAnswer, SyncRequest,
};
use nightbench_domain::id::StationId;
use nightbench_domain::operation::{Epoch, OperationHash};
use std::collections::BTreeMap;

/// How many operations a page is asked to hold.
pub const PULL_MAX: u32 = 500;
/// With nothing to do, the next round is after so many seconds.
pub const REST_S: u32 = 30;
/// The longest pause after failures, in seconds.
pub const PAUSE_MAX_S: u32 = 300;
/// After so many rounds without an acknowledgement, while operations wait, the queue is said to stand still.
pub const STALLED_ROUNDS: u32 = 5;
/// A nonce that is refused so often in a row is not HQ's doing.
const NONCES: u32 = 3;

/// Where the station stands, read from its store.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Which life of HQ the cursor belongs to; `None`: it never pulled.
    pub incarnation: Option<Incarnation>,
    /// The last `commit_seq` that is stored.
    pub cursor: u64,
    /// Its own chains, every one it ever wrote.
    pub chains: Vec<Chain>,
    /// With [`Event::Answered`]: the hashes of its own operations at the places that are acknowledged, where it has one.
    pub places: BTreeMap<(Epoch, u64), OperationHash>,
}

/// One of the station's own chains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chain {
    /// Its end.
    pub head: Head,
    /// How far HQ acknowledged it.
    pub acked_seq: u64,
    /// Whether it is the one that is written now.
    pub is_current: bool,
    /// Whether HQ refused it; it is not sent until a person looked.
    pub is_set_aside: bool,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Somebody wrote something here.
    Written,
    /// The pause is over.
    Due,
    /// The line came up, or somebody asks for a round now.
    Asked,
    /// HQ answered.
    Answered(SyncAnswer),
    /// HQ refused.
    Refused(Refusal),
    /// No word of HQ came.
    Failed(LineFailure),
    /// What [`Action::Store`] brought is committed; with the hash of all records as they are stored now.
    Stored(ContentHash),
}

/// Why no word of HQ came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineFailure {
    /// There is no way to it, or it does not answer in time. Whether it took what was sent is not known.
    Unreachable,
    /// Something else answered: not our content type, as a captive portal does, or no message.
    NotHq,
}

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Send this, sealed with the nonce, with a batch for each of [`Standing::behind`] put in.
    Send {
        /// The request, still without batches and keys.
        request: SyncRequest,
        /// For the seal.
        nonce: String,
    },
    /// Store all of this in one transaction, then say [`Event::Stored`].
    Store(Take),
    /// Say [`Event::Due`] after so many seconds.
    Wait {
        /// How long.
        seconds: u32,
    },
    /// Show this until a round succeeds without it.
    Report(Trouble),
    /// Make what is derived from the stream anew; never the outbox.
    Rebuild,
}

/// What a round brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Take {
    /// HQ's database lives another life: everything taken before is forgotten first, its own operations never.
    pub is_new_life: bool,
    /// That life.
    pub incarnation: Incarnation,
    /// What follows in the stream.
    pub page: Vec<Committed>,
    /// The last `commit_seq` after it.
    pub cursor: u64,
    /// How far HQ has the station's chains, as it stands from now on; it may be less than before.
    pub acked: Vec<(Epoch, u64)>,
    /// What HQ decided on what was brought.
    pub verdicts: Vec<Judged>,
    /// Keys of customers in the page.
    pub keys: Vec<CustomerKey>,
    /// Chains that are set aside, and why.
    pub set_aside: Vec<(Epoch, BatchRefusal)>,
}

/// What a person should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// HQ has another operation at a place of this chain: two machines wrote it, or this one was set back. What is here
    /// from that place on is not sent; it is written again under a new epoch once somebody looked.
    Fork(Epoch, u64),
    /// HQ has more of the chain that is written now than there is here: this machine was set back. A new epoch must begin
    /// before the next write; the operations themselves come back with the stream.
    SetBack(Epoch),
    /// HQ cannot take the chain: it is damaged here.
    Chain(Epoch),
    /// The records here are not those of HQ after the same stream.
    Content,
    /// Operations wait, rounds succeed, and HQ acknowledges none.
    Stalled,
    /// Something else than HQ answers; a captive portal wants somebody to sign in.
    NotHq,
    /// HQ does not know this station, or does not any more.
    Station,
    /// HQ says that it was not this station that asked.
    Seal,
    /// This program is too old or too new for HQ.
    Proto,
    /// HQ cannot read what this program sends.
    Message,
}

/// The line of one station.
#[derive(Debug)]
pub struct Session {
    station: StationId,
    program: String,
    nonce: String,
    phase: Phase,
    /// Something was written while a round was under way.
    is_written: bool,
    failures: u32,
    refused_nonces: u32,
    rounds_without_ack: u32,
}

#[derive(Debug)]
enum Phase {
    Resting,
    Pausing,
    Sent(Standing),
    Storing { before: Standing, expected: Option<ContentHash> },
}

impl Standing {
    /// The chains of which HQ lacks something, with the first place it lacks.
    pub fn behind(&self) -> impl Iterator<Item = (&Chain, u64)> {
        let waiting = self.chains.iter().filter(|chain| !chain.is_set_aside && chain.is_waiting());
        waiting.map(|chain| (chain, chain.acked_seq + 1))
    }

    fn acked(&self) -> u64 {
        self.chains.iter().map(|chain| chain.acked_seq).sum()
    }
}

impl Chain {
    const fn is_waiting(&self) -> bool {
        self.acked_seq < self.head.seq
    }
}

impl Session {
    /// A line that was never up; the nonce is the last one HQ gave, or empty.
    #[must_use]
    pub const fn new(station: StationId, program: String, nonce: String) -> Self {
        Self {
            station,
            program,
            nonce,
            phase: Phase::Resting,
            is_written: false,
            failures: 0,
            refused_nonces: 0,
            rounds_without_ack: 0,
        }
    }

    /// Goes on from what happened. `standing` is how the store stands now.
    pub fn on(&mut self, event: Event, standing: &Standing) -> Vec<Action> {
        match (event, std::mem::replace(&mut self.phase, Phase::Resting)) {
            (Event::Written | Event::Due | Event::Asked, Phase::Resting)
            | (Event::Due | Event::Asked, Phase::Pausing) => self.send(standing),
            (Event::Answered(answer), Phase::Sent(before)) => self.answered(answer, before, &standing.places),
            (Event::Refused(refusal), Phase::Sent(_)) => self.refused(refusal, standing),
            (Event::Failed(failure), Phase::Sent(_)) => match failure {
                LineFailure::Unreachable => self.pause(None),
                LineFailure::NotHq => self.pause(Some(Trouble::NotHq)),
            },
            (Event::Stored(content), Phase::Storing { before, expected }) => {
                self.stored(content, &before, expected, standing)
            }
            // Anything else is late: the word of a round that is over, or a wish while one is under way.
            (event, phase) => {
                self.is_written |= matches!(event, Event::Written | Event::Asked);
                self.phase = phase;
                Vec::new()
            }
        }
    }

    fn send(&mut self, standing: &Standing) -> Vec<Action> {
        self.is_written = false;
        let is_named = |chain: &&Chain| !chain.is_set_aside && (chain.is_current || chain.is_waiting());
        let request = SyncRequest {
            proto: PROTO,
            program: self.program.clone(),
            station: self.station,
            heads: standing.chains.iter().filter(is_named).map(|chain| chain.head).collect(),
            incarnation: standing.incarnation,
            cursor: standing.cursor,
            batches: Vec::new(),
            keys: Vec::new(),
            pull_max: PULL_MAX,
        };
        self.phase = Phase::Sent(standing.clone());
        vec![Action::Send { request, nonce: self.nonce.clone() }]
    }

    fn answered(
        &mut self,
        answer: SyncAnswer,
        before: Standing,
        places: &BTreeMap<(Epoch, u64), OperationHash>,
    ) -> Vec<Action> {
        let is_new_life = before.incarnation.is_some_and(|known| known != answer.incarnation);
        let start = if is_new_life { 0 } else { before.cursor };
        let is_next = |(expected, committed): (u64, &Committed)| committed.commit_seq == expected;
        if !(start + 1..).zip(&answer.page).all(is_next) {
            return self.pause(Some(Trouble::NotHq));
        }
        self.nonce.clone_from(&answer.nonce);
        (self.failures, self.refused_nonces) = (0, 0);
        let mut reports = Vec::new();
        let acked = acked(&answer, &before, places, is_new_life, &mut reports);
        let set_aside = set_aside(&answer, &mut reports);
        let cursor = answer.page.last().map_or(start, |committed| committed.commit_seq);
        self.phase = Phase::Storing { before, expected: answer.content_hash };
        let SyncAnswer { incarnation, page, verdicts, keys, .. } = answer;
        let take = Take { is_new_life, incarnation, page, cursor, acked, verdicts, keys, set_aside };
        let mut actions: Vec<_> = reports.into_iter().map(Action::Report).collect();
        actions.push(Action::Store(take));
        actions
    }

    fn stored(
        &mut self,
        content: ContentHash,
        before: &Standing,
        expected: Option<ContentHash>,
        now: &Standing,
    ) -> Vec<Action> {
        let mut actions = Vec::new();
        if expected.is_some_and(|expected| expected != content) {
            actions.extend([Action::Report(Trouble::Content), Action::Rebuild]);
        }
        let is_waiting = now.behind().next().is_some();
        let is_acked = now.acked() > before.acked();
        self.rounds_without_ack = if is_waiting && !is_acked { self.rounds_without_ack + 1 } else { 0 };
        if self.rounds_without_ack == STALLED_ROUNDS {
            actions.push(Action::Report(Trouble::Stalled));
        }
        let has_moved = is_acked || now.cursor != before.cursor || now.incarnation != before.incarnation;
        let is_drained = !is_waiting && expected.is_some();
        if self.is_written || (has_moved && !is_drained) {
            actions.extend(self.send(now));
        } else if self.rounds_without_ack > 0 {
            actions.extend(self.pause(None));
        } else {
            actions.push(Action::Wait { seconds: REST_S });
        }
        actions
    }

    fn refused(&mut self, refusal: Refusal, now: &Standing) -> Vec<Action> {
        let trouble = match refusal {
            Refusal::Nonce { nonce } => {
                self.nonce = nonce;
                self.refused_nonces += 1;
                if self.refused_nonces <= NONCES {
                    return self.send(now);
                }
                // The next attempt has as many: one that is a clone would never get a word in beside its original.
                self.refused_nonces = 0;
                None
            }
            Refusal::Busy { retry_after_s } => {
                self.phase = Phase::Pausing;
                return vec![Action::Wait { seconds: retry_after_s.clamp(1, PAUSE_MAX_S) }];
            }
            Refusal::Failed | Refusal::Unknown => None,
            Refusal::Seal => Some(Trouble::Seal),
            Refusal::Station | Refusal::Code | Refusal::Centre => Some(Trouble::Station),
            Refusal::Message | Refusal::Size => Some(Trouble::Message),
            Refusal::Proto { .. } => Some(Trouble::Proto),
        };
        self.pause(trouble)
    }

    /// Pauses longer each time, and not as long as other stations that lost the same HQ.
    fn pause(&mut self, trouble: Option<Trouble>) -> Vec<Action> {
        self.failures += 1;
        self.phase = Phase::Pausing;
        let longest = 1_u32.checked_shl(self.failures).unwrap_or(PAUSE_MAX_S).min(PAUSE_MAX_S);
        let own = self.station.uuid().as_u128() % u128::from(longest / 2 + 1);
        let seconds = longest - u32::try_from(own).unwrap_or_default();
        trouble.map(Action::Report).into_iter().chain([Action::Wait { seconds }]).collect()
    }
}

/// How far HQ has each chain: what it said where that is this chain, what it did not speak of as before, and in a new life
/// nothing.
fn acked(
    answer: &SyncAnswer,
    before: &Standing,
    places: &BTreeMap<(Epoch, u64), OperationHash>,
    is_new_life: bool,
    reports: &mut Vec<Trouble>,
) -> Vec<(Epoch, u64)> {
    let chain = |chain: &Chain| {
        let epoch = chain.head.epoch;
        // Of a chain that forked, HQ's places are another machine's.
        let is_fork = |refused: &RefusedBatch| {
            refused.epoch == epoch && matches!(refused.reason, BatchRefusal::Fork { .. })
        };
        let is_forked = answer.refused.iter().any(is_fork);
        let said = answer.acked.iter().find(|acked| acked.epoch == epoch && !is_forked);
        if chain.is_current && said.is_some_and(|said| said.seq > chain.head.seq) {
            reports.push(Trouble::SetBack(epoch));
        }
        let seq = match said {
            // HQ compared the end itself.
            Some(said) if said.seq >= chain.head.seq => chain.head.seq,
            Some(said) if said.seq == 0 || places.get(&(epoch, said.seq)) == Some(&said.hash) => said.seq,
            // HQ goes on otherwise from somewhere. What it took just now it has; the rest is brought until that place is found.
            Some(_) => {
                let judged = answer.verdicts.iter().filter(|judged| judged.epoch == epoch);
                judged.map(|judged| judged.seq).max().unwrap_or(0)
            }
            None if is_new_life => 0,
            None => chain.acked_seq,
        };
        (epoch, seq)
    };
    before.chains.iter().map(chain).collect()
}

/// The chains that cannot be sent; a gap is no reason, the next round begins where HQ said.
fn set_aside(answer: &SyncAnswer, reports: &mut Vec<Trouble>) -> Vec<(Epoch, BatchRefusal)> {
    let mut set_aside = Vec::new();
    for refused in &answer.refused {
        let trouble = match refused.reason {
            BatchRefusal::Expect { .. } => continue,
            BatchRefusal::Fork { seq, .. } => Trouble::Fork(refused.epoch, seq),
            BatchRefusal::Broken { .. }
            | BatchRefusal::Signature
            | BatchRefusal::Size
            | BatchRefusal::Unknown => Trouble::Chain(refused.epoch),
        };
        reports.push(trouble);
        set_aside.push((refused.epoch, refused.reason));
    }
    set_aside
}
