//! The words of the four reports on the poll: 票箱启用检查单、选票分发情况报告单、选票收回情况报告单、投票结束报告单.

use crate::{Body, Papers};
use messages::Language;
use procedure::count::{Ballots, Delegates, Issued};

/// One language's words.
pub(crate) struct PollWords {
    pub opening_title: &'static str,
    pub distribution_title: &'static str,
    pub return_title: &'static str,
    pub closing_title: &'static str,
    pub opening_intro: fn(i32) -> String,
    pub distribution_intro: fn(i32) -> String,
    pub return_intro: fn(i32) -> String,
    pub closing_intro: fn(i32) -> String,
    pub quorum: &'static str,
    pub kind: &'static str,
    pub slips: &'static str,
    pub paper: &'static str,
    pub sum: &'static str,
    pub made: &'static str,
    pub made_slips: &'static str,
    pub made_paper: &'static str,
    pub made_in_all: &'static str,
    pub in_box: &'static str,
    pub hash_name: &'static str,
    pub hash: &'static str,
    pub key: &'static str,
    pub list_and_rules: &'static str,
    pub root: &'static str,
    pub station_key: &'static str,
    pub opening_certified: &'static str,
    /// How many cards open the totals, of how many.
    pub cards: fn(u32, u32) -> String,
    pub hashes_bind: &'static str,
    pub issued: &'static str,
    pub left_over: &'static str,
    pub cancelled: &'static str,
    pub issued_to: fn(Body, Delegates, Issued) -> String,
    /// What is left over is reckoned, not counted: whoever signs counts it.
    pub left_over_sealed: fn(Papers) -> String,
    pub cancelled_sealed: fn(Papers) -> String,
    pub not_returned: &'static str,
    pub too_many: &'static str,
    pub valid: fn(Issued, Ballots) -> String,
    pub void: fn(Issued, Ballots) -> String,
    pub counted_slips: &'static str,
    pub counted_paper: &'static str,
    pub counted_in_all: &'static str,
    pub difference: &'static str,
    pub box_agrees: &'static str,
    pub box_differs: fn(u64) -> String,
    /// Where more was counted than issued, so that the number left over can't be relied on.
    pub left_over_doubtful: &'static str,
    pub statement: fn(&str) -> String,
    pub before_opening: &'static str,
}

/// The words of this language.
pub(crate) fn poll_report(language: Language) -> &'static PollWords {
    match language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    }
}

const CHINESE: PollWords = PollWords {
    opening_title: "票箱启用检查单（零票报告）",
    distribution_title: "选票分发情况报告单",
    return_title: "选票收回情况报告单",
    closing_title: "投票结束报告单",
    opening_intro: |year| format!("{year}年民生实事项目票决投票开始前，监票人当众检查票箱，情况如下："),
    distribution_intro: |year| format!("{year}年民生实事项目票决的票签和纸质选票，分发情况如下："),
    return_intro: |year| format!("{year}年民生实事项目票决的选票，经监票人、计票人清点，收回情况如下："),
    closing_intro: |year| {
        format!("{year}年民生实事项目票决投票截止，票箱已经封闭。经监票人、计票人清点核对，情况如下：")
    },
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
    root: "票箱校验值",
    station_key: "工作站公钥",
    opening_certified: "经检查，到会人数符合法定人数；票箱内没有选票，票数为零，准予启用。",
    cards: |threshold, cards| {
        format!("票箱由{cards}张钥匙卡共同掌管，{threshold}张以上同时到场，方可开启票数汇总。")
    },
    hashes_bind: "计票所用的票箱公钥、候选项目名单和票决规则，须与上列校验值一致。",
    issued: "发出数",
    left_over: "剩余数",
    cancelled: "作废数",
    issued_to: |body, present, issued| {
        let voter = voter(body);
        let none = present.0.saturating_sub(issued.0);
        if none == 0 {
            format!("实到{voter}{present}人，发出选票{issued}张，发出票数与实到{voter}人数相符。")
        } else {
            format!(
                "实到{voter}{present}人，发出选票{issued}张，发出票数没有超过实到{voter}人数；{none}人没有领取选票。"
            )
        }
    },
    left_over_sealed: |papers| match chinese_papers(papers) {
        Some(papers) => {
            format!("按制作数减去发出数和作废数，应当剩余{papers}，由监票人当众清点，另行封存，不得使用。")
        }
        None => "按制作数减去发出数和作废数，票签和纸质选票没有剩余。".to_owned(),
    },
    cancelled_sealed: |papers| match chinese_papers(papers) {
        Some(papers) => format!("因损坏换发而作废{papers}，已经收回，一并封存。"),
        None => "票签和纸质选票没有作废。".to_owned(),
    },
    not_returned: "未收回数",
    too_many: "多出数",
    valid: |issued, collected| {
        let relation = if issued.0 == collected.0 { "等于" } else { "少于" };
        format!("收回选票{collected}张，{relation}发出选票{issued}张，按规定本轮票决有效。")
    },
    void: |issued, collected| {
        format!("收回选票{collected}张，多于发出选票{issued}张，按规定本轮票决无效，重新票决。")
    },
    counted_slips: "清点票签",
    counted_paper: "清点纸质选票",
    counted_in_all: "清点合计",
    difference: "相差",
    box_agrees: "票箱内票数与清点收回的票签、纸质选票张数一致。",
    box_differs: |difference| format!("票箱内票数与清点收回的票签、纸质选票张数相差{difference}张。"),
    left_over_doubtful: "清点的张数多于发出数，剩余数以当众清点的为准。",
    statement: |statement| format!("监票人说明：{statement}"),
    before_opening: "票箱校验值在开启任何选票和票数之前抄录，由监票人、计票人签名确认；计票须以校验值与此一致的票箱为准。",
};

