//! The policy packs of a station: which are there, which is in force, what they say, and how one more is installed.
//! Packs are rolled forward only. Not what they grant (verdict.rs) and not what two of them differ in.

use crate::commands::Written;
use crate::error::AppError;
use crate::pack_key::PackKeys;
use crate::station::App;
use nightbench_eligibility::Packs;
use nightbench_eligibility::overlay::LawPage;
use nightbench_eligibility::packs::Pack;
use nightbench_eligibility::policy::PackPage;
use nightbench_eligibility::policy::refusal::{PackError, PackFault};
pub use nightbench_eligibility::verdict::PolicyRef;
use nightbench_store::Source;
use nightbench_store::pack::{self, InstalledPack};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use ts_rs::TS;

/// The largest pack that is taken, in bytes.
const PACK_BYTES_MAX: u32 = 1 << 20;

/// The packs of this station.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackShelf {
    /// Versions of the commitment, the newest first.
    pub policies: Vec<PackRow>,
    /// Other law that raises notes.
    pub laws: Vec<LawRow>,
    /// Installed packs that this program does not use, and why.
    pub set_aside: Vec<SetAside>,
    /// The names of the keys whose signatures this program trusts.
    pub trusted: Vec<String>,
}

/// A version of the commitment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackRow {
    /// Everything it says.
    pub page: PackPage,
    /// Whether goods bought today are judged by it.
    pub in_force: bool,
    /// When it was installed, milliseconds since 1970 UTC; null for a pack that ships with the program.
    #[ts(type = "number | null")]
    pub installed_at: Option<i64>,
    /// Name of the key it was signed with; null for a pack that ships with the program.
    pub signed_by: Option<String>,
}

/// A law pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LawRow {
    /// Everything it says.
    pub page: LawPage,
    /// Whether it can raise notes on goods bought today.
    pub in_force: bool,
    /// When it was installed, milliseconds since 1970 UTC; null for a pack that ships with the program.
    #[ts(type = "number | null")]
    pub installed_at: Option<i64>,
    /// Name of the key it was signed with; null for a pack that ships with the program.
    pub signed_by: Option<String>,
}

/// An installed pack that is not used: the program brought a newer one, or does not take it any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SetAside {
    /// The pack's id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Why, with file and line.
    pub refused: PackError,
    /// Whether a pack in use is as new or newer, so that nothing is missed.
    pub is_overtaken: bool,
}

/// The request of `policy_install`: a pack file and the signature beside it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InstallRequest {
    /// The file's name, for the error.
    pub file: String,
    /// The pack, as TOML.
    pub text: String,
    /// The detached signature of the file's bytes, base64.
    pub signature: String,
}

/// The packs that a station uses.
pub(crate) struct InUse {
    pub(crate) packs: Arc<Packs>,
    set_aside: Vec<SetAside>,
}

impl InUse {
    /// The shipped packs with the installed ones that fit. One that does not is set aside and told, never a reason not
    /// to start: the records are needed whatever the pack says.
    pub(crate) fn of(source: &impl Source) -> Result<Self, AppError> {
        let mut packs = Packs::shipped().map_err(AppError::Pack)?;
        let mut set_aside = Vec::new();
        for installed in pack::installed(source)? {
            match packs.with(&file_of(&installed), &installed.text) {
                Ok(more) => packs = more,
                Err(refused) => set_aside.push(SetAside {
                    is_overtaken: false,
                    id: installed.id,
                    version: installed.version,
                    refused,
                }),
            }
        }
        // Only now is it known whether a later one makes up for it.
        for pack in &mut set_aside {
            pack.is_overtaken = packs.has_newer(&pack.id, &pack.version);
        }
        Ok(Self { packs: Arc::new(packs), set_aside })
    }

    /// Whether a pack is missed that should be used.
    pub(crate) fn misses_a_pack(&self) -> bool {
        self.set_aside.iter().any(|pack| !pack.is_overtaken)
    }
}

/// How an installed pack is named where one of its lines is.
pub(crate) fn file_of(installed: &InstalledPack) -> String {
    format!("{}@{}", installed.id, installed.version)
}

/// The packs of the station.
///
/// # Errors
/// When the store cannot be read.
pub fn list(app: &App, (): ()) -> Result<PackShelf, AppError> {
    let today = app.today()?;
    let installed = pack::installed(&app.store)?;
    let origin = |reference: &PolicyRef| {
        let found = installed.iter().find(|pack| pack.hash == reference.hash);
        (found.map(|pack| pack.installed_at), found.map(|pack| pack.signed_by.clone()))
    };
    app.with_packs(|in_use| {
        let packs = &in_use.packs;
        let serving = packs.choose(Some(today)).reference();
        let policies = packs.policies().map(|policy| {
            let (installed_at, signed_by) = origin(policy.reference());
            let in_force = policy.reference() == serving;
            PackRow { page: policy.page(), in_force, installed_at, signed_by }
        });
        let speaking: Vec<&PolicyRef> = packs.laws_in_force(Some(today)).map(|law| law.reference()).collect();
        let laws = packs.laws().map(|law| {
            let (installed_at, signed_by) = origin(law.reference());
            let in_force = speaking.contains(&law.reference());
            LawRow { page: law.page(), in_force, installed_at, signed_by }
        });
        Ok(PackShelf {
            policies: policies.collect(),
            laws: laws.collect(),
            set_aside: in_use.set_aside.clone(),
            trusted: app.ports.pack_keys.names().map(str::to_owned).collect(),
        })
    })
}

