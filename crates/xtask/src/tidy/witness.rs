//! The second reading of the commitment (`crates/oracle`) is worth something only while it shares nothing with the
//! engine that it is held against, and it must never be shipped. That no crate stands on it, arrows.rs says already.

use super::tree::{Finding, Tree};

const WITNESS: &str = "crates/oracle";
const PREFIX: &str = "nightbench-";

pub(super) fn the_second_reading_shares_no_code(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(|file| file.path.starts_with(&format!("{WITNESS}/"))) {
        if file.path == format!("{WITNESS}/Cargo.toml") {
            let manifest: toml::Table = file.text.parse().unwrap_or_default();
            let borrowed = ["dependencies", "build-dependencies"].into_iter().flat_map(|table| {
                let table = manifest.get(table).and_then(toml::Value::as_table);
                table.into_iter().flat_map(|table| table.keys()).filter(|name| name.starts_with(PREFIX))
            });
            for name in borrowed {
                findings.push(Finding::new(
                    file,
                    1,
                    format!("{WITNESS} answers by its own code, not by {name}"),
                ));
            }
            let package = manifest.get("package").and_then(|package| package.get("publish"));
            if package.and_then(toml::Value::as_bool) != Some(false) {
                findings.push(Finding::new(file, 1, format!("{WITNESS} says `publish = false`")));
            }
        }
        if file.path.starts_with(&format!("{WITNESS}/src/")) {
            let lines = file.shipped_lines().into_iter();
            let borrowed = lines.filter(|(_, text)| {
                text.contains("nightbench_") || text.contains("#[path") || text.contains(".rs\")")
            });
            findings.extend(
                borrowed.map(|(line, _)| {
                    Finding::new(file, line, "the second reading uses no code of the house")
                }),
            );
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::tree::lines;
    use super::*;

    const ALONE: &str = "[package]\npublish = false\n[dependencies]\nserde_json.workspace = true\n";

    #[test]
    fn a_manifest_that_stands_on_the_engine_or_could_be_published_is_found() {
        let found = |text: &str| {
            lines(&the_second_reading_shares_no_code(&Tree::of(&[("crates/oracle/Cargo.toml", text)])))
        };
        assert_eq!(found(ALONE), Vec::<String>::new());
        let tests_only = format!("{ALONE}[dev-dependencies]\nnightbench-eligibility.workspace = true\n");
        assert_eq!(found(&tests_only), Vec::<String>::new());
        assert_eq!(found(&format!("{ALONE}nightbench-eligibility.workspace = true\n")).len(), 1);
        assert_eq!(found("[package]\npublish.workspace = true\n").len(), 1);
    }

    #[test]
    fn a_source_that_borrows_code_is_found_and_a_test_may_name_the_engine() {
        let found =
            |path: &str, text: &str| the_second_reading_shares_no_code(&Tree::of(&[(path, text)])).len();
        assert_eq!(found("crates/oracle/src/day.rs", "use nightbench_calendar::add_months;\n"), 1);
        assert_eq!(found("crates/oracle/src/day.rs", "#[path = \"../../domain/src/rma.rs\"]\nmod rma;\n"), 1);
        assert_eq!(found("crates/oracle/src/day.rs", "// not nightbench_calendar\nuse std::fmt;\n"), 0);
        assert_eq!(
            found("crates/oracle/tests/differential/main.rs", "use nightbench_eligibility::assess;\n"),
            0
        );
    }
}
