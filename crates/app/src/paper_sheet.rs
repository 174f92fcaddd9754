//! Paper that belongs to no single work order: stickers for several units on A4 sheets, the codes of places, numbered tags and blank
//! forms for a power cut, the sheet of a week, the page by which a printer is set up. Looked at, opened in the system's viewer or printed; not kept, because it proves nothing. The papers of a
//! work order are in `form.rs`.

use crate::authorisation::{self, RESERVE_MAX};
use crate::error::AppError;
use crate::form::{self, Pdf};
use crate::place;
use crate::settings::{self, Settings};
use crate::station::App;
use crate::ticket_paper;
use crate::week::{self, WeekRequest};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use nightbench_domain::authorisation::Standing;
use nightbench_domain::id::TicketId;
use nightbench_domain::place::PlaceKind;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::week::Week;
use nightbench_forms::application::BlankForm;
use nightbench_forms::calibration::Calibration;
use nightbench_forms::code_sheet::{CodeLabel, CodeSheet};
use nightbench_forms::grid::SheetGrid;
use nightbench_forms::label::{LabelSheet, RollLabels, UnitLabel};
use nightbench_forms::stock::LabelStock;
use nightbench_forms::tag::TagSheet;
use nightbench_forms::{Form, FormLanguage};
use nightbench_locale::{Language, say};
use nightbench_store::intake;
use serde::Deserialize;
use ts_rs::TS;

/// The request of `sheet_make`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SheetRequest {
    /// What stands on it.
    pub sheet: Sheet,
    /// In which language.
    pub language: FormLanguage,
    /// Where it goes besides being answered.
    #[serde(default)]
    pub to: SheetTo,
}

/// What stands on a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Sheet {
    /// Stickers of units.
    Labels {
        /// The work orders, in the order in which their stickers are printed. At most 500.
        ids: Vec<TicketId>,
        /// How many stickers each gets, 1 to 9.
        #[serde(default = "one")]
        copies: u8,
        /// The division of the sheets.
        #[serde(default)]
        grid: SheetGrid,
        /// The first label to print on: 1 is the upper left one, then along the row.
        #[serde(default = "one")]
        start: u8,
    },
    /// Stickers of units from the label printer's roll.
    Roll {
        /// The work orders, in the order in which their stickers are printed. At most 500.
        ids: Vec<TicketId>,
    },
    /// The codes of all places in use, to be stuck where they are.
    Places {
        /// The division of the sheets.
        #[serde(default)]
        grid: SheetGrid,
        /// The first label to print on.
        #[serde(default = "one")]
        start: u8,
    },
    /// Tags to be tied to units while there is no computer, a reserved number on each.
    Tags {
        /// The numbers, as `rma_reserve` gave them. At most 200; they may be printed again.
        rmas: Vec<RmaNumber>,
    },
    /// Application forms for a pen, a reserved number on each.
    Blanks {
        /// The numbers, as `rma_reserve` gave them. At most 200; they may be printed again.
        rmas: Vec<RmaNumber>,
    },
    /// What the centre did in a week, beside the four weeks before.
    Week {
        /// Which week; the one that ended last when absent.
        #[serde(default)]
        week: Option<Week>,
    },
    /// The page to measure a printer by, with the offset that stands in the settings.
    Calibration {
        /// Which printer.
        paper: PaperKind,
    },
}

/// The two kinds of paper a desk prints on; each has a printer of its own in the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// A4 sheets.
    Form,
    /// Labels on a roll.
    Label,
}

/// Where a sheet goes besides being answered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum SheetTo {
    /// Nowhere: it is looked at.
    #[default]
    Nowhere,
    /// The system's own viewer, from which it can be saved or printed.
    Viewer,
    /// A printer.
    Printer {
        /// Its name.
        name: String,
    },
}

/// As many stickers as one job takes: a long day of receiving, twice.
const LABELS_MAX: usize = 500;

const fn one() -> u8 {
    1
}

