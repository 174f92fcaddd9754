//! A screen of its own for each window under test: Xvfb on a free display, read through its frame buffer,
//! so that a picture is what a person would see and not what the page believes it drew.

use crate::picture::Picture;
use crate::programs::{Running, dies_with_us};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A running X server.
#[derive(Debug)]
pub struct Screen {
    number: String,
    frame: PathBuf,
    _server: Running,
    _folder: TempDir,
}

impl Screen {
    /// Starts one of the given size on a display nobody uses.
    ///
    /// # Panics
    /// When Xvfb is missing or does not start within ten seconds.
    #[must_use]
    pub fn start(width: u32, height: u32) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the frame buffer");
        let log = folder.path().join("display");
        let mut command = dies_with_us("Xvfb");
        command.args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            &format!("{width}x{height}x24"),
            "-nolisten",
            "tcp",
        ]);
        command.arg("-fbdir").arg(folder.path());
        let server = Running::start(command, &log);
        let number = number(&log).expect("Xvfb names its display; is it installed? `cargo xtask setup`");
        let frame = folder.path().join("Xvfb_screen0");
        Self { number, frame, _server: server, _folder: folder }
    }

    /// The display as programs want it, such as `:3`.
    #[must_use]
    pub fn display(&self) -> String {
        format!(":{}", self.number)
    }

    /// What is on the screen now.
    ///
    /// # Panics
    /// When the frame buffer cannot be read.
    #[must_use]
    pub fn picture(&self) -> Picture {
        let bytes = std::fs::read(&self.frame).expect("the frame buffer");
        // The X Window Dump format: big-endian words, then colours, then rows.
        let word = |index: usize| {
            let bytes = bytes[index * 4..index * 4 + 4].try_into().expect("four bytes");
            u32::from_be_bytes(bytes) as usize
        };
        let (header, width, height, row_bytes, colours) = (word(0), word(4), word(5), word(12), word(19));
        assert_eq!(word(11), 32, "32 bits a pixel");
        let start = header + colours * 12;
        let rows = (0..height).flat_map(|y| {
            let from = start + y * row_bytes;
            bytes[from..from + width * 4].chunks_exact(4).map(|pixel| [pixel[2], pixel[1], pixel[0]])
        });
        Picture::new(width, height, rows.collect())
    }
}

fn number(log: &Path) -> Option<String> {
    let until = Instant::now() + Duration::from_secs(10);
    while Instant::now() < until {
        let said = std::fs::read_to_string(log).unwrap_or_default();
        if let Some(number) =
            said.lines().find(|line| line.chars().all(|c| c.is_ascii_digit()) && !line.is_empty())
        {
            return Some(number.to_owned());
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    None
}
