//! What two packs decide differently: which numbers and words of theirs differ, and in which regions of the complete
//! claims an outcome does. A region is a few conditions that together are the same as "these claims": found by walking
//! every complete claim that the two can tell apart (walk.rs) and covering the differing ones with boxes. It says
//! nothing about claims that are on record (the app assesses those again).

use crate::assess;
use crate::facts::Facts;
use crate::outcomes::{Outcomes, RemedyOutcome, outcomes};
use crate::policy::Policy;
use crate::policy::page::PackPage;
use crate::verdict::{ClauseId, Need, Outcome, PolicyRef};
use crate::walk::{Choice, Stretch, Walk};
use nightbench_calendar::Calendar;
use nightbench_domain::claim::Remedy;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

pub use crate::walk::{Aspect, Cut};

/// What two packs decide differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PolicyDiff {
    /// The first pack.
    pub before: PolicyRef,
    /// The second.
    pub after: PolicyRef,
    /// The entries of the packs that differ, list by list.
    pub entries: Vec<EntryChange>,
    /// Number of complete claims that the two packs can tell apart.
    pub claims: u64,
    /// How many of them have another outcome of some remedy.
    pub claims_changed: u64,
    /// Where an outcome differs: by remedy, then by what it was and is, the largest region first.
    pub regions: Vec<Region>,
}

/// An entry of a pack that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntryChange {
    /// Which kind of entry, such as `windows` or `readings`.
    pub list: String,
    /// Which entry of that kind: its code, number or clause; empty where there is one alone.
    pub entry: String,
    /// What the first pack says, as JSON; null where it has no such entry.
    #[ts(type = "unknown")]
    pub before: serde_json::Value,
    /// What the second says.
    #[ts(type = "unknown")]
    pub after: serde_json::Value,
}

/// Complete claims on which one remedy's outcome differs in one way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Region {
    /// The remedy.
    pub remedy: Remedy,
    /// The outcome under the first pack.
    pub before: Told,
    /// The outcome under the second.
    pub after: Told,
    /// What is true of every claim of the region, and together of no other; a respect that is not named may be anything.
    pub conditions: Vec<Condition>,
    /// Number of complete claims in the region; regions of one remedy may overlap.
    pub claims: u64,
    /// One of them.
    pub example: Facts,
    /// The clauses that decide its claims under the first pack, in the order of the commitment; of two claims each may
    /// bring its own.
    pub clauses_before: Vec<ClauseId>,
    /// The same under the second pack.
    pub clauses_after: Vec<ClauseId>,
}

/// The outcome of a remedy, with what it needs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct Told {
    /// Granted, denied or needs.
    pub outcome: Outcome,
    /// What it needs.
    pub needs: Vec<Need>,
}

/// One condition of a region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Condition {
    /// In which respect.
    pub aspect: Aspect,
    /// The codes that fulfil it; empty for dates, and where it is shorter to say which do not.
    pub any_of: Vec<String>,
    /// The codes that do not, where these are fewer.
    pub none_of: Vec<String>,
    /// For dates: the stretches of claim days that fulfil it.
    pub days: Vec<DayRange>,
}

/// Claim days after one cut up to another, both counted from the purchase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct DayRange {
    /// Later than this day; null for claims from the purchase day on, or before it.
    pub after: Option<Cut>,
    /// This day at the latest; null without an end.
    pub up_to: Option<Cut>,
    /// Claims dated before the purchase.
    pub is_before_purchase: bool,
}

impl From<RemedyOutcome> for Told {
    fn from(outcome: RemedyOutcome) -> Self {
        Self { outcome: outcome.outcome, needs: outcome.needs.iter().collect() }
    }
}

impl From<Stretch> for DayRange {
    fn from(stretch: Stretch) -> Self {
        let Stretch { after, up_to, .. } = stretch;
        Self { after, up_to, is_before_purchase: after.is_none() && up_to.is_none() }
    }
}

/// What two packs decide differently.
#[must_use]
pub fn diff(before: &Policy, after: &Policy) -> PolicyDiff {
    let walk = Walk::over(&[before, after]);
    // Days are counted plain but for one situation, whose roll is China's.
    let calendar = Calendar::of("CN");
    let mut found: BTreeMap<(Remedy, Told, Told), Points> = BTreeMap::new();
    let mut claims_changed = 0;
    for point in 0..walk.len() {
        let facts = walk.facts(point);
        let (old, new): (Outcomes, Outcomes) =
            (outcomes(before, calendar, &facts), outcomes(after, calendar, &facts));
        if old == new {
            continue;
        }
        claims_changed += 1;
        for remedy in Remedy::ALL {
            let (old, new) = (old.of(remedy), new.of(remedy));
            if old != new {
                let points = found.entry((remedy, old.into(), new.into()));
                points.or_insert_with(|| Points::none(walk.len())).add(point);
            }
        }
    }
    let mut regions = Vec::new();
    for ((remedy, old, new), points) in found {
        let mut here: Vec<Region> = boxes(&walk, &points)
            .into_iter()
            .map(|region| region.told(&walk, (before, after), calendar, remedy, (&old, &new)))
            .collect();
        here.sort_by_key(|region| std::cmp::Reverse(region.claims));
        regions.extend(here);
    }
    PolicyDiff {
        before: before.reference().clone(),
        after: after.reference().clone(),
        entries: entries(&before.page(), &after.page()),
        claims: walk.len() as u64,
        claims_changed,
        regions,
    }
}

