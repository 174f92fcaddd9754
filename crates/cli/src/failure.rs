//! What goes wrong on the command line and how it is told: a sentence on standard error, or with `--json`
//! an object on standard output.

use nightbench_app::error::AppError;
use nightbench_app::{Language, locale};
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

/// Why a run ended early.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CliError {
    /// The station refused.
    #[error(transparent)]
    App(#[from] AppError),
    /// A file or a stream failed.
    #[error("{path}: {source}")]
    File {
        /// What was read or written.
        path: String,
        /// Why not.
        source: std::io::Error,
    },
    /// Standard output is gone.
    #[error("standard output: {0}")]
    Output(#[source] std::io::Error),
    /// The input is not JSON.
    #[error("standard input is not JSON: {0}")]
    Json(#[source] serde_json::Error),
    /// An argument cannot be used so.
    #[error("{0}")]
    Usage(&'static str),
}

impl CliError {
    /// Tells the person or the script, and gives the exit status.
    pub(crate) fn report(&self, json: bool, language: Language) -> ExitCode {
        let (status, sentence) = match self {
            Self::App(error) => (1, error.failure().sentence(language)),
            Self::Usage(text) => (2, (*text).to_owned()),
            Self::File { path, source } => (1, no_file(language, path, source)),
            Self::Output(_) | Self::Json(_) => (1, self.to_string()),
        };
        if json && let Self::App(error) = self {
            let body = serde_json::json!({ "error": error.failure().with_message(language) });
            let _ = writeln!(std::io::stdout(), "{body}");
        }
        let _ = writeln!(std::io::stderr(), "{}: {sentence}", locale::say(language, "cli-name", &[]));
        ExitCode::from(status)
    }
}

/// What a file that could not be read or written is told as. What the system says of rarer failures is in its own words.
fn no_file(language: Language, path: &str, error: &std::io::Error) -> String {
    let id = match error.kind() {
        ErrorKind::NotFound => "cli-file_missing",
        ErrorKind::PermissionDenied => "cli-file_denied",
        _ => return format!("{path}: {error}"),
    };
    locale::say(language, id, &[("path", path.into())])
}
