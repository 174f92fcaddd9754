//! What a transaction really wrote, by noun. Reads say which nouns they show; the window reads again what both
//! name. It is found by watching the tables, never declared by the writer.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use ts_rs::TS;

/// A noun of the store. Not a table: a noun may have several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    /// This installation and its number series.
    Station,
    /// What this machine remembers, and the centre's card.
    Settings,
    /// Policy packs that were installed.
    Pack,
    /// Calendars that were imported.
    Calendar,
    /// Customers.
    Customer,
    /// Parcels and their units.
    Consignment,
    /// Numbers that were given before their unit came.
    Authorisation,
    /// Enquiries and their units.
    Enquiry,
    /// Intakes.
    Intake,
    /// Who a unit without a readable serial is, and labels we put on.
    Identity,
    /// Work orders.
    Ticket,
    /// What was decided for the customer, which unit or price that is, and what becomes of the hardware.
    Resolution,
    /// What was said about enquiries and work orders.
    Contact,
    /// Promised dates and complaints.
    FollowUp,
    /// Masters and their imports.
    Master,
    /// The sales register and its imports.
    Registry,
    /// Intakes still being typed.
    Draft,
    /// Photos, videos and documents.
    Attachment,
    /// Saved verdicts.
    Verdict,
    /// Papers that were made or printed.
    Paper,
    /// The people who work here.
    User,
    /// Who stands at this station, and the wrong PINs before.
    Session,
    /// Quotes and the answers to them.
    Quote,
    /// Places.
    Place,
    /// Where each unit is and who holds it.
    Custody,
    /// Counts of what is where.
    Stocktake,
    /// Protocols of the test bench, diagnoses, and what the bench measures.
    Diagnosis,
    /// Parts on stock, and what work orders need of them.
    Part,
    /// Questions to people, and their answers.
    Decision,
    /// How what the customer gets left the house, what was paid for it, and units of ours that were lent meanwhile.
    Handover,
    /// What repairs and exchanges did to covers.
    Cover,
    /// The line to HQ: how far it has this station's operations, and what it decided on them.
    Line,
}

/// The nouns a committed transaction wrote.
pub type Changes = BTreeSet<Noun>;

impl Noun {
    /// Every noun, in the order a unit meets them.
    pub const ALL: [Self; 32] = [
        Self::Station,
        Self::Settings,
        Self::Pack,
        Self::Calendar,
        Self::Customer,
        Self::Consignment,
        Self::Authorisation,
        Self::Enquiry,
        Self::Intake,
        Self::Identity,
        Self::Ticket,
        Self::Resolution,
        Self::Contact,
        Self::FollowUp,
        Self::Master,
        Self::Registry,
        Self::Draft,
        Self::Attachment,
        Self::Verdict,
        Self::Paper,
        Self::User,
        Self::Session,
        Self::Quote,
        Self::Place,
        Self::Custody,
        Self::Stocktake,
        Self::Diagnosis,
        Self::Part,
        Self::Decision,
        Self::Handover,
        Self::Cover,
        Self::Line,
    ];

    /// Whether it may be written without an operation: it is no record, or becomes one only later.
    #[must_use]
    pub const fn is_local(self) -> bool {
        match self {
            Self::Settings
            | Self::Draft
            | Self::Attachment
            | Self::Session
            | Self::Stocktake
            | Self::Line => true,
            Self::Station
            | Self::Pack
            | Self::Calendar
            | Self::Customer
            | Self::Consignment
            | Self::Authorisation
            | Self::Enquiry
            | Self::Intake
            | Self::Identity
            | Self::Ticket
            | Self::Resolution
            | Self::Contact
            | Self::FollowUp
            | Self::Master
            | Self::Registry
            | Self::Verdict
            | Self::Paper
            | Self::User
            | Self::Quote
            | Self::Place
            | Self::Custody
            | Self::Diagnosis
            | Self::Part
            | Self::Decision
            | Self::Handover
            | Self::Cover => false,
        }
    }

