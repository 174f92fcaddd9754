//! Forms as a bench would fill them: an ordinary one, the longest realistic one, one from Europe.

#![allow(dead_code, reason = "each test file prints some of the samples")]
#![allow(clippy::expect_used, reason = "the samples are valid")]

use chrono::{DateTime, FixedOffset, NaiveDate};
use nightbench_calendar::CalendarStatus;
use nightbench_domain::bench_catalogue::{Asked, StandardSource};
use nightbench_domain::bench_sheet::{FrameMoment, Instrument, Measured, SheetKind, SheetResult, Soak};
use nightbench_domain::claim::Remedy;
use nightbench_domain::customer::Customer;
use nightbench_domain::cycle::Cycle;
use nightbench_domain::decision::DecisionKind;
use nightbench_domain::disposition::Disposition;
use nightbench_domain::handover::{CollectionProof, HandoverWay};
use nightbench_domain::id::CentreCode;
use nightbench_domain::intake::{Accessory, Channel, FirstReported, Intake, Presence};
use nightbench_domain::measure::{Judgement, LimitKind};
use nightbench_domain::money::Currency;
use nightbench_domain::next::Next;
use nightbench_domain::party::Parties;
use nightbench_domain::payment::{PaymentKind, PaymentMethod};
use nightbench_domain::quote::{
    Alternative, AlternativeKind, ChargeException, ExceptionGround, LineKind, QuoteLine, QuoteTerms,
};
use nightbench_domain::resolution::{Choice, Resolution};
use nightbench_domain::rma::{RmaNumber, Series};
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::ticket::Status;
use nightbench_domain::unit::ProductClass;
use nightbench_domain::week::{Week, WeekCost, WeekFault, WeekLine, WeekTally};
use nightbench_eligibility::Explanation;
use nightbench_eligibility::facts::Facts;
use nightbench_eligibility::verdict::{ClauseId, FactName};
use nightbench_forms::application::{ApplicationForm, BlankForm, PurchasePaper, PurchasePapers};
use nightbench_forms::calibration::Calibration;
use nightbench_forms::centre::{Bilingual, Printed, ServiceCentre};
use nightbench_forms::code_sheet::{CodeLabel, CodeSheet};
use nightbench_forms::decision::{DecisionLetter, PersonsDecision};
use nightbench_forms::delivery::{DeliveredAccessory, DeliveryNote, Left, NotedPayment, ReplacedPart};
use nightbench_forms::determination::Determination;
use nightbench_forms::grid::SheetGrid;
use nightbench_forms::internal::InternalOrder;
use nightbench_forms::label::{LabelSheet, RollLabels, UnitLabel};
use nightbench_forms::mark::Mark;
use nightbench_forms::parcel::{Freight, ParcelReceipt, ParcelUnit};
use nightbench_forms::quote::QuoteForm;
use nightbench_forms::receipt::CustomerReceipt;
use nightbench_forms::refund::RefundWorksheet;
use nightbench_forms::report::{BenchReport, ReportFinding, ReportSheet};
use nightbench_forms::stock::LabelStock;
use nightbench_forms::tag::TagSheet;
use nightbench_forms::week::{NamedFault, WeekPaper, WeekParts, WeekTicket};
use serde_json::json;

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a civil date")
}

pub(crate) fn rma() -> RmaNumber {
    let centre = CentreCode::parse("CD01").expect("a centre code");
    RmaNumber::new(&centre, &Series::parse("A7K3M").expect("a series"), 412)
}

pub(crate) fn centre() -> ServiceCentre {
    ServiceCentre {
        name: Bilingual::new("成都售后服务中心", "Chengdu Service Centre"),
        address: Bilingual::new(
            "四川省成都市高新区天府大道中段 666 号 3 栋 1 层 售后收件处（610041）",
            "After-sales receiving, 1/F, Building 3, 666 Middle Tianfu Avenue, Chengdu 610041, China",
        ),
        phone: "028-8535 5966".to_owned(),
        hours: Bilingual::new("周一至周五 9:00–17:30", "Mon–Fri 9:00–17:30 (UTC+8)"),
    }
}

