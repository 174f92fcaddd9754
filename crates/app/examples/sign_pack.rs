//! For the issuer of policy packs: makes a key pair, and signs a pack. The program itself only verifies.
//!
//! `cargo run -p nightbench-app --example sign_pack -- new KEYFILE NAME` writes a private key and prints the line for
//! policies/pack-keys.txt; `... -- sign KEYFILE PACK.toml` writes PACK.toml.sig. The private key belongs on the issuer's
//! machine and nowhere else.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signer, SigningKey};
use nightbench_app::ports::{Ids, RandomIds};
use nightbench_app::{Language, policy};
use std::error::Error;
use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["new", key_file, name] => new(Path::new(key_file), name),
        ["sign", key_file, pack] => sign(Path::new(key_file), Path::new(pack)),
        _ => Err("new KEYFILE NAME, or sign KEYFILE PACK.toml".into()),
    }
}

/// Makes a key pair; a file that is there already is not overwritten.
fn new(key_file: &Path, name: &str) -> Result<(), Box<dyn Error>> {
    let mut seed = [0; 32];
    RandomIds.fill(&mut seed);
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    writeln!(options.open(key_file)?, "{}", STANDARD.encode(seed))?;
    let public = SigningKey::from_bytes(&seed).verifying_key();
    writeln!(std::io::stdout(), "{name} {}", STANDARD.encode(public.as_bytes()))?;
    Ok(())
}

/// Signs a pack that passes every check but that of fitting beside others.
fn sign(key_file: &Path, pack: &Path) -> Result<(), Box<dyn Error>> {
    let seed = STANDARD.decode(fs::read_to_string(key_file)?.trim())?;
    let seed = <[u8; 32]>::try_from(seed).map_err(|_| "the key file holds no key")?;
    let text = fs::read_to_string(pack)?;
    policy::check(None, &pack.display().to_string(), &text)
        .map_err(|refused| refused.failure().sentence(Language::En))?;
    let signature = SigningKey::from_bytes(&seed).sign(text.as_bytes());
    let mut beside = OsString::from(pack);
    beside.push(".sig");
    fs::write(beside, format!("{}\n", STANDARD.encode(signature.to_bytes())))?;
    Ok(())
}
