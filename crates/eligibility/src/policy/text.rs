//! A pack file as it was written, and what every kind of pack has in common: a head with id, version, title in both
//! languages, source and the purchase dates it serves. It is where "file and line" of a refusal come from.

use super::Words;
use super::rank::Rank;
use super::refusal::{PackError, PackFault};
use super::version::Version;
use crate::verdict::PolicyRef;
use chrono::NaiveDate;
use serde::Deserialize;
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
    pub(crate) fn refuse(&self, at: usize, fault: PackFault) -> PackError {
        PackError { file: self.file.to_owned(), line: self.line_of(at), fault }
    }

    /// The number of the line that a place in the text stands on, from 1.
    pub(super) fn line_of(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or(self.text);
        before.bytes().filter(|&byte| byte == b'\n').count() + 1
    }

    pub(crate) fn refuse_entry<T>(&self, entry: &Spanned<T>, fault: PackFault) -> PackError {
        self.refuse(entry.span().start, fault)
    }

    /// A refusal of the pack as a whole, at its head.
    pub(crate) fn refuse_pack(&self, fault: PackFault) -> PackError {
        self.refuse(self.text.find("[pack]").unwrap_or_default(), fault)
    }

    pub(crate) fn at_most<T>(&self, entry: &Spanned<T>, number: u32, most: u32) -> Result<u32, PackError> {
        if number <= most {
            return Ok(number);
        }
        Err(self.refuse_entry(entry, PackFault::AboveMost { number, most }))
    }

    /// The same of a number that says nothing where it is 0.
    pub(super) fn some_at_most<T>(
        &self,
        entry: &Spanned<T>,
        number: u32,
        most: u32,
    ) -> Result<u32, PackError> {
        if number == 0 {
            return Err(self.refuse_entry(entry, PackFault::Nought));
        }
        self.at_most(entry, number, most)
    }

    /// The words of an entry in both languages; `entry` and `key` name it where one is missing.
    pub(crate) fn says<T>(
        &self,
        spanned: &Spanned<T>,
        (entry, key): (&'static str, &str),
        zh: &str,
        en: &str,
    ) -> Result<Words, PackError> {
        let key = || key.to_owned();
        let fields = [("zh", zh), ("en", en)];
        if let Some((field, _)) = fields.into_iter().find(|(_, words)| words.trim().is_empty()) {
            return Err(self.refuse_entry(spanned, PackFault::NoWords { entry, key: key(), field }));
        }
        let is_unprintable = |one: char| one.is_control() && one != '\n';
        if let Some((_, words)) = fields.into_iter().find(|(_, words)| words.contains(is_unprintable)) {
            let found = words.escape_debug().to_string();
            return Err(self.refuse_entry(spanned, PackFault::WrongForm { found }));
        }
        let is_chinese = |words: &str| words.contains(|one| ('\u{4e00}'..='\u{9fff}').contains(&one));
        match fields.into_iter().find(|&(field, words)| is_chinese(words) != (field == "zh")) {
            None => Ok(Words { zh: zh.to_owned(), en: en.to_owned() }),
            Some((field, _)) => {
                Err(self.refuse_entry(spanned, PackFault::WrongLanguage { entry, key: key(), field }))
            }
        }
    }

    /// The head: a version that can be compared, an order of dates, a title in both languages.
    pub(crate) fn identity(&self, spanned: &Spanned<Head>) -> Result<Identity, PackError> {
        let head = spanned.get_ref();
        let refuse = |fault: PackFault| self.refuse_entry(spanned, fault);
        let is_word = |id: &str| {
            !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
        };
        if !is_word(&head.id) {
            return Err(refuse(PackFault::IdShape));
        }
        let read = |text: &str| {
            Version::parse(text).ok_or_else(|| refuse(PackFault::VersionShape { found: text.to_owned() }))
        };
        let version = read(&head.version)?;
        if let Some(before) = head.supersedes.as_deref().map(read).transpose()?
            && version <= before
        {
            return Err(refuse(PackFault::SupersedesNewer));
        }
        if let (Some(from), Some(to)) = (head.effective_from, head.effective_to)
            && to < from
        {
            return Err(refuse(PackFault::DatesTurned));
        }
        Ok(Identity {
            reference: Arc::new(PolicyRef {
                id: head.id.clone(),
                version: head.version.clone(),
                hash: blake3::hash(self.text.as_bytes()).to_hex().to_string(),
            }),
            version,
            rank: head.rank,
            title: self.says(spanned, ("pack", &head.id), &head.zh, &head.en)?,
            source: head.source.clone(),
            effective_from: head.effective_from,
            effective_to: head.effective_to,
            supersedes: head.supersedes.clone(),
        })
    }
}
