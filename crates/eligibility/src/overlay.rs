//! Other law that a person may have to look at: consumer law of China, rules of the European Union. An overlay only adds
//! a note; it never grants, denies or opens anything. The provisions are policies/overlays.toml.

use crate::claim::known;
use crate::facts::{Buyer, Facts, PurchaseChannel};
use crate::verdict::Note;
use chrono::{Days, NaiveDate};
use nightbench_calendar::{PackError, add_months};
use serde::Deserialize;
use std::sync::OnceLock;

const SHIPPED: &str = include_str!("../../../policies/overlays.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Overlays {
    overlay: Vec<Overlay>,
}

/// A provision and the claims it may concern.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Overlay {
    id: String,
    law: String,
    countries: Vec<String>,
    buyer: Option<Buyer>,
    purchase_channel: Option<PurchaseChannel>,
    within_days: Option<u64>,
    within_months: Option<u32>,
    confidence: Confidence,
}

/// How sure we are that the provision reaches goods like these.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Confidence {
    Low,
    Medium,
    High,
}

/// The notes that the shipped overlays raise on the facts, in the order of the file.
pub(crate) fn notes(facts: &Facts) -> Vec<Note> {
    let raised = shipped().iter().filter(|overlay| overlay.concerns(facts));
    raised
        .map(|overlay| Note {
            id: format!("note-{}", overlay.id),
            law: overlay.law.clone(),
            confidence: match overlay.confidence {
                Confidence::Low => "low",
                Confidence::Medium => "medium",
                Confidence::High => "high",
            }
            .to_owned(),
        })
        .collect()
}

/// The ids of all notes in the catalogue.
pub(crate) fn message_ids() -> impl Iterator<Item = String> {
    shipped().iter().map(|overlay| format!("note-{}", overlay.id))
}

impl Overlay {
    fn concerns(&self, facts: &Facts) -> bool {
        let is_there = known(&facts.country).is_some_and(|country| self.countries.contains(country));
        let is_buyer = self.buyer.is_none_or(|buyer| known(&facts.buyer) == Some(&buyer));
        let is_channel =
            self.purchase_channel.is_none_or(|channel| known(&facts.purchase_channel) == Some(&channel));
        is_there && is_buyer && is_channel && !self.is_over(facts)
    }

    /// Whether the time limit is known to be over.
    fn is_over(&self, facts: &Facts) -> bool {
        let dates = known(&facts.goods_received_on).zip(known(&facts.claim_date));
        dates.is_some_and(|(&received, &claimed)| self.last_day(received).is_some_and(|last| last < claimed))
    }

    fn last_day(&self, received: NaiveDate) -> Option<NaiveDate> {
        match (self.within_days, self.within_months) {
            (Some(days), _) => received.checked_add_days(Days::new(days)),
            (None, Some(months)) => Some(add_months(received, months)),
            (None, None) => None,
        }
    }
}

/// The shipped overlays. A test loads them; a file that could not be read would raise no note.
fn shipped() -> &'static [Overlay] {
    static OVERLAYS: OnceLock<Result<Vec<Overlay>, PackError>> = OnceLock::new();
    OVERLAYS.get_or_init(|| load("policies/overlays.toml", SHIPPED)).as_deref().unwrap_or_default()
}

fn load(file: &str, text: &str) -> Result<Vec<Overlay>, PackError> {
    let overlays: Overlays = toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        PackError { file: file.to_owned(), line, reason: error.message().trim().to_owned() }
    })?;
    Ok(overlays.overlay)
}

#[cfg(test)]
mod tests {
    use super::{SHIPPED, load, notes};
    use crate::facts::Facts;

    fn raised(facts: &str) -> Vec<String> {
        notes(&Facts::from_json(facts).unwrap()).into_iter().map(|note| note.id).collect()
    }

    #[test]
    fn the_shipped_overlays_load() {
        assert_eq!(load("overlays.toml", SHIPPED).unwrap().len(), 5);
    }

    #[test]
    fn a_bad_overlay_is_refused_by_line() {
        let refused = load("overlays.toml", "[[overlay]]\nid = \"x\"\nlwa = \"y\"\n").err().unwrap();
        assert_eq!((refused.file.as_str(), refused.line), ("overlays.toml", 3));
    }

    #[test]
    fn a_note_is_raised_only_where_everything_it_names_is_known_to_hold() {
        assert_eq!(raised("{}"), Vec::<String>::new());
        assert_eq!(
            raised(r#"{"country":"CN","buyer":"business","purchase_channel":"online"}"#),
            Vec::<String>::new()
        );
        assert_eq!(
            raised(r#"{"country":"CN","buyer":"consumer","purchase_channel":"online"}"#),
            ["note-prc_distance_return", "note-prc_quality_return", "note-prc_burden_of_proof"]
        );
        assert_eq!(
            raised(r#"{"country":"DE","buyer":"consumer","purchase_channel":"shop"}"#),
            ["note-eu_conformity"]
        );
    }

    #[test]
    fn a_limit_that_is_over_raises_no_note_and_its_last_day_still_does() {
        let on = |claimed: &str| {
            let dates = format!(r#""goods_received_on":"2026-03-04","claim_date":"{claimed}""#);
            raised(&format!(r#"{{"country":"DE","buyer":"consumer","purchase_channel":"online",{dates}}}"#))
        };
        assert_eq!(on("2026-03-18"), ["note-eu_conformity", "note-eu_withdrawal"]);
        assert_eq!(on("2026-03-19"), ["note-eu_conformity"]);
        assert_eq!(on("2028-03-05"), Vec::<String>::new());
    }
}
