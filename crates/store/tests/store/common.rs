//! What the store's tests share: a station with known randomness, and units to receive.

use chrono::{NaiveDate, NaiveTime};
use nightbench_calendar::CalendarStatus;
use nightbench_domain::authorisation::{Authorisation, IssuedBy};
use nightbench_domain::claim::Remedy;
use nightbench_domain::consignment::{Consignment, Freight, Line};
use nightbench_domain::customer::Customer;
use nightbench_domain::damage::{Damage, DamagePlace};
use nightbench_domain::decision::{DecisionEvidence, DecisionKind, DecisionReply, DecisionState, Excuse};
use nightbench_domain::disposition::Disposition;
use nightbench_domain::id::{
    AttachmentId, AuthorisationId, CentreCode, ConsignmentId, ConsignmentLineId, CustomerId, DecisionId,
    DecisionReplyId, DispositionId, DraftId, IdentityId, ImportId, PaperId, PlaceId, QuoteId, RelabellingId,
    ResolutionId, StationId, StocktakeId, TicketId, TxnId, UserId, VerdictId,
};
use nightbench_domain::identity::{Decision, Reading, SecondSource};
use nightbench_domain::intake::{Accessory, Channel, Conflict, FirstReported, Intake, LateEntry, Presence};
use nightbench_domain::label::LabelState;
use nightbench_domain::master::{Master, MasterKind};
use nightbench_domain::model::{Model, SerialPattern};
use nightbench_domain::money::Currency;
use nightbench_domain::party::{Parties, PartyRole};
use nightbench_domain::place::{Place, PlaceCode, PlaceKind};
use nightbench_domain::quote::{
    Alternative, AlternativeKind, AnswerHow, LineKind, QuoteAnswer, QuoteChoice, QuoteLine, QuoteTerms,
};
use nightbench_domain::registry::Sale;
use nightbench_domain::resolution::{Choice, Resolution, UnrepairedReason};
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::ticket::{Event, Status};
use nightbench_domain::unit::{ProductClass, SaleKind};
use nightbench_domain::user::{Role, User};
use nightbench_domain::waybill::Waybill;
use nightbench_store::attachment::{self, NewAttachment, Owner};
use nightbench_store::authorisation::{self, NewAuthorisation};
use nightbench_store::consignment::{self, NewLine};
use nightbench_store::custody::{self, Move};
use nightbench_store::decision::{self, NewDecision, Reply};
use nightbench_store::disposition::{self, Disposed};
use nightbench_store::identity::{self, IdentityDecision, Relabelling};
use nightbench_store::intake::{self, Statement, Why};
use nightbench_store::master::{self, MasterImport};
use nightbench_store::pack::{self, InstalledPack};
use nightbench_store::paper::{self, NewPaper, PaperOf};
use nightbench_store::registry;
use nightbench_store::resolution::{self, Resolved};
use nightbench_store::stocktake::{self, Figures, Scanned};
use nightbench_store::ticket::{self, Cycle, Transition};
use nightbench_store::verdict::{self, SavedVerdict};
use nightbench_store::{Act, Committed, Entropy, ImportFile, Opened, Opening, Store, StoreError, Tx};
use nightbench_store::{customer, draft, place, quote, settings, station, user};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// 2026-11-22 09:15 UTC.
pub(crate) const NOW: i64 = 1_795_338_900_000;

/// Different bytes at each call, the same in each run.
pub(crate) fn entropy(seed: u64) -> Entropy {
    let calls = AtomicU64::new(0);
    Entropy::new(move |bytes| {
        let call = calls.fetch_add(1, Ordering::Relaxed);
        let mut hasher = blake3::Hasher::new();
        hasher.update(&seed.to_be_bytes()).update(&call.to_be_bytes());
        hasher.finalize_xof().fill(bytes);
    })
}

pub(crate) fn opening(seed: u64) -> Opening {
    Opening { at_ms: NOW, entropy: entropy(seed) }
}

/// Opens with randomness no other opening in this process has, as in life.
pub(crate) fn open(path: &Path) -> Opened {
    static OPENINGS: AtomicU64 = AtomicU64::new(1_000);
    Store::open(path, opening(OPENINGS.fetch_add(1, Ordering::Relaxed))).unwrap()
}

