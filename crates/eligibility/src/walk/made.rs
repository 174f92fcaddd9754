//! One point of a walk as the facts of a claim. The situation comes last, because it moves the dates.

use super::{BOUGHT, CONTRACT_MONTHS, Setting, Situation, Stretch};
use crate::facts::{
    Answer, Contract, Counting, Documents, Facts, PriorRepair, Purchase, RepairScope, Serial, SerialLabel,
};
use crate::policy::ContractTerm;
use chrono::{Datelike, Days, NaiveDate};
use nightbench_calendar::Calendar;
use nightbench_domain::unit::SaleKind;

/// A claim that is being put together.
pub(super) struct Made {
    facts: Facts,
    stretch: Option<Stretch>,
    situation: Situation,
}

impl Made {
    pub(super) fn new() -> Self {
        let facts = Facts {
            contract: Some(Contract::default().into()),
            counting: Some(Counting::Plain.into()),
            ..Facts::default()
        };
        Self { facts, stretch: None, situation: Situation::Ordinary }
    }

    pub(super) fn set(&mut self, setting: &Setting) {
        let facts = &mut self.facts;
        match setting {
            Setting::Class(class) => facts.product_class = Some((*class).into()),
            Setting::Object(object) => facts.claim_object = Some((*object).into()),
            Setting::Stretch(stretch) => self.stretch = Some(*stretch),
            Setting::Sale(kind, term) => {
                facts.sale_kind = Some((*kind).into());
                facts.contract = Some(term.map_or_else(Contract::default, contract_with).into());
            }
            Setting::ContractUnseen => {
                facts.sale_kind = Some(SaleKind::Normal.into());
                facts.contract = None;
            }
            Setting::Found(findings, is_defect_proven) => {
                facts.findings = Some(findings.clone().into());
                facts.consumable_defect = Some((*is_defect_proven).into());
            }
            Setting::Wanting(wanting) => {
                facts.documents = Some(Answer::Known(Documents {
                    warranty_certificate: Some((!wanting.certificate).into()),
                    purchase_proof: Some((!wanting.proof).into()),
                }));
                facts.serial = Some(Answer::Known(Serial {
                    label: Some(wanting.label.unwrap_or(SerialLabel::Readable).into()),
                    matches: Some((!wanting.is_mismatched).into()),
                }));
                facts.authorised_source = Some((!wanting.is_unauthorised).into());
            }
            Setting::Accessories(are) => facts.accessories_complete = Some((*are).into()),
            Setting::Consent(is) => facts.return_consent = Some((*is).into()),
            Setting::Situation(situation) => self.situation = *situation,
        }
    }

    pub(super) fn facts(self) -> Facts {
        let Self { mut facts, stretch, situation } = self;
        let stretch = stretch.unwrap_or(Stretch { after: None, up_to: None, claimed: BOUGHT });
        let mut bought = BOUGHT;
        let mut claimed = stretch.claimed;
        let mut voucher = None;
        match situation {
            Situation::Ordinary => {}
            Situation::RestDay => {
                facts.counting = Some(Counting::Cn.into());
                let is_rest = |day: NaiveDate| !Calendar::of("CN").is_working(day);
                bought =
                    first_bought(|bought| is_rest(stretch.end(bought)) && is_rest(next(stretch.end(bought))));
                claimed = next(stretch.end(bought));
            }
            Situation::ShortMonth => {
                bought = first_bought(|bought| stretch.end(bought).day() < bought.day());
                claimed = next(stretch.end(bought));
            }
            Situation::TwoDates => voucher = BOUGHT.checked_sub_days(Days::new(5)),
            Situation::OtherPartRepaired => {
                facts.prior_repairs = Some(vec![repaired(claimed, 10, RepairScope::PartOther)].into());
            }
            Situation::UnitRepaired => {
                facts.prior_repairs = Some(vec![repaired(claimed, 10, RepairScope::Product)].into());
            }
            Situation::TailOver(months) => {
                let repair = repaired(back(claimed, months), 1, RepairScope::Product);
                facts.prior_repairs = Some(vec![repair].into());
            }
        }
        facts.purchase = Some(Answer::Known(Purchase {
            voucher_date: voucher.map(Answer::Known),
            contract_date: Some(bought.into()),
        }));
        facts.claim_date = Some(claimed.into());
        facts
    }
}

fn contract_with(term: ContractTerm) -> Contract {
    match term {
        ContractTerm::SpecialPriceReturn => {
            Contract { special_price_return: Some(true.into()), ..Contract::default() }
        }
        ContractTerm::UnitMonths => {
            Contract { unit_months: Some(CONTRACT_MONTHS.into()), ..Contract::default() }
        }
        ContractTerm::CoversBorrowed => {
            Contract { covers_borrowed: Some(true.into()), ..Contract::default() }
        }
    }
}

fn repaired(claimed: NaiveDate, days_before: u64, scope: RepairScope) -> PriorRepair {
    let completed = claimed.checked_sub_days(Days::new(days_before)).unwrap_or(claimed);
    PriorRepair { completed: Some(completed.into()), scope: Some(scope.into()) }
}

/// The latest day from which a period of months reaches no further than the day.
fn back(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_sub_months(chrono::Months::new(months)).unwrap_or(day)
}

pub(super) fn next(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

/// The first day from [`BOUGHT`] on, within five years, of which something is true; else that day.
fn first_bought(is_so: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    BOUGHT.iter_days().take(5 * 366).find(|&day| is_so(day)).unwrap_or(BOUGHT)
}
