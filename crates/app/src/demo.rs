//! A realistic station to show, measure and test with: a sales register with the dirt real files have, and
//! units received over the last weeks. The same seed and day always give the same content. No person, phone
//! number or address in it is real.

mod enquiry;
mod file;
mod house;
mod life;
mod masters;
mod parcel;
mod past;
mod stock;

pub use file::RegisterFile;

use crate::draft::{DraftReport, IntakeDraft};
use crate::error::AppError;
use crate::intake::{self, ReceiveRequest};
use crate::ports::{Clock, Ports};
use crate::registry::{self, ImportRequest, OpenRequest};
use crate::settings::{self, Settings};
use crate::station::{self, App, CentreCard, Init};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc};
use nightbench_domain::customer::Customer;
use nightbench_domain::intake::{Accessory, Channel, Presence, default_accessories};
use nightbench_domain::unit::ProductClass;
use nightbench_eligibility::facts::Documents;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// One unit in so many is at the centre.
const UNITS_PER_TICKET: u32 = 20;

/// Rows of one file of the register: well below what an import takes at once.
const UNITS_PER_FILE: u32 = 250_000;

/// What a demonstration made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demo {
    /// Rows of the register.
    pub units: u32,
    /// Work orders, those given back among them.
    pub tickets: u32,
}

/// Fills an empty data directory: a centre with four people and a dozen shelves, a register of `units` rows, for each
/// twentieth a received unit on some stage of its way, units that were repaired and given back in the months before, parcels
/// and enquiries.
///
/// # Errors
/// When the directory holds a station already, or the store cannot be written.
pub fn fill(data: &Path, units: u32, seed: u64, today: NaiveDate) -> Result<Demo, AppError> {
    let clock = DemoClock::at(today);
    let ports = Ports { clock: Box::new(clock.clone()), ..Ports::system() };
    let app = App::open(data, ports)?;
    station::init(&app, Init { centre: "CD01".to_owned() })?;
    station::describe(&app, centre_card())?;
    let settings = settings::get(&app, ())?;
    settings::set(&app, Settings { actor: house::TECHNICIAN.to_owned(), ..settings })?;
    let house = house::furnish(&app)?;
    masters::bring_in(&app, units, today)?;
    let parts = stock::fill(&app)?;
    let registered = register(&app, units, seed, today)?;
    let mut dice = Dice::new(seed ^ 0x1a7e);
    let given_back = past::given_back(&app, &clock, &mut dice, units, today)?;
    let mut tickets = 0;
    for _ in 0..units / UNITS_PER_TICKET {
        let unit = Unit::roll(&mut dice, units, today);
        // Most units are a week or two in the house; a few are forgotten.
        let days_ago = if dice.below(14) == 0 { 20 + dice.below(18) } else { dice.below(19) };
        let received_on = today.checked_sub_days(Days::new(u64::from(days_ago))).unwrap_or(today);
        clock.set(received_on);
        let mut draft = received(&mut dice, &unit, received_on);
        if life::has_papers(tickets + 1) {
            draft.facts.documents = Some(
                Documents { warranty_certificate: Some(true.into()), purchase_proof: Some(true.into()) }
                    .into(),
            );
        }
        let accessories = draft.accessories.clone();
        match intake::receive(&app, ReceiveRequest { draft_id: None, intake: draft }) {
            Ok(received) => {
                tickets += 1;
                house.put(&app, received.value.id, unit.voucher_date.ordinal0())?;
                // One in six waits for a part, or has it kept.
                if tickets % 6 == 0 {
                    stock::need(&app, &parts, received.value.id, unit.voucher_date.ordinal0(), today)?;
                }
                // What is measured here is measured on terminals.
                if unit.class == ProductClass::Terminal {
                    let number = (tickets, accessories.as_slice());
                    life::live(&app, &clock, received.value.id, number, (received_on, today))?;
                }
            }
            // The dice may choose a unit twice; it is here already then.
            Err(AppError::OpenTicket { .. }) => {}
            Err(other) => return Err(other),
        }
    }
    let days_ago = |days| today.checked_sub_days(Days::new(days)).unwrap_or(today);
    clock.set(days_ago(3));
    tickets += parcel::unpacked(&app, &mut dice, units, today)?;
    clock.set(days_ago(1));
    enquiry::asked(&app, &mut dice, units, today)?;
    parcel::unopened(&app, &mut dice, units, today)?;
    Ok(Demo { units: registered, tickets: given_back + tickets })
}

