//! The pages themselves: inside their margins, nothing over anything, the same bytes every time, fit for
//! an archive, and refused when a character has no glyph.

mod pdf;
mod samples;

use std::sync::OnceLock;
use std::thread;

use chrono::TimeDelta;
use nightbench_forms::{Form, FormError, FormLanguage, render, unprintable};

use pdf::{Paper, Word};

const MILLIMETRE: f64 = 72.0 / 25.4;

fn sheets() -> Vec<(&'static str, Form)> {
    vec![
        ("application", Form::Application(Box::new(samples::application()))),
        ("longest", Form::Application(Box::new(samples::longest()))),
        ("european", Form::Application(Box::new(samples::european()))),
        ("blank", Form::Blank(Box::new(samples::blank()))),
        ("numbered", Form::Blank(Box::new(samples::numbered_blank()))),
        ("receipt", Form::Receipt(Box::new(samples::receipt()))),
        ("delivery", Form::Delivery(Box::new(samples::delivery()))),
        ("decision", Form::Decision(Box::new(samples::decision()))),
        ("refund", Form::Refund(Box::new(samples::refund()))),
        ("report", Form::Report(Box::new(samples::report()))),
        ("internal", Form::Internal(Box::new(samples::internal()))),
        ("quote", Form::Quote(Box::new(samples::quote()))),
        ("parcel", Form::Parcel(Box::new(samples::parcel()))),
        ("differences", Form::Differences(Box::new(samples::parcel()))),
        ("week", Form::Week(Box::new(samples::week()))),
        ("longest week", Form::Week(Box::new(samples::longest_week()))),
        ("empty week", Form::Week(Box::new(samples::empty_week()))),
    ]
}

/// The sheets and labels in every language, printed once for all tests that look at where the words stand.
fn printed() -> &'static [Printed] {
    static PRINTED: OnceLock<Vec<Printed>> = OnceLock::new();
    PRINTED.get_or_init(|| {
        let in_all = |(name, form): &(&'static str, Form)| {
            FormLanguage::ALL.map(|language| {
                let paper = Paper::print(form, language);
                let metadata = String::from_utf8_lossy(&paper.pdf.bytes).into_owned();
                Printed { name, language, pages: paper.pdf.pages, words: paper.words(), metadata }
            })
        };
        sheets().iter().chain(&labels()).flat_map(in_all).collect()
    })
}

struct Printed {
    name: &'static str,
    language: FormLanguage,
    pages: usize,
    words: Vec<Word>,
    metadata: String,
}

impl Printed {
    fn is_sheet(&self) -> bool {
        sheets().iter().any(|(name, _)| *name == self.name)
    }
}

fn labels() -> Vec<(&'static str, Form)> {
    vec![
        ("label", Form::Label(Box::new(samples::label()))),
        ("label_sheet", Form::LabelSheet(Box::new(samples::label_sheet()))),
        ("codes", Form::Codes(Box::new(samples::codes()))),
        ("tags", Form::Tags(Box::new(samples::tags()))),
    ]
}

#[test]
fn every_word_stands_inside_the_margins() {
    for Printed { name, language, words, .. } in printed().iter().filter(|paper| paper.is_sheet()) {
        for word in words {
            // The left half of an opening bracket's square is white, and stands in the margin at the start of a line.
            let white = if word.text.starts_with('（') { (word.bottom - word.top) / 2.0 } else { 0.0 };
            let inside = word.left + white >= 13.9 * MILLIMETRE
                && word.right <= 198.3 * MILLIMETRE
                && word.top >= 4.0 * MILLIMETRE
                && word.bottom <= 293.0 * MILLIMETRE;
            assert!(inside, "{name} {language}: {word:?}");
        }
    }
}

#[test]
fn a_label_keeps_every_word_on_its_sixty_by_forty_millimetres() {
    let mut label = samples::label();
    label.labels[0].model =
        "JP-TI-Pro 1280×1024 60 mm 双光融合手持观测仪（森防定制版）第二代加强型".to_owned();
    for word in Paper::print(&Form::Label(Box::new(label)), FormLanguage::Both).words() {
        let inside = word.left >= 2.0 * MILLIMETRE
            && word.right <= 58.0 * MILLIMETRE
            && word.top >= 0.0
            && word.bottom <= 40.0 * MILLIMETRE;
        assert!(inside, "{word:?}");
    }
}

#[test]
fn no_word_is_printed_over_another() {
    for Printed { name, language, words, .. } in printed() {
        for (place, word) in words.iter().enumerate() {
            for other in &words[place + 1..] {
                assert!(!overlap(word, other), "{name} {language}: {word:?} over {other:?}");
            }
        }
    }
}

/// The boxes that poppler reports reach from ascender to descender and so into the next line; what is
/// compared is the ink of ordinary letters, the middle half. Chinese signs lose the white half of their
/// square at the end of a line, so words may share up to half a letter sideways.
fn overlap(word: &Word, other: &Word) -> bool {
    let ink = |word: &Word| {
        let height = word.bottom - word.top;
        (word.top + height * 0.3, word.bottom - height * 0.25)
    };
    let ((top, bottom), (other_top, other_bottom)) = (ink(word), ink(other));
    let shared_width = word.right.min(other.right) - word.left.max(other.left);
    let shared_height = bottom.min(other_bottom) - top.max(other_top);
    word.page == other.page && shared_width > (word.bottom - word.top) * 0.6 && shared_height > 0.3
}

