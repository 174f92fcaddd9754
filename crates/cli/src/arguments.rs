//! What can be typed after `nightbench-cli`.

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use nightbench_app::masters::MasterKind;
use nightbench_app::ports::{Clock, SystemClock};
use nightbench_app::{FormKind, FormLanguage, Language, SheetGrid, Week};
use std::path::PathBuf;

/// The station without a window.
#[derive(Parser)]
#[command(name = "nightbench-cli", version, about)]
pub(crate) struct Arguments {
    /// The data directory; the desktop's own when absent.
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// Machine-readable output on standard output.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Language of messages: zh-CN or en.
    #[arg(long, global = true, value_name = "LANGUAGE", default_value = "en")]
    messages: Language,
    #[command(subcommand)]
    pub(crate) command: Command,
}

impl Arguments {
    pub(crate) const fn language(&self) -> Language {
        self.messages
    }
}

/// The commands, in the order of contracts.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Facts in, verdicts out: one JSON object a line.
    Assess {
        /// Another policy pack than the shipped one.
        #[arg(long, value_name = "FILE")]
        policy: Option<PathBuf>,
        /// An explanation to be read instead: why, what would change it, what to ask next.
        #[arg(long)]
        explain: bool,
        /// Its language, zh-CN or en; that of messages when absent.
        #[arg(long, value_name = "LANGUAGE", requires = "explain")]
        lang: Option<Language>,
    },
    /// Receipts in, target and limit out: one JSON object a line.
    Cycle,
    /// Sets a new station up.
    Init {
        /// The service centre's code, such as CD01.
        #[arg(long)]
        centre: String,
        /// Headquarters' address; the line is set up at once. Again on a station that is set up already: a new line.
        #[arg(long, value_name = "URL", requires = "code")]
        hq: Option<String>,
        /// The one-time code that headquarters gave for this centre.
        #[arg(long, value_name = "ONE-TIME-CODE", requires = "hq")]
        code: Option<String>,
    },
    /// One full round with headquarters: brings what waits here, takes what waits there.
    Sync,
    /// Sends one command; the request is read from standard input as JSON, empty for none.
    Call {
        /// Its name, as `commands` lists it.
        command: String,
    },
    /// Lists the commands.
    Commands,
    /// Receives units: one intake object, or one a line.
    Receive,
    /// Lists work orders.
    Tickets {
        /// Only those past day 20.
        #[arg(long)]
        overdue: bool,
    },
    /// Writes every work order into a table, newest first.
    Export {
        /// What is written.
        what: Export,
        /// A file that ends in .csv or .xlsx; its directory must be there.
        #[arg(long)]
        out: PathBuf,
    },
    /// Imports a file.
    Import {
        /// What the file holds.
        what: Import,
        /// A CSV or Excel file.
        file: PathBuf,
        /// Only says what would happen.
        #[arg(long)]
        dry_run: bool,
        /// What a heading means; may be repeated. An empty field leaves the column out.
        #[arg(long, value_name = "HEADING=FIELD")]
        map: Vec<String>,
        /// The file says all there is of its kind: masters it leaves out end.
        #[arg(long)]
        complete: bool,
    },
    /// Makes a form as PDF.
    Form {
        /// application, receipt, delivery, refund, internal, label, quote, decision, report, overdue, parcels, differences or blank; internal is that of a unit of the company's own, overdue the sheet of a week with its oldest work orders.
        #[arg(value_parser = form_name)]
        form: FormName,
        /// The work order's RMA number; for `parcels` and `differences` also the waybill; not for the blank form; several for labels, where a waybill names the units of its parcel that are checked in. `overdue` is the centre's and needs none.
        rma: Vec<String>,
        /// zh-CN, en or both.
        #[arg(long, default_value = "both")]
        lang: FormLanguage,
        /// Where to write it.
        #[arg(long, value_name = "FILE.pdf")]
        out: PathBuf,
        #[command(flatten)]
        labels: LabelSheetArguments,
        /// Of which week, such as 2026-W47; the one that ended last when absent. Only with overdue.
        #[arg(long, value_name = "WEEK")]
        week: Option<Week>,
    },
    /// Reserves numbers and prints one on each tag or blank form, for a power cut.
    Numbers {
        /// What they are printed on.
        #[arg(value_enum)]
        on: NumberedPaper,
        /// How many, 1 to 200.
        #[arg(long)]
        count: u32,
        /// zh-CN, en or both.
        #[arg(long, default_value = "both")]
        lang: FormLanguage,
        /// Where to write it.
        #[arg(long, value_name = "FILE.pdf")]
        out: PathBuf,
    },
    /// Writes a backup. While the window is open, use its own: only one program works on a data directory.
    Backup {
        /// Where to write it.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Puts a backup in place; what was there is moved aside, never deleted.
    Restore {
        /// The backup.
        file: PathBuf,
    },
    /// Checks the store and says what to do.
    Doctor,
    /// Policy packs: what is there, installing one, what two decide differently.
    Policy {
        /// What to do.
        #[command(subcommand)]
        action: PolicyAction,
    },
    /// Makes a realistic store for demonstrations and measurements.
    Demo {
        /// Units of the sales register.
        #[arg(long, default_value_t = 5_000)]
        units: u32,
        /// The same seed gives the same content.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// Writes only the register and no store: CSV, in GB18030 when the name says so, or .xlsx.
        #[arg(long, value_name = "FILE")]
        register: Option<PathBuf>,
    },
}

