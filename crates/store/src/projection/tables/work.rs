//! What happens to a work order until its unit has left.

use super::super::followed::Followed;
use super::{Column, From, Table, by, field, from, json, number, string, text};
use crate::error::StoreError;
use nightbench_domain::decision::DecisionState;
use nightbench_domain::operation::Value;
use nightbench_domain::ticket::Status;
use rusqlite::types::Value as Cell;
use std::collections::BTreeMap;

const REPLIES: &[&str] = &[
    "decision.accept",
    "decision.refuse",
    "decision.ask_back",
    "decision.explain",
    "decision.withdraw",
    "decision.take_back",
    "decision.no_longer_asked",
];

pub(super) const TABLES: &[Table] = &[
    Table {
        name: "ticket",
        makes: &[],
        changes: &["ticket.transition", "ticket.assign", "ticket.form_obtained", "ticket.form_withdrawn"],
        ends: &[],
        columns: &[
            text("status"),
            from("is_open", From::Of(&["status"], is_ticket_open)),
            by("cancel_reason", &["ticket.transition"], From::Of(&["status"], cancel_reason)),
            by("moved_at", &["ticket.transition"], From::At),
            field("owner"),
            field("form_obtained_on"),
            text("form_obtained_how"),
        ],
    },
    Table {
        name: "verdict",
        makes: &["verdict.save"],
        changes: &[],
        ends: &[],
        columns: &[
            field("ticket"),
            field("made_at"),
            json("facts", "{}"),
            json("verdict", "{}"),
            text("policy_id"),
            text("policy_version"),
            text("policy_hash"),
            text("calendar_hash"),
        ],
    },
    Table { name: "decision", makes: &["decision.ask"], changes: REPLIES, ends: &[], columns: DECISION },
    Table {
        name: "decision",
        makes: &[],
        changes: &["decision.stand", "decision.lapse"],
        ends: &[],
        columns: DECISION,
    },
    Table {
        name: "resolution",
        makes: &["ticket.resolve"],
        changes: &[],
        ends: &[],
        columns: &[
            field("ticket"),
            field("resolution"),
            by("reason", &["ticket.resolve"], From::Field("reason")),
            text("note"),
            field("chosen_by"),
            field("chosen_on"),
            field("chosen_words"),
            by("decided_by", &["ticket.resolve"], From::Actor),
            by("decided_at", &["ticket.resolve"], From::At),
        ],
    },
    Table {
        name: "disposition",
        makes: &["ticket.dispose"],
        changes: &[],
        ends: &[],
        columns: &[
            field("ticket"),
            field("disposition"),
            text("note"),
            by("decided_by", &["ticket.dispose"], From::Actor),
            by("decided_at", &["ticket.dispose"], From::At),
        ],
    },
    Table {
        name: "exchange",
        makes: &["exchange.choose"],
        changes: &["exchange.withdraw"],
        ends: &[],
        columns: &[
            field("ticket"),
            text("serial"),
            text("model"),
            text("model_old"),
            text("compared"),
            field("decision"),
            by("chosen_by", &["exchange.choose"], From::Actor),
            by("chosen_at", &["exchange.choose"], From::At),
            by("withdrawn_at", &["exchange.withdraw"], From::At),
            by("withdrawn_why", &["exchange.withdraw"], From::Remark("reason")),
        ],
    },
    Table {
        name: "refund",
        makes: &["refund.work"],
        changes: &["refund.withdraw"],
        ends: &[],
        columns: &[
            field("ticket"),
            text("serial"),
            field("price_minor"),
            text("currency"),
            text("document"),
            field("attachment"),
            text("payer"),
            by("worked_by", &["refund.work"], From::Actor),
            by("worked_at", &["refund.work"], From::At),
            by("withdrawn_at", &["refund.withdraw"], From::At),
            by("withdrawn_why", &["refund.withdraw"], From::Remark("reason")),
        ],
    },
    Table {
        name: "bench_sheet",
        makes: &["bench_sheet.save"],
        changes: &[],
        ends: &[],
        columns: &[
            field("ticket"),
            from("kind", From::Field("sheet_kind")),
            from("result", From::Field("sheet_result")),
            field("replaces"),
            field("catalogue"),
            json("lines", "[]"),
            json("around", "{}"),
            by("made_by", &["bench_sheet.save"], From::Actor),
            field("made_on"),
            by("made_at", &["bench_sheet.save"], From::At),
        ],
    },
    Table {
        name: "bench_catalogue",
        makes: &["bench_catalogue.save"],
        changes: &[],
        ends: &[],
        columns: &[
            field("version"),
            json("content", "{}"),
            by("reason", &["bench_catalogue.save"], From::Remark("reason")),
            by("saved_by", &["bench_catalogue.save"], From::Actor),
            by("saved_at", &["bench_catalogue.save"], From::At),
        ],
    },
    Table {
        name: "diagnosis",
        makes: &["diagnosis.record"],
        changes: &[],
        ends: &[],
        columns: &[
            field("ticket"),
            number("is_cause_open", 0),
            by("second", &["diagnosis.record"], From::Remark("second")),
            by("made_by", &["diagnosis.record"], From::Actor),
            field("made_on"),
            by("made_at", &["diagnosis.record"], From::At),
        ],
    },
    Table {
        name: "quote",
        makes: &["quote.draft"],
        changes: &["quote.review", "quote.issue", "quote.answer", "quote.supersede"],
        ends: &["quote.discard"],
        columns: &[
            field("ticket"),
            field("revision"),
            from("state", From::Of(&["state"], quote_state)),
            json("terms", "{}"),
            from("valid_until", From::Of(&["terms"], valid_until)),
            by("reviewed_by", &["quote.draft"], From::Is("")),
            by("review", &["quote.draft"], From::Is("")),
            by("reviewed_by", &["quote.review"], From::Text("reviewed_by")),
            by("review", &["quote.review"], From::Text("review")),
            by("made_by", &["quote.draft"], From::Actor),
            by("made_at", &["quote.draft"], From::At),
            by("issued_by", &["quote.issue"], From::Actor),
            field("issued_on"),
            by("issued_at", &["quote.issue"], From::At),
            from("answer", From::Of(&["choice", "answered_on", "how", "scan", "who", "words"], quote_answer)),
            by("answered_by", &["quote.answer"], From::Actor),
            by("answered_at", &["quote.answer"], From::At),
        ],
    },
    Table {
        name: "handover",
        makes: &["handover.record"],
        changes: &["handover.amend", "handover.close"],
        ends: &[],
        columns: &[
            field("ticket"),
            field("handed_over_on"),
            field("handed_over_at"),
            text("late_reason"),
            text("way"),
            field("carrier"),
            field("waybill"),
            text("collected_by"),
            field("proof"),
            json("accessories", "[]"),
            text("missing_note"),
            text("condition"),
            field("signature"),
            field("signature_scan"),
            text("account"),
            field("invoice_title"),
            text("invoice_tax_number"),
            text("invoice_send_to"),
            field("freight_bearer"),
            text("freight_decided_by"),
            field("given_serial"),
            text("given_model"),
            text("loan_note"),
            text("note"),
            by("recorded_by", &["handover.record"], From::Actor),
            by("recorded_at", &["handover.record"], From::At),
            field("closed_on"),
        ],
    },
    Table {
        name: "payment",
        makes: &["payment.record"],
        changes: &["payment.withdraw"],
        ends: &[],
        columns: &[
            field("ticket"),
            text("kind"),
            text("method"),
            field("amount_minor"),
            text("currency"),
            field("paid_on"),
            text("reference"),
            by("recorded_by", &["payment.record"], From::Actor),
            by("recorded_at", &["payment.record"], From::At),
            by("withdrawn_at", &["payment.withdraw"], From::At),
            from("withdraw_reason", From::Text("withdrawn")),
        ],
    },
    Table {
        name: "lending",
        makes: &["lending.begin"],
        changes: &["lending.end"],
        ends: &[],
        columns: &[
            field("ticket"),
            text("serial"),
            text("model"),
            field("lent_on"),
            text("note"),
            by("lent_by", &["lending.begin"], From::Actor),
            field("returned_on"),
            text("returned_note"),
        ],
    },
    Table {
        name: "cover_entry",
        makes: &["cover.enter"],
        changes: &[],
        ends: &[],
        columns: &[
            field("ticket"),
            text("serial"),
            text("entry"),
            field("part"),
            field("terms"),
            field("by_serial"),
            field("completed_on"),
        ],
    },
    Table {
        name: "part",
        makes: &["part.save"],
        changes: &[],
        ends: &[],
        columns: &[
            text("number"),
            text("name_zh"),
            text("name_en"),
            text("position"),
            number("is_serialised", 0),
            field("cost_minor"),
            text("currency"),
            by("on_hand", &[""], From::Number("", 0)),
            by("reserved", &[""], From::Number("", 0)),
        ],
    },
    Table {
        name: "part_line",
        makes: &["part.need"],
        changes: &["part.reserve", "part.expect", "part.issue", "part.release"],
        ends: &[],
        columns: &[
            field("ticket"),
            field("part"),
            field("quantity"),
            text("terms"),
            text("state"),
            field("expected_on"),
            text("serial_old"),
            text("serial_new"),
            field("cost_minor"),
            text("currency"),
            by("made_at", &["part.need"], From::At),
        ],
    },
];

