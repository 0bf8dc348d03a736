//! The table of figures.

use crate::measure::Timing;
use std::fmt;

/// A number with its unit.
#[derive(Debug, Clone, Copy)]
pub enum Quantity {
    /// A time.
    Seconds(f64),
    /// An amount of memory.
    Kib(f64),
    /// How many cores were at work.
    Cores(f64),
}

/// What a figure is held to.
#[derive(Debug, Clone, Copy)]
pub enum Bound {
    /// It is only shown.
    None,
    /// At most this much.
    AtMost(Quantity),
    /// At most this many times its baseline.
    AtMostTimes(f64),
    /// At least this many times its baseline.
    AtLeastTimes(f64),
    /// At most this many times its baseline is aimed at, and said where it isn't reached.
    Aim(f64),
}

/// One figure.
pub struct Line {
    name: String,
    figure: Option<Quantity>,
    cpu: Option<Quantity>,
    baseline: Option<(String, Quantity)>,
    bound: Bound,
}

impl Line {
    /// A time.
    pub fn time(name: impl Into<String>, timing: Timing) -> Self {
        let cpu = timing.cpu.map(|cpu| Quantity::Seconds(cpu.as_secs_f64()));
        Self { cpu, ..Self::of(name, Some(Quantity::Seconds(timing.wall.as_secs_f64()))) }
    }

    /// Another figure; none where this system doesn't tell.
    pub fn of(name: impl Into<String>, figure: Option<Quantity>) -> Self {
        Self { name: name.into(), figure, cpu: None, baseline: None, bound: Bound::None }
    }

    /// Beside a baseline, in the figure's unit.
    #[must_use]
    pub fn beside(mut self, baseline: impl Into<String>, figure: Quantity) -> Self {
        self.baseline = Some((baseline.into(), figure));
        self
    }

    /// Held to a bound.
    #[must_use]
    pub const fn held_to(mut self, bound: Bound) -> Self {
        self.bound = bound;
        self
    }

    /// Whether the figure keeps its bound. One that can't be taken on this system does.
    pub fn is_within_bound(&self) -> bool {
        let Some(figure) = self.figure else { return true };
        match self.bound {
            Bound::None | Bound::Aim(_) => true,
            Bound::AtMost(most) => figure.number() <= most.number(),
            Bound::AtMostTimes(most) => self.ratio().is_some_and(|ratio| ratio <= most),
            Bound::AtLeastTimes(least) => self.ratio().is_some_and(|ratio| ratio >= least),
        }
    }

    fn ratio(&self) -> Option<f64> {
        let (_, baseline) = self.baseline.as_ref()?;
        Some(self.figure?.number() / baseline.number())
    }

    fn cells(&self) -> [String; 7] {
        let shown = |quantity: Option<Quantity>| quantity.map_or_else(|| "-".to_owned(), |it| it.to_string());
        let verdict = match (self.bound, self.figure) {
            (Bound::None, _) => "",
            (_, None) => "not measured",
            (Bound::Aim(most), _) if self.ratio().is_none_or(|ratio| ratio > most) => "not reached",
            _ if self.is_within_bound() => "ok",
            _ => "OVER",
        };
        [
            self.name.clone(),
            shown(self.figure),
            shown(self.cpu),
            self.baseline
                .as_ref()
                .map_or_else(|| "-".to_owned(), |(name, figure)| format!("{name}: {figure}")),
            self.ratio().map_or_else(|| "-".to_owned(), |ratio| format!("{ratio:.2}")),
            self.bound.to_string(),
            verdict.to_owned(),
        ]
    }
}

impl Quantity {
    /// A time.
    pub const fn seconds(timing: Timing) -> Self {
        Self::Seconds(timing.wall.as_secs_f64())
    }

    /// In the unit that it counts in.
    pub const fn number(self) -> f64 {
        match self {
            Self::Seconds(number) | Self::Kib(number) | Self::Cores(number) => number,
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Seconds(seconds) if seconds < 0.001 => write!(f, "{:.0} µs", seconds * 1e6),
            Self::Seconds(seconds) if seconds < 1.0 => write!(f, "{:.1} ms", seconds * 1e3),
            Self::Seconds(seconds) => write!(f, "{seconds:.2} s"),
            Self::Kib(kib) if kib < 1024.0 => write!(f, "{kib:.0} KiB"),
            Self::Kib(kib) => write!(f, "{:.0} MiB", kib / 1024.0),
            Self::Cores(cores) => write!(f, "{cores:.2} cores"),
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("-"),
            Self::AtMost(most) => write!(f, "≤ {most}"),
            Self::AtMostTimes(most) => write!(f, "≤ {most} ×"),
            Self::AtLeastTimes(least) => write!(f, "≥ {least} ×"),
            Self::Aim(most) => write!(f, "aim: ≤ {most} ×"),
        }
    }
}

/// Prints the figures as a table.
pub fn show(lines: &[Line]) {
    let titles = ["figure", "median", "cpu, mean", "baseline", "ratio", "bound", ""].map(str::to_owned);
    let rows: Vec<[String; 7]> = std::iter::once(titles).chain(lines.iter().map(Line::cells)).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; 7] = std::array::from_fn(width);
    for row in &rows {
        let cells: Vec<String> =
            row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        println!("{}", cells.join("  ").trim_end());
    }
}
