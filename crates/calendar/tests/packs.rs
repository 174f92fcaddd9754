//! The packs in the program are the files under calendars/, read as their README says; bad files are refused by
//! file, line and reason.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use chrono::{Datelike, NaiveDate};
use nightbench_calendar::rows::{DayRow, RowKind, read_days, read_weekends};
use nightbench_calendar::{Calendar, CalendarPack, CalendarStatus, DayReason, add_months};
use std::collections::BTreeMap;

const CN: &str = include_str!("../../../calendars/cn_days.csv");
const CN_2027: &str = include_str!("../../../calendars/cn_days_2027_provisional.csv");
const WORLD: &str = include_str!("../../../calendars/world_days_2020_2030.csv");
const WEEKENDS: &str = include_str!("../../../calendars/world_weekends.csv");

/// Who says so where a row names nobody.
fn source(file: &str) -> &'static str {
    let lines = include_str!("../../../calendars/sources.csv").lines();
    lines.filter_map(|line| line.split_once(',')).find(|(named, _)| *named == file).unwrap().1
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_program_holds_every_row_of_the_files_and_nothing_else() {
    let mut rows: BTreeMap<String, BTreeMap<NaiveDate, DayRow>> = BTreeMap::new();
    let china = read_days("cn", source("cn_days.csv"), CN)
        .unwrap()
        .into_iter()
        .chain(read_days("2027", "2027", CN_2027).unwrap());
    let world = read_days("world", source("world_days_2020_2030.csv"), WORLD).unwrap().into_iter();
    for row in china.chain(world.filter(|row| row.country != "CN" || row.date.year() >= 2028)) {
        rows.entry(row.country.clone()).or_default().insert(row.date, row);
    }
    let weekends = read_weekends("weekends", WEEKENDS).unwrap();
    assert_eq!(weekends.iter().map(|row| row.country.clone()).collect::<Vec<_>>(), Calendar::countries());
    for weekend in weekends {
        let calendar = Calendar::of(&weekend.country);
        assert_eq!(calendar.country(), weekend.country);
        let days = rows.remove(&weekend.country).unwrap_or_default();
        let mut date = day(if weekend.country == "CN" { "1999-12-01" } else { "2019-12-01" });
        while date < day("2031-02-01") {
            let shown = calendar.day(date);
            let rests = weekend.rest_days >> date.weekday().num_days_from_monday() & 1 == 1;
            match days.get(&date) {
                Some(row) if row.kind == RowKind::Holiday => {
                    assert!(!shown.is_working, "{row:?}");
                    assert!(
                        matches!(&shown.reason, DayReason::Holiday { name_en, .. } if *name_en == row.name_en)
                    );
                }
                Some(row) => {
                    assert!(shown.is_working, "{row:?}");
                    assert!(
                        matches!(&shown.reason, DayReason::MakeupWorkday { name_zh, .. } if *name_zh == row.name_zh)
                    );
                }
                None => assert_eq!(shown.is_working, !rests, "{} {date}", weekend.country),
            }
            assert_eq!(shown.source, days.get(&date).map_or("", |row| row.source.as_str()), "{date}");
            if days.get(&date).is_some_and(|row| row.is_provisional) {
                assert_eq!(shown.status, CalendarStatus::Provisional);
            }
            date = date.succ_opt().unwrap();
        }
    }
    assert!(rows.is_empty(), "a country has days but no calendar");
}

#[test]
fn every_day_says_who_vouches_for_it_and_why_it_is_worked() {
    // Country, day, worked, published.
    let table = [
        ("CN", "2026-02-28", true, true),   // Saturday, make-up workday
        ("CN", "2026-02-23", false, true),  // Spring Festival
        ("CN", "2026-12-31", true, true),   // last published day
        ("CN", "2027-01-04", true, false),  // no notice yet
        ("CN", "2027-02-09", true, false),  // only the world file rests here, and 2027 is not its year
        ("CN", "2028-01-03", false, false), // from 2028 the world file
        ("CN", "2035-06-11", true, false),  // beyond every pack
        ("CN", "2001-12-28", true, false),  // before the pack
        ("CN", "2001-12-29", true, true),   // its first row, a Saturday worked
        ("US", "2026-11-26", false, true),
        ("US", "2031-01-01", true, false), // beyond the pack a holiday is not known
        ("LK", "2026-01-03", false, true),
        ("LK", "2027-01-04", true, false), // the file has no rows for the country after 2026
        ("IR", "2026-06-06", true, true),  // Saturday is worked where only Friday rests
        ("HM", "2026-06-08", true, false), // weekend known, days not
        ("QQ", "2026-06-07", false, false), // nobody lists it
        ("", "2026-06-08", true, false),
    ];
    for (country, date, is_working, is_published) in table {
        let shown = Calendar::of(country).day(day(date));
        assert_eq!(shown.is_working, is_working, "{country} {date}");
        assert_eq!(shown.status == CalendarStatus::Published, is_published, "{country} {date}");
    }
    assert!(
        Calendar::of("CN").day(day("2027-01-01")).source.contains("art.2"),
        "the basis stands in the row"
    );
    let makeup = Calendar::of("CN").day(day("2026-02-28")).reason;
    assert_eq!(
        makeup,
        DayReason::MakeupWorkday { name_zh: "春节".into(), name_en: "Spring Festival".into() }
    );
}

