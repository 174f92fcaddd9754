//! Who said it: Ed25519 over the head of a chain and over a request. Pure: the key is given. No secret travels; a station
//! proves itself with every request, over a nonce of the server, so that a clock plays no part.

use crate::hex::Hex;
use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use nightbench_domain::id::StationId;
use nightbench_domain::operation::{Epoch, OperationHash};
use serde::{Deserialize, Serialize};

/// The public key of a station or of HQ.
pub type PublicKey = Hex<32>;
/// An Ed25519 signature.
pub type Signature = Hex<64>;

/// The header that carries [`Seal::station`].
pub const STATION_HEADER: &str = "nightbench-station";
/// The header that carries [`Seal::nonce`].
pub const NONCE_HEADER: &str = "nightbench-nonce";
/// The header that carries [`Seal::signature`].
pub const SIGNATURE_HEADER: &str = "nightbench-signature";

/// A signature is for one purpose: what is signed begins with it.
const CHAIN: &[u8] = b"nightbench chain 1\n";
const REQUEST: &[u8] = b"nightbench request 1\n";

/// Holds a secret key; made from the 32 bytes that its host keeps.
pub struct Signer(SigningKey);

/// What stands beside a request, in three headers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seal {
    /// Who asks.
    pub station: StationId,
    /// The nonce that the server gave with its last answer.
    pub nonce: String,
    /// Over method, path, body and the two above.
    pub signature: Signature,
}

/// The end of a chain, as its station signs it: with it every operation before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedHead {
    /// Whose chain.
    pub station: StationId,
    /// Which of its chains.
    pub epoch: Epoch,
    /// Place of the last operation.
    pub seq: u64,
    /// Its hash.
    pub hash: OperationHash,
}

/// The signature does not fit what it should have signed, or the key is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the signature does not fit")]
pub struct SignatureError;

impl Signer {
    /// The signer of a secret key.
    #[must_use]
    pub fn new(secret: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(secret))
    }

    /// The key by which others verify.
    #[must_use]
    pub fn public_key(&self) -> PublicKey {
        Hex(self.0.verifying_key().to_bytes())
    }

    /// Seals a request.
    #[must_use]
    pub fn seal(&self, station: StationId, nonce: &str, method: &str, path: &str, body: &[u8]) -> Seal {
        let signature = self.sign(&request_bytes(station, nonce, method, path, body));
        Seal { station, nonce: nonce.to_owned(), signature }
    }

    /// Signs the end of a chain.
    #[must_use]
    pub fn sign_head(&self, head: &SignedHead) -> Signature {
        self.sign(&head_bytes(head))
    }

    fn sign(&self, bytes: &[u8]) -> Signature {
        Hex(self.0.sign(bytes).to_bytes())
    }
}

impl Seal {
    /// Whether the holder of the key sealed this request. That the nonce is one the server gave, and not used before, is
    /// the server's to know.
    ///
    /// # Errors
    /// When the seal is not of this request or of another key.
    pub fn verify(
        &self,
        key: &PublicKey,
        method: &str,
        path: &str,
        body: &[u8],
    ) -> Result<(), SignatureError> {
        let bytes = request_bytes(self.station, &self.nonce, method, path, body);
        verify(key, &bytes, &self.signature)
    }
}

impl SignedHead {
    /// Whether the holder of the key signed this end of a chain.
    ///
    /// # Errors
    /// When the signature is of another head or another key.
    pub fn verify(&self, key: &PublicKey, signature: &Signature) -> Result<(), SignatureError> {
        verify(key, &head_bytes(self), signature)
    }
}

fn verify(key: &PublicKey, bytes: &[u8], signature: &Signature) -> Result<(), SignatureError> {
    let key = VerifyingKey::from_bytes(&key.0).map_err(|_| SignatureError)?;
    key.verify_strict(bytes, &ed25519_dalek::Signature::from_bytes(&signature.0)).map_err(|_| SignatureError)
}

fn head_bytes(head: &SignedHead) -> Vec<u8> {
    let station = head.station.uuid();
    let (epoch, seq) = (head.epoch.0.to_be_bytes(), head.seq.to_be_bytes());
    [CHAIN, station.as_bytes(), &epoch, &seq, head.hash.as_bytes()].concat()
}

/// One line each; a method, a path and a nonce hold no line break in HTTP.
fn request_bytes(station: StationId, nonce: &str, method: &str, path: &str, body: &[u8]) -> Vec<u8> {
    let body = blake3::hash(body).to_hex();
    [REQUEST, format!("{method}\n{path}\n{body}\n{nonce}\n{station}\n").as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::{Hex, SignatureError, SignedHead, Signer};
    use nightbench_domain::id::StationId;
    use nightbench_domain::operation::{Epoch, OperationHash};
    use uuid::Uuid;

    fn station() -> StationId {
        StationId::new(Uuid::from_u128(7))
    }

    #[test]
    fn a_seal_holds_for_one_request_under_one_key() {
        let signer = Signer::new(&[1; 32]);
        let seal = signer.seal(station(), "n1", "POST", "/v1/sync", b"{}");
        let key = signer.public_key();
        assert_eq!(seal.verify(&key, "POST", "/v1/sync", b"{}"), Ok(()));
        assert_eq!(seal.verify(&key, "GET", "/v1/sync", b"{}"), Err(SignatureError));
        assert_eq!(seal.verify(&key, "POST", "/v1/enrol", b"{}"), Err(SignatureError));
        assert_eq!(seal.verify(&key, "POST", "/v1/sync", b"{ }"), Err(SignatureError));
        assert_eq!(
            seal.verify(&Signer::new(&[2; 32]).public_key(), "POST", "/v1/sync", b"{}"),
            Err(SignatureError)
        );
        assert_eq!(seal.verify(&Hex([255; 32]), "POST", "/v1/sync", b"{}"), Err(SignatureError));
        let mut other = seal.clone();
        other.nonce = "n2".to_owned();
        assert_eq!(other.verify(&key, "POST", "/v1/sync", b"{}"), Err(SignatureError));
        let mut other = seal;
        other.station = StationId::new(Uuid::from_u128(8));
        assert_eq!(other.verify(&key, "POST", "/v1/sync", b"{}"), Err(SignatureError));
    }

    #[test]
    fn a_signed_head_holds_for_one_place_of_one_chain() {
        let signer = Signer::new(&[1; 32]);
        let head =
            SignedHead { station: station(), epoch: Epoch(9), seq: 3, hash: OperationHash::of(b"third") };
        let (key, signature) = (signer.public_key(), signer.sign_head(&head));
        assert_eq!(head.verify(&key, &signature), Ok(()));
        for other in [
            SignedHead { station: StationId::new(Uuid::from_u128(8)), ..head },
            SignedHead { epoch: Epoch(8), ..head },
            SignedHead { seq: 4, ..head },
            SignedHead { hash: OperationHash::of(b"other"), ..head },
        ] {
            assert_eq!(other.verify(&key, &signature), Err(SignatureError));
        }
    }
}
