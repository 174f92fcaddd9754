//! A station for tests: the real store, a clock that stands still until it is moved, ids that count, and a printer
//! that remembers.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use ed25519_dalek::{Signer, SigningKey};
use nightbench_app::error::PrintFailure;
use nightbench_app::pack_key::PackKeys;
use nightbench_app::ports::{Clock, Ids, Ports, Printer, PrinterName};
use nightbench_app::station::App;
use nightbench_app::transport::Http;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use uuid::Uuid;

/// Monday 2 March 2026, 10:00 in Chengdu.
pub(crate) const MONDAY: &str = "2026-03-02T02:00:00Z";

#[derive(Clone)]
pub(crate) struct SetClock(Arc<AtomicI64>);

impl SetClock {
    pub(crate) fn at(instant: &str) -> Self {
        let clock = Self(Arc::new(AtomicI64::new(0)));
        clock.set(instant);
        clock
    }

    pub(crate) fn set(&self, instant: &str) {
        let instant: DateTime<Utc> = instant.parse().unwrap();
        self.0.store(instant.timestamp_millis(), Ordering::SeqCst);
    }
}

impl Clock for SetClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

/// Ids in ascending order, and bytes that differ from one another.
pub(crate) struct CountedIds(AtomicU64);

impl Ids for CountedIds {
    fn uuid(&self) -> Uuid {
        Uuid::from_u128(
            0x0190_0000_0000_7000_8000_0000_0000_0000 + u128::from(self.0.fetch_add(1, Ordering::SeqCst)),
        )
    }

    fn fill(&self, bytes: &mut [u8]) {
        let seed = self.0.fetch_add(1, Ordering::SeqCst);
        blake3::Hasher::new().update(&seed.to_le_bytes()).finalize_xof().fill(bytes);
    }
}

/// What a printer or the viewer was given: its name, how many copies, the PDF.
pub(crate) type Job = (String, u8, Vec<u8>);

#[derive(Clone, Default)]
pub(crate) struct PrinterOfTests {
    pub(crate) jobs: Arc<Mutex<Vec<Job>>>,
    pub(crate) is_jammed: bool,
}

impl Printer for PrinterOfTests {
    fn list(&self) -> Vec<PrinterName> {
        vec![PrinterName { name: "front desk".to_owned(), is_default: true }]
    }

    fn print(&self, printer: &str, pdf: &Path, copies: u8) -> Result<(), PrintFailure> {
        if self.is_jammed {
            return Err(PrintFailure::Refused);
        }
        let bytes = std::fs::read(pdf).unwrap();
        self.jobs.lock().unwrap().push((printer.to_owned(), copies, bytes));
        Ok(())
    }

    fn show(&self, pdf: &Path) -> Result<(), PrintFailure> {
        if self.is_jammed {
            return Err(PrintFailure::NoViewer);
        }
        self.jobs.lock().unwrap().push(("viewer".to_owned(), 0, std::fs::read(pdf).unwrap()));
        Ok(())
    }
}

/// The key of an issuer of packs; its seed is the tests' own.
fn issuer() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

fn issuer_keys() -> PackKeys {
    let public = STANDARD.encode(issuer().verifying_key().as_bytes());
    PackKeys::parse(&format!("headquarters {public}")).unwrap()
}

/// A pack as the issuer sends it.
pub(crate) fn signed(file: &str, text: &str) -> Value {
    let signature = STANDARD.encode(issuer().sign(text.as_bytes()).to_bytes());
    json!({ "file": file, "text": text, "signature": signature })
}

/// The shipped commitment as another version, with more lines in its head.
pub(crate) fn commitment(version: &str, head: &str) -> String {
    let shipped = include_str!("../../../../policies/jingpin-commitment.toml");
    shipped.replacen("version = \"2026.1\"", &format!("version = \"{version}\"\n{head}"), 1)
}

pub(crate) struct Desk {
    pub(crate) app: App,
    pub(crate) clock: SetClock,
    pub(crate) printer: PrinterOfTests,
}

/// A station of CD01 in memory, on Monday morning.
pub(crate) fn desk() -> Desk {
    let desk = bare(None, PrinterOfTests::default(), 1);
    desk.write("station_init", json!({ "centre": "CD01" }));
    desk
}

/// A station in a data directory, or in memory, before it is set up.
pub(crate) fn bare(data: Option<&Path>, printer: PrinterOfTests, first_id: u64) -> Desk {
    let clock = SetClock::at(MONDAY);
    let ports = Ports {
        clock: Box::new(clock.clone()),
        ids: Arc::new(CountedIds(AtomicU64::new(first_id))),
        printer: Box::new(printer.clone()),
        pack_keys: issuer_keys(),
        transport: Box::new(Http::new()),
    };
    let app = match data {
        Some(data) => App::open(data, ports).unwrap(),
        None => App::memory(ports).unwrap(),
    };
    Desk { app, clock, printer }
}

impl Desk {
    /// The answer to a read.
    pub(crate) fn read(&self, command: &str, request: Value) -> Value {
        let reply = self.app.dispatch(command, request).unwrap_or_else(|error| panic!("{command}: {error}"));
        assert!(reply.changes.is_empty(), "{command} only reads");
        reply.value
    }

    /// The answer to a write.
    pub(crate) fn write(&self, command: &str, request: Value) -> Value {
        self.app.dispatch(command, request).unwrap_or_else(|error| panic!("{command}: {error}")).value
    }

    /// What a write changed.
    pub(crate) fn changes(&self, command: &str, request: Value) -> Value {
        json!(self.app.dispatch(command, request).unwrap().changes)
    }

    /// The code of a refusal.
    pub(crate) fn refused(&self, command: &str, request: Value) -> String {
        match self.app.dispatch(command, request) {
            Ok(reply) => panic!("{command} was not refused: {}", reply.value),
            Err(error) => error.failure().code,
        }
    }

    /// Imports a register given as CSV.
    pub(crate) fn import(&self, csv: &str) -> Value {
        let opened =
            self.read("registry_open", json!({ "name": "sold.csv", "base64": STANDARD.encode(csv) }));
        self.write("registry_import", json!({ "file": opened["file"] }))
    }

    /// Receives a unit given by a serial, with some fields changed.
    pub(crate) fn receive(&self, serial: &str, changes: Value) -> Value {
        self.write("intake_receive", json!({ "intake": intake(serial, changes) }))
    }
}

/// A complete intake of a serial, with some fields changed.
pub(crate) fn intake(serial: &str, changes: Value) -> Value {
    let mut intake = json!({
        "serial": serial, "model": "NV-640", "product_class": "terminal", "symptom": "无法开机",
        "customer": { "name": "李雷", "phone": "139 8000 5966" }, "received_on": "2026-03-02",
    });
    let fields = intake.as_object_mut().unwrap();
    fields.extend(changes.as_object().unwrap().clone());
    intake
}
