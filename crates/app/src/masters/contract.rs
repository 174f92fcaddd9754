//! A file of contracts.

use super::file::{MasterFile, names, parts};
use crate::sheet::{Cells, Column, RowFault, RowProblem, optional_date, sale_kind_of, whole, yes_or_no};
use nightbench_domain::contract::{Contract, SerialRange};
use nightbench_domain::serial::SerialNumber;

/// The longest period a contract can state, in months; as the engine's facts have it.
const MONTHS_MAX: u32 = 1_200;
/// The longest window a contract can state, in days; as the engine's facts have it.
const DAYS_MAX: u32 = 36_500;

impl MasterFile for Contract {
    const COLUMNS: &'static [Column] = &[
        Column { name: "contract", chinese: "合同编号" },
        Column { name: "buyer", chinese: "买方" },
        Column { name: "signed_on", chinese: "签订日期" },
        Column { name: "models", chinese: "适用型号" },
        Column { name: "serials", chinese: "适用序列号" },
        Column { name: "sale_kind", chinese: "销售类型" },
        Column { name: "unit_months", chinese: "整机保修月数" },
        Column { name: "part_months", chinese: "部件保修月数" },
        Column { name: "return_days", chinese: "退货天数" },
        Column { name: "exchange_days", chinese: "换货天数" },
        Column { name: "period_starts_on", chinese: "起算日期" },
        Column { name: "special_price_return", chinese: "特价可退" },
        Column { name: "covers_borrowed", chinese: "含借用" },
        Column { name: "fee_inside_warranty", chinese: "保内收费" },
        Column { name: "price_proof", chinese: "特价凭证" },
    ];

    fn named(cells: &Cells<'_>) -> Result<Self, RowFault> {
        Ok(Self { number: cells.key("contract")?, ..Self::default() })
    }

    fn take_up(&mut self, cells: &Cells<'_>) -> Result<(), RowFault> {
        if cells.said("buyer").is_some() {
            self.buyer = cells.short("buyer", 200)?.into();
        }
        cells.value_into("signed_on", optional_date, &mut self.signed_on)?;
        cells.value_into("models", names, &mut self.models)?;
        cells.value_into("serials", serials, &mut self.serials)?;
        cells.value_into("sale_kind", sale_kind_of, &mut self.sale_kind)?;
        cells.text_into("price_proof", 200, &mut self.price_proof)?;
        let terms = &mut self.terms;
        cells.value_into("unit_months", |text| whole(text, MONTHS_MAX), &mut terms.unit_months)?;
        cells.value_into("part_months", |text| whole(text, MONTHS_MAX), &mut terms.part_months)?;
        cells.value_into("return_days", |text| whole(text, DAYS_MAX), &mut terms.return_days)?;
        cells.value_into("exchange_days", |text| whole(text, DAYS_MAX), &mut terms.exchange_days)?;
        cells.value_into("period_starts_on", optional_date, &mut terms.period_starts_on)?;
        cells.value_into("special_price_return", yes_or_no, &mut terms.special_price_return)?;
        cells.value_into("covers_borrowed", yes_or_no, &mut terms.covers_borrowed)?;
        cells.value_into("fee_inside_warranty", yes_or_no, &mut terms.fee_inside_warranty)
    }
}

/// `JP2409-00001..JP2409-00099; JP2501-00007`: single serials, and ranges between two dots, a tilde or 至.
fn serials(text: &str) -> Result<Vec<SerialRange>, RowProblem> {
    let range = |part: &str| {
        let ends = ["..", "~", "～", "至"].iter().find_map(|sign| part.split_once(sign));
        let (from, to) = ends.unwrap_or((part, part));
        let serial = |text: &str| SerialNumber::parse(text).ok();
        SerialRange::new(serial(from)?, serial(to)?)
    };
    parts(text).map(|part| range(part).ok_or(RowProblem::NotARange)).collect()
}

#[cfg(test)]
mod tests {
    use super::serials;

    #[test]
    fn serials_are_listed_singly_and_by_range() {
        let found = serials("JP2409-00001..JP2409-00099; JP2501-00007；JP1~JP9\nJP01 至 JP05").unwrap();
        let ends: Vec<_> = found.iter().map(|range| (range.from.as_str(), range.to.as_str())).collect();
        assert_eq!(
            ends,
            [
                ("JP2409-00001", "JP2409-00099"),
                ("JP2501-00007", "JP2501-00007"),
                ("JP1", "JP9"),
                ("JP01", "JP05")
            ]
        );
        for text in ["JP9..JP1", "JP1..JP10", "序列号", "JP1.."] {
            assert!(serials(text).is_err(), "{text}");
        }
    }
}
