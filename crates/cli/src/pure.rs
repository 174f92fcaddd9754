//! `assess` and `cycle`: no data directory, no clock; a line in, a line out, or with `assess --explain` a text out.

use crate::failure::CliError;
use nightbench_app::Language;
use nightbench_app::pure::{Assessor, cycle_line};
use serde_json::{Value, json};
use std::fmt::Display;
use std::io::{BufRead, Write, stdin, stdout};
use std::path::Path;

/// Verdicts on facts: a JSON line each, or with a language an explanation to be read, a blank line behind each. A line
/// that is refused is answered by its error object in both.
pub(crate) fn assess(policy: Option<&Path>, explained_in: Option<Language>) -> Result<bool, CliError> {
    let assessor = match policy {
        None => Assessor::shipped()?,
        Some(path) => {
            let text = std::fs::read_to_string(path)
                .map_err(|source| CliError::File { path: path.display().to_string(), source })?;
            Assessor::of_file(&path.display().to_string(), &text)?
        }
    };
    match explained_in {
        None => each_line(|line| assessor.line(line)),
        Some(language) => each_line(|line| assessor.explained(line, language)),
    }
}

pub(crate) fn cycle() -> Result<bool, CliError> {
    each_line(cycle_line)
}

/// Answers each line with one line; false when an answer was an error. A line that is not UTF-8 is refused on its own
/// and the rest goes on; blank lines and a byte order mark are passed over.
fn each_line<A: Display>(answer: impl Fn(&str) -> Result<A, Value>) -> Result<bool, CliError> {
    let mut all_good = true;
    let mut out = std::io::BufWriter::new(stdout().lock());
    for line in stdin().lock().split(b'\n') {
        let line = line.map_err(|source| CliError::File { path: "standard input".to_owned(), source })?;
        let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line).trim_ascii();
        if line.is_empty() {
            continue;
        }
        let answered = match std::str::from_utf8(line) {
            Ok(line) => answer(line),
            Err(error) => Err(json!({
                "case": null,
                "error": { "code": "not_json", "field": "", "message": format!("not UTF-8 text: {error}") },
            })),
        };
        match answered {
            Ok(answer) => writeln!(out, "{answer}"),
            Err(refused) => {
                all_good = false;
                writeln!(out, "{refused}")
            }
        }
        .map_err(CliError::Output)?;
    }
    out.flush().map_err(CliError::Output)?;
    Ok(all_good)
}