pub(crate) fn printed() -> Printed {
    let at = DateTime::<FixedOffset>::parse_from_rfc3339("2026-11-24T10:42:07+08:00").expect("an instant");
    Printed { at, station: "前台 1".to_owned() }
}

fn accessories(items: &[(&str, Presence)]) -> Vec<Accessory> {
    items.iter().map(|(item, state)| Accessory { item: (*item).to_owned(), state: *state }).collect()
}

pub(crate) fn intake() -> Intake {
    Intake {
        serial: SerialNumber::parse("JP2409-00417").expect("a serial number"),
        model: "NV-640 手持热像仪".to_owned(),
        product_class: ProductClass::Terminal,
        symptom: "开机后画面左上角坏点成片，温度越高越明显；重新校正无效。".to_owned(),
        customer: Customer {
            name: "李雷".to_owned().into(),
            phone: "139 8000 5966".to_owned().into(),
            company: "四川林业监测有限公司".to_owned().into(),
            email: "lilei@example.com".to_owned().into(),
            address: "四川省成都市武侯区人民南路四段 11 号 2 单元 1204 室".to_owned().into(),
        },
        received_on: day(2026, 11, 24),
        channel: Some(Channel::Courier),
        authorisation: None,
        dealer: "成都夜行者户外用品有限公司".to_owned(),
        first_reported: Some(FirstReported {
            on: day(2026, 11, 20),
            to: "售后热线（微信记录 1 张）".to_owned(),
            proof: String::new(),
        }),
        no_earlier_report: false,
        remote_attempts: "11-20 电话指导恢复出厂设置、升级固件 2.4.1，故障依旧。".to_owned(),
        accessories: accessories(&[
            ("battery", Presence::Present),
            ("charger", Presence::Present),
            ("data_cable", Presence::NotChecked),
            ("lens_cap", Presence::Present),
            ("strap", Presence::Missing),
            ("carrying_case", Presence::Present),
            ("manual", Presence::Present),
        ]),
        condition: "机身右侧轻微划痕，镜头完好，无进水痕迹。".to_owned(),
        purchase_document: "24512003".to_owned(),
        remedy_wanted: Some(Remedy::Exchange),
        paper_form: Some(true),
        calendar: None,
        consignment: None,
        label: None,
        parties: Parties::default(),
        damage: None,
        late_entry: None,
        owned_by_us: false,
    }
}

/// A verdict as the engine gives it for the ordinary sample: reported on day 23, cause not yet diagnosed.
pub(crate) fn determination() -> Determination {
    let answer = |outcome: &str, needs: &[&str], last_day: Option<&str>, clauses: &[&str]| {
        json!({
            "outcome": outcome, "needs": needs, "last_day": last_day, "nominal_last_day": last_day,
            "calendar_status": last_day.map(|_| "published"), "clauses": clauses, "unsigned": false,
        })
    };
    let verdict = json!({
        "case": null,
        "remedies": {
            "refund": answer("denied", &[], Some("2026-11-04"), &["3.3"]),
            "exchange": answer("needs", &["accessories", "diagnosis"], Some("2026-11-27"), &["3.2"]),
            "free_repair": answer("needs", &["diagnosis"], None, &["3.1", "2.T"]),
            "paid_repair": answer("needs", &["diagnosis"], None, &["1.2"]),
        },
        "outside_policy": false,
        "excluded_by": [],
        "cover": {
            "nominal_end": "2028-10-28", "last_covered_day": "2028-10-30", "calendar_status": "provisional",
        },
        "next_question": "accessories",
        "assumptions": ["contract_defaults"],
        "readings": [],
        "grounds": [{
            "id": "ground-refund_window_over", "clause": "3.3", "effect": "against", "remedies": ["refund"],
            "facts": ["purchase.voucher_date", "claim_date"], "decides": ["refund"],
            "args": { "last_day": "2026-11-04" },
        }],
        "notes": [],
        "policy": {
            "id": "jp", "version": "2026.1",
            "hash": "9f3a5d0c71b8e2464f0d6a9be1c35702d8f4ab6690c1e7532bd84f6a0195c2c2",
        },
        "calendar_hash": "41c07e9be55d2aa8f30b6d1947ce88126c5f0d7b2a9e4831b0d6f5c28e7a9134",
    });
    Determination {
        verdict: serde_json::from_value(verdict).expect("a verdict"),
        explanation: explanation(),
        claim_date: Some(day(2026, 11, 20)),
        reported_by: None,
    }
}

