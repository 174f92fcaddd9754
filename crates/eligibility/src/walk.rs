//! Every complete claim that one or two packs can tell apart, as facts: the packs' numbers cut the claim dates into
//! stretches, and what they treat alike (a sale kind, a finding, a piece of evidence) is one choice with several names.
//! Load-time checks (policy/sound.rs) walk one pack, the pack diff (diff.rs) two. It assesses nothing.
//!
//! Exact, for complete claims without earlier repairs, bought on one known day and counted without a roll. What two
//! packs read differently beside that (rest days, short months, two purchase dates, earlier repairs) is walked by
//! examples, one for each stretch of dates. Accessories and consent are there unless the packs read their want
//! differently: as conditions of what is otherwise granted they make no difference of their own. Findings that
//! contradict each other are no complete claim.

mod made;

use crate::facts::{Facts, SerialLabel};
use crate::policy::reading::Reading;
use crate::policy::{ContractTerm, Policy, SaleEffect};
use chrono::{Days, NaiveDate};
use made::{Made, next};
use nightbench_calendar::add_months;
use nightbench_domain::claim::{ClaimObject, Finding};
use nightbench_domain::code;
use nightbench_domain::unit::{ProductClass, SaleKind};
use serde::Serialize;
use ts_rs::TS;

/// What a claim is said to be in one respect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// The class of the product.
    ProductClass,
    /// The unit, or a part.
    ClaimObject,
    /// How long after the purchase it is claimed.
    ClaimDay,
    /// How it was sold, and a term of the contract that changes what follows.
    Sale,
    /// What was found.
    Findings,
    /// Which evidence is wanting.
    Wanting,
    /// Whether the accessories are complete.
    Accessories,
    /// Whether the company consented to the return.
    Consent,
    /// What is out of the ordinary about dates and earlier repairs.
    Situation,
}

/// The end of a stretch of claim dates, counted from the purchase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Cut {
    /// The purchase day itself.
    Purchase,
    /// So many days after it.
    Days(u32),
    /// So many months after it.
    Months(u32),
}

/// What is out of the ordinary about a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Situation {
    Ordinary,
    /// It is claimed on the rest day after a stretch (reading 4).
    RestDay,
    /// It was bought on a day that the last month lacks, and claimed on the day after (reading 5).
    ShortMonth,
    /// The voucher bears an earlier date than the contract (reading 7).
    TwoDates,
    /// Another part was repaired before (reading 11).
    OtherPartRepaired,
    /// The unit was repaired or replaced ten days before (reading 13).
    UnitRepaired,
    /// The unit was repaired so many months before, and a day (2.2).
    TailOver(u32),
}

impl Situation {
    const fn code(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinary",
            Self::RestDay => "rest_day",
            Self::ShortMonth => "short_month",
            Self::TwoDates => "two_dates",
            Self::OtherPartRepaired => "other_part_repaired",
            Self::UnitRepaired => "unit_repaired",
            Self::TailOver(_) => "tail_over",
        }
    }
}

/// One choice in one respect.
#[derive(Debug, Clone)]
enum Setting {
    Class(ProductClass),
    Object(ClaimObject),
    Stretch(Stretch),
    Sale(SaleKind, Option<ContractTerm>),
    ContractUnseen,
    Found(Vec<Finding>, bool),
    Wanting(Wanting),
    Accessories(bool),
    Consent(bool),
    Situation(Situation),
}

/// The claim dates after one cut up to another; the first lie before the purchase, the last have no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// None for dates before the purchase.
    pub(crate) after: Option<Cut>,
    /// None for dates without an end.
    pub(crate) up_to: Option<Cut>,
    /// A day of the stretch, its last where it has one, for goods bought on [`BOUGHT`].
    claimed: NaiveDate,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Wanting {
    certificate: bool,
    proof: bool,
    label: Option<SerialLabel>,
    is_mismatched: bool,
    is_unauthorised: bool,
}

