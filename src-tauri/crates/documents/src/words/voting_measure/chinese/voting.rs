//! Articles on who votes, how, and what a ballot is worth.

use super::{names, session};
use crate::{
    Body, VotingMeasure,
    words::{
        numerals::chinese,
        proportions::{chinese_fraction, chinese_part},
        ruled::{BLANK, blank_paper_abstains, empty_box, figure, takes_oppositions},
        sentences::limit,
    },
};
use messages::Language;
use procedure::{
    ballot::Selection,
    fraction::{Fraction, Proportion},
    rules::{Category, CategoryBreach, Division, LateArrival, Rules},
};

pub(super) fn purpose(measure: &VotingMeasure<'_>) -> Vec<String> {
    if !measure.purpose.trim().is_empty() {
        return vec![own_purpose(measure.purpose.trim())];
    }
    let year = measure.heading.year;
    let voter = match measure.heading.body {
        Body::StandingCommittee => "常务委员会组成人员",
        Body::Congress | Body::StreetAssembly => "代表",
    };
    let basis = match measure.heading.body {
        Body::StreetAssembly => "根据有关规定，结合本街道实际",
        Body::Congress | Body::StandingCommittee => {
            "根据《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》等有关规定"
        }
    };
    vec![format!("为了规范{year}年民生实事项目票决工作，保障{voter}依法履行职责，{basis}，制定本办法。")]
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

pub(super) fn voters(measure: &VotingMeasure<'_>) -> Vec<String> {
    let heading = &measure.heading;
    let (who, meant) = match heading.body {
        Body::Congress | Body::StreetAssembly => ("全体代表", "实有代表"),
        Body::StandingCommittee => ("常务委员会全体组成人员（以下称委员）", "实有的常务委员会组成人员"),
    };
    vec![format!(
        "{}年民生实事项目由{}的{who}票决。本办法所称{}，是指{meant}，共{}人。",
        heading.year,
        session(measure),
        names(measure).all,
        measure.delegates
    )]
}

pub(super) fn seats(measure: &VotingMeasure<'_>) -> Vec<String> {
    let (candidates, seats) = (measure.candidates, measure.seats);
    match measure.rules.division() {
        Division::Whole { .. } => {
            let equal = usize::try_from(seats.0) == Ok(candidates);
            let kind = if equal { "等额" } else { "差额" };
            let least = least_candidates(measure.rules, seats.0);
            vec![format!(
                "候选项目共{candidates}个，应选项目{seats}个，实行{kind}票决。{}，即不少于{least}个。",
                margin(measure.rules.margin)
            )]
        }
        Division::Categories(categories) => {
            let mut paragraphs = vec![format!(
                "候选项目共{candidates}个，应选项目共{seats}个，按类别分别票决。每一类别的{}，各类别分别为：",
                margin(measure.rules.margin)
            )];
            paragraphs.extend(category_items(measure.rules, categories));
            paragraphs
        }
    }
}

fn margin(margin: Fraction) -> String {
    match (margin.numerator(), margin.denominator()) {
        (0, _) => "候选项目数不得少于应选项目数".to_owned(),
        (1, 1) => "候选项目数应当比应选项目数至少多一倍".to_owned(),
        _ => format!("候选项目数应当比应选项目数至少多{}，不足一个的按一个计", chinese_fraction(margin)),
    }
}

fn least_candidates(rules: &Rules, seats: u32) -> u32 {
    seats.saturating_add(rules.margin.least_at_least(seats))
}

fn category_items(rules: &Rules, categories: &[Category]) -> Vec<String> {
    let item = |(index, category): (usize, &Category)| {
        let end = if index + 1 == categories.len() { "。" } else { "；" };
        let number = chinese(u32::try_from(index + 1).unwrap_or(u32::MAX));
        let Category { name, seats } = category;
        let least = least_candidates(rules, seats.0);
        format!("（{number}）{name}：应选项目{seats}个，候选项目不少于{least}个{end}")
    };
    categories.iter().enumerate().map(item).collect()
}

pub(super) fn quorum(measure: &VotingMeasure<'_>) -> Vec<String> {
    let names = names(measure);
    let least = measure.rules.quorum_of(measure.delegates);
    let check =
        "每轮投票开始前，核实到会人数。到会人数不足的，不得投票，该轮票决无效，待人数达到后重新票决。";
    let first = match measure.rules.quorum {
        Proportion::AtLeast(fraction) if fraction.numerator() == 0 => "投票不以到会人数为条件。".to_owned(),
        Proportion::MoreThan(fraction) if fraction.numerator() == 0 => {
            format!("投票须有{least}人以上到会，方可进行。{check}")
        }
        quorum => {
            format!("投票须有{}，即{least}人以上到会，方可进行。{check}", chinese_part(quorum, names.all))
        }
    };
    let late = match measure.rules.late_arrival {
        LateArrival::UntilClose => format!(
            "投票开始后到会的{}，在投票结束前可以签到、领取票签并投票，计入该轮实到人数和发出票数。",
            names.voter
        ),
        LateArrival::UntilOpen => format!(
            "投票开始后到会的{}，不再签到、领取票签，不参加该轮投票，不计入该轮实到人数。",
            names.voter
        ),
    };
    vec![first, late]
}

pub(super) fn scrutineers(measure: &VotingMeasure<'_>) -> Vec<String> {
    let names = names(measure);
    let others = figure(measure.scrutineers.checked_sub(1).filter(|others| *others > 0));
    let tellers = figure(Some(measure.tellers).filter(|tellers| *tellers > 0));
    let scrutineers = if measure.scrutineers == 1 {
        "总监票人1人，由".to_owned()
    } else {
        format!("总监票人1人、监票人{others}人，由")
    };
    vec![
        format!(
            "票决设{scrutineers}{}从{}中提名，经{}举手表决通过；设计票人{tellers}人，由{}指定。",
            names.presidium, names.voters, names.meeting, names.secretariat
        ),
        format!(
            "监票人在{}领导下，对发票、投票、计票工作进行监督；计票人在监票人监督下工作。提出候选项目或者承担候选项目实施责任的人员，不担任监票人。",
            names.presidium
        ),
    ]
}

pub(super) fn secret_ballot(measure: &VotingMeasure<'_>) -> Vec<String> {
    let voter = names(measure).voter;
    vec![
        format!(
            "票决采用无记名投票方式，在票决机上进行。{voter}签到后，从混放的票签中亲手抽取一张，凭票签在票决机上打开选票。票签上没有姓名，任何人不得记录何人抽取何签。"
        ),
        format!(
            "{voter}不使用票决机的，在签到时领取纸质选票，不再领取票签。除选择的表示方式外，纸质选票与票决机上的选票效力相同。"
        ),
        "任何人不得窥视、探问他人的选择，不得拍摄票签、票决机屏幕和纸质选票。".into(),
    ]
}

pub(super) fn one_ballot(measure: &VotingMeasure<'_>) -> Vec<String> {
    let voter = names(measure).voter;
    vec![
        format!("每名{voter}在一轮票决中只能投一张选票。不得委托他人投票，也不得代他人投票。"),
        "票签遗失的，不予补发。票签损坏但号码仍能辨认的，交回换发一张，原号码即行注销，发出票数不变。".into(),
    ]
}

pub(super) fn marking(measure: &VotingMeasure<'_>) -> Vec<String> {
    let voter = names(measure).voter;
    let rules = measure.rules;
    let marks = if takes_oppositions(rules) {
        format!("{voter}对每一个候选项目，可以赞成，可以反对，也可以弃权。在票决机上没有选择的，按弃权计。")
    } else {
        format!("{voter}对候选项目只表示是否赞成。在票决机上没有选择的，按弃权计。")
    };
    let kiosk = match rules.selection {
        Selection::AtMost => {
            "票决机不接受赞成的项目多于规定个数的选票。没有选择任何项目的，经本人确认，可以投空白票。"
        }
        Selection::Exactly => "票决机不接受赞成的项目多于或者少于规定个数的选票，也不接受空白票。",
    };
    vec![format!("{marks}{}", limit(rules, Language::Chinese)), kiosk.into()]
}

pub(super) fn paper(measure: &VotingMeasure<'_>) -> Vec<String> {
    let rules = measure.rules;
    let legend = rules.legend();
    let sign = |meaning: &str, sign: &str| match sign {
        "" => format!("{meaning}的不作标记"),
        sign => format!("{meaning}的画“{sign}”"),
    };
    let mut signs = vec![sign("赞成", &legend.approve)];
    if takes_oppositions(rules) {
        signs.push(sign("反对", &legend.oppose));
    }
    signs.push(sign("弃权", &legend.abstain));
    let empty = if empty_box(rules).is_none() { "没有作标记的，按弃权计。" } else { "" };
    let other =
        if takes_oppositions(rules) { "" } else { "作赞成以外其他表示的，按弃权计。" };
    vec![format!(
        "在纸质选票上，{}。{empty}标记不规范但能够看清意思的，按其意思计；{other}对个别项目的标记看不清意思的，对该项目按弃权计。",
        signs.join("，")
    )]
}

pub(super) fn validity(measure: &VotingMeasure<'_>) -> Vec<String> {
    let rules = measure.rules;
    let breach = match rules.selection {
        Selection::AtMost => "赞成的项目多于规定个数",
        Selection::Exactly => "赞成的项目多于或者少于规定个数",
    };
    let by_category = matches!(rules.division(), Division::Categories(_));
    let unclear = "整张选票看不清意思";
    let mut paragraphs = match (by_category, rules.category_breach) {
        (true, CategoryBreach::Category) => vec![
            format!("纸质选票{unclear}的，为废票。"),
            format!("纸质选票在某一类别中{breach}的，该选票仍然有效，对该类别的全部候选项目按弃权计。"),
        ],
        (true, CategoryBreach::Ballot) => {
            vec![format!("纸质选票在任何一个类别中{breach}的，或者{unclear}的，整张为废票。")]
        }
        (false, _) => vec![format!("纸质选票{breach}的，或者{unclear}的，为废票。")],
    };
    paragraphs.push(format!(
        "{}对选票的认定有疑问的，由总监票人会同监票人决定，并作记录。{}计入收回票数。",
        blank_paper(rules),
        counted_as_collected(rules)
    ));
    paragraphs
}

/// Where a ballot must have a number of approvals, a blank one is void.
fn counted_as_collected(rules: &Rules) -> &'static str {
    match rules.selection {
        Selection::AtMost => "废票和空白票均",
        Selection::Exactly => "废票",
    }
}

