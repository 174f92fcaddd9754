//! The built programs of the workspace, and running ones that cannot outlive their test.

use serde_json::Value;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// The repository's root.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the working tree")
}

/// A folder for what a run leaves for people to look at, under the tree's own `target`.
#[must_use]
pub fn artefacts(name: &str) -> PathBuf {
    let folder = root().join("target").join(name);
    std::fs::create_dir_all(&folder).expect("a folder under target");
    folder
}

/// A program of the workspace, built by the same cargo run as this test.
#[must_use]
pub fn program(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("this test's own path");
    let built = test.ancestors().nth(2).expect("deps lies in the profile's folder");
    let path = built.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(path.exists(), "{} is not built: run `cargo xtask test`", path.display());
    path
}

/// `nightbench-cli` on one data directory.
#[derive(Debug, Clone)]
pub struct Cli {
    data: PathBuf,
}

impl Cli {
    /// For a data directory; nothing is made yet.
    #[must_use]
    pub fn on(data: &Path) -> Self {
        Self { data: data.to_owned() }
    }

    /// A station that has been set up as centre CD01.
    pub fn station(data: &Path) -> Self {
        let cli = Self::on(data);
        cli.does(&["init", "--centre", "CD01"], "");
        cli
    }

    /// The command with its words, to be run as the test likes.
    #[must_use]
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(program("nightbench-cli"));
        command.arg("--data").arg(&self.data).arg("--json").args(words).env_remove("NIGHTBENCH_DATA");
        command
    }

    /// Runs it to the end with the given standard input.
    ///
    /// # Panics
    /// When it cannot be started.
    #[must_use]
    pub fn run(&self, words: &[&str], input: &str) -> Output {
        let mut command = self.command(words);
        let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = started.expect("nightbench-cli starts");
        // It may refuse before it reads, which closes the pipe; its own words then say why.
        let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
        child.wait_with_output().expect("nightbench-cli ends")
    }

    /// Runs it, expects success and returns what it printed.
    ///
    /// # Panics
    /// When it refuses.
    pub fn does(&self, words: &[&str], input: &str) -> String {
        let output = self.run(words, input);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "nightbench-cli {words:?}: {} {said}", output.status);
        String::from_utf8(output.stdout).expect("what it prints is UTF-8")
    }

    /// Sends one command of the station and returns its answer.
    ///
    /// # Panics
    /// When it is refused.
    #[must_use]
    pub fn call(&self, command: &str, request: &Value) -> Value {
        let answer = self.does(&["call", command], &request.to_string());
        serde_json::from_str(&answer).expect("an answer is JSON")
    }

    /// What it printed, one JSON value a line.
    ///
    /// # Panics
    /// When it refuses.
    #[must_use]
    pub fn lines(&self, words: &[&str], input: &str) -> Vec<Value> {
        let printed = self.does(words, input);
        printed.lines().map(|line| serde_json::from_str(line).expect("one JSON value a line")).collect()
    }
}

/// A program in a process group of its own. The whole group ends with this value, and with the thread
/// that made it should that be killed.
#[derive(Debug)]
pub struct Running {
    child: Child,
}

impl Running {
    /// Starts `program` with its words; what it says goes to a file.
    ///
    /// # Panics
    /// When it cannot be started.
    #[must_use]
    pub fn start(mut command: Command, log: &Path) -> Self {
        use std::os::unix::process::CommandExt;

        let log = File::create(log).expect("a log file");
        let errors = log.try_clone().expect("a second handle of the log file");
        command.process_group(0).stdin(Stdio::null()).stderr(errors);
        let child = command.stdout(log).spawn();
        let child = child.unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
        Self { child }
    }

    /// Kills the whole group and waits until the last of its members has let go of what it held.
    pub fn kill(&mut self) {
        let group = format!("-{}", self.child.id());
        let send = |signal: &str| {
            let mut kill = Command::new("kill");
            kill.args([signal, "--", &group]).stderr(Stdio::null());
            kill.status().is_ok_and(|status| status.success())
        };
        // The group may be gone already; then there is nothing to end.
        send("-KILL");
        let _ = self.child.wait();
        let end = Instant::now() + Duration::from_secs(5);
        while send("-0") && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A command that is ended by the kernel when the thread that started it is gone.
#[must_use]
pub fn dies_with_us(program: &str) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL", "--", program]);
    command
}
