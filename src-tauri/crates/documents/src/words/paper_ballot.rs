//! The paper ballot's words (纸质选票): the rules as a voter reads them.

use messages::Language;
use procedure::count::Seats;

/// One language's words.
pub(crate) struct PaperBallotWords {
    pub subject: fn(i32) -> String,
    pub title: &'static str,
    pub seal: &'static str,
    pub notes: &'static str,
    /// A note and its number.
    pub note: fn(usize, &str) -> String,
    /// How many candidates there are, and how many are to be adopted.
    pub count: fn(usize, Seats) -> String,
    /// From the most approvals allowed.
    pub at_most: fn(u32) -> String,
    pub exactly: fn(u32) -> String,
    pub categories_at_most_or_void: &'static str,
    pub categories_at_most_or_category_void: &'static str,
    pub categories_exactly: &'static str,
    /// The marks: what the box takes, in one sentence.
    pub marks: fn(&[String]) -> String,
    pub approve: &'static str,
    pub oppose: &'static str,
    pub abstain: &'static str,
    /// A meaning and its mark.
    pub mark: fn(&str, &str) -> String,
    pub no_mark: fn(&str) -> String,
    pub unmarked_abstains: &'static str,
    pub approve_only: fn(&str) -> String,
    pub approve_only_by_blank: fn(&str) -> String,
    pub unclear: &'static str,
    pub blank_abstains: &'static str,
    pub blank_opposes: &'static str,
    pub blank_is_void: &'static str,
    pub number: &'static str,
    pub name: &'static str,
    pub mark_head: &'static str,
    /// A category, its seats, and whether approvals must be just as many.
    pub category_at_most: fn(&str, Seats) -> String,
    pub category_exactly: fn(&str, Seats) -> String,
    /// A category's head where it goes on on the back.
    pub continued_group: fn(&str) -> String,
    pub continued: &'static str,
    pub back: &'static str,
}

/// The words of this language.
pub(crate) fn paper_ballot(language: Language) -> &'static PaperBallotWords {
    match language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    }
}

const CHINESE: PaperBallotWords = PaperBallotWords {
    subject: |year| format!("{year}年民生实事项目票决"),
    title: "选　票",
    seal: "（盖章处）",
    notes: "说　明",
    note: |number, text| format!("{number}. {text}"),
    count: |candidates, seats| format!("候选项目{candidates}个，应选项目{seats}个。"),
    at_most: |limit| {
        format!(
            "每张选票赞成的项目不得超过{limit}个。等于或者少于{limit}个的，选票有效；超过{limit}个的，选票无效。"
        )
    },
    exactly: |limit| format!("每张选票赞成的项目必须是{limit}个。多于或者少于{limit}个的，选票无效。"),
    categories_at_most_or_void: "分类票决，赞成的项目在每一类中都不得超过该类应选项目数。任何一类超过的，整张选票无效。",
    categories_at_most_or_category_void: "分类票决，赞成的项目在每一类中都不得超过该类应选项目数。某一类超过的，该类各项目按弃权计，其他类有效。",
    categories_exactly: "分类票决，赞成的项目在每一类中都必须等于该类应选项目数。任何一类多于或者少于的，整张选票无效。",
    marks: |marks| format!("在“表决意见”栏内填写：{}。", marks.join("；")),
    approve: "赞成",
    oppose: "反对",
    abstain: "弃权",
    mark: |meaning, mark| format!("{meaning}的，画“{mark}”"),
    no_mark: |meaning| format!("{meaning}的，不作任何标记"),
    unmarked_abstains: "没有标记的，按弃权计",
    approve_only: |mark| format!("在“表决意见”栏内填写：赞成的，画“{mark}”；没有标记的，按弃权计。"),
    approve_only_by_blank: |mark| {
        format!("在“表决意见”栏内填写：赞成的，不作任何标记；不赞成的，画“{mark}”，按弃权计。")
    },
    unclear: "标记能够辨认的，有效；个别项目的标记无法辨认的，该项目按弃权计；整张选票无法辨认的，选票无效。",
    blank_abstains: "整张选票没有作任何标记的，选票有效，视为对全部候选项目弃权。",
    blank_opposes: "整张选票没有作任何标记的，选票有效，视为反对全部候选项目。",
    blank_is_void: "整张选票没有作任何标记的，选票无效。",
    number: "编号",
    name: "候选项目名称",
    mark_head: "表决意见",
    category_at_most: |name, seats| format!("{name}（应选项目{seats}个，赞成不得超过{seats}个）"),
    category_exactly: |name, seats| format!("{name}（应选项目{seats}个，赞成必须是{seats}个）"),
    continued_group: |head| format!("{head}（续）"),
    continued: "（背面还有候选项目）",
    back: "背面",
};

const ENGLISH: PaperBallotWords = PaperBallotWords {
    subject: |year| format!("Vote on the Livelihood Projects of {year}"),
    title: "BALLOT",
    seal: "(Seal)",
    notes: "How to vote",
    note: |number, text| format!("{number}. {text}"),
    count: |candidates, seats| format!("Candidates: {candidates}. Projects to be adopted: {seats}."),
    at_most: |limit| {
        format!(
            "Vote for at most {limit} projects. A ballot with {limit} approvals or fewer is valid; with more than {limit} it is void."
        )
    },
    exactly: |limit| {
        format!(
            "Vote for exactly {limit} projects. A ballot with more or fewer than {limit} approvals is void."
        )
    },
    categories_at_most_or_void: "In each category, vote for no more projects than are to be adopted in it. More in any category, and the whole ballot is void.",
    categories_at_most_or_category_void: "In each category, vote for no more projects than are to be adopted in it. Where there are more, that category counts as abstentions; the others stand.",
    categories_exactly: "In each category, vote for exactly as many projects as are to be adopted in it. More or fewer in any category, and the whole ballot is void.",
    marks: |marks| format!("In the column Your vote: {}.", marks.join("; ")),
    approve: "for the project",
    oppose: "against it",
    abstain: "to abstain",
    mark: |meaning, mark| format!("{meaning}, put {mark}"),
    no_mark: |meaning| format!("{meaning}, leave the box empty"),
    unmarked_abstains: "an empty box is an abstention",
    approve_only: |mark| {
        format!("In the column Your vote: for the project, put {mark}; an empty box is an abstention.")
    },
    approve_only_by_blank: |mark| {
        format!(
            "In the column Your vote: for the project, leave the box empty; otherwise put {mark}, which is an abstention."
        )
    },
    unclear: "A mark that can be read counts. One unclear mark is an abstention on that project; a ballot that can't be read as a whole is void.",
    blank_abstains: "A ballot without any mark is valid and abstains on all candidates.",
    blank_opposes: "A ballot without any mark is valid and opposes all candidates.",
    blank_is_void: "A ballot without any mark is void.",
    number: "No.",
    name: "Project",
    mark_head: "Your vote",
    category_at_most: |name, seats| format!("{name} (to be adopted: {seats}; vote for at most {seats})"),
    category_exactly: |name, seats| format!("{name} (to be adopted: {seats}; vote for exactly {seats})"),
    continued_group: |head| format!("{head}, continued"),
    continued: "(More candidates on the back)",
    back: "Back",
};
