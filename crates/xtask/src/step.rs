//! Running other programs and saying why we stopped. No shell is involved: a command is a program and
//! its words.

use std::fmt;
use std::io;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

/// Why a command ended without doing its work.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The words on the command line make no sense.
    Usage(String),
    /// Understood, and refused or failed for a reason a person can act on.
    Refused(String),
    /// A program we started ended badly.
    Program { line: String, ending: String },
    /// The machine refused us a file or a program.
    Io { doing: String, source: io::Error },
}

impl Stop {
    /// Names what was being done when the machine refused.
    pub(crate) fn io(doing: impl Into<String>, source: io::Error) -> Self {
        Self::Io { doing: doing.into(), source }
    }

    /// 2 for wrong usage and 1 for everything else, as the other programs of the house do.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Usage(_) => ExitCode::from(2),
            Self::Refused(_) | Self::Program { .. } | Self::Io { .. } => ExitCode::from(1),
        }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) | Self::Refused(text) => out.write_str(text),
            Self::Program { line, ending } => write!(out, "`{line}` {ending}"),
            Self::Io { doing, source } => write!(out, "could not {doing}: {source}"),
        }
    }
}

/// A command in a folder, with its words.
pub(crate) fn command(program: &str, words: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(platform_name(program));
    command.args(words).current_dir(folder);
    command
}

/// npm is a batch file on Windows, which `Command` finds only by its full name.
fn platform_name(program: &str) -> &str {
    if cfg!(windows) && program == "npm" { "npm.cmd" } else { program }
}

/// Runs a command with the terminal as its own and expects success.
pub(crate) fn run(command: &mut Command) -> Result<(), Stop> {
    let line = line_of(command);
    let status = command.status().map_err(|source| Stop::io(format!("start `{line}`"), source))?;
    if status.success() {
        Ok(())
    } else {
        Err(Stop::Program { line, ending: format!("ended with {status}") })
    }
}

/// Runs a command and returns what it printed; `None` when it is absent or failed.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    if !output.status.success() {
        return None;
    }
    String::from_utf8(output.stdout).ok()
}

/// A command as a person would type it.
pub(crate) fn line_of(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for word in command.get_args() {
        line.push(' ');
        line.push_str(&word.to_string_lossy());
    }
    line
}
