//! Intakes: what the desk recorded when it received a unit, and its later corrections. Receiving opens the
//! ticket in the same write; what happens to the ticket afterwards is in ticket/.

use crate::Source;
use crate::changes::Noun;
use crate::customer;
use crate::error::StoreError;
use crate::journal::New;
use crate::search;
use crate::sql::{all, damaged, date, decode, decode_optional, json, one, parse, run};
use crate::ticket::{self, Cycle};
use crate::transact::Tx;
use nightbench_domain::authorisation::{Authorisation, Standing};
use nightbench_domain::code;
use nightbench_domain::damage::Damage;
use nightbench_domain::id::{CustomerId, TicketId};
use nightbench_domain::intake::{Channel, Conflict, FirstReported, Intake, LateEntry};
use nightbench_domain::party::PartyRole;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use rusqlite::types::ToSql;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What is recorded of one unit: the intake, whose it is, the facts of the claim as stated, and what does not
/// agree in them.
#[derive(Debug, Clone, Copy)]
pub struct Statement<'a> {
    /// Who brought or sent it; on record already.
    pub customer: CustomerId,
    /// Who else is concerned, by role; on record already.
    pub parties: &'a BTreeMap<PartyRole, CustomerId>,
    /// What the desk recorded. Its people are not written here: `customer` and `parties` are.
    pub intake: &'a Intake,
    /// The facts of the claim, a JSON object.
    pub facts: &'a serde_json::Value,
    /// What does not agree.
    pub conflicts: &'a [Conflict],
}

/// An intake on record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeRecord {
    /// The id it shares with its ticket.
    pub id: TicketId,
    /// The number on its papers.
    pub rma: RmaNumber,
    /// When it was typed in, milliseconds UTC.
    #[ts(type = "number")]
    pub received_at: i64,
    /// Who brought or sent it.
    pub customer_id: CustomerId,
    /// Who else is concerned, by role.
    pub party_ids: BTreeMap<PartyRole, CustomerId>,
    /// What was recorded, with the people as now on record.
    pub intake: Intake,
    /// The facts of the claim as stated.
    pub facts: serde_json::Value,
    /// What does not agree in them.
    pub conflicts: Vec<Conflict>,
}

/// Receives a unit under a number drawn for it (`station::next_rma`) or given before it came, and opens its ticket.
///
/// # Errors
/// `OpenTicket` when the serial has an open ticket.
pub fn receive(
    tx: &Tx<'_>,
    id: TicketId,
    rma: &RmaNumber,
    statement: &Statement<'_>,
    cycle: &Cycle,
) -> Result<(), StoreError> {
    ticket::refuse_second(tx, &statement.intake.serial)?;
    let at_ms = tx.act.map(|act| act.at_ms).unwrap_or_default();
    write(
        tx,
        include_str!("receive.sql"),
        id,
        statement,
        &[(":rma", &rma.as_str()), (":received_at", &at_ms)],
    )?;
    ticket::open(tx, id, &statement.intake.serial, at_ms, cycle)?;
    let mut fields = vec![("rma", New::from(rma.as_str()))];
    fields.extend(self::fields(statement)?.into_iter().filter(|(_, value)| !value.is_empty()));
    tx.append("intake.receive", 1, id.uuid(), fields)?;
    search::index(tx.connection, id)
}

/// Why an intake is corrected, and who stood beside who did it. The default is a change that needs no reason.
#[derive(Debug, Clone, Copy, Default)]
pub struct Why<'a> {
    /// In their own words, or empty.
    pub reason: &'a str,
    /// The second person of a change that takes two.
    pub second: Option<&'a str>,
}

/// Corrects an intake; journals the fields that change, with the reason if one is given, and returns their
/// names. The ticket's dates are not moved by it: the application dates it anew with `ticket::redate`.
///
/// # Errors
/// `Missing` when there is no such intake; `OpenTicket` when the corrected serial has another open ticket.
pub fn amend(
    tx: &Tx<'_>,
    id: TicketId,
    statement: &Statement<'_>,
    why: &Why<'_>,
) -> Result<Vec<&'static str>, StoreError> {
    let before = by_id(tx, id)?.ok_or(StoreError::Missing { noun: Noun::Intake })?;
    let old = fields(&before.statement())?;
    let mut changed: Vec<_> = fields(statement)?.into_iter().filter(|field| !old.contains(field)).collect();
    let names = changed.iter().map(|(name, _)| *name).collect::<Vec<_>>();
    if names.is_empty() {
        return Ok(names);
    }
    if before.intake.serial != statement.intake.serial {
        ticket::correct_serial(tx, id, &statement.intake.serial)?;
    }
    write(tx, include_str!("amend.sql"), id, statement, &[])?;
    if !why.reason.is_empty() {
        changed.push(("reason", why.reason.into()));
    }
    changed.extend(why.second.map(|second| ("second", second.into())));
    tx.append("intake.amend", 1, id.uuid(), changed)?;
    search::index(tx.connection, id)?;
    Ok(names)
}

