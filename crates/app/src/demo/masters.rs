//! The masters of a demonstration: files as headquarters would send them, brought in before the register.

use super::{DEALERS, MODELS, Unit};
use crate::error::AppError;
use crate::masters::{self, MasterImportRequest, MasterOpenRequest};
use crate::station::App;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{Datelike, Days, NaiveDate};
use nightbench_domain::master::MasterKind;
use nightbench_domain::unit::ProductClass;

/// Brings every kind in. The models and dealers are those of the register's units.
pub(super) fn bring_in(app: &App, units: u32, today: NaiveDate) -> Result<(), AppError> {
    for (kind, name, file) in [
        (MasterKind::Model, "demo-models.csv", models()),
        (MasterKind::Dealer, "demo-dealers.csv", dealers(today)),
        (MasterKind::Contract, "demo-contracts.csv", contracts(units, today)),
        (MasterKind::Charge, "demo-charges.csv", charges(today)),
        (MasterKind::Loan, "demo-loans.csv", loans(today)),
    ] {
        let request = MasterOpenRequest { kind, name: name.to_owned(), base64: STANDARD.encode(file) };
        let file = masters::open(app, request)?.look.file;
        masters::import(app, MasterImportRequest { file, complete: false })?;
    }
    Ok(())
}

fn models() -> String {
    let mut csv = String::from("型号,英文名称,产品类别,配件清单,技术指标,序列号规则,固件版本,资料,在产\n");
    let mut told = Vec::new();
    for (model, class) in MODELS.iter().filter(|(model, _)| !model.is_empty()) {
        if told.contains(model) {
            continue;
        }
        told.push(model);
        let (class, kit, specification) = match class {
            ProductClass::Terminal => (
                "整机",
                "电池;充电器;数据线;镜头盖;说明书",
                "NETD=≤35 [mK];分辨率=640×512;工作温度=-20~50 [℃]",
            ),
            ProductClass::Module => ("机芯", "数据线;转接板;说明书", "NETD=≤40 [mK];帧频=50 [Hz]"),
            ProductClass::Detector => ("探测器", "防静电盒;测试报告", "像元间距=12 [µm];NETD=≤30 [mK]"),
        };
        csv.push_str(&format!(
            "{model},,{class},{kit},{specification},JP####-#####,2.4.1,用户手册 | manuals/{}.pdf,是\n",
            model.split(' ').next().unwrap_or(model)
        ));
    }
    csv
}

fn dealers(today: NaiveDate) -> String {
    let year = today.year();
    let mut csv = String::from("经销商编码,经销商,授权开始,授权截止,长期同意,同意开始\n");
    for (dealer, number) in DEALERS.iter().filter(|dealer| !dealer.is_empty()).zip(1..) {
        // One was let go last year, so that it can be seen what a person is told then.
        let to = if number == 4 { format!("{}-12-31", year - 1) } else { String::new() };
        let (consent, consent_from) =
            if number <= 2 { ("是", format!("{}-01-01", year - 1)) } else { ("否", String::new()) };
        csv.push_str(&format!("D-{number:03},{dealer},{}-01-01,{to},{consent},{consent_from}\n", year - 6));
    }
    csv
}

/// Two contracts, each over units of the register.
fn contracts(units: u32, today: NaiveDate) -> String {
    let serial = |number: u32| Unit::numbered(&mut super::Dice::new(0), number % units.max(1), today).serial;
    let year = today.year();
    format!(
        "合同编号,买方,签订日期,适用序列号,销售类型,整机保修月数,退货天数,特价可退,特价凭证\n\
         HT-{year}-018,蓉城应急救援队,{year}-01-15,{};{},正常,36,15,,\n\
         HT-{year}-027,长江航道巡查有限责任公司,{year}-03-02,{},特价,,,否,特价审批单 TJ-{year}-004\n",
        serial(11),
        serial(23),
        serial(37)
    )
}

fn charges(today: NaiveDate) -> String {
    let year = today.year();
    let mut csv = String::from("项目编码,版本,生效日期,币种,中文名称,英文名称,类别,产品类别,金额\n");
    for (version, more) in [(year - 1, 0), (year, 10)] {
        for (code, chinese, english, kind, class, amount) in [
            ("L-01", "整机维修工时", "Labour on a complete device", "工时", "整机", 240),
            ("L-02", "机芯维修工时", "Labour on a core module", "工时", "机芯", 180),
            ("I-01", "检测费", "Inspection", "检测", "", 80),
            ("P-01", "显示组件", "Display assembly", "备件", "整机", 680),
            ("F-01", "返程运费", "Return freight", "运费", "", 25),
        ] {
            let amount = amount + more;
            csv.push_str(&format!(
                "{code},{version}-1,{version}-01-01,CNY,{chinese},{english},{kind},{class},{amount}.00\n"
            ));
        }
    }
    csv
}

fn loans(today: NaiveDate) -> String {
    let since = today.checked_sub_days(Days::new(40)).unwrap_or(today);
    format!(
        "序列号,型号,用途,使用方,借出日期,归还日期\n\
         JP2401-90001,NV-640 手持热像仪,样机,,,\n\
         JP2401-90002,NV-640 手持热像仪,借用机,卧龙山自然保护区管理处,{since},\n\
         JP2401-90003,NV-35 瞄准热像仪,备用机,,,\n"
    )
}
