//! Enrolling a station: headquarters gives out a one-time code that leads to one centre; who brings it says which key
//! they will sign with. The code is kept as a hash, works once and for some days.

use crate::error::HqError;
use crate::outside::Outside;
use crate::store::{Access, Cell, Store, Tx};
use crate::{centre, station};
use chrono::TimeDelta;
use nightbench_domain::id::{CentreCode, StationId};
use nightbench_domain::rma::SERIES_ALPHABET;
use nightbench_sync::wire::EnrolRequest;

/// 16 characters of 26 are 75 bits: nobody guesses one, and a plain hash keeps it.
const LENGTH: usize = 16;
const GROUP: usize = 4;
const DAYS: i64 = 7;

/// Gives out a code for a centre.
///
/// # Errors
/// `NoCentre` when there is no such centre.
pub async fn issue(store: &dyn Store, outside: &dyn Outside, centre: &CentreCode) -> Result<String, HqError> {
    let mut tx = store.begin(Access::Write, Some(centre)).await?;
    centre::by_code(&mut tx, centre).await?;
    let code = draw(outside)?;
    let now = outside.now();
    let cells: Vec<Cell> = vec![
        (&hash(&code)).into(),
        centre.into(),
        now.timestamp_millis().into(),
        (now + TimeDelta::days(DAYS)).timestamp_millis().into(),
    ];
    tx.run(include_str!("enrolment/issue.sql"), cells).await?;
    tx.commit().await?;
    Ok(code)
}

/// Why a code leads nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody gave it out, it was used, or its days are over. Which of these is not told.
    BadCode,
    /// The station is of another centre than the code. The code stays good.
    OtherCentre,
}

/// Uses a code up and keeps the station's key. The same station with the same code and key is answered again, because
/// the first answer may have been lost.
///
/// # Errors
/// When the database fails.
pub async fn redeem(
    tx: &mut Tx,
    outside: &dyn Outside,
    request: &EnrolRequest,
) -> Result<Result<CentreCode, Refusal>, HqError> {
    let (now, id, public_key) = (outside.now().timestamp_millis(), request.station, &request.public_key.0);
    let hash = hash(&request.code);
    let row = tx.one(include_str!("enrolment/by_code.sql"), vec![(&hash).into()]).await?;
    let Some(mut row) = row else { return Ok(Err(Refusal::BadCode)) };
    let centre = CentreCode::parse(&row.text()?).map_err(|_| HqError::Damaged("a centre"))?;
    let (expires_at, used_by) = (row.integer()?, row.optional(|row| row.parse::<StationId>())?);
    let known = station::by_id(tx, id).await?;
    let is_repeat =
        used_by == Some(id) && known.as_ref().is_some_and(|known| known.public_key == *public_key);
    if is_repeat {
        return Ok(Ok(centre));
    }
    if used_by.is_some() || expires_at <= now {
        return Ok(Err(Refusal::BadCode));
    }
    if request.centre != centre || known.is_some_and(|known| known.centre != centre) {
        return Ok(Err(Refusal::OtherCentre));
    }
    let used = tx.run(include_str!("enrolment/redeem.sql"), vec![Cell::text(id), (&hash).into()]).await?;
    if used == 0 {
        return Ok(Err(Refusal::BadCode));
    }
    station::enrol(tx, outside, id, &centre, public_key, &request.program).await?;
    Ok(Ok(centre))
}

fn draw(outside: &dyn Outside) -> Result<String, HqError> {
    let mut code = String::with_capacity(LENGTH + LENGTH / GROUP);
    let mut drawn = 0;
    while drawn < LENGTH {
        // Bytes beyond the last whole multiple of 26 are thrown away, so every character is as likely as the next.
        for byte in outside.random()?.into_iter().filter(|byte| *byte < 234).take(LENGTH - drawn) {
            if drawn > 0 && drawn % GROUP == 0 {
                code.push('-');
            }
            code.extend(
                SERIES_ALPHABET.get(usize::from(byte) % SERIES_ALPHABET.len()).copied().map(char::from),
            );
            drawn += 1;
        }
    }
    Ok(code)
}

/// Case, spaces and dashes of what somebody typed do not matter.
fn hash(code: &str) -> [u8; 32] {
    let folded: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    *blake3::hash(folded.to_ascii_uppercase().as_bytes()).as_bytes()
}