/// The intake of that id.
///
/// # Errors
/// When the database cannot be read.
pub fn by_id(source: &impl Source, id: TicketId) -> Result<Option<IntakeRecord>, StoreError> {
    let id = id.to_string();
    source.read(|connection| one(connection, include_str!("by_id.sql"), named_params! {":id": id}, read))
}

/// The intake of that number.
///
/// # Errors
/// When the database cannot be read.
pub fn by_rma(source: &impl Source, rma: &RmaNumber) -> Result<Option<IntakeRecord>, StoreError> {
    let rma = rma.as_str();
    source.read(|connection| one(connection, include_str!("by_rma.sql"), named_params! {":rma": rma}, read))
}

/// Every intake of that serial, newest first: the unit's life at this centre.
///
/// # Errors
/// When the database cannot be read.
pub fn by_serial(source: &impl Source, serial: &SerialNumber) -> Result<Vec<IntakeRecord>, StoreError> {
    let serial = serial.as_str();
    source.read(|connection| {
        all(connection, include_str!("by_serial.sql"), named_params! {":serial": serial}, read)
    })
}

impl IntakeRecord {
    /// What it states, in the form `amend` takes.
    #[must_use]
    pub fn statement(&self) -> Statement<'_> {
        Statement {
            customer: self.customer_id,
            parties: &self.party_ids,
            intake: &self.intake,
            facts: &self.facts,
            conflicts: &self.conflicts,
        }
    }
}

/// The fields as the journal names them. A field that is not named when the intake is received is empty.
fn fields(statement: &Statement<'_>) -> Result<Vec<(&'static str, New)>, StoreError> {
    let Intake {
        serial,
        model,
        product_class,
        symptom,
        customer: _,
        received_on,
        channel,
        authorisation,
        dealer,
        first_reported,
        no_earlier_report,
        remote_attempts,
        accessories,
        condition,
        purchase_document,
        remedy_wanted,
        paper_form,
        calendar,
        consignment,
        label,
        parties: _,
        damage,
        late_entry,
        owned_by_us,
    } = statement.intake;
    let first = first_reported.as_ref();
    let mut fields = vec![
        ("serial", serial.as_str().into()),
        ("model", model.as_str().into()),
        ("product_class", code(product_class).into()),
        ("symptom", symptom.as_str().into()),
        ("customer", statement.customer.to_string().into()),
        ("received_on", received_on.to_string().into()),
        ("channel", channel.as_ref().map(code).into()),
        ("authorisation", authorisation.as_ref().map(kind_of).into()),
        ("quoted_rma", quoted(authorisation.as_ref()).map(ToString::to_string).into()),
        ("standing", standing(authorisation.as_ref()).map(|found| code(&found)).into()),
        ("dealer", dealer.as_str().into()),
        ("first_reported_on", first.map(|first| first.on.to_string()).into()),
        ("first_reported_to", first.map_or("", |first| first.to.as_str()).into()),
        ("first_reported_proof", first.map_or("", |first| first.proof.as_str()).into()),
        ("no_earlier_report", no_earlier_report.then_some(true).into()),
        ("remote_attempts", remote_attempts.as_str().into()),
        ("accessories", New::json(&serde_json::to_value(accessories)?)?),
        ("condition", condition.as_str().into()),
        ("purchase_document", purchase_document.as_str().into()),
        ("remedy_wanted", remedy_wanted.as_ref().map(code).into()),
        ("paper_form", (*paper_form).into()),
        ("calendar", calendar.clone().into()),
        ("consignment", consignment.map(|id| id.to_string()).into()),
        ("label", label.as_ref().map(code).into()),
        ("damage_where", damage.as_ref().map(|damage| code(&damage.place)).into()),
        ("damage_note", damage.as_ref().map_or("", |damage| damage.note.as_str()).into()),
        ("late_entry_at", late_entry.map(|late| late.at.to_string()).into()),
        ("owned_by_us", owned_by_us.then_some(true).into()),
        ("facts", New::json(statement.facts)?),
        ("conflicts", New::json(&serde_json::to_value(statement.conflicts)?)?),
    ];
    fields.extend(
        PartyRole::ALL
            .map(|role| (party_field(role), statement.parties.get(&role).map(ToString::to_string).into())),
    );
    Ok(fields)
}

