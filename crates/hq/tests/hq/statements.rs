//! Statements stand once for two databases: SQLite binds parameters in the order in which they first appear, PostgreSQL
//! by number, so the two must be the same.

use std::path::Path;

#[test]
fn parameters_are_numbered_in_the_order_in_which_they_first_appear() {
    let mut checked = 0;
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut |path, text| {
        let mut highest = 0;
        for (at, _) in text.match_indices('$') {
            let digits: String = text[at + 1..].chars().take_while(char::is_ascii_digit).collect();
            let number: u32 = digits.parse().unwrap();
            assert!(number <= highest + 1, "{}: ${number} comes before ${}", path.display(), highest + 1);
            highest = highest.max(number);
        }
        checked += 1;
    });
    assert!(checked > 10);
}

fn walk(folder: &Path, visit: &mut impl FnMut(&Path, &str)) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, visit);
        } else if path.extension().is_some_and(|extension| extension == "sql") {
            visit(&path, &std::fs::read_to_string(&path).unwrap());
        }
    }
}
