//! Text tables: finding the encoding and the separator, and reading rows while the bytes are decoded piece by piece.

use super::{FileProblem, Row};
use encoding_rs::{Decoder, DecoderResult, Encoding};
use std::cell::RefCell;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::rc::Rc;

/// How many bytes are decoded at a time.
const PIECE_BYTES: usize = 32 * 1024;

/// How a text file is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Format {
    /// `UTF-8`, `UTF-16` or `GB18030`.
    pub(super) name: &'static str,
    /// What stands between cells.
    pub(super) separator: u8,
    encoding: &'static Encoding,
}

impl Format {
    /// Recognises a text file.
    pub(super) fn of(bytes: &[u8]) -> Result<Self, FileProblem> {
        let (encoding, name) = match Encoding::for_bom(bytes) {
            Some((encoding, _)) if encoding == encoding_rs::UTF_8 => (encoding, "UTF-8"),
            Some((encoding, _)) => (encoding, "UTF-16"),
            None if std::str::from_utf8(bytes).is_ok() => (encoding_rs::UTF_8, "UTF-8"),
            None => (encoding_rs::GB18030, "GB18030"),
        };
        let mut beginning = Vec::new();
        let decoded = Decoded::new(bytes, encoding).take(PIECE_BYTES as u64).read_to_end(&mut beginning);
        decoded.map_err(|_| FileProblem::Unreadable)?;
        let beginning = String::from_utf8_lossy(&beginning);
        // Control characters never stand in a table; they show that a binary file was chosen.
        let is_odd = |c: char| c.is_control() && !matches!(c, '\t' | '\r' | '\n');
        if beginning.chars().take(4_096).any(is_odd) {
            return Err(FileProblem::Unreadable);
        }
        Ok(Self { name, separator: separator_of(&beginning), encoding })
    }

    /// Shows every row that is not blank, with the number an editor shows.
    pub(super) fn rows(
        &self,
        bytes: &[u8],
        mut visit: impl FnMut(Row) -> ControlFlow<()>,
    ) -> Result<(), FileProblem> {
        let lines = Rc::new(RefCell::new(Lines::default()));
        let text = Counted { text: Decoded::new(bytes, self.encoding), lines: Rc::clone(&lines) };
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(self.separator)
            .flexible(true)
            .has_headers(false)
            .trim(csv::Trim::All)
            .buffer_capacity(PIECE_BYTES)
            .from_reader(text);
        let mut record = csv::StringRecord::new();
        while reader.read_record(&mut record).map_err(|_| FileProblem::Unreadable)? {
            let at = record.position().map_or(0, csv::Position::byte);
            let number = lines.borrow_mut().number_at(at);
            let row = Row::unless_blank(number, record.iter().map(str::to_owned).collect());
            if row.is_some_and(|row| visit(row).is_break()) {
                break;
            }
        }
        Ok(())
    }
}

/// The separator that stands most often, outside quotes, in the first lines.
fn separator_of(text: &str) -> u8 {
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0), (b'|', 0)];
    let mut quoted = false;
    for byte in text.lines().take(10).flat_map(str::bytes) {
        if byte == b'"' {
            quoted = !quoted;
        } else if !quoted {
            for (separator, count) in &mut counts {
                *count += usize::from(*separator == byte);
            }
        }
    }
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(separator, _)| *separator)
}

/// Bytes of any encoding as UTF-8, decoded as they are asked for. A byte that no text of the encoding has is an error.
struct Decoded<'a> {
    bytes: &'a [u8],
    decoder: Decoder,
    piece: Vec<u8>,
    given: usize,
    is_ended: bool,
}

impl<'a> Decoded<'a> {
    fn new(bytes: &'a [u8], encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_with_bom_removal();
        Self { bytes, decoder, piece: Vec::new(), given: 0, is_ended: false }
    }

    /// Decodes the next piece.
    fn decode(&mut self) -> io::Result<()> {
        self.piece.resize(PIECE_BYTES, 0);
        let (result, read, written) =
            self.decoder.decode_to_utf8_without_replacement(self.bytes, &mut self.piece, true);
        self.bytes = self.bytes.get(read..).unwrap_or_default();
        self.piece.truncate(written);
        self.given = 0;
        match result {
            DecoderResult::InputEmpty => self.is_ended = true,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => return Err(io::ErrorKind::InvalidData.into()),
        }
        Ok(())
    }
}

impl Read for Decoded<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.given == self.piece.len() && !self.is_ended {
            self.decode()?;
        }
        let mut rest = self.piece.get(self.given..).unwrap_or_default();
        let given = rest.read(into)?;
        self.given += given;
        Ok(given)
    }
}

/// The text on its way to the table reader, which does not count the blank lines it skips.
struct Counted<'a> {
    text: Decoded<'a>,
    lines: Rc<RefCell<Lines>>,
}

impl Read for Counted<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.text.read(into)?;
        self.lines.borrow_mut().pass(into.get(..read).unwrap_or_default());
        Ok(read)
    }
}

/// Line numbers as an editor shows them, of the places where something begins: the first sign of a line that is no
/// line end. Only those the table reader has not come to are kept: at most what one of its buffers holds.
#[derive(Default)]
struct Lines {
    /// How many bytes passed.
    passed: u64,
    /// Line ends among them.
    ends: u32,
    /// Whether the next sign begins a line.
    is_within: bool,
    /// Where lines with something on them begin, with their numbers, in order.
    begun: std::collections::VecDeque<(u64, u32)>,
    /// The number of the newest line that was asked for.
    number: u32,
}

impl Lines {
    fn pass(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            match byte {
                b'\n' => {
                    self.ends += 1;
                    self.is_within = false;
                }
                b'\r' => {}
                _ if !self.is_within => {
                    self.begun.push_back((self.passed, self.ends + 1));
                    self.is_within = true;
                }
                _ => {}
            }
            self.passed += 1;
        }
    }

    /// The line of the first sign at or after a byte that is no line end; bytes come in ascending order.
    fn number_at(&mut self, byte: u64) -> u32 {
        while let Some((begins, number)) = self.begun.front().copied() {
            self.number = number;
            if begins >= byte {
                break;
            }
            self.begun.pop_front();
        }
        self.number
    }
}
