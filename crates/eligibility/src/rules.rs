//! The commitment, clause by clause, in the order in which the law reads: does the policy apply, is there a date, is
//! the claim inside the period and the windows, what excludes it, what then is granted and on which condition. Each
//! file quotes its article above its code; every number comes from the pack.
//!
//! The rules see complete claims only. What is unknown is completed in space.rs.

pub(crate) mod evidence;
pub(crate) mod findings;
pub(crate) mod period;
pub(crate) mod remedy;
pub(crate) mod scope;
pub(crate) mod window;

/// The clauses that rules and grounds cite of themselves, and 4.2, which the gates of a work order cite; those of
/// exclusions, windows and sale kinds come from the pack. A pack must have words for all of them.
pub(crate) const CITED_BY_RULES: &[&str] = &[
    "0", "1.1", "1.2", "2.1", "2.2", "2.T", "2.N1", "2.N2", "3.1", "3.2", "3.3", "3.3.N", "4.2", "5.1",
    "CC203", "CC204",
];
