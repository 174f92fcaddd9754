//! Where things stand: the root of the working tree and the folder the compiler writes to. It finds
//! folders and creates none.

use std::path::{Path, PathBuf};

use crate::step::Stop;

/// The working tree this xtask belongs to.
#[derive(Debug, Clone)]
pub(crate) struct House {
    root: PathBuf,
    target: PathBuf,
}

impl House {
    /// Finds the tree from what cargo tells a program it runs, and the target folder from where this
    /// program itself was built, so that every way of choosing another one is respected.
    pub(crate) fn find() -> Result<Self, Stop> {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let manifest = manifest.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
        let root = manifest.ancestors().nth(2).map(Path::to_path_buf);
        let exe = std::env::current_exe().map_err(|source| Stop::io("find this program", source))?;
        let target = exe.ancestors().nth(2).map(Path::to_path_buf);
        match (root, target) {
            (Some(root), Some(target)) => Ok(Self { root, target }),
            _ => Err(Stop::Refused("run this as `cargo xtask` inside the working tree".to_owned())),
        }
    }

    /// The working tree's root.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A path inside the tree.
    pub(crate) fn at(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// Where the compiler writes.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// A program of the workspace as cargo left it.
    pub(crate) fn program(&self, name: &str, release: bool) -> PathBuf {
        let profile = if release { "release" } else { "debug" };
        self.target.join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// Where reports and pictures of a run are left: always in the tree, wherever the compiler writes.
    pub(crate) fn artefacts(&self, name: &str) -> PathBuf {
        self.root.join("target").join(name)
    }
}
