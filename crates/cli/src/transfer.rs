//! Commands that move files in and out: imports, forms, backups, demonstrations.

use crate::arguments::{Arguments, Export, FormName, Import, LabelSheetArguments, NumberedPaper, today};
use crate::failure::CliError;
use crate::station::{data_dir, field, open, print};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use nightbench_app::export::{self, ExportFormat};
use nightbench_app::masters::{self, MasterKind};
use nightbench_app::ports::Ports;
use nightbench_app::station::App;
use nightbench_app::{FormKind, FormLanguage, Week, care, demo, registry, station};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;

/// How a file is imported.
#[derive(Clone, Copy)]
pub(crate) struct How<'a> {
    /// Only says what would happen.
    pub(crate) dry_run: bool,
    /// What headings mean, `HEADING=FIELD` each.
    pub(crate) map: &'a [String],
    /// The file says all there is of its kind.
    pub(crate) complete: bool,
}

/// Prints `{"rows","imported","updated","skipped","errors"}`; false when a row had an error.
pub(crate) fn import(
    arguments: &Arguments,
    what: Import,
    path: &Path,
    how: &How<'_>,
) -> Result<bool, CliError> {
    if how.complete && what.masters().is_none() {
        return Err(CliError::Usage("--complete is for masters"));
    }
    let bytes = read(path)?;
    let app = open(arguments)?;
    let report = match what {
        Import::Registry => import_register(&app, path, &bytes, how)?,
        Import::Calendar | Import::Customers | Import::Intakes | Import::Parts if !how.map.is_empty() => {
            return Err(CliError::Usage("--map is for the sales register and masters"));
        }
        Import::Calendar => return import_calendar(&app, arguments, path, &bytes, how.dry_run),
        Import::Customers => import_records(&app, "customer_import", &bytes, how.dry_run)?,
        Import::Intakes => import_records(&app, "intake_import", &bytes, how.dry_run)?,
        Import::Parts => import_parts(&app, path, &bytes, how.dry_run)?,
        Import::Models | Import::Dealers | Import::Contracts | Import::Charges | Import::Loans => {
            let kind = what.masters().ok_or(CliError::Usage("not a kind of masters"))?;
            import_masters(&app, kind, path, &bytes, how)?
        }
    };
    let told = registry::with_messages(report, arguments.language());
    let errors = field(&told, "errors").as_array().cloned().unwrap_or_default();
    if arguments.json {
        print(&told)?;
    } else {
        let number = |name: &str| field(&told, name).as_u64().unwrap_or_default();
        print(format_args!(
            "rows {}  imported {}  updated {}  skipped {}  errors {}",
            number("rows"),
            number("imported"),
            number("updated"),
            number("skipped"),
            errors.len()
        ))?;
        for error in &errors {
            let text = |name: &str| field(error, name).as_str().unwrap_or_default().to_owned();
            print(format_args!("row {}  {}: {}", field(error, "row"), text("field"), text("message")))?;
        }
    }
    Ok(errors.is_empty())
}

fn import_records(app: &App, command: &str, bytes: &[u8], dry_run: bool) -> Result<Value, CliError> {
    Ok(app.dispatch(command, json!({ "base64": STANDARD.encode(bytes), "dry_run": dry_run }))?.value)
}

/// Prints which open work orders a newer calendar moves; with `dry_run` nothing is changed.
fn import_calendar(
    app: &App,
    arguments: &Arguments,
    path: &Path,
    bytes: &[u8],
    dry_run: bool,
) -> Result<bool, CliError> {
    let text =
        String::from_utf8(bytes.to_vec()).map_err(|_| CliError::Usage("a calendar is a text in UTF-8"))?;
    let request = json!({ "file": file_name(path), "text": text });
    let mut said = app.dispatch("calendar_preview", request.clone())?.value;
    if !dry_run {
        app.dispatch("calendar_import", request)?;
    }
    if let Some(said) = said.as_object_mut() {
        said.insert("dry_run".to_owned(), json!(dry_run));
    }
    if arguments.json {
        print(&said)?;
    } else {
        print(format_args!("moved {}  later {}", field(&said, "moved"), field(&said, "later")))?;
        for one in field(&said, "moves").as_array().into_iter().flatten() {
            let text = |name: &str| field(one, name).as_str().unwrap_or_default().to_owned();
            let limit =
                |name: &str| field(field(one, name), "limit_on").as_str().unwrap_or_default().to_owned();
            print(format_args!("{}  {} -> {}", text("rma"), limit("before"), limit("after")))?;
        }
    }
    Ok(true)
}

