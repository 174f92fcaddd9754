//! A pack file as it was written, and what every kind of pack has in common: a head with id, version, title in both
//! languages, source and the purchase dates it serves. It is where "file, line, reason" comes from.

use super::Words;
use super::rank::Rank;
use super::version::Version;
use crate::verdict::PolicyRef;
use chrono::NaiveDate;
use nightbench_calendar::PackError;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::sync::Arc;
use toml::Spanned;

/// The `[pack]` of every pack.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Head {
    pub(crate) id: String,
    pub(crate) version: String,
    #[serde(default)]
    pub(crate) rank: Rank,
    pub(crate) zh: String,
    pub(crate) en: String,
    pub(crate) source: String,
    pub(crate) effective_from: Option<NaiveDate>,
    pub(crate) effective_to: Option<NaiveDate>,
    pub(crate) supersedes: Option<String>,
}

/// What the head of a pack says, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Identity {
    pub(crate) reference: Arc<PolicyRef>,
    pub(crate) version: Version,
    pub(crate) rank: Rank,
    pub(crate) title: Words,
    pub(crate) source: String,
    pub(crate) effective_from: Option<NaiveDate>,
    pub(crate) effective_to: Option<NaiveDate>,
    /// The version of the same pack that this one takes over from, where both are in force.
    pub(crate) supersedes: Option<String>,
}

impl Identity {
    /// Whether the pack is in force for goods bought on a day; an unknown day is served by a pack without bounds.
    pub(crate) fn is_in_force(&self, purchased_on: Option<NaiveDate>) -> bool {
        match purchased_on {
            Some(day) => {
                self.effective_from.is_none_or(|from| from <= day)
                    && self.effective_to.is_none_or(|to| day <= to)
            }
            None => self.effective_from.is_none() && self.effective_to.is_none(),
        }
    }

    /// A purchase date on which both are in force, if there is one: the first.
    pub(crate) fn first_common_day(&self, other: &Self) -> Option<NaiveDate> {
        let from = self.effective_from.max(other.effective_from);
        let to = match (self.effective_to, other.effective_to) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        match (from, to) {
            (Some(from), Some(to)) if to < from => None,
            (from, to) => Some(from.or(to).unwrap_or(NaiveDate::MIN)),
        }
    }
}

/// The file, to say where something is wrong.
#[derive(Clone, Copy)]
pub(crate) struct PackText<'a> {
    pub(crate) file: &'a str,
    pub(crate) text: &'a str,
}

impl PackText<'_> {
    /// Reads the form of the file; what it says is not looked at yet.
    pub(crate) fn parse<T: DeserializeOwned>(&self) -> Result<T, PackError> {
        toml::from_str(self.text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            self.refuse(at, error.message().trim())
        })
    }

    pub(crate) fn refuse(&self, at: usize, reason: &str) -> PackError {
        let before = self.text.get(..at).unwrap_or(self.text);
        PackError {
            file: self.file.to_owned(),
            line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
            reason: reason.to_owned(),
        }
    }

    pub(crate) fn refuse_entry<T>(&self, entry: &Spanned<T>, reason: &str) -> PackError {
        self.refuse(entry.span().start, reason)
    }

    /// A refusal of the pack as a whole, at its head.
    pub(crate) fn refuse_pack(&self, reason: &str) -> PackError {
        self.refuse(self.text.find("[pack]").unwrap_or_default(), reason)
    }

    pub(crate) fn at_most<T>(&self, entry: &Spanned<T>, number: u32, most: u32) -> Result<u32, PackError> {
        if number <= most {
            return Ok(number);
        }
        Err(self.refuse_entry(entry, &format!("{number} is more than {most}")))
    }

    /// A text in both languages.
    pub(crate) fn says<T>(
        &self,
        entry: &Spanned<T>,
        what: &str,
        zh: &str,
        en: &str,
    ) -> Result<Words, PackError> {
        match [("zh", zh), ("en", en)].into_iter().find(|(_, words)| words.trim().is_empty()) {
            None => Ok(Words { zh: zh.to_owned(), en: en.to_owned() }),
            Some((language, _)) => {
                Err(self.refuse_entry(entry, &format!("{what} has no {language} summary")))
            }
        }
    }

    /// The head: a version that can be compared, an order of dates, a title in both languages.
    pub(crate) fn identity(&self, spanned: &Spanned<Head>) -> Result<Identity, PackError> {
        let head = spanned.get_ref();
        let refuse = |reason: &str| self.refuse_entry(spanned, reason);
        let is_word = |id: &str| {
            !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
        };
        if !is_word(&head.id) {
            return Err(refuse("an id is letters, digits, - and _"));
        }
        let read = |text: &str| {
            Version::parse(text)
                .ok_or_else(|| refuse(&format!("{text} is not a version: numbers between dots")))
        };
        let version = read(&head.version)?;
        if let Some(before) = head.supersedes.as_deref().map(read).transpose()?
            && version <= before
        {
            return Err(refuse("a pack supersedes a version older than its own"));
        }
        if let (Some(from), Some(to)) = (head.effective_from, head.effective_to)
            && to < from
        {
            return Err(refuse("effective_to lies before effective_from"));
        }
        Ok(Identity {
            reference: Arc::new(PolicyRef {
                id: head.id.clone(),
                version: head.version.clone(),
                hash: blake3::hash(self.text.as_bytes()).to_hex().to_string(),
            }),
            version,
            rank: head.rank,
            title: self.says(spanned, "the pack", &head.zh, &head.en)?,
            source: head.source.clone(),
            effective_from: head.effective_from,
            effective_to: head.effective_to,
            supersedes: head.supersedes.clone(),
        })
    }
}
