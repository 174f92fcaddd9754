//! A quote: what a paid service would cost, in alternatives, as it is given to the customer (4.2). Giving the unit back
//! as it came is always one of them. A draft may change; an issued quote never does: it is answered, runs out, or the
//! next revision takes its place. Whether a service is paid at all is the engine's answer, not this file's.

use crate::id::AttachmentId;
use crate::money::{AMOUNT_MINOR_MAX, Currency};
use crate::pii::Pii;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a quote says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuoteTerms {
    /// The currency of every amount.
    pub currency: Currency,
    /// Whether the prices include tax; absent: the standard does not say, and neither does the quote.
    #[serde(default)]
    pub is_tax_included: Option<bool>,
    /// The last day on which it can be accepted.
    pub valid_until: NaiveDate,
    /// What the customer may choose from, in the order of their letters. The last gives the unit back as it came.
    pub alternatives: Vec<Alternative>,
    /// What the customer should know beside the lines, or empty. At most 2,000 characters.
    #[serde(default)]
    pub note: String,
    /// Why a service within the warranty is charged at all (1.2).
    #[serde(default)]
    pub exception: Option<ChargeException>,
}

/// One thing the customer may choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// Whether something is repaired.
    pub kind: AlternativeKind,
    /// What is done, in words for the customer, or empty. At most 200 characters.
    #[serde(default)]
    pub title: String,
    /// What is charged.
    pub lines: Vec<QuoteLine>,
}

/// What an alternative does with the unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AlternativeKind {
    /// It is repaired.
    Repair,
    /// It goes back as it came; what the inspection or the freight costs stands in its lines.
    ReturnUnrepaired,
}

/// One line: what, how many, and at which price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuoteLine {
    /// What kind of charge it is.
    pub kind: LineKind,
    /// The line of the charge standard or the part's number; empty where it is in neither.
    #[serde(default)]
    pub code: String,
    /// What is charged for, in Chinese; empty where only the English name is known. At most 200 characters.
    #[serde(default)]
    pub name_zh: String,
    /// What is charged for, in English; empty where only the Chinese name is known. At most 200 characters.
    #[serde(default)]
    pub name_en: String,
    /// How many, 1 to 999.
    pub quantity: u32,
    /// The price of one in minor units of the quote's currency; 0 is free of charge.
    #[ts(type = "number")]
    pub unit_minor: u64,
}

/// What a line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// A part that is put in.
    Part,
    /// Work.
    Labour,
    /// Looking at it, also when nothing is repaired.
    Inspection,
    /// Sending it.
    Freight,
    /// Anything else.
    Other,
}

/// On what a charge within the warranty period rests (1.2), with where it can be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChargeException {
    /// Which of the three.
    pub ground: ExceptionGround,
    /// Where it stands: the declaration, the article, the agreement and its date. At most 500 characters.
    pub reference: String,
}

/// The exceptions that 1.2 knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExceptionGround {
    /// It was declared in advance.
    AdvanceDeclaration,
    /// The law says so.
    Law,
    /// It was agreed before.
    PriorAgreement,
}

/// How far a quote is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum QuoteState {
    /// It is being written. No customer has seen it.
    Draft,
    /// It was given to the customer and waits for the answer.
    Issued,
    /// The customer chose one of its alternatives.
    Accepted,
    /// The customer wants none of it.
    Declined,
    /// Its last day is over and nobody answered.
    Expired,
    /// A later revision was issued before this one was answered.
    Superseded,
}

/// What the customer answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuoteAnswer {
    /// What was chosen.
    pub choice: QuoteChoice,
    /// Who answered, by name.
    pub who: Pii<String>,
    /// The day it was said or written.
    pub on: NaiveDate,
    /// How it came to us.
    pub how: AnswerHow,
    /// The customer's words; may be empty where a signature says it.
    #[serde(default)]
    pub words: Pii<String>,
    /// The picture of the signed quote.
    #[serde(default)]
    pub scan: Option<AttachmentId>,
}

