//! What was acknowledged is there: the real server is killed with -9 at random moments while a station pushes. The check
//! is shown to notice a loss before it is trusted.

use crate::bench::Bench;
use crate::program::{Program, Server};
use std::time::Duration;

/// How often it is killed; long runs set `NIGHTBENCH_HQ_KILLS`.
fn kills() -> u32 {
    std::env::var("NIGHTBENCH_HQ_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(30)
}

fn begun(program: &Program) -> (Server, Bench) {
    program.does(&["centre", "add", "CD01", "Chengdu"]);
    let server = program.serve(&[]);
    let mut bench = Bench::stranger(1, "CD01");
    server.enrol(&mut bench, program.does(&["enrol", "CD01"]).trim_end()).unwrap();
    (server, bench)
}

/// Writes and sends until the connection breaks; whether anything was acknowledged meanwhile. What the last request did
/// the station does not know.
fn push_until_killed(mut server: Server, bench: &mut Bench, life: Duration) -> bool {
    let (line, before) = (server.line.clone(), bench.acked);
    let cut = std::thread::spawn(move || {
        std::thread::sleep(life);
        server.kill();
    });
    loop {
        for count in 0..10 {
            bench.receive(&format!("SN{count:04}"), "2026-02-10");
        }
        if line.round(bench).is_none() {
            cut.join().unwrap();
            return bench.acked > before;
        }
    }
}

/// Whether a server has less than it acknowledged.
fn has_lost(server: &Server, bench: &mut Bench) -> bool {
    let (acked, cursor) = (bench.acked, bench.cursor);
    let answer = server.round(bench).unwrap();
    answer.acked[0].seq < acked || answer.head < cursor || !answer.refused.is_empty()
}

#[test]
fn nothing_that_was_acknowledged_is_lost_however_often_the_server_is_killed() {
    for program in [Program::on_sqlite(), Program::on_postgres()] {
        kill_and_look(&program);
    }
}

fn kill_and_look(program: &Program) {
    let (mut server, mut bench) = begun(program);
    let (mut chance, mut fruitful) = (0x2026_u64, 0);
    for kill in 1..=kills() {
        // A generator of its own, so that a failing run is the same again.
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let life = Duration::from_millis(chance >> 33 & 0x7f);
        fruitful += u32::from(push_until_killed(server, &mut bench, life));
        server = program.serve(&[]);
        assert!(!has_lost(&server, &mut bench), "after kill {kill}");
    }
    assert!(fruitful > 0, "nothing was ever acknowledged");
    while bench.acked < bench.chain.len() as u64 || bench.cursor < bench.acked {
        server.round(&mut bench).unwrap();
    }
    assert_eq!(bench.records.len(), bench.chain.len());
    assert!(program.does(&["doctor"]).contains("are what was written"));
}

#[test]
fn the_check_notices_a_server_that_forgot() {
    let program = Program::on_sqlite();
    let (mut server, mut bench) = begun(&program);
    bench.receive("SN0001", "2026-02-10");
    server.round(&mut bench).unwrap();
    assert!(server.end());
    let file = program.folder().join("nightbench-hq.db");
    let before = std::fs::read(&file).unwrap();
    let mut server = program.serve(&[]);
    bench.receive("SN0002", "2026-02-10");
    server.round(&mut bench).unwrap();
    assert!(server.end());
    std::fs::write(&file, before).unwrap();
    // The log of what came later would bring it back.
    for log in ["nightbench-hq.db-wal", "nightbench-hq.db-shm"] {
        let _ = std::fs::remove_file(program.folder().join(log));
    }
    let server = program.serve(&[]);
    assert!(has_lost(&server, &mut bench));
    // And the station brings it again.
    while bench.cursor < 2 {
        server.round(&mut bench).unwrap();
    }
    assert_eq!(bench.records.len(), 2);
}
