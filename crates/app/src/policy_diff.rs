//! What two policy packs decide differently, and which work orders on record they would decide differently: the engine's
//! regions beside the station's own tickets. Nothing is written; the words for both are here, because the command line
//! and the window tell the same.

use crate::claim::{Said, claim};
use crate::error::AppError;
use crate::known::Known;
use crate::station::App;
use nightbench_domain::claim::Remedy;
use nightbench_domain::code;
use nightbench_domain::id::TicketId;
use nightbench_domain::rma::RmaNumber;
use nightbench_eligibility::diff::{
    Aspect, Condition, Cut, DayRange, EntryChange, PolicyDiff, Region, Told, diff,
};
use nightbench_eligibility::policy::Policy;
use nightbench_eligibility::verdict::{RemedyVerdict, Verdict};
use nightbench_eligibility::{Facts, Packs, assess};
use nightbench_locale::{Language, knows, say};
use nightbench_store::intake;
use nightbench_store::ticket::{self, Listing};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use ts_rs::TS;

/// Work orders that are looked at in one go.
const ROWS: u32 = 500;

/// The request of `policy_diff`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PolicyDiffRequest {
    /// The first pack.
    pub before: PackChoice,
    /// The second.
    pub after: PackChoice,
    /// Whether the work orders on record are decided again by both.
    pub with_tickets: bool,
}

/// A commitment to compare.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "from", rename_all = "snake_case", deny_unknown_fields)]
pub enum PackChoice {
    /// The one that ships with the program.
    Shipped,
    /// One of this station's packs.
    Installed {
        /// The pack's id.
        id: String,
        /// Its version.
        version: String,
    },
    /// A file that is not installed; its signature is not asked for.
    File {
        /// The file's name, for the error.
        file: String,
        /// The pack, as TOML.
        text: String,
    },
}

/// What two packs decide differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackDiff {
    /// In the abstract: entries and regions.
    pub packs: PolicyDiff,
    /// On record: work orders; absent when they were not asked for.
    pub tickets: Option<TicketDiff>,
}

/// The work orders that two packs decide differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TicketDiff {
    /// Number of work orders that were decided by both.
    pub checked: u64,
    /// Number of those whose goods were bought outside the second pack's dates, so that it would not serve them.
    pub outside: u64,
    /// The others that would be decided differently, the newest first.
    pub changed: Vec<TicketChange>,
}

/// A work order that would be decided differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TicketChange {
    /// Its identity.
    pub id: TicketId,
    /// Its number.
    pub rma: RmaNumber,
    /// The remedies that are decided differently.
    pub remedies: Vec<RemedyChange>,
}

/// A remedy with another outcome, or with a denial that waits for a person under one pack alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RemedyChange {
    /// The remedy.
    pub remedy: Remedy,
    /// By the first pack.
    pub before: Told,
    /// By the second.
    pub after: Told,
    /// Whether the first pack's answer is a denial that waits for a person.
    pub unsigned_before: bool,
    /// The same of the second's.
    pub unsigned_after: bool,
}

pub(crate) fn compare(app: &App, request: PolicyDiffRequest) -> Result<PackDiff, AppError> {
    between(Some(app), &request)
}

/// Compares two packs; without a station only the shipped pack and files are known, and no work orders.
///
/// # Errors
/// `PolicyFile` for a bad file, `NotFound` for a pack that is not installed.
pub fn between(app: Option<&App>, request: &PolicyDiffRequest) -> Result<PackDiff, AppError> {
    let packs = match app {
        Some(app) => app.packs(),
        None => Arc::new(Packs::shipped().map_err(AppError::Pack)?),
    };
    let before = request.before.policy(&packs)?;
    let after = request.after.policy(&packs)?;
    let tickets = match app {
        Some(app) if request.with_tickets => Some(tickets(app, &before, &after)?),
        Some(_) | None => None,
    };
    Ok(PackDiff { packs: diff(&before, &after), tickets })
}

impl PackChoice {
    fn policy(&self, packs: &Packs) -> Result<Arc<Policy>, AppError> {
        match self {
            Self::Shipped => Packs::shipped()
                .map_err(AppError::Pack)?
                .policies()
                .next()
                .map(Arc::clone)
                .ok_or(AppError::NotFound),
            Self::Installed { id, version } => {
                let policy = packs.policy(version).filter(|policy| policy.reference().id == *id);
                policy.map(Arc::clone).ok_or(AppError::NotFound)
            }
            Self::File { file, text } => {
                let policy = Policy::load(file, text);
                policy.map(Arc::new).map_err(AppError::PolicyFile)
            }
        }
    }
}