/// Brings the register in, in as many files as their size asks for. Returns the rows that were imported.
fn register(app: &App, units: u32, seed: u64, today: NaiveDate) -> Result<u32, AppError> {
    let mut dice = Dice::new(seed);
    let mut imported = 0;
    let mut from = 0;
    while from < units {
        let to = units.min(from.saturating_add(UNITS_PER_FILE));
        let base64 = STANDARD.encode(csv_of(&mut dice, from..to, today));
        let file = registry::open(app, OpenRequest { name: "demo-register.csv".to_owned(), base64 })?;
        imported += registry::import(app, ImportRequest { file: file.look.file })?.value.imported;
        from = to;
    }
    Ok(imported)
}

/// A sales register as factories send them, as CSV with Chinese headings: about one row in 25 is dirty in a way
/// real files are.
#[must_use]
pub fn register_csv(units: u32, seed: u64, today: NaiveDate) -> String {
    csv_of(&mut Dice::new(seed), 0..units, today)
}

fn csv_of(dice: &mut Dice, units: Range<u32>, today: NaiveDate) -> String {
    let mut csv =
        String::from("出厂销售台账\n序列号,型号,产品类别,合同日期,购买日期,销售类型,经销商,客户,电话\n");
    for number in units {
        let unit = Unit::numbered(dice, number, today);
        let dirt = dice.below(100);
        let serial = match dirt {
            0 => unit.serial.chars().map(full_width).collect(),
            1 => format!("  {} ", unit.serial.to_lowercase()),
            _ => unit.serial.clone(),
        };
        let date = |date: NaiveDate, dice: &mut Dice| match dice.below(12) {
            0 => date.format("%Y/%-m/%-d").to_string(),
            1 => date.format("%Y年%-m月%-d日").to_string(),
            2 => date.format("%Y%m%d").to_string(),
            _ => date.to_string(),
        };
        let contract = unit.contract_date.map(|day| date(day, dice)).unwrap_or_default();
        let voucher = if dirt == 2 { "待补".to_owned() } else { date(unit.voucher_date, dice) };
        let class = match (dirt, unit.class) {
            (3, _) => "",
            (_, ProductClass::Terminal) => "整机",
            (_, ProductClass::Module) => "机芯",
            (_, ProductClass::Detector) => "探测器",
        };
        let sale = if dirt == 4 { "赠送" } else { unit.sale };
        csv.push_str(&format!(
            "{serial},{},{class},{contract},{voucher},{sale},{},{},{}\n",
            unit.model, unit.dealer, unit.customer, unit.phone
        ));
        match dirt {
            // The same row twice, and the same serial with another model.
            5 => csv.push_str(&format!(
                "{serial},{},{class},{contract},{voucher},{sale},{},{},{}\n",
                unit.model, unit.dealer, unit.customer, unit.phone
            )),
            6 if dice.below(4) == 0 => csv.push_str(&format!("{serial},NV-XXX,,,,,,,\n")),
            7 if dice.below(4) == 0 => csv.push_str(",,,,,,,,\n"),
            // Somebody typed a letter for a digit.
            8 if dice.below(3) == 0 => {
                let misread = unit.serial.replacen('0', "O", 1);
                csv.push_str(&format!("{misread},{},{class},,{},,,,\n", unit.model, unit.voucher_date));
            }
            _ => {}
        }
    }
    csv
}

fn centre_card() -> CentreCard {
    CentreCard {
        name_zh: "成都服务中心".to_owned(),
        name_en: "Chengdu Service Centre".to_owned(),
        address_zh: "四川省成都市示范路 1 号 夜视售后服务中心".to_owned(),
        address_en: "Night Vision After-sales Service, 1 Demonstration Road, Chengdu, Sichuan".to_owned(),
        phone: "400 661 8812".to_owned(),
        hours: "09:00–18:00".to_owned(),
        ..CentreCard::default()
    }
}