/// A party as the journal names it; the value is the customer's id.
pub(crate) const fn party_field(role: PartyRole) -> &'static str {
    match role {
        PartyRole::EndUser => "party_end_user",
        PartyRole::Dealer => "party_dealer",
        PartyRole::Owner => "party_owner",
        PartyRole::Payer => "party_payer",
        PartyRole::ShipTo => "party_ship_to",
    }
}

fn kind_of(authorisation: &Authorisation) -> String {
    match authorisation {
        Authorisation::Number { .. } => "number",
        Authorisation::None => "none",
    }
    .to_owned()
}

fn quoted(authorisation: Option<&Authorisation>) -> Option<&RmaNumber> {
    match authorisation {
        Some(Authorisation::Number { rma, .. }) => Some(rma),
        Some(Authorisation::None) | None => None,
    }
}

fn standing(authorisation: Option<&Authorisation>) -> Option<Standing> {
    match authorisation {
        Some(Authorisation::Number { standing, .. }) => *standing,
        Some(Authorisation::None) | None => None,
    }
}

/// Binds every column that receiving and amending share, and writes who else is concerned.
fn write(
    tx: &Tx<'_>,
    sql: &str,
    id: TicketId,
    statement: &Statement<'_>,
    more: &[(&str, &dyn ToSql)],
) -> Result<(), StoreError> {
    let intake = statement.intake;
    let first = intake.first_reported.as_ref();
    let damage = intake.damage.as_ref();
    let serial = intake.serial.as_str();
    let (id, customer) = (id.to_string(), statement.customer.to_string());
    let (look_alike_key, product_class) = (intake.serial.look_alike_key(), code(&intake.product_class));
    let channel = intake.channel.as_ref().map(code);
    let received_on = intake.received_on.to_string();
    let quoted_rma = quoted(intake.authorisation.as_ref()).map(RmaNumber::as_str);
    let consignment = intake.consignment.map(|id| id.to_string());
    let accessories = serde_json::to_string(&intake.accessories)?;
    let (facts, conflicts) = (statement.facts.to_string(), serde_json::to_string(statement.conflicts)?);
    let mut params: Vec<(&str, &dyn ToSql)> = vec![
        (":id", &id),
        (":serial", &serial),
        (":look_alike_key", &look_alike_key),
        (":model", &intake.model),
        (":product_class", &product_class),
        (":symptom", &intake.symptom),
        (":customer", &customer),
        (":dealer", &intake.dealer),
        (":received_on", &received_on),
        (":quoted_rma", &quoted_rma),
        (":no_earlier_report", &intake.no_earlier_report),
        (":remote_attempts", &intake.remote_attempts),
        (":accessories", &accessories),
        (":condition", &intake.condition),
        (":purchase_document", &intake.purchase_document),
        (":paper_form", &intake.paper_form),
        (":calendar", &intake.calendar),
        (":consignment", &consignment),
        (":owned_by_us", &intake.owned_by_us),
        (":facts", &facts),
        (":conflicts", &conflicts),
    ];
    let (channel_code, channel_stated) = (channel.as_deref().unwrap_or_default(), channel.is_some());
    let authorisation = intake.authorisation.as_ref().map(kind_of);
    let standing = standing(intake.authorisation.as_ref()).map(|found| code(&found));
    let reported_on = first.map(|first| first.on.to_string());
    let (reported_to, proof) = first.map_or(("", ""), |first| (&first.to, &first.proof));
    let remedy_wanted = intake.remedy_wanted.as_ref().map(code);
    let label = intake.label.as_ref().map(code);
    let damage_where = damage.map(|damage| code(&damage.place));
    let damage_note = damage.map_or("", |damage| damage.note.as_str());
    let late_entry_at = intake.late_entry.map(|late| late.at.format("%H:%M:%S").to_string());
    let optional: [(&str, &dyn ToSql); 12] = [
        (":channel", &channel_code),
        (":channel_stated", &channel_stated),
        (":authorisation", &authorisation),
        (":standing", &standing),
        (":first_reported_on", &reported_on),
        (":first_reported_to", &reported_to),
        (":first_reported_proof", &proof),
        (":remedy_wanted", &remedy_wanted),
        (":label", &label),
        (":damage_where", &damage_where),
        (":damage_note", &damage_note),
        (":late_entry_at", &late_entry_at),
    ];
    params.extend_from_slice(&optional);
    params.extend_from_slice(more);
    run(tx.connection, sql, params.as_slice())?;
    write_parties(tx, &id, statement.parties)
}

