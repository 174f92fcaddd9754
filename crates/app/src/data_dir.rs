//! Which data directory a program uses when it is told none: one per machine, whatever account of the operating
//! system is used, so that everybody at a counter sees the same records. A store that is in the account's own
//! directory already stays in use; nothing is moved by itself.
//!
//! On Linux the machine's directory is `/var/lib/nightbench`. The packager makes it with the group of those who work
//! here and the setgid bit; where it is missing and may be made, it is made with mode 2770. The store then makes its
//! files readable and writable by that group (store/directory.rs).

use nightbench_store::is_there;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Whose directory was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// The one that `NIGHTBENCH_DATA` names.
    Named,
    /// The machine's: every account works on the same records.
    Machine,
    /// This account's: other accounts of the machine do not see the records.
    Account,
}

/// What choosing looks at, so that it can be tried without a machine.
pub struct Surroundings<'a> {
    /// The operating system, as `std::env::consts::OS` names it.
    pub os: &'a str,
    /// A variable of the environment; `None` when it is not set or empty.
    pub variable: &'a dyn Fn(&str) -> Option<OsString>,
    /// Whether a station's records are in a directory.
    pub has_store: &'a dyn Fn(&Path) -> bool,
    /// Whether this account can write in a directory, which is made for it when it is missing.
    pub can_write: &'a dyn Fn(&Path) -> bool,
}

/// Chooses the data directory: the named one; else where a store is, the machine's before the account's; else the
/// machine's when this account can write there; else the account's.
#[must_use]
pub fn choose(around: &Surroundings<'_>) -> (PathBuf, Reach) {
    if let Some(named) = (around.variable)("NIGHTBENCH_DATA") {
        return (named.into(), Reach::Named);
    }
    let account = of_account(around);
    let Some(machine) = of_machine(around) else { return (account, Reach::Account) };
    // A store of the machine that this account may not open is told as such, never worked around by a second one.
    let is_there = (around.has_store)(&machine);
    let may_begin_there = || !(around.has_store)(&account) && (around.can_write)(&machine);
    if is_there || may_begin_there() { (machine, Reach::Machine) } else { (account, Reach::Account) }
}

/// The data directory of this machine and account.
#[must_use]
pub fn default_data_dir() -> PathBuf {
    choose(&real()).0
}

/// Whether these records are in the account's own directory, where other accounts of the machine do not see them,
/// and nobody asked for that.
#[must_use]
pub fn is_of_account(data: &Path) -> bool {
    choose(&real()) == (data.to_owned(), Reach::Account)
}

fn real() -> Surroundings<'static> {
    Surroundings {
        os: std::env::consts::OS,
        variable: &|name| std::env::var_os(name).filter(|value| !value.is_empty()),
        has_store: &is_there,
        can_write: &can_write,
    }
}

fn of_machine(around: &Surroundings<'_>) -> Option<PathBuf> {
    match around.os {
        "linux" => Some(PathBuf::from("/var/lib/nightbench")),
        "macos" => Some(["/", "Users", "Shared", "Nightbench"].iter().collect()),
        "windows" => (around.variable)("ProgramData").map(|data| PathBuf::from(data).join("Nightbench")),
        _ => None,
    }
}

fn of_account(around: &Surroundings<'_>) -> PathBuf {
    let folder = |name: &str| (around.variable)(name).map(PathBuf::from);
    folder("XDG_DATA_HOME")
        .map(|data| data.join("nightbench"))
        .or_else(|| folder("LOCALAPPDATA").map(|data| data.join("Nightbench")))
        .or_else(|| folder("HOME").map(|home| home.join(".local/share/nightbench")))
        .unwrap_or_else(|| PathBuf::from("nightbench-data"))
}

/// Tries it: permissions alone do not tell, on Windows least of all.
fn can_write(folder: &Path) -> bool {
    if !folder.is_dir() && make_shared(folder).is_err() {
        return false;
    }
    let probe = folder.join(format!(".probe-{}", std::process::id()));
    let written = std::fs::write(&probe, b"").is_ok();
    written && std::fs::remove_file(&probe).is_ok()
}

fn make_shared(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir(folder)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o2770))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Reach, Surroundings, choose};
    use std::path::Path;

    #[test]
    fn one_directory_per_machine_unless_the_account_has_the_records_or_may_not_write() {
        const MACHINE: &str = "/var/lib/nightbench";
        const ACCOUNT: &str = "/accounts/li/.local/share/nightbench";
        for (what, named, stores, writable, path, reach) in [
            ("named", Some("/srv/n"), [MACHINE, ACCOUNT].as_slice(), true, "/srv/n", Reach::Named),
            ("a fresh machine", None, &[], true, MACHINE, Reach::Machine),
            ("a fresh machine that this account may not change", None, &[], false, ACCOUNT, Reach::Account),
            ("a store from before stays where it is", None, &[ACCOUNT], true, ACCOUNT, Reach::Account),
            ("the machine's store is everybody's", None, &[MACHINE], true, MACHINE, Reach::Machine),
            ("and is not worked around", None, &[MACHINE, ACCOUNT], false, MACHINE, Reach::Machine),
        ] {
            let around = Surroundings {
                os: "linux",
                variable: &|name| match name {
                    "NIGHTBENCH_DATA" => named.map(Into::into),
                    "HOME" => Some("/accounts/li".into()),
                    _ => None,
                },
                has_store: &|folder| stores.iter().any(|store| folder == Path::new(store)),
                can_write: &|_| writable,
            };
            assert_eq!(choose(&around), (path.into(), reach), "{what}");
        }
    }

    #[test]
    fn each_system_has_its_own_place_for_the_machine() {
        let chosen = |os| {
            let around = Surroundings {
                os,
                variable: &|name| (name == "ProgramData").then(|| "P".into()),
                has_store: &|_| false,
                can_write: &|_| true,
            };
            choose(&around).0
        };
        assert!(chosen("macos").ends_with("Shared/Nightbench"));
        assert_eq!(chosen("windows"), Path::new("P").join("Nightbench"));
        assert_eq!(chosen("freebsd"), Path::new("nightbench-data"));
    }
}