struct Unit {
    serial: String,
    model: &'static str,
    class: ProductClass,
    contract_date: Option<NaiveDate>,
    voucher_date: NaiveDate,
    sale: &'static str,
    dealer: &'static str,
    customer: String,
    phone: String,
}

impl Unit {
    /// A unit of the register, chosen by the dice.
    fn roll(dice: &mut Dice, units: u32, today: NaiveDate) -> Self {
        let number = dice.below(units.max(1));
        Self::numbered(dice, number, today)
    }

    /// The unit's serial, model and dates follow from its number, so that the register and the intake agree; the
    /// people are the dice's.
    fn numbered(dice: &mut Dice, number: u32, today: NaiveDate) -> Self {
        let mut own = Dice::new(0x5e71_a100 + u64::from(number));
        let (model, class) = *own.pick(&MODELS, &("NV-640", ProductClass::Terminal));
        let age = own.below(1_000);
        let voucher_date = today.checked_sub_days(Days::new(u64::from(age) + 3)).unwrap_or(today);
        let made = voucher_date.checked_sub_days(Days::new(40)).unwrap_or(voucher_date);
        let serial = format!("JP{:02}{:02}-{number:05}", made.year() % 100, made.month());
        let contract_date = (own.below(4) == 0).then(|| {
            voucher_date.checked_sub_days(Days::new(u64::from(own.below(9)))).unwrap_or(voucher_date)
        });
        let sale = match own.below(40) {
            0 | 1 => "特价",
            2 => "特价样机",
            3 => "借用",
            _ => "正常",
        };
        let dealer = own.pick(&DEALERS, &"");
        let customer = if dice.below(6) == 0 {
            (*dice.pick(&COMPANIES, &"")).to_owned()
        } else {
            format!("{}{}", dice.pick(&SURNAMES, &""), dice.pick(&GIVEN_NAMES, &""))
        };
        let phone = format!("1390000{:04}", dice.below(10_000));
        Self { serial, model, class, contract_date, voucher_date, sale, dealer, customer, phone }
    }
}

fn received(dice: &mut Dice, unit: &Unit, received_on: NaiveDate) -> IntakeDraft {
    let said = |dice: &mut Dice| {
        if dice.below(5) == 0 { serde_json::Value::Null } else { (dice.below(12) != 0).into() }
    };
    let facts = serde_json::json!({
        "purchase": { "voucher_date": unit.voucher_date, "contract_date": unit.contract_date },
        "sale_kind": match unit.sale {
            "特价" => "special_price",
            "特价样机" => "prototype_special_price",
            "借用" => "borrowed",
            _ => "normal",
        },
        "claim_object": "whole",
        "documents": { "warranty_certificate": said(dice), "purchase_proof": said(dice) },
        "serial": { "label": "readable", "matches": true },
        "authorised_source": true,
        "return_consent": true,
    });
    let accessories = default_accessories(unit.class)
        .iter()
        .map(|item| Accessory {
            item: (*item).to_owned(),
            state: match dice.below(8) {
                0 => Presence::Missing,
                1 => Presence::NotChecked,
                _ => Presence::Present,
            },
        })
        .collect();
    IntakeDraft {
        serial: unit.serial.clone(),
        model: unit.model.to_owned(),
        product_class: Some(unit.class),
        symptom: (*dice.pick(&SYMPTOMS, &"")).to_owned(),
        customer: Customer {
            name: unit.customer.clone().into(),
            phone: unit.phone.clone().into(),
            ..Customer::default()
        },
        received_on: Some(received_on),
        channel: Some(if dice.below(2) == 0 { Channel::Courier } else { Channel::Counter }),
        dealer: unit.dealer.to_owned(),
        // Most come with their form; what does not owes it (4.2).
        paper_form: Some(dice.below(9) != 0),
        first_reported: DraftReport {
            on: received_on.checked_sub_days(Days::new(u64::from(dice.below(5)))),
            to: (*dice.pick(&REPORTED_TO, &"")).to_owned(),
            ..DraftReport::default()
        },
        accessories,
        facts: serde_json::from_value(facts).unwrap_or_default(),
        ..IntakeDraft::default()
    }
}

