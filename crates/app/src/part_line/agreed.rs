//! The parts that a quote the customer agreed to still calls for, with what is free of each.

use crate::error::AppError;
use nightbench_domain::id::{PartId, TicketId};
use nightbench_domain::ledger::RepairTerms;
use nightbench_domain::quote::LineKind;
use nightbench_domain::serial::fold;
use nightbench_store::Source;
use nightbench_store::part::{self as store, LineRecord};
use nightbench_store::quote::{self, QuoteRecord};
use serde::Serialize;
use ts_rs::TS;

/// A part on the quote the customer agreed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AgreedPart {
    /// The number as the quote has it, folded.
    pub number: String,
    /// What the quote calls it in Chinese, or empty.
    pub name_zh: String,
    /// What the quote calls it in English, or empty.
    pub name_en: String,
    /// How many are still to be asked for.
    pub quantity: u32,
    /// The part on stock of that number; absent when there is none.
    pub part: Option<PartId>,
    /// How many of it are free.
    pub free: u32,
}

/// The parts of the quote the customer agreed to that were not asked for yet. Only the newest issued quote counts.
pub(super) fn agreed(
    source: &impl Source,
    ticket: TicketId,
    kept: &[LineRecord],
) -> Result<Vec<AgreedPart>, AppError> {
    let newest = quote::of_ticket(source, ticket)?.into_iter().find(|quote| quote.revision.is_some());
    let Some(QuoteRecord { terms, answer: Some(answered), .. }) = newest else { return Ok(Vec::new()) };
    if !terms.agrees_to_repair(&answered.answer.choice) {
        return Ok(Vec::new());
    }
    let mut parts: Vec<AgreedPart> = Vec::new();
    for line in terms.accepted_lines(&answered.answer.choice)? {
        if line.kind != LineKind::Part {
            continue;
        }
        let number = fold(&line.code);
        match parts.iter_mut().find(|known| !number.is_empty() && known.number == number) {
            Some(known) => known.quantity = known.quantity.saturating_add(line.quantity),
            None => parts.push(AgreedPart {
                number,
                name_zh: line.name_zh.clone(),
                name_en: line.name_en.clone(),
                quantity: line.quantity,
                part: None,
                free: 0,
            }),
        }
    }
    for agreed in &mut parts {
        let Some(part) = store::by_number(source, &agreed.number)? else { continue };
        let is_of = |line: &&LineRecord| line.part == part.id && line.terms == RepairTerms::Paid;
        let asked: u32 = kept.iter().filter(is_of).map(|line| line.quantity).sum();
        agreed.quantity = agreed.quantity.saturating_sub(asked);
        agreed.part = Some(part.id);
        agreed.free = part.stock.free();
    }
    parts.retain(|agreed| agreed.quantity > 0);
    Ok(parts)
}
