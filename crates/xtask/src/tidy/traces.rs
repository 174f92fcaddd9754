//! Traces that must not stay in the tree: open ends without an issue, and the names of the machine
//! someone happened to work on.

use super::tree::{Finding, Tree};

/// Top folders of somebody's machine. The tree itself never needs them.
const MACHINE_FOLDERS: &[&str] = &["home", "root", "Users", "work", "mnt", "media", "private"];

/// Lock files name the registries their packages came from, as they must.
const LOCKS: &[&str] = &["Cargo.lock", "package-lock.json"];

pub(super) fn open_ends_carry_an_issue_number(tree: &Tree) -> Vec<Finding> {
    let marks = ["TODO", "FIXME", "HACK"];
    lines_where(tree, |line| {
        let mark = marks.iter().find(|mark| has_word(line, mark))?;
        let numbered = line.split('#').skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        (!numbered).then(|| format!("{mark} without an issue number"))
    })
}

pub(super) fn no_machine_is_named(tree: &Tree) -> Vec<Finding> {
    lines_where(tree, |line| {
        MACHINE_FOLDERS
            .iter()
            .find(|folder| names_folder(line, folder))
            .map(|folder| format!("a path of one machine (the folder `{folder}` at its root)"))
    })
}

fn lines_where(tree: &Tree, complaint: impl Fn(&str) -> Option<String>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &tree.files {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        if LOCKS.contains(&name) || file.path == "crates/xtask/src/tidy/traces.rs" {
            continue;
        }
        for (index, line) in file.text.lines().enumerate() {
            if let Some(message) = complaint(line) {
                findings.push(Finding::new(file, index + 1, message));
            }
        }
    }
    findings
}

fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(index, _)| {
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let before = line.get(..index).and_then(|text| text.chars().next_back());
        let after = line.get(index + word.len()..).and_then(|text| text.chars().next());
        !is_letter(before) && !is_letter(after)
    })
}

/// Whether a line holds `/folder/x` (or `C:\Users\x`) as the start of a path, and not inside one.
fn names_folder(line: &str, folder: &str) -> bool {
    ['/', '\\'].iter().any(|slash| {
        let path = format!("{slash}{folder}{slash}");
        line.match_indices(&path).any(|(index, _)| {
            let before = line.get(..index).and_then(|text| text.chars().next_back());
            let after = line.get(index + path.len()..).and_then(|text| text.chars().next());
            let starts = !before.is_some_and(|c| c.is_alphanumeric() || "._-~$}*>)".contains(c));
            starts && after.is_some_and(|c| c.is_alphanumeric() || "._-".contains(c))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_end_needs_an_issue_number() {
        let found = |line: &str| open_ends_carry_an_issue_number(&Tree::of(&[("a.rs", line)])).len();
        assert_eq!(found("// TODO: later"), 1);
        assert_eq!(found("// TODO(#12): later"), 0);
        assert_eq!(found("const TODOS: u8 = 1;"), 0);
    }

    #[test]
    fn a_path_of_one_machine_is_found_and_a_web_address_is_not() {
        let found = |line: &str| no_machine_is_named(&Tree::of(&[("a.md", line)])).len();
        for line in ["see /home/ann/x", "\"/work/main\"", "file:///root/a", "C:\\Users\\ann"] {
            assert_eq!(found(line), 1, "{line}");
        }
        for line in ["https://example.org/home/page", "ui/src/home/a.ts", "$XDG/root/x", "/home/ is a folder"]
        {
            assert_eq!(found(line), 0, "{line}");
        }
    }
}