/// What would bring the exchange, as the engine tells it for the ordinary sample.
fn explanation() -> Explanation {
    let would_be = |remedy: &str, last_day: &str| {
        json!({
            "remedy": remedy, "id": "counterfactual-granted_until", "supplied": ["accessories", "diagnosis"],
            "facts": ["accessories_complete", "findings"], "outcome": "granted", "needs": [], "last_day": last_day,
        })
    };
    let told = [would_be("exchange", "2026-11-27"), would_be("free_repair", "2028-10-30")];
    serde_json::from_value(json!({ "counterfactuals": told, "readings": [] })).expect("an explanation")
}

pub(crate) fn application() -> ApplicationForm {
    ApplicationForm {
        rma: rma(),
        centre: centre(),
        intake: intake(),
        purchase: PurchasePapers {
            voucher: PurchasePaper { state: Presence::Present, date: Some(day(2026, 10, 28)) },
            contract: PurchasePaper { state: Presence::NotChecked, date: None },
            certificate: PurchasePaper { state: Presence::Present, date: Some(day(2026, 10, 28)) },
        },
        determination: Some(determination()),
        cycle: cycle(),
        marks: Vec::new(),
        customer_in_qr: true,
        printed: printed(),
    }
}

/// A 60-character company, a 120-character address, a 400-character symptom, 12 accessories.
pub(crate) fn longest() -> ApplicationForm {
    let mut form = application();
    let company = "新疆维吾尔自治区巴音郭楞蒙古自治州野生动物保护与森林草原防火应急指挥中心户外观测装备采购及维护服务有限责任公司";
    let address = "新疆维吾尔自治区巴音郭楞蒙古自治州和静县巴音布鲁克镇天鹅湖国家级自然保护区管理局野外观测站综合业务楼东侧附属设备库房二层二百一十四号房间（收件人不在时请放置于门卫值班室并电话联系保卫科值班人员代收登记，节假日期间请提前一天预约，谢谢配合）";
    let sentence = "夜间巡护连续开机约二十分钟后画面开始出现横向条纹并逐渐加重，随后图像卡顿三到五秒，";
    let text: String = sentence.chars().cycle().take(399).collect();
    let intake = &mut form.intake;
    intake.customer.name =
        company.chars().chain("乌鲁木齐分公司仓储部".chars()).take(60).collect::<String>().into();
    intake.customer.address =
        address.chars().chain("详见附页说明".chars().cycle()).take(120).collect::<String>().into();
    intake.customer.email =
        "procurement.and.maintenance@wildlife-observation.bayingolin.example.cn".to_owned().into();
    intake.customer.phone = "+86 0996-502 1234 转 8021".to_owned().into();
    intake.dealer = "乌鲁木齐天山南北户外运动装备与红外观测器材销售服务有限公司（一级授权经销商）".to_owned();
    intake.symptom = format!("{text}完");
    intake.model = "JP-TI-Pro 1280×1024 60 mm 双光融合手持观测仪（森防定制版）".to_owned();
    intake.serial = SerialNumber::parse("JPNV-TI1280-2026Q3-CN-XJ-0000017-A/REV.C").expect("a serial number");
    intake.purchase_document = "发票 65002300111-24512003、合同 XJ-BYGL-2026-0417".to_owned();
    intake.condition =
        "外壳左侧及握把处多处划痕，橡胶护套翘边，目镜护罩缺失，电池仓触点轻微氧化，防拆标签完好。".to_owned();
    intake.remote_attempts = "10-11 电话：重启、恢复出厂；10-12 远程：升级固件至 2.4.1 并重做快门校正；10-13 邮件：更换电池及存储卡后复测，均未改善。".to_owned();
    intake.accessories = accessories(&[
        ("battery", Presence::Present),
        ("charger", Presence::Present),
        ("data_cable", Presence::Missing),
        ("lens_cap", Presence::Present),
        ("strap", Presence::NotChecked),
        ("carrying_case", Presence::Present),
        ("manual", Presence::Present),
        ("备用锂电池 18650 两节（含塑料收纳盒）", Presence::Present),
        ("车载充电适配器及延长线", Presence::Missing),
        ("三脚架快装板（1/4 英寸）", Presence::NotChecked),
        ("存储卡 128 GB", Presence::Present),
        ("遥控器", Presence::Present),
    ]);
    if let Some(determination) = &mut form.determination {
        determination.verdict.excluded_by =
            ["5.2", "5.8c", "5.11"].map(|clause| ClauseId::new(clause).expect("a clause")).into();
    }
    form
}