/// A choice with the names of everything the packs treat like it.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    setting: Setting,
    /// Codes; empty for a stretch of dates.
    pub(crate) names: Vec<String>,
}

impl Choice {
    pub(crate) const fn stretch(&self) -> Option<Stretch> {
        if let Setting::Stretch(stretch) = self.setting { Some(stretch) } else { None }
    }
}

/// All respects with their choices.
pub(crate) struct Walk {
    /// In the order of [`Aspect`].
    pub(crate) axes: Vec<(Aspect, Vec<Choice>)>,
}

/// A Monday, the first of a month and of a year.
const BOUGHT: NaiveDate = match NaiveDate::from_ymd_opt(2024, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// The period of the contracts that give the unit one of its own: an example, any other would do.
const CONTRACT_MONTHS: u32 = 24;

impl Walk {
    /// What the packs can tell apart.
    pub(crate) fn over(packs: &[&Policy]) -> Self {
        let mut axes = vec![
            (
                Aspect::ProductClass,
                ProductClass::ALL.map(|class| Choice::one(Setting::Class(class), &class)).to_vec(),
            ),
            (
                Aspect::ClaimObject,
                [ClaimObject::Whole, ClaimObject::Part]
                    .map(|object| Choice::one(Setting::Object(object), &object))
                    .to_vec(),
            ),
            (Aspect::ClaimDay, stretches(packs)),
            (Aspect::Sale, sales(packs)),
            (Aspect::Findings, findings(packs)),
            (Aspect::Wanting, wanting(packs)),
        ];
        for (aspect, setting, reading) in [
            (
                Aspect::Accessories,
                Setting::Accessories as fn(bool) -> Setting,
                Reading::AccessoriesIncomplete,
            ),
            (Aspect::Consent, Setting::Consent as fn(bool) -> Setting, Reading::SentWithoutConsent),
        ] {
            let is_read_alike = packs.windows(2).all(|pair| same_reading(pair, reading));
            let answers = if is_read_alike { &[true][..] } else { &[true, false] };
            axes.push((aspect, answers.iter().map(|is| Choice::one(setting(*is), is)).collect()));
        }
        axes.push((Aspect::Situation, situations(packs)));
        Self { axes }
    }

    /// Number of points.
    pub(crate) fn len(&self) -> usize {
        self.axes.iter().map(|(_, choices)| choices.len()).product()
    }

    /// The facts at a point, given by its place in the product of the axes, the last axis running fastest.
    pub(crate) fn facts(&self, point: usize) -> Facts {
        let mut made = Made::new();
        let mut rest = point;
        for (_, choices) in self.axes.iter().rev() {
            if let Some(choice) = choices.get(rest % choices.len().max(1)) {
                made.set(&choice.setting);
            }
            rest /= choices.len().max(1);
        }
        made.facts()
    }
}

impl Choice {
    fn one(setting: Setting, name: &impl Serialize) -> Self {
        Self { setting, names: vec![code(name)] }
    }
}

impl Stretch {
    /// The last day of the stretch for goods bought on a day; the purchase day where it has none.
    fn end(&self, bought: NaiveDate) -> NaiveDate {
        self.up_to.map_or(bought, |cut| cut.day(bought))
    }
}

impl Cut {
    fn day(self, bought: NaiveDate) -> NaiveDate {
        match self {
            Self::Purchase => bought,
            Self::Days(days) => bought.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX),
            Self::Months(months) => add_months(bought, months),
        }
    }
}