pub(crate) fn act(n: u128) -> Act<'static> {
    Act { actor: "desk", at_ms: NOW + n as i64, txn: TxnId::new(Uuid::from_u128(0xa000 + n)) }
}

pub(crate) fn ticket_id(n: u128) -> TicketId {
    TicketId::new(Uuid::from_u128(0x1000 + n))
}

pub(crate) fn customer_id(n: u128) -> CustomerId {
    CustomerId::new(Uuid::from_u128(0xc000 + n))
}

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn cycle() -> Cycle {
    Cycle {
        target_on: date("2026-12-04"),
        limit_on: date("2026-12-18"),
        calendar_status: CalendarStatus::Published,
        calendar_hash: "calendar".to_owned(),
    }
}

pub(crate) fn li_lei() -> Customer {
    Customer {
        name: "李雷".to_owned().into(),
        phone: "139 8000 5966".to_owned().into(),
        company: String::new().into(),
        email: "lilei@example.com".to_owned().into(),
        address: "成都市高新区天府大道 1 号".to_owned().into(),
    }
}

pub(crate) fn unit(serial: &str) -> Intake {
    Intake {
        serial: SerialNumber::parse(serial).unwrap(),
        model: "NV-640".to_owned(),
        product_class: ProductClass::Terminal,
        symptom: "开机黑屏, no picture after 5 minutes".to_owned(),
        customer: li_lei(),
        received_on: date("2026-11-22"),
        channel: Some(Channel::Counter),
        authorisation: None,
        dealer: String::new(),
        first_reported: None,
        no_earlier_report: false,
        remote_attempts: String::new(),
        accessories: Vec::new(),
        condition: String::new(),
        purchase_document: String::new(),
        remedy_wanted: None,
        paper_form: None,
        calendar: None,
        consignment: None,
        label: None,
        parties: Parties::default(),
        damage: None,
        late_entry: None,
        owned_by_us: false,
    }
}

/// A unit with every field filled.
pub(crate) fn everything_filled(serial: &str) -> Intake {
    let mut full = unit(serial);
    full.channel = Some(Channel::Courier);
    full.authorisation = Some(Authorisation::None);
    full.dealer = "华强".to_owned();
    full.first_reported = Some(FirstReported {
        on: date("2026-11-20"),
        to: "hotline".to_owned(),
        proof: "call log 88".to_owned(),
    });
    full.remote_attempts = "restarted twice".to_owned();
    full.accessories = vec![Accessory { item: "battery".to_owned(), state: Presence::Missing }];
    full.condition = "scratched".to_owned();
    full.purchase_document = "INV-2026-8817".to_owned();
    full.remedy_wanted = Some(Remedy::Exchange);
    full.paper_form = Some(false);
    full.calendar = Some("JP".to_owned());
    full.label = Some(LabelState::Torn);
    full.damage = Some(Damage { place: DamagePlace::Transit, note: "dented".to_owned() });
    full.late_entry = Some(LateEntry { at: NaiveTime::from_hms_opt(8, 35, 0).unwrap() });
    full.owned_by_us = true;
    full
}

/// A store in memory that is a station of CD01.
pub(crate) fn station() -> Store {
    let store = Store::memory(entropy(1)).unwrap();
    initialise(&store);
    store
}

pub(crate) fn initialise(store: &Store) {
    let (id, centre) = (StationId::new(Uuid::from_u128(0x57a7)), CentreCode::parse("CD01").unwrap());
    store.transact(act(0), |tx| station::init(tx, id, &centre)).unwrap();
}

/// Receives unit `n` of a customer of its own.
pub(crate) fn receive(store: &Store, n: u128, intake: &Intake) -> Result<Committed<RmaNumber>, StoreError> {
    store.transact(act(n), |tx| receive_in(tx, n, intake))
}

pub(crate) fn receive_in(tx: &Tx<'_>, n: u128, intake: &Intake) -> Result<RmaNumber, StoreError> {
    customer::add(tx, customer_id(n), &intake.customer)?;
    let facts = serde_json::json!({"product_class": "terminal"});
    let statement = Statement {
        customer: customer_id(n),
        parties: &BTreeMap::new(),
        intake,
        facts: &facts,
        conflicts: &[],
    };
    let rma = station::next_rma(tx)?;
    intake::receive(tx, ticket_id(n), &rma, &statement, &cycle())?;
    Ok(rma)
}

