//! The station behind the window: opened beside the window's start, asked by the page through one command,
//! closed when the window closes. While it cannot be opened every command is answered with the reason, and
//! tries again, so that the page's "try again" does what it says.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use nightbench_app::error::Failure;
use nightbench_app::ports::Ports;
use nightbench_app::station::App;
use serde_json::Value;
use tauri::{AppHandle, Emitter, State};

/// Commands that wait for the network. A window that closes does not wait with them.
const OVER_THE_NETWORK: [&str; 2] = ["line_enrol", "line_sync"];

/// The station of this window. Cloning shares it.
#[derive(Clone)]
pub(crate) struct Station {
    data: PathBuf,
    phase: Arc<RwLock<Phase>>,
}

enum Phase {
    /// Not open: not yet, or refused when last tried.
    Shut,
    Open(Arc<App>),
    /// The window is closing; nothing is opened any more.
    Over,
}

impl Station {
    /// Begins to open a data directory and returns at once: the window is built meanwhile.
    pub(crate) fn opening(data: PathBuf) -> Self {
        let station = Self { data, phase: Arc::new(RwLock::new(Phase::Shut)) };
        let opener = station.clone();
        std::thread::spawn(move || {
            if let Err(failure) = opener.open() {
                eprintln!("nightbench: the station is not open: {}", failure.code);
            }
        });
        station
    }

    /// Closes the records, so that the next start finds them folded into one file.
    pub(crate) fn close(&self) {
        *self.phase.write().unwrap_or_else(PoisonError::into_inner) = Phase::Over;
    }

    fn open(&self) -> Result<(), Failure> {
        let mut phase = self.phase.write().unwrap_or_else(PoisonError::into_inner);
        if matches!(*phase, Phase::Shut) {
            let app = App::open(&self.data, Ports::system()).map_err(|error| error.failure())?;
            *phase = Phase::Open(Arc::new(app));
        }
        Ok(())
    }

    /// Runs a command and tells every listener what it changed.
    pub(crate) fn dispatch(&self, handle: &AppHandle, name: &str, request: Value) -> Result<Value, Failure> {
        self.open_if_shut()?;
        let phase = self.phase.read().unwrap_or_else(PoisonError::into_inner);
        let Phase::Open(app) = &*phase else { return Err(refusal("closing")) };
        if !OVER_THE_NETWORK.contains(&name) {
            return answered(app, handle, name, request);
        }
        let app = Arc::clone(app);
        drop(phase);
        answered(&app, handle, name, request)
    }

    /// One round with HQ, where there is a line. It waits for the network, so it holds nobody up: a station that closes
    /// meanwhile is gone when the round is over, or with the program.
    ///
    /// # Errors
    /// When the round failed; why stands in what the line says of itself.
    pub(crate) fn round(&self, handle: &AppHandle) -> Result<(), ()> {
        let app = match &*self.phase.read().unwrap_or_else(PoisonError::into_inner) {
            Phase::Open(app) => Arc::clone(app),
            Phase::Shut | Phase::Over => return Ok(()),
        };
        let line = answered(&app, handle, "line_get", Value::Null).map_err(|_| ())?;
        if line.get("url").is_none_or(Value::is_null) {
            return Ok(());
        }
        answered(&app, handle, "line_sync", Value::Null).map(|_| ()).map_err(|failure| {
            eprintln!("nightbench: no round with headquarters: {}", failure.code);
        })
    }

    fn open_if_shut(&self) -> Result<(), Failure> {
        let shut = matches!(*self.phase.read().unwrap_or_else(PoisonError::into_inner), Phase::Shut);
        if shut { self.open() } else { Ok(()) }
    }
}

/// Runs a command and tells every listener what it changed.
fn answered(app: &App, handle: &AppHandle, name: &str, request: Value) -> Result<Value, Failure> {
    let reply = app.dispatch(name, request).map_err(|error| error.failure())?;
    if !reply.changes.is_empty()
        && let Err(error) = handle.emit("changed", &reply.changes)
    {
        eprintln!("nightbench: the page was not told of a change: {error}");
    }
    Ok(reply.value)
}

/// The page's one command: any command of the station by its name. The work is done off the window's
/// thread, because a write waits for the disk.
#[tauri::command]
pub(crate) async fn call(
    handle: AppHandle,
    station: State<'_, Station>,
    name: String,
    request: Value,
) -> Result<Value, Failure> {
    let station = station.inner().clone();
    let work = tauri::async_runtime::spawn_blocking(move || station.dispatch(&handle, &name, request));
    // A panic in a command is a fault of ours: its transaction is rolled back and the station stays open.
    work.await.unwrap_or_else(|_| Err(refusal("unexpected")))
}

fn refusal(code: &str) -> Failure {
    Failure { code: code.to_owned(), args: BTreeMap::new(), problems: Vec::new(), pack: None }
}
