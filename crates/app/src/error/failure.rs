//! An error as it crosses to a host: a code of the catalogue, its values and the fields to put right. The only place that
//! turns errors into codes.

use super::{AppError, FieldProblem, board, field, lending, line, place, store};
use crate::pack_key::SignatureProblem;
use crate::pack_refusal;
use crate::ports::PrintFailure;
use crate::sheet::FileProblem;
use nightbench_domain::code;
use nightbench_domain::consignment::ConsignmentProblem;
use nightbench_domain::rma::RmaError;
use nightbench_domain::user::PinProblem;
use nightbench_domain::waybill::WaybillError;
use nightbench_eligibility::policy::refusal::PackError;
use nightbench_forms::FormError;
use nightbench_locale::{Language, Value};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// An error as it crosses to a host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Failure {
    /// The code, `error-<code>` in the catalogue.
    pub code: String,
    /// Values of the message.
    pub args: BTreeMap<String, String>,
    /// Fields that must be put right.
    pub problems: Vec<FieldProblem>,
    /// The policy pack that was refused, of the codes `policy_file` and `pack`: its sentence is the `detail` of theirs.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub pack: Option<Box<PackError>>,
}

impl Failure {
    pub(super) fn new<const N: usize>(code: &str, args: [(&str, String); N]) -> Self {
        let args = args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self { code: code.to_owned(), args, problems: Vec::new(), pack: None }
    }

    fn of_pack(code: &str, refused: &PackError) -> Self {
        let pack = Some(Box::new(refused.clone()));
        Self { pack, ..Self::new(code, [("detail", refused.to_string())]) }
    }

    /// What happened, what was kept and what to do, in words.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let id = format!("error-{}", self.code);
        match &self.pack {
            None => say(language, &id, &self.args),
            Some(refused) => {
                let detail = pack_refusal::sentence(refused, language);
                nightbench_locale::say(language, &id, &[("detail", detail.into())])
            }
        }
    }

    /// The failure with its sentence, for scripts.
    #[must_use]
    pub fn with_message(&self, language: Language) -> serde_json::Value {
        serde_json::json!({
            "code": self.code,
            "message": self.sentence(language),
            "args": self.args,
            "problems": self.problems,
            "pack": self.pack,
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
            Self::Rma(RmaError::Shape) => Failure::new("rma_shape", []),
            Self::Rma(RmaError::Check) => Failure::new("rma_misread", []),
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
            Self::Stock(problem) => Failure::new(&format!("stock_{}", code(problem)), []),
            Self::PartCard => Failure::new("part_card", []),
            Self::PartNumberTaken => Failure::new("part_number_taken", []),
            Self::PartLineMoved => Failure::new("part_line_moved", []),
            Self::PartSerial => Failure::new("part_serial", []),
            Self::PartSerialUsed { rma } => Failure::new("part_serial_used", [("rma", rma.to_string())]),
            Self::NoAgreedPart => Failure::new("no_agreed_part", []),
            Self::NotAnExchange => Failure::new("not_an_exchange", []),
            Self::ExchangeSameUnit => Failure::new("exchange_same_unit", []),
            Self::ExchangeModel { model } => Failure::new("exchange_model", [("model", model.clone())]),
            Self::ExchangeOtherChosen { serial } => {
                Failure::new("exchange_other_chosen", [("serial", serial.to_string())])
            }
            Self::ExchangeTaken { rma } => Failure::new("exchange_taken", [("rma", rma.to_string())]),
            Self::ExchangeInField => Failure::new("exchange_in_field", []),
            Self::ExchangeNotShown => Failure::new("exchange_not_shown", []),
            Self::NotARefund => Failure::new("not_a_refund", []),
            Self::RefundedBefore { rma } => Failure::new("refunded_before", [("rma", rma.to_string())]),
            Self::RefundNotWorked => Failure::new("refund_not_worked", []),
            Self::NoteTooLong => Failure::new("note_too_long", []),
            Self::Quote(problem) => Failure::new(&format!("quote_{}", code(problem)), []),
            Self::QuoteDraftThere => Failure::new("quote_draft_there", []),
            Self::QuoteNotDraft => Failure::new("quote_not_draft", []),
            Self::QuoteNotOut => Failure::new("quote_not_out", []),
            Self::QuoteNeedsException => Failure::new("quote_needs_exception", []),
            Self::LetterProvisional { readings } => {
                let numbers: Vec<String> = readings.iter().map(u8::to_string).collect();
                Failure::new("letter_provisional", [("readings", numbers.join(", "))])
            }
            Self::NoBenchReport => Failure::new("no_bench_report", []),
            Self::LetterOpen => Failure::new("letter_open", []),
            Self::LetterOutdated => Failure::new("letter_outdated", []),
            Self::QuoteFreightOurs => Failure::new("quote_freight_ours", []),
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
            Self::AttachmentNoPhoto => Failure::new("attachment_no_photo", []),
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
            Self::TooManyTickets { most } => Failure::new("too_many_tickets", [("most", most.to_string())]),
            Self::TooManyLabels { most } => Failure::new("too_many_labels", [("most", most.to_string())]),
            Self::Print(PrintFailure::NoPrintSystem) => Failure::new("print_no_system", []),
            Self::Print(PrintFailure::NoSuchPrinter) => Failure::new("print_no_printer", []),
            Self::Print(PrintFailure::Refused) => Failure::new("print_refused", []),
            Self::Print(PrintFailure::NoViewer) => Failure::new("print_no_viewer", []),
            Self::Store(error) => store::failure(error),
            Self::Pack(refused) => Failure::of_pack("pack", refused),
            Self::CalendarFile(error) => Failure::new(
                &format!("calendar_{}", error.fault.code()),
                [
                    ("file", error.file.clone()),
                    ("line", error.line.to_string()),
                    ("found", error.fault.found()),
                ],
            ),
            Self::PolicyFile(refused) => Failure::of_pack("policy_file", refused),
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
            Self::Place(problem) => place::failure(*problem),
            Self::Board(problem) => board::failure(*problem),
            Self::Line(problem) => line::failure(problem),
            Self::UnitNotHere { rma } => Failure::new("unit_not_here", [("rma", rma.to_string())]),
            Self::NothingToUndo => Failure::new("nothing_to_undo", []),
            Self::HandoverNotRecorded => Failure::new("handover_not_recorded", []),
            Self::ReceiptOfAnother => Failure::new("receipt_of_another", []),
            Self::PickupCodeWrong => Failure::new("pickup_code_wrong", []),
            Self::NotShipped => Failure::new("not_shipped", []),
            Self::Lending(problem) => lending::failure(problem),
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