/// The cut line and everything under it stand on one page, below the signatures or on a page of their own.
#[test]
fn what_the_customer_tears_off_is_never_cut_in_two() {
    for Printed { name, language, words, pages, .. } in printed() {
        let line = if *language == FormLanguage::En { "cut" } else { "沿此线剪下" };
        let cut = words.iter().find(|word| word.text.contains(line));
        let is_kept = ["application", "longest", "european", "numbered"].contains(name);
        assert_eq!(cut.is_some(), is_kept, "{name} {language}");
        let Some(cut) = cut else { continue };
        let below = |word: &&Word| word.page == cut.page && word.top > cut.top;
        let kept: String = words.iter().filter(below).map(|word| word.text.as_str()).collect();
        assert!(kept.contains("JPNVision@votinfrared.com"), "{name} {language}: {kept}");
        assert!(kept.contains("CD01-A7K3M-00412-3"), "{name} {language}: {kept}");
        assert_eq!(*pages, cut.page, "{name} {language}: it is the last of the form");
    }
}

#[test]
fn an_ordinary_form_keeps_the_customer_s_part_on_its_one_page_in_each_language() {
    for paper in printed().iter().filter(|paper| paper.name == "application") {
        assert_eq!(paper.pages, 1, "{}", paper.language);
    }
}

/// It is pinned on the wall.
#[test]
fn the_sheet_of_a_week_is_one_page_whatever_stands_on_it() {
    for paper in printed().iter().filter(|paper| paper.name.ends_with("week")) {
        assert_eq!(paper.pages, 1, "{} {}", paper.name, paper.language);
    }
}

#[test]
fn the_same_form_gives_the_same_bytes_also_when_several_print_at_once() {
    let form = Form::Application(Box::new(samples::application()));
    let once = render(&form, FormLanguage::Both).unwrap();
    assert_eq!(once.blake3, blake3::hash(&once.bytes).to_hex().to_string());
    thread::scope(|scope| {
        let printing: Vec<_> = (0..3).map(|_| scope.spawn(|| render(&form, FormLanguage::Both))).collect();
        for paper in printing {
            assert_eq!(paper.join().unwrap().unwrap(), once);
        }
    });
}

#[test]
fn a_form_printed_a_minute_later_is_another_paper() {
    let mut form = samples::application();
    let before = render(&Form::Application(Box::new(form.clone())), FormLanguage::ZhCn).unwrap();
    form.printed.at += TimeDelta::minutes(1);
    let after = render(&Form::Application(Box::new(form)), FormLanguage::ZhCn).unwrap();
    assert_ne!(before.blake3, after.blake3);
}

#[test]
fn papers_declare_the_archive_standard_they_are_held_to() {
    for Printed { name, metadata, .. } in printed() {
        assert!(metadata.contains("<pdfaid:part>2</pdfaid:part>"), "{name}");
        assert!(metadata.contains("<pdfaid:conformance>U</pdfaid:conformance>"), "{name}");
    }
}

#[test]
fn characters_without_a_glyph_are_named_and_nothing_else_of_the_customer_is() {
    let mut form = samples::application();
    form.intake.customer.name = "李😀雷".to_owned().into();
    form.intake.symptom = "黑屏 \u{1f525}😀".to_owned();
    let refusal = render(&Form::Application(Box::new(form)), FormLanguage::Both).unwrap_err();
    assert_eq!(refusal.to_string(), "these characters cannot be printed: U+1F525, U+1F600");
    assert!(matches!(&refusal, FormError::Unprintable { characters } if characters == &['🔥', '😀']));
    assert!(!format!("{refusal:?}").contains('雷'));
}

#[test]
fn an_entry_field_can_ask_beforehand_what_paper_cannot_show() {
    assert_eq!(unprintable("Łódź 𬭎 Юлия").unwrap(), Vec::<char>::new());
    assert_eq!(unprintable("김😀철수😀").unwrap(), ['김', '😀', '철', '수']);
}

#[test]
fn text_that_looks_like_markup_is_printed_as_it_is() {
    let mut form = samples::application();
    let typed = "#panic(\"x\") *bold* $x^2$ <a> `raw` \\ \"quoted\" // comment";
    form.intake.symptom = typed.to_owned();
    let paper = Paper::print(&Form::Application(Box::new(form)), FormLanguage::En);
    assert!(paper.text().contains(&pdf::squeeze(typed)), "{}", paper.text());
}

#[test]
fn line_ends_are_kept_and_invisible_characters_of_scanners_and_phones_do_no_harm() {
    let mut form = samples::application();
    form.intake.symptom =
        "第一行\n第二行\t三\u{7}四\u{200d}五\u{fe0f}六\u{feff}七\u{ad}八\r\n第三行".to_owned();
    let paper = Paper::print(&Form::Application(Box::new(form.clone())), FormLanguage::ZhCn);
    assert!(paper.text().contains("第一行第二行三四五六七"), "{}", paper.text());
    let top = |text: &str| paper.words().into_iter().find(|word| word.text.contains(text)).expect(text).top;
    assert!(top("第一行") < top("第二行") && top("第二行") < top("第三行"));
    assert_eq!(unprintable(&form.intake.symptom).unwrap(), Vec::<char>::new());
}

#[test]
fn a_centre_that_has_not_filled_in_its_address_prints_all_the_same() {
    let mut form = samples::application();
    form.centre = Default::default();
    form.intake.customer = Default::default();
    form.intake.accessories.clear();
    form.intake.condition.clear();
    form.printed.station.clear();
    for language in FormLanguage::ALL {
        assert_eq!(render(&Form::Application(Box::new(form.clone())), language).unwrap().pages, 1);
    }
}
