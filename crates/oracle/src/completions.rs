//! Every completion of what is unknown, and what the definitions of contracts.md read off them: an outcome is definite
//! when all completions agree; a fact is pivotal when, in some completion of the others, changing it alone changes the
//! outcome.

use crate::claim::{Claim, Class, FINDINGS, Label, Object, Sale};
use crate::complete::{
    Complete, Findings, InTime, Ruling, SAMPLES, in_time, is_contradictory, months, nominal_days, rulings,
};
use crate::day::Day;

/// A remedy's outcome: `granted`, `denied` or `needs`, and what it needs, sorted.
pub(crate) type Outcome = (&'static str, Vec<&'static str>);

/// The values that each fact can have; one where it is known.
pub(crate) struct Values {
    class: Vec<Class>,
    object: Vec<Object>,
    bought: Vec<Day>,
    sale: Vec<Sale>,
    findings: Vec<Findings>,
    certificate: Vec<bool>,
    proof: Vec<bool>,
    label: Vec<Label>,
    matches: Vec<bool>,
    source: Vec<bool>,
    accessories: Vec<bool>,
    consent: Vec<bool>,
    diagnosis_name: &'static str,
}

/// The facts that may be unknown.
pub(crate) const AXES: usize = 12;

const CONSUMABLE: usize = 6;

/// All completions with their rulings, the first axis running fastest.
pub(crate) struct Completions {
    pub(crate) names: [&'static str; AXES],
    pub(crate) sizes: [usize; AXES],
    pub(crate) rulings: Vec<[Ruling; 4]>,
    pub(crate) findings: Vec<Findings>,
}

impl Values {
    pub(crate) fn of(claim: &Claim, turned: u8) -> Self {
        let class = known_or(claim.class.known(), &[Class::Terminal, Class::Module, Class::Detector]);
        let object = known_or(claim.object.known(), &[Object::Whole, Object::Part]);
        let bought = days_bought(claim, &class, &object, turned);
        let (findings, diagnosis_name) = diagnoses(claim);
        let either = |known: Option<bool>| known_or(known, &[true, false]);
        Self {
            class,
            object,
            bought,
            sale: known_or(
                claim.sale.known(),
                &[Sale::Normal, Sale::SpecialPrice, Sale::Prototype, Sale::Borrowed],
            ),
            findings,
            certificate: either(claim.certificate.known()),
            proof: either(claim.proof.known()),
            label: known_or(claim.label.known(), &[Label::Readable, Label::Unreadable, Label::Absent]),
            matches: either(claim.matches.known()),
            source: either(claim.source.known()),
            accessories: either(claim.accessories.known()),
            consent: either(claim.consent.known()),
            diagnosis_name,
        }
    }

    fn sizes(&self) -> [usize; AXES] {
        [
            self.class.len(),
            self.object.len(),
            self.bought.len(),
            self.sale.len(),
            self.findings.len(),
            self.certificate.len(),
            self.proof.len(),
            self.label.len(),
            self.matches.len(),
            self.source.len(),
            self.accessories.len(),
            self.consent.len(),
        ]
    }

    fn names(&self) -> [&'static str; AXES] {
        [
            "product_class",
            "claim_object",
            "purchase_date",
            "sale_kind",
            self.diagnosis_name,
            "warranty_certificate",
            "purchase_proof",
            "serial_label",
            "serial_match",
            "authorised_source",
            "accessories",
            "consent",
        ]
    }

    /// How many completions there are.
    pub(crate) fn count(&self) -> usize {
        self.sizes().iter().product()
    }

    fn complete(&self, mut index: usize) -> Complete {
        let mut digit = |size: usize| {
            let value = index % size;
            index /= size;
            value
        };
        Complete {
            class: self.class[digit(self.class.len())],
            object: self.object[digit(self.object.len())],
            bought: self.bought[digit(self.bought.len())],
            sale: self.sale[digit(self.sale.len())],
            findings: self.findings[digit(self.findings.len())],
            certificate: self.certificate[digit(self.certificate.len())],
            proof: self.proof[digit(self.proof.len())],
            label: self.label[digit(self.label.len())],
            matches: self.matches[digit(self.matches.len())],
            source: self.source[digit(self.source.len())],
            accessories: self.accessories[digit(self.accessories.len())],
            consent: self.consent[digit(self.consent.len())],
        }
    }

