//! What the test bench measures and the short lists of a diagnosis: shipped with the program as data, refused by file,
//! line and reason where they say nothing. A manager may change both; each change is a version of its own, and what was
//! shipped is always there to go back to. No unit and no work order is known here.

use crate::commands::Written;
use crate::error::AppError;
use crate::session;
use crate::station::App;
use crate::user;
use nightbench_domain::bench_catalogue::{BenchCatalogue, Parameter};
use nightbench_domain::fault_list::{FaultLists, ListEntry};
use nightbench_domain::id::BenchCatalogueId;
use nightbench_store::bench_catalogue::{self as store, CatalogueVersion};
use nightbench_store::{Source, search};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;
use toml::Spanned;
use ts_rs::TS;

/// What is measured now, what it was before, and what was shipped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CatalogueShelf {
    /// The version that holds; 0 is the shipped one.
    #[ts(type = "number")]
    pub version: u64,
    /// What it says.
    pub content: BenchCatalogue,
    /// What was shipped with this program.
    pub shipped: BenchCatalogue,
    /// Every version that was saved here, newest first.
    pub versions: Vec<CatalogueVersion>,
    /// Whether whoever is here may change it.
    pub may_change: bool,
}

/// The request of `bench_catalogue_save`: a new version takes the place of the one that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CatalogueSaveRequest {
    /// The version that was looked at.
    #[ts(type = "number")]
    pub from: u64,
    /// What is measured from now on.
    pub content: BenchCatalogue,
    /// Why.
    pub reason: String,
}

/// The short lists with what is typed to find an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FaultListShelf {
    /// What shows itself.
    pub symptom: Vec<ListRow>,
    /// What is wrong.
    pub fault: Vec<ListRow>,
    /// Why.
    pub cause: Vec<ListRow>,
    /// What is to be done.
    pub action: Vec<ListRow>,
    /// Where in the unit.
    pub position: Vec<ListRow>,
}

/// An entry of a short list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ListRow {
    /// The entry.
    pub entry: ListEntry,
    /// Initials and whole words of both names, in pinyin where they are Chinese.
    pub spellings: Vec<String>,
}

/// A catalogue's file as it is read, each entry with its place in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CatalogueFile {
    parameter: Vec<Spanned<Parameter>>,
}

/// A data file that ships with the program and is bad. A test reads them all, so this is for whoever builds the program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {reason}")]
pub struct ShippedFileError {
    /// The file's name.
    pub file: String,
    /// Line in the file, from 1.
    pub line: usize,
    /// What is wrong, in English.
    pub reason: String,
}

/// The file of the short lists.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListsFile {
    symptom: Vec<Spanned<ListEntry>>,
    fault: Vec<Spanned<ListEntry>>,
    cause: Vec<Spanned<ListEntry>>,
    action: Vec<Spanned<ListEntry>>,
    position: Vec<Spanned<ListEntry>>,
}

const BENCH: (&str, &str) = ("catalogue/bench.toml", include_str!("../../../catalogue/bench.toml"));
const FAULTS: (&str, &str) = ("catalogue/faults.toml", include_str!("../../../catalogue/faults.toml"));

static SHIPPED: LazyLock<Result<BenchCatalogue, ShippedFileError>> =
    LazyLock::new(|| read_bench(BENCH.0, BENCH.1));
static LISTS: LazyLock<Result<FaultLists, ShippedFileError>> =
    LazyLock::new(|| read_lists(FAULTS.0, FAULTS.1));

pub(crate) fn get(app: &App, (): ()) -> Result<CatalogueShelf, AppError> {
    let (version, content) = in_force(&app.store)?;
    let versions = store::list(&app.store)?.into_iter();
    Ok(CatalogueShelf {
        version,
        content: with_lists(content)?,
        shipped: with_lists(shipped()?.clone())?,
        versions: versions
            .map(|saved| Ok(CatalogueVersion { content: with_lists(saved.content)?, ..saved }))
            .collect::<Result<_, AppError>>()?,
        may_change: user::may_manage(app)?,
    })
}