/// Some of the points of a walk.
struct Points(Vec<bool>);

impl Points {
    fn none(len: usize) -> Self {
        Self(vec![false; len])
    }

    fn add(&mut self, point: usize) {
        if let Some(cell) = self.0.get_mut(point) {
            *cell = true;
        }
    }

    fn contains(&self, point: usize) -> bool {
        self.0.get(point) == Some(&true)
    }
}

/// For each axis the choices that belong to it.
struct Block {
    choices: Vec<Vec<usize>>,
}

/// Boxes inside a set of points that together cover it. Each grows from the first point not covered yet, one choice at
/// a time, as long as every point it would take in belongs to the set.
fn boxes(walk: &Walk, points: &Points) -> Vec<Block> {
    let mut covered = Points::none(walk.len());
    let mut found = Vec::new();
    for point in 0..walk.len() {
        if !points.contains(point) || covered.contains(point) {
            continue;
        }
        let mut grown =
            Block { choices: place(walk, point).into_iter().map(|choice| vec![choice]).collect() };
        for axis in (0..walk.axes.len()).rev() {
            let size = walk.axes.get(axis).map_or(0, |(_, choices)| choices.len());
            for choice in 0..size {
                if grown.has(axis, choice) {
                    continue;
                }
                let slab = grown.with_only(axis, choice);
                if slab.points(walk).iter().all(|&point| points.contains(point)) {
                    grown.take_in(axis, choice);
                }
            }
        }
        for point in grown.points(walk) {
            covered.add(point);
        }
        found.push(grown);
    }
    found
}

/// The choice on each axis at a point.
fn place(walk: &Walk, point: usize) -> Vec<usize> {
    let mut rest = point;
    let mut places = Vec::with_capacity(walk.axes.len());
    for (_, choices) in walk.axes.iter().rev() {
        places.push(rest % choices.len().max(1));
        rest /= choices.len().max(1);
    }
    places.reverse();
    places
}

impl Block {
    fn has(&self, axis: usize, choice: usize) -> bool {
        self.choices.get(axis).is_some_and(|known| known.contains(&choice))
    }

    fn with_only(&self, axis: usize, choice: usize) -> Self {
        let mut choices = self.choices.clone();
        if let Some(on) = choices.get_mut(axis) {
            *on = vec![choice];
        }
        Self { choices }
    }

    fn take_in(&mut self, axis: usize, choice: usize) {
        if let Some(on) = self.choices.get_mut(axis) {
            on.push(choice);
            on.sort_unstable();
        }
    }

    fn points(&self, walk: &Walk) -> Vec<usize> {
        let mut points = vec![0];
        for ((_, all), chosen) in walk.axes.iter().zip(&self.choices) {
            points = points
                .into_iter()
                .flat_map(|before| chosen.iter().map(move |choice| before * all.len() + choice))
                .collect();
        }
        points
    }

    fn told(
        &self,
        walk: &Walk,
        (before, after): (&Policy, &Policy),
        calendar: &Calendar,
        remedy: Remedy,
        (old, new): (&Told, &Told),
    ) -> Region {
        let points = self.points(walk);
        let example = walk.facts(points.first().copied().unwrap_or_default());
        let clauses = |policy: &Policy| {
            let mut cited: Vec<ClauseId> = Vec::new();
            for &point in &points {
                let clauses =
                    assess(policy, calendar, &walk.facts(point)).remedies.of(remedy).clauses.clone();
                cited
                    .extend(clauses.into_iter().filter(|clause| !cited.contains(clause)).collect::<Vec<_>>());
            }
            cited.sort_by_key(|clause| policy.place_of(clause));
            cited
        };
        let conditions =
            walk.axes.iter().zip(&self.choices).filter(|((_, all), chosen)| chosen.len() < all.len());
        Region {
            remedy,
            before: old.clone(),
            after: new.clone(),
            conditions: conditions.map(|((aspect, all), chosen)| condition(*aspect, all, chosen)).collect(),
            claims: points.len() as u64,
            clauses_before: clauses(before),
            clauses_after: clauses(after),
            example,
        }
    }
}

