//! The same documents as Typst makes them, in the same run: each in a process of its own, from nothing loaded to the file.

use crate::{
    measure::{Fallible, cpu_time, peak_memory_kib},
    papers,
    report::{Bound, Line, Quantity},
};
use documents::{CandidateListDocument, Fonts, Slip, SlipSheet};
use procedure::{
    candidate::Candidate,
    count::Seats,
    deadline::Deadline,
    money::Money,
    number::{CandidateNumber, RoundNumber},
};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use serde_json::{Value, json};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

/// The argument that makes the program set one document and say what that took.
pub const DOCUMENT_ALONE: &str = "document-alone";
const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/typst_documents.py");
const CANDIDATES: u32 = 60;
const SEATS: Seats = Seats(10);

/// A document that both make.
struct Contest {
    kind: &'static str,
    name: &'static str,
    turns: usize,
}

const CONTESTS: [Contest; 3] = [
    Contest { kind: "announcement", name: "announcement of one page", turns: 7 },
    Contest { kind: "candidates", name: "list of 60 candidates", turns: 5 },
    Contest { kind: "slips", name: "3,000 slips, Typst's without codes to scan", turns: 3 },
];

/// What making a document took.
struct Cost {
    /// Milliseconds with the fonts there, as a program that makes many documents has them.
    making: f64,
    /// Milliseconds from nothing loaded.
    whole: f64,
    /// Milliseconds of all processors together, from nothing loaded: what else the machine does hardly changes them.
    processors: f64,
    memory_kib: f64,
    bytes: f64,
}

/// Times, memory and size of the file beside Typst's.
pub fn lines(python: &str) -> Fallible<Vec<Line>> {
    let mut lines = Vec::new();
    for contest in CONTESTS {
        eprintln!("{} ...", contest.name);
        lines.extend(beside_typst(&contest, python)?);
    }
    Ok(lines)
}

fn beside_typst(contest: &Contest, python: &str) -> Fallible<[Line; 5]> {
    let folder = tempfile::tempdir()?;
    let written = folder.path().join("content.json");
    fs::write(&written, content_of(contest.kind)?.to_string())?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..contest.turns {
        let mut own = Command::new(env::current_exe()?);
        ours.push(cost(own.args([DOCUMENT_ALONE, contest.kind]).arg(folder.path().join("ours.pdf")))?);
        let mut typst = Command::new(python);
        typst.arg(SCRIPT).arg(&written).arg(documents::fonts_dir()?);
        theirs.push(cost(typst.arg(folder.path().join("typst.pdf")))?);
    }
    keep(folder.path(), contest.kind)?;
    let line = |what: &str, of: fn(&Cost) -> Quantity, most: f64| {
        Line::of(format!("{}: {what}", contest.name), Some(median(&ours, of)))
            .beside("Typst", median(&theirs, of))
            .held_to(Bound::Aim(most))
    };
    Ok([
        line("time, fonts loaded", |cost| Quantity::Seconds(cost.making / 1000.0), 0.5),
        line("time from the start", |cost| Quantity::Seconds(cost.whole / 1000.0), 0.5),
        line("time of all processors", |cost| Quantity::Seconds(cost.processors / 1000.0), 0.5),
        line("most memory", |cost| Quantity::Kib(cost.memory_kib), 0.1),
        line("size of the file", |cost| Quantity::Kib(cost.bytes / 1024.0), 1.0),
    ])
}

/// Runs one that says what it took.
fn cost(command: &mut Command) -> Fallible<Cost> {
    let output = command.output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let said = String::from_utf8(output.stdout)?;
    let numbers: Vec<f64> = said.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    let &[making, whole, processors, memory_kib, bytes] = numbers.as_slice() else {
        return Err(format!("understood nothing of {said}").into());
    };
    Ok(Cost { making, whole, processors, memory_kib, bytes })
}

fn median(costs: &[Cost], of: fn(&Cost) -> Quantity) -> Quantity {
    let mut quantities: Vec<Quantity> = costs.iter().map(of).collect();
    quantities.sort_by(|a, b| a.number().total_cmp(&b.number()));
    quantities[quantities.len() / 2]
}

/// Keeps what both made, where `PIAOJUE_PEERS` names a folder: to be looked at.
fn keep(made: &Path, kind: &str) -> Fallible<()> {
    let Some(folder) = env::var_os("PIAOJUE_PEERS").map(PathBuf::from) else { return Ok(()) };
    fs::create_dir_all(&folder)?;
    for maker in ["ours", "typst"] {
        fs::copy(made.join(format!("{maker}.pdf")), folder.join(format!("{kind}-{maker}.pdf")))?;
    }
    Ok(())
}

