//! The notice in Chinese.

use super::{Labels, say::Sentence};
use crate::common::roles::Roles;
use procedure::{ballot::Selection, rules::Category};

pub(super) const LABELS: Labels = Labels {
    title: |year| format!("{year}年民生实事项目票决投票须知"),
    kiosk: "在票决机上投票",
    paper: "用纸质选票投票",
    paper_opening: "签到时领取纸质选票，不领票签。在每个项目的空格内，用笔按下列符号标记：",
    approve: "赞成",
    oppose: "反对",
    abstain: "弃权",
    no_mark: "不作标记",
    care: "请您注意",
};

pub(super) fn sentence(sentence: &Sentence<'_>, names: &Roles) -> String {
    let Roles { voter, .. } = names;
    match sentence {
        Sentence::Contest { candidates, seats } => {
            format!("候选项目{candidates}个，应选项目{seats}个。")
        }
        Sentence::ContestInCategory { candidates, category, seats } => {
            format!("候选项目{candidates}个，属于“{category}”类别，应选项目{seats}个。")
        }
        Sentence::ContestInCategories { candidates, categories, seats } => {
            format!("候选项目{candidates}个，分{categories}个类别票决，应选项目共{seats}个。")
        }
        Sentence::Place(place) => format!("投票地点：{place}。"),
        Sentence::DrawSlip => "签到后，从混放的票签中亲手抽取一张，不要给别人看。".to_owned(),
        Sentence::ScanSlip => {
            "到票决机前，把票签上的码对准扫描口；扫不上的，按屏幕上的键输入票签号码。".to_owned()
        }
        Sentence::PressForEach => "对每个项目，按“赞成”“反对”或者“弃权”。".to_owned(),
        Sentence::PressForApproved => "对您赞成的项目，按“赞成”。".to_owned(),
        Sentence::AtMost(limit) => format!("最多赞成{limit}项。"),
        Sentence::Exactly(limit) => format!("必须赞成{limit}项，不能多，也不能少。"),
        Sentence::AtMostInEach(categories) => format!("各类别最多赞成：{}。", each(categories)),
        Sentence::ExactlyInEach(categories) => {
            format!("各类别必须赞成：{}，不能多，也不能少。", each(categories))
        }
        Sentence::PressAgain => "选错了，再按一次就取消。".to_owned(),
        Sentence::NotChosenAbstains => "没有选择的项目，按弃权计。".to_owned(),
        Sentence::BlankMayBeCast => {
            "一项都没有选择的，经您确认，可以投空白票，空白票有效。".to_owned()
        }
        Sentence::NoBlankBallot => "不能投空白票。".to_owned(),
        Sentence::CheckAndCast => "按“核对选票”，逐项看清楚。要改的，按“返回修改”；不改的，按“投票”。投出以后不能再改。".to_owned(),
        Sentence::TrackingCode => "屏幕显示“投票成功”和查询码。您可以抄下查询码，以后用来查验您的选票在票箱中；它不显示您选了什么。".to_owned(),
        Sentence::PutSlipAway => "把用过的票签放入票签回收盒。".to_owned(),
        Sentence::UnmarkedAbstains => "没有标记的项目，按弃权计。".to_owned(),
        Sentence::UnclearMarkAbstains => "某一项看不清意思的，该项按弃权计。".to_owned(),
        Sentence::BreachAbstainsInCategory(selection) => {
            format!("某一类别{}的，该类别的项目全部按弃权计。", breach(*selection))
        }
        Sentence::UnclearBallotIsVoid => "整张选票看不清意思的，为废票。".to_owned(),
        Sentence::BreachInAnyCategoryIsVoid(selection) => format!(
            "任何一个类别{}的，或者整张选票看不清意思的，整张为废票。",
            breach(*selection)
        ),
        Sentence::BreachIsVoid(selection) => {
            format!("{}的，或者整张选票看不清意思的，为废票。", breach(*selection))
        }
        Sentence::BlankBallotAbstains => "空白票有效，每一项都按弃权计。".to_owned(),
        Sentence::OneBallot => format!("每名{voter}只投一张票，不能请人代投，也不能替人投票。"),
        Sentence::NoSlipAfterClose => "投票结束以后，票签不能再用。".to_owned(),
        Sentence::NoCheckInOncePollIsOpen => {
            "投票开始以后，不再签到、发票；投票结束以后，票签不能再用。".to_owned()
        }
        Sentence::DamagedSlip => {
            "票签损坏但号码还看得清的，交工作人员换一张；票签遗失的，不补发。".to_owned()
        }
        Sentence::MayCancel => "投票中途可以按“取消，稍后再投”，票签仍然有效。".to_owned(),
        Sentence::Secret => "投票是秘密的，谁也不知道您选了什么，工作人员和监票人也不知道。请不要拍摄票签、屏幕和选票，不要看别人投票。".to_owned(),
        Sentence::AskStaff => {
            "有疑问的，请找会场的工作人员或者监票人，不要说出您的选择。".to_owned()
        }
    }
}

fn each(categories: &[Category]) -> String {
    let item = |Category { name, seats }: &Category| format!("{name}{seats}项");
    categories.iter().map(item).collect::<Vec<_>>().join("，")
}

const fn breach(selection: Selection) -> &'static str {
    match selection {
        Selection::AtMost => "赞成的项目多于上面规定的项数",
        Selection::Exactly => "赞成的项目多于或者少于上面规定的项数",
    }
}
