//! Reads papers back with tools that know nothing of how they were made: poppler for text and raster,
//! ZXing's port for bar codes.

#![allow(dead_code, reason = "each test file reads papers in its own way")]
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read its paper fails"
)]

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use nightbench_forms::{Form, FormLanguage, Pdf, render};
use rxing::{BarcodeFormat, RXingResult};
use tempfile::TempDir;

/// A printed paper on disk, as poppler wants it.
pub(crate) struct Paper {
    directory: TempDir,
    pub(crate) pdf: Pdf,
}

/// A word on a page, in points from the upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Word {
    pub(crate) page: usize,
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
    pub(crate) text: String,
}

impl Paper {
    pub(crate) fn print(form: &Form, language: FormLanguage) -> Self {
        let pdf = render(form, language).expect("the form is printed");
        let directory = tempfile::tempdir().expect("a directory");
        fs::write(directory.path().join("paper.pdf"), &pdf.bytes).expect("the file is written");
        Self { directory, pdf }
    }

    /// The text layer without white space and invisible characters, because lines break where they must.
    pub(crate) fn text(&self) -> String {
        squeeze(&String::from_utf8(self.poppler("pdftotext", &["-raw"])).expect("UTF-8"))
    }

    /// Every word with its place.
    pub(crate) fn words(&self) -> Vec<Word> {
        let layout = String::from_utf8(self.poppler("pdftotext", &["-bbox"])).expect("UTF-8");
        let mut page = 0;
        let mut words = Vec::new();
        for line in layout.lines().map(str::trim) {
            if line.starts_with("<page") {
                page += 1;
            } else if let Some(rest) = line.strip_prefix("<word ") {
                let side = |name: &str| -> f64 {
                    let value = rest.split(&format!("{name}=\"")).nth(1).expect("a side");
                    value.split('"').next().expect("a value").parse().expect("a number")
                };
                let text = rest.split_once('>').expect("the text").1.trim_end_matches("</word>").to_owned();
                words.push(Word {
                    page,
                    left: side("xMin"),
                    top: side("yMin"),
                    right: side("xMax"),
                    bottom: side("yMax"),
                    text,
                });
            }
        }
        words
    }

    /// The text of the one code of a kind on the first page, as a scanner of this resolution sees it.
    pub(crate) fn code(&self, kind: BarcodeFormat, dots_per_inch: u32) -> String {
        only(kind, &self.codes(dots_per_inch))
    }

    /// The same off a thermal printer, whose dots are black or white.
    pub(crate) fn burnt_code(&self, kind: BarcodeFormat, dots_per_inch: u32) -> String {
        let (width, height, luma) = self.picture(dots_per_inch);
        let dots = luma.into_iter().map(|gray| if gray < 128 { 0 } else { 255 }).collect();
        only(kind, &detect(width, height, dots))
    }

    /// Every bar code on the first page.
    pub(crate) fn codes(&self, dots_per_inch: u32) -> Vec<RXingResult> {
        let (width, height, luma) = self.picture(dots_per_inch);
        detect(width, height, luma)
    }

    /// What the Code 128 in a rectangle of the first page says, in millimetres from the upper left corner; none when
    /// there is none.
    pub(crate) fn code_within(&self, left: f64, top: f64, width: f64, height: f64) -> Option<String> {
        const DOTS_PER_INCH: u32 = 300;
        let dots = |millimetres: f64| format!("{:.0}", millimetres / 25.4 * f64::from(DOTS_PER_INCH));
        let resolution = DOTS_PER_INCH.to_string();
        let (x, y, w, h) = (dots(left), dots(top), dots(width), dots(height));
        let part = ["-r", &resolution, "-gray", "-f", "1", "-l", "1", "-x", &x, "-y", &y, "-W", &w, "-H", &h];
        let (width, height, luma) = portable_gray_map(&self.poppler("pdftoppm", &part));
        let found = detect(width, height, luma);
        let bars = found.iter().find(|code| *code.getBarcodeFormat() == BarcodeFormat::CODE_128);
        bars.map(|code| code.getText().to_owned())
    }

    fn picture(&self, dots_per_inch: u32) -> (u32, u32, Vec<u8>) {
        let resolution = dots_per_inch.to_string();
        portable_gray_map(&self.poppler("pdftoppm", &["-r", &resolution, "-gray", "-f", "1", "-l", "1"]))
    }

    fn poppler(&self, tool: &str, options: &[&str]) -> Vec<u8> {
        let mut command = Command::new(tool);
        command.args(options).arg(self.directory.path().join("paper.pdf"));
        if tool == "pdftotext" {
            command.arg("-");
        }
        let output = command.output().unwrap_or_else(|error| {
            panic!("{tool} of poppler-utils is needed (`cargo xtask setup` installs it): {error}")
        });
        assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }
}

/// ZXing says "not found" where there is no code.
fn detect(width: u32, height: u32, luma: Vec<u8>) -> Vec<RXingResult> {
    rxing::helpers::detect_multiple_in_luma(luma, width, height).unwrap_or_default()
}

/// A code may stand on a page twice, as on a form and the part that is torn off it: then both say the same.
fn only(kind: BarcodeFormat, codes: &[RXingResult]) -> String {
    let found: BTreeSet<&str> =
        codes.iter().filter(|code| *code.getBarcodeFormat() == kind).map(RXingResult::getText).collect();
    assert_eq!(found.len(), 1, "{kind:?} among {codes:?}");
    found.into_iter().collect()
}

/// A text without white space and zero-width characters.
pub(crate) fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"\u{200b}\u{feff}\u{c}".contains(*c)).collect()
}

/// The picture in a binary PGM file of eight bits.
fn portable_gray_map(file: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut fields = Vec::new();
    let mut at = 0;
    while fields.len() < 4 {
        let end = at + file[at..].iter().position(u8::is_ascii_whitespace).expect("a header");
        fields.push(String::from_utf8_lossy(&file[at..end]).into_owned());
        at = end + 1;
    }
    assert_eq!((fields[0].as_str(), fields[3].as_str()), ("P5", "255"));
    let number = |place: usize| fields[place].parse().expect("a number");
    (number(1), number(2), file[at..].to_vec())
}