/// What a customer can say to a quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum QuoteChoice {
    /// One of the alternatives, whole or in part.
    Accept {
        /// Its place in the list, from 0.
        alternative: u32,
        /// The places of the lines that were accepted, from 0.
        lines: Vec<u32>,
    },
    /// None of them.
    Decline,
}

/// How an answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AnswerHow {
    /// With a signature on the paper; its picture is kept.
    Signed,
    /// In writing without a signature: e-mail, message.
    Written,
    /// By telephone.
    Phone,
    /// Said at the counter.
    Counter,
}

/// What is wrong with a quote or with its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum QuoteProblem {
    /// An alternative that repairs something says nothing of what it costs.
    #[error("an alternative has no line")]
    NoLine,
    /// A line has no name in either language.
    #[error("a line has no name")]
    NoName,
    /// A quantity is not 1 to 999.
    #[error("a quantity is not 1 to 999")]
    Quantity,
    /// A sum is more than the record and the paper count.
    #[error("a sum is too large")]
    TooLarge,
    /// More alternatives or lines than a customer can read.
    #[error("too many alternatives or lines")]
    TooMany,
    /// A text is longer than the record and the paper hold.
    #[error("a text is too long")]
    TooLong,
    /// Its last day is before the day it is issued.
    #[error("its last day is over")]
    OutOfDate,
    /// The reference to 1.2 names nothing.
    #[error("the reference to 1.2 is empty")]
    NoReference,
    /// The answer names an alternative or a line that is not on the quote, or no line at all.
    #[error("the answer chooses nothing that is on the quote")]
    NoSuchChoice,
    /// Nobody is named who answered.
    #[error("nobody is named who answered")]
    Nobody,
    /// An answer that is not signed has no words, or a signed one no picture.
    #[error("the answer is proven by nothing")]
    Unproven,
    /// The answer is of a day before the quote was issued or after its last day, or of the future.
    #[error("the answer is not of a day on which the quote stood")]
    AnswerDay,
}

impl QuoteTerms {
    /// The most alternatives, the unit as it came included.
    pub const ALTERNATIVES_MAX: usize = 5;
    /// The most lines of an alternative.
    pub const LINES_MAX: usize = 40;
    const NAME_CHARS_MAX: usize = 200;
    const REFERENCE_CHARS_MAX: usize = 500;
    const NOTE_CHARS_MAX: usize = 2_000;

    /// The same with spaces trimmed, and with the unit as it came as the last alternative, once.
    #[must_use]
    pub fn tidy(self) -> Self {
        let (mut repairs, mut returns): (Vec<_>, Vec<_>) = self
            .alternatives
            .into_iter()
            .map(Alternative::tidy)
            .partition(|alternative| alternative.kind == AlternativeKind::Repair);
        let lines =
            returns.iter_mut().flat_map(|alternative| std::mem::take(&mut alternative.lines)).collect();
        let title = returns.first_mut().map(|first| std::mem::take(&mut first.title)).unwrap_or_default();
        repairs.push(Alternative { kind: AlternativeKind::ReturnUnrepaired, title, lines });
        let exception = self.exception.map(|exception| ChargeException {
            reference: exception.reference.trim().to_owned(),
            ..exception
        });
        Self { alternatives: repairs, note: self.note.trim().to_owned(), exception, ..self }
    }

    /// Whether it can be kept as a draft.
    ///
    /// # Errors
    /// What is beyond what the record holds; what is only missing is no problem of a draft.
    pub fn check_draft(&self) -> Result<(), QuoteProblem> {
        let fits = |text: &str, max: usize| {
            if text.chars().count() <= max { Ok(()) } else { Err(QuoteProblem::TooLong) }
        };
        fits(&self.note, Self::NOTE_CHARS_MAX)?;
        if let Some(exception) = &self.exception {
            fits(&exception.reference, Self::REFERENCE_CHARS_MAX)?;
        }
        if self.alternatives.len() > Self::ALTERNATIVES_MAX {
            return Err(QuoteProblem::TooMany);
        }
        for alternative in &self.alternatives {
            fits(&alternative.title, Self::NAME_CHARS_MAX)?;
            if alternative.lines.len() > Self::LINES_MAX {
                return Err(QuoteProblem::TooMany);
            }
            for line in &alternative.lines {
                for text in [&line.code, &line.name_zh, &line.name_en] {
                    fits(text, Self::NAME_CHARS_MAX)?;
                }
            }
            alternative.total_minor()?;
        }
        Ok(())
    }

