//! Who may touch the world outside. The pure crates read no file, no clock and no chance; everywhere
//! else clock and ids come in through the ports, so that a test can set them.

use super::tree::{File, Finding, Tree};

const PURE: &[&str] = &[
    "crates/calendar",
    "crates/domain",
    "crates/eligibility",
    "crates/sync",
    "crates/locale",
    "crates/forms",
];

/// The only shipped places that ask the machine for the time, a random number or a new id.
const PORTS: &[&str] = &[
    "crates/app/src/ports.rs",
    "crates/cli/src/main.rs",
    "crates/hq/src/outside.rs",
    "src-tauri/src/main.rs",
];

const OUTSIDE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::process",
    "std::env",
    "fs::read",
    "fs::write",
    "File::open",
    "TcpStream",
    "println!",
    "eprintln!",
];

const CLOCK_AND_CHANCE: &[&str] = &[
    "SystemTime",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "Uuid::now_v7",
    "Uuid::new_v4",
    "OsRng",
    "rand::",
    "getrandom",
    "thread::sleep",
];

pub(super) fn pure_crates_touch_nothing_outside(tree: &Tree) -> Vec<Finding> {
    let files =
        shipped_rust(tree).filter(|file| PURE.iter().any(|pure| file.path.starts_with(&format!("{pure}/"))));
    files
        .flat_map(|file| {
            let mut findings = mentions(file, OUTSIDE, "a pure crate may not touch");
            findings.extend(mentions(file, CLOCK_AND_CHANCE, "a pure crate may not touch"));
            findings
        })
        .collect()
}

pub(super) fn clock_and_chance_come_in_through_ports(tree: &Tree) -> Vec<Finding> {
    let hosts = ["crates/store/", "crates/app/", "crates/cli/", "crates/hq/", "src-tauri/"];
    shipped_rust(tree)
        .filter(|file| hosts.iter().any(|host| file.path.starts_with(host)))
        .filter(|file| !PORTS.contains(&file.path.as_str()))
        .flat_map(|file| {
            mentions(file, CLOCK_AND_CHANCE, "clock and chance come in through app/ports.rs, not")
        })
        .collect()
}

fn shipped_rust(tree: &Tree) -> impl Iterator<Item = &File> {
    tree.with_extension(&["rs"]).filter(|file| file.path.contains("/src/") && !file.is_test())
}

fn mentions(file: &File, words: &[&str], complaint: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, line) in file.shipped_lines() {
        let word = words.iter().find(|word| names(&line, word));
        findings.extend(word.map(|word| Finding::new(file, number, format!("{complaint} `{word}`"))));
    }
    findings
}

/// Whether a line uses exactly this name, and not a longer one that ends in it.
fn names(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(index, _)| {
        let before = line.get(..index).and_then(|start| start.chars().next_back());
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

#[cfg(test)]
mod tests {
    use super::super::tree::lines;
    use super::*;

    #[test]
    fn a_pure_crate_that_reads_a_file_or_the_clock_is_found() {
        let text = "//! Days.\nfn f() { std::fs::read(\"x\"); }\nfn g() { chrono::Utc::now(); }\n";
        let found = pure_crates_touch_nothing_outside(&Tree::of(&[("crates/calendar/src/lib.rs", text)]));
        assert_eq!(
            lines(&found),
            [
                "crates/calendar/src/lib.rs:2: a pure crate may not touch `std::fs`",
                "crates/calendar/src/lib.rs:3: a pure crate may not touch `Utc::now`"
            ]
        );
    }

    #[test]
    fn comments_tests_and_longer_names_are_no_violation() {
        let text = "//! No std::fs here.\n// Utc::now is for hosts.\nlet brand::x = 1;\n\
                    #[cfg(test)]\nmod tests {\n    use std::fs;\n}\n";
        assert!(
            pure_crates_touch_nothing_outside(&Tree::of(&[("crates/domain/src/lib.rs", text)])).is_empty()
        );
        let golden = ("crates/domain/tests/golden.rs", "use std::fs;");
        assert!(pure_crates_touch_nothing_outside(&Tree::of(&[golden])).is_empty());
    }

    #[test]
    fn the_clock_is_read_in_the_ports_and_nowhere_else() {
        let text = "//! Ports.\nfn now() { chrono::Utc::now(); }\n";
        let found = clock_and_chance_come_in_through_ports(&Tree::of(&[
            ("crates/app/src/ports.rs", text),
            ("crates/app/src/intake.rs", text),
        ]));
        assert_eq!(found.len(), 1);
    }
}
