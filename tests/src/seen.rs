//! What a person can find in the page: candidates by role, visible text, and an outline for failures.

/// Elements that can be seen and have the role of the first argument, in page order.
pub(crate) const BY_ROLE: &str = r#"
const native = {
  button: "button, input[type=button], input[type=submit], summary",
  checkbox: "input[type=checkbox]",
  combobox: "select",
  dialog: "dialog",
  heading: "h1, h2, h3, h4, h5, h6",
  link: "a[href]",
  main: "main",
  navigation: "nav",
  radio: "input[type=radio]",
  searchbox: "input[type=search]",
  spinbutton: "input[type=number]",
  textbox: "input:not([type]), input[type=text], input[type=tel], input[type=email], textarea",
};
const role = arguments[0];
const wanted = [`[role=${role}]`, native[role]].filter(Boolean).join(", ");
const seen = (element) => {
  if (element.getClientRects().length === 0) {
    // A hidden checkbox or radio is drawn by its label.
    const label = element.closest("label");
    return label !== null && label.getClientRects().length > 0;
  }
  return getComputedStyle(element).visibility !== "hidden";
};
return [...document.querySelectorAll(wanted)].filter((element) => {
  const own = element.getAttribute("role");
  return (own === null || own === role) && element.closest("[aria-hidden=true], [inert]") === null && seen(element);
});
"#;

/// All text that can be seen, and the values of fields, which are no text of the page.
pub(crate) const TEXT: &str = r#"
const values = [...document.querySelectorAll("input, textarea")].map((field) => field.value);
return [document.body.innerText, ...values].join("\n");
"#;

/// Roles and names a failure is explained with.
pub(crate) const OUTLINE: &str = r#"
const wanted = "a[href], button, input, textarea, select, h1, h2, h3, [role]";
return [...document.querySelectorAll(wanted)].slice(0, 300).map((element) => {
  const name = element.getAttribute("aria-label") ?? element.labels?.[0]?.innerText ?? element.innerText ?? "";
  const role = element.getAttribute("role") ?? element.tagName.toLowerCase();
  const state = element.matches(":disabled, [aria-disabled=true]") ? " (disabled)" : "";
  return `${role} "${name.replace(/\s+/g, " ").slice(0, 60)}"${state}`;
}).join("\n");
"#;

/// Whether the first screen shows data and takes input.
pub(crate) const READY: &str = "return document.documentElement.dataset.ready === 'true'";

/// What stands beside a term of a list of terms: the whole group's text.
pub(crate) const BESIDE: &str = r#"
const terms = [...document.querySelectorAll("dt")].filter((term) => term.innerText.trim() === arguments[0]);
return terms.map((term) => (term.parentElement.tagName === "DL" ? term.nextElementSibling : term.parentElement).innerText);
"#;
