//! A peer: a program of its own that reads the claims once and then follows orders, one line each. It measures itself,
//! so that no pipe is in its times.

use serde_json::Value;
use std::error::Error;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdout, Command, Stdio};

/// A running peer.
pub(crate) struct Peer {
    name: &'static str,
    child: Child,
    answers: BufReader<ChildStdout>,
}

impl Peer {
    /// Starts a peer.
    pub(crate) fn start(name: &'static str, mut command: Command) -> Result<Self, Box<dyn Error>> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{name} could not be started: {error}"))?;
        let answers = BufReader::new(child.stdout.take().ok_or("a peer without output")?);
        Ok(Self { name, child, answers })
    }

    /// What it says of each claim.
    pub(crate) fn answers(&mut self) -> Result<Vec<Value>, Box<dyn Error>> {
        match self.ask("answers")? {
            Value::Array(answers) => Ok(answers),
            other => Err(format!("{}: {other}", self.name).into()),
        }
    }

    /// Nanoseconds for each claim, by an order such as `round 8`.
    pub(crate) fn times(&mut self, order: &str) -> Result<Vec<f64>, Box<dyn Error>> {
        let times = self.ask(order)?;
        let times: Option<Vec<f64>> =
            times.as_array().map(|all| all.iter().filter_map(Value::as_f64).collect());
        times.ok_or_else(|| format!("{} gave no times", self.name).into())
    }

    fn ask(&mut self, order: &str) -> Result<Value, Box<dyn Error>> {
        let input = self.child.stdin.as_mut().ok_or("a peer without input")?;
        writeln!(input, "{order}")?;
        input.flush()?;
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        serde_json::from_str(&line).map_err(|error| format!("{} to `{order}`: {error}", self.name).into())
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // It ends by itself when its input ends; if it does not, it must not outlive the measurement.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
