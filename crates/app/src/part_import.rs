//! A list of spare parts as a file: what is said of each, and how many are here. One row is one part, known by its number;
//! each good row is written on its own, a bad one is named and keeps nothing from the others. A column the file does not
//! have says nothing.

use crate::commands::Written;
use crate::error::AppError;
use crate::import::{RecordError, RecordReport};
use crate::part::serve;
use crate::sheet::{self, FileProblem, Row};
use crate::station::App;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use nightbench_domain::id::PartId;
use nightbench_domain::intake::Intake;
use nightbench_domain::money::{AMOUNT_MINOR_MAX, Currency};
use nightbench_domain::part::{PartCard, Stock};
use nightbench_domain::serial::fold;
use nightbench_store::part as store;
use nightbench_store::{Changes, Tx};
use serde::Deserialize;
use ts_rs::TS;

/// The request of `part_import`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartImportRequest {
    /// The file's name: why a stock is another than before.
    pub name: String,
    /// The file: CSV in UTF-8, UTF-16 or GB18030, or an Excel workbook.
    pub base64: String,
    /// Only says what would happen.
    #[serde(default)]
    pub dry_run: bool,
}

/// What a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Number,
    NameZh,
    NameEn,
    Position,
    Serialised,
    Cost,
    Currency,
    OnHand,
}

/// Headings as files write them, without case, spaces and signs.
const HEADINGS: [(&str, Says); 20] = [
    ("PARTNUMBER", Says::Number),
    ("PARTNO", Says::Number),
    ("NUMBER", Says::Number),
    ("备件号", Says::Number),
    ("料号", Says::Number),
    ("物料编码", Says::Number),
    ("NAMEZH", Says::NameZh),
    ("中文名称", Says::NameZh),
    ("名称", Says::NameZh),
    ("NAMEEN", Says::NameEn),
    ("英文名称", Says::NameEn),
    ("POSITION", Says::Position),
    ("库位", Says::Position),
    ("ISSERIALISED", Says::Serialised),
    ("有序列号", Says::Serialised),
    ("COST", Says::Cost),
    ("单件成本", Says::Cost),
    ("CURRENCY", Says::Currency),
    ("币种", Says::Currency),
    ("ONHAND", Says::OnHand),
];
/// The Chinese heading of the stock stands apart, because files write it in two ways.
const ON_HAND: [&str; 3] = ["在库", "库存", "数量"];

/// What a row did.
enum Did {
    Added,
    Changed,
    Nothing,
}

/// What is wrong with a row: its field, and a code of `problem-*`.
type Wrong = (&'static str, &'static str);

/// What a row says; a field that is `None` has no column, or an empty cell.
#[derive(Default)]
struct Said {
    number: String,
    name_zh: Option<String>,
    name_en: Option<String>,
    position: Option<String>,
    is_serialised: Option<bool>,
    cost: Option<String>,
    currency: Option<Currency>,
    on_hand: Option<u32>,
}

pub(crate) fn import(app: &App, request: PartImportRequest) -> Result<Written<RecordReport>, AppError> {
    let bytes = STANDARD.decode(&request.base64).map_err(|_| AppError::Base64)?;
    let rows = sheet::read(bytes)?;
    let is_head = |row: &Row| row.cells.iter().any(|cell| meaning(cell) == Some(Says::Number));
    let head =
        rows.iter().take(20).position(is_head).ok_or(AppError::RegistryFile(FileProblem::NoKeyColumn))?;
    let (above, body) = rows.split_at(head + 1);
    let columns: Vec<Option<Says>> =
        above.last().into_iter().flat_map(|row| &row.cells).map(|cell| meaning(cell)).collect();
    let why: String = request.name.trim().chars().take(Intake::NAME_CHARS_MAX).collect();
    let mut report = RecordReport { rows: 0, imported: 0, updated: 0, skipped: 0, errors: Vec::new() };
    let mut changes = Changes::default();
    for row in body {
        report.rows += 1;
        let (did, changed) = match said(&columns, row) {
            Ok(said) => bring(app, &said, &why, request.dry_run)?,
            Err(wrong) => (Err(wrong), Changes::default()),
        };
        changes.extend(changed);
        match did {
            Ok(Did::Added) => report.imported += 1,
            Ok(Did::Changed) => report.updated += 1,
            Ok(Did::Nothing) => report.skipped += 1,
            Err((field, code)) => {
                report.skipped += 1;
                let (field, code) = (field.to_owned(), code.to_owned());
                report.errors.push(RecordError { row: row.number, field, code });
            }
        }
    }
    Ok(Written { value: report, changes })
}

/// Brings one row in, or only finds out what it would do.
fn bring(app: &App, said: &Said, why: &str, is_dry: bool) -> Result<(Result<Did, Wrong>, Changes), AppError> {
    let known = store::by_number(&app.store, &said.number)?;
    let before = known.as_ref().map(|part| part.card.clone());
    let card = match said.onto(before.as_ref()) {
        Ok(card) => card,
        Err(wrong) => return Ok((Err(wrong), Changes::default())),
    };
    let stock = known.as_ref().map(|part| part.stock).unwrap_or_default();
    let counted = match said.on_hand.filter(|counted| *counted != stock.on_hand()) {
        None => None,
        Some(counted) => match stock.count(counted) {
            Ok(after) => Some(after),
            Err(_) => return Ok((Err(("on_hand", "below_reserved")), Changes::default())),
        },
    };
    let says_card = before.as_ref() != Some(&card);
    let did = match (&known, says_card || counted.is_some()) {
        (None, _) => Did::Added,
        (Some(_), true) => Did::Changed,
        (Some(_), false) => return Ok((Ok(Did::Nothing), Changes::default())),
    };
    if is_dry {
        return Ok((Ok(did), Changes::default()));
    }
    let id = known.map_or_else(|| PartId::new(app.ports.ids.uuid()), |part| part.id);
    let written = app.write(|tx| {
        if says_card {
            store::save(tx, id, &card)?;
        }
        stocked(app, tx, id, counted, why)
    })?;
    Ok((Ok(did), written.changes))
}

