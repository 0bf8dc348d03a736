//! `piaojue rehearse`: runs a whole session without a window, through the same functions as the desktop.

mod input;
mod output;
mod session_file;
mod show;
mod vote;

use crate::report::{Answer, Failure};
use messages::Language;
use output::Output;
use std::path::PathBuf;

/// What to rehearse, and where to.
#[derive(clap::Args)]
pub struct Arguments {
    /// 会议、规则、监票人、计票人、到会人数 · Congress, rules, scrutineers, tellers, who is present
    #[arg(long, value_name = "SESSION.toml")]
    pub session: PathBuf,
    /// 候选项目名单 · The list of candidates
    #[arg(long, value_name = "FILE")]
    pub candidates: PathBuf,
    /// 代表名单 · The list of delegates
    #[arg(long, value_name = "FILE")]
    pub delegates: PathBuf,
    /// 选票，省略则随机产生 · Ballots; without them they are drawn at random
    #[arg(long, value_name = "FILE.csv")]
    pub ballots: Option<PathBuf>,
    /// 对名单中询问的回答 · An answer to a question about the lists
    #[arg(long = "answer", value_name = "CODE[@ROW]=CHOICE", value_parser = crate::list::answer)]
    pub answers: Vec<sheets::reading::Answer>,
    /// 随机选票、投票次序和抽签的种子，默认 1 · Seed of random ballots, the order of casting and lots; 1 by default
    #[arg(long, value_name = "NUMBER", default_value_t = 1, hide_default_value = true)]
    pub seed: u64,
    /// 结果写入的文件夹，不得已有会议文件 · The folder to write to; it must not hold a session yet
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// 文件除 PDF 外另存 OFD · Write documents as OFD, too, beside their PDFs
    #[arg(long)]
    pub ofd: bool,
    /// 输出一个 JSON 对象 · Print one JSON object
    #[arg(long)]
    pub json: bool,
}

/// Rehearses. Nothing appears in the folder before everything is done.
pub fn run(arguments: &Arguments, language: Language) -> Result<Answer, Failure> {
    let input = input::read(arguments, language)?;
    let mut output =
        Output::begin(&arguments.out).map_err(|problem| Failure::unusable(language, &problem))?;
    let held = vote::hold(&input, arguments.seed, &mut output, language)
        .map_err(|problem| problem.into_failure(language))?;
    let written = output.finish().map_err(|problem| Failure::unusable(language, &problem))?;
    Ok(show::answer(&held, &written, &arguments.out, language))
}
