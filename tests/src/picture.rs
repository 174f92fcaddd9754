//! A picture of the screen or of a page, looked at as pixels: kept as PNG for people, and asked whether
//! anything is on it.

use std::collections::HashMap;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

/// Red, green and blue of every pixel, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    pixels: Vec<[u8; 3]>,
}

impl Picture {
    /// From pixels in rows.
    ///
    /// # Panics
    /// When there are not `width * height` of them.
    #[must_use]
    pub fn new(width: usize, height: usize, pixels: Vec<[u8; 3]>) -> Self {
        assert_eq!(pixels.len(), width * height, "a whole picture");
        Self { width, height, pixels }
    }

    /// Reads a PNG file.
    ///
    /// # Panics
    /// When the file is no PNG of 8 bits a channel.
    #[must_use]
    pub fn read(path: &Path) -> Self {
        let mut decoder = png::Decoder::new(std::io::BufReader::new(File::open(path).expect("a picture")));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().expect("a PNG");
        let mut bytes = vec![0; reader.output_buffer_size().expect("a picture that fits in memory")];
        let info = reader.next_frame(&mut bytes).expect("a whole PNG");
        let channels = info.color_type.samples();
        let pixels = bytes[..info.buffer_size()]
            .chunks_exact(channels)
            .map(|pixel| if channels < 3 { [pixel[0]; 3] } else { [pixel[0], pixel[1], pixel[2]] })
            .collect();
        Self::new(info.width as usize, info.height as usize, pixels)
    }

    /// Writes it as PNG.
    ///
    /// # Panics
    /// When the file cannot be written.
    pub fn save(&self, path: &Path) {
        let file = BufWriter::new(File::create(path).expect("a file for the picture"));
        let size = |length: usize| u32::try_from(length).expect("a picture's side");
        let mut encoder = png::Encoder::new(file, size(self.width), size(self.height));
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header().expect("a PNG header");
        writer.write_image_data(self.pixels.as_flattened()).expect("a PNG's pixels");
    }

    /// Whether nothing can be seen: one colour, or a few specks on it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let mut counts: HashMap<[u8; 3], usize> = HashMap::new();
        for pixel in &self.pixels {
            *counts.entry(*pixel).or_default() += 1;
        }
        let ground = counts.values().max().copied().unwrap_or_default();
        let marks = self.pixels.len() - ground;
        counts.len() < 16 || marks * 200 < self.pixels.len()
    }

    /// How many pixels differ from another picture of the same size.
    ///
    /// # Panics
    /// When the sizes differ.
    #[must_use]
    pub fn differences(&self, other: &Self) -> usize {
        assert_eq!((self.width, self.height), (other.width, other.height), "pictures of one size");
        self.pixels.iter().zip(&other.pixels).filter(|(ours, theirs)| ours != theirs).count()
    }

    /// The brightness of a pixel, 0 to 255.
    #[must_use]
    pub fn brightness(&self, x: usize, y: usize) -> u8 {
        let [red, green, blue] = self.pixels[y * self.width + x];
        let sum = u32::from(red) * 299 + u32::from(green) * 587 + u32::from(blue) * 114;
        u8::try_from(sum / 1000).unwrap_or(u8::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_colour_and_a_lone_cursor_are_blank_and_a_page_is_not() {
        let plain = vec![[245, 246, 244]; 200 * 100];
        assert!(Picture::new(200, 100, plain.clone()).is_blank());
        let mut cursor = plain.clone();
        cursor[5000] = [0, 0, 0];
        assert!(Picture::new(200, 100, cursor).is_blank());
        let mut page = plain;
        for (index, pixel) in page.iter_mut().take(4000).enumerate() {
            *pixel = [u8::try_from(index % 64).unwrap(); 3];
        }
        assert!(!Picture::new(200, 100, page).is_blank());
    }

    #[test]
    fn a_picture_survives_being_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.png");
        let picture = Picture::new(2, 1, vec![[1, 2, 3], [250, 251, 252]]);
        picture.save(&path);
        assert_eq!(Picture::read(&path), picture);
    }
}
