//! The tools that look at a PDF from outside. A missing one fails the test and names its package.

use documents::{Announcement, Fonts, Format, fonts_dir};
use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::OnceLock,
};

/// The shipped fonts, loaded once.
pub fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| Fonts::load(&fonts_dir().unwrap()).unwrap())
}

/// An announcement as a Word file.
pub fn in_word(announcement: &Announcement) -> Vec<u8> {
    documents::announcement(documents::Output { fonts: fonts(), format: Format::Word }, announcement).unwrap()
}

/// Runs a tool and gives what it wrote.
fn run(tool: &str, package: &str, arguments: &[&str]) -> Output {
    Command::new(tool)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{tool} can't be run ({error}): install the package {package}"))
}

fn said(output: Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Has `LibreOffice` make PDFs of Word files, all in one start, and gives what each says. A file that it must mend fails.
pub fn converted(files: &[(String, Vec<u8>)]) -> Vec<Pdf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("word");
    std::fs::create_dir_all(&folder).unwrap();
    let path = |name: &str, ending: &str| folder.join(format!("{name}.{ending}"));
    for (name, bytes) in files {
        std::fs::write(path(name, "docx"), bytes).unwrap();
        drop(std::fs::remove_file(path(name, "pdf")));
    }
    // Its settings are in a folder of the test's own, so that no other one is in its way.
    let settings = tempfile::tempdir().unwrap();
    let own = format!("-env:UserInstallation=file://{}", settings.path().join("own").display());
    let folder = folder.to_str().unwrap().to_owned();
    let fixed = [&own, "--headless", "--convert-to", "pdf:writer_pdf_Export", "--outdir", &folder];
    let paths: Vec<String> = files.iter().map(|(name, _)| path(name, "docx").display().to_string()).collect();
    let arguments: Vec<&str> = fixed.into_iter().chain(paths.iter().map(String::as_str)).collect();
    // The shipped fonts stand in for those of offices, so that lines are as long as there.
    let fonts = settings.path().join("fonts.conf");
    std::fs::write(&fonts, stand_ins(settings.path())).unwrap();
    let converted = Command::new("soffice").args(&arguments).env("FONTCONFIG_FILE", fonts).output();
    let converted = converted.unwrap_or_else(|error| {
        panic!("soffice can't be run ({error}): install the package libreoffice-writer-nogui")
    });
    said(converted);
    files.iter().map(|(name, _)| Pdf(path(name, "pdf"))).collect()
}

/// Which shipped font stands in for which of those that Word files name.
fn stand_ins(cache: &Path) -> String {
    let pairs = [
        ("仿宋_GB2312", "FandolFang"),
        ("方正小标宋简体", "Noto Serif SC Black"),
        ("黑体", "Noto Sans SC Medium"),
        ("楷体_GB2312", "Noto Serif SC Light"),
        ("宋体", "Noto Serif SC Light"),
        ("Times New Roman", "Noto Serif SC"),
    ];
    let pair = |(name, stand_in): (&str, &str)| {
        format!(
            "<match target=\"pattern\"><test name=\"family\"><string>{name}</string></test>\
             <edit name=\"family\" mode=\"assign\" binding=\"strong\"><string>{stand_in}</string></edit></match>"
        )
    };
    let pairs = pairs.map(pair).concat();
    let (fonts, cache) = (fonts_dir().unwrap(), cache.display());
    format!(
        "<?xml version=\"1.0\"?><fontconfig><dir>{}</dir><dir>/usr/share/fonts</dir>\
         <cachedir>{cache}</cachedir>{pairs}</fontconfig>",
        fonts.display()
    )
}

/// A PDF in a file, kept after the test so that it can be looked at.
pub struct Pdf(PathBuf);