/// Writes who else is concerned, in place of who was.
pub(crate) fn write_parties(
    tx: &Tx<'_>,
    intake: &str,
    parties: &BTreeMap<PartyRole, CustomerId>,
) -> Result<(), StoreError> {
    run(tx.connection, include_str!("clear_parties.sql"), named_params! {":intake": intake})?;
    for (role, customer) in parties {
        run(
            tx.connection,
            include_str!("add_party.sql"),
            named_params! {":intake": intake, ":role": role.name(), ":customer": customer.to_string()},
        )?;
    }
    Ok(())
}

fn read(row: &Row<'_>) -> Result<IntakeRecord, StoreError> {
    let first_reported = match date(row, "first_reported_on")? {
        Some(on) => Some(FirstReported {
            on,
            to: row.get("first_reported_to")?,
            proof: row.get("first_reported_proof")?,
        }),
        None => None,
    };
    let damage = match decode_optional(row, "damage_where")? {
        Some(place) => Some(Damage { place, note: row.get("damage_note")? }),
        None => None,
    };
    Ok(IntakeRecord {
        id: parse(row, "id")?,
        rma: decode(row, "rma")?,
        received_at: row.get("received_at")?,
        customer_id: parse(row, "customer")?,
        party_ids: json(row, "party_ids")?,
        intake: Intake {
            serial: decode(row, "serial")?,
            model: row.get("model")?,
            product_class: decode(row, "product_class")?,
            symptom: row.get("symptom")?,
            customer: customer::read_as(row, "customer_")?,
            received_on: parse(row, "received_on")?,
            channel: channel(row)?,
            authorisation: authorisation(row)?,
            dealer: row.get("dealer")?,
            first_reported,
            no_earlier_report: row.get("no_earlier_report")?,
            remote_attempts: row.get("remote_attempts")?,
            accessories: json(row, "accessories")?,
            condition: row.get("condition")?,
            purchase_document: row.get("purchase_document")?,
            remedy_wanted: decode_optional(row, "remedy_wanted")?,
            paper_form: row.get("paper_form")?,
            calendar: row.get("calendar")?,
            consignment: match row.get::<_, Option<String>>("consignment")? {
                Some(_) => Some(parse(row, "consignment")?),
                None => None,
            },
            label: decode_optional(row, "label")?,
            parties: json(row, "parties")?,
            damage,
            late_entry: late_entry(row)?,
            owned_by_us: row.get("owned_by_us")?,
        },
        facts: json(row, "facts")?,
        conflicts: json(row, "conflicts")?,
    })
}

/// The counter stood in for what nobody said until the column `channel_stated` came; the other ways were chosen.
pub(crate) fn channel(row: &Row<'_>) -> Result<Option<Channel>, StoreError> {
    if !row.get::<_, bool>("channel_stated")?
        && matches!(row.get::<_, String>("channel")?.as_str(), "" | "counter")
    {
        return Ok(None);
    }
    decode(row, "channel").map(Some)
}

fn authorisation(row: &Row<'_>) -> Result<Option<Authorisation>, StoreError> {
    match row.get::<_, Option<String>>("authorisation")?.as_deref() {
        None => Ok(None),
        Some("number") => Ok(Some(Authorisation::Number {
            rma: decode(row, "quoted_rma")?,
            standing: decode_optional(row, "standing")?,
        })),
        Some(_) => Ok(Some(Authorisation::None)),
    }
}

fn late_entry(row: &Row<'_>) -> Result<Option<LateEntry>, StoreError> {
    let at: Option<String> = row.get("late_entry_at")?;
    at.map(|at| Ok(LateEntry { at: at.parse().map_err(|_| damaged("late_entry_at"))? })).transpose()
}