/// The database as any program with the key sees it.
pub(crate) fn raw(directory: &Path) -> rusqlite::Connection {
    let connection = rusqlite::Connection::open(directory.join("store.db")).unwrap();
    let key = std::fs::read_to_string(directory.join("station.key")).unwrap();
    let bytes = blake3::Hash::from_hex(key.trim()).unwrap();
    let salt = blake3::derive_key("nightbench store 2026: salt of the database file", bytes.as_bytes());
    let salt: String = salt[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    connection.pragma_update(None, "key", format!("x'{}{salt}'", key.trim())).unwrap();
    connection
}

/// A version of the commitment as it was installed; the store does not read its text.
pub(crate) fn pack_of(version: &str) -> InstalledPack {
    InstalledPack {
        id: "jingpin-commitment".to_owned(),
        version: version.to_owned(),
        hash: "ab".repeat(32),
        text: "[pack]\n".to_owned(),
        signature: "c2lnbmVk".to_owned(),
        signed_by: "headquarters".to_owned(),
        installed_at: NOW,
    }
}

/// Writes something into every table.
pub(crate) fn fill(store: &Store) {
    initialise(store);
    let card =
        settings::CentreCard { name_zh: "成都服务中心".to_owned(), ..settings::CentreCard::default() };
    store.transact(act(1), |tx| settings::describe_centre(tx, &card)).unwrap();
    store.transact(act(1), |tx| pack::install(tx, &pack_of("2027.1"))).unwrap();
    receive(store, 1, &unit("JP2409-00001")).unwrap();
    receive(store, 2, &unit("JP2409-00002")).unwrap();
    let mut corrected = intake::by_id(store, ticket_id(1)).unwrap().unwrap();
    corrected.intake = everything_filled("JP2409-00001");
    corrected.conflicts = vec![Conflict::ClaimDateFromReceipt];
    store
        .transact(act(3), |tx| {
            intake::amend(
                tx,
                ticket_id(1),
                &corrected.statement(),
                &Why { reason: "seen later", second: None },
            )
        })
        .unwrap();
    store.transact(act(4), |tx| ticket::transition(tx, ticket_id(2), cancelled("received twice"))).unwrap();
    store.transact(act(5), |tx| verdict::save(tx, &saved_verdict(1))).unwrap();
    fill_receiving(store);
    store.transact(act(6), |tx| paper::add(tx, &application(1))).unwrap();
    store.transact(act(7), |tx| paper::printed(tx, application(1).id, "Office", NOW)).unwrap();
    let photo = photo(1, Owner::Ticket(ticket_id(1)));
    store.transact(act(8), |tx| attachment::add(tx, &photo, &mut Cursor::new(b"a photo"))).unwrap();
    store.transact(act(10), |tx| attachment::remove(tx, photo.id, NOW)).unwrap();
    store.transact(act(11), |tx| attachment::restore(tx, photo.id)).unwrap();
    let moved = Customer { address: "成都市武侯区".to_owned().into(), ..li_lei() };
    store.transact(act(12), |tx| customer::update(tx, customer_id(1), &moved)).unwrap();
    store.transact(act(13), people).unwrap();
    store.transact(act(17), quotes).unwrap();
    store.transact(act(17), crate::parts::parts).unwrap();
    store.transact(act(14), parcel).unwrap();
    store.transact(act(17), question).unwrap();
    fill_life(store);
    store.transact(act(17), crate::bench::measured).unwrap();
    store.transact(act(15), crate::asked::asked_and_said).unwrap();
    store.transact(act(17), crate::departure::fill).unwrap();
    let sales = [sale("JP2409-00001", "李雷"), sale("JP2409-00009", "韩梅梅")];
    store.transact(act(9), |tx| bring_in(tx, register_file(1), &sales)).unwrap();
    store.transact(act(13), |tx| bring_in_models(tx, models_file(2), &[model("NV-640")], true)).unwrap();
    let local: Result<_, StoreError> = store.transact_local(|tx| {
        settings::set(tx, "language", &serde_json::json!("zh-CN"), NOW)?;
        user::count_wrong_pin(tx, user_id(1), NOW)?;
        draft::save(tx, draft_id(1), &serde_json::json!({"serial": "JP2409-00003"}), NOW)
    });
    local.unwrap();
}

/// A quote that was answered by telephone, one that a later revision replaced, and drafts that were not issued.
fn quotes(tx: &Tx<'_>) -> Result<(), StoreError> {
    let id = |n: u128| QuoteId::new(Uuid::from_u128(0x90_0000 + n));
    let issued_on = "2026-03-03".parse().unwrap();
    for n in 1..=2 {
        quote::save(tx, id(n), ticket_id(1), &quote_terms())?;
        quote::review(tx, id(n), "李娜", "not the transport")?;
        quote::issue(tx, id(n), issued_on)?;
    }
    let answer = QuoteAnswer {
        choice: QuoteChoice::Accept { alternative: 0, lines: vec![0] },
        who: "李雷".to_owned().into(),
        on: issued_on,
        how: AnswerHow::Phone,
        words: "修吧".to_owned().into(),
        scan: None,
    };
    quote::answer(tx, id(2), &answer)?;
    quote::save(tx, id(3), ticket_id(1), &quote_terms())?;
    quote::discard(tx, id(3))?;
    quote::save(tx, id(4), ticket_id(1), &quote_terms())
}

/// One repair for a charge, or the unit back as it came.
pub(crate) fn quote_terms() -> QuoteTerms {
    let labour = QuoteLine {
        kind: LineKind::Labour,
        code: "L-01".to_owned(),
        name_zh: "工时费".to_owned(),
        name_en: "Labour".to_owned(),
        quantity: 1,
        unit_minor: 30_000,
    };
    QuoteTerms {
        currency: Currency::yuan(),
        is_tax_included: Some(true),
        valid_until: "2026-04-01".parse().unwrap(),
        alternatives: vec![Alternative {
            kind: AlternativeKind::Repair,
            title: "更换电源板".to_owned(),
            lines: vec![labour],
        }],
        note: String::new(),
        exception: None,
    }
    .tidy()
}

/// A question that a verdict asked, with every reply in turn.
fn question(tx: &Tx<'_>) -> Result<(), StoreError> {
    let asked = NewDecision {
        id: DecisionId::new(Uuid::from_u128(0xdec0)),
        ticket: ticket_id(1),
        kind: DecisionKind::Exception,
        clause: "3.2".to_owned(),
        reading: Some(9),
        remedies: vec![Remedy::Exchange],
        excuses: vec![Excuse::Accessories],
        evidence: vec![DecisionEvidence::Fact { name: "sale_kind".to_owned() }],
        words: "sold at the full price".to_owned(),
        asked_by: "desk".to_owned(),
        asked_of: Role::Adjudicator,
        asked_at: NOW,
        due_on: date("2026-11-25"),
        verdict: Some(saved_verdict(1).id),
    };
    decision::ask(tx, &asked)?;
    let replies = [
        DecisionReply::AskBack,
        DecisionReply::Explain,
        DecisionReply::Refuse,
        DecisionReply::TakeBack,
        DecisionReply::Accept,
    ];
    for (place, reply) in (0_u8..).zip(replies) {
        let known = decision::by_id(tx, asked.id)?.unwrap();
        let state = known.state.after(reply).unwrap();
        let said = Reply {
            id: DecisionReplyId::new(Uuid::from_u128(0xdec1 + u128::from(place))),
            reply,
            reason: "the invoice says so".to_owned(),
            replied_by: "desk".to_owned(),
            replied_at: NOW + i64::from(place),
            by_phone: Some(("陈".to_owned(), NOW)),
            second: "李娜".to_owned(),
        };
        decision::reply(tx, &known, &said, state)?;
    }
    let known = decision::by_id(tx, asked.id)?.unwrap();
    decision::set_standing(tx, &known, false, &[])?;
    let lapsed = decision::by_id(tx, asked.id)?.unwrap();
    decision::set_standing(tx, &lapsed, true, &asked.remedies)?;
    for (place, is_withdrawn) in [(0xde00_u128, true), (0xde01, false)] {
        let other = NewDecision { id: DecisionId::new(Uuid::from_u128(place)), ..asked.clone() };
        decision::ask(tx, &other)?;
        let known = decision::by_id(tx, other.id)?.unwrap();
        if is_withdrawn {
            let said = Reply {
                id: DecisionReplyId::new(Uuid::from_u128(place + 0x10)),
                reply: DecisionReply::Withdraw,
                reason: "asked by mistake".to_owned(),
                replied_by: "desk".to_owned(),
                replied_at: NOW,
                by_phone: None,
                second: String::new(),
            };
            decision::reply(tx, &known, &said, DecisionState::Withdrawn)?;
        } else {
            decision::no_longer_asked(tx, &known, NOW)?;
        }
    }
    Ok(())
}

/// A parcel with an announced unit that came out damaged and became a work order, and one that was a mistake.
fn parcel(tx: &Tx<'_>) -> Result<(), StoreError> {
    let id = consignment_id(1);
    let mut card = Consignment::received_on("2026-03-02".parse().unwrap());
    card.waybill = Waybill::parse("SF1234567890123").ok();
    consignment::receive(tx, id, &card)?;
    card.freight = Some(Freight::Collect { amount_minor: Some(2_300), currency: "CNY".to_owned() });
    consignment::amend(tx, id, &card)?;
    consignment::share(tx, id, Some(customer_id(1)), &serde_json::json!({ "channel": "dealer" }))?;
    let line = |n: u128, place: u32, is_announced: bool| NewLine {
        id: ConsignmentLineId::new(Uuid::from_u128(0x11e0 + n)),
        place,
        line: Line {
            serial: SerialNumber::parse(&format!("JP2409-0000{n}")).ok(),
            model: String::new(),
            is_announced,
            is_here: !is_announced,
            damage: String::new(),
        },
        draft: None,
    };
    let mut known = consignment::add_line(tx, id, line(1, 0, true))?;
    (known.arrived_at, known.ticket) = (Some(NOW), Some(ticket_id(1)));
    "cracked".clone_into(&mut known.line.damage);
    consignment::set_line(tx, id, &known)?;
    let mistake = consignment::add_line(tx, id, line(2, 1, false))?;
    consignment::remove_line(tx, id, mistake.id, NOW)?;
    consignment::close(tx, id, NOW)?;
    consignment::reopen(tx, id)
}

pub(crate) fn consignment_id(n: u128) -> ConsignmentId {
    ConsignmentId::new(Uuid::from_u128(0xc0e0 + n))
}

/// Somebody with PIN and badge.
fn people(tx: &Tx<'_>) -> Result<(), StoreError> {
    let li_na = User { id: user_id(1), name: "李娜".to_owned(), role: Role::Manager, is_active: true };
    user::save(tx, &li_na)?;
    place::begin(tx)?;
    let shelf = shelf();
    place::save(tx, &shelf)?;
    custody::arrive(tx, ticket_id(1), shelf.id, None, NOW)?;
    let bench = place::by_code(tx, &PlaceCode::parse("BENCH").unwrap())?.unwrap();
    let to_bench = |is_undo| Move { ticket: ticket_id(1), to: &bench, holder: Some(li_na.id), is_undo };
    custody::move_unit(tx, to_bench(false))?;
    custody::move_unit(tx, to_bench(true))?;
    let stocktake = StocktakeId::new(Uuid::from_u128(0x57c0));
    stocktake::begin(tx, stocktake, Some(shelf.id), "desk", NOW)?;
    let scanned = Scanned {
        code: "JP2409-00001".to_owned(),
        ticket: Some(ticket_id(1)),
        place: Some(shelf.id),
        at_ms: NOW,
    };
    stocktake::scan(tx, stocktake, &scanned)?;
    let open = stocktake::open(tx)?.unwrap();
    stocktake::finish(
        tx,
        &open,
        Figures { found: 1, missing: 1, unexpected: 1, unknown: 1 },
        &[ticket_id(2)],
    )?;
    user::set_pin(tx, li_na.id, "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA")?;
    user::set_badge(tx, li_na.id, Some(&[9; 32]))
}

/// A shelf with a label.
fn shelf() -> Place {
    Place {
        id: PlaceId::new(Uuid::from_u128(0x51ef)),
        code: PlaceCode::parse("A-03").unwrap(),
        name: "left of the door".to_owned(),
        kind: PlaceKind::Shelf,
        is_active: true,
    }
}

pub(crate) fn user_id(n: u128) -> UserId {
    UserId::new(Uuid::from_u128(0x05e0 + n))
}

/// A cancellation.
pub(crate) const fn cancelled(note: &str) -> Transition<'_> {
    Transition { note, ..Transition::of(Event::Cancel, Status::ToBeDiagnosed, Status::Cancelled) }
}

