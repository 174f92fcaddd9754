//! `assess` and `cycle`: no data directory, no clock; a line in, a line out, or with `assess --explain` a text out.

use crate::failure::CliError;
use nightbench_app::Language;
use nightbench_app::line_fault::RefusedLine;
use nightbench_app::pure::{Assessor, cycle_line};
use std::fmt::Display;
use std::io::{BufRead, Write, stdin, stdout};
use std::path::Path;

/// Verdicts on facts: a JSON line each, or with a language an explanation to be read, a blank line behind each. A line
/// that is refused is answered by its error object, beside explanations by a sentence.
pub(crate) fn assess(
    policy: Option<&Path>,
    explained_in: Option<Language>,
    messages: Language,
) -> Result<bool, CliError> {
    let assessor = match policy {
        None => Assessor::shipped()?,
        Some(path) => {
            let text = std::fs::read_to_string(path)
                .map_err(|source| CliError::File { path: path.display().to_string(), source })?;
            Assessor::of_file(&path.display().to_string(), &text)?
        }
    };
    match explained_in {
        None => each_line(|line| assessor.line(line), |refused| refused.object(messages)),
        Some(language) => each_line(
            |line| assessor.explained(line, language),
            |refused| format!("{}\n", refused.sentence(language)),
        ),
    }
}

pub(crate) fn cycle(messages: Language) -> Result<bool, CliError> {
    each_line(cycle_line, |refused| refused.object(messages))
}

/// Answers each line with one line; false when an answer was an error. A line that is not UTF-8 is refused on its own
/// and the rest goes on; blank lines and a byte order mark are passed over.
fn each_line<A: Display, R: Display>(
    answer: impl Fn(&str) -> Result<A, RefusedLine>,
    tell: impl Fn(&RefusedLine) -> R,
) -> Result<bool, CliError> {
    let mut all_good = true;
    let mut out = std::io::BufWriter::new(stdout().lock());
    for line in stdin().lock().split(b'\n') {
        let line = line.map_err(|source| CliError::File { path: "standard input".to_owned(), source })?;
        let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line).trim_ascii();
        if line.is_empty() {
            continue;
        }
        match std::str::from_utf8(line).map_err(|_| RefusedLine::not_utf8()).and_then(&answer) {
            Ok(answer) => writeln!(out, "{answer}"),
            Err(refused) => {
                all_good = false;
                writeln!(out, "{}", tell(&refused))
            }
        }
        .map_err(CliError::Output)?;
    }
    out.flush().map_err(CliError::Output)?;
    Ok(all_good)
}
