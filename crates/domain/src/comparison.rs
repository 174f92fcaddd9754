//! Whether a model is not inferior to another one, parameter by parameter (3.2: a discontinued model is exchanged for a
//! product that is not inferior). It compares what the two specifications say; what it cannot tell it says it cannot, and
//! then a person decides. It knows no model and no unit.

use crate::model::Specification;
use crate::serial::fold;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One parameter of the old model beside the new one's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Compared {
    /// What is measured, as the old model's specification calls it.
    pub parameter: String,
    /// What the old model promises, with its unit.
    pub old: String,
    /// What the new one promises, with its unit; empty when it says nothing of it.
    pub new: String,
    /// How the new one stands.
    pub standing: ParameterStanding,
}

/// How the new model stands in one parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ParameterStanding {
    /// It promises more.
    Better,
    /// It promises the same.
    Equal,
    /// It promises less.
    Worse,
    /// It says nothing of it, or the two cannot be compared by their words.
    Unknown,
}

/// Which way is better.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    More,
    Less,
}

/// Every parameter of the old model's specification beside the new one's, in the old one's order.
#[must_use]
pub fn compare(old: &[Specification], new: &[Specification]) -> Vec<Compared> {
    old.iter()
        .map(|before| {
            let key = parameter_key(&before.parameter);
            let after = new.iter().find(|one| parameter_key(&one.parameter) == key);
            Compared {
                parameter: before.parameter.clone(),
                old: written(before),
                new: after.map(written).unwrap_or_default(),
                standing: after.map_or(ParameterStanding::Unknown, |after| standing(before, after)),
            }
        })
        .collect()
}

/// Whether the comparison alone shows that the new model is not inferior: there is something to compare, and all of it
/// is equal or better.
#[must_use]
pub fn is_not_inferior(compared: &[Compared]) -> bool {
    !compared.is_empty()
        && compared.iter().all(|one| match one.standing {
            ParameterStanding::Better | ParameterStanding::Equal => true,
            ParameterStanding::Worse | ParameterStanding::Unknown => false,
        })
}

fn standing(old: &Specification, new: &Specification) -> ParameterStanding {
    if fold(&old.unit) != fold(&new.unit) {
        return ParameterStanding::Unknown;
    }
    if fold(&old.value) == fold(&new.value) {
        return ParameterStanding::Equal;
    }
    let (Some(way), Some(old), Some(new)) =
        (way(&old.parameter), Promise::read(&old.value), Promise::read(&new.value))
    else {
        return ParameterStanding::Unknown;
    };
    // A bound that points the other way than what is better ("at least 40 mK") promises something else than is compared.
    if old.bound.is_some_and(|bound| bound != way) || new.bound.is_some_and(|bound| bound != way) {
        return ParameterStanding::Unknown;
    }
    if old.milli.len() != new.milli.len() {
        return ParameterStanding::Unknown;
    }
    let orders: Vec<_> = old.milli.iter().zip(&new.milli).map(|(old, new)| new.cmp(old)).collect();
    let is_more = orders.iter().any(|order| order.is_gt());
    let is_less = orders.iter().any(|order| order.is_lt());
    match (is_more, is_less, way) {
        (false, false, _) => ParameterStanding::Equal,
        (true, true, _) => ParameterStanding::Unknown,
        (true, false, Way::More) | (false, true, Way::Less) => ParameterStanding::Better,
        (true, false, Way::Less) | (false, true, Way::More) => ParameterStanding::Worse,
    }
}

/// What a value promises: one number or the two of a picture's size, in thousandths, and the bound it is written with.
struct Promise {
    milli: Vec<u64>,
    bound: Option<Way>,
}

impl Promise {
    /// Reads `35`, `≤35`, `<= 35.5`, `640×512`, `640 x 512`. Ranges and words are no promise that can be compared.
    fn read(value: &str) -> Option<Self> {
        let folded = fold(value).replace(['×', '*'], "X");
        let (bound, rest) = match folded.trim_start_matches('=') {
            text if text.starts_with(['≤', '<']) => (Some(Way::Less), text),
            text if text.starts_with(['≥', '>']) => (Some(Way::More), text),
            text => (None, text),
        };
        let numbers = rest.trim_start_matches(['≤', '<', '≥', '>', '=']);
        let milli = numbers.split('X').map(thousandths).collect::<Option<Vec<_>>>()?;
        (milli.len() <= 2).then_some(Self { milli, bound })
    }
}

