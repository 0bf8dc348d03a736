//! The reports on the poll in Chinese.

use super::{
    CeremonyWhat, Labels, OutputWay,
    say::{Kinds, OfHolders, Sentence, Title},
};
use crate::common::roles::Roles;

pub(super) const LABELS: Labels = Labels {
    quorum: "法定人数",
    kind: "种类",
    slips: "票签",
    paper: "纸质选票",
    sum: "合计",
    made: "制作数",
    made_slips: "制作票签",
    made_paper: "制作纸质选票",
    made_in_all: "制作合计",
    in_box: "票箱内票数",
    hash_name: "项目",
    hash: "校验值",
    key: "票箱公钥",
    list_and_rules: "候选项目名单\n和票决规则",
    spoken: "持钥人名册\n核对数字",
    spoken_root: "票箱校验值\n朗读数字",
    slip_list: "票签清单",
    root: "票箱校验值",
    station_key: "工作站公钥",
    issued: "发出数",
    left_over: "剩余数",
    cancelled: "作废数",
    not_returned: "未收回数",
    too_many: "多出数",
    counted_slips: "清点票签",
    counted_paper: "清点纸质选票",
    counted_in_all: "清点合计",
    difference: "相差",
    time: "时间",
    what: "事项",
    person: "本人",
    by: "办理人",
    reason: "再次输出的原因",
    done,
};

fn done(what: CeremonyWhat) -> String {
    match what {
        CeremonyWhat::PinSet => "设定PIN".to_owned(),
        CeremonyWhat::PinReplaced => "修改PIN".to_owned(),
        CeremonyWhat::Card { card, way, is_given_up } => {
            format!("{}第{card}张钥匙卡{}", output(way), given_up(is_given_up))
        }
        CeremonyWhat::Slips { slips, way, is_given_up } => {
            format!("{}票签{slips}张{}", output(way), given_up(is_given_up))
        }
    }
}

const fn output(way: OutputWay) -> &'static str {
    match way {
        OutputWay::Shown => "显示",
        OutputWay::Printed => "打印",
        OutputWay::Saved => "保存",
    }
}

const fn given_up(is_given_up: bool) -> &'static str {
    if is_given_up { "（作废）" } else { "" }
}

pub(super) const fn title(title: Title) -> &'static str {
    match title {
        Title::Ceremony => "钥匙仪式报告单",
        Title::Opening => "票箱启用检查单（零票报告）",
        Title::Distribution => "选票分发情况报告单",
        Title::Return => "选票收回情况报告单",
        Title::Closing => "投票结束报告单",
    }
}