/// A dealer's customer in Germany: long Latin words, letters that Noto Sans SC lacks.
pub(crate) fn european() -> ApplicationForm {
    let mut form = application();
    let intake = &mut form.intake;
    intake.customer = Customer {
        name: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft Łódź-Kőszeg mbH & Co. KG"
            .to_owned()
            .into(),
        phone: "+49 (0)89 1234567-890".to_owned().into(),
        company: "Gümüşoğlu Außenhandelsgesellschaft für Forstschutz mbH".to_owned().into(),
        email: "wolfgang-maximilian.hohenstein-oberwasser@donaudampfschifffahrt.example".to_owned().into(),
        address: "c/o Gümüşoğlu Außenhandelsgesellschaft, Abteilung Wildtierbeobachtung und Forstschutz, Rückgebäude 3. OG links, \
                  Bürgermeister-Smidt-Straße 142b, 27568 Bremerhaven-Geestemünde, Bundesrepublik Deutschland"
            .to_owned()
            .into(),
    };
    intake.dealer = "Jagd- und Sportoptik Müller-Lüdenscheidt & Söhne OHG, Klöbnersiel".to_owned();
    intake.symptom =
        "Nach etwa 20 Minuten Betrieb friert das Bild ein; die Shutter-Kalibrierung klickt mehrfach, \
                      danach bleibt der obere linke Bereich dauerhaft hell."
            .to_owned();
    intake.model = "NV-640 Handheld Thermal Imager".to_owned();
    intake.condition = "Housing scratched on the right, lens intact.".to_owned();
    intake.remote_attempts = "2026-11-20 phone: factory reset, firmware 2.4.1; no change.".to_owned();
    if let Some(first) = &mut intake.first_reported {
        first.to = "dealer, by e-mail".to_owned();
    }
    form
}

pub(crate) fn blank() -> BlankForm {
    BlankForm {
        centre: centre(),
        rma: None,
        further: Vec::new(),
        product_class: Some(ProductClass::Terminal),
        printed: printed(),
    }
}

pub(crate) fn receipt() -> CustomerReceipt {
    CustomerReceipt {
        rma: rma(),
        pickup_code: "126450".to_owned(),
        centre: centre(),
        intake: intake(),
        determination: Some(determination()),
        target_on: day(2026, 12, 8),
        limit_on: day(2026, 12, 22),
        cycle_is_provisional: false,
        printed: printed(),
    }
}

/// A repaired unit that was collected, with everything a delivery note can say.
pub(crate) fn delivery() -> DeliveryNote {
    let returned = |item: &str, is_returned| DeliveredAccessory { item: item.to_owned(), is_returned };
    DeliveryNote {
        rma: rma(),
        centre: centre(),
        intake: intake(),
        resolution: Resolution::FreeRepair,
        unrepaired: None,
        work: vec![Bilingual::new(
            "显示屏损坏 · 更换显示屏组件",
            "Display broken · replaced the display assembly",
        )],
        parts: vec![ReplacedPart {
            name: "显示屏组件".to_owned(),
            old_serial: "LCD-2409-00031".to_owned(),
            new_serial: "LCD-2609-00112".to_owned(),
        }],
        measured: vec![netd()],
        freight: None,
        given: None,
        covered_until: Some((day(2028, 3, 2), CalendarStatus::Published)),
        payments: vec![NotedPayment {
            kind: PaymentKind::Received,
            method: PaymentMethod::Wechat,
            amount: "380.00 CNY".to_owned(),
            paid_on: day(2026, 11, 30),
            reference: "4200001234".to_owned(),
        }],
        account: String::new(),
        loans: Vec::new(),
        left: Some(Left {
            on: day(2026, 11, 30),
            at: "15:30".to_owned(),
            way: HandoverWay::Collected { by: "李雷".to_owned().into(), proof: CollectionProof::Receipt },
            accessories: vec![returned("battery", true), returned("charger", false)],
            missing_note: "充电器由客户留存".to_owned(),
            condition: "外观完好".to_owned(),
        }),
        printed: printed(),
    }
}

