//! The closed world in which a template is compiled: the embedded templates, one virtual file with the
//! content of the form, the embedded fonts. Nothing else exists in it; what Typst asks for beyond is
//! answered as not found, and there is no today.

use std::sync::OnceLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::fonts::Fonts;

/// The templates of `forms/`, by the names they use for each other.
const TEMPLATES: [(&str, &str); 21] = [
    ("base.typ", include_str!("../../../../forms/base.typ")),
    ("application.typ", include_str!("../../../../forms/application.typ")),
    ("tear_off.typ", include_str!("../../../../forms/tear_off.typ")),
    ("decision.typ", include_str!("../../../../forms/decision.typ")),
    ("delivery.typ", include_str!("../../../../forms/delivery.typ")),
    ("refund.typ", include_str!("../../../../forms/refund.typ")),
    ("internal.typ", include_str!("../../../../forms/internal.typ")),
    ("quote.typ", include_str!("../../../../forms/quote.typ")),
    ("report.typ", include_str!("../../../../forms/report.typ")),
    ("week.typ", include_str!("../../../../forms/week.typ")),
    ("receipt.typ", include_str!("../../../../forms/receipt.typ")),
    ("parcel.typ", include_str!("../../../../forms/parcel.typ")),
    ("parcel_parts.typ", include_str!("../../../../forms/parcel_parts.typ")),
    ("differences.typ", include_str!("../../../../forms/differences.typ")),
    ("grid.typ", include_str!("../../../../forms/grid.typ")),
    ("unit_label.typ", include_str!("../../../../forms/unit_label.typ")),
    ("label.typ", include_str!("../../../../forms/label.typ")),
    ("label_sheet.typ", include_str!("../../../../forms/label_sheet.typ")),
    ("code_sheet.typ", include_str!("../../../../forms/code_sheet.typ")),
    ("tag_sheet.typ", include_str!("../../../../forms/tag_sheet.typ")),
    ("calibration.typ", include_str!("../../../../forms/calibration.typ")),
];
/// The name under which a template finds the content of its form.
const CONTENT: &str = "form.json";

/// What every form shares: parsed templates and the standard library. Made once per process.
struct House {
    library: LazyHash<Library>,
    templates: Vec<(&'static str, Source)>,
    content: FileId,
}

/// One form on its way through the press.
pub(super) struct FormWorld {
    house: &'static House,
    fonts: &'static Fonts,
    template: FileId,
    content: Bytes,
}

impl FormWorld {
    /// The world of one template and one content (JSON), or `None` for a template that is not embedded.
    pub(super) fn new(fonts: &'static Fonts, template: &str, content: Vec<u8>) -> Option<Self> {
        let house = house()?;
        let template = house.templates.iter().find(|(name, _)| *name == template)?.1.id();
        Some(Self { house, fonts, template, content: Bytes::new(content) })
    }
}

impl World for FormWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.house.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.template
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let template = self.house.templates.iter().find(|(_, source)| source.id() == id);
        template.map(|(_, source)| source.clone()).ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.house.content { Ok(self.content.clone()) } else { Err(not_found(id)) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.all.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}

fn house() -> Option<&'static House> {
    static HOUSE: OnceLock<Option<House>> = OnceLock::new();
    HOUSE.get_or_init(build_house).as_ref()
}

fn build_house() -> Option<House> {
    let mut templates = Vec::with_capacity(TEMPLATES.len());
    for (name, text) in TEMPLATES {
        templates.push((name, Source::new(file_id(name)?, text.to_owned())));
    }
    Some(House { library: LazyHash::new(Library::default()), templates, content: file_id(CONTENT)? })
}

fn file_id(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}
