//! The embedded fonts: Noto Sans SC for Chinese and what stands beside it, Noto Sans for the Latin, Greek
//! and Cyrillic letters it lacks (Łódź, Kőszeg, İzmir). Unpacked once per process, on first use.

use std::io::Read;
use std::sync::OnceLock;
use std::thread;

use ruzstd::decoding::StreamingDecoder;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::words::is_invisible;

/// The files of `forms/fonts`, in the order in which a glyph is looked for.
const PACKED: [&[u8]; 4] = [
    include_bytes!("../../../../forms/fonts/NotoSansSC-Regular.ttf.zst"),
    include_bytes!("../../../../forms/fonts/NotoSansSC-Bold.ttf.zst"),
    include_bytes!("../../../../forms/fonts/NotoSans-Regular.ttf.zst"),
    include_bytes!("../../../../forms/fonts/NotoSans-Bold.ttf.zst"),
];

/// The fonts and what Typst looks them up in.
pub(super) struct Fonts {
    /// In the order of the book.
    pub(super) all: Vec<Font>,
    /// Families, weights and coverage.
    pub(super) book: LazyHash<FontBook>,
}

impl Fonts {
    /// Whether a character prints: some font has a glyph for it, or it needs none.
    pub(super) fn can_print(&self, c: char) -> bool {
        c.is_whitespace()
            || c.is_control()
            || is_invisible(c)
            || self.all.iter().any(|font| font.info().coverage.contains(u32::from(c)))
    }
}

/// The fonts, or `None` when what is embedded cannot be unpacked, which a test of this file rules out for
/// every build.
pub(super) fn fonts() -> Option<&'static Fonts> {
    static FONTS: OnceLock<Option<Fonts>> = OnceLock::new();
    FONTS.get_or_init(load).as_ref()
}

/// One thread per file: the two large ones take nearly all of the time.
fn load() -> Option<Fonts> {
    let all: Vec<Font> = thread::scope(|scope| {
        let threads = PACKED.map(|packed| scope.spawn(move || unpack(packed)));
        threads.into_iter().map(|thread| thread.join().ok().flatten()).collect::<Option<_>>()
    })?;
    let book = LazyHash::new(FontBook::from_fonts(&all));
    Some(Fonts { all, book })
}

fn unpack(packed: &[u8]) -> Option<Font> {
    let mut decoder = StreamingDecoder::new(packed).ok()?;
    let mut bytes = Vec::with_capacity(usize::try_from(decoder.decoder.content_size()).ok()?);
    decoder.read_to_end(&mut bytes).ok()?;
    Font::new(Bytes::new(bytes), 0)
}

#[cfg(test)]
mod tests {
    use super::fonts;

    #[test]
    fn the_embedded_fonts_are_two_families_in_two_weights() {
        let fonts = fonts().unwrap();
        let names: Vec<String> = fonts
            .all
            .iter()
            .map(|font| format!("{} {}", font.info().family, font.info().variant.weight.to_number()))
            .collect();
        assert_eq!(names, ["Noto Sans SC 400", "Noto Sans SC 700", "Noto Sans 400", "Noto Sans 700"]);
    }

    #[test]
    fn names_from_china_and_europe_can_be_printed_and_an_emoji_cannot() {
        let fonts = fonts().unwrap();
        for name in ["䶮", "㛃", "𬭎", "𫖯", "Łukasz Żółć", "Gümüşoğlu", "Kőszegi", "Ελένη", "Юлия", "Nguyễn"]
        {
            assert!(name.chars().all(|c| fonts.can_print(c)), "{name}");
        }
        assert!(!fonts.can_print('😀'));
    }
}
