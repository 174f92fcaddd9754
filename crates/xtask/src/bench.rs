//! Start.
use crate::house::House;
use crate::step::Stop;

pub(crate) fn bench(_house: &House, _words: &[String]) -> Result<(), Stop> {
    Err(Stop::Usage("bench NAME: startup, intake".to_owned()))
}
