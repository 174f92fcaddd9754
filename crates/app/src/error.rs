//! The closed list of what can go wrong, with one code each. The host turns a code into a sentence
//! (`error-<code>` in locales/*/error.ftl), which says what happened, what was kept and what to do.
//! Personal data is never part of an error.

mod field;
mod store;

pub use field::FieldProblem;

use crate::pack_key::SignatureProblem;
pub use crate::ports::PrintFailure;
use crate::sheet::FileProblem;
use nightbench_calendar::PackError;
use nightbench_domain::bench_catalogue::CatalogueProblem;
use nightbench_domain::bench_sheet::SheetProblem;
use nightbench_domain::code;
use nightbench_domain::consignment::ConsignmentProblem;
use nightbench_domain::diagnosis::DiagnosisProblem;
use nightbench_domain::id::TicketId;
use nightbench_domain::intake::IntakeProblem;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::user::PinProblem;
use nightbench_domain::waybill::{Waybill, WaybillError};
use nightbench_forms::FormError;
use nightbench_locale::{Language, Value};
use nightbench_store::StoreError;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// What a command or the opening of a station can fail with.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// No command has this name.
    #[error("unknown command")]
    UnknownCommand,
    /// The request has another shape than the command's.
    #[error("the request does not fit the command: {0}")]
    BadRequest(#[source] serde_json::Error),
    /// A field of the request has another shape than the command's.
    #[error("the field {field} of the request does not fit the command: {source}")]
    BadField {
        /// Where it stands, with dots inside: `intake.received_on`; `.` for the request itself.
        field: String,
        /// What is wrong with it.
        source: serde_json::Error,
    },
    /// An intake must be an object with named fields.
    #[error("not an object")]
    NotAnObject,
    /// The station has not been set up; `station_init` does it.
    #[error("the station has not been set up")]
    NotInitialised,
    /// The station has been set up already; its number series never changes by hand.
    #[error("the station has been set up already")]
    AlreadyInitialised,
    /// The centre's code has another shape.
    #[error(transparent)]
    CentreCode(#[from] nightbench_domain::id::CentreCodeError),
    /// No such IANA time zone.
    #[error("unknown time zone")]
    UnknownZone,
    /// No calendar is known by that country code.
    #[error("unknown calendar")]
    UnknownCalendar,
    /// Fields of an intake must be put right first; the draft keeps everything.
    #[error("{} field(s) of the intake must be put right", .0.len())]
    Intake(Vec<IntakeProblem>),
    /// Fields of what was typed must be put right first.
    #[error("{} field(s) must be put right", .0.len())]
    Entry(Vec<IntakeProblem>),
    /// Nobody may be said not to answer whom nobody tried to reach.
    #[error("no try to reach the customer is in the log")]
    EnquiryNotTried,
    /// First it is tried to solve it from afar, or said why that cannot be (3.1).
    #[error("no remote attempt is in the log")]
    AttemptFirst,
    /// The enquiry came to another end; it can be opened again.
    #[error("the enquiry is closed")]
    EnquiryEnded,
    /// The unit of an enquiry has a number, a check-in or a work order.
    #[error("the unit of the enquiry is on its way or here")]
    EnquiryUnitTaken,
    /// A promised date or a complaint is closed already.
    #[error("it is closed already")]
    FollowUpEnded,
    /// The serial has an open work order.
    #[error("the unit has an open work order")]
    OpenTicket {
        /// That work order.
        id: TicketId,
        /// Its number.
        rma: RmaNumber,
    },
    /// A text is no waybill number.
    #[error(transparent)]
    Waybill(WaybillError),
    /// Another parcel has this waybill.
    #[error("another parcel has this waybill")]
    WaybillTaken {
        /// The number.
        waybill: Waybill,
    },
    /// A field of a parcel must be put right first.
    #[error("a field of the parcel must be put right")]
    Consignment(ConsignmentProblem),
    /// The parcel is closed; it can be opened again.
    #[error("the parcel is closed")]
    ConsignmentClosed,
    /// The parcel's day stands: units of it are checked in under it.
    #[error("units of the parcel are checked in")]
    ConsignmentBegun,
    /// The parcel would be closed with units that have no number yet.
    #[error("{count} unit(s) of the parcel are not checked in")]
    ConsignmentUnopened {
        /// How many were taken out and not checked in; 0 when nothing was taken out at all.
        count: u32,
    },
    /// A unit of a parcel is checked in already.
    #[error("the unit is checked in already")]
    ConsignmentUnitReceived,
    /// A pasted list names no unit.
    #[error("the list names no unit")]
    NothingAnnounced,
    /// The record asked for is not in this store.
    #[error("not found")]
    NotFound,
    /// The ticket refuses the event.
    #[error(transparent)]
    Ticket(#[from] nightbench_domain::ticket::Refusal),
    /// The event fits the status, and something it needs is not there yet.
    #[error(transparent)]
    Gate(#[from] nightbench_domain::gate::Gate),
    /// What was done last is not taken back.
    #[error(transparent)]
    Undo(#[from] nightbench_domain::undo::Kept),
    /// A unit that goes back as it came has a reason, and nothing else has.
    #[error("a unit that goes back unrepaired has a reason, and nothing else has")]
    UnrepairedReason,
    /// The customer's choice is who, on which day and in which words.
    #[error("the customer's choice has a name, a day that is not to come, and words")]
    ChoiceIncomplete,
    /// What the customer gets and what becomes of the unit contradict each other.
    #[error("the disposition contradicts the resolution")]
    DispositionContradicts,
    /// A note is longer than the record takes.
    #[error("the note is too long")]
    NoteTooLong,
    /// A quote or the answer to one must be put right first.
    #[error(transparent)]
    Quote(#[from] nightbench_domain::quote::QuoteProblem),
    /// A work order has one draft of a quote at a time.
    #[error("the work order has a draft of a quote already")]
    QuoteDraftThere,
    /// The quote was issued or thrown away meanwhile; what was issued never changes.
    #[error("the quote is no draft")]
    QuoteNotDraft,
    /// The quote waits for no answer: it is a draft, was answered, or a later one took its place.
    #[error("the quote waits for no answer")]
    QuoteNotOut,
    /// Within the warranty a charge names the exception it rests on (1.2).
    #[error("the repair is free: a charge needs a reference to 1.2")]
    QuoteNeedsException,
    /// The unit was damaged in transit or in our hands, and nobody looked at the charges.
    #[error("the charges of a damaged unit are reviewed first")]
    QuoteNeedsReview,
    /// A draft is no quote: it is not printed as one.
    #[error("no quote was issued")]
    NoQuote,
    /// Fields of a bench sheet must be put right first; nothing of it was saved.
    #[error("{} field(s) of the sheet must be put right", .0.len())]
    BenchSheet(Vec<SheetProblem>),
    /// Lines of a diagnosis must be put right first; nothing of it was recorded.
    #[error("{} line(s) of the diagnosis must be put right", .0.len())]
    Diagnosis(Vec<DiagnosisProblem>),
    /// Entries of what the test bench measures must be put right first.
    #[error("{} entries of the catalogue must be put right", .0.len())]
    BenchCatalogue(Vec<CatalogueProblem>),
    /// What the test bench measures was changed by somebody else meanwhile.
    #[error("the catalogue was changed meanwhile")]
    CatalogueMoved,
    /// What would be saved says the same as what is there.
    #[error("nothing was changed")]
    NothingChanged,
    /// A data file of the program is bad.
    #[error(transparent)]
    CatalogueFile(PackError),
    /// A reply does not fit the question.
    #[error(transparent)]
    Decision(#[from] nightbench_domain::decision::DecisionRefusal),
    /// An answer is for whoever decides, and they are not here: what they said by phone may be recorded.
    #[error("only who decides answers; what they said by phone may be recorded")]
    AnswerByPhone,
    /// A reason must be given for this.
    #[error("a reason is required")]
    ReasonRequired,
    /// Numbers are reserved in a sensible count only.
    #[error("1 to {max} numbers are reserved at once")]
    ReserveCount {
        /// The most.
        max: u32,
    },
    /// A number was given before a backup was restored: a unit may have come under it since.
    #[error("another unit may have the number")]
    NumberMayBeUsed {
        /// The number.
        rma: RmaNumber,
    },
    /// The print of labels is moved by 5 mm at most.
    #[error("the print of a label is moved by 5 mm at most")]
    LabelOffset,
    /// A number cannot be taken back: its unit came.
    #[error("the number is that of a work order")]
    AuthorisationUsed {
        /// The number.
        rma: RmaNumber,
    },
    /// The ticket stands still until a person decided who the unit is.
    #[error("the identity of the unit is not decided")]
    IdentityLocked,
    /// A label is printed only with a serial somebody is sure of.
    #[error("the serial of the unit is not known")]
    SerialUnknown,
    /// No paper form is owed for this ticket.
    #[error("no paper form is owed")]
    FormNotOwed,
    /// A number is printed on tags and blank forms only while it waits for its unit.
    #[error("the number does not wait for a unit")]
    NotWaiting {
        /// The number.
        rma: RmaNumber,
    },
    /// A customer's paper of a unit of our own; its internal order stands in place of it.
    #[error("the unit belongs to the company: print its internal order")]
    InternalOrder {
        /// The number of the work order.
        rma: RmaNumber,
    },
    /// The internal order of a unit that is not our own.
    #[error("the unit does not belong to the company: it has no internal order")]
    NotOurUnit {
        /// The number of the work order.
        rma: RmaNumber,
    },
    /// An attachment is larger than the record takes.
    #[error("the file is larger than {max_bytes} bytes")]
    AttachmentTooLarge {
        /// The limit for this kind of file.
        max_bytes: u64,
    },
    /// An attachment is neither a photo nor a video.
    #[error("the file is neither a photo nor a video")]
    AttachmentKind,
    /// Base64 content could not be decoded.
    #[error("the content is not base64")]
    Base64,
    /// The register file cannot be read as a table.
    #[error("the register file cannot be read: {0}")]
    RegistryFile(#[from] crate::sheet::FileProblem),
    /// The register file was not opened in this session, or has been dropped since.
    #[error("the register file must be opened again")]
    RegistryFileGone,
    /// A file of masters is to end what it leaves out, and has rows nobody can read.
    #[error("{count} row(s) of a complete list cannot be read")]
    MastersIncomplete {
        /// How many.
        count: u32,
    },
    /// Paper could not be made.
    #[error("the form cannot be made: {0}")]
    Form(#[from] FormError),
    /// Printing was to start on a label that the sheet does not have.
    #[error("the sheet has labels 1 to {last}")]
    NoSuchLabel {
        /// The number of its last label.
        last: u8,
    },
    /// No work order was named for a sheet of labels, or more than one job takes.
    #[error("a sheet of labels takes 1 to {most} work orders")]
    TooManyLabels {
        /// As many as it takes.
        most: usize,
    },
    /// The printer did not take the job; the paper is kept and can be printed again.
    #[error("the printer did not take the job")]
    Print(#[from] PrintFailure),
    /// The store failed.
    #[error("the store: {0}")]
    Store(#[source] StoreError),
    /// A policy or calendar pack that ships with the program is damaged.
    #[error("a shipped pack is damaged: {0}")]
    Pack(String),
    /// A policy file that a person chose was refused, with file, line and reason.
    #[error("the policy file was refused: {0}")]
    PolicyFile(String),
    /// A pack was not installed for want of a signature that is trusted.
    #[error("the pack was not installed: {0}")]
    PackSignature(#[from] SignatureProblem),
    /// Who works here is for a manager to say, and none is signed in.
    #[error("only a manager changes the people of this centre")]
    ManagerNeeded,
    /// What the rules leave to a person is for an adjudicator or a manager to decide, and neither is signed in.
    #[error("only an adjudicator or a manager decides this")]
    DeciderNeeded,
    /// The last manager who can sign in would be switched off or no manager any more.
    #[error("the last manager stays")]
    LastManager,
    /// The name is empty, too long or not printable.
    #[error("a person's name has 1 to 40 characters")]
    UserName,
    /// Somebody active has that name.
    #[error("somebody here has that name already")]
    UserNameTaken,
    /// The new PIN breaks a rule.
    #[error("the PIN is refused: {0}")]
    Pin(#[source] PinProblem),
    /// A PIN could not be hashed, or its stored hash is not one.
    #[error("the PIN could not be hashed")]
    PinHash,
    /// The PIN is not that person's.
    #[error("the PIN is wrong")]
    WrongPin {
        /// How many more are forgiven before a wait.
        left: u32,
    },
    /// That person waits after too many wrong PINs.
    #[error("too many wrong PINs")]
    PinWait {
        /// How long still.
        seconds: u64,
    },
    /// That person has no PIN.
    #[error("no PIN was set")]
    NoPin,
    /// Nobody active has that badge.
    #[error("nobody here has that badge")]
    UnknownBadge,
    /// Somebody else has that badge.
    #[error("somebody else has that badge")]
    BadgeTaken,
    /// The text cannot be a badge's.
    #[error("the text is too short for a badge, or a number that units carry")]
    BadgeText,
    /// The act takes a second person, and none was named.
    #[error("a second person is needed")]
    SecondPersonNeeded,
    /// The second person is the one who acts.
    #[error("the second person is the first")]
    SecondPersonSame,
    /// Somebody must be signed in for this: it says who has a unit.
    #[error("nobody is signed in")]
    SignInFirst,
    /// The text cannot be a place's code.
    #[error("not a code for a place")]
    PlaceCode,
    /// Another place has that code.
    #[error("another place has that code")]
    PlaceCodeTaken,
    /// The code is a serial that is known.
    #[error("the code is a unit's serial")]
    PlaceCodeSerial,
    /// Units are there, so the place cannot be taken out of use.
    #[error("{units} unit(s) are there")]
    PlaceNotEmpty {
        /// How many.
        units: usize,
    },
    /// The dock is where units are received; it stays.
    #[error("units are received at this place")]
    PlaceNeeded,
    /// The place is out of use.
    #[error("the place is out of use")]
    PlaceGone,
    /// The work order is not open: its unit is not here to be moved.
    #[error("the unit is not here")]
    UnitNotHere {
        /// Its number.
        rma: RmaNumber,
    },
    /// The last move was taken back already, or there was none.
    #[error("there is no move to take back")]
    NothingToUndo,
    /// No stock-take is open.
    #[error("no stock-take is open")]
    NoStocktake,
    /// A stock-take is open already.
    #[error("a stock-take is open already")]
    StocktakeOpen,
    /// A hand-over is recorded with how it went, not as a bare step.
    #[error("the hand-over is not recorded")]
    HandoverNotRecorded,
    /// The receipt that was shown is of another work order.
    #[error("the receipt shown is not of this work order")]
    ReceiptOfAnother,
    /// The code that was told is not the one on the receipt.
    #[error("the pick-up code is not that of this work order")]
    PickupCodeWrong,
    /// Nothing went to a carrier, so there is no waybill to correct.
    #[error("the unit did not go by carrier")]
    NotShipped,
    /// The unit to be lent stands in no loan register.
    #[error("the unit is not one of our loan units")]
    NotALoanUnit,
    /// The unit to be lent is out already.
    #[error("the loan unit is out with {rma}")]
    LoanUnitOut {
        /// The number of the work order it is out with.
        rma: RmaNumber,
    },
    /// A unit of ours is still with the customer.
    #[error("a loan unit is still out")]
    LoanOut,
    /// The delivery note speaks of a unit that is not ready to be handed over.
    #[error("there is nothing to hand over yet")]
    NothingToHandOver,
    /// A file was to be written among the store's own files.
    #[error("the file would lie among the records' own files")]
    OwnFile,
    /// A file outside the store could not be read or written.
    #[error("a file could not be read or written: {0}")]
    File(#[source] std::io::Error),
}

/// An error as it crosses to a host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Failure {
    /// The code, `error-<code>` in the catalogue.
    pub code: String,
    /// Values of the message.
    pub args: BTreeMap<String, String>,
    /// Fields that must be put right.
    pub problems: Vec<FieldProblem>,
}

impl Failure {
    fn new<const N: usize>(code: &str, args: [(&str, String); N]) -> Self {
        let args = args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self { code: code.to_owned(), args, problems: Vec::new() }
    }

    /// What happened, what was kept and what to do, in words.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        say(language, &format!("error-{}", self.code), &self.args)
    }

    /// The failure with its sentence, for scripts.
    #[must_use]
    pub fn with_message(&self, language: Language) -> serde_json::Value {
        serde_json::json!({
            "code": self.code,
            "message": self.sentence(language),
            "args": self.args,
            "problems": self.problems,
        })
    }
}

/// A message with text arguments; those that are whole numbers choose plural forms.
#[must_use]
pub fn say(language: Language, id: &str, args: &BTreeMap<String, String>) -> String {
    let values: Vec<(&str, Value<'_>)> = args
        .iter()
        .map(|(name, value)| {
            let value = value.parse::<i64>().map_or_else(|_| Value::from(value.as_str()), Value::from);
            (name.as_str(), value)
        })
        .collect();
    nightbench_locale::say(language, id, &values)
}

impl AppError {
    /// The one mapping from what happened to its code.
    #[must_use]
    pub fn failure(&self) -> Failure {
        match self {
            Self::UnknownCommand => Failure::new("unknown_command", []),
            Self::BadRequest(error) => {
                Failure::new("bad_request", [("detail", without_values(&error.to_string()))])
            }
            Self::BadField { field, source } => Failure::new(
                "bad_field",
                [("field", field_name(field)), ("detail", without_values(&source.to_string()))],
            ),
            Self::NotAnObject => Failure::new("not_an_object", []),
            Self::NotInitialised => Failure::new("not_initialised", []),
            Self::AlreadyInitialised => Failure::new("already_initialised", []),
            Self::CentreCode(_) => Failure::new("centre_code", []),
            Self::UnknownZone => Failure::new("unknown_zone", []),
            Self::UnknownCalendar => Failure::new("unknown_calendar", []),
            Self::Entry(problems) => field::failure("entry", problems),
            Self::EnquiryNotTried => Failure::new("enquiry_not_tried", []),
            Self::AttemptFirst => Failure::new("attempt_first", []),
            Self::EnquiryEnded => Failure::new("enquiry_ended", []),
            Self::EnquiryUnitTaken => Failure::new("enquiry_unit_taken", []),
            Self::FollowUpEnded => Failure::new("follow_up_ended", []),
            Self::Intake(problems) => field::failure("intake", problems),
            Self::OpenTicket { id, rma } => {
                Failure::new("open_ticket", [("id", id.to_string()), ("rma", rma.to_string())])
            }
            Self::Waybill(WaybillError::Length) => Failure::new("waybill_length", []),
            Self::Waybill(WaybillError::Character) => Failure::new("waybill_character", []),
            Self::WaybillTaken { waybill } => {
                Failure::new("waybill_taken", [("waybill", waybill.to_string())])
            }
            Self::Consignment(problem) => Failure::new(
                match problem {
                    ConsignmentProblem::ReceivedInFuture => "consignment_in_future",
                    ConsignmentProblem::FreightNegative => "freight_negative",
                    ConsignmentProblem::CurrencyShape => "currency_shape",
                    ConsignmentProblem::TooLong => "consignment_too_long",
                },
                [],
            ),
            Self::ConsignmentClosed => Failure::new("consignment_closed", []),
            Self::ConsignmentBegun => Failure::new("consignment_begun", []),
            Self::ConsignmentUnopened { count } => {
                Failure::new("consignment_unopened", [("count", count.to_string())])
            }
            Self::ConsignmentUnitReceived => Failure::new("consignment_unit_received", []),
            Self::NothingAnnounced => Failure::new("nothing_announced", []),
            Self::NotFound => Failure::new("not_found", []),
            Self::Ticket(refusal) => Failure::new(&format!("ticket_{}", code(refusal)), []),
            Self::Gate(gate) => Failure::new(&format!("gate_{}", code(gate)), []),
            Self::Undo(kept) => Failure::new(&format!("undo_{}", code(kept)), []),
            Self::UnrepairedReason => Failure::new("unrepaired_reason", []),
            Self::ChoiceIncomplete => Failure::new("choice_incomplete", []),
            Self::DispositionContradicts => Failure::new("disposition_contradicts", []),
            Self::NoteTooLong => Failure::new("note_too_long", []),
            Self::Quote(problem) => Failure::new(&format!("quote_{}", code(problem)), []),
            Self::QuoteDraftThere => Failure::new("quote_draft_there", []),
            Self::QuoteNotDraft => Failure::new("quote_not_draft", []),
            Self::QuoteNotOut => Failure::new("quote_not_out", []),
            Self::QuoteNeedsException => Failure::new("quote_needs_exception", []),
            Self::QuoteNeedsReview => Failure::new("quote_needs_review", []),
            Self::NoQuote => Failure::new("no_quote", []),
            Self::BenchSheet(problems) => field::failure("bench_sheet", problems),
            Self::Diagnosis(problems) => field::failure("diagnosis", problems),
            Self::BenchCatalogue(problems) => field::failure("bench_catalogue", problems),
            Self::CatalogueMoved => Failure::new("catalogue_moved", []),
            Self::NothingChanged => Failure::new("nothing_changed", []),
            Self::CatalogueFile(error) => Failure::new(
                "catalogue_file",
                [
                    ("file", error.file.clone()),
                    ("line", error.line.to_string()),
                    ("detail", error.reason.clone()),
                ],
            ),
            Self::Decision(refusal) => Failure::new(&format!("decision_{}", code(refusal)), []),
            Self::AnswerByPhone => Failure::new("answer_by_phone", []),
            Self::ReasonRequired => Failure::new("reason_required", []),
            Self::ReserveCount { max } => Failure::new("reserve_count", [("max", max.to_string())]),
            Self::NumberMayBeUsed { rma } => Failure::new("number_may_be_used", [("rma", rma.to_string())]),
            Self::LabelOffset => Failure::new("label_offset", []),
            Self::AuthorisationUsed { rma } => Failure::new("authorisation_used", [("rma", rma.to_string())]),
            Self::IdentityLocked => Failure::new("identity_locked", []),
            Self::SerialUnknown => Failure::new("serial_unknown", []),
            Self::FormNotOwed => Failure::new("form_not_owed", []),
            Self::NotWaiting { rma } => Failure::new("not_waiting", [("rma", rma.to_string())]),
            Self::InternalOrder { rma } => Failure::new("internal_order", [("rma", rma.to_string())]),
            Self::NotOurUnit { rma } => Failure::new("not_our_unit", [("rma", rma.to_string())]),
            Self::AttachmentTooLarge { max_bytes } => {
                Failure::new("attachment_too_large", [("megabytes", (max_bytes >> 20).to_string())])
            }
            Self::AttachmentKind => Failure::new("attachment_kind", []),
            Self::Base64 => Failure::new("base64", []),
            Self::RegistryFile(problem) => Failure::new(
                match problem {
                    FileProblem::Empty => "registry_empty",
                    FileProblem::TooLarge => "registry_too_large",
                    FileProblem::Unreadable => "registry_unreadable",
                    FileProblem::Workbook => "registry_workbook",
                    FileProblem::NoSerialColumn => "registry_no_serial_column",
                    FileProblem::NoKeyColumn => "masters_no_key_column",
                },
                [],
            ),
            Self::RegistryFileGone => Failure::new("registry_file_gone", []),
            Self::MastersIncomplete { count } => {
                Failure::new("masters_incomplete", [("count", count.to_string())])
            }
            Self::Form(FormError::Unprintable { characters }) => {
                Failure::new("form_glyphs", [("characters", characters.iter().collect())])
            }
            Self::Form(error) => Failure::new("form", [("detail", error.to_string())]),
            Self::NoSuchLabel { last } => Failure::new("no_such_label", [("last", last.to_string())]),
            Self::TooManyLabels { most } => Failure::new("too_many_labels", [("most", most.to_string())]),
            Self::Print(PrintFailure::NoPrintSystem) => Failure::new("print_no_system", []),
            Self::Print(PrintFailure::NoSuchPrinter) => Failure::new("print_no_printer", []),
            Self::Print(PrintFailure::Refused) => Failure::new("print_refused", []),
            Self::Print(PrintFailure::NoViewer) => Failure::new("print_no_viewer", []),
            Self::Store(error) => store::failure(error),
            Self::Pack(detail) => Failure::new("pack", [("detail", detail.clone())]),
            Self::PolicyFile(detail) => Failure::new("policy_file", [("detail", detail.clone())]),
            Self::PackSignature(SignatureProblem::NoKey) => Failure::new("pack_no_key", []),
            Self::PackSignature(SignatureProblem::Malformed) => Failure::new("pack_signature_malformed", []),
            Self::PackSignature(SignatureProblem::Untrusted) => Failure::new("pack_untrusted", []),
            Self::ManagerNeeded => Failure::new("manager_needed", []),
            Self::DeciderNeeded => Failure::new("decider_needed", []),
            Self::LastManager => Failure::new("last_manager", []),
            Self::UserName => Failure::new("user_name", []),
            Self::UserNameTaken => Failure::new("user_name_taken", []),
            Self::Pin(PinProblem::Length) => Failure::new("pin_length", []),
            Self::Pin(PinProblem::Digits) => Failure::new("pin_digits", []),
            Self::Pin(PinProblem::Repeated) => Failure::new("pin_repeated", []),
            Self::Pin(PinProblem::Row) => Failure::new("pin_row", []),
            Self::PinHash => Failure::new("pin_hash", []),
            Self::WrongPin { left } => Failure::new("wrong_pin", [("left", left.to_string())]),
            Self::PinWait { seconds } => Failure::new("pin_wait", [("seconds", seconds.to_string())]),
            Self::NoPin => Failure::new("no_pin", []),
            Self::UnknownBadge => Failure::new("unknown_badge", []),
            Self::BadgeTaken => Failure::new("badge_taken", []),
            Self::BadgeText => Failure::new("badge_text", []),
            Self::SecondPersonNeeded => Failure::new("second_person_needed", []),
            Self::SecondPersonSame => Failure::new("second_person_same", []),
            Self::SignInFirst => Failure::new("sign_in_first", []),
            Self::PlaceCode => Failure::new("place_code", []),
            Self::PlaceCodeTaken => Failure::new("place_code_taken", []),
            Self::PlaceCodeSerial => Failure::new("place_code_serial", []),
            Self::PlaceNotEmpty { units } => Failure::new("place_not_empty", [("units", units.to_string())]),
            Self::PlaceNeeded => Failure::new("place_needed", []),
            Self::PlaceGone => Failure::new("place_gone", []),
            Self::UnitNotHere { rma } => Failure::new("unit_not_here", [("rma", rma.to_string())]),
            Self::NothingToUndo => Failure::new("nothing_to_undo", []),
            Self::NoStocktake => Failure::new("no_stocktake", []),
            Self::StocktakeOpen => Failure::new("stocktake_open", []),
            Self::HandoverNotRecorded => Failure::new("handover_not_recorded", []),
            Self::ReceiptOfAnother => Failure::new("receipt_of_another", []),
            Self::PickupCodeWrong => Failure::new("pickup_code_wrong", []),
            Self::NotShipped => Failure::new("not_shipped", []),
            Self::NotALoanUnit => Failure::new("not_a_loan_unit", []),
            Self::LoanUnitOut { rma } => Failure::new("loan_unit_out", [("rma", rma.to_string())]),
            Self::LoanOut => Failure::new("loan_out", []),
            Self::NothingToHandOver => Failure::new("nothing_to_hand_over", []),
            Self::OwnFile => Failure::new("own_file", []),
            Self::File(error) => Failure::new("file", [("detail", error.to_string())]),
        }
    }
}

/// What is wrong with a request, without the value that was given: it may be personal.
fn without_values(detail: &str) -> String {
    // The missing field's name is ours.
    if let Some(name) = detail.strip_prefix("missing field ") {
        return format!("missing field {}", name.replace('`', ""));
    }
    let (said, expected) = detail.split_once(", expected ").unwrap_or((detail, ""));
    let what = said.split(['`', '"']).next().unwrap_or_default().trim_end();
    if expected.is_empty() { what.to_owned() } else { format!("{what}, expected {expected}") }
}

/// Where a request is wrong; a name that none of our fields has may be anything, also personal.
fn field_name(path: &str) -> String {
    let is_ours = |part: &str| {
        part.chars().all(|one| one.is_ascii_lowercase() || one.is_ascii_digit() || "_[]".contains(one))
    };
    path.split('.').map(|part| if is_ours(part) { part } else { "?" }).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests;