    /// Whether it can be issued on a day.
    ///
    /// # Errors
    /// The first thing that must be put right.
    pub fn check(&self, issued_on: NaiveDate) -> Result<(), QuoteProblem> {
        self.check_draft()?;
        if self.valid_until < issued_on {
            return Err(QuoteProblem::OutOfDate);
        }
        if self.exception.as_ref().is_some_and(|exception| exception.reference.is_empty()) {
            return Err(QuoteProblem::NoReference);
        }
        for alternative in &self.alternatives {
            if alternative.kind == AlternativeKind::Repair && alternative.lines.is_empty() {
                return Err(QuoteProblem::NoLine);
            }
            for line in &alternative.lines {
                if line.name_zh.is_empty() && line.name_en.is_empty() {
                    return Err(QuoteProblem::NoName);
                }
                if !(1..=QuoteLine::QUANTITY_MAX).contains(&line.quantity) {
                    return Err(QuoteProblem::Quantity);
                }
            }
        }
        Ok(())
    }

    /// The same where we bear the freight of a unit that goes back as it came (3.3, reading 16): its lines stay and cost
    /// nothing.
    #[must_use]
    pub fn without_freight(mut self) -> Self {
        let back = |alternative: &&mut Alternative| alternative.kind == AlternativeKind::ReturnUnrepaired;
        for alternative in self.alternatives.iter_mut().filter(back) {
            for line in alternative.lines.iter_mut().filter(|line| line.kind == LineKind::Freight) {
                line.unit_minor = 0;
            }
        }
        self
    }

    /// Whether anything on it costs anything.
    #[must_use]
    pub fn charges(&self) -> bool {
        self.alternatives.iter().any(|alternative| alternative.lines.iter().any(QuoteLine::is_charged))
    }

    /// The sum of what an answer accepted, in minor units; nothing where all was declined.
    ///
    /// # Errors
    /// `NoSuchChoice`, `TooLarge`.
    pub fn accepted_minor(&self, choice: &QuoteChoice) -> Result<u64, QuoteProblem> {
        match choice {
            QuoteChoice::Decline => Ok(0),
            QuoteChoice::Accept { alternative, lines } => {
                let alternative = self.alternative(*alternative)?;
                let accepted = alternative.chosen(lines)?;
                sum(accepted.into_iter())
            }
        }
    }

    /// The lines that an answer accepted; none where all was declined.
    ///
    /// # Errors
    /// `NoSuchChoice`.
    pub fn accepted_lines(&self, choice: &QuoteChoice) -> Result<Vec<&QuoteLine>, QuoteProblem> {
        match choice {
            QuoteChoice::Decline => Ok(Vec::new()),
            QuoteChoice::Accept { alternative, lines } => self.alternative(*alternative)?.chosen(lines),
        }
    }

    /// Whether an answer has something repaired for a charge: what paid work may begin on (4.2).
    #[must_use]
    pub fn agrees_to_repair(&self, choice: &QuoteChoice) -> bool {
        match choice {
            QuoteChoice::Decline => false,
            QuoteChoice::Accept { alternative, lines } => {
                !lines.is_empty()
                    && self.alternative(*alternative).is_ok_and(|one| one.kind == AlternativeKind::Repair)
            }
        }
    }

    fn alternative(&self, place: u32) -> Result<&Alternative, QuoteProblem> {
        let place = usize::try_from(place).map_err(|_| QuoteProblem::NoSuchChoice)?;
        self.alternatives.get(place).ok_or(QuoteProblem::NoSuchChoice)
    }
}

impl Alternative {
    /// The sum of its lines in minor units.
    ///
    /// # Errors
    /// `TooLarge` when it is more than the record counts.
    pub fn total_minor(&self) -> Result<u64, QuoteProblem> {
        sum(self.lines.iter())
    }

