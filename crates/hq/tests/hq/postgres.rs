//! A PostgreSQL of the tests' own: one server in a temporary folder for the whole run, a database for each test. It ends
//! with the run, however that ends.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// The role the server connects as: an ordinary one, because superusers pass row-level security.
const ROLE: &str = "nightbench";

/// The address of a fresh, empty database.
pub(crate) fn database() -> String {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let cluster = CLUSTER.get_or_init(Cluster::start);
    let name = format!("t{}", COUNT.fetch_add(1, Ordering::Relaxed));
    cluster.sql(&format!("CREATE DATABASE {name} OWNER {ROLE}"));
    cluster.address(ROLE, &name)
}

/// The same database as its superuser sees it.
pub(crate) fn as_superuser(address: &str) -> String {
    address.replace(&format!("//{ROLE}@"), "//postgres@")
}

struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    /// Its standard input is held open; once this process is gone, it ends the server and clears the folder.
    _keeper: Child,
}

impl Cluster {
    fn start() -> Self {
        let programs = programs().expect("PostgreSQL's programs: cargo xtask setup installs them");
        let folder = tempfile::Builder::new().prefix("nb-pg-").tempdir().unwrap().keep();
        let mut prefix: Vec<String> = Vec::new();
        if is_root() {
            // PostgreSQL refuses to run as root.
            assert!(Command::new("chown").arg("postgres").arg(&folder).status().unwrap().success());
            prefix = ["runuser", "-u", "postgres", "--"].map(str::to_owned).to_vec();
        }
        let program = |name: &str| programs.join(name).display().to_string();
        let data = folder.join("data").display().to_string();
        let mut words = prefix.clone();
        words.extend([program("initdb"), "-D".into(), data.clone()]);
        words.extend(
            ["-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8", "--locale=C"].map(str::to_owned),
        );
        let made = Command::new(&words[0]).args(&words[1..]).current_dir(&folder).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let mut words = prefix;
        words.extend([program("postgres"), "-D".into(), data, "-k".into(), folder.display().to_string()]);
        words.extend(["-c", "listen_addresses=", "-c", "max_connections=200"].map(str::to_owned));
        let script = "\"$@\" >\"$FOLDER/log\" 2>&1 & cat >/dev/null; kill -INT $(head -n 1 \"$FOLDER/data/postmaster.pid\"); wait; rm -rf \"$FOLDER\"";
        let keeper = Command::new("sh")
            .args(["-c", script, "keeper"])
            .args(&words)
            .env("FOLDER", &folder)
            .current_dir(&folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let cluster = Self { folder, programs, _keeper: keeper };
        cluster.wait();
        cluster.sql(&format!("CREATE ROLE {ROLE} LOGIN"));
        cluster
    }

    fn wait(&self) {
        let begun = Instant::now();
        while !self.psql("SELECT 1") {
            assert!(begun.elapsed() < Duration::from_secs(60), "PostgreSQL did not start");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn sql(&self, statement: &str) {
        assert!(self.psql(statement), "{statement}");
    }

    fn psql(&self, statement: &str) -> bool {
        let mut psql = Command::new(self.programs.join("psql"))
            .args(["-q", "-v", "ON_ERROR_STOP=1", &self.address("postgres", "postgres")])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        psql.stdin.take().unwrap().write_all(statement.as_bytes()).unwrap();
        psql.wait().unwrap().success()
    }

    fn address(&self, role: &str, database: &str) -> String {
        let host = self.folder.display().to_string().replace('/', "%2F");
        format!("postgres://{role}@{host}/{database}")
    }
}

/// Where the newest installed version has its programs.
fn programs() -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> = std::fs::read_dir(Path::new("/usr/lib/postgresql"))
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .filter(|bin| bin.join("initdb").exists())
        .collect();
    versions.sort();
    versions.pop()
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n")
}
