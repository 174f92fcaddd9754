//! Looks whether the records are what was written: the database itself, every operation against its hash, its chain and
//! its place, and the merged state against what follows from the stream. It mends nothing.

use crate::centre::{self, Centre};
use crate::error::HqError;
use crate::store::{Access, Store, Tx};
use crate::{conflict, op, origin, quarantine, stream};
use nightbench_domain::id::StationId;
use nightbench_domain::operation::{Epoch, Operation, OperationHash};
use nightbench_sync::entity::{Entity, moved};
use nightbench_sync::hex::Hex;
use nightbench_sync::wire::{Committed, ContentHash};
use serde::Serialize;
use std::collections::BTreeMap;
use uuid::Uuid;

const PAGE: u64 = 1000;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// As it should be.
    Ok,
    /// A person should look at it.
    Warn,
    /// The records are not what was written.
    Fail,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// How bad it is.
    pub level: Level,
    /// Whose; none = of the whole database.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub centre: Option<String>,
    /// What was found, for whoever runs the server.
    pub message: String,
}

/// Looks at everything.
///
/// # Errors
/// When the database cannot be read.
pub async fn examine(store: &dyn Store) -> Result<Vec<Check>, HqError> {
    let ailments = store.ailments().await?;
    let mut checks: Vec<Check> = ailments.into_iter().map(|message| warn(None, message)).collect();
    for centre in centre::list(store).await? {
        // One view for all of it, so that stations may go on meanwhile.
        let mut tx = store.begin(Access::Read, Some(&centre.code)).await?;
        checks.push(walk(&mut tx, &centre).await?);
        for forked in origin::forked(&mut tx, &centre.code).await? {
            let (station, epoch) = (forked.station, String::from(forked.epoch));
            checks.push(warn(
                Some(&centre),
                format!("station {station} wrote chain {epoch} twice: two machines share its key, or it was set back"),
            ));
        }
        for (count, what) in [
            (quarantine::count(&mut tx, &centre.code).await?, "operations in quarantine"),
            (conflict::count(&mut tx, &centre.code).await?, "questions wait for a person"),
        ] {
            if count > 0 {
                checks.push(warn(Some(&centre), format!("{count} {what}")));
            }
        }
        tx.commit().await?;
    }
    Ok(checks)
}

/// What is carried along the stream.
#[derive(Default)]
struct Walk {
    place: u64,
    ends: BTreeMap<(StationId, Epoch), (u64, OperationHash)>,
    records: BTreeMap<Uuid, Entity>,
    content: Option<ContentHash>,
}

async fn walk(tx: &mut Tx, centre: &Centre) -> Result<Check, HqError> {
    let stream = stream::at(tx, &centre.code).await?;
    let mut walk = Walk::default();
    loop {
        let page = op::page(tx, &centre.code, walk.place, PAGE).await?;
        if page.is_empty() {
            break;
        }
        for committed in page {
            if let Err(fault) = walk.step(&committed) {
                return Ok(fail(centre, format!("operation {}: {fault}", walk.place + 1)));
            }
        }
    }
    if walk.place != stream.head {
        let (place, head) = (walk.place, stream.head);
        return Ok(fail(centre, format!("the stream ends at {place} and says it ends at {head}")));
    }
    for (&(station, epoch), &(seq, hash)) in &walk.ends {
        let end = origin::end(tx, &centre.code, station, epoch).await?;
        if (end.seq, end.hash) != (seq, hash) {
            return Ok(fail(
                centre,
                format!("the end of a chain of station {station} is not where its operations end"),
            ));
        }
    }
    if walk.content.unwrap_or(Hex([0; 32])).0 != stream.content_hash {
        return Ok(fail(centre, "the merged state is not what follows from the stream".to_owned()));
    }
    let message = format!("{} operations are what was written", walk.place);
    Ok(Check { level: Level::Ok, centre: Some(centre.code.to_string()), message })
}

impl Walk {
    fn step(&mut self, committed: &Committed) -> Result<(), &'static str> {
        if committed.commit_seq != self.place + 1 {
            return Err("it is missing");
        }
        let hash = OperationHash::of(committed.operation.as_bytes());
        let end = self.ends.entry((committed.station, committed.epoch)).or_insert((0, OperationHash::ZERO));
        if committed.seq != end.0 + 1 {
            return Err("its chain has a gap before it");
        }
        // One that cannot be read names none; the one after it names its hash.
        if let Ok(operation) = serde_json::from_str::<Operation>(&committed.operation) {
            if operation.prev_hash != end.1 {
                return Err("it does not follow the one before it in its chain");
            }
            let record = self.records.entry(operation.entity).or_default();
            let before = record.content_hash(operation.entity);
            record.apply(&operation, hash, &committed.verdict);
            let after = record.content_hash(operation.entity);
            self.content = Some(moved(self.content.unwrap_or(Hex([0; 32])), before, after));
        }
        *end = (committed.seq, hash);
        self.place = committed.commit_seq;
        Ok(())
    }
}

fn warn(centre: Option<&Centre>, message: String) -> Check {
    Check { level: Level::Warn, centre: centre.map(|centre| centre.code.to_string()), message }
}

fn fail(centre: &Centre, message: String) -> Check {
    Check { level: Level::Fail, centre: Some(centre.code.to_string()), message }
}