    pub(crate) fn completions(&self, claim: &Claim, turned: u8) -> Completions {
        Completions {
            names: self.names(),
            sizes: self.sizes(),
            rulings: (0..self.count()).map(|index| rulings(claim, &self.complete(index), turned)).collect(),
            findings: self.findings.clone(),
        }
    }
}

impl Completions {
    /// The outcome of each remedy by the definition.
    pub(crate) fn outcomes(&self) -> [Outcome; 4] {
        let needs = self.needs();
        let mut remedy = 0;
        needs.map(|needs| {
            let first = self.rulings[0][remedy];
            let is_open = self.rulings.iter().any(|ruled| ruled[remedy] != first);
            remedy += 1;
            match first {
                _ if is_open => ("needs", needs),
                Ruling::Granted => ("granted", Vec::new()),
                Ruling::Denied => ("denied", Vec::new()),
                lack => ("needs", vec![name_of(lack)]),
            }
        })
    }

    /// The pivotal facts of each remedy, sorted.
    fn needs(&self) -> [Vec<&'static str>; 4] {
        let mut needs = [const { Vec::new() }; 4];
        let mut step = 1;
        for (name, size) in self.names.into_iter().zip(self.sizes) {
            let mut changes = [false; 4];
            for index in (0..self.rulings.len()).filter(|index| 1 < size && index / step % size != 0) {
                let without = self.rulings[index - index / step % size * step];
                for remedy in 0..4 {
                    changes[remedy] |= self.rulings[index][remedy] != without[remedy];
                }
            }
            for (needs, is_pivotal) in needs.iter_mut().zip(changes) {
                if is_pivotal {
                    needs.push(name);
                }
            }
            step *= size;
        }
        needs.map(|mut needs| {
            needs.sort_unstable();
            needs
        })
    }
}

/// The code under which a known lack is listed.
fn name_of(lack: Ruling) -> &'static str {
    match lack {
        Ruling::Dates => "dates",
        Ruling::Review => "review",
        Ruling::Contract => "contract",
        Ruling::Consent => "consent",
        Ruling::Accessories => "accessories",
        Ruling::Diagnosis => "diagnosis",
        Ruling::Granted | Ruling::Denied => unreachable!("not a lack"),
    }
}

fn known_or<T: Copy>(known: Option<T>, all: &[T]) -> Vec<T> {
    known.map_or(all.to_vec(), |known| vec![known])
}

/// Undiagnosed completes to any set of codes but a contradictory one; so does a diagnosis that contradicts itself
/// whatever the consumable's defect. `consumable_defect` is asked only when the findings name a consumable.
fn diagnoses(claim: &Claim) -> (Vec<Findings>, &'static str) {
    let Some(codes) = claim.findings.known() else { return (SAMPLES.to_vec(), "diagnosis") };
    let names_a_consumable = codes >> CONSUMABLE & 1 == 1;
    let defects = match claim.defect.known() {
        Some(defect) => vec![defect],
        None if names_a_consumable => vec![true, false],
        None => vec![false],
    };
    debug_assert!(FINDINGS[CONSUMABLE].0 == "consumable");
    let known: Vec<Findings> = defects.into_iter().map(|defect| Findings { codes, defect }).collect();
    if known.iter().all(|&findings| is_contradictory(findings)) {
        (SAMPLES.to_vec(), "diagnosis")
    } else {
        (known, "consumable_defect")
    }
}

/// The day of purchase, or one day of each kind, looked at day by day from the claim back until every window and every
/// period is over. Days are of one kind when every class and object that is possible stands the same in time.
fn days_bought(claim: &Claim, classes: &[Class], objects: &[Object], turned: u8) -> Vec<Day> {
    if let Some(bought) = claim.bought(turned) {
        return vec![bought];
    }
    let Some(claimed) = claim.claimed.known() else { return vec![0] };
    let items: Vec<(Class, Object)> =
        classes.iter().flat_map(|&class| objects.iter().map(move |&object| (class, object))).collect();
    let longest = items.iter().filter_map(|&(class, object)| months(claim, class, object, turned)).max();
    let (refund, exchange) = nominal_days(claim, claimed, 0);
    // A rest lasts less than forty days.
    let far = (longest.unwrap_or(0) * 31).max(refund - claimed).max(exchange - claimed) + 40;
    let mut kinds: Vec<(Vec<InTime>, Day)> = Vec::new();
    for day in (claimed - far..=claimed).rev() {
        let kind = || items.iter().map(|&(class, object)| in_time(claim, class, object, day, turned));
        // Neighbouring days are mostly of one kind, so the last one is tried first.
        if !kinds.iter().rev().any(|(known, _)| known.iter().copied().eq(kind())) {
            kinds.push((kind().collect(), day));
        }
    }
    kinds.into_iter().map(|(_, day)| day).collect()
}