/// The claim at one point of a walk, said in the respects in which the walk has a choice; of choices that the packs
/// treat alike the first.
pub(crate) fn claim_at(walk: &Walk, point: usize) -> Vec<Condition> {
    let chosen = walk.axes.iter().zip(place(walk, point)).filter(|((_, all), _)| all.len() > 1);
    chosen
        .filter_map(|((aspect, all), at)| {
            let choice = all.get(at)?;
            Some(Condition {
                aspect: *aspect,
                any_of: choice.names.first().cloned().into_iter().collect(),
                none_of: Vec::new(),
                days: choice.stretch().map(DayRange::from).into_iter().collect(),
            })
        })
        .collect()
}

fn condition(aspect: Aspect, all: &[Choice], chosen: &[usize]) -> Condition {
    let mut days: Vec<DayRange> = Vec::new();
    let mut any_of = Vec::new();
    let mut previous = None;
    for &at in chosen {
        let Some(choice) = all.get(at) else { continue };
        any_of.extend(choice.names.iter().cloned());
        if let Some(stretch) = choice.stretch() {
            match days.last_mut() {
                Some(range) if previous == at.checked_sub(1) && !range.is_before_purchase => {
                    range.up_to = stretch.up_to;
                }
                Some(_) | None => days.push(stretch.into()),
            }
            previous = Some(at);
        }
    }
    let mut none_of: Vec<String> = all
        .iter()
        .enumerate()
        .filter(|(at, _)| !chosen.contains(at))
        .flat_map(|(_, choice)| choice.names.iter().cloned())
        .collect();
    if none_of.len() < any_of.len() {
        any_of.clear()
    } else {
        none_of.clear()
    }
    Condition { aspect, any_of, none_of, days }
}

/// The entries of two packs that differ.
fn entries(before: &PackPage, after: &PackPage) -> Vec<EntryChange> {
    let (old, new) = (before.entries(), after.entries());
    let mut keys: Vec<&(String, String)> = old.iter().map(|(key, _)| key).collect();
    keys.extend(new.iter().map(|(key, _)| key).filter(|key| !old.iter().any(|(known, _)| known == *key)));
    let find = |entries: &[Entry], key: &(String, String)| {
        entries
            .iter()
            .find(|(known, _)| known == key)
            .map_or(serde_json::Value::Null, |(_, value)| value.clone())
    };
    let mut changed = Vec::new();
    for key in keys {
        let (before, after) = (find(&old, key), find(&new, key));
        if before != after {
            changed.push(EntryChange { list: key.0.clone(), entry: key.1.clone(), before, after });
        }
    }
    changed
}

type Entry = ((String, String), serde_json::Value);

impl PackPage {
    /// Everything the pack says, entry by entry, each under its list and its own name there. The reference is not an
    /// entry: two packs always differ in it.
    fn entries(&self) -> Vec<Entry> {
        let Ok(serde_json::Value::Object(lists)) = serde_json::to_value(self) else { return Vec::new() };
        let mut entries = Vec::new();
        for (list, value) in lists.into_iter().filter(|(list, _)| list != "reference") {
            match value {
                serde_json::Value::Array(items) => {
                    entries.extend(items.into_iter().map(|item| ((list.clone(), name(&item)), item)));
                }
                single => entries.push(((list, String::new()), single)),
            }
        }
        entries
    }
}

/// The fields that name an entry in its list.
const NAMES: [&str; 9] =
    ["source", "id", "product_class", "claim_object", "remedy", "kind", "finding", "wanting", "number"];

fn name(item: &serde_json::Value) -> String {
    let parts = NAMES.iter().filter_map(|field| item.get(field)).map(|part| match part {
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    });
    parts.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{DayRange, condition};
    use crate::policy::Policy;
    use crate::walk::{Aspect, Walk};

    /// The days of a condition that some choices of a walk's axis of days make.
    fn days(chosen: &[usize]) -> Vec<DayRange> {
        let walk = Walk::over(&[Policy::shipped().unwrap()]);
        let (aspect, all) = walk.axes.iter().find(|(aspect, _)| *aspect == Aspect::ClaimDay).unwrap();
        condition(*aspect, all, chosen).days
    }

    #[test]
    fn stretches_of_days_are_one_range_where_one_follows_the_other_and_no_claim_lies_before_the_purchase() {
        let single = |at: usize| days(&[at]).pop().unwrap();
        let before = (0..).find(|&at| single(at).is_before_purchase).unwrap();
        assert_eq!(before, 0, "the walk begins before the purchase");
        let (one, two, three) = (single(1), single(2), single(3));
        assert_eq!(days(&[1, 2]), [DayRange { up_to: two.up_to, ..one }]);
        assert_eq!(days(&[1, 3]), [one, three]);
        assert_eq!(days(&[0, 1]), [single(0), one]);
    }
}
