//! The intake: the act and record of receiving one unit. It says what was brought, by whom, when, in what
//! condition and with what; not what the commitment grants (the facts and the verdict stand beside it) and
//! not what happens next (ticket.rs).

use crate::authorisation::Authorisation;
use crate::claim::Remedy;
use crate::customer::Customer;
use crate::damage::Damage;
use crate::id::ConsignmentId;
use crate::label::LabelState;
use crate::party::Parties;
use crate::serial::{SerialNumber, fold};
use crate::unit::ProductClass;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the unit reached the centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Handed over at the counter.
    Counter,
    /// Delivered by a courier.
    Courier,
    /// Brought or sent by a dealer.
    Dealer,
}

/// Whether an item of a checklist is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// Nobody has looked yet.
    #[default]
    NotChecked,
    /// It is there.
    Present,
    /// It is not there.
    Missing,
}

/// One original accessory on the checklist (3.2 and 3.3 ask for them).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Accessory {
    /// A code of `default_accessories`, or the item in the clerk's own words.
    pub item: String,
    /// Whether it came with the unit.
    #[serde(default)]
    pub state: Presence,
}

/// When the customer first told somebody, as documented (reading 6). Never taken from the received date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FirstReported {
    /// The civil date of that report.
    pub on: NaiveDate,
    /// To whom: the dealer, the hotline, this counter.
    #[serde(default)]
    pub to: String,
    /// What documents it: an e-mail, the call log, the dealer's note, an RMA number; or empty.
    #[serde(default)]
    pub proof: String,
}

/// An intake typed after the fact, from a blank form that was filled by hand while the computers were off. The
/// intake's `received_on` is the true day; when it was typed stands in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LateEntry {
    /// The hour and minute at which the unit really came, by the centre's clock.
    #[ts(type = "string")]
    pub at: NaiveTime,
}

/// What the desk records when it receives a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Intake {
    /// The serial number on the unit, folded.
    pub serial: SerialNumber,
    /// The model as the label or the register names it. At most 80 characters.
    pub model: String,
    /// The class that decides the warranty period (2.T).
    pub product_class: ProductClass,
    /// What the customer says is wrong. At most 2,000 characters.
    pub symptom: String,
    /// Who brought or sent it.
    pub customer: Customer,
    /// The day the centre (or its courier's signature) took the unit: day 0 of the cycle (3.1).
    pub received_on: NaiveDate,
    /// How it arrived; `None`: not stated.
    #[serde(default)]
    pub channel: Option<Channel>,
    /// What showed that we agreed to receive it; `None`: not looked for.
    #[serde(default)]
    pub authorisation: Option<Authorisation>,
    /// The dealer or shop it was bought from or sent by, or empty.
    #[serde(default)]
    pub dealer: String,
    /// The first documented report, if it was asked for.
    #[serde(default)]
    pub first_reported: Option<FirstReported>,
    /// Somebody asked, and nothing was reported before the unit came. False: not asked, or reported.
    #[serde(default)]
    pub no_earlier_report: bool,
    /// What was tried by phone or on line before it was sent in (3.1), or empty.
    #[serde(default)]
    pub remote_attempts: String,
    /// The accessories that were looked for.
    #[serde(default)]
    pub accessories: Vec<Accessory>,
    /// Scratches, dents, moisture: the condition at the counter, or empty.
    #[serde(default)]
    pub condition: String,
    /// Number or description of the purchase document, or empty.
    #[serde(default)]
    pub purchase_document: String,
    /// Which remedy the customer asks for, if they said.
    #[serde(default)]
    pub remedy_wanted: Option<Remedy>,
    /// Whether the paper application form came with the unit (4.2); `None`: not looked for.
    #[serde(default)]
    pub paper_form: Option<bool>,
    /// The two-letter country whose working days run the cycle; the centre's when absent.
    #[serde(default)]
    pub calendar: Option<String>,
    /// The parcel it came in.
    #[serde(default)]
    pub consignment: Option<ConsignmentId>,
    /// How the label with the serial was found; `None`: not looked at.
    #[serde(default)]
    pub label: Option<LabelState>,
    /// Who else is concerned. A role nobody fills is the customer's, who brought or sent it.
    #[serde(default)]
    pub parties: Parties,
    /// Damage in transit or in our hands.
    #[serde(default)]
    pub damage: Option<Damage>,
    /// When it really came, if it was typed after the fact.
    #[serde(default)]
    pub late_entry: Option<LateEntry>,
    /// The unit is our own: a demonstration or loan unit. Its ticket is an internal order.
    #[serde(default)]
    pub owned_by_us: bool,
}

