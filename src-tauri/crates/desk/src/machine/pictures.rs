//! Pages of a document as pictures, for the eye.

use base64ct::{Base64, Encoding};
use hayro::{
    PixmapSettings, RenderCache, RenderSettings, hayro_interpret::InterpreterSettings, hayro_syntax::Pdf,
    render, vello_cpu::color::palette::css::WHITE,
};
use procedure::count::counted;
use wire::{DeskError, PagePicture, Problem};

/// Returns how many pages a document has.
pub(crate) fn pages(bytes: &[u8]) -> Result<u32, Problem> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|_| DeskError::PictureFailed)?;
    Ok(counted(pdf.pages().len()))
}

/// A page, from 1, as a picture of this width.
#[expect(clippy::float_arithmetic, reason = "a scale for the eye")]
pub(crate) fn picture(bytes: &[u8], page: u32, width: u32) -> Result<PagePicture, Problem> {
    const WIDEST: u32 = 4000;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|_| DeskError::PictureFailed)?;
    let place = (page as usize).checked_sub(1).ok_or(DeskError::PageUnknown { page })?;
    let page = pdf.pages().get(place).ok_or(DeskError::PageUnknown { page })?;
    let (page_width, _) = page.render_dimensions();
    #[expect(clippy::cast_precision_loss, reason = "a few thousand pixels")]
    let scale = width.clamp(1, WIDEST) as f32 / page_width;
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let drawn = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &settings,
    );
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    let png = drawn.into_png().map_err(|_| DeskError::PictureFailed)?;
    Ok(PagePicture {
        picture: format!("data:image/png;base64,{}", Base64::encode_string(&png)),
        width,
        height,
    })
}