/// What was decided for the customer and of the hardware.
fn fill_life(store: &Store) {
    let record = intake::by_id(store, ticket_id(1)).unwrap().unwrap();
    let decided = Resolved {
        id: ResolutionId::new(Uuid::from_u128(0xb000)),
        resolution: Some(Resolution::ReturnUnrepaired),
        reason: Some(UnrepairedReason::CustomerWish),
        note: "as it came".to_owned(),
        choice: Some(Choice {
            who: "李雷".to_owned().into(),
            on: NaiveDate::from_ymd_opt(2026, 3, 4).unwrap(),
            words: "请原样寄回".to_owned().into(),
        }),
        decided_by: "desk".to_owned(),
        decided_at: NOW,
    };
    let customer = record.customer_id;
    store.transact(act(40), |tx| resolution::decide(tx, ticket_id(1), customer, &decided, false)).unwrap();
    let disposed = Disposed {
        id: DispositionId::new(Uuid::from_u128(0xb001)),
        disposition: Some(Disposition::Return),
        note: String::new(),
        decided_by: "desk".to_owned(),
        decided_at: NOW,
    };
    store.transact(act(41), |tx| disposition::decide(tx, ticket_id(1), &disposed, false)).unwrap();
    store.transact(act(42), |tx| ticket::assign(tx, ticket_id(1), Some(user_id(1)), false)).unwrap();
    let (began, from) = (Status::UnderDiagnosis, Status::ToBeDiagnosed);
    let begin = Transition { note: "at once", ..Transition::of(Event::StartDiagnosis, from, began) };
    store.transact(act(42), |tx| ticket::transition(tx, ticket_id(1), begin)).unwrap();
    store
        .transact(act(43), |tx| {
            let undone = Transition { from: began, to: from, note: "", is_undo: true, ..begin };
            ticket::transition(tx, ticket_id(1), undone)?;
            ticket::assign(tx, ticket_id(1), None, true)?;
            resolution::decide(
                tx,
                ticket_id(1),
                customer,
                &Resolved { id: ResolutionId::new(Uuid::from_u128(0xb002)), ..decided },
                true,
            )?;
            disposition::decide(
                tx,
                ticket_id(1),
                &Disposed { id: DispositionId::new(Uuid::from_u128(0xb003)), ..disposed },
                true,
            )
        })
        .unwrap();
}

