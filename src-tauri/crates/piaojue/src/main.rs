//! The command line: the same functions as the desktop's, for people who automate and for anyone who checks.

mod inspect;
mod outcome;
mod rehearse;
mod report;

use clap::{Parser, Subcommand};
use report::Report;
use std::{path::PathBuf, process::ExitCode};

/// 民生票决：人大代表票决民生实事项目 · A people's congress' vote on livelihood projects, offline.
///
/// 退出码 · Exit codes: 0 完成 done; 1 检查未通过 a file fails its checks; 2 输入有误，未写入任何内容 the input could not
/// be used, nothing was written.
#[derive(Parser)]
#[command(version, disable_help_subcommand = true)]
struct Arguments {
    /// 文字的语言 · Language of the words: zh-CN, en
    #[arg(long, global = true, default_value = "zh-CN", value_parser = report::language)]
    language: documents::Language,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// 按规则判定票数 · Apply rules to totals
    Outcome {
        /// CASE.json
        case: PathBuf,
        /// 输出一个 JSON 对象 · Print one JSON object
        #[arg(long)]
        json: bool,
    },
    /// 不开窗口演练整场票决 · Run a whole session without a window
    Rehearse(rehearse::Arguments),
    /// 说明文件是什么并核对其完整性，不作任何改动 · Say what a file is and check its integrity; change nothing
    Inspect {
        /// 文件 · The file
        file: PathBuf,
        /// 输出一个 JSON 对象 · Print one JSON object
        #[arg(long)]
        json: bool,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let language = arguments.language;
    match arguments.command {
        Command::Outcome { case, json } => Report::new(language, json).finish(outcome::run(&case, language)),
        Command::Rehearse(arguments) => {
            Report::new(language, arguments.json).finish(rehearse::run(&arguments, language))
        }
        Command::Inspect { file, json } => Report::new(language, json).finish(inspect::run(&file, language)),
    }
}
