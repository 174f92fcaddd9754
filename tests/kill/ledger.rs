//! What was acknowledged, and what may be wrong with a store that acknowledged it.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// One line the program printed, and the unit it was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Acknowledged {
    pub(crate) id: String,
    pub(crate) rma: String,
    pub(crate) serial: String,
}

/// A broken promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Acknowledged and not in the store.
    Lost(String),
    /// In the store under another id or serial than was acknowledged.
    Altered(String),
    /// Given to two units.
    Repeated(String),
}

/// Everything acknowledged so far, over all lives of the program.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    acknowledged: Vec<Acknowledged>,
}

impl Ledger {
    pub(crate) fn extend(&mut self, seen: impl IntoIterator<Item = Acknowledged>) {
        self.acknowledged.extend(seen);
    }

    pub(crate) fn len(&self) -> usize {
        self.acknowledged.len()
    }

    /// What is wrong with a store that lists these tickets.
    pub(crate) fn faults(&self, tickets: &[Value]) -> Vec<Fault> {
        let text = |ticket: &Value, name: &str| ticket[name].as_str().unwrap_or_default().to_owned();
        let mut faults = Vec::new();
        let mut stored = BTreeMap::new();
        for ticket in tickets {
            let rma = text(ticket, "rma");
            if stored.insert(rma.clone(), (text(ticket, "id"), text(ticket, "serial"))).is_some() {
                faults.push(Fault::Repeated(rma));
            }
        }
        let mut given = BTreeSet::new();
        for line in &self.acknowledged {
            if !given.insert(&line.rma) {
                faults.push(Fault::Repeated(line.rma.clone()));
            }
            match stored.get(&line.rma) {
                None => faults.push(Fault::Lost(line.rma.clone())),
                Some(found) if *found != (line.id.clone(), line.serial.clone()) => {
                    faults.push(Fault::Altered(line.rma.clone()));
                }
                Some(_) => {}
            }
        }
        faults
    }
}

#[test]
fn a_repeated_and_an_altered_number_are_noticed() {
    use serde_json::json;

    let line =
        |id: &str, serial: &str| Acknowledged { id: id.into(), rma: "R1".into(), serial: serial.into() };
    let ticket = json!({ "id": "1", "rma": "R1", "serial": "A" });
    let mut ledger = Ledger::default();
    ledger.extend([line("1", "A")]);
    assert_eq!(ledger.faults(&[ticket.clone(), ticket.clone()]), [Fault::Repeated("R1".into())]);
    ledger.extend([line("2", "B")]);
    let faults = ledger.faults(&[ticket]);
    assert_eq!(faults, [Fault::Repeated("R1".into()), Fault::Altered("R1".into())]);
}
