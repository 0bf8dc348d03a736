//! The announcement in Chinese.

use super::say::Sentence;
use crate::Body;

pub(super) const TITLE: &str = "公告";

pub(super) fn sentence(sentence: &Sentence<'_>) -> String {
    match sentence {
        Sentence::Opening { session, voters, rounds, year, adopted } => {
            let voters = match voters {
                Body::Congress | Body::StreetAssembly => "全体代表",
                Body::StandingCommittee => "全体组成人员",
            };
            let rounds = match rounds {
                0 | 1 => String::new(),
                rounds => format!("{rounds}轮"),
            };
            format!(
                "{session}经{voters}{rounds}无记名投票表决，确定下列{adopted}个项目为{year}年民生实事项目："
            )
        }
        Sentence::Category { name, adopted } => format!("{name}（{adopted}个）"),
        Sentence::Project { number, name } => format!("{number}. {name}"),
        Sentence::SeatsLeftEmpty { seats, adopted, empty } => {
            format!("应选项目{seats}个，实际选定{adopted}个，空缺{empty}个。")
        }
        Sentence::MoreThanSeats { seats, adopted } => {
            format!("应选项目{seats}个，末位票数相等的项目依照票决办法一并通过，实际选定{adopted}个。")
        }
        Sentence::Closing => "现予公告。".to_owned(),
    }
}
