//! Counts for whoever watches the server, in Prometheus's text form. They name kinds of things, never a person, a station
//! or a record.

use axum::http::StatusCode;
use nightbench_sync::wire::{BatchRefusal, SyncAnswer, Verdict};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Counters by name and labels.
#[derive(Default)]
pub(super) struct Metrics(Mutex<BTreeMap<&'static str, BTreeMap<String, u64>>>);

impl Metrics {
    pub(super) fn request(&self, path: &str, status: StatusCode, took: Duration) {
        let (status, took) = (status.as_u16(), u64::try_from(took.as_micros()).unwrap_or(u64::MAX));
        let mut counters = self.counters();
        add(&mut counters, "nightbench_hq_requests_total", format!("path=\"{path}\",status=\"{status}\""), 1);
        add(&mut counters, "nightbench_hq_request_microseconds_total", format!("path=\"{path}\""), took);
    }

    pub(super) fn round(&self, answer: &SyncAnswer) {
        let mut counters = self.counters();
        for judged in &answer.verdicts {
            let verdict = match judged.verdict {
                Verdict::Accepted => "accepted",
                Verdict::Merged { .. } => "merged",
                Verdict::Conflict { .. } => "conflict",
                Verdict::Quarantined { .. } => "quarantined",
            };
            add(&mut counters, "nightbench_hq_operations_total", format!("verdict=\"{verdict}\""), 1);
        }
        for refused in &answer.refused {
            let reason = match refused.reason {
                BatchRefusal::Expect { .. } => "expect",
                BatchRefusal::Fork { .. } => "fork",
                BatchRefusal::Broken { .. } => "broken",
                BatchRefusal::Signature => "signature",
                BatchRefusal::Size => "size",
                BatchRefusal::Unknown => "unknown",
            };
            add(&mut counters, "nightbench_hq_refused_batches_total", format!("reason=\"{reason}\""), 1);
        }
        add(&mut counters, "nightbench_hq_operations_given_total", String::new(), answer.page.len() as u64);
    }

    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for (name, counts) in &*self.counters() {
            // Writing to a string does not fail.
            let _ = writeln!(text, "# TYPE {name} counter");
            for (labels, count) in counts {
                let _ = match labels.is_empty() {
                    true => writeln!(text, "{name} {count}"),
                    false => writeln!(text, "{name}{{{labels}}} {count}"),
                };
            }
        }
        text
    }

    fn counters(&self) -> MutexGuard<'_, BTreeMap<&'static str, BTreeMap<String, u64>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn add(
    counters: &mut BTreeMap<&'static str, BTreeMap<String, u64>>,
    name: &'static str,
    labels: String,
    count: u64,
) {
    *counters.entry(name).or_default().entry(labels).or_default() += count;
}
