//! `nightbench-hq` as a program, on a database of its own.

use crate::programs::program;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// Headquarters on records of its own.
#[derive(Debug)]
pub struct Hq {
    folder: TempDir,
    served: Option<(Child, String)>,
}

impl Hq {
    /// With two centres, CD01 and SH01.
    ///
    /// # Panics
    /// When the program refuses.
    #[must_use]
    pub fn new() -> Self {
        let hq = Self { folder: tempfile::tempdir().unwrap(), served: None };
        hq.does(&["centre", "add", "CD01", "Chengdu"]);
        hq.does(&["centre", "add", "SH01", "Shanghai"]);
        hq
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(program("nightbench-hq"));
        command.arg("--data").arg(self.folder.path()).args(words);
        command
    }

    /// Runs a subcommand and returns what it printed.
    ///
    /// # Panics
    /// When it refuses.
    pub fn does(&self, words: &[&str]) -> String {
        let output = self.command(words).output().unwrap();
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// A one-time code for a station of a centre.
    #[must_use]
    pub fn code(&self, centre: &str) -> String {
        self.does(&["enrol", centre]).trim().to_owned()
    }

    /// Opens it to the network; where it is found.
    ///
    /// # Panics
    /// When it does not start.
    pub fn serve(&mut self, listen: &str) -> String {
        let mut command = self.command(&["serve", "--listen", listen]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let url = line.trim_end().strip_prefix("listening on ").unwrap().to_owned();
        self.served = Some((child, url.clone()));
        url
    }

    /// Ends it as a power cut would.
    ///
    /// # Panics
    /// When it cannot be ended.
    pub fn kill(&mut self) {
        if let Some((mut child, _)) = self.served.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }
}

impl Drop for Hq {
    fn drop(&mut self) {
        self.kill();
    }
}

impl Default for Hq {
    fn default() -> Self {
        Self::new()
    }
}
