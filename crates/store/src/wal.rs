//! Folding a write-ahead log into a copy of its database without opening either: when the first page is lost,
//! SQLite cannot, and the newest commits are in the log. Read as the file format document describes it; frames
//! after the first that does not verify, or after the last commit, are as SQLite would leave them.

use crate::connect::PAGE_BYTES;
use crate::error::StoreError;
use std::fs::File;
use std::io::{BufReader, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;

const HEADER_BYTES: usize = 32;
const FRAME_HEADER_BYTES: usize = 24;
/// Checksums over big-endian words; the same number without its last bit: little-endian.
const MAGIC_BIG: u32 = 0x377f_0683;

/// The running checksum of a log.
struct Checksum {
    is_big: bool,
    s0: u32,
    s1: u32,
}

impl Checksum {
    fn add(&mut self, bytes: &[u8]) {
        let word = |bytes: [u8; 4]| {
            if self.is_big { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) }
        };
        let (pairs, _) = bytes.as_chunks::<8>();
        for &[a, b, c, d, e, f, g, h] in pairs {
            self.s0 = self.s0.wrapping_add(word([a, b, c, d])).wrapping_add(self.s1);
            self.s1 = self.s1.wrapping_add(word([e, f, g, h])).wrapping_add(self.s0);
        }
    }

    fn is(&self, stored: (u32, u32)) -> bool {
        (self.s0, self.s1) == stored
    }
}

/// Writes every committed page of `log` into `database`. Returns how many pages; none when there is no log or
/// it was never of this database's page size.
pub(crate) fn fold(log: &Path, database: &mut File) -> Result<u64, StoreError> {
    let file = match File::open(log) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(0),
        Err(error) => return Err(StoreError::file("read the write-ahead log")(error)),
    };
    let mut log = BufReader::new(file);
    let mut header = [0; HEADER_BYTES];
    if !fill(&mut log, &mut header)? {
        return Ok(0);
    }
    let [magic, _version, page_bytes, _checkpoint, salt0, salt1, s0, s1] = words(header);
    let mut checksum = Checksum { is_big: magic == MAGIC_BIG, s0: 0, s1: 0 };
    checksum.add(header.first_chunk::<24>().unwrap_or(&[0; 24]));
    if magic & !1 != MAGIC_BIG & !1 || page_bytes != PAGE_BYTES || !checksum.is((s0, s1)) {
        return Ok(0);
    }
    let mut uncommitted: Vec<(u32, Vec<u8>)> = Vec::new();
    let mut written = 0;
    let mut frame = [0; FRAME_HEADER_BYTES];
    while fill(&mut log, &mut frame)? {
        let mut page = vec![0; PAGE_BYTES as usize];
        if !fill(&mut log, &mut page)? {
            break;
        }
        let [number, pages_after_commit, frame_salt0, frame_salt1, s0, s1] = words(frame);
        checksum.add(frame.first_chunk::<8>().unwrap_or(&[0; 8]));
        checksum.add(&page);
        if (frame_salt0, frame_salt1) != (salt0, salt1) || !checksum.is((s0, s1)) || number == 0 {
            break;
        }
        uncommitted.push((number, page));
        if pages_after_commit != 0 {
            for (number, page) in uncommitted.drain(..) {
                write_page(database, number, &page)?;
                written += 1;
            }
        }
    }
    Ok(written)
}

fn write_page(database: &mut File, number: u32, page: &[u8]) -> Result<(), StoreError> {
    let at = u64::from(number - 1) * u64::from(PAGE_BYTES);
    database
        .seek(SeekFrom::Start(at))
        .and_then(|_| database.write_all(page))
        .map_err(StoreError::file("write the working copy"))
}

/// Reads a whole buffer; false at the end of the file.
fn fill(from: &mut impl Read, buffer: &mut [u8]) -> Result<bool, StoreError> {
    match from.read_exact(buffer) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(StoreError::file("read the write-ahead log")(error)),
    }
}

/// The big-endian words of a header.
fn words<const BYTES: usize, const WORDS: usize>(header: [u8; BYTES]) -> [u32; WORDS] {
    let (chunks, _) = header.as_chunks::<4>();
    std::array::from_fn(|at| chunks.get(at).map_or(0, |word| u32::from_be_bytes(*word)))
}

#[cfg(test)]
mod tests {
    use super::fold;
    use rusqlite::Connection;
    use std::fs::{self, OpenOptions};
    use std::path::Path;
    use tempfile::TempDir;

    /// A database and its log as a power cut leaves them, after `commits` of one row each.
    fn crashed(commits: u32) -> TempDir {
        let (live, crashed) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let connection = Connection::open(live.path().join("a.db")).unwrap();
        connection.execute_batch("PRAGMA page_size = 4096; PRAGMA journal_mode = WAL;").unwrap();
        connection.execute_batch("CREATE TABLE t (n INTEGER, filler BLOB)").unwrap();
        for n in 0..commits {
            connection.execute("INSERT INTO t VALUES (?1, randomblob(3000))", [n]).unwrap();
        }
        for name in ["a.db", "a.db-wal"] {
            fs::copy(live.path().join(name), crashed.path().join(name)).unwrap();
        }
        crashed
    }

    /// How many rows the database has after its log was folded in and taken away.
    fn rows_after_folding(directory: &Path) -> u32 {
        let database = directory.join("a.db");
        let mut file = OpenOptions::new().write(true).open(&database).unwrap();
        assert!(fold(&directory.join("a.db-wal"), &mut file).unwrap() > 0);
        fs::remove_file(directory.join("a.db-wal")).unwrap();
        let connection = Connection::open(database).unwrap();
        let sound: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(sound, "ok");
        connection.query_row("SELECT count(*) FROM t", [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn a_folded_log_gives_what_sqlite_would_have_read() {
        assert_eq!(rows_after_folding(crashed(25).path()), 25);
    }

    #[test]
    fn what_follows_a_damaged_frame_is_left_out_as_sqlite_leaves_it_out() {
        let crashed = crashed(25);
        let log = crashed.path().join("a.db-wal");
        let mut bytes = fs::read(&log).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&log, &bytes).unwrap();
        let copy = TempDir::new().unwrap();
        for name in ["a.db", "a.db-wal"] {
            fs::copy(crashed.path().join(name), copy.path().join(name)).unwrap();
        }
        let sqlite = Connection::open(copy.path().join("a.db")).unwrap();
        let expected: u32 = sqlite.query_row("SELECT count(*) FROM t", [], |row| row.get(0)).unwrap();
        assert!((1..25).contains(&expected));
        assert_eq!(rows_after_folding(crashed.path()), expected);
    }
}
