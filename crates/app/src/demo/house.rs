//! The people and places of the demonstration. Their PINs are known to everybody and stand in the README: no
//! station at work is made from this.

use crate::custody::{self, MoveRequest};
use crate::error::AppError;
use crate::place::{self, PlaceSaveRequest};
use crate::session::{self, StartRequest};
use crate::station::App;
use crate::user::{self, SetPinRequest, UserSaveRequest};
use nightbench_domain::id::{PlaceId, TicketId, UserId};
use nightbench_domain::place::PlaceKind;
use nightbench_domain::user::Role;

/// Who stands beside what was done before anybody signed in.
pub(super) const TECHNICIAN: &str = "王师傅";

const PEOPLE: [(&str, Role, &str); 4] = [
    ("陈主管", Role::Manager, "2468"),
    ("李娜", Role::Desk, "1357"),
    (TECHNICIAN, Role::Technician, "8024"),
    ("赵裁定", Role::Adjudicator, "9753"),
];
/// Four racks of three shelves.
const RACKS: [&str; 4] = ["A", "B", "C", "D"];
const SHELVES_PER_RACK: u32 = 3;

/// Who and what is there for units to be moved.
pub(super) struct House {
    places: Vec<PlaceId>,
    technician: Option<UserId>,
}

/// Sets up four people and a dozen shelves.
pub(super) fn furnish(app: &App) -> Result<House, AppError> {
    let mut technician = None;
    let mut manager = None;
    for (name, role, pin) in PEOPLE {
        let request = UserSaveRequest { id: None, name: name.to_owned(), role, is_active: true, badge: None };
        let id = user::save(app, request)?.value.id;
        user::set_pin(app, SetPinRequest { user: id, pin: pin.to_owned().into() })?;
        match role {
            // From here on a manager is asked for the others.
            Role::Manager => manager = Some((id, pin)),
            Role::Technician => technician = Some(id),
            Role::Desk | Role::Adjudicator | Role::Hq => {}
        }
        if let Some((user, pin)) = manager.take() {
            session::start(app, StartRequest { user, pin: pin.to_owned().into() })?;
        }
    }
    session::end(app, ())?;
    let mut places = Vec::new();
    for rack in RACKS {
        for shelf in 1..=SHELVES_PER_RACK {
            let request = PlaceSaveRequest {
                id: None,
                code: format!("{rack}-{shelf:02}"),
                name: String::new(),
                kind: PlaceKind::Shelf,
                is_active: true,
            };
            places.push(place::save(app, request)?.value.place.id);
        }
    }
    Ok(House { places, technician })
}

impl House {
    /// Puts a received unit where the dice say: most on a shelf, some with the technician, a few still at the dock.
    pub(super) fn put(&self, app: &App, ticket: TicketId, dice: u32) -> Result<(), AppError> {
        let at = usize::try_from(dice).unwrap_or_default() % (self.places.len() + 2);
        let Some(place) = self.places.get(at).copied() else { return Ok(()) };
        let holder = self.technician.filter(|_| dice.is_multiple_of(5));
        custody::move_units(app, MoveRequest { tickets: vec![ticket], place, holder })?;
        Ok(())
    }
}
