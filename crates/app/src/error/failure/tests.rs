//! A refusal names what is wrong and never repeats what was given.

use super::{field_name, without_values};

#[test]
fn a_wrong_field_is_named_by_its_place() {
    assert_eq!(field_name("intake.received_on"), "intake.received_on");
    assert_eq!(field_name("intake.accessories[2].state"), "intake.accessories[2].state");
    assert_eq!(field_name("intake.Li Lei"), "intake.?");
}

#[test]
fn a_refused_request_never_repeats_what_was_given() {
    for (detail, told) in [
        (
            "invalid type: integer `13812345678`, expected a string",
            "invalid type: integer, expected a string",
        ),
        (
            "invalid type: string \"Li Lei 138\", expected struct Customer",
            "invalid type: string, expected struct Customer",
        ),
        (
            "unknown field `Li Lei`, expected one of `name`, `phone`",
            "unknown field, expected one of `name`, `phone`",
        ),
        ("sale_kind: not one of normal, special_price", "sale_kind: not one of normal, special_price"),
        ("missing field `before`", "missing field before"),
    ] {
        assert_eq!(without_values(detail), told);
    }
}
