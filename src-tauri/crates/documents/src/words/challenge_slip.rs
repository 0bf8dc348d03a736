//! The sentences of the slip of a challenged ballot, in both languages.

use crate::chars::JOINER;
use messages::Language;
use procedure::ballot::Mark;

/// One language's words.
pub(crate) struct ChallengeSlipWords {
    pub title: &'static str,
    pub code: &'static str,
    pub spoiled: &'static str,
    pub lead: &'static str,
    pub number: &'static str,
    pub name: &'static str,
    pub sealed: &'static str,
    pub mark: fn(Mark) -> &'static str,
    /// From the name of the file.
    pub check: fn(&str) -> String,
    pub digest: &'static str,
}

/// The words of this language.
pub(crate) const fn words(language: Language) -> &'static ChallengeSlipWords {
    match language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    }
}

const CHINESE: ChallengeSlipWords = ChallengeSlipWords {
    title: "检验单",
    code: "查询码：",
    spoiled: "这张选票已作废，不计票。",
    lead: "票决机封存这张选票后，代表要求检验，票决机当场把它拆开。封存的内容如下：",
    number: "编号",
    name: "项目",
    sealed: "封存的选择",
    mark: |mark| match mark {
        Mark::Approve => "赞成",
        Mark::Oppose => "反对",
        Mark::Abstain => "弃权",
    },
    check: |file| {
        format!("检验文件：{file}。用命令 piaojue verify -{JOINER}-{JOINER}challenge 加文件名核对。")
    },
    digest: "本轮名单和办法的校验值：",
};

const ENGLISH: ChallengeSlipWords = ChallengeSlipWords {
    title: "Test of a Kiosk",
    code: "Tracking code: ",
    spoiled: "This ballot is void and is not counted.",
    lead: "After the kiosk had sealed this ballot, the delegate asked to test it, and the kiosk opened it. This was sealed:",
    number: "No.",
    name: "Project",
    sealed: "Sealed mark",
    mark: |mark| match mark {
        Mark::Approve => "For",
        Mark::Oppose => "Against",
        Mark::Abstain => "Abstained",
    },
    check: |file| {
        format!("File: {file}. To check it: piaojue verify -{JOINER}-{JOINER}challenge and the file's name.")
    },
    digest: "Digest of this round's list and rules:",
};
