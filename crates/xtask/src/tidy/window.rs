//! The seams of the window: one file knows Tauri, features know the kit and not each other, and words
//! live in the catalogues.

use super::chinese::is_han;
use super::tree::{File, Finding, Tree};

const BRIDGE: &str = "ui/src/ipc/tauri.ts";

/// Where Chinese is data and not a text of the screen.
const CHINESE_IS_DATA: &[&str] = &[
    // Names, dealers and symptoms of the invented register.
    "crates/app/src/demo",
    // Headings and words of the files that people bring: what is read, not what is shown.
    "crates/app/src/registry/mapping.rs",
    "crates/app/src/masters/",
    "crates/app/src/sheet/",
    "crates/app/src/import.rs",
    "crates/app/src/part_import.rs",
    "crates/app/src/bench_sheet.rs",
    "crates/domain/src/measure.rs",
    "crates/domain/src/comparison.rs",
    // Dates as people paste them are read, not shown.
    "ui/src/kit/DateField.tsx",
    // The planted violations of these rules.
    "crates/xtask/",
];

pub(super) fn only_the_bridge_knows_tauri(tree: &Tree) -> Vec<Finding> {
    let files = tree
        .with_extension(&["ts", "tsx"])
        .filter(|file| file.path.starts_with("ui/") && file.path != BRIDGE);
    each_line(files, |_, line| {
        line.contains("@tauri-apps").then(|| format!("only {BRIDGE} may import from Tauri"))
    })
}

pub(super) fn features_do_not_import_features(tree: &Tree) -> Vec<Finding> {
    let files = tree.with_extension(&["ts", "tsx"]).filter(|file| feature_of(&file.path).is_some());
    each_line(files, |file, line| {
        let own = feature_of(&file.path)?;
        let other = imported_feature(&file.path, line)?;
        (other != own).then(|| format!("the feature {own} may not import the feature {other}"))
    })
}

pub(super) fn words_live_in_catalogues(tree: &Tree) -> Vec<Finding> {
    let files = tree.with_extension(&["rs", "ts", "tsx"]).filter(|file| {
        (file.path.starts_with("ui/src/")
            || file.path.starts_with("crates/")
            || file.path.starts_with("src-tauri/"))
            && !file.is_test()
            && !file.path.contains(".generated.")
            && !CHINESE_IS_DATA.iter().any(|data| file.path.starts_with(data))
    });
    each_line(files, |_, line| {
        line.chars().any(is_han).then(|| "a text in code: it belongs to locales/*/*.ftl".to_owned())
    })
}

fn each_line<'a>(
    files: impl Iterator<Item = &'a File>,
    complaint: impl Fn(&File, &str) -> Option<String>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        for (number, line) in file.shipped_lines() {
            if let Some(message) = complaint(file, &line) {
                findings.push(Finding::new(file, number, message));
            }
        }
    }
    findings
}

fn feature_of(path: &str) -> Option<&str> {
    path.strip_prefix("ui/src/features/")?.split_once('/').map(|(feature, _)| feature)
}

/// The feature that an import line reaches, by a relative path or by the source root's alias.
fn imported_feature<'a>(path: &'a str, line: &'a str) -> Option<&'a str> {
    if !(line.contains("import") || line.contains(" from ")) {
        return None;
    }
    let quoted = line.split(['"', '\'']).nth(1)?;
    if let Some((_, inside)) = quoted.split_once("features/") {
        return inside.split('/').next();
    }
    // `../verdict/x` from `features/intake/y.ts` leaves the feature; one more step down stays inside.
    let depth = path.strip_prefix("ui/src/features/")?.matches('/').count();
    let steps = quoted.matches("../").count();
    if steps == depth { quoted.trim_start_matches("../").split('/').next() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_of_tauri_outside_the_bridge_is_found() {
        let line = "import { invoke } from \"@tauri-apps/api/core\";";
        let tree = Tree::of(&[(BRIDGE, line), ("ui/src/shell/App.tsx", line)]);
        assert_eq!(only_the_bridge_knows_tauri(&tree).len(), 1);
    }

    #[test]
    fn a_feature_that_imports_another_is_found_by_any_path() {
        for from in ["../verdict/Board", "../../features/verdict/Board", "@/features/verdict/Board"] {
            let line = format!("import {{ Board }} from \"{from}\";");
            let found =
                features_do_not_import_features(&Tree::of(&[("ui/src/features/intake/Intake.tsx", &line)]));
            assert_eq!(found.len(), 1, "{from}");
        }
        for from in ["./Field", "../../kit/Button", "../../ipc/types"] {
            let line = format!("import {{ Field }} from \"{from}\";");
            let found =
                features_do_not_import_features(&Tree::of(&[("ui/src/features/intake/Intake.tsx", &line)]));
            assert!(found.is_empty(), "{from}");
        }
    }

    #[test]
    fn chinese_in_code_is_found_and_in_comments_and_tests_is_not() {
        let tree = Tree::of(&[
            ("ui/src/shell/App.tsx", "// 工作台\nconst a = \"工作台\";\n"),
            ("ui/src/shell/App.test.tsx", "expect(\"工作台\")"),
            (
                "crates/app/src/x.rs",
                "//! X.\nfn a() {}\n#[cfg(test)]\nmod tests {\n    const A: &str = \"整机\";\n}\n",
            ),
        ]);
        let found = words_live_in_catalogues(&tree);
        assert_eq!(found.len(), 1);
        assert!(found[0].to_string().starts_with("ui/src/shell/App.tsx:2:"));
    }
}
