//! What the station says outside of its window: figures and places beside the clock, and a notification when a task falls
//! due. What is said is `nightbench_app::notice`'s to decide; a desktop without either loses nothing but them.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use nightbench_app::notice::{Notice, Notices};
use serde_json::json;
use tauri::menu::{Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::{TrayIcon, TrayIconBuilder};
use tauri::{AppHandle, Emitter, Listener, Manager};
use tauri_plugin_notification::NotificationExt;

use crate::doorbell::come_to_the_front;
use crate::station::Station;

const TRAY: &str = "station";
const QUIT: &str = "quit";
/// How long the first screen may take before it is no longer waited for.
const PAGE_WITHIN: Duration = Duration::from_secs(20);
/// A task falls due without anybody writing anything.
const LOOKS_EVERY: Duration = Duration::from_secs(60);
/// Writes that follow one another are looked at once.
const SETTLES_WITHIN: Duration = Duration::from_millis(700);

/// Begins to look, once the page shows its first screen: nothing of this may delay it.
pub(crate) fn watch(app: &AppHandle) {
    let (changed, changes) = channel();
    let ready = changed.clone();
    // Nobody looks any more once the program ends.
    app.once_any("ready", move |_| _ = ready.send(()));
    app.listen_any("changed", move |_| _ = changed.send(()));
    let app = app.clone();
    std::thread::spawn(move || look(&app, &changes));
}

fn look(app: &AppHandle, changes: &Receiver<()>) {
    // A page that never says so has failed; what is due is due all the same.
    if changes.recv_timeout(PAGE_WITHIN) == Err(RecvTimeoutError::Disconnected) {
        return;
    }
    let mut told = None;
    loop {
        // A station that is closing answers nothing any more; one that could not be opened is asked again.
        if let Some(notices) = ask(app, told.as_ref()) {
            told = Some(notices.told.clone());
            let shown = app.clone();
            if app.run_on_main_thread(move || show(&shown, &notices)).is_err() {
                return;
            }
        }
        match changes.recv_timeout(LOOKS_EVERY) {
            Ok(()) => while changes.recv_timeout(SETTLES_WITHIN).is_ok() {},
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

fn ask(app: &AppHandle, told: Option<&BTreeSet<String>>) -> Option<Notices> {
    let answer = app.state::<Station>().dispatch(app, "notice_get", json!({ "told": told })).ok()?;
    serde_json::from_value(answer).ok()
}

fn show(app: &AppHandle, notices: &Notices) {
    if let Err(error) = show_tray(app, notices) {
        eprintln!("nightbench: nothing stands beside the clock: {error}");
    }
    if let Some(notice) = &notices.notice
        && let Err(error) = notify(app, notice)
    {
        eprintln!("nightbench: the desktop shows no notices: {error}");
    }
}

fn notify(app: &AppHandle, notice: &Notice) -> tauri_plugin_notification::Result<()> {
    app.notification().builder().title(&notice.title).body(&notice.body).show()
}

fn show_tray(app: &AppHandle, notices: &Notices) -> tauri::Result<()> {
    let menu = Menu::new(app)?;
    for (number, line) in notices.lines.iter().enumerate() {
        // Two lines may open the same place.
        menu.append(&MenuItem::with_id(
            app,
            format!("{number} {}", line.place),
            &line.text,
            true,
            None::<&str>,
        )?)?;
    }
    menu.append(&PredefinedMenuItem::separator(app)?)?;
    menu.append(&MenuItem::with_id(app, QUIT, &notices.quit, true, None::<&str>)?)?;
    let tray = match app.tray_by_id(TRAY) {
        Some(tray) => tray,
        None => match put_up(app) {
            Some(tray) => tray?,
            None => return Ok(()),
        },
    };
    tray.set_menu(Some(menu))?;
    tray.set_title(Some(&notices.badge))?;
    let tooltip: Vec<_> = notices.lines.iter().skip(1).map(|line| line.text.as_str()).collect();
    tray.set_tooltip(Some(if tooltip.is_empty() { "Nightbench".to_owned() } else { tooltip.join("\n") }))
}

/// The icon. On Linux the library that draws it is looked for at this moment, and one that is missing is a panic of the
/// crate that looks: `None` then, and nothing is lost but the icon.
fn put_up(app: &AppHandle) -> Option<tauri::Result<TrayIcon>> {
    let build = || {
        let mut tray = TrayIconBuilder::with_id(TRAY).on_menu_event(|app, event| match event.id().as_ref() {
            QUIT => app.exit(0),
            line => open(app, line.split_once(' ').map_or("/", |(_, place)| place)),
        });
        if let Some(icon) = app.default_window_icon() {
            tray = tray.icon(icon.clone());
        }
        tray.build(app)
    };
    catch_unwind(AssertUnwindSafe(build)).ok()
}

fn open(app: &AppHandle, place: &str) {
    come_to_the_front(app);
    if let Err(error) = app.emit("go", place) {
        eprintln!("nightbench: the page was not told where to go: {error}");
    }
}
