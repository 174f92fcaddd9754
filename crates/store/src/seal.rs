//! Sealing a personal value for the journal, and opening it again.
//!
//! XChaCha20-Poly1305 under the customer's own key; what is bound to the ciphertext is the entity and the field,
//! so a sealed value cannot be moved to another place. The nonce is a keyed BLAKE3 of entity, field and
//! plaintext: two different values never share one (192 bits of a keyed hash), and the same value in the same
//! field seals to the same bytes. That equality is all it reveals, and it spares the store a random source
//! that could fail or repeat. Cipher key and nonce key are both derived from the customer's key.

use crate::error::{Damage, StoreError};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use nightbench_domain::id::CustomerId;
use nightbench_domain::operation::Sealed;
use uuid::Uuid;

const NONCE_BYTES: usize = 24;

/// A customer's key.
pub(crate) struct CustomerKey(pub(crate) [u8; 32]);

impl CustomerKey {
    /// Seals a value for one field of one entity.
    pub(crate) fn seal(
        &self,
        customer: CustomerId,
        entity: Uuid,
        field: &str,
        plaintext: &str,
    ) -> Result<Sealed, StoreError> {
        let context = context(entity, field);
        let mut hasher = blake3::Hasher::new_keyed(&self.derive("nightbench seal 2026: nonce"));
        hasher.update(&context).update(plaintext.as_bytes());
        let mut nonce = [0; NONCE_BYTES];
        hasher.finalize_xof().fill(&mut nonce);
        let sealed = self
            .cipher()
            .encrypt(&XNonce::from(nonce), Payload { msg: plaintext.as_bytes(), aad: &context })
            .map_err(|_| StoreError::Operation { reason: "a personal value is too long to seal" })?;
        let hex = nonce.iter().chain(&sealed).map(|byte| format!("{byte:02x}")).collect();
        Ok(Sealed { sealed_for: customer, hex })
    }

    /// Opens what was sealed for that field of that entity.
    pub(crate) fn open(&self, entity: Uuid, field: &str, sealed: &Sealed) -> Result<String, StoreError> {
        const BROKEN: StoreError = StoreError::Damaged { what: Damage::Seal };
        let bytes = unhex(&sealed.hex).ok_or(BROKEN)?;
        let (nonce, ciphertext) = bytes.split_at_checked(NONCE_BYTES).ok_or(BROKEN)?;
        let nonce: [u8; NONCE_BYTES] = nonce.try_into().map_err(|_| BROKEN)?;
        let payload = Payload { msg: ciphertext, aad: &context(entity, field) };
        let plaintext = self.cipher().decrypt(&XNonce::from(nonce), payload).map_err(|_| BROKEN)?;
        String::from_utf8(plaintext).map_err(|_| BROKEN)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.derive("nightbench seal 2026: cipher").into())
    }

    fn derive(&self, purpose: &str) -> [u8; 32] {
        blake3::derive_key(purpose, &self.0)
    }
}

/// Entity and field as one text; the entity has a fixed length, so no two pairs give the same bytes. The zero
/// keeps the field apart from the plaintext that follows in the nonce.
fn context(entity: Uuid, field: &str) -> Vec<u8> {
    let mut context = entity.as_bytes().to_vec();
    context.extend_from_slice(field.as_bytes());
    context.push(0);
    context
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let byte = |&[high, low]: &[u8; 2]| Some(digit(high)? << 4 | digit(low)?);
    if rest.is_empty() { pairs.iter().map(byte).collect() } else { None }
}

#[cfg(test)]
mod tests {
    use super::CustomerKey;
    use nightbench_domain::id::CustomerId;
    use uuid::Uuid;

    #[test]
    fn a_sealed_value_opens_only_in_its_place_and_under_its_key() {
        let (key, customer) = (CustomerKey([7; 32]), CustomerId::new(Uuid::from_u128(1)));
        let (here, there) = (Uuid::from_u128(2), Uuid::from_u128(3));
        let sealed = key.seal(customer, here, "name", "李雷").unwrap();
        assert_eq!(key.open(here, "name", &sealed).unwrap(), "李雷");
        assert!(key.open(there, "name", &sealed).is_err(), "moved to another entity");
        assert!(key.open(here, "phone", &sealed).is_err(), "moved to another field");
        assert!(CustomerKey([8; 32]).open(here, "name", &sealed).is_err(), "another key");
        for place in 0..sealed.hex.len() {
            let mut changed = sealed.clone();
            let was = changed.hex.remove(place);
            changed.hex.insert(place, if was == '0' { '1' } else { '0' });
            assert!(key.open(here, "name", &changed).is_err(), "digit {place} changed");
        }
    }

    #[test]
    fn different_values_and_fields_never_share_a_nonce() {
        let (key, customer, entity) =
            (CustomerKey([7; 32]), CustomerId::new(Uuid::nil()), Uuid::from_u128(2));
        let nonce = |field: &str, text: &str| {
            key.seal(customer, entity, field, text).unwrap().hex.get(..48).unwrap().to_owned()
        };
        assert_eq!(nonce("name", "a"), nonce("name", "a"), "the same value is the same bytes");
        assert_ne!(nonce("name", "a"), nonce("name", "b"));
        assert_ne!(nonce("name", "a"), nonce("phone", "a"));
        assert_ne!(nonce("na", "mea"), nonce("name", "a"), "no other split of the same letters");
    }
}