/// Decides every work order on its facts as they are known now, by both packs.
fn tickets(app: &App, before: &Policy, after: &Policy) -> Result<TicketDiff, AppError> {
    let calendar = app.law_calendar();
    let mut found = TicketDiff { checked: 0, outside: 0, changed: Vec::new() };
    let mut next = None;
    loop {
        let page = ticket::page(&app.store, Listing::AllNewest, next.as_ref(), ROWS)?;
        for row in page.rows {
            let Some(facts) = current_facts(app, row.id)? else { continue };
            found.checked += 1;
            if !after.serves(&facts) {
                found.outside += 1;
                continue;
            }
            let (old, new) = (assess(before, &calendar, &facts), assess(after, &calendar, &facts));
            let remedies: Vec<RemedyChange> =
                Remedy::ALL.into_iter().filter_map(|remedy| change(remedy, &old, &new)).collect();
            if !remedies.is_empty() {
                found.changed.push(TicketChange { id: row.id, rma: row.rma, remedies });
            }
        }
        next = page.next;
        if next.is_none() {
            return Ok(found);
        }
    }
}

/// What is different about a remedy in two verdicts on the same facts.
fn change(remedy: Remedy, old: &Verdict, new: &Verdict) -> Option<RemedyChange> {
    let (old, new) = (old.remedies.of(remedy), new.remedies.of(remedy));
    let told = |answer: &RemedyVerdict| Told { outcome: answer.outcome, needs: answer.needs.clone() };
    let (before, after) = (told(old), told(new));
    (before != after || old.unsigned != new.unsigned).then_some(RemedyChange {
        remedy,
        before,
        after,
        unsigned_before: old.unsigned,
        unsigned_after: new.unsigned,
    })
}

/// The facts of a work order as a paper made now would state them.
fn current_facts(app: &App, id: TicketId) -> Result<Option<Facts>, AppError> {
    let Some(record) = intake::by_id(&app.store, id)? else { return Ok(None) };
    let facts: Facts = serde_json::from_value(record.facts).map_err(AppError::BadRequest)?;
    let known = Known::of_intake(&app.store, &record.intake)?;
    Ok(Some(claim(&Said::by_intake(&record.intake, &facts), &known).facts))
}

