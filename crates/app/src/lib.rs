//! Use cases, one file per step of the journey.
