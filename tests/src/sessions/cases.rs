//! What happens in each of the dozen sessions. All names of bodies, people and projects are invented.

use super::{
    hall::{Hall, Setup, profile},
    people::{LONGEST, rare_roster, roster},
    projects,
};
use messages::Language;
use session_model::{DocumentTexts, Level, ProfileText};

fn texts(place: &str) -> DocumentTexts {
    DocumentTexts { place: place.to_owned(), ..DocumentTexts::default() }
}

pub fn county() -> Hall {
    let texts = DocumentTexts {
        place: "云溪县会议中心一楼报告厅".to_owned(),
        measure_purpose: "为了保障云溪县人民代表大会依法行使重大事项决定权，规范民生实事项目的票决".to_owned(),
        resolution_number: "云人大决〔2026〕3号".to_owned(),
        resolution_preamble: "云溪县第十八届人民代表大会第六次会议听取了县人民政府关于2026年民生实事候选项目的报告，经各代表团审议，\
            同意大会主席团提出的候选项目，并以无记名投票方式进行了票决。"
            .to_owned(),
        resolution_signer: "云溪县第十八届人民代表大会第六次会议".to_owned(),
        announcement_number: "第7号".to_owned(),
    };
    let profile = ProfileText {
        texts, ..profile("云溪县人民代表大会", "第十八届第六次会议", Level::County)
    };
    let mut hall = Hall::begun(Setup {
        profile,
        delegates: roster(30, &["城关代表团", "北山代表团", "清溪代表团"]),
        candidates: projects::list(12),
        rules: r#"{"seats": 10}"#,
    });
    hall.poll(26, 2);
    hall.vote(&[
        (26, 1),
        (24, 0),
        (28, 0),
        (22, 3),
        (16, 8),
        (25, 2),
        (15, 9),
        (20, 4),
        (19, 0),
        (18, 6),
        (23, 1),
        (17, 5),
    ]);
    hall
}

pub fn no_quorum() -> Hall {
    let delegations =
        ["东门", "西关", "南湖", "北山", "清溪", "青石", "白云", "临江新区", "驻临部队", "市直机关"]
            .map(|name| format!("{name}代表团"));
    let delegations: Vec<&str> = delegations.iter().map(String::as_str).collect();
    let mut hall = Hall::begun(Setup {
        profile: ProfileText {
            texts: texts("市人民会堂"),
            ..profile("临江市人民代表大会", "第九届第一次会议", Level::City)
        },
        delegates: roster(300, &delegations),
        candidates: projects::list(6),
        rules: r#"{"seats": 5, "late_arrival": "until-open"}"#,
    });
    hall.seal(301, 2);
    hall.check_in(198, 1);
    hall.void_for_quorum();
    hall.begin_next();
    hall
}

pub fn categories() -> Hall {
    let candidates = projects::named(&[
        ("柳林村至松坪圩道路硬化", "交通"),
        ("松坪中心小学食堂扩建", "教育"),
        ("敬老院适老化改造", "养老"),
        ("松坪大桥加固", "交通"),
        ("村级幸福食堂", "养老"),
        ("松坪初级中学运动场改造", "教育"),
        ("通组路安全防护栏安装", "交通"),
    ]);
    let mut hall = Hall::begun(Setup {
        profile: profile("青溪县松坪镇人民代表大会", "第五届第七次会议", Level::Township),
        delegates: roster(21, &["第一代表团", "第二代表团"]),
        candidates,
        rules: r#"{"categories": [{"name": "交通", "seats": 2}, {"name": "教育", "seats": 1}, {"name": "养老", "seats": 1}],
            "too_few": "further-round", "too_few_majority": "plurality", "further_rounds_at_most": 3,
            "category_breach": "category"}"#,
    });
    hall.poll(18, 2);
    hall.vote(&[(16, 0), (13, 2), (10, 4), (12, 1), (9, 5), (7, 9), (12, 3)]);
    hall.begin_next();
    hall.poll(20, 0);
    hall.vote(&[(11, 0), (9, 0)]);
    hall.begin_next();
    hall.poll(19, 0);
    hall.vote(&[(10, 2), (8, 0)]);
    hall
}

