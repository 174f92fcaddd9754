//! Why a paper was not printed. Says which characters or which line of a template, never the words of a
//! customer around them.

use std::collections::BTreeSet;

use typst::diag::SourceDiagnostic;
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

use super::place;
use super::world::FormWorld;

/// Why a paper was not printed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FormError {
    /// The content has characters for which no embedded font has a glyph. The one variant a user can
    /// mend: by writing the name another way.
    #[error("these characters cannot be printed: {}", code_points(characters))]
    Unprintable {
        /// Each of them once, in the order of their code points.
        characters: Vec<char>,
    },
    /// The number does not fit a bar code; numbers made by this program do.
    #[error("the number does not fit its bar code")]
    Barcode,
    /// The content could not be handed to the template.
    #[error("the content of the form could not be written as JSON")]
    Content(#[source] serde_json::Error),
    /// A template is wrong, at these places.
    #[error("the template is faulty at {}", places.join(", "))]
    Template {
        /// File and line of each fault.
        places: Vec<String>,
    },
    /// The laid-out form cannot be kept as PDF/A for a reason other than a missing glyph.
    #[error("the form cannot be written as PDF/A, because of {}", places.join(", "))]
    Archive {
        /// File and line of each obstacle.
        places: Vec<String>,
    },
    /// There is no template of that name in the build.
    #[error("the template is not part of this build")]
    NoTemplate,
    /// The fonts of the build cannot be unpacked.
    #[error("the fonts of this build cannot be unpacked")]
    Fonts,
    /// The PDF library knows no PDF/A-2u.
    #[error("this build cannot write PDF/A-2u")]
    Standard,
}

impl FormError {
    pub(super) fn template(world: &FormWorld, faults: &[SourceDiagnostic]) -> Self {
        Self::Template { places: faults.iter().map(|fault| place(world, fault)).collect() }
    }

    /// An export that failed: missing glyphs if the pages have any, else what the standard objects to.
    pub(super) fn export(world: &FormWorld, document: &PagedDocument, faults: &[SourceDiagnostic]) -> Self {
        let mut missing = BTreeSet::new();
        for page in document.pages() {
            collect_missing(&page.frame, &mut missing);
        }
        if missing.is_empty() {
            Self::Archive { places: faults.iter().map(|fault| place(world, fault)).collect() }
        } else {
            Self::Unprintable { characters: missing.into_iter().collect() }
        }
    }
}

/// The characters behind every glyph 0, which is each font's drawing for "not there".
fn collect_missing(frame: &Frame, missing: &mut BTreeSet<char>) {
    for (_, item) in frame.items() {
        if let FrameItem::Group(group) = item {
            collect_missing(&group.frame, missing);
        } else if let FrameItem::Text(text) = item {
            for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                missing.extend(text.text.get(glyph.range()).unwrap_or_default().chars());
            }
        }
    }
}

fn code_points(characters: &[char]) -> String {
    let named: Vec<String> = characters.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    named.join(", ")
}
