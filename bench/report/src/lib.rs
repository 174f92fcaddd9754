//! What measurements say: a table for people and one JSON array for programs, from the same samples. It
//! measures nothing itself; peers that are programs of their own do, and are led from here.

mod peer;

pub use peer::Peer;

use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;

/// One contender's samples at one workload.
#[derive(Debug, Clone)]
pub struct Series {
    /// What was done.
    pub workload: String,
    /// Who did it.
    pub contender: String,
    /// What a sample counts; smaller is better in every unit used here.
    pub unit: &'static str,
    /// Whether it is ours.
    pub ours: bool,
    /// In the order they were taken.
    pub samples: Vec<f64>,
}

impl Series {
    /// An empty series.
    #[must_use]
    pub fn new(workload: &str, contender: &str, unit: &'static str, ours: bool) -> Self {
        Self {
            workload: workload.to_owned(),
            contender: contender.to_owned(),
            unit,
            ours,
            samples: Vec::new(),
        }
    }

    /// The middle sample; of an even number, the mean of the middle two. 0 without samples.
    #[must_use]
    pub fn median(&self) -> f64 {
        let mut sorted = self.samples.clone();
        sorted.sort_by(f64::total_cmp);
        let at = |index: usize| sorted.get(index).copied().unwrap_or_default();
        let half = sorted.len() / 2;
        if sorted.len() % 2 == 1 { at(half) } else { f64::midpoint(at(half.saturating_sub(1)), at(half)) }
    }

    /// The sample that 95 of a hundred do not exceed, by nearest rank. 0 without samples.
    #[must_use]
    pub fn p95(&self) -> f64 {
        let mut sorted = self.samples.clone();
        sorted.sort_by(f64::total_cmp);
        let rank = (sorted.len() * 95).div_ceil(100);
        sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default()
    }

    fn extreme(&self, choose: fn(f64, f64) -> f64) -> f64 {
        self.samples.iter().copied().reduce(choose).unwrap_or_default()
    }

    fn row(&self) -> Value {
        let round = |value: f64| (value * 1000.0).round() / 1000.0;
        json!({
            "workload": self.workload, "contender": self.contender, "unit": self.unit,
            "median": round(self.median()), "p95": round(self.p95()), "min": round(self.extreme(f64::min)), "max": round(self.extreme(f64::max)),
            "runs": self.samples.len(), "ours": self.ours,
        })
    }
}

/// How many times a peer's median our median is, at one workload and unit.
#[must_use]
pub fn ratio(series: &[Series], workload: &str, unit: &str, contender: &str) -> Option<f64> {
    let here = |one: &&Series| one.workload == workload && one.unit == unit;
    let ours = series.iter().filter(here).find(|one| one.contender == contender)?;
    let peer = series.iter().filter(here).find(|one| !one.ours)?;
    (peer.median() > 0.0).then(|| ours.median() / peer.median())
}

/// The table: every series with its ratio to the peer of its workload.
#[must_use]
pub fn table(series: &[Series]) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = writeln!(
        text,
        "{:<18} {:<27} {:>10} {:>10} {:>10} {:>10} {:>6}  {:<10} ratio",
        "workload", "contender", "median", "p95", "min", "max", "runs", "unit"
    );
    for one in series {
        let ratio = if one.ours { ratio(series, &one.workload, one.unit, &one.contender) } else { None };
        let _ = writeln!(
            text,
            "{:<18} {:<27} {:>10.2} {:>10.2} {:>10.2} {:>10.2} {:>6}  {:<10} {}",
            one.workload,
            one.contender,
            one.median(),
            one.p95(),
            one.extreme(f64::min),
            one.extreme(f64::max),
            one.samples.len(),
            one.unit,
            ratio.map_or_else(String::new, shown),
        );
    }
    text
}

/// A ratio with two digits that say something.
fn shown(ratio: f64) -> String {
    if ratio < 0.1 { format!("{ratio:.4}") } else { format!("{ratio:.2}") }
}

/// Writes the JSON array.
///
/// # Errors
/// When the file cannot be written.
pub fn write(series: &[Series], file: &Path) -> std::io::Result<()> {
    let rows: Vec<Value> = series.iter().map(Series::row).collect();
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, format!("{:#}\n", Value::Array(rows)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_95th_of_a_hundred_is_at_its_rank() {
        let samples: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        let hundred = Series { samples, ..Series::new("page", "nightbench", "ms", true) };
        assert!((hundred.p95() - 95.0).abs() < 1e-9);
        assert!(Series::new("page", "nightbench", "ms", true).p95().abs() < 1e-9);
    }

    #[test]
    fn the_median_is_the_middle_and_the_ratio_is_ours_over_theirs() {
        let series = |contender: &str, ours, samples: &[f64]| Series {
            samples: samples.to_vec(),
            ..Series::new("start", contender, "ms", ours)
        };
        let both =
            [series("nightbench", true, &[9.0, 3.0, 6.0]), series("bare", false, &[5.0, 1.0, 3.0, 3.0])];
        assert!((both[0].median() - 6.0).abs() < 1e-9);
        assert!((both[1].median() - 3.0).abs() < 1e-9);
        assert_eq!(ratio(&both, "start", "ms", "nightbench"), Some(2.0));
    }
}
