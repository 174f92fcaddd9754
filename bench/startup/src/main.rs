//! From the start of the process to a first screen that takes input, and the memory held then: our window
//! against a bare one, in turns, on the same screen. `xtask bench startup` builds both and gives the screen.

mod memory;

use report::Series;
use std::error::Error;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Held back before our program is started, to see that the measurement sees it.
const PLANTED: Duration = Duration::from_millis(250);
/// After `ready`, before memory is read: what a page loads later is part of it.
const SETTLING: Duration = Duration::from_millis(700);
/// After a window has gone, so that its end is not measured as the next one's start.
const PAUSE: Duration = Duration::from_millis(400);

struct Wish {
    ours: PathBuf,
    data: PathBuf,
    bare: PathBuf,
    out: PathBuf,
    runs: usize,
    planted: bool,
}

/// Somebody who opens a window.
struct Contender {
    name: &'static str,
    ours: bool,
    delay: Duration,
    start: Series,
    pss: Series,
    rss: Series,
}

fn main() -> ExitCode {
    match wish()
        .ok_or_else(|| "usage: startup OURS DATA BARE OUT RUNS [planted]".into())
        .and_then(|wish| measure(&wish))
    {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("startup: {error}");
            ExitCode::FAILURE
        }
    }
}

fn wish() -> Option<Wish> {
    let mut words = std::env::args_os().skip(1);
    let mut path = || words.next().map(PathBuf::from);
    let (ours, data, bare, out) = (path()?, path()?, path()?, path()?);
    let runs = words.next()?.to_str()?.parse().ok()?;
    Some(Wish { ours, data, bare, out, runs, planted: words.next().is_some_and(|word| word == "planted") })
}

fn measure(wish: &Wish) -> Result<(), Box<dyn Error>> {
    let contender = |name, ours, delay| Contender {
        name,
        ours,
        delay,
        start: Series::new("startup", name, "ms", ours),
        pss: Series::new("startup memory", name, "MiB PSS", ours),
        rss: Series::new("startup memory", name, "MiB RSS", ours),
    };
    let mut contenders = vec![
        contender("nightbench", true, Duration::ZERO),
        contender("bare Tauri window", false, Duration::ZERO),
    ];
    if wish.planted {
        contenders.push(contender("nightbench, held back", true, PLANTED));
    }
    // The first round fills the machine's caches and is not counted.
    for round in 0..=wish.runs {
        for contender in &mut contenders {
            let seen = one_start(contender, wish)?;
            if round > 0 {
                contender.start.samples.push(seen.start.as_secs_f64() * 1000.0);
                contender.pss.samples.push(seen.memory.pss_mib());
                contender.rss.samples.push(seen.memory.rss_mib());
            }
        }
    }
    let planted = planted_delay(&contenders);
    let (mut start, mut pss, mut rss) = (Vec::new(), Vec::new(), Vec::new());
    for contender in contenders {
        start.push(contender.start);
        pss.push(contender.pss);
        rss.push(contender.rss);
    }
    let all: Vec<Series> = start.into_iter().chain(pss).chain(rss).collect();
    print!("{}", report::table(&all));
    report::write(&all, &wish.out)?;
    match planted {
        Some(seen) => judge_planted(seen),
        None => Ok(()),
    }
}

struct Seen {
    start: Duration,
    memory: memory::Held,
}

fn one_start(contender: &Contender, wish: &Wish) -> Result<Seen, Box<dyn Error>> {
    let mut command = if contender.ours {
        let mut command = Command::new(&wish.ours);
        command.arg("--data").arg(&wish.data).arg("--bench-ready");
        command
    } else {
        let mut command = Command::new(&wish.bare);
        // Our shell sets this where there is no GPU; the bare window must draw the same way.
        if !std::path::Path::new("/dev/dri").exists() {
            command.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
        }
        command
    };
    let begun = Instant::now();
    sleep(contender.delay);
    let mut window = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let ready = wait_until_ready(&mut window);
    let start = begun.elapsed();
    sleep(SETTLING);
    let memory = memory::of_tree(window.id());
    window.kill()?;
    window.wait()?;
    sleep(PAUSE);
    if !ready? {
        return Err(format!("{} ended before it was ready", contender.name).into());
    }
    Ok(Seen { start, memory: memory? })
}

fn wait_until_ready(window: &mut Child) -> std::io::Result<bool> {
    let Some(output) = window.stdout.take() else { return Ok(false) };
    for line in BufReader::new(output).lines() {
        if line? == "ready" {
            return Ok(true);
        }
    }
    Ok(false)
}

/// By how many milliseconds the held-back start was seen to be later; `None` when none was planted.
fn planted_delay(contenders: &[Contender]) -> Option<f64> {
    let [ours, _, held_back] = contenders else { return None };
    Some(held_back.start.median() - ours.start.median())
}

fn judge_planted(seen: f64) -> Result<(), Box<dyn Error>> {
    let planted = PLANTED.as_secs_f64() * 1000.0;
    println!("planted: {planted:.0} ms, seen: {seen:.0} ms");
    if (planted * 0.7..planted * 1.3).contains(&seen) {
        return Ok(());
    }
    Err("the planted delay was not seen: this measurement cannot be trusted on this machine now".into())
}
