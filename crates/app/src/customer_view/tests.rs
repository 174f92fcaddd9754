//! The sentences of every worked example, and what no example may be told.

use super::{Decided, RIGHTS, Sentence, sentences};
use crate::earlier_report::EarlierReport;
use chrono::NaiveDate;
use nightbench_calendar::Calendar;
use nightbench_domain::claim::Remedy;
use nightbench_eligibility::Packs;
use nightbench_eligibility::facts::Facts;
use nightbench_eligibility::verdict::{Outcome, Verdict};
use nightbench_locale::{Language, say};
use serde_json::{Value, json};

/// Sentences that say of something that it is over, not covered or not there.
const LOST: [&str; 5] = [
    "customer-ended",
    "customer-ended_undated",
    "customer-not_covered",
    "customer-own_agreement",
    "customer-no_fault",
];

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn told(facts: &Facts) -> (Verdict, [Sentence; 2]) {
    let verdict = Packs::shipped().unwrap().assess(Calendar::of("CN"), facts);
    let told = sentences(facts, &verdict, &Decided::default(), &[], today());
    (verdict, told)
}

fn facts_of(value: &Value) -> Facts {
    Facts::from_json(&value.to_string()).unwrap()
}

fn examples() -> Vec<Facts> {
    let lines = include_str!("../../../eligibility/tests/examples.ndjson").lines();
    lines.map(|line| facts_of(&serde_json::from_str::<Value>(line).unwrap()["facts"])).collect()
}

/// A claim of day 2 with all that is needed, and some facts changed.
fn claim(changes: &Value) -> Facts {
    let mut facts = json!({
        "purchase": { "voucher_date": "2026-03-02", "contract_date": null }, "claim_date": "2026-03-04",
        "product_class": "terminal", "claim_object": "whole", "sale_kind": "normal",
        "findings": ["product_fault"], "documents": { "warranty_certificate": true, "purchase_proof": true },
        "serial": { "label": "readable", "matches": true }, "authorised_source": true,
        "accessories_complete": true, "return_consent": true,
    });
    facts.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    facts_of(&facts)
}

fn name(language: Language, remedy: Remedy) -> String {
    let remedy = match remedy {
        Remedy::Refund => "refund",
        Remedy::Exchange => "exchange",
        Remedy::FreeRepair => "free_repair",
        Remedy::PaidRepair => "paid_repair",
    };
    say(language, &format!("customer-remedy-{remedy}"), &[])
}