#[test]
fn estimated_days_are_provisional_and_make_the_count_over_them_so() {
    let rows = read_days("world", "world", WORLD).unwrap();
    let estimated = rows.iter().find(|row| row.is_provisional).unwrap();
    let calendar = Calendar::of(&estimated.country);
    assert_eq!(calendar.status(estimated.date), CalendarStatus::Provisional);
    let eve = estimated.date.pred_opt().unwrap();
    assert_eq!(calendar.add_working_days(eve, 3).status, CalendarStatus::Provisional);
}

#[test]
fn an_unlisted_country_still_counts() {
    let reached = Calendar::of("QQ").add_working_days(day("2026-06-05"), 1);
    assert_eq!((reached.date, reached.status), (day("2026-06-08"), CalendarStatus::Provisional));
}

#[test]
fn months_end_on_the_corresponding_day_or_the_months_last() {
    for (start, months, end) in [
        ("2024-02-29", 24, "2026-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-01-31", 3, "2026-04-30"),
        ("2025-11-30", 3, "2026-02-28"),
        ("2026-03-02", 0, "2026-03-02"),
    ] {
        assert_eq!(add_months(day(start), months), day(end), "{start} + {months}");
    }
}

#[test]
fn the_hash_names_the_pack_and_not_the_process() {
    assert_eq!(Calendar::of("CN").hash(), Calendar::of("CN").hash());
    assert_ne!(Calendar::of("CN").hash(), Calendar::of("US").hash());
    assert_ne!(Calendar::of("HM").hash(), Calendar::of("BV").hash(), "the country is part of it");
    assert_eq!(Calendar::of("CN").hash().len(), 64);
}

#[test]
fn a_bad_file_is_refused_by_line_and_reason() {
    for (text, line, reason) in [
        ("", 1, "the file names no day"),
        ("date,kind,colour\n", 1, "unknown heading `colour`"),
        ("date\n", 1, "heading `kind` is missing"),
        ("date,kind,date\n", 1, "heading `date` stands twice"),
        ("date,kind\n2026-01-01\n", 2, "1 fields where 2 are named"),
        ("date,kind\n2026-02-30,holiday\n", 2, "`2026-02-30` is not a date, write YYYY-MM-DD"),
        ("date,kind\n2026-01-01,feast\n", 2, "`feast` is not a kind, write holiday or makeup_workday"),
        ("date,kind\n2026-01-01,holiday\n\n2026-01-01,holiday\n", 4, "CN has a row for 2026-01-01 already"),
        ("date,kind,name_en\n2026-01-01,holiday,\"x\n", 2, "a quote is not closed"),
        (
            "country,date,kind\nChina,2026-01-01,holiday\n",
            2,
            "`China` is not a country, write two capital letters",
        ),
    ] {
        let refused = read_days("file.csv", "", text).unwrap_err();
        assert_eq!((refused.line, refused.fault.to_string().as_str()), (line, reason), "{text:?}");
    }
    let heading = "country,weekend_iso_weekdays(1=Mon)\n";
    for (row, reason) in [
        ("CN,8\n", "`8` is not an ISO weekday, 1 to 7"),
        ("CN,1234567\n", "no day of the week is worked"),
        ("DE,67\nCN,67\n", "CN is out of order or doubled"),
    ] {
        let refused = read_weekends("w.csv", &format!("{heading}{row}")).unwrap_err();
        assert_eq!(refused.fault.to_string(), reason);
    }
}

#[test]
fn a_country_stands_in_the_list_once_and_is_found_by_the_code_people_write_for_it() {
    let countries = Calendar::countries();
    assert!(
        countries.iter().any(|country| country == "GB") && !countries.iter().any(|country| country == "UK")
    );
    let written = Calendar::of("UK");
    assert_eq!(written.country(), "GB");
    assert!(!written.day(day("2026-12-25")).is_working);
}

/// A notice like the one that names the year in the autumn before it.
const NOTICE: &str = "date,kind,name_zh,name_en\n\
    2026-12-26,makeup_workday,元旦,New Year's Day\n\
    2027-01-01,holiday,元旦,New Year's Day\n\n\
    2027-02-06,holiday,春节,Spring Festival\n\
    2027-02-14,makeup_workday,春节,Spring Festival\n";

