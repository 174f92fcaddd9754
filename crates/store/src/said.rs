//! What became of one row of a file that speaks of many records: the register and the masters are brought in row by
//! row, and a file of a million rows is never held as rows.

use nightbench_domain::id::ImportId;

/// A file that is brought in.
#[derive(Debug, Clone, Copy)]
pub struct ImportFile<'a> {
    /// Names the import.
    pub id: ImportId,
    /// The file's name, without its folder.
    pub name: &'a str,
    /// BLAKE3 of its bytes.
    pub hash: [u8; 32],
}

/// What a row did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// Its key was new.
    New,
    /// Its key is known and something of it changed.
    Changed,
    /// It said what is known already.
    Unchanged,
    /// An earlier row of the same file said the same.
    Repeated,
    /// An earlier row of the same file said something else; that row stands.
    Clash {
        /// The earlier row's number.
        row: u32,
    },
}

/// The rows of a file by what they did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) new: u64,
    pub(crate) changed: u64,
    pub(crate) unchanged: u64,
}

impl Counts {
    pub(crate) const fn add(&mut self, said: Said) {
        match said {
            Said::New => self.new += 1,
            Said::Changed => self.changed += 1,
            Said::Unchanged => self.unchanged += 1,
            Said::Repeated | Said::Clash { .. } => {}
        }
    }
}