/// The two sentences in one language.
fn text(told: &[Sentence; 2], language: Language) -> String {
    let one = |sentence: &Sentence| match language {
        Language::ZhCn => sentence.text.zh.clone(),
        Language::En => sentence.text.en.clone(),
    };
    told.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_worked_example_is_told_in_two_whole_sentences_of_each_language_without_a_clause_number() {
    let examples = examples();
    assert_eq!(examples.len(), 69);
    for facts in examples {
        let (_, told) = told(&facts);
        for sentence in &told {
            for (words, end) in [(&sentence.text.zh, '。'), (&sentence.text.en, '.')] {
                let case = &facts.case;
                assert!(words.ends_with(end), "{case:?}: {words}");
                assert!(!words.contains(['⟦', '{', '§']), "{case:?}: {words}");
                let letters: Vec<char> = words.chars().collect();
                let is_clause = |three: &[char]| {
                    three[0].is_ascii_digit() && three[1] == '.' && three[2].is_ascii_alphanumeric()
                };
                assert!(!letters.windows(3).any(is_clause), "{case:?}: {words}");
            }
        }
    }
}

/// With each document, finding, sale kind and date of an example taken away in turn, too.
#[test]
fn a_right_that_is_granted_is_named_or_in_force_and_never_worded_as_lost() {
    for facts in varied() {
        let (verdict, told) = told(&facts);
        let granted: Vec<Remedy> = RIGHTS
            .into_iter()
            .filter(|remedy| verdict.remedies.of(*remedy).outcome == Outcome::Granted)
            .collect();
        if granted.is_empty() {
            continue;
        }
        let case = &facts.case;
        assert!(told.iter().all(|sentence| !LOST.contains(&sentence.id.as_str())), "{case:?}: {told:?}");
        let is_repair_alone = granted == [Remedy::FreeRepair];
        for language in Language::ALL {
            let words = text(&told, language);
            for remedy in &granted {
                let free = if language == Language::En { "free of charge" } else { "免费维修" };
                let named = words.contains(&name(language, *remedy));
                assert!(named || (is_repair_alone && words.contains(free)), "{case:?}: {remedy:?}: {words}");
            }
        }
    }
}

#[test]
fn a_right_that_is_refused_is_never_promised() {
    for facts in varied() {
        let (verdict, told) = told(&facts);
        for remedy in RIGHTS {
            let answer = verdict.remedies.of(remedy);
            if answer.outcome != Outcome::Denied || answer.unsigned {
                continue;
            }
            for sentence in &told {
                for (words, language) in
                    [(&sentence.text.zh, Language::ZhCn), (&sentence.text.en, Language::En)]
                {
                    assert!(
                        !words.contains(&name(language, remedy)),
                        "{:?}: {remedy:?}: {words}",
                        facts.case
                    );
                }
            }
        }
    }
}

#[test]
fn nothing_that_is_open_or_unsigned_is_announced_as_refused() {
    for facts in varied() {
        let (verdict, told) = told(&facts);
        let is_open = RIGHTS.iter().any(|remedy| {
            let answer = verdict.remedies.of(*remedy);
            answer.outcome == Outcome::Needs || answer.unsigned
        });
        // "No fault found" is the technician's finding, not a refusal that anyone signs.
        let refused = LOST.iter().filter(|id| **id != "customer-no_fault");
        if is_open {
            for id in refused {
                assert!(told.iter().all(|sentence| sentence.id != *id), "{:?}: {told:?}", facts.case);
            }
        }
    }
}

/// The examples, and each of them with one fact less.
fn varied() -> Vec<Facts> {
    let mut all = Vec::new();
    for facts in examples() {
        let whole = json!(facts);
        for key in [
            "findings",
            "documents",
            "sale_kind",
            "purchase",
            "claim_date",
            "return_consent",
            "accessories_complete",
        ] {
            let mut less = whole.clone();
            if less.as_object_mut().unwrap().remove(key).is_some() {
                all.push(facts_of(&less));
            }
        }
        all.push(facts);
    }
    all
}

#[test]
fn each_shape_of_a_verdict_has_its_own_words() {
    for (changes, expected) in [
        (json!({}), ["customer-in_time", "customer-report_within"]),
        (json!({ "findings": null }), ["customer-in_time_open", "customer-stays_wait"]),
        (
            json!({ "documents": { "warranty_certificate": true } }),
            ["customer-in_time_open", "customer-stays_bring"],
        ),
        (json!({ "claim_date": "2026-06-01" }), ["customer-in_warranty", "customer-covered_to"]),
        (json!({ "claim_date": "2029-06-01" }), ["customer-ended", "customer-paid_offer"]),
        (json!({ "findings": ["operates_normally"] }), ["customer-no_fault", "customer-no_charge_unasked"]),
        (json!({ "findings": ["misuse_or_environment"] }), ["customer-not_covered", "customer-paid_offer"]),
        (json!({ "sale_kind": "borrowed" }), ["customer-colleague_decides", "customer-until_then"]),
        (
            json!({ "documents": { "warranty_certificate": true, "purchase_proof": false } }),
            ["customer-colleague_decides", "customer-papers_help"],
        ),
        (json!({ "sale_kind": null }), ["customer-undecided", "customer-nothing_refused_wait"]),
        (json!({ "sale_kind": "special_price" }), ["customer-in_warranty", "customer-still_decides"]),
    ] {
        let (verdict, told) = told(&claim(&changes));
        let ids = told.each_ref().map(|sentence| sentence.id.as_str());
        assert_eq!(ids, expected, "{changes}: {:?} {:?}", verdict.remedies, told);
    }
}

#[test]
fn the_sentences_read_as_people_speak() {
    let (_, granted) = told(&claim(&json!({})));
    assert_eq!(
        text(&granted, Language::En),
        "Your claim is in time as of 22 November 2026: you are entitled to a refund, an exchange or a free repair. \
         Your report lies within the period for it, which runs to 9 March 2026."
    );
    let (_, open) = told(&claim(&json!({ "findings": null })));
    assert_eq!(
        text(&open, Language::ZhCn),
        "截至2026年11月22日，您的报修在期限内。 在检测故障期间，您退货、换货或免费维修的权利不受影响。"
    );
}

#[test]
fn what_a_person_gave_or_refused_is_told_in_place_of_what_the_rules_leave() {
    let ids = |facts: &Value, decided: &Decided| {
        let facts = claim(facts);
        let verdict = Packs::shipped().unwrap().assess(Calendar::of("CN"), &facts);
        sentences(&facts, &verdict, decided, &[], today()).map(|sentence| sentence.id)
    };
    let lost = json!({ "documents": { "warranty_certificate": false, "purchase_proof": true } });
    let unasked = json!({ "return_consent": false });
    let misused = json!({ "findings": ["misuse_or_environment"] });
    let lent = json!({ "sale_kind": "borrowed" });
    let given = |remedies: &[Remedy]| Decided { given: remedies.to_vec(), ..Decided::default() };
    let refused = |remedies: &[Remedy]| Decided { refused: remedies.to_vec(), ..Decided::default() };
    let looked_at = Decided { looked_at: RIGHTS.to_vec(), ..Decided::default() };
    for (sentence, facts, decided, told) in [
        ("a lost card is excused", &lost, given(&RIGHTS), ["given", "given_choose"]),
        ("a lost card, and nobody decided", &lost, Decided::default(), ["colleague_decides", "papers_help"]),
        ("a lost card, and the denial stands", &lost, looked_at, ["not_covered", "paid_offer"]),
        ("goodwill for a misused unit", &misused, given(&[Remedy::FreeRepair]), ["given", "carried_out"]),
        ("goodwill for a lent unit", &lent, given(&[Remedy::FreeRepair]), ["given", "carried_out"]),
        ("what the rules grant is not a gift", &json!({}), given(&RIGHTS), ["in_time", "report_within"]),
        ("refused without consent", &unasked, refused(&Remedy::ALL), ["refused", "no_charge_unasked"]),
        ("one of three refused", &unasked, refused(&[Remedy::Refund]), ["in_time_open", "stays_wait"]),
    ] {
        assert_eq!(ids(facts, &decided), told.map(|id| format!("customer-{id}")), "{sentence}");
    }
    let accessories = json!({ "accessories_complete": false });
    let beside = ids(&accessories, &given(&[Remedy::Refund]));
    assert_eq!(beside, ["customer-given", "customer-given_also"], "beside a free repair by right");
}

#[test]
fn what_only_an_earlier_report_would_bring_is_asked_for_and_never_worded_as_lost() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let late = claim(&json!({ "claim_date": "2029-03-05" }));
    let packs = Packs::shipped().unwrap();
    let verdict = packs.assess(Calendar::of("CN"), &late);
    let earlier = RIGHTS.map(|remedy| {
        let until = match remedy {
            Remedy::FreeRepair => verdict.cover.last_covered_day,
            Remedy::Refund | Remedy::Exchange | Remedy::PaidRepair => verdict.remedies.of(remedy).last_day,
        };
        EarlierReport { remedy, until: until.unwrap() }
    });
    let told = sentences(&late, &verdict, &Decided::default(), &earlier, today());
    assert_eq!(
        text(&told, Language::En),
        "We cannot say yet what you are entitled to. \
         Nothing is refused; please give us the day on which you first reported the fault."
    );
    let looked_at = Decided { looked_at: RIGHTS.to_vec(), ..Decided::default() };
    let told = sentences(&late, &verdict, &looked_at, &earlier, today());
    assert_eq!(told[0].id, "customer-ended");

    let in_warranty = claim(&json!({ "claim_date": "2026-06-01" }));
    let verdict = packs.assess(Calendar::of("CN"), &in_warranty);
    let [refund, exchange, _] = earlier;
    let told = sentences(&in_warranty, &verdict, &Decided::default(), &[refund, exchange], today());
    assert_eq!(told[1].id, "customer-reported_earlier");
    assert!(told[1].text.en.contains("1 April 2026") && told[1].text.en.contains("an exchange"), "{told:?}");
    assert_eq!(exchange.until, day("2026-04-01"));
    // What is granted is not asked for again, and what is less is not asked for at all.
    let granted = claim(&json!({}));
    let verdict = packs.assess(Calendar::of("CN"), &granted);
    let told = sentences(&granted, &verdict, &Decided::default(), &[exchange], today());
    assert_eq!(told[1].id, "customer-report_within");
}
