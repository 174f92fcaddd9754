//! What stands on the papers of a work order: filled from its record, its verdict as of today and the station. How a
//! paper is kept, opened or printed is in `form.rs`; stickers of several units and the parcel's receipt take their
//! parts from here.

use crate::bench_report;
use crate::consignment;
use crate::decision_letter;
use crate::delivery_note;
use crate::error::AppError;
use crate::form::FormKind;
use crate::paper_sheet::stock;
use crate::quote::number;
use crate::settings;
use crate::station::App;
use crate::verdict::{self, Assessment};
use chrono::NaiveDate;
use nightbench_calendar::CalendarStatus;
use nightbench_domain::authorisation::{Authorisation, Standing};
use nightbench_domain::cycle::Cycle;
use nightbench_domain::damage::DamagePlace;
use nightbench_domain::handover::pickup_code;
use nightbench_domain::id::QuoteId;
use nightbench_domain::intake::Presence;
use nightbench_domain::label::LabelState;
use nightbench_domain::payment::PaymentKind;
use nightbench_eligibility::facts::{Answer, Facts};
use nightbench_forms::application::{ApplicationForm, BlankForm, PurchasePaper, PurchasePapers};
use nightbench_forms::centre::{Bilingual, Printed, ServiceCentre};
use nightbench_forms::determination::Determination;
use nightbench_forms::internal::InternalOrder;
use nightbench_forms::label::{RollLabels, UnitLabel};
use nightbench_forms::mark::Mark;
use nightbench_forms::quote::QuoteForm;
use nightbench_forms::receipt::CustomerReceipt;
use nightbench_forms::refund::RefundWorksheet;
use nightbench_forms::{Form, FormLanguage};
use nightbench_store::intake::{self, IntakeRecord};
use nightbench_store::quote::{self as quotes, QuoteRecord};
use nightbench_store::{disposition, identity, payment, refund, resolution, settings as machine, station};

/// Fills a paper of a work order.
///
/// # Errors
/// `InternalOrder` for a customer's paper of a unit of our own, `NotOurUnit` for the internal order of another's.
pub(crate) fn make(
    app: &App,
    record: IntakeRecord,
    form: FormKind,
    language: FormLanguage,
) -> Result<nightbench_forms::Pdf, AppError> {
    permitted(form, &record)?;
    let facts: Facts = serde_json::from_value(record.facts.clone()).map_err(AppError::BadRequest)?;
    let assessment = verdict::assess_intake(app, &record.intake, &facts)?;
    let cycle = Cycle::of(&*app.calendar(record.intake.calendar.as_deref())?, record.intake.received_on);
    let printed = printed(app, app.now_ms())?;
    let centre = centre(app)?;
    let marks = marks(app, &record)?;
    let form = match form {
        FormKind::Blank => {
            let product_class = Some(record.intake.product_class);
            Form::Blank(Box::new(BlankForm {
                centre,
                rma: None,
                further: Vec::new(),
                product_class,
                printed,
            }))
        }
        FormKind::Application => Form::Application(Box::new(ApplicationForm {
            rma: record.rma,
            centre,
            purchase: purchase_papers(&assessment.facts),
            determination: Some(determination(assessment)),
            intake: record.intake,
            cycle,
            marks,
            customer_in_qr: true,
            printed,
        })),
        FormKind::Report => Form::Report(Box::new(bench_report::fill(app, record, centre, printed)?)),
        FormKind::Decision => Form::Decision(Box::new(decision_letter::fill(app, record, centre, printed)?)),
        FormKind::Delivery => Form::Delivery(Box::new(delivery_note::fill(app, record, centre, printed)?)),
        FormKind::Refund => {
            Form::Refund(Box::new(refund_sheet(app, record, &assessment.facts, centre, printed)?))
        }
        FormKind::Internal => Form::Internal(Box::new(InternalOrder {
            rma: record.rma,
            centre,
            intake: record.intake,
            cycle,
            marks,
            printed,
        })),
        FormKind::Receipt => Form::Receipt(Box::new(CustomerReceipt {
            rma: record.rma,
            centre,
            target_on: cycle.target_on,
            limit_on: cycle.limit_on,
            cycle_is_provisional: cycle.calendar_status == CalendarStatus::Provisional,
            determination: Some(determination(assessment)),
            pickup_code: pickup_code(record.id),
            intake: record.intake,
            printed,
        })),
        FormKind::Quote => Form::Quote(Box::new(issued_quote(app, record)?)),
        FormKind::Parcels => {
            let id = record.intake.consignment.ok_or(AppError::NotFound)?;
            Form::Parcel(Box::new(consignment::receipt(app, id, language)?))
        }
        FormKind::Differences => {
            let id = record.intake.consignment.ok_or(AppError::NotFound)?;
            Form::Differences(Box::new(consignment::receipt(app, id, language)?))
        }
        FormKind::Label => Form::Label(Box::new(RollLabels {
            labels: vec![unit_label(app, record)?],
            stock: stock(&settings::get(app, ())?),
            printed,
        })),
    };
    Ok(nightbench_forms::render(&form, language)?)
}

