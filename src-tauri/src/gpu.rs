//! Where Linux has no GPU, WebKit's buffer sharing makes each frame several times slower; it is switched
//! off there, and only there. WebKit reads the switch from the environment.

/// Sets the switch when the machine needs it and nobody has set it. Called before there is a second thread.
#[cfg(target_os = "linux")]
pub(crate) fn spare_a_machine_without_one() {
    const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(SWITCH).is_some() || std::path::Path::new("/dev/dri").exists() {
        return;
    }
    // Starting the program anew with it would link the web view a second time, a tenth of the whole start.
    if let Err(error) = glib::setenv(SWITCH, "1", false) {
        eprintln!("nightbench: drawing as the machine is: {error}");
    }
}

/// Other systems' web views manage their buffers themselves.
#[cfg(not(target_os = "linux"))]
pub(crate) fn spare_a_machine_without_one() {}