/// A number given beforehand, a party, a decision on who a unit is and a new label.
fn fill_receiving(store: &Store) {
    let given = NewAuthorisation {
        id: AuthorisationId::new(Uuid::from_u128(0xa000)),
        issued_by: IssuedBy::Enquiry,
        serial: None,
        customer: Some(customer_id(2)),
        note: "may send it in".to_owned(),
    };
    store.transact(act(13), |tx| authorisation::issue(tx, &given)).unwrap();
    let record = intake::by_id(store, ticket_id(1)).unwrap().unwrap();
    let parties = BTreeMap::from([(PartyRole::Payer, customer_id(2))]);
    let statement = Statement { parties: &parties, ..record.statement() };
    store.transact(act(14), |tx| intake::amend(tx, ticket_id(1), &statement, &Why::default())).unwrap();
    let decision = IdentityDecision {
        id: IdentityId::new(Uuid::from_u128(0xa001)),
        decision: Decision::Confirmed,
        serial: Some(record.intake.serial.clone()),
        sources: vec![Reading { source: SecondSource::Board, read: "00001".to_owned() }],
        note: String::new(),
        decided_by: "desk".to_owned(),
        decided_at: NOW,
    };
    store.transact(act(15), |tx| identity::decide(tx, ticket_id(1), &decision)).unwrap();
    let label = Relabelling {
        id: RelabellingId::new(Uuid::from_u128(0xa002)),
        ticket: ticket_id(1),
        rma: record.rma.clone(),
        note: "torn".to_owned(),
        done_by: "desk".to_owned(),
        done_at: NOW,
    };
    store.transact(act(16), |tx| identity::relabel(tx, &record.intake.serial, &label)).unwrap();
}

