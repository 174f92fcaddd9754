//! The messages as strangers read them: frozen samples, tolerance to newer programs, and the size of an empty round.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests: a failed expectation ends the test with what was seen"
)]

use nightbench_domain::id::{CentreCode, CustomerId, StationId};
use nightbench_domain::operation::{Epoch, Operation, OperationHash};
use nightbench_sync::hex::Hex;
use nightbench_sync::sign::{NONCE_HEADER, SIGNATURE_HEADER, STATION_HEADER, SignedHead, Signer};
use nightbench_sync::wire::{
    Acked, Batch, BatchRefusal, CONTENT_TYPE, Committed, Contest, Contested, CustomerKey, EnrolAnswer,
    EnrolRequest, Head, Judged, PROTO, Quarantine, Refusal, RefusedBatch, SYNC_PATH, SyncAnswer, SyncRequest,
    Verdict,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

const OPERATION: &str = include_str!("../../domain/tests/operation.golden.json");

fn station() -> StationId {
    StationId::new(Uuid::from_u128(1))
}

fn signer() -> Signer {
    Signer::new(&[7; 32])
}

fn operation() -> String {
    OPERATION.trim_end().to_owned()
}

fn hash() -> OperationHash {
    OperationHash::of(operation().as_bytes())
}

fn key() -> CustomerKey {
    CustomerKey { customer: CustomerId::new(Uuid::from_u128(4)), key: Hex([9; 32]) }
}

fn empty_request() -> SyncRequest {
    SyncRequest {
        proto: PROTO,
        program: "nightbench 0.1.0".to_owned(),
        station: station(),
        heads: vec![Head { epoch: Epoch(0xfeed), seq: 1, hash: hash() }],
        incarnation: Some(Hex([3; 8])),
        cursor: 12,
        batches: vec![],
        keys: vec![],
        pull_max: 500,
    }
}

fn empty_answer() -> SyncAnswer {
    SyncAnswer {
        proto: PROTO,
        incarnation: Hex([3; 8]),
        server_time: 1_795_338_000_000,
        nonce: "5eed5eed5eed5eed5eed5eed5eed5eed".to_owned(),
        acked: vec![Acked { epoch: Epoch(0xfeed), seq: 1, hash: OperationHash::of(OPERATION.as_bytes()) }],
        verdicts: vec![],
        refused: vec![],
        page: vec![],
        keys: vec![],
        head: 12,
        content_hash: Some(Hex([8; 32])),
    }
}

fn request() -> SyncRequest {
    let head = SignedHead { station: station(), epoch: Epoch(0xfeed), seq: 1, hash: hash() };
    let batch = Batch {
        epoch: Epoch(0xfeed),
        first_seq: 1,
        operations: vec![operation()],
        signature: signer().sign_head(&head),
    };
    SyncRequest { batches: vec![batch], keys: vec![key()], ..empty_request() }
}

fn answer() -> SyncAnswer {
    let verdicts = [
        Verdict::Accepted,
        Verdict::Merged { late: vec!["status".to_owned()] },
        Verdict::Conflict {
            fields: vec![
                Contested { field: "symptom".to_owned(), how: Contest::Later },
                Contested { field: "received_on".to_owned(), how: Contest::Evidence },
                Contested { field: "status".to_owned(), how: Contest::Branch },
                Contested { field: "serial".to_owned(), how: Contest::Duplicate },
            ],
            late: vec![],
        },
        Verdict::Quarantined { reason: Quarantine::ForeignCentre },
    ];
    let epoch = Epoch(0xfeed);
    let judged = (1..).zip(verdicts);
    let judged = judged.map(|(seq, verdict)| Judged { epoch, seq, hash: hash(), verdict });
    let committed = Committed {
        commit_seq: 13,
        station: station(),
        epoch,
        seq: 1,
        verdict: Verdict::Accepted,
        operation: operation(),
    };
    let refused = [
        BatchRefusal::Expect { seq: 5 },
        BatchRefusal::Fork { seq: 4, hash: hash() },
        BatchRefusal::Broken { seq: 4 },
        BatchRefusal::Signature,
        BatchRefusal::Size,
    ];
    SyncAnswer {
        verdicts: judged.collect(),
        refused: refused.into_iter().map(|reason| RefusedBatch { epoch, reason }).collect(),
        page: vec![committed],
        keys: vec![key()],
        head: 13,
        content_hash: None,
        ..empty_answer()
    }
}

fn refusals() -> Vec<Refusal> {
    vec![
        Refusal::Nonce { nonce: "5eed".to_owned() },
        Refusal::Seal,
        Refusal::Station,
        Refusal::Code,
        Refusal::Centre,
        Refusal::Message,
        Refusal::Proto { oldest: 1, newest: 1 },
        Refusal::Size,
        Refusal::Busy { retry_after_s: 30 },
        Refusal::Failed,
    ]
}

/// A promise to every program that was ever shipped: a sample changes only with `PROTO`.
#[track_caller]
fn frozen<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(name: &str, message: &T) {
    let golden = format!("{}/tests/golden/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let said = serde_json::to_string(message).unwrap();
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&golden, format!("{said}\n")).unwrap();
    }
    let frozen = std::fs::read_to_string(&golden).unwrap();
    assert_eq!(said, frozen.trim_end(), "{name}");
    assert_eq!(serde_json::from_str::<T>(&frozen).unwrap(), *message, "{name}");
}

