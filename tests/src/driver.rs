//! A W3C WebDriver client of a few verbs, over `WebKitWebDriver` on this machine. Every request has a time
//! limit: a window that hangs ends its test and not the run.

use serde_json::{Value, json};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long a single request may take. A window of a busy machine may need seconds to start.
const PATIENCE: Duration = Duration::from_secs(30);

/// The key of an element's id in every answer, fixed by the standard.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A session with one running window.
#[derive(Debug)]
pub(crate) struct Driver {
    agent: ureq::Agent,
    session: String,
}

/// An element of the page by the driver's own id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element(String);

impl Element {
    /// As an argument of a script.
    pub(crate) fn argument(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

/// A refusal in the standard's words: its error code and its message.
#[derive(Debug)]
pub(crate) struct Refusal {
    code: String,
    message: String,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

/// A port nobody listens on.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("its number").port()
}

impl Driver {
    /// Waits for the driver at a port and has it start a program. `browserName` is left out: WebKitGTK
    /// refuses any but its own.
    pub(crate) fn connect(port: u16, program: &Path, words: &[String]) -> Self {
        let config = ureq::Agent::config_builder().timeout_global(Some(PATIENCE)).http_status_as_error(false);
        let agent = ureq::Agent::new_with_config(config.build());
        let base = format!("http://127.0.0.1:{port}");
        let until = Instant::now() + PATIENCE;
        while agent.get(format!("{base}/status")).call().is_err() {
            assert!(
                Instant::now() < until,
                "WebKitWebDriver does not answer; `cargo xtask setup` installs it"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        let wish = json!({ "capabilities": { "alwaysMatch": {
            "webkitgtk:browserOptions": { "binary": program, "args": words }
        } } });
        let driver = Self { agent, session: base };
        let answer = driver.post("session", &wish).unwrap_or_else(|refusal| panic!("no session: {refusal}"));
        let id = answer["sessionId"].as_str().unwrap_or_else(|| panic!("no session id in {answer}"));
        Self { session: format!("{}/session/{id}", driver.session), agent: driver.agent }
    }

    /// Ends the session, which closes the window as a person would.
    pub(crate) fn quit(&self) {
        // The window may have gone before; then there is nothing to end.
        let _ = self.agent.delete(&self.session).call();
    }

    /// Runs a script in the page and returns what it returns; null when an element it was about has gone
    /// meanwhile, which a page that changes does to anyone who looks.
    pub(crate) fn run(&self, script: &str, arguments: &[Value]) -> Value {
        match self.post("execute/sync", &json!({ "script": script, "args": arguments })) {
            Ok(answer) => answer,
            Err(refusal) if refusal.code == "stale element reference" => Value::Null,
            Err(refusal) => panic!("the page refused a script: {refusal}\n{script}"),
        }
    }

    /// Elements a script returns; none when one of them has gone meanwhile.
    pub(crate) fn elements(&self, script: &str, arguments: &[Value]) -> Vec<Element> {
        let found = self.run(script, arguments);
        let id = |value: &Value| value[ELEMENT].as_str().map(|id| Element(id.to_owned()));
        found.as_array().into_iter().flatten().filter_map(id).collect()
    }

    /// The element that has the keyboard; the page's body when none has. Asked again where it went away in between.
    pub(crate) fn active(&self) -> Element {
        let mut tries = 0;
        let answer = loop {
            tries += 1;
            match self.get("element/active") {
                Ok(answer) => break answer,
                Err(refusal) if refusal.code == "stale element reference" && tries < 20 => {}
                Err(refusal) => panic!("no active element: {refusal}"),
            }
        };
        Element(answer[ELEMENT].as_str().expect("an element").to_owned())
    }

    /// The name a screen reader would say, as the browser computes it; `None` when the element is gone.
    pub(crate) fn name(&self, element: &Element) -> Option<String> {
        let name = self.get(&format!("element/{}/computedlabel", element.0)).ok()?;
        let name = name.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        // The star of a required field is drawn by the style sheet and is part of the name in this browser.
        Some(name.strip_suffix(" *").unwrap_or(&name).to_owned())
    }

    /// The role a screen reader would say.
    pub(crate) fn role(&self, element: &Element) -> Option<String> {
        let role = self.get(&format!("element/{}/computedrole", element.0)).ok()?;
        match role.as_str()? {
            // This browser gives a summary no ARIA role; to a screen reader it is a button that unfolds.
            "" if self.run("return arguments[0].tagName", &[element.argument()]) == "SUMMARY" => {
                Some("button".to_owned())
            }
            role => Some(role.to_owned()),
        }
    }

    /// Types into an element as fast as keys come, about a millisecond each.
    pub(crate) fn type_into(&self, element: &Element, text: &str) -> Result<(), Refusal> {
        self.post(&format!("element/{}/value", element.0), &json!({ "text": text })).map(|_| ())
    }

    /// Clicks an element where it is seen.
    pub(crate) fn click(&self, element: &Element) -> Result<(), Refusal> {
        self.post(&format!("element/{}/click", element.0), &json!({})).map(|_| ())
    }

    /// Presses keys together, in the given order, and lets go in the other.
    pub(crate) fn chord(&self, keys: &[String]) {
        let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
        let steps: Vec<Value> = down.chain(up).collect();
        let actions = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": steps }] });
        if let Err(refusal) = self.post("actions", &actions) {
            panic!("{keys:?} could not be pressed: {refusal}");
        }
    }

    fn get(&self, path: &str) -> Result<Value, Refusal> {
        self.answer(self.agent.get(format!("{}/{path}", self.session)).call())
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value, Refusal> {
        self.answer(self.agent.post(format!("{}/{path}", self.session)).send_json(body))
    }

    fn answer(
        &self,
        answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>,
    ) -> Result<Value, Refusal> {
        let broken = |message: String| Refusal { code: "no answer".to_owned(), message };
        let mut answer = answer.map_err(|error| broken(error.to_string()))?;
        let mut body: Value = answer.body_mut().read_json().map_err(|error| broken(error.to_string()))?;
        let value = body["value"].take();
        if answer.status().is_success() {
            return Ok(value);
        }
        let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        Err(Refusal { code: text("error"), message: text("message") })
    }
}