pub(crate) fn save(app: &App, request: CatalogueSaveRequest) -> Result<Written<CatalogueShelf>, AppError> {
    if !user::may_manage(app)? {
        return Err(AppError::ManagerNeeded);
    }
    let reason = request.reason.trim();
    if reason.is_empty() {
        return Err(AppError::ReasonRequired);
    }
    let problems = request.content.problems();
    if !problems.is_empty() {
        return Err(AppError::BenchCatalogue(problems));
    }
    let saved_by = session::signed_in(app)?.map_or_else(|| app.actor(), |user| Ok(user.name))?;
    let written = app.write(|tx| {
        let (version, before) = in_force(tx)?;
        if version != request.from {
            return Err(AppError::CatalogueMoved);
        }
        let content = going_on(request.content, &before)?;
        if before == content {
            return Err(AppError::NothingChanged);
        }
        let new = CatalogueVersion {
            id: BenchCatalogueId::new(app.ports.ids.uuid()),
            version: version + 1,
            content,
            reason: reason.to_owned(),
            saved_by,
            saved_at: app.now_ms(),
        };
        Ok(store::save(tx, &new)?)
    })?;
    Ok(Written { value: get(app, ())?, changes: written.changes })
}

pub(crate) fn lists(app: &App, (): ()) -> Result<FaultListShelf, AppError> {
    let rows = |list: &[ListEntry]| list.iter().map(row).collect();
    let lists = fault_lists(&app.store)?;
    Ok(FaultListShelf {
        symptom: rows(&lists.symptom),
        fault: rows(&lists.fault),
        cause: rows(&lists.cause),
        action: rows(&lists.action),
        position: rows(&lists.position),
    })
}

fn row(entry: &ListEntry) -> ListRow {
    let spellings = [&entry.zh, &entry.en].into_iter().flat_map(|name| search::spellings(name)).collect();
    ListRow { entry: entry.clone(), spellings }
}

/// What is measured now, with its version.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn in_force(source: &impl Source) -> Result<(u64, BenchCatalogue), AppError> {
    match store::newest(source)? {
        Some(saved) => Ok((saved.version, saved.content)),
        None => Ok((0, shipped()?.clone())),
    }
}

/// The short lists as they are now.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn fault_lists(source: &impl Source) -> Result<FaultLists, AppError> {
    let (_, content) = in_force(source)?;
    content.lists.map_or_else(|| Ok(shipped_lists()?.clone()), Ok)
}

fn shipped_lists() -> Result<&'static FaultLists, AppError> {
    LISTS.as_ref().map_err(|error| AppError::CatalogueFile(error.clone()))
}

/// A catalogue with its lists said, also where they are the shipped ones.
fn with_lists(content: BenchCatalogue) -> Result<BenchCatalogue, AppError> {
    let lists = match content.lists {
        Some(lists) => lists,
        None => shipped_lists()?.clone(),
    };
    Ok(BenchCatalogue { lists: Some(lists), ..content })
}

/// A version as it is kept after another: no entry of a list is lost, and none becomes something else for the commitment.
/// The shipped lists are named as such until something in them changes.
fn going_on(content: BenchCatalogue, before: &BenchCatalogue) -> Result<BenchCatalogue, AppError> {
    let shipped = shipped_lists()?;
    let was = before.lists.as_ref().unwrap_or(shipped);
    let lists = content.lists.unwrap_or_else(|| shipped.clone()).after(was);
    let turned = lists.turned(was);
    if !turned.is_empty() {
        return Err(AppError::BenchCatalogue(turned));
    }
    Ok(BenchCatalogue { lists: (lists != *shipped).then_some(lists), ..content })
}

fn shipped() -> Result<&'static BenchCatalogue, AppError> {
    SHIPPED.as_ref().map_err(|error| AppError::CatalogueFile(error.clone()))
}

/// Reads what is measured from a file.
fn read_bench(file: &str, text: &str) -> Result<BenchCatalogue, ShippedFileError> {
    let parsed: CatalogueFile = parse(file, text)?;
    let parameter = parsed.parameter.iter().map(|entry| entry.get_ref().clone()).collect();
    let catalogue = BenchCatalogue { parameter, lists: None };
    match catalogue.problems().first() {
        None => Ok(catalogue),
        Some(problem) => {
            let at = parsed.parameter.get(problem.entry).map_or(0, |entry| entry.span().start);
            Err(refusal(file, text, at, &format!("{}: {}", problem.field, problem.reason)))
        }
    }
}

