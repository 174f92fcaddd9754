//! The people and companies around one intake besides the one who brought or sent it (the sender, whom an intake
//! always has). A role nobody fills is the sender's: absence means "same as sender". Who a person is stands in
//! customer.rs.

use crate::customer::Customer;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What somebody is to an intake, beside its sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartyRole {
    /// Who uses the unit.
    EndUser,
    /// The dealer's contact.
    Dealer,
    /// Whose unit it is.
    Owner,
    /// Who pays what is charged.
    Payer,
    /// To whom it goes back.
    ShipTo,
}

/// Everybody around an intake who is not the sender.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Parties {
    /// Who uses the unit.
    pub end_user: Option<Customer>,
    /// The dealer's contact.
    pub dealer: Option<Customer>,
    /// Whose unit it is.
    pub owner: Option<Customer>,
    /// Who pays what is charged.
    pub payer: Option<Customer>,
    /// To whom it goes back.
    pub ship_to: Option<Customer>,
}

impl PartyRole {
    /// Every role, in the order of the form.
    pub const ALL: [Self; 5] = [Self::EndUser, Self::Dealer, Self::Owner, Self::Payer, Self::ShipTo];

    /// Its name in requests and records.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::EndUser => "end_user",
            Self::Dealer => "dealer",
            Self::Owner => "owner",
            Self::Payer => "payer",
            Self::ShipTo => "ship_to",
        }
    }
}

impl Parties {
    /// Who fills a role; `None`: the sender does.
    #[must_use]
    pub const fn of(&self, role: PartyRole) -> Option<&Customer> {
        match role {
            PartyRole::EndUser => self.end_user.as_ref(),
            PartyRole::Dealer => self.dealer.as_ref(),
            PartyRole::Owner => self.owner.as_ref(),
            PartyRole::Payer => self.payer.as_ref(),
            PartyRole::ShipTo => self.ship_to.as_ref(),
        }
    }

    /// The roles somebody fills, in the order of the form.
    pub fn filled(&self) -> impl Iterator<Item = (PartyRole, &Customer)> {
        PartyRole::ALL.into_iter().filter_map(|role| self.of(role).map(|party| (role, party)))
    }

    /// Without the roles that were opened on the form and left blank.
    #[must_use]
    pub fn without_blanks(&self) -> Self {
        let kept = |role| self.of(role).filter(|party| !party.is_blank()).cloned();
        Self {
            end_user: kept(PartyRole::EndUser),
            dealer: kept(PartyRole::Dealer),
            owner: kept(PartyRole::Owner),
            payer: kept(PartyRole::Payer),
            ship_to: kept(PartyRole::ShipTo),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Parties, PartyRole};
    use crate::customer::Customer;

    #[test]
    fn a_role_that_was_opened_and_left_blank_is_the_sender_again() {
        let payer = Customer { name: "光学会社".to_owned().into(), ..Customer::default() };
        let typed = Parties { payer: Some(payer), ship_to: Some(Customer::default()), ..Parties::default() };
        let filled: Vec<_> = typed.without_blanks().filled().map(|(role, _)| role).collect();
        assert_eq!(filled, [PartyRole::Payer]);
    }

    #[test]
    fn every_role_is_named_as_it_is_written_on_the_wire() {
        for role in PartyRole::ALL {
            assert_eq!(serde_json::to_value(role).unwrap(), role.name());
        }
    }
}
