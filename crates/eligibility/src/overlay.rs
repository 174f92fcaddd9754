//! Other law that a person may have to look at: consumer law of China, rules of the European Union, each a pack like
//! the commitment (policies/law-*.toml). An overlay only adds a note; it never grants, denies or opens anything: it
//! stands above the commitment as a floor, and a floor is for a person to apply.

use crate::claim::known;
use crate::facts::{Buyer, Facts, PurchaseChannel};
use crate::policy::Words;
use crate::policy::rank::Rank;
use crate::policy::refusal::{PackError, PackFault};
use crate::policy::text::{Head, Identity, PackText};
use crate::verdict::{Note, PolicyRef};
use chrono::{Days, NaiveDate};
use nightbench_calendar::{Calendar, add_months};
use serde::{Deserialize, Serialize};
use std::sync::{Arc, OnceLock};
use toml::Spanned;
use ts_rs::TS;

/// The shipped law packs, in the order in which their notes stand.
const SHIPPED: [(&str, &str); 2] = [
    ("policies/law-cn-consumer.toml", include_str!("../../../policies/law-cn-consumer.toml")),
    ("policies/law-eu-consumer.toml", include_str!("../../../policies/law-eu-consumer.toml")),
];

/// A body of law as dated data.
#[derive(Debug)]
pub struct LawPack {
    pub(crate) identity: Identity,
    provisions: Vec<Provision>,
}

/// A provision and the claims it may concern.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Provision {
    /// Its name; the sentence of its note is `note-<id>`.
    pub id: String,
    /// The provision, as it is cited.
    pub law: String,
    /// The countries whose law protects the buyer by it.
    pub countries: Vec<String>,
    /// The kind of buyer it protects; null for every one.
    pub buyer: Option<Buyer>,
    /// The way of buying it is about; null for every one.
    pub purchase_channel: Option<PurchaseChannel>,
    /// Days from the goods' receipt in which it can be invoked; null without a limit in days.
    pub within_days: Option<u32>,
    /// The same in months.
    pub within_months: Option<u32>,
    /// How sure we are that it reaches goods like these.
    pub confidence: Confidence,
    /// What it says, in our own words.
    pub says: Words,
}

/// How sure we are that a provision reaches goods like these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Perhaps.
    Low,
    /// Likely for some goods.
    Medium,
    /// Clearly.
    High,
}

/// Everything a law pack says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LawPage {
    /// Name, version and hash.
    pub reference: PolicyRef,
    /// Its title.
    pub title: Words,
    /// Where it is taken from.
    pub source: String,
    /// Its place in the order of law.
    pub rank: Rank,
    /// The first purchase date it concerns; null for every earlier one.
    pub effective_from: Option<NaiveDate>,
    /// The last purchase date it concerns; null for every later one.
    pub effective_to: Option<NaiveDate>,
    /// The version that it takes over from where both are in force.
    pub supersedes: Option<String>,
    /// What it provides.
    pub provisions: Vec<Provision>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LawFile {
    pack: Spanned<Head>,
    provision: Vec<Spanned<ProvisionEntry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProvisionEntry {
    id: String,
    law: String,
    countries: Vec<String>,
    buyer: Option<Buyer>,
    purchase_channel: Option<PurchaseChannel>,
    within_days: Option<u32>,
    within_months: Option<u32>,
    confidence: Confidence,
    zh: String,
    en: String,
}

impl LawPack {
    /// Reads and validates a law pack. `file` is only used to say where an error is.
    ///
    /// # Errors
    /// [`PackError`] with the line and the fault of the first thing that is wrong.
    pub fn load(file: &str, text: &str) -> Result<Self, PackError> {
        let page = PackText { file, text };
        let pack: LawFile = page.parse()?;
        let identity = page.identity(&pack.pack)?;
        if identity.rank != Rank::MandatoryLaw {
            return Err(page.refuse_entry(&pack.pack, PackFault::PackRank { rank: Rank::MandatoryLaw }));
        }
        let mut provisions: Vec<Provision> = Vec::with_capacity(pack.provision.len());
        for entry in &pack.provision {
            let provision = page.provision(entry)?;
            if provisions.iter().any(|before| before.id == provision.id) {
                let fault = PackFault::Twice { entry: "provision", key: provision.id };
                return Err(page.refuse_entry(entry, fault));
            }
            provisions.push(provision);
        }
        Ok(Self { identity, provisions })
    }

    /// The law packs that ship with the program. A test loads them; one that could not be read would raise no note.
    pub(crate) fn shipped() -> &'static [Arc<Self>] {
        static SHIPPED_PACKS: OnceLock<Vec<Arc<LawPack>>> = OnceLock::new();
        SHIPPED_PACKS.get_or_init(|| {
            SHIPPED.iter().filter_map(|(file, text)| Self::load(file, text).ok().map(Arc::new)).collect()
        })
    }

    /// Name, version and hash.
    #[must_use]
    pub fn reference(&self) -> &PolicyRef {
        &self.identity.reference
    }

    /// The pack as a person reads it.
    #[must_use]
    pub fn page(&self) -> LawPage {
        LawPage {
            reference: self.reference().clone(),
            title: self.identity.title.clone(),
            source: self.identity.source.clone(),
            rank: self.identity.rank,
            effective_from: self.identity.effective_from,
            effective_to: self.identity.effective_to,
            supersedes: self.identity.supersedes.clone(),
            provisions: self.provisions.clone(),
        }
    }
}

