//! The real window, driven as a person drives it: things are found by role and name, keys are pressed,
//! codes are scanned, and pictures are taken of the screen.

use crate::driver::{Driver, Element, free_port};
use crate::picture::Picture;
use crate::programs::{Running, artefacts, dies_with_us, program};
use crate::screen::Screen;
use crate::seen;
use std::cell::RefCell;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long a person would wait for the slowest machine before calling it broken.
const PATIENCE: Duration = Duration::from_secs(15);

/// One window at a time: on two cores several at once would measure each other.
static TURN: Mutex<()> = Mutex::new(());

/// A running app on a screen of its own. Everything it started ends with it.
#[derive(Debug)]
pub struct Window {
    // Dropped in this order: the session, then the processes, then the screen they drew on.
    driver: Driver,
    bus_and_driver: Running,
    screen: Screen,
    folder: TempDir,
    _turn: MutexGuard<'static, ()>,
}

impl Window {
    /// Starts the app on a data directory and waits until its first screen takes input.
    ///
    /// # Panics
    /// When it does not get there.
    #[must_use]
    pub fn open(data: &Path) -> Self {
        Self::open_sized(data, 1280, 800)
    }

    /// The same on a screen of another size.
    ///
    /// # Panics
    /// When the first screen does not come.
    #[must_use]
    pub fn open_sized(data: &Path, width: u32, height: u32) -> Self {
        let window = Self::start(data, width, height);
        window.until("the first screen takes input", || {
            (window.driver.run(seen::READY, &[]) == true).then_some(())
        });
        window
    }

