//! The packs in force on a machine: versions of the commitment, each for the purchase dates it says, and the law packs
//! beside it. It chooses the pack of a claim and says when a later one would be better for the customer. It does not
//! install anything: `with` answers what the set would be, and refuses what does not fit; the store keeps what was
//! accepted.

use crate::claim::Claim;
use crate::facts::Facts;
use crate::outcomes::outcomes;
use crate::overlay::{self, LawPack};
use crate::policy::Policy;
use crate::policy::refusal::{PackError, PackFault};
use crate::policy::text::{Identity, PackText};
use crate::policy::version::Version;
use crate::verdict::{BetterUnder, Outcome, PolicyRef, Verdict};
use crate::{Outcomes, assess};
use chrono::NaiveDate;
use nightbench_calendar::Calendar;
use nightbench_domain::claim::Remedy;
use std::sync::Arc;

/// A set of packs in which every purchase date has one commitment.
#[derive(Debug, Clone)]
pub struct Packs {
    /// INVARIANT: never empty, of one id, the newest version first; of two that are in force on one date the newer
    /// supersedes the older, at once or through others.
    policies: Vec<Arc<Policy>>,
    /// In the order in which their notes stand; of one id the newest version first, with the same invariant.
    laws: Vec<Arc<LawPack>>,
}

/// A pack of either kind.
#[derive(Debug, Clone)]
pub enum Pack {
    /// A version of the commitment.
    Policy(Arc<Policy>),
    /// Other law that raises notes.
    Law(Arc<LawPack>),
}

impl Pack {
    /// Reads and validates a pack; a file with a `[[provision]]` is a law pack.
    ///
    /// # Errors
    /// [`PackError`] with the line and the fault of the first thing that is wrong.
    pub fn load(file: &str, text: &str) -> Result<Self, PackError> {
        let is_law = text.lines().any(|line| line.trim_start().starts_with("[[provision]]"));
        if is_law {
            LawPack::load(file, text).map(Arc::new).map(Self::Law)
        } else {
            Policy::load(file, text).map(Arc::new).map(Self::Policy)
        }
    }

    /// Name, version and hash.
    #[must_use]
    pub fn reference(&self) -> &PolicyRef {
        &self.identity().reference
    }

    fn identity(&self) -> &Identity {
        match self {
            Self::Policy(policy) => &policy.identity,
            Self::Law(law) => &law.identity,
        }
    }
}

impl Packs {
    /// What ships with the program.
    ///
    /// # Errors
    /// Never for the packs this program was tested with; a test loads them.
    pub fn shipped() -> Result<Self, PackError> {
        Ok(Self { policies: vec![Policy::shipped_pack()?], laws: LawPack::shipped().to_vec() })
    }

    /// One commitment for every purchase date, beside the shipped law: a pack that a person chose.
    #[must_use]
    pub fn alone(policy: Arc<Policy>) -> Self {
        Self { policies: vec![policy], laws: LawPack::shipped().to_vec() }
    }

    /// The set with one pack more.
    ///
    /// # Errors
    /// [`PackError`] for a bad pack, and for one that does not fit: of another commitment than the set's, not newer than
    /// every version that is there (packs are rolled forward only), or in force together with one that it does not
    /// supersede. The set itself is unchanged.
    pub fn with(&self, file: &str, text: &str) -> Result<Self, PackError> {
        let page = PackText { file, text };
        let pack = Pack::load(file, text)?;
        let mut packs = self.clone();
        match pack {
            Pack::Policy(policy) => {
                let known: Vec<&Identity> = self.policies.iter().map(|policy| &policy.identity).collect();
                if let Some(own) =
                    known.first().filter(|own| own.reference.id != policy.identity.reference.id)
                {
                    let id = policy.identity.reference.id.clone();
                    let own = own.reference.id.clone();
                    return Err(page.refuse_pack(PackFault::OtherCommitment { id, own }));
                }
                rolls_forward(&page, &policy.identity, &known)?;
                packs.policies.insert(0, policy);
            }
            Pack::Law(law) => {
                let id = &law.identity.reference.id;
                let known: Vec<&Identity> = self
                    .laws
                    .iter()
                    .map(|law| &law.identity)
                    .filter(|known| known.reference.id == *id)
                    .collect();
                rolls_forward(&page, &law.identity, &known)?;
                let place = packs.laws.iter().position(|known| known.identity.reference.id == *id);
                packs.laws.insert(place.unwrap_or(packs.laws.len()), law);
            }
        }
        Ok(packs)
    }

    /// The commitment for goods bought on a day: the newest version that is in force on it. An unknown day is served by
    /// the newest version without bounds; a day that no version covers, and an unknown day where all have bounds, by
    /// the oldest.
    #[must_use]
    pub fn choose(&self, purchased_on: Option<NaiveDate>) -> &Policy {
        self.first(|policy| policy.is_in_force(purchased_on))
    }

    /// The commitment for a claim. Each version reads the purchase date as it reads doubtful dates (reading 7).
    #[must_use]
    pub fn of(&self, facts: &Facts) -> &Policy {
        self.first(|policy| policy.serves(facts))
    }

    /// What the commitment that serves the claim grants on the facts, with the notes of the law packs in force, and
    /// which later version would be better for the customer.
    #[must_use]
    pub fn assess(&self, calendar: &Calendar, facts: &Facts) -> Verdict {
        let policy = self.of(facts);
        let purchased_on = Claim::of(facts).purchase_date(policy.choices);
        Verdict {
            notes: overlay::notes(self.laws_in_force(purchased_on), facts, purchased_on),
            better_under: self.better_under(policy, calendar, facts),
            ..assess(policy, calendar, facts)
        }
    }

