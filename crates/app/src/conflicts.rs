//! What an intake says that contradicts itself, its facts, the sales register or a master. It is recorded with the
//! intake and shown to a person, never a reason to refuse it, and decides nothing.

use crate::claim::{Said, purchased_on};
use crate::known::Known;
use chrono::NaiveDate;
use nightbench_domain::code;
use nightbench_domain::dealer::Authorised;
use nightbench_domain::intake::Conflict;
use nightbench_eligibility::facts::Answer;

/// What contradicts the register, or itself.
#[must_use]
pub(crate) fn conflicts(said: &Said<'_>, model: &str, known: &Known) -> Vec<Conflict> {
    let sale = known.sale.as_ref();
    let mut found = Vec::new();
    let known_date = |answer: &Option<Answer<NaiveDate>>| answer.as_ref().and_then(Answer::known).copied();
    let purchase = said.facts.purchase.as_ref().and_then(Answer::known);
    let voucher = purchase.and_then(|purchase| known_date(&purchase.voucher_date));
    let contract = purchase.and_then(|purchase| known_date(&purchase.contract_date));
    if let Some(sale) = sale {
        let mut differs = |field: &str, register: Option<String>, intake: Option<String>| {
            if let (Some(register), Some(intake)) = (register, intake)
                && register != intake
                && !register.is_empty()
                && !intake.is_empty()
            {
                found.push(Conflict::Register { field: field.to_owned(), register, intake });
            }
        };
        let stated_kind = said.facts.sale_kind.as_ref().and_then(Answer::known).copied();
        differs("model", Some(sale.model.trim().to_owned()), Some(model.trim().to_owned()));
        differs(
            "product_class",
            sale.product_class.map(|value| code(&value)),
            said.product_class.map(|value| code(&value)),
        );
        differs("voucher_date", sale.voucher_date.map(text), voucher.map(text));
        differs("contract_date", sale.contract_date.map(text), contract.map(text));
        differs("sale_kind", sale.sale_kind.map(|value| code(&value)), stated_kind.map(|value| code(&value)));
        // A row without a buyer says when a unit left the factory, not that it was sold.
        if said.owned_by_us && !sale.customer.reveal().trim().is_empty() {
            found.push(Conflict::OwnUnitSold { on: sale.voucher_date.or(sale.contract_date) });
        }
    }
    against_masters(said, known, &mut found);
    let stated_class = said.facts.product_class.as_ref().and_then(Answer::known).copied();
    if let (Some(facts), Some(intake)) = (stated_class, said.product_class)
        && facts != intake
    {
        let (facts, intake) = (code(&facts), code(&intake));
        found.push(Conflict::Facts { field: "product_class".to_owned(), facts, intake });
    }
    let voucher = voucher.or_else(|| sale.and_then(|sale| sale.voucher_date));
    let claimed = known_date(&said.facts.claim_date);
    let in_order = [
        ("voucher_date", voucher, "claim_date", claimed),
        ("claim_date", claimed, "received_on", said.received_on),
        ("voucher_date", voucher, "received_on", said.received_on),
        ("voucher_date", voucher, "first_reported.on", said.first_reported_on),
        ("first_reported.on", said.first_reported_on, "received_on", said.received_on),
    ];
    for (earlier, first, later, second) in in_order {
        if let (Some(first), Some(second)) = (first, second)
            && first > second
        {
            found.push(Conflict::DateOrder { earlier: earlier.to_owned(), later: later.to_owned() });
        }
    }
    let is_open = said.first_reported_on.is_none() && !said.no_earlier_report;
    if said.facts.claim_date.is_none() && is_open && said.received_on.is_some() {
        found.push(Conflict::ClaimDateFromReceipt);
    }
    found
}

