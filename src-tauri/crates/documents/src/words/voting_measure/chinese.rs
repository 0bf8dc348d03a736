//! The voting measure in Chinese.

mod deciding;
mod voting;

use super::{Articles, MeasureWords};
use crate::{
    VotingMeasure,
    words::{
        numerals::chinese,
        proportions::{chinese_part, chinese_share},
        roles::{Roles, roles},
        ruled::{BLANK, is_plurality},
        words,
    },
};
use messages::Language;
use procedure::{
    date,
    rules::{Base, Rules, Warning},
};

pub(super) const WORDS: MeasureWords = MeasureWords {
    title: |year| format!("{year}年民生实事项目票决办法"),
    passed,
    number: |number| format!("第{}条　", chinese(u32::try_from(number).unwrap_or(u32::MAX))),
    articles: Articles {
        purpose: voting::purpose,
        voters: voting::voters,
        seats: voting::seats,
        quorum: voting::quorum,
        scrutineers: voting::scrutineers,
        secret_ballot: voting::secret_ballot,
        one_ballot: voting::one_ballot,
        marking: voting::marking,
        paper: voting::paper,
        validity: voting::validity,
        poll: voting::poll,
        account: deciding::account,
        majority: deciding::majority,
        cut: deciding::cut,
        tie: deciding::tie,
        too_few: deciding::too_few,
        further_rounds: deciding::further_rounds,
        result: deciding::result,
        order: deciding::order,
        definitions: |_| {
            vec![
                "本办法所称“以上”包括本数，“超过”“过半数”不包括本数；按比例计算得出的人数、票数不是整数的，取满足该比例的最小整数。"
                    .into(),
            ]
        },
        force: |_| vec!["本办法自通过之日起施行。".into()],
    },
    notes: "附注",
    note,
};

fn names(measure: &VotingMeasure<'_>) -> Roles {
    roles(Language::Chinese, measure.heading.body)
}

/// The session with its congress.
fn session(measure: &VotingMeasure<'_>) -> String {
    words(Language::Chinese).session_name(&measure.heading.congress, &measure.heading.session)
}

fn passed(measure: &VotingMeasure<'_>) -> [String; 2] {
    let day = measure.passed_on.map_or_else(|| format!("{BLANK}年{BLANK}月{BLANK}日"), date::official);
    [format!("（{day}"), format!("{}通过）", session(measure))]
}

fn note(warning: &Warning, rules: &Rules) -> String {
    const LAW: &str = "《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》";
    let names = roles(Language::Chinese, rules.body);
    let all = names.all;
    let article = |article: &u32| format!("{LAW}第{}条", chinese(*article));
    match warning {
        Warning::QuorumBelowLaw { article: number, quorum, floor } => format!(
            "本办法规定的到会人数为{}，低于{}规定的{}。",
            chinese_part(*quorum, all),
            article(number),
            chinese_part(*floor, all)
        ),
        // Where no share is asked, it isn't counted of anything.
        Warning::MajorityBaseBelowLaw { article: number, .. } if is_plurality(rules.majority) => {
            format!("本办法不以{all}计算通过所需的赞成票，{}以{all}计算。", article(number))
        }
        Warning::MajorityBaseBelowLaw { article: number, base } => format!(
            "本办法以{}计算通过所需的赞成票，{}以{all}计算。",
            base_name(&names, *base),
            article(number)
        ),
        Warning::MajorityBelowLaw { article: number, floor, .. } if is_plurality(rules.majority) => {
            format!("本办法不设最低得票比例，低于{}规定的{}。", article(number), chinese_share(*floor))
        }
        Warning::MajorityBelowLaw { article: number, majority, floor } => format!(
            "本办法规定的通过比例为{}，低于{}规定的{}。",
            chinese_share(*majority),
            article(number),
            chinese_share(*floor)
        ),
        Warning::TooFewPluralityBelowLaw { article: number } => format!(
            "因不足应选项目数再次票决时，以得赞成票多的通过，通过的项目所得赞成票可能不足{}规定的{all}的过半数。",
            article(number)
        ),
        Warning::EqualNumbers { category, seats } if category.is_empty() => {
            format!("候选项目数与应选项目数相等，均为{seats}个，属于等额票决。")
        }
        Warning::EqualNumbers { category, seats } => {
            format!("“{category}”类别的候选项目数与应选项目数相等，均为{seats}个，属于等额票决。")
        }
    }
}

const fn base_name(names: &Roles, base: Base) -> &'static str {
    names.base(base, Language::Chinese)
}
