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
        Form::Delivery(form) => ("delivery.typ", form.content(language)?, &form.printed),
        Form::Decision(form) => ("decision.typ", form.content(language)?, &form.printed),
        Form::Refund(form) => ("refund.typ", form.content(language)?, &form.printed),
        Form::Report(form) => ("report.typ", form.content(language)?, &form.printed),
        Form::Internal(form) => ("internal.typ", form.content(language)?, &form.printed),
        Form::Quote(form) => ("quote.typ", form.content(language)?, &form.printed),
        Form::Parcel(form) => ("parcel.typ", form.content(language)?, &form.printed),
        Form::Differences(form) => ("differences.typ", form.content(language)?, &form.printed),
        Form::Week(form) => ("week.typ", form.content(language)?, &form.printed),
        Form::Label(form) => ("label.typ", form.content(language)?, &form.printed),
        Form::LabelSheet(form) => ("label_sheet.typ", form.content(language)?, &form.printed),
        Form::Codes(form) => ("code_sheet.typ", form.content(language)?, &form.printed),
        Form::Tags(form) => ("tag_sheet.typ", form.content(language)?, &form.printed),
        Form::Calibration(form) => ("calibration.typ", form.content(language), &form.printed),
    };
    let paper = typeset(template, content, language, rows(form)).and_then(|sheet| export(&sheet, printed));
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

/// Whether the rows of a paper may stand closer to one another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rows {
    /// They may, to keep it on one page.
    Flexible,
    /// Everything on it has its place.
    Fixed,
}

const fn rows(form: &Form) -> Rows {
    match form {
        Form::Application(_)
        | Form::Blank(_)
        | Form::Receipt(_)
        | Form::Delivery(_)
        | Form::Decision(_)
        | Form::Refund(_)
        | Form::Report(_)
        | Form::Internal(_)
        | Form::Quote(_)
        | Form::Parcel(_)
        | Form::Differences(_)
        | Form::Week(_) => Rows::Flexible,
        Form::Label(_) | Form::LabelSheet(_) | Form::Codes(_) | Form::Tags(_) | Form::Calibration(_) => {
            Rows::Fixed
        }
    }
}

/// How close the rows of a sheet may stand, 0 being the roomiest; see `density` in `forms/base.typ`. Two
/// languages leave no room to be roomy.
const DENSEST: u8 = 4;
/// What a sheet that needs several pages anyway is set in.
const DENSITY_OF_SEVERAL_PAGES: u8 = 1;

/// Sets the content as roomily as one page allows. When one page does not hold it together with the part that is torn
/// off, that part goes to the second page whole and the form is set as roomily as the first allows; content beyond
/// that gets normal air.
fn typeset(template: &str, content: Value, language: FormLanguage, rows: Rows) -> Result<Sheet, FormError> {
    if rows == Rows::Fixed {
        return compile(template, &content, DENSITY_OF_SEVERAL_PAGES);
    }
    if let Some((_, sheet)) = on_one_page(template, &content, language)? {
        return Ok(sheet);
    }
    let density = if content.get("slip").is_some_and(|slip| !slip.is_null()) {
        let mut form_alone = content.clone();
        merge(&mut form_alone, json!({ "slip": null }));
        on_one_page(template, &form_alone, language)?.map(|(density, _)| density)
    } else {
        None
    };
    compile(template, &content, density.unwrap_or(DENSITY_OF_SEVERAL_PAGES))
}

/// The roomiest setting on one page, if there is any. Whether there is one is asked of the densest before all between
/// are tried.
fn on_one_page(
    template: &str,
    content: &Value,
    language: FormLanguage,
) -> Result<Option<(u8, Sheet)>, FormError> {
    let roomiest = match language {
        FormLanguage::ZhCn | FormLanguage::En => 0,
        FormLanguage::Both => 1,
    };
    let set = |density: u8| -> Result<Option<(u8, Sheet)>, FormError> {
        let sheet = compile(template, content, density)?;
        Ok((sheet.document.pages().len() <= 1).then_some((density, sheet)))
    };
    if let Some(roomy) = set(roomiest)? {
        return Ok(Some(roomy));
    }
    let Some(dense) = set(DENSEST)? else { return Ok(None) };
    for density in roomiest + 1..DENSEST {
        if let Some(between) = set(density)? {
            return Ok(Some(between));
        }
    }
    Ok(Some(dense))
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
