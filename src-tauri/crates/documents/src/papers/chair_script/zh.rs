//! The chair's script in Chinese.

use super::say::{Moment, Sentence, Title};
use crate::{
    FurtherRound, Why,
    common::{
        names::{joined, joined_list},
        roles::Roles,
        ruled::{BLANK, figure},
        stop::stopped,
        zh,
    },
    papers::result_report::notes::cut_said_by_chair,
};
use messages::{Language, numerals::chinese};
use procedure::{count::Votes, date};

pub(super) fn title(year: i32) -> String {
    format!("{year}年民生实事项目票决主持词")
}

/// A step's number before its title.
pub(super) fn number(number: u32) -> String {
    format!("{}、", chinese(number))
}

pub(super) const fn step_title(title: Title) -> &'static str {
    match title {
        Title::Opening => "宣布开始，报告到会人数",
        Title::Measure => "通过票决办法",
        Title::Scrutineers => "通过总监票人、监票人名单",
        Title::Explanation => "说明投票办法",
        Title::EmptyBox => "检查票箱",
        Title::Distribution => "分发票签，报告分发情况",
        Title::Voting => "投票",
        Title::Close => "投票结束",
        Title::Collected => "报告收回情况，宣布票决是否有效",
        Title::Recess => "休会计票",
        Title::Result => "报告计票结果",
        Title::Declaration => "宣布票决结果",
        Title::Resolution => "宣读决议",
        Title::End => "结束",
        Title::Void => "宣布本轮票决无效",
    }
}