    /// Starts the app and waits for nothing: for stations that must not open.
    ///
    /// # Panics
    /// When the driver cannot start it.
    #[must_use]
    pub fn start(data: &Path, width: u32, height: u32) -> Self {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = tempfile::tempdir().expect("a folder for the run");
        let screen = Screen::start(width, height);
        let port = free_port();
        let mut command = dies_with_us("dbus-run-session");
        let port_word = format!("--port={port}");
        command.args(["--", "setpriv", "--pdeathsig", "KILL", "--", "WebKitWebDriver", &port_word]);
        command.env("DISPLAY", screen.display()).env("TAURI_WEBVIEW_AUTOMATION", "true");
        command.env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11").env("LC_ALL", "C.UTF-8");
        // Nothing of this machine's user is read or changed.
        for name in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
            command.env(name, folder.path());
        }
        let running = Running::start(command, &folder.path().join("driver.log"));
        let words = ["--data".to_owned(), data.display().to_string()];
        let driver = Driver::connect(port, &program("nightbench-desktop"), &words);
        Self { driver, bus_and_driver: running, screen, folder, _turn: turn }
    }

    /// Waits until exactly this control can be seen.
    ///
    /// # Panics
    /// With an outline of what is there instead.
    pub fn sees(&self, role: &str, name: &str) {
        self.find(role, name);
    }

    /// Whether this control can be seen now.
    #[must_use]
    pub fn has(&self, role: &str, name: &str) -> bool {
        self.look_for(role, name).is_some()
    }

    /// Waits until a text can be read somewhere, in a field or outside.
    ///
    /// # Panics
    /// With all that can be read instead.
    pub fn reads(&self, text: &str) {
        self.until(&format!("the text \"{text}\""), || self.text().contains(text).then_some(()));
    }

    /// All that can be read now.
    #[must_use]
    pub fn text(&self) -> String {
        self.driver.run(seen::TEXT, &[]).as_str().unwrap_or_default().to_owned()
    }

    /// What stands beside a term, such as the outcome beside the name of a remedy; empty when it is not there.
    #[must_use]
    pub fn beside(&self, term: &str) -> String {
        let found = self.driver.run(seen::BESIDE, &[term.into()]);
        found[0].as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Waits until some control of a role can be seen whose name holds a text, and returns its name.
    pub fn sees_some(&self, role: &str, part: &str) -> String {
        self.until(&format!("some {role} with \"{part}\" in its name"), || {
            let candidates = self.driver.elements(seen::BY_ROLE, &[role.into()]);
            candidates
                .iter()
                .filter_map(|candidate| self.driver.name(candidate))
                .find(|name| name.contains(part))
        })
    }

    /// The value of a field.
    #[must_use]
    pub fn value(&self, role: &str, name: &str) -> String {
        let field = self.find(role, name);
        let value =
            self.driver.run("return arguments[0].value ?? arguments[0].innerText", &[field.argument()]);
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Clicks a control, as with the mouse.
    ///
    /// # Panics
    /// When it is not there or something lies over it.
    pub fn click(&self, role: &str, name: &str) {
        self.until(&format!("a click on {role} \"{name}\""), || {
            let control = self.look_for(role, name)?;
            self.driver.click(&control).ok()
        });
    }

    /// Puts files into a file field, as its dialog would.
    ///
    /// # Panics
    /// When there is no file field.
    pub fn chooses_file(&self, path: &Path) {
        self.until("a file field", || {
            let fields =
                self.driver.elements("return [...document.querySelectorAll('input[type=file]')]", &[]);
            self.driver.type_into(fields.last()?, &path.display().to_string()).ok()
        });
    }

    /// Presses keys together, written as on a key cap: `Enter`, `Shift+Tab`, `Ctrl+K`, `F2`.
    pub fn press(&self, keys: &str) {
        let keys: Vec<String> = keys.split('+').map(key).collect();
        self.driver.chord(&keys);
    }

    /// Types a text where the keyboard is.
    ///
    /// # Panics
    /// When nothing takes it.
    pub fn types(&self, text: &str) {
        let active = self.driver.active();
        if let Err(refusal) = self.driver.type_into(&active, text) {
            panic!("\"{text}\" could not be typed into {}: {refusal}", self.focus());
        }
    }

    /// Scans a code: its keys a millisecond apart and Enter at the end, wherever the keyboard is.
    pub fn scans(&self, code: &str) {
        self.types(&format!("{code}{}", key("Enter")));
    }

    /// Tabs until a control has the keyboard.
    ///
    /// # Panics
    /// When it cannot be reached with 150 tabs, or is not there.
    pub fn tabs_to(&self, role: &str, name: &str) {
        self.sees(role, name);
        let mut path = Vec::new();
        for _ in 0..150 {
            let focus = self.focus();
            if focus == format!("{role} \"{name}\"") {
                return;
            }
            path.push(focus);
            self.press("Tab");
        }
        panic!("Tab does not reach {role} \"{name}\"; it goes by\n{}", path.join("\n"));
    }

    /// Role and name of what has the keyboard.
    #[must_use]
    pub fn focus(&self) -> String {
        let active = self.driver.active();
        let role = self.driver.role(&active).unwrap_or_default();
        format!("{role} \"{}\"", self.driver.name(&active).unwrap_or_default())
    }

    /// What is on the screen, kept as `target/e2e/NAME.png`.
    ///
    /// # Panics
    /// When nothing is on it.
    #[must_use]
    pub fn picture(&self, name: &str) -> Picture {
        let path = artefacts("e2e").join(format!("{name}.png"));
        let picture = self.until("something on the screen", || {
            let picture = self.screen.picture();
            (!picture.is_blank()).then_some(picture)
        });
        picture.save(&path);
        picture
    }

    /// Ends it at once, as a power cut would: nothing is asked, nothing is put away.
    pub fn kill(mut self) {
        self.bus_and_driver.kill();
    }

    /// Runs a script in the page, for what has no verb here.
    #[must_use]
    pub fn evaluate(&self, script: &str) -> serde_json::Value {
        self.driver.run(script, &[])
    }

    /// Waits for something, and explains a failure with a picture and an outline of the page.
    ///
    /// # Panics
    /// When it does not come within the time a person would give it.
    pub fn until<T>(&self, what: &str, look: impl FnMut() -> Option<T>) -> T {
        self.until_explained(|| what.to_owned(), look)
    }

    fn until_explained<T>(&self, what: impl Fn() -> String, mut look: impl FnMut() -> Option<T>) -> T {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(found) = look() {
                return found;
            }
            if end < Instant::now() {
                self.screen.picture().save(&artefacts("e2e").join("failure.png"));
                let outline = self.driver.run(seen::OUTLINE, &[]);
                let outline = outline.as_str().unwrap_or_default();
                let log = std::fs::read_to_string(self.folder.path().join("driver.log")).unwrap_or_default();
                panic!(
                    "not there: {} (target/e2e/failure.png)\n{outline}\n--\n{}\n--\n{log}",
                    what(),
                    self.text()
                );
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn find(&self, role: &str, name: &str) -> Element {
        let seen = RefCell::new(Vec::new());
        let what = || format!("{role} \"{name}\" among {:?}", seen.borrow());
        self.until_explained(what, || {
            let candidates = self.driver.elements(seen::BY_ROLE, &[role.into()]);
            let names = candidates.iter().map(|candidate| self.driver.name(candidate).unwrap_or_default());
            *seen.borrow_mut() = names.collect();
            let place = seen.borrow().iter().position(|seen| seen == name)?;
            candidates.get(place).cloned()
        })
    }

    fn look_for(&self, role: &str, name: &str) -> Option<Element> {
        let candidates = self.driver.elements(seen::BY_ROLE, &[role.into()]);
        candidates.into_iter().find(|element| self.driver.name(element).as_deref() == Some(name))
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        self.driver.quit();
    }
}

/// The standard's code of a key cap; a letter is itself.
fn key(cap: &str) -> String {
    let code = match cap {
        "Enter" => '\u{e007}',
        "Tab" => '\u{e004}',
        "Shift" => '\u{e008}',
        "Ctrl" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "Left" => '\u{e012}',
        "Up" => '\u{e013}',
        "Right" => '\u{e014}',
        "Down" => '\u{e015}',
        "Backspace" => '\u{e003}',
        "Delete" => '\u{e017}',
        "F1" => '\u{e031}',
        "F2" => '\u{e032}',
        "F3" => '\u{e033}',
        "F4" => '\u{e034}',
        "F5" => '\u{e035}',
        "F6" => '\u{e036}',
        "F7" => '\u{e037}',
        "F8" => '\u{e038}',
        letter => return letter.to_lowercase(),
    };
    code.to_string()
}
