//! Which papers there are and in which language one is printed. What stands on each is in the file of its
//! name; how it looks is in `forms/<name>.typ`.

use std::fmt;
use std::str::FromStr;

use nightbench_locale::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::application::{ApplicationForm, BlankForm};
use crate::calibration::Calibration;
use crate::code_sheet::CodeSheet;
use crate::decision::DecisionLetter;
use crate::delivery::DeliveryNote;
use crate::internal::InternalOrder;
use crate::label::{LabelSheet, RollLabels};
use crate::parcel::ParcelReceipt;
use crate::quote::QuoteForm;
use crate::receipt::CustomerReceipt;
use crate::refund::RefundWorksheet;
use crate::report::BenchReport;
use crate::tag::TagSheet;
use crate::week::WeekPaper;

/// A paper with everything that stands on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// The after-sales service application form that travels with the unit (4.2). A4.
    Application(Box<ApplicationForm>),
    /// The same form empty, to be filled in by hand where there is no computer. A4.
    Blank(Box<BlankForm>),
    /// What the customer keeps: number, dates, remedies still open. A4.
    Receipt(Box<CustomerReceipt>),
    /// What goes back with the unit: what was done, what is with it, how long it is covered. A4.
    Delivery(Box<DeliveryNote>),
    /// What is granted and what is not, why, and what can still be done. A4.
    Decision(Box<DecisionLetter>),
    /// What is refunded, in which document the price stands, who pays it (3.3). A4.
    Refund(Box<RefundWorksheet>),
    /// What was measured and found on the test bench. A4.
    Report(Box<BenchReport>),
    /// What stands instead of the application form for a unit of the company's own. A4.
    Internal(Box<InternalOrder>),
    /// What a paid service would cost (4.2). A4.
    Quote(Box<QuoteForm>),
    /// What a parcel's sender gets: what was in it. A4.
    Parcel(Box<ParcelReceipt>),
    /// Of the same parcel only what differs from what was announced, with room for the sender's answer. A4.
    Differences(Box<ParcelReceipt>),
    /// What a centre did in a week, beside the four weeks before. A4, for the wall.
    Week(Box<WeekPaper>),
    /// The sticker on the unit while it is in the house, off a roll.
    Label(Box<RollLabels>),
    /// Stickers for several units on A4 sheets of labels.
    LabelSheet(Box<LabelSheet>),
    /// Codes of places or badges on A4 sheets of labels.
    Codes(Box<CodeSheet>),
    /// Numbered tags for a pen. A4, eight on a sheet.
    Tags(Box<TagSheet>),
    /// The page by which a printer is set up.
    Calibration(Box<Calibration>),
}

/// The language of a paper, which is the customer's and not the screen's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub enum FormLanguage {
    /// Chinese only.
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// English only.
    #[serde(rename = "en")]
    En,
    /// Chinese with English under or beside it.
    #[serde(rename = "both")]
    Both,
}

impl FormLanguage {
    /// The three ways to print a form.
    pub const ALL: [Self; 3] = [Self::ZhCn, Self::En, Self::Both];

    /// The tag in requests and on the command line: `zh-CN`, `en`, `both`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
            Self::Both => "both",
        }
    }

    /// The languages printed, in the order in which they stand on the paper.
    pub(crate) const fn languages(self) -> &'static [Language] {
        match self {
            Self::ZhCn => &[Language::ZhCn],
            Self::En => &[Language::En],
            Self::Both => &[Language::ZhCn, Language::En],
        }
    }
}

impl fmt::Display for FormLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// The text is not the tag of a form language.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown form language {tag:?}: expected zh-CN, en or both")]
pub struct UnknownFormLanguage {
    tag: String,
}

impl FromStr for FormLanguage {
    type Err = UnknownFormLanguage;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|language| language.tag() == tag)
            .ok_or_else(|| UnknownFormLanguage { tag: tag.to_owned() })
    }
}
