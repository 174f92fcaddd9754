//! Code without its comments, so that a rule about code is not broken by a sentence about it. Lines and
//! columns stay where they are. It is a scanner, not a parser: it knows strings and comments only.

/// Blanks the comments of Rust (`rust`) or of TypeScript.
pub(super) fn without_comments(text: &str, rust: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let token = token(rest, first, rust);
        let (taken, left) = rest.split_at(token.length.clamp(first.len_utf8(), rest.len()));
        if token.is_comment {
            out.extend(taken.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        } else {
            out.push_str(taken);
        }
        rest = left;
    }
    out
}

struct Token {
    length: usize,
    is_comment: bool,
}

fn token(rest: &str, first: char, rust: bool) -> Token {
    let comment = |length| Token { length, is_comment: true };
    let code = |length| Token { length, is_comment: false };
    if rest.starts_with("//") {
        return comment(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return comment(rest.find("*/").map_or(rest.len(), |end| end + 2));
    }
    if rust && (rest.starts_with("r\"") || rest.starts_with("r#")) {
        return code(raw_string_length(rest));
    }
    // A character literal, told from a lifetime by its closing quote.
    if rust && first == '\'' {
        return code(if rest.starts_with("'\"'") { 3 } else { 1 });
    }
    match first {
        '"' => code(string_length(rest, '"', rust)),
        // An apostrophe in the text between tags opens no string, so these end with their line.
        '\'' => code(string_length(rest, '\'', false)),
        '`' if !rust => code(string_length(rest, '`', true)),
        other => code(other.len_utf8()),
    }
}

/// The length of `r"..."` or `r#"..."#`, or 1 where the letter is an ordinary one.
fn raw_string_length(rest: &str) -> usize {
    let fences = rest.chars().skip(1).take_while(|c| *c == '#').count();
    let Some(body) = rest.get(1 + fences..).filter(|body| body.starts_with('"')) else { return 1 };
    let close = format!("\"{}", "#".repeat(fences));
    let opened = 2 + fences;
    body.get(1..).and_then(|body| body.find(&close)).map_or(rest.len(), |end| opened + end + close.len())
}

/// The length of a quoted string with its quotes; an unclosed one-line string is its first quote only.
fn string_length(rest: &str, quote: char, may_cross_lines: bool) -> usize {
    let mut escaped = false;
    for (index, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' if !may_cross_lines => return 1,
            c if c == quote => return index + c.len_utf8(),
            _ => {}
        }
    }
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_blanked_and_strings_are_kept() {
        let rust =
            "let a = \"// kept\"; // gone\n/* gone\n */ let b = r#\"a \" // kept\"#; let c = '\"'; // gone";
        let plain = without_comments(rust, true);
        assert_eq!(plain.lines().count(), rust.lines().count());
        assert_eq!(plain.matches("kept").count(), 2);
        assert!(!plain.contains("gone"), "{plain}");
    }

    #[test]
    fn an_apostrophe_between_tags_does_not_swallow_the_rest() {
        let tsx = "<p>don't</p> // gone\nconst a = 'https://kept'; const b = `two\nlines // kept`;";
        let plain = without_comments(tsx, false);
        assert!(!plain.contains("gone"), "{plain}");
        assert_eq!(plain.matches("kept").count(), 2);
    }
}
