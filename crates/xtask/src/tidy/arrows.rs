//! Dependencies between the crates of the house point down only. This table is the architecture; a new
//! line in it is a decision, not a detail.

use super::tree::{File, Finding, Tree};

/// A crate's folder and what it may stand on, of the crates of the house.
const ARROWS: &[(&str, &[&str])] = &[
    ("crates/calendar", &[]),
    ("crates/domain", &["calendar"]),
    ("crates/eligibility", &["domain", "calendar"]),
    // Test-only: its tests look at the engine, its own code at nothing (witness.rs).
    ("crates/oracle", &["eligibility", "domain", "calendar"]),
    ("crates/locale", &[]),
    ("crates/sync", &["domain"]),
    ("crates/store", &["eligibility", "domain", "calendar"]),
    ("crates/forms", &["eligibility", "domain", "calendar", "locale"]),
    ("crates/app", &["store", "sync", "forms", "locale", "eligibility", "domain", "calendar"]),
    ("crates/hq", &["sync", "eligibility", "domain", "calendar"]),
    ("crates/cli", &["app"]),
    ("crates/xtask", &[]),
    ("src-tauri", &["app"]),
    ("tests", &["app"]),
];

const TABLES: &[&str] = &["dependencies", "dev-dependencies", "build-dependencies"];

pub(super) fn dependencies_point_down(tree: &Tree) -> Vec<Finding> {
    let manifests = tree.files.iter().filter(|file| file.path.ends_with("/Cargo.toml"));
    manifests.filter(|file| !file.path.starts_with("bench/")).flat_map(check).collect()
}

fn check(file: &File) -> Vec<Finding> {
    let folder = file.path.trim_end_matches("/Cargo.toml");
    let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == folder) else {
        return vec![Finding::new(file, 1, "a crate that is not in the table of arrows (tidy/arrows.rs)")];
    };
    let manifest: toml::Table = match file.text.parse() {
        Ok(manifest) => manifest,
        Err(error) => return vec![Finding::new(file, 1, error.to_string())],
    };
    let mut findings = Vec::new();
    for name in dependencies(&manifest) {
        let Some(short) = name.strip_prefix("nightbench-") else { continue };
        if !allowed.contains(&short) {
            let line =
                file.text.lines().position(|line| line.starts_with(&name)).map_or(1, |index| index + 1);
            findings.push(Finding::new(file, line, format!("{folder} may not stand on {name}")));
        }
    }
    findings
}

/// The names under every dependency table, those for one platform included.
fn dependencies(manifest: &toml::Table) -> Vec<String> {
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    let per_target =
        targets.into_iter().flat_map(|targets| targets.values()).filter_map(toml::Value::as_table);
    let mut names = Vec::new();
    for owner in std::iter::once(manifest).chain(per_target) {
        for table in TABLES {
            let table = owner.get(*table).and_then(toml::Value::as_table);
            names.extend(table.into_iter().flat_map(|table| table.keys().cloned()));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::super::tree::lines;
    use super::*;

    #[test]
    fn a_line_that_points_up_is_found_in_every_kind_of_table() {
        for table in ["dependencies", "dev-dependencies", "target.'cfg(unix)'.dependencies"] {
            let text = format!("[package]\nname = \"x\"\n\n[{table}]\nnightbench-store.workspace = true\n");
            let found = dependencies_point_down(&Tree::of(&[("crates/domain/Cargo.toml", &text)]));
            assert_eq!(
                lines(&found),
                ["crates/domain/Cargo.toml:5: crates/domain may not stand on nightbench-store"]
            );
        }
    }

    #[test]
    fn no_crate_may_stand_on_the_second_reading() {
        let text = "[dev-dependencies]\nnightbench-oracle.workspace = true\n";
        for (folder, _) in ARROWS {
            let path = format!("{folder}/Cargo.toml");
            assert_eq!(dependencies_point_down(&Tree::of(&[(&path, text)])).len(), 1, "{folder}");
        }
    }

    #[test]
    fn a_line_that_points_down_is_fine_and_an_unknown_crate_is_not() {
        let down = "[dependencies]\nnightbench-calendar.workspace = true\n";
        assert!(dependencies_point_down(&Tree::of(&[("crates/domain/Cargo.toml", down)])).is_empty());
        assert_eq!(dependencies_point_down(&Tree::of(&[("crates/new/Cargo.toml", "")])).len(), 1);
    }
}
