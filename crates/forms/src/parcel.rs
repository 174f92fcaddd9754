//! The receipt of a whole parcel: what its sender announced and what was found in it, one line a unit. The combined
//! form of `receipt.rs`, without anything about remedies. The list for the sender is what differs of the same content.
//! Their looks are in `forms/parcel.typ` and `forms/differences.typ`.

use nightbench_domain::rma::RmaNumber;
use nightbench_locale::Value as Said;
use serde_json::{Value, json};

use crate::FormError;
use crate::application::{code_json, merge, sheet};
use crate::centre::{Printed, ServiceCentre};
use crate::form::FormLanguage;
use crate::mark::{Mark, marks_json};
use crate::words::{self, for_print};

/// A parcel's receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParcelReceipt {
    /// Who took it in.
    pub centre: ServiceCentre,
    /// Who sent it.
    pub sender: String,
    /// The number of its waybill; empty when it came without one.
    pub waybill: String,
    /// Who carried it; empty when not noted.
    pub carrier: String,
    /// How many cartons were announced, if anybody did.
    pub cartons_announced: Option<u32>,
    /// How many cartons were counted.
    pub cartons_counted: Option<u32>,
    /// Who pays for the carriage, if it is known.
    pub freight: Option<Freight>,
    /// When it was received: the instant that starts the clock of every unit in it.
    pub received: Printed,
    /// The units found in it, in the order in which they were scanned, checked in or not.
    pub units: Vec<ParcelUnit>,
    /// What was announced and is not in it, one line each.
    pub short: Vec<String>,
    /// What is in it and was not announced, one line each.
    pub extra: Vec<String>,
    /// What came damaged, one line each.
    pub damaged: Vec<String>,
    /// When and where it is printed.
    pub printed: Printed,
}

/// A unit of a parcel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParcelUnit {
    /// Its number; `None` while it is not checked in, because a unit has a number from then on.
    pub rma: Option<RmaNumber>,
    /// Its model.
    pub model: String,
    /// Its serial number or temporary tag, or empty while none was read. Printed whole: its sender compares it with
    /// their own list.
    pub serial: String,
    /// What must be seen of it; received, or not yet checked in, and nothing else when empty.
    pub marks: Vec<Mark>,
}

/// Who pays for the carriage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freight {
    /// The sender has paid.
    Prepaid,
    /// The centre pays.
    Collect,
}

impl ParcelReceipt {
    /// The content as `parcel.typ` and `differences.typ` read it.
    pub(crate) fn content(&self, language: FormLanguage) -> Result<Value, FormError> {
        let mut content = sheet(language, &self.centre, &self.printed, "none");
        let waybill = if self.waybill.is_empty() { None } else { code_json(&self.waybill).ok() };
        let count = |cartons: Option<u32>| cartons.map(|count| count.to_string()).unwrap_or_default();
        let lines = |lines: &[String]| lines.iter().map(|line| for_print(line)).collect::<Vec<_>>();
        let freight = self.freight.map(|freight| match freight {
            Freight::Prepaid => "parcel-freight-prepaid",
            Freight::Collect => "parcel-freight-collect",
        });
        merge(
            &mut content,
            json!({
                "sender": for_print(&self.sender),
                "waybill": for_print(&self.waybill),
                "waybill_code": waybill,
                "carrier": for_print(&self.carrier),
                "announced": count(self.cartons_announced),
                "counted": count(self.cartons_counted),
                "freight": freight,
                "received": self.received.moment(),
                "received_at": for_print(&self.received.station),
                "units": self.units.iter().enumerate().map(|(at, unit)| unit.to_json(at + 1)).collect::<Vec<_>>(),
                "units_count": self.units_count(),
                "short": lines(&self.short),
                "extra": lines(&self.extra),
                "damaged": lines(&self.damaged),
            }),
        );
        Ok(content)
    }

    fn units_count(&self) -> Value {
        let count = i64::try_from(self.units.len()).unwrap_or(i64::MAX);
        words::both("paper-parcel-units-count", &[("count", Said::Count(count))])
    }
}

impl ParcelUnit {
    fn to_json(&self, place: usize) -> Value {
        let mut marks = marks_json(&self.marks);
        if self.rma.is_none() {
            marks.insert(0, words::both("paper-parcel-not_checked_in", &[]));
        } else if marks.is_empty() {
            marks.push(words::both("paper-parcel-received", &[]));
        }
        json!({
            "place": place,
            "rma": self.rma.as_ref().map(RmaNumber::as_str),
            "number_follows": words::both("paper-parcel-number_follows", &[]),
            "model": for_print(&self.model),
            "serial": for_print(&self.serial),
            "marks": marks,
        })
    }
}