#[test]
fn a_newer_calendar_stands_in_place_of_the_years_it_arranges_and_is_laid_over_the_december_before() {
    let packs = CalendarPack::read("notice.csv", NOTICE).unwrap();
    assert_eq!(packs.len(), 1);
    assert_eq!(
        (packs[0].country.as_str(), &packs[0].years, &packs[0].published),
        ("CN", &vec![2027], &vec![2027])
    );
    let before = Calendar::of("CN");
    let after = before.with(&packs[0]);
    assert!(after.is_working(day("2026-12-26")), "a Saturday of the December before");
    assert!(!after.is_working(day("2026-10-01")), "the rest of that year stays");
    assert!(
        !before.is_working(day("2027-02-05")) && after.is_working(day("2027-02-05")),
        "not in the notice"
    );
    assert_eq!(after.status(day("2027-06-01")), CalendarStatus::Published);
    assert_eq!(before.status(day("2027-06-01")), CalendarStatus::Provisional);
    assert_eq!(before.published_until(day("2026-12-04")), Some(day("2026-12-31")));
    assert_eq!(after.published_until(day("2026-12-04")), Some(day("2027-12-31")));
    assert_eq!(after.published_until(day("2028-01-01")), None);
    assert_eq!(after.special_days(2027).len(), 3);
    assert!(after.is_published(2027) && !before.is_published(2027));
    assert_ne!(before.hash(), after.hash());
    assert_eq!(after.with(&packs[0]).hash().len(), 64);
    assert_eq!(after.working_days_between(day("2026-12-25"), day("2026-12-28")), 2);
}

#[test]
fn the_same_calendar_is_written_in_toml_with_one_status_for_all_its_days() {
    let toml = "country = \"CN\"\nstatus = \"provisional\"\n\n[[day]]\ndate = \"2028-01-03\"\nkind = \"holiday\"\nname_zh = \"元旦\"\n";
    let packs = CalendarPack::read("cn.TOML", toml).unwrap();
    assert_eq!((&packs[0].years, &packs[0].published), (&vec![2028], &vec![]));
    assert_eq!(packs[0].unpublishes(Calendar::of("CN")), None);
    let old = toml.replace("2028", "2025");
    assert_eq!(CalendarPack::read("cn.toml", &old).unwrap()[0].unpublishes(Calendar::of("CN")), Some(2025));
}

#[test]
fn a_day_brought_in_says_who_says_so_and_a_silent_row_names_its_file() {
    let csv = "date,kind,source\n2027-01-01,holiday,国办发明电〔2026〕9号\n2027-05-03,holiday,\n";
    let toml =
        "country = \"CN\"\nsource = \"notice 9\"\n\n[[day]]\ndate = \"2027-01-01\"\nkind = \"holiday\"\n";
    for (file, text, date, source) in [
        ("cn.csv", csv, "2027-01-01", "国办发明电〔2026〕9号"),
        ("cn.csv", csv, "2027-05-03", "cn.csv"),
        ("cn.csv", csv, "2027-05-04", ""),
        ("cn.toml", toml, "2027-01-01", "notice 9"),
        ("cn.toml", &toml.replace("source = \"notice 9\"\n", ""), "2027-01-01", "cn.toml"),
    ] {
        let after = Calendar::of("CN").with(&CalendarPack::read(file, text).unwrap()[0]);
        assert_eq!(after.day(day(date)).source, source, "{file} {date}");
    }
}

#[test]
fn a_newer_calendar_is_refused_by_line_and_code() {
    let head = "country = \"CN\"\n";
    for (file, text, line, code) in [
        ("a.csv", "", 1, "no_days"),
        ("a.csv", "date,kind\n", 1, "no_days"),
        ("a.csv", "date,kind,colour\n", 1, "unknown_heading"),
        ("a.csv", "date,date\n", 1, "heading_twice"),
        ("a.csv", "date\n", 1, "heading_missing"),
        ("a.csv", "date,kind\n2027-01-01\n", 2, "field_count"),
        ("a.csv", "date,kind\n2027-01-01,\"holiday\n", 2, "open_quote"),
        ("a.csv", "date,kind\n2027-02-30,holiday\n", 2, "date"),
        ("a.csv", "date,kind\n2027-01-01,feast\n", 2, "kind"),
        ("a.csv", "date,kind,status\n2027-01-01,holiday,soon\n", 2, "status"),
        ("a.csv", "date,kind\n2027-01-01,holiday\n2027-01-01,holiday\n", 3, "day_twice"),
        ("a.csv", "country,date,kind\ncn,2027-01-01,holiday\n", 2, "country"),
        ("a.csv", "country,date,kind\nQQ,2027-01-01,holiday\n", 2, "unknown_country"),
        ("a.csv", "date,kind\n\n2055-01-01,holiday\n", 3, "outside_years"),
        ("a.csv", "date,kind\n2027-01-01,holiday\n2027-01-04,makeup_workday\n", 3, "worked_anyway"),
        ("a.toml", "country = 7\n", 1, "not_toml"),
        ("a.toml", "country = \"CN\"\nweekend = 6\n", 2, "not_toml"),
        ("a.toml", "country = \"CN\"\nstatus = \"soon\"\n", 2, "status"),
        ("a.toml", "country = \"CN\"\n", 1, "no_days"),
        ("a.toml", &format!("{head}[[day]]\ndate = \"2027-1-1\"\nkind = \"holiday\"\n"), 3, "date"),
        ("a.toml", &format!("{head}[[day]]\ndate = \"2027-01-01\"\nkind = \"feast\"\n"), 4, "kind"),
    ] {
        let refused = CalendarPack::read(file, text).unwrap_err();
        assert_eq!((refused.line, refused.fault.code()), (line, code), "{text:?}: {refused}");
    }
}
