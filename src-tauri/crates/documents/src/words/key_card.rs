//! The key card's words (钥匙卡).

use messages::Language;

/// One language's words.
pub(crate) struct KeyCardWords {
    pub title: &'static str,
    pub which: fn(u32, u32) -> String,
    pub holder: fn(&str) -> String,
    /// From how many cards open the totals, and the year.
    pub purpose: fn(u32, i32) -> String,
    pub only_at_the_count: &'static str,
    /// What to do with the card, in order.
    pub instructions: [&'static str; 5],
    pub signature: &'static str,
    /// At the top and the bottom, and upright at both sides.
    pub seal: &'static str,
    pub seal_upright: &'static str,
    pub first_fold: &'static str,
    pub second_fold: &'static str,
    pub scan: &'static str,
    pub type_rows: &'static str,
}

/// The words of this language.
pub(crate) fn key_card(language: Language) -> &'static KeyCardWords {
    match language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    }
}

const CHINESE: KeyCardWords = KeyCardWords {
    title: "钥匙卡",
    which: |index, cards| format!("第{index}张，共{cards}张"),
    holder: |holder| format!("持卡监票人：{holder}"),
    purpose: |threshold, year| {
        format!("{year}年民生实事项目票决各轮通用；{threshold}张以上同时到场，方可开启票数汇总")
    },
    only_at_the_count: "计票时当众拆封，此前不得拆开",
    instructions: [
        "折叠：先沿折线1把下栏向上折，盖住中栏；再沿折线2把上栏向后折，使本面在外。",
        "加封：在上下左右四处加贴封条，持卡人在每处封条与卡面之间骑缝签名。",
        "保管：由持卡人本人保管，不得拍照、复印、转交他人，不得折弯密码图。",
        "计票：由持卡人当众拆封，本人扫描或者输入；用毕重新折叠加封，以备以后各轮使用。",
        "遗失、封条破损或者内容被他人看到的，立即报告总监票人。",
    ],
    signature: "持卡人签收：",
    seal: "封　条",
    seal_upright: "封\n条",
    first_fold: "折线1（先折）：下栏沿此线向上折，盖住中栏",
    second_fold: "折线2（后折）：上栏沿此线向后折",
    scan: "计票时，由持卡人本人当场扫描：",
    type_rows: "不能扫描时，逐行输入：",
};

const ENGLISH: KeyCardWords = KeyCardWords {
    title: "Key Card",
    which: |index, cards| format!("Card {index} of {cards}"),
    holder: |holder| format!("Scrutineer: {holder}"),
    purpose: |threshold, year| {
        format!(
            "For all rounds of the vote on the livelihood projects of {year}; {threshold} cards together open the totals"
        )
    },
    only_at_the_count: "Open only at the count, before everybody",
    instructions: [
        "Fold the lower panel up along fold 1, over the code; then the upper panel back along fold 2: this side stays outside.",
        "Stick a seal over each of the four edges; the holder signs across each seal onto the card.",
        "The holder keeps it in person: no photographs, no copies, no handing on, no crease in the code.",
        "At the count the holder opens it before everybody, scans or types it, then folds and seals it again for later rounds.",
        "If it is lost, a seal is broken or others have seen the code, tell the chief scrutineer at once.",
    ],
    signature: "Received by the holder:",
    seal: "Seal",
    seal_upright: "S\ne\na\nl",
    first_fold: "Fold 1 (first): fold the lower panel up along this line, over the middle one",
    second_fold: "Fold 2 (then): fold the upper panel back along this line",
    scan: "At the count, the holder scans this in person:",
    type_rows: "If it can't be scanned, type these rows:",
};
