//! The line to HQ while the window is open: a round when the page is up, soon after every write, and every half minute. A
//! station without a line asks nobody. What a round does is `nightbench_app`'s; here it is only decided when.

use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use serde_json::Value;
use tauri::{AppHandle, Listener, Manager};

use crate::station::Station;

/// How long the first screen may take before it is no longer waited for.
const PAGE_WITHIN: Duration = Duration::from_secs(20);
/// With nothing to bring, HQ is asked so often for what others wrote.
const REST: Duration = Duration::from_secs(30);
/// The longest pause after failures.
const PAUSE_MAX: Duration = Duration::from_secs(300);
/// Writes that follow one another go in one round.
const SETTLES_WITHIN: Duration = Duration::from_secs(1);

/// Begins to keep the line, once the page shows its first screen: nothing of this may delay it.
pub(crate) fn keep(app: &AppHandle) {
    let (written, writes) = channel();
    let ready = written.clone();
    app.once_any("ready", move |_| _ = ready.send(()));
    // Nobody listens any more once the program ends.
    app.listen_any("changed", move |event| {
        if is_for_hq(event.payload()) {
            _ = written.send(());
        }
    });
    let app = app.clone();
    std::thread::spawn(move || rounds(&app, &writes));
}

fn rounds(app: &AppHandle, writes: &Receiver<()>) {
    if writes.recv_timeout(PAGE_WITHIN) == Err(RecvTimeoutError::Disconnected) {
        return;
    }
    let mut failures = 0;
    loop {
        match app.state::<Station>().round(app) {
            Ok(()) => failures = 0,
            Err(()) => failures += 1,
        }
        match writes.recv_timeout(pause(failures)) {
            Ok(()) => while writes.recv_timeout(SETTLES_WITHIN).is_ok() {},
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// Longer after each failure in a row.
fn pause(failures: u32) -> Duration {
    match failures {
        0 => REST,
        failures => REST.saturating_mul(1_u32.checked_shl(failures).unwrap_or(u32::MAX)).min(PAUSE_MAX),
    }
}

/// Whether what changed may be a record that HQ lacks. A round itself changes the line, which must not cause the next.
fn is_for_hq(changes: &str) -> bool {
    const OF_THIS_MACHINE: [&str; 4] = ["line", "draft", "session", "settings"];
    match serde_json::from_str(changes) {
        Ok(Value::Array(nouns)) => {
            nouns.iter().filter_map(Value::as_str).any(|noun| !OF_THIS_MACHINE.contains(&noun))
        }
        Ok(_) | Err(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{PAUSE_MAX, REST, is_for_hq, pause};

    #[test]
    fn a_round_causes_no_round_and_a_record_does() {
        assert!(!is_for_hq(r#"["line"]"#));
        assert!(!is_for_hq(r#"["draft","line"]"#));
        assert!(is_for_hq(r#"["intake","line","ticket"]"#));
        assert!(is_for_hq("what a newer station says"));
    }

    #[test]
    fn pauses_grow_to_five_minutes_and_no_further() {
        assert_eq!(pause(0), REST);
        assert_eq!(pause(1), REST * 2);
        assert_eq!(pause(4), PAUSE_MAX);
        assert_eq!(pause(u32::MAX), PAUSE_MAX);
    }
}
