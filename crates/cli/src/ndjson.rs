//! JSON objects from a stream, one a line, or one object spread over several lines. A bad object is told
//! and the stream goes on with the next line.

use serde_json::Value;
use std::io::{BufRead, Error};

/// Reads objects and hands each on, with the number of its first line, as soon as its last line is there.
///
/// # Errors
/// When the stream cannot be read or `each` fails.
pub(crate) fn for_each<E: From<Error>>(
    mut input: impl BufRead,
    mut each: impl FnMut(usize, Result<Value, serde_json::Error>) -> Result<(), E>,
) -> Result<(), E> {
    let mut pending = String::new();
    let mut line = String::new();
    let (mut number, mut first) = (0, 1);
    loop {
        line.clear();
        if input.read_line(&mut line)? == 0 {
            break;
        }
        number += 1;
        if pending.is_empty() {
            if line.trim().is_empty() {
                continue;
            }
            first = number;
        }
        pending.push_str(&line);
        match serde_json::from_str(pending.trim_start_matches('\u{feff}')) {
            Ok(value) => {
                pending.clear();
                each(first, Ok(value))?;
            }
            Err(error) if error.is_eof() => {}
            Err(error) => {
                // An object that was cut off must not swallow the good line after it.
                let whole = if pending.len() > line.len() { serde_json::from_str(&line).ok() } else { None };
                pending.clear();
                each(first, Err(error))?;
                if let Some(value) = whole {
                    each(number, Ok(value))?;
                }
            }
        }
    }
    match serde_json::from_str::<Value>(&pending) {
        Err(error) if !pending.trim().is_empty() => each(first, Err(error)),
        Ok(_) | Err(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::for_each;

    fn read(input: &str) -> Vec<Option<i64>> {
        let mut seen = Vec::new();
        for_each(input.as_bytes(), |_, value| {
            seen.push(value.ok().and_then(|value| value["n"].as_i64()));
            Ok::<_, std::io::Error>(())
        })
        .unwrap();
        seen
    }

    #[test]
    fn each_object_comes_with_its_first_line() {
        let mut lines = Vec::new();
        for_each("{\"n\":1}\n\n{\n\"n\":2}\n{n}\n{\"n\":3\n{\"n\":4}".as_bytes(), |line, value| {
            lines.push((line, value.is_ok()));
            Ok::<_, std::io::Error>(())
        })
        .unwrap();
        assert_eq!(lines, [(1, true), (3, true), (5, false), (6, false), (7, true)]);
    }

    #[test]
    fn one_object_may_stand_on_many_lines_and_many_on_one_each() {
        assert_eq!(read("{\n \"n\": 1\n}\n"), [Some(1)]);
        assert_eq!(read("{\"n\":1}\n\n{\"n\":2}"), [Some(1), Some(2)]);
        assert_eq!(read("\u{feff}{\"n\":1}\n"), [Some(1)]);
    }

    #[test]
    fn a_bad_line_is_told_and_the_next_one_still_counts() {
        assert_eq!(read("{\"n\":1}\n{n:2}\n{\"n\":3}\n"), [Some(1), None, Some(3)]);
        assert_eq!(read("{\"n\":1\n{\"n\":2}\n"), [None, Some(2)]);
        assert_eq!(read("{\"n\":1}\n{\"n\":"), [Some(1), None]);
    }
}