/// The comparison in words, a line each.
#[must_use]
pub fn tell(diff: &PackDiff, language: Language) -> Vec<String> {
    let packs = &diff.packs;
    let name = |reference: &nightbench_eligibility::verdict::PolicyRef| {
        format!("{} {}", reference.id, reference.version)
    };
    let mut lines = vec![format!("{} → {}", name(&packs.before), name(&packs.after))];
    lines.extend(
        packs.entries.iter().flat_map(|entry| entry_lines(entry, language)).map(|line| format!("  {line}")),
    );
    let counts = [("changed", number(packs.claims_changed)), ("claims", number(packs.claims))];
    lines.push(say(language, "pack_diff-claims", &counts.map(|(name, count)| (name, count.into()))));
    for region in &packs.regions {
        lines.push(format!("  {}", region_line(region, language)));
        lines.extend(region.conditions.iter().map(|one| format!("      {}", condition_line(one, language))));
    }
    if let Some(tickets) = &diff.tickets {
        let counts = [
            ("changed", number(tickets.changed.len() as u64)),
            ("checked", number(tickets.checked)),
            ("outside", number(tickets.outside)),
        ];
        lines.push(say(language, "pack_diff-tickets", &counts.map(|(name, count)| (name, count.into()))));
        for ticket in &tickets.changed {
            let told = |change: &RemedyChange| {
                let sides =
                    [(&change.before, change.unsigned_before), (&change.after, change.unsigned_after)];
                moved(change.remedy, sides, language)
            };
            let remedies: Vec<String> = ticket.remedies.iter().map(told).collect();
            lines.push(format!("  {}  {}", ticket.rma, remedies.join("; ")));
        }
    }
    lines
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The fields of an entry that differ; an entry that is there in one pack alone is one line.
fn entry_lines(entry: &EntryChange, language: Language) -> Vec<String> {
    let name = entry_name(entry, language);
    match (&entry.before, &entry.after) {
        (serde_json::Value::Object(before), serde_json::Value::Object(after)) => before
            .iter()
            .filter_map(|(field, old)| {
                let new = after.get(field).unwrap_or(&serde_json::Value::Null);
                let field = word(&["pack_field"], field, language);
                (old != new).then(|| format!("{name} · {field}: {old} → {new}"))
            })
            .collect(),
        (before, after) => vec![format!("{name}: {before} → {after}")],
    }
}

/// The list and what names the entry in it, in words where there are any; a clause and a number stand for themselves.
fn entry_name(entry: &EntryChange, language: Language) -> String {
    const NAMED: [&str; 7] =
        ["product_class", "claim_object", "remedy", "sale_kind", "finding", "wanting", "rank"];
    let list = word(&["pack_list"], &entry.list, language);
    if entry.entry.is_empty() {
        return list;
    }
    let codes = entry.entry.split(' ').map(|code| word(&NAMED, code, language));
    format!("{list} · {}", codes.collect::<Vec<_>>().join(" "))
}

/// A code in words of one of some kinds, or as it is.
fn word(kinds: &[&str], code: &str, language: Language) -> String {
    let known = kinds.iter().map(|kind| format!("{kind}-{code}")).find(|id| knows(language, id));
    known.map_or_else(|| code.to_owned(), |id| say(language, &id, &[]))
}

fn region_line(region: &Region, language: Language) -> String {
    let mut clauses: Vec<&str> = Vec::new();
    for clause in region.clauses_before.iter().chain(&region.clauses_after) {
        if !clauses.contains(&clause.as_str()) {
            clauses.push(clause.as_str());
        }
    }
    let moved = moved(region.remedy, [(&region.before, false), (&region.after, false)], language);
    format!("{moved} ({})", clauses.join(", "))
}

/// "Refund: denied → granted", beside a denial that waits for a person that it does.
fn moved(remedy: Remedy, sides: [(&Told, bool); 2], language: Language) -> String {
    let [before, after] = sides.map(|(told, is_unsigned)| {
        let outcome = say(language, &format!("outcome-{}", code(&told.outcome)), &[]);
        if is_unsigned {
            return format!("{outcome} ({})", say(language, "outcome-unsigned", &[]));
        }
        let needs = told.needs.iter().map(|need| say(language, &format!("need-{}", need.code()), &[]));
        let needs = needs.collect::<Vec<_>>().join(", ");
        if needs.is_empty() { outcome } else { format!("{outcome} ({needs})") }
    });
    let remedy = say(language, &format!("remedy-{}", code(&remedy)), &[]);
    format!("{remedy}: {before} → {after}")
}

pub(crate) fn condition_line(condition: &Condition, language: Language) -> String {
    let aspect = say(language, &format!("pack_diff-{}", code(&condition.aspect)), &[]);
    let values = |codes: &[String]| {
        let worded = codes.iter().map(|code| value(condition.aspect, code, language));
        worded.collect::<Vec<_>>().join("; ")
    };
    let what = if !condition.days.is_empty() {
        condition.days.iter().map(|range| days(range, language)).collect::<Vec<_>>().join("; ")
    } else if condition.none_of.is_empty() {
        values(&condition.any_of)
    } else {
        say(language, "pack_diff-none_of", &[("values", values(&condition.none_of).into())])
    };
    format!("{aspect}: {what}")
}

/// The words of one value; parts of it are joined by a plus.
fn value(aspect: Aspect, codes: &str, language: Language) -> String {
    let kinds: &[&str] = match aspect {
        Aspect::ProductClass => &["product_class"],
        Aspect::ClaimObject => &["claim_object"],
        Aspect::ClaimDay => &[],
        Aspect::Sale => &["sale_kind", "contract_term"],
        Aspect::Findings => &["finding"],
        Aspect::Wanting => &["wanting"],
        Aspect::Accessories | Aspect::Consent => &["pack_diff"],
        Aspect::Situation => &["situation"],
    };
    codes.split('+').map(|code| word(kinds, code, language)).collect::<Vec<_>>().join(" + ")
}

fn days(range: &DayRange, language: Language) -> String {
    let cut = |cut: Cut| match cut {
        Cut::Purchase => say(language, "pack_diff-cut-purchase", &[]),
        Cut::Days(count) => say(language, "pack_diff-cut-days", &[("count", count.into())]),
        Cut::Months(count) => say(language, "pack_diff-cut-months", &[("count", count.into())]),
    };
    match (range.after.map(cut), range.up_to.map(cut)) {
        _ if range.is_before_purchase => say(language, "pack_diff-days-before", &[]),
        (None, None) => say(language, "pack_diff-days-any", &[]),
        (None, Some(up_to)) => say(language, "pack_diff-days-to", &[("up_to", up_to.into())]),
        (Some(after), None) => say(language, "pack_diff-days-from", &[("after", after.into())]),
        (Some(after), Some(up_to)) => {
            say(language, "pack_diff-days-from-to", &[("after", after.into()), ("up_to", up_to.into())])
        }
    }
}
