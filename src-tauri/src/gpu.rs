//! Where Linux has no GPU, WebKit's buffer sharing makes each frame several times slower; it is switched
//! off there, and only there. WebKit reads the switch from the environment, which a running program cannot
//! change safely, so the program starts itself once more in the same process.

/// Restarts the program with the switch set when the machine needs it; otherwise returns.
///
/// # Errors
/// When the program cannot be started again; the caller can go on without the switch.
#[cfg(target_os = "linux")]
pub(crate) fn spare_a_machine_without_one() -> std::io::Result<()> {
    use std::os::unix::process::CommandExt;

    const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(SWITCH).is_some() || std::path::Path::new("/dev/dri").exists() {
        return Ok(());
    }
    let mut again = std::process::Command::new(std::env::current_exe()?);
    // `exec` replaces this process and returns only when it could not.
    Err(again.args(std::env::args_os().skip(1)).env(SWITCH, "1").exec())
}

/// Other systems' web views manage their buffers themselves.
#[cfg(not(target_os = "linux"))]
pub(crate) fn spare_a_machine_without_one() -> std::io::Result<()> {
    Ok(())
}
