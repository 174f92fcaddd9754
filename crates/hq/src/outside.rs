//! What the server asks of the machine beside its database: the time and randomness. Nothing else in the crate reads a
//! clock or draws a random number.

use crate::error::HqError;
use chrono::{DateTime, Utc};

/// The time and fresh randomness; a test sets its own.
pub trait Outside: Send + Sync {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;

    /// 32 bytes fit for a key.
    ///
    /// # Errors
    /// When the system gives none.
    fn random(&self) -> Result<[u8; 32], HqError>;
}

/// The machine's own.
pub struct Machine;

impl Outside for Machine {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn random(&self) -> Result<[u8; 32], HqError> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|_| HqError::Closed)?;
        Ok(bytes)
    }
}