fn import_parts(app: &App, path: &Path, bytes: &[u8], dry_run: bool) -> Result<Value, CliError> {
    let request = json!({ "name": file_name(path), "base64": STANDARD.encode(bytes), "dry_run": dry_run });
    let mut report = app.dispatch("part_import", request)?.value;
    if let (true, Some(report)) = (dry_run, report.as_object_mut()) {
        report.insert("dry_run".to_owned(), json!(true));
    }
    Ok(report)
}

fn import_register(app: &App, path: &Path, bytes: &[u8], how: &How<'_>) -> Result<Value, CliError> {
    let said = heading_map(how.map, "--map: the field is not one of the sales register's", |name| {
        registry::RegistryField::of_heading(name).map(registry::RegistryField::name)
    })?;
    let name = file_name(path);
    let opened =
        app.dispatch("registry_open", json!({ "name": name, "base64": STANDARD.encode(bytes) }))?.value;
    let file = field(&opened, "file").clone();
    let preview = app.dispatch("registry_remap", json!({ "file": file, "map": said }))?.value;
    // A file of another kind is refused by the import, which says why, whether or not it was only to be looked at.
    if !how.dry_run || field(&preview, "has_serial") == &json!(false) {
        return Ok(app.dispatch("registry_import", json!({ "file": file }))?.value);
    }
    Ok(json!({
        "rows": field(&preview, "rows"),
        "imported": field(&preview, "new"),
        "updated": field(&preview, "changed"),
        "skipped": field(&preview, "skipped"),
        "errors": field(&preview, "errors"),
        "dry_run": true,
    }))
}