#[expect(clippy::too_many_lines, reason = "a table with a line for each sentence")]
pub(super) fn sentence(sentence: &Sentence<'_>, names: &Roles) -> String {
    let Roles { voter, presidium, secretariat, .. } = names;
    match sentence {
        Sentence::Salutation => format!("各位{voter}："),
        Sentence::FirstRound { year, candidates, seats } => {
            format!("现在进行{year}年民生实事项目票决。候选项目{candidates}个，应选项目{seats}个。")
        }
        Sentence::RoundForTie { round, candidates, seats } => format!(
            "在前面的票决中，有候选项目末位票数相等。按照《票决办法》的规定，现在就余下的{seats}个名额，对{candidates}个候选项目进行第{round}轮票决。"
        ),
        Sentence::RoundForTooFew { round, candidates, seats } => format!(
            "在前面的票决中，通过的项目少于应选项目数。按照《票决办法》的规定，现在就不足的{seats}个名额，对{candidates}个候选项目进行第{round}轮票决。"
        ),
        Sentence::AgainForWantOfQuorum { round, candidates, seats } => format!(
            "前一轮票决因到会人数未达到法定人数而无效，现在重新票决，为第{round}轮。候选项目{candidates}个，应选项目{seats}个，均无变动。"
        ),
        Sentence::AgainAfterVoid { round, candidates, seats } => format!(
            "前一轮票决无效。按照《票决办法》的规定，现在重新票决，为第{round}轮。候选项目{candidates}个，应选项目{seats}个，均无变动。"
        ),
        Sentence::Presence { delegates, present, absent } => format!(
            "现在报告到会人数。应到{voter}{delegates}人，实到{}人，缺席{}人。",
            figure(*present),
            figure(*absent)
        ),
        Sentence::QuorumAsked(quorum) => format!("按照规定，须有{quorum}人以上到会，方可投票。"),
        Sentence::WhereEnoughPresent => "到会人数达到规定的，宣布：".to_owned(),
        Sentence::QuorumReached => "到会人数符合法定人数，可以投票。".to_owned(),
        Sentence::WhereTooFewPresent => "到会人数不足的，宣布：".to_owned(),
        Sentence::QuorumMissing => {
            "到会人数未达到法定人数，不能投票，本轮票决无效，待人数达到后重新票决。".to_owned()
        }
        Sentence::HandsFor => "现在举手表决。赞成的请举手。".to_owned(),
        Sentence::HandsAgainst => "请放下。反对的请举手。".to_owned(),
        Sentence::HandsAbstaining => "请放下。弃权的请举手。".to_owned(),
        Sentence::WhenHandsCounted => "清点后".to_owned(),
        Sentence::HandsCounted => {
            format!("表决结果：赞成{BLANK}人，反对{BLANK}人，弃权{BLANK}人。")
        }
        Sentence::WhereRulesAreMet => "符合规定的，宣布：".to_owned(),
        Sentence::DraftMeasure { year } => {
            format!("现在表决《{year}年民生实事项目票决办法（草案）》。草案已经印发各位{voter}。")
        }
        Sentence::MeasurePassed => "票决办法通过。".to_owned(),
        Sentence::ScrutineersProposed { chief, scrutineers } => format!(
            "现在表决总监票人、监票人名单。{presidium}提名：总监票人{}；监票人{}。",
            name(chief),
            listed(scrutineers)
        ),
        Sentence::ScrutineersPassed => "总监票人、监票人名单通过。".to_owned(),
        Sentence::TellersNamed(tellers) => {
            format!("{secretariat}指定的计票人是：{}。请总监票人、监票人、计票人就位。", listed(tellers))
        }
        Sentence::SameScrutineers { chief, scrutineers, tellers } => format!(
            "本轮票决仍由总监票人{}，监票人{}监票，由{}计票。",
            name(chief),
            listed(scrutineers),
            listed(tellers)
        ),
        Sentence::SecretBallot => {
            "票决采用无记名投票方式，凭票签在票决机上投票；一签一票，不得委托他人投票。".to_owned()
        }
        Sentence::ApproveOpposeAbstain => {
            "对每一个候选项目，可以赞成，可以反对，也可以弃权；没有选择的，按弃权计。".to_owned()
        }
        Sentence::ApproveOnly => "对候选项目只表示是否赞成；没有选择的，按弃权计。".to_owned(),
        Sentence::Limit(limit) => zh::limit(*limit),
        Sentence::SeatsOfCategory { name, seats } => format!("{name}：应选项目{seats}个。"),
        Sentence::BlankBallotIsValid => "没有选择任何项目的，经确认可以投空白票，空白票有效。".to_owned(),
        Sentence::NoOtherNumber { paper } => {
            let paper =
                if *paper { "；纸质选票不符合规定个数的，按票决办法认定" } else { "" };
            format!("不符合规定个数的，票决机不予接受{paper}。")
        }
        Sentence::Majority(majority) => zh::majority(*majority, names),
        Sentence::Questions => format!("各位{voter}如有疑问，请举手提出。"),
        Sentence::WhenQuestionsAnswered => "没有疑问或者解答后，继续".to_owned(),
        Sentence::InspectBox => "请监票人检查票箱。".to_owned(),
        Sentence::BoxInspected => "监票人当众检查，核对零票报告".to_owned(),
        Sentence::ReportOnBox => "请总监票人报告检查情况。".to_owned(),
        Sentence::BoxReportedEmpty => "总监票人报告：票箱内没有选票，票数为零".to_owned(),
        Sentence::HandOut { paper } => {
            let paper = if *paper { "；使用纸质选票的，领取一张纸质选票" } else { "" };
            format!("现在分发票签。请各位{voter}签到，亲手抽取一张票签{paper}。")
        }
        Sentence::WhenHandedOut => "分发完毕".to_owned(),
        Sentence::ReportOnHandedOut => "请总监票人报告分发情况。".to_owned(),
        Sentence::HandedOut { at, paper, present, issued } => {
            let until = match at {
                Moment::Opening => "",
                Moment::Close => "截至投票结束，",
                Moment::BrokenOff => "截至投票中止，",
            };
            let what = if *paper { "票签和纸质选票共" } else { "票签" };
            let (present, issued) = (figure(*present), figure(*issued));
            format!("总监票人报告：{until}实到{present}人，发出{what}{issued}张")
        }
        Sentence::WhereRightlyIssued => "发出的票数没有超过实到人数的，宣布：".to_owned(),
        Sentence::RightlyIssued => "发出的票数没有超过实到人数，分发有效。".to_owned(),
        Sentence::LateMayVote => {
            format!("投票开始后到会的{voter}，在投票结束前可以签到、领取票签；人数、票数以投票结束时为准。")
        }
        Sentence::LateMayNotVote => format!("投票开始后到会的{voter}，不再签到、领取票签。"),
        Sentence::PollOpen => "现在开始投票。投票后，请把用过的票签放入票签回收盒。".to_owned(),
        Sentence::VotingBrokenOff => {
            format!("监票人、主席台就座的{voter}、其他{voter}依次投票；投票中止，没有完成")
        }
        Sentence::ScrutineersVote => "请总监票人、监票人投票。".to_owned(),
        Sentence::WhenScrutineersVoted => "总监票人、监票人投票完毕".to_owned(),
        Sentence::RostrumVotes => format!("请主席台就座的{voter}投票。"),
        Sentence::WhenRostrumVoted => format!("主席台就座的{voter}投票完毕"),
        Sentence::OthersVote => format!("请其他{voter}依次投票。"),
        Sentence::WhenOthersVoted => "投票完毕".to_owned(),
        Sentence::WhoHasNotVoted => format!("还有没有投票的{voter}吗？"),
        Sentence::WhenAllVoted => "确认没有后".to_owned(),
        Sentence::PollClosed { paper } => {
            let counted = if *paper { "票签和纸质选票" } else { "票签" };
            format!("投票结束。请监票人、计票人清点收回的{counted}。")
        }
        Sentence::BoxCompared { paper } => {
            let compared = if *paper { "票签、纸质选票" } else { "票签" };
            format!("关闭投票，封闭票箱，与收回的{compared}核对")
        }
        Sentence::ReportOnCollected => "请总监票人报告选票收回情况。".to_owned(),
        Sentence::Collected { issued, collected } => {
            format!("总监票人报告：发出{}张，收回{}张", figure(*issued), figure(*collected))
        }
        Sentence::WhereNotMoreCollected => "收回票数等于或者少于发出票数的，宣布：".to_owned(),
        Sentence::NotMoreCollected => "收回票数没有超过发出票数，本轮票决有效。".to_owned(),
        Sentence::WhereMoreCollected => "收回票数多于发出票数的，宣布：".to_owned(),
        Sentence::MoreCollectedVotedAgain => {
            "收回票数多于发出票数，本轮票决无效，选票不予开启，重新票决。".to_owned()
        }
        Sentence::AsManyCollected => "收回票数等于发出票数，本轮票决有效。".to_owned(),
        Sentence::FewerCollected => "收回票数少于发出票数，本轮票决有效。".to_owned(),
        Sentence::Count => "请监票人、计票人计票。".to_owned(),
        Sentence::KeysBrought { by_holders: true } => {
            "监票人带各自的电脑到场，各自核对票箱，开启各候选项目的得票总数；任何一张选票均不单独开启"
                .to_owned()
        }
        Sentence::KeysBrought { by_holders: false } => {
            "监票人持钥匙卡到场，开启各候选项目的得票总数；任何一张选票均不单独开启".to_owned()
        }
        Sentence::Adjourned => format!("现在休会，请各位{voter}不要远离会场。"),
        Sentence::ReportSigned { after_lots } => {
            let after =
                if *after_lots { "；末位票数相等的，复会当众抽签后签名" } else { "" };
            format!("计票完毕，总监票人、监票人、计票人在票决结果报告单上签名{after}")
        }
        Sentence::Resumed => "现在复会。".to_owned(),
        Sentence::ReportOnResult => "请总监票人报告计票结果。".to_owned(),
        Sentence::DrawLots { candidates } => {
            format!("{}号项目末位票数相等。按照《票决办法》的规定，请监票人当众抽签。", candidates.join("、"))
        }
        Sentence::LotsDrawn { adopted } => {
            format!("监票人当众抽签，{}号项目抽中，结果载入报告单", adopted.join("、"))
        }
        Sentence::ReportSignedAfterLots => "总监票人、监票人、计票人在票决结果报告单上签名".to_owned(),
        Sentence::ResultReadOut => "总监票人宣读：".to_owned(),
        Sentence::VotesOf { number, name, approve, others, by_lot } => {
            let others = others.map(others_votes).unwrap_or_default();
            let lot = if *by_lot { "，抽签通过" } else { "" };
            format!("{number}号，{name}：赞成{approve}票{others}{lot}。")
        }
        Sentence::ReportReadOut => "总监票人宣读票决结果报告单".to_owned(),
        Sentence::WhereTiedByLots => "末位票数相等的，由监票人当众抽签，结果载入报告单".to_owned(),
        Sentence::DeclaredOn(day) => format!("{}宣布", date::official(*day)),
        Sentence::NothingAdopted => {
            "根据计票结果和《票决办法》的规定，我宣布：本轮票决没有项目通过。".to_owned()
        }
        Sentence::Declared { year, projects } => format!(
            "根据计票结果和《票决办法》的规定，我宣布：下列{}个项目获得通过，为{year}年民生实事项目：",
            figure(*projects)
        ),
        Sentence::Adopted { number, name } => format!("{number}. {name}"),
        Sentence::AdoptedToFillIn { number } => format!("{number}. {}。", BLANK.repeat(5)),
        Sentence::Cut(cut) => cut_said_by_chair(cut, Language::Chinese),
        Sentence::StillCalled(round) => format!("前面的票决中，{}", called(round)),
        Sentence::Called(round) => called(round),
        Sentence::SeatsLeftEmpty(seats) => format!("空缺{}个名额，不再票决。", figure(*seats)),
        Sentence::WhereTied => "末位票数相等的，宣布：".to_owned(),
        Sentence::TieToFillIn => tie(BLANK, BLANK),
        Sentence::WhereTooFew => "通过的项目不足应选项目数的，宣布：".to_owned(),
        Sentence::TooFewToFillIn => too_few(BLANK, BLANK),
        Sentence::WhereFurtherRound => "还要再次票决的，先进行再次票决；全部票决结束后，宣布：".to_owned(),
        Sentence::ReadResolution { year } => format!("现在宣读《关于{year}年民生实事项目的决议》。"),
        Sentence::ResolutionReadOut => "宣读决议".to_owned(),
        Sentence::PrepareFurtherRound => {
            format!("请工作人员准备再次票决，请各位{voter}在会场等候。")
        }
        Sentence::Concluded => "票决到此结束。谢谢各位！".to_owned(),
        Sentence::VoidForWantOfQuorum { quorum } => {
            format!("到会人数不足{quorum}人，未达到法定人数，不能投票。")
        }
        Sentence::VoidForMoreCollected => "收回票数多于发出票数，选票不予开启。".to_owned(),
        Sentence::VoidByDecision { statement } => format!(
            "本轮票决无法继续，{presidium}作出决定，理由是：{}",
            statement.map_or_else(|| format!("{}。", BLANK.repeat(4)), stopped)
        ),
        Sentence::VoidByRules => "按照规定，我宣布：本轮票决无效。".to_owned(),
        Sentence::VoidByMeasure => "按照《票决办法》的规定，我宣布：本轮票决无效。".to_owned(),
        Sentence::AgainWhenEnoughPresent => "待人数达到后重新票决。".to_owned(),
        Sentence::AgainNow => "现在准备重新票决。".to_owned(),
        Sentence::AgainToBeAnnounced => "是否重新票决，另行宣布。".to_owned(),
        Sentence::NewSlips => {
            "重新票决的候选项目和应选项目数不变，票签、选票重新制发；本轮的票签、选票不再使用。".to_owned()
        }
        Sentence::SlipsSealed => "监票人封存本轮的票签、选票，在报告单上签名".to_owned(),
    }
}

/// Names as they are read out, or a place to fill them in.
fn listed(people: &[String]) -> String {
    if people.is_empty() { BLANK.repeat(2) } else { joined_list(people, "、") }
}

fn name(person: &str) -> String {
    if person.is_empty() { BLANK.to_owned() } else { joined(person) }
}

fn others_votes([oppose, abstain]: [Votes; 2]) -> String {
    format!("，反对{oppose}票，弃权{abstain}票")
}

fn called(FurtherRound { reason, candidates, seats }: &FurtherRound) -> String {
    let (candidates, seats) = (candidates.join("、"), seats.to_string());
    match reason {
        Why::Tie => tie(&candidates, &seats),
        Why::TooFew => too_few(&candidates, &seats),
    }
}

fn tie(candidates: &str, seats: &str) -> String {
    format!("{candidates}号项目末位票数相等，就余下的{seats}个名额再次票决。")
}

fn too_few(candidates: &str, seats: &str) -> String {
    format!("通过的项目不足应选项目数，就不足的{seats}个名额，对{candidates}号项目再次票决。")
}
