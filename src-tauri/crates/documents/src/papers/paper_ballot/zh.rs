//! The paper ballot in Chinese.

use super::{Labels, say::Text};
use procedure::ballot::Mark;

pub(super) const LABELS: Labels = Labels {
    title: "选　票",
    seal: "（盖章处）",
    notes: "说　明",
    number: "编号",
    name: "候选项目名称",
    mark_head: "表决意见",
    continued: "（背面还有候选项目）",
    back: "背面",
    continued_group: |head| format!("{head}（续）"),
};

pub(super) fn text(text: &Text<'_>) -> String {
    match text {
        Text::Subject { year } => format!("{year}年民生实事项目票决"),
        Text::Contest { candidates, seats } => {
            format!("候选项目{candidates}个，应选项目{seats}个。")
        }
        Text::Signs { signs, unmarked_abstains } => {
            let mut signs: Vec<String> = signs.iter().map(sign).collect();
            signs.extend(unmarked_abstains.then(|| "没有标记的，按弃权计".to_owned()));
            format!("在“表决意见”栏内填写：{}。", signs.join("；"))
        }
        Text::ApprovalSign(sign) => {
            format!("在“表决意见”栏内填写：赞成的，画“{sign}”；没有标记的，按弃权计。")
        }
        Text::NoApprovalSign(sign) => {
            format!("在“表决意见”栏内填写：赞成的，不作任何标记；不赞成的，画“{sign}”，按弃权计。")
        }
        Text::AtMost(limit) => format!(
            "每张选票赞成的项目不得超过{limit}个。等于或者少于{limit}个的，选票有效；超过{limit}个的，选票无效。"
        ),
        Text::Exactly(limit) => {
            format!("每张选票赞成的项目必须是{limit}个。多于或者少于{limit}个的，选票无效。")
        }
        Text::AtMostInEachOrBallotVoid => "分类票决，赞成的项目在每一类中都不得超过该类应选项目数。任何一类超过的，整张选票无效。".to_owned(),
        Text::AtMostInEachOrCategoryAbstains => "分类票决，赞成的项目在每一类中都不得超过该类应选项目数。某一类超过的，该类各项目按弃权计，其他类有效。".to_owned(),
        Text::ExactlyInEach => "分类票决，赞成的项目在每一类中都必须等于该类应选项目数。任何一类多于或者少于的，整张选票无效。".to_owned(),
        Text::Unclear => "标记能够辨认的，有效；个别项目的标记无法辨认的，该项目按弃权计；整张选票无法辨认的，选票无效。".to_owned(),
        Text::BlankAbstains => {
            "整张选票没有作任何标记的，选票有效，视为对全部候选项目弃权。".to_owned()
        }
        Text::BlankOpposes => "整张选票没有作任何标记的，选票有效，视为反对全部候选项目。".to_owned(),
        Text::BlankIsVoid => "整张选票没有作任何标记的，选票无效。".to_owned(),
        Text::CategoryAtMost { name, seats } => {
            format!("{name}（应选项目{seats}个，赞成不得超过{seats}个）")
        }
        Text::CategoryExactly { name, seats } => {
            format!("{name}（应选项目{seats}个，赞成必须是{seats}个）")
        }
    }
}

fn sign((mark, sign): &(Mark, &str)) -> String {
    let meaning = match mark {
        Mark::Approve => "赞成",
        Mark::Oppose => "反对",
        Mark::Abstain => "弃权",
    };
    if sign.is_empty() {
        format!("{meaning}的，不作任何标记")
    } else {
        format!("{meaning}的，画“{sign}”")
    }
}
