//! From a form's content to the bytes of its PDF: compile in the closed world, export as PDF/A-2u, hash.
//! Exporting to the archive standard is the gate: a character without a glyph is an error here and not
//! an empty box on a customer's paper.

mod error;
mod fonts;
mod world;

pub use error::FormError;

use serde_json::{Value, json};
use typst::World;
use typst::comemo;
use typst::diag::Warned;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use self::fonts::fonts;
use self::world::FormWorld;
use crate::application::merge;
use crate::centre::Printed;
use crate::form::{Form, FormLanguage};

/// How many further forms a memoised intermediate result outlives. Keeps the templates warm without
/// keeping the last customer's sheet in memory for long.
const MEMO_AGE_MAX: usize = 3;

/// A finished paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file: PDF/A-2u, fonts embedded as subsets.
    pub bytes: Vec<u8>,
    /// How many pages it has, at least 1.
    pub pages: usize,
    /// The BLAKE3 hash of `bytes` in lower-case hexadecimal, for the record of what was printed.
    pub blake3: String,
}

/// Prints a form. A pure function: the same form in the same language gives the same bytes, on every
/// machine of the same version.
///
/// # Errors
/// `Unprintable` when the content has characters without a glyph; the other variants mean a broken build.
pub fn render(form: &Form, language: FormLanguage) -> Result<Pdf, FormError> {
    let (template, content, printed) = match form {
        Form::Application(form) => ("application.typ", form.content(language)?, &form.printed),
        Form::Blank(form) => ("application.typ", form.content(language)?, &form.printed),
        Form::Receipt(form) => ("receipt.typ", form.content(language)?, &form.printed),
        Form::Label(form) => ("label.typ", form.content(language)?, &form.printed),
    };
    let paper = typeset(template, content, language).and_then(|sheet| export(&sheet, printed));
    comemo::evict(MEMO_AGE_MAX);
    paper
}

/// The characters of a text that no paper can show, each once, in order of appearance. Lets an entry
/// field warn before a form is asked for.
///
/// # Errors
/// `Fonts` when the embedded fonts cannot be unpacked.
pub fn unprintable(text: &str) -> Result<Vec<char>, FormError> {
    let fonts = fonts().ok_or(FormError::Fonts)?;
    let mut found = Vec::new();
    for c in text.chars().filter(|c| !fonts.can_print(*c)) {
        if !found.contains(&c) {
            found.push(c);
        }
    }
    Ok(found)
}

/// Unpacks the fonts ahead of the first form. Worth a background thread at start-up; not needed for
/// correctness.
///
/// # Errors
/// `Fonts` when the embedded fonts cannot be unpacked.
pub fn warm_up() -> Result<(), FormError> {
    fonts().map(|_| ()).ok_or(FormError::Fonts)
}

/// How close the rows of a sheet may stand, the roomiest first; see `density` in `forms/base.typ`. Two
/// languages leave no room to be roomy.
const DENSITIES: [u8; 4] = [0, 1, 2, 3];
/// What a sheet that needs several pages anyway is set in.
const DENSITY_OF_SEVERAL_PAGES: u8 = 1;

/// Sets the content as roomily as one page allows; content beyond one page gets normal air.
fn typeset(template: &str, content: Value, language: FormLanguage) -> Result<Sheet, FormError> {
    let roomiest = match language {
        FormLanguage::ZhCn | FormLanguage::En => 0,
        FormLanguage::Both => 1,
    };
    let mut several_pages = None;
    for density in DENSITIES.into_iter().skip_while(|density| *density < roomiest) {
        let sheet = compile(template, &content, density)?;
        if sheet.document.pages().len() <= 1 {
            return Ok(sheet);
        }
        if density == DENSITY_OF_SEVERAL_PAGES {
            several_pages = Some(sheet);
        }
    }
    several_pages.map_or_else(|| compile(template, &content, DENSITY_OF_SEVERAL_PAGES), Ok)
}

/// A laid-out form and the world it came from, which knows its places.
struct Sheet {
    world: FormWorld,
    document: PagedDocument,
}

fn compile(template: &str, content: &Value, density: u8) -> Result<Sheet, FormError> {
    let fonts = fonts().ok_or(FormError::Fonts)?;
    let mut content = content.clone();
    merge(&mut content, json!({ "density": density }));
    let content = serde_json::to_vec(&content).map_err(FormError::Content)?;
    let world = FormWorld::new(fonts, template, content).ok_or(FormError::NoTemplate)?;
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
    let document = output.map_err(|faults| FormError::template(&world, &faults))?;
    // A warning is an unknown font or a layout that does not settle: never a paper to hand out.
    if warnings.is_empty() {
        Ok(Sheet { world, document })
    } else {
        Err(FormError::template(&world, &warnings))
    }
}

fn export(Sheet { world, document }: &Sheet, printed: &Printed) -> Result<Pdf, FormError> {
    let bytes = typst_pdf::pdf(document, &options(printed)?)
        .map_err(|faults| FormError::export(world, document, &faults))?;
    Ok(Pdf { pages: document.pages().len(), blake3: blake3::hash(&bytes).to_hex().to_string(), bytes })
}

fn options(printed: &Printed) -> Result<PdfOptions, FormError> {
    let standards = PdfStandards::new(&[PdfStandard::A_2u]).map_err(|_| FormError::Standard)?;
    Ok(PdfOptions {
        ident: Smart::Auto,
        creator: Smart::Custom(Some("Nightbench".to_owned())),
        timestamp: timestamp(printed),
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    })
}

/// The creation date of the PDF, which is the printing time on the paper.
fn timestamp(printed: &Printed) -> Option<Timestamp> {
    use chrono::{Datelike, Timelike};
    let at = printed.at.naive_local();
    let (month, day) = (u8::try_from(at.month()).ok()?, u8::try_from(at.day()).ok()?);
    let (hour, minute) = (u8::try_from(at.hour()).ok()?, u8::try_from(at.minute()).ok()?);
    let local = Datetime::from_ymd_hms(at.year(), month, day, hour, minute, u8::try_from(at.second()).ok()?)?;
    Timestamp::new_local(local, printed.at.offset().local_minus_utc() / 60)
}

/// Where in the templates something went wrong, as `application.typ:41`. Never what was printed there.
fn place(world: &FormWorld, fault: &typst::diag::SourceDiagnostic) -> String {
    let Some(id) = fault.span.id() else { return "?".to_owned() };
    let name = id.get().vpath().get_without_slash();
    let line = world.source(id).ok().and_then(|source| {
        let range = typst::WorldExt::range(world, fault.span)?;
        source.lines().byte_to_line(range.start)
    });
    line.map_or_else(|| name.to_owned(), |line| format!("{name}:{}", line + 1))
}
