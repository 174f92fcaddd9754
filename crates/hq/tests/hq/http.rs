//! The real program over a real socket, on both databases: its subcommands, the protocol, what a foe sends, how it ends.

use crate::bench::Bench;
use crate::program::{Program, Server};
use nightbench_sync::wire::{Refusal, SYNC_PATH, SyncAnswer};
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::TlsConnector;

fn on_both(test: impl Fn(Program)) {
    test(Program::on_sqlite());
    test(Program::on_postgres());
}

fn enrolled(program: &Program, server: &Server, number: u128) -> Bench {
    let mut bench = Bench::stranger(number, "CD01");
    server.enrol(&mut bench, program.does(&["enrol", "CD01"]).trim_end()).unwrap();
    bench
}

#[test]
fn the_subcommands_work_with_and_without_a_running_server() {
    on_both(|program| {
        program.does(&["centre", "add", "CD01", "Chengdu"]);
        assert_eq!(program.run(&["centre", "add", "CD01", "Chengdu"]).status.code(), Some(1));
        assert_eq!(program.run(&["centre", "add", "?"]).status.code(), Some(2));
        assert_eq!(program.run(&["enrol", "GZ01"]).status.code(), Some(1));
        let before = program.does(&["enrol", "CD01"]);
        let server = program.serve(&[]);
        assert!(server.address.starts_with("http://127.0.0.1:"), "{}", server.address);
        program.does(&["centre", "add", "GZ01", "Guangzhou"]);
        let mut bench = Bench::stranger(1, "CD01");
        let answer = server.enrol(&mut bench, before.trim_end()).unwrap();
        assert_eq!((answer.centre, before.lines().count()), (bench.centre.clone(), 1));
        bench.receive("SN0001", "2026-02-10");
        server.round(&mut bench).unwrap();
        for words in [&["tickets", "--json"][..], &["tickets", "--centre", "CD01", "--json"]] {
            let line: serde_json::Value = serde_json::from_str(&program.does(words)).unwrap();
            for (field, value) in [
                ("centre", "CD01"),
                ("serial", "SN0001"),
                ("status", "to_be_diagnosed"),
                ("received_on", "2026-02-10"),
                ("target_on", "2026-03-02"),
                ("limit_on", "2026-03-16"),
                ("state", "overdue"),
            ] {
                assert_eq!(line[field], value, "{line}");
            }
            assert!(line["id"].is_string() && line["rma"].as_str().unwrap().starts_with("CD01-"));
        }
        assert_eq!(program.does(&["tickets", "--centre", "GZ01", "--json"]), "");
        assert_eq!(program.run(&["tickets", "--centre", "XX01"]).status.code(), Some(1));
        let stations = program.does(&["station", "list", "CD01"]);
        assert_eq!(stations, format!("{}  trusted\n", bench.id));
        drop(server);
        assert!(program.does(&["tickets"]).contains("SN0001"));
        let report: serde_json::Value = serde_json::from_str(&program.does(&["doctor", "--json"])).unwrap();
        assert_eq!(report["ok"], true);
        program.does(&["station", "revoke", &bench.id.to_string()]);
        assert!(program.does(&["station", "list", "CD01"]).contains("revoked"));
    });
}

