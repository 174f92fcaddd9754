//! What this machine's user has chosen: language, colours, printers, the scanner, when the screen locks.

use crate::commands::Written;
use crate::error::AppError;
use crate::station::App;
use nightbench_forms::FormLanguage;
use nightbench_forms::grid::SheetGrid;
use nightbench_forms::stock::{DotPitch, LabelSize};
use nightbench_locale::Language;
use nightbench_store::{Source, settings as store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const SETTINGS_KEY: &str = "settings";

/// What this machine's user has chosen. Not a record: it is neither journaled nor synced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Language of the screen.
    pub language: Language,
    /// Language of paper: `zh-CN`, `en` or `both`.
    pub document_language: FormLanguage,
    /// Colours.
    pub theme: Theme,
    /// Height of rows and fields.
    pub density: Density,
    /// Name the user goes by; stands as the actor in the history.
    pub actor: String,
    /// The printer for forms, or empty for opening a PDF instead.
    pub form_printer: String,
    /// The printer for labels, or empty for opening a PDF instead.
    pub label_printer: String,
    /// The size of the labels in it.
    pub label_size: LabelSize,
    /// How fine its dots are.
    pub label_resolution: DotPitch,
    /// By how much its print is moved to the right, in tenths of a millimetre, -50 to 50.
    pub label_right_tenths_mm: i8,
    /// By how much its print is moved down, in tenths of a millimetre, -50 to 50.
    pub label_down_tenths_mm: i8,
    /// The division of the A4 sheets of labels.
    pub label_grid: SheetGrid,
    /// What the scanner sends before a code, or empty.
    pub scan_prefix: String,
    /// What the scanner sends after a code, besides Enter, or empty.
    pub scan_suffix: String,
    /// After how many minutes without a key the screen is locked when somebody is signed in; 0 = never.
    pub lock_minutes: u16,
    /// Whether the desktop tells of a task that falls due.
    pub notifies: bool,
}

/// Colours of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Black and white with strong lines.
    Contrast,
}

/// How much room rows and fields take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    /// As much as possible on one screen.
    Compact,
    /// In between.
    #[default]
    Normal,
    /// Room for gloves.
    Comfortable,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::ZhCn,
            document_language: FormLanguage::Both,
            theme: Theme::System,
            density: Density::Normal,
            actor: String::new(),
            form_printer: String::new(),
            label_printer: String::new(),
            label_size: LabelSize::default(),
            label_resolution: DotPitch::default(),
            label_right_tenths_mm: 0,
            label_down_tenths_mm: 0,
            label_grid: SheetGrid::default(),
            scan_prefix: String::new(),
            scan_suffix: String::new(),
            lock_minutes: 15,
            notifies: true,
        }
    }
}

pub(crate) fn get(app: &App, (): ()) -> Result<Settings, AppError> {
    of(&app.store)
}

/// The same from inside a write, which reads through its transaction.
pub(crate) fn of(source: &impl Source) -> Result<Settings, AppError> {
    let stored = store::get(source, SETTINGS_KEY)?;
    // A setting written by another version that no longer reads is a default again, never a reason not to start.
    Ok(stored.and_then(|stored| serde_json::from_value(stored).ok()).unwrap_or_default())
}

/// How far the print of labels is moved at most, tenths of a millimetre: further, and it is the wrong stock.
const LABEL_OFFSET_TENTHS_MM_MAX: u8 = 50;

pub(crate) fn set(app: &App, wanted: Settings) -> Result<Written<Settings>, AppError> {
    let moved = [wanted.label_right_tenths_mm, wanted.label_down_tenths_mm];
    if moved.iter().any(|tenths| tenths.unsigned_abs() > LABEL_OFFSET_TENTHS_MM_MAX) {
        return Err(AppError::LabelOffset);
    }
    // When a station locks itself is a matter of trust, not of taste.
    if wanted.lock_minutes != of(&app.store)?.lock_minutes {
        crate::user::refuse_unless_managing(app)?;
    }
    let value = serde_json::to_value(&wanted).map_err(AppError::BadRequest)?;
    let written = app.write_local(|tx| Ok(store::set(tx, SETTINGS_KEY, &value, app.now_ms())?))?;
    Ok(Written { value: wanted, changes: written.changes })
}
