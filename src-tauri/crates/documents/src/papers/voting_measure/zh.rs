//! The voting measure in Chinese.

use super::{
    notes::Note,
    say::{Basis, Margin, Others, Scope, Sentence},
};
use crate::{
    Body,
    common::{
        labels::words,
        proportions::{chinese_fraction, chinese_part, chinese_share},
        roles::Roles,
        ruled::{BLANK, figure},
        zh,
    },
};
use chrono::NaiveDate;
use messages::{Language, numerals::chinese};
use procedure::{
    ballot::{Mark, Selection},
    date,
    rules::FurtherMajority,
};

pub(super) const NOTES: &str = "附注";

pub(super) fn title(year: i32) -> String {
    format!("{year}年民生实事项目票决办法")
}

pub(super) fn passed(day: Option<NaiveDate>, congress: &str, session: &str) -> [String; 2] {
    let day = day.map_or_else(|| format!("{BLANK}年{BLANK}月{BLANK}日"), date::official);
    [format!("（{day}"), format!("{}通过）", session_name(congress, session))]
}

fn session_name(congress: &str, session: &str) -> String {
    words(Language::Chinese).session_name(congress, session)
}

/// An article's number with what parts it from the text.
pub(super) fn number(number: u32) -> String {
    format!("第{}条　", chinese(number))
}