/// The stretches of claim dates between the last days that the packs know.
fn stretches(packs: &[&Policy]) -> Vec<Choice> {
    let mut cuts = vec![Cut::Purchase];
    for pack in packs {
        let chosen = |reading: Reading| u32::from(pack.choices.is_alternative(reading));
        let first = chosen(Reading::FirstDayOfWindows);
        let exclusive = chosen(Reading::LastDayOfExchange);
        cuts.push(Cut::Days(pack.refund_days.saturating_sub(first)));
        cuts.push(Cut::Days(pack.exchange_days.saturating_sub(exclusive).saturating_sub(first)));
        let months = pack.periods.iter().flat_map(|period| [period.months, period.alternative_months]);
        cuts.extend(months.flatten().map(Cut::Months));
        // What a contract that lifts an effect gives a unit.
        cuts.push(Cut::Months(CONTRACT_MONTHS));
    }
    cuts.sort_by_key(|cut| cut.day(BOUGHT));
    cuts.dedup_by_key(|cut| cut.day(BOUGHT));
    let before = BOUGHT.pred_opt().unwrap_or(BOUGHT);
    let mut stretches = vec![Stretch { after: None, up_to: None, claimed: before }];
    let mut after = None;
    for &cut in &cuts {
        stretches.push(Stretch { after, up_to: Some(cut), claimed: cut.day(BOUGHT) });
        after = Some(cut);
    }
    if let Some(last) = after {
        stretches.push(Stretch { after: Some(last), up_to: None, claimed: next(last.day(BOUGHT)) });
    }
    let choice = |stretch: Stretch| Choice { setting: Setting::Stretch(stretch), names: Vec::new() };
    stretches.into_iter().map(choice).collect()
}

/// Sale kinds with and without the contract's term, those together whose effect is the same in every pack.
fn sales(packs: &[&Policy]) -> Vec<Choice> {
    let mut grouped: Grouped<Vec<SaleEffect>> = Grouped::default();
    let is_read_alike = packs.windows(2).all(|pair| same_reading(pair, Reading::ContractNotSeen));
    for kind in SaleKind::ALL {
        let mut terms = vec![None];
        for pack in packs {
            let term = pack.sale_rule(kind).and_then(|rule| rule.lifted_by);
            if term.is_some() && !terms.contains(&term) {
                terms.push(term);
            }
        }
        for term in terms {
            let effect = |pack: &&Policy| match pack.sale_rule(kind) {
                Some(rule) if rule.lifted_by.is_none() || rule.lifted_by != term => rule.effect,
                Some(_) | None => SaleEffect::Full,
            };
            let key = packs.iter().map(effect).collect();
            let name = match term {
                None => code(&kind),
                Some(term) => format!("{}+{}", code(&kind), code(&term)),
            };
            // A contract with a period of its own shifts the period too, so it stands alone.
            if term == Some(ContractTerm::UnitMonths) {
                grouped.alone(Setting::Sale(kind, term), name);
            } else {
                grouped.add(key, Setting::Sale(kind, term), name);
            }
        }
    }
    if !is_read_alike {
        grouped.alone(Setting::ContractUnseen, "contract_unseen".to_owned());
    }
    grouped.choices
}

fn same_reading(pair: &[&Policy], reading: Reading) -> bool {
    let mut chosen = pair.iter().map(|pack| pack.choices.is_alternative(reading));
    let first = chosen.next();
    chosen.all(|other| Some(other) == first)
}

/// No finding, the product's own, each other alone and beside it; those together that every pack treats alike.
fn findings(packs: &[&Policy]) -> Vec<Choice> {
    let mut grouped: Grouped<(bool, Vec<[bool; 4]>)> = Grouped::default();
    let own = Finding::ProductFault;
    grouped.alone(Setting::Found(Vec::new(), false), "none".to_owned());
    grouped.alone(Setting::Found(vec![own], false), code(&own));
    for is_beside in [false, true] {
        for finding in Finding::ALL.into_iter().filter(|&finding| finding != own) {
            let flags = |pack: &&Policy| {
                pack.exclusion(finding).map_or([false; 4], |rule| {
                    [
                        rule.contradicts_product_fault,
                        rule.user_caused,
                        rule.unless_defect_proven,
                        rule.clause.as_str().starts_with("5."),
                    ]
                })
            };
            let contradicts =
                |pack: &&Policy| pack.exclusion(finding).is_some_and(|rule| rule.contradicts_product_fault);
            if is_beside && packs.iter().all(contradicts) {
                continue;
            }
            let found = if is_beside { vec![own, finding] } else { vec![finding] };
            let beside = if is_beside { format!("{}+", code(&own)) } else { String::new() };
            let name = format!("{beside}{}", code(&finding));
            let key = (is_beside, packs.iter().map(flags).collect());
            grouped.add(key, Setting::Found(found.clone(), false), name.clone());
            if finding == Finding::Consumable {
                grouped.alone(Setting::Found(found, true), format!("{name}+consumable_defect"));
            }
        }
    }
    grouped.choices
}

