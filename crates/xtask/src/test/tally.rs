//! Counts passed and failed tests from the closing lines of cargo's and vitest's runners.

/// Totals over all runners of one run.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) passed: u64,
    pub(super) failed: u64,
}

impl Tally {
    /// Adds what one line of output says; lines that close no test run say nothing.
    pub(super) fn count(&mut self, line: &str) {
        let line = line.trim();
        let closing = line.strip_prefix("test result:").or_else(|| line.strip_prefix("Tests "));
        let Some(closing) = closing else { return };
        self.passed += number_before("passed", closing);
        self.failed += number_before("failed", closing);
    }
}

/// The number standing before a word, as in "12 passed".
fn number_before(word: &str, line: &str) -> u64 {
    let mut previous = "";
    for token in line.split(|c: char| c.is_whitespace() || c == ';' || c == '|').filter(|t| !t.is_empty()) {
        if token == word {
            return previous.parse().unwrap_or(0);
        }
        previous = token;
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_lines_of_each_runner_are_counted() {
        let cases = [
            ("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out", (12, 0)),
            ("test result: FAILED. 7 passed; 2 failed; 0 ignored", (7, 2)),
            ("      Tests  30 passed (30)", (30, 0)),
            ("      Tests  1 failed | 29 passed (30)", (29, 1)),
            (" Test Files  3 passed (3)", (0, 0)),
            ("running 12 tests", (0, 0)),
        ];
        for (line, (passed, failed)) in cases {
            let mut tally = Tally::default();
            tally.count(line);
            assert_eq!(tally, Tally { passed, failed }, "{line}");
        }
    }
}