#[expect(clippy::too_many_lines, reason = "a table with a line for each sentence")]
pub(super) fn sentence(sentence: &Sentence<'_>, names: &Roles) -> String {
    let Roles { voter, all, presidium, secretariat, meeting, chair, .. } = names;
    match sentence {
        Sentence::OwnPurpose(purpose) => own_purpose(purpose),
        Sentence::Purpose { year, voters, basis } => {
            let voters = match voters {
                Body::StandingCommittee => "常务委员会组成人员",
                Body::Congress | Body::StreetAssembly => "代表",
            };
            let basis = match basis {
                Basis::ProvisionsInForce => "根据有关规定，结合本街道实际",
                Basis::OrganicLaw => "根据《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》等有关规定",
            };
            format!("为了规范{year}年民生实事项目票决工作，保障{voters}依法履行职责，{basis}，制定本办法。")
        }
        Sentence::Voters { year, congress, session, voters, delegates } => {
            let (who, meant) = match voters {
                Body::Congress | Body::StreetAssembly => ("全体代表", "实有代表"),
                Body::StandingCommittee => {
                    ("常务委员会全体组成人员（以下称委员）", "实有的常务委员会组成人员")
                }
            };
            let session = session_name(congress, session);
            format!(
                "{year}年民生实事项目由{session}的{who}票决。本办法所称{all}，是指{meant}，共{delegates}人。"
            )
        }
        Sentence::AsManyCandidatesAsSeats { candidates, seats } => {
            format!("候选项目共{candidates}个，应选项目{seats}个，实行等额票决。")
        }
        Sentence::MoreCandidatesThanSeats { candidates, seats } => {
            format!("候选项目共{candidates}个，应选项目{seats}个，实行差额票决。")
        }
        Sentence::LeastCandidates { margin, least } => {
            format!("{}，即不少于{least}个。", self::margin(*margin))
        }
        Sentence::SeatsByCategory { candidates, seats, margin } => format!(
            "候选项目共{candidates}个，应选项目共{seats}个，按类别分别票决。每一类别的{}，各类别分别为：",
            self::margin(*margin)
        ),
        Sentence::SeatsOfCategory { number, name, seats, least, is_last } => {
            let number = chinese(*number);
            let end = if *is_last { "。" } else { "；" };
            format!("（{number}）{name}：应选项目{seats}个，候选项目不少于{least}个{end}")
        }
        Sentence::NoQuorum => "投票不以到会人数为条件。".to_owned(),
        Sentence::LeastPresent { least } => format!("投票须有{least}人以上到会，方可进行。"),
        Sentence::Quorum { share, least } => {
            format!("投票须有{}，即{least}人以上到会，方可进行。", chinese_part(*share, all))
        }
        Sentence::QuorumVerified => "每轮投票开始前，核实到会人数。到会人数不足的，不得投票，该轮票决无效，待人数达到后重新票决。".to_owned(),
        Sentence::LateMayVote => format!(
            "投票开始后到会的{voter}，在投票结束前可以签到、领取票签并投票，计入该轮实到人数和发出票数。"
        ),
        Sentence::LateMayNotVote => format!(
            "投票开始后到会的{voter}，不再签到、领取票签，不参加该轮投票，不计入该轮实到人数。"
        ),
        Sentence::Scrutineers { others, tellers } => {
            let others = match others {
                None => String::new(),
                Some(Others::Unknown) => format!("、监票人{BLANK}人"),
                Some(Others::Number(others)) => format!("、监票人{others}人"),
            };
            let tellers = figure(*tellers);
            format!(
                "票决设总监票人1人{others}，由{presidium}从{voter}中提名，经{meeting}举手表决通过；设计票人{tellers}人，由{secretariat}指定。"
            )
        }
        Sentence::ScrutineersWatch => format!(
            "监票人在{presidium}领导下，对发票、投票、计票工作进行监督；计票人在监票人监督下工作。提出候选项目或者承担候选项目实施责任的人员，不担任监票人。"
        ),
        Sentence::SecretBallot => format!(
            "票决采用无记名投票方式，在票决机上进行。{voter}签到后，从混放的票签中亲手抽取一张，凭票签在票决机上打开选票。票签上没有姓名，任何人不得记录何人抽取何签。"
        ),
        Sentence::PaperInPlaceOfSlip => format!(
            "{voter}不使用票决机的，在签到时领取纸质选票，不再领取票签。除选择的表示方式外，纸质选票与票决机上的选票效力相同。"
        ),
        Sentence::NobodyLooks => {
            "任何人不得窥视、探问他人的选择，不得拍摄票签、票决机屏幕和纸质选票。".to_owned()
        }
        Sentence::OneBallot => {
            format!("每名{voter}在一轮票决中只能投一张选票。不得委托他人投票，也不得代他人投票。")
        }
        Sentence::LostSlip => "票签遗失的，不予补发。票签损坏但号码仍能辨认的，交回换发一张，原号码即行注销，发出票数不变。".to_owned(),
        Sentence::ApproveOpposeAbstain => {
            format!("{voter}对每一个候选项目，可以赞成，可以反对，也可以弃权。")
        }
        Sentence::ApproveOnly => format!("{voter}对候选项目只表示是否赞成。"),
        Sentence::NotChosenAtKiosk => "在票决机上没有选择的，按弃权计。".to_owned(),
        Sentence::Limit(limit) => zh::limit(*limit),
        Sentence::KioskRefusesMore => "票决机不接受赞成的项目多于规定个数的选票。没有选择任何项目的，经本人确认，可以投空白票。".to_owned(),
        Sentence::KioskRefusesOtherNumber => {
            "票决机不接受赞成的项目多于或者少于规定个数的选票，也不接受空白票。".to_owned()
        }
        Sentence::PaperSigns(signs) => {
            let signs: Vec<String> = signs.iter().map(sign).collect();
            format!("在纸质选票上，{}。", signs.join("，"))
        }
        Sentence::UnmarkedAbstains => "没有作标记的，按弃权计。".to_owned(),
        Sentence::OtherSign => "标记不规范但能够看清意思的，按其意思计；".to_owned(),
        Sentence::OtherThanApprovalAbstains => "作赞成以外其他表示的，按弃权计。".to_owned(),
        Sentence::UnclearMark => "对个别项目的标记看不清意思的，对该项目按弃权计。".to_owned(),
        Sentence::UnclearBallotIsVoid => "纸质选票整张选票看不清意思的，为废票。".to_owned(),
        Sentence::BreachAbstainsInCategory(selection) => format!(
            "纸质选票在某一类别中{}的，该选票仍然有效，对该类别的全部候选项目按弃权计。",
            breach(*selection)
        ),
        Sentence::BreachInAnyCategoryIsVoid(selection) => format!(
            "纸质选票在任何一个类别中{}的，或者整张选票看不清意思的，整张为废票。",
            breach(*selection)
        ),
        Sentence::BreachIsVoid(selection) => {
            format!("纸质选票{}的，或者整张选票看不清意思的，为废票。", breach(*selection))
        }
        Sentence::BlankPaperAbstains => "空白的纸质选票有效，对全部候选项目按弃权计。".to_owned(),
        Sentence::BlankPaperBySigns => "没有作任何标记的纸质选票，按前条规定的符号认定。".to_owned(),
        Sentence::DoubtfulBallot => {
            "对选票的认定有疑问的，由总监票人会同监票人决定，并作记录。".to_owned()
        }
        Sentence::VoidAndBlankCollected => "废票和空白票均计入收回票数。".to_owned(),
        Sentence::VoidCollected => "废票计入收回票数。".to_owned(),
        Sentence::EmptyBox => format!(
            "投票开始前，监票人检查票箱，确认票箱为空。投票时，监票人先投票，其次主席台就座的{voter}投票，然后其他{voter}投票。用过的票签放入票签回收盒。"
        ),
        Sentence::KeyCards { by_holders: true, cards, threshold, fewest } => {
            let (holders, threshold) = (figure(*cards), figure(*threshold));
            format!(
                "票箱的密钥由{holders}名监票人在各自的电脑上共同生成、分别持有，任何一台电脑都不存有完整的密钥。投票结束后，须有其中任意{threshold}名各自核对整个票箱，方可开启各候选项目的得票总数。任何一张选票均不单独开启；选票少于{fewest}张的，不予开启。"
            )
        }
        Sentence::KeyCards { by_holders: false, cards, threshold, fewest } => {
            let (cards, threshold) = (figure(*cards), figure(*threshold));
            format!(
                "票箱用{cards}张钥匙卡封存，钥匙卡由监票人分别保管。投票结束后，须有其中任意{threshold}张同时到场，方可开启各候选项目的得票总数。任何一张选票均不单独开启；选票少于{fewest}张的，不予开启。"
            )
        }
        Sentence::AccountOfBallots => "收回票数等于或者少于发出票数的，该轮票决有效；收回票数多于发出票数的，该轮票决无效，选票不予开启，重新票决。".to_owned(),
        Sentence::RoundBrokenOff => format!(
            "因设备故障等原因，一轮票决无法继续进行的，由{presidium}说明理由，决定该轮票决无效，可以重新票决。"
        ),
        Sentence::VotedAgain => "重新票决的候选项目、应选项目数不变，票签、选票重新制发。".to_owned(),
        Sentence::Majority(majority) => zh::majority(*majority, names),
        Sentence::Cut(Scope::List) => "符合前条规定的候选项目多于应选项目数的，按赞成票从多到少依次确定通过的项目，至应选项目数为止。".to_owned(),
        Sentence::Cut(Scope::Category) => "各类别分别确定通过的项目。一个类别中符合前条规定的候选项目多于该类别应选项目数的，按赞成票从多到少依次确定，至该类别应选项目数为止。".to_owned(),
        Sentence::TieAtCut(scope) => format!(
            "符合规定的候选项目因赞成票相等，不能在{}以内确定通过的项目的（以下称末位票数相等），赞成票多于此数的项目通过；",
            seats(*scope)
        ),
        Sentence::TieToFurtherRound => "对票数相等的项目，就余下的名额再次票决。".to_owned(),
        Sentence::TieAllAdopted => {
            "票数相等的项目全部通过，通过的项目可以因此超出应选的个数。".to_owned()
        }
        Sentence::TieNoneAdopted => "票数相等的项目均不通过，余下的名额空缺，不再票决。".to_owned(),
        Sentence::TieByLot => {
            "对票数相等的项目，由监票人当众抽签，按余下的名额确定通过的项目。".to_owned()
        }
        Sentence::MissingSeatsStayEmpty { scope, but_for_ties } => {
            format!("{}，不足的名额空缺，不再票决。", too_few(*scope, *but_for_ties))
        }
        Sentence::MissingSeatsToFurtherRound { scope, but_for_ties } => {
            format!("{}，就不足的名额，对该轮未通过的项目再次票决。", too_few(*scope, *but_for_ties))
        }
        Sentence::FurtherRoundsUntil(round) => {
            let rounds = if *round == 1 { "第1轮".to_owned() } else { format!("第1轮至第{round}轮") };
            format!(
                "因不足应选项目数的再次票决，只在{rounds}票决后举行，此后仍有不足的，名额空缺。票决的轮次连续计算，无效的轮次计算在内。"
            )
        }
        Sentence::FurtherRound { selection, scope } => format!(
            "再次票决以余下的名额为应选项目数，{}，候选项目数不受差额比例限制，票签、选票重新制发；其他适用本办法关于票决的规定。",
            further_limit(*selection, *scope)
        ),
        Sentence::FurtherRoundForTie(majority) => format!(
            "因末位票数相等的再次票决，{}；末位票数仍相等的，继续票决。",
            majority_again(*majority)
        ),
        Sentence::FurtherRoundForTooFew(majority) => {
            format!("因不足应选项目数的再次票决，{}。", majority_again(*majority))
        }
        Sentence::TiesFirst => {
            "同一轮票决后，既有末位票数相等、又有不足应选项目数的，先就末位票数相等的项目票决。".to_owned()
        }
        Sentence::ResultReported => format!(
            "计票结果载入票决结果报告单，由总监票人、监票人、计票人签名。总监票人向{chair}报告计票结果，由{chair}宣布。"
        ),
        Sentence::ResolutionPassed => format!("票决通过的项目，由{meeting}作出决议，并予公告。"),
        Sentence::PublishedByList => "通过的项目，按候选项目名单的顺序公布。".to_owned(),
        Sentence::PublishedByVotes { scope, again } => {
            let order = match scope {
                Scope::List => "按赞成票从多到少的顺序公布，赞成票相等的按候选项目名单的顺序",
                Scope::Category => {
                    "按类别依次公布，同一类别的按赞成票从多到少的顺序，赞成票相等的按候选项目名单的顺序"
                }
            };
            let again = if *again { "；再次票决通过的项目，列在前一轮通过的项目之后" } else { "" };
            format!("通过的项目，{order}{again}。")
        }
        Sentence::Definitions => "本办法所称“以上”包括本数，“超过”“过半数”不包括本数；按比例计算得出的人数、票数不是整数的，取满足该比例的最小整数。".to_owned(),
        Sentence::InForce => "本办法自通过之日起施行。".to_owned(),
    }
}

