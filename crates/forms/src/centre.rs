//! Who prints: the service centre as it stands on paper, and the moment and station of printing. Settings
//! of the station, passed in; the company's own contacts are words of the commitment and live in
//! `locales/*/paper.ftl`.

use chrono::{DateTime, FixedOffset};
use nightbench_locale::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

use crate::words::for_print;

/// A text that exists in both languages, such as an address. An empty side is filled by the other one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Bilingual {
    /// The Chinese text, or empty.
    pub zh: String,
    /// The English text, or empty.
    pub en: String,
}

impl Bilingual {
    /// A text in both languages.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The text in one language, or in the other one when this is all there is.
    pub fn in_language(&self, language: Language) -> &str {
        let (wanted, other) = match language {
            Language::ZhCn => (&self.zh, &self.en),
            Language::En => (&self.en, &self.zh),
        };
        if wanted.is_empty() { other } else { wanted }
    }

    /// As the templates read it.
    pub(crate) fn to_json(&self) -> Value {
        json!({
            "zh": for_print(self.in_language(Language::ZhCn)),
            "en": for_print(self.in_language(Language::En)),
        })
    }
}

/// The service centre that receives the unit, as customers are to find it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ServiceCentre {
    /// Its name.
    pub name: Bilingual,
    /// The address to which units are sent.
    pub address: Bilingual,
    /// Its phone number.
    pub phone: String,
    /// When it is open.
    pub hours: Bilingual,
}

impl ServiceCentre {
    pub(crate) fn to_json(&self) -> Value {
        json!({
            "name": self.name.to_json(),
            "address": self.address.to_json(),
            "phone": for_print(&self.phone),
            "hours": self.hours.to_json(),
        })
    }
}

/// When and where a paper was made. Part of the content: there is no clock below the application's ports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The instant, in the zone of the centre.
    pub at: DateTime<FixedOffset>,
    /// The station's name, as people call it.
    pub station: String,
}

impl Printed {
    /// The moment as it is printed: to the minute, with the zone's distance from UTC.
    pub(crate) fn moment(&self) -> String {
        self.at.format("%Y-%m-%d %H:%M (UTC%:z)").to_string()
    }
}
