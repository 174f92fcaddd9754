//! Every command a host can send, in the order of the journey: one list, from which dispatch, the names
//! and the TypeScript types are made. A listed command without a handler does not compile.
//!
//! A `read` answers; a `write` answers and says which nouns it changed, so that a screen asks again for
//! just what it shows. There are no rules here.

use crate::error::AppError;
use crate::station::App;
use crate::{
    attachment, authorisation, badge, bench, bench_catalogue, bench_sheet, board, calendar, came_back, care,
    clock, consignment, contact, cover, custody, customer, customer_view, damage, decision, diagnosis,
    disposition, draft, duty, enquiry, exchange, export, follow_up, form, form_owed, handover, identity,
    import, intake, lending, letter, line, masters, notice, owner, paper_sheet, part, part_import, part_line,
    payment, place, policy, policy_diff, quote, refund, registry, resolution, scan, search, session,
    settings, sheet, station, stocktake, ticket, ticket_event, ticket_undo, unit, user, verdict, week,
};
use nightbench_store::Changes;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::{Config, TS};

/// Whether a command only answers or also changes something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Answers.
    Read,
    /// Answers and changes.
    Write,
}

/// The answer to a command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reply {
    /// The response, in the command's own shape.
    pub value: Value,
    /// What was changed; empty after a read.
    pub changes: Changes,
}

/// A write's result: the response and what it changed.
pub struct Written<T> {
    /// The response.
    pub value: T,
    /// What was changed.
    pub changes: Changes,
}

macro_rules! commands {
    ($($access:ident $name:ident($request:ty) -> $response:ty = $handler:path;)*) => {
        /// Name and access of every command, in journey order.
        pub const COMMANDS: &[(&str, Access)] = &[$((stringify!($name), commands!(@access $access))),*];

        impl App {
            /// Runs one command by its name.
            ///
            /// # Errors
            /// `unknown_command`, `bad_field` when the request has another shape, or what the use case
            /// refuses. Nothing is half done: a failed write leaves the store as it was.
            pub fn dispatch(&self, name: &str, request: Value) -> Result<Reply, AppError> {
                match name {
                    $(stringify!($name) => {
                        let request: $request = parse(request)?;
                        commands!(@run $access self, $handler, request)
                    })*
                    _ => Err(AppError::UnknownCommand),
                }
            }
        }

        /// The TypeScript declarations of every type a command carries and the map of commands.
        #[must_use]
        pub fn typescript(config: &Config) -> String {
            let mut declarations = crate::commands::Declarations::new(config);
            let mut map = String::new();
            $(
                declarations.visit::<$request>();
                declarations.visit::<$response>();
                map.push_str(&format!(
                    "  {}: {{ access: \"{}\"; request: {}; response: {} }};\n",
                    stringify!($name), stringify!($access), <$request as TS>::name(config), <$response as TS>::name(config),
                ));
            )*
            format!("{}\nexport type Commands = {{\n{map}}};\n", declarations.text())
        }
    };
    (@access read) => { Access::Read };
    (@access write) => { Access::Write };
    (@run read $app:ident, $handler:path, $request:ident) => {
        Ok(Reply { value: answer(&$handler($app, $request)?)?, changes: Changes::default() })
    };
    (@run write $app:ident, $handler:path, $request:ident) => {{
        let Written { value, changes } = $handler($app, $request)?;
        Ok(Reply { value: answer(&value)?, changes })
    }};
}

