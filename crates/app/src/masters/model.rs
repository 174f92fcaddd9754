//! A file of models.

use super::file::{MasterFile, accessory, names, parts};
use crate::sheet::{Cells, Column, RowFault, RowProblem, class_of, yes_or_no};
use nightbench_domain::model::{Document, Model, SerialPattern, Specification};

impl MasterFile for Model {
    const COLUMNS: &'static [Column] = &[
        Column { name: "model", chinese: "型号" },
        Column { name: "name_zh", chinese: "中文名称" },
        Column { name: "name_en", chinese: "英文名称" },
        Column { name: "product_class", chinese: "产品类别" },
        Column { name: "kit", chinese: "配件清单" },
        Column { name: "specification", chinese: "技术指标" },
        Column { name: "serial_pattern", chinese: "序列号规则" },
        Column { name: "successor", chinese: "替代型号" },
        Column { name: "firmware", chinese: "固件版本" },
        Column { name: "documents", chinese: "资料" },
        Column { name: "is_current", chinese: "在产" },
    ];

    fn named(cells: &Cells<'_>) -> Result<Self, RowFault> {
        Ok(Self { code: cells.key("model")?, ..Self::default() })
    }

    fn take_up(&mut self, cells: &Cells<'_>) -> Result<(), RowFault> {
        cells.text_into("name_zh", 200, &mut self.name_zh)?;
        cells.text_into("name_en", 200, &mut self.name_en)?;
        cells.value_into("product_class", class_of, &mut self.product_class)?;
        cells.value_into("kit", kit, &mut self.kit)?;
        cells.value_into("specification", specification, &mut self.specification)?;
        cells.value_into("serial_pattern", pattern, &mut self.serial_pattern)?;
        cells.text_into("successor", 80, &mut self.successor)?;
        cells.text_into("firmware", 80, &mut self.firmware)?;
        cells.value_into("documents", documents, &mut self.documents)?;
        cells.value_into("is_current", yes_or_no, &mut self.is_current)
    }
}

fn kit(text: &str) -> Result<Vec<String>, RowProblem> {
    Ok(names(text)?.into_iter().map(accessory).collect())
}

fn pattern(text: &str) -> Result<Option<SerialPattern>, RowProblem> {
    if text.is_empty() {
        return Ok(None);
    }
    SerialPattern::parse(text).map(Some).map_err(|_| RowProblem::NotAPattern)
}

/// `NETD=≤35 [mK]; Resolution=640×512`: the unit in brackets at the end, if there is one.
fn specification(text: &str) -> Result<Vec<Specification>, RowProblem> {
    let line = |part: &str| {
        let (parameter, said) = part.split_once(['=', '＝']).unwrap_or((part, ""));
        let (value, unit) =
            said.trim().strip_suffix(']').and_then(|said| said.rsplit_once('[')).unwrap_or((said, ""));
        Specification {
            parameter: parameter.trim().to_owned(),
            value: value.trim().to_owned(),
            unit: unit.trim().to_owned(),
        }
    };
    if text.chars().count() > 4_000 { Err(RowProblem::TooLong) } else { Ok(parts(text).map(line).collect()) }
}

/// `User manual | manuals/nv-640.pdf; Drawing`.
fn documents(text: &str) -> Result<Vec<Document>, RowProblem> {
    let line = |part: &str| {
        let (title, target) = part.split_once(['|', '｜']).unwrap_or((part, ""));
        Document { title: title.trim().to_owned(), target: target.trim().to_owned() }
    };
    if text.chars().count() > 4_000 { Err(RowProblem::TooLong) } else { Ok(parts(text).map(line).collect()) }
}

#[cfg(test)]
mod tests {
    use super::{documents, specification};

    #[test]
    fn a_specification_is_a_list_of_parameter_value_and_unit() {
        let lines = specification("NETD=≤35 [mK]; 分辨率＝640×512；Weight = 0.9 [kg]; IP67").unwrap();
        let lines: Vec<_> = lines
            .iter()
            .map(|line| (line.parameter.as_str(), line.value.as_str(), line.unit.as_str()))
            .collect();
        assert_eq!(
            lines,
            [("NETD", "≤35", "mK"), ("分辨率", "640×512", ""), ("Weight", "0.9", "kg"), ("IP67", "", "")]
        );
    }

    #[test]
    fn a_document_has_a_title_and_a_place() {
        let found = documents("User manual | https://example.com/a.pdf; 图纸").unwrap();
        assert_eq!(
            (found[0].title.as_str(), found[0].target.as_str()),
            ("User manual", "https://example.com/a.pdf")
        );
        assert_eq!((found[1].title.as_str(), found[1].target.as_str()), ("图纸", ""));
    }
}
