//! `xtask codegen`: writes what is derived from one source and committed, or with `--check` says what is
//! stale. The types of commands come from a test of `nightbench-app`, which alone knows them; the keys of
//! messages are read here from the catalogues.

mod catalogue;
mod messages;

use std::fs;

use crate::house::House;
use crate::step::{self, Stop};

/// The file whose types make a wrong key or a missing value a compile error in the window.
const MESSAGES: &str = "ui/src/i18n/messages.generated.ts";

pub(crate) fn codegen(house: &House, words: &[String]) -> Result<(), Stop> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => {
            write_messages(house)?;
            command_types(house, true)
        }
        ["--check"] => {
            check_messages(house)?;
            command_types(house, false)
        }
        _ => Err(Stop::Usage("codegen takes only --check".to_owned())),
    }
}

/// Compares the committed keys with the catalogues, and the catalogues with each other.
pub(crate) fn check_messages(house: &House) -> Result<(), Stop> {
    let text = messages_text(house)?;
    let committed = fs::read_to_string(house.at(MESSAGES)).unwrap_or_default();
    if committed.replace("\r\n", "\n") == text {
        return Ok(());
    }
    Err(Stop::Refused(format!("{MESSAGES} is stale: run `cargo xtask codegen`")))
}

fn write_messages(house: &House) -> Result<(), Stop> {
    let text = messages_text(house)?;
    let path = house.at(MESSAGES);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .map_err(|source| Stop::io(format!("make {}", folder.display()), source))?;
    }
    if fs::read_to_string(&path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    fs::write(&path, text).map_err(|source| Stop::io(format!("write {MESSAGES}"), source))?;
    println!("wrote {MESSAGES}");
    Ok(())
}

fn messages_text(house: &House) -> Result<String, Stop> {
    let locales = house.at("locales");
    let chinese = catalogue::read(&locales, "zh-CN")?;
    let english = catalogue::read(&locales, "en")?;
    let complaints = catalogue::disagreements(&chinese, &english);
    if !complaints.is_empty() {
        return Err(Stop::Refused(complaints.join("\n")));
    }
    Ok(messages::typescript(&chinese, &english))
}

/// Runs the tests of the app that own `ui/src/ipc/*.generated.ts`: they write when asked to, and fail
/// when the committed files differ otherwise.
fn command_types(house: &House, write: bool) -> Result<(), Stop> {
    // With the features of the whole workspace: nothing heavy is built once more for this.
    let words = ["test", "--quiet", "--workspace", "--test", "codegen"];
    let mut test = step::command("cargo", &words, house.root());
    if write {
        test.env("NIGHTBENCH_CODEGEN", "1");
    }
    step::run(&mut test)
}
