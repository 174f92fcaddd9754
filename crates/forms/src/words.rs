//! The words a template prints, taken from `paper.ftl` and handed over by id. Templates hold no text of
//! their own in either language.

use std::sync::OnceLock;

use nightbench_locale::{Language, Value, ids_of, knows, say};
use serde_json::{Map, json};

/// The files of the words of paper, and how their ids start. The window has words about papers, with ids that
/// start alike.
const PAPER: ([&str; 7], &str) = (
    [
        "paper.ftl",
        "paper_quote.ftl",
        "paper_delivery.ftl",
        "paper_decision.ftl",
        "paper_report.ftl",
        "paper_refund.ftl",
        "week.ftl",
    ],
    "paper-",
);
/// The file and the kinds of the words of the verdict that stand on paper as they stand on the screen.
const VERDICT: (&str, [&str; 2]) = ("verdict.ftl", ["remedy-", "outcome-"]);

/// Every word that templates use, in both languages: those of `paper.ftl` without their `paper-`, the shared
/// ones under their own id: `{"zh": {"serial": "序列号", "remedy-refund": "退货", ..}, "en": ..}`.
/// Messages that take values are said by [`both`] instead.
pub(crate) fn all() -> &'static serde_json::Value {
    static WORDS: OnceLock<serde_json::Value> = OnceLock::new();
    WORDS.get_or_init(|| json!({ "zh": in_language(Language::ZhCn), "en": in_language(Language::En) }))
}

fn in_language(language: Language) -> Map<String, serde_json::Value> {
    // The page numbers are known to the template only, which puts them in.
    let values = [("page", "{page}".into()), ("pages", "{pages}".into())];
    let of_paper = PAPER.0.into_iter().flat_map(|file| ids_of(language, file)).filter_map(|id| {
        let key = id.strip_prefix(PAPER.1)?.to_owned();
        Some((key, json!(say(language, &id, &values))))
    });
    let of_verdict = ids_of(language, VERDICT.0)
        .into_iter()
        .filter(|id| VERDICT.1.iter().any(|kind| id.starts_with(kind)))
        .map(|id| (id.clone(), json!(say(language, &id, &[]))));
    of_paper.chain(of_verdict).collect()
}

/// One message in both languages with its values put in, as the templates read it.
pub(crate) fn both(id: &str, values: &[(&str, Value<'_>)]) -> serde_json::Value {
    json!({ "zh": say(Language::ZhCn, id, values), "en": say(Language::En, id, values) })
}

/// An accessory in both languages: the catalogue's word for a code, or the clerk's own words as they are.
pub(crate) fn accessory(item: &str) -> serde_json::Value {
    let id = format!("accessory-{item}");
    let of = |language| if knows(language, &id) { say(language, &id, &[]) } else { for_print(item) };
    json!({ "zh": of(Language::ZhCn), "en": of(Language::En) })
}

/// A recorded value as it is set: its line ends kept, other control characters (scanners and spreadsheets
/// leave some) turned into spaces, invisible ones left out, and places added where it may be broken into lines. Only words too long
/// for a narrow column get any: after the signs within an e-mail address or a serial number, and every so
/// many letters. Chinese breaks anywhere by itself. The added character has no width and no glyph.
pub(crate) fn for_print(text: &str) -> String {
    let mut set = String::with_capacity(text.len());
    let mut word = String::new();
    for c in text.replace("\r\n", "\n").chars().filter(|c| !is_invisible(*c)) {
        if c.is_whitespace() || c.is_control() || c >= FIRST_CJK {
            push_breakable(&mut set, &word);
            word.clear();
            set.push(if c.is_control() && c != '\n' { ' ' } else { c });
        } else {
            word.push(c);
        }
    }
    push_breakable(&mut set, &word);
    set
}

/// Soft hyphens, joiners, direction marks, variation selectors and the byte order mark: phones put them
/// into texts, they have no shape of
/// their own, and the archive standard forbids some of them.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// As many letters as the narrowest column holds.
const WORD_CHARS_MAX: usize = 20;
/// Where a word without signs is broken, if it must be.
const LETTERS_KEPT_TOGETHER: usize = 4;
/// The first of the CJK blocks, which line breaking treats character by character.
const FIRST_CJK: char = '\u{2e80}';
const ZERO_WIDTH_SPACE: char = '\u{200b}';

fn push_breakable(text: &mut String, word: &str) {
    if word.chars().count() <= WORD_CHARS_MAX {
        text.push_str(word);
        return;
    }
    let is_sign = |c: char| "@._/-".contains(c);
    for piece in word.split_inclusive(is_sign) {
        let is_long = piece.chars().count() > WORD_CHARS_MAX;
        for (place, c) in piece.chars().enumerate() {
            if is_long && place > 0 && place % LETTERS_KEPT_TOGETHER == 0 {
                text.push(ZERO_WIDTH_SPACE);
            }
            text.push(c);
        }
        if piece.ends_with(is_sign) {
            text.push(ZERO_WIDTH_SPACE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::for_print;

    #[test]
    fn only_words_that_no_column_holds_get_places_to_break() {
        for (text, shown) in [
            ("lilei@example.com", "lilei@example.com"),
            (
                "夜间巡护连续开机约二十分钟后画面开始出现横向条纹并逐渐加重",
                "夜间巡护连续开机约二十分钟后画面开始出现横向条纹并逐渐加重",
            ),
            ("procurement@wildlife.example.cn", "procurement@|wildlife.|example.|cn"),
            ("Donaudampfschifffahrtsgesellschaft AG", "Dona|udam|pfsc|hiff|fahr|tsge|sell|scha|ft AG"),
        ] {
            assert_eq!(for_print(text), shown.replace('|', "\u{200b}"));
        }
    }
}
