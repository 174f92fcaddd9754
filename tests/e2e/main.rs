//! The real window, end to end. Every test is under `window`, so that a machine without a screen can leave
//! them out by that name.

mod window;
