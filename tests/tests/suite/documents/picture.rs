//! Pages of a document as one small picture in grey.

use hayro::{
    PixmapSettings, RenderCache, RenderSettings, hayro_interpret::InterpreterSettings, hayro_syntax::Pdf,
    render, vello_cpu::color::palette::css::WHITE,
};

const DOTS_PER_INCH: f32 = 45.0;
/// Levels of grey: four, so that the pictures stay small.
const WHITEST: u8 = 3;
/// Of so many dots that aren't white, one may differ by one level: where machines round differently.
const ONE_IN: usize = 200;

/// A picture, line by line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub width: usize,
    /// From 0, black, to 3, white.
    pub levels: Vec<u8>,
}

/// All pages side by side.
pub fn pages(bytes: &[u8]) -> Picture {
    let pdf = Pdf::new(bytes.to_vec()).unwrap_or_else(|error| panic!("not a PDF: {error:?}"));
    let scale = DOTS_PER_INCH / 72.0;
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let cache = RenderCache::new();
    let (interpreter, renderer) = (InterpreterSettings::default(), RenderSettings::default());
    let pages = pdf.pages().iter().map(|page| {
        let drawn = render(page, &cache, &interpreter, &renderer, &settings);
        let levels = drawn.data_as_u8_slice().chunks(4).map(level).collect();
        Picture { width: drawn.width().into(), levels }
    });
    side_by_side(&pages.collect::<Vec<_>>())
}

/// The background is white, so nothing shines through.
fn level(dot: &[u8]) -> u8 {
    let grey = (2 * u32::from(dot[0]) + 5 * u32::from(dot[1]) + u32::from(dot[2])) / 8;
    u8::try_from((grey * u32::from(WHITEST) + 127) / 255).unwrap()
}

fn side_by_side(pages: &[Picture]) -> Picture {
    let width = pages.iter().map(|page| page.width).sum();
    let lines = pages[0].lines();
    assert!(pages.iter().all(|page| page.lines() == lines), "pages of one size");
    let line =
        |line: usize| pages.iter().flat_map(move |page| &page.levels[line * page.width..][..page.width]);
    Picture { width, levels: (0..lines).flat_map(line).copied().collect() }
}

impl Picture {
    fn lines(&self) -> usize {
        self.levels.len() / self.width
    }

    /// Where two pictures differ, if by more than machines do; everywhere, if they aren't of one size.
    pub fn differences(&self, other: &Self) -> Vec<usize> {
        if self.width != other.width || self.levels.len() != other.levels.len() {
            return (0..self.levels.len()).collect();
        }
        let by = |place: &usize| self.levels[*place].abs_diff(other.levels[*place]);
        let differences: Vec<usize> = (0..self.levels.len()).filter(|place| by(place) > 0).collect();
        let drawn = self.levels.iter().filter(|level| **level < WHITEST).count();
        let rounded = differences.len() <= drawn / ONE_IN && differences.iter().all(|place| by(place) == 1);
        if rounded { Vec::new() } else { differences }
    }

    /// The picture in light grey, with these places in black.
    pub fn marked(&self, places: &[usize]) -> Self {
        let mut levels: Vec<u8> = self.levels.iter().map(|level| (*level).max(WHITEST - 1)).collect();
        for &place in places {
            levels[place] = 0;
        }
        Self { levels, ..*self }
    }

    pub fn png(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let size = |side: usize| u32::try_from(side).unwrap();
        let mut encoder = png::Encoder::new(&mut bytes, size(self.width), size(self.lines()));
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Two);
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        let packed: Vec<u8> =
            self.levels.chunks(self.width).flat_map(|line| line.chunks(4).map(packed)).collect();
        encoder.write_header().unwrap().write_image_data(&packed).unwrap();
        bytes
    }

    pub fn read(bytes: &[u8]) -> Self {
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let mut packed = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut packed).unwrap();
        let width = reader.info().width as usize;
        let line = |line: &[u8]| {
            line.iter()
                .flat_map(|four| [6, 4, 2, 0].map(|shift| four >> shift & 3))
                .take(width)
                .collect::<Vec<_>>()
        };
        Self { width, levels: packed.chunks(width.div_ceil(4)).flat_map(line).collect() }
    }
}

/// Up to four dots in a byte, the first in its highest bits.
fn packed(dots: &[u8]) -> u8 {
    dots.iter().zip([6, 4, 2, 0]).map(|(dot, shift)| dot << shift).sum()
}
