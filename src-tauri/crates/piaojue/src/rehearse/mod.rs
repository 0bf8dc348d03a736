//! `piaojue rehearse`: runs a whole session without a window, through the same functions as the desktop.

mod input;
mod output;
mod session_file;
mod show;
mod vote;

use crate::report::{Answer, Failure};
use documents::Language;
use output::Output;
use std::path::PathBuf;

/// What to rehearse, and where to.
#[derive(clap::Args)]
pub struct Arguments {
    /// SESSION.toml：大会、规则、监票人、计票人、到会人数 · congress, rules, scrutineers, tellers, who is present
    #[arg(long)]
    pub session: PathBuf,
    /// 候选项目 · Candidates (.xlsx, .csv)
    #[arg(long)]
    pub candidates: PathBuf,
    /// 代表 · Delegates (.xlsx, .csv)
    #[arg(long)]
    pub delegates: PathBuf,
    /// 选票，不给则随机产生 · Ballots (.csv, .xlsx); without them they are drawn at random
    #[arg(long)]
    pub ballots: Option<PathBuf>,
    /// 随机选票与投票次序的种子 · Seed of random ballots and of the order of casting
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// 结果写入的文件夹 · The folder to write to
    #[arg(long)]
    pub out: PathBuf,
    /// 输出一个 JSON 对象 · Print one JSON object
    #[arg(long)]
    pub json: bool,
}

/// Rehearses. Nothing appears in the folder before everything is done.
pub fn run(arguments: &Arguments, language: Language) -> Result<Answer, Failure> {
    let input = input::read(arguments, language)?;
    let mut output =
        Output::begin(&arguments.out).map_err(|problem| Failure::unusable(language, &problem))?;
    let rounds = vote::hold(&input, arguments.seed, &mut output, language)
        .map_err(|problem| problem.into_failure(language))?;
    let written = output.finish().map_err(|problem| Failure::unusable(language, &problem))?;
    Ok(show::answer(&rounds, &written, &arguments.out, language))
}