const DECISION: &[Column] = &[
    field("ticket"),
    text("kind"),
    text("clause"),
    field("reading"),
    json("remedies", "[]"),
    json("excuses", "[]"),
    json("evidence", "[]"),
    text("words"),
    by("asked_by", &["decision.ask"], From::Actor),
    text("asked_of"),
    by("asked_at", &["decision.ask"], From::At),
    field("due_on"),
    field("verdict"),
    from("state", From::Of(&["state"], decision_state)),
    number("is_standing", 1),
    by("settled_at", REPLIES, From::Of(&["state"], settled_at)),
];

fn is_ticket_open(ticket: &Followed<'_>) -> Result<Cell, StoreError> {
    let status: Status = ticket.code("status")?;
    Ok(Cell::Integer(i64::from(status.is_open())))
}

fn cancel_reason(ticket: &Followed<'_>) -> Result<Cell, StoreError> {
    let status: Status = ticket.code("status")?;
    Ok(string(if status == Status::Cancelled { ticket.remark("reason") } else { String::new() }))
}

fn decision_state(decision: &Followed<'_>) -> Result<Cell, StoreError> {
    Ok(match decision.text("state") {
        state if state.is_empty() => string("asked"),
        state => string(state),
    })
}

fn settled_at(decision: &Followed<'_>) -> Result<Cell, StoreError> {
    let state: DecisionState = decision.code("state")?;
    Ok(if state.is_open() { Cell::Null } else { Cell::Integer(decision.operation.at) })
}