/// Reads the short lists from a file.
fn read_lists(file: &str, text: &str) -> Result<FaultLists, ShippedFileError> {
    let parsed: ListsFile = parse(file, text)?;
    let bare = |list: &[Spanned<ListEntry>]| list.iter().map(|entry| entry.get_ref().clone()).collect();
    let lists = FaultLists {
        symptom: bare(&parsed.symptom),
        fault: bare(&parsed.fault),
        cause: bare(&parsed.cause),
        action: bare(&parsed.action),
        position: bare(&parsed.position),
    };
    let Some(problem) = lists.problems().into_iter().next() else { return Ok(lists) };
    let named = [
        ("symptom", &parsed.symptom),
        ("fault", &parsed.fault),
        ("cause", &parsed.cause),
        ("action", &parsed.action),
        ("position", &parsed.position),
    ];
    let list = named.into_iter().find(|(list, _)| *list == problem.list);
    let start = list.and_then(|(_, list)| list.get(problem.entry)).map_or(0, |entry| entry.span().start);
    Err(refusal(file, text, start, &format!("{}: {}", problem.field, problem.reason)))
}

fn parse<T: serde::de::DeserializeOwned>(file: &str, text: &str) -> Result<T, ShippedFileError> {
    toml::from_str(text).map_err(|error| {
        refusal(file, text, error.span().map_or(0, |span| span.start), error.message().trim())
    })
}

fn refusal(file: &str, text: &str, at: usize, reason: &str) -> ShippedFileError {
    let before = text.get(..at).unwrap_or(text);
    ShippedFileError {
        file: file.to_owned(),
        line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
        reason: reason.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{BENCH, FAULTS, read_bench, read_lists, row, shipped, shipped_lists};
    use nightbench_domain::bench_sheet::SheetKind;
    use nightbench_domain::claim::Finding;
    use nightbench_domain::unit::ProductClass;

    #[test]
    fn every_class_has_something_to_measure_before_it_goes_back() {
        for class in ProductClass::ALL {
            let asked = shipped().unwrap().asked(class, SheetKind::FinalTest, None);
            assert!(asked.iter().filter(|asked| asked.is_required).count() >= 4, "{class:?}");
        }
    }

    #[test]
    fn every_finding_of_the_commitment_can_be_established_from_the_lists() {
        let lists = shipped_lists().unwrap();
        let known =
            |finding| lists.cause.iter().chain(&lists.fault).any(|entry| entry.finding == Some(finding));
        let missing: Vec<Finding> = Finding::ALL.into_iter().filter(|finding| !known(*finding)).collect();
        assert_eq!(missing, []);
        assert!(lists.cause.iter().any(|entry| entry.is_open), "a cause may be open");
    }

    #[test]
    fn a_bad_file_is_refused_with_its_line() {
        let worse = BENCH.1.replacen(
            "standard = { terminal = \"50\", module",
            "standard = { terminal = \"low\", module",
            1,
        );
        let error = read_bench("bench.toml", &worse).unwrap_err();
        let line = worse.lines().take(error.line).last().unwrap();
        assert_eq!(
            (line, error.reason.as_str()),
            ("[[parameter]]", "standard: the standard is not a number")
        );
        assert!(worse.lines().nth(error.line).unwrap().contains("netd"));

        let worse = FAULTS.1.replacen("finding = \"product_fault\"\n", "", 1);
        let error = read_lists("faults.toml", &worse).unwrap_err();
        assert!(worse.lines().nth(error.line).unwrap().contains("component_failed"), "{error:?}");

        let worse = FAULTS.1.replacen("finding = \"product_fault\"", "finding = \"bad_luck\"", 1);
        let error = read_lists("faults.toml", &worse).unwrap_err();
        assert!(worse.lines().nth(error.line - 1).unwrap().contains("bad_luck"), "{error:?}");
    }

    #[test]
    fn an_entry_is_found_by_its_pinyin_and_by_its_english_words() {
        let shutter =
            shipped_lists().unwrap().fault.iter().find(|entry| entry.code == "shutter_stuck").unwrap();
        assert_eq!(row(shutter).spellings, ["kmkz", "kuaimenkazhi", "ss", "shutterstuck"]);
    }
}
