//! The real `nightbench-hq`: its subcommands, and a server that is started, killed and started again on its records.

use crate::bench::Bench;
use crate::postgres;
use nightbench_sync::sign::{NONCE_HEADER, SIGNATURE_HEADER, STATION_HEADER};
use nightbench_sync::wire::{
    CONTENT_TYPE, ENROL_PATH, EnrolAnswer, Refusal, SYNC_PATH, SyncAnswer, SyncRequest,
};
use std::io::{BufRead, BufReader, Read};
use std::ops::Deref;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;
use tempfile::TempDir;

/// The program on records of its own.
pub(crate) struct Program {
    folder: TempDir,
    url: Option<String>,
}

/// A server that is running.
pub(crate) struct Server {
    child: Child,
    pub(crate) line: Line,
}

/// The way to a server, which may have ended.
#[derive(Clone)]
pub(crate) struct Line {
    pub(crate) address: String,
}

impl Deref for Server {
    type Target = Line;
    fn deref(&self) -> &Line {
        &self.line
    }
}

impl Program {
    pub(crate) fn on_sqlite() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), url: None }
    }

    pub(crate) fn on_postgres() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), url: Some(postgres::database()) }
    }

    /// What a subcommand printed and how it ended.
    pub(crate) fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    /// What a subcommand that does what it is asked printed.
    pub(crate) fn does(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Starts a server and waits until it listens.
    pub(crate) fn serve(&self, words: &[&str]) -> Server {
        let log = std::fs::OpenOptions::new().create(true).append(true).open(self.log_path()).unwrap();
        let mut command = self.command(&[&["serve"], words].concat());
        let mut child = command.stdout(Stdio::piped()).stderr(log).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim_end().strip_prefix("listening on ").expect("the address").to_owned();
        Server { child, line: Line { address } }
    }

    /// What its servers logged.
    pub(crate) fn log(&self) -> String {
        let mut text = String::new();
        std::fs::File::open(self.log_path()).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    pub(crate) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    fn log_path(&self) -> std::path::PathBuf {
        self.folder.path().join("log")
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_nightbench-hq"));
        command.arg("--data").arg(self.folder.path());
        if let Some(url) = &self.url {
            command.args(["--database-url", url]);
        }
        command.args(words);
        command
    }
}

impl Server {
    /// Kills it as a power cut would.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to end, as a system does; whether it ended well.
    pub(crate) fn end(&mut self) -> bool {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        self.child.wait().unwrap().success()
    }
}

impl Line {
    pub(crate) fn get(&self, path: &str) -> (u16, String) {
        let mut response = client().get(format!("{}{path}", self.address)).call().unwrap();
        (response.status().as_u16(), response.body_mut().read_to_string().unwrap())
    }

    /// Reads a list with a token; null where the answer is no JSON.
    pub(crate) fn read(&self, path: &str, token: &str) -> (u16, serde_json::Value) {
        let request = client().get(format!("{}{path}", self.address));
        let mut response = request.header("authorization", format!("Bearer {token}")).call().unwrap();
        let body = response.body_mut().read_to_string().unwrap();
        (response.status().as_u16(), serde_json::from_str(&body).unwrap_or_default())
    }

    /// Enrols a station over the socket.
    pub(crate) fn enrol(&self, bench: &mut Bench, code: &str) -> Result<EnrolAnswer, Refusal> {
        let body = serde_json::to_vec(&bench.enrol(code)).unwrap();
        let (status, answer) = self.post(ENROL_PATH, &[], &body).unwrap();
        let answer = if status == 200 { Ok(answer) } else { Err(answer) };
        let answer: EnrolAnswer = answer
            .map(|answer| serde_json::from_slice(&answer).unwrap())
            .map_err(|refusal| serde_json::from_slice::<Refusal>(&refusal).unwrap())?;
        bench.nonce.clone_from(&answer.nonce);
        Ok(answer)
    }

    /// Sends a round over the socket; `None` where the connection broke.
    pub(crate) fn sync(
        &self,
        bench: &mut Bench,
        request: &SyncRequest,
    ) -> Option<Result<SyncAnswer, Refusal>> {
        let body = serde_json::to_vec(request).unwrap();
        self.sync_body(bench, &body, &[])
    }

    /// Sends a body as the station's round, whatever it is.
    pub(crate) fn sync_body(
        &self,
        bench: &mut Bench,
        body: &[u8],
        headers: &[(&str, &str)],
    ) -> Option<Result<SyncAnswer, Refusal>> {
        let seal = bench.signer.seal(bench.id, &bench.nonce, "POST", SYNC_PATH, body);
        let (id, signature) = (seal.station.to_string(), seal.signature.to_string());
        let sealed = [(STATION_HEADER, &*id), (NONCE_HEADER, &seal.nonce), (SIGNATURE_HEADER, &signature)];
        let (status, answer) = self.post(SYNC_PATH, &[&sealed[..], headers].concat(), body)?;
        if status != 200 && status != 409 {
            let refusal: Refusal = serde_json::from_slice(&answer).unwrap();
            assert_eq!(refusal.status(), status);
            return Some(Err(refusal));
        }
        let answer: SyncAnswer = serde_json::from_slice(&answer).unwrap();
        assert_eq!(answer.status(), status);
        bench.nonce.clone_from(&answer.nonce);
        Some(Ok(answer))
    }

    /// A round as a station does it, asking again where only its nonce was old; `None` where the connection broke.
    pub(crate) fn round(&self, bench: &mut Bench) -> Option<SyncAnswer> {
        let request = bench.request();
        let answer = match self.sync(bench, &request)? {
            Err(Refusal::Nonce { nonce }) => {
                bench.nonce = nonce;
                self.sync(bench, &request)?.unwrap()
            }
            answer => answer.unwrap(),
        };
        bench.follow(&answer);
        Some(answer)
    }

    pub(crate) fn post(&self, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Option<(u16, Vec<u8>)> {
        let mut request = client().post(format!("{}{path}", self.address)).content_type(CONTENT_TYPE);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = request.send(body).ok()?;
        assert_eq!(response.headers()["content-type"], CONTENT_TYPE);
        let answer = response.body_mut().with_config().limit(64 << 20).read_to_vec().ok()?;
        Some((response.status().as_u16(), answer))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn client() -> ureq::Agent {
    let config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(60)))
        .build();
    ureq::Agent::new_with_config(config)
}
