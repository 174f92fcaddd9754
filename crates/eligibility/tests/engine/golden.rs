//! The written form of a verdict is a promise to scripts and to stored rows: pinned here, byte for byte but for hashes.

use nightbench_eligibility::policy::Policy;
use nightbench_eligibility::{Verdict, assess_line};
use serde_json::{Value, json};

#[test]
fn a_verdict_is_written_as_the_golden_file_shows_and_reads_back() {
    let mut written = String::new();
    for line in include_str!("../golden.facts.ndjson").lines() {
        let verdict = assess_line(Policy::shipped().unwrap(), line).unwrap();
        let mut value = serde_json::to_value(&verdict).unwrap();
        assert_eq!(serde_json::from_value::<Verdict>(value.clone()).unwrap(), verdict);
        for pointer in ["/policy/hash", "/calendar_hash"] {
            let hash = value.pointer_mut(pointer).unwrap();
            assert_eq!(hash.as_str().map(str::len), Some(64));
            *hash = json!("...");
        }
        written.push_str(&serde_json::to_string_pretty::<Value>(&value).unwrap());
        written.push('\n');
    }
    let golden = include_str!("../golden.verdicts.json");
    assert!(written == golden, "the written form has changed; it now is:\n{written}");
}
