//! The closed list of what can go wrong, with one code each. The host turns a code into a sentence (`error-<code>` in
//! locales/*/error.ftl): what happened, what was kept, what to do. Personal data is never part of an error.

mod board;
mod failure;
mod field;
mod lending;
mod line;
mod place;
mod store;

pub use board::BoardProblem;
pub use failure::{Failure, say};
pub use field::FieldProblem;
pub use lending::LendingProblem;
pub use line::LineProblem;
pub use place::PlaceProblem;

use crate::bench_catalogue::ShippedFileError;
use crate::pack_key::SignatureProblem;
pub use crate::ports::PrintFailure;
use nightbench_domain::bench_catalogue::CatalogueProblem;
use nightbench_domain::bench_sheet::SheetProblem;
use nightbench_domain::consignment::ConsignmentProblem;
use nightbench_domain::diagnosis::DiagnosisProblem;
use nightbench_domain::id::TicketId;
use nightbench_domain::intake::IntakeProblem;
use nightbench_domain::rma::{RmaError, RmaNumber};
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::user::PinProblem;
use nightbench_domain::waybill::{Waybill, WaybillError};
use nightbench_eligibility::policy::refusal::PackError;
use nightbench_forms::FormError;
use nightbench_store::StoreError;

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
    /// What was typed is no RMA number, or one of which a character was misread.
    #[error(transparent)]
    Rma(#[from] RmaError),
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
    /// Stock cannot be moved so.
    #[error(transparent)]
    Stock(#[from] nightbench_domain::part::StockProblem),
    /// A part has a number and a name, and no text is too long.
    #[error("a part has a number and a name of at most 200 characters")]
    PartCard,
    /// Another part has that number.
    #[error("another part has that number")]
    PartNumberTaken,
    /// What the work order needs of the part moved on meanwhile.
    #[error("the part was moved on meanwhile")]
    PartLineMoved,
    /// A part whose pieces have serials goes out with the serial of the new piece.
    #[error("the serial of the new piece is missing, too long, or that of the old one")]
    PartSerial,
    /// The piece with that serial is in another unit.
    #[error("the piece is in the unit of {rma}")]
    PartSerialUsed {
        /// The number of its work order.
        rma: RmaNumber,
    },
    /// No part of an agreed quote is on the list of stock and not asked for yet.
    #[error("no part of an agreed quote is left to be asked for")]
    NoAgreedPart,
    /// The work order is not resolved as an exchange.
    #[error("the work order is no exchange")]
    NotAnExchange,
    /// The unit to be given is the one that came.
    #[error("the unit to be given is the one that came")]
    ExchangeSameUnit,
    /// The register says another model of the unit to be given.
    #[error("the register says {model}")]
    ExchangeModel {
        /// What it says.
        model: String,
    },
    /// Another unit than the one that is handed over was chosen.
    #[error("{serial} was chosen")]
    ExchangeOtherChosen {
        /// The one that was chosen.
        serial: SerialNumber,
    },
    /// The unit to be given is kept for another work order.
    #[error("the unit is kept for {rma}")]
    ExchangeTaken {
        /// Its number.
        rma: RmaNumber,
    },
    /// The unit to be given was sold, or is with somebody else.
    #[error("the unit is in the field")]
    ExchangeInField,
    /// Nobody showed or decided that the unit to be given is not inferior (3.2).
    #[error("it is not shown that the unit is not inferior")]
    ExchangeNotShown,
    /// The work order is not resolved as a refund.
    #[error("the work order is no refund")]
    NotARefund,
    /// The unit was refunded in another work order.
    #[error("the unit is refunded by {rma}")]
    RefundedBefore {
        /// Its number.
        rma: RmaNumber,
    },
    /// The price of the receipt and who pays it stand in no worksheet.
    #[error("the refund is not worked out")]
    RefundNotWorked,
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
    /// We bear the freight of the return, as was decided, and a line charges it (3.3).
    #[error("the freight of the return is ours")]
    QuoteFreightOurs,
    /// A denial turns on readings nobody answers for: it is no decision letter before a person decided.
    #[error("a denial waits for a person")]
    LetterProvisional {
        /// The readings, by number.
        readings: Vec<u8>,
    },
    /// Nothing is decided that a letter could say.
    #[error("nothing is decided yet")]
    LetterOpen,
    /// The rules say something else today than in the newest recorded determination.
    #[error("the recorded determination is not today's")]
    LetterOutdated,
    /// Nothing was measured and nothing diagnosed that a report could say.
    #[error("nothing was measured or diagnosed")]
    NoBenchReport,
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
    CatalogueFile(ShippedFileError),
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
    /// A photo was asked for, and the file is a video or a document.
    #[error("the file is no photo")]
    AttachmentNoPhoto,
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
    /// More work orders were named than one act takes.
    #[error("one act takes at most {most} work orders")]
    TooManyTickets {
        /// As many as it takes.
        most: u32,
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
    /// A policy pack that ships with the program is damaged.
    #[error("a shipped pack is damaged: {0}")]
    Pack(#[source] PackError),
    /// A policy file that a person chose was refused, with file, line and fault.
    #[error("the policy file was refused: {0}")]
    PolicyFile(#[source] PackError),
    /// A calendar file is not good; the calendar stays what it is.
    #[error(transparent)]
    CalendarFile(#[from] nightbench_calendar::pack::PackError),
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
    /// A place cannot be as it was typed, or is not there to be used.
    #[error(transparent)]
    Place(#[from] PlaceProblem),
    /// The board cannot keep or show what is asked.
    #[error(transparent)]
    Board(BoardProblem),
    /// HQ was not reached, or did not take what was brought.
    #[error(transparent)]
    Line(#[from] LineProblem),
    /// The work order is not open: its unit is not here to be moved.
    #[error("the unit is not here")]
    UnitNotHere {
        /// Its number.
        rma: RmaNumber,
    },
    /// The last move was taken back already, or there was none.
    #[error("there is no move to take back")]
    NothingToUndo,
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
    /// A unit of ours cannot be lent, or is still out.
    #[error(transparent)]
    Lending(#[from] LendingProblem),
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