/// The session's own purpose; where it is no whole sentence, the usual end of one is put after it.
fn own_purpose(purpose: &str) -> String {
    let open = purpose.trim_end_matches(['，', '、', '；', ',', ';']);
    if open.ends_with(['。', '！', '.']) {
        purpose.to_owned()
    } else if open.ends_with("制定本办法") {
        format!("{open}。")
    } else {
        format!("{open}，制定本办法。")
    }
}

fn margin(margin: Margin) -> String {
    match margin {
        Margin::Nothing => "候选项目数不得少于应选项目数".to_owned(),
        Margin::Double => "候选项目数应当比应选项目数至少多一倍".to_owned(),
        Margin::Share(share) => {
            format!("候选项目数应当比应选项目数至少多{}，不足一个的按一个计", chinese_fraction(share))
        }
    }
}

fn sign((mark, sign): &(Mark, &str)) -> String {
    let meaning = match mark {
        Mark::Approve => "赞成",
        Mark::Oppose => "反对",
        Mark::Abstain => "弃权",
    };
    if sign.is_empty() { format!("{meaning}的不作标记") } else { format!("{meaning}的画“{sign}”") }
}

const fn breach(selection: Selection) -> &'static str {
    match selection {
        Selection::AtMost => "赞成的项目多于规定个数",
        Selection::Exactly => "赞成的项目多于或者少于规定个数",
    }
}

