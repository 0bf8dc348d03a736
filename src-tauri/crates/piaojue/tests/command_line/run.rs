//! Runs the program, on the samples or on a small session of invented persons.

use serde_json::Value;
use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tempfile::TempDir;

/// The samples, by their folders.
pub const SAMPLES: [&str; 2] = ["city-nanchang-2020", "town-gonghe-2022"];

/// What the program said.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    /// What it printed, which must be exactly one JSON object.
    #[track_caller]
    pub fn json(&self) -> Value {
        let value: Value = serde_json::from_str(&self.stdout).unwrap();
        assert!(value.is_object(), "{self:?}");
        value
    }

    /// The answer of a run that must succeed and be silent beside it.
    #[track_caller]
    pub fn done(&self) -> Value {
        assert_eq!((self.code, self.stderr.as_str()), (0, ""), "{self:?}");
        self.json()
    }

    /// The codes of a run with `--json` that must be refused; people are told as well.
    #[track_caller]
    pub fn codes(&self) -> Vec<String> {
        assert_eq!(self.code, 2, "{self:?}");
        let answer = self.json();
        let errors = answer["errors"].as_array().unwrap();
        for error in errors {
            let message = error["message"].as_str().unwrap();
            assert!(!message.is_empty() && self.stderr.contains(message), "{self:?}");
        }
        errors.iter().map(|error| error["code"].as_str().unwrap().to_owned()).collect()
    }

    /// What people are told by a run without `--json` that must be refused.
    #[track_caller]
    pub fn refused(&self) -> &str {
        assert_eq!((self.code, self.stdout.as_str()), (2, ""), "{self:?}");
        assert!(!self.stderr.trim().is_empty());
        assert!(!self.stderr.contains("panicked"), "{self:?}");
        &self.stderr
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// The program.
pub fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_piaojue"))
}

/// Runs the program with these arguments.
pub fn piaojue<A: AsRef<OsStr>>(arguments: &[A]) -> Run {
    program().args(arguments).output().unwrap().into()
}

/// A file of a sample.
pub fn sample(folder: &str, name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures").join(folder).join(name)
}

/// The files that a rehearsal is given; they may lie anywhere.
pub struct Rehearsal {
    pub session: PathBuf,
    pub candidates: PathBuf,
    pub delegates: PathBuf,
    pub ballots: Option<PathBuf>,
    pub out: PathBuf,
}

impl Rehearsal {
    /// Of a sample, with lists of this ending.
    pub fn of_sample(folder: &str, ending: &str, out: &Path) -> Self {
        Self {
            session: sample(folder, "session.toml"),
            candidates: sample(folder, &format!("candidates{ending}")),
            delegates: sample(folder, &format!("delegates{ending}")),
            ballots: Some(sample(folder, "ballots.csv")),
            out: out.to_owned(),
        }
    }

    /// The command, not yet run.
    pub fn command(&self) -> Command {
        let mut command = program();
        command.arg("rehearse").arg("--session").arg(&self.session);
        command.arg("--candidates").arg(&self.candidates).arg("--delegates").arg(&self.delegates);
        if let Some(ballots) = &self.ballots {
            command.arg("--ballots").arg(ballots);
        }
        command.arg("--out").arg(&self.out);
        command
    }

    /// Runs it with further arguments.
    pub fn run(&self, more: &[&str]) -> Run {
        self.command().args(more).output().unwrap().into()
    }
}

/// A small session in a folder of its own: twelve delegates, four candidates, two seats.
pub struct Small {
    folder: TempDir,
}

impl Small {
    /// With ballots that adopt the first two candidates.
    pub fn new() -> Self {
        let small = Self { folder: TempDir::new().unwrap() };
        small.session("seats = 2", "12", "");
        small.delegates(12);
        small.candidates(&["", "", "", ""]);
        small.ballots(&[("1,+,+,-,", 9), ("1,+,,,+", 2)]);
        small
    }

    /// Writes a file into the folder.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, content).unwrap();
        path
    }

    /// A place in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// SESSION.toml with these rules, this presence, and further lines about the congress.
    pub fn session(&self, rules: &str, present: &str, congress: &str) {
        let text = format!(
            "[congress]\nname = \"柳溪镇人民代表大会(虚构)\"\nsession = \"第三次会议\"\nlevel = \"township\"\nyear = 2026\n\
             {congress}\n[rules]\n{rules}\n[scrutineers]\nchief = \"龙䶮\"\nmembers = [\"黄喆\", \"覃㛃\"]\n\
             threshold = 2\n[tellers]\nmembers = [\"莫垚\"]\n[checkin]\npresent = {present}\n"
        );
        self.write("session.toml", text);
    }

    /// So many delegates, all in office.
    pub fn delegates(&self, count: u32) {
        let rows: Vec<String> =
            (1..=count).map(|number| format!("{number},代表{number}号,第一代表团\n")).collect();
        self.write("delegates.csv", format!("代表证号,姓名,代表团\n{}", rows.concat()));
    }

    /// A candidate for each of these categories.
    pub fn candidates(&self, categories: &[&str]) {
        let row = |(number, category): (u32, &&str)| format!("{number},柳溪镇虚构项目{number},{category}\n");
        let rows: Vec<String> = (1..).zip(categories).map(row).collect();
        self.write("candidates.csv", format!("编号,项目名称,类别\n{}", rows.concat()));
    }

    /// Rows for four candidates, each as often as said.
    pub fn ballots(&self, rows: &[(&str, usize)]) {
        let rows: String = rows.iter().map(|(row, times)| format!("{row}\n").repeat(*times)).collect();
        self.write("ballots.csv", format!("round,1,2,3,4\n{rows}"));
    }

    /// The rehearsal of what is in the folder, into the folder's `out`.
    pub fn rehearsal(&self) -> Rehearsal {
        Rehearsal {
            session: self.path("session.toml"),
            candidates: self.path("candidates.csv"),
            delegates: self.path("delegates.csv"),
            ballots: Some(self.path("ballots.csv")),
            out: self.path("out"),
        }
    }

    /// Rehearses, which must succeed; the rounds.
    #[track_caller]
    pub fn rounds(&self) -> Vec<Value> {
        let answer = self.rehearsal().run(&["--json"]).done();
        answer["rounds"].as_array().unwrap().clone()
    }

    /// Rehearses, which must be refused: nothing is there afterwards that wasn't. What people are told, in English.
    #[track_caller]
    pub fn refused(&self) -> String {
        self.refused_as(&self.rehearsal())
    }

    /// The same, with other files.
    #[track_caller]
    pub fn refused_as(&self, rehearsal: &Rehearsal) -> String {
        let before = names(self.folder.path());
        let run = rehearsal.run(&["--language", "en"]);
        let told = run.refused().to_owned();
        assert_eq!(names(self.folder.path()), before, "something was left behind");
        told
    }
}

/// The names in a folder, in order.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A PDF's text without white space, so that a wrapped name is found whole.
pub fn pdf_text(path: &Path) -> String {
    pdf_words(path).concat()
}

/// A PDF's words, read with `pdftotext` of poppler-utils.
pub fn pdf_words(path: &Path) -> Vec<String> {
    let output =
        Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(path).arg("-").output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap().split_whitespace().map(str::to_owned).collect()
}
