//! Making tokens: what a person may type to find something again. Text is folded (width, case), Chinese becomes
//! characters, pairs and pinyin, codes become themselves without separators and every ending of themselves, so
//! that the last digits on a worn label are enough. Pure: text in, tokens out; the index is in mod.rs.

use pinyin::ToPinyin;
use std::collections::BTreeSet;

/// The way tokens are made. Raised when it changes, so that the index is made again.
pub(crate) const VERSION: i64 = 2;

/// How much of one free text is also indexed by pinyin and how long a pinyin token is, in characters.
const PINYIN_CHARS_MAX: usize = 200;
/// How many syllables one pinyin token joins.
const SYLLABLES_MAX: usize = 8;
/// The shortest ending of a code that is indexed.
const ENDING_CHARS_MIN: usize = 2;

/// The tokens of one line of the index.
#[derive(Default)]
pub(crate) struct Tokens(BTreeSet<String>);

impl Tokens {
    /// A name or free text.
    pub(crate) fn text(&mut self, text: &str) {
        for word in words(text) {
            for run in &word.runs {
                match run {
                    Run::Chinese(chars) => self.chinese(chars),
                    Run::Latin(run) => self.add(run),
                }
            }
            self.add(&word.joined());
        }
    }

    /// A serial, a number, a phone: found whole, by each part, and by any ending of at least two characters.
    pub(crate) fn code(&mut self, code: &str) {
        self.text(code);
        for word in words(code) {
            let joined = word.joined();
            let endings = joined.char_indices().filter_map(|(at, _)| joined.get(at..));
            for ending in endings.filter(|ending| ending.chars().count() >= ENDING_CHARS_MIN) {
                self.add(ending);
            }
        }
    }

    /// The tokens, separated by spaces.
    pub(crate) fn join(self) -> String {
        self.0.into_iter().collect::<Vec<_>>().join(" ")
    }

    fn chinese(&mut self, chars: &[char]) {
        for (at, character) in chars.iter().enumerate() {
            self.add(&character.to_string());
            if let Some(next) = chars.get(at + 1) {
                self.add(&String::from_iter([character, next]));
            }
        }
        let near = chars.get(..PINYIN_CHARS_MAX.min(chars.len())).unwrap_or_default();
        let syllables: Vec<String> = near.iter().map(|character| syllable(*character)).collect();
        for at in 0..syllables.len() {
            let from_here = || syllables.iter().skip(at).take(SYLLABLES_MAX);
            self.add(&from_here().filter_map(|syllable| syllable.chars().next()).collect::<String>());
            self.add(&from_here().map(String::as_str).collect::<String>());
        }
    }

    fn add(&mut self, token: &str) {
        if !token.is_empty() {
            self.0.insert(token.to_owned());
        }
    }
}

/// What was typed, as an FTS5 query: every word must be found. `None` when nothing can be looked for.
pub(crate) fn query(text: &str) -> Option<String> {
    let terms: Vec<String> = words(text).iter().filter_map(Word::term).collect();
    if terms.is_empty() { None } else { Some(terms.join(" AND ")) }
}

/// What a person types to choose a name from a short list: its initials and the whole of it, in pinyin where it
/// is Chinese, lower case, without spaces. `zw` and `zhangwei` for 张伟 as for Zhang Wei.
#[must_use]
pub fn spellings(name: &str) -> [String; 2] {
    let (mut initials, mut whole) = (String::new(), String::new());
    for run in words(name).into_iter().flat_map(|word| word.runs) {
        let syllables: Vec<String> = match run {
            Run::Chinese(chars) => chars.into_iter().map(syllable).collect(),
            Run::Latin(run) => vec![run],
        };
        initials.extend(syllables.iter().filter_map(|syllable| syllable.chars().next()));
        whole.extend(syllables);
    }
    [initials, whole]
}

/// Characters of one writing side by side.
enum Run {
    Chinese(Vec<char>),
    Latin(String),
}

/// What stands between spaces, cut where the writing changes or a separator stands.
struct Word {
    runs: Vec<Run>,
}

impl Word {
    /// The Latin runs without what stood between them; empty when there are fewer than two characters of them
    /// or none.
    fn joined(&self) -> String {
        let latin = |run: &Run| match run {
            Run::Latin(run) => Some(run.clone()),
            Run::Chinese(_) => None,
        };
        self.runs.iter().filter_map(latin).collect()
    }