/// A value that was read off and its standard.
fn netd() -> Measured {
    Measured {
        asked: Asked {
            code: "netd".to_owned(),
            zh: "NETD".to_owned(),
            en: "NETD".to_owned(),
            unit: "mK".to_owned(),
            limit: LimitKind::Max,
            standard: "40".to_owned(),
            source: StandardSource::Catalogue,
            is_required: true,
        },
        value: "32".to_owned(),
        judgement: Judgement::Pass,
    }
}

/// A soak test with an instrument that is out of calibration, and what was found.
pub(crate) fn report() -> BenchReport {
    BenchReport {
        rma: rma(),
        centre: centre(),
        model: "NV-640".to_owned(),
        serial: SerialNumber::parse("JP2409-00417").expect("a serial number"),
        sheets: vec![ReportSheet {
            kind: SheetKind::Soak,
            result: SheetResult::Passed,
            made_on: day(2026, 11, 26),
            made_by: "林静".to_owned(),
            lines: vec![netd()],
            instruments: vec![Instrument {
                name: "黑体".to_owned(),
                serial: "BB-07".to_owned(),
                calibration_due: Some(day(2026, 10, 1)),
            }],
            celsius: "23".to_owned(),
            humidity: "45".to_owned(),
            soak: Some(Soak {
                hours: "8".to_owned(),
                cycles: "20".to_owned(),
                celsius: "40".to_owned(),
                is_fault_seen: false,
            }),
            frames: vec![(FrameMoment::Before, "IMG_0412.jpg".to_owned())],
            note: String::new(),
        }],
        findings: vec![ReportFinding {
            said: vec![Bilingual::new("图像有坏点或亮斑", "Spots or bad pixels in the image")],
            note: "左上角".to_owned(),
        }],
        printed: printed(),
    }
}

/// A claim whose refund is over by its window, whose exchange is open and whose repair a person gave.
pub(crate) fn decision() -> DecisionLetter {
    let determination = determination();
    DecisionLetter {
        rma: rma(),
        centre: centre(),
        intake: intake(),
        facts: Facts::from_json(
            r#"{"purchase":{"voucher_date":"2026-10-28"},"claim_date":"2026-11-20","sale_kind":"normal"}"#,
        )
        .expect("facts"),
        sources: vec![(
            FactName::ALL
                .into_iter()
                .find(|name| name.code() == "purchase.voucher_date")
                .expect("a fact of the contract"),
            Bilingual::new("取自销售登记（2026-11-01）", "from the sales register of 2026-11-01"),
        )],
        verdict: determination.verdict,
        explanation: determination.explanation,
        by_people: vec![PersonsDecision {
            remedy: Remedy::FreeRepair,
            is_granted: true,
            kind: DecisionKind::Goodwill,
            clause: "1.2".to_owned(),
            name: "林静".to_owned(),
            on: day(2026, 11, 26),
        }],
        printed: printed(),
    }
}