impl PackText<'_> {
    /// A provision that can apply to some claim.
    fn provision(&self, spanned: &Spanned<ProvisionEntry>) -> Result<Provision, PackError> {
        let entry = spanned.get_ref();
        let refuse = |fault: PackFault| Err(self.refuse_entry(spanned, fault));
        if entry.countries.is_empty() {
            return refuse(PackFault::NoCountry);
        }
        let is_code = |code: &String| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        if let Some(unknown) = entry.countries.iter().find(|code| !is_code(code)) {
            return refuse(PackFault::CountryShape { found: unknown.clone() });
        }
        let known = Calendar::countries();
        if let Some(unknown) = entry.countries.iter().find(|code| !known.contains(code)) {
            return refuse(PackFault::UnknownCountry { found: unknown.clone() });
        }
        if entry.within_days.is_some() && entry.within_months.is_some() {
            return refuse(PackFault::DaysAndMonths);
        }
        Ok(Provision {
            id: entry.id.clone(),
            law: entry.law.clone(),
            countries: entry.countries.clone(),
            buyer: entry.buyer,
            purchase_channel: entry.purchase_channel,
            within_days: entry.within_days,
            within_months: entry.within_months,
            confidence: entry.confidence,
            says: self.says(spanned, ("provision", &entry.id), &entry.zh, &entry.en)?,
        })
    }
}

