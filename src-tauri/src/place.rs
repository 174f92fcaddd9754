//! Where the window stood when it was closed, kept beside the records in `window.json`. Losing it costs
//! nobody anything, so a file that is missing or broken is simply not followed.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use tauri::{PhysicalPosition, PhysicalSize, WebviewWindow};

const FILE: &str = "window.json";

/// Position and size in physical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Place {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    maximised: bool,
}

impl Place {
    /// The place of the last time, if there was one.
    pub(crate) fn recall(data: &Path) -> Option<Self> {
        serde_json::from_slice(&fs::read(data.join(FILE)).ok()?).ok()
    }

    /// Puts a window there. A position on a monitor that is gone is not followed.
    pub(crate) fn apply(self, window: &WebviewWindow) -> tauri::Result<()> {
        window.set_size(PhysicalSize::new(self.width, self.height))?;
        let seen = window
            .available_monitors()?
            .iter()
            .any(|monitor| self.reaches(*monitor.position(), *monitor.size()));
        if seen {
            window.set_position(PhysicalPosition::new(self.x, self.y))?;
        }
        if self.maximised { window.maximize() } else { Ok(()) }
    }

    /// Keeps where a window stands. A maximised window keeps the size it will shrink back to.
    pub(crate) fn keep(data: &Path, window: &WebviewWindow) -> tauri::Result<()> {
        let before = Self::recall(data);
        let place = if window.is_maximized()? {
            match before {
                Some(before) => Self { maximised: true, ..before },
                None => Self { maximised: true, ..Self::of(window)? },
            }
        } else {
            Self::of(window)?
        };
        if before != Some(place) && data.is_dir() {
            fs::write(data.join(FILE), serde_json::to_vec(&place)?)?;
        }
        Ok(())
    }

    fn of(window: &WebviewWindow) -> tauri::Result<Self> {
        let (position, size) = (window.outer_position()?, window.inner_size()?);
        Ok(Self { x: position.x, y: position.y, width: size.width, height: size.height, maximised: false })
    }

    /// Whether enough of the title bar lies on a monitor to be taken hold of.
    fn reaches(self, position: PhysicalPosition<i32>, size: PhysicalSize<u32>) -> bool {
        let grip = 80;
        let (right, bottom) =
            (i64::from(position.x) + i64::from(size.width), i64::from(position.y) + i64::from(size.height));
        let (x, y) = (i64::from(self.x), i64::from(self.y));
        i64::from(position.x) <= x + i64::from(self.width) - grip
            && x + grip <= right
            && i64::from(position.y) <= y
            && y + grip <= bottom
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_followed_only_where_a_monitor_still_is() {
        let place = |x, y| Place { x, y, width: 1280, height: 800, maximised: false };
        let monitor =
            |place: Place| place.reaches(PhysicalPosition::new(0, 0), PhysicalSize::new(1920, 1080));
        assert!(monitor(place(100, 100)));
        assert!(monitor(place(-1000, 0)));
        assert!(!monitor(place(-1250, 0)), "only a sliver would be seen");
        assert!(!monitor(place(2500, 100)), "the second monitor is gone");
        assert!(!monitor(place(100, -300)), "its title bar is above the screen");
    }
}
