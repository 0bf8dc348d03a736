//! Shared sentences in Chinese.

use super::{
    proportions::chinese_reaching,
    roles::Roles,
    sentences::{Limit, Majority},
};
use messages::Language;
use procedure::fraction::Proportion;

pub(crate) fn limit(limit: Limit) -> String {
    match limit {
        Limit::AtMost(limit) => format!("每张选票赞成的项目，不得超过{limit}个。"),
        Limit::Exactly(limit) => {
            format!("每张选票赞成的项目，应当恰好为{limit}个，不得多于或者少于此数。")
        }
        Limit::AtMostSeatsOfCategory => {
            "每张选票在每一类别中赞成的项目，不得超过该类别的应选项目数。".to_owned()
        }
        Limit::ExactlySeatsOfCategory => {
            "每张选票在每一类别中赞成的项目，应当恰好为该类别的应选项目数，不得多于或者少于此数。".to_owned()
        }
    }
}

pub(crate) fn majority(majority: Majority, names: &Roles) -> String {
    match majority {
        Majority::Plurality => {
            "候选项目的通过不设最低得票比例，以得赞成票多的通过；没有得到赞成票的，不得通过。".to_owned()
        }
        Majority::OfAll { share, least } => {
            format!("候选项目的赞成票{}，即{least}票以上的，方可通过。", chinese_reaching(share, names.all))
        }
        Majority::OfRound { share, base } => {
            let base = names.base(base, Language::Chinese);
            format!(
                "候选项目的赞成票{}的，方可通过。所称{base}，以该轮票决为准。",
                chinese_reaching(share, base)
            )
        }
    }
}

pub(crate) fn majority_demanded(share: Proportion, base: &str) -> String {
    format!("通过须赞成票{}", chinese_reaching(share, base))
}