/// Why an intake cannot be received: the field, by its name in the request, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IntakeProblem {
    /// The field's name, with dots inside: `customer.phone`.
    pub field: String,
    /// What is wrong.
    pub reason: IntakeReason,
}

/// What can be wrong with a field of an intake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IntakeReason {
    /// It must be filled.
    Required,
    /// It is longer than the record and the paper hold.
    TooLong,
    /// It lies after today at the centre.
    InFuture,
    /// It lies before today at the centre.
    InPast,
    /// It lies before the day the unit was received.
    BeforeReceipt,
    /// It is no phone number.
    NotAPhone,
    /// It is no serial number.
    NotASerial,
    /// No calendar is known by that code.
    UnknownCalendar,
    /// It is no RMA number.
    NotANumber,
    /// It is an RMA number with a character misread: its check character does not fit.
    Misread,
    /// It is no time of day.
    NotATime,
    /// It contradicts another field.
    Contradicts,
    /// A log entry cannot close this duty: nobody was reached, the customer only wrote, or it has a record of its own.
    CannotClose,
}

/// Two statements of an intake, or of an intake and the sales register, that cannot both be true. They
/// are recorded with the intake, never a reason to refuse it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Conflict {
    /// The register holds another value for this field.
    Register {
        /// The field that differs.
        field: String,
        /// What the register says.
        register: String,
        /// What the intake says.
        intake: String,
    },
    /// The facts of the claim hold another value than the intake itself. The verdict follows the facts.
    Facts {
        /// The field that differs.
        field: String,
        /// What the facts say.
        facts: String,
        /// What the intake says.
        intake: String,
    },
    /// The day stated for the unit is not that of the parcel it came in. The stated day counts.
    Consignment {
        /// The parcel's day, `YYYY-MM-DD`.
        consignment: String,
        /// The stated day, `YYYY-MM-DD`.
        intake: String,
    },
    /// One date lies on the wrong side of another.
    DateOrder {
        /// The date that should come first, by its field name.
        earlier: String,
        /// The date that should not come before it.
        later: String,
    },
    /// A master says something else than the intake.
    Master {
        /// The field that differs.
        field: String,
        /// What the master is called: the model's code.
        by: String,
        /// What the master says.
        says: String,
        /// What the intake says.
        intake: String,
    },
    /// The dealer was not authorised on the day of the purchase. It is for a person to judge: no fact follows.
    DealerNotAuthorised {
        /// The dealer's name.
        dealer: String,
        /// The day.
        on: NaiveDate,
    },
    /// The serial does not look like those of its model.
    SerialPattern {
        /// The model's code.
        model: String,
        /// What its serials look like.
        pattern: String,
    },
    /// More than one contract covers the unit: a person says which.
    Contracts {
        /// Their numbers.
        numbers: Vec<String>,
    },
    /// The unit is said to be our own, and the register names a buyer of it.
    OwnUnitSold {
        /// The day of the sale, if the register says.
        on: Option<NaiveDate>,
    },
    /// The claim date was not stated: the received date stands in for it (reading 6).
    ClaimDateFromReceipt,
}

impl Intake {
    /// The longest model name a record and the label hold, in characters.
    pub const MODEL_CHARS_MAX: usize = 80;
    /// The longest free text (symptom, condition, remote attempts), in characters.
    pub const TEXT_CHARS_MAX: usize = 2_000;
    /// The longest name, dealer or document number, in characters.
    pub const NAME_CHARS_MAX: usize = 200;

