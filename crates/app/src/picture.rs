//! What a file is by its content, and a small picture of it. Names and the sender's media types are not
//! believed.

use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use std::io::Cursor;

/// The longer side of a thumbnail, in pixels.
const THUMBNAIL_PIXELS: u32 = 256;
/// The largest side of a photo that is decoded, in pixels: twice the largest phone camera of today.
const PHOTO_PIXELS_MAX: u32 = 24_000;
/// The most memory decoding one photo may take, in bytes: small files can unfold into huge pictures.
const PHOTO_DECODED_BYTES_MAX: u64 = 768 * 1024 * 1024;

/// What an attachment can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Media {
    /// A photo, with its media type.
    Photo(&'static str),
    /// A video, with its media type.
    Video(&'static str),
    /// A document whose pages can be looked at: PDF.
    Document(&'static str),
}

/// Finds what a file is by its first bytes; `None` for anything but photos, videos and PDF files.
pub(crate) fn media(bytes: &[u8]) -> Option<Media> {
    let brand = bytes.get(4..8).filter(|tag| *tag == b"ftyp").and_then(|_| bytes.get(8..12));
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some(Media::Photo("image/jpeg")),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Media::Photo("image/png")),
        [b'G', b'I', b'F', b'8', ..] => Some(Media::Photo("image/gif")),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Media::Photo("image/webp")),
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => Some(Media::Photo("image/bmp")),
        [b'I', b'I', 0x2a, 0, ..] | [b'M', b'M', 0, 0x2a, ..] => Some(Media::Photo("image/tiff")),
        [b'%', b'P', b'D', b'F', b'-', ..] => Some(Media::Document("application/pdf")),
        [0x1a, 0x45, 0xdf, 0xa3, ..] => Some(Media::Video("video/webm")),
        _ => match brand {
            Some(b"heic" | b"heix" | b"hevc" | b"hevx" | b"mif1" | b"msf1" | b"heim") => {
                Some(Media::Photo("image/heic"))
            }
            Some(b"avif" | b"avis") => Some(Media::Photo("image/avif")),
            Some(b"qt  ") => Some(Media::Video("video/quicktime")),
            Some(_) => Some(Media::Video("video/mp4")),
            None => None,
        },
    }
}

/// A small JPEG of a photo, turned the right way up; `None` when it cannot be decoded (HEIC, damaged), which
/// is no reason to refuse the photo.
pub(crate) fn thumbnail(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(PHOTO_PIXELS_MAX);
    limits.max_image_height = Some(PHOTO_PIXELS_MAX);
    limits.max_alloc = Some(PHOTO_DECODED_BYTES_MAX);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?.thumbnail(THUMBNAIL_PIXELS, THUMBNAIL_PIXELS);
    picture.apply_orientation(orientation);
    let mut jpeg = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut jpeg, 78);
    picture.into_rgb8().write_with_encoder(encoder).ok()?;
    Some(jpeg)
}

#[cfg(test)]
mod tests {
    use super::{Media, media, thumbnail};
    use image::{DynamicImage, GenericImageView, ImageFormat};
    use std::io::Cursor;

    fn photo(format: ImageFormat) -> Vec<u8> {
        let mut bytes = Vec::new();
        DynamicImage::new_rgb8(1_000, 500).write_to(&mut Cursor::new(&mut bytes), format).unwrap();
        bytes
    }

    #[test]
    fn a_file_is_what_its_content_says() {
        assert_eq!(media(&photo(ImageFormat::Jpeg)), Some(Media::Photo("image/jpeg")));
        assert_eq!(media(&photo(ImageFormat::Png)), Some(Media::Photo("image/png")));
        assert_eq!(media(b"\x00\x00\x00\x18ftypmp42...."), Some(Media::Video("video/mp4")));
        assert_eq!(media(b"\x00\x00\x00\x18ftypavif...."), Some(Media::Photo("image/avif")));
        assert_eq!(media(b"\x00\x00\x00\x18ftyphevx...."), Some(Media::Photo("image/heic")));
        assert_eq!(media(b"II*\x00\x08\x00\x00\x00"), Some(Media::Photo("image/tiff")));
        assert_eq!(media(b"MM\x00*\x00\x00\x00\x08"), Some(Media::Photo("image/tiff")));
        assert_eq!(media(b"a letter about %PDF-1.7"), None);
        assert_eq!(media(b"%PDF-1.7\n%"), Some(Media::Document("application/pdf")));
        assert_eq!(media(b"MZ\x90\x00 a program"), None);
        assert_eq!(media(b"<svg onload=...>"), None);
        assert_eq!(media(b""), None);
    }

    #[test]
    fn a_photo_gets_a_thumbnail_of_its_own_shape_and_a_damaged_one_gets_none() {
        let small = thumbnail(&photo(ImageFormat::Png)).unwrap();
        assert_eq!(image::load_from_memory(&small).unwrap().dimensions(), (256, 128));
        assert_eq!(thumbnail(&photo(ImageFormat::Jpeg)[..200]), None);
    }
}
