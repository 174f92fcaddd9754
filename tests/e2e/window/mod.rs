//! One file for each thing a person comes to the window for.

mod accessible;
mod consignment;
mod crash;
mod line;
mod receive;
mod repair;
mod start;
