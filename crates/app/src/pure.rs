//! Answers that need no station: facts in, verdict out; a receipt in, its cycle out. One JSON object a line, in
//! the forms other programs rely on; a bad line is answered by an error object and the next one still counts.

use crate::error::AppError;
use chrono::NaiveDate;
use nightbench_calendar::Calendar;
use nightbench_domain::cycle::{Cycle, CycleState};
use nightbench_eligibility::Packs;
use nightbench_eligibility::facts::Facts;
use nightbench_eligibility::policy::Policy;
use nightbench_forms::explanation::Told;
use nightbench_locale::Language;
use serde::Serialize;
use serde_json::{Value, json};
use std::sync::Arc;

/// Assesses lines of facts under the shipped packs, or under one that a person chose.
pub struct Assessor {
    packs: Packs,
}

impl Assessor {
    /// Under the shipped packs: the one in force on the purchase date.
    ///
    /// # Errors
    /// `Pack` when a shipped pack is damaged.
    pub fn shipped() -> Result<Self, AppError> {
        Ok(Self { packs: Packs::shipped().map_err(AppError::Pack)? })
    }

    /// Under a pack that a person chose, whatever the purchase date. `name` is the file's name, for the error.
    ///
    /// # Errors
    /// `PolicyFile` with file, line and fault.
    pub fn of_file(name: &str, text: &str) -> Result<Self, AppError> {
        let policy = Policy::load(name, text).map_err(AppError::PolicyFile)?;
        Ok(Self { packs: Packs::alone(Arc::new(policy)) })
    }

    /// The verdict on one line of facts.
    ///
    /// # Errors
    /// `{"case", "error": {"code", "field", "message"}}` when the line is not facts.
    pub fn line(&self, line: &str) -> Result<Value, Value> {
        let facts = Facts::from_json(line).map_err(|refused| json!(refused))?;
        Ok(json!(self.packs.assess(Calendar::of("CN"), &facts)))
    }

    /// The verdict on one line of facts as text for a person: its proof tree, what would change it, what to ask next.
    ///
    /// # Errors
    /// As [`line`](Self::line).
    pub fn explained(&self, line: &str, language: Language) -> Result<String, Value> {
        let facts = Facts::from_json(line).map_err(|refused| json!(refused))?;
        let calendar = Calendar::of("CN");
        let verdict = self.packs.assess(calendar, &facts);
        let explanation = self.packs.explain(calendar, &facts, &verdict).unwrap_or_default();
        Ok(Told { facts: &facts, verdict: &verdict, explanation: &explanation }.text(language))
    }
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
    let fields = serde_json::from_str::<Value>(line)
        .map_err(|error| refusal(None, "not_json", "", &error.to_string()))
        .and_then(|value| match value {
            Value::Object(fields) => Ok(fields),
            _ => Err(refusal(None, "wrong_type", "", "a receipt is a JSON object")),
        })?;
    let case = fields.get("case").cloned();
    let refuse = |code: &str, field: &str, message: &str| refusal(case.clone(), code, field, message);
    if let Some(unknown) = fields.keys().find(|name| !RECEIPT_FIELDS.contains(&name.as_str())) {
        return Err(refuse("unknown_field", unknown, "no such field"));
    }
    let date = |field: &str| match fields.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => match text.parse::<NaiveDate>() {
            Ok(day) if text.len() == "YYYY-MM-DD".len() => Ok(Some(day)),
            Ok(_) | Err(_) => Err(refuse("bad_date", field, "a date is a day of the calendar, YYYY-MM-DD")),
        },
        Some(_) => Err(refuse("wrong_type", field, "a date is a text, YYYY-MM-DD")),
    };
    let country = match fields.get("calendar") {
        None | Some(Value::Null) => "CN".to_owned(),
        Some(Value::String(text)) => text.to_ascii_uppercase(),
        Some(_) => return Err(refuse("wrong_type", "calendar", "a calendar is a text")),
    };
    if country.len() != 2 || !country.chars().all(|c| c.is_ascii_uppercase()) {
        return Err(refuse("unknown_code", "calendar", "a calendar is named by a two-letter country code"));
    }
    let received_on =
        date("received_on")?.ok_or_else(|| refuse("missing_field", "received_on", "it must be given"))?;
    let as_of = date("as_of")?;
    let calendar = Calendar::of(&country);
    let cycle = Cycle::of(calendar, received_on);
    Ok(json!(CycleAnswer {
        case,
        cycle,
        elapsed_working_days: as_of.map(|day| calendar.working_days_between(received_on, day)),
        state: as_of.map(|day| cycle.state(day)),
    }))
}

const RECEIPT_FIELDS: [&str; 4] = ["case", "calendar", "received_on", "as_of"];

fn refusal(case: Option<Value>, code: &str, field: &str, message: &str) -> Value {
    json!({ "case": case, "error": { "code": code, "field": field, "message": message } })
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
        for (line, code, field) in [
            (r#"{"case":"W","calendar":"CHN","received_on":"2026-02-10"}"#, "unknown_code", "calendar"),
            (r#"{"case":"W","calendar":7,"received_on":"2026-02-10"}"#, "wrong_type", "calendar"),
            (r#"{"case":"W","received_on":"2026-02-30"}"#, "bad_date", "received_on"),
            (r#"{"case":"W","received_on":"2026-02-10","as_of":"soon"}"#, "bad_date", "as_of"),
            (r#"{"case":"W","recieved_on":"2026-02-10"}"#, "unknown_field", "recieved_on"),
            (r#"{"case":"W"}"#, "missing_field", "received_on"),
        ] {
            let refused = cycle_line(line).unwrap_err();
            let said = (&refused["case"], &refused["error"]["code"], &refused["error"]["field"]);
            assert_eq!(said, (&json!("W"), &json!(code), &json!(field)));
        }
        assert_eq!(cycle_line("[]").unwrap_err()["error"]["code"], "wrong_type");
        assert_eq!(cycle_line("{").unwrap_err()["error"]["code"], "not_json");
    }
}
