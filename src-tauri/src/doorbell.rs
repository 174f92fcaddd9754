//! One window for each data directory. The program that has it hangs a bell: a port on this machine's own
//! loopback address, written with a secret word to a file only its owner can read. A second start rings and
//! goes away, and the first window comes to the front. No bell, or no answer, means that nobody is at home.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

use nightbench_app::ports::{Ids, RandomIds};
use tauri::{AppHandle, Manager};

use crate::window;

const FILE: &str = "window.bell";
const ANSWER: &str = "here\n";
/// How long a program on the same machine may take to answer, its busiest moment included.
const PATIENCE: Duration = Duration::from_millis(1500);

/// The bell of the first window; taken down when it closes.
#[derive(Debug)]
pub(crate) struct Doorbell {
    file: PathBuf,
}

/// Rings at a data directory. True when a window was there and came to the front.
pub(crate) fn ring(data: &Path) -> bool {
    let Ok(written) = fs::read_to_string(data.join(FILE)) else { return false };
    let Some((port, word)) = written.split_once(' ') else { return false };
    port.parse().is_ok_and(|port| ask(port, word).unwrap_or(false))
}

fn ask(port: u16, word: &str) -> std::io::Result<bool> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut line = TcpStream::connect_timeout(&address, PATIENCE)?;
    line.set_read_timeout(Some(PATIENCE))?;
    line.write_all(format!("{}\n", word.trim()).as_bytes())?;
    let mut answer = String::new();
    line.take(ANSWER.len() as u64).read_to_string(&mut answer)?;
    Ok(answer == ANSWER)
}

impl Doorbell {
    /// Hangs the bell. One that cannot be hung is done without: a second start then finds the data
    /// directory in use and says so.
    pub(crate) fn hang(data: &Path, app: AppHandle) -> Self {
        let bell = Self { file: data.join(FILE) };
        let file = bell.file.clone();
        std::thread::spawn(move || {
            if let Err(error) = answer_rings(&file, &app) {
                eprintln!("nightbench: a second start will not find this window: {error}");
            }
        });
        bell
    }

    /// Removes the bell. One that is left behind after a crash rings nowhere and harms nobody.
    pub(crate) fn take_down(&self) {
        let _ = fs::remove_file(&self.file);
    }
}

fn answer_rings(file: &Path, app: &AppHandle) -> std::io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let word = RandomIds.uuid().simple().to_string();
    write_private(file, &format!("{} {word}\n", listener.local_addr()?.port()))?;
    for line in listener.incoming().filter_map(Result::ok) {
        if knows_the_word(&line, &word).unwrap_or(false) {
            come_to_the_front(app);
            let mut line = line;
            // The caller has gone away; the window is in front all the same.
            let _ = line.write_all(ANSWER.as_bytes());
        }
    }
    Ok(())
}

fn knows_the_word(line: &TcpStream, word: &str) -> std::io::Result<bool> {
    line.set_read_timeout(Some(PATIENCE))?;
    let mut heard = String::new();
    BufReader::new(line.take(64)).read_line(&mut heard)?;
    Ok(heard.trim() == word)
}

/// Brings the window to the front, from behind others or from the task bar.
pub(crate) fn come_to_the_front(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(window::LABEL) {
        let shown = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
        if let Err(error) = shown {
            eprintln!("nightbench: the window did not come to the front: {error}");
        }
    }
}

fn write_private(file: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        make_private(folder)?;
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)?.write_all(text.as_bytes())
}

/// Makes the data directory as the store would: nobody else of this machine may look into it.
fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bell_left_behind_by_a_crash_is_not_mistaken_for_a_window() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!ring(folder.path()), "no bell");
        let gone = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = gone.local_addr().unwrap().port();
        drop(gone);
        fs::write(folder.path().join(FILE), format!("{port} word\n")).unwrap();
        assert!(!ring(folder.path()), "nobody listens");
        fs::write(folder.path().join(FILE), "nonsense").unwrap();
        assert!(!ring(folder.path()), "no port");
    }

    #[test]
    fn another_program_on_the_port_is_not_mistaken_for_a_window() {
        let folder = tempfile::tempdir().unwrap();
        let stranger = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = stranger.local_addr().unwrap().port();
        fs::write(folder.path().join(FILE), format!("{port} word\n")).unwrap();
        let thread = std::thread::spawn(move || {
            let (mut line, _) = stranger.accept().unwrap();
            assert!(!knows_the_word(&line, "another word").unwrap());
            line.write_all(b"what?").unwrap();
        });
        assert!(!ring(folder.path()));
        thread.join().unwrap();
    }
}
