//! A document as bytes: drawn for the eye, printed, saved.

use crate::{
    DeskError, shelf,
    types::{PagePicture, Printer, Problem},
};
use base64ct::{Base64, Encoding};
use hayro::{
    PixmapSettings, RenderCache, RenderSettings, hayro_interpret::InterpreterSettings, hayro_syntax::Pdf,
    render, vello_cpu::color::palette::css::WHITE,
};
use office::{acts::Paper, store::private_file};
use printers::common::base::job::PrinterJobOptions;
use std::{io::Write, path::Path};

/// Pages of a document.
pub(crate) fn pages(bytes: &[u8]) -> Result<u32, Problem> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|_| DeskError::PictureFailed)?;
    Ok(u32::try_from(pdf.pages().len()).unwrap_or(u32::MAX))
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

/// The system's printers, the default first.
pub(crate) fn printers() -> Vec<Printer> {
    let mut printers: Vec<Printer> = printers::get_printers()
        .into_iter()
        .map(|printer| Printer { name: printer.system_name, default: printer.is_default })
        .collect();
    printers.sort_by(|a, b| b.default.cmp(&a.default).then_with(|| a.name.cmp(&b.name)));
    printers
}

/// Prints a document. The bytes go to the printing system directly: no file of ours is left behind.
pub(crate) fn print(paper: &Paper, printer: &str, copies: u32) -> Result<(), Problem> {
    if !(1..=99).contains(&copies) {
        return Err(DeskError::Copies.into());
    }
    let unknown = || DeskError::PrinterUnknown { printer: printer.to_owned() };
    let system = printers::get_printer_by_name(printer).ok_or_else(unknown)?;
    let copies = copies.to_string();
    let properties = [("copies", copies.as_str()), ("media", "A4")];
    let options = PrinterJobOptions {
        name: Some(&paper.name),
        raw_properties: &properties,
        ..PrinterJobOptions::none()
    };
    system.print(&paper.bytes, options).map_err(|error| DeskError::PrinterRefused {
        printer: printer.to_owned(),
        reason: error.message.clone(),
    })?;
    Ok(())
}

/// Saves a document under its name, for its owner's eyes only; a file of that name is kept, and the new one numbered.
pub(crate) fn save(paper: &Paper, folder: &Path) -> Result<String, Problem> {
    let (stem, ending) = paper.name.rsplit_once('.').unwrap_or((&paper.name, "pdf"));
    let numbered = |number: u32| match number {
        1 => folder.join(&paper.name),
        _ => folder.join(format!("{stem}-{number}.{ending}")),
    };
    let path = shelf::free(numbered);
    private_file()
        .open(&path)
        .and_then(|mut file| file.write_all(&paper.bytes).and_then(|()| file.sync_all()))
        .map_err(|error| DeskError::path(&path, &error))?;
    Ok(path.display().to_string())
}
