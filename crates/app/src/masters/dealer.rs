//! A file of dealers.

use super::file::{MasterFile, in_order};
use crate::sheet::{Cells, Column, RowFault, RowProblem, optional_date, yes_or_no};
use nightbench_domain::dealer::Dealer;
use nightbench_domain::serial::fold;
use std::collections::BTreeMap;

/// The names a file has said so far, each with the code it said it of.
#[derive(Default)]
pub(super) struct DealerNames(BTreeMap<String, String>);

impl DealerNames {
    /// Takes up a row's name. Desks and registers find a dealer by it, so it may not be another one's too.
    pub(super) fn hear(&mut self, cells: &Cells<'_>) -> Result<(), RowFault> {
        let (code, name) = (fold(cells.text("dealer_code")), fold(cells.text("dealer")));
        if name.is_empty() || *self.0.entry(name).or_insert_with(|| code.clone()) == code {
            return Ok(());
        }
        Err(RowFault { field: "dealer", problem: RowProblem::DuplicateName })
    }
}

impl MasterFile for Dealer {
    const COLUMNS: &'static [Column] = &[
        Column { name: "dealer_code", chinese: "经销商编码" },
        Column { name: "dealer", chinese: "经销商" },
        Column { name: "authorised_from", chinese: "授权开始" },
        Column { name: "authorised_to", chinese: "授权截止" },
        Column { name: "standing_consent", chinese: "长期同意" },
        Column { name: "consent_from", chinese: "同意开始" },
        Column { name: "terms", chinese: "合作条款" },
        Column { name: "contact", chinese: "联系人" },
    ];

    fn named(cells: &Cells<'_>) -> Result<Self, RowFault> {
        Ok(Self { code: cells.key("dealer_code")?, ..Self::default() })
    }

    fn take_up(&mut self, cells: &Cells<'_>) -> Result<(), RowFault> {
        cells.text_into("dealer", 200, &mut self.name)?;
        cells.value_into("authorised_from", optional_date, &mut self.authorised_from)?;
        cells.value_into("authorised_to", optional_date, &mut self.authorised_to)?;
        in_order(self.authorised_from, "authorised_to", self.authorised_to)?;
        // An empty cell is no consent: it is given expressly or not at all.
        let said = |text: &str| Ok(yes_or_no(text)?.unwrap_or(false));
        cells.value_into("standing_consent", said, &mut self.standing_consent)?;
        cells.value_into("consent_from", optional_date, &mut self.consent_from)?;
        cells.text_into("terms", 2_000, &mut self.terms)?;
        if cells.said("contact").is_some() {
            self.contact = cells.short("contact", 200)?.into();
        }
        Ok(())
    }
}
