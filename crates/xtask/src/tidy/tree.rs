//! The text of the working tree as the rules see it: what git tracks or would track, never build output.

use std::fmt;
use std::fs;
use std::path::Path;

use super::code;
use crate::step::{self, Stop};

/// A place where a rule is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    path: String,
    line: usize,
    message: String,
}

impl Finding {
    /// A finding on a line counted from 1.
    pub(super) fn new(file: &File, line: usize, message: impl Into<String>) -> Self {
        Self { path: file.path.clone(), line, message: message.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.path, self.line, self.message)
    }
}

/// One text file by its path from the root, with forward slashes.
#[derive(Debug, Clone)]
pub(super) struct File {
    pub(super) path: String,
    pub(super) text: String,
}

impl File {
    pub(super) fn has_extension(&self, extensions: &[&str]) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, extension)| extensions.contains(&extension))
    }

    /// True for files that exist only for tests.
    pub(super) fn is_test(&self) -> bool {
        let parts: Vec<&str> = self.path.split('/').collect();
        let stem = parts.last().copied().unwrap_or_default();
        let folder = parts.iter().any(|part| ["tests", "benches", "testing"].contains(part));
        folder || stem == "tests.rs" || stem.contains(".test.") || stem.contains(".spec.")
    }

    /// Numbered lines with comments blanked; for Rust, without the test module that ends a file.
    pub(super) fn shipped_lines(&self) -> Vec<(usize, String)> {
        let text = code::without_comments(&self.text, self.has_extension(&["rs"]));
        let lines = text.lines().map(str::to_owned).collect::<Vec<_>>();
        let shipped = start_of_tests(&lines).unwrap_or(lines.len());
        lines.into_iter().take(shipped).enumerate().map(|(index, line)| (index + 1, line)).collect()
    }
}

/// The line of the `#[cfg(test)]` that opens the test module ending a file, other attributes between.
fn start_of_tests(lines: &[String]) -> Option<usize> {
    lines.iter().enumerate().filter(|(_, line)| line.trim() == "#[cfg(test)]").find_map(|(index, _)| {
        let mut after = lines.iter().skip(index + 1).map(|line| line.trim());
        let item = after.find(|line| !line.is_empty() && !line.starts_with("#["))?;
        (item.contains("mod ") && item.ends_with('{')).then_some(index)
    })
}

/// All text files of the tree.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) files: Vec<File>,
}

impl Tree {
    /// Reads what git tracks, and what it does not track yet but does not ignore.
    pub(super) fn read(root: &Path) -> Result<Self, Stop> {
        let words = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
        let listed = step::answer(&mut step::command("git", &words, root)).ok_or_else(|| {
            Stop::Refused("tidy asks git which files are ours: run it in a clone".to_owned())
        })?;
        let mut files = Vec::new();
        for path in listed.split('\0').filter(|path| !path.is_empty()) {
            // A file deleted and not yet committed is listed; a picture or a font is no text.
            if let Ok(text) = fs::read_to_string(root.join(path)) {
                files.push(File { path: path.to_owned(), text });
            }
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Self { files })
    }

    /// A tree of given files, for the rules' own tests.
    #[cfg(test)]
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| File { path: (*path).to_owned(), text: (*text).to_owned() };
        Self { files: files.iter().map(file).collect() }
    }

    pub(super) fn with_extension<'a>(&'a self, extensions: &'a [&str]) -> impl Iterator<Item = &'a File> {
        self.files.iter().filter(move |file| file.has_extension(extensions))
    }
}

/// Findings as lines, for tests.
#[cfg(test)]
pub(super) fn lines(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}
