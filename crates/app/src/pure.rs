//! Answers that need no station: facts in, verdict out; a receipt in, its cycle out. One JSON object a line, in
//! the forms other programs rely on; a bad line is answered by an error object and the next one still counts.

use crate::error::AppError;
use crate::line_fault::{RefusedLine, kind};
use chrono::NaiveDate;
use nightbench_calendar::Calendar;
use nightbench_domain::cycle::{Cycle, CycleState};
use nightbench_eligibility::Packs;
use nightbench_eligibility::facts::{Expected, Facts};
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
    /// [`RefusedLine`] when the line is not facts.
    pub fn line(&self, line: &str) -> Result<Value, RefusedLine> {
        let facts = Facts::from_json(line)?;
        Ok(json!(self.packs.assess(Calendar::of("CN"), &facts)))
    }

    /// The verdict on one line of facts as text for a person: its proof tree, what would change it, what to ask next.
    ///
    /// # Errors
    /// As [`line`](Self::line).
    pub fn explained(&self, line: &str, language: Language) -> Result<String, RefusedLine> {
        let facts = Facts::from_json(line)?;
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
/// [`RefusedLine`] when the line is not a receipt.
pub fn cycle_line(line: &str) -> Result<Value, RefusedLine> {
    let fields = match serde_json::from_str::<Value>(line) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) => return Err(wrong_type(None, "", Expected::Object)),
        Err(error) => {
            let values = vec![("line", error.line().to_string()), ("column", error.column().to_string())];
            return Err(RefusedLine {
                case: None,
                field: String::new(),
                code: "not_json",
                says: "not_json",
                values,
            });
        }
    };
    let case = || fields.get("case").cloned();
    let refuse = |field: &'static str, code: &'static str, says: &'static str| RefusedLine {
        case: case(),
        field: field.to_owned(),
        code,
        says,
        values: Vec::new(),
    };
    if let Some(unknown) = fields.keys().find(|name| !RECEIPT_FIELDS.contains(&name.as_str())) {
        let values = vec![("known", RECEIPT_FIELDS.join(", "))];
        let field = unknown.clone();
        return Err(RefusedLine {
            case: case(),
            field,
            code: "unknown_field",
            says: "unknown_field",
            values,
        });
    }
    let date = |field: &'static str| match fields.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => match text.parse::<NaiveDate>() {
            Ok(day) if text.len() == "YYYY-MM-DD".len() => Ok(Some(day)),
            Ok(_) | Err(_) => Err(refuse(field, "bad_date", "bad_date")),
        },
        Some(_) => Err(wrong_type(case(), field, Expected::Date)),
    };
    let country = match fields.get("calendar") {
        None | Some(Value::Null) => "CN".to_owned(),
        Some(Value::String(text)) => text.to_ascii_uppercase(),
        Some(_) => return Err(wrong_type(case(), "calendar", Expected::Country)),
    };
    if country.len() != 2 || !country.chars().all(|c| c.is_ascii_uppercase()) {
        return Err(refuse("calendar", "unknown_code", "unknown_country"));
    }
    let received_on =
        date("received_on")?.ok_or_else(|| refuse("received_on", "missing_field", "missing_field"))?;
    let as_of = date("as_of")?;
    let calendar = Calendar::of(&country);
    let cycle = Cycle::of(calendar, received_on);
    Ok(json!(CycleAnswer {
        case: case(),
        cycle,
        elapsed_working_days: as_of.map(|day| calendar.working_days_between(received_on, day)),
        state: as_of.map(|day| cycle.state(day)),
    }))
}

const RECEIPT_FIELDS: [&str; 4] = ["case", "calendar", "received_on", "as_of"];

fn wrong_type(case: Option<Value>, field: &'static str, expected: Expected) -> RefusedLine {
    let values = vec![("expected", kind(expected).to_owned())];
    RefusedLine { case, field: field.to_owned(), code: "wrong_type", says: "wrong_type", values }
}

#[cfg(test)]
mod tests {
    use super::cycle_line;
    use nightbench_locale::Language;
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
            let refused = cycle_line(line).unwrap_err().object(Language::En);
            let said = (&refused["case"], &refused["error"]["code"], &refused["error"]["field"]);
            assert_eq!(said, (&json!("W"), &json!(code), &json!(field)));
        }
        assert_eq!(cycle_line("[]").unwrap_err().code, "wrong_type");
        assert_eq!(cycle_line("{").unwrap_err().code, "not_json");
    }
}
