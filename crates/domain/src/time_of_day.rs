//! A time of day as people type it. Which day it belongs to is said beside it, and the clock it is read by is the centre's.

use crate::serial::fold;
use chrono::NaiveTime;

/// Reads `08:35`, `8：35`, `0835` and `08:35:10`; anything else is no time.
#[must_use]
pub fn time_of_day(text: &str) -> Option<NaiveTime> {
    let folded = fold(text);
    let read = |format| NaiveTime::parse_from_str(&folded, format).ok();
    let digits = (folded.len() == 4).then(|| read("%H%M")).flatten();
    digits.or_else(|| read("%H:%M")).or_else(|| read("%H:%M:%S"))
}

#[cfg(test)]
mod tests {
    use super::time_of_day;

    #[test]
    fn a_time_is_read_as_people_type_it() {
        for (typed, read) in
            [("08:35", "08:35:00"), ("8：35", "08:35:00"), (" 0835 ", "08:35:00"), ("08:35:10", "08:35:10")]
        {
            assert_eq!(time_of_day(typed).map(|time| time.to_string()).as_deref(), Some(read), "{typed}");
        }
        for typed in ["", "25:99", "24:00", "14:60", "8", "835", "08:35 pm", "soon", "下午三点"] {
            assert_eq!(time_of_day(typed), None, "{typed}");
        }
    }
}