fn stocked(app: &App, tx: &Tx<'_>, id: PartId, after: Option<Stock>, why: &str) -> Result<(), AppError> {
    let Some(after) = after else { return Ok(()) };
    store::count(tx, id, after, why)?;
    serve(app, tx, id).map(|_| ())
}

impl Said {
    /// The card with what the row says, over what was known before.
    fn onto(&self, known: Option<&PartCard>) -> Result<PartCard, Wrong> {
        let text = |said: &Option<String>, known: Option<&String>| {
            said.clone().or_else(|| known.cloned()).unwrap_or_default()
        };
        let currency = self.currency.clone().or_else(|| known.map(|card| card.currency.clone()));
        let currency = currency.unwrap_or_else(Currency::yuan);
        let cost_minor = match &self.cost {
            Some(text) => Some(minor(text, &currency).ok_or(("cost", "not_an_amount"))?),
            None => known.and_then(|card| card.cost_minor),
        };
        let card = PartCard {
            number: self.number.clone(),
            name_zh: text(&self.name_zh, known.map(|card| &card.name_zh)),
            name_en: text(&self.name_en, known.map(|card| &card.name_en)),
            position: text(&self.position, known.map(|card| &card.position)),
            is_serialised: self.is_serialised.unwrap_or_else(|| known.is_some_and(|card| card.is_serialised)),
            cost_minor,
            currency,
        };
        if card.name_zh.is_empty() && card.name_en.is_empty() {
            return Err(("name_zh", "required"));
        }
        if card.is_complete() { Ok(card) } else { Err(("number", "too_long")) }
    }
}

fn said(columns: &[Option<Says>], row: &Row) -> Result<Said, Wrong> {
    let mut said = Said::default();
    for (column, cell) in columns.iter().zip(&row.cells) {
        let (Some(column), false) = (column, cell.is_empty()) else { continue };
        match column {
            Says::Number => said.number = fold(cell),
            Says::NameZh => said.name_zh = Some(cell.clone()),
            Says::NameEn => said.name_en = Some(cell.clone()),
            Says::Position => said.position = Some(cell.clone()),
            Says::Serialised => {
                said.is_serialised = Some(yes_or_no(cell).ok_or(("is_serialised", "not_yes_or_no"))?);
            }
            Says::Cost => said.cost = Some(cell.clone()),
            Says::Currency => {
                said.currency = Some(Currency::parse(cell).map_err(|_| ("currency", "not_an_amount"))?);
            }
            Says::OnHand => said.on_hand = Some(pieces(cell).ok_or(("on_hand", "not_an_amount"))?),
        }
    }
    if said.number.is_empty() { Err(("number", "required")) } else { Ok(said) }
}

fn meaning(heading: &str) -> Option<Says> {
    let key: String = fold(heading).chars().filter(|c| c.is_alphanumeric()).collect();
    if ON_HAND.contains(&key.as_str()) {
        return Some(Says::OnHand);
    }
    HEADINGS.iter().find(|(word, _)| *word == key).map(|(_, says)| *says)
}

fn yes_or_no(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "是" | "有" | "YES" | "Y" | "1" | "TRUE" => Some(true),
        "否" | "无" | "NO" | "N" | "0" | "FALSE" => Some(false),
        _ => None,
    }
}

/// Whole pieces; a workbook writes them with a fraction of nothing.
fn pieces(text: &str) -> Option<u32> {
    let folded = fold(text).replace(',', "");
    folded.strip_suffix(".0").unwrap_or(&folded).parse().ok()
}

/// An amount as files write it, `1,280.50`, in minor units.
fn minor(text: &str, currency: &Currency) -> Option<i64> {
    let folded = fold(text).replace(',', "");
    let (whole, part) = folded.split_once('.').unwrap_or((&folded, ""));
    let part = part.trim_end_matches('0');
    let width = currency.decimals();
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || part.len() > width || !is_number(whole) || !is_number(part) {
        return None;
    }
    let amount: u64 = format!("{whole}{part:0<width$}").parse().ok()?;
    (amount <= AMOUNT_MINOR_MAX).then(|| i64::try_from(amount).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{minor, pieces};
    use nightbench_domain::money::Currency;

    #[test]
    fn an_amount_is_read_to_its_minor_unit_and_never_rounded() {
        let yuan = Currency::yuan();
        for (text, amount) in [
            ("210", Some(21_000)),
            ("210.5", Some(21_050)),
            ("1,280.50", Some(128_050)),
            ("１２.3０", Some(1_230)),
            ("0.005", None),
            ("-1", None),
            ("about 20", None),
            ("", None),
        ] {
            assert_eq!(minor(text, &yuan), amount, "{text}");
        }
        assert_eq!(minor("210.0", &Currency::parse("JPY").unwrap()), Some(210));
        assert_eq!(
            [pieces("12"), pieces("12.0"), pieces("1.5"), pieces("-2")],
            [Some(12), Some(12), None, None]
        );
    }
}
