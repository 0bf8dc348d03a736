//! Candidate projects. Places, units and amounts are invented.

use chrono::NaiveDate;
use procedure::{candidate::Candidate, deadline::Deadline, money::Money};

/// Names of projects, with who answers for each and what is done.
const PROJECTS: [(&str, &str, &str); 12] = [
    ("城乡供水一体化改造工程", "县水利局", "新建水厂1座，改造供水管网86公里，惠及农村人口4.2万人。"),
    (
        "老旧小区改造",
        "县住房和城乡建设局",
        "改造2000年底前建成的老旧小区12个，完善水、电、气、路等配套设施。",
    ),
    ("第二实验小学新建项目", "县教育体育局", "新建教学楼、综合楼及运动场，设36个班，新增学位1,620个。"),
    ("“一老一小”服务设施建设", "县民政局", "建成街道综合养老服务中心3处、普惠托育园2所（托位240个）。"),
    (
        "县人民医院急诊综合楼建设项目",
        "县卫生健康局",
        "新建急诊综合楼1栋，建筑面积1.8万平方米，购置设备（含CT 1台）。",
    ),
    ("农村公路提升工程", "县交通运输局", "改造县乡道45.6公里，加固危旧桥梁9座，安装防护栏120公里。"),
    ("城区停车泊位增设", "县城市管理局", "利用边角地块新增公共停车泊位1,500个，其中充电车位300个。"),
    ("河道综合治理与滨水步道", "县水利局", "整治清溪河城区段7.3公里，建设滨水步道、口袋公园5处。"),
    ("农贸市场标准化改造", "县市场监督管理局", "改造东门、南关等4个农贸市场，完善消防、排水和检测设施。"),
    ("村级卫生室规范化建设", "县卫生健康局", "新建、改建村卫生室60所，配备健康一体机，实行统一药品配送。"),
    (
        "公共文化场馆免费开放与流动图书车服务",
        "县文化和旅游局",
        "图书馆、文化馆延时开放，流动图书车每周下乡3次。",
    ),
    ("困难群众冬季取暖补贴", "县民政局", "为低保户、特困人员等6,800户发放取暖补贴。"),
];
/// From the least amount to the largest, in 万元; a programme may have none.
const AMOUNTS: [&str; 12] = [
    "3600",
    "1234567.89",
    "12800.5",
    "0.3",
    "",
    "980",
    "45000.25",
    "260.75",
    "18",
    "7.06",
    "5320",
    "1100.008",
];
const MONTHS: [u32; 4] = [6, 9, 10, 12];

/// A candidate with nothing but number and name.
#[must_use]
pub fn bare(number: &str, name: &str) -> Candidate {
    Candidate {
        number: number.into(),
        name: name.to_owned(),
        content: String::new(),
        sub_items: Vec::new(),
        location: String::new(),
        investment: None,
        investment_this_year: None,
        sources: String::new(),
        responsible_unit: String::new(),
        deadline: None,
        benefit: String::new(),
        category: String::new(),
        origin: String::new(),
    }
}

/// This many of the twelve projects, as a government's list has them.
#[must_use]
pub fn list(candidates: usize) -> Vec<Candidate> {
    (0..candidates).map(project).collect()
}

/// The projects of these names, in these categories where there are any.
#[must_use]
pub fn named(names: &[(&str, &str)]) -> Vec<Candidate> {
    let candidate = |(index, (name, category)): (usize, &(&str, &str))| Candidate {
        name: (*name).to_owned(),
        category: (*category).to_owned(),
        ..project(index)
    };
    names.iter().enumerate().map(candidate).collect()
}

fn project(index: usize) -> Candidate {
    let (name, unit, content) = PROJECTS[index % PROJECTS.len()];
    let amount = AMOUNTS[index % AMOUNTS.len()];
    let investment = (!amount.is_empty()).then(|| Money::parse_wan(amount).expect("an amount"));
    let works: &[&str] = match index % 6 {
        1 => &["东城片区（含道路、绿化）", "西城片区"],
        3 => &["综合养老服务中心", "普惠托育园", "居家适老化改造"],
        _ => &[],
    };
    Candidate {
        content: content.to_owned(),
        sub_items: works.iter().map(|work| (*work).to_owned()).collect(),
        location: if index % 5 == 4 { String::new() } else { "城区及各乡镇".to_owned() },
        investment,
        investment_this_year: investment.filter(|_| index.is_multiple_of(2)),
        sources: ["县级财政", "上级补助、县级财政", "专项债券"][index % 3].to_owned(),
        responsible_unit: unit.to_owned(),
        deadline: NaiveDate::from_ymd_opt(2026, MONTHS[index % MONTHS.len()], 30).and_then(Deadline::day),
        benefit: if index % 4 == 2 { String::new() } else { "受益群众约3万人".to_owned() },
        origin: ["代表建议", "群众征集", "部门提报"][index % 3].to_owned(),
        ..bare(&(index + 1).to_string(), name)
    }
}

/// Sixty candidates whose titles have from 5 to 90 characters, most of them up to 30. They fill a paper ballot, which is one
/// sheet.
#[must_use]
pub fn sixty() -> Vec<Candidate> {
    const PLACES: &str =
        "东门街道、西关街道、南湖新区、北山镇、清溪镇、青石铺乡、白云洞林场及周边行政村（社区）";
    const WORKS: &str = "供水、排水、燃气管网更新改造和道路修复、照明亮化、公共卫生间、停车泊位、养老托育服务设施等配套建设项目（一期）";
    let long: Vec<char> = format!("{PLACES}{WORKS}").chars().collect();
    let length = |index: usize| if index % 10 == 9 { 40 + index / 10 * 10 } else { 5 + index * 25 / 58 };
    let title = |length: usize| -> String {
        let end: String = "工程".to_owned();
        let head = long.iter().cycle().take(length - 2);
        let head: String = head.collect();
        // A title ends neither with an open bracket nor with a mark of enumeration.
        format!("{}{end}", head.trim_end_matches(['、', '（']))
    };
    (0..60).map(|index| Candidate { name: title(length(index)), ..project(index) }).collect()
}
