//! What is known of one unit before anybody looked at it: what the masters and the sales register say of its serial,
//! its model and the dealer it came from, each as of when. Not what follows from it (claim.rs). Loaded once per
//! question, from the store or from the transaction that writes. A master that has ended says nothing any more.

use crate::authorisation;
use crate::claim::{Derived, FactSource, Said, claim};
use crate::draft::IntakeDraft;
use crate::error::AppError;
use chrono::NaiveDate;
use nightbench_domain::authorisation::{Authorisation, Standing};
use nightbench_domain::contract::Contract;
use nightbench_domain::dealer::Dealer;
use nightbench_domain::intake::Intake;
use nightbench_domain::ledger::CoverEntry;
use nightbench_domain::loan::Loan;
use nightbench_domain::model::Model;
use nightbench_domain::registry::Sale;
use nightbench_domain::serial::SerialNumber;
use nightbench_eligibility::facts::Facts;
use nightbench_store::master::{self, Recorded};
use nightbench_store::{Source, cover, intake, registry};

/// What masters and register say of a unit. The default knows nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known {
    /// Its serial, once it is one.
    pub serial: Option<SerialNumber>,
    /// What the register says of the serial.
    pub sale: Option<Sale>,
    /// When the register was last imported, milliseconds since 1970 UTC.
    pub register_as_of: Option<i64>,
    /// Its model: the typed one, else the register's.
    pub model: Option<Recorded<Model>>,
    /// The dealer it came from: the typed one, else the register's.
    pub dealer: Option<Recorded<Dealer>>,
    /// The contracts that cover it: those that name its serial, else those for its model and buyer. One is an answer,
    /// several are a question.
    pub contracts: Vec<Recorded<Contract>>,
    /// What the register of our own units says of the serial.
    pub loan: Option<Recorded<Loan>>,
    /// What hand-overs did to the cover of the serial, and of the units it was given for (2.2).
    pub covers: Vec<CoverEntry>,
    /// What the unit that it was given for brings along (reading 13).
    pub inherited: Option<Inherited>,
    /// What the number quoted in a half-typed intake is worth now. A received intake says it itself.
    pub standing: Option<Standing>,
}

/// The unit that is asked about, as far as somebody said which it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked<'a> {
    /// Its serial, once it is one.
    pub serial: Option<&'a SerialNumber>,
    /// Its model as typed, or empty.
    pub model: &'a str,
    /// The dealer as typed, or empty.
    pub dealer: &'a str,
}

/// What a unit that was given in exchange has from the one it was given for: nothing restarts (reading 13).
#[derive(Debug, Clone, PartialEq)]
pub struct Inherited {
    /// The unit it was given for.
    pub from: SerialNumber,
    /// What was known when it was exchanged: `product_class`, `purchase`, `sale_kind` and `contract`, nothing else.
    pub facts: Facts,
}

/// The most exchanges that are followed back.
const EXCHANGES_MAX: u8 = 16;

impl Known {
    /// A check-in with what nobody typed taken from the sales register and from the model's master.
    pub(crate) fn filled(
        source: &impl Source,
        mut draft: IntakeDraft,
        sale: Option<&Sale>,
    ) -> Result<IntakeDraft, AppError> {
        if let Some(sale) = sale {
            let or =
                |said: &str, known: &str| if said.is_empty() { known.to_owned() } else { said.to_owned() };
            draft.model = or(&draft.model, &sale.model);
            draft.product_class = draft.product_class.or(sale.product_class);
            draft.dealer = or(&draft.dealer, &sale.dealer);
            if draft.customer.name.reveal().is_empty() && draft.customer.phone.reveal().is_empty() {
                draft.customer.name = sale.customer.clone();
                draft.customer.phone = sale.phone.clone();
            }
        }
        let model = Self::of_draft(source, &draft)?.model;
        draft.product_class = draft.product_class.or(model.and_then(|model| model.entry.product_class));
        Ok(draft)
    }