/// A refund that was worked out and paid, with everything its worksheet can say.
pub(crate) fn refund() -> RefundWorksheet {
    RefundWorksheet {
        rma: rma(),
        centre: centre(),
        intake: intake(),
        bought_on: Some(day(2026, 11, 20)),
        price: "12,800.00 CNY".to_owned(),
        document: "发票 04417，2026-11-20".to_owned(),
        payer: "成都光学".to_owned(),
        choice: Some(Choice {
            who: "李雷".to_owned().into(),
            on: day(2026, 11, 24),
            words: "电话中选择退货".to_owned().into(),
        }),
        disposition: Some(Disposition::ToFactory),
        payments: vec![NotedPayment {
            kind: PaymentKind::Refund,
            method: PaymentMethod::Transfer,
            amount: "12,800.00 CNY".to_owned(),
            paid_on: day(2026, 11, 30),
            reference: "20261130-77".to_owned(),
        }],
        worked_by: "王强".to_owned(),
        printed: printed(),
    }
}

pub(crate) fn cycle() -> Cycle {
    Cycle {
        target_on: day(2026, 12, 8),
        limit_on: day(2026, 12, 22),
        calendar_status: CalendarStatus::Published,
    }
}

/// The blank form of a power cut: with a number that was reserved.
pub(crate) fn numbered_blank() -> BlankForm {
    BlankForm { rma: Some(rma()), ..blank() }
}

pub(crate) fn unit_label() -> UnitLabel {
    UnitLabel {
        rma: rma(),
        model: "NV-640 手持热像仪".to_owned(),
        serial: SerialNumber::parse("JP2409-00417").expect("a serial number"),
        received_on: day(2026, 11, 24),
        marks: Vec::new(),
    }
}

pub(crate) fn label() -> RollLabels {
    RollLabels { labels: vec![unit_label()], stock: LabelStock::default(), printed: printed() }
}

/// Five stickers on a sheet of which seven labels are used already; one of them with everything that can be marked.
pub(crate) fn label_sheet() -> LabelSheet {
    let mut marked = unit_label();
    marked.model = longest().intake.model;
    marked.serial = SerialNumber::stand_in(&marked.rma);
    marked.marks = vec![Mark::TemporaryTag, Mark::DamagedInTransit, Mark::LateEntry, Mark::NotSeenHere];
    let mut labels = vec![unit_label(); 4];
    labels.push(marked);
    let grid = SheetGrid::ThreeByEight;
    LabelSheet { labels, grid, start: grid.start_at(8).expect("a label"), printed: printed() }
}

/// Thirty places on sheets of 21.
pub(crate) fn codes() -> CodeSheet {
    let shelf = |number: u32| CodeLabel {
        code: format!("NB-PLACE-A{number:02}"),
        name: format!("货架 A{number:02}"),
        captions: ["一楼 · 收件区".to_owned(), "Shelf".to_owned()],
    };
    let grid = SheetGrid::ThreeBySeven;
    CodeSheet { labels: (1..=30).map(shelf).collect(), grid, start: Default::default(), printed: printed() }
}

/// Ten numbered tags: a full sheet and two.
pub(crate) fn tags() -> TagSheet {
    let centre = CentreCode::parse("CD01").expect("a centre");
    let series = Series::parse("A7K3M").expect("a series");
    let numbers = (600..610).map(|counter| RmaNumber::new(&centre, &series, counter)).collect();
    TagSheet { numbers, centre: self::centre(), printed: printed() }
}

/// A parcel of ninety units, which is more than a page holds.
pub(crate) fn parcel() -> ParcelReceipt {
    let centre = CentreCode::parse("CD01").expect("a centre");
    let series = Series::parse("A7K3M").expect("a series");
    let unit = |number: u32| ParcelUnit {
        // One that nobody has checked in yet.
        rma: (number != 504).then(|| RmaNumber::new(&centre, &series, number)),
        model: "NV-640 手持热像仪".to_owned(),
        serial: format!("JP2409-{number:05}"),
        marks: if number == 503 { vec![Mark::DamagedInTransit, Mark::TemporaryTag] } else { Vec::new() },
    };
    ParcelReceipt {
        centre: self::centre(),
        sender: "成都夜行者户外用品有限公司".to_owned(),
        waybill: "SF1234567890123".to_owned(),
        carrier: "顺丰速运".to_owned(),
        cartons_announced: Some(3),
        cartons_counted: Some(2),
        freight: Some(Freight::Prepaid),
        received: printed(),
        units: (500..590).map(unit).collect(),
        short: vec!["JP2409-00611 · NV-640".to_owned(), "一箱".to_owned()],
        extra: vec![],
        damaged: vec!["JP2409-00503：外壳开裂".to_owned()],
        printed: printed(),
    }
}

