//! The desktop window of a station. It opens the data directory, shows the embedded page and carries the
//! page's one command to `nightbench-app`. It decides nothing and keeps nothing but where its window stood.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod doorbell;
mod gpu;
mod line;
mod outside;
mod place;
mod station;
mod window;

use std::process::ExitCode;

use arguments::Arguments;
use doorbell::Doorbell;
use station::Station;
use tauri::{Manager, RunEvent};

fn main() -> ExitCode {
    let arguments = match Arguments::read(std::env::args_os().skip(1)) {
        Ok(arguments) => arguments,
        Err(wrong) => return wrong.explain(),
    };
    if doorbell::ring(&arguments.data) {
        return ExitCode::SUCCESS;
    }
    gpu::spare_a_machine_without_one();
    match show(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("nightbench: the window could not be opened: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Opens the station and its window and stays until the window is closed.
fn show(arguments: Arguments) -> tauri::Result<()> {
    let station = Station::opening(arguments.data.clone());
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_notification::init())
        .manage(station)
        .invoke_handler(tauri::generate_handler![station::call])
        .setup(move |app| {
            window::open(app, &arguments)?;
            outside::watch(app.handle());
            line::keep(app.handle());
            app.manage(Doorbell::hang(&arguments.data, app.handle().clone()));
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(|app, event| {
        if matches!(event, RunEvent::Exit) {
            app.state::<Doorbell>().take_down();
            app.state::<Station>().close();
        }
    });
    Ok(())
}
