//! A peer: a program of its own that reads its questions once and then follows orders, one line each. It measures
//! itself, so that no pipe is in its times.

use serde_json::Value;
use std::error::Error;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdout, Command, Stdio};

/// A running peer.
#[derive(Debug)]
pub struct Peer {
    name: &'static str,
    child: Child,
    answers: BufReader<ChildStdout>,
}

impl Peer {
    /// Starts a peer.
    ///
    /// # Errors
    /// When the program cannot be started.
    pub fn start(name: &'static str, mut command: Command) -> Result<Self, Box<dyn Error>> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{name} could not be started: {error}"))?;
        let answers = BufReader::new(child.stdout.take().ok_or("a peer without output")?);
        Ok(Self { name, child, answers })
    }

    /// What it says to every question.
    ///
    /// # Errors
    /// When it does not answer, or not in JSON.
    pub fn answers(&mut self) -> Result<Value, Box<dyn Error>> {
        self.ask("answers")
    }

    /// Nanoseconds, by an order such as `round 8`.
    ///
    /// # Errors
    /// When it does not answer, or with something else than a list of numbers.
    pub fn times(&mut self, order: &str) -> Result<Vec<f64>, Box<dyn Error>> {
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
