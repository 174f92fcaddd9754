//! Files of customers and of intakes from another system: one table, one record a row. Each good row is written on
//! its own and is on the disk before the next; a bad row is named and keeps nothing from the others. The sales
//! register has its own way in (`registry`), because it is one statement as a whole.

use crate::commands::Written;
use crate::draft::IntakeDraft;
use crate::error::AppError;
use crate::intake::{self, ReceiveRequest};
use crate::sheet::{self, FileProblem, Row, date_of};
use crate::station::App;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use nightbench_domain::customer::Customer;
use nightbench_domain::intake::{Intake, IntakeReason};
use nightbench_domain::serial::fold;
use nightbench_store::Changes;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use ts_rs::TS;

/// The request of `customer_import` and `intake_import`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FileRequest {
    /// The file: CSV in UTF-8, UTF-16 or GB18030, or an Excel workbook.
    pub base64: String,
    /// Only says what would happen.
    #[serde(default)]
    pub dry_run: bool,
}

/// What an import of records did. `rows = imported + updated + skipped`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecordReport {
    /// Rows under the headings.
    pub rows: u32,
    /// Records that are new.
    pub imported: u32,
    /// Records that were known and changed.
    pub updated: u32,
    /// Rows not written.
    pub skipped: u32,
    /// Why not; a row that said nothing new is not among them.
    pub errors: Vec<RecordError>,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecordError {
    /// The row's number in the file; 1 is the first line.
    pub row: u32,
    /// The field's name.
    pub field: String,
    /// What is wrong, `registry-<code>` or `problem-<code>` in the catalogue.
    pub code: String,
}

/// A heading in English and in Chinese, and the place of its value in an intake.
const HEADINGS: [(&str, &str, &str); 19] = [
    ("serial", "序列号", "/serial"),
    ("model", "型号", "/model"),
    ("product_class", "产品类别", "/product_class"),
    ("symptom", "故障现象", "/symptom"),
    ("customer", "客户", "/customer/name"),
    ("name", "姓名", "/customer/name"),
    ("phone", "电话", "/customer/phone"),
    ("company", "公司", "/customer/company"),
    ("email", "邮箱", "/customer/email"),
    ("address", "地址", "/customer/address"),
    ("received_on", "收件日期", "/received_on"),
    ("dealer", "经销商", "/dealer"),
    ("first_reported_on", "首次报修", "/first_reported/on"),
    ("condition", "外观状况", "/condition"),
    ("remote_attempts", "远程诊断", "/remote_attempts"),
    ("purchase_document", "凭证编号", "/purchase_document"),
    ("voucher_date", "购买日期", "/facts/purchase/voucher_date"),
    ("contract_date", "合同日期", "/facts/purchase/contract_date"),
    ("sale_kind", "销售类型", "/facts/sale_kind"),
];

/// Takes up customers: `customer` and `phone`, and if they are there `company`, `email` and `address`.
pub(crate) fn customers(app: &App, request: FileRequest) -> Result<Written<RecordReport>, AppError> {
    import(&request, "phone", |values| {
        let draft = draft_of(values)?;
        let customer = draft.customer;
        let blank = |text: &str| text.trim().is_empty();
        if blank(customer.name.reveal()) {
            return Err(wrong("customer", "required"));
        }
        if !(5..=15).contains(&customer.phone_key().len()) {
            return Err(wrong("phone", "not_a_phone"));
        }
        if [&customer.name, &customer.company, &customer.phone, &customer.email]
            .iter()
            .any(|text| is_long(text.reveal()))
        {
            return Err(wrong("customer", "too_long"));
        }
        if request.dry_run {
            let known = nightbench_store::customer::find(&app.store, &customer)
                .map_err(|error| stopped(error.into()))?;
            return Ok((if known.is_some() { Outcome::Updated } else { Outcome::New }, Changes::default()));
        }
        take_up(app, &customer).map_err(stopped)
    })
}

/// Receives the units of a file, each with its own number, as if typed one after the other.
pub(crate) fn intakes(app: &App, request: FileRequest) -> Result<Written<RecordReport>, AppError> {
    let today = app.today()?;
    import(&request, "serial", |values| {
        let draft = draft_of(values)?;
        let named = |error: AppError| match error {
            AppError::Intake(problems) => problems.first().map_or_else(
                || stopped(AppError::Intake(problems.clone())),
                |first| wrong(&first.field, &reason_code(first.reason)),
            ),
            AppError::OpenTicket { .. } => wrong("serial", "open_ticket"),
            other => stopped(other),
        };
        if request.dry_run {
            let serial = draft.complete(today).map_err(|problems| named(AppError::Intake(problems)))?.serial;
            let open = nightbench_store::ticket::open_by_serial(&app.store, &serial);
            return match open.map_err(|error| stopped(error.into()))? {
                Some(_) => Err(wrong("serial", "open_ticket")),
                None => Ok((Outcome::New, Changes::default())),
            };
        }
        let received =
            intake::receive(app, ReceiveRequest { draft_id: None, intake: draft }).map_err(named)?;
        Ok((Outcome::New, received.changes))
    })
}

/// What a row did.
enum Outcome {
    New,
    Updated,
    Unchanged,
}

