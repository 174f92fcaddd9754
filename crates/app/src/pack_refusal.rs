//! Why a policy pack was refused, in words: the sentence of its code with what the file writes put in as it stands, and
//! the claim that shows the fault in the words of a comparison of packs. The command line prints it; the window makes the
//! same sentence from the same data (`ui/src/trade/packRefusal.ts`).

use crate::policy_diff::condition_line;
use nightbench_eligibility::message::fact_message_id;
use nightbench_eligibility::policy::refusal::{ExampleFact, PackError, PackFault};
use nightbench_locale::{Language, Value, knows, say};

/// File, line and fault as one sentence without its full stop.
#[must_use]
pub fn sentence(refused: &PackError, language: Language) -> String {
    let place = [
        ("file", refused.file.as_str().into()),
        ("line", refused.line.to_string().into()),
        ("fault", fault_words(&refused.fault, language).into()),
    ];
    say(language, "pack_fault", &place)
}

fn fault_words(fault: &PackFault, language: Language) -> String {
    let Ok(serde_json::Value::Object(fields)) = serde_json::to_value(fault) else { return String::new() };
    let code = fields.get("code").and_then(serde_json::Value::as_str).unwrap_or_default();
    let mut values: Vec<(&str, Value<'_>)> =
        fields.iter().map(|(name, value)| (name.as_str(), word(name, value, language).into())).collect();
    values.extend(example(fault, language).map(|example| ("example", example.into())));
    say(language, &format!("pack_fault-{code}"), &values)
}

/// A value as the file writes it; a remedy and what an answer waits for in words.
fn word(name: &str, value: &serde_json::Value, language: Language) -> String {
    match value {
        serde_json::Value::String(code) => match name {
            "remedy" | "granted" | "denied" => say(language, &format!("remedy-{code}"), &[]),
            "need" => say(language, &format!("need-{code}"), &[]),
            _ => code.clone(),
        },
        serde_json::Value::Array(many) => {
            let many = many.iter().filter_map(serde_json::Value::as_str);
            many.collect::<Vec<_>>().join(&say(language, "list-separator", &[]))
        }
        other => other.to_string(),
    }
}

/// The claim that shows the fault.
fn example(fault: &PackFault, language: Language) -> Option<String> {
    let lines: Vec<String> = if let PackFault::Gap { claim, .. } | PackFault::Incoherent { claim, .. } = fault
    {
        claim.iter().map(|one| condition_line(one, language)).collect()
    } else if let PackFault::UnrankedConflict { facts, .. } | PackFault::RanksTurned { facts, .. } = fault {
        facts.iter().map(|one| fact_line(one, language)).collect()
    } else {
        return None;
    };
    Some(lines.join(&say(language, "list-separator", &[])))
}

fn fact_line(example: &ExampleFact, language: Language) -> String {
    let name = say(language, &fact_message_id(example.fact), &[]);
    let code = match example.value.as_str() {
        "true" => "yes",
        "false" => "no",
        other => other,
    };
    let id = format!("value-{code}");
    let value = if knows(language, &id) { say(language, &id, &[]) } else { code.to_owned() };
    say(language, "explain-fact", &[("name", name.into()), ("value", value.into())])
}

#[cfg(test)]
mod tests {
    use super::sentence;
    use nightbench_eligibility::packs::Pack;
    use nightbench_locale::Language;

    const SHIPPED: &str = include_str!("../../../policies/jingpin-commitment.toml");

    #[test]
    fn a_refusal_is_a_sentence_in_both_languages_that_names_the_claim_in_words() {
        for (from, to, english, chinese) in [
            (
                "days = 7",
                "days = -7",
                "pack.toml, line 99: -7 is not a whole number from 0",
                "pack.toml 第 99 行：-7 不是非负整数",
            ),
            (
                "wanting = \"serial\"\n",
                "wanting = \"box\"\n",
                "\"box\" is not known here; it can be warranty_certificate, purchase_proof, readable_serial, serial,",
                "“box”不是可用的代码，可用代码：warranty_certificate、purchase_proof、",
            ),
            (
                "en = \"From an unauthorised source of supply.\"",
                "en = \"\"",
                "the clause of 5.12 has no words in en",
                "clause 中的 5.12 没有 en 文字",
            ),
            (
                "source = \"policy\"\norder = 3",
                "source = \"policy\"\norder = 1",
                "ranks turned round: 0 (contract) must prevail over 2.T (policy), which decides differently, such as on Contract: months for the unit: 36",
                "0（contract）应优先于 2.T（policy），后者结论不同，例如：",
            ),
            (
                "days = 7",
                "days = 45",
                "a claim is granted Refund (3.3) and denied Exchange (3.2), such as product: ",
                "同一情形可享受退货（3.3）却不适用换货（3.2），例如：",
            ),
            (
                "product_class = \"module\"\nclaim_object = \"whole\"\nmonths = 12",
                "product_class = \"module\"\nclaim_object = \"whole\"\nalternative_months = 12",
                "gap: a complete claim gets no answer on In-warranty repair and waits for Purchase contract (clause 2.T)",
                "资料完整的情形得不到“保内维修”的结论，仍待购销合同",
            ),
        ] {
            assert!(SHIPPED.contains(from), "{from}");
            let refused = Pack::load("pack.toml", &SHIPPED.replacen(from, to, 1)).unwrap_err();
            for (language, words) in [(Language::En, english), (Language::ZhCn, chinese)] {
                let said = sentence(&refused, language);
                assert!(said.contains(words), "{words} is missing in: {said}");
                for odd in ["⟦", "{$", "null", "[", "\"claim\""] {
                    assert!(!said.contains(odd), "{said}");
                }
            }
            let english = sentence(&refused, Language::En);
            assert!(
                !english.contains("2026-0"),
                "dates of a claim are told by the stretch they lie in: {english}"
            );
        }
    }
}