/// A quote as it reads on paper, also while it is a draft.
///
/// # Errors
/// `NotFound` when there is no such quote.
pub(crate) fn quote(
    app: &App,
    id: QuoteId,
    language: FormLanguage,
) -> Result<nightbench_forms::Pdf, AppError> {
    let quote = quotes::by_id(&app.store, id)?.ok_or(AppError::NotFound)?;
    let record = intake::by_id(&app.store, quote.ticket)?.ok_or(AppError::NotFound)?;
    Ok(nightbench_forms::render(&Form::Quote(Box::new(quote_form(app, record, quote)?)), language)?)
}

/// The worksheet of a refund, as it stands.
fn refund_sheet(
    app: &App,
    record: IntakeRecord,
    facts: &Facts,
    centre: ServiceCentre,
    printed: Printed,
) -> Result<RefundWorksheet, AppError> {
    let worked = refund::of_ticket(&app.store, record.id)?.ok_or(AppError::RefundNotWorked)?;
    let decided = resolution::of_ticket(&app.store, record.id)?.into_iter().next();
    let disposed = disposition::of_ticket(&app.store, record.id)?.into_iter().next();
    let paid = payment::of_ticket(&app.store, record.id)?.into_iter();
    let bought = purchase_papers(facts);
    let bought_on = bought.voucher.date.or(bought.contract.date);
    Ok(RefundWorksheet {
        rma: record.rma,
        centre,
        intake: record.intake,
        bought_on,
        price: worked.currency.amount_text(worked.price_minor),
        document: worked.document,
        payer: worked.payer,
        choice: decided.and_then(|decided| decided.choice),
        disposition: disposed.and_then(|disposed| disposed.disposition),
        payments: paid
            .filter(|record| record.withdrawn.is_none() && record.payment.kind == PaymentKind::Refund)
            .map(|record| delivery_note::noted(&record.payment))
            .collect(),
        worked_by: worked.worked_by,
        printed,
    })
}

/// The quote that was given to the customer last; what is only a draft is not printed as one.
fn issued_quote(app: &App, record: IntakeRecord) -> Result<QuoteForm, AppError> {
    let newest = quotes::of_ticket(&app.store, record.id)?
        .into_iter()
        .find(|quote| quote.revision.is_some())
        .ok_or(AppError::NoQuote)?;
    quote_form(app, record, newest)
}

fn quote_form(app: &App, record: IntakeRecord, quote: QuoteRecord) -> Result<QuoteForm, AppError> {
    Ok(QuoteForm {
        rma: record.rma,
        centre: centre(app)?,
        intake: record.intake,
        number: quote.revision.map(number),
        issued_on: quote.issued.map(|issued| issued.on),
        terms: quote.terms,
        printed: printed(app, app.now_ms())?,
    })
}

/// A customer's papers promise a customer something, and a unit of our own has none: the internal order stands in their
/// place. The internal order of a customer's unit would leave out what the customer is owed.
fn permitted(form: FormKind, record: &IntakeRecord) -> Result<(), AppError> {
    let is_for = match form {
        FormKind::Application
        | FormKind::Decision
        | FormKind::Delivery
        | FormKind::Receipt
        | FormKind::Refund
        | FormKind::Quote => Some(Whose::Customer),
        FormKind::Internal => Some(Whose::Company),
        FormKind::Blank | FormKind::Label | FormKind::Report | FormKind::Parcels | FormKind::Differences => {
            None
        }
    };
    match (is_for, record.intake.owned_by_us) {
        (Some(Whose::Customer), true) => Err(AppError::InternalOrder { rma: record.rma.clone() }),
        (Some(Whose::Company), false) => Err(AppError::NotOurUnit { rma: record.rma.clone() }),
        (Some(Whose::Customer), false) | (Some(Whose::Company), true) | (None, _) => Ok(()),
    }
}

