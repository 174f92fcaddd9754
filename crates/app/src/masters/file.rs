//! How rows of a file read as masters of a kind: what every kind shares. The columns and values of each kind are in the
//! file of its name.

use crate::sheet::{Cells, Column, Refused, RowFault, RowProblem, date_of, heading_key};
use chrono::NaiveDate;
use nightbench_domain::intake::default_accessories;
use nightbench_domain::master::Master;
use nightbench_domain::unit::ProductClass;
use nightbench_locale::Language;
use nightbench_store::Said;
use nightbench_store::master::Importing;

/// A master that files bring.
pub(super) trait MasterFile: Master {
    /// The columns its files may have, the key first.
    const COLUMNS: &'static [Column];

    /// A master that says no more than which one it is.
    fn named(cells: &Cells<'_>) -> Result<Self, RowFault>;

    /// Takes up what a row says. A column the file does not have says nothing; an empty cell says there is none.
    fn take_up(&mut self, cells: &Cells<'_>) -> Result<(), RowFault>;
}

/// Brings one row in.
pub(super) fn bring<M: MasterFile>(
    importing: &mut Importing<'_, '_>,
    cells: &Cells<'_>,
) -> Result<Said, Refused> {
    let named = M::named(cells)?;
    importing.say(cells.number(), &named.key(), |known: Option<&M>| {
        let mut master = known.cloned().unwrap_or(named);
        master.take_up(cells)?;
        Ok(master)
    })
}

impl Cells<'_> {
    /// The text a row is known by.
    pub(super) fn key(&self, field: &'static str) -> Result<String, RowFault> {
        let text = self.short(field, 80)?;
        if text.is_empty() { Err(RowFault { field, problem: RowProblem::NoKey }) } else { Ok(text) }
    }

    /// Takes up a text if the file has its column.
    pub(super) fn text_into(
        &self,
        field: &'static str,
        chars_max: usize,
        into: &mut String,
    ) -> Result<(), RowFault> {
        if self.said(field).is_some() {
            *into = self.short(field, chars_max)?;
        }
        Ok(())
    }

    /// Takes up a value if the file has its column.
    pub(super) fn value_into<T>(
        &self,
        field: &'static str,
        read: impl FnOnce(&str) -> Result<T, RowProblem>,
        into: &mut T,
    ) -> Result<(), RowFault> {
        if self.said(field).is_some() {
            *into = self.read(field, read)?;
        }
        Ok(())
    }
}

/// The parts of a cell that lists several: between semicolons or line feeds, blank ones left out.
pub(super) fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '；', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

/// The names of a list, each up to a length.
pub(super) fn names(text: &str) -> Result<Vec<String>, RowProblem> {
    parts(text)
        .map(|part| if part.chars().count() > 200 { Err(RowProblem::TooLong) } else { Ok(part.to_owned()) })
        .collect()
}

/// The accessory a name means: its code, or the name itself where no code is known by it.
pub(super) fn accessory(name: String) -> String {
    let key = heading_key(&name);
    let codes = ProductClass::ALL.into_iter().flat_map(|class| default_accessories(class).iter().copied());
    let mut known = codes.filter(|code| {
        let says = |language| {
            heading_key(&nightbench_locale::say(language, &format!("accessory-{code}"), &[])) == key
        };
        heading_key(code) == key || says(Language::ZhCn) || says(Language::En)
    });
    known.next().map_or(name, str::to_owned)
}

/// A date that must be there.
pub(super) fn date(text: &str) -> Result<NaiveDate, RowProblem> {
    date_of(text).ok_or(RowProblem::NotADate)
}

/// That one date does not stand after another.
pub(super) fn in_order(
    first: Option<NaiveDate>,
    field: &'static str,
    last: Option<NaiveDate>,
) -> Result<(), RowFault> {
    match (first, last) {
        (Some(first), Some(last)) if first > last => Err(RowFault { field, problem: RowProblem::DateOrder }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{accessory, parts};

    #[test]
    fn an_accessory_is_known_by_its_code_and_by_its_word_in_both_languages() {
        for (name, code) in
            [("battery", "battery"), ("Data cable", "data_cable"), ("电池", "battery"), ("遮光罩", "遮光罩")]
        {
            assert_eq!(accessory(name.to_owned()), code, "{name}");
        }
    }

    #[test]
    fn lists_read_as_people_write_them() {
        assert_eq!(parts(" a; b；；c\nd ").collect::<Vec<_>>(), ["a", "b", "c", "d"]);
    }
}
