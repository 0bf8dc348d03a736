//! The command line: the same functions as the desktop's, for people who automate and for anyone who checks.

mod challenge;
#[cfg(test)]
mod codes;
mod help;
mod inspect;
mod key_files;
mod kiosk_files;
mod list;
mod outcome;
mod rehearse;
mod report;
mod verify;
mod wordings;

use clap::{ArgAction, Parser, Subcommand};
use report::Report;
use std::{path::PathBuf, process::ExitCode};

/// 民生票决：人大代表票决民生实事项目 · A people's congress' vote on livelihood projects, offline.
#[derive(Parser)]
#[command(version, disable_help_subcommand = true, disable_help_flag = true, disable_version_flag = true)]
#[command(help_template = help::TEMPLATE, after_help = help::ALL)]
#[command(subcommand_help_heading = help::COMMANDS, next_help_heading = help::OPTIONS)]
struct Arguments {
    /// 提示文字的语言 · Language of the words: zh-CN, en
    #[arg(long, global = true, default_value = "zh-CN", hide_default_value = true, value_parser = report::language)]
    language: messages::Language,
    /// 显示帮助；--help 更详细 · Show help; --help shows more
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// 显示版本 · Show the version
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// 按规则由票数得出结果 · Apply rules to totals
    #[command(help_template = help::TEMPLATE, after_long_help = help::OUTCOME, next_help_heading = help::OPTIONS)]
    Outcome {
        /// 规则和票数，JSON 文件 · Rules and totals, a JSON file
        #[arg(value_name = "CASE.json", help_heading = help::ARGUMENTS)]
        case: PathBuf,
        /// 输出一个 JSON 对象 · Print one JSON object
        #[arg(long)]
        json: bool,
    },
    /// 不开窗口，完整演练一次票决 · Run a whole session without a window
    #[command(help_template = help::TEMPLATE, after_long_help = help::REHEARSE, next_help_heading = help::OPTIONS)]
    Rehearse(rehearse::Arguments),
    /// 按导入的方式读一份名单，不作任何改动 · Read a list as import does; change nothing
    #[command(help_template = help::TEMPLATE, after_long_help = help::LIST, next_help_heading = help::OPTIONS)]
    List(list::Arguments),
    /// 用档案本身核对一份票决档案 · Check a record, with nothing but the record
    #[command(help_template = help::TEMPLATE, after_long_help = help::VERIFY, next_help_heading = help::OPTIONS)]
    Verify {
        /// 票决档案，.pjrecord 文件 · The record, a .pjrecord file
        #[arg(value_name = "RECORD", help_heading = help::ARGUMENTS, required_unless_present = "challenge")]
        record: Option<PathBuf>,
        /// 查找这个查询码的选票 · Look for the ballot of this tracking code
        #[arg(long, value_name = "CODE", requires = "record")]
        ballot: Option<String>,
        /// 查找纸面上这个校验值的日志条目，并列出其后的操作 · Look for the log's entry of this hash, as on paper; list the acts after it
        #[arg(long, value_name = "HASH", requires = "record")]
        head: Option<String>,
        /// 与封箱时打印、签名的票签清单承诺值核对 · Compare with the commitment to the slips that was printed and signed at the sealing
        #[arg(long, value_name = "COMMITMENT", requires = "record")]
        sealed: Option<String>,
        /// 核对一张检验过的选票：.pjchallenge 文件，或者扫入二维码的文本文件（可以多个） · Check a challenged ballot: a .pjchallenge file, or files into which its QR codes were scanned
        #[arg(long, value_name = "FILE")]
        challenge: Vec<PathBuf>,
        /// 核对二维码时要用的本轮名单和公钥，.pjelection 文件 · The round's list and key that the QR codes are checked with, a .pjelection file
        #[arg(long, value_name = "FILE", requires = "challenge")]
        election: Option<PathBuf>,
        /// 输出一个 JSON 对象 · Print one JSON object
        #[arg(long)]
        json: bool,
    },
    /// 说明一个文件是什么并检查其完整性，不作任何改动 · Say what a file is and check its integrity; change nothing
    #[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
    Inspect {
        /// 会议文件 · The session's file
        #[arg(help_heading = help::ARGUMENTS)]
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
        Command::List(arguments) => {
            Report::new(language, arguments.json).finish_list(list::run(&arguments, language))
        }
        Command::Verify { record, ballot, head, sealed, challenge, election, json } => {
            let wanted = verify::Wanted {
                ballot: ballot.as_deref(),
                head: head.as_deref(),
                sealed: sealed.as_deref(),
            };
            let of_record = record.as_deref().map(|record| verify::run(record, &wanted, language));
            let answer = challenge::after(
                of_record,
                challenge::Given::of(&challenge, election.as_deref()),
                record.as_deref(),
                language,
            );
            Report::new(language, json).finish(answer)
        }
        Command::Inspect { file, json } => Report::new(language, json).finish(inspect::run(&file, language)),
    }
}