impl Pdf {
    pub fn new(name: &str, bytes: &[u8]) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
        std::fs::write(&path, bytes).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }

    pub fn bytes(&self) -> Vec<u8> {
        std::fs::read(&self.0).unwrap()
    }

    /// The text of all pages with their layout, a form feed after each.
    pub fn text(&self) -> String {
        said(run("pdftotext", "poppler-utils", &["-layout", self.path(), "-"]))
    }

    /// The text page by page.
    pub fn pages(&self) -> Vec<String> {
        let text = self.text();
        text.strip_suffix('\u{C}').unwrap().split('\u{C}').map(String::from).collect()
    }

    /// The text without any spaces or line ends.
    pub fn dense_text(&self) -> String {
        dense(&self.text())
    }

    /// Words with their boxes in points from the upper left corner, page by page.
    pub fn boxes(&self) -> Vec<Vec<WordBox>> {
        let html = said(run("pdftotext", "poppler-utils", &["-bbox", self.path(), "-"]));
        html.split("<page ").skip(1).map(|page| page.lines().filter_map(WordBox::parse).collect()).collect()
    }

    pub fn properties(&self) -> String {
        said(run("pdfinfo", "poppler-utils", &[self.path()]))
    }

    /// One line a font, as pdffonts shows it.
    pub fn font_lines(&self) -> Vec<String> {
        said(run("pdffonts", "poppler-utils", &[self.path()])).lines().skip(2).map(String::from).collect()
    }

    /// Fails where qpdf finds fault.
    pub fn check_form(&self) {
        let text = said(run("qpdf", "qpdf", &["--check", self.path()]));
        assert!(text.contains("No syntax or stream encoding errors"), "{text}");
    }

    /// What the QR codes of a page hold.
    pub fn codes(&self, page: u32) -> Vec<String> {
        let root = self.0.with_extension("");
        let (page, root) = (page.to_string(), root.to_str().unwrap().to_owned());
        let arguments = ["-png", "-r", "150", "-f", &page, "-l", &page, "-singlefile", self.path(), &root];
        said(run("pdftoppm", "poppler-utils", &arguments));
        let found = said(run("zbarimg", "zbar-tools", &["--quiet", "--raw", &format!("{root}.png")]));
        found.lines().map(String::from).collect()
    }

    /// A page line by line, 150 pixels an inch, true where it is dark.
    pub fn pixels(&self, page: u32) -> Vec<Vec<bool>> {
        let root = self.0.with_extension("");
        let (page, root) = (page.to_string(), root.to_str().unwrap().to_owned());
        let arguments = ["-mono", "-r", "150", "-f", &page, "-l", &page, "-singlefile", self.path(), &root];
        said(run("pdftoppm", "poppler-utils", &arguments));
        bitmap(&std::fs::read(format!("{root}.pbm")).unwrap())
    }
}

/// The lines of a picture in the binary form of black and white ("P4").
fn bitmap(bytes: &[u8]) -> Vec<Vec<bool>> {
    let header: Vec<&[u8]> = bytes.splitn(4, u8::is_ascii_whitespace).collect();
    let number = |field: &[u8]| std::str::from_utf8(field).unwrap().parse::<usize>().unwrap();
    let (width, data) = (number(header[1]), header[3]);
    let bit = |line: &[u8], x: usize| line[x / 8] >> (7 - x % 8) & 1 == 1;
    data.chunks(width.div_ceil(8)).map(|line| (0..width).map(|x| bit(line, x)).collect()).collect()
}

/// A text without spaces and line ends.
pub fn dense(text: &str) -> String {
    text.chars().filter(|char| !char.is_whitespace()).collect()
}

/// A word where it stands on its page.
#[derive(Debug)]
pub struct WordBox {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    pub text: String,
}

impl WordBox {
    /// Where its ink begins: the first half of an opening sign's cell is blank.
    pub fn ink_left(&self) -> f64 {
        let opens = self.text.starts_with(['（', '《', '“', '‘', '「', '『', '〔', '【']);
        self.left + if opens { self.half_a_cell() } else { 0.0 }
    }

    /// Where its ink ends: a closing sign that was squeezed still counts as wide as the font has it, and half of it is blank.
    pub fn ink_right(&self) -> f64 {
        let closes = self.text.ends_with(['，', '、', '。', '：', '；', '）', '》', '”']);
        self.right - if closes { self.half_a_cell() } else { 0.0 }
    }

    fn half_a_cell(&self) -> f64 {
        (self.bottom - self.top) / 2.0
    }

    fn parse(line: &str) -> Option<Self> {
        let line = line.trim().strip_prefix("<word ")?;
        let field = |name: &str| line.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.parse().ok();
        let text = line.split('>').nth(1)?.strip_suffix("</word")?.to_owned();
        Some(Self {
            left: field("xMin")?,
            top: field("yMin")?,
            right: field("xMax")?,
            bottom: field("yMax")?,
            text,
        })
    }
}