    /// Looks a unit up.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn of(source: &impl Source, asked: &Asked<'_>) -> Result<Self, AppError> {
        Self::within(source, asked, EXCHANGES_MAX)
    }

    fn within(source: &impl Source, asked: &Asked<'_>, exchanges: u8) -> Result<Self, AppError> {
        let sale = asked.serial.map(|serial| registry::by_serial(source, serial)).transpose()?.flatten();
        let loan = asked.serial.map(|serial| master::by_key(source, serial.as_str())).transpose()?.flatten();
        let of_sale = |text: fn(&Sale) -> &str| sale.as_ref().map_or("", text);
        let model = either(asked.model, of_sale(|sale| &sale.model));
        let dealer = either(asked.dealer, of_sale(|sale| &sale.dealer));
        Ok(Self {
            serial: asked.serial.cloned(),
            register_as_of: registry::newest_import(source)?.map(|import| import.imported_at),
            model: model_of(source, model)?,
            dealer: only(master::by_name(source, dealer)?),
            contracts: contracts(source, asked.serial, model, sale.as_ref())?,
            loan: loan.filter(|loan: &Recorded<Loan>| !loan.is_ended),
            sale,
            covers: asked
                .serial
                .map(|serial| cover::of_serial(source, serial))
                .transpose()?
                .unwrap_or_default(),
            inherited: inherited(source, asked.serial, exchanges)?,
            standing: None,
        })
    }

    /// What is known of the unit of a half-typed intake.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn of_draft(source: &impl Source, draft: &IntakeDraft) -> Result<Self, AppError> {
        let serial = SerialNumber::parse(&draft.serial).ok();
        let asked = Asked { serial: serial.as_ref(), model: &draft.model, dealer: &draft.dealer };
        let standing = match draft.authorisation() {
            Ok(Some(Authorisation::Number { rma, .. })) => Some(authorisation::standing(source, &rma)?),
            Ok(Some(Authorisation::None) | None) | Err(_) => None,
        };
        Ok(Self { standing, ..Self::of(source, &asked)? })
    }

    /// What is known of a received unit.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn of_intake(source: &impl Source, intake: &Intake) -> Result<Self, AppError> {
        Self::of(
            source,
            &Asked { serial: Some(&intake.serial), model: &intake.model, dealer: &intake.dealer },
        )
    }

    /// The one contract that covers the unit, if there is just one.
    #[must_use]
    pub fn contract(&self) -> Option<&Recorded<Contract>> {
        match self.contracts.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// While no model is known: the one model whose serials look like this one.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn fitting_model(&self, source: &impl Source) -> Result<Option<String>, AppError> {
        match (&self.serial, &self.model) {
            (Some(serial), None) => Ok(master::fitting(source, serial)?.map(|model| model.entry.code)),
            _ => Ok(None),
        }
    }

    /// Whether the unit is one of our own demonstration and loan units.
    #[must_use]
    pub const fn is_ours(&self) -> bool {
        self.loan.is_some()
    }

    /// The consent its dealer has once and for all, if it had it on a day: `return_consent` with its source.
    #[must_use]
    pub fn standing_consent(&self, on: NaiveDate) -> Option<Derived> {
        let dealer = self.dealer.as_ref().filter(|dealer| dealer.entry.consents_on(on))?;
        let source = FactSource::StandingConsent;
        Some(Derived::of_master("return_consent", source, dealer, &dealer.entry.name))
    }
}

/// What was known of the purchase of the unit that a serial was given for, by the work order of the exchange.
fn inherited(
    source: &impl Source,
    serial: Option<&SerialNumber>,
    exchanges: u8,
) -> Result<Option<Inherited>, AppError> {
    let (Some(serial), Some(further)) = (serial, exchanges.checked_sub(1)) else { return Ok(None) };
    let Some(ticket) = cover::given_by(source, serial)? else { return Ok(None) };
    let Some(record) = intake::by_id(source, ticket)? else { return Ok(None) };
    let stated: Facts = serde_json::from_value(record.facts).map_err(AppError::BadRequest)?;
    let came = &record.intake;
    let asked = Asked { serial: Some(&came.serial), model: &came.model, dealer: &came.dealer };
    let known = Known::within(source, &asked, further)?;
    let Facts { product_class, purchase, sale_kind, contract, .. } =
        claim(&Said::by_intake(came, &stated), &known).facts;
    let facts = Facts { product_class, purchase, sale_kind, contract, ..Facts::default() };
    Ok(Some(Inherited { from: record.intake.serial, facts }))
}

/// The master of a model in force, by its code.
pub(crate) fn model_of(source: &impl Source, code: &str) -> Result<Option<Recorded<Model>>, AppError> {
    let model: Option<Recorded<Model>> = master::by_key(source, code)?;
    Ok(model.filter(|model| !model.is_ended))
}

fn contracts(
    source: &impl Source,
    serial: Option<&SerialNumber>,
    model: &str,
    sale: Option<&Sale>,
) -> Result<Vec<Recorded<Contract>>, AppError> {
    let by_serial = serial.map(|serial| master::covering_serial(source, serial)).transpose()?;
    match by_serial {
        Some(named) if !named.is_empty() => Ok(named),
        // A contract for a model is its buyer's: without a sale on record nobody is known to have bought under it.
        Some(_) | None => {
            let buyer = sale.map_or("", |sale| sale.customer.reveal());
            let mut found = master::covering_model(source, model)?;
            found.retain(|contract| contract.entry.covers_model(model, buyer));
            Ok(found)
        }
    }
}

const fn either<'a>(said: &'a str, known: &'a str) -> &'a str {
    if said.trim_ascii().is_empty() { known } else { said }
}

fn only<T>(found: Vec<T>) -> Option<T> {
    match <[T; 1]>::try_from(found) {
        Ok([only]) => Some(only),
        Err(_) => None,
    }
}
