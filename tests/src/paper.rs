//! Printed paper as others read it: the text layer through poppler, the QR code from the drawn page.

use crate::picture::Picture;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::path::Path;
use std::process::Command;

/// A file as an answer carries it.
///
/// # Panics
/// When it is not base64.
#[must_use]
pub fn decoded(base64: &str) -> Vec<u8> {
    STANDARD.decode(base64).expect("base64")
}

/// The text layer of a PDF file, laid out as on the page.
///
/// # Panics
/// When the file is no PDF, or poppler is missing.
#[must_use]
pub fn text(pdf: &Path) -> String {
    let output = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output().expect("pdftotext");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text is UTF-8")
}

/// The first page, drawn at 200 dots an inch, as a printer of that grade would.
///
/// # Panics
/// When the file is no PDF, or poppler is missing.
#[must_use]
pub fn first_page(pdf: &Path, folder: &Path) -> Picture {
    let stem = folder.join("page");
    let drawn =
        Command::new("pdftoppm").args(["-r", "200", "-png", "-singlefile"]).arg(pdf).arg(&stem).output();
    let drawn = drawn.expect("pdftoppm");
    assert!(drawn.status.success(), "{}", String::from_utf8_lossy(&drawn.stderr));
    Picture::read(&stem.with_extension("png"))
}

/// What the QR codes on a picture say.
#[must_use]
pub fn qr_codes(page: &Picture) -> Vec<String> {
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(page.width, page.height, |x, y| page.brightness(x, y));
    image.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, content)| content).collect()
}
