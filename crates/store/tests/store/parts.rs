//! Parts on stock and what work orders need of them, the unit given for another, and what is refunded.

use crate::common::{fill, open, ticket_id};
use nightbench_domain::comparison::compare;
use nightbench_domain::id::{ExchangeId, PartId, PartLineId, RefundId};
use nightbench_domain::ledger::RepairTerms;
use nightbench_domain::model::Specification;
use nightbench_domain::money::Currency;
use nightbench_domain::part::{PartCard, PartLineState, Stock};
use nightbench_domain::serial::SerialNumber;
use nightbench_store::exchange::{self, ExchangeRecord};
use nightbench_store::part::{self, LineMove, LineRecord};
use nightbench_store::refund::{self, RefundRecord};
use nightbench_store::{StoreError, Tx};
use tempfile::TempDir;
use uuid::Uuid;

fn part_id() -> PartId {
    PartId::new(Uuid::from_u128(0xa0_0001))
}

fn line(n: u128, state: PartLineState) -> LineRecord {
    LineRecord {
        id: PartLineId::new(Uuid::from_u128(0xa1_0000 + n)),
        ticket: ticket_id(1),
        part: part_id(),
        quantity: 1,
        terms: RepairTerms::Warranty,
        state,
        expected_on: None,
        serial_old: String::new(),
        serial_new: String::new(),
        cost_minor: None,
        currency: Currency::yuan(),
    }
}

fn chosen(n: u128, serial: &str) -> ExchangeRecord {
    let netd = |value: &str| Specification {
        parameter: "NETD".to_owned(),
        value: value.to_owned(),
        unit: "mK".to_owned(),
    };
    ExchangeRecord {
        id: ExchangeId::new(Uuid::from_u128(0xa2_0000 + n)),
        ticket: ticket_id(1),
        serial: SerialNumber::parse(serial).unwrap(),
        model: "NV-641".to_owned(),
        model_old: "NV-640".to_owned(),
        compared: compare(&[netd("40")], &[netd("35")]),
        decision: None,
        chosen_by: "王强".to_owned(),
        chosen_at: 1_772_445_600_000,
    }
}

fn worked(n: u128) -> RefundRecord {
    RefundRecord {
        id: RefundId::new(Uuid::from_u128(0xa3_0000 + n)),
        ticket: ticket_id(1),
        serial: SerialNumber::parse("JP2409-00001").unwrap(),
        price_minor: 1_280_000,
        currency: Currency::yuan(),
        document: "invoice 04417, 2026-02-25".to_owned(),
        attachment: None,
        payer: "成都光学".to_owned(),
        worked_by: "王强".to_owned(),
        worked_at: 1_772_445_600_000,
    }
}

/// A part that came in, was counted, kept, awaited, put in and given back; a choice and a worksheet, each also taken back.
pub(crate) fn parts(tx: &Tx<'_>) -> Result<(), StoreError> {
    let card = PartCard {
        number: "PB-01".to_owned(),
        name_zh: "电源板".to_owned(),
        name_en: "Power board".to_owned(),
        position: "A-03".to_owned(),
        is_serialised: true,
        cost_minor: Some(21_000),
        currency: Currency::yuan(),
    };
    let stock = |on_hand, reserved| Stock::new(on_hand, reserved).unwrap();
    part::save(tx, part_id(), &card)?;
    part::receive(tx, part_id(), 3, stock(3, 0), "SF 1234")?;
    part::count(tx, part_id(), stock(2, 0), "one was broken")?;
    part::need(tx, &line(1, PartLineState::Reserved), Some(stock(2, 1)))?;
    part::need(tx, &line(2, PartLineState::Wanted), None)?;
    let expected =
        LineRecord { expected_on: Some("2026-03-09".parse().unwrap()), ..line(2, PartLineState::Wanted) };
    part::change(tx, &expected, None, LineMove::Expect, "")?;
    let kept = line(2, PartLineState::Reserved);
    part::change(tx, &kept, Some(stock(2, 2)), LineMove::Reserve, "")?;
    let issued = LineRecord {
        serial_old: "C-9".to_owned(),
        serial_new: "C-10".to_owned(),
        cost_minor: Some(21_000),
        ..line(1, PartLineState::Issued)
    };
    part::change(tx, &issued, Some(stock(1, 1)), LineMove::Issue, "")?;
    let released = line(2, PartLineState::Released);
    part::change(tx, &released, Some(stock(1, 0)), LineMove::Release, "not needed")?;
    exchange::choose(tx, &chosen(1, "JP2409-00900"))?;
    exchange::withdraw(tx, &chosen(1, "JP2409-00900"), "scratched")?;
    exchange::choose(tx, &chosen(2, "JP2409-00901"))?;
    refund::work(tx, &worked(1))?;
    refund::withdraw(tx, &worked(1), "another invoice")?;
    refund::work(tx, &worked(2))
}

#[test]
fn what_stands_is_read_back_and_what_was_taken_back_is_not() {
    let directory = TempDir::new().unwrap();
    let store = open(directory.path()).store;
    fill(&store);
    assert_eq!(exchange::of_ticket(&store, ticket_id(1)).unwrap(), Some(chosen(2, "JP2409-00901")));
    assert_eq!(exchange::by_serial(&store, &chosen(1, "JP2409-00900").serial).unwrap(), None);
    assert_eq!(refund::of_ticket(&store, ticket_id(1)).unwrap(), Some(worked(2)));
    assert_eq!(refund::by_serial(&store, &worked(2).serial).unwrap(), Some(worked(2)));
    let row = part::by_number(&store, "PB-01").unwrap().unwrap();
    assert_eq!((row.stock, row.wanted), (Stock::new(1, 0).unwrap(), 0));
    let there = part::holding(&store, part_id(), "C-10").unwrap().unwrap();
    assert_eq!((there.ticket, there.state), (ticket_id(1), PartLineState::Issued));
    assert_eq!(part::of_part(&store, part_id()).unwrap().len(), 1, "what was given back is over");
}
