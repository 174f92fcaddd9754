//! Prints the sample forms of the tests in every language into a directory, to be looked at:
//! `cargo run -p nightbench-forms --example sheets -- DIRECTORY`.

use std::path::PathBuf;
use std::time::Instant;
use std::{env, fs};

use nightbench_forms::{Form, FormLanguage, render};

#[path = "../tests/samples/mod.rs"]
mod samples;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let directory = PathBuf::from(env::args_os().nth(1).ok_or("name a directory to print into")?);
    fs::create_dir_all(&directory)?;
    let start = Instant::now();
    nightbench_forms::warm_up()?;
    eprintln!("fonts unpacked in {:?}", start.elapsed());
    let forms = [
        ("application", Form::Application(Box::new(samples::application()))),
        ("longest", Form::Application(Box::new(samples::longest()))),
        ("european", Form::Application(Box::new(samples::european()))),
        ("blank", Form::Blank(Box::new(samples::blank()))),
        ("numbered", Form::Blank(Box::new(samples::numbered_blank()))),
        ("receipt", Form::Receipt(Box::new(samples::receipt()))),
        ("internal", Form::Internal(Box::new(samples::internal()))),
        ("parcel", Form::Parcel(Box::new(samples::parcel()))),
        ("differences", Form::Differences(Box::new(samples::parcel()))),
        ("label", Form::Label(Box::new(samples::label()))),
        ("label_sheet", Form::LabelSheet(Box::new(samples::label_sheet()))),
        ("codes", Form::Codes(Box::new(samples::codes()))),
        ("tags", Form::Tags(Box::new(samples::tags()))),
        ("calibration", Form::Calibration(Box::new(samples::calibration()))),
    ];
    for (name, form) in forms {
        for language in FormLanguage::ALL {
            let start = Instant::now();
            let pdf = render(&form, language)?;
            let took = start.elapsed();
            fs::write(directory.join(format!("{name}-{language}.pdf")), &pdf.bytes)?;
            eprintln!("{name} {language}: {} pages, {} bytes, {took:?}", pdf.pages, pdf.bytes.len());
        }
    }
    Ok(())
}
