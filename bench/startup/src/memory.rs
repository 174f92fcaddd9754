//! What a window holds of the machine's memory, with the processes it started: resident pages, and the same
//! with shared pages divided among those who share them.

use std::collections::BTreeMap;
use std::fs;
use std::io;

/// Memory of a process and its descendants.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Held {
    pss_kib: u64,
    rss_kib: u64,
}

impl Held {
    /// Proportional set size.
    #[allow(clippy::cast_precision_loss, reason = "a figure for a table, far below 2^52 KiB")]
    pub(crate) fn pss_mib(self) -> f64 {
        self.pss_kib as f64 / 1024.0
    }

    /// Resident set size; counts shared pages once for each process.
    #[allow(clippy::cast_precision_loss, reason = "a figure for a table, far below 2^52 KiB")]
    pub(crate) fn rss_mib(self) -> f64 {
        self.rss_kib as f64 / 1024.0
    }
}

/// Reads the whole tree under a process.
pub(crate) fn of_tree(root: u32) -> io::Result<Held> {
    let parents = parents()?;
    let mut held = Held::default();
    for process in parents.keys().copied().filter(|process| descends(*process, root, &parents)) {
        // A process may end between listing and reading; it holds nothing then.
        let Ok(rollup) = fs::read_to_string(format!("/proc/{process}/smaps_rollup")) else { continue };
        held.pss_kib += kib(&rollup, "Pss:");
        held.rss_kib += kib(&rollup, "Rss:");
    }
    if held.rss_kib == 0 { Err(io::Error::other("no memory could be read")) } else { Ok(held) }
}

/// Every process and its parent.
fn parents() -> io::Result<BTreeMap<u32, u32>> {
    let mut parents = BTreeMap::new();
    for entry in fs::read_dir("/proc")? {
        let Some(process) = entry?.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else {
            continue;
        };
        let Ok(status) = fs::read_to_string(format!("/proc/{process}/status")) else { continue };
        let parent = status.lines().find_map(|line| line.strip_prefix("PPid:")?.trim().parse().ok());
        parents.extend(parent.map(|parent| (process, parent)));
    }
    Ok(parents)
}

fn descends(process: u32, root: u32, parents: &BTreeMap<u32, u32>) -> bool {
    let mut at = process;
    while at != root {
        match parents.get(&at) {
            Some(parent) if *parent != 0 => at = *parent,
            _ => return false,
        }
    }
    true
}

fn kib(rollup: &str, field: &str) -> u64 {
    let line = rollup.lines().find_map(|line| line.strip_prefix(field));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}
