//! What is known of people, places and units when they come, and what is said about them.

use super::super::followed::Followed;
use super::{From, Table, by, field, folded, from, json, number, string, text};
use crate::error::StoreError;
use nightbench_domain::customer::Customer;
use nightbench_domain::enquiry::EnquiryResult;
use nightbench_domain::pii::Pii;
use nightbench_domain::serial::SerialNumber;
use rusqlite::types::Value as Cell;

pub(super) const TABLES: &[Table] = &[
    Table {
        name: "user",
        makes: &["user.save"],
        changes: &[],
        ends: &[],
        columns: &[
            text("name"),
            from("name_key", From::Of(&["name"], |user| Ok(folded(user, "name")))),
            text("role"),
            number("is_active", 1),
            by("created_at", &["user.save"], From::At),
            by("updated_at", &["user.save"], From::At),
        ],
    },
    Table {
        name: "place",
        makes: &["place.save"],
        changes: &[],
        ends: &[],
        columns: &[
            text("code"),
            text("name"),
            text("kind"),
            number("is_active", 1),
            by("updated_at", &["place.save"], From::At),
        ],
    },
    Table {
        name: "customer",
        makes: &["customer.add"],
        changes: &["customer.update"],
        ends: &[],
        columns: &[
            text("name"),
            text("phone"),
            text("email"),
            text("address"),
            text("company"),
            from("phone_key", From::Of(&["phone"], phone_key)),
            from("name_key", From::Of(&["name"], |customer| Ok(folded(customer, "name")))),
            by("created_at", &["customer.add"], From::At),
            by("updated_at", &["customer.add", "customer.update"], From::At),
        ],
    },
    Table {
        name: "authorisation",
        makes: &["authorisation.issue"],
        changes: &["authorisation.take_up", "authorisation.cancel", "authorisation.reinstate"],
        ends: &[],
        columns: &[
            text("rma"),
            text("issued_by"),
            field("serial"),
            field("customer"),
            text("note"),
            by("issued_at", &["authorisation.issue"], From::At),
            field("ticket"),
            by("cancelled_at", &["authorisation.cancel"], From::At),
            by("cancelled_at", &["authorisation.reinstate"], From::Null),
            text("cancel_reason"),
        ],
    },
    Table {
        name: "enquiry",
        makes: &["enquiry.open"],
        changes: &["enquiry.amend", "enquiry.end", "enquiry.reopen"],
        ends: &[],
        columns: &[
            text("way"),
            field("received_at"),
            field("reply_due_at"),
            field("customer"),
            text("words"),
            field("result"),
            text("result_words"),
            field("result_at"),
            by("recorded_by", &["enquiry.open"], From::Actor),
            from("is_open", From::Of(&["result"], is_enquiry_open)),
        ],
    },
    Table {
        name: "enquiry_unit",
        makes: &["enquiry.unit"],
        changes: &[],
        ends: &["enquiry.unit_remove"],
        columns: &[
            from("enquiry", From::Field("of_enquiry")),
            // Where it stands in the list is put right when it is there.
            by("place", &[""], From::Number("", 0)),
            from("serial", From::Of(&["serial"], |unit| Ok(said(unit, "serial")))),
            text("model"),
            field("product_class"),
            text("symptom"),
            field("authorisation"),
            from("ticket", From::Field("became")),
        ],
    },
    Table {
        name: "consignment",
        makes: &["consignment.receive"],
        changes: &["consignment.amend", "consignment.share", "consignment.close", "consignment.reopen"],
        ends: &[],
        columns: &[
            text("waybill"),
            field("carrier"),
            field("sender"),
            field("received_on"),
            by("received_at", &["consignment.receive"], From::At),
            field("cartons_announced"),
            field("cartons_counted"),
            field("units_announced"),
            json("freight", "null"),
            text("damage"),
            text("note"),
            json("shared", "{}"),
            field("closed_at"),
        ],
    },
    Table {
        name: "intake",
        makes: &["intake.receive"],
        changes: &["intake.amend"],
        ends: &[],
        columns: &[
            text("rma"),
            text("serial"),
            from("look_alike_key", From::Of(&["serial"], look_alike_key)),
            text("model"),
            text("product_class"),
            text("symptom"),
            field("customer"),
            text("dealer"),
            text("channel"),
            from("channel_stated", From::Of(&["channel"], |intake| Ok(is_said(intake, "channel")))),
            field("received_on"),
            by("received_at", &["intake.receive"], From::At),
            field("first_reported_on"),
            text("first_reported_to"),
            text("first_reported_proof"),
            number("no_earlier_report", 0),
            text("remote_attempts"),
            json("accessories", "[]"),
            text("condition"),
            text("purchase_document"),
            field("remedy_wanted"),
            field("paper_form"),
            field("calendar"),
            json("facts", "{}"),
            json("conflicts", "[]"),
            field("authorisation"),
            field("quoted_rma"),
            field("standing"),
            field("label"),
            field("damage_where"),
            text("damage_note"),
            field("late_entry_at"),
            number("owned_by_us", 0),
            field("consignment"),
        ],
    },
    Table {
        name: "consignment_line",
        makes: &["consignment.line"],
        changes: &[],
        ends: &["consignment.line_remove"],
        columns: &[
            from("consignment", From::Field("of_consignment")),
            number("place", 0),
            text("serial"),
            text("model"),
            number("is_announced", 0),
            field("arrived_at"),
            text("damage"),
            field("ticket"),
        ],
    },
    Table {
        name: "attachment",
        makes: &["attachment.add"],
        changes: &["attachment.remove", "attachment.restore"],
        ends: &[],
        columns: &[
            field("ticket"),
            from("consignment", From::Field("of_consignment")),
            from("blob", From::Of(&["hash"], |attachment| blob(attachment).map(Cell::Blob))),
            text("name"),
            text("media_type"),
            field("added_at"),
            field("removed_at"),
            field("shows"),
        ],
    },
    Table {
        name: "identity",
        makes: &["identity.confirm", "identity.reject"],
        changes: &[],
        ends: &[],
        columns: &[
            field("ticket"),
            by("decision", &["identity.confirm"], From::Is("confirmed")),
            by("decision", &["identity.reject"], From::Is("rejected")),
            field("serial"),
            json("sources", "[]"),
            text("note"),
            by("decided_by", &["identity.confirm", "identity.reject"], From::Actor),
            by("decided_at", &["identity.confirm", "identity.reject"], From::At),
        ],
    },
    Table {
        name: "relabelling",
        makes: &["unit.relabel"],
        changes: &[],
        ends: &[],
        columns: &[
            field("ticket"),
            text("serial"),
            text("note"),
            by("done_by", &["unit.relabel"], From::Actor),
            by("done_at", &["unit.relabel"], From::At),
        ],
    },
    Table {
        name: "contact",
        makes: &["contact.log"],
        changes: &["contact.withdraw"],
        ends: &[],
        columns: &[
            from("enquiry", From::Field("of_enquiry")),
            field("ticket"),
            text("way"),
            text("direction"),
            number("is_reached", 0),
            from("party", From::Text("with")),
            text("words"),
            field("said_at"),
            by("logged_at", &["contact.log"], From::At),
            by("logged_by", &["contact.log"], From::Actor),
            field("attempt"),
            from("checked", From::Json("check", "null")),
            json("closes", "[]"),
            field("withdrawn_at"),
            by("withdrawn_why", &["contact.withdraw"], From::Remark("reason")),
        ],
    },
    Table {
        name: "follow_up",
        makes: &["follow_up.open"],
        changes: &["follow_up.end", "follow_up.reopen"],
        ends: &[],
        columns: &[
            from("enquiry", From::Field("of_enquiry")),
            field("ticket"),
            text("kind"),
            text("words"),
            field("due_on"),
            field("owner"),
            by("opened_at", &["follow_up.open"], From::At),
            by("opened_by", &["follow_up.open"], From::Actor),
            field("ended"),
            field("ended_at"),
            by("ended_by", &["follow_up.end"], From::Actor),
            by("ended_by", &["follow_up.reopen"], From::Is("")),
            text("end_words"),
        ],
    },
];

