//! How long a work order takes to open, by the number of entries in its history: the reads of its screen, in turn, on a
//! real store. `cargo run --release -p nightbench-app --example long_ticket`.

#![allow(clippy::print_stdout, reason = "its figures are what it is for")]

use nightbench_app::ports::Ports;
use nightbench_app::station::App;
use serde_json::{Value, json};
use std::error::Error;
use std::time::{Duration, Instant};

const TURNS: usize = 31;

fn main() -> Result<(), Box<dyn Error>> {
    let directory = std::env::temp_dir().join(format!("nightbench-long-ticket-{}", std::process::id()));
    let measured = measure(&directory);
    std::fs::remove_dir_all(&directory)?;
    for (entries, mut times) in measured? {
        times.sort_unstable();
        let ms = |at: usize| times.get(at).copied().unwrap_or_default().as_secs_f64() * 1000.0;
        println!("{entries} entries: median {:.2} ms, longest {:.2} ms", ms(TURNS / 2), ms(TURNS - 1));
    }
    Ok(())
}

fn field(answer: &Value, name: &str) -> Value {
    answer.get(name).cloned().unwrap_or_default()
}

/// How many entries, and the time of each opening.
type Measured = Vec<(usize, Vec<Duration>)>;

fn measure(directory: &std::path::Path) -> Result<Measured, Box<dyn Error>> {
    let app = App::open(directory, Ports::system())?;
    let call = |name: &str, request: Value| -> Result<Value, Box<dyn Error>> {
        Ok(app.dispatch(name, request).map_err(|failure| format!("{name}: {failure:?}"))?.value)
    };
    call("station_init", json!({ "centre": "CD01" }))?;
    let mut tickets = Vec::new();
    for (serial, entries) in [("JP2409-00001", 5), ("JP2409-00002", 500)] {
        let intake = json!({ "serial": serial, "model": "NV-640", "product_class": "terminal",
            "received_on": call("station_get", Value::Null)?.get("today"),
            "customer": { "name": "Li Lei", "phone": "13980005966" }, "symptom": "dark", "facts": {} });
        let id = field(&call("intake_receive", json!({ "intake": intake }))?, "id");
        let about = json!({ "kind": "ticket", "id": id });
        for at in 1..entries {
            // What happens most to a unit that stays long: it waits, it goes on, somebody is told.
            let (name, request) = match (at, at % 3) {
                (1, _) => ("ticket_act", json!({ "id": id, "event": "start_diagnosis" })),
                (_, 0) => ("ticket_act", json!({ "id": id, "event": "ask_documents", "note": "invoice" })),
                (_, 1) => ("ticket_act", json!({ "id": id, "event": "documents_came" })),
                _ => (
                    "contact_log",
                    json!({ "about": about, "way": "call", "direction": "out", "words": "the invoice is awaited" }),
                ),
            };
            call(name, request)?;
        }
        let history =
            field(&call("ticket_get", json!({ "id": id }))?, "timeline").as_array().map_or(0, Vec::len);
        tickets.push((history, id, Vec::with_capacity(TURNS)));
    }
    for _ in 0..TURNS {
        for (_, id, times) in &mut tickets {
            let start = Instant::now();
            call("ticket_get", json!({ "id": id }))?;
            call("contact_list", json!({ "kind": "ticket", "id": id }))?;
            times.push(start.elapsed());
        }
    }
    Ok(tickets.into_iter().map(|(history, _, times)| (history, times)).collect())
}
