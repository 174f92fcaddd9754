//! A dealer: who may sell our goods, from when to when, and who may send units in without asking each time. That a
//! dealer is not known here says nothing about where a unit came from.

use crate::master::{Finder, FinderBy, Master, MasterKind};
use crate::pii::Pii;
use crate::serial::fold;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One dealer, as its master says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Dealer {
    /// Its code, such as D-017. At most 80 characters.
    pub code: String,
    /// Its name, as registers and desks write it.
    pub name: String,
    /// The first day it may sell; `None`: not stated.
    pub authorised_from: Option<NaiveDate>,
    /// The last day it may sell; `None`: not ended.
    pub authorised_to: Option<NaiveDate>,
    /// Whether what it sends in is consented to once and for all.
    pub standing_consent: bool,
    /// The first day of that consent; `None`: that of the authorisation.
    pub consent_from: Option<NaiveDate>,
    /// Its terms in words, or empty.
    pub terms: String,
    /// Whom to ask there, or empty.
    pub contact: Pii<String>,
}

/// What is known of a dealer's right to sell on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authorised {
    /// It could sell then.
    Yes,
    /// It could not: before its first day, or after its last.
    No,
    /// The master does not say from when.
    NotStated,
}

impl Dealer {
    /// Whether it could sell on a day.
    #[must_use]
    pub fn authorised_on(&self, on: NaiveDate) -> Authorised {
        if self.authorised_to.is_some_and(|to| on > to) || self.authorised_from.is_some_and(|from| on < from)
        {
            Authorised::No
        } else if self.authorised_from.is_some() {
            Authorised::Yes
        } else {
            Authorised::NotStated
        }
    }

    /// The last day it could sell, once that is over.
    #[must_use]
    pub fn expired_on(&self, today: NaiveDate) -> Option<NaiveDate> {
        self.authorised_to.filter(|to| today > *to)
    }

    /// Whether what it sent on a day was consented to beforehand.
    #[must_use]
    pub fn consents_on(&self, on: NaiveDate) -> bool {
        let from = self.consent_from.or(self.authorised_from);
        self.standing_consent
            && from.is_some_and(|from| on >= from)
            && self.authorised_to.is_none_or(|to| on <= to)
    }
}

impl Master for Dealer {
    const KIND: MasterKind = MasterKind::Dealer;

    fn key(&self) -> String {
        fold(&self.code)
    }

    fn words(&self) -> String {
        [&self.code, &self.name].map(|word| fold(word)).join("\n")
    }

    fn finders(&self) -> Vec<Finder> {
        // Registers and desks name a dealer by its code or by its name.
        let mut names = vec![fold(&self.code), fold(&self.name)];
        names.retain(|name| !name.is_empty());
        names.dedup();
        names.into_iter().map(|name| Finder::exact(FinderBy::Name, name)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Authorised, Dealer};
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_dealer_may_sell_from_its_first_day_to_its_last() {
        for (from, to, on, expected) in [
            (Some("2025-01-01"), None, "2025-01-01", Authorised::Yes),
            (Some("2025-01-01"), None, "2024-12-31", Authorised::No),
            (Some("2025-01-01"), Some("2025-06-30"), "2025-06-30", Authorised::Yes),
            (Some("2025-01-01"), Some("2025-06-30"), "2025-07-01", Authorised::No),
            (None, Some("2025-06-30"), "2025-07-01", Authorised::No),
            (None, Some("2025-06-30"), "2025-06-30", Authorised::NotStated),
            (None, None, "2025-06-30", Authorised::NotStated),
        ] {
            let dealer =
                Dealer { authorised_from: from.map(day), authorised_to: to.map(day), ..Dealer::default() };
            assert_eq!(dealer.authorised_on(day(on)), expected, "{from:?} {to:?} {on}");
        }
    }

    #[test]
    fn an_authorisation_is_over_on_the_day_after_its_last() {
        let dealer = Dealer { authorised_to: Some(day("2025-06-30")), ..Dealer::default() };
        assert_eq!(dealer.expired_on(day("2025-06-30")), None);
        assert_eq!(dealer.expired_on(day("2025-07-01")), Some(day("2025-06-30")));
        assert_eq!(Dealer::default().expired_on(day("2025-07-01")), None);
    }

    #[test]
    fn standing_consent_has_a_first_day_and_ends_with_the_authorisation() {
        let dealer = Dealer {
            authorised_from: Some(day("2025-01-01")),
            authorised_to: Some(day("2026-12-31")),
            standing_consent: true,
            consent_from: Some(day("2025-03-01")),
            ..Dealer::default()
        };
        for (on, consents) in
            [("2025-02-28", false), ("2025-03-01", true), ("2026-12-31", true), ("2027-01-01", false)]
        {
            assert_eq!(dealer.consents_on(day(on)), consents, "{on}");
        }
        let asked_each_time = Dealer { standing_consent: false, ..dealer };
        assert!(!asked_each_time.consents_on(day("2026-01-01")));
    }
}
