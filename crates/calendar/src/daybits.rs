//! A set of days as a bitmap that counts its members up to any day in two loads. It knows day numbers, no dates.

/// Number of bits of a word.
const WORD: usize = 64;

/// Days 0..len, each in the set or not, with the running count at every word.
#[derive(Debug, Clone)]
pub(crate) struct DayBits {
    words: Vec<u64>,
    counts_before: Vec<u32>,
}

impl DayBits {
    /// The set of those of the days 0..len for which `is_member` holds.
    pub(crate) fn new(len: usize, is_member: impl Fn(usize) -> bool) -> Self {
        let mut words = Vec::with_capacity(len / WORD + 1);
        let mut counts_before = Vec::with_capacity(len / WORD + 1);
        let mut count = 0;
        for first in (0..=len).step_by(WORD) {
            let last = len.min(first + WORD);
            let word =
                (first..last).filter(|&day| is_member(day)).fold(0, |word, day| word | 1 << (day - first));
            counts_before.push(count);
            count += u64::count_ones(word);
            words.push(word);
        }
        Self { words, counts_before }
    }

    /// Whether the day is in the set; a day beyond the length is not.
    pub(crate) fn contains(&self, day: usize) -> bool {
        self.words.get(day / WORD).is_some_and(|word| word >> (day % WORD) & 1 == 1)
    }

    /// The last member before a day of the length; None where there is none.
    pub(crate) fn last_before(&self, day: usize) -> Option<usize> {
        let mut word = day / WORD;
        let mut left = self.words.get(word)? & ((1 << (day % WORD)) - 1);
        while left == 0 {
            word = word.checked_sub(1)?;
            left = *self.words.get(word)?;
        }
        Some(word * WORD + left.ilog2() as usize)
    }

    /// How many of the days 0..end are in the set, for an end up to the length.
    pub(crate) fn count_before(&self, end: usize) -> u32 {
        match (self.words.get(end / WORD), self.counts_before.get(end / WORD)) {
            (Some(word), Some(before)) => before + (word & ((1 << (end % WORD)) - 1)).count_ones(),
            (None, _) | (_, None) => 0,
        }
    }
}
