//! Who sent a unit where nobody was named at the counter: the sender of its parcel, the dealer's contact, or the dealer.
//! An intake always has a sender and need not have an end customer (domain/party.rs). Nothing is asked and nothing is
//! written here; `intake` calls it before a draft is looked at.

use crate::draft::IntakeDraft;
use crate::error::AppError;
use nightbench_domain::customer::Customer;
use nightbench_domain::pii::Pii;
use nightbench_store::{Source, consignment};

/// Who stands in for a customer nobody named; `None` where one is named, or nobody is known to have sent it: then the
/// customer at the counter is the sender.
pub(crate) fn of(source: &impl Source, draft: &IntakeDraft) -> Result<Option<Customer>, AppError> {
    if !is_blank(&draft.customer.name) || !is_blank(&draft.customer.phone) {
        return Ok(None);
    }
    let parcel = draft.consignment.map(|id| consignment::by_id(source, id)).transpose()?.flatten();
    let named = [parcel.map(|known| known.sender_card), draft.parties.dealer.clone()];
    if let Some(sender) = named.into_iter().flatten().find(|one| !is_blank(&one.name)) {
        return Ok(Some(sender));
    }
    let dealer = draft.dealer.trim();
    let sender = Customer { name: dealer.to_owned().into(), ..Customer::default() };
    Ok((!dealer.is_empty()).then_some(sender))
}

/// The draft with its sender. What was typed beside name and phone stays.
pub(crate) fn named(draft: IntakeDraft, sender: Option<Customer>) -> IntakeDraft {
    let Some(sender) = sender else { return draft };
    let typed = draft.customer;
    let or = |typed: Pii<String>, known: Pii<String>| if is_blank(&typed) { known } else { typed };
    let customer = Customer {
        name: sender.name,
        phone: sender.phone,
        company: or(typed.company, sender.company),
        email: or(typed.email, sender.email),
        address: or(typed.address, sender.address),
    };
    IntakeDraft { customer, ..draft }
}

fn is_blank(text: &Pii<String>) -> bool {
    text.reveal().trim().is_empty()
}