pub(crate) fn make(app: &App, request: SheetRequest) -> Result<Pdf, AppError> {
    let printed = ticket_paper::printed(app, app.now_ms())?;
    let (name, form) = match request.sheet {
        Sheet::Labels { ids, copies, grid, start } => {
            let start = grid.start_at(start).map_err(|none| AppError::NoSuchLabel { last: none.last })?;
            let labels = labels(app, &ids, copies)?;
            ("labels", Form::LabelSheet(Box::new(LabelSheet { labels, grid, start, printed })))
        }
        Sheet::Roll { ids } => {
            let (labels, stock) = (labels(app, &ids, one())?, stock(&settings::get(app, ())?));
            ("labels", Form::Label(Box::new(RollLabels { labels, stock, printed })))
        }
        Sheet::Places { grid, start } => {
            let start = grid.start_at(start).map_err(|none| AppError::NoSuchLabel { last: none.last })?;
            let labels = places(app)?;
            ("places", Form::Codes(Box::new(CodeSheet { labels, grid, start, printed })))
        }
        Sheet::Tags { rmas } => {
            let (numbers, centre) = (waiting(app, rmas)?, ticket_paper::centre(app)?);
            ("tags", Form::Tags(Box::new(TagSheet { numbers, centre, printed })))
        }
        Sheet::Blanks { rmas } => {
            let (mut numbers, centre) = (waiting(app, rmas)?.into_iter(), ticket_paper::centre(app)?);
            let (rma, further) = (numbers.next(), numbers.collect());
            ("forms", Form::Blank(Box::new(BlankForm { centre, rma, further, product_class: None, printed })))
        }
        Sheet::Week { week: which } => {
            ("week", Form::Week(Box::new(week::paper(app, WeekRequest { week: which }, printed)?)))
        }
        Sheet::Calibration { paper } => {
            let stock = match paper {
                PaperKind::Form => None,
                PaperKind::Label => Some(stock(&settings::get(app, ())?)),
            };
            ("calibration", Form::Calibration(Box::new(Calibration { stock, printed })))
        }
    };
    press(app, &form, request.language, name, &request.to)
}

/// Prints a form that is not kept: answers it, and hands it on where that is asked for.
pub(crate) fn press(
    app: &App,
    form: &Form,
    language: FormLanguage,
    name: &str,
    to: &SheetTo,
) -> Result<Pdf, AppError> {
    let pdf = nightbench_forms::render(form, language)?;
    let file = || form::spool(app, &format!("{name}-{}.pdf", app.ports.ids.uuid()), &pdf.bytes);
    match to {
        SheetTo::Nowhere => {}
        SheetTo::Viewer => app.ports.printer.show(&file()?)?,
        SheetTo::Printer { name } => app.ports.printer.print(name, &file()?, 1)?,
    }
    Ok(Pdf {
        name: format!("{name}.pdf"),
        pages: form::pages(&pdf),
        hash: pdf.blake3.clone(),
        base64: STANDARD.encode(&pdf.bytes),
    })
}

/// The labels in the label printer, as the settings have them.
pub(crate) const fn stock(settings: &Settings) -> LabelStock {
    LabelStock {
        size: settings.label_size,
        resolution: settings.label_resolution,
        offset_tenths_mm: [settings.label_right_tenths_mm, settings.label_down_tenths_mm],
    }
}

fn labels(app: &App, ids: &[TicketId], copies: u8) -> Result<Vec<UnitLabel>, AppError> {
    if ids.is_empty() || ids.len() > LABELS_MAX {
        return Err(AppError::TooManyLabels { most: LABELS_MAX });
    }
    let mut labels = Vec::new();
    for id in ids {
        let record = intake::by_id(&app.store, *id)?.ok_or(AppError::NotFound)?;
        let label = ticket_paper::unit_label(app, record)?;
        labels.extend(std::iter::repeat_n(label, usize::from(copies.clamp(1, 9))));
    }
    Ok(labels)
}

/// Numbers for a pen: each was given here and no unit has come under it, so that nothing is written down under a number
/// that is somebody's already.
fn waiting(app: &App, rmas: Vec<RmaNumber>) -> Result<Vec<RmaNumber>, AppError> {
    if rmas.is_empty() || u32::try_from(rmas.len()).map_or(true, |count| count > RESERVE_MAX) {
        return Err(AppError::ReserveCount { max: RESERVE_MAX });
    }
    for rma in &rmas {
        match authorisation::standing(&app.store, rma)? {
            Standing::IssuedHere => {}
            Standing::NotSeenHere | Standing::UsedBefore | Standing::Cancelled => {
                return Err(AppError::NotWaiting { rma: rma.clone() });
            }
        }
    }
    Ok(rmas)
}

/// The labels of the places in use: the code, the name where it has one, the kind in both languages.
fn places(app: &App) -> Result<Vec<CodeLabel>, AppError> {
    let rows = place::list(app, ())?;
    let in_use = rows.into_iter().map(|row| row.place).filter(|place| place.is_active);
    Ok(in_use
        .map(|place| {
            let kind = |language| say(language, kind_words(place.kind), &[]);
            let code = place.code.as_str();
            let name = if place.name.is_empty() { code.to_owned() } else { format!("{code} {}", place.name) };
            CodeLabel { code: place.code.label(), name, captions: [kind(Language::ZhCn), kind(Language::En)] }
        })
        .collect())
}

const fn kind_words(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Dock => "place_kind-dock",
        PlaceKind::Shelf => "place_kind-shelf",
        PlaceKind::Bench => "place_kind-bench",
        PlaceKind::Factory => "place_kind-factory",
        PlaceKind::Courier => "place_kind-courier",
        PlaceKind::Customer => "place_kind-customer",
    }
}
