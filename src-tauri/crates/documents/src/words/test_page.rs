//! The words of the test page.

use messages::Language;

/// The test page's words.
pub(crate) struct TestPageWords {
    pub program: &'static str,
    pub title: &'static str,
    /// What to look for, a paragraph each.
    pub to_check: &'static [&'static str],
}

const CHINESE: TestPageWords = TestPageWords {
    program: "民生票决",
    title: "打印测试页",
    to_check: &[
        "一、四周的细线是版心的边，应当完整，左边距约28毫米，上边距约37毫米。",
        "二、下面的字应当清楚，没有空白方块：赞成　反对　弃权　○　×　䶮㛃𬭚堃喆玥昇垚燚祎旻。",
        "三、下面的二维码应当能够扫描。",
    ],
};

const ENGLISH: TestPageWords = TestPageWords {
    program: "Piaojue",
    title: "Printer Test Page",
    to_check: &[
        "1. The thin lines around this text are the edges of the type area. They must be whole, about 28 mm from the left edge of the sheet and 37 mm from its top.",
        "2. These characters must be clear, with no empty box among them: 赞成 反对 弃权 ○ × 䶮㛃𬭚堃喆玥昇垚燚祎旻.",
        "3. The code below must scan.",
    ],
};

/// The words of this language.
pub(crate) fn test_page(language: Language) -> &'static TestPageWords {
    match language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    }
}