#[test]
fn a_wrong_code_and_an_unknown_station_are_refused() {
    on_both(|program| {
        program.does(&["centre", "add", "CD01", "Chengdu"]);
        let server = program.serve(&[]);
        let mut stranger = Bench::stranger(1, "CD01");
        assert_eq!(server.enrol(&mut stranger, "AAAA-AAAA-AAAA-AAAA").unwrap_err(), Refusal::Code);
        let request = stranger.request();
        assert_eq!(server.sync(&mut stranger, &request).unwrap().unwrap_err(), Refusal::Station);
        let (status, answer) = server.post(SYNC_PATH, &[], b"{}").unwrap();
        assert_eq!((status, &*answer), (401, &br#"{"code":"seal"}"#[..]));
    });
}

#[test]
fn a_lost_answer_costs_one_more_request_and_nothing_else() {
    on_both(|program| {
        program.does(&["centre", "add", "CD01", "Chengdu"]);
        let server = program.serve(&[]);
        let mut bench = enrolled(&program, &server, 1);
        bench.receive("SN0001", "2026-02-10");
        let (request, nonce) = (bench.request(), bench.nonce.clone());
        let lost = server.sync(&mut bench, &request).unwrap().unwrap();
        bench.nonce = nonce;
        assert!(matches!(server.sync(&mut bench, &request).unwrap(), Err(Refusal::Nonce { .. })));
        let again = server.round(&mut bench).unwrap();
        assert_eq!((again.verdicts, again.head), (lost.verdicts, 1));
    });
}

#[test]
fn after_a_restore_every_station_is_told_that_another_life_began() {
    on_both(|program| {
        program.does(&["centre", "add", "CD01", "Chengdu"]);
        let server = program.serve(&[]);
        let mut bench = enrolled(&program, &server, 1);
        bench.receive("SN0001", "2026-02-10");
        let before = server.round(&mut bench).unwrap();
        assert_eq!(server.round(&mut bench).unwrap().page, []);
        program.does(&["restored"]);
        let after = server.round(&mut bench).unwrap();
        assert_ne!(after.incarnation, before.incarnation);
        assert_eq!((after.page, after.acked), (before.page, before.acked));
    });
}

#[test]
fn where_the_records_are_must_be_said() {
    let program = std::process::Command::new(env!("CARGO_BIN_EXE_nightbench-hq")).arg("doctor").output();
    assert_eq!(program.unwrap().status.code(), Some(2));
}

#[test]
fn a_message_that_is_too_large_a_bomb_or_nonsense_is_refused_and_the_next_is_served() {
    let program = Program::on_sqlite();
    program.does(&["centre", "add", "CD01", "Chengdu"]);
    let server = program.serve(&[]);
    let mut bench = enrolled(&program, &server, 1);
    let packed = [("content-encoding", "zstd")];
    let bomb = zstd::encode_all(&vec![b' '; 64 << 20][..], 19).unwrap();
    assert!(bomb.len() < 16 << 10);
    assert_eq!(server.sync_body(&mut bench, &bomb, &packed).unwrap().unwrap_err(), Refusal::Size);
    assert_eq!(server.sync_body(&mut bench, b"<html>", &[]).unwrap().unwrap_err(), Refusal::Message);
    assert_eq!(server.sync_body(&mut bench, b"not zstd", &packed).unwrap().unwrap_err(), Refusal::Message);
    // The server closes while the body is still being sent, so the answer may not arrive.
    if let Some(answer) = server.sync_body(&mut bench, &vec![b' '; 8 << 20], &[]) {
        assert_eq!(answer.unwrap_err(), Refusal::Size);
    }
    assert_eq!(server.round(&mut bench).unwrap().status(), 200);
}

#[test]
fn messages_are_packed_both_ways_where_it_is_wanted() {
    let program = Program::on_sqlite();
    program.does(&["centre", "add", "CD01", "Chengdu"]);
    let server = program.serve(&[]);
    let mut bench = enrolled(&program, &server, 1);
    for count in 0..100 {
        bench.receive(&format!("SN{count:04}"), "2026-02-10");
    }
    let body = zstd::encode_all(&*serde_json::to_vec(&bench.request()).unwrap(), 3).unwrap();
    let seal = bench.signer.seal(bench.id, &bench.nonce, "POST", SYNC_PATH, &body);
    let (id, signature) = (seal.station.to_string(), seal.signature.to_string());
    let headers = [
        ("nightbench-station", &*id),
        ("nightbench-nonce", &seal.nonce),
        ("nightbench-signature", &signature),
        ("content-encoding", "zstd"),
        ("accept-encoding", "zstd"),
    ];
    let (status, packed) = server.post(SYNC_PATH, &headers, &body).unwrap();
    assert_eq!(status, 200);
    let answer: SyncAnswer = serde_json::from_slice(&zstd::decode_all(&*packed).unwrap()).unwrap();
    assert_eq!((answer.verdicts.len(), answer.page.len()), (100, 100));
}

#[test]
fn it_tells_how_it_is_and_neither_counts_nor_log_name_a_person_or_a_unit() {
    on_both(|program| {
        program.does(&["centre", "add", "CD01", "Chengdu"]);
        let mut server = program.serve(&[]);
        assert_eq!(server.get("/livez").0, 200);
        assert_eq!(server.get("/readyz").0, 200);
        let code = program.does(&["enrol", "CD01"]);
        let mut bench = Bench::stranger(1, "CD01");
        server.enrol(&mut bench, code.trim_end()).unwrap();
        bench.receive("SN0001", "2026-02-10");
        bench.append("SN0002 is no operation".to_owned());
        server.round(&mut bench).unwrap();
        let (_, counts) = server.get("/metrics");
        assert!(counts.contains("nightbench_hq_operations_total{verdict=\"accepted\"} 1\n"), "{counts}");
        assert!(counts.contains("nightbench_hq_operations_total{verdict=\"quarantined\"} 1\n"), "{counts}");
        assert!(server.end());
        let log = program.log();
        for line in log.lines() {
            serde_json::from_str::<serde_json::Value>(line).unwrap();
        }
        assert!(log.contains("\"round\"") && log.contains("\"ending\""), "{log}");
        for secret in ["SN000", "NV-640", code.trim_end(), &bench.nonce, "desk"] {
            assert!(!log.contains(secret) && !counts.contains(secret), "{secret}");
        }
    });
}

#[test]
fn the_server_is_not_ready_while_its_database_is_away() {
    let program = Program::on_sqlite();
    program.does(&["centre", "add", "CD01", "Chengdu"]);
    let server = program.serve(&[]);
    let file = rusqlite::Connection::open(program.folder().join("nightbench-hq.db")).unwrap();
    file.execute_batch("ALTER TABLE centre RENAME TO away").unwrap();
    assert_eq!(server.get("/readyz").0, 503);
    file.execute_batch("ALTER TABLE away RENAME TO centre").unwrap();
    assert_eq!(server.get("/readyz").0, 200);
}

#[test]
fn plain_http_serves_this_machine_only() {
    let refused = Program::on_sqlite().run(&["serve", "--listen", "0.0.0.0:0"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("--tls-cert"));
}

#[test]
fn a_slow_or_silent_connection_keeps_nobody_waiting() {
    let program = Program::on_sqlite();
    program.does(&["centre", "add", "CD01", "Chengdu"]);
    let mut server = program.serve(&[]);
    let host = server.address.strip_prefix("http://").unwrap().to_owned();
    let silent: Vec<_> = (0..200).map(|_| std::net::TcpStream::connect(&host).unwrap()).collect();
    assert_eq!(server.get("/livez").0, 200);
    drop(silent);
    assert!(server.end());
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_certificate_it_serves_everybody_over_tls() {
    let program = Program::on_sqlite();
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let (chain, key) = (program.folder().join("chain.pem"), program.folder().join("key.pem"));
    std::fs::write(&chain, made.cert.pem()).unwrap();
    std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    let (chain, key) = (chain.display().to_string(), key.display().to_string());
    let server = program.serve(&["--listen", "0.0.0.0:0", "--tls-cert", &chain, "--tls-key", &key]);
    let port = server.address.strip_prefix("https://0.0.0.0:").expect("https").to_owned();

    let mut roots = rustls::RootCertStore::empty();
    roots.add(made.cert.der().clone()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let socket = tokio::net::TcpStream::connect(format!("127.0.0.1:{port}")).await.unwrap();
    let name = "localhost".try_into().unwrap();
    let mut socket = TlsConnector::from(Arc::new(config)).connect(name, socket).await.unwrap();
    socket.write_all(b"GET /livez HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").await.unwrap();
    let mut answer = String::new();
    socket.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
}
