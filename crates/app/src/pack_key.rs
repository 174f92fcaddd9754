//! Whose packs this program installs: the public keys it was built with, and whether a detached Ed25519 signature fits
//! one of them. Signing is not here: private keys never meet this program (examples/sign_pack.rs is for the issuer).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{PUBLIC_KEY_LENGTH, SIGNATURE_LENGTH, Signature, VerifyingKey};

/// The keys that this program was built with.
const BUILT_WITH: &str = match option_env!("NIGHTBENCH_PACK_KEYS") {
    Some(keys) => keys,
    None => include_str!("../../../policies/pack-keys.txt"),
};

/// The trusted keys by their names.
#[derive(Debug, Clone, Default)]
pub struct PackKeys(Vec<(String, VerifyingKey)>);

/// Why a signature was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignatureProblem {
    /// This program trusts no key at all.
    #[error("this program trusts no key")]
    NoKey,
    /// The signature file is not 64 bytes in base64.
    #[error("the signature is not 64 bytes in base64")]
    Malformed,
    /// It fits none of the trusted keys, or the pack is not the one that was signed.
    #[error("the signature fits no trusted key")]
    Untrusted,
}

impl PackKeys {
    /// The keys that this program was built with. A line that is no key is passed over; a test reads the shipped list.
    #[must_use]
    pub fn built_in() -> Self {
        Self(lines(BUILT_WITH).filter_map(key).collect())
    }

    /// The keys of a list: lines, or parts between semicolons, of a name and a key in base64; `#` begins a remark.
    /// None when one of them is no key.
    #[must_use]
    pub fn parse(list: &str) -> Option<Self> {
        lines(list).map(key).collect::<Option<_>>().map(Self)
    }

    /// The names of the keys.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// The name of the key under which a detached signature of a pack's bytes holds.
    ///
    /// # Errors
    /// [`SignatureProblem`] when none does.
    pub fn verify(&self, pack: &[u8], signature: &str) -> Result<&str, SignatureProblem> {
        if self.0.is_empty() {
            return Err(SignatureProblem::NoKey);
        }
        let bytes = STANDARD.decode(signature.trim()).ok();
        let bytes = bytes.and_then(|bytes| <[u8; SIGNATURE_LENGTH]>::try_from(bytes).ok());
        let signature = Signature::from_bytes(&bytes.ok_or(SignatureProblem::Malformed)?);
        let fits = |(_, key): &&(String, VerifyingKey)| key.verify_strict(pack, &signature).is_ok();
        self.0.iter().find(fits).map(|(name, _)| name.as_str()).ok_or(SignatureProblem::Untrusted)
    }
}

fn lines(list: &str) -> impl Iterator<Item = &str> {
    let said = list.lines().map(|line| line.split('#').next().unwrap_or_default());
    said.flat_map(|line| line.split(';')).map(str::trim).filter(|line| !line.is_empty())
}

fn key(line: &str) -> Option<(String, VerifyingKey)> {
    let (name, key) = line.split_once(char::is_whitespace)?;
    let bytes = <[u8; PUBLIC_KEY_LENGTH]>::try_from(STANDARD.decode(key.trim()).ok()?).ok()?;
    Some((name.to_owned(), VerifyingKey::from_bytes(&bytes).ok()?))
}

#[cfg(test)]
mod tests {
    use super::{BUILT_WITH, PackKeys, SignatureProblem};
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use ed25519_dalek::{Signer, SigningKey};

    fn signer(seed: u8) -> (SigningKey, String) {
        let key = SigningKey::from_bytes(&[seed; 32]);
        let public = STANDARD.encode(key.verifying_key().as_bytes());
        (key, public)
    }

    #[test]
    fn the_shipped_list_is_a_list_of_keys() {
        assert!(PackKeys::parse(BUILT_WITH).is_some());
    }

    #[test]
    fn a_signature_is_accepted_under_a_trusted_key_and_for_the_very_bytes_that_were_signed() {
        let ((ours, our_key), (theirs, _)) = (signer(1), signer(2));
        let (other, other_key) = signer(3);
        let keys = PackKeys::parse(&format!("# trusted\nhq {our_key}; spare {other_key}\n")).unwrap();
        assert_eq!(keys.names().collect::<Vec<_>>(), ["hq", "spare"]);
        let sign = |key: &SigningKey| STANDARD.encode(key.sign(b"pack").to_bytes());
        for (sentence, pack, signature, answer) in [
            ("signed by us", &b"pack"[..], sign(&ours), Ok("hq")),
            ("with a line end behind", b"pack", format!("{}\n", sign(&ours)), Ok("hq")),
            ("signed by the spare key", b"pack", sign(&other), Ok("spare")),
            ("another text", b"pack ", sign(&ours), Err(SignatureProblem::Untrusted)),
            ("signed by a stranger", b"pack", sign(&theirs), Err(SignatureProblem::Untrusted)),
            ("no base64", b"pack", "not base64!".to_owned(), Err(SignatureProblem::Malformed)),
            ("too short", b"pack", STANDARD.encode([0; 63]), Err(SignatureProblem::Malformed)),
            ("nothing", b"pack", String::new(), Err(SignatureProblem::Malformed)),
        ] {
            assert_eq!(keys.verify(pack, &signature), answer, "{sentence}");
        }
        assert_eq!(PackKeys::default().verify(b"pack", &sign(&ours)), Err(SignatureProblem::NoKey));
        assert!(PackKeys::parse("hq bm90IGEga2V5").is_none());
    }
}
