//! Notes in Chinese.

use super::{Adopted, Naming};
use crate::{Cut, CutBy, Note, Why};
use procedure::number::CandidateNumber;

pub(super) fn adopted(adopted: Adopted<'_>) -> String {
    match adopted {
        Adopted::Nothing => "没有项目通过。".to_owned(),
        Adopted::Candidates(numbers) => format!("{}通过。", projects(numbers, Naming::InReport)),
    }
}

fn projects(numbers: &[CandidateNumber], naming: Naming) -> String {
    let numbers = numbers.join("、");
    match naming {
        Naming::InReport => format!("编号{numbers}的项目"),
        Naming::ByChair => format!("{numbers}号项目"),
    }
}

/// A sentence on one category alone, which is empty where the list is decided as a whole.
fn of_category(category: &str, sentence: String) -> String {
    if category.is_empty() { sentence } else { format!("（{category}）{sentence}") }
}

pub(super) fn cut(cut: &Cut, naming: Naming) -> String {
    let seats = cut.seats;
    let projects = |numbers: &[CandidateNumber]| projects(numbers, naming);
    let sentence = match &cut.by {
        CutBy::Approvals => {
            format!("达到规定票数的项目多于应选项目数，按赞成票从多到少确定{seats}个。")
        }
        CutBy::AllTied { candidates, adopted } => format!(
            "{}末位票数相等，依照票决办法全部通过；应选项目{seats}个，共通过{adopted}个。",
            projects(candidates)
        ),
        CutBy::NoneTied { candidates } => {
            format!("{}末位票数相等，依照票决办法均不通过。", projects(candidates))
        }
    };
    of_category(&cut.category, sentence)
}

pub(super) fn note(note: &Note) -> String {
    let projects = |numbers: &[CandidateNumber]| projects(numbers, Naming::InReport);
    match note {
        Note::FurtherRound { reason: Why::Tie, candidates, seats } => {
            format!("{}末位票数相等，就余下的{seats}个名额再次票决。", projects(candidates))
        }
        Note::FurtherRound { reason: Why::TooFew, candidates, seats } => {
            format!("通过的项目不足应选项目数，对{}就余下的{seats}个名额再次票决。", projects(candidates))
        }
        Note::StillPending { reason: Why::Tie, candidates, seats } => format!(
            "前面的票决中，{}末位票数相等，就余下的{seats}个名额再次票决，尚待进行。",
            projects(candidates)
        ),
        Note::StillPending { reason: Why::TooFew, candidates, seats } => format!(
            "前面的票决中，通过的项目不足应选项目数，对{}就余下的{seats}个名额再次票决，尚待进行。",
            projects(candidates)
        ),
        Note::SeatsLeftEmpty { category, seats } => {
            of_category(category, format!("空缺{seats}个名额，不再票决。"))
        }
        Note::LotsDrawn { candidates, adopted } => {
            format!("{}末位票数相等，由监票人当众抽签，{}通过。", projects(candidates), projects(adopted))
        }
        Note::LotsOpen { candidates, seats } => {
            format!("{}末位票数相等，待监票人当众抽签，确定余下的{seats}个名额。", projects(candidates))
        }
        Note::Cut(cut) => self::cut(cut, Naming::InReport),
        Note::BoxRoot(text) | Note::StationKey(text) | Note::Remark(text) => text.clone(),
    }
}
