//! The sample sales register that ships with the program's demonstration, as a file somebody brings.

use nightbench_tests::programs::Cli;
use std::path::Path;

/// One row of it.
#[derive(Debug, Clone)]
pub(crate) struct Unit {
    pub(crate) serial: String,
    pub(crate) model: String,
}

/// The file's rows.
#[derive(Debug)]
pub(crate) struct Register {
    rows: Vec<Vec<String>>,
}

impl Register {
    /// Makes the file, in the format its name says: 5,000 units, the same ones every time.
    pub(crate) fn make(cli: &Cli, file: &Path) -> Self {
        let plain = file.with_file_name("plain.csv");
        for file in [file, &plain] {
            cli.does(
                &["demo", "--units", "5000", "--seed", "7", "--register", &file.display().to_string()],
                "",
            );
        }
        let text = std::fs::read_to_string(plain).unwrap();
        let rows = text
            .lines()
            .map(|row| row.split(',').map(str::to_owned).collect::<Vec<_>>())
            .filter(|row| row.len() == 9);
        Self { rows: rows.collect() }
    }

    /// The complete device sold last, among the clean ones: surely inside its warranty.
    pub(crate) fn newest_device(&self) -> Unit {
        let row = self
            .clean_devices()
            .max_by_key(|row| &row[4])
            .unwrap_or_else(|| panic!("no clean row among {}", self.rows.len()));
        Unit { serial: row[0].clone(), model: row[1].clone() }
    }

    /// The serials of some complete devices whose rows are clean.
    pub(crate) fn devices(&self, count: usize) -> Vec<String> {
        self.clean_devices().take(count).map(|row| row[0].clone()).collect()
    }

    /// Complete devices whose rows are as clean as rows should be and whose serial stands in the file once.
    fn clean_devices(&self) -> impl Iterator<Item = &Vec<String>> {
        let serials = |serial: &str| self.rows.iter().filter(|row| row[0].trim() == serial).count();
        self.rows.iter().filter(move |row| {
            let is_tidy = row.iter().all(|cell| cell.trim() == cell) && row[0].is_ascii() && is_date(&row[4]);
            is_tidy && row[2] == "整机" && row[5] == "正常" && !row[8].is_empty() && serials(&row[0]) == 1
        })
    }
}

/// Whether a cell is a date as the standard writes it, 2026-03-09.
fn is_date(cell: &str) -> bool {
    cell.len() == 10
        && cell.char_indices().all(|(at, c)| if at == 4 || at == 7 { c == '-' } else { c.is_ascii_digit() })
}