commands! {
    // The station
    read  station_get(()) -> station::Station = station::get;
    write station_init(station::Init) -> station::Station = station::init;
    write centre_describe(station::CentreCard) -> station::Station = station::describe;
    read  settings_get(()) -> settings::Settings = settings::get;
    write settings_set(settings::Settings) -> settings::Settings = settings::set;
    read  printer_list(()) -> Vec<crate::ports::PrinterName> = form::printers;
    // The working days
    read  calendar_shelf(()) -> calendar::CalendarShelf = calendar::shelf;
    read  calendar_preview(calendar::CalendarFile) -> calendar::CalendarPreview = calendar::preview;
    read  ticket_clock(ticket::TicketRef) -> clock::TicketClock = clock::of_ticket;
    write calendar_import(calendar::CalendarFile) -> calendar::CalendarShelf = calendar::import;
    // The people
    read  user_list(()) -> Vec<user::UserRow> = user::list;
    write user_save(user::UserSaveRequest) -> user::UserRow = user::save;
    write user_set_pin(user::SetPinRequest) -> user::UserRow = user::set_pin;
    write badge_print(badge::BadgesRequest) -> form::Pdf = badge::print;
    read  session_get(()) -> session::Session = session::get;
    write session_start(session::StartRequest) -> session::Session = session::start;
    write session_badge(session::BadgeRequest) -> session::Session = session::badge;
    write session_end(()) -> session::Session = session::end;
    // The bench
    read  bench_today(()) -> bench::Bench = bench::today;
    read  week_get(week::WeekRequest) -> week::WeekSheet = week::get;
    write came_back_seen(()) -> bench::Bench = came_back::seen;
    read  scan_resolve(scan::ScanRequest) -> scan::Scan = scan::resolve;
    read  search(search::SearchRequest) -> Vec<search::Hit> = search::search;
    // Masters
    read  master_open(masters::MasterOpenRequest) -> masters::MasterPreview = masters::open;
    read  master_remap(masters::MasterRemapRequest) -> masters::MasterPreview = masters::remap;
    write master_import(masters::MasterImportRequest) -> masters::MasterReport = masters::import;
    read  master_progress(sheet::FileRef) -> sheet::Progress = masters::progress;
    read  master_cancel(sheet::FileRef) -> sheet::Progress = masters::cancel;
    read  master_template(masters::MasterTemplateRequest) -> masters::MasterTemplate = masters::template;
    read  master_list(masters::MasterListRequest) -> masters::MasterPage = masters::list;
    read  master_history(masters::MasterKindRef) -> Vec<masters::MasterImportRow> = masters::history;
    read  model_get(masters::ModelRef) -> Option<masters::ModelCard> = masters::model_get;
    read  charge_list(masters::ChargeRequest) -> Vec<nightbench_domain::charge::Charge> = masters::charges;
    // The sales register
    read  registry_open(registry::OpenRequest) -> registry::Preview = registry::open;
    read  registry_remap(registry::RemapRequest) -> registry::Preview = registry::remap;
    write registry_import(registry::ImportRequest) -> sheet::ImportReport = registry::import;
    read  registry_progress(sheet::FileRef) -> sheet::Progress = registry::progress;
    read  registry_cancel(sheet::FileRef) -> sheet::Progress = registry::cancel;
    read  registry_list(registry::SaleListRequest) -> registry::SalePage = registry::list;
    read  registry_history(()) -> Vec<sheet::ImportRow> = registry::history;
    // Records of another system
    write customer_import(import::FileRequest) -> import::RecordReport = import::customers;
    write intake_import(import::FileRequest) -> import::RecordReport = import::intakes;
    // Parcels
    read  consignment_list(consignment::ConsignmentListRequest) -> consignment::ConsignmentPage = consignment::list;
    read  consignment_get(consignment::ConsignmentRef) -> consignment::ConsignmentLife = consignment::get;
    write consignment_receive(consignment::ConsignmentReceive) -> consignment::ConsignmentReceived = consignment::receive;
    write consignment_amend(consignment::ConsignmentAmend) -> consignment::ConsignmentLife = consignment::amend;
    write consignment_announce(consignment::ConsignmentAnnounce) -> consignment::ConsignmentLife = consignment::announce;
    write consignment_share(consignment::ConsignmentShare) -> consignment::ConsignmentLife = consignment::share;
    write consignment_unit(consignment::ConsignmentUnitRequest) -> consignment::ConsignmentUnit = consignment::unit;
    write consignment_unit_remove(consignment::ConsignmentUnitRef) -> consignment::ConsignmentLife = consignment::remove;
    write consignment_damage(consignment::ConsignmentDamageRequest) -> consignment::ConsignmentLife = consignment::damage;
    write consignment_close(consignment::ConsignmentClose) -> consignment::ConsignmentLife = consignment::close;
    write consignment_reopen(consignment::ConsignmentRef) -> consignment::ConsignmentLife = consignment::reopen;
    // Enquiries: somebody asks before a unit comes
    read  enquiry_list(enquiry::EnquiryListRequest) -> enquiry::EnquiryPage = enquiry::list;
    read  enquiry_get(enquiry::EnquiryRef) -> enquiry::EnquiryLife = enquiry::get;
    write enquiry_open(enquiry::EnquiryOpen) -> enquiry::EnquiryLife = enquiry::open;
    write enquiry_amend(enquiry::EnquiryAmend) -> enquiry::EnquiryLife = enquiry::amend;
    write enquiry_unit(enquiry::EnquiryUnitSave) -> enquiry::EnquiryLife = enquiry::save_unit;
    write enquiry_unit_remove(enquiry::EnquiryUnitRef) -> enquiry::EnquiryLife = enquiry::remove_unit;
    write enquiry_send_in(enquiry::EnquirySendIn) -> enquiry::EnquiryLife = enquiry::send_in;
    write enquiry_receive(enquiry::EnquiryReceive) -> draft::SavedDraft = enquiry::receive;
    write enquiry_end(enquiry::EnquiryEnd) -> enquiry::EnquiryLife = enquiry::end;
    write enquiry_reopen(enquiry::EnquiryRef) -> enquiry::EnquiryLife = enquiry::reopen;
    // What is said and promised, about an enquiry or a work order
    read  duty_list(duty::DutyListRequest) -> duty::DutyList = duty::list;
    read  duty_counts(()) -> duty::DutyCounts = duty::counts;
    read  line_get(()) -> line::LineStanding = line::get;
    write line_enrol(line::EnrolLine) -> line::LineStanding = line::enrol;
    write line_sync(()) -> line::Round = line::sync;
    read  notice_get(notice::NoticeRequest) -> notice::Notices = notice::get;
    read  contact_list(nightbench_domain::contact::About) -> contact::Correspondence = contact::list;
    write contact_log(contact::ContactLog) -> contact::Correspondence = contact::log;
    write contact_withdraw(contact::ContactWithdraw) -> contact::Correspondence = contact::withdraw;
    write follow_up_open(follow_up::FollowUpOpen) -> contact::Correspondence = follow_up::open;
    write follow_up_end(follow_up::FollowUpClose) -> contact::Correspondence = follow_up::end;
    write follow_up_reopen(follow_up::FollowUpRef) -> contact::Correspondence = follow_up::reopen;
    read  letter_list(nightbench_domain::contact::About) -> Vec<letter::Letter> = letter::list;
    // Authorise: numbers that are given before the unit comes
    write rma_issue(authorisation::IssueRequest) -> authorisation::AuthorisationRow = authorisation::issue;
    write rma_reserve(authorisation::ReserveRequest) -> authorisation::Reserved = authorisation::reserve;
    read  rma_list(authorisation::AuthorisationListRequest) -> Vec<authorisation::AuthorisationRow> = authorisation::list;
    write rma_cancel(authorisation::CancelAuthorisation) -> authorisation::AuthorisationRow = authorisation::cancel;
    write rma_reinstate(authorisation::AuthorisationRef) -> authorisation::AuthorisationRow = authorisation::reinstate;
    // Receive
    read  customer_find(customer::CustomerFindRequest) -> Vec<customer::FoundCustomer> = customer::find;
    read  draft_list(()) -> Vec<draft::DraftRow> = draft::list;
    read  draft_get(draft::DraftRef) -> draft::SavedDraft = draft::get;
    write draft_save(draft::SaveRequest) -> draft::SavedDraft = draft::save;
    write draft_discard(draft::DraftRef) -> draft::DraftRow = draft::discard;
    write draft_restore(draft::DraftRef) -> draft::DraftRow = draft::restore;
    read  intake_check(draft::IntakeDraft) -> intake::Check = intake::check;
    write intake_receive(intake::ReceiveRequest) -> intake::Received = intake::receive;
    write intake_amend(intake::AmendRequest) -> ticket::TicketLife = intake::amend;
    write attachment_add(attachment::AddRequest) -> attachment::Attachment = attachment::add;
    read  attachment_list(attachment::Owner) -> Vec<attachment::Attachment> = attachment::list;
    read  attachment_read(attachment::AttachmentRef) -> attachment::Content = attachment::read;
    read  attachment_open(attachment::AttachmentRef) -> form::PaperFile = attachment::open;
    write attachment_remove(attachment::AttachmentRef) -> attachment::Attachment = attachment::remove;
    write attachment_restore(attachment::AttachmentRef) -> attachment::Attachment = attachment::restore;
    // Verdict
    read  verdict_assess(draft::IntakeDraft) -> verdict::Assessment = verdict::assess_draft;
    read  verdict_what_if(verdict::WhatIfRequest) -> verdict::WhatIf = verdict::what_if;
    write verdict_record(verdict::RecordRequest) -> verdict::VerdictRow = verdict::record;
    read  verdict_history(ticket::TicketRef) -> Vec<verdict::VerdictRow> = verdict::history;
    read  customer_view(customer_view::CustomerViewRequest) -> customer_view::CustomerView = customer_view::view;
    // Decisions: what the rules leave to a person
    read  decision_list(decision::DecisionListRequest) -> decision::DecisionPage = decision::list;
    write decision_ask(decision::AskRequest) -> decision::DecisionRow = decision::ask_by_hand;
    write decision_reply(decision::ReplyRequest) -> decision::DecisionRow = decision::reply;
    // The commitment
    read  policy_list(()) -> policy::PackShelf = policy::list;
    read  policy_diff(policy_diff::PolicyDiffRequest) -> policy_diff::PackDiff = policy_diff::compare;
    write policy_install(policy::InstallRequest) -> policy::PackShelf = policy::install;
    // Paper
    read  form_preview(form::PreviewRequest) -> form::Pdf = form::preview;
    write form_render(form::RenderRequest) -> form::Paper = form::render;
    write form_print(form::PrintRequest) -> form::Paper = form::print;
    read  form_read(form::PaperRef) -> form::Pdf = form::read;
    read  sheet_make(paper_sheet::SheetRequest) -> form::Pdf = paper_sheet::make;
    read  form_open(form::PaperRef) -> form::PaperFile = form::open;
    // Tickets and units
    read  ticket_list(ticket::TicketListRequest) -> ticket::TicketPage = ticket::list;
    read  ticket_find(ticket::FindRequest) -> ticket::TicketRow = ticket::find;
    read  ticket_get(ticket::TicketRef) -> ticket::TicketLife = ticket::get;
    write ticket_act(ticket_event::ActRequest) -> ticket::TicketLife = ticket_event::act;
    write ticket_act_many(ticket_event::ActManyRequest) -> Vec<ticket_event::ActedRow> = ticket_event::act_many;
    write ticket_undo(ticket::TicketRef) -> ticket::TicketLife = ticket_undo::undo;
    write ticket_assign(owner::AssignRequest) -> Vec<ticket::TicketRow> = owner::assign;
    write ticket_resolve(resolution::ResolveRequest) -> ticket::TicketLife = resolution::resolve;
    write ticket_dispose(disposition::DisposeRequest) -> ticket::TicketLife = disposition::dispose;
    write ticket_cancel(ticket::CancelRequest) -> ticket::TicketLife = ticket::cancel;
    write ticket_damage(damage::DamageRequest) -> ticket::TicketLife = damage::record;
    write paper_form_obtained(form_owed::ObtainedRequest) -> ticket::TicketLife = form_owed::obtained;
    write paper_form_withdraw(form_owed::WithdrawRequest) -> ticket::TicketLife = form_owed::withdraw;
    write identity_confirm(identity::ConfirmRequest) -> ticket::TicketLife = identity::confirm;
    write identity_reject(identity::RejectRequest) -> ticket::TicketLife = identity::reject;
    write unit_relabel(identity::RelabelRequest) -> ticket::TicketLife = identity::relabel;
    write ticket_reopen(ticket::TicketRef) -> ticket::TicketLife = ticket::reopen;
    // Quotes
    read  quote_start(ticket::TicketRef) -> quote::QuoteStart = quote::start;
    read  quote_check(quote::QuoteCheckRequest) -> quote::QuoteCheck = quote::check;
    write quote_save(quote::QuoteSaveRequest) -> ticket::TicketLife = quote::save;
    write quote_discard(quote::QuoteRef) -> ticket::TicketLife = quote::discard;
    write quote_review(quote::QuoteReviewRequest) -> ticket::TicketLife = quote::review;
    write quote_issue(quote::QuoteRef) -> ticket::TicketLife = quote::issue;
    write quote_answer(quote::QuoteAnswerRequest) -> ticket::TicketLife = quote::answer;
    // Another unit, or the money back
    read  exchange_check(exchange::ExchangeRequest) -> exchange::ExchangeCheck = exchange::check;
    write exchange_choose(exchange::ExchangeRequest) -> ticket::TicketLife = exchange::choose;
    write exchange_withdraw(exchange::ExchangeWithdraw) -> ticket::TicketLife = exchange::withdraw;
    write refund_save(refund::RefundSaveRequest) -> ticket::TicketLife = refund::save;
    write refund_withdraw(refund::RefundWithdraw) -> ticket::TicketLife = refund::withdraw;
    // Units
    // Return to the customer
    write payment_record(payment::PaymentRequest) -> ticket::TicketLife = payment::record;
    write payment_withdraw(payment::PaymentWithdraw) -> ticket::TicketLife = payment::withdraw;
    write loan_lend(lending::LendRequest) -> ticket::TicketLife = lending::lend;
    write loan_return(lending::LoanReturn) -> ticket::TicketLife = lending::take_back;
    write handover_record(handover::HandoverRequest) -> ticket::TicketLife = handover::record;
    write handover_amend(handover::HandoverAmend) -> ticket::TicketLife = handover::amend;
    write handover_close(handover::HandoverClose) -> ticket::TicketLife = handover::close;
    read  unit_list(unit::UnitListRequest) -> unit::UnitPage = unit::list;
    read  unit_get(unit::UnitRef) -> unit::UnitLife = unit::get;
    read  unit_cover(cover::CoverRequest) -> cover::CoverAccount = cover::account;
    // Diagnosis
    read  bench_catalogue_get(()) -> bench_catalogue::CatalogueShelf = bench_catalogue::get;
    write bench_catalogue_save(bench_catalogue::CatalogueSaveRequest) -> bench_catalogue::CatalogueShelf = bench_catalogue::save;
    read  fault_lists(()) -> bench_catalogue::FaultListShelf = bench_catalogue::lists;
    read  bench_sheet_check(bench_sheet::BenchSheetRequest) -> bench_sheet::SheetCheck = bench_sheet::check;
    write bench_sheet_save(bench_sheet::BenchSheetRequest) -> ticket::TicketLife = bench_sheet::save;
    read  diagnosis_import(bench_sheet::BenchFileRequest) -> bench_sheet::BenchFile = bench_sheet::import;
    write diagnosis_record(diagnosis::DiagnosisRequest) -> ticket::TicketLife = diagnosis::record;
    // Parts on stock, and what a work order needs of them
    read  part_list(part::PartListRequest) -> Vec<part::PartRow> = part::list;
    read  part_get(part::PartRef) -> part::PartLife = part::get;
    write part_save(part::PartSaveRequest) -> part::PartRow = part::save;
    write part_import(part_import::PartImportRequest) -> part_import::PartImportReport = part_import::import;
    write part_receive(part::PartReceiveRequest) -> part::PartMoved = part::receive;
    write part_count(part::PartCountRequest) -> part::PartMoved = part::count;
    write part_need(part_line::PartNeedRequest) -> ticket::TicketLife = part_line::need;
    write part_reserve_agreed(part_line::PartReserveAgreedRequest) -> ticket::TicketLife = part_line::reserve_agreed;
    write part_expect(part_line::PartExpectRequest) -> ticket::TicketLife = part_line::expect;
    write part_issue(part_line::PartIssueRequest) -> ticket::TicketLife = part_line::issue;
    write part_release(part_line::PartReleaseRequest) -> ticket::TicketLife = part_line::release;
    // Places and holders
    read  place_list(()) -> Vec<place::PlaceRow> = place::list;
    read  place_units(place::PlaceRef) -> place::PlaceUnits = place::units;
    write place_save(place::PlaceSaveRequest) -> place::PlaceRow = place::save;
    write custody_move(custody::MoveRequest) -> Vec<custody::MovedUnit> = custody::move_units;
    write custody_take(custody::TicketsRef) -> Vec<custody::MovedUnit> = custody::take;
    write custody_undo(custody::TicketsRef) -> Vec<custody::MovedUnit> = custody::undo;
    read  stocktake_get(()) -> Option<stocktake::StocktakeSheet> = stocktake::get;
    read  stocktake_list(()) -> Vec<nightbench_store::stocktake::Stocktake> = stocktake::list;
    read  stocktake_missing(stocktake::StocktakeRef) -> Vec<ticket::TicketRow> = stocktake::missing;
    write stocktake_start(stocktake::StocktakeStart) -> Option<stocktake::StocktakeSheet> = stocktake::start;
    write stocktake_scan(stocktake::StocktakeScan) -> stocktake::StocktakeLine = stocktake::scan;
    write stocktake_unscan(stocktake::StocktakeScan) -> Option<stocktake::StocktakeSheet> = stocktake::unscan;
    write stocktake_finish(()) -> Vec<nightbench_store::stocktake::Stocktake> = stocktake::finish;
    write stocktake_drop(()) -> Option<stocktake::StocktakeSheet> = stocktake::drop_open;
    // The board
    read  board_get(board::BoardView) -> board::Board = board::get;
    read  board_list(board::BoardListRequest) -> board::BoardPage = board::list;
    read  board_turnaround(board::BoardView) -> board::BoardTurnaround = board::turnaround;
    read  board_forecast(board::BoardView) -> board::BoardForecast = board::forecast;
    read  board_choices(()) -> board::BoardChoices = board::choices;
    read  board_views(()) -> Vec<board::SavedView> = board::saved;
    read  board_export(export::BoardExportRequest) -> export::Exported = export::board;
    write board_view_save(board::SavedView) -> Vec<board::SavedView> = board::save;
    write board_view_forget(board::ViewRef) -> Vec<board::SavedView> = board::forget;
    // Care
    read  doctor_run(()) -> care::Report = care::doctor;
    write station_tend(()) -> care::Tended = care::tend;
    read  backup_create(care::BackupRequest) -> care::Backup = care::backup;
}