fn blank_paper(rules: &Rules) -> &'static str {
    match (rules.selection, blank_paper_abstains(rules)) {
        (Selection::AtMost, true) => "空白的纸质选票有效，对全部候选项目按弃权计。",
        (_, false) => "没有作任何标记的纸质选票，按前条规定的符号认定。",
        (Selection::Exactly, true) => "",
    }
}

pub(super) fn poll(measure: &VotingMeasure<'_>) -> Vec<String> {
    let names = names(measure);
    let cards = Some(measure.cards).filter(|cards| *cards > 0);
    let threshold = cards.map(|_| measure.threshold);
    let (cards, threshold) = cards
        .map_or_else(|| (BLANK.to_owned(), BLANK.to_owned()), |cards| (cards.to_string(), figure(threshold)));
    vec![
        format!(
            "投票开始前，监票人检查票箱，确认票箱为空。投票时，监票人先投票，其次主席台就座的{0}投票，然后其他{0}投票。用过的票签放入票签回收盒。",
            names.voter
        ),
        format!(
            "票箱用{cards}张钥匙卡封存，钥匙卡由监票人分别保管。投票结束后，须有其中任意{threshold}张同时到场，方可开启各候选项目的得票总数。任何一张选票均不单独开启；选票少于2张的，不予开启。"
        ),
    ]
}
