//! `xtask tidy`: the house rules that no linter knows. Each rule is a function over the tracked text of
//! the tree and has a test with a planted violation. It reads and reports; it mends nothing.

mod arrows;
mod chinese;
mod code;
mod purity;
mod shape;
mod sql;
mod traces;
mod tree;
mod window;
mod witness;

use crate::house::House;
use crate::step::Stop;
use tree::{Finding, Tree};

const RULES: &[fn(&Tree) -> Vec<Finding>] = &[
    arrows::dependencies_point_down,
    witness::the_second_reading_shares_no_code,
    purity::pure_crates_touch_nothing_outside,
    purity::clock_and_chance_come_in_through_ports,
    shape::files_are_short,
    shape::names_say_what_is_inside,
    shape::rust_files_open_with_a_paragraph,
    sql::statements_are_used,
    sql::only_the_write_door_begins_a_transaction,
    window::only_the_bridge_knows_tauri,
    window::features_do_not_import_features,
    window::words_live_in_catalogues,
    chinese::marks_are_full_width,
    traces::open_ends_carry_an_issue_number,
    traces::no_machine_is_named,
];

pub(crate) fn tidy(house: &House) -> Result<(), Stop> {
    let tree = Tree::read(house.root())?;
    let findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule(&tree)).collect();
    if findings.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    Err(Stop::Refused(format!("{} to tidy\n{}", findings.len(), lines.join("\n"))))
}