/// What the masters say against the intake. None of it is a refusal, and none of it is a fact.
fn against_masters(said: &Said<'_>, known: &Known, found: &mut Vec<Conflict>) {
    if let Some(model) = known.model.as_ref().map(|model| &model.entry) {
        if let (Some(says), Some(intake)) = (model.product_class, said.product_class)
            && says != intake
        {
            found.push(Conflict::Master {
                field: "product_class".to_owned(),
                by: model.code.clone(),
                says: code(&says),
                intake: code(&intake),
            });
        }
        if let (Some(pattern), Some(serial)) = (&model.serial_pattern, &known.serial)
            && !serial.is_stand_in()
            && !pattern.fits(serial)
        {
            found.push(Conflict::SerialPattern { model: model.code.clone(), pattern: pattern.to_string() });
        }
    }
    let bought_on = purchased_on(said.facts)
        .or_else(|| known.sale.as_ref().and_then(|sale| sale.voucher_date.or(sale.contract_date)));
    if let (Some(dealer), Some(on)) = (&known.dealer, bought_on)
        && dealer.entry.authorised_on(on) == Authorised::No
    {
        found.push(Conflict::DealerNotAuthorised { dealer: dealer.entry.name.clone(), on });
    }
    if known.contracts.len() > 1 {
        let numbers = known.contracts.iter().map(|contract| contract.entry.number.clone()).collect();
        found.push(Conflict::Contracts { numbers });
    }
}

fn text(date: NaiveDate) -> String {
    date.to_string()
}

#[cfg(test)]
mod tests {
    use super::conflicts;
    use crate::claim::Said;
    use crate::claim::sample::{facts, known, said, sale};
    use crate::known::Known;
    use nightbench_domain::intake::Conflict;
    use nightbench_domain::registry::Sale;
    use nightbench_domain::unit::ProductClass;

    #[test]
    fn facts_that_contradict_the_intake_are_recorded_with_it() {
        let stated = facts(r#"{"product_class":"module","claim_date":"2026-04-01"}"#);
        let intake =
            Said { product_class: Some(ProductClass::Terminal), ..said(&stated, Some("2026-03-11")) };
        let found = conflicts(&intake, "NV-640", &Known::default());
        assert!(found.contains(&Conflict::Facts {
            field: "product_class".to_owned(),
            facts: "module".to_owned(),
            intake: "terminal".to_owned(),
        }));
        assert!(found.contains(&Conflict::DateOrder {
            earlier: "claim_date".to_owned(),
            later: "received_on".to_owned(),
        }));
    }

    #[test]
    fn a_unit_of_our_own_that_the_register_says_was_sold_is_said_so() {
        let stated = facts("{}");
        let ours = Said { owned_by_us: true, ..said(&stated, Some("2026-03-11")) };
        let sold = Conflict::OwnUnitSold { on: "2026-03-02".parse().ok() };
        let to = |buyer: &str| Known {
            sale: Some(Sale { customer: buyer.to_owned().into(), ..sale() }),
            ..known()
        };
        for (said, known, is_said) in [
            (&ours, to("李雷"), true),
            (&ours, to(" "), false),
            (&said(&stated, Some("2026-03-11")), to("李雷"), false),
        ] {
            assert_eq!(conflicts(said, "NV-640", &known).contains(&sold), is_said);
        }
    }

    #[test]
    fn a_conflict_with_the_register_or_between_dates_is_found() {
        let stated = facts(r#"{"purchase":{"voucher_date":"2026-03-12"},"sale_kind":"special_price"}"#);
        let found = conflicts(&said(&stated, Some("2026-03-11")), "NV-200", &known());
        let fields: Vec<_> = found
            .iter()
            .map(|conflict| match conflict {
                Conflict::Register { field, .. } => field.clone(),
                Conflict::Facts { field, .. } => format!("facts {field}"),
                Conflict::DateOrder { earlier, later } => format!("{earlier}>{later}"),
                Conflict::Consignment { consignment, .. } => format!("parcel {consignment}"),
                Conflict::ClaimDateFromReceipt => "receipt".to_owned(),
                Conflict::Master { .. }
                | Conflict::DealerNotAuthorised { .. }
                | Conflict::SerialPattern { .. }
                | Conflict::Contracts { .. } => "master".to_owned(),
                Conflict::OwnUnitSold { .. } => "own".to_owned(),
            })
            .collect();
        assert_eq!(
            fields,
            [
                "model",
                "voucher_date",
                "sale_kind",
                "voucher_date>received_on",
                "voucher_date>first_reported.on",
                "first_reported.on>received_on",
            ]
        );
    }
}
