//! Answers that need no station: facts in, verdict out; a receipt in, its cycle out. One JSON object a line, in
//! the forms other programs rely on; a bad line is answered by an error object and the next one still counts.

use crate::error::AppError;
use chrono::NaiveDate;
use nightbench_calendar::Calendar;
use nightbench_domain::cycle::{Cycle, CycleState};
use nightbench_eligibility::facts::Facts;
use nightbench_eligibility::policy::Policy;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Assesses lines of facts under one policy pack.
pub struct Assessor {
    policy: Pack,
}

enum Pack {
    Shipped(&'static Policy),
    OfFile(Box<Policy>),
}

impl Assessor {
    /// Under the shipped pack.
    ///
    /// # Errors
    /// `Pack` when the shipped pack is damaged.
    pub fn shipped() -> Result<Self, AppError> {
        let policy = Policy::shipped().map_err(|error| AppError::Pack(error.to_string()))?;
        Ok(Self { policy: Pack::Shipped(policy) })
    }

    /// Under a pack a person chose. `name` is the file's name, for the error.
    ///
    /// # Errors
    /// `PolicyFile` with file, line and reason.
    pub fn of_file(name: &str, text: &str) -> Result<Self, AppError> {
        let policy = Policy::load(name, text).map_err(|error| AppError::PolicyFile(error.to_string()))?;
        Ok(Self { policy: Pack::OfFile(Box::new(policy)) })
    }

    /// The verdict on one line of facts.
    ///
    /// # Errors
    /// `{"case", "error": {"code", "field", "message"}}` when the line is not facts.
    pub fn line(&self, line: &str) -> Result<Value, Value> {
        let facts = Facts::from_json(line).map_err(|refused| json!(refused))?;
        let policy = match &self.policy {
            Pack::Shipped(policy) => policy,
            Pack::OfFile(policy) => policy.as_ref(),
        };
        Ok(json!(nightbench_eligibility::assess(policy, Calendar::of("CN"), &facts)))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Receipt {
    case: Option<Value>,
    calendar: Option<String>,
    received_on: NaiveDate,
    as_of: Option<NaiveDate>,
}

#[derive(Serialize)]
struct CycleAnswer {
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<Value>,
    #[serde(flatten)]
    cycle: Cycle,
    #[serde(skip_serializing_if = "Option::is_none")]
    elapsed_working_days: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<CycleState>,
}

/// Day 10 and day 20 of one line `{"case","calendar","received_on"}`, and with `"as_of"` where it stands.
///
/// # Errors
/// `{"case", "error": {"code", "field", "message"}}` when the line is not a receipt.
pub fn cycle_line(line: &str) -> Result<Value, Value> {
    let refuse = |case: Option<Value>, code: &str, field: &str, message: String| json!({ "case": case, "error": { "code": code, "field": field, "message": message } });
    let receipt: Receipt = serde_json::from_str(line).map_err(|error| {
        let case = serde_json::from_str::<Value>(line).ok().and_then(|value| value.get("case").cloned());
        let code = if error.is_data() { "bad_receipt" } else { "not_json" };
        refuse(case, code, "", error.to_string())
    })?;
    let country = receipt.calendar.as_deref().unwrap_or("CN").to_ascii_uppercase();
    if country.len() != 2 || !country.chars().all(|c| c.is_ascii_uppercase()) {
        let message = "a calendar is named by a two-letter country code".to_owned();
        return Err(refuse(receipt.case, "unknown_code", "calendar", message));
    }
    let calendar = Calendar::of(&country);
    let cycle = Cycle::of(calendar, receipt.received_on);
    Ok(json!(CycleAnswer {
        case: receipt.case,
        cycle,
        elapsed_working_days: receipt
            .as_of
            .map(|day| calendar.working_days_between(receipt.received_on, day)),
        state: receipt.as_of.map(|day| cycle.state(day)),
    }))
}

#[cfg(test)]
mod tests {
    use super::cycle_line;
    use serde_json::json;

    #[test]
    fn a_receipt_is_answered_with_its_target_limit_and_state() {
        let line = r#"{"case":"W","calendar":"CN","received_on":"2026-02-10","as_of":"2026-03-20"}"#;
        assert_eq!(
            cycle_line(line).unwrap(),
            json!({"case":"W","target_on":"2026-03-02","limit_on":"2026-03-16","calendar_status":"published",
                "elapsed_working_days":24,"state":"overdue"})
        );
    }

    #[test]
    fn a_bad_receipt_is_named_and_keeps_its_case() {
        for (line, code) in [
            (r#"{"case":"W","calendar":"CHN","received_on":"2026-02-10"}"#, "unknown_code"),
            (r#"{"case":"W","received_on":"2026-02-30"}"#, "bad_receipt"),
            (r#"{"case":"W","recieved_on":"2026-02-10"}"#, "bad_receipt"),
        ] {
            let error = cycle_line(line).unwrap_err();
            assert_eq!(
                (error["case"].as_str(), error["error"]["code"].as_str()),
                (Some("W"), Some(code)),
                "{line}"
            );
        }
    }
}
