//! The lists for programs of headquarters, over the socket and as subcommands, and their description.

use crate::bench::{Bench, text};
use crate::program::{Program, Server};
use serde_json::Value;
use std::collections::BTreeSet;

/// A centre with three work orders, one question and one operation in quarantine.
fn furnished(program: &Program) -> Server {
    program.does(&["centre", "add", "CD01", "Chengdu"]);
    let server = program.serve(&[]);
    let mut benches = [Bench::stranger(1, "CD01"), Bench::stranger(2, "CD01")];
    for bench in &mut benches {
        server.enrol(bench, program.does(&["enrol", "CD01"]).trim_end()).unwrap();
        bench.receive("SN0001", "2026-02-10");
    }
    benches[0].receive("SN0002", "2026-02-10");
    benches[0].write("ticket.transition", uuid::Uuid::from_u128(9), &[("status", text("nowhere"))]);
    for bench in &mut benches {
        server.round(bench).unwrap();
    }
    server
}

fn names(value: &Value) -> BTreeSet<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn every_list_holds_what_its_description_says() {
    for program in [Program::on_sqlite(), Program::on_postgres()] {
        let server = furnished(&program);
        let token = program.does(&["reader", "add", "board"]);
        let (status, description) = server.get("/v1/openapi.json");
        let description: Value = serde_json::from_str(&description).unwrap();
        assert_eq!((status, &description["openapi"]), (200, &Value::from("3.1.0")));
        for (path, operations) in description["paths"].as_object().unwrap() {
            let schema = &operations["get"]["responses"]["200"]["content"]["application/json"]["schema"];
            let item = schema["properties"]["rows"]["items"]["$ref"].as_str().unwrap();
            let item = &description["components"]["schemas"][item.rsplit('/').next().unwrap()];
            let asked = format!("{path}?centre=CD01");
            let (status, page) = server.read(&asked, token.trim_end());
            assert_eq!((status, names(&page)), (200, names(&schema["properties"])), "{asked}");
            let rows = page["rows"].as_array().unwrap();
            assert!(!rows.is_empty(), "{path}");
            for row in rows {
                assert_eq!(names(row), names(&item["properties"]), "{path}");
                for (name, property) in item["properties"].as_object().unwrap() {
                    let is_known = property["enum"].as_array().is_none_or(|codes| codes.contains(&row[name]));
                    assert!(is_known, "{path} {name} {}", row[name]);
                }
            }
        }
        // The subcommands print the same rows.
        for (words, path) in [
            (["tickets", "--json"], "/v1/tickets"),
            (["quarantine", "--json"], "/v1/quarantine"),
            (["conflicts", "--json"], "/v1/conflicts"),
        ] {
            let lines = program.does(&words);
            let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            let (_, page) = server.read(&format!("{path}?centre=CD01"), token.trim_end());
            assert_eq!(page["rows"], Value::from(lines));
            assert_eq!(program.does(&words[..1]).lines().count(), page["rows"].as_array().unwrap().len());
        }
    }
}

#[test]
fn a_list_comes_in_pages_that_follow_each_other() {
    let program = Program::on_sqlite();
    let server = furnished(&program);
    let token = program.does(&["reader", "add", "board"]);
    let (mut after, mut seen) = (String::new(), Vec::new());
    loop {
        let (_, page) = server.read(&format!("/v1/tickets?centre=CD01&limit=1{after}"), token.trim_end());
        seen.extend(page["rows"].as_array().unwrap().iter().map(|row| row["rma"].to_string()));
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(seen.len(), 3);
    assert!(seen.is_sorted());
}

#[test]
fn nobody_reads_without_a_token_that_is_valid() {
    let program = Program::on_sqlite();
    let server = furnished(&program);
    assert_eq!(server.get("/v1/tickets?centre=CD01").0, 401);
    assert_eq!(server.read("/v1/centres", "nbr_no").0, 401);
    let token = program.does(&["reader", "add", "board"]);
    assert_eq!(server.read("/v1/centres", token.trim_end()).0, 200);
    assert_eq!(server.read("/v1/tickets?centre=GZ01", token.trim_end()).0, 404);
    assert_eq!(server.read("/v1/tickets?centre=?", token.trim_end()).0, 400);
    assert_eq!(server.read("/v1/tickets?centre=CD01&after=x", token.trim_end()).0, 400);
    let newer = program.does(&["reader", "add", "board"]);
    assert_eq!(server.read("/v1/centres", token.trim_end()).0, 401);
    program.does(&["reader", "revoke", "board"]);
    assert_eq!(server.read("/v1/centres", newer.trim_end()).0, 401);
    assert_eq!(program.run(&["reader", "revoke", "board"]).status.code(), Some(1));
}