/// Why a row was not written: it is wrong itself, or the whole import cannot go on.
enum Refused {
    Row { field: String, code: String },
    All(AppError),
}

fn wrong(field: &str, code: &str) -> Refused {
    Refused::Row { field: field.to_owned(), code: code.to_owned() }
}

fn stopped(error: AppError) -> Refused {
    Refused::All(error)
}

/// Runs every row under the headings through `each`. `key` is the heading no such file is without.
fn import(
    request: &FileRequest,
    key: &str,
    mut each: impl FnMut(&[(&'static str, &'static str, &str)]) -> Result<(Outcome, Changes), Refused>,
) -> Result<Written<RecordReport>, AppError> {
    let bytes = STANDARD.decode(&request.base64).map_err(|_| AppError::Base64)?;
    let rows = sheet::read(bytes)?;
    let place = rows
        .iter()
        .take(20)
        .position(|row| row.cells.iter().any(|cell| heading(cell).is_some_and(|(name, ..)| name == key)))
        .ok_or(AppError::RegistryFile(FileProblem::NoSerialColumn))?;
    let (above, body) = rows.split_at(place + 1);
    let columns: Vec<_> =
        above.last().into_iter().flat_map(|row| &row.cells).map(|cell| heading(cell)).collect();
    let mut report = RecordReport { rows: 0, imported: 0, updated: 0, skipped: 0, errors: Vec::new() };
    let mut changes = Changes::default();
    for row in body {
        report.rows += 1;
        match each(&values(&columns, row)) {
            Ok((Outcome::New, changed)) => {
                report.imported += 1;
                changes.extend(changed);
            }
            Ok((Outcome::Updated, changed)) => {
                report.updated += 1;
                changes.extend(changed);
            }
            Ok((Outcome::Unchanged, _)) => report.skipped += 1,
            Err(Refused::Row { field, code }) => {
                report.skipped += 1;
                report.errors.push(RecordError { row: row.number, field, code });
            }
            Err(Refused::All(error)) => return Err(error),
        }
    }
    Ok(Written { value: report, changes })
}

type Column = Option<(&'static str, &'static str)>;

fn heading(cell: &str) -> Column {
    let key = |text: &str| fold(text).chars().filter(|c| !matches!(c, '_' | '-')).collect::<String>();
    let wanted = key(cell);
    HEADINGS
        .iter()
        .find(|(english, chinese, _)| key(english) == wanted || key(chinese) == wanted)
        .map(|(english, _, place)| (*english, *place))
}

fn values<'a>(columns: &[Column], row: &'a Row) -> Vec<(&'static str, &'static str, &'a str)> {
    columns
        .iter()
        .zip(&row.cells)
        .filter_map(|(column, cell)| column.map(|(name, place)| (name, place, cell.as_str())))
        .filter(|(_, _, cell)| !cell.is_empty())
        .collect()
}

/// The intake a row describes, as far as it says.
fn draft_of(values: &[(&'static str, &'static str, &str)]) -> Result<IntakeDraft, Refused> {
    let mut draft = json!({ "customer": {}, "first_reported": {}, "facts": { "purchase": {} } });
    for (name, place, cell) in values {
        let value = match *name {
            "received_on" | "first_reported_on" | "voucher_date" | "contract_date" => {
                json!(date_of(cell).ok_or_else(|| wrong(name, "not_a_date"))?)
            }
            "product_class" => {
                json!(sheet::class_of(cell).map_err(|_| wrong(name, "unknown_class"))?)
            }
            "sale_kind" => {
                json!(sheet::sale_kind_of(cell).map_err(|_| wrong(name, "unknown_sale_kind"))?)
            }
            _ => json!(cell),
        };
        put(&mut draft, place, value);
    }
    serde_json::from_value(draft).map_err(|error| stopped(AppError::BadRequest(error)))
}

/// Puts a value at a place like `/customer/name`, whose parents are objects or missing.
fn put(into: &mut Value, place: &str, value: Value) {
    let mut here = into;
    for name in place.split('/').skip(1) {
        if !here.is_object() {
            *here = Value::Object(Map::new());
        }
        here = &mut here[name];
    }
    *here = value;
}

fn take_up(app: &App, customer: &Customer) -> Result<(Outcome, Changes), AppError> {
    if let Some(known) = nightbench_store::customer::find(&app.store, customer)? {
        let merged = crate::customer::merged(&known.customer, customer);
        if merged == known.customer {
            return Ok((Outcome::Unchanged, Changes::default()));
        }
        let written = app.write(|tx| Ok(nightbench_store::customer::update(tx, known.id, &merged)?))?;
        return Ok((Outcome::Updated, written.changes));
    }
    let id = nightbench_domain::id::CustomerId::new(app.ports.ids.uuid());
    let written = app.write(|tx| Ok(nightbench_store::customer::add(tx, id, customer)?))?;
    Ok((Outcome::New, written.changes))
}

fn is_long(text: &str) -> bool {
    text.chars().count() > Intake::NAME_CHARS_MAX
}

fn reason_code(reason: IntakeReason) -> String {
    json!(reason).as_str().unwrap_or_default().to_owned()
}
