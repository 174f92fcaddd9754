//! The station: one installation with its store, its packs and its ports. Opening it, setting it up, and
//! what this machine's user has chosen.

use crate::board;
use crate::calendar::{self, Calendars};
use crate::came_back;
use crate::commands::Written;
use crate::custody;
use crate::error::AppError;
use crate::policy::InUse;
use crate::ports::Ports;
use crate::session::SignedIn;
use crate::sheet::OpenFiles;
use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;
use nightbench_calendar::{Calendar, CalendarStatus};
use nightbench_domain::cycle::Cycle;
use nightbench_domain::id::{CentreCode, StationId, TxnId};
use nightbench_domain::intake::default_accessories;
use nightbench_domain::rma::Series;
use nightbench_domain::unit::ProductClass;
use nightbench_eligibility::Packs;
use nightbench_store::{
    Act, Entropy, Noun, Opening, Salvage, Source, Store, Tx, backup, is_there, journal, place, settings,
    station,
};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use ts_rs::TS;

pub use crate::data_dir::default_data_dir;
pub use nightbench_store::settings::CentreCard;

/// A station at work. Shared between threads by reference.
pub struct App {
    pub(crate) store: Store,
    packs: RwLock<InUse>,
    calendars: RwLock<Calendars>,
    pub(crate) ports: Ports,
    pub(crate) files: OpenFiles,
    pub(crate) signed_in: SignedIn,
    pub(crate) forecast: board::InUse,
    salvaged: Option<Salvage>,
}

/// What a station is, once it has been set up, and what a person should know about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Station {
    /// The centre and the number series; absent until `station_init`.
    pub identity: Option<Identity>,
    /// The centre as it stands on paper and in the title.
    pub centre: CentreCard,
    /// The civil date at the centre.
    pub today: NaiveDate,
    /// Program version.
    pub version: String,
    /// The policy pack in force for goods bought today.
    pub policy: PackName,
    /// Countries with a working-day calendar, by two-letter code.
    pub countries: Vec<String>,
    /// Codes of `notice-*` messages a person should read: `salvaged`, `centre_incomplete`, `pack_set_aside`,
    /// `clock_behind`, `calendar_unpublished`.
    pub notices: Vec<String>,
    /// Operations that no other machine has yet, without those that setting up wrote by itself.
    pub unsynced: u64,
    /// Whether the station has a line to HQ.
    pub has_line: bool,
    /// What each class's accessory checklist starts with.
    pub accessories: Vec<Checklist>,
}

/// The accessories that belong to a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Checklist {
    /// The class.
    pub product_class: ProductClass,
    /// Codes, in the order they are looked for.
    pub items: Vec<String>,
}

/// Who this station is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Identity {
    /// The centre's code.
    pub centre: CentreCode,
    /// The series its RMA numbers carry.
    pub series: Series,
}

/// Which pack answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackName {
    /// The pack's id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its hash, hexadecimal.
    pub hash: String,
}

/// The request of `station_init`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Init {
    /// The centre's code, such as CD01.
    pub centre: String,
}

/// The commitment is made under Chinese law: its periods roll by Chinese rest days (Civil Code art. 203).
pub(crate) const LAW_COUNTRY: &str = "CN";

impl App {
    /// Opens the station of a data directory, making the directory when it is not there.
    ///
    /// # Errors
    /// When another program has it open, the store is of a newer program, its key is missing, or the machine
    /// refuses; nothing is changed then. `Pack` when a shipped pack is damaged.
    pub fn open(data: &Path, ports: Ports) -> Result<Self, AppError> {
        let opening = Opening { at_ms: ports.clock.now().timestamp_millis(), entropy: entropy(&ports) };
        let opened = Store::open(data, opening)?;
        Self::assemble(opened.store, opened.salvaged, ports)
    }

    /// Opens the station of a data directory; a directory without one is left as it is.
    ///
    /// # Errors
    /// `NotInitialised` where there is no station; else as [`open`](Self::open).
    pub fn open_existing(data: &Path, ports: Ports) -> Result<Self, AppError> {
        if is_there(data) { Self::open(data, ports) } else { Err(AppError::NotInitialised) }
    }

    /// A station that lives as long as this value, for tests: the same code, no file.
    ///
    /// # Errors
    /// `Pack` when a shipped pack is damaged.
    pub fn memory(ports: Ports) -> Result<Self, AppError> {
        Self::assemble(Store::memory(entropy(&ports))?, None, ports)
    }