#[expect(clippy::too_many_lines, reason = "a table with a line for each sentence")]
pub(super) fn sentence(sentence: &Sentence<'_>, names: &Roles) -> String {
    let Roles { voter, .. } = names;
    match sentence {
        Sentence::Ceremony { year } => format!(
            "{year}年民生实事项目票决的票箱已经封装。此前设定PIN、输出钥匙卡和票签的情况如下："
        ),
        Sentence::OutputOnceMore(outputs) => format!("其中再次输出{outputs}次，原因见上表。"),
        Sentence::GivenUp => {
            "注明作废的，属于已经放弃的仪式，其钥匙卡和票签不得使用。".to_owned()
        }
        Sentence::HoldersCheck => "各持卡人核对：以本人名义设定的PIN均由本人设定，以本人名义输出的钥匙卡均由本人在场取出。与事实不符的，不予签名，立即报告总监票人。".to_owned(),
        Sentence::SignedBeforePoll => "本报告单由各持卡人在投票开始前签名。".to_owned(),
        Sentence::PinsSinceSealing => "封箱以后设定或者修改PIN的情况：".to_owned(),
        Sentence::Opening { year } => {
            format!("{year}年民生实事项目票决投票开始前，监票人当众检查票箱，情况如下：")
        }
        Sentence::Distribution { year } => {
            format!("{year}年民生实事项目票决的票签和纸质选票，分发情况如下：")
        }
        Sentence::Return { year } => {
            format!("{year}年民生实事项目票决的选票，经监票人、计票人清点，收回情况如下：")
        }
        Sentence::Closing { year } => format!(
            "{year}年民生实事项目票决投票截止，票箱已经封闭。经监票人、计票人清点核对，情况如下："
        ),
        Sentence::QuorumAndEmptyBox => {
            "经检查，到会人数符合法定人数；票箱内没有选票，票数为零，准予启用。".to_owned()
        }
        Sentence::KeyCards { cards, threshold } => {
            format!("票箱由{cards}张钥匙卡共同掌管，{threshold}张以上同时到场，方可开启票数汇总。")
        }
        Sentence::SlipListBinds => {
            "投票以后，票决档案中的票签清单须与上列校验值一致，以证明每张选票都出自封箱前制作的票签。本单请妥善保存。".to_owned()
        }
        Sentence::DigestsBind => {
            "计票所用的票箱公钥、候选项目名单和票决规则，须与上列校验值一致。".to_owned()
        }
        Sentence::IssuedToAll { present, issued } => {
            format!("实到{voter}{present}人，发出选票{issued}张，发出票数与实到{voter}人数相符。")
        }
        Sentence::IssuedToSome { present, issued, without } => format!(
            "实到{voter}{present}人，发出选票{issued}张，发出票数没有超过实到{voter}人数；{without}人没有领取选票。"
        ),
        Sentence::LeftOver(left) => format!(
            "按制作数减去发出数和作废数，应当剩余{}，由监票人当众清点，另行封存，不得使用。",
            kinds(*left)
        ),
        Sentence::NothingLeftOver => {
            "按制作数减去发出数和作废数，票签和纸质选票没有剩余。".to_owned()
        }
        Sentence::Cancelled(cancelled) => {
            format!("因损坏换发而作废{}，已经收回，一并封存。", kinds(*cancelled))
        }
        Sentence::NothingCancelled => "票签和纸质选票没有作废。".to_owned(),
        Sentence::AsManyCollected { issued, collected } => {
            format!("收回选票{collected}张，等于发出选票{issued}张，按规定本轮票决有效。")
        }
        Sentence::FewerCollected { issued, collected } => {
            format!("收回选票{collected}张，少于发出选票{issued}张，按规定本轮票决有效。")
        }
        Sentence::MoreCollected { issued, collected } => {
            format!("收回选票{collected}张，多于发出选票{issued}张，按规定本轮票决无效，重新票决。")
        }
        Sentence::BoxAgrees => "票箱内票数与清点收回的票签、纸质选票张数一致。".to_owned(),
        Sentence::BoxDiffers(difference) => {
            format!("票箱内票数与清点收回的票签、纸质选票张数相差{difference}张。")
        }
        Sentence::LeftOverDoubtful => "清点的张数多于发出数，剩余数以当众清点的为准。".to_owned(),
        Sentence::Statement(statement) => format!("监票人说明：{statement}"),
        Sentence::PilesByCode { left, used, tray_by_code } => piles(*left, *used, *tray_by_code),
        Sentence::SpoiledInPrinting(slips) => format!("印坏的票签{slips}张，不在剩余票签和收回票签之内。"),
        Sentence::PilesLeftOut(reason) => {
            format!("剩余票签没有逐张扫码核对，操作员和监票人说明：{reason}")
        }
        Sentence::Annulled(reason) => {
            format!("剩余票签中有1张已经投出选票，经操作员和监票人决定，作为废票收回，不开启其选票。理由：{reason}")
        }
        Sentence::OfHolders(sentence) => of_holders(*sentence),
        Sentence::RootCopiedBefore => "票箱校验值在开启任何选票和票数之前抄录，由监票人、计票人签名确认；计票须以校验值与此一致的票箱为准。".to_owned(),
    }
}

fn piles(left: u32, used: u32, tray_by_code: bool) -> String {
    let but_for = if used == 0 { String::new() } else { format!("除上述作废的{used}张外，") };
    if tray_by_code {
        format!("剩余票签{left}张和收回的票签逐张扫码核对，{but_for}剩余的均未用于投票。")
    } else {
        format!("剩余票签{left}张逐张扫码核对，{but_for}均未用于投票；收回的只清点张数。")
    }
}

/// What is said where holders have made the key.
fn of_holders(sentence: OfHolders) -> String {
    match sentence {
        OfHolders::Ceremony { year } => format!(
            "{year}年民生实事项目票决的密钥由各持钥人在各自的电脑上共同生成，票箱已经封装。此前设定PIN、输出票签的情况如下："
        ),
        OfHolders::SlipsGivenUp => "注明作废的票签，属于已经放弃的一次制作，不得使用。".to_owned(),
        OfHolders::Key { holders, threshold } => {
            format!("票箱的密钥由{holders}名持钥人共同掌管，{threshold}名以上各自核对票箱，方可开启票数汇总。")
        }
        OfHolders::Together { threshold } => format!(
            "任何一台电脑都不存有完整的密钥。但{threshold}名持钥人合谋仍能开启选票；名册上的密钥是否为本人所有，以当众朗读的核对数字和本单签名为准。"
        ),
        OfHolders::Check => "各持钥人核对：上列票箱公钥和名册核对数字与本人电脑上所示一致，以本人名义设定的PIN均由本人设定；在投票开始前签名。与事实不符的，不予签名，立即报告总监票人。".to_owned(),
        OfHolders::RootReadAloud => {
            "计票前，由一人照本单当众朗读上列数字，各持钥人据以核对自己电脑上的票箱。".to_owned()
        }
    }
}

fn kinds(kinds: Kinds) -> String {
    match kinds {
        Kinds::Slips(slips) => format!("票签{slips}张"),
        Kinds::Paper(paper) => format!("纸质选票{paper}张"),
        Kinds::Both { slips, paper } => format!("票签{slips}张、纸质选票{paper}张"),
    }
}