/// The notes that law packs raise on the facts, in the order of the packs and their files. A pack is left out when the
/// goods are known to have been bought outside its range.
pub(crate) fn notes<'a>(
    packs: impl IntoIterator<Item = &'a LawPack>,
    facts: &Facts,
    purchased_on: Option<NaiveDate>,
) -> Vec<Note> {
    if known(&facts.country).is_none() {
        return Vec::new();
    }
    let in_force =
        packs.into_iter().filter(|pack| purchased_on.is_none_or(|day| pack.identity.is_in_force(Some(day))));
    let raised = in_force.flat_map(|pack| &pack.provisions).filter(|provision| provision.concerns(facts));
    raised
        .map(|provision| Note {
            id: format!("note-{}", provision.id),
            law: provision.law.clone(),
            confidence: match provision.confidence {
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
    let provisions = LawPack::shipped().iter().flat_map(|pack| &pack.provisions);
    provisions.map(|provision| format!("note-{}", provision.id))
}

impl Provision {
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
            (Some(days), _) => received.checked_add_days(Days::new(days.into())),
            (None, Some(months)) => Some(add_months(received, months)),
            (None, None) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LawPack, SHIPPED, notes};
    use crate::facts::Facts;
    use serde_json::json;

    fn raised(facts: &str) -> Vec<String> {
        let facts = Facts::from_json(facts).unwrap();
        let packs = LawPack::shipped().iter().map(std::sync::Arc::as_ref);
        notes(packs, &facts, None).into_iter().map(|note| note.id).collect()
    }

    #[test]
    fn the_shipped_law_packs_load() {
        let provisions = SHIPPED.map(|(file, text)| LawPack::load(file, text).unwrap().provisions.len());
        assert_eq!(provisions, [3, 2]);
    }

    #[test]
    fn a_bad_law_pack_is_refused_by_line() {
        let (_, text) = SHIPPED[1];
        for (from, to, line, fault) in [
            ("rank = \"mandatory_law\"\n", "", 3, json!({"code": "pack_rank", "rank": "mandatory_law"})),
            (
                "version = \"2026.1\"",
                "version = \"new\"",
                3,
                json!({"code": "version_shape", "found": "new"}),
            ),
            (
                "en = \"Consumer law of the European Union\"",
                "en = \"\"",
                3,
                json!({"code": "no_words", "entry": "pack", "key": "law-eu-consumer", "field": "en"}),
            ),
            (
                "within_days = 14",
                "within_weeks = 2",
                33,
                json!({"code": "unknown_field", "field": "within_weeks", "known": ["id", "law", "countries", "buyer", "purchase_channel", "within_days", "within_months", "confidence", "zh", "en"]}),
            ),
            (
                "within_days = 14",
                "within_days = 14\nwithin_months = 1",
                24,
                json!({"code": "days_and_months"}),
            ),
            (
                "buyer = \"consumer\"",
                "buyer = \"trader\"",
                18,
                json!({"code": "unknown_code", "found": "trader", "known": ["consumer", "business"]}),
            ),
            ("\"AT\", ", "\"ZZ\", ", 11, json!({"code": "unknown_country", "found": "ZZ"})),
            ("\"AT\", ", "\"Austria\", ", 11, json!({"code": "country_shape", "found": "Austria"})),
            (
                "id = \"eu_withdrawal\"",
                "id = \"eu_conformity\"",
                24,
                json!({"code": "twice", "entry": "provision", "key": "eu_conformity"}),
            ),
            (
                "confidence = \"medium\"\nzh = \"欧盟消费者：交付后两年内出现的不符合约定，销售者可能须负责。\"",
                "confidence = \"medium\"\nzh = \" \"",
                11,
                json!({"code": "no_words", "entry": "provision", "key": "eu_conformity", "field": "zh"}),
            ),
        ] {
            assert!(text.contains(from), "{from}");
            let refused = LawPack::load("law.toml", &text.replacen(from, to, 1)).unwrap_err();
            assert_eq!(
                (refused.file.as_str(), refused.line, json!(refused.fault)),
                ("law.toml", line, fault)
            );
        }
        let (_, cn) = SHIPPED[0];
        let refused = LawPack::load("law.toml", &cn.replacen("[\"CN\"]", "[]", 1)).unwrap_err();
        assert_eq!(json!(refused.fault), json!({"code": "no_country"}));
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

    #[test]
    fn a_law_pack_is_silent_on_goods_bought_outside_its_range() {
        let (_, text) = SHIPPED[1];
        let later = text.replacen("source = ", "effective_from = \"2026-06-01\"\nsource = ", 1);
        let pack = LawPack::load("law.toml", &later).unwrap();
        let facts = Facts::from_json(r#"{"country":"DE","buyer":"consumer"}"#).unwrap();
        let raised =
            |bought: Option<&str>| notes([&pack], &facts, bought.map(|day| day.parse().unwrap())).len();
        assert_eq!([raised(None), raised(Some("2026-05-31")), raised(Some("2026-06-01"))], [1, 0, 1]);
    }
}
