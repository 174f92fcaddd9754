//! Code 128, character set B: every printable ASCII character in one symbol. RMA numbers alternate letters
//! and digits, so the switch to set C (two digits a symbol) would rarely shorten them.

use super::{Drawing, draw};

/// The widths of bars and spaces of each symbol, from ISO/IEC 15417: values 0 to 102, then start A, B, C.
const SYMBOLS: [&[u8; 6]; 106] = [
    b"212222", b"222122", b"222221", b"121223", b"121322", b"131222", b"122213", b"122312", b"132212",
    b"221213", b"221312", b"231212", b"112232", b"122132", b"122231", b"113222", b"123122", b"123221",
    b"223211", b"221132", b"221231", b"213212", b"223112", b"312131", b"311222", b"321122", b"321221",
    b"312212", b"322112", b"322211", b"212123", b"212321", b"232121", b"111323", b"131123", b"131321",
    b"112313", b"132113", b"132311", b"211313", b"231113", b"231311", b"112133", b"112331", b"132131",
    b"113123", b"113321", b"133121", b"313121", b"211331", b"231131", b"213113", b"213311", b"213131",
    b"311123", b"311321", b"331121", b"312113", b"312311", b"332111", b"314111", b"221411", b"431111",
    b"111224", b"111422", b"121124", b"121421", b"141122", b"141221", b"112214", b"112412", b"122114",
    b"122411", b"142112", b"142211", b"241211", b"221114", b"413111", b"241112", b"134111", b"111242",
    b"121142", b"121241", b"114212", b"124112", b"124211", b"411212", b"421112", b"421211", b"212141",
    b"214121", b"412121", b"111143", b"111341", b"131141", b"114113", b"114311", b"411113", b"411311",
    b"113141", b"114131", b"311141", b"411131", b"211412", b"211214", b"211232",
];
const START_B: usize = 104;
const STOP: &[u8; 7] = b"2331112";

/// Draws a text, or `None` when a character is not printable ASCII. The quiet zone of ten modules on each
/// side is left to the page.
pub(crate) fn encode(text: &str) -> Option<Drawing> {
    let mut values = vec![START_B];
    for c in text.chars() {
        if !(' '..='~').contains(&c) {
            return None;
        }
        values.push(usize::try_from(u32::from(c) - u32::from(' ')).ok()?);
    }
    let sum: usize = values.iter().enumerate().map(|(place, value)| place.max(1) * value).sum();
    values.push(sum % 103);

    let mut widths: Vec<u8> = Vec::with_capacity(values.len() * 6 + STOP.len());
    for value in values {
        widths.extend_from_slice(SYMBOLS.get(value).copied()?);
    }
    widths.extend_from_slice(STOP);

    let mut bars = Vec::new();
    let mut x = 0;
    for (place, width) in widths.iter().map(|digit| usize::from(digit - b'0')).enumerate() {
        if place % 2 == 0 {
            bars.push([x, 0, width, 1]);
        }
        x += width;
    }
    Some(draw(x, 1, bars.into_iter()))
}

#[cfg(test)]
mod tests {
    use super::{SYMBOLS, encode};

    #[test]
    fn every_symbol_is_eleven_modules_wide_and_no_two_are_alike() {
        let mut seen = std::collections::BTreeSet::new();
        for symbol in SYMBOLS {
            assert_eq!(symbol.iter().map(|digit| digit - b'0').sum::<u8>(), 11, "{symbol:?}");
            assert!(seen.insert(symbol), "{symbol:?} stands twice");
        }
    }

    #[test]
    fn a_number_of_seventeen_characters_is_222_modules_wide() {
        assert_eq!(encode("CD01-A7K3M-00412-").unwrap().modules, 11 * (1 + 17 + 1) + 13);
    }

    #[test]
    fn a_character_outside_ascii_is_not_drawn() {
        assert_eq!(encode("成都"), None);
    }
}