pub(crate) fn internal() -> InternalOrder {
    InternalOrder {
        rma: rma(),
        centre: centre(),
        intake: intake(),
        cycle: cycle(),
        marks: vec![Mark::OwnedByUs],
        printed: printed(),
    }
}

/// A quote in three alternatives, within the warranty by an agreement, with every kind of line.
pub(crate) fn quote() -> QuoteForm {
    let line = |kind, name_zh: &str, name_en: &str, quantity, unit_minor| QuoteLine {
        kind,
        code: "L-01".to_owned(),
        name_zh: name_zh.to_owned(),
        name_en: name_en.to_owned(),
        quantity,
        unit_minor,
    };
    let repair =
        |title: &str, lines| Alternative { kind: AlternativeKind::Repair, title: title.to_owned(), lines };
    let inspection = line(LineKind::Inspection, "检测费", "Inspection", 1, 20_000);
    let terms = QuoteTerms {
        currency: Currency::yuan(),
        is_tax_included: Some(true),
        valid_until: day(2026, 4, 1),
        alternatives: vec![
            repair(
                "更换探测器组件",
                vec![
                    line(LineKind::Part, "探测器组件", "Detector assembly", 1, 1_280_050),
                    line(LineKind::Labour, "工时费", "Labour", 3, 30_000),
                ],
            ),
            repair("", vec![line(LineKind::Other, "外壳翻新", "", 2, 9_900)]),
            Alternative {
                kind: AlternativeKind::ReturnUnrepaired,
                title: String::new(),
                lines: vec![inspection, line(LineKind::Freight, "返程运费", "Return freight", 1, 2_300)],
            },
        ],
        note: "备件到货约需两周。".to_owned(),
        exception: Some(ChargeException {
            ground: ExceptionGround::PriorAgreement,
            reference: "合同 2026-017 第 7.2 条".to_owned(),
        }),
    };
    QuoteForm {
        rma: rma(),
        centre: centre(),
        intake: intake(),
        number: Some("Q2".to_owned()),
        issued_on: "2026-03-02".parse().ok(),
        terms,
        printed: printed(),
    }
}

/// The same before it was given to anybody; nothing is charged for the unit as it came.
pub(crate) fn draft_quote(ground: ExceptionGround) -> QuoteForm {
    let mut draft = quote();
    (draft.number, draft.issued_on) = (None, None);
    draft.terms.is_tax_included = Some(false);
    draft.terms.exception = Some(ChargeException { ground, reference: "—".to_owned() });
    draft.terms.alternatives.iter_mut().rev().take(1).for_each(|back| back.lines.clear());
    draft
}

pub(crate) fn calibration() -> Calibration {
    let stock = LabelStock { offset_tenths_mm: [5, -3], ..LabelStock::default() };
    Calibration { stock: Some(stock), printed: printed() }
}

/// A week with something of everything.
pub(crate) fn week() -> WeekPaper {
    let tally = |received: u32| WeekTally {
        received,
        returned: 24,
        on_target: 18,
        on_limit: 23,
        open: 60 + received,
        overdue: 3,
        repeats_short: 1,
        repeats_long: 4,
        diagnosed: 7,
        no_fault_found: 3,
        enquiries: 0,
        solved_remotely: 0,
        costs: vec![WeekCost { currency: Currency::yuan(), minor: u64::from(received) * 128_050 }],
        pieces_without_cost: 0,
    };
    let fault = |zh: &str, en: &str| Bilingual::new(zh, en);
    WeekPaper {
        centre: centre(),
        weeks: Week::of(day(2026, 11, 16)).with_those_before().to_vec(),
        as_of: day(2026, 11, 22),
        lines: WeekLine::all(&[
            Some(tally(27)),
            Some(tally(31)),
            Some(tally(40)),
            Some(tally(22)),
            Some(tally(45)),
        ]),
        pieces_without_cost: 2,
        oldest: (0..10).map(week_ticket).collect(),
        faults: vec![NamedFault {
            name: fault("快门卡滞", "Shutter stuck"),
            fault: WeekFault {
                place: ("NV-640 手持热像仪".to_owned(), "JP2409-".to_owned()),
                fault: "shutter_stuck".to_owned(),
                own: 4,
                before: 9,
            },
        }],
        dealers: vec![NamedFault {
            name: fault("显示屏故障", "Display faulty"),
            fault: WeekFault {
                place: "成都夜行者户外用品有限公司".to_owned(),
                fault: "display".to_owned(),
                own: 3,
                before: 1,
            },
        }],
        printed: printed(),
    }
}