    fn assemble(store: Store, salvaged: Option<Salvage>, ports: Ports) -> Result<Self, AppError> {
        let app = Self {
            packs: RwLock::new(InUse::of(&store)?),
            calendars: RwLock::new(Calendars::of(&store)?),
            store,
            ports,
            files: OpenFiles::default(),
            signed_in: SignedIn::default(),
            forecast: board::InUse::default(),
            salvaged,
        };
        custody::settle(&app)?;
        calendar::settle(&app)?;
        came_back::note(&app)?;
        Ok(app)
    }

    /// Whether the records were damaged when they were opened, and what could be read was taken over.
    #[must_use]
    pub const fn is_salvaged(&self) -> bool {
        self.salvaged.is_some()
    }

    /// The packs in use.
    pub(crate) fn packs(&self) -> Arc<Packs> {
        self.with_packs(|in_use| Arc::clone(&in_use.packs))
    }

    /// Looks at the packs in use.
    pub(crate) fn with_packs<T>(&self, look: impl FnOnce(&InUse) -> T) -> T {
        look(&self.packs.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes up other packs. Nobody holds those in use while waiting for the write door: who has the door may ask for them.
    pub(crate) fn serve(&self, packs: InUse) {
        *self.packs.write().unwrap_or_else(PoisonError::into_inner) = packs;
    }

    /// The station's clock, milliseconds since 1970 UTC.
    pub(crate) fn now_ms(&self) -> i64 {
        self.ports.clock.now().timestamp_millis()
    }

    /// The civil date at the centre.
    pub(crate) fn today(&self) -> Result<NaiveDate, AppError> {
        self.today_of(&self.store)
    }

    /// The civil date at the centre, also inside a write, which may ask nothing but its own transaction.
    pub(crate) fn today_of(&self, source: &impl Source) -> Result<NaiveDate, AppError> {
        Ok(self.ports.clock.now().with_timezone(&zone_of(source)?).date_naive())
    }

    /// The civil date at the centre of an instant, milliseconds since 1970 UTC.
    pub(crate) fn day_of(&self, at_ms: i64) -> Result<NaiveDate, AppError> {
        Ok(self.local(at_ms)?.date_naive())
    }

    /// The centre's time zone.
    pub(crate) fn zone(&self) -> Result<Tz, AppError> {
        zone_of(&self.store)
    }

    /// An instant in the centre's zone, for paper.
    pub(crate) fn local(&self, at_ms: i64) -> Result<DateTime<chrono::FixedOffset>, AppError> {
        let instant = DateTime::from_timestamp_millis(at_ms).unwrap_or_default();
        Ok(instant.with_timezone(&self.zone()?).fixed_offset())
    }

    /// The calendar of an intake, or of the centre.
    pub(crate) fn calendar(&self, country: Option<&str>) -> Result<Arc<Calendar>, AppError> {
        self.calendar_of(&self.store, country)
    }

    /// The same, also inside a write.
    pub(crate) fn calendar_of(
        &self,
        source: &impl Source,
        country: Option<&str>,
    ) -> Result<Arc<Calendar>, AppError> {
        let centre =
            country.map_or_else(|| Ok(settings::centre_card(source)?.country), |it| Ok(it.to_owned()));
        centre.map(|country| self.calendars().calendar(&country))
    }

    /// The calendar by which the periods of the commitment roll: the one of its law.
    pub(crate) fn law_calendar(&self) -> Arc<Calendar> {
        self.calendars().calendar(LAW_COUNTRY)
    }

    /// The calendars in use.
    pub(crate) fn calendars(&self) -> Calendars {
        self.calendars.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes up other calendars.
    pub(crate) fn follow(&self, calendars: Calendars) {
        *self.calendars.write().unwrap_or_else(PoisonError::into_inner) = calendars;
    }

    /// Writes records as whoever is signed in, else as this machine's user.
    pub(crate) fn write<T>(
        &self,
        write: impl FnOnce(&Tx<'_>) -> Result<T, AppError>,
    ) -> Result<Written<T>, AppError> {
        let actor = self.actor()?;
        let act = Act { actor: &actor, at_ms: self.now_ms(), txn: TxnId::new(self.ports.ids.uuid()) };
        let committed = self.store.transact(act, write)?;
        Ok(Written { value: committed.value, changes: committed.changes })
    }

    /// Does what a write would do on a copy of what `about` names: what it would change, found out by doing it, while
    /// others go on writing.
    pub(crate) fn rehearse<T>(
        &self,
        about: &[Noun],
        write: impl FnOnce(&Tx<'_>) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let act = Act { actor: "rehearsal", at_ms: self.now_ms(), txn: TxnId::new(self.ports.ids.uuid()) };
        self.store.rehearse(act, about, write)
    }

    /// Writes what is no record: drafts, settings of this machine.
    pub(crate) fn write_local<T>(
        &self,
        write: impl FnOnce(&Tx<'_>) -> Result<T, AppError>,
    ) -> Result<Written<T>, AppError> {
        let committed = self.store.transact_local(write)?;
        Ok(Written { value: committed.value, changes: committed.changes })
    }
}

fn entropy(ports: &Ports) -> Entropy {
    let ids = Arc::clone(&ports.ids);
    Entropy::new(move |bytes| ids.fill(bytes))
}

/// How far a clock may be behind the last record before it is told: what setting it right by a few minutes does.
const CLOCK_SLACK_MS: i64 = 10 * 60 * 1000;

/// Whether this machine's clock is behind the newest record, by more than setting it right does.
pub(crate) fn is_clock_behind(app: &App) -> Result<bool, AppError> {
    Ok(journal::newest_at(&app.store)?.is_some_and(|newest| app.now_ms() + CLOCK_SLACK_MS < newest))
}

pub(crate) fn get(app: &App, (): ()) -> Result<Station, AppError> {
    let stored = station::station(&app.store)?;
    let today = app.today()?;
    let mut notices = Vec::new();
    if app.is_salvaged() {
        notices.push("salvaged".to_owned());
    }
    let centre = settings::centre_card(&app.store)?;
    let is_blank = |text: &str| text.trim().is_empty();
    let lacks_address = is_blank(&centre.address_zh) && is_blank(&centre.address_en);
    if stored.is_some() && (lacks_address || is_blank(&centre.phone)) {
        notices.push("centre_incomplete".to_owned());
    }
    if is_clock_behind(app)? {
        notices.push("clock_behind".to_owned());
    }
    let cycle_today = Cycle::of(&*app.calendar(None)?, today);
    if stored.is_some() && cycle_today.calendar_status == CalendarStatus::Provisional {
        notices.push("calendar_unpublished".to_owned());
    }
    let accessories = ProductClass::ALL
        .map(|product_class| Checklist {
            product_class,
            items: default_accessories(product_class).iter().map(|item| (*item).to_owned()).collect(),
        })
        .to_vec();
    if app.with_packs(InUse::misses_a_pack) {
        notices.push("pack_set_aside".to_owned());
    }
    let packs = app.packs();
    let policy = packs.choose(Some(today)).reference();
    Ok(Station {
        identity: stored.map(|stored| Identity { centre: stored.centre, series: stored.series }),
        centre,
        today,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        policy: PackName {
            id: policy.id.clone(),
            version: policy.version.clone(),
            hash: policy.hash.clone(),
        },
        countries: Calendar::countries(),
        notices,
        unsynced: journal::waiting(&app.store)?,
        has_line: nightbench_store::line::is_enrolled(&app.store)?,
        accessories,
    })
}

pub(crate) fn init(app: &App, request: Init) -> Result<Written<Station>, AppError> {
    let centre = CentreCode::parse(&request.centre)?;
    let id = StationId::new(app.ports.ids.uuid());
    let written = app.write(|tx| {
        station::init(tx, id, &centre)?;
        Ok(place::begin(tx)?)
    })?;
    Ok(Written { value: get(app, ())?, changes: written.changes })
}

pub(crate) fn describe(app: &App, mut card: CentreCard) -> Result<Written<Station>, AppError> {
    card.zone.parse::<Tz>().map_err(|_| AppError::UnknownZone)?;
    let known = Calendar::of(&card.country).country();
    if !Calendar::countries().iter().any(|country| country == known) {
        return Err(AppError::UnknownCalendar);
    }
    known.clone_into(&mut card.country);
    if settings::centre_card(&app.store)? == card {
        return Ok(Written { value: get(app, ())?, changes: nightbench_store::Changes::default() });
    }
    let written = app.write(|tx| Ok(settings::describe_centre(tx, &card)?))?;
    calendar::settle(app)?;
    Ok(Written { value: get(app, ())?, changes: written.changes })
}

/// A restored station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The number series it counts in from now on; empty when the backup holds no station.
    pub series: String,
    /// Where what was there before is kept.
    pub replaced: Option<PathBuf>,
}

/// Puts a backup into a data directory that no program has open. What was there is moved aside, never deleted.
///
/// # Errors
/// When the directory is in use, or the file is damaged or no backup; nothing is changed then.
pub fn restore(data: &Path, file: &Path, ports: &Ports) -> Result<Restored, AppError> {
    let opening = Opening { at_ms: ports.clock.now().timestamp_millis(), entropy: entropy(ports) };
    let restored = backup::restore(file, data, &opening)?;
    Ok(Restored {
        series: restored.series.map(String::from).unwrap_or_default(),
        replaced: restored.replaced,
    })
}

fn zone_of(source: &impl Source) -> Result<Tz, AppError> {
    settings::centre_card(source)?.zone.parse().map_err(|_| AppError::UnknownZone)
}