/// Name of the content of an attachment.
pub(in super::super) fn blob(attachment: &Followed<'_>) -> Result<Vec<u8>, StoreError> {
    let hash = blake3::Hash::from_hex(attachment.text("hash")).map_err(|_| attachment.unreadable())?;
    Ok(hash.as_bytes().to_vec())
}

/// What a text field holds; NULL where it is empty.
fn said(record: &Followed<'_>, name: &str) -> Cell {
    match record.text(name) {
        text if text.is_empty() => Cell::Null,
        text => string(text),
    }
}

fn is_said(record: &Followed<'_>, name: &str) -> Cell {
    Cell::Integer(i64::from(!record.text(name).is_empty()))
}

fn phone_key(customer: &Followed<'_>) -> Result<Cell, StoreError> {
    let phone = Pii::from(customer.text("phone"));
    Ok(string(Customer { phone, ..Customer::default() }.phone_key()))
}

fn look_alike_key(intake: &Followed<'_>) -> Result<Cell, StoreError> {
    let serial = SerialNumber::parse(&intake.text("serial"));
    serial.map(|serial| string(serial.look_alike_key())).map_err(|_| intake.unreadable())
}

fn is_enquiry_open(enquiry: &Followed<'_>) -> Result<Cell, StoreError> {
    let ends = match enquiry.text("result").as_str() {
        "" => false,
        _ => enquiry.code::<EnquiryResult>("result")?.ends(),
    };
    Ok(Cell::Integer(i64::from(!ends)))
}
