//! PINs and badges as they are kept and checked: Argon2id with a random salt, a keyed hash for badges, and the
//! wait after wrong PINs. Who may sign in is in session.rs; what a PIN must be is in domain/user.rs.

use crate::error::AppError;
use crate::station::App;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{CustomizedPasswordHasher, PasswordVerifier};
use argon2::{Argon2, Params};
use nightbench_domain::pii::Pii;
use nightbench_domain::place::PlaceCode;
use nightbench_domain::rma::{RmaError, RmaNumber};
use nightbench_domain::serial::fold;
use nightbench_domain::user::{self as domain, WrongPins};
use nightbench_store::user::{self as store, BadgeHash, UserRecord};
use nightbench_store::{Source, Tx, place, settings};

/// Memory of one check, KiB. With [`PASSES`] a check takes 30 to 80 ms on a counter's computer: too long to try
/// ten thousand PINs in a copy of the file by the second, too short to be waited for. The first of the two
/// settings that OWASP names for Argon2id with one lane.
const MEMORY_KIB: u32 = 19 * 1024;
/// Passes over that memory.
const PASSES: u32 = 2;
/// Bytes of the salt.
const SALT_BYTES: usize = 16;
/// Where the station's badge key stands among its settings.
const BADGE_KEY: &str = "badge_key";
/// The least characters a badge's text has: less would be met by typing.
const BADGE_CHARACTERS: usize = 4;

/// A PIN's hash with a salt of its own, a PHC string.
///
/// # Errors
/// `Pin` with the rule the text breaks.
pub(crate) fn hash(app: &App, pin: &Pii<String>) -> Result<String, AppError> {
    let pin = domain::pin(pin.reveal()).map_err(AppError::Pin)?;
    let mut salt = [0; SALT_BYTES];
    app.ports.ids.fill(&mut salt);
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).map_err(|_| AppError::PinHash)?;
    let hashed = Argon2::default().hash_password_with_params(pin.as_bytes(), &salt, params);
    Ok(hashed.map_err(|_| AppError::PinHash)?.to_string())
}

/// Checks a PIN. The attempt is counted, durably, before the PIN is looked at, so that neither a power cut nor
/// two attempts at once give a free one; a right PIN takes the count away again. Writes, so it is not called from
/// inside a write.
///
/// # Errors
/// `NoPin` where none was set, `PinWait` while this user waits, `WrongPin` else.
pub(crate) fn check(app: &App, record: &UserRecord, pin: &Pii<String>) -> Result<(), AppError> {
    let Some(hash) = &record.pin_hash else { return Err(AppError::NoPin) };
    let (id, now) = (record.user.id, app.now_ms());
    app.write_local(|tx| {
        let waits = store::wrong_pins(tx, id)?.wait_ms(now);
        if waits > 0 { Err(wait(waits)) } else { Ok(store::count_wrong_pin(tx, id, now)?) }
    })?;
    if !is_right(hash, pin)? {
        let wrong = store::wrong_pins(&app.store, id)?;
        let waits = wrong.wait_ms(now);
        let left = WrongPins::FREE.saturating_sub(wrong.count);
        return Err(if waits > 0 { wait(waits) } else { AppError::WrongPin { left } });
    }
    app.write_local(|tx| Ok(store::forget_wrong_pins(tx, id)?))?;
    Ok(())
}

/// The active user whose badge says this, if any.
pub(crate) fn badge_owner(source: &impl Source, text: &str) -> Result<Option<UserRecord>, AppError> {
    let Some(key) = badge_key(source)? else { return Ok(None) };
    Ok(store::by_badge(source, &badge_hash(&key, text))?)
}

/// Hashes the text of a badge that is being given to somebody; draws the station's badge key for the first one.
///
/// # Errors
/// `BadgeText` when the text is too short, or what units and places carry.
pub(crate) fn new_badge(app: &App, tx: &Tx<'_>, text: &str) -> Result<BadgeHash, AppError> {
    let is_number = !matches!(RmaNumber::parse(text), Err(RmaError::Shape));
    let code = PlaceCode::parse(text).ok();
    let is_place = code.map(|code| place::by_code(tx, &code)).transpose()?.flatten().is_some();
    if fold(text).chars().count() < BADGE_CHARACTERS || is_number || is_place {
        return Err(AppError::BadgeText);
    }
    let key = match badge_key(tx)? {
        Some(key) => key,
        None => {
            let mut key = [0; 32];
            app.ports.ids.fill(&mut key);
            let text = blake3::Hash::from_bytes(key).to_hex().to_string();
            settings::set(tx, BADGE_KEY, &serde_json::Value::String(text), app.now_ms())?;
            key
        }
    };
    Ok(badge_hash(&key, text))
}

fn wait(waits_ms: i64) -> AppError {
    AppError::PinWait { seconds: waits_ms.unsigned_abs().div_ceil(1000) }
}

fn is_right(hash: &str, pin: &Pii<String>) -> Result<bool, AppError> {
    // A text that could never be a PIN is no error of its own: it is a wrong one.
    let Ok(pin) = domain::pin(pin.reveal()) else { return Ok(false) };
    let hash = PasswordHash::new(hash).map_err(|_| AppError::PinHash)?;
    Ok(Argon2::default().verify_password(pin.as_bytes(), &hash).is_ok())
}

fn badge_key(source: &impl Source) -> Result<Option<[u8; 32]>, AppError> {
    let stored = settings::get(source, BADGE_KEY)?;
    let key = stored.as_ref().and_then(|key| key.as_str()).and_then(|key| blake3::Hash::from_hex(key).ok());
    Ok(key.map(|key| *key.as_bytes()))
}

/// Folded first: a scanner types what the keyboard's layout and Caps Lock make of it.
fn badge_hash(key: &[u8; 32], text: &str) -> BadgeHash {
    *blake3::keyed_hash(key, fold(text).as_bytes()).as_bytes()
}