const fn seats(scope: Scope) -> &'static str {
    match scope {
        Scope::List => "应选项目数",
        Scope::Category => "该类别应选项目数",
    }
}

fn too_few(scope: Scope, but_for_ties: bool) -> String {
    let except = if but_for_ties { "除前条规定的情形外，" } else { "" };
    format!("{except}通过的项目少于{}的", seats(scope))
}

const fn further_limit(selection: Selection, scope: Scope) -> &'static str {
    match (selection, scope) {
        (Selection::AtMost, Scope::List) => "每张选票赞成的项目不得超过余下的名额",
        (Selection::Exactly, Scope::List) => "每张选票赞成的项目应当恰好为余下的名额",
        (Selection::AtMost, Scope::Category) => "每张选票在每一类别中赞成的项目不得超过该类别余下的名额",
        (Selection::Exactly, Scope::Category) => "每张选票在每一类别中赞成的项目应当恰好为该类别余下的名额",
    }
}

const fn majority_again(majority: FurtherMajority) -> &'static str {
    match majority {
        FurtherMajority::Plurality => "不受前述得票比例限制，以得赞成票多的通过，没有得到赞成票的不得通过",
        FurtherMajority::Same => "通过所需的赞成票与第1轮票决的规定相同",
    }
}

pub(super) fn note(note: &Note<'_>, names: &Roles) -> String {
    const LAW: &str = "《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》";
    let all = names.all;
    let law = |article: &u32| format!("{LAW}第{}条", chinese(*article));
    match note {
        Note::Quorum { article, quorum, floor } => format!(
            "本办法规定的到会人数为{}，低于{}规定的{}。",
            chinese_part(*quorum, all),
            law(article),
            chinese_part(*floor, all)
        ),
        Note::NoMajorityOfAll { article } => {
            format!("本办法不以{all}计算通过所需的赞成票，{}以{all}计算。", law(article))
        }
        Note::MajorityBase { article, base } => format!(
            "本办法以{}计算通过所需的赞成票，{}以{all}计算。",
            names.base(*base, Language::Chinese),
            law(article)
        ),
        Note::NoLeastShare { article, floor } => {
            format!("本办法不设最低得票比例，低于{}规定的{}。", law(article), chinese_share(*floor))
        }
        Note::Majority { article, majority, floor } => format!(
            "本办法规定的通过比例为{}，低于{}规定的{}。",
            chinese_share(*majority),
            law(article),
            chinese_share(*floor)
        ),
        Note::TooFewPlurality { article } => format!(
            "因不足应选项目数再次票决时，以得赞成票多的通过，通过的项目所得赞成票可能不足{}规定的{all}的过半数。",
            law(article)
        ),
        Note::EqualNumbers { seats } => {
            format!("候选项目数与应选项目数相等，均为{seats}个，属于等额票决。")
        }
        Note::EqualNumbersInCategory { category, seats } => {
            format!("“{category}”类别的候选项目数与应选项目数相等，均为{seats}个，属于等额票决。")
        }
    }
}