#[test]
fn the_samples_of_every_message_are_frozen() {
    frozen(
        "enrol_request",
        &EnrolRequest {
            proto: PROTO,
            program: "nightbench 0.1.0".to_owned(),
            code: "ABCD-EFGH".to_owned(),
            centre: CentreCode::parse("CD01").unwrap(),
            station: station(),
            public_key: signer().public_key(),
        },
    );
    frozen(
        "enrol_answer",
        &EnrolAnswer {
            proto: PROTO,
            centre: CentreCode::parse("CD01").unwrap(),
            incarnation: Hex([3; 8]),
            server_key: signer().public_key(),
            nonce: "5eed5eed5eed5eed5eed5eed5eed5eed".to_owned(),
            server_time: 1_795_338_000_000,
        },
    );
    frozen("sync_request", &request());
    frozen("sync_request_empty", &empty_request());
    frozen("sync_answer", &answer());
    frozen("sync_answer_empty", &empty_answer());
    frozen("refusals", &refusals());
}

#[test]
fn an_empty_round_fits_a_kibibyte() {
    let body = serde_json::to_string(&empty_request()).unwrap();
    let seal = signer().seal(station(), &empty_answer().nonce, "POST", SYNC_PATH, body.as_bytes());
    let headers = format!(
        "POST {SYNC_PATH} HTTP/1.1\r\ncontent-type: {CONTENT_TYPE}\r\ncontent-length: 1000\r\n\
         {STATION_HEADER}: {}\r\n{NONCE_HEADER}: {}\r\n{SIGNATURE_HEADER}: {}\r\n\r\n\
         HTTP/1.1 200 OK\r\ncontent-type: {CONTENT_TYPE}\r\ncontent-length: 1000\r\n\r\n",
        seal.station, seal.nonce, seal.signature
    );
    let round = headers.len() + body.len() + serde_json::to_string(&empty_answer()).unwrap().len();
    assert!(round <= 1536, "{round}");
    let bodies = round - headers.len();
    assert!(bodies <= 1024, "{bodies}");
}

/// Puts fields into every object of a message that no program of today knows.
fn newer(json: &mut serde_json::Value) {
    match json {
        serde_json::Value::Object(object) => {
            object.values_mut().for_each(newer);
            object.insert("from_the_future".to_owned(), serde_json::json!({"depth": [1.5, null]}));
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(newer),
        serde_json::Value::Null
        | serde_json::Value::Bool(_)
        | serde_json::Value::Number(_)
        | serde_json::Value::String(_) => {}
    }
}

#[test]
fn what_a_newer_program_adds_is_passed_over() {
    let mut json = serde_json::to_value(request()).unwrap();
    newer(&mut json);
    assert_eq!(serde_json::from_value::<SyncRequest>(json).unwrap(), request());
    let mut json = serde_json::to_value(answer()).unwrap();
    newer(&mut json);
    assert_eq!(serde_json::from_value::<SyncAnswer>(json).unwrap(), answer());
    for (text, read) in [
        (r#"{"code":"tea_time","kettle":1}"#, Refusal::Unknown),
        (r#"{"code":"seal","why":"clock"}"#, Refusal::Seal),
    ] {
        assert_eq!(serde_json::from_str::<Refusal>(text).unwrap(), read);
    }
    let refused = r#"{"code":"tea_time","seq":4}"#;
    assert_eq!(serde_json::from_str::<BatchRefusal>(refused).unwrap(), BatchRefusal::Unknown);
}

#[test]
fn an_operation_of_a_newer_program_survives_a_round_trip_to_the_byte() {
    let written = r#"{ "proto":9, "kind":"ticket.teleport", "to":{"far": 1.50},  "fields":[{"shape":[]}] }"#;
    let mut request = request();
    request.batches[0].operations = vec![written.to_owned()];
    let read: SyncRequest = serde_json::from_str(&serde_json::to_string(&request).unwrap()).unwrap();
    assert_eq!(read.batches[0].operations, [written]);
    assert!(serde_json::from_str::<Operation>(written).is_err());
}

#[test]
fn no_key_of_a_customer_is_ever_in_a_log() {
    let said = format!("{:?}{:?}", request(), answer());
    assert!(said.contains("CustomerKey"));
    assert!(!said.contains(&key().key.to_string()));
}
