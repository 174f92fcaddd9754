//! Embeds the built window and declares the shell's one command. It builds no page: without `ui/dist` it
//! says how to make it.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=../ui/dist");
    if !Path::new("../ui/dist/index.html").exists() {
        println!(
            "cargo::error=the window's page is not built: run `cargo xtask run`, or `npm ci` and `npm run build` in ui"
        );
        return ExitCode::FAILURE;
    }
    let commands = tauri_build::AppManifest::new().commands(&["call"]);
    match tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={error:#}");
            ExitCode::FAILURE
        }
    }
}