const ENGLISH: PollWords = PollWords {
    opening_title: "Opening of the Ballot Box (Zero Report)",
    distribution_title: "Report on the Ballots Issued",
    return_title: "Report on the Ballots Collected",
    closing_title: "Report on the Close of the Poll",
    opening_intro: |year| {
        format!(
            "Before the poll on the livelihood projects of {year} began, the scrutineers inspected the ballot box in public and found:"
        )
    },
    distribution_intro: |year| {
        format!(
            "The slips and paper ballots for the vote on the livelihood projects of {year} were used as follows:"
        )
    },
    return_intro: |year| {
        format!(
            "The scrutineers and tellers counted the ballots collected in the vote on the livelihood projects of {year}:"
        )
    },
    closing_intro: |year| {
        format!(
            "The poll on the livelihood projects of {year} has ended and the ballot box is closed. The scrutineers and tellers counted and found:"
        )
    },
    quorum: "Quorum",
    kind: "Kind",
    slips: "Slips",
    paper: "Paper ballots",
    sum: "Total",
    made: "Made",
    made_slips: "Slips made",
    made_paper: "Paper ballots made",
    made_in_all: "Made in all",
    in_box: "Ballots in the box",
    hash_name: "Of",
    hash: "Digest",
    key: "Key of the box",
    list_and_rules: "List and rules",
    root: "Root of the box",
    station_key: "Station key",
    opening_certified: "The quorum is reached. The ballot box is empty: it holds 0 ballots, and may be used.",
    cards: |threshold, cards| {
        format!(
            "The box is held by {cards} key cards; at least {threshold} of them, presented together, open the totals."
        )
    },
    hashes_bind: "The key, the list and the rules that the count uses must have the digests above.",
    issued: "Issued",
    left_over: "Left over",
    cancelled: "Cancelled",
    issued_to: |body, present, issued| {
        let voters = match body {
            Body::Congress | Body::StreetAssembly => "Delegates",
            Body::StandingCommittee => "Members",
        };
        let none = present.0.saturating_sub(issued.0);
        if none == 0 {
            format!("{voters} present: {present}. Ballots issued: {issued}, as many as are present.")
        } else {
            format!(
                "{voters} present: {present}. Ballots issued: {issued}, no more than are present; {none} took none."
            )
        }
    },
    left_over_sealed: |papers| match english_papers(papers) {
        Some(papers) => {
            format!(
                "Made, less issued and cancelled, should be left over: {papers}. The scrutineers count them in public and seal them away; they must not be used."
            )
        }
        None => "Made, less issued and cancelled, leaves no slip and no paper ballot over.".to_owned(),
    },
    cancelled_sealed: |papers| match english_papers(papers) {
        Some(papers) => {
            format!("Damaged, exchanged and cancelled: {papers}. They were taken back and sealed away, too.")
        }
        None => "No slip and no paper ballot was cancelled.".to_owned(),
    },
    not_returned: "Not returned",
    too_many: "Too many",
    valid: |issued, collected| {
        let relation = if issued.0 == collected.0 { "as many as" } else { "fewer than" };
        format!(
            "Ballots collected: {collected}, {relation} the {issued} issued. By the rules this round is valid."
        )
    },
    void: |issued, collected| {
        format!(
            "Ballots collected: {collected}, more than the {issued} issued. By the rules this round is void and is voted again."
        )
    },
    counted_slips: "Slips counted",
    counted_paper: "Paper counted",
    counted_in_all: "Counted in all",
    difference: "Difference",
    box_agrees: "The ballots in the box are as many as the spent slips and paper ballots counted by hand.",
    box_differs: |difference| {
        format!(
            "The ballots in the box and the spent slips and paper ballots counted by hand differ by {difference}."
        )
    },
    left_over_doubtful: "More were counted by hand than issued: what is left over is to be counted in public.",
    statement: |statement| format!("Statement of the scrutineers: {statement}"),
    before_opening: "The root was copied before any ballot or total was opened; the scrutineers and tellers confirm it by their signatures. Only a box with this root may be counted.",
};

fn voter(body: Body) -> &'static str {
    match body {
        Body::Congress | Body::StreetAssembly => "代表",
        Body::StandingCommittee => "委员",
    }
}

/// The kinds of which there are any.
fn chinese_papers(papers: Papers) -> Option<String> {
    match papers {
        Papers { slips: 0, paper: 0 } => None,
        Papers { slips, paper: 0 } => Some(format!("票签{slips}张")),
        Papers { slips: 0, paper } => Some(format!("纸质选票{paper}张")),
        Papers { slips, paper } => Some(format!("票签{slips}张、纸质选票{paper}张")),
    }
}

fn english_papers(papers: Papers) -> Option<String> {
    match papers {
        Papers { slips: 0, paper: 0 } => None,
        Papers { slips, paper: 0 } => Some(format!("slips {slips}")),
        Papers { slips: 0, paper } => Some(format!("paper ballots {paper}")),
        Papers { slips, paper } => Some(format!("slips {slips}, paper ballots {paper}")),
    }
}