    /// The noun a table belongs to; none for the journal, the index and the bytes of blobs, which change only
    /// beside a noun.
    pub(crate) fn of_table(table: &str) -> Option<Self> {
        Some(match table {
            "station" | "series_used" => Self::Station,
            "setting" | "centre" => Self::Settings,
            "pack" => Self::Pack,
            "calendar_pack" => Self::Calendar,
            "customer" | "customer_key" => Self::Customer,
            "consignment" | "consignment_line" => Self::Consignment,
            "authorisation" => Self::Authorisation,
            "enquiry" | "enquiry_unit" => Self::Enquiry,
            "contact" => Self::Contact,
            "follow_up" => Self::FollowUp,
            "intake" | "intake_party" => Self::Intake,
            "identity" | "relabelling" => Self::Identity,
            "ticket" | "ticket_step" => Self::Ticket,
            "resolution" | "disposition" | "exchange" | "refund" => Self::Resolution,
            "master" | "master_finder" | "master_import" => Self::Master,
            "sale" | "registry_import" => Self::Registry,
            "draft" => Self::Draft,
            "attachment" => Self::Attachment,
            "verdict" => Self::Verdict,
            "paper" => Self::Paper,
            "user" => Self::User,
            "wrong_pin" => Self::Session,
            "quote" => Self::Quote,
            "place" => Self::Place,
            "custody" => Self::Custody,
            "stocktake" | "stocktake_scan" => Self::Stocktake,
            "bench_sheet" | "diagnosis" | "diagnosis_line" | "bench_catalogue" => Self::Diagnosis,
            "part" | "part_line" => Self::Part,
            "decision" | "decision_reply" => Self::Decision,
            "handover" | "handover_amendment" | "payment" | "lending" => Self::Handover,
            "cover_entry" => Self::Cover,
            "line" | "merged" | "put_off" | "ruling" => Self::Line,
            _ => return None,
        })
    }

    const fn bit(self) -> u32 {
        1 << (self as u32)
    }
}

/// Watches the writing connection.
#[derive(Clone, Default)]
pub(crate) struct Watch {
    /// Nouns written as records.
    seen: Arc<AtomicU32>,
    /// Nouns of which only derived columns were written.
    derived: Arc<AtomicU32>,
}

impl Watch {
    /// Begins to watch a connection; one watch per connection.
    pub(crate) fn begin(connection: &mut Connection) -> Result<Self, rusqlite::Error> {
        let watch = Self::default();
        let seen = Arc::clone(&watch.seen);
        connection.update_hook(Some(move |_action, _database: &str, table: &str, _rowid: i64| {
            if let Some(noun) = Noun::of_table(table) {
                seen.fetch_or(noun.bit(), Ordering::Relaxed);
            }
        }))?;
        Ok(watch)
    }

    /// Forgets what was written before.
    pub(crate) fn clear(&self) {
        self.seen.store(0, Ordering::Relaxed);
        self.derived.store(0, Ordering::Relaxed);
    }

    /// Runs a write of columns that can be derived again: it is a change to show, and no record to journal.
    pub(crate) fn derived<T>(&self, write: impl FnOnce() -> T) -> T {
        let before = self.seen.swap(0, Ordering::Relaxed);
        let written = write();
        let during = self.seen.swap(before, Ordering::Relaxed);
        self.derived.fetch_or(during, Ordering::Relaxed);
        written
    }

    /// What was written since, as a record.
    pub(crate) fn records(&self) -> Changes {
        nouns(self.seen.load(Ordering::Relaxed))
    }

    /// Everything that was written since.
    pub(crate) fn changes(&self) -> Changes {
        nouns(self.seen.load(Ordering::Relaxed) | self.derived.load(Ordering::Relaxed))
    }
}

fn nouns(bits: u32) -> Changes {
    Noun::ALL.into_iter().filter(|noun| bits & noun.bit() != 0).collect()
}