/// Whose unit a paper speaks of.
#[derive(Clone, Copy)]
enum Whose {
    Customer,
    Company,
}

/// What stands on a unit's sticker.
pub(crate) fn unit_label(app: &App, record: IntakeRecord) -> Result<UnitLabel, AppError> {
    Ok(UnitLabel {
        marks: marks(app, &record)?,
        rma: record.rma,
        model: record.intake.model,
        serial: record.intake.serial,
        received_on: record.intake.received_on,
    })
}

/// What must be seen at a glance on the papers of a unit.
fn marks(app: &App, record: &IntakeRecord) -> Result<Vec<Mark>, AppError> {
    let intake = &record.intake;
    let damage = intake.damage.as_ref().map(|damage| match damage.place {
        DamagePlace::Transit => Mark::DamagedInTransit,
        DamagePlace::InHouse => Mark::DamagedInHouse,
    });
    let is_relabelled = intake.label == Some(LabelState::ReplacedByUs)
        || !identity::relabellings(&app.store, &intake.serial)?.is_empty();
    let marks = [
        intake.owned_by_us.then_some(Mark::OwnedByUs),
        intake.serial.is_stand_in().then_some(Mark::TemporaryTag),
        is_relabelled.then_some(Mark::Relabelled),
        damage,
        intake.late_entry.map(|_| Mark::LateEntry),
        is_not_seen_here(app, record)?.then_some(Mark::NotSeenHere),
    ];
    Ok(marks.into_iter().flatten().collect())
}

/// Whether the unit came under a number that another station gave. The work order's own number, read back from its own
/// tag, was given here.
fn is_not_seen_here(app: &App, record: &IntakeRecord) -> Result<bool, AppError> {
    let Some(Authorisation::Number { rma, standing: Some(Standing::NotSeenHere) }) =
        &record.intake.authorisation
    else {
        return Ok(false);
    };
    let here = station::station(&app.store)?.ok_or(AppError::NotInitialised)?;
    Ok(*rma != record.rma || !rma.is_of(&here.centre, &here.series))
}

pub(crate) fn centre(app: &App) -> Result<ServiceCentre, AppError> {
    let card = machine::centre_card(&app.store)?;
    Ok(ServiceCentre {
        name: Bilingual::new(card.name_zh, card.name_en),
        address: Bilingual::new(card.address_zh, card.address_en),
        phone: card.phone,
        hours: Bilingual::new(card.hours.clone(), card.hours),
    })
}

pub(crate) fn printed(app: &App, at_ms: i64) -> Result<Printed, AppError> {
    let station = station::station(&app.store)?.ok_or(AppError::NotInitialised)?;
    Ok(Printed { at: app.local(at_ms)?, station: format!("{}-{}", station.centre, station.series) })
}

fn purchase_papers(facts: &Facts) -> PurchasePapers {
    let documents = facts.documents.as_ref().and_then(Answer::known);
    let purchase = facts.purchase.as_ref().and_then(Answer::known);
    let state = |shown: Option<&Answer<bool>>| match shown.and_then(Answer::known) {
        Some(true) => Presence::Present,
        Some(false) => Presence::Missing,
        None => Presence::NotChecked,
    };
    let date = |answer: Option<&Answer<NaiveDate>>| answer.and_then(Answer::known).copied();
    PurchasePapers {
        voucher: PurchasePaper {
            state: state(documents.and_then(|papers| papers.purchase_proof.as_ref())),
            date: date(purchase.and_then(|purchase| purchase.voucher_date.as_ref())),
        },
        contract: PurchasePaper {
            state: Presence::NotChecked,
            date: date(purchase.and_then(|purchase| purchase.contract_date.as_ref())),
        },
        certificate: PurchasePaper {
            state: state(documents.and_then(|papers| papers.warranty_certificate.as_ref())),
            date: None,
        },
    }
}

fn determination(assessment: Assessment) -> Determination {
    Determination {
        claim_date: assessment.facts.claim_date.as_ref().and_then(Answer::known).copied(),
        reported_by: assessment.earlier_report.iter().map(|earlier| earlier.until).max(),
        verdict: assessment.verdict,
        explanation: assessment.explanation,
    }
}
