//! `xtask setup`: finds what a build, the tests and the window need and installs what is missing. It
//! changes nothing when nothing is missing, and only prints the line to run when it may not install.

mod node_modules;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::house::House;
use crate::step::{self, Stop};

/// A Debian or Ubuntu package and what stops without it.
struct Need {
    package: &'static str,
    why: &'static str,
}

const DEBIAN: &[Need] = &[
    Need { package: "build-essential", why: "the C compiler and linker" },
    Need { package: "pkg-config", why: "finding system libraries" },
    Need { package: "perl", why: "configuring the encryption library of the store" },
    Need { package: "make", why: "building the encryption library of the store" },
    Need { package: "libwebkit2gtk-4.1-dev", why: "the window" },
    Need { package: "webkit2gtk-driver", why: "driving the real window in tests" },
    Need { package: "xvfb", why: "a screen for machines without one" },
    Need { package: "xauth", why: "starting the app on that screen" },
    Need { package: "dbus", why: "a session bus for machines without one" },
    Need { package: "at-spi2-core", why: "accessible names in the real window" },
    Need { package: "libayatana-appindicator3-1", why: "the figures beside the clock" },
    Need { package: "fonts-noto-cjk", why: "Chinese on screen where no such font is installed" },
    Need { package: "procps", why: "ending what a test started" },
    Need { package: "postgresql", why: "the tests of headquarters on the larger of its two databases" },
    Need { package: "poppler-utils", why: "reading the text of the printed forms in tests" },
];

/// The oldest Node the window's build runs on.
const NODE_MAJOR: u32 = 20;

pub(crate) fn setup(house: &House) -> Result<(), Stop> {
    system_packages(house.root())?;
    rust_components(house.root())?;
    node(house.root())?;
    npm_packages(house, "ui")
}

/// Installs the missing system packages; elsewhere than on Debian and its kin, trusts pkg-config.
fn system_packages(root: &Path) -> Result<(), Stop> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let names: Vec<&str> = DEBIAN.iter().map(|need| need.package).collect();
    let Some(installed) = installed_packages(&names, root) else {
        return without_dpkg(root);
    };
    let missing: Vec<&Need> =
        DEBIAN.iter().filter(|need| !installed.iter().any(|name| name == need.package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    for need in &missing {
        println!("missing: {:24} {}", need.package, need.why);
    }
    let names: Vec<&str> = missing.iter().map(|need| need.package).collect();
    let Some(prefix) = root_prefix(root) else {
        return Err(Stop::Refused(format!(
            "run this line, then the same command again:\n  sudo apt-get update && sudo apt-get install -y {}",
            names.join(" ")
        )));
    };
    apt(prefix, &["update"], root)?;
    let mut words = vec!["install", "-y", "--no-install-recommends"];
    words.extend(names);
    apt(prefix, &words, root)
}

/// The packages of `names` that dpkg has; `None` when there is no dpkg.
fn installed_packages(names: &[&str], root: &Path) -> Option<Vec<String>> {
    step::answer(&mut step::command("dpkg-query", &["--version"], root))?;
    // dpkg-query fails as soon as one package is unknown and still lists the others.
    let mut query = step::command("dpkg-query", &["-W", "-f=${db:Status-Status} ${Package}\\n"], root);
    let output = query.args(names).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    Some(text.lines().filter_map(|line| line.strip_prefix("installed ")).map(str::to_owned).collect())
}

fn without_dpkg(root: &Path) -> Result<(), Stop> {
    let webkit = step::answer(&mut step::command("pkg-config", &["--exists", "webkit2gtk-4.1"], root));
    if webkit.is_some() {
        return Ok(());
    }
    let names: Vec<&str> = DEBIAN.iter().map(|need| need.package).collect();
    Err(Stop::Refused(format!(
        "this system has no dpkg: install with its own package manager what Debian calls\n  {}",
        names.join(" ")
    )))
}

/// What to put before apt-get: nothing for root, `sudo -n` when it asks no password, else `None`.
fn root_prefix(root: &Path) -> Option<&'static [&'static str]> {
    let user = step::answer(&mut step::command("id", &["-u"], root))?;
    if user.trim() == "0" {
        return Some(&[]);
    }
    step::answer(&mut step::command("sudo", &["-n", "true"], root)).map(|_| &["sudo", "-n"][..])
}

fn apt(prefix: &[&str], words: &[&str], root: &Path) -> Result<(), Stop> {
    let mut line: Vec<&str> = prefix.to_vec();
    line.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    line.extend(words);
    match line.split_first() {
        Some((program, words)) => step::run(&mut step::command(program, words, root)),
        None => Ok(()),
    }
}

fn rust_components(root: &Path) -> Result<(), Stop> {
    let mut missing = Vec::new();
    for (program, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if step::answer(&mut step::command("cargo", &[program, "--version"], root)).is_none() {
            missing.push(component);
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    let mut words = vec!["component", "add"];
    words.extend(missing);
    step::run(&mut step::command("rustup", &words, root))
}

fn node(root: &Path) -> Result<(), Stop> {
    let version = step::answer(&mut step::command("node", &["--version"], root));
    let major = version.as_deref().and_then(node_major);
    match major {
        Some(major) if NODE_MAJOR <= major => npm(root),
        Some(major) => Err(Stop::Refused(format!("Node {NODE_MAJOR} or newer is needed, this is {major}"))),
        None => Err(Stop::Refused(format!("Node {NODE_MAJOR} or newer is needed (https://nodejs.org)"))),
    }
}

/// Some systems package npm apart from Node.
fn npm(root: &Path) -> Result<(), Stop> {
    match step::answer(&mut step::command("npm", &["--version"], root)) {
        Some(_) => Ok(()),
        None => Err(Stop::Refused("npm, which comes with Node, is needed too".to_owned())),
    }
}

fn node_major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Installs what a folder's lock file asks for, when something else is installed there.
pub(crate) fn npm_packages(house: &House, folder: &str) -> Result<(), Stop> {
    let at = house.at(folder);
    if !at.join("package-lock.json").exists() || node_modules::match_lock(&at) {
        return Ok(());
    }
    println!("{folder}/node_modules differs from {folder}/package-lock.json: npm ci");
    step::run(&mut step::command("npm", &["ci", "--no-audit", "--no-fund"], &at))
}

/// The Python of a peer with the packages its folder pins, in a folder of its own under `target`; made when it is not
/// there or the pins changed.
pub(crate) fn python_packages(house: &House, folder: &str) -> Result<PathBuf, Stop> {
    let pins = house.at(folder).join("requirements.txt");
    let wanted = fs::read(&pins).map_err(|source| Stop::io(format!("read {}", pins.display()), source))?;
    let home = house.artefacts("bench").join("python");
    let (python, installed) = (home.join("bin").join("python"), home.join("installed.txt"));
    if fs::read(&installed).is_ok_and(|found| found == wanted) {
        return Ok(python);
    }
    println!(
        "{folder}/requirements.txt: a Python of its own (where this fails: apt-get install python3-venv)"
    );
    step::run(step::command("python3", &["-m", "venv", "--clear"], house.root()).arg(&home))?;
    step::run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "--no-deps", "-r"]).arg(&pins))?;
    fs::write(&installed, wanted).map_err(|source| Stop::io("note what was installed", source))?;
    Ok(python)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_of_node_is_read_from_its_own_words() {
        assert_eq!(node_major("v20.20.2\n"), Some(20));
        assert_eq!(node_major("not node"), None);
    }
}
