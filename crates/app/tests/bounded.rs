//! Files of 100,000 rows are brought in with the memory of 10,000: the peak of what this program asks for, beside the
//! file's own bytes, is measured by an allocator that counts. A program of its own, because the allocator is the
//! whole program's.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed"
)]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use nightbench_app::ports::Ports;
use nightbench_app::station::App;
use peak_alloc::PeakAlloc;
use serde_json::{Value, json};
use std::fmt::Write as _;

#[global_allocator]
static COUNTED: PeakAlloc = PeakAlloc;

/// The most an import asks for beside the file's own bytes, however many rows it has. SQLite's page cache comes on
/// top: it is bounded by its own setting.
const BYTES_MAX: usize = 1024 * 1024;

fn models(rows: u32) -> String {
    let mut csv = String::from("model,name_zh,product_class,kit,serial_pattern\n");
    for row in 0..rows {
        writeln!(csv, "M-{row:06},夜视仪,terminal,battery;charger,M{row:06}-####").unwrap();
    }
    csv
}

fn contracts(rows: u32) -> String {
    let mut csv = String::from("contract,buyer,serials,unit_months\n");
    for row in 0..rows {
        writeln!(csv, "C-{row:06},公司 {row},JP{row:06}-00..JP{row:06}-99,36").unwrap();
    }
    csv
}

fn register(rows: u32) -> String {
    let mut csv = String::from("serial,model,product_class,voucher_date,dealer\n");
    for row in 0..rows {
        writeln!(csv, "JP2409-{row:06},NV-640,terminal,2026-03-02,华强").unwrap();
    }
    csv
}

/// The peak of an import of a file that is open already, bytes.
fn peak(kind: Option<&str>, csv: &str, rows: u32) -> usize {
    let directory = tempfile::tempdir().unwrap();
    let app = App::open(directory.path(), Ports::system()).unwrap();
    let call = |name: &str, request: Value| app.dispatch(name, request).unwrap().value;
    call("station_init", json!({ "centre": "CD01" }));
    let mut request = json!({ "name": "many.csv", "base64": STANDARD.encode(csv) });
    let (open, import) = match kind {
        None => ("registry_open", "registry_import"),
        Some(kind) => {
            request["kind"] = json!(kind);
            ("master_open", "master_import")
        }
    };
    let preview = call(open, request);
    assert_eq!(preview["new"], rows, "{preview}");
    let before = COUNTED.current_usage();
    COUNTED.reset_peak_usage();
    let report = call(import, json!({ "file": preview["file"] }));
    assert_eq!(report["imported"], rows);
    COUNTED.peak_usage().saturating_sub(before)
}

/// The peak of holding every row at once, bytes: what the measure is there to catch.
fn peak_of_collecting(csv: &str) -> usize {
    let before = COUNTED.current_usage();
    COUNTED.reset_peak_usage();
    let rows: Vec<String> = csv.lines().map(str::to_owned).collect();
    assert!(!rows.is_empty());
    COUNTED.peak_usage().saturating_sub(before)
}

#[test]
fn a_hundred_thousand_rows_take_no_more_memory_than_ten_thousand() {
    assert!(peak_of_collecting(&register(100_000)) > BYTES_MAX, "an import that keeps its rows is noticed");
    for (kind, file) in
        [(Some("model"), models as fn(u32) -> String), (Some("contract"), contracts), (None, register)]
    {
        for rows in [10_000, 100_000] {
            let peak = peak(kind, &file(rows), rows);
            println!("{} {rows}: {} kB", kind.unwrap_or("register"), peak / 1024);
            assert!(peak < BYTES_MAX, "{kind:?}: {rows} rows took {peak} bytes");
        }
    }
}