    /// What must be put right before the unit can be received; empty when nothing. `today` is the civil
    /// date at the centre.
    #[must_use]
    pub fn problems(&self, today: NaiveDate) -> Vec<IntakeProblem> {
        let mut problems = Vec::new();
        let mut say = |field: &str, reason| problems.push(IntakeProblem { field: field.to_owned(), reason });
        for (field, text) in [("model", &self.model), ("symptom", &self.symptom)] {
            if text.trim().is_empty() {
                say(field, IntakeReason::Required);
            }
        }
        let is_excused = |found: &IntakeProblem| {
            found.field == "customer.phone"
                && found.reason == IntakeReason::Required
                && self.is_sent_by_dealer()
        };
        problems.extend(self.customer.problems("customer").into_iter().filter(|found| !is_excused(found)));
        let mut say = |field: &str, reason| problems.push(IntakeProblem { field: field.to_owned(), reason });
        let limits = [
            ("model", self.model.as_str(), Self::MODEL_CHARS_MAX),
            ("symptom", &self.symptom, Self::TEXT_CHARS_MAX),
            ("condition", &self.condition, Self::TEXT_CHARS_MAX),
            ("remote_attempts", &self.remote_attempts, Self::TEXT_CHARS_MAX),
            ("dealer", &self.dealer, Self::NAME_CHARS_MAX),
            ("purchase_document", &self.purchase_document, Self::NAME_CHARS_MAX),
            ("first_reported.proof", self.first_report_proof(), Self::NAME_CHARS_MAX),
            ("damage.note", self.damage_note(), Self::TEXT_CHARS_MAX),
        ];
        for (field, text, max) in limits {
            if text.chars().count() > max {
                say(field, IntakeReason::TooLong);
            }
        }
        if self.received_on > today {
            say("received_on", IntakeReason::InFuture);
        }
        if self.first_reported.as_ref().is_some_and(|first| first.on > today) {
            say("first_reported.on", IntakeReason::InFuture);
        }
        if self.first_reported.is_some() && self.no_earlier_report {
            say("first_reported.on", IntakeReason::Contradicts);
        }
        for (role, party) in self.parties.filled() {
            problems.extend(party.problems(&format!("parties.{}", role.name())));
        }
        problems
    }

    /// Whether its sender is the dealer and nobody there: a dealer is reached without a number of its own.
    #[must_use]
    pub fn is_sent_by_dealer(&self) -> bool {
        let dealer = fold(&self.dealer);
        !dealer.is_empty() && fold(self.customer.name.reveal()) == dealer
    }

    fn first_report_proof(&self) -> &str {
        self.first_reported.as_ref().map_or("", |first| &first.proof)
    }

    fn damage_note(&self) -> &str {
        self.damage.as_ref().map_or("", |damage| &damage.note)
    }

    /// Whether all accessories came; see [`accessories_complete`].
    #[must_use]
    pub fn accessories_complete(&self) -> Option<bool> {
        accessories_complete(&self.accessories)
    }
}

/// Whether all accessories of a checklist came: false as soon as one is missing, unknown while one is unchecked
/// or the list was never made.
#[must_use]
pub fn accessories_complete(accessories: &[Accessory]) -> Option<bool> {
    let any = |state| accessories.iter().any(|accessory| accessory.state == state);
    if any(Presence::Missing) {
        Some(false)
    } else if accessories.is_empty() || any(Presence::NotChecked) {
        None
    } else {
        Some(true)
    }
}

/// What belongs in the box of each class, as codes with a word in each language (`accessory-*`). A
/// starting checklist until a model brings its own kit.
#[must_use]
pub const fn default_accessories(class: ProductClass) -> &'static [&'static str] {
    match class {
        ProductClass::Terminal => {
            &["battery", "charger", "data_cable", "lens_cap", "strap", "carrying_case", "manual"]
        }
        ProductClass::Module => &["data_cable", "adapter_board", "manual"],
        ProductClass::Detector => &["antistatic_box", "test_report"],
    }
}

