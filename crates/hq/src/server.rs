//! The one key of a headquarters, whichever of its servers signs with it.

use crate::error::HqError;
use crate::outside::Outside;
use crate::store::Tx;
use nightbench_sync::sign::Signer;

/// The key, drawn when it is first asked for.
pub(crate) async fn signer(tx: &mut Tx, outside: &dyn Outside) -> Result<Signer, HqError> {
    tx.run(include_str!("server/draw.sql"), vec![(&outside.random()?).into()]).await?;
    let row = tx.one(include_str!("server/key.sql"), Vec::new()).await?;
    Ok(Signer::new(&row.ok_or(HqError::Damaged("the server's key"))?.bytes32()?))
}
