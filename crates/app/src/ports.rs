//! What a station asks of the world: the time, fresh ids and randomness, printers. Each has two real
//! sides: the machine's own, and one a test or a demonstration sets. Nothing else in the crates reads a
//! clock or draws a random number.

use crate::pack_key::PackKeys;
use crate::transport::{Http, Transport};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use ts_rs::TS;
use uuid::Uuid;

/// The time, as this machine believes it. Used for display and for civil dates, never for order.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;
}

/// Fresh identities and randomness.
pub trait Ids: Send + Sync {
    /// A new uuid, version 7.
    fn uuid(&self) -> Uuid;
    /// Fills a slice with random bytes fit for a key.
    fn fill(&self, bytes: &mut [u8]);
}

/// A printer that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PrinterName {
    /// The name the system knows it by.
    pub name: String,
    /// Whether it is the system's default.
    pub is_default: bool,
}

/// Why a printer did not take a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PrintFailure {
    /// The machine has no print system.
    #[error("this machine has no print system")]
    NoPrintSystem,
    /// The system knows no such printer.
    #[error("no such printer")]
    NoSuchPrinter,
    /// The system refused the job.
    #[error("the print system refused the job")]
    Refused,
    /// The machine has no program that opens a PDF.
    #[error("this machine has no viewer for a PDF")]
    NoViewer,
}

/// The printers of this machine, and its viewer of printed matter.
pub trait Printer: Send + Sync {
    /// The printers that can be chosen, the default first; empty when the machine has none.
    fn list(&self) -> Vec<PrinterName>;
    /// Sends a PDF file to a printer and waits until the system has taken it.
    ///
    /// # Errors
    /// When the system has no such printer, no print system, or refuses the job.
    fn print(&self, printer: &str, pdf: &Path, copies: u8) -> Result<(), PrintFailure>;
    /// Opens a PDF file in the system's own viewer, from which it can be saved or printed; does not wait for it.
    ///
    /// # Errors
    /// When the system has no viewer to start.
    fn show(&self, pdf: &Path) -> Result<(), PrintFailure>;
}

/// The ports of a station, as a host sets them.
pub struct Ports {
    /// Where the time comes from.
    pub clock: Box<dyn Clock>,
    /// Where ids come from.
    pub ids: Arc<dyn Ids>,
    /// Where paper goes.
    pub printer: Box<dyn Printer>,
    /// Whose policy packs may be installed.
    pub pack_keys: PackKeys,
    /// How HQ is reached.
    pub transport: Box<dyn Transport>,
}

impl Ports {
    /// The machine's own clock, ids and printers, and the keys this program was built with.
    #[must_use]
    pub fn system() -> Self {
        Self {
            clock: Box::new(SystemClock),
            ids: Arc::new(RandomIds),
            printer: Box::new(Cups),
            pack_keys: PackKeys::built_in(),
            transport: Box::new(Http::new()),
        }
    }
}

/// The machine's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// Ids and keys from the operating system's random source.
pub struct RandomIds;

impl Ids for RandomIds {
    fn uuid(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn fill(&self, bytes: &mut [u8]) {
        // A version 4 uuid holds 122 random bits from the operating system; three of them, hashed, hold more
        // than the 256 a key needs.
        let mut hasher = blake3::Hasher::new();
        for _ in 0..3 {
            hasher.update(Uuid::new_v4().as_bytes());
        }
        hasher.finalize_xof().fill(bytes);
    }
}

/// CUPS, through its `lp` and `lpstat` commands.
pub struct Cups;

impl Printer for Cups {
    fn list(&self) -> Vec<PrinterName> {
        // LC_ALL=C: the line "system default destination: NAME" is translated otherwise.
        let ask = |argument| Command::new("lpstat").arg(argument).env("LC_ALL", "C").output();
        let (Ok(names), default) = (ask("-e"), ask("-d")) else { return Vec::new() };
        let default =
            default.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
        let default = default.rsplit(": ").next().map(str::trim).unwrap_or_default().to_owned();
        let mut printers: Vec<_> = String::from_utf8_lossy(&names.stdout)
            .lines()
            .map(|name| PrinterName { name: name.to_owned(), is_default: name == default })
            .collect();
        printers.sort_by_key(|printer| !printer.is_default);
        printers
    }

    fn print(&self, printer: &str, pdf: &Path, copies: u8) -> Result<(), PrintFailure> {
        // The name is checked against the list, so that it can never be read as an option of `lp`.
        if !self.list().iter().any(|known| known.name == printer) {
            return Err(PrintFailure::NoSuchPrinter);
        }
        let taken = Command::new("lp")
            .args(["-d", printer, "-n", &copies.to_string(), "-o", "fit-to-page=false", "--"])
            .arg(pdf)
            .output();
        match taken {
            Err(_) => Err(PrintFailure::NoPrintSystem),
            Ok(output) if output.status.success() => Ok(()),
            Ok(_) => Err(PrintFailure::Refused),
        }
    }

    fn show(&self, pdf: &Path) -> Result<(), PrintFailure> {
        let viewer = match std::env::consts::OS {
            "macos" => "open",
            "windows" => "explorer",
            _ => "xdg-open",
        };
        let mut started = Command::new(viewer).arg(pdf).spawn().map_err(|_| PrintFailure::NoViewer)?;
        // The viewer stays as long as the person reads; only its end is taken note of, so that no process is left over.
        std::thread::spawn(move || started.wait());
        Ok(())
    }
}
