//! The charge standard: what a paid service costs, by line. A quote is made from it later; nothing here adds anything
//! up, and whether a service is paid at all is the engine's answer.

use crate::master::{Finder, FinderBy, Master, MasterKind};
use crate::serial::fold;
use crate::unit::ProductClass;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One line of one version of the charge standard.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Charge {
    /// The version it belongs to, such as 2026-1. At most 80 characters.
    pub version: String,
    /// The first day the version is in force; a later version ends it.
    pub effective_on: NaiveDate,
    /// Three letters, as in CNY.
    pub currency: String,
    /// The line's code, such as L-01.
    pub code: String,
    /// What is charged for, in Chinese.
    pub name_zh: String,
    /// What is charged for, in English.
    pub name_en: String,
    /// What kind of charge it is.
    pub kind: ChargeKind,
    /// The class it is for; `None`: every class.
    pub product_class: Option<ProductClass>,
    /// The model it is for, by code; empty: every model.
    pub model: String,
    /// The amount in minor units of the currency: fen, cents.
    #[ts(type = "number")]
    pub amount_minor: u64,
}

/// What a charge is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChargeKind {
    /// Work.
    #[default]
    Labour,
    /// Looking at it, also when nothing is repaired.
    Inspection,
    /// A part that is put in.
    Part,
    /// Sending it.
    Freight,
}

impl Master for Charge {
    const KIND: MasterKind = MasterKind::Charge;

    fn key(&self) -> String {
        let class = match self.product_class {
            None => "",
            Some(ProductClass::Terminal) => "TERMINAL",
            Some(ProductClass::Module) => "MODULE",
            Some(ProductClass::Detector) => "DETECTOR",
        };
        [&fold(&self.version), &fold(&self.code), class, &fold(&self.model)]
            .map(|part| part.to_owned())
            .join("|")
    }

    fn words(&self) -> String {
        [&self.version, &self.code, &self.name_zh, &self.name_en, &self.model]
            .map(|word| fold(word))
            .join("\n")
    }

    fn finders(&self) -> Vec<Finder> {
        vec![Finder {
            from: fold(&self.version),
            ..Finder::exact(FinderBy::Effective, self.effective_on.to_string())
        }]
    }
}
