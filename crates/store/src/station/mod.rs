//! This installation: its centre, its chain of operations, its series of RMA numbers. Not the centre's card
//! (settings/) and not other stations.

use crate::Source;
use crate::entropy::Entropy;
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, count, damaged, decode, one, parse, run};
use crate::transact::Tx;
use nightbench_domain::id::{CentreCode, StationId};
use nightbench_domain::operation::{Epoch, OperationHash};
use nightbench_domain::rma::{RmaNumber, Series};
use rusqlite::{Connection, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The installation this store belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Station {
    /// Its id, the same for life; a restore keeps it.
    pub id: StationId,
    /// The centre it belongs to.
    pub centre: CentreCode,
    /// The series in which it gives RMA numbers now.
    pub series: Series,
    /// The count its next RMA number takes.
    pub counter: u32,
    /// The epoch of its chain.
    #[ts(type = "string")]
    pub epoch: Epoch,
    /// When it was initialised, milliseconds UTC.
    #[ts(type = "number")]
    pub created_at: i64,
}

/// Why a chain begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beginning {
    /// The station is new.
    Init,
    /// A backup was restored: what the station wrote after it is in another chain somewhere.
    Restore,
    /// A damaged file was salvaged: some operations may be lost.
    Salvage,
    /// HQ has operations of another machine in its chain, or more than is here: a disk was copied or set back.
    Fork,
}

impl Beginning {
    /// As a reason of a chain.
    const fn code(self) -> &'static str {
        match self {
            Self::Init => "init",
            Self::Restore | Self::Fork => "restore",
            Self::Salvage => "salvage",
        }
    }

    const fn kind(self) -> &'static str {
        match self {
            Self::Init => "station.init",
            Self::Restore => "station.restore",
            Self::Salvage => "station.salvage",
            Self::Fork => "station.fork",
        }
    }
}

/// Makes this store the station of a centre: draws its series and its epoch.
///
/// # Errors
/// `AlreadyInitialised` when it is a station already.
pub fn init(tx: &Tx<'_>, id: StationId, centre: &CentreCode) -> Result<Station, StoreError> {
    if station(tx)?.is_some() {
        return Err(StoreError::AlreadyInitialised);
    }
    let at_ms = tx.act.map(|act| act.at_ms).unwrap_or_default();
    let (chain, series) = begin(tx.connection, tx.entropy, id, Beginning::Init, at_ms)?;
    run(
        tx.connection,
        include_str!("init.sql"),
        named_params! {":id": id.to_string(), ":centre": centre.as_str(), ":series": series.as_str(),
        ":chain": chain, ":created_at": at_ms},
    )?;
    let fields = vec![("centre", centre.as_str().into()), ("series", series.as_str().into())];
    tx.append("station.init", 1, id.uuid(), fields)?;
    station(tx)?.ok_or(StoreError::NotInitialised)
}

/// The station, or `None` before it was initialised.
///
/// # Errors
/// When the database cannot be read.
pub fn station(source: &impl Source) -> Result<Option<Station>, StoreError> {
    source.read(read)
}

/// The next RMA number that no unit and no authorisation has: another station's number, taken over on receipt, may
/// stand in the way once in 12 million. It is used up when the transaction commits, not before.
///
/// # Errors
/// `NotInitialised` before there is a series.
pub fn next_rma(tx: &Tx<'_>) -> Result<RmaNumber, StoreError> {
    loop {
        let taken = one(tx.connection, include_str!("take_count.sql"), [], |row| {
            let taken = u32::try_from(row.get::<_, i64>("taken")?).map_err(|_| damaged("counter"))?;
            Ok(RmaNumber::new(&decode(row, "centre")?, &decode(row, "series")?, taken))
        })?;
        let rma = taken.ok_or(StoreError::NotInitialised)?;
        let params = named_params! {":rma": rma.as_str()};
        let is_taken = one(tx.connection, include_str!("is_number_taken.sql"), params, |row| {
            Ok(row.get::<_, bool>("is_taken")?)
        })?;
        if is_taken != Some(true) {
            return Ok(rma);
        }
    }
}

/// Begins a new chain and series for the station a restored or salvaged store belongs to, and journals why.
pub(crate) fn begin_again(
    tx: &Tx<'_>,
    beginning: Beginning,
    at_ms: i64,
    fields: Vec<(&str, New)>,
) -> Result<(), StoreError> {
    let Some(station) = station(tx)? else { return Ok(()) };
    let (chain, series) = begin(tx.connection, tx.entropy, station.id, beginning, at_ms)?;
    run(
        tx.connection,
        include_str!("begin_again.sql"),
        named_params! {":series": series.as_str(), ":chain": chain},
    )?;
    let mut set = vec![
        ("series", series.as_str().into()),
        ("previous_series", station.series.as_str().into()),
        ("previous_epoch", String::from(station.epoch).into()),
    ];
    set.extend(fields);
    tx.append(beginning.kind(), 1, station.id.uuid(), set)?;
    Ok(())
}

/// Goes on in a new chain and with a new series of numbers: another machine writes in the old ones, or this one was set back.
///
/// # Errors
/// When the database refuses.
pub fn part(tx: &Tx<'_>) -> Result<(), StoreError> {
    begin_again(tx, Beginning::Fork, tx.at_ms(), Vec::new())
}

/// Draws an epoch and a series this store never used.
fn begin(
    connection: &Connection,
    entropy: &Entropy,
    station: StationId,
    beginning: Beginning,
    at_ms: i64,
) -> Result<(i64, Series), StoreError> {
    let epoch = Epoch(u64::from_be_bytes(entropy.bytes()));
    run(
        connection,
        include_str!("begin_chain.sql"),
        named_params! {":station": station.to_string(), ":epoch": String::from(epoch),
        ":zero": OperationHash::ZERO.as_bytes(), ":began_at": at_ms, ":reason": beginning.code()},
    )?;
    let chain = connection.last_insert_rowid();
    // Two draws agree once in 12 million; a source that always draws the same is broken and must not hang us.
    for _ in 0..100 {
        let series = Series::from_random(entropy.bytes());
        let first_at = named_params! {":series": series.as_str(), ":first_at": at_ms};
        if run(connection, include_str!("use_series.sql"), first_at)? == 1 {
            return Ok((chain, series));
        }
    }
    Err(StoreError::Operation { reason: "every drawn number series was used before" })
}

/// The station a connection finds.
pub(crate) fn read(connection: &Connection) -> Result<Option<Station>, StoreError> {
    one(connection, include_str!("station.sql"), [], |row| {
        Ok(Station {
            id: parse(row, "id")?,
            centre: decode(row, "centre")?,
            series: decode(row, "series")?,
            counter: u32::try_from(count(row, "counter")?).map_err(|_| damaged("counter"))?,
            epoch: decode(row, "epoch")?,
            created_at: row.get("created_at")?,
        })
    })
}

/// Every series this store ever counted in.
///
/// # Errors
/// When the database cannot be read.
pub fn series_used(source: &impl Source) -> Result<Vec<Series>, StoreError> {
    source
        .read(|connection| all(connection, include_str!("series_used.sql"), [], |row| decode(row, "series")))
}
