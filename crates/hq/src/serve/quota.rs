//! How often somebody may ask. Counted in memory, by each server for itself: it bounds what one station can cost, and is
//! no promise.

use chrono::{DateTime, Utc};
use std::collections::HashMap;
use std::sync::Mutex;

/// So many requests a minute for each who asks.
pub(super) struct Quota {
    per_minute: u32,
    minute: Mutex<(i64, HashMap<String, u32>)>,
}

impl Quota {
    pub(super) fn per_minute(per_minute: u32) -> Self {
        Self { per_minute, minute: Mutex::default() }
    }

    /// Counts a request; false when it is one too many.
    pub(super) fn allows(&self, who: &str, now: DateTime<Utc>) -> bool {
        // Whoever held it and panicked left a count, which is as good as any.
        let mut minute = self.minute.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let this = now.timestamp() / 60;
        if minute.0 != this {
            *minute = (this, HashMap::new());
        }
        let count = minute.1.entry(who.to_owned()).or_default();
        *count = count.saturating_add(1);
        *count <= self.per_minute
    }
}

#[cfg(test)]
mod tests {
    use super::Quota;
    use chrono::DateTime;

    #[test]
    fn each_has_so_many_requests_a_minute() {
        let quota = Quota::per_minute(2);
        let at = |seconds| DateTime::from_timestamp(seconds, 0).unwrap();
        let asked = [("a", 0), ("a", 1), ("a", 59), ("b", 59), ("a", 60)];
        let allowed = asked.map(|(who, seconds)| quota.allows(who, at(seconds)));
        assert_eq!(allowed, [true, true, false, true, true]);
    }
}
