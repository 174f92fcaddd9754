//! Hands at a human pace: the same keys the window gets, counted and turned into the time a practised clerk would need.
//! A model, never the clock of the machine that runs the test.

use crate::window::Window;
use std::cell::Cell;
use std::time::Duration;

/// One key pressed by hand, also a chord: 60 words a minute, which is no more than average.
const KEY: Duration = Duration::from_millis(200);
/// A Chinese character by pinyin: two or three letters and the choice.
const HANZI: Duration = Duration::from_millis(700);
/// One character of a code as a scanner types it.
const SCANNED: Duration = Duration::from_millis(60);
/// Taking the next thing from the box and aiming the scanner at its label.
const AIM: Duration = Duration::from_secs(2);
/// Reading what a screen says before the next step.
const LOOK: Duration = Duration::from_millis(1_500);

/// Hands on a window.
#[derive(Debug)]
pub struct Hands<'a> {
    window: &'a Window,
    spent: Cell<Duration>,
}

impl<'a> Hands<'a> {
    /// Hands that have done nothing yet.
    #[must_use]
    pub const fn on(window: &'a Window) -> Self {
        Self { window, spent: Cell::new(Duration::ZERO) }
    }

    /// The modelled time of everything they did.
    #[must_use]
    pub const fn spent(&self) -> Duration {
        self.spent.get()
    }

    /// Presses keys together.
    pub fn press(&self, keys: &str) {
        self.takes(KEY);
        self.window.press(keys);
    }

    /// Types a text.
    pub fn types(&self, text: &str) {
        self.takes(text.chars().map(|c| if c.is_ascii() { KEY } else { HANZI }).sum());
        self.window.types(text);
    }

    /// Takes the next thing and scans its code.
    pub fn scans(&self, code: &str) {
        self.takes(AIM + SCANNED * u32::try_from(code.len() + 1).expect("a short code"));
        self.window.scans(code);
    }

    /// Tabs until a control has the keyboard; every Tab is a key.
    ///
    /// # Panics
    /// When it cannot be reached with 60 tabs.
    pub fn tabs_to(&self, role: &str, name: &str) {
        self.window.sees(role, name);
        for _ in 0..60 {
            if self.window.focus() == format!("{role} \"{name}\"") {
                return;
            }
            self.press("Tab");
        }
        panic!("60 tabs do not reach {role} \"{name}\"");
    }

    /// Looks at what came.
    pub fn look(&self) {
        self.takes(LOOK);
    }

    fn takes(&self, time: Duration) {
        self.spent.set(self.spent.get() + time);
    }
}
