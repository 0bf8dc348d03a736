//! The key card in Chinese.

use super::Labels;

pub(super) const LABELS: Labels = Labels {
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
        "计票：由持卡人当众拆封，本人扫描或者输入；用毕重新折叠加封，以备以后各轮使用；全部结果宣布以后，当众销毁。",
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