/// Sets one document and says what a [`Cost`] is made of.
pub fn document_alone(kind: &str, out: &str) -> Fallible<()> {
    let (slips, candidates, announcement) = (slips(), candidates()?, papers::one_page());
    let (start, used) = (Instant::now(), cpu_time());
    let fonts = Fonts::load(&documents::fonts_dir()?)?;
    let ready = Instant::now();
    let heading = papers::heading();
    let pdf = match kind {
        "announcement" => documents::announcement(&fonts, &announcement)?,
        "candidates" => {
            let list = CandidateListDocument {
                heading,
                round: RoundNumber(1),
                seats: SEATS,
                categories: Vec::new(),
                candidates: &candidates,
            };
            documents::candidate_list(&fonts, &list)?
        }
        "slips" => documents::slips(&fonts, &SlipSheet { heading, round: RoundNumber(1), slips: &slips })?,
        _ => return Err(format!("no document {kind}").into()),
    };
    fs::write(out, &pdf)?;
    let times = [
        Some(ready.elapsed()),
        Some(start.elapsed()),
        cpu_time().zip(used).map(|(now, then)| now.saturating_sub(then)),
    ];
    let [Some(making), Some(whole), Some(processors)] =
        times.map(|time| time.map(|it| it.as_secs_f64() * 1000.0))
    else {
        return Err("this system tells no processor time".into());
    };
    let memory = peak_memory_kib().ok_or("this system tells no memory")?;
    println!("{making:.1} {whole:.1} {processors:.1} {memory} {}", pdf.len());
    Ok(())
}

/// The same slips in every process.
fn slips() -> Vec<Slip> {
    let mut randomness = ChaCha20Rng::seed_from_u64(0);
    (0..papers::SLIPS).map(|_| papers::slip(&mut randomness)).collect()
}

fn candidates() -> Fallible<Vec<Candidate>> {
    (1..=CANDIDATES).map(candidate).collect()
}

fn candidate(number: u32) -> Fallible<Candidate> {
    Ok(Candidate {
        number: CandidateNumber(number.to_string()),
        name: format!("云溪县第{number}小学改扩建工程"),
        content: format!("新建教学楼一栋、运动场一处，改造食堂和卫生间，新增学位{}个", 20 * number),
        sub_items: Vec::new(),
        location: format!("云溪镇第{number}社区"),
        investment: Some(Money::parse_wan(&format!("{}.5", 800 + number))?),
        investment_this_year: None,
        sources: "县级财政".to_owned(),
        responsible_unit: "县教育体育局".to_owned(),
        deadline: Deadline::read("2026-12-31"),
        benefit: "附近三个社区的学生就近入学，班额降到四十五人以下。".to_owned(),
        category: "教育".to_owned(),
        origin: "人大代表提出".to_owned(),
    })
}

/// A document's content for Typst, in the words of ours.
fn content_of(kind: &str) -> Fallible<Value> {
    let own = match kind {
        "announcement" => announcement_content(),
        "candidates" => candidates_content(&candidates()?),
        _ => json!({
            "title": "票签　第1轮",
            "opening": "在票决机上扫描此码，或输入下面的代码。一签一票，只能用一次；请勿示人，遗失不补。",
            "codes": slips().into_iter().map(|slip| slip.code).collect::<Vec<_>>(),
        }),
    };
    let heading = papers::heading();
    let mut content = json!({
        "kind": kind, "congress": heading.congress, "session": heading.session, "record": heading.record.map(|entry| entry.hash),
    });
    if let (Value::Object(content), Value::Object(own)) = (&mut content, own) {
        content.extend(own);
    }
    Ok(content)
}

fn announcement_content() -> Value {
    let announcement = papers::one_page();
    let (heading, adopted) = (announcement.heading, announcement.adopted);
    json!({
        "title": "公告",
        "opening": format!(
            "{}{}经全体代表无记名投票表决，下列{}个项目为{}年民生实事项目：",
            heading.congress, heading.session, adopted.len(), heading.year
        ),
        "projects": adopted.into_iter().map(|project| project.name).collect::<Vec<_>>(),
        "closing": "现予公告。",
        "presidium": announcement.presidium,
    })
}

fn candidates_content(candidates: &[Candidate]) -> Value {
    let amount = |candidate: &Candidate| candidate.investment.map(|it| it.to_string()).unwrap_or_default();
    let row = |it: &Candidate| {
        json!([
            it.number,
            it.name,
            it.content,
            it.location,
            amount(it),
            it.responsible_unit,
            "2026年12月31日"
        ])
    };
    let details = |it: &Candidate| {
        json!({
            "heading": format!("编号{}　{}", it.number, it.name),
            "rows": [
                ["类别", it.category], ["建设内容", it.content], ["建设地点", it.location],
                ["总投资", format!("{}万元", amount(it))], ["资金来源", it.sources],
                ["责任单位", it.responsible_unit], ["完成时限", "2026年12月31日"],
                ["预期效益", it.benefit], ["项目来源", it.origin],
            ],
        })
    };
    json!({
        "title": "2026年民生实事候选项目名单",
        "opening": format!("应选项目{SEATS}个，候选项目{}个。", candidates.len()),
        "columns": ["编号", "项目名称", "建设内容", "建设地点", "总投资（万元）", "责任单位", "完成时限"],
        "rows": candidates.iter().map(row).collect::<Vec<_>>(),
        "facts": ["事项", "内容"],
        "details": candidates.iter().map(details).collect::<Vec<_>>(),
    })
}
