//! Which remedy the commitment grants on what is known of a claim, and why.
pub mod facts;
pub mod verdict;
