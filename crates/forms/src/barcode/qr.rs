//! QR codes with error correction M (15 % may be lost), which a folded or stained form survives.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

use super::{Drawing, draw};

/// The largest version used: 65 modules. At 0.42 mm a module the code is 27 mm wide, which hand scanners
/// and phones read from a printed page.
const VERSION_MAX: u8 = 12;

/// Draws a text, or `None` when it does not fit. The quiet zone of four modules is left to the page.
pub(crate) fn encode(text: &str) -> Option<Drawing> {
    let segments = QrSegment::make_segments(text);
    let code = QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Medium,
        Version::MIN,
        Version::new(VERSION_MAX),
        None,
        true,
    )
    .ok()?;
    let size = usize::try_from(code.size()).ok()?;
    let mut runs = Vec::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|&at| code.get_module(at, y)).count();
            if run > 0 {
                runs.push([usize::try_from(x).ok()?, usize::try_from(y).ok()?, run, 1]);
            }
            // The module after a run is white.
            x += i32::try_from(run).ok()? + 1;
        }
    }
    Some(draw(size, size, runs.into_iter()))
}

/// Whether a text fits a code of the largest version.
#[cfg(test)]
pub(crate) fn fits(text: &str) -> bool {
    // Alphanumeric mode, version 12, level M (ISO/IEC 18004 table 7).
    const ALPHANUMERIC_CHARS_MAX: usize = 419;
    text.len() <= ALPHANUMERIC_CHARS_MAX
}

#[cfg(test)]
mod tests {
    use super::{encode, fits};

    #[test]
    fn what_is_said_to_fit_is_drawn_and_the_next_character_is_not() {
        let full = "A".repeat(419);
        assert!(fits(&full));
        assert_eq!(encode(&full).unwrap().modules, 65);
        assert!(!fits(&format!("{full}A")));
        assert_eq!(encode(&format!("{full}A")), None);
    }
}
