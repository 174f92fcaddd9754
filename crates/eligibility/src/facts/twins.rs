//! Finds a field that stands twice in one JSON object. Parsed JSON has forgotten the first of the two, so this reads the
//! text; it keeps no value and judges none.

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// The path of the first field that stands twice, such as `prior_repairs[1].scope`; None where none does, or where the
/// text is no JSON.
pub(super) fn first(text: &str) -> Option<String> {
    serde_json::from_str::<Twin>(text).ok()?.0
}

/// What was found inside a value.
struct Twin(Option<String>);

impl<'de> Deserialize<'de> for Twin {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Look)
    }
}

struct Look;

/// A value without fields.
macro_rules! plain {
    ($($visit:ident: $value:ty),+) => { $(
        fn $visit<E>(self, _: $value) -> Result<Twin, E> {
            Ok(Twin(None))
        }
    )+ };
}

impl<'de> Visitor<'de> for Look {
    type Value = Twin;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JSON")
    }

    plain! { visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_str: &str }

    fn visit_unit<E>(self) -> Result<Twin, E> {
        Ok(Twin(None))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Twin, A::Error> {
        let mut at = 0;
        while let Some(Twin(found)) = list.next_element()? {
            if let Some(inner) = found {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                let dot = if inner.starts_with('[') { "" } else { "." };
                return Ok(Twin(Some(format!("[{at}]{dot}{inner}"))));
            }
            at += 1;
        }
        Ok(Twin(None))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Twin, A::Error> {
        let mut names: Vec<String> = Vec::new();
        let mut found = None;
        while let Some(name) = object.next_key::<String>()? {
            let Twin(inner) = object.next_value()?;
            let is_twin = names.contains(&name);
            if found.is_none() && is_twin {
                found = Some(name.clone());
            } else if let (None, Some(inner)) = (&found, inner) {
                let dot = if inner.starts_with('[') { "" } else { "." };
                found = Some(format!("{name}{dot}{inner}"));
            }
            names.push(name);
        }
        Ok(Twin(found))
    }
}

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn the_first_field_that_stands_twice_is_named_by_its_path() {
        for (text, twin) in [
            (r#"{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}"#, None),
            (r#"{"a":1,"a":1}"#, Some("a")),
            (r#"{"a":null,"\u0061":true}"#, Some("a")),
            (r#"{"a":{"b":1.5,"b":-1}}"#, Some("a.b")),
            (r#"{"a":[{},{"b":"x","b":[]}],"a":1}"#, Some("a[1].b")),
            (r#"[[{"b":1,"b":1}],1]"#, Some("[0][0].b")),
            (r#"{"a":1,"a":1"#, None),
        ] {
            assert_eq!(first(text).as_deref(), twin, "{text}");
        }
    }
}
