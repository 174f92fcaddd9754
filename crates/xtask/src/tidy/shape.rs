//! The shape of files: short, named for what is inside, opened by a paragraph.

use super::tree::{File, Finding, Tree};

/// Where a file surely holds two ideas. The guide says 400; the rest is room to finish a thought.
const LONGEST: usize = 500;

/// Names that say nothing of what is inside.
const EMPTY_NAMES: &[&str] = &[
    "util",
    "utils",
    "utility",
    "utilities",
    "helper",
    "helpers",
    "manager",
    "managers",
    "service",
    "services",
    "misc",
    "common",
];

pub(super) fn files_are_short(tree: &Tree) -> Vec<Finding> {
    // A table of cases is as long as its cases.
    let written = tree
        .with_extension(&["rs", "ts", "tsx", "css"])
        .filter(|file| !file.path.contains(".generated.") && !file.is_test());
    let long = written.map(|file| (file, file.text.lines().count())).filter(|(_, lines)| LONGEST < *lines);
    long.map(|(file, lines)| {
        Finding::new(
            file,
            lines,
            format!("{lines} lines, the limit is {LONGEST}: which two ideas are in here?"),
        )
    })
    .collect()
}

pub(super) fn names_say_what_is_inside(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Cargo's own name for what several test files share is `common`.
    for file in tree.with_extension(&["rs", "ts", "tsx", "css", "sql"]).filter(|file| !file.is_test()) {
        let empty = words_of(&file.path).into_iter().find(|word| EMPTY_NAMES.contains(&word.as_str()));
        if let Some(word) = empty {
            findings.push(Finding::new(file, 1, format!("`{word}` in a path names nothing of the trade")));
        }
    }
    findings
}

pub(super) fn rust_files_open_with_a_paragraph(tree: &Tree) -> Vec<Finding> {
    let closed = |file: &&File| !file.text.starts_with("//! ") && !file.path.contains(".generated.");
    tree.with_extension(&["rs"])
        .filter(closed)
        .map(|file| {
            Finding::new(file, 1, "a file opens with `//!`: what it is, what it is not, who calls it")
        })
        .collect()
}

/// The words of a path, split at punctuation and at capitals, in lower case.
fn words_of(path: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in path.chars() {
        if !c.is_alphanumeric() || c.is_uppercase() {
            words.push(String::new());
        }
        if let (true, Some(word)) = (c.is_alphanumeric(), words.last_mut()) {
            word.extend(c.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::super::tree::lines;
    use super::*;

    #[test]
    fn a_file_over_the_limit_is_found_unless_it_is_generated() {
        let long = "//! Long.\n".repeat(LONGEST + 1);
        let tree = Tree::of(&[("crates/a/src/x.rs", &long), ("ui/src/x.generated.ts", &long)]);
        assert_eq!(files_are_short(&tree).len(), 1);
    }

    #[test]
    fn an_empty_name_is_found_in_any_spelling() {
        for path in
            ["crates/a/src/utils.rs", "ui/src/dateHelper.ts", "ui/src/common/a.ts", "ui/PrintManager.tsx"]
        {
            assert_eq!(names_say_what_is_inside(&Tree::of(&[(path, "")])).len(), 1, "{path}");
        }
        assert!(names_say_what_is_inside(&Tree::of(&[("crates/a/src/centre.rs", "")])).is_empty());
    }

    #[test]
    fn a_rust_file_without_its_paragraph_is_found() {
        let tree = Tree::of(&[("crates/a/src/x.rs", "use std::fmt;\n"), ("crates/a/src/y.rs", "//! Y.\n")]);
        let found = rust_files_open_with_a_paragraph(&tree);
        assert!(lines(&found)[0].starts_with("crates/a/src/x.rs:1:"));
        assert_eq!(found.len(), 1);
    }
}
