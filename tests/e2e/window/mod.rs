//! One file for each thing a person comes to the window for.

mod receive;
mod start;
