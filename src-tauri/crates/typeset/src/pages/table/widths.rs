//! How wide a table's columns are.

use super::{SIDE, TableStyle, even::evened};
use crate::{
    TypesetError,
    blocks::{Column, Width},
    fonts::{Fonts, Voice},
    measure::count,
    text::style::Align,
};

/// The most a column that fits its text may take.
const WIDEST_FIT: f32 = 96.0;
/// The most a column of names may take.
const WIDEST_NAMES: f32 = 150.0;

/// What a column's texts need.
struct Needs {
    /// The widest text on one line.
    natural: f32,
    /// What it should have.
    least: f32,
    /// What it gives up only where the table is too wide, and what it gives up last.
    kept: f32,
    barest: f32,
}

impl TableStyle {
    /// Returns the widths of columns with these rows; each row has one text a column.
    pub fn widths(
        &self,
        fonts: &Fonts,
        columns: &[Column],
        rows: &[&[String]],
    ) -> Result<Vec<f32>, TypesetError> {
        // 1. What each column's texts need.
        let needs = columns.iter().enumerate().map(|(index, column)| self.needs(fonts, column, index, rows));
        let needs: Vec<Needs> = needs.collect::<Result<_, _>>()?;
        let list = |width: fn(&Needs) -> f32| -> Vec<f32> { needs.iter().map(width).collect() };
        let least = list(|needs| needs.least);
        // 2. The width is shared; columns that don't share take what they need.
        let shared = self.shared(columns, &list(|needs| needs.natural), &least);
        // 3. If that is too wide, columns give up what is beyond what they should keep, then what is beyond the barest. What
        // is still too wide or too narrow is scaled.
        let narrowed = self.narrowed(&shared, &list(|needs| needs.kept));
        let widths = self.fitted(&self.narrowed(&narrowed, &list(|needs| needs.barest)));
        // 4. Points are moved between the columns that share for as long as rows become lower.
        evened(self, fonts, columns, rows, widths, &least)
    }

    fn needs(
        &self,
        fonts: &Fonts,
        column: &Column,
        index: usize,
        rows: &[&[String]],
    ) -> Result<Needs, TypesetError> {
        let head = self.paragraph(Voice::Heading, Align::Centre, 0.0).extent(fonts, &column.head)?;
        let (mut whole, mut part, mut phrase) = (head.whole, 0.0_f32, 0.0_f32);
        for text in rows.iter().filter_map(|row| row.get(index)) {
            let cell = self.cell(column, 0.0).extent(fonts, text)?;
            (whole, part) = (whole.max(cell.whole), part.max(cell.part));
            phrase = phrase.max(cell.phrase);
        }
        // A few characters side by side at the least; a word that is wider than the widest column is broken.
        let few = head.part.max(2.0 * self.size);
        let (least, kept, barest) = match column.width {
            Width::Fit | Width::Names | Width::Days => (whole, whole, whole),
            Width::Share => {
                let kept = few.max(head.whole).max(phrase);
                (kept.max(part).max(3.0 * self.size), kept, few)
            }
            Width::ShareFrom(characters) => {
                let from = (count(characters) * self.size).min(whole);
                (part.max(from).max(head.whole), few.max(from), few)
            }
            Width::Even | Width::Parts(_) => (0.0, 0.0, 0.0),
        };
        let most = if column.width == Width::Names { WIDEST_NAMES } else { WIDEST_FIT };
        let padded = |width: f32| width.min(most) + 2.0 * SIDE;
        let natural = whole + 2.0 * SIDE;
        Ok(Needs { natural, least: padded(least), kept: padded(kept), barest: padded(barest) })
    }

    /// Shares the width by the root of the texts' length: that keeps rows low without starving short columns. A column
    /// whose share is below its least width, or beyond what its text can use, takes that instead, and the others share anew;
    /// what none can use goes to the longest texts.
    fn shared(&self, columns: &[Column], natural: &[f32], least: &[f32]) -> Vec<f32> {
        let mut settled: Vec<Option<f32>> = columns
            .iter()
            .zip(least)
            .map(|(column, least)| {
                matches!(column.width, Width::Fit | Width::Names | Width::Days).then_some(*least)
            })
            .collect();
        // Each turn settles one column at its least or its natural width; the others share what is left. It ends when all open
        // columns can live with their shares.
        loop {
            let left = self.width - settled.iter().flatten().sum::<f32>();
            let open: Vec<usize> = (0..columns.len()).filter(|index| settled[*index].is_none()).collect();
            let weight = |index: usize| columns[index].width.parts().unwrap_or_else(|| natural[index].sqrt());
            let weights: f32 = open.iter().map(|index| weight(*index)).sum();
            let share = |index: usize| left.max(0.0) * weight(index) / weights;
            let starved = open.iter().find(|index| share(**index) < least[**index]);
            let sated = open
                .iter()
                .filter(|index| columns[**index].width.parts().is_none() && share(**index) > natural[**index])
                .min_by(|a, b| natural[**a].total_cmp(&natural[**b]));
            match (starved, sated.filter(|_| open.len() > 1)) {
                (Some(index), _) => settled[*index] = Some(least[*index]),
                (None, Some(index)) => settled[*index] = Some(natural[*index]),
                (None, None) => {
                    return (0..columns.len())
                        .map(|index| settled[index].unwrap_or_else(|| share(index)))
                        .collect();
                }
            }
        }
    }

    /// The same widths in proportion, which together are the table's.
    fn fitted(&self, widths: &[f32]) -> Vec<f32> {
        let total: f32 = widths.iter().sum();
        widths.iter().map(|width| width * self.width / total).collect()
    }

    /// The widths without what is too much for the table, as far as they are above these floors, in proportion to it.
    fn narrowed(&self, widths: &[f32], floors: &[f32]) -> Vec<f32> {
        let spares: Vec<f32> =
            widths.iter().zip(floors).map(|(width, floor)| (width - floor).max(0.0)).collect();
        let spare: f32 = spares.iter().sum();
        let excess = (widths.iter().sum::<f32>() - self.width).clamp(0.0, spare);
        let part = if spare > 0.0 { excess / spare } else { 0.0 };
        widths.iter().zip(&spares).map(|(width, spare)| width - part * spare).collect()
    }
}