fn parse<T: DeserializeOwned>(request: Value) -> Result<T, AppError> {
    // A command that asks for nothing takes an empty object for it, too.
    if request.as_object().is_some_and(serde_json::Map::is_empty)
        && let Ok(nothing) = serde_json::from_value(Value::Null)
    {
        return Ok(nothing);
    }
    serde_path_to_error::deserialize(request).map_err(|error| {
        let field = error.path().to_string();
        AppError::BadField { field, source: error.into_inner() }
    })
}

fn answer<T: Serialize>(response: &T) -> Result<Value, AppError> {
    serde_json::to_value(response).map_err(AppError::BadRequest)
}

/// Collects each named TypeScript type once, by name: the order in which types mention each other differs from build to
/// build.
struct Declarations<'a> {
    config: &'a Config,
    by_name: BTreeMap<String, String>,
}

impl<'a> Declarations<'a> {
    const fn new(config: &'a Config) -> Self {
        Self { config, by_name: BTreeMap::new() }
    }

    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only named types have an output path of their own; primitives, arrays and maps are spelled in place.
        if T::output_path().is_some() {
            let name = T::ident(self.config);
            let declaration = T::decl(self.config);
            match self.by_name.get(&name) {
                Some(known) if *known == declaration => return,
                // Two types of one name would shadow each other; this line is no TypeScript, so it cannot go unseen.
                Some(_) => _ = self.by_name.insert(name.clone(), format!("two types are called {name}")),
                None => _ = self.by_name.insert(name, declaration),
            }
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }

    fn text(&self) -> String {
        self.by_name.values().map(|declaration| format!("export {declaration}\n")).collect()
    }
}

impl ts_rs::TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        Declarations::visit::<T>(self);
    }
}
