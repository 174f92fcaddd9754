//! Every place as the accessibility rules of axe see it in the real window, where colours, sizes and focus are
//! real: no violation, in both languages, light and dark.

use nightbench_app::Language;
use nightbench_tests::programs::{Cli, root};
use nightbench_tests::window::Window;
use nightbench_tests::words::Words;
use serde_json::{Value, json};

#[test]
fn no_place_breaks_a_rule_of_accessibility_in_chinese_and_light() {
    walk(Language::ZhCn, "light");
}

#[test]
fn no_place_breaks_a_rule_of_accessibility_in_english_and_dark() {
    walk(Language::En, "dark");
}

const PLACES: [(&str, &str); 16] = [
    ("Alt+1", "place-bench"),
    ("Alt+2", "place-intake"),
    ("Alt+3", "place-tickets"),
    ("Alt+O", "place-board"),
    ("Alt+D", "place-decisions"),
    ("Alt+4", "place-units"),
    ("Alt+5", "place-register"),
    ("Alt+6", "place-settings"),
    ("Alt+7", "place-policy"),
    ("Alt+8", "place-consignment"),
    ("Alt+9", "place-masters"),
    ("Alt+0", "place-places"),
    ("Alt+P", "place-parts"),
    ("Alt+T", "place-duties"),
    ("Alt+E", "place-enquiries"),
    ("Alt+R", "place-authorisations"),
];

/// Of 李娜, who is the first of the demonstration's people.
const DEMO_PIN: &str = "1357";

fn walk(language: Language, theme: &str) {
    let words = Words::of(language);
    let folder = tempfile::tempdir().unwrap();
    let cli = Cli::on(folder.path());
    cli.does(&["demo", "--units", "200", "--seed", "3"], "");
    let mut settings = cli.call("settings_get", &Value::Null);
    settings["language"] = json!(words.code());
    settings["theme"] = json!(theme);
    let _ = cli.call("settings_set", &settings);
    let rules = std::fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js")).unwrap();

    let window = Window::open(folder.path());
    // A station with people asks at the start who is here.
    window.sees("dialog", &words.t("session-begins"));
    window.types(DEMO_PIN);
    window.press("Enter");
    let (mut pictures, mut broken) = (Vec::new(), Vec::new());
    for (keys, name) in PLACES {
        window.press(keys);
        window.sees("heading", &words.t(name));
        pictures.push(window.picture(&format!("{name}-{}-{theme}", words.code())));
        broken.extend(violations(&window, &rules).into_iter().map(|rule| format!("{name}: {rule}")));
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    pictures.dedup_by(|one, other| one.differences(other) == 0);
    assert_eq!(pictures.len(), PLACES.len(), "each place looks like itself");
}

/// What axe complains of, with the elements it means.
fn violations(window: &Window, rules: &str) -> Vec<String> {
    let script = format!(
        "{rules};
         return axe.run(document, {{ resultTypes: ['violations'] }}).then((found) => found.violations.map(
           (one) => `${{one.id}}: ${{one.help}}: ${{one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}}`));"
    );
    let found = window.evaluate(&script);
    let found = found.as_array().unwrap_or_else(|| panic!("axe did not answer: {found}")).iter();
    found.map(|violation| violation.as_str().unwrap_or_default().to_owned()).collect()
}