fn quote_state(quote: &Followed<'_>) -> Result<Cell, StoreError> {
    Ok(match quote.text("state") {
        state if state.is_empty() => string("draft"),
        state => string(state),
    })
}

fn valid_until(quote: &Followed<'_>) -> Result<Cell, StoreError> {
    match quote.value("terms") {
        Some(Value::Map(terms)) => match terms.get("valid_until") {
            Some(Value::Text(day)) => Ok(string(day.clone())),
            _ => Err(quote.unreadable()),
        },
        _ => Err(quote.unreadable()),
    }
}

/// The answer as the row keeps it, in one piece, with who said it.
fn quote_answer(quote: &Followed<'_>) -> Result<Cell, StoreError> {
    let Some(choice) = quote.value("choice") else { return Ok(string("null")) };
    let text = |name: &str| serde_json::Value::String(quote.text(name));
    let scan = match quote.text("scan") {
        scan if scan.is_empty() => serde_json::Value::Null,
        scan => scan.into(),
    };
    let parts = [
        ("choice", serde_json::to_value(choice)?),
        ("who", text("who")),
        ("on", text("answered_on")),
        ("how", text("how")),
        ("words", text("words")),
        ("scan", scan),
    ];
    let answer: BTreeMap<&str, serde_json::Value> = parts.into();
    Ok(string(serde_json::to_string(&answer)?))
}