fn full_width(c: char) -> char {
    if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c) } else { c }
}

/// The clock of the demonstration: nine in the morning, UTC+8, of the day a unit came in.
#[derive(Clone)]
struct DemoClock(Arc<AtomicI64>);

impl DemoClock {
    fn at(day: NaiveDate) -> Self {
        let clock = Self(Arc::new(AtomicI64::new(0)));
        clock.set(day);
        clock
    }

    fn set(&self, day: NaiveDate) {
        let one = NaiveTime::from_hms_opt(1, 0, 0).unwrap_or_default();
        self.0.store(day.and_time(one).and_utc().timestamp_millis(), Ordering::Relaxed);
    }
}

impl Clock for DemoClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0.load(Ordering::Relaxed)).unwrap_or_default()
    }
}

/// A small generator (SplitMix64): repeatable, and good enough for a demonstration.
struct Dice(u64);

impl Dice {
    const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        u32::try_from(z % u64::from(limit.max(1))).unwrap_or_default()
    }

    fn pick<'a, T>(&mut self, items: &'a [T], otherwise: &'a T) -> &'a T {
        let place = self.below(u32::try_from(items.len()).unwrap_or(u32::MAX));
        items.get(usize::try_from(place).unwrap_or_default()).unwrap_or(otherwise)
    }
}

const MODELS: [(&str, ProductClass); 8] = [
    ("NV-640 手持热像仪", ProductClass::Terminal),
    ("NV-640 手持热像仪", ProductClass::Terminal),
    ("NV-200 单目夜视仪", ProductClass::Terminal),
    ("NV-100 单目夜视仪", ProductClass::Terminal),
    ("NV-35 瞄准热像仪", ProductClass::Terminal),
    ("TM-640 红外机芯", ProductClass::Module),
    ("TM-384 红外机芯", ProductClass::Module),
    ("TD-1280 红外探测器", ProductClass::Detector),
];
const DEALERS: [&str; 6] = [
    "成都夜行者户外",
    "北京林海光电",
    "上海远望仪器",
    "深圳微光科技",
    "Nordlicht Optik GmbH",
    "Owl Outdoor Supply",
];
const COMPANIES: [&str; 4] = [
    "卧龙山自然保护区管理处",
    "蓉城应急救援队",
    "Müller Jagdbedarf GmbH & Co. KG",
    "长江航道巡查有限责任公司",
];
const SURNAMES: [&str; 12] = ["李", "王", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "欧阳", "司马"];
const GIVEN_NAMES: [&str; 12] =
    ["雷", "敏", "伟", "芳", "静", "强", "磊", "洋", "艳", "晓东", "思远", "佳怡"];
const SYMPTOMS: [&str; 8] = [
    "开机后画面左上角坏点成片,温度越高越明显",
    "无法开机,充电指示灯不亮",
    "图像有竖条纹,校正后仍在",
    "对焦环卡滞,远处无法对焦",
    "使用约二十分钟后自动关机",
    "Display stays dark, recording still works",
    "物镜内侧起雾",
    "激光测距无读数",
];
const REPORTED_TO: [&str; 3] = ["经销商", "400 热线", "前台"];

#[cfg(test)]
mod tests {
    use super::{Dice, csv_of, register_csv};
    use chrono::NaiveDate;

    #[test]
    fn the_same_seed_gives_the_same_register() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        assert_eq!(register_csv(300, 7, today), register_csv(300, 7, today));
        assert_ne!(register_csv(300, 7, today), register_csv(300, 8, today));
    }

    #[test]
    fn a_register_in_several_files_holds_the_rows_of_the_whole() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let mut dice = Dice::new(7);
        let parts = [csv_of(&mut dice, 0..100, today), csv_of(&mut dice, 100..300, today)];
        let rows = |csv: &str| csv.lines().skip(2).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(
            parts.iter().flat_map(|part| rows(part)).collect::<Vec<_>>(),
            rows(&register_csv(300, 7, today))
        );
    }
}