pub(crate) fn draft_id(n: u128) -> DraftId {
    DraftId::new(Uuid::from_u128(0xd000 + n))
}

pub(crate) fn saved_verdict(n: u128) -> SavedVerdict {
    SavedVerdict {
        id: VerdictId::new(Uuid::from_u128(0x7000 + n)),
        ticket: ticket_id(n),
        made_at: NOW,
        facts: serde_json::json!({"product_class": "terminal", "findings": ["product_fault"]}),
        verdict: serde_json::json!({"outside_policy": false, "excluded_by": []}),
        policy_id: "commitment".to_owned(),
        policy_version: "1".to_owned(),
        policy_hash: "policy".to_owned(),
        calendar_hash: "calendar".to_owned(),
    }
}

pub(crate) fn application(n: u128) -> NewPaper<'static> {
    NewPaper {
        id: PaperId::new(Uuid::from_u128(0x9000 + n)),
        of: PaperOf::Ticket(ticket_id(n)),
        form: "application",
        language: "both",
        pages: 2,
        pdf: b"%PDF-1.7 a paper",
        at_ms: NOW,
    }
}

pub(crate) fn photo(n: u128, owner: Owner) -> NewAttachment<'static> {
    NewAttachment {
        id: AttachmentId::new(Uuid::from_u128(0xb000 + n)),
        owner,
        name: "photo.jpg",
        media_type: "image/jpeg",
        shows: None,
        thumbnail: Some(b"small"),
        at_ms: NOW,
    }
}

