//! Runs a test on SQLite and on PostgreSQL, with a clock and randomness of its own.

use crate::postgres;
use chrono::{DateTime, TimeDelta, Utc};
use nightbench_domain::id::CentreCode;
use nightbench_hq::error::HqError;
use nightbench_hq::outside::Outside;
use nightbench_hq::store::{self, Place, Store};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use tempfile::TempDir;

/// Headquarters of one test.
pub(crate) struct Hq {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) outside: Arc<Fixed>,
    pub(crate) data: PathBuf,
    pub(crate) url: Option<String>,
    _folder: TempDir,
}

impl Hq {
    /// On an empty database; SQLite where no address is given.
    pub(crate) async fn open(url: Option<String>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().to_owned();
        let store = store::open(url.as_deref().map_or(Place::Folder(&data), Place::Postgres)).await.unwrap();
        Self { store, outside: Arc::new(Fixed::default()), data, url, _folder: folder }
    }

    /// Where its records are.
    pub(crate) fn place(&self) -> Place<'_> {
        self.url.as_deref().map_or(Place::Folder(&self.data), Place::Postgres)
    }
}

/// Runs the test on each.
pub(crate) async fn on_both(test: impl AsyncFn(Hq)) {
    test(Hq::open(None).await).await;
    test(Hq::open(Some(postgres::database())).await).await;
}

pub(crate) fn centre(code: &str) -> CentreCode {
    CentreCode::parse(code).unwrap()
}

/// A clock that a test sets, and random bytes that never repeat.
pub(crate) struct Fixed {
    seconds: AtomicI64,
    drawn: AtomicU64,
}

impl Default for Fixed {
    /// 2026-03-02 10:00 in Chengdu.
    fn default() -> Self {
        Self { seconds: AtomicI64::new(1_772_416_800), drawn: AtomicU64::new(0) }
    }
}

impl Fixed {
    pub(crate) fn pass(&self, time: TimeDelta) {
        self.seconds.fetch_add(time.num_seconds(), Ordering::Relaxed);
    }
}

impl Outside for Fixed {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.seconds.load(Ordering::Relaxed), 0).unwrap()
    }

    fn random(&self) -> Result<[u8; 32], HqError> {
        let count = self.drawn.fetch_add(1, Ordering::Relaxed);
        Ok(*blake3::hash(&count.to_le_bytes()).as_bytes())
    }
}