fn import_masters(
    app: &App,
    kind: MasterKind,
    path: &Path,
    bytes: &[u8],
    how: &How<'_>,
) -> Result<Value, CliError> {
    let said =
        heading_map(how.map, "--map: no such file has this field", |name| masters::field_of(kind, name))?;
    let name = file_name(path);
    let request = json!({ "kind": kind, "name": name, "base64": STANDARD.encode(bytes) });
    let opened = app.dispatch("master_open", request)?.value;
    let file = field(&opened, "file").clone();
    let request = json!({ "file": file, "map": said, "complete": how.complete });
    let preview = app.dispatch("master_remap", request)?.value;
    if !how.dry_run || field(&preview, "has_key") == &json!(false) {
        let request = json!({ "file": file, "complete": how.complete });
        return Ok(app.dispatch("master_import", request)?.value);
    }
    Ok(json!({
        "rows": field(&preview, "rows"),
        "imported": field(&preview, "new"),
        "updated": field(&preview, "changed"),
        "skipped": field(&preview, "skipped"),
        "ended": field(&preview, "ended"),
        "errors": field(&preview, "errors"),
        "dry_run": true,
    }))
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// What headings mean, as typed; `field_of` knows the fields such a file has.
fn heading_map(
    map: &[String],
    unknown: &'static str,
    field_of: impl Fn(&str) -> Option<&'static str>,
) -> Result<Value, CliError> {
    let mut said = Map::new();
    for pair in map {
        let (heading, field) = pair
            .rsplit_once('=')
            .ok_or(CliError::Usage("--map takes HEADING=FIELD, such as --map SN=serial"))?;
        let field = match field.trim() {
            "" => Value::Null,
            name => json!(field_of(name).ok_or(CliError::Usage(unknown))?),
        };
        said.insert(heading.trim().to_owned(), field);
    }
    Ok(Value::Object(said))
}

/// A paper of the parcel of a waybill, or of the parcel in which the unit of an RMA number came.
fn parcel_paper(app: &App, form: FormKind, text: &str, language: FormLanguage) -> Result<Value, CliError> {
    let found = app.dispatch("scan_resolve", json!({ "text": text }))?.value;
    let row = match field(&found, "kind").as_str() {
        Some("ticket" | "consignment") => field(&found, "row"),
        _ => return Err(nightbench_app::error::AppError::NotFound.into()),
    };
    let request = json!({ "id": field(row, "id"), "form": form, "language": language });
    let paper = app.dispatch("form_render", request)?.value;
    Ok(app.dispatch("form_read", json!({ "id": field(&paper, "id") }))?.value)
}

pub(crate) fn form(
    arguments: &Arguments,
    form: FormName,
    rma: &[String],
    language: FormLanguage,
    labels: &LabelSheetArguments,
    week: Option<Week>,
    out: &Path,
) -> Result<bool, CliError> {
    let app = open(arguments)?;
    let pdf = match form {
        FormName::Overdue => week_sheet(&app, rma, week, labels, language)?,
        FormName::Of(_) if week.is_some() => return Err(CliError::Usage("--week is for overdue")),
        FormName::Of(form) => paper(&app, form, rma, language, labels)?,
    };
    let out = &care::outside_the_records(&app, out)?;
    write_pdf(out, &pdf)?;
    let said = json!({ "path": out.display().to_string(), "pages": field(&pdf, "pages"), "hash": field(&pdf, "hash") });
    if arguments.json {
        print(said)?
    } else {
        print(out.display())?
    }
    Ok(true)
}

/// The sheet of a week. It is the whole centre's: a number that is given with it, as other forms take one, need only be
/// known.
fn week_sheet(
    app: &App,
    rma: &[String],
    week: Option<Week>,
    labels: &LabelSheetArguments,
    language: FormLanguage,
) -> Result<Value, CliError> {
    if labels.sheet.is_some() {
        return Err(CliError::Usage("--sheet is for labels of one or more RMA numbers"));
    }
    for rma in rma {
        ticket_of(app, rma)?;
    }
    let sheet = json!({ "kind": "week", "week": week });
    Ok(app.dispatch("sheet_make", json!({ "sheet": sheet, "language": language }))?.value)
}

fn paper(
    app: &App,
    form: FormKind,
    rma: &[String],
    language: FormLanguage,
    labels: &LabelSheetArguments,
) -> Result<Value, CliError> {
    Ok(match (form, rma, labels.sheet) {
        (FormKind::Label, [_, ..], Some(grid)) => {
            let sheet = json!({
                "kind": "labels", "ids": label_units(app, rma)?, "copies": labels.copies, "grid": grid,
                "start": labels.start,
            });
            app.dispatch("sheet_make", json!({ "sheet": sheet, "language": language }))?.value
        }
        (FormKind::Label, [_, _, ..], None) => label_roll(app, rma, language)?,
        (FormKind::Label, [text], None) if ticket_of(app, text).is_err() => label_roll(app, rma, language)?,
        (_, _, Some(_)) => return Err(CliError::Usage("--sheet is for labels of one or more RMA numbers")),
        (FormKind::Blank, [], None) => {
            let subject = json!({ "kind": "nothing" });
            app.dispatch("form_preview", json!({ "form": form, "language": language, "subject": subject }))?
                .value
        }
        (FormKind::Parcels | FormKind::Differences, [text], None) => parcel_paper(app, form, text, language)?,
        (FormKind::Parcels | FormKind::Differences, _, None) => {
            return Err(CliError::Usage("this form needs one RMA number or waybill"));
        }
        (FormKind::Blank, [_, ..], None) => {
            return Err(CliError::Usage("the blank form takes no RMA number"));
        }
        (
            FormKind::Application
            | FormKind::Decision
            | FormKind::Report
            | FormKind::Delivery
            | FormKind::Internal
            | FormKind::Label
            | FormKind::Quote
            | FormKind::Receipt
            | FormKind::Refund,
            [rma],
            None,
        ) => {
            let request = json!({ "id": ticket_of(app, rma)?, "form": form, "language": language });
            let paper = app.dispatch("form_render", request)?.value;
            app.dispatch("form_read", json!({ "id": field(&paper, "id") }))?.value
        }
        (
            FormKind::Application
            | FormKind::Decision
            | FormKind::Report
            | FormKind::Delivery
            | FormKind::Internal
            | FormKind::Label
            | FormKind::Quote
            | FormKind::Receipt
            | FormKind::Refund,
            _,
            None,
        ) => {
            return Err(CliError::Usage("this form needs the RMA number of one work order"));
        }
    })
}

/// Reserves numbers and prints them. They are reserved before anything is printed, and stay so if it is not written.
pub(crate) fn numbers(
    arguments: &Arguments,
    on: NumberedPaper,
    count: u32,
    language: FormLanguage,
    out: &Path,
) -> Result<bool, CliError> {
    let app = open(arguments)?;
    let out = &care::outside_the_records(&app, out)?;
    let reserved = app.dispatch("rma_reserve", json!({ "count": count }))?.value;
    let rmas = field(&reserved, "rmas");
    let sheet = json!({ "kind": on.kind(), "rmas": rmas });
    let pdf = app.dispatch("sheet_make", json!({ "sheet": sheet, "language": language }))?.value;
    write_pdf(out, &pdf)?;
    if arguments.json {
        print(
            json!({ "path": out.display().to_string(), "pages": field(&pdf, "pages"), "hash": field(&pdf, "hash"), "rmas": rmas }),
        )?;
    } else {
        for rma in rmas.as_array().into_iter().flatten() {
            print(rma.as_str().unwrap_or_default())?;
        }
        print(out.display())?;
    }
    Ok(true)
}

fn write_pdf(out: &Path, pdf: &Value) -> Result<(), CliError> {
    let bytes = STANDARD.decode(field(pdf, "base64").as_str().unwrap_or_default()).unwrap_or_default();
    fs::write(out, &bytes).map_err(|source| file_error(out, source))
}

/// Labels of several units for the label printer, a page each.
fn label_roll(app: &App, named: &[String], language: FormLanguage) -> Result<Value, CliError> {
    let sheet = json!({ "kind": "roll", "ids": label_units(app, named)? });
    Ok(app.dispatch("sheet_make", json!({ "sheet": sheet, "language": language }))?.value)
}

/// The work orders that are named by their numbers; a waybill names those of its parcel that are checked in.
fn label_units(app: &App, named: &[String]) -> Result<Vec<Value>, CliError> {
    let mut ids = Vec::new();
    for text in named {
        let found = app.dispatch("scan_resolve", json!({ "text": text }))?.value;
        if field(&found, "kind") != "consignment" {
            ids.push(ticket_of(app, text)?);
            continue;
        }
        let parcel = json!({ "id": field(field(&found, "row"), "id") });
        let life = app.dispatch("consignment_get", parcel)?.value;
        let lines = field(&life, "lines").as_array().into_iter().flatten();
        ids.extend(lines.map(|line| field(field(line, "ticket"), "id")).filter(|id| !id.is_null()).cloned());
    }
    Ok(ids)
}

fn ticket_of(app: &App, rma: &str) -> Result<Value, CliError> {
    Ok(field(&app.dispatch("ticket_find", json!({ "rma": rma }))?.value, "id").clone())
}

/// Writes a table, by the file's ending an Excel workbook or CSV.
pub(crate) fn export(arguments: &Arguments, what: Export, out: &Path) -> Result<bool, CliError> {
    let ending = out.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let format = match ending.as_str() {
        "csv" => ExportFormat::Csv,
        "xlsx" => ExportFormat::Xlsx,
        _ => return Err(CliError::Usage("--out: a file that ends in .csv or .xlsx")),
    };
    let app = open(arguments)?;
    let (rows, bytes) = match what {
        Export::Tickets => export::tickets(&app, format, arguments.language())?,
    };
    fs::write(out, &bytes).map_err(|source| file_error(out, source))?;
    if arguments.json {
        print(json!({ "rows": rows, "out": out.display().to_string() }))?;
    } else {
        print(format_args!("{rows} rows  {}", out.display()))?;
    }
    Ok(true)
}

pub(crate) fn backup(arguments: &Arguments, out: &Path) -> Result<bool, CliError> {
    let backup =
        open(arguments)?.dispatch("backup_create", json!({ "path": out.display().to_string() }))?.value;
    if arguments.json {
        print(backup)?
    } else {
        print(out.display())?
    }
    Ok(true)
}

pub(crate) fn restore(arguments: &Arguments, file: &Path) -> Result<bool, CliError> {
    let restored = station::restore(&data_dir(arguments), file, &Ports::system())?;
    let said = json!({
        "series": restored.series,
        "replaced": restored.replaced.as_ref().map(|path| path.display().to_string()),
    });
    if arguments.json {
        print(said)?;
    } else {
        print(format_args!("new number series {}", restored.series))?;
        if let Some(replaced) = &restored.replaced {
            print(format_args!("what was there before is kept in {}", replaced.display()))?;
        }
    }
    Ok(true)
}

pub(crate) fn demo(
    arguments: &Arguments,
    units: u32,
    seed: u64,
    register: Option<&Path>,
) -> Result<bool, CliError> {
    if let Some(path) = register {
        let written = demo::RegisterFile::named(path)
            .bytes(&demo::register_csv(units, seed, today()))
            .map_err(std::io::Error::other)
            .and_then(|bytes| fs::write(path, bytes));
        written.map_err(|source| file_error(path, source))?;
        return Ok(true);
    }
    let made = demo::fill(&data_dir(arguments), units, seed, today())?;
    let said = json!({ "units": made.units, "tickets": made.tickets });
    if arguments.json {
        print(said)?;
    } else {
        print(format_args!("{} units, {} work orders", made.units, made.tickets))?;
    }
    Ok(true)
}

fn read(path: &Path) -> Result<Vec<u8>, CliError> {
    fs::read(path).map_err(|source| file_error(path, source))
}

fn file_error(path: &Path, source: std::io::Error) -> CliError {
    CliError::File { path: path.display().to_string(), source }
}
