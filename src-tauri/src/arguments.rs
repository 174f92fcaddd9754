//! What the command line asks of the window: which data directory, and whether to say when it is ready.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use nightbench_app::station::default_data_dir;

const USAGE: &str = "usage: nightbench-desktop [--data DIR] [--bench-ready]

  --data DIR      the data directory; else NIGHTBENCH_DATA, else the one of this user
  --bench-ready   print `ready` once the first screen takes input, for measurements";

/// The words understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// The data directory, absolute. It need not exist.
    pub(crate) data: PathBuf,
    /// Print `ready` when the page says that its first screen takes input.
    pub(crate) says_when_ready: bool,
}

/// Words that were not understood, or a question about them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// `--help`.
    Asked,
    /// An unknown or unfinished word.
    Word(String),
}

impl Wrong {
    /// Prints what to type instead.
    pub(crate) fn explain(&self) -> ExitCode {
        match self {
            Self::Asked => eprintln!("{USAGE}"),
            Self::Word(word) => eprintln!("nightbench-desktop: `{word}` is not understood\n{USAGE}"),
        }
        if *self == Self::Asked { ExitCode::SUCCESS } else { ExitCode::from(2) }
    }
}

impl Arguments {
    /// Reads the words; the data directory falls back to the environment and then to the user's own.
    ///
    /// # Errors
    /// When a word is unknown or `--data` lacks its directory.
    pub(crate) fn read(words: impl Iterator<Item = OsString>) -> Result<Self, Wrong> {
        let (mut data, mut says_when_ready) = (None, false);
        let mut words = words;
        while let Some(word) = words.next() {
            match word.to_str() {
                Some("--data") => data = Some(words.next().ok_or_else(|| Wrong::Word("--data".to_owned()))?),
                Some("--bench-ready") => says_when_ready = true,
                Some("--help" | "-h") => return Err(Wrong::Asked),
                _ => return Err(Wrong::Word(word.to_string_lossy().into_owned())),
            }
        }
        let data = data.map_or_else(default_data_dir, PathBuf::from);
        Ok(Self { data: std::path::absolute(&data).unwrap_or(data), says_when_ready })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Arguments, Wrong> {
        Arguments::read(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn the_data_directory_is_made_absolute() {
        let read = read("--data here --bench-ready").unwrap();
        assert!(read.data.is_absolute() && read.data.ends_with("here"));
        assert!(read.says_when_ready);
    }

    #[test]
    fn an_unfinished_or_unknown_word_is_refused_by_name() {
        assert_eq!(read("--data"), Err(Wrong::Word("--data".to_owned())));
        assert_eq!(read("--date x"), Err(Wrong::Word("--date".to_owned())));
    }
}
