//! Bar codes as vector drawings. Only drawing: what a code says is decided by the form.

pub(crate) mod code128;
pub(crate) mod qr;

/// A code ready for a template: an SVG of black modules on nothing, one module to one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Drawing {
    /// The SVG source. One path, so no seams show between neighbouring modules.
    pub(crate) svg: String,
    /// How many modules wide the code is, without its quiet zone.
    pub(crate) modules: usize,
}

/// Builds the drawing out of black rectangles (x, y, width, height), all in modules.
fn draw(width: usize, height: usize, black: impl Iterator<Item = [usize; 4]>) -> Drawing {
    let mut path = String::new();
    for [x, y, w, h] in black {
        path.push_str(&format!("M{x} {y}h{w}v{h}h-{w}z"));
    }
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"><path d="{path}"/></svg>"#
    );
    Drawing { svg, modules: width }
}