fn week_ticket(number: u32) -> WeekTicket {
    let centre = CentreCode::parse("CD01").expect("a centre");
    let series = Series::parse("A7K3M").expect("a series");
    let status = if number == 3 { Status::AwaitingParts } else { Status::UnderDiagnosis };
    WeekTicket {
        rma: RmaNumber::new(&centre, &series, 500 + number),
        model: "NV-640 手持热像仪".to_owned(),
        serial: SerialNumber::parse(&format!("JP2409-{number:05}")).expect("a serial"),
        received_on: day(2026, 10, 12),
        elapsed_working_days: 30 - number,
        is_overdue: number < 9,
        owner: if number == 0 { String::new() } else { "王师傅".to_owned() },
        status,
        parts: (number == 3).then_some(WeekParts { on: Some(day(2026, 11, 18)), is_late: true }),
        next: Next::by_status(status, None),
    }
}

/// The same with the longest names that records hold, and as much of everything as stands on a sheet.
pub(crate) fn longest_week() -> WeekPaper {
    let mut sheet = week();
    let long = "JP-TI-Pro 1280×1024 60 mm 双光融合手持观测仪（森防定制版）第二代加强型，含三个电池与车载支架";
    sheet.lines.extend(
        WeekLine::all(&[
            None,
            None,
            None,
            None,
            Some(WeekTally {
                costs: ["EUR", "USD"]
                    .map(|code| WeekCost {
                        currency: Currency::parse(code).expect("a currency"),
                        minor: 123_456_789,
                    })
                    .to_vec(),
                ..WeekTally::default()
            }),
        ])
        .into_iter()
        .skip(10),
    );
    for ticket in &mut sheet.oldest {
        ticket.model = long.to_owned();
        ticket.serial = SerialNumber::parse("JP2409-0041700417004170041700417").expect("a serial");
        ticket.owner = "Wilhelmina Konstantinopoulos-Oyelaran".to_owned();
    }
    let fault = || NamedFault {
        name: Bilingual::new(
            "机芯与显示屏之间的连接件松动或断裂",
            "Connection between core and display loose or broken",
        ),
        fault: WeekFault { place: (), fault: "connection".to_owned(), own: 1234, before: 56789 },
    };
    sheet.faults = (0..5)
        .map(|_| {
            let NamedFault { name, fault } = fault();
            let place = (long.to_owned(), "JP2409-WSHKGRE-ABCDEFG-".to_owned());
            NamedFault {
                name,
                fault: WeekFault { place, fault: fault.fault, own: fault.own, before: fault.before },
            }
        })
        .collect();
    sheet.dealers = (0..5)
        .map(|_| {
            let NamedFault { name, fault } = fault();
            let place = "Gesellschaft für Nachtsichttechnik und Wärmebildkameras mbH & Co. KG".to_owned();
            NamedFault {
                name,
                fault: WeekFault { place, fault: fault.fault, own: fault.own, before: fault.before },
            }
        })
        .collect();
    sheet
}

/// The sheet of a station that has received nothing.
pub(crate) fn empty_week() -> WeekPaper {
    WeekPaper {
        lines: WeekLine::all(&[None, None, None, None, None]),
        oldest: Vec::new(),
        faults: Vec::new(),
        dealers: Vec::new(),
        pieces_without_cost: 0,
        as_of: day(2026, 11, 20),
        ..week()
    }
}
