//! The least a Tauri window can do: show one field and say when it is there. What the app's start is
//! measured against, built from the same versions of everything below it.

use std::io::Write;
use tauri::Listener;

fn main() {
    let shown = tauri::Builder::default()
        .setup(|app| {
            app.once_any("ready", |_| {
                let mut out = std::io::stdout().lock();
                // Whoever measures has gone when this fails.
                let _ = writeln!(out, "ready").and_then(|()| out.flush());
            });
            Ok(())
        })
        .run(tauri::generate_context!());
    if let Err(error) = shown {
        eprintln!("bare-window: {error}");
        std::process::exit(1);
    }
}
