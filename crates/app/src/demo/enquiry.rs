//! The enquiries of the demonstration: one that waits for its answer, one that was solved from afar, and one whose unit is
//! on its way under a number.

use super::{Dice, Unit};
use crate::enquiry::{self, EnquiryEnd, EnquiryOpen, EnquirySendIn, UnitSaid};
use crate::error::AppError;
use crate::station::App;
use chrono::NaiveDate;
use nightbench_domain::contact::{AttemptResult, Way};
use nightbench_domain::customer::Customer;
use nightbench_domain::enquiry::EnquiryResult;
use nightbench_domain::id::EnquiryId;
use nightbench_domain::pii::Pii;

/// Records them as of the clock's moment.
pub(super) fn asked(app: &App, dice: &mut Dice, units: u32, today: NaiveDate) -> Result<(), AppError> {
    let one = |dice: &mut Dice| {
        let unit = Unit::roll(dice, units, today);
        UnitSaid { serial: unit.serial, model: unit.model.to_owned(), ..UnitSaid::default() }
    };
    let advice = "取出电池十分钟，再长按电源键十五秒。";
    let solved = open(
        app,
        EnquiryOpen {
            way: Way::Call, ..enquiry("孙立", "13900005301", "开机后画面静止不动", advice)
        },
    )?;
    let result = EnquiryEnd {
        id: solved,
        result: EnquiryResult::SolvedRemotely,
        words: Pii::new("客户回电：已恢复正常。".to_owned()),
    };
    enquiry::end(app, result)?;

    let coming = enquiry("高宁", "13900005302", "拧紧目镜后仍有雾气，怀疑进水", "请停止使用并寄回。");
    let coming =
        open(app, EnquiryOpen { units: vec![one(dice)], attempt: Some(AttemptResult::NotSolved), ..coming })?;
    enquiry::send_in(app, EnquirySendIn { id: coming, units: Vec::new(), why_no_attempt: Pii::default() })?;

    let open_still = enquiry("罗佳", "13900005303", "测距数值跳动，如何校准？", "");
    open(app, EnquiryOpen { way: Way::Email, units: vec![one(dice)], attempt: None, ..open_still }).map(drop)
}

fn open(app: &App, request: EnquiryOpen) -> Result<EnquiryId, AppError> {
    Ok(enquiry::open(app, request)?.value.row.id)
}

fn enquiry(name: &str, phone: &str, words: &str, advice: &str) -> EnquiryOpen {
    EnquiryOpen {
        way: Way::Message,
        received_on: None,
        received_time: String::new(),
        customer: Customer {
            name: name.to_owned().into(),
            phone: phone.to_owned().into(),
            ..Customer::default()
        },
        words: Pii::new(words.to_owned()),
        units: Vec::new(),
        advice: Pii::new(advice.to_owned()),
        attempt: Some(AttemptResult::Solved),
    }
}