/// Nothing wanting, each piece, and both papers; those together that every pack treats alike.
fn wanting(packs: &[&Policy]) -> Vec<Choice> {
    let none = Wanting::default();
    let certificate = Wanting { certificate: true, ..none };
    let proof = Wanting { proof: true, ..none };
    let mut grouped: Grouped<Vec<bool>> = Grouped::default();
    for (wanting, is_single_paper, name) in [
        (none, false, "nothing"),
        (certificate, true, "warranty_certificate"),
        (proof, true, "purchase_proof"),
        (Wanting { proof: true, ..certificate }, false, "warranty_certificate+purchase_proof"),
        (Wanting { label: Some(SerialLabel::Unreadable), ..none }, false, "readable_serial"),
        (Wanting { label: Some(SerialLabel::Absent), ..none }, false, "serial"),
        (Wanting { is_mismatched: true, ..none }, false, "serial_match"),
        (Wanting { is_unauthorised: true, ..none }, false, "authorised_source"),
    ] {
        let excludes = |pack: &&Policy| {
            wanting != none && !(is_single_paper && pack.choices.is_alternative(Reading::CertificateAndProof))
        };
        grouped.add(packs.iter().map(excludes).collect(), Setting::Wanting(wanting), name.to_owned());
    }
    grouped.choices
}

/// The ordinary claim, and an example of each other kind that the packs read differently.
fn situations(packs: &[&Policy]) -> Vec<Choice> {
    let mut situations = vec![Situation::Ordinary];
    for pair in packs.windows(2) {
        for (reading, situation) in [
            (Reading::LastDayOnRestDay, Situation::RestDay),
            (Reading::MissingDayOfMonth, Situation::ShortMonth),
            (Reading::PurchaseDatesDiffer, Situation::TwoDates),
            (Reading::TailBelongsTo, Situation::OtherPartRepaired),
            (Reading::WindowsAfterExchange, Situation::UnitRepaired),
        ] {
            if !same_reading(pair, reading) {
                situations.push(situation);
            }
        }
        let mut floors: Vec<u32> = pair.iter().map(|pack| pack.floor_months).collect();
        floors.sort_unstable();
        if let [shorter, longer] = floors.as_slice()
            && shorter < longer
        {
            situations.push(Situation::TailOver(*shorter));
        }
    }
    situations
        .into_iter()
        .map(|situation| Choice {
            setting: Setting::Situation(situation),
            names: vec![situation.code().to_owned()],
        })
        .collect()
}

/// Choices under the first of their kind.
struct Grouped<K> {
    choices: Vec<Choice>,
    keys: Vec<Option<K>>,
}

impl<K> Default for Grouped<K> {
    fn default() -> Self {
        Self { choices: Vec::new(), keys: Vec::new() }
    }
}

impl<K: PartialEq> Grouped<K> {
    fn add(&mut self, key: K, setting: Setting, name: String) {
        let place = self.keys.iter().position(|known| known.as_ref() == Some(&key));
        match place.and_then(|at| self.choices.get_mut(at)) {
            Some(choice) => choice.names.push(name),
            None => {
                self.keys.push(Some(key));
                self.choices.push(Choice { setting, names: vec![name] });
            }
        }
    }

    fn alone(&mut self, setting: Setting, name: String) {
        self.keys.push(None);
        self.choices.push(Choice { setting, names: vec![name] });
    }
}

#[cfg(test)]
mod tests;
