//! The printer test page in Chinese.

use super::Labels;

pub(super) const LABELS: Labels = Labels {
    program: "民生票决",
    title: "打印测试页",
    to_check: &[
        "一、四周的细线是版心的边，应当完整，左边距约28毫米，上边距约37毫米。",
        "二、下面的字应当清楚，没有空白方块：赞成　反对　弃权　○　×　䶮㛃𬭚堃喆玥昇垚燚祎旻。",
        "三、下面的二维码应当能够扫描。",
    ],
};
