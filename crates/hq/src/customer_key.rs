//! The keys that open customers' values in operations. They come and go beside the operations. The first key that came
//! for a customer stays: another one would open nothing that is here.

use crate::error::HqError;
use crate::store::{Cell, Tx};
use nightbench_domain::id::{CentreCode, CustomerId};
use nightbench_sync::hex::Hex;
use nightbench_sync::wire::CustomerKey;

/// Takes keys in; of an erased customer none.
pub(crate) async fn add(tx: &mut Tx, centre: &CentreCode, keys: &[CustomerKey]) -> Result<(), HqError> {
    let row = |key: &CustomerKey| vec![centre.into(), Cell::text(key.customer), (&key.key.0).into()];
    tx.run_each(include_str!("customer_key/add.sql"), keys.iter().map(row).collect()).await?;
    Ok(())
}

/// The keys of these customers, where there are any.
pub(crate) async fn of(
    tx: &mut Tx,
    centre: &CentreCode,
    customers: impl IntoIterator<Item = CustomerId>,
) -> Result<Vec<CustomerKey>, HqError> {
    let customers: Vec<CustomerId> = customers.into_iter().collect();
    let asked = customers.iter().map(|customer| vec![centre.into(), Cell::text(customer)]).collect();
    let answers = tx.all_each(include_str!("customer_key/of.sql"), asked).await?;
    let found = customers.into_iter().zip(answers).filter_map(|(customer, rows)| {
        let mut row = rows.into_iter().next()?;
        Some(row.bytes32().map(|key| CustomerKey { customer, key: Hex(key) }))
    });
    found.collect()
}