/// A decimal number with at most three digits behind its point, in thousandths.
fn thousandths(text: &str) -> Option<u64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let fits = !whole.is_empty() && whole.len() <= 12 && part.len() <= 3;
    if !fits || !is_number(whole) || !is_number(part) {
        return None;
    }
    format!("{whole}{part:0<3}").parse().ok()
}

/// Which way is better for a parameter that people agree on; nothing is guessed of others.
fn way(parameter: &str) -> Option<Way> {
    const LESS: [&str; 10] =
        ["NETD", "MRTD", "BADPIXELS", "坏点", "坏元", "盲元", "WEIGHT", "重量", "POWER", "功耗"];
    const MORE: [&str; 18] = [
        "RESOLUTION",
        "分辨率",
        "FRAMERATE",
        "帧频",
        "帧率",
        "BATTERYLIFE",
        "续航",
        "DETECTIONRANGE",
        "探测距离",
        "RECOGNITIONRANGE",
        "识别距离",
        "MAGNIFICATION",
        "倍率",
        "STORAGE",
        "存储",
        "DISPLAY",
        "显示",
        "SNR",
    ];
    let key = parameter_key(parameter);
    let is_in = |words: &[&str]| words.iter().any(|word| key.starts_with(word));
    match (is_in(&LESS), is_in(&MORE)) {
        (true, false) => Some(Way::Less),
        (false, true) => Some(Way::More),
        (true, true) | (false, false) => None,
    }
}

/// A parameter's name without case, width, spaces and signs.
fn parameter_key(parameter: &str) -> String {
    fold(parameter).chars().filter(|c| c.is_alphanumeric()).collect()
}

fn written(one: &Specification) -> String {
    if one.unit.is_empty() { one.value.clone() } else { format!("{} {}", one.value, one.unit) }
}

#[cfg(test)]
mod tests {
    use super::{ParameterStanding as P, compare, is_not_inferior};
    use crate::model::Specification;

    fn one(parameter: &str, value: &str, unit: &str) -> Specification {
        Specification { parameter: parameter.to_owned(), value: value.to_owned(), unit: unit.to_owned() }
    }

    #[test]
    fn each_parameter_is_better_equal_worse_or_not_to_be_told() {
        for (parameter, old, new, standing) in [
            ("NETD", "≤35", "≤30", P::Better),
            ("NETD", "≤35", "≤ 35", P::Equal),
            ("NETD", "≤35", "35.0", P::Equal),
            ("NETD", "<=35", "<=40", P::Worse),
            ("netd (25 °C)", "35", "≥30", P::Unknown),
            ("坏点率", "0.5", "0.3", P::Better),
            ("Resolution", "640×512", "1024x768", P::Better),
            ("分辨率", "640×512", "384×288", P::Worse),
            ("分辨率", "640×512", "800×480", P::Unknown),
            ("分辨率", "640×512", "640", P::Unknown),
            ("Frame rate", "50", "25", P::Worse),
            ("续航", "8", "10", P::Better),
            ("Housing", "magnesium", "magnesium", P::Equal),
            ("Housing", "magnesium", "plastic", P::Unknown),
            ("Pixel pitch", "17", "12", P::Unknown),
            ("NETD", "25-35", "20-30", P::Unknown),
        ] {
            let compared = compare(&[one(parameter, old, "")], &[one(parameter, new, "")]);
            assert_eq!(compared[0].standing, standing, "{parameter}: {old} -> {new}");
        }
    }

    #[test]
    fn what_the_new_model_leaves_unsaid_or_says_in_another_unit_is_not_told() {
        let old = [one("NETD", "35", "mK")];
        for new in [vec![], vec![one("NETD", "0.03", "K")], vec![one("Weight", "1", "kg")]] {
            assert_eq!(compare(&old, &new)[0].standing, P::Unknown, "{new:?}");
        }
        assert_eq!(compare(&old, &[one("ｎｅｔｄ", "30", "MK")])[0].standing, P::Better);
    }

    #[test]
    fn only_a_comparison_with_nothing_worse_and_nothing_open_shows_that_it_is_not_inferior() {
        let old = [one("NETD", "35", "mK"), one("Resolution", "640×512", "")];
        for (netd, resolution, fits) in [
            ("30", "640×512", true),
            ("35", "1280×1024", true),
            ("40", "1280×1024", false),
            ("30", "HD", false),
        ] {
            let new = [one("NETD", netd, "mK"), one("Resolution", resolution, "")];
            assert_eq!(is_not_inferior(&compare(&old, &new)), fits, "{netd} {resolution}");
        }
        assert!(!is_not_inferior(&compare(&[], &old)), "nothing to compare proves nothing");
    }
}
