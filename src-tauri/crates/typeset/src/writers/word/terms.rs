//! Names that several parts of the file use: name spaces, fonts, languages.

use messages::Language;

pub const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
pub const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
pub const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// 小标宋: titles.
pub const XIAO_BIAO_SONG: &str = "方正小标宋简体";
/// 仿宋: running text.
pub const FANG_SONG: &str = "仿宋_GB2312";
/// 黑体: headings.
pub const HEI: &str = "黑体";
/// 楷体: notes below titles, and what is done while something is read out.
pub const KAI: &str = "楷体_GB2312";
/// 宋体: page numbers.
pub const SONG: &str = "宋体";
pub const LATIN: &str = "Times New Roman";
pub const LATIN_HEADING: &str = "Arial";

/// The document's language as Word tags it.
pub const fn language(language: Language) -> &'static str {
    match language {
        Language::Chinese => "zh-CN",
        Language::English => "en-GB",
    }
}
