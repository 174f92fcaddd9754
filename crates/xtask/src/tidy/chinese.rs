//! Chinese text as it is set: a mark beside a Chinese character is the full-width one. Looks at the sentences of the
//! catalogue and of the policy packs; what people type and files that are read stay as they are.

use super::tree::{Finding, Tree};

const HALF_WIDTH: &[char] = &[',', ';', ':', '?', '!', '(', ')'];

pub(super) fn marks_are_full_width(tree: &Tree) -> Vec<Finding> {
    let catalogues = tree.with_extension(&["ftl"]).filter(|file| file.path.starts_with("locales/zh-CN/"));
    let packs = tree.with_extension(&["toml"]).filter(|file| file.path.starts_with("policies/"));
    let mut findings = Vec::new();
    for (file, opening) in catalogues.map(|file| (file, "")).chain(packs.map(|file| (file, "zh = "))) {
        for (index, line) in file.text.lines().enumerate() {
            let is_text = line.starts_with(opening) && !line.starts_with('#');
            if let Some(mark) = half_width_mark(line).filter(|_| is_text) {
                let message = format!("`{mark}` beside a Chinese character: use the full-width mark");
                findings.push(Finding::new(file, index + 1, message));
            }
        }
    }
    findings
}

fn half_width_mark(line: &str) -> Option<char> {
    let seen: Vec<char> = line.chars().filter(|c| *c != ' ').collect();
    seen.windows(2).find_map(|pair| match pair {
        [mark, next] if HALF_WIDTH.contains(mark) && is_han(*next) => Some(*mark),
        [before, mark] if is_han(*before) && HALF_WIDTH.contains(mark) => Some(*mark),
        _ => None,
    })
}

/// A Chinese character or a mark that only Chinese text uses.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{3001}' | '\u{3002}' | '\u{ff0c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_width_mark_beside_a_chinese_character_is_found_on_either_side() {
        let tree = Tree::of(&[
            (
                "locales/zh-CN/a.ftl",
                "# 说明: 注释\na = 已保存, 可打印\nb = { $n } (张)\nc = 10:30，共 { $n } 张\n",
            ),
            ("locales/en/a.ftl", "a = saved (整机)\n"),
            ("policies/p.toml", "title = \"整机 (unit)\"\nzh = \"质保期;到期\"\n"),
        ]);
        let found: Vec<String> = marks_are_full_width(&tree).iter().map(ToString::to_string).collect();
        let at: Vec<&str> = found.iter().filter_map(|line| line.split(": ").next()).collect();
        assert_eq!(at, ["locales/zh-CN/a.ftl:2", "locales/zh-CN/a.ftl:3", "policies/p.toml:2"]);
    }
}