/// Installs a pack: its signature, then what it says, then whether it fits beside what is there. Refused, the packs in
/// use stay what they are.
pub(crate) fn install(app: &App, request: InstallRequest) -> Result<Written<PackShelf>, AppError> {
    if request.text.len() > PACK_BYTES_MAX as usize {
        return Err(refused_whole(request.file, PackFault::TooLarge { max_bytes: PACK_BYTES_MAX }));
    }
    let keys: &PackKeys = &app.ports.pack_keys;
    let signed_by = keys.verify(request.text.as_bytes(), &request.signature)?.to_owned();
    let pack = Pack::load(&request.file, &request.text).map_err(AppError::PolicyFile)?;
    let written = app.write(|tx| {
        InUse::of(tx)?.packs.with(&request.file, &request.text).map_err(AppError::PolicyFile)?;
        let reference = pack.reference();
        let installed = InstalledPack {
            id: reference.id.clone(),
            version: reference.version.clone(),
            hash: reference.hash.clone(),
            text: request.text.clone(),
            signature: request.signature.trim().to_owned(),
            signed_by: signed_by.clone(),
            installed_at: app.now_ms(),
        };
        pack::install(tx, &installed)?;
        InUse::of(tx)
    })?;
    app.serve(written.value);
    Ok(Written { value: list(app, ())?, changes: written.changes })
}

/// A good pack file that was looked at without installing it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// What it is.
    #[serde(flatten)]
    pub reference: PolicyRef,
    /// Why it would be refused beside the packs in use: not newer, or overlapping; null where it fits.
    pub beside: Option<PackError>,
}

/// Checks a pack file: by itself, then beside the station's packs, or without a station beside the program's own. Its
/// signature is not looked at.
///
/// # Errors
/// `PolicyFile` with file, line and fault when it is no good pack by itself.
pub fn check(app: Option<&App>, file: &str, text: &str) -> Result<Checked, AppError> {
    let pack = Pack::load(file, text).map_err(AppError::PolicyFile)?;
    let packs = match app {
        Some(app) => app.packs(),
        None => Arc::new(Packs::shipped().map_err(AppError::Pack)?),
    };
    let beside = packs.with(file, text).err();
    Ok(Checked { reference: pack.reference().clone(), beside })
}

/// The text of a pack file.
///
/// # Errors
/// `PolicyFile` when the bytes are no text.
pub fn text_of(file: &str, bytes: Vec<u8>) -> Result<String, AppError> {
    String::from_utf8(bytes).map_err(|error| {
        let good = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = good.iter().filter(|&&byte| byte == b'\n').count() + 1;
        AppError::PolicyFile(PackError { file: file.to_owned(), line, fault: PackFault::NotText })
    })
}

/// A refusal of a file as a whole.
const fn refused_whole(file: String, fault: PackFault) -> AppError {
    AppError::PolicyFile(PackError { file, line: 1, fault })
}

#[cfg(test)]
mod tests {
    use super::InUse;
    use nightbench_domain::id::{CentreCode, StationId, TxnId};
    use nightbench_store::pack::{self, InstalledPack};
    use nightbench_store::{Act, Entropy, Store, StoreError, station};
    use uuid::Uuid;

    const SHIPPED: &str = include_str!("../../../policies/jingpin-commitment.toml");

    /// A station that installed packs when a program before this one took them.
    fn station_with(packs: &[(&str, String)]) -> Store {
        let store = Store::memory(Entropy::new(|bytes| bytes.fill(7))).unwrap();
        let act = Act { actor: "desk", at_ms: 0, txn: TxnId::new(Uuid::from_u128(1)) };
        let centre = CentreCode::parse("CD01").unwrap();
        let written = store.transact(act, |tx| {
            station::init(tx, StationId::new(Uuid::from_u128(2)), &centre)?;
            for (version, text) in packs {
                let installed = InstalledPack {
                    id: "jingpin-commitment".to_owned(),
                    version: (*version).to_owned(),
                    hash: "ab".repeat(32),
                    text: text.clone(),
                    signature: String::new(),
                    signed_by: "headquarters".to_owned(),
                    installed_at: 0,
                };
                pack::install(tx, &installed)?;
            }
            Ok::<(), StoreError>(())
        });
        written.unwrap();
        store
    }

    fn version(number: &str) -> String {
        SHIPPED.replacen(
            "version = \"2026.1\"",
            &format!("version = \"{number}\"\nsupersedes = \"2026.1\""),
            1,
        )
    }

    #[test]
    fn a_pack_that_this_program_does_not_take_is_set_aside_and_told_and_the_others_serve() {
        for (sentence, packs, serving, aside, is_missed) in [
            ("it fits", vec![("2026.2", version("2026.2"))], "2026.2", None, false),
            (
                "it is bad",
                vec![("2026.2", "[pack".to_owned())],
                "2026.1",
                Some("jingpin-commitment@2026.2:1: "),
                true,
            ),
            (
                "the program brought one as new",
                vec![("2026.1", SHIPPED.to_owned())],
                "2026.1",
                Some("\"code\":\"not_newer\""),
                false,
            ),
            (
                "a bad one before a good one",
                vec![("2026.2", "[pack".to_owned()), ("2026.3", version("2026.3"))],
                "2026.3",
                Some("jingpin-commitment@2026.2:1: "),
                false,
            ),
        ] {
            let in_use = InUse::of(&station_with(&packs)).unwrap();
            assert_eq!(in_use.packs.choose(None).reference().version, serving, "{sentence}");
            let told = in_use.set_aside.first().map(|pack| pack.refused.to_string());
            assert_eq!(told.is_some(), aside.is_some(), "{sentence}");
            assert!(told.zip(aside).is_none_or(|(told, aside)| told.contains(aside)), "{sentence}");
            assert_eq!(in_use.misses_a_pack(), is_missed, "{sentence}");
        }
    }
}
