//! The one window: its size, its place, what it may show, and the two things it tells the outside.

use std::io::Write;
use std::path::PathBuf;

use tauri::webview::NewWindowResponse;
use tauri::window::Color;
use tauri::{App, Listener, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};

use crate::arguments::Arguments;
use crate::place::Place;

/// The window's name in the capabilities.
pub(crate) const LABEL: &str = "main";

/// The page's own background, so that nothing flashes before it is drawn.
const PAPER: Color = Color(0xf5, 0xf6, 0xf4, 0xff);

/// Opens the window where it stood last time.
pub(crate) fn open(app: &App, arguments: &Arguments) -> tauri::Result<()> {
    if arguments.says_when_ready {
        // The page sends this when its first screen shows data and takes input.
        app.once_any("ready", |_| say_ready());
    }
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title("Nightbench")
        .inner_size(1280.0, 800.0)
        .min_inner_size(1024.0, 700.0)
        .background_color(PAPER)
        .zoom_hotkeys_enabled(true)
        // The page reads dropped files itself, as the browser hands them over, without their paths.
        .disable_drag_drop_handler()
        .on_navigation(|url| url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost"))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .visible(false)
        .build()?;
    if let Some(place) = Place::recall(&arguments.data) {
        place.apply(&window)?;
    }
    window.show()?;
    keep_place(&window, arguments.data.clone());
    Ok(())
}

fn keep_place(window: &WebviewWindow, data: PathBuf) {
    let kept = window.clone();
    window.on_window_event(move |event| {
        if matches!(event, WindowEvent::CloseRequested { .. })
            && let Err(error) = Place::keep(&data, &kept)
        {
            eprintln!("nightbench: the window's place was not kept: {error}");
        }
    });
}

fn say_ready() {
    let mut out = std::io::stdout().lock();
    // Whoever measures has gone when this fails, and nobody else is concerned.
    let _ = writeln!(out, "ready").and_then(|()| out.flush());
}
