//! Printers of this computer, and printing a document.

use crate::machine::pictures::pages;
use office::papers::MadeDocument;
use printers::common::base::{job::PrinterJobOptions, printer::Printer as SystemPrinter};
#[cfg(unix)]
use std::{
    io::{self, Write},
    os::fd::AsRawFd,
    thread,
};
use wire::{DeskError, Printer, Problem};

/// The system's printers, the default first.
pub(crate) fn printers() -> Vec<Printer> {
    let mut printers: Vec<Printer> = printers::get_printers()
        .into_iter()
        .map(|printer| Printer { name: printer.system_name, default: printer.is_default })
        .collect();
    printers.sort_by(|a, b| b.default.cmp(&a.default).then_with(|| a.name.cmp(&b.name)));
    printers
}

/// What is printed of a document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Job<'a> {
    /// How many copies.
    pub copies: u32,
    /// Which pages, such as `1-2,5`; empty for all.
    pub pages: &'a str,
}

impl Job<'_> {
    /// Once, whole.
    pub(crate) const ONE: Self = Self { copies: 1, pages: "" };

    /// Whether a document of so many pages can be printed so.
    fn check(self, last: u32) -> Result<(), DeskError> {
        if !(1..=99).contains(&self.copies) {
            return Err(DeskError::Copies);
        }
        if self.pages.is_empty() {
            return Ok(());
        }
        let not_pages = || DeskError::PageRange { range: self.pages.to_owned() };
        for range in self.pages.split(',') {
            let (from, to) = range.split_once('-').unwrap_or((range, range));
            let (from, to) =
                page(from).zip(page(to)).filter(|(from, to)| from <= to).ok_or_else(not_pages)?;
            if to > last {
                return Err(DeskError::PageUnknown { page: from.max(last + 1) });
            }
        }
        Ok(())
    }
}

/// A page's number; none is 0.
fn page(text: &str) -> Option<u32> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|&page| digits && page > 0)
}

/// Prints a document. The bytes go to the printing system directly: no file of ours is left behind.
pub(crate) fn print(paper: &MadeDocument, printer: &str, job: Job<'_>) -> Result<(), Problem> {
    job.check(pages(&paper.bytes)?)?;
    let system = find(printer)?;
    let copies = job.copies.to_string();
    let mut properties = vec![("copies", copies.as_str()), ("media", "A4")];
    if !job.pages.is_empty() {
        properties.push(("page-ranges", job.pages));
    }
    let options = PrinterJobOptions {
        name: Some(&paper.name),
        raw_properties: &properties,
        ..PrinterJobOptions::none()
    };
    hand_over(&system, &paper.bytes, options)
        .map_err(|reason| DeskError::PrinterRefused { printer: printer.to_owned(), reason })?;
    Ok(())
}

/// Fails if this computer has no such printer.
pub(crate) fn refuse_unknown_printer(printer: &str) -> Result<(), Problem> {
    find(printer)?;
    Ok(())
}

fn find(printer: &str) -> Result<SystemPrinter, DeskError> {
    let unknown = || DeskError::PrinterUnknown { printer: printer.to_owned() };
    printers::get_printer_by_name(printer).ok_or_else(unknown)
}

/// Through a pipe: handed bytes, the library would write them into a file that everybody may read, and leave it there.
#[cfg(unix)]
fn hand_over(printer: &SystemPrinter, bytes: &[u8], options: PrinterJobOptions<'_>) -> Result<(), String> {
    let (reader, mut writer) = io::pipe().map_err(|error| error.to_string())?;
    thread::scope(|scope| {
        let writing = scope.spawn(move || writer.write_all(bytes));
        let sent = printer.print_file(&format!("/dev/fd/{}", reader.as_raw_fd()), options);
        // If nobody has read it, the writing ends here.
        drop(reader);
        let written = writing.join().map_err(|_| "the document was not handed over".to_owned())?;
        sent.map_err(|error| error.message)?;
        written.map_err(|error| error.to_string())
    })
}

#[cfg(not(unix))]
fn hand_over(printer: &SystemPrinter, bytes: &[u8], options: PrinterJobOptions<'_>) -> Result<(), String> {
    printer.print(bytes, options).map(|_| ()).map_err(|error| error.message)
}
