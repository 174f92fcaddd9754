//! Why a pack was refused, as data: file, line, a code and its values. The sentences are `pack_fault-<code>` in
//! locales/*/pack_fault.ftl, spoken by the app and the window; clauses and codes of facts stay in them as the file writes
//! them, a claim that shows the fault is named in words. Made by the readers beside this file, by packs.rs, overlay.rs
//! and whoever hands a file in.

use super::rank::Rank;
use crate::diff::Condition;
use crate::verdict::{ClauseId, FactName, Need};
use nightbench_domain::claim::Remedy;
use serde::Serialize;
use ts_rs::TS;

/// A pack that was refused. The packs before it stay in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[error("{file}:{line}: {}", .fault.written())]
pub struct PackError {
    /// Name of the file as the caller gave it.
    pub file: String,
    /// Line in the file, from 1.
    #[ts(type = "number")]
    pub line: usize,
    /// What is wrong there.
    pub fault: PackFault,
}

/// What is wrong with a pack, the first thing that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum PackFault {
    /// The bytes are no text.
    NotText,
    /// It is larger than a pack can be.
    TooLarge {
        /// The most that is taken.
        max_bytes: u32,
    },
    /// The line is not TOML.
    NotToml {
        /// The line.
        found: String,
    },
    /// A key or a table stands twice.
    KeyTwice {
        /// The line.
        found: String,
    },
    /// A field that no entry of this kind has.
    UnknownField {
        /// Its name.
        field: String,
        /// The names it may have.
        known: Vec<String>,
    },
    /// A field or an entry that must be there.
    MissingField {
        /// Its name.
        field: String,
    },
    /// A word that is none of a closed list.
    UnknownCode {
        /// The word.
        found: String,
        /// The list.
        known: Vec<String>,
    },
    /// A whole number from 0 belongs here.
    NotANumber {
        /// What stands there.
        found: String,
    },
    /// A text in quotes belongs here.
    NotAText {
        /// What stands there.
        found: String,
    },
    /// `true` or `false` belongs here.
    NotYesOrNo {
        /// What stands there.
        found: String,
    },
    /// A date belongs here.
    NotADate {
        /// What stands there.
        found: String,
    },
    /// Something of another form belongs here.
    WrongForm {
        /// What stands there.
        found: String,
    },
    /// The id of a pack is a name.
    IdShape,
    /// A version is numbers between dots.
    VersionShape {
        /// What stands there.
        found: String,
    },
    /// A pack supersedes a version older than its own.
    SupersedesNewer,
    /// The last purchase date lies before the first.
    DatesTurned,
    /// A pack of this kind has another rank.
    PackRank {
        /// The rank it has.
        rank: Rank,
    },
    /// Two entries answer one question.
    Twice {
        /// The kind of entry.
        entry: &'static str,
        /// What both name.
        key: String,
    },
    /// An entry that its kind does not have.
    OutOfPlace {
        /// The kind of entry.
        entry: &'static str,
        /// What it names.
        key: String,
    },
    /// An entry that its kind must have.
    Missing {
        /// The kind of entry.
        entry: &'static str,
        /// What it would name.
        key: String,
    },
    /// An entry without its words in a language.
    NoWords {
        /// The kind of entry.
        entry: &'static str,
        /// What it names.
        key: String,
        /// The field, `zh` or `en`.
        field: &'static str,
    },
    /// The words of one language stand in the field of another.
    WrongLanguage {
        /// The kind of entry.
        entry: &'static str,
        /// What it names.
        key: String,
        /// The field, `zh` or `en`.
        field: &'static str,
    },
    /// A clause that is cited and that the pack does not carry.
    UnknownClause {
        /// The clause.
        clause: String,
    },
    /// An entry of the commitment that rests on law or contract.
    ClauseOfOtherRank {
        /// The kind of entry.
        entry: &'static str,
        /// The clause it cites.
        clause: ClauseId,
        /// Where that comes from.
        rank: Rank,
    },
    /// An entry that rests on another clause than every verdict cites for it.
    ClauseFixed {
        /// The kind of entry.
        entry: &'static str,
        /// The clause it cites.
        clause: ClauseId,
        /// The clause that verdicts cite.
        wanted: &'static str,
    },
    /// A clause that takes something away and is cited by another entry too.
    ClauseOfTwo {
        /// The clause.
        clause: ClauseId,
        /// The kind of the second entry.
        entry: &'static str,
        /// The kind of the first.
        other: &'static str,
    },
    /// A number beyond its bound.
    AboveMost {
        /// The number.
        number: u32,
        /// The bound.
        most: u32,
    },
    /// A period, a floor or a time to reply of nothing.
    Nought,
    /// A cell of the table with both lengths or neither.
    MonthsOrAlternative,
    /// `unless_defect_proven` belongs to consumables alone.
    DefectProvenElsewhere,
    /// Normal sales outside the commitment.
    NormalSaleOutside,
    /// A reading under another switch or other options.
    ReadingSwitch {
        /// Its number.
        reading: u8,
        /// Its switch.
        switch: &'static str,
        /// Its two options, ours first.
        options: [&'static str; 2],
    },
    /// A reading that chooses none of its options.
    ReadingChoice {
        /// Its number.
        reading: u8,
        /// Its two options, ours first.
        options: [&'static str; 2],
    },
    /// A reading that chooses what the facts cannot carry.
    ReadingBeyondFacts {
        /// Its number.
        reading: u8,
        /// What was chosen.
        chosen: &'static str,
        /// What can be.
        ours: &'static str,
    },
    /// A reading with a name or a date alone.
    HalfSigned {
        /// Its number.
        reading: u8,
    },
    /// Two provisions answer one question differently, and their ranks have no order.
    UnrankedConflict {
        /// The clause that must prevail.
        prevailing: ClauseId,
        /// Its rank.
        upper: Rank,
        /// The clause that must yield.
        yielding: ClauseId,
        /// Its rank.
        lower: Rank,
        /// Facts on which they differ.
        facts: Vec<ExampleFact>,
    },
    /// Two provisions answer one question differently, and their ranks are turned round.
    RanksTurned {
        /// The clause that must prevail.
        prevailing: ClauseId,
        /// Its rank.
        upper: Rank,
        /// The clause that must yield.
        yielding: ClauseId,
        /// Its rank.
        lower: Rank,
        /// Facts on which they differ.
        facts: Vec<ExampleFact>,
    },
    /// Two sources of law stand the other way round than the rules follow them.
    OrderTurned {
        /// The source that must prevail.
        upper: Rank,
        /// The source that must yield.
        lower: Rank,
    },
    /// A window that no claim can use.
    NeverGranted {
        /// Its clause.
        clause: ClauseId,
        /// Its remedy.
        remedy: Remedy,
    },
    /// A flag about what stands beside a product fault, on a finding that rules a product fault out.
    UserCausedUnreachable {
        /// The clause of the exclusion.
        clause: ClauseId,
    },
    /// A proven defect of a finding that rules a product fault out.
    DefectProvenUnreachable {
        /// The clause of the exclusion.
        clause: ClauseId,
    },
    /// A term that lifts what the sale kind does not take away.
    NothingToLift {
        /// The clause of the sale kind.
        clause: ClauseId,
    },
    /// A complete claim gets no answer.
    Gap {
        /// About which remedy.
        remedy: Remedy,
        /// What the answer waits for.
        need: Need,
        /// The clause that leaves it open.
        clause: ClauseId,
        /// The claim.
        claim: Vec<Condition>,
    },
    /// A claim is granted the greater remedy and denied the lesser.
    Incoherent {
        /// What is granted.
        granted: Remedy,
        /// By which clause.
        granted_by: ClauseId,
        /// What is denied.
        denied: Remedy,
        /// By which clause.
        denied_by: ClauseId,
        /// The claim.
        claim: Vec<Condition>,
    },
    /// The pack is of another commitment than the one in use.
    OtherCommitment {
        /// Its id.
        id: String,
        /// The id in use.
        own: String,
    },
    /// The pack is not newer than one that is there.
    NotNewer {
        /// Its version.
        version: String,
        /// The newest that is there.
        there: String,
    },
    /// The pack takes over from a version that is not there.
    SupersededMissing {
        /// That version.
        version: String,
    },
    /// The pack is in force beside a version that it does not supersede, from a purchase date on.
    Overlap {
        /// Its version.
        version: String,
        /// The other version.
        there: String,
        /// The first purchase date that both serve, `YYYY-MM-DD`.
        day: String,
    },
    /// The pack is in force beside a version that it does not supersede, for early purchases without a first date.
    OverlapEarly {
        /// Its version.
        version: String,
        /// The other version.
        there: String,
    },
    /// A provision of law that names no country.
    NoCountry,
    /// A country is two capital letters.
    CountryShape {
        /// What stands there.
        found: String,
    },
    /// Two letters that name no country.
    UnknownCountry {
        /// What stands there.
        found: String,
    },
    /// The file is a pack of law, not of a commitment.
    LawPack,
    /// A limit in days and in months.
    DaysAndMonths,
}

/// One fact of a claim that shows a fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExampleFact {
    /// Which fact.
    pub fact: FactName,
    /// Its value: a code, a number or a date, `true` or `false`.
    pub value: String,
}

impl PackFault {
    /// Code and values for logs, as JSON; a person reads the sentence of the catalogue.
    fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