pub fn street() -> Hall {
    let candidates = projects::named(&[
        ("河东社区党群服务中心改造", ""),
        ("背街小巷路灯增设", ""),
        ("桥头菜市场改造", ""),
        ("社区食堂", ""),
        ("文体广场修缮", ""),
    ]);
    let mut hall = Hall::begun(Setup {
        profile: ProfileText {
            presidium: "河东街道议政代表会主席团".to_owned(),
            texts: texts("街道办事处三楼会议室"),
            ..profile("河东街道议政代表会", "第二次会议", Level::Township)
        },
        delegates: roster(15, &["河东社区", "桥头社区"]),
        candidates,
        rules: r#"{"seats": 3, "body": "street-assembly", "marks": "approve-only", "selection": "exactly", "tie": "lot",
            "legend": {"approve": "√", "oppose": "×", "abstain": ""}}"#,
    });
    hall.poll(9, 5);
    hall.cast(12, 3, &[(11, 0), (9, 0), (8, 0), (8, 0), (0, 0)]);
    hall.cast_void();
    hall.close(None);
    hall.count();
    hall.draw(&["4"]);
    hall.announce();
    hall
}

pub fn committee() -> Hall {
    let mut hall = Hall::begun(Setup {
        profile: ProfileText {
            presidium: "青溪县人民代表大会常务委员会".to_owned(),
            ..profile("青溪县人民代表大会常务委员会", "第三十一次会议", Level::County)
        },
        delegates: roster(23, &[""]),
        candidates: projects::list(6),
        rules: r#"{"seats": 4, "body": "standing-committee", "too_few": "further-round"}"#,
    });
    hall.poll(20, 0);
    hall.vote(&[(18, 1), (15, 2), (11, 6), (9, 9), (8, 4), (11, 3)]);
    hall.begin_next();
    hall.poll(19, 0);
    hall.vote(&[(12, 4), (9, 6), (7, 8), (10, 3)]);
    hall
}

pub fn training() -> Hall {
    let mut hall = Hall::begun(Setup {
        profile: ProfileText {
            training: true,
            ..profile("云溪县人民代表大会", "第十八届第六次会议（模拟）", Level::County)
        },
        delegates: roster(12, &["第一代表团", "第二代表团", "第三代表团"]),
        candidates: projects::list(8),
        rules: r#"{"seats": 5, "selection_limit": 6, "majority": {"of": "present", "at_least": "2/3"}, "tie": "lot"}"#,
    });
    hall.poll(10, 2);
    hall.cast(11, 1, &[(11, 0), (9, 1), (9, 0), (10, 0), (8, 2), (8, 1), (4, 3), (0, 9)]);
    hall.close(None);
    hall.count();
    hall
}

pub fn too_many() -> Hall {
    let mut hall = Hall::begun(Setup {
        profile: profile("新安区人民代表大会", "第六届第二次会议", Level::County),
        delegates: roster(18, &["东片代表团", "西片代表团"]),
        candidates: projects::list(4),
        rules: r#"{"seats": 2, "selection": "exactly", "tie": "all"}"#,
    });
    hall.poll(16, 0);
    hall.cast(17, 0, &[(12, 2), (9, 4), (8, 0), (5, 5)]);
    hall.close(Some("票箱内较发出的票签多出1张，经总监票人和监票人核对，原因不明，按实际收回数关闭投票。"));
    hall.count();
    hall.begin_next();
    hall.poll(17, 0);
    hall.vote(&[(13, 2), (10, 4), (10, 5), (1, 12)]);
    hall
}

pub fn decision() -> Hall {
    let mut hall = Hall::begun(Setup {
        profile: profile("海陵市人民代表大会", "第八届第三次会议", Level::City),
        delegates: roster(24, &["第一代表团", "第二代表团"]),
        candidates: projects::list(5),
        rules: r#"{"seats": 4, "majority": {"of": "collected", "more_than": "1/2"}}"#,
    });
    hall.seal(26, 3);
    hall.check_in(18, 1);
    hall.open();
    hall.cast(6, 0, &[(4, 1), (3, 1), (5, 0), (6, 0), (2, 3)]);
    hall.suspend();
    hall.end_by_decision("会场停电，投票设备无法恢复。经大会主席团决定，本轮投票终止，重新投票。");
    hall.begin_next();
    hall.seal(26, 3);
    hall.check_in(18, 2);
    hall.exchange_slip();
    hall.open();
    hall.check_in(2, 0);
    hall.vote(&[(20, 1), (12, 5), (15, 4), (11, 2), (18, 0)]);
    hall
}

