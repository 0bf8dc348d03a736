//! The part of styles.

use crate::{
    FileProblem,
    styles::Styles,
    xml::{Element, Step, Walk},
    zipped::Package,
};

/// The styles that cells refer to by number; none where the workbook has no such part.
pub(super) fn styles(package: &mut Package<'_>, part: Option<&str>) -> Result<Styles, FileProblem> {
    let mut styles = Styles::default();
    let Some(part) = part else { return Ok(styles) };
    let text = package.part(part)?;
    let mut walk = Walk::new(part, &text);
    // The part of the styles that elements belong to: differential formats have fonts too.
    let mut within = String::new();
    while let Some(step) = walk.next()? {
        match step {
            Step::Open(element) => {
                for list in ["fonts", "cellXfs", "dxfs", "cellStyleXfs"] {
                    if element.is(list) {
                        list.clone_into(&mut within);
                    }
                }
                take(&mut styles, &within, &element)?;
            }
            Step::Close(name) if name == within => within.clear(),
            Step::Close(_) | Step::Text(_) => {}
        }
        styles.check(part)?;
    }
    Ok(styles)
}

fn take(styles: &mut Styles, within: &str, element: &Element<'_>) -> Result<(), FileProblem> {
    match within {
        "fonts" if element.is("font") => styles.font(false),
        "fonts" if element.is("strike") => {
            styles.strike(element.attribute("val")?.is_none_or(|value| value == "1" || value == "true"));
        }
        "cellXfs" if element.is("xf") => {
            let font = usize::try_from(number(element, "fontId")?).unwrap_or(usize::MAX);
            styles.style(number(element, "numFmtId")?, font);
        }
        "dxfs" => {}
        _ if element.is("numFmt") => {
            let code = element.attribute("formatCode")?.unwrap_or_default();
            styles.format(number(element, "numFmtId")?, &code);
        }
        _ => {}
    }
    Ok(())
}

fn number(element: &Element<'_>, name: &str) -> Result<u32, FileProblem> {
    Ok(element.attribute(name)?.and_then(|id| id.parse().ok()).unwrap_or(0))
}