pub(crate) fn register_file(n: u128) -> ImportFile<'static> {
    ImportFile { id: ImportId::new(Uuid::from_u128(0xe000 + n)), name: "sales.csv", hash: [7; 32] }
}

pub(crate) fn models_file(n: u128) -> ImportFile<'static> {
    ImportFile { name: "models.csv", ..register_file(n) }
}

/// Brings sales in, each as the row of its place, headings counted.
pub(crate) fn bring_in(
    tx: &Tx<'_>,
    file: ImportFile<'_>,
    sales: &[Sale],
) -> Result<registry::Import, StoreError> {
    let mut importing = registry::begin(tx, file)?;
    for (sale, row) in sales.iter().zip(2..) {
        importing.say(row, sale)?;
    }
    importing.finish(sales.len() as u64, 0)
}

pub(crate) fn bring_in_models(
    tx: &Tx<'_>,
    file: ImportFile<'_>,
    models: &[Model],
    is_complete: bool,
) -> Result<MasterImport, StoreError> {
    let mut importing = master::begin(tx, MasterKind::Model, file, is_complete)?;
    for (model, row) in models.iter().zip(2..) {
        importing.say(row, &model.key(), |_: Option<&Model>| Ok::<_, StoreError>(model.clone()))?;
    }
    importing.finish(models.len() as u64, 0)
}

pub(crate) fn model(code: &str) -> Model {
    Model {
        code: code.to_owned(),
        name_zh: "手持夜视仪".to_owned(),
        product_class: Some(ProductClass::Terminal),
        kit: vec!["battery".to_owned()],
        serial_pattern: SerialPattern::parse("JP####-#####").ok(),
        ..Model::default()
    }
}

pub(crate) fn sale(serial: &str, customer: &str) -> Sale {
    Sale {
        serial: SerialNumber::parse(serial).unwrap(),
        model: "NV-640".to_owned(),
        product_class: Some(ProductClass::Terminal),
        contract_date: None,
        voucher_date: Some(date("2026-03-02")),
        sale_kind: Some(SaleKind::Normal),
        dealer: String::new(),
        customer: customer.to_owned().into(),
        phone: String::new().into(),
    }
}