#[cfg(test)]
mod tests {
    use super::{Accessory, Channel, FirstReported, Intake, IntakeReason, Presence};
    use crate::customer::Customer;
    use crate::party::Parties;
    use crate::serial::SerialNumber;
    use crate::unit::ProductClass;
    use chrono::NaiveDate;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    fn intake() -> Intake {
        Intake {
            serial: SerialNumber::parse("JP2409-00417").unwrap(),
            model: "NV-640".to_owned(),
            product_class: ProductClass::Terminal,
            symptom: "no picture".to_owned(),
            customer: Customer {
                name: "Li Lei".to_owned().into(),
                phone: "13980005966".to_owned().into(),
                ..Customer::default()
            },
            received_on: today(),
            channel: Some(Channel::Counter),
            authorisation: None,
            dealer: String::new(),
            first_reported: None,
            no_earlier_report: false,
            remote_attempts: String::new(),
            accessories: Vec::new(),
            condition: String::new(),
            purchase_document: String::new(),
            remedy_wanted: None,
            paper_form: None,
            calendar: None,
            consignment: None,
            label: None,
            parties: Parties::default(),
            damage: None,
            late_entry: None,
            owned_by_us: false,
        }
    }

    #[test]
    fn the_minimum_is_serial_model_class_symptom_customer_and_date() {
        assert_eq!(intake().problems(today()), Vec::new());
    }

    #[test]
    fn each_field_that_cannot_stand_is_named_with_its_reason() {
        let mut bad = intake();
        bad.model = " ".to_owned();
        bad.symptom = "x".repeat(Intake::TEXT_CHARS_MAX + 1);
        bad.customer.phone = "call me".to_owned().into();
        bad.received_on = today().succ_opt().unwrap();
        let found: Vec<_> = bad.problems(today()).into_iter().map(|p| (p.field, p.reason)).collect();
        assert_eq!(
            found,
            [
                ("model".to_owned(), IntakeReason::Required),
                ("customer.phone".to_owned(), IntakeReason::NotAPhone),
                ("symptom".to_owned(), IntakeReason::TooLong),
                ("received_on".to_owned(), IntakeReason::InFuture),
            ]
        );
    }

    #[test]
    fn a_dealer_who_sends_is_reached_without_a_number_and_nobody_else_is() {
        for (name, dealer, found) in [
            ("成都夜行者户外", "成都夜行者户外", vec![]),
            ("李雷", "成都夜行者户外", vec!["customer.phone"]),
            ("李雷", "", vec!["customer.phone"]),
            ("", "", vec!["customer.name", "customer.phone"]),
        ] {
            let mut sent = intake();
            sent.customer.name = name.to_owned().into();
            sent.customer.phone = String::new().into();
            sent.dealer = dealer.to_owned();
            let fields: Vec<_> = sent.problems(today()).into_iter().map(|problem| problem.field).collect();
            assert_eq!(fields, found, "{name} {dealer}");
        }
    }

    #[test]
    fn a_report_and_no_earlier_report_contradict_each_other() {
        let mut both = intake();
        both.no_earlier_report = true;
        both.first_reported =
            Some(FirstReported { on: today(), to: String::new(), proof: "call log".to_owned() });
        let found: Vec<_> = both.problems(today()).into_iter().map(|p| (p.field, p.reason)).collect();
        assert_eq!(found, [("first_reported.on".to_owned(), IntakeReason::Contradicts)]);
    }

    #[test]
    fn a_party_is_somebody_who_can_be_called() {
        let mut named = intake();
        let payer = Customer { name: "光学会社".to_owned().into(), ..Customer::default() };
        named.parties = Parties { payer: Some(payer), ..Parties::default() };
        let found: Vec<_> = named.problems(today()).into_iter().map(|p| (p.field, p.reason)).collect();
        assert_eq!(found, [("parties.payer.phone".to_owned(), IntakeReason::Required)]);
    }

    #[test]
    fn accessories_are_complete_only_when_every_one_was_seen() {
        for (states, complete) in [
            (vec![], None),
            (vec![Presence::Present, Presence::Present], Some(true)),
            (vec![Presence::Present, Presence::NotChecked], None),
            (vec![Presence::Missing, Presence::NotChecked], Some(false)),
        ] {
            let mut intake = intake();
            intake.accessories =
                states.iter().map(|state| Accessory { item: "battery".to_owned(), state: *state }).collect();
            assert_eq!(intake.accessories_complete(), complete, "{states:?}");
        }
    }
}
