//! What a label printer holds: the size of its labels, how fine its dots are, and by how much its print is off. Not a
//! printer's name: that is a setting of the station. See `grid.rs` for labels on A4 sheets.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

/// The size of a label on a roll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
pub enum LabelSize {
    /// 60 x 40 mm.
    #[default]
    #[serde(rename = "60x40")]
    SixtyByForty,
    /// 70 x 50 mm: here a printer of 203 dots per inch draws every bar of the number in whole dots.
    #[serde(rename = "70x50")]
    SeventyByFifty,
}

/// How fine a thermal printer's dots are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
pub enum DotPitch {
    /// 203 dots per inch, 8 a millimetre.
    #[default]
    #[serde(rename = "203")]
    Dots203,
    /// 300 dots per inch.
    #[serde(rename = "300")]
    Dots300,
}

/// The labels in a label printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LabelStock {
    /// Their size.
    pub size: LabelSize,
    /// The printer's dots.
    pub resolution: DotPitch,
    /// What is added to every place, right and down, in tenths of a millimetre, because this printer prints beside it.
    pub offset_tenths_mm: [i8; 2],
}

/// The narrowest bar where there is room: wide enough for every scanner, and no wider.
const MODULE_MM: f64 = 0.25;
/// The narrowest bar that ordinary hand scanners resolve (6.5 mil).
const MODULE_MM_MIN: f64 = 0.165;
/// The quiet zone of Code 128, on each side.
const QUIET_MODULES: usize = 10;
/// A module of the QR code, about.
const QR_MODULE_MM: f64 = 0.5;

impl LabelSize {
    /// Both sizes.
    pub const ALL: [Self; 2] = [Self::SixtyByForty, Self::SeventyByFifty];

    /// Width and height in millimetres.
    pub(crate) const fn millimetres(self) -> [f64; 2] {
        match self {
            Self::SixtyByForty => [60.0, 40.0],
            Self::SeventyByFifty => [70.0, 50.0],
        }
    }
}

impl DotPitch {
    /// The size of a dot in millimetres.
    pub(crate) const fn dot_mm(self) -> f64 {
        match self {
            // Nominally 203 dots per inch; the heads are made with 8 dots a millimetre.
            Self::Dots203 => 0.125,
            Self::Dots300 => 25.4 / 300.0,
        }
    }
}

impl LabelStock {
    /// The width of the narrowest bar of a code with so many modules, its quiet zones left white: a whole number of
    /// the printer's dots where one is wide enough to be read. On 60 mm no whole dots of an eighth are (233 modules
    /// of two dots are 58.25 mm), so the bars are as wide as fits, and the QR code beside holds the same number in
    /// whole dots.
    pub(crate) fn module_mm(self, modules: usize) -> f64 {
        let [width, _] = self.size.millimetres();
        let dot = self.resolution.dot_mm();
        let dots = (room_mm(width, modules) / dot).floor().min((MODULE_MM / dot).ceil());
        let whole = dots * dot;
        if whole >= MODULE_MM_MIN { whole } else { on_paper_mm(width, modules) }
    }

    /// As the templates read it.
    pub(crate) fn to_json(self) -> Value {
        let [width, height] = self.size.millimetres();
        let [right, down] = self.offset_tenths_mm.map(|tenths| f64::from(tenths) / 10.0);
        let dot = self.resolution.dot_mm();
        json!({
            "width": width, "height": height, "right": right, "down": down,
            "dot": dot, "qr_module": (QR_MODULE_MM / dot).round() * dot,
        })
    }
}

/// The width of the narrowest bar of a code on a label of an A4 sheet, whose printer's dots are too fine to matter.
pub(crate) fn on_paper_mm(width_mm: f64, modules: usize) -> f64 {
    room_mm(width_mm, modules).min(MODULE_MM)
}

fn room_mm(width_mm: f64, modules: usize) -> f64 {
    let modules = u32::try_from(modules + 2 * QUIET_MODULES).unwrap_or(u32::MAX);
    width_mm / f64::from(modules)
}

#[cfg(test)]
mod tests {
    use super::{DotPitch, LabelSize, LabelStock};

    /// A number such as CD01-A7K3M-00412-K: 18 characters, start, check and stop.
    const NUMBER: usize = 233;

    #[test]
    fn bars_are_whole_dots_wherever_whole_dots_fit_beside_the_quiet_zones() {
        for (size, resolution, dots) in [
            (LabelSize::SixtyByForty, DotPitch::Dots300, Some(2.0)),
            (LabelSize::SeventyByFifty, DotPitch::Dots203, Some(2.0)),
            (LabelSize::SeventyByFifty, DotPitch::Dots300, Some(3.0)),
            (LabelSize::SixtyByForty, DotPitch::Dots203, None),
        ] {
            let stock = LabelStock { size, resolution, ..LabelStock::default() };
            let found = stock.module_mm(NUMBER) / resolution.dot_mm();
            match dots {
                Some(dots) => assert!((found - dots).abs() < 1e-9, "{size:?} {resolution:?}: {found}"),
                None => assert!(found > 1.8 && found < 2.0, "{size:?} {resolution:?}: {found}"),
            }
        }
    }

    #[test]
    fn ten_modules_stay_white_on_each_side() {
        for size in LabelSize::ALL {
            for resolution in [DotPitch::Dots203, DotPitch::Dots300] {
                let stock = LabelStock { size, resolution, ..LabelStock::default() };
                let [width, _] = size.millimetres();
                assert!(stock.module_mm(NUMBER) * f64::from(253) <= width + 1e-9, "{size:?} {resolution:?}");
            }
        }
    }
}