    /// The lines at these places, each once.
    fn chosen(&self, places: &[u32]) -> Result<Vec<&QuoteLine>, QuoteProblem> {
        let is_repair = self.kind == AlternativeKind::Repair;
        if is_repair && places.is_empty() {
            return Err(QuoteProblem::NoSuchChoice);
        }
        let mut seen = std::collections::BTreeSet::new();
        places
            .iter()
            .map(|place| {
                let at = usize::try_from(*place).map_err(|_| QuoteProblem::NoSuchChoice)?;
                let line = self.lines.get(at).ok_or(QuoteProblem::NoSuchChoice)?;
                if seen.insert(at) { Ok(line) } else { Err(QuoteProblem::NoSuchChoice) }
            })
            .collect()
    }

    fn tidy(self) -> Self {
        let lines = self.lines.into_iter().map(QuoteLine::tidy).collect();
        Self { title: self.title.trim().to_owned(), lines, ..self }
    }
}

impl QuoteLine {
    /// The most of one thing.
    pub const QUANTITY_MAX: u32 = 999;

    /// What it comes to, in minor units.
    ///
    /// # Errors
    /// `TooLarge` when it is more than the record counts.
    pub fn total_minor(&self) -> Result<u64, QuoteProblem> {
        self.unit_minor
            .checked_mul(u64::from(self.quantity))
            .filter(|total| *total <= AMOUNT_MINOR_MAX)
            .ok_or(QuoteProblem::TooLarge)
    }

    /// Whether it costs anything.
    #[must_use]
    pub const fn is_charged(&self) -> bool {
        self.unit_minor > 0 && self.quantity > 0
    }

    fn tidy(self) -> Self {
        let trimmed = |text: String| text.trim().to_owned();
        Self {
            code: trimmed(self.code),
            name_zh: trimmed(self.name_zh),
            name_en: trimmed(self.name_en),
            ..self
        }
    }
}

impl QuoteState {
    /// The state as it reads on a day: an issued quote whose last day is over has expired.
    #[must_use]
    pub fn on(self, valid_until: NaiveDate, today: NaiveDate) -> Self {
        match self {
            Self::Issued if today > valid_until => Self::Expired,
            Self::Draft
            | Self::Issued
            | Self::Accepted
            | Self::Declined
            | Self::Expired
            | Self::Superseded => self,
        }
    }
}

impl QuoteAnswer {
    /// Whether the answer fits the quote it answers.
    ///
    /// # Errors
    /// The first thing that must be put right. An answer of the quote's last day may be recorded later.
    pub fn check(
        &self,
        terms: &QuoteTerms,
        issued_on: NaiveDate,
        today: NaiveDate,
    ) -> Result<(), QuoteProblem> {
        terms.accepted_minor(&self.choice)?;
        if self.who.reveal().trim().is_empty() {
            return Err(QuoteProblem::Nobody);
        }
        if self.on < issued_on || self.on > today {
            return Err(QuoteProblem::AnswerDay);
        }
        let is_acceptance = match self.choice {
            QuoteChoice::Accept { .. } => true,
            QuoteChoice::Decline => false,
        };
        if is_acceptance && self.on > terms.valid_until {
            return Err(QuoteProblem::AnswerDay);
        }
        let is_proven = match self.how {
            AnswerHow::Signed => self.scan.is_some(),
            AnswerHow::Written | AnswerHow::Phone | AnswerHow::Counter => {
                !self.words.reveal().trim().is_empty()
            }
        };
        if is_proven { Ok(()) } else { Err(QuoteProblem::Unproven) }
    }
}

fn sum<'a>(lines: impl Iterator<Item = &'a QuoteLine>) -> Result<u64, QuoteProblem> {
    lines.into_iter().try_fold(0_u64, |total, line| {
        total
            .checked_add(line.total_minor()?)
            .filter(|total| *total <= AMOUNT_MINOR_MAX)
            .ok_or(QuoteProblem::TooLarge)
    })
}