pub fn sixty() -> Hall {
    let people = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let mut hall = Hall::begun(Setup {
        profile: ProfileText {
            chief: LONGEST.to_owned(),
            scrutineers: people(&[
                "古丽娜尔·艾山",
                "斯琴高娃·巴特尔",
                "次仁旺堆",
                "王敏",
                "欧阳文轩",
                "阿不都热依木·吐尔逊江",
                "李军",
            ]),
            tellers: people(&["买买提明·阿不都克里木江", "陈洁", "赵永平", "周淑珍", "巴哈尔古丽·玉素甫"]),
            threshold: 5,
            ..profile(
                "博尔塔拉河谷蒙古自治州阿尔夏提哈萨克自治县人民代表大会",
                "第十五届第五次会议",
                Level::County,
            )
        },
        delegates: roster(10, &["博格达尔村、查干屯格村、赛里木联合代表团"]),
        candidates: projects::sixty(),
        rules: r#"{"seats": 30, "order": "list", "tie": "none"}"#,
    });
    hall.poll(9, 1);
    let totals: Vec<(usize, usize)> = (0..60)
        .map(|index| (if index % 2 == 0 { 6 + index % 5 / 2 } else { index % 4 }, index % 3))
        .collect();
    hall.vote(&totals);
    hall
}

pub fn equal() -> Hall {
    let mut hall = Hall::begun(Setup {
        profile: ProfileText {
            texts: DocumentTexts {
                resolution_signer: "石桥乡人民代表大会".to_owned(),
                ..texts("乡政府会议室")
            },
            ..profile("石桥乡人民代表大会", "第二十届第九次会议", Level::Township)
        },
        delegates: roster(14, &["石桥", "大坪"]),
        candidates: projects::list(3),
        rules: r#"{"seats": 3, "margin": "0", "majority": {"of": "valid", "more_than": "1/2"},
            "legend": {"approve": "√", "oppose": "×", "abstain": "○"}}"#,
    });
    hall.log_ceremonies();
    hall.poll(10, 1);
    hall.cast(10, 1, &[(9, 0), (5, 4), (8, 1)]);
    hall.close(None);
    hall.count();
    hall.confirm();
    hall
}

pub fn rare() -> Hall {
    let candidates = projects::named(&[
        ("䶮溪㛃湾环境整治", ""),
        ("𬭚矿遗址公园", ""),
        ("垚山燚塔旅游公路", ""),
        ("昇平街、祎园排水管网", ""),
        ("玥湖小学喆园分校", ""),
        ("“堃”字号老街保护修缮", ""),
    ]);
    let people = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let mut hall = Hall::begun(Setup {
        profile: ProfileText {
            chief: "龙䶮".to_owned(),
            scrutineers: people(&["覃㛃", "李𬭚"]),
            tellers: people(&["莫玥垚"]),
            texts: DocumentTexts {
                announcement_number: "第1号（䶮）".to_owned(),
                ..texts("䶮溪镇㛃湾村文化礼堂")
            },
            ..profile("䶮溪镇人民代表大会", "第三届第二次会议", Level::Township)
        },
        delegates: rare_roster(16, &["㛃湾代表团", "𬭚山代表团"]),
        candidates,
        rules: r#"{"seats": 3, "majority": {"of": "valid", "more_than": "0"}, "tie": "none"}"#,
    });
    hall.keep_secrets(super::fonts());
    hall.seal(16, 2);
    hall.check_in(12, 2);
    hall.open();
    hall.suspend();
    hall.resume();
    hall.vote(&[(12, 0), (9, 2), (6, 0), (6, 4), (3, 0), (2, 9)]);
    hall
}

pub fn english() -> Hall {
    let names: [(&str, &str); 5] = [
        ("Rural roads: 45 km resurfaced", ""),
        ("A second primary school for the southern district (36 classes, 1,620 places)", ""),
        ("Old housing estates renewed", ""),
        ("Day care for the elderly and for infants", ""),
        ("Water mains", ""),
    ];
    let mut hall = Hall::begun(Setup {
        profile: ProfileText {
            presidium: "Presidium of the Congress".to_owned(),
            language: Language::English,
            chief: "Wei Zhiqiang".to_owned(),
            scrutineers: ["Huang Lihua", "Ouyang Wenxuan"].map(String::from).into(),
            tellers: ["Chen Jie"].map(String::from).into(),
            texts: texts("County Hall"),
            ..profile(
                "People's Congress of Qingshan County",
                "Sixth Session of the Eighteenth Congress",
                Level::County,
            )
        },
        delegates: roster(13, &["North Delegation", "South Delegation"]),
        candidates: projects::named(&names),
        rules: r#"{"seats": 3}"#,
    });
    hall.log_ceremonies();
    hall.keep_secrets(super::fonts());
    hall.poll(11, 1);
    hall.vote(&[(11, 0), (9, 1), (7, 2), (7, 3), (0, 9)]);
    hall.begin_next();
    hall.poll(12, 0);
    hall.cast(5, 0, &[(3, 0), (2, 0)]);
    hall.suspend();
    hall
}
