//! SQL stands in files that are used, and one door begins transactions.

use super::tree::{Finding, Tree};

/// The write door, and those who work on a store that is not open: nobody else can have it then.
const DOORS: &[&str] = &[
    "crates/store/src/transact.rs",
    // Writes to a scratch database that counts for nothing.
    "crates/store/src/rehearse.rs",
    "crates/store/src/migrate.rs",
    "crates/store/src/backup.rs",
    "crates/store/src/salvage.rs",
    // The two sides of the door of headquarters.
    "crates/hq/src/store/sqlite.rs",
    "crates/hq/src/store/postgres.rs",
];

const BEGINNINGS: &[&str] = &[
    ".transaction(",
    ".unchecked_transaction(",
    "transaction_with_behavior",
    "Transaction::new",
    ".savepoint(",
    "TransactionBehavior::",
];

pub(super) fn statements_are_used(tree: &Tree) -> Vec<Finding> {
    let rust: Vec<&str> = tree.with_extension(&["rs"]).map(|file| file.text.as_str()).collect();
    let mut findings = Vec::new();
    for file in tree.with_extension(&["sql"]).filter(|file| !file.is_test()) {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        let quoted = [format!("/{name}\""), format!("\"{name}\"")];
        if !rust.iter().any(|text| quoted.iter().any(|quoted| text.contains(quoted))) {
            findings.push(Finding::new(file, 1, "no Rust file includes this statement"));
        }
    }
    findings
}

pub(super) fn only_the_write_door_begins_a_transaction(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let shipped = tree.with_extension(&["rs", "sql"]).filter(|file| file.path.starts_with("crates/"));
    let shipped = shipped.filter(|file| !file.is_test() && !file.path.starts_with("crates/xtask/"));
    for file in shipped.filter(|file| !DOORS.contains(&file.path.as_str())) {
        for (number, line) in file.shipped_lines() {
            if begins(&line) {
                findings.push(Finding::new(file, number, "only store/transact.rs begins a transaction"));
            }
        }
    }
    findings
}

/// Whether a line begins a transaction in SQL or through the driver. A trigger's `BEGIN` stands alone.
fn begins(line: &str) -> bool {
    let upper = line.to_ascii_uppercase();
    let statement =
        ["BEGIN;", "BEGIN IMMEDIATE", "BEGIN EXCLUSIVE", "BEGIN DEFERRED", "BEGIN TRANSACTION", "\"BEGIN\""];
    statement.iter().any(|words| upper.contains(words)) || BEGINNINGS.iter().any(|call| line.contains(call))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_that_nothing_includes_is_found() {
        let tree = Tree::of(&[
            ("crates/store/src/intake/insert.sql", "INSERT"),
            ("crates/store/src/intake/forgotten.sql", "SELECT"),
            ("crates/store/src/intake.rs", "const A: &str = include_str!(\"intake/insert.sql\");"),
        ]);
        let found = statements_are_used(&tree);
        assert_eq!(found.len(), 1);
        assert!(found[0].to_string().contains("forgotten.sql"));
    }

    #[test]
    fn a_transaction_outside_the_door_is_found_and_a_trigger_is_none() {
        for line in ["conn.execute_batch(\"BEGIN IMMEDIATE\")?;", "let tx = conn.transaction()?;"] {
            let tree =
                Tree::of(&[("crates/store/src/intake.rs", line), ("crates/store/src/transact.rs", line)]);
            assert_eq!(only_the_write_door_begins_a_transaction(&tree).len(), 1, "{line}");
        }
        let trigger = "CREATE TRIGGER t AFTER UPDATE ON a\nBEGIN\n  SELECT 1;\nEND;\n";
        let tree = Tree::of(&[("crates/store/src/a.sql", trigger)]);
        assert!(only_the_write_door_begins_a_transaction(&tree).is_empty());
    }
}
