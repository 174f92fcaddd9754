//! Embeds the bare page.

fn main() {
    tauri_build::build();
}
