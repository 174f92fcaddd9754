//! Lists `locales/<language>/*.ftl` and embeds what it finds, so that a new catalogue file needs no
//! list to be edited. It does not judge the files: the crate's tests do, and a broken message must not
//! stop everybody's build.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const LANGUAGES: [(&str, &str); 2] = [("ZH_CN", "zh-CN"), ("EN", "en")];

fn main() -> Result<(), Box<dyn Error>> {
    let locales = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../locales");
    println!("cargo::rerun-if-changed=build.rs");
    let mut code = String::new();
    for (constant, language) in LANGUAGES {
        let folder = locales.join(language);
        println!("cargo::rerun-if-changed={}", folder.display());
        writeln!(code, "pub(crate) const {constant}: &[(&str, &str)] = &[")?;
        for file in catalogue_files(&folder)? {
            println!("cargo::rerun-if-changed={}", file.display());
            let name = file.file_name().and_then(|name| name.to_str()).ok_or("a file name is not UTF-8")?;
            let path = file.canonicalize()?;
            let path = path.to_str().ok_or("a path is not UTF-8")?;
            writeln!(code, "    ({name:?}, include_str!({path:?})),")?;
        }
        writeln!(code, "];")?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("catalogue_files.rs"), code)?;
    Ok(())
}

/// The catalogue files of one language in the order of their names, so that a build is repeatable.
fn catalogue_files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