    /// Every version of the commitment, the newest first.
    pub fn policies(&self) -> impl Iterator<Item = &Arc<Policy>> {
        self.policies.iter()
    }

    /// Every law pack.
    pub fn laws(&self) -> impl Iterator<Item = &Arc<LawPack>> {
        self.laws.iter()
    }

    /// A version of the commitment by its number.
    #[must_use]
    pub fn policy(&self, version: &str) -> Option<&Arc<Policy>> {
        self.policies.iter().find(|policy| policy.identity.reference.version == version)
    }

    /// Whether a pack of that id is there which is as new as a version, or newer.
    #[must_use]
    pub fn has_newer(&self, id: &str, version: &str) -> bool {
        let policies = self.policies.iter().map(|policy| &policy.identity);
        let mut known = policies.chain(self.laws.iter().map(|law| &law.identity));
        Version::parse(version)
            .is_some_and(|version| known.any(|known| known.reference.id == id && version <= known.version))
    }

    /// Of each law the newest pack that is in force on a day; of an unknown day the newest.
    pub fn laws_in_force(&self, purchased_on: Option<NaiveDate>) -> impl Iterator<Item = &LawPack> {
        let is_in_force =
            move |law: &LawPack| purchased_on.is_none_or(|day| law.identity.is_in_force(Some(day)));
        self.laws.iter().enumerate().filter_map(move |(at, law)| {
            let id = &law.identity.reference.id;
            let is_newest = !self
                .laws
                .iter()
                .take(at)
                .any(|newer| newer.identity.reference.id == *id && is_in_force(newer));
            (is_in_force(law) && is_newest).then_some(law.as_ref())
        })
    }

    fn first(&self, is_chosen: impl Fn(&Policy) -> bool) -> &Policy {
        let (newest, older) = match self.policies.split_first() {
            Some((newest, older)) => (newest, older),
            None => unreachable!("a set of packs is never empty"),
        };
        if is_chosen(newest) {
            return newest;
        }
        older.iter().find(|policy| is_chosen(policy)).or(older.last()).unwrap_or(newest)
    }

    /// The newest of the later versions under which some remedy would be better for the customer.
    fn better_under(&self, own: &Policy, calendar: &Calendar, facts: &Facts) -> Option<BetterUnder> {
        let later = self.policies.iter().take_while(|policy| policy.identity != own.identity);
        let ours = outcomes(own, calendar, facts);
        later
            .map(|policy| (policy, improved(&ours, &outcomes(policy, calendar, facts))))
            .find(|(_, remedies)| !remedies.is_empty())
            .map(|(policy, remedies)| {
                let PolicyRef { id, version, hash } = policy.reference().clone();
                BetterUnder { id, version, hash, remedies }
            })
    }
}

impl Policy {
    /// Whether the pack is in force for the goods of a claim, by the purchase date as it reads doubtful dates (reading 7).
    #[must_use]
    pub fn serves(&self, facts: &Facts) -> bool {
        self.is_in_force(Claim::of(facts).purchase_date(self.choices))
    }
}

/// The remedies that are better for the customer in the second: denied, then needs, then granted. A paid repair is no
/// gain where it only takes the place of a free one.
fn improved(before: &Outcomes, after: &Outcomes) -> Vec<Remedy> {
    let worth = |outcomes: &Outcomes, remedy: Remedy| match outcomes.of(remedy).outcome {
        Outcome::Denied => 0,
        Outcome::Needs => 1,
        Outcome::Granted => 2,
    };
    let gains = |remedy: Remedy| worth(before, remedy) < worth(after, remedy);
    let loses_free_repair = worth(after, Remedy::FreeRepair) < worth(before, Remedy::FreeRepair);
    Remedy::ALL
        .into_iter()
        .filter(|&remedy| gains(remedy) && !(remedy == Remedy::PaidRepair && loses_free_repair))
        .collect()
}

/// That a pack is newer than those of its id, and takes over from each that is in force beside it.
fn rolls_forward(page: &PackText<'_>, new: &Identity, known: &[&Identity]) -> Result<(), PackError> {
    let version = &new.reference.version;
    if let Some(newest) = known.iter().find(|known| new.version <= known.version) {
        let there = newest.reference.version.clone();
        return Err(page.refuse_pack(PackFault::NotNewer { version: version.clone(), there }));
    }
    let superseded = superseded(new, known);
    if let Some(named) = &new.supersedes
        && superseded.is_empty()
    {
        return Err(page.refuse_pack(PackFault::SupersededMissing { version: named.clone() }));
    }
    for other in known.iter().filter(|known| !superseded.contains(&known.reference.version.as_str())) {
        if let Some(day) = new.first_common_day(other) {
            let (version, there) = (version.clone(), other.reference.version.clone());
            return Err(page.refuse_pack(if day == NaiveDate::MIN {
                PackFault::OverlapEarly { version, there }
            } else {
                PackFault::Overlap { version, there, day: day.to_string() }
            }));
        }
    }
    Ok(())
}

/// The versions that a pack takes over from, at once or through others.
fn superseded<'a>(new: &Identity, known: &[&'a Identity]) -> Vec<&'a str> {
    let mut found = Vec::new();
    let mut next = new.supersedes.as_deref();
    while let Some(identity) =
        next.and_then(|version| known.iter().find(|known| known.reference.version == version))
    {
        found.push(identity.reference.version.as_str());
        next = identity.supersedes.as_deref();
    }
    found
}