    /// What must be found for this word: Chinese exactly, Latin by its beginning; a code either as one or part
    /// by part.
    fn term(&self) -> Option<String> {
        let parts: Vec<String> = self.runs.iter().flat_map(Run::terms).collect();
        let is_code = self.runs.len() > 1 && self.runs.iter().all(|run| matches!(run, Run::Latin(_)));
        match parts.as_slice() {
            [] => None,
            [part] => Some(part.clone()),
            _ if is_code => Some(format!("(\"{}\" * OR ({}))", self.joined(), parts.join(" AND "))),
            _ => Some(format!("({})", parts.join(" AND "))),
        }
    }
}

impl Run {
    fn terms(&self) -> Vec<String> {
        match self {
            Self::Latin(run) => vec![format!("\"{run}\" *")],
            Self::Chinese(chars) if chars.len() == 1 => {
                vec![format!("\"{}\"", chars.iter().collect::<String>())]
            }
            Self::Chinese(chars) => {
                chars.windows(2).map(|pair| format!("\"{}\"", pair.iter().collect::<String>())).collect()
            }
        }
    }
}

/// Cuts a text into words and runs, folding width and case on the way.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for part in text.split(|c: char| c.is_whitespace() || (!c.is_alphanumeric() && !is_separator(c))) {
        let mut runs: Vec<Run> = Vec::new();
        let mut is_cut = true;
        for character in part.chars().flat_map(folded) {
            if !character.is_alphanumeric() {
                is_cut = true;
                continue;
            }
            match (runs.last_mut(), is_chinese(character)) {
                (Some(Run::Chinese(run)), true) if !is_cut => run.push(character),
                (Some(Run::Latin(run)), false) if !is_cut => run.push(character),
                (_, true) => runs.push(Run::Chinese(vec![character])),
                (_, false) => runs.push(Run::Latin(character.to_string())),
            }
            is_cut = false;
        }
        if !runs.is_empty() {
            words.push(Word { runs });
        }
    }
    words
}

/// What may stand inside a code.
fn is_separator(character: char) -> bool {
    folded(character).all(|c| "-./_#".contains(c)) || "‐‑‒–—−".contains(character)
}

/// Half-width and lower case.
fn folded(character: char) -> impl Iterator<Item = char> {
    let narrow = match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        other => other,
    };
    narrow.to_lowercase()
}

/// Han characters and kana, which are written without spaces.
fn is_chinese(character: char) -> bool {
    matches!(character,
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// The pinyin of a character without tone, `v` for ü as keyboards have it; itself when it has none.
fn syllable(character: char) -> String {
    match character.to_pinyin() {
        Some(pinyin) => pinyin.plain().replace('ü', "v"),
        None => character.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Tokens, query, spellings};

    fn tokens(fill: impl FnOnce(&mut Tokens)) -> Vec<String> {
        let mut tokens = Tokens::default();
        fill(&mut tokens);
        tokens.join().split(' ').map(ToOwned::to_owned).collect()
    }

    #[test]
    fn chinese_is_found_by_character_pair_and_pinyin() {
        let found = tokens(|tokens| tokens.text("开机黑屏"));
        for token in ["开", "黑屏", "kjhp", "hp", "heiping", "kaijiheiping", "ping"] {
            assert!(found.iter().any(|t| t == token), "{token} in {found:?}");
        }
    }

    #[test]
    fn a_serial_is_found_by_part_whole_and_ending() {
        let found = tokens(|tokens| tokens.code("JP2409-00417"));
        for token in ["jp2409", "00417", "jp240900417", "417", "17"] {
            assert!(found.iter().any(|t| t == token), "{token} in {found:?}");
        }
        assert!(!found.iter().any(|t| t == "7"), "one character would find everything");
    }

    #[test]
    fn a_name_is_chosen_by_its_initials_or_its_beginning_in_either_writing() {
        for (name, initials, whole) in [
            ("张伟", "zw", "zhangwei"),
            ("Zhang Wei", "zw", "zhangwei"),
            ("欧阳思远", "oysy", "ouyangsiyuan"),
            ("王 Li", "wl", "wangli"),
            ("--", "", ""),
        ] {
            assert_eq!(spellings(name), [initials, whole], "{name}");
        }
    }

    #[test]
    fn what_is_typed_becomes_a_query_that_cannot_break_out() {
        for (typed, expected) in [
            ("黑屏", Some("\"黑屏\"")),
            ("黑", Some("\"黑\"")),
            ("不开机 HP", Some("(\"不开\" AND \"开机\") AND \"hp\" *")),
            ("ＪＰ２４０９－００４１７", Some("(\"jp240900417\" * OR (\"jp2409\" * AND \"00417\" *))")),
            ("\" OR *", Some("\"or\" *")),
            (" - ", None),
            ("", None),
        ] {
            assert_eq!(query(typed).as_deref(), expected, "{typed}");
        }
    }
}
