//! The words in Chinese.

use super::{AnnouncementWords, DetailWords, ListWords, ReportWords, SlipWords, Voters, Words};
use chrono::Datelike as _;
use procedure::date;

const DATE_PARTS: &[(f32, &str)] = &[(48.0, "年"), (30.0, "月"), (30.0, "日")];

pub(super) const WORDS: Words = Words {
    draft: "草稿",
    unofficial: "非正式",
    official: "正式",
    training: "演练",
    training_mark: "演练　仅供演练，不具效力",
    foot_separator: "　",
    record_hash: "记录摘要：",
    name_separator: "",
    number_separator: "、",
    congress: Voters { all: "全体代表", present: "实到代表", by_all: "全体代表" },
    standing_committee: Voters { all: "全体委员", present: "实到委员", by_all: "全体组成人员" },
    street_assembly: Voters { all: "全体代表", present: "实到代表", by_all: "全体代表" },
    date: date::official,
    date_in_cell: |date| format!("{}年\n{}月{}日", date.year(), date.month(), date.day()),
    round: |round| format!("第{round}轮"),
    round_in_title: |round| format!("（第{round}轮）"),
    signing_page: |document| format!("《{document}》签名页"),
    blank_page: "（本页空白）",
    qr_code: "二维码",
    list: ListWords {
        title: |year| format!("{year}年民生实事候选项目名单"),
        summary: |seats, candidates| format!("应选项目{seats}个，候选项目{candidates}个。"),
        summary_by_category: |seats, categories, candidates| {
            format!("应选项目{seats}个，其中{categories}；候选项目{candidates}个。")
        },
        seats_of_category: |category, seats| format!("{category}应选{seats}个"),
        category_heading: |category, seats| format!("{category}（应选{seats}个）"),
        continued: |heading| format!("{heading}（续）"),
        number: "编号",
        name: "项目名称",
        content: "建设内容",
        location: "建设地点",
        investment: "总投资\n（万元）",
        investment_this_year: "年度投资\n（万元）",
        responsible_unit: "责任单位",
        deadline: "完成时限",
        sub_item: |number, text| format!("（{number}）{text}"),
        details: DetailWords {
            heading: |number, name| format!("编号{number}　{name}"),
            item: "事项",
            text: "内容",
            category: "类别",
            content: "建设内容",
            sub_items: "子项",
            location: "建设地点",
            investment: "总投资",
            investment_this_year: "年度计划投资",
            amount: |amount| format!("{amount}万元"),
            sources: "资金来源",
            responsible_unit: "责任单位",
            deadline: "完成时限",
            benefit: "预期效益",
            origin: "项目来源",
        },
    },
    report: ReportWords {
        title: |year| format!("{year}年民生实事项目票决结果报告单"),
        vote_date: "票决日期：",
        summary_gap: "　　",
        seats: |seats| format!("应选项目：{seats}个"),
        seats_by_category: |seats, categories| format!("应选项目：{seats}个（{categories}）"),
        seats_of_category: |category, seats| format!("{category}{seats}个"),
        issued: "发出票数",
        collected: "收回票数",
        valid: "有效票",
        void: "废票",
        threshold_rule: |rule, votes| match (rule, votes) {
            ("", None) => String::new(),
            ("", Some(votes)) => format!("赞成票不少于{votes}票的，方可通过。"),
            (rule, None) => format!("{rule}。"),
            (rule, Some(votes)) => format!("{rule}，即赞成票不少于{votes}票。"),
        },
        rank: "名次",
        number: "编号",
        name: "项目名称",
        category: "类别",
        approve: "赞成",
        oppose: "反对",
        abstain: "弃权",
        verdict: "结果",
        adopted: "通过",
        adopted_by_lot: "抽签通过",
        not_adopted: "未通过",
        tied: "票数相等",
        further_round: "再次票决",
        round_void: "本轮票决无效。",
        quorum_missing: "原因：到会人数未达到法定人数。",
        more_collected: "原因：收回票数多于发出票数。",
        by_decision: |roles| format!("原因：{}决定本轮票决无效。", roles.presidium),
        notes: "说明",
        box_root: "票箱校验值：",
        station_key: "工作站公钥：",
        chief: "总监票人：",
        scrutineers: "监票人：",
        tellers: "计票人：",
        sign_date: "签名日期：",
        sign_date_parts: DATE_PARTS,
    },
    announcement: AnnouncementWords {
        title: "公告",
        opening: |session, voters, rounds, year, adopted| {
            let by_all = voters.by_all;
            let rounds = if rounds > 1 { format!("{rounds}轮") } else { String::new() };
            format!(
                "{session}经{by_all}{rounds}无记名投票表决，确定下列{adopted}个项目为{year}年民生实事项目："
            )
        },
        item: |number, name| format!("{number}. {name}"),
        category: |category, adopted| format!("{category}（{adopted}个）"),
        other_number: |seats, adopted| match (seats.0 as usize).checked_sub(adopted) {
            Some(empty) => format!("应选项目{seats}个，实际选定{adopted}个，空缺{empty}个。"),
            None => {
                format!("应选项目{seats}个，末位票数相等的项目依照票决办法一并通过，实际选定{adopted}个。")
            }
        },
        closing: "现予公告。",
        date_parts: DATE_PARTS,
    },
    slip: SlipWords {
        document_title: "票签",
        title: "票　签",
        instruction: "在票决机上扫描此码，或输入下面的号码。一签一票，只能用一次；请勿示人，遗失不补。",
        zone: |number, colour| format!("第{number}票区　{colour}色"),
    },
};