/// Labels on A4 sheets instead of one on a roll.
#[derive(Args)]
pub(crate) struct LabelSheetArguments {
    /// Labels on A4 sheets of 3x8 or 3x7; only with label.
    #[arg(long, value_name = "GRID", value_parser = sheet_grid)]
    pub(crate) sheet: Option<SheetGrid>,
    /// The first label to print on, for a sheet that was begun.
    #[arg(long, value_name = "LABEL", default_value_t = 1, requires = "sheet")]
    pub(crate) start: u8,
    /// How many labels each work order gets.
    #[arg(long, default_value_t = 1, requires = "sheet", value_parser = clap::value_parser!(u8).range(1..=9))]
    pub(crate) copies: u8,
}

/// What reserved numbers are printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum NumberedPaper {
    /// Tags to be tied to units.
    Tags,
    /// Blank application forms.
    Blanks,
}

impl NumberedPaper {
    /// The kind of sheet it is.
    pub(crate) const fn kind(self) -> &'static str {
        match self {
            Self::Tags => "tags",
            Self::Blanks => "blanks",
        }
    }
}

/// What to do with policy packs.
#[derive(Subcommand)]
pub(crate) enum PolicyAction {
    /// Lists the packs of the station, or with no data directory those of the program.
    List,
    /// Installs a signed pack: FILE.toml with its signature FILE.toml.sig beside it.
    Install {
        /// The pack.
        file: PathBuf,
    },
    /// Checks a pack without installing it: by itself, and with --data beside the packs of a station, else beside those
    /// of the program. Its signature is not looked at. A good pack that would not fit is told and is no error.
    Check {
        /// The pack.
        file: PathBuf,
    },
    /// Says what two packs decide differently, and with --data which work orders on record.
    Diff {
        /// `shipped`, `installed:ID@VERSION` (with --data), or a file.
        before: String,
        /// The same.
        after: String,
    },
}

/// What can be written into a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Export {
    /// Work orders.
    Tickets,
}

/// What an imported file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Import {
    /// The sales register.
    Registry,
    /// Customers.
    Customers,
    /// Intakes of another system.
    Intakes,
    /// The stock of spare parts.
    Parts,
    /// A newer calendar of working days.
    Calendar,
    /// Masters: models.
    Models,
    /// Masters: dealers.
    Dealers,
    /// Masters: contracts.
    Contracts,
    /// Masters: the charge standard.
    Charges,
    /// Masters: our own demonstration and loan units.
    Loans,
}

impl Import {
    /// The kind of masters it is, if it is one.
    pub(crate) const fn masters(self) -> Option<MasterKind> {
        match self {
            Self::Models => Some(MasterKind::Model),
            Self::Dealers => Some(MasterKind::Dealer),
            Self::Contracts => Some(MasterKind::Contract),
            Self::Charges => Some(MasterKind::Charge),
            Self::Loans => Some(MasterKind::Loan),
            Self::Registry | Self::Customers | Self::Intakes | Self::Parts | Self::Calendar => None,
        }
    }
}

fn sheet_grid(text: &str) -> Result<SheetGrid, String> {
    serde_json::from_value(text.into()).map_err(|_| "one of 3x8, 3x7".to_owned())
}

/// Which form is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FormName {
    /// A paper of a work order or parcel, or the blank form.
    Of(FormKind),
    /// The sheet of a week, on which the oldest and overdue work orders stand.
    Overdue,
}

fn form_name(text: &str) -> Result<FormName, String> {
    if text == "overdue" {
        return Ok(FormName::Overdue);
    }
    serde_json::from_value(text.into()).map(FormName::Of).map_err(|_| {
        "one of application, receipt, delivery, refund, internal, label, quote, decision, report, overdue, parcels, differences, blank"
            .to_owned()
    })
}

/// The day a demonstration is made for.
pub(crate) fn today() -> NaiveDate {
    SystemClock.now().date_naive()
}
