//! Why a line of facts or of receipts was refused, in the form of contracts.md: code and field for programs, a sentence
//! for the person who wrote the line. It checks nothing (the engine's reader does) and never repeats a value, which may
//! be personal.

use nightbench_eligibility::facts::{Expected, FactsError, FactsFault, RefusedFacts};
use nightbench_locale::{Language, Value, say};
use serde_json::json;

/// A line that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedLine {
    /// The caller's name for the line, where it could still be read.
    pub(crate) case: Option<serde_json::Value>,
    /// Path of the field; empty for the whole line.
    pub(crate) field: String,
    /// For programs.
    pub(crate) code: &'static str,
    /// Which sentence, behind `line_fault-`.
    pub(crate) says: &'static str,
    pub(crate) values: Vec<(&'static str, String)>,
}

impl RefusedLine {
    /// A line that is no text at all.
    #[must_use]
    pub fn not_utf8() -> Self {
        Self { case: None, field: String::new(), code: "not_json", says: "not_utf8", values: Vec::new() }
    }

    /// `{"case", "error": {"code", "field", "message"}}`.
    #[must_use]
    pub fn object(&self, language: Language) -> serde_json::Value {
        let Self { case, field, code, .. } = self;
        json!({ "case": case, "error": { "code": code, "field": field, "message": self.message(language) } })
    }

    /// Case, field and what is wrong, for a person who reads explanations.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let case =
            self.case.as_ref().map(|case| case.as_str().map_or_else(|| case.to_string(), str::to_owned));
        let place = case.into_iter().chain((!self.field.is_empty()).then(|| self.field.clone()));
        let place: Vec<String> = place.collect();
        let message = self.message(language);
        if place.is_empty() {
            return message;
        }
        let values = [("place", place.join(" · ").into()), ("fault", message.into())];
        say(language, "line_fault-at", &values)
    }

    fn message(&self, language: Language) -> String {
        let values: Vec<(&str, Value<'_>)> =
            self.values.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        say(language, &format!("line_fault-{}", self.says), &values)
    }
}

impl From<RefusedFacts> for RefusedLine {
    fn from(refused: RefusedFacts) -> Self {
        let FactsError { field, fault } = refused.error;
        let code = fault.code();
        let (says, values) = match fault {
            FactsFault::NotJson { line, column } => {
                ("not_json", vec![("line", line.to_string()), ("column", column.to_string())])
            }
            FactsFault::UnknownField { known } => ("unknown_field", vec![("known", known.join(", "))]),
            FactsFault::Twice => ("twice", Vec::new()),
            FactsFault::UnknownCode { known } => ("unknown_code", vec![("known", known.join(", "))]),
            FactsFault::UnknownCountry => ("unknown_country", Vec::new()),
            FactsFault::WrongType { expected } => {
                ("wrong_type", vec![("expected", kind(expected).to_owned())])
            }
            FactsFault::BadDate => ("bad_date", Vec::new()),
            FactsFault::OutOfRange { most } => ("out_of_range", vec![("most", most.to_string())]),
        };
        Self { case: refused.case.map(serde_json::Value::from), field, code, says, values }
    }
}

/// The word of what a field takes, in the sentence of a wrong type.
pub(crate) const fn kind(expected: Expected) -> &'static str {
    match expected {
        Expected::Object => "object",
        Expected::List => "list",
        Expected::Text => "text",
        Expected::Code => "code",
        Expected::Number => "number",
        Expected::YesOrNo => "yes_or_no",
        Expected::Date => "date",
        Expected::Country => "country",
    }
}

#[cfg(test)]
mod tests {
    use super::RefusedLine;
    use nightbench_eligibility::Facts;
    use nightbench_locale::Language;
    use serde_json::json;

    #[test]
    fn every_kind_of_refusal_is_a_sentence_in_both_languages_and_repeats_no_value() {
        for (line, code, field, english, chinese) in [
            ("{", "not_json", "", "line 1, column 1", "第 1 行第 1 列"),
            ("[]", "wrong_type", "", "an object is expected", "应为对象"),
            (
                r#"{"phone":"secret"}"#,
                "unknown_field",
                "phone",
                "known are case, product_class",
                "可用字段：case, ",
            ),
            (
                r#"{"serial":{"label":"absent","label":"readable"}}"#,
                "duplicate_field",
                "serial.label",
                "stands twice",
                "出现了两次",
            ),
            (
                r#"{"product_class":"secret"}"#,
                "unknown_code",
                "product_class",
                "terminal, module, detector",
                "terminal, module, detector",
            ),
            (r#"{"country":"secret"}"#, "unknown_code", "country", "two capital letters", "两个大写字母"),
            (r#"{"case":7}"#, "wrong_type", "case", "a text is expected", "应为文本"),
            (r#"{"findings":"secret"}"#, "wrong_type", "findings", "a list is expected", "应为列表"),
            (r#"{"findings":[7]}"#, "wrong_type", "findings[0]", "a code is expected", "应为代码"),
            (
                r#"{"return_consent":"secret"}"#,
                "wrong_type",
                "return_consent",
                "true or false is expected",
                "true 或 false",
            ),
            (
                r#"{"claim_date":7}"#,
                "wrong_type",
                "claim_date",
                "a date, YYYY-MM-DD, is expected",
                "应为日期",
            ),
            (r#"{"country":7}"#, "wrong_type", "country", "a country code is expected", "应为国家代码"),
            (
                r#"{"claim_date":"2026-02-30"}"#,
                "bad_date",
                "claim_date",
                "not a day of the calendar",
                "不是 9800 年以前的日期",
            ),
            (
                r#"{"claim_date":"9801-01-01"}"#,
                "bad_date",
                "claim_date",
                "up to the year 9800",
                "9800 年以前",
            ),
            (
                r#"{"contract":{"unit_months":1201}}"#,
                "out_of_range",
                "contract.unit_months",
                "from 0 to 1200",
                "0 至 1200 的整数",
            ),
            (
                r#"{"contract":{"unit_months":"secret"}}"#,
                "wrong_type",
                "contract.unit_months",
                "a whole number is expected",
                "应为整数",
            ),
        ] {
            let refused = RefusedLine::from(Facts::from_json(line).unwrap_err());
            for (language, words) in [(Language::En, english), (Language::ZhCn, chinese)] {
                let told = refused.object(language);
                assert_eq!(
                    (&told["error"]["code"], &told["error"]["field"]),
                    (&json!(code), &json!(field)),
                    "{line}"
                );
                let message = told["error"]["message"].as_str().unwrap();
                assert!(message.contains(words), "{line}: {message}");
                assert!(!message.contains("secret") && !message.contains('⟦'), "{message}");
            }
        }
        assert_eq!(RefusedLine::not_utf8().sentence(Language::ZhCn), "不是 UTF-8 文本");
        let named = Facts::from_json(r#"{"case":"A1","serial":{"label":true}}"#).unwrap_err();
        assert_eq!(RefusedLine::from(named).sentence(Language::En), "A1 · serial.label: a code is expected");
    }
}
